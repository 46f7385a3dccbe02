/** States after runbooks, kept in the cache under a key of all that led to them; any lab of this computer starts from them. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDir, ensureEntry, findEntry } from '../cache.ts'
import type { KeptState } from '../types.ts'
import type { BaseImage } from './base-image.ts'
import { readJson } from './json-file.ts'
import { labPaths } from './lab-name.ts'
import { labOffer } from './offer.ts'
import { newRecord, withFreshDisks } from './record.ts'
import type { LabRecord } from './record.ts'
import { readSnapshot, snapshotBase } from './snapshot.ts'

export const KEPT_STATE = 'lab-state'

/** The same lab with disks of the first of these states that is there; undefined when none is. */
export async function fromKeptState(record: LabRecord, keys: readonly string[]): Promise<LabRecord | undefined> {
  for (const key of keys) {
    const dir = findEntry(KEPT_STATE, key)
    const snapshot = dir === undefined ? undefined : await readSnapshot(dir)
    if (dir === undefined || snapshot === undefined) continue
    const name = `kept state after ${snapshot.history.done.map((ran) => ran.runbook).join(', ')}`
    return withFreshDisks({ ...record, base: snapshotBase(name, dir, snapshot), history: snapshot.history })
  }
  return undefined
}

/** All kept states; each as a lab with that of these images would make it which it is of, else with the first. */
export async function keptStates(images: readonly [BaseImage, ...BaseImage[]]): Promise<KeptState[]> {
  const folder = join(cacheDir(), 'entries')
  const found: KeptState[] = []
  for (const name of existsSync(folder) ? await readdir(folder) : []) {
    const dir = name.startsWith(`${KEPT_STATE}-`) ? join(folder, name) : undefined
    const snapshot = dir === undefined ? undefined : await readSnapshot(dir)
    if (dir === undefined || snapshot === undefined) continue
    // The cache's own note on the entry.
    const note = await readJson(join(dir, '.complete'))
    const key = typeof note === 'object' && note !== null && 'key' in note ? String(note.key) : ''
    const { topology, only, runtimes, ground } = snapshot
    const image = images.find((one) => one.ground === ground) ?? images[0]
    const record = { ...newRecord(topology, image), ...(only === undefined ? {} : { only }), runtimes }
    const offer = await labOffer(labPaths('default'), record, image)
    found.push({ key, after: snapshot.history.done.map((ran) => ran.runbook), offer })
  }
  return found
}

/** Keeps a state unless it is kept already; `write` fills a folder as `writeSnapshot` does. */
export async function keep(key: string, write: (out: string) => Promise<void>): Promise<void> {
  await ensureEntry({ name: KEPT_STATE, key, build: write })
}
