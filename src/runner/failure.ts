/** What a person needs when a step failed: its text, the place in the book, the last lines, the difference, how to go on. */
import { EXIT } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { RunContext } from './context.ts'
import { unknownOutcome, unknownStep } from './resume.ts'
import type { Failure } from './run-item.ts'

const LAST_LINES = 12

/** What failures, or else leaks, make of a run that was not interrupted. */
export function exitOf(failures: readonly Failure[], leaks = false): ExitCode {
  if (failures.length === 0) return leaks ? EXIT.stepFailed : EXIT.done
  if (failures.some((failure) => failure.unknown === true)) return EXIT.unknown
  return failures.find((failure) => failure.lost !== undefined)?.lost ?? EXIT.stepFailed
}

export function failureText(context: RunContext, failures: readonly Failure[], refused: readonly string[]): string {
  const first = failures[0]
  if (first === undefined) return ''
  const { item } = first.planned
  const text = item.type === 'step' ? item.script : `${item.path}\n${item.text}`
  const lines = [
    '',
    context.screen.paint('red', `${item.id} failed on ${failures.map((failure) => failure.host).join(', ')}`),
    `  book: ${item.source.file}:${item.source.line}`,
    ...indent(text, '  | '),
    ...failures.flatMap((failure) => [
      `  ${failure.host}: ${failure.reason}`,
      ...(failure.difference === undefined ? lastLines(failure) : indent(failure.difference, '    ')),
    ]),
    ...(refused.length === 0
      ? []
      : ['  the mirror was asked for what it does not have:', ...refused.map((line) => `    ${line}`)]),
    ...(context.options.exercise === undefined ? waysOn(context, failures) : []),
  ]
  return lines.join('\n')
}

/** The exact commands that go on: of a step that was cut off, a person must first say what came of it. */
export function waysOn(context: RunContext, failures: readonly Failure[]): string[] {
  const unknown = failures
    .filter((failure) => failure.unknown === true)
    .map(({ planned, host }) => unknownStep(planned, host))
  if (unknown.length === 0) {
    return [`  go on from here${context.interrupted() ? '' : ' when it is mended'}: ${context.command} --resume`]
  }
  const { message, hint = '' } = unknownOutcome(unknown, context.command)
  return indent(`${message}\n${hint}`, '  ')
}

function lastLines(failure: Failure): string[] {
  const lines = failure.result.output.trimEnd().split('\n').slice(-LAST_LINES)
  return lines.length === 1 && lines[0] === '' ? ['    (it printed nothing)'] : indent(lines.join('\n'), '    ')
}

function indent(text: string, by: string): string[] {
  return text.split('\n').map((line) => `${by}${line}`)
}
