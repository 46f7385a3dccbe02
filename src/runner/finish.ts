/** After the last step: reports, evidence, summary, what to do next, the exit code. */
import { EXIT } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { IsolationEvidence } from '../evidence/types.ts'
import type { LabHandle } from '../lab/types.ts'
import type { Host } from '../transport/index.ts'
import type { RunContext } from './context.ts'
import { buildEvidence, keepEvidence, projectRoot } from './evidence.ts'
import { exitOf, failureText, waysOn } from './failure.ts'
import { leakText } from './leaks.ts'
import { variantOf } from './machines.ts'
import { isPartial } from './options.ts'
import { observeVersions } from './observe.ts'
import { exerciseSummary, summaryText } from './overview.ts'
import { writeReports } from './report.ts'
import type { ExerciseOutcome } from './exercises.ts'
import type { ItemOutcome } from './run-item.ts'

export interface Finished {
  readonly outcomes: readonly ItemOutcome[]
  readonly exercises: readonly ExerciseOutcome[]
  /** Where it was looked at. */
  readonly isolation?: IsolationEvidence
  readonly lab: LabHandle | undefined
  readonly hosts: readonly Host[]
  readonly date: Date
  readonly seconds: number
}

export async function finish(context: RunContext, done: Finished): Promise<ExitCode> {
  const { screen, options, runbook } = context
  const failures = [...done.outcomes, ...done.exercises].flatMap((outcome) => outcome.failures)
  const leaks = done.isolation === undefined ? '' : leakText(done.isolation)
  const exit = context.interrupted() ? EXIT.interrupted : exitOf(failures, leaks !== '')
  if (exit !== EXIT.done && exit !== EXIT.interrupted) {
    const refused = (await done.lab?.refusedRequests(done.date.getTime())) ?? []
    if (failures.length > 0) screen.note(failureText(context, failures, refused))
    if (leaks !== '') screen.note(leaks)
  }
  const reports = writeReports(options.reports, {
    runbook: runbook.id,
    exit,
    seconds: done.seconds,
    date: done.date,
    outcomes: done.outcomes,
    exercises: done.exercises,
    ...(done.isolation === undefined ? {} : { isolation: done.isolation }),
  })
  for (const file of reports) screen.note(`report: ${file}`)
  // What a host that is away would say belongs into evidence too.
  if (exit !== EXIT.interrupted && exit !== EXIT.unreachable && !isPartial(options))
    await keep(context, done, exit === EXIT.done)
  screen.note(`\n${summaryText(runbook.id, done.outcomes, done.seconds)}`)
  if (context.exercises.length > 0) screen.note(exerciseSummary(context.exercises.length, done.exercises))
  if (exit === EXIT.interrupted) screen.note(['interrupted', ...waysOn(context, failures)].join('\n'))
  if (context.lab)
    screen.note('The lab stays up: "npm run lab -- ssh master" enters it, "npm run lab -- down" ends it.')
  return exit
}

/** On own machines only with --evidence; on the lab always. The first host with the master's role stands for all. */
async function keep(context: RunContext, done: Finished, passed: boolean): Promise<void> {
  const { lab } = done
  const host = done.hosts.find((one) => one.roles.includes('master')) ?? done.hosts[0]
  if (host === undefined || (lab === undefined && context.options.evidence === undefined)) return
  const connection = context.session.connection(host.name)
  const evidence = buildEvidence({
    runbook: context.runbook,
    variant: variantOf(host, connection.facts),
    outcomes: done.outcomes,
    ...(context.options.exercises ? { exercises: done.exercises } : {}),
    ...(done.isolation === undefined ? {} : { isolation: done.isolation }),
    facts: connection.facts,
    observed: await observeVersions(connection),
    driver: lab?.driver ?? 'ssh',
    supply: lab === undefined ? 'upstream' : 'mirror',
    substitutions: lab?.substitutions ?? [],
    date: done.date,
    seconds: done.seconds,
    passed,
  })
  const kept = keepEvidence(evidence, projectRoot(), context.options.evidence)
  context.screen.note('file' in kept ? `evidence: ${kept.file}` : `evidence: not written: ${kept.reason}`)
}
