/** The runs on record, each with the hashes that its runbook's text has now. */
import { readEvidence } from '../evidence/index.ts'
import type { Evidence } from '../evidence/types.ts'
import { chainHashes, exerciseChains, itemKey, itemsFor } from '../runbook/index.ts'
import type { Runbook } from '../runbook/index.ts'
import type { RunRecord } from './blocks/proof.ts'

/** One record for each evidence file below the book's folder; of a runbook that is gone, every item is stale. */
export function readRecords(root: string, runbooks: readonly Runbook[]): RunRecord[] {
  return readEvidence(root).map(({ evidence }) => {
    const runbook = runbooks.find((candidate) => candidate.id === evidence.runbook)
    if (runbook === undefined) return { evidence, chains: new Map(), exercises: new Map() }
    return { evidence, ...presentHashes(runbook, evidence) }
  })
}

function presentHashes(runbook: Runbook, evidence: Evidence): Omit<RunRecord, 'evidence'> {
  const byId = (source: Pick<Runbook, 'items'>, chains: ReadonlyMap<string, string>): [string, string][] =>
    itemsFor(source, evidence).map((item) => [item.id, chains.get(itemKey(item)) ?? ''])
  const exercises = (runbook.exercises ?? []).map((exercise) => ({
    exercise,
    chains: exerciseChains(runbook, exercise, evidence),
  }))
  return {
    chains: new Map([
      ...byId(runbook, chainHashes(runbook, evidence)),
      ...exercises.flatMap(({ exercise, chains }) => byId(exercise, chains)),
    ]),
    exercises: new Map(exercises.map(({ exercise, chains }) => [exercise.id, [...chains.values()].at(-1) ?? ''])),
  }
}
