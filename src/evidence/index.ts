/** Door of the evidence: what runs have shown, on disk; and whether it still holds. */
import type { EvidenceFile } from './files.ts'
import type { Evidence, HostResult, ItemEvidence } from './types.ts'

export { evidenceFolder, evidencePath, parseEvidence, readEvidence, validateEvidence, writeEvidence } from './files.ts'
export type { EvidenceFile } from './files.ts'
export { checkEvidence, compareEvidence } from './check.ts'
export type * from './types.ts'

export interface FoundEvidence {
  readonly from: EvidenceFile
  readonly item: ItemEvidence
}

/**
 * What is known of an item (`page/step`), the best first: that ran before that did not, that is about this text before
 * that is stale, then the newest. The item may stand in the evidence of every runbook that includes its chapter.
 * @param chains The item's present chain hashes, if the caller knows them.
 */
export function evidenceForItem(
  all: readonly EvidenceFile[],
  id: string,
  chains: readonly string[] = [],
): FoundEvidence[] {
  const rank = ({ item }: FoundEvidence): number =>
    (item.hosts.length > 0 ? 0 : 2) + (chains.includes(item.chain) ? 0 : 1)
  return all
    .flatMap((from) => from.evidence.items.filter((item) => item.id === id).map((item) => ({ from, item })))
    .toSorted((a, b) => rank(a) - rank(b) || b.from.evidence.date.localeCompare(a.from.evidence.date))
}

/** What each step and file came to on each host; exercises are not among them. */
export function hostResults({ items }: Evidence): HostResult[] {
  return items.flatMap(({ hosts }) => hosts)
}

/** Those that had nothing to do. */
export function alreadyDone(evidence: Evidence): HostResult[] {
  return hostResults(evidence).filter(({ status }) => status === 'already-done')
}
