/** The connections of one run: all opened before anything changes, kept up while the link comes and goes. */
import { EXIT, UserError } from '../errors/index.ts'
import { connect, HostRefused, hostStatus, LinkLost } from '../transport/index.ts'
import type {
  ConnectOptions,
  Connection,
  Host,
  HostFacts,
  OutputSink,
  StepOutcome,
  StepRequest,
} from '../transport/index.ts'
import { refusedAll } from './refusals.ts'
import type { HostProblems } from './refusals.ts'

export type SessionOptions = Omit<ConnectOptions, 'mode' | 'onWaiting'> & {
  readonly mode: 'fresh' | 'resume' | 'look'
  /** How long a lost host is tried again, in milliseconds. */
  readonly patience: number
  readonly remark: (text: string) => void
  /** What is wrong with a host that answers, by what it says of itself; each a line that names it. */
  readonly check?: (host: Host, facts: HostFacts) => readonly string[]
  /** Called while the session is opened, when a step that an earlier run left is waited for; `stop` ends such steps. */
  readonly onWaiting?: (stop: () => void) => void
}

export class Session {
  readonly #options: SessionOptions
  readonly #connections = new Map<string, Connection>()
  /** Ends the steps for whose end connections that are being made have waited. */
  readonly #waits: (() => void)[] = []
  #stopped = false

  private constructor(options: SessionOptions) {
    this.#options = options
  }

