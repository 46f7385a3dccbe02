/** One part of one exercise for a reader: set up, checked, or answered; and what the reader is told then. */
import { EXIT } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { RunContext } from './context.ts'
import { findExercise } from './exercise-acts.ts'
import { afterwards, brokenText, verdictText } from './exercise-words.ts'
import { runAct } from './exercises.ts'
import { failureText } from './failure.ts'
import type { Options } from './options.ts'

/** Exit 0 where the part was done, or the check says that nothing is missing; exit 1 where something is. */
export async function runExercise(context: RunContext, asked: NonNullable<Options['exercise']>): Promise<ExitCode> {
  const { screen, options } = context
  const exercise = findExercise(context.runbook, asked.id)
  const counter = { value: 0 }
  const items = context.plan.filter(({ hosts }) => hosts.length > 0)
  const stage = await runAct(context, exercise, { part: asked.part, items }, () => (counter.value += 1))
  const failures = stage.outcomes.flatMap((outcome) => outcome.failures)
  if (context.interrupted()) return EXIT.interrupted
  if (failures.length > 0) {
    screen.note(`${failureText(context, failures, [])}\n${brokenText(exercise, options.lang)}`)
    return failures.find(({ lost }) => lost !== undefined)?.lost ?? EXIT.stepFailed
  }
  if (asked.part !== 'check') {
    screen.note(`\n${afterwards(exercise, asked.part, context.command, options.lang)}`)
    return EXIT.done
  }
  const missing = stage.missing ?? []
  screen.note(`\n${verdictText(exercise, missing, options.lang)}`)
  return missing.length === 0 ? EXIT.done : EXIT.stepFailed
}
