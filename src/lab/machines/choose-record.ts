/** What a lab will be, before anything of it is written or boots: as it was, fresh, from a kept state or a snapshot. */
import { existsSync } from 'node:fs'
import { UserError } from '../../errors/index.ts'
import { BLANK, isBlank } from '../history.ts'
import type { LabOptions } from '../types.ts'
import type { BaseImage } from './base-image.ts'
import { driverOf } from './choose-driver.ts'
import type { Driver } from './driver.ts'
import { fromKeptState } from './kept-state.ts'
import type { LabPaths } from './lab-name.ts'
import { labOffer } from './offer.ts'
import { blankBase, readRecord, withFreshDisks } from './record.ts'
import type { LabRecord } from './record.ts'
import { settle } from './settle.ts'
import { snapshotBase } from './snapshot.ts'
import { findSnapshot } from './snapshots.ts'

export interface Means {
  readonly driver: Driver
  /** What blank machines are made from. */
  readonly baseImage: BaseImage
  readonly running: boolean
}

/** @throws UserError when work would be lost unasked, or these means do not carry what is asked for. */
export async function chooseRecord(paths: LabPaths, options: LabOptions, means: Means): Promise<LabRecord> {
  const { snapshot } = options
  const record = await (snapshot === undefined
    ? startedRecord(paths, options, means)
    : restoredRecord(paths, options, snapshot, means))
  return { ...record, driver: means.driver.name }
}

/** The driver of the disks that the lab has or asks for; undefined when there are none yet. */
export async function driverOfDisks(paths: LabPaths, snapshot: string | undefined): Promise<Driver | undefined> {
  if (snapshot !== undefined) return driverOf((await findSnapshot(paths, snapshot)).snapshot)
  const record = await readRecord(paths)
  return record === undefined ? undefined : driverOf(record)
}

async function startedRecord(
  paths: LabPaths,
  options: LabOptions,
  { driver, baseImage, running }: Means,
): Promise<LabRecord> {
  const before = await readRecord(paths)
  const baseThere = before === undefined || existsSync(before.base.dir)
  const was = before === undefined ? driver : driverOf(before)
  const otherDriver = was.family === driver.family ? undefined : { was: was.name, will: driver.name }
  const situation = { lab: paths.name, running, baseThere, otherDriver, image: baseImage }
  const { record, notes } = settle(before, options, situation)
  const start = options.decide?.(await labOffer(paths, record, baseImage)) ?? { kind: 'as-is' }
  for (const note of notes) options.log(note)
  if (start.kind === 'as-is') return record
  const kept = await fromKeptState(record, start.keys)
  if (kept !== undefined) return kept
  // Nobody knows what was done by hand on machines that are called blank: what is kept for all must not hold it.
  if (isBlank(record.history) && start.keys.length === 0) return record
  return withFreshDisks({ ...record, base: blankBase(baseImage), history: BLANK })
}

/** The lab that a snapshot is of, with fresh disks over its images. */
async function restoredRecord(
  paths: LabPaths,
  options: LabOptions,
  name: string,
  { driver, baseImage, running }: Means,
): Promise<LabRecord> {
  const { dir, snapshot } = await findSnapshot(paths, name)
  const again = `npm run lab -- restore ${name}`
  const was = driverOf(snapshot)
  if (was.family !== driver.family) {
    throw new UserError(
      `snapshot "${name}" was made with driver ${was.name}; its disks do not boot with driver ${driver.name}`,
      running ? `end the lab first: npm run lab -- down, then: ${again}` : `K8S101_DRIVER=${was.name} ${again}`,
    )
  }
  if (snapshot.ground !== baseImage.ground) {
    throw new UserError(
      `snapshot "${name}" was made with another kernel or authority than the lab has now; its disks do not boot here`,
      `remove it: npm run lab -- snapshot-rm ${name}`,
    )
  }
  const { topology, only, runtimes, history } = snapshot
  const wish = { ...options, topology, ...(only === undefined ? {} : { only }), fresh: true, again }
  const situation = { lab: paths.name, running, baseThere: true, image: baseImage }
  const { record, notes } = settle(await readRecord(paths), wish, situation)
  for (const note of notes) options.log(note)
  return { ...record, runtimes, history, base: snapshotBase(`snapshot ${name}`, dir, snapshot) }
}
