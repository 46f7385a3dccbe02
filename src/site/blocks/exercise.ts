/** What stands under the setup of an exercise: the two commands for the reader, and what was proven of its check. Pure. */
import { h } from 'astro-expressive-code/hast'
import type { Element } from 'astro-expressive-code/hast'
import type { FenceExercise, Lang } from '../../chapter/types.ts'
import type { Evidence, ExerciseEvidence } from '../../evidence/types.ts'
import { UNTESTED_REASONS, WORDS } from '../words.ts'
import type { RunRecord } from './proof.ts'

export type ExerciseProof =
  | { readonly state: 'proven' | 'stale' | 'failed'; readonly evidence: Evidence; readonly exercise: ExerciseEvidence }
  | { readonly state: 'untested' }

/** An exercise as its blocks show it. */
export interface ExerciseView extends FenceExercise {
  /** Runbook that sets it up and checks it. */
  readonly runbook: string
  /** On the last block of the setup: the box stands there. */
  readonly proof?: ExerciseProof
}

/** The best record of an exercise: fresh before failed before stale, then the newest. */
export function exerciseProof(id: string, runbook: string, records: readonly RunRecord[]): ExerciseProof {
  const rank = { proven: 0, failed: 1, stale: 2 }
  const found = records
    .filter(({ evidence }) => evidence.runbook === runbook)
    .flatMap(({ evidence, exercises }) => {
      const exercise = evidence.exercises?.find((one) => one.id === id)
      if (exercise === undefined) return []
      const fresh = exercises.get(id) === exercise.chain
      return [{ state: fresh ? exercise.result : ('stale' as const), evidence, exercise }]
    })
    .toSorted((a, b) => rank[a.state] - rank[b.state] || b.evidence.date.localeCompare(a.evidence.date))
  return found[0] ?? { state: 'untested' }
}

export function exerciseBox(view: ExerciseView, lang: Lang): Element[] {
  if (view.proof === undefined) return []
  const words = WORDS[lang]
  const command = `npx zx runbooks/${view.runbook}.mjs --exercise ${view.id}`
  return [
    h('div', { className: ['run-exercise'], 'data-state': view.proof.state, 'data-pagefind-ignore': '' }, [
      h('p', { className: ['verdict'] }, [
        h('span', { className: ['mark'], 'aria-hidden': 'true' }, MARKS[view.proof.state]),
        h('span', proofWords(view.proof, lang)),
      ]),
      h('dl', [
        ...commandLine(words.exerciseSetUp, command),
        ...commandLine(words.exerciseCheck, `${command} --check`),
      ]),
    ]),
  ]
}

const MARKS = { proven: '✓', stale: '!', failed: '!', untested: '○' } as const

function commandLine(label: string, command: string): Element[] {
  return [h('dt', label), h('dd', [h('code', command)])]
}

function proofWords(proof: ExerciseProof, lang: Lang): string {
  const words = WORDS[lang]
  switch (proof.state) {
    case 'untested':
      return `${words.untested} · ${UNTESTED_REASONS[lang].never}`
    case 'stale':
      return words.exerciseStale
    case 'failed':
      return words.failed
    case 'proven': {
      const wrongs = proof.exercise.stages.filter((stage, at, all) => {
        return stage.part === 'check' && all[at - 1]?.part === 'wrong'
      })
      return `${words.exerciseProven(wrongs.length)} · ${proof.evidence.date.slice(0, 10)}`
    }
  }
}
