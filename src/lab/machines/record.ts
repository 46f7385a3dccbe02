/**
 * What a lab is, over all its starts: topology, sizes, which disks, and what they hold. One file, written whole, so that
 * a change of all of it (reset, restore) has happened or has not, whenever the computer stops.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RuntimeName, Topology } from '../../chapter/types.ts'
import { BLANK } from '../history.ts'
import type { History } from '../history.ts'
import { writeAtomically } from './atomic.ts'
import type { BaseImage } from './base-image.ts'
import type { DriverName, GuestDisks } from './driver.ts'
import { readJson } from './json-file.ts'
import type { LabPaths } from './lab-name.ts'
import { isTopology, machinesOf } from './topology.ts'
import type { MachineSpec } from './topology.ts'

/** The read-only images that the machines' disks are the difference to. */
export interface DiskBase {
  /** `blank`, or what the snapshot is called, for people. */
  readonly name: string
  readonly dir: string
  readonly key: string
  /** Of the image that all began with: see BaseImage. */
  readonly ground: string
  /** Each machine has an image of its own (a snapshot), or all share one. */
  readonly each: boolean
}

export interface LabRecord {
  readonly topology: Topology
  /** See `driverOf`. */
  readonly driver?: DriverName
  /** The only machines of the topology that there are. Not there: all. */
  readonly only?: readonly string[]
  readonly runtimes: Readonly<Record<string, RuntimeName>>
  /** MiB, where another size than the usual one was asked for. */
  readonly memory: Readonly<Record<string, number>>
  readonly base: DiskBase
  /** Names the folder of the disks: another one is another set of disks. */
  readonly generation: string
  readonly history: History
}

export function recordMachines(record: LabRecord): readonly MachineSpec[] {
  return machinesOf(record.topology, record)
}

/** The same lab with fresh disks over other images. */
export function withFreshDisks(record: Omit<LabRecord, 'generation'>): LabRecord {
  return { ...record, generation: randomBytes(4).toString('hex') }
}

export function blankBase(image: BaseImage): DiskBase {
  return { name: 'blank', dir: image.dir, key: image.key, ground: image.ground, each: false }
}

export function newRecord(topology: Topology, image: BaseImage): LabRecord {
  return withFreshDisks({ topology, runtimes: {}, memory: {}, base: blankBase(image), history: BLANK })
}

export function guestDisks(paths: LabPaths, record: LabRecord): GuestDisks {
  const { base, generation } = record
  return { baseImage: base.dir, each: base.each, disks: paths.disks, generation }
}

export async function readRecord(paths: LabPaths): Promise<LabRecord | undefined> {
  const value = await readJson(paths.record)
  return isRecord(value) ? value : undefined
}

export async function writeRecord(paths: LabPaths, record: LabRecord): Promise<void> {
  await mkdir(join(paths.disks, record.generation), { recursive: true, mode: 0o700 })
  await writeAtomically(paths.record, `${JSON.stringify(record, null, 2)}\n`)
}

/** Deletes disks that the record does not name. */
export async function dropOldDisks(paths: LabPaths, record: LabRecord): Promise<void> {
  for (const entry of await readdir(paths.disks, { withFileTypes: true })) {
    const disks = entry.isDirectory() && /^[0-9a-f]{8}$/.test(entry.name) && entry.name !== record.generation
    if (disks || entry.name.endsWith('.cow')) await rm(join(paths.disks, entry.name), { recursive: true, force: true })
  }
}

// Written by this code, whole or not at all: the check tells it from a file of another version.
function isRecord(value: unknown): value is LabRecord {
  if (typeof value !== 'object' || value === null) return false
  const keys = ['topology', 'runtimes', 'memory', 'base', 'generation', 'history']
  return keys.every((key) => key in value) && 'topology' in value && isTopology(String(value.topology))
}
