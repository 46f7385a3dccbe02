/** What the runner needs of a host: run a script, see its output as bytes, close. */
import type { Distro, RuntimeName } from '../chapter/types.ts'

/** One machine of an inventory, parsed and checked. */
export interface Host {
  readonly name: string
  readonly address: string
  /** Not given: what the user's ssh configuration says, else 22. */
  readonly port?: number
  /** Not given: what the user's ssh configuration says, else the local user's name. */
  readonly user?: string
  readonly roles: readonly string[]
  readonly key?: string
  /** ssh ProxyCommand or ProxyJump. */
  readonly proxyCommand?: string
  readonly jump?: string
  readonly knownHosts?: string
  readonly become: boolean
  readonly runtime?: RuntimeName
  readonly distro?: Distro
}

export interface Inventory {
  /** `lab` for the built-in lab, else the file's path. */
  readonly source: string
  readonly hosts: readonly Host[]
}

/** What a host says of itself when the agent starts. */
export interface HostFacts {
  readonly user: string
  readonly uid: number
  readonly home: string
  readonly distro: Distro | undefined
  /** PRETTY_NAME of /etc/os-release. */
  readonly prettyName: string
  readonly kernel: string
  readonly bootId: string
  /** /etc/machine-id; empty where there is none. */
  readonly machineId: string
  /** Container runtimes whose sockets are there. */
  readonly runtimes: readonly RuntimeName[]
  /** Whether a step's processes can be killed whole by their cgroup. */
  readonly cgroup: boolean
}

/**
 * How a step ended. `already`: a check said that there is nothing to do. `lost`: its shell was killed by somebody else.
 * `full`: it did not begin, as the host has no room to write down that it does.
 */
export type Ending = 'exited' | 'already' | 'timeout' | 'killed' | 'lost' | 'full'

/** What the agent is asked to run. */
export interface StepRequest {
  /** 32 hex digits, new for each attempt; marks the end of the output and names the attempt on the host. */
  readonly nonce: string
  readonly timeoutSeconds: number
  /** Text that src/transport/job.ts made. */
  readonly job: string
  /** Absolute path; when it exists (root looks), the job does not start. */
  readonly creates?: string
}

export interface StepOutcome {
  readonly exit: number
  readonly ending: Ending
  /** The host's clock, seconds since 1970. */
  readonly startedAt: number
  readonly endedAt: number
  /** Values of the captured variables, in the job's order. */
  readonly captures: readonly string[]
}

/** A step that an earlier connection of the same run left on the host. */
export interface KeptStep {
  readonly nonce: string
  readonly running: boolean
}

export type OutputStream = 'stdout' | 'stderr'
/** Gets a step's bytes as they come; with a promise the host's next bytes wait until it is kept. It never rejects. */
export type OutputSink = (stream: OutputStream, bytes: Buffer) => Promise<void> | undefined

/** One host's agent, at the end of one ssh session. One step at a time. */
export interface Connection {
  readonly host: Host
  readonly facts: HostFacts
  /**
   * Steps of this run that earlier agents knew last, each at the end of one connection. Undefined where the host knows
   * nothing of this run: it is the first connection, or the host was rebooted. Then nothing follows from a step's absence.
   */
  readonly kept: readonly KeptStep[] | undefined
  /** Runs a job; rejects with LinkLost when the link ends first (the step goes on over there). */
  run(request: StepRequest, sink: OutputSink): Promise<StepOutcome>
  /** The output and status of a kept step, again. */
  collect(nonce: string, sink: OutputSink): Promise<StepOutcome>
  /** Ends the running step, all of its processes. */
  kill(): void
  /** Ends the session. `forget`: the host's state directory goes too. Never rejects. */
  close(forget: boolean): Promise<void>
}

/** The link to a host ended while something was under way. */
export class LinkLost extends Error {
  readonly host: string
  /** The request was under way. Else it was never sent, and certainly did not begin. */
  readonly sent: boolean
  constructor(host: string, reason: string, sent = true) {
    super(`${host}: the connection was lost${reason === '' ? '' : `: ${reason}`}`)
    this.name = 'LinkLost'
    this.host = host
    this.sent = sent
  }
}

/** Why a connection could not be made. */
export type RefusalKind = 'unreachable' | 'unfit' | 'held'

/** A host that cannot be used now; preflight shows all of them at once. */
export class HostRefused extends Error {
  readonly kind: RefusalKind
  /** Each a line that names the host. */
  readonly problems: readonly string[]
  /** What to do about them. */
  readonly hints: readonly string[]
  /** So far as the host said anything of itself. */
  readonly facts: HostFacts | undefined
  constructor(kind: RefusalKind, problems: readonly string[], hints: readonly string[], facts?: HostFacts) {
    super(problems.join('\n'))
    this.name = 'HostRefused'
    this.kind = kind
    this.problems = problems
    this.hints = hints
    this.facts = facts
  }
}
