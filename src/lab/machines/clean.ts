/** `lab clean`: frees disk. Says what goes before it goes; what a running lab uses, or a lab's disks stand on, stays. */
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { cacheDir, isAlive, withLock } from '../cache.ts'
import { historyText, isBlank } from '../history.ts'
import { supplyCatalogue } from '../supply/index.ts'
import type { StaleState } from '../types.ts'
import { cachedBaseImage } from './base-image.ts'
import type { BaseImage } from './base-image.ts'
import { tryCommand } from './command.ts'
import { KEPT_STATE, keptStates } from './kept-state.ts'
import { runningState } from './keeper-process.ts'
import { labPaths, labsDir } from './lab-name.ts'
import type { LabPaths } from './lab-name.ts'
import { lastPlan } from './plan.ts'
import { qemu } from './qemu.ts'
import { readRecord } from './record.ts'
import { snapshotsOf } from './snapshots.ts'
import { uml } from './uml.ts'

export interface CleanOptions {
  /** Everything that no running lab uses: the whole cache, the disks and snapshots of labs that are down. */
  readonly all: boolean
  /** Only say it. */
  readonly dryRun: boolean
}

interface Waste {
  readonly path: string
  readonly why: string
  /** Part of this lab, which may have been started meanwhile. */
  readonly lab?: LabPaths
}

/** @throws UserError while something is being built. */
export async function clean(options: CleanOptions, stale: StaleState, print: (line: string) => void): Promise<void> {
  const labs = await Promise.all((await names(labsDir())).map(lookAt))
  const found = [...(await cacheWaste(labs, options, stale)), ...labs.flatMap((lab) => labWaste(lab, options))]
  if (found.length === 0) return print('nothing to free')
  const sizes = await sizesOf(found.map(({ path }) => path))
  for (const { path, why } of found) print(`${(sizes.get(path) ?? '?').padStart(6)}  ${path}  (${why})`)
  if (options.dryRun) return print('nothing was removed: --dry-run')
  for (const { path, lab } of found) {
    const remove = (): Promise<void> => rm(path, { recursive: true, force: true })
    if (lab === undefined) await remove()
    else
      await withLock(join(lab.dir, 'lock'), undefined, async () => ((await runningState(lab)) ? undefined : remove()))
  }
  print(`freed: ${sizes.get('total') ?? '?'} (files that others still share count with the last of them)`)
}

interface Lab {
  readonly paths: LabPaths
  readonly running: boolean
  readonly blank: boolean
  readonly text: string
  readonly generation: string | undefined
  /** Folders that its machines or its mirror read. */
  readonly uses: readonly string[]
  readonly snapshots: readonly string[]
}

async function lookAt(name: string): Promise<Lab> {
  const paths = labPaths(name)
  const [state, record, plan] = await Promise.all([runningState(paths), readRecord(paths), lastPlan(paths)])
  const running = state !== undefined
  const served =
    running && plan !== undefined
      ? [plan.kernel.dir, dirname(plan.kernel.dir), plan.mirror.www, plan.mirror.registry, dirname(plan.mirror.cert)]
      : []
  return {
    paths,
    running,
    blank: record === undefined || isBlank(record.history),
    text: record === undefined ? 'blank' : historyText(record.history),
    generation: record?.generation,
    uses: [...(record === undefined ? [] : [record.base.dir]), ...served],
    snapshots: (await snapshotsOf(paths)).map((snapshot) => snapshot.dir),
  }
}

/** Disks of a lab that is down: blank ones are made again in no time, others only with `--all`. */
function labWaste({ paths, running, blank, text, generation, snapshots }: Lab, { all }: CleanOptions): Waste[] {
  const disks = generation === undefined ? undefined : join(paths.disks, generation)
  if (running || disks === undefined || !existsSync(disks)) return []
  if (!all) return blank ? [{ path: disks, why: `blank disks of lab "${paths.name}", which is down`, lab: paths }] : []
  return [
    { path: paths.dir, why: `lab "${paths.name}", which is down: ${text}`, lab: paths },
    ...snapshots.map((path) => ({ path, why: 'in it: a snapshot', lab: paths })),
  ]
}

async function cacheWaste(labs: readonly Lab[], { all }: CleanOptions, stale: StaleState): Promise<Waste[]> {
  const folder = join(cacheDir(), 'entries')
  const gone = all ? labs.filter((lab) => !lab.running) : []
  const used = new Set(labs.filter((lab) => !gone.includes(lab)).flatMap((lab) => lab.uses))
  const current = all ? new Map<string, ReadonlySet<string>>() : await currentEntries(stale)
  const found: Waste[] = []
  for (const name of await names(folder)) {
    const path = join(folder, name)
    const builder = /\.building-(\d+)-/.exec(name)?.[1]
    if (builder !== undefined && isAlive(Number(builder))) {
      throw new UserError(`process ${builder} is building ${name}`, 'wait until it has ended')
    }
    if (name.endsWith('.lock') || used.has(path)) continue
    if (builder !== undefined) found.push({ path, why: 'half built' })
    else if (all) found.push({ path, why: 'cached' })
    else {
      const kind = name.slice(0, name.lastIndexOf('-'))
      const known = current.get(kind)
      if (known !== undefined && !known.has(name)) found.push({ path, why: wasteOf(kind) })
    }
  }
  return found
}

function wasteOf(kind: string): string {
  return kind === KEPT_STATE ? 'a state that no runbook starts from any more' : 'of other versions than this checkout’s'
}

/** Names of the entries that this checkout would use, by kind; of a kind that is not in it nothing is known. */
async function currentEntries(stale: StaleState): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const current = new Map<string, Set<string>>()
  const add = (kind: string, key: string | undefined): void => {
    const known = current.get(kind) ?? new Set()
    if (key !== undefined) known.add(`${kind}-${key.slice(0, 20)}`)
    current.set(kind, known)
  }
  for (const row of await supplyCatalogue()) add(row.artefact, row.key)
  const [first, ...more] = await currentImages()
  if (first === undefined) return current
  for (const image of [first, ...more]) add('guest-image', image.key)
  add(KEPT_STATE, undefined)
  for (const state of await keptStates([first, ...more])) if (!(await stale(state))) add(KEPT_STATE, state.key)
  return current
}

/** Of each driver whose image is cached; none where uml's is not: its states cannot be told from stale ones then. */
async function currentImages(): Promise<readonly BaseImage[]> {
  const images: BaseImage[] = []
  // qemu-tcg boots from qemu's.
  for (const driver of [uml, qemu]) {
    const kernel = await driver.cachedKernel()
    const image = kernel === undefined ? undefined : await cachedBaseImage(driver, kernel)
    if (image !== undefined) images.push(image)
    else if (driver === uml) return []
  }
  return images
}

/** Human-readable sizes by path, and `total`; hard links within the set count once. */
async function sizesOf(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await tryCommand(['du', '--summarize', '--human-readable', '--total', ...paths])
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([size = '?', path = '']) => [path, size]),
  )
}

async function names(folder: string): Promise<string[]> {
  return existsSync(folder) ? (await readdir(folder)).toSorted() : []
}
