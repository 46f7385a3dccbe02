/** Proves the exercises of a page on its machines, and runs one part of one for a reader. */
import type { Exercise } from '../runbook/types.ts'
import { attemptCheck } from './attempt-check.ts'
import type { RunContext } from './context.ts'
import { objection } from './exercise-acts.ts'
import type { Act } from './exercise-acts.ts'
import { runItem } from './run-item.ts'
import type { Failure, ItemOutcome } from './run-item.ts'

/** One part as it was done. */
export interface Stage {
  readonly act: Act
  /** Of a check: the ids of what it said is missing. */
  readonly missing?: readonly string[]
  readonly outcomes: readonly ItemOutcome[]
}

export interface ExerciseOutcome {
  readonly exercise: Exercise
  readonly stages: readonly Stage[]
  readonly failures: readonly Failure[]
}

/** Proves one exercise from its setup to its answer; stops at the first thing that is not as it must be. */
export async function proveExercise(
  context: RunContext,
  exercise: Exercise,
  acts: readonly Act[],
  number: () => number,
): Promise<ExerciseOutcome> {
  context.screen.note(`\n${context.screen.paint('bold', `exercise ${exercise.id}`)}`)
  const stages: Stage[] = []
  let first: readonly string[] | undefined
  for (const act of acts) {
    if (context.interrupted()) break
    const stage = await runAct(context, exercise, act, number)
    stages.push(stage)
    const failures = stage.outcomes.flatMap((outcome) => outcome.failures)
    if (failures.length > 0) return { exercise, stages, failures }
    if (stage.missing === undefined) continue
    first ??= stage.missing
    const reason = objection(act, stage.missing, first)
    if (reason !== undefined) return { exercise, stages, failures: objections(stage, reason) }
  }
  return { exercise, stages, failures: [] }
}

/** One part: its items in order until one fails; of a check, what is missing on any host. */
export async function runAct(context: RunContext, exercise: Exercise, act: Act, number: () => number): Promise<Stage> {
  const messages = Object.keys(exercise.messages)
  const missing = new Set<string>()
  const outcomes: ItemOutcome[] = []
  for (const planned of act.items) {
    const { item } = planned
    const outcome = await (act.part === 'check' && item.type === 'step'
      ? runItem(context, planned, number(), undefined, (_context, _item, target) =>
          attemptCheck(context, item, target, messages, (ids) => ids.forEach((id) => missing.add(id))),
        )
      : runItem(context, planned, number()))
    outcomes.push(outcome)
    if (outcome.failures.length > 0 || context.interrupted()) break
  }
  const inOrder = messages.filter((id) => missing.has(id))
  return { act, outcomes, ...(act.part === 'check' ? { missing: inOrder } : {}) }
}

/** The check ran well and said the wrong thing: the exercise fails at it. */
function objections({ outcomes }: Stage, reason: string): Failure[] {
  return outcomes
    .slice(-1)
    .flatMap(({ planned, results }) =>
      results.slice(0, 1).map((result) => ({ planned, host: result.host, reason, result })),
    )
}
