/** `--report`: what happened, for other programs. Output is masked already. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ReportTarget } from './options.ts'
import type { ItemOutcome } from './steps.ts'

export interface ReportSource {
  readonly runbook: string
  readonly exit: number
  readonly seconds: number
  readonly date: Date
  readonly outcomes: readonly ItemOutcome[]
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
  const { runbook, exit, seconds, date } = source
  return `${JSON.stringify({ runbook, exit, seconds, date: date.toISOString(), items }, undefined, 2)}\n`
}

/** One test case for each step on each host; https://github.com/testmoapp/junitxml describes what readers expect. */
function junit(source: ReportSource): string {
  const cases = source.outcomes.flatMap((outcome) => testCases(outcome))
  const failed = source.outcomes.flatMap((outcome) => outcome.failures).length
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

/** XML 1.0 forbids most control characters even as references. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
