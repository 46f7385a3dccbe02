/** What a command line asks for: the items to run, and the exercises to prove on the way. */
import type { Runbook } from '../runbook/types.ts'
import type { Host } from '../transport/index.ts'
import { actsOf, findExercise } from './exercise-acts.ts'
import type { PlannedExercise } from './exercise-acts.ts'
import type { Options } from './options.ts'
import { planExercise, planRun } from './select.ts'
import type { PlannedItem, Variant } from './select.ts'

export interface Asked {
  readonly plan: readonly PlannedItem[]
  readonly exercises: readonly PlannedExercise[]
}

/**
 * An ordinary run, with the proof of its exercises where `--exercises` asks for it, or one part of one exercise.
 * @throws UserError (exit 2) for a step, host or exercise that does not exist.
 */
export function planAsked(
  runbook: Runbook,
  hosts: readonly Host[],
  variantOf: (host: Host) => Variant,
  options: Options,
): Asked {
  if (options.exercise !== undefined) {
    const { id, part } = options.exercise
    const all = planExercise(runbook, findExercise(runbook, id), hosts, variantOf)
    return { plan: all.filter(({ item }) => item.part === part), exercises: [] }
  }
  const asked = options.exercises ? (runbook.exercises ?? []) : []
  return {
    plan: planRun(runbook, hosts, variantOf, options),
    exercises: asked
      .map((exercise) => ({ exercise, acts: actsOf(planExercise(runbook, exercise, hosts, variantOf)) }))
      .filter(({ acts }) => acts.length > 0),
  }
}
