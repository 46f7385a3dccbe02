/** Makes the evidence of a run and decides where it goes. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alreadyDone, evidenceFolder, evidencePath, parseEvidence, writeEvidence } from '../evidence/index.ts'
import type { Evidence, ExerciseEvidence, IsolationEvidence, ItemEvidence, Substitution } from '../evidence/index.ts'
import type { Runbook } from '../runbook/types.ts'
import { chainHashes, exerciseChains, itemHash } from '../runbook/hash.ts'
import type { HostFacts } from '../transport/index.ts'
import type { Variant } from './select.ts'
import type { ExerciseOutcome } from './exercises.ts'
import type { ItemOutcome } from './run-item.ts'

export interface EvidenceSource {
  readonly runbook: Runbook
  readonly variant: Variant
  readonly outcomes: readonly ItemOutcome[]
  /** Where the run was asked to prove them. */
  readonly exercises?: readonly ExerciseOutcome[]
  readonly isolation?: IsolationEvidence
  readonly facts: HostFacts
  readonly observed: Readonly<Record<string, string>>
  readonly driver: string
  readonly supply: string
  readonly substitutions: readonly Substitution[]
  readonly date: Date
  readonly seconds: number
  readonly passed: boolean
}

export function buildEvidence(source: EvidenceSource): Evidence {
  const chains = chainHashes(source.runbook, source.variant)
  return {
    schema: 1,
    runbook: source.runbook.id,
    ...source.variant,
    date: source.date.toISOString(),
    seconds: Math.round(source.seconds * 10) / 10,
    result: source.passed ? 'passed' : 'failed',
    versions: { ...source.runbook.versions, ...source.observed },
    environment: {
      kernel: source.facts.kernel,
      os: source.facts.prettyName,
      driver: source.driver,
      supply: source.supply,
    },
    substitutions: source.substitutions,
    items: source.outcomes.map((outcome) => itemEvidence(outcome, chains)),
    ...(source.exercises === undefined
      ? {}
      : { exercises: source.exercises.map((outcome) => exerciseEvidence(source, outcome)) }),
    ...(source.isolation === undefined ? {} : { isolation: source.isolation }),
  }
}

function exerciseEvidence(
  { runbook, variant }: EvidenceSource,
  { exercise, stages, failures }: ExerciseOutcome,
): ExerciseEvidence {
  const chains = exerciseChains(runbook, exercise, variant)
  return {
    id: exercise.id,
    chain: [...chains.values()].at(-1) ?? '',
    result: failures.length === 0 ? 'proven' : 'failed',
    stages: stages.map(({ act, missing, outcomes }) => ({
      part: act.part,
      ...(missing === undefined ? {} : { missing }),
      items: outcomes.map((outcome) => itemEvidence(outcome, chains)),
    })),
  }
}

function itemEvidence({ planned, results }: ItemOutcome, chains: ReadonlyMap<string, string>): ItemEvidence {
  const { item, key } = planned
  const notRun = planned.notRun ?? (results.length === 0 ? 'failed' : undefined)
  return {
    id: item.id,
    ...(item.distro === undefined ? {} : { distro: item.distro }),
    ...(item.runtime === undefined ? {} : { runtime: item.runtime }),
    hash: itemHash(item),
    chain: chains.get(key) ?? '',
    hosts: results,
    ...(notRun === undefined ? {} : { notRun }),
  }
}

/** What was written where, or why not; one line for the person. */
export type Kept = { readonly file: string } | { readonly reason: string }

/**
 * `--evidence DIR` always gets it. The project's own folder gets only what is better: a run that passed, and that did not
 * find more steps already done than the evidence there (a second run on the same hosts proves less).
 */
export function keepEvidence(evidence: Evidence, root: string, folder: string | undefined): Kept {
  if (folder !== undefined) return { file: writeEvidence(folder, evidence) }
  if (evidence.result !== 'passed') return { reason: 'the run failed; the evidence that was there stays' }
  const present = presentEvidence(evidencePath(evidenceFolder(root), evidence))
  if (present !== undefined && alreadyDone(evidence).length > alreadyDone(present).length) {
    return { reason: 'much was already done on these hosts; the evidence of the run on new ones stays' }
  }
  if (present?.exercises !== undefined && evidence.exercises === undefined) {
    return { reason: 'its exercises were not proven; the evidence of the run with --exercises stays' }
  }
  return { file: writeEvidence(evidenceFolder(root), evidence) }
}

function presentEvidence(file: string): Evidence | undefined {
  if (!existsSync(file)) return undefined
  const parsed = parseEvidence(file, readFileSync(file, 'utf8'))
  return 'evidence' in parsed ? parsed.evidence : undefined
}

/** The project's folder, two above this one. */
export function projectRoot(): string {
  return join(import.meta.dirname, '..', '..')
}
