/** How an exercise is proven: the order of its parts, and what its check has to say after each. Pure. */
import { suggest, UserError } from '../errors/index.ts'
import type { ExercisePart } from '../chapter/types.ts'
import type { Exercise, Runbook } from '../runbook/types.ts'
import type { PlannedItem } from './select.ts'

/** `beginning`: something is missing. `again`: exactly what was missing at the beginning. `done`: nothing is. */
export type Wanted = 'beginning' | 'missing' | 'again' | 'done'

export interface Act {
  readonly part: ExercisePart
  readonly items: readonly PlannedItem[]
  /** Of a check: what it has to say, and after what. */
  readonly wants?: Wanted
  readonly after?: string
}

export interface PlannedExercise {
  readonly exercise: Exercise
  readonly acts: readonly Act[]
}

/**
 * Setup, each wrong answer after a setup of its own, setup, the answer; a check after each. Nothing where the hosts are of
 * a variant that the check is not for.
 */
export function actsOf(plan: readonly PlannedItem[]): Act[] {
  const of = (part: ExercisePart): PlannedItem[] =>
    plan.filter(({ item, hosts }) => item.part === part && hosts.length > 0)
  if (of('check').length === 0) return []
  const setup: Act = { part: 'setup', items: of('setup') }
  const check = (wants: Wanted, after: string): Act => ({ part: 'check', items: of('check'), wants, after })
  const wrongs = wrongAnswers(of('wrong')).flatMap((items, at): Act[] => [
    ...(at === 0 ? [] : [setup]),
    { part: 'wrong', items },
    check('missing', `the wrong answer ${items.at(-1)?.item.id ?? ''}`),
  ])
  return [
    setup,
    check('beginning', 'the setup'),
    ...wrongs,
    setup,
    check('again', 'the setup that follows a wrong answer'),
    { part: 'answer', items: of('answer') },
    check('done', 'the answer'),
  ]
}

/** Each wrong step is one answer, with the files above it. */
function wrongAnswers(items: readonly PlannedItem[]): PlannedItem[][] {
  const answers: PlannedItem[][] = [[]]
  for (const planned of items) {
    answers.at(-1)?.push(planned)
    if (planned.item.type === 'step') answers.push([])
  }
  return answers.filter((answer) => answer.length > 0)
}

/** What is not right about what a check said, or undefined. `first` is what it said at the beginning. */
export function objection(act: Act, missing: readonly string[], first: readonly string[]): string | undefined {
  if (act.wants === undefined) return undefined
  const said = missing.length === 0 ? 'nothing is missing' : `${missing.join(', ')} missing`
  switch (act.wants) {
    case 'beginning':
    case 'missing':
      return missing.length > 0 ? undefined : `the check says after ${act.after} that ${said}: it proves nothing`
    case 'again':
      return same(missing, first)
        ? undefined
        : `the check says after ${act.after}: ${said}; at the beginning it said: ${first.join(', ')} missing`
    case 'done':
      return missing.length === 0 ? undefined : `the check says after ${act.after}: ${said}`
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join(' ') === b.toSorted().join(' ')
}

/** @throws UserError (exit 2) with the nearest name. */
export function findExercise(runbook: Runbook, id: string): Exercise {
  const all = runbook.exercises ?? []
  const found = all.find((exercise) => exercise.id === id)
  if (found !== undefined) return found
  const ids = all.map((exercise) => exercise.id)
  throw new UserError(
    `${runbook.id} has no exercise ${JSON.stringify(id)}`,
    ids.length === 0 ? 'Its page has none.' : suggest(id, ids, 'exercises'),
  )
}
