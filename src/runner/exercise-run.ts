/** One part of one exercise for a reader: set up, checked, or answered; what the reader is told then, and the reports. */
import { EXIT } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { RunContext } from './context.ts'
import { findExercise } from './exercise-acts.ts'
import { afterwards, brokenText, missingWords, verdictText } from './exercise-words.ts'
import { runAct } from './exercises.ts'
import { exitOf, failureText } from './failure.ts'
import type { Options } from './options.ts'
import { writeReports } from './report.ts'

/** Exit 0 where the part was done, or the check says that nothing is missing; exit 1 where something is. */
export async function runExercise(context: RunContext, asked: NonNullable<Options['exercise']>): Promise<ExitCode> {
  const { screen, options } = context
  const began = { date: new Date(), at: performance.now() }
  const exercise = findExercise(context.runbook, asked.id)
  const counter = { value: 0 }
  const items = context.plan.filter(({ hosts }) => hosts.length > 0)
  const stage = await runAct(context, exercise, { part: asked.part, items }, () => (counter.value += 1))
  const failures = stage.outcomes.flatMap((outcome) => outcome.failures)
  const missing = stage.missing ?? []
  const ended = !context.interrupted() && failures.length === 0
  const failed = missing.length > 0 ? EXIT.stepFailed : EXIT.done
  const exit = context.interrupted() ? EXIT.interrupted : ended ? failed : exitOf(failures)
  const words = failures[0]?.reason ?? missingWords(exercise, missing, options.lang).join(' ')
  const reports = writeReports(options.reports, {
    runbook: context.runbook.id,
    exit,
    seconds: (performance.now() - began.at) / 1000,
    date: began.date,
    outcomes: stage.outcomes,
    exercises: [],
    part: {
      exercise,
      stage,
      ...(ended && asked.part === 'check' ? { done: missing.length === 0 } : {}),
      ...(words === '' ? {} : { reason: words }),
    },
  })
  for (const file of reports) screen.note(`report: ${file}`)
  if (context.interrupted()) return exit
  if (failures.length > 0) screen.note(`${failureText(context, failures, [])}\n${brokenText(exercise, options.lang)}`)
  else if (asked.part === 'check') screen.note(`\n${verdictText(exercise, missing, options.lang)}`)
  else screen.note(`\n${afterwards(exercise, asked.part, context.command, options.lang)}`)
  return exit
}
