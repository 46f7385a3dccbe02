/** Snapshots of a lab: the user's, by name, below the lab; and states that the runner keeps for all labs. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EXIT, UserError, suggest } from '../../errors/index.ts'
import { withLock } from '../cache.ts'
import { historyText } from '../history.ts'
import { driverOf } from './choose-driver.ts'
import { tryCommand } from './command.ts'
import { ask } from './control.ts'
import { fromKeptState, keep } from './kept-state.ts'
import { runningState } from './keeper-process.ts'
import { labName, labPaths } from './lab-name.ts'
import type { LabPaths } from './lab-name.ts'
import { lastPlan, writePlan } from './plan.ts'
import { dropOldDisks, guestDisks, readRecord, writeRecord } from './record.ts'
import type { LabRecord } from './record.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'
import type { SnapshotRecord } from './snapshot.ts'

type Log = (line: string) => void

export interface NamedSnapshot {
  readonly name: string
  readonly dir: string
  readonly snapshot: SnapshotRecord
}

const NAME = /^[a-z0-9][a-z0-9.-]{0,40}$/

/**
 * Keeps what the machines hold under a name. They are powered off for it and booted again; off ones stay off.
 * @throws UserError when the name is taken or there is nothing to keep.
 */
export async function takeSnapshot(lab: string | undefined, name: string, log: Log): Promise<void> {
  const paths = labPaths(labName(lab))
  checkName(name)
  await locked(paths, log, async () => {
    const record = await readRecord(paths)
    if (record === undefined)
      throw new UserError(`lab "${paths.name}" has no machines yet`, 'start it: npm run lab -- up', EXIT.unreachable)
    const taken = (await snapshotsOf(paths)).find((one) => one.name === name)
    if (taken !== undefined) throw nameTaken(taken)
    const up = (await runningState(paths)) !== undefined
    if (up) await ask(paths, 'off', log)
    try {
      const started = performance.now()
      await writeNamed(paths, record, name)
      log(`snapshot "${name}" made (${seconds(started)}): ${historyText(record.history)}`)
    } finally {
      if (up) await ask(paths, 'boot', log)
    }
  })
}

/** Makes it beside its place first: half a snapshot is never seen. */
async function writeNamed(paths: LabPaths, record: LabRecord, name: string): Promise<void> {
  await mkdir(paths.snapshots, { recursive: true, mode: 0o700 })
  for (const left of await readdir(paths.snapshots)) {
    // We hold the lab's lock: whoever was making it is gone.
    if (left.startsWith('.')) await rm(join(paths.snapshots, left), { recursive: true, force: true })
  }
  const making = join(paths.snapshots, `.${name}`)
  try {
    await writeSnapshot(paths, record, driverOf(record), making)
    await rename(making, join(paths.snapshots, name))
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
}

/** The user's snapshots of a lab, oldest first. */
export async function snapshotsOf(paths: LabPaths): Promise<NamedSnapshot[]> {
  if (!existsSync(paths.snapshots)) return []
  const found: NamedSnapshot[] = []
  for (const name of await readdir(paths.snapshots)) {
    const dir = join(paths.snapshots, name)
    const snapshot = name.startsWith('.') ? undefined : await readSnapshot(dir)
    if (snapshot !== undefined) found.push({ name, dir, snapshot })
  }
  return found.toSorted((a, b) => a.snapshot.madeAt.localeCompare(b.snapshot.madeAt))
}

/** @throws UserError with the nearest name. */
export async function findSnapshot(paths: LabPaths, name: string): Promise<NamedSnapshot> {
  const all = await snapshotsOf(paths)
  const found = all.find((one) => one.name === name)
  if (found !== undefined) return found
  const names = all.map((one) => one.name)
  throw new UserError(
    `lab "${paths.name}" has no snapshot "${name}"`,
    names.length === 0 ? 'it has none; make one: npm run lab -- snapshot NAME' : suggest(name, names, 'it has'),
  )
}

/** One line a snapshot, for people. */
export async function snapshotLines(lab: string | undefined): Promise<string[]> {
  const paths = labPaths(labName(lab))
  const lines: string[] = []
  for (const { name, dir, snapshot } of await snapshotsOf(paths)) {
    const size = (await tryCommand(['du', '--summarize', '--human-readable', dir])).stdout.split('\t')[0] ?? '?'
    const when = snapshot.madeAt.slice(0, 16).replace('T', ' ')
    lines.push(`${name}  ${when}  ${size}  ${snapshot.topology}  ${historyText(snapshot.history)}`)
  }
  return lines.length === 0 ? [`lab "${paths.name}" has no snapshots`] : lines
}

export async function removeSnapshot(lab: string | undefined, name: string, log: Log): Promise<void> {
  const paths = labPaths(labName(lab))
  await locked(paths, log, async () => {
    const { dir } = await findSnapshot(paths, name)
    if ((await readRecord(paths))?.base.dir === dir) {
      throw new UserError(
        `the disks of lab "${paths.name}" are the difference to snapshot "${name}"`,
        'give the machines others first: npm run lab -- reset, or restore another snapshot',
      )
    }
    await rm(dir, { recursive: true })
    log(`snapshot "${name}" is gone`)
  })
}

/** See `LabHandle.keepState`; the machines go on from what was kept. Gives the disks' new generation. */
export async function keepRunningState(paths: LabPaths, key: string, log: Log): Promise<string> {
  return locked(paths, log, async () => {
    const [record, plan] = [await readRecord(paths), await lastPlan(paths)]
    if (record === undefined || plan === undefined) throw new UserError(`${paths.record} is gone`)
    await ask(paths, 'off', log)
    const started = performance.now()
    try {
      await keep(key, (out) => writeSnapshot(paths, record, driverOf(record), out))
    } catch (error) {
      await ask(paths, 'boot', log)
      throw error
    }
    log(`what the machines hold is kept (${seconds(started)}); they go on from it`)
    const next = (await fromKeptState(record, [key])) ?? record
    await writeRecord(paths, next)
    await writePlan(paths, { ...plan, guests: guestDisks(paths, next) })
    await ask(paths, 'renew', log)
    await dropOldDisks(paths, next)
    return next.generation
  })
}

function locked<T>(paths: LabPaths, log: Log, work: () => Promise<T>): Promise<T> {
  const wait = (): void => log(`another command is at work on lab "${paths.name}"; waiting for it`)
  return withLock(join(paths.dir, 'lock'), wait, work)
}

function checkName(name: string): void {
  if (NAME.test(name)) return
  throw new UserError(
    `snapshot name "${name}" is not valid`,
    'use small letters, digits, hyphens and dots, 41 characters at most',
  )
}

function nameTaken({ name, snapshot }: NamedSnapshot): UserError {
  return new UserError(
    `there is a snapshot "${name}" already, of ${snapshot.madeAt.slice(0, 16).replace('T', ' ')}`,
    `take another name, or remove it first: npm run lab -- snapshot-rm ${name}`,
  )
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`
}
