/** Which items run on which hosts, in which order: the plan of one run. */
import type { Distro, RuntimeName } from '../chapter/types.ts'
import { suggest } from '../errors/index.ts'
import { UserError } from '../errors/index.ts'
import { chainHashes, exerciseChains, itemKey } from '../runbook/hash.ts'
import type { Exercise, Item, Runbook } from '../runbook/types.ts'
import type { Host } from '../transport/index.ts'
import { usesVariable } from './shell-text.ts'

export interface Variant {
  readonly distro: Distro
  readonly runtime: RuntimeName
}

export interface PlannedHost {
  readonly host: Host
  readonly chain: string
}

export interface PlannedItem {
  readonly item: Item
  readonly key: string
  readonly hosts: readonly PlannedHost[]
  /** Why nothing runs: the hosts are of another distribution or runtime, or the phase is not asked for. */
  readonly notRun?: 'distro' | 'runtime' | 'phase' | 'limit'
}

export interface Selection {
  readonly only: readonly string[]
  readonly from: string | undefined
  readonly verify: boolean
  readonly cleanup: boolean
  readonly limit: readonly string[]
}

/**
 * The whole runbook over these hosts, cleanup last.
 * @throws UserError (exit 2) naming every word of `on` that no host answers to, and every wrong step or host name.
 */
export function planRun(
  runbook: Runbook,
  hosts: readonly Host[],
  variantOf: (host: Host) => Variant,
  selection: Selection,
): PlannedItem[] {
  const wanted = withProducers(runbook.items, wantedItems(runbook, selection))
  checkLimit(selection.limit, hosts)
  checkHosts(runbook.id, runbook.items, hosts)
  const chains = new Map(hosts.map((host) => [host.name, chainHashes(runbook, variantOf(host))]))
  const plan = runbook.items.map((item) =>
    wanted.has(item)
      ? placed(item, { hosts, variantOf, chains, limit: selection.limit })
      : { item, key: itemKey(item), hosts: [], notRun: 'phase' as const },
  )
  return [...plan.filter((planned) => !isCleanup(planned.item)), ...plan.filter((planned) => isCleanup(planned.item))]
}

/**
 * All items of one exercise over these hosts, in the page's order.
 * @throws UserError (exit 2) naming every word of `on` that no host answers to.
 */
export function planExercise(
  runbook: Runbook,
  exercise: Exercise,
  hosts: readonly Host[],
  variantOf: (host: Host) => Variant,
): PlannedItem[] {
  checkHosts(runbook.id, exercise.items, hosts)
  const chains = new Map(hosts.map((host) => [host.name, exerciseChains(runbook, exercise, variantOf(host))]))
  return exercise.items.map((item) => placed(item, { hosts, variantOf, chains, limit: [] }))
}

interface Placing {
  readonly hosts: readonly Host[]
  readonly variantOf: (host: Host) => Variant
  /** By host name: the chain hashes of the items that apply to it. */
  readonly chains: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly limit: readonly string[]
}

function placed(item: Item, { hosts, variantOf, chains, limit }: Placing): PlannedItem {
  const key = itemKey(item)
  const all = hostsOf(item.on, hosts)
  const limited = all.filter((host) => limit.length === 0 || limit.includes(host.name))
  const planned = limited.flatMap((host) => {
    const chain = chains.get(host.name)?.get(key)
    return chain === undefined ? [] : [{ host, chain }]
  })
  if (planned.length > 0) return { item, key, hosts: planned }
  if (limited.length === 0) return { item, key, hosts: [], notRun: 'limit' }
  return { item, key, hosts: [], notRun: differs(item, all.map(variantOf)) }
}

function checkHosts(runbook: string, items: readonly Item[], hosts: readonly Host[]): void {
  const missing = new Set(items.filter((item) => hostsOf(item.on, hosts).length === 0).map((item) => item.on))
  if (missing.size === 0) return
  throw new UserError(
    `the inventory has no host for ${[...missing].map((word) => JSON.stringify(word)).join(', ')}, where steps of ${runbook} run`,
    'Give a host this role, or leave such steps out with --only.',
  )
}

