/** One host's agent over one ssh session: start, requests, answers, end. */
import { randomBytes } from 'node:crypto'
import { UserError } from '../errors/index.ts'
import { bootstrapText, REMOTE_COMMAND } from './bootstrap.ts'
import type { AgentStart } from './bootstrap.ts'
import { FrameReader } from './frame.ts'
import { parseFacts, parseKept, parseStatus, refusal } from './hello.ts'
import type { Hello, HostStatus } from './hello.ts'
import { openLink } from './link.ts'
import type { Link } from './link.ts'
import { sshArguments } from './ssh-command.ts'
import type { SshOptions } from './ssh-command.ts'
import { StepWait } from './step-wait.ts'
import type {
  Connection,
  Host,
  HostFacts,
  KeptStep,
  OutputSink,
  OutputStream,
  StepOutcome,
  StepRequest,
} from './types.ts'
import { LinkLost } from './types.ts'

/** The agent keeps so much of each stream (pipes.sh: ulimit -f); a fuller log needs new pumps. */
export const KEPT_OUTPUT = 1024 * 1024
const STDERR_KEPT = 8192

export type ConnectOptions = Omit<AgentStart, 'session' | 'become'> &
  SshOptions & {
    /** Mode `resume`: called when an earlier connection's step still runs, for whose end is waited; `kill` ends it. */
    readonly onWaiting?: (kill: () => void) => void
  }

/**
 * Opens a session and starts the agent.
 * @throws HostRefused when the host is unreachable, unfit or held by another run.
 */
export async function connect(host: Host, options: ConnectOptions): Promise<Connection> {
  const opened = await open(host, options)
  return new AgentConnection(host, opened)
}

/** Looks at a host's lock and last step; changes nothing there. */
export async function hostStatus(host: Host, options: Omit<ConnectOptions, 'mode'>): Promise<HostStatus> {
  const opened = await open(host, { ...options, mode: 'status' })
  opened.link.cut()
  await opened.link.ended
  return parseStatus(opened.hello)
}

interface Opened {
  readonly link: Link
  readonly hello: Hello
  readonly stderr: { text: string }
}

function open(host: Host, options: ConnectOptions): Promise<Opened> {
  const session = randomBytes(16).toString('hex')
  const link = openLink('ssh', [...sshArguments(host, options), REMOTE_COMMAND])
  link.stdin.write(bootstrapText({ ...options, session, become: host.become }))
  const hello: Hello = new Map()
  const stderr = { text: '' }
  const early = (chunk: Buffer): void => {
    stderr.text = (stderr.text + chunk.toString('utf8')).slice(-STDERR_KEPT)
  }
  link.stderr.on('data', early)
  return new Promise((resolve, reject) => {
    let ready = false
    const reader = new FrameReader(session, {
      output: () => {},
      frame: (words) => {
        const space = words.indexOf(' ')
        const [word, rest] = space === -1 ? [words, ''] : [words.slice(0, space), words.slice(space + 1)]
        // The only fact that comes more than once.
        hello.set(word, word === 'kept' && hello.has(word) ? `${hello.get(word) ?? ''}\n${rest}` : rest)
        ready ||= words === 'ready'
        if (words === 'waiting') options.onWaiting?.(() => link.stdin.write('kill\n'))
        return 0
      },
      values: () => {},
    })
    const read = (chunk: Buffer): void => {
      reader.feed(chunk)
      if (!ready) return
      link.stdout.off('data', read)
      link.stderr.off('data', early)
      resolve({ link, hello, stderr })
    }
    link.stdout.on('data', read)
    link.onEnd(() => {
      if (!ready) reject(refusal(host, hello, stderr.text))
    })
  })
}

class AgentConnection implements Connection {
  readonly host: Host
  readonly facts: HostFacts
  readonly kept: readonly KeptStep[] | undefined
  readonly #link: Link
  #sequence = 0
  #wait: StepWait | undefined
  #renew = false
  #gone = false
  #lastWords = ''

  constructor(host: Host, opened: Opened) {
    this.host = host
    this.facts = parseFacts(opened.hello)
    this.kept = parseKept(opened.hello.get('kept'))
    this.#link = opened.link
    this.#link.stdout.on('data', (chunk: Buffer) => this.#feed('stdout', chunk))
    this.#link.stderr.on('data', (chunk: Buffer) => {
      if (this.#wait === undefined) this.#lastWords = chunk.toString('utf8').slice(-STDERR_KEPT).trim()
      else this.#feed('stderr', chunk)
    })
    this.#link.onEnd(() => {
      this.#gone = true
      this.#wait?.fail(new LinkLost(host.name, this.#lastWords))
    })
  }

  /** Whoever reads slowly slows the host down: what is not read yet stays in ssh's window, not in memory here. */
  #feed(stream: OutputStream, chunk: Buffer): void {
    const full = this.#wait?.feed(stream, chunk)
    if (full === undefined) return
    this.#link[stream].pause()
    void full.then(() => this.#link[stream].resume())
  }

  async run(request: StepRequest, sink: OutputSink): Promise<StepOutcome> {
    // It goes on one line, and a value of a variable may be part of it.
    if (/[\r\n\0]/.test(request.creates ?? '')) {
      throw new UserError(
        `${this.host.name}: creates=${JSON.stringify(request.creates)} has a line break in it`,
        'Give its variable (--var NAME=VALUE, or a step that captures it) a value of one line.',
      )
    }
    this.#sequence += 1
    const size = Buffer.byteLength(request.job)
    const words = ['run', this.#sequence, request.nonce, Math.ceil(request.timeoutSeconds), size, this.#renew ? 1 : 0]
    return this.#ask(request.nonce, sink, `${[...words, request.creates ?? ''].join(' ')}\n${request.job}`)
  }

  collect(nonce: string, sink: OutputSink): Promise<StepOutcome> {
    return this.#ask(nonce, sink, `collect ${nonce}\n`, 'collected')
  }

  async #ask(nonce: string, sink: OutputSink, text: string, word?: 'collected'): Promise<StepOutcome> {
    if (this.#gone) throw new LinkLost(this.host.name, this.#lastWords, false)
    if (this.#wait !== undefined) throw new Error(`${this.host.name}: two steps at once`)
    const wait = new StepWait(nonce, sink, word)
    this.#wait = wait
    this.#link.stdin.write(text)
    try {
      return await wait.outcome
    } finally {
      this.#wait = undefined
      this.#renew = wait.largestStream >= KEPT_OUTPUT - 4096
    }
  }

  kill(): void {
    if (!this.#gone && this.#wait !== undefined) this.#link.stdin.write('kill\n')
  }

  async close(forget: boolean): Promise<void> {
    if (!this.#gone) {
      if (forget && this.#wait === undefined) this.#link.stdin.write('bye\n')
      this.#link.stdin.end()
      const limit = setTimeout(() => this.#link.cut(), this.#wait === undefined ? 5000 : 0)
      await this.#link.ended
      clearTimeout(limit)
    }
  }
}
