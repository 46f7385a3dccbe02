/** `--report`: what happened, for other programs. Output is masked already. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { IsolationEvidence } from '../evidence/types.ts'
import { leakText } from './leaks.ts'
import type { ReportTarget } from './options.ts'
import type { ExerciseOutcome, Stage } from './exercises.ts'
import type { Exercise } from '../runbook/types.ts'
import type { ItemOutcome } from './run-item.ts'

export interface ReportSource {
  readonly runbook: string
  readonly exit: number
  readonly seconds: number
  readonly date: Date
  readonly outcomes: readonly ItemOutcome[]
  /** The proofs of exercises, of a run with `--exercises`. */
  readonly exercises: readonly ExerciseOutcome[]
  readonly part?: ReportedPart
  readonly isolation?: IsolationEvidence
}

/** One part of one exercise, done alone; its items are in the outcomes. */
export interface ReportedPart {
  readonly exercise: Exercise
  readonly stage: Stage
  /** Of a check that came to its end: whether nothing is missing. */
  readonly done?: boolean
  /** Why the part failed, or in words what is missing. */
  readonly reason?: string
}

/** Writes every report that was asked for; gives their paths. */
export function writeReports(targets: readonly ReportTarget[], source: ReportSource): string[] {
  return targets.map((target) => writeReport(target, source))
}

function writeReport(target: ReportTarget, source: ReportSource): string {
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
    failures: failures.map(({ host, reason, difference, unknown }) => ({
      host,
      reason,
      unknown: unknown === true,
      ...(difference === undefined ? {} : { difference }),
    })),
  }))
  const exercises = [
    ...source.exercises.map(({ exercise, stages, failures }) => ({
      id: exercise.id,
      proven: failures.length === 0,
      ...(failures[0] === undefined ? {} : { reason: failures[0].reason }),
      stages: stages.map(jsonStage),
    })),
    ...(source.part === undefined ? [] : [jsonPart(source.part)]),
  ]
  const { runbook, exit, seconds, date, isolation } = source
  const report = {
    schema: 1,
    runbook,
    exit,
    seconds,
    date: date.toISOString(),
    items,
    ...(exercises.length === 0 ? {} : { exercises }),
    ...(isolation === undefined ? {} : { isolation }),
  }
  // Half of a pair of code units is no text: strict readers refuse it even as an escape.
  const whole = (_key: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value)
  return `${JSON.stringify(report, whole, 2)}\n`
}

function jsonPart({ exercise, stage, done, reason }: ReportedPart) {
  return {
    id: exercise.id,
    ...(done === undefined ? {} : { done }),
    ...(reason === undefined ? {} : { reason }),
    stages: [jsonStage(stage)],
  }
}

function jsonStage({ act, missing }: Stage) {
  return { part: act.part, ...(missing === undefined ? {} : { missing }) }
}

interface TestCase {
  readonly xml: string
  readonly result: 'passed' | 'failed' | 'skipped'
}

/** One test case for each step on each host; https://github.com/testmoapp/junitxml describes what readers expect. */
function junit(source: ReportSource): string {
  const cases = [
    ...source.outcomes.flatMap(testCases),
    ...source.exercises.map(exerciseCase),
    ...(source.part === undefined ? [] : partCases(source.part)),
    ...(source.isolation === undefined ? [] : [isolationCase(leakText(source.isolation))]),
  ]
  const count = (result: TestCase['result']): number => cases.filter((one) => one.result === result).length
  const attributes = [
    `name="${attribute(source.runbook)}"`,
    `tests="${cases.length}"`,
    `failures="${count('failed')}"`,
    `skipped="${count('skipped')}"`,
    `time="${source.seconds.toFixed(2)}"`,
    `timestamp="${source.date.toISOString()}"`,
  ].join(' ')
  const lines = cases.map(({ xml }) => xml).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite ${attributes}>\n${lines}\n</testsuite>\n</testsuites>\n`
}

function testCases({ planned, results, failures }: ItemOutcome): TestCase[] {
  const { id } = planned.item
  if (results.length === 0) return [testCase(id, 'not run', { skipped: planned.notRun ?? 'an earlier step failed' })]
  return results.map((result) => {
    const failure = failures.find((one) => one.host === result.host)
    const { seconds, output } = result
    return testCase(id, result.host, { seconds, output, ...(failure === undefined ? {} : { failure }) })
  })
}

/** An exercise is one test: that its check tells a right answer from a wrong one. */
function exerciseCase({ exercise, stages, failures: [failure] }: ExerciseOutcome): TestCase {
  const seconds = secondsOf(stages)
  return testCase('exercise', exercise.id, { seconds, ...(failure === undefined ? {} : { failure }) })
}

/** What a check says is one test, whose name is the exercise's; a check that is broken, or was interrupted, says nothing. */
function partCases({ exercise, stage, done, reason = '' }: ReportedPart): TestCase[] {
  if (stage.act.part !== 'check') return []
  const seconds = secondsOf([stage])
  const failure = { reason, difference: (stage.missing ?? []).join('\n') }
  if (done === undefined) return [testCase('exercise', exercise.id, { skipped: 'its check did not come to an end' })]
  return [testCase('exercise', exercise.id, { seconds, ...(done ? {} : { failure }) })]
}

function secondsOf(stages: readonly Stage[]): number {
  return stages.flatMap(({ outcomes }) => outcomes).reduce((sum, outcome) => sum + outcome.seconds, 0)
}

/** That the cluster is as it was before is one test. */
function isolationCase(leaks: string): TestCase {
  const failure = { reason: 'the cluster is not as it was before the runbook', difference: leaks }
  return testCase('isolation', 'namespace', leaks === '' ? {} : { failure })
}

interface CaseWords {
  readonly seconds?: number
  readonly skipped?: string
  readonly failure?: { readonly reason: string; readonly difference?: string }
  readonly output?: string
}

function testCase(classname: string, name: string, { seconds, skipped, failure, output }: CaseWords): TestCase {
  const time = seconds === undefined ? '' : ` time="${seconds.toFixed(2)}"`
  const body = [
    ...(skipped === undefined ? [] : [`<skipped message="${attribute(skipped)}"/>`]),
    ...(failure === undefined
      ? []
      : [`<failure message="${attribute(failure.reason)}">${escape(failure.difference ?? '')}</failure>`]),
    ...(output === undefined ? [] : [`<system-out>${escape(output)}</system-out>`]),
  ].join('')
  const xml = `<testcase classname="${attribute(classname)}" name="${attribute(name)}"${time}>${body}</testcase>`
  return { xml, result: failure !== undefined ? 'failed' : skipped !== undefined ? 'skipped' : 'passed' }
}

/** A parser makes a space of each line break and tab in an attribute that is not a reference. */
function attribute(text: string): string {
  return escape(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

/** XML 1.0 forbids most control characters even as references; of a carriage return a parser makes a line break. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
