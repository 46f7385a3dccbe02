/** `--report`: what happened, for other programs. Output is masked already. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { IsolationEvidence } from '../evidence/types.ts'
import { leakText } from './leaks.ts'
import type { ReportTarget } from './options.ts'
import type { ExerciseOutcome } from './exercises.ts'
import type { ItemOutcome } from './run-item.ts'

export interface ReportSource {
  readonly runbook: string
  readonly exit: number
  readonly seconds: number
  readonly date: Date
  readonly outcomes: readonly ItemOutcome[]
  readonly exercises: readonly ExerciseOutcome[]
  readonly isolation?: IsolationEvidence
}

/** Writes one report; gives its path. */
export function writeReport(target: ReportTarget, source: ReportSource): string {
  const extension = target.format === 'junit' ? 'junit.xml' : 'report.json'
  const file = target.file ?? `${source.runbook}.${extension}`
  mkdirSync(dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, target.format === 'junit' ? junit(source) : json(source))
  renameSync(temporary, file)
  return file
}

function json(source: ReportSource): string {
  const items = source.outcomes.map(({ planned, results, seconds, failures }) => ({
    id: planned.item.id,
    ...(planned.notRun === undefined ? {} : { notRun: planned.notRun }),
    seconds,
    hosts: results,
    failures: failures.map(({ host, reason, difference }) => ({
      host,
      reason,
      ...(difference === undefined ? {} : { difference }),
    })),
  }))
  const exercises = source.exercises.map(({ exercise, stages, failures }) => ({
    id: exercise.id,
    proven: failures.length === 0,
    ...(failures[0] === undefined ? {} : { reason: failures[0].reason }),
    stages: stages.map(({ act, missing }) => ({ part: act.part, ...(missing === undefined ? {} : { missing }) })),
  }))
  const { runbook, exit, seconds, date, isolation } = source
  const report = {
    runbook,
    exit,
    seconds,
    date: date.toISOString(),
    items,
    ...(exercises.length === 0 ? {} : { exercises }),
    ...(isolation === undefined ? {} : { isolation }),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

/** One test case for each step on each host; https://github.com/testmoapp/junitxml describes what readers expect. */
function junit(source: ReportSource): string {
  const { isolation } = source
  const leaks = isolation === undefined ? '' : leakText(isolation)
  const cases = [
    ...source.outcomes.flatMap(testCases),
    ...source.exercises.map(exerciseCase),
    ...(isolation === undefined ? [] : [isolationCase(leaks)]),
  ]
  const steps = [...source.outcomes, ...source.exercises].flatMap((outcome) => outcome.failures).length
  const failed = steps + (leaks === '' ? 0 : 1)
  const skipped = source.outcomes.filter((outcome) => outcome.results.length === 0).length
  const attributes = [
    `name="${escape(source.runbook)}"`,
    `tests="${cases.length}"`,
    `failures="${failed}"`,
    `skipped="${skipped}"`,
    `time="${source.seconds.toFixed(2)}"`,
    `timestamp="${source.date.toISOString()}"`,
  ].join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite ${attributes}>\n${cases.join('\n')}\n</testsuite>\n</testsuites>\n`
}

function testCases({ planned, results, failures }: ItemOutcome): string[] {
  const name = escape(planned.item.id)
  if (results.length === 0) {
    return [
      `<testcase classname="${name}" name="not run"><skipped message="${planned.notRun ?? 'an earlier step failed'}"/></testcase>`,
    ]
  }
  return results.map((result) => {
    const failure = failures.find((one) => one.host === result.host)
    const body = [
      ...(failure === undefined
        ? []
        : [`<failure message="${escape(failure.reason)}">${escape(failure.difference ?? '')}</failure>`]),
      `<system-out>${escape(result.output)}</system-out>`,
    ]
    return `<testcase classname="${name}" name="${escape(result.host)}" time="${result.seconds.toFixed(2)}">${body.join('')}</testcase>`
  })
}

/** An exercise is one test: that its check tells a right answer from a wrong one. */
function exerciseCase({ exercise, stages, failures }: ExerciseOutcome): string {
  const seconds = stages.flatMap(({ outcomes }) => outcomes).reduce((sum, outcome) => sum + outcome.seconds, 0)
  const body = failures
    .slice(0, 1)
    .map(({ reason, difference }) => `<failure message="${escape(reason)}">${escape(difference ?? '')}</failure>`)
  return `<testcase classname="exercise" name="${escape(exercise.id)}" time="${seconds.toFixed(2)}">${body.join('')}</testcase>`
}

/** That the cluster is as it was before is one test. */
function isolationCase(leaks: string): string {
  const failure = `<failure message="the cluster is not as it was before the runbook">${escape(leaks)}</failure>`
  return `<testcase classname="isolation" name="namespace">${leaks === '' ? '' : failure}</testcase>`
}

/** XML 1.0 forbids most control characters even as references. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
