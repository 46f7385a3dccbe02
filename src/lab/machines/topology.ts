/** The lab's machines as data: names, addresses, roles and sizes, per topology. */
import type { Role, Topology } from '../../chapter/types.ts'

export interface MachineSpec {
  readonly name: string
  readonly roles: readonly Role[]
  readonly address: string
  readonly mac: string
  readonly memoryMiB: number
}

/** The lab's network. It exists only inside the keeper's network namespace, so it collides with nothing. */
export const NETWORK = {
  gateway: '10.101.0.1',
  prefix: 24,
  bridge: 'lab0',
} as const

/** Virtual size of a machine's disk: sparse, so that it costs what is written. */
export const DISK_GIB = 16

const MEMORY_MIB: Readonly<Record<Role, number>> = { master: 2048, node: 1536, utility: 512 }

function machine(name: string, role: Role, lastByte: number): MachineSpec {
  return {
    name,
    roles: [role],
    address: `10.101.0.${lastByte}`,
    mac: `52:54:00:65:00:${lastByte.toString(16).padStart(2, '0')}`,
    memoryMiB: MEMORY_MIB[role],
  }
}

const ONE_CONTROL_PLANE = [
  machine('master', 'master', 11),
  machine('node1', 'node', 12),
  machine('node2', 'node', 13),
  machine('utility', 'utility', 14),
] as const

const MACHINES: Readonly<Partial<Record<Topology, readonly MachineSpec[]>>> = {
  blank: ONE_CONTROL_PLANE,
  single: ONE_CONTROL_PLANE,
}

/** The topologies that the lab can build. */
export function topologies(): string[] {
  return Object.keys(MACHINES)
}

/** Machines of a topology, or undefined when the lab has no such topology. */
export function machinesOf(topology: string): readonly MachineSpec[] | undefined {
  return Object.entries(MACHINES).find(([name]) => name === topology)?.[1]
}
