/** A snapshot on disk: each machine's whole disk as a sparse image, and what it is a snapshot of. Read-only once made. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RuntimeName, Topology } from '../../chapter/types.ts'
import { UserError } from '../../errors/index.ts'
import type { History } from '../history.ts'
import { imageName } from './driver.ts'
import type { Driver, DriverName } from './driver.ts'
import { noRoom, roomOf } from './host-check.ts'
import { readJson } from './json-file.ts'
import type { LabPaths } from './lab-name.ts'
import { guestDisks, recordMachines } from './record.ts'
import type { DiskBase, LabRecord } from './record.ts'
import { isTopology } from './topology.ts'

const RECORD = 'snapshot.json'

export interface SnapshotRecord {
  readonly topology: Topology
  /** See `driverOf`. */
  readonly driver?: DriverName
  readonly only?: readonly string[]
  readonly runtimes: Readonly<Record<string, RuntimeName>>
  readonly ground: string
  readonly history: History
  readonly madeAt: string
}

/**
 * Fills the folder `out` from the disks of a lab whose machines are all off. Linear in what is on the disks.
 * @throws UserError when there is no room for it; `out` is for the bin then.
 */
export async function writeSnapshot(paths: LabPaths, record: LabRecord, driver: Driver, out: string): Promise<void> {
  const guests = guestDisks(paths, record)
  await mkdir(out, { recursive: true })
  for (const { name } of recordMachines(record)) {
    const cow = join(guests.disks, guests.generation, `${name}.cow`)
    const image = join(guests.baseImage, imageName(guests, name))
    if (!existsSync(cow)) throw new UserError(`machine "${name}" has no disk yet`, 'boot it once: npm run lab -- up')
    await driver.mergeDisk(cow, image, join(out, imageName({ each: true }, name))).catch((error: unknown) => {
      throw roomOf(out).scarce ? noRoom(out) : error
    })
  }
  const { topology, only, runtimes, history, base } = record
  const made: SnapshotRecord = {
    topology,
    driver: driver.name,
    ...(only === undefined ? {} : { only }),
    runtimes,
    history,
    ground: base.ground,
    madeAt: new Date().toISOString(),
  }
  await writeFile(join(out, RECORD), `${JSON.stringify(made, null, 2)}\n`)
}

/** The record of a snapshot's folder, or undefined where there is no whole snapshot. */
export async function readSnapshot(dir: string): Promise<SnapshotRecord | undefined> {
  const value = await readJson(join(dir, RECORD))
  return isSnapshot(value) ? value : undefined
}

/** Disks over a snapshot's images. */
export function snapshotBase(name: string, dir: string, snapshot: SnapshotRecord): DiskBase {
  return { name, dir, key: `${name} ${snapshot.madeAt}`, ground: snapshot.ground, each: true }
}

// Written last, whole or not at all: the check tells it from a file of another version.
function isSnapshot(value: unknown): value is SnapshotRecord {
  if (typeof value !== 'object' || value === null) return false
  const keys = ['topology', 'runtimes', 'ground', 'history', 'madeAt']
  return keys.every((key) => key in value) && 'topology' in value && isTopology(String(value.topology))
}
