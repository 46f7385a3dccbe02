/** Keeps each machine on one core, and moves one away from a core that is too full; see cores.ts. */
import { readFile } from 'node:fs/promises'
import { processIds, statFields } from '../../process/index.ts'
import { tryCommand } from './command.ts'
import { anyFull, firstCores, nextMove } from './cores.ts'
import type { Tenant } from './cores.ts'

const INTERVAL_MILLISECONDS = 3000
/** Intervals after a move in which nothing moves: a move costs, and what it brings shows late. */
const REST_INTERVALS = 4
const NANOSECONDS_PER_MILLISECOND = 1_000_000

/** A running machine: the group of its processes has the number of its first one. */
export interface Runs {
  readonly name: string
  readonly pid: number
}

/** Processor time of a core, in the kernel's unit. */
interface CoreTime {
  readonly busy: number
  readonly all: number
}
/** Nanoseconds of a process, or of all of a machine. */
interface Times {
  readonly ran: number
  readonly waited: number
}
interface MachineTimes {
  /** Milliseconds. */
  readonly at: number
  readonly times: ReadonlyMap<string, Times>
}

export class CoreWatch {
  readonly #cores: readonly number[]
  readonly #place: Map<string, number>
  readonly #running: () => readonly Runs[]
  readonly #stat: () => Promise<string>
  #coreTimes: ReadonlyMap<number, CoreTime> = new Map()
  /** Only while a core is too full: reading every process costs. */
  #machineTimes: MachineTimes | undefined
  #resting = 0

  /**
   * @param names All machines, those that others wait for first.
   * @param cores Numbers of the cores that may be used, at least two.
   * @param running Those that run now.
   * @param stat What /proc/stat says.
   */
  constructor(
    names: readonly string[],
    cores: readonly number[],
    running: () => readonly Runs[],
    stat: () => Promise<string> = () => readFile('/proc/stat', 'utf8'),
  ) {
    this.#cores = cores
    this.#stat = stat
    this.#place = new Map(firstCores(names, cores))
    this.#running = running
  }

  /** The core that a machine starts on, or stays on when it starts again. */
  coreOf(name: string): number {
    return this.#place.get(name) ?? 0
  }

  /** Looks as long as this process lives, one look at a time; one that fails is left out, since machines work without. */
  start(): void {
    const next = (): Promise<void> =>
      this.look()
        .catch(() => undefined)
        .then(() => this.start())
    setTimeout(() => void next(), INTERVAL_MILLISECONDS).unref()
  }

  async look(): Promise<void> {
    const before = this.#coreTimes
    this.#coreTimes = coreTimes(await this.#stat())
    const loads = new Map(
      [...this.#coreTimes].flatMap(([core, now]) => {
        const then = before.get(core)
        if (then === undefined || !this.#cores.includes(core) || now.all === then.all) return []
        return [[core, (now.busy - then.busy) / (now.all - then.all)] as const]
      }),
    )
    this.#resting -= 1
    if (!anyFull(loads) || this.#resting > 0) {
      this.#machineTimes = undefined
      return
    }
    const then = this.#machineTimes
    const now = await machineTimes(this.#running())
    this.#machineTimes = now
    if (then === undefined) return
    const move = nextMove(loads, this.#tenants(then, now))
    if (move === undefined) return
    this.#machineTimes = undefined
    this.#resting = REST_INTERVALS
    this.#place.set(move.name, move.to)
    const pid = this.#running().find(({ name }) => name === move.name)?.pid
    if (pid !== undefined) await moveGroup(pid, move.to)
  }

  #tenants(then: MachineTimes, now: MachineTimes): Tenant[] {
    const passed = now.at - then.at
    return [...this.#place].flatMap(([name, core]) => {
      const [before, after] = [then.times.get(name), now.times.get(name)]
      if (before === undefined || after === undefined) return []
      const share = (from: number, to: number): number => Math.max(0, to - from) / NANOSECONDS_PER_MILLISECOND / passed
      return [{ name, core, ran: share(before.ran, after.ran), waited: share(before.waited, after.waited) }]
    })
  }
}

/** The cores that this process may run on, by its /proc/self/status. */
export function allowedCores(status: string): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '0'
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}

/** Of /proc/stat; a core that waits for a disk is idle. */
export function coreTimes(stat: string): ReadonlyMap<number, CoreTime> {
  return new Map(
    [...stat.matchAll(/^cpu(\d+) (.*)$/gm)].map(([, core, figures = '']) => {
      const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, ...more] = figures.split(' ').map(Number)
      // The last two, of guests, are in the first two already.
      const busy = user + nice + system + more.slice(0, 3).reduce((sum, one) => sum + one, 0)
      return [Number(core), { busy, all: busy + idle + wait }]
    }),
  )
}

async function machineTimes(running: readonly Runs[]): Promise<MachineTimes> {
  const times = new Map<string, Times>()
  const names = new Map(running.map(({ name, pid }) => [pid, name]))
  for (const { pid, group } of await processes()) {
    const name = names.get(group)
    if (name === undefined) continue
    const { ran, waited } = timesOf(await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => ''))
    const sum = times.get(name) ?? { ran: 0, waited: 0 }
    times.set(name, { ran: sum.ran + ran, waited: sum.waited + waited })
  }
  return { at: performance.now(), times }
}

interface Process {
  readonly pid: number
  readonly group: number
}

async function processes(): Promise<Process[]> {
  const found: Process[] = []
  for (const pid of await processIds()) {
    // It may be gone by now.
    const group = groupOf(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))
    if (group !== undefined) found.push({ pid, group })
  }
  return found
}

/** Of /proc/PID/stat; undefined of none. */
export function groupOf(stat: string): number | undefined {
  return stat === '' ? undefined : Number(statFields(stat)[2])
}

/** Of /proc/PID/schedstat: nanoseconds on a core, and waiting for one. */
export function timesOf(schedstat: string): Times {
  const [ran = 0, waited = 0] = schedstat.split(' ').map(Number)
  return { ran, waited }
}

/** The first process goes first: what it starts from then on is where it is. */
async function moveGroup(group: number, core: number): Promise<void> {
  const pids = (await processes()).filter((one) => one.group === group).map(({ pid }) => pid)
  const each = 'core=$1; shift; for pid; do taskset --all-tasks --cpu-list --pid "$core" "$pid" || true; done'
  await tryCommand(['sh', '-c', each, 'sh', String(core), ...pids.toSorted((a, b) => a - b).map(String)])
}
