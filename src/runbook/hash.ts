/** Content hashes: of one item, and the chain that says "this item, after all that came before it". */
import { createHash } from 'node:crypto'
import type { Distro, RuntimeName } from '../chapter/types.ts'
// Not through the door, which loads the Markdown parser: a runbook that only runs does without it (0.5 s).
import { variantSuffix } from '../chapter/variant.ts'
import type { Exercise, Item, Runbook } from './types.ts'

/** What a host is, as far as variants go. */
export interface HostVariant {
  readonly distro: Distro
  readonly runtime: RuntimeName
}

/** What an item's hash covers: all that changes what is run or expected, not where it stands or what it is called. */
export function itemHash(item: Omit<Item, 'hash'>): string {
  const covered = Object.entries(item)
    .filter(([key]) => !['hash', 'source', 'title', 'lead'].includes(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return digest(JSON.stringify(covered, sortedKeys))
}

/** An item's id with its variant: `install/prepare/tools@debian`. Unique in a runbook. */
export function itemKey(item: Pick<Item, 'id' | 'distro' | 'runtime'>): string {
  return `${item.id}${variantSuffix(item)}`
}

/** The items that apply to a host, in order; an item without distro (runtime) applies to all. */
export function itemsFor(source: { readonly items: readonly Item[] }, host: HostVariant): Item[] {
  return source.items.filter(
    (item) =>
      (item.distro === undefined || item.distro === host.distro) &&
      (item.runtime === undefined || item.runtime === host.runtime),
  )
}

/**
 * The chain hash of every item that applies to a host, by itemKey: over the pinned versions, the variables' definitions,
 * and all items up to this one.
 */
export function chainHashes(runbook: Runbook, host: HostVariant): ReadonlyMap<string, string> {
  return chained(startOf(runbook), itemsFor(runbook, host))
}

/**
 * The chain hash of every item of one exercise, by itemKey: over the runbook's chain up to its cleanup and the exercise's
 * own items up to this one. Editing an exercise makes only its own evidence stale.
 */
export function exerciseChains(runbook: Runbook, exercise: Exercise, host: HostVariant): ReadonlyMap<string, string> {
  const last = itemsFor(runbook, host).findLast((item) => item.type === 'file' || item.phase !== 'cleanup')
  const before = last === undefined ? startOf(runbook) : chainHashes(runbook, host).get(itemKey(last))
  const start = digest(JSON.stringify({ before, exercise: exercise.id, versions: sortedEntries(exercise.versions) }))
  return chained(start, itemsFor(exercise, host))
}

function startOf(runbook: Runbook): string {
  const versions = sortedEntries(runbook.versions)
  const vars = runbook.vars.map(({ name, default: fallback, from }) => [name, fallback ?? null, from ?? null])
  return digest(JSON.stringify({ versions, vars }))
}

function chained(start: string, items: readonly Item[]): ReadonlyMap<string, string> {
  let chain = start
  return new Map(
    items.map((item) => {
      chain = digest(`${chain}\n${itemKey(item)}\n${itemHash(item)}`)
      return [itemKey(item), chain]
    }),
  )
}

function sortedEntries(versions: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(versions).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Replacer that writes the keys of objects in order, so that equal items have equal text. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
