/** The runs on record, each with the hashes that its runbook's text has now. */
import { readEvidence } from '../evidence/index.ts'
import type { Evidence } from '../evidence/types.ts'
import { chainHashes, itemKey, itemsFor } from '../runbook/index.ts'
import type { Runbook } from '../runbook/index.ts'
import type { RunRecord } from './blocks/proof.ts'

/** One record for each evidence file below the book's folder; of a runbook that is gone, every item is stale. */
export function readRecords(root: string, runbooks: readonly Runbook[]): RunRecord[] {
  return readEvidence(root).map(({ evidence }) => ({ evidence, chains: presentChains(runbooks, evidence) }))
}

function presentChains(runbooks: readonly Runbook[], evidence: Evidence): Map<string, string> {
  const runbook = runbooks.find((candidate) => candidate.id === evidence.runbook)
  if (runbook === undefined) return new Map()
  const chains = chainHashes(runbook, evidence)
  return new Map(itemsFor(runbook, evidence).map((item) => [item.id, chains.get(itemKey(item)) ?? '']))
}
