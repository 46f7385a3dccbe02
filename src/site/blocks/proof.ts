/** Which run proves a block, and whether that run is still of this text. Pure: evidence and current hashes in, verdict out. */
import type { Distro, RuntimeName } from '../../chapter/types.ts'
import type { Evidence, HostResult, ItemEvidence } from '../../evidence/types.ts'

/** One evidence file with the hashes that its runbook's text has now, by item id, for the file's distro and runtime. */
export interface RunRecord {
  readonly evidence: Evidence
  readonly chains: ReadonlyMap<string, string>
  /** The hashes that the page's exercises have now, by their ids. */
  readonly exercises: ReadonlyMap<string, string>
}

export interface Variant {
  readonly distro?: Distro | undefined
  readonly runtime?: RuntimeName | undefined
}

export type Proof =
  | { readonly state: 'proven' | 'stale' | 'failed'; readonly evidence: Evidence; readonly item: ItemEvidence }
  | { readonly state: 'untested'; readonly reason: 'rhel' | 'crio' | 'never' }

/** The best record of an item: fresh before stale, then that of the page's own runbook, then newest; none leaves the reason. */
export function proofOf(id: string, variant: Variant, records: readonly RunRecord[], own?: string): Proof {
  const isOwn = ({ evidence }: { readonly evidence: Evidence }): number => (evidence.runbook === own ? 0 : 1)
  const found = records
    .filter(({ evidence }) => applies(variant, evidence))
    .flatMap((record) => proofIn(id, record))
    .toSorted(
      (a, b) => rank(a.state) - rank(b.state) || isOwn(a) - isOwn(b) || b.evidence.date.localeCompare(a.evidence.date),
    )
  return found[0] ?? { state: 'untested', reason: reasonFor(variant) }
}

/** Longest time on any host: they run side by side, or one after the other each for itself. */
export function slowest(hosts: readonly HostResult[]): number {
  return Math.max(0, ...hosts.map((host) => host.seconds))
}

/** The item ran on at least one host; variants that did not apply stand in the evidence without hosts. */
export function wasRun(item: ItemEvidence): boolean {
  return item.hosts.some((host) => host.status !== 'not-run')
}

function proofIn(id: string, { evidence, chains }: RunRecord): Exclude<Proof, { state: 'untested' }>[] {
  const ofExercises = (evidence.exercises ?? []).flatMap(({ stages }) => stages.flatMap(({ items }) => items))
  // An exercise does some of its blocks more than once: the last time, after the answer, is the one to show.
  const item = [...evidence.items, ...ofExercises].findLast((candidate) => candidate.id === id && wasRun(candidate))
  if (item === undefined) return []
  if (chains.get(id) !== item.chain) return [{ state: 'stale', evidence, item }]
  const failed = item.hosts.some((host) => host.status === 'failed' || host.verdict === 'mismatched')
  return [{ state: failed ? 'failed' : 'proven', evidence, item }]
}

function applies({ distro, runtime }: Variant, evidence: Evidence): boolean {
  return (distro === undefined || distro === evidence.distro) && (runtime === undefined || runtime === evidence.runtime)
}

function rank(state: 'proven' | 'stale' | 'failed'): number {
  return { proven: 0, failed: 1, stale: 2 }[state]
}

function reasonFor({ distro, runtime }: Variant): 'rhel' | 'crio' | 'never' {
  if (distro === 'rhel') return 'rhel'
  return runtime === 'crio' ? 'crio' : 'never'
}