export function isCleanup(item: Item): boolean {
  return item.type === 'step' && item.phase === 'cleanup'
}

function differs(item: Item, variants: readonly Variant[]): 'distro' | 'runtime' {
  return item.distro !== undefined && variants.every((variant) => variant.distro !== item.distro) ? 'distro' : 'runtime'
}

/** `all` is every cluster node, `every` includes utility; else a role, `role[N]` or a host's name. */
export function hostsOf(on: string, hosts: readonly Host[]): Host[] {
  if (on === 'every') return [...hosts]
  if (on === 'all') return hosts.filter((host) => host.roles.some((role) => role === 'master' || role === 'node'))
  const indexed = /^([a-z]+)\[(\d+)\]$/.exec(on)
  if (indexed !== null) {
    const found = hosts.filter((host) => host.roles.includes(indexed[1] ?? ''))[Number(indexed[2])]
    return found === undefined ? [] : [found]
  }
  const named = hosts.filter((host) => host.name === on)
  const withRole = hosts.filter((host) => host.roles.includes(on))
  return withRole.length > 0 ? withRole : named
}

function wantedItems(runbook: Runbook, selection: Selection): ReadonlySet<Item> {
  const ids = [...new Set(runbook.items.map((item) => item.id))]
  const only = new Set(selection.only.flatMap((word) => resolveStep(word, ids)))
  const from = selection.from === undefined ? undefined : resolveStep(selection.from, ids)[0]
  const start = from === undefined ? 0 : runbook.items.findIndex((item) => item.id === from)
  return new Set(
    runbook.items.filter((item, at) => {
      if (only.size > 0) return only.has(item.id)
      if (at < start) return false
      if (isCleanup(item)) return selection.cleanup && !selection.verify
      return !selection.verify || (item.type === 'step' && item.phase === 'verify')
    }),
  )
}

function uses(item: Item, name: string): boolean {
  return item.type === 'file' ? item.subst.includes(name) : usesVariable(`${item.script}\n${item.unless ?? ''}`, name)
}

/** Steps that capture what a wanted item uses run too: their values are stored nowhere. */
export function withProducers(items: readonly Item[], wanted: ReadonlySet<Item>): ReadonlySet<Item> {
  const all = new Set(wanted)
  for (const [at, item] of [...items.entries()].toReversed()) {
    if (all.has(item) || item.type === 'file') continue
    const later = items.slice(at + 1).filter((other) => all.has(other))
    if ([...item.captures, ...item.secrets].some((name) => later.some((other) => uses(other, name)))) all.add(item)
  }
  return all
}

/**
 * A full id (`page/step`) or its last part where that is enough.
 * @throws UserError (exit 2) with the nearest name.
 */
export function resolveStep(word: string, ids: readonly string[]): string[] {
  if (ids.includes(word)) return [word]
  const short = ids.filter((id) => id.endsWith(`/${word}`))
  if (short.length === 1) return short
  if (short.length > 1)
    throw new UserError(`step ${JSON.stringify(word)} is not one step`, `Meant is one of: ${short.join(', ')}`)
  const last = ids.map((id) => id.slice(id.lastIndexOf('/') + 1))
  throw new UserError(
    `unknown step ${JSON.stringify(word)}`,
    suggest(word, word.includes('/') ? ids : [...new Set(last)], '--list shows all; steps'),
  )
}

function checkLimit(limit: readonly string[], hosts: readonly Host[]): void {
  const names = hosts.map((host) => host.name)
  const wrong = limit.find((word) => !names.includes(word))
  if (wrong !== undefined)
    throw new UserError(`--limit ${JSON.stringify(wrong)}: no such host`, suggest(wrong, names, 'hosts'))
}
