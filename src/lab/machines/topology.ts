/** The lab's machines as data: names, addresses, roles, sizes and container runtimes, per topology. */
import { HOST_NAMES } from '../../chapter/hosts.ts'
import type { Role, RuntimeName, Topology } from '../../chapter/types.ts'
import { UserError, suggest } from '../../errors/index.ts'

export interface MachineSpec {
  readonly name: string
  readonly roles: readonly Role[]
  readonly address: string
  readonly mac: string
  readonly memoryMiB: number
  /** The container runtime that the book's steps install on it. The machine itself begins without one. */
  readonly runtime: RuntimeName
}

/** What may be asked of a topology's machines; a key is a machine's name, a role, or `every`, the closest one counts. */
export interface MachineWishes {
  readonly runtimes?: Readonly<Record<string, RuntimeName>>
  /** MiB. */
  readonly memory?: Readonly<Record<string, number>>
  /** Names of the only machines that there are to be. */
  readonly only?: readonly string[]
}

/** The lab's network. It exists only inside the keeper's network namespace, so it collides with nothing. */
export const NETWORK = {
  gateway: '10.101.0.1',
  prefix: 24,
  bridge: 'lab0',
} as const

/** Virtual size of a machine's disk: sparse, so that it costs what is written. */
export const DISK_GIB = 16

const ROLES: readonly Role[] = ['master', 'node', 'utility']
const MEMORY_MIB: Readonly<Record<Role, number>> = { master: 2048, node: 1536, utility: 512 }
const FIRST_ADDRESS = 11

export function topologies(): Topology[] {
  const names: readonly Topology[] = ['blank', 'single', 'ha']
  return [...names]
}

export function isTopology(word: string): word is Topology {
  return topologies().some((name) => name === word)
}

/**
 * Machines of a topology. Names are the chapters' own (src/chapter/hosts.ts).
 * @throws UserError for a wish that names no machine and no role of it.
 */
export function machinesOf(topology: Topology, wishes: MachineWishes = {}): readonly MachineSpec[] {
  const machines = HOST_NAMES[topology].map((name, index) => machine(name, FIRST_ADDRESS + index, wishes))
  const words = new Set(['every', ...machines.flatMap((spec) => [spec.name, ...spec.roles])])
  const wrong = [...Object.keys(wishes.runtimes ?? {}), ...Object.keys(wishes.memory ?? {})].find((w) => !words.has(w))
  if (wrong === undefined) return onlyThese(topology, machines, wishes.only)
  throw new UserError(
    `topology ${topology} has no machine and no role "${wrong}"`,
    `it has: ${[...words].filter((word) => word !== 'every').join(', ')}`,
  )
}

function onlyThese(
  topology: Topology,
  machines: readonly MachineSpec[],
  only: readonly string[] | undefined,
): readonly MachineSpec[] {
  if (only === undefined) return machines
  const names = machines.map((spec) => spec.name)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown === undefined) return machines.filter((spec) => only.includes(spec.name))
  throw new UserError(`topology "${topology}" has no machine "${unknown}"`, suggest(unknown, names, 'it has'))
}

/** Whether two sets of machines are the same ones: the same disks fit both. */
export function sameMachines(a: readonly MachineSpec[], b: readonly MachineSpec[]): boolean {
  const identity = (specs: readonly MachineSpec[]): string =>
    specs.map((spec) => `${spec.name} ${spec.address} ${spec.roles.join()}`).join('\n')
  return identity(a) === identity(b)
}

function machine(name: string, lastByte: number, wishes: MachineWishes): MachineSpec {
  const role = roleOf(name)
  return {
    name,
    roles: [role],
    address: `10.101.0.${lastByte}`,
    mac: `52:54:00:65:00:${lastByte.toString(16).padStart(2, '0')}`,
    memoryMiB: closest(wishes.memory, name, role) ?? MEMORY_MIB[role],
    runtime: closest(wishes.runtimes, name, role) ?? 'containerd',
  }
}

function closest<T>(wishes: Readonly<Record<string, T>> | undefined, name: string, role: string): T | undefined {
  return wishes?.[name] ?? wishes?.[role] ?? wishes?.['every']
}

function roleOf(name: string): Role {
  const role = ROLES.find((word) => word === name.replace(/\d+$/, ''))
  if (role === undefined) throw new Error(`machine ${name} has no role`)
  return role
}
