/** What the rest of the project sees of the lab. */
import type { Inventory } from '../transport/types.ts'
import type { Substitution } from '../evidence/types.ts'
import type { Topology } from '../chapter/types.ts'
import type { DriverName } from './machines/driver.ts'

export interface LabHandle {
  /** Hosts master, node1, node2, utility with roles master, node, node, utility; user `debian`; proxyCommand into the lab's network. */
  readonly inventory: Inventory
  readonly driver: DriverName
  readonly substitutions: readonly Substitution[]
  /** Last lines of the mirror's log with requests it could not answer since `since` (epoch ms). */
  refusedRequests(since: number): Promise<readonly string[]>
}

export interface LabOptions {
  readonly topology: Topology
  /** Lab's name; two names are two labs side by side. Default `default` or $K8S101_LAB. */
  readonly name?: string
  /** The kind of virtual machines. Default $K8S101_DRIVER, or the first that boots a guest here. */
  readonly driver?: DriverName
  /** Only these machines of the topology. Default all. */
  readonly only?: readonly string[]
  /** Progress lines for a person. */
  readonly log: (line: string) => void
}