  /**
   * Connects to every host at once.
   * @throws UserError with every host's problem: exit 3 when one is unreachable, else 2. Nothing was changed anywhere.
   */
  static async open(hosts: readonly Host[], options: SessionOptions): Promise<Session> {
    const session = new Session(options)
    const stop = (): void => session.killAll()
    const results = await Promise.allSettled(
      hosts.map((host) => session.#connect(host, options.mode, () => options.onWaiting?.(stop))),
    )
    const problems: HostProblems[] = []
    for (const [at, host] of hosts.entries()) {
      const result = results[at]
      if (result?.status === 'fulfilled') session.#connections.set(host.name, result.value)
      const reason: unknown = result?.status === 'rejected' ? result.reason : undefined
      const refused = reason instanceof HostRefused ? reason : undefined
      if (refused !== undefined) problems.push(refused)
      else if (reason !== undefined) throw reason
      const facts = refused?.facts ?? session.factsOf(host)
      const unlike = facts === undefined ? [] : (options.check?.(host, facts) ?? [])
      if (unlike.length > 0) problems.push({ kind: 'unfit', problems: unlike, hints: [] })
    }
    if (problems.length > 0) {
      await session.close(options.mode !== 'resume')
      throw refusedAll(problems)
    }
    return session
  }

  connection(host: string): Connection {
    const connection = this.#connections.get(host)
    if (connection === undefined) throw new Error(`no connection to ${host}`)
    return connection
  }

  /**
   * A further connection to a host, whose job ends with it: for what runs beside the steps. The caller closes it.
   * @throws HostRefused
   */
  aside(host: Host): Promise<Connection> {
    return this.#connect(host, 'look')
  }

  /**
   * Waits until a host has another boot id than `boot`, and connects to it again; `until` is a time of performance.now().
   * Else `up` (with that boot id still) or `gone` (no answer).
   */
  async rebooted(host: Host, boot: string, until: number, run: Interruptible): Promise<'back' | 'up' | 'gone'> {
    let last: 'up' | 'gone' = 'up'
    while (performance.now() < until && !run.interrupted()) {
      const now = await bootIdOf(host, this.#options)
      if (now !== undefined && now !== boot) {
        await this.connection(host.name).close(false)
        await this.#again(host)
        return 'back'
      }
      last = now === undefined ? 'gone' : 'up'
      await run.sleep(1000)
    }
    return last
  }

  /** Undefined for a host of the inventory that this run does not use. */
  factsOf(host: Host): HostFacts | undefined {
    return this.#connections.get(host.name)?.facts
  }

  /**
   * Runs a step; when the link is lost meanwhile, connects again and takes over the step, which went on.
   * @throws UserError exit 3 when the host does not come back, `StepForgotten` when it came back and does not know the step.
   */
  async run(host: Host, request: StepRequest, sink: OutputSink, restart: () => void): Promise<StepOutcome> {
    let lost: LinkLost
    try {
      return await this.connection(host.name).run(request, sink)
    } catch (error) {
      if (!(error instanceof LinkLost)) throw error
      lost = error
      this.#options.remark(`${error.message}; ${error.sent ? 'the step goes on there, ' : ''}connecting again …`)
    }
    await this.#again(host)
    const kept = this.connection(host.name).kept
    restart()
    // A look changes nothing: what became of it does not matter.
    if (this.#options.mode === 'look') return this.run(host, request, sink, restart)
    if (kept === undefined && lost.sent) throw new StepForgotten(host.name)
    if (kept?.some(({ nonce }) => nonce === request.nonce) === true) {
      return this.collect(host, request.nonce, sink, restart)
    }
    // It was never sent, or the host knows the run and not the step: the request never arrived.
    return this.run(host, request, sink, restart)
  }

  /**
   * Waits for the end of a step that an earlier runner left, and gets its output, over as many links as it takes.
   * @throws UserError exit 3 when the host does not come back, `StepForgotten` when it came back and does not know the step.
   */
  async collect(host: Host, nonce: string, sink: OutputSink, restart: () => void): Promise<StepOutcome> {
    try {
      return await this.connection(host.name).collect(nonce, sink)
    } catch (error) {
      if (!(error instanceof LinkLost)) throw error
      this.#options.remark(`${error.message}; connecting again …`)
    }
    await this.#again(host)
    if (this.connection(host.name).kept?.some((one) => one.nonce === nonce) !== true) throw new StepForgotten(host.name)
    restart()
    return this.collect(host, nonce, sink, restart)
  }

  async #again(host: Host): Promise<void> {
    const end = Date.now() + this.#options.patience
    const mode = this.#options.mode === 'look' ? 'look' : 'resume'
    for (let pause = 500; ; pause = Math.min(pause * 2, 5000)) {
      try {
        const before = this.factsOf(host)
        const connection = await this.#connect(host, mode)
        this.#connections.set(host.name, connection)
        // A step may give a machine a new id, and does not give it a new boot.
        const { machineId, bootId } = connection.facts
        if (before === undefined || before.machineId === machineId || before.bootId === bootId) return
        throw new UserError(
          `${host.name}: another machine answers now (another machine id) than the one that the run began on`,
          undefined,
          EXIT.unknown,
        )
      } catch (error) {
        // A link may be cut again while it is made.
        if (!(error instanceof HostRefused) && !(error instanceof LinkLost)) throw error
        if (this.#stopped) {
          const hint = 'What ran there may go on to its end or its timeout. --resume finds out.'
          throw new UserError(`interrupted while ${host.name} was away`, hint, EXIT.interrupted)
        }
        if (Date.now() + pause > end) {
          throw new UserError(error.message, `When it is back: --resume goes on with this step.`, EXIT.unreachable)
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  #connect(host: Host, mode: SessionOptions['mode'], onWaiting?: () => void): Promise<Connection> {
    return connect(host, {
      ...this.#options,
      mode,
      onWaiting: (kill) => {
        this.#options.remark(`${host.name}: a step is still running there; waiting for its end …`)
        this.#waits.push(kill)
        if (this.#stopped) kill()
        onWaiting?.()
      },
    })
  }

  /** Stops what runs on every host, and the waiting for one that is away or for the end of its step. */
  killAll(): void {
    this.#stopped = true
    for (const kill of this.#waits) kill()
    for (const connection of this.#connections.values()) connection.kill()
  }

  async close(forget: boolean): Promise<void> {
    await Promise.all([...this.#connections.values()].map((connection) => connection.close(forget)))
  }
}

/** The host answers again and knows nothing of this run: it was rebooted, and how its step ended cannot be known. */
export class StepForgotten extends Error {
  readonly host: string
  constructor(host: string) {
    super(`${host} does not know the step any more`)
    this.name = 'StepForgotten'
    this.host = host
  }
}

interface Interruptible {
  readonly interrupted: () => boolean
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** Undefined where the host does not answer. */
async function bootIdOf(host: Host, options: SessionOptions): Promise<string | undefined> {
  try {
    return (await hostStatus(host, options)).bootId
  } catch (error) {
    if (error instanceof HostRefused) return undefined
    throw error
  }
}
