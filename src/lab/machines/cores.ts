/**
 * Which core of this computer each machine runs on.
 *
 * A machine of User Mode Linux is a kernel and its programs as processes that wait for each other all the time. Free to run
 * anywhere, a cluster at work made each of two cores wake the other up thousands of times a second (28,000 interrupts a
 * second; 4,000 with each machine on one core) and left a quarter of both idle while the control plane was late. A core that
 * is asked for too much gives a machine away to one with room.
 */

/** A machine as seen during one interval, in shares of a core: 1 is all the time. */
export interface Tenant {
  readonly name: string
  readonly core: number
  /** It ran. */
  readonly ran: number
  /** It could have run, but others did. */
  readonly waited: number
}

/** Share of each core that all programs of this computer used, 0 to 1, by the core's number. */
export type CoreLoads = ReadonlyMap<number, number>

export interface Move {
  readonly name: string
  readonly to: number
}

/** What a move must at least bring, as a share of a core: less would be undone by the next interval. */
const GAIN = 0.2
/** A core with more room than the rest of this has no reason to give anything away. */
const FULL = 0.9

/** Whether a core is so full that it may be worth looking at the machines. */
export function anyFull(loads: CoreLoads): boolean {
  return [...loads.values()].some((load) => load >= FULL)
}

/**
 * Which machine should go where, if any: from the core of which most is asked to the one of which least is, so that the
 * fuller of the two becomes as empty as it can.
 * @param tenants Those that others wait for first; of two that would do, the latter moves.
 */
export function nextMove(loads: CoreLoads, tenants: readonly Tenant[]): Move | undefined {
  const asked = [...loads]
    .map(([core, load]) => {
      const waiting = tenants.filter((tenant) => tenant.core === core).reduce((sum, { waited }) => sum + waited, 0)
      return { core, asked: load + waiting }
    })
    .toSorted((a, b) => a.asked - b.asked)
  const [to, from] = [asked[0], asked.at(-1)]
  if (to === undefined || from === undefined || from.asked < FULL) return undefined
  const after = ({ ran, waited }: Tenant): number => Math.max(from.asked - ran - waited, to.asked + ran + waited)
  const [best] = tenants
    .filter((tenant) => tenant.core === from.core && after(tenant) < from.asked - GAIN)
    .toReversed()
    .toSorted((a, b) => after(a) - after(b))
  return best === undefined ? undefined : { name: best.name, to: to.core }
}

/**
 * The core that each machine starts on: a core for the first of them, as it is the control plane, which everything waits
 * for, and the others for the rest.
 * @param names The machines, those that others wait for first.
 * @param cores Numbers of the cores that may be used.
 */
export function firstCores(names: readonly string[], cores: readonly number[]): ReadonlyMap<string, number> {
  const [first = 0, ...rest] = cores
  const others = rest.length === 0 ? [first] : rest
  return new Map(names.map((name, at) => [name, at === 0 ? first : (others[(at - 1) % others.length] ?? first)]))
}
