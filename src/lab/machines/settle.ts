/** Which lab it will be: what it was last time, and what is asked for now. Pure. */
import { UserError } from '../../errors/index.ts'
import { BLANK, historyText, holdsOtherWork, isBlank } from '../history.ts'
import type { LabOptions } from '../types.ts'
import type { BaseImage } from './base-image.ts'
import type { DriverName } from './driver.ts'
import { blankBase, newRecord, recordMachines, withFreshDisks } from './record.ts'
import type { LabRecord } from './record.ts'
import { machinesOf, sameMachines } from './topology.ts'

export interface Situation {
  readonly lab: string
  readonly running: boolean
  /** The images under the lab's disks are still there. */
  readonly baseThere: boolean
  /** Machines of another kind, which cannot boot the disks that there are. */
  readonly otherDriver?: { readonly was: DriverName; readonly will: DriverName } | undefined
  /** What blank machines are made from today. */
  readonly image: BaseImage
}

export interface Settled {
  readonly record: LabRecord
  /** Worth telling the person. */
  readonly notes: readonly string[]
}

type Wish = Pick<LabOptions, 'topology' | 'only' | 'runtimes' | 'memory' | 'fresh' | 'again'>

/** @throws UserError when work would be lost unasked, or a running lab would have to be another one. */
export function settle(before: LabRecord | undefined, wish: Wish, situation: Situation): Settled {
  const { image, running, lab } = situation
  const again = wish.again ?? 'npm run lab -- up'
  if (before === undefined) return { record: shaped(newRecord(wish.topology ?? 'single', image), wish), notes: [] }
  const wanted = shaped({ ...before, topology: wish.topology ?? before.topology }, wish)
  const was = recordMachines(before)
  const will = recordMachines(wanted)
  const others = !sameMachines(was, will)
  // `blank` and `single` are the same machines: what a lab is called changes with its machines only.
  const kept = others ? wanted : { ...wanted, topology: before.topology }
  if (running && others) throw otherTopology(lab, before, wanted, again)
  if (running && was.some((spec, at) => spec.memoryMiB !== will[at]?.memoryMiB)) {
    throw new UserError(
      `lab "${lab}" is up, and its machines have other memory sizes`,
      `npm run lab -- down, then: ${again}`,
    )
  }
  const fresh = (notes: readonly string[]): Settled => ({
    record: withFreshDisks({ ...kept, base: blankBase(image), history: BLANK }),
    notes,
  })
  if (wish.fresh === true) return fresh(isBlank(before.history) ? [] : [`thrown away: ${historyText(before.history)}`])
  const otherRuntime = was.some((spec, at) => spec.runtime !== will[at]?.runtime)
  if ((others || otherRuntime) && !isBlank(before.history)) {
    throw holdsOtherWork(lab, before.history, `${shapeText(wanted)} is asked for; it has ${shapeText(before)}`, again)
  }
  const { otherDriver } = situation
  if (otherDriver !== undefined && !isBlank(before.history)) {
    const why = `its disks are of driver ${otherDriver.was}; with driver ${otherDriver.will} they do not boot`
    throw holdsOtherWork(lab, before.history, why, again)
  }
  if (others || otherDriver !== undefined) return fresh([])
  if (running) return { record: kept, notes: [] }
  if (before.base.ground !== image.ground || !situation.baseThere) {
    const why = situation.baseThere ? 'are of another kernel or authority' : 'have lost the images under them'
    return fresh([`the machines' disks ${why}: they get fresh ones (they were: ${historyText(before.history)})`])
  }
  if (before.base.each || before.base.key === image.key) return { record: kept, notes: [] }
  if (isBlank(before.history)) return fresh([])
  return { record: kept, notes: ['the guest image has changed; these machines keep theirs until they are reset'] }
}

/** A wish for `every` machine replaces what was wished for single ones. */
function shaped(record: LabRecord, wish: Wish): LabRecord {
  const merged = <T>(old: Readonly<Record<string, T>>, asked: Readonly<Record<string, T>> = {}) =>
    'every' in asked ? asked : { ...old, ...asked }
  const { only: before, ...rest } = record
  const only = wish.only ?? (wish.topology === undefined ? before : undefined)
  return {
    ...rest,
    ...(only === undefined ? {} : { only }),
    runtimes: merged(record.runtimes, wish.runtimes),
    memory: merged(record.memory, wish.memory),
  }
}

function otherTopology(lab: string, before: LabRecord, wanted: LabRecord, again: string): UserError {
  return new UserError(
    `lab "${lab}" is up with ${shapeText(before)}; ${shapeText(wanted)} is asked for`,
    [
      `end it: npm run lab -- down, then: ${again}${isBlank(before.history) ? '' : ' --fresh (its work is lost)'}`,
      `or use another lab beside it: K8S101_LAB=${wanted.topology} ${again}`,
    ].join('\n  '),
  )
}

function shapeText(record: LabRecord): string {
  const { runtimes: wished, only } = record
  const machines = machinesOf(record.topology, { runtimes: wished, ...(only === undefined ? {} : { only }) })
  const runtimes = new Set(machines.map((spec) => spec.runtime))
  const names = machines.map((spec) => (runtimes.size === 1 ? spec.name : `${spec.name} on ${spec.runtime}`))
  return `topology ${record.topology} (${names.join(', ')}${runtimes.size === 1 ? `; ${[...runtimes].join()}` : ''})`
}
