/** What the rest of the project sees of the lab. */
import type { Inventory } from '../transport/types.ts'
import type { Substitution } from '../evidence/types.ts'
import type { RuntimeName, Topology } from '../chapter/types.ts'
import type { History, RanRunbook } from './history.ts'
import type { DriverName } from './machines/driver.ts'

export interface LabHandle {
  /** For example hosts master, node1, node2, utility with roles master, node, node, utility; user `debian`; proxyCommand into the lab's network. */
  readonly inventory: Inventory
  readonly driver: DriverName
  readonly substitutions: readonly Substitution[]
  /** What the machines held when the lab was opened. */
  readonly history: History
  /** Machines were booted to open it: what runs on them may not answer yet. */
  readonly booted: boolean
  /** Last lines of the mirror's log with requests it could not answer since `since` (epoch ms). */
  refusedRequests(since: number): Promise<readonly string[]>
  /** A runbook begins to change the machines; `part` when only some of its steps run. */
  began(ran: RanRunbook, part: boolean): Promise<void>
  /** A whole runbook ran to its end; `leavesNothing` when it cleans up after itself. */
  finished(ran: RanRunbook, leavesNothing: boolean): Promise<void>
  /** Waits until a cluster on machines that were just booted is what it was. Returns at once where there is none. */
  settled(log: (line: string) => void): Promise<void>
  /** Keeps what the machines hold now under a key, for any lab of this computer to start from; reboots them. */
  keepState(key: string, log: (line: string) => void): Promise<void>
}

/** What a lab is and holds, before anything of it boots. */
export interface LabOffer {
  readonly lab: string
  readonly history: History
  readonly hosts: Inventory['hosts']
  /** Changes with what blank machines are made of. */
  readonly ground: string
  /**
   * Changes with what the mirror gives of these versions (by name of content/versions.yaml), extras only where the texts
   * ask for them.
   */
  supplyKey(versions: Readonly<Record<string, string>>, texts: readonly string[]): string
}

/** Where the machines start from: what they hold, or the first of these kept states that is there, else blank. */
export type LabStart = { readonly kind: 'as-is' } | { readonly kind: 'kept-or-blank'; readonly keys: readonly string[] }

/** A state that is kept in the cache. */
export interface KeptState {
  readonly key: string
  /** The runbooks that led to it, in order. */
  readonly after: readonly string[]
  /** As a lab of today would make it. */
  readonly offer: LabOffer
}

/** Whether no runbook of this checkout would start from it any more. */
export type StaleState = (state: KeptState) => Promise<boolean>

export interface LabOptions {
  /** Not given: as last time, else `single`. */
  readonly topology?: Topology
  /** By machine, role or `every`. Not given: as last time, else containerd. */
  readonly runtimes?: Readonly<Record<string, RuntimeName>>
  /** MiB, by machine, role or `every`. Not given: as last time, else by role. */
  readonly memory?: Readonly<Record<string, number>>
  /** Throws away what the machines hold. */
  readonly fresh?: boolean
  /** Throws away what the machines hold and starts them from this snapshot of the lab. */
  readonly snapshot?: string
  /** Asked before anything boots; what it throws leaves the lab as it was. Not given: as it is. */
  readonly decide?: (offer: LabOffer) => LabStart
  /** Lab's name; two names are two labs side by side. Default `default` or $K8S101_LAB. */
  readonly name?: string
  /** The kind of virtual machines. Not given: $K8S101_DRIVER, else as last time, else the first that boots a guest here. */
  readonly driver?: DriverName
  /** Only these machines of the topology. Not given: all of a topology that is given, else as last time. */
  readonly only?: readonly string[]
  /** What the mirror carries beside what every lab has: see `neededFor`. A lab that is up keeps what it was given before. */
  readonly wants?: readonly string[]
  /** The command that was given, for what an error proposes. */
  readonly again?: string
  /** Progress lines for a person. */
  readonly log: (line: string) => void
}
