/** Whether a step printed what the book says. */
import type { Expectation } from '../runbook/types.ts'
import { plainText, withoutSequences } from './terminal-text.ts'
import { maskText } from './redact.ts'
import type { SecretValues } from './redact.ts'

export type Comparison = { readonly matched: true } | { readonly matched: false; readonly difference: string }

const SHOWN_LINES = 60

/** Colours, trailing white space and empty lines at the end do not count; `…` stands for any characters or lines. */
export function compare(expectation: Expectation, stdout: string): Comparison {
  const actual = normalise(stdout)
  const expected = normalise(expectation.text)
  switch (expectation.match) {
    case 'exact':
      return verdict(matchesAll(expected, actual), () => lineDifference(expected, actual))
    case 'contains':
      return verdict(matchesSomewhere(expected, actual), () => shown('must contain', expected, actual))
    case 'regex':
      return verdict(new RegExp(expected.join('\n'), 'mu').test(actual.join('\n')), () =>
        shown('must match the regular expression', expected, actual),
      )
    case 'json':
      return compareJson(expected.join('\n'), actual.join('\n'))
  }
}

/**
 * Like `compare`, with a difference that may be shown. The output is masked before it is cut to what differs: of a key
 * block whose first line is equal, the rest could not be known for one.
 * @param cut There was more output than this.
 */
export function compareMasked(
  expectation: Expectation,
  stdout: string,
  secrets: SecretValues,
  cut = false,
): Comparison {
  if (cut && !holdsWhenCut(expectation)) {
    return {
      matched: false,
      difference:
        'it printed more than is kept to be compared (1 MiB); only "contains", "regex" and a last line "…" can hold',
    }
  }
  const plain = compare(expectation, stdout)
  if (plain.matched) return plain
  const masked = compare(expectation, maskText(stdout, secrets))
  const difference = masked.matched ? 'what differs is a secret, and masked' : maskText(masked.difference, secrets)
  return {
    matched: false,
    difference: plainText(cut ? `${difference}\n(of more output than is kept: 1 MiB)` : difference),
  }
}

/** Whether the beginning of an output says what all of it would. */
function holdsWhenCut({ match, text }: Expectation): boolean {
  if (match === 'exact') return normalise(text).at(-1)?.trim() === ANY
  return match !== 'json'
}

function verdict(matched: boolean, difference: () => string): Comparison {
  return matched ? { matched: true } : { matched: false, difference: difference() }
}

function normalise(text: string): string[] {
  const lines = withoutSequences(text)
    .split('\n')
    .map((line) => line.trimEnd())
  while (lines.at(-1) === '') lines.pop()
  return lines
}

const ANY = '…'

/** Each part is taken where it first stands: linear, however many wildcards there are. */
function lineMatches(pattern: string, line: string): boolean {
  const [first = '', ...others] = pattern.split(ANY)
  const last = others.pop()
  if (last === undefined) return pattern === line
  if (!line.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = line.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return line.length - last.length >= at && line.endsWith(last)
}

/** Whole output. Line by line; which positions of the output the patterns so far may have reached. */
function matchesAll(patterns: readonly string[], lines: readonly string[]): boolean {
  return reach(patterns, lines, [0]).at(-1) === lines.length
}

function matchesSomewhere(patterns: readonly string[], lines: readonly string[]): boolean {
  if (patterns.length === 1) return lines.some((line) => lineMatches(`${ANY}${patterns[0] ?? ''}${ANY}`, line))
  return reach(patterns, lines, range(0, lines.length)).length > 0
}

/** In order, as `start` is. */
function reach(patterns: readonly string[], lines: readonly string[], start: readonly number[]): readonly number[] {
  let places = start
  for (const pattern of patterns) {
    const [first] = places
    if (first === undefined) return places
    places =
      pattern.trim() === ANY
        ? range(first, lines.length)
        : places.filter((at) => at < lines.length && lineMatches(pattern, lines[at] ?? '')).map((at) => at + 1)
  }
  return places
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

function compareJson(expected: string, actual: string): Comparison {
  let value: unknown
  try {
    value = JSON.parse(actual)
  } catch (error) {
    return {
      matched: false,
      difference: `the output is no JSON (${error instanceof Error ? error.message : ''}):\n${clip(actual.split('\n')).join('\n')}`,
    }
  }
  const problems = jsonProblems(JSON.parse(expected), value, '$')
  return verdict(problems.length === 0, () => problems.join('\n'))
}

/** Objects: a subset. Lists: each expected element matches one of the output's, in order. Strings may hold `…`. */
function jsonProblems(expected: unknown, actual: unknown, path: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list, got ${shownValue(actual)}`]
    return listProblems(expected, actual, path)
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) {
      return [`${path}: expected an object, got ${shownValue(actual)}`]
    }
    const have = new Map<string, unknown>(Object.entries(actual))
    return Object.entries(expected).flatMap(([key, value]) =>
      have.has(key) ? jsonProblems(value, have.get(key), `${path}.${key}`) : [`${path}.${key}: missing`],
    )
  }
  const same =
    typeof expected === 'string' && typeof actual === 'string' ? lineMatches(expected, actual) : expected === actual
  return same ? [] : [`${path}: expected ${JSON.stringify(expected)}, got ${shownValue(actual)}`]
}

/** A value of the output: as deep as nobody expects, it cannot be written. */
function shownValue(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return 'something too deep to be shown'
  }
}

function listProblems(expected: readonly unknown[], actual: readonly unknown[], path: string): string[] {
  let at = 0
  for (const [index, wanted] of expected.entries()) {
    while (at < actual.length && jsonProblems(wanted, actual[at], '').length > 0) at += 1
    if (at >= actual.length) return [`${path}[${index}]: nothing matches ${JSON.stringify(wanted)}`]
    at += 1
  }
  return []
}

function shown(words: string, expected: readonly string[], actual: readonly string[]): string {
  return [
    `${words}:`,
    ...clip(expected).map((line) => `- ${line}`),
    'but the output is:',
    ...clip(actual).map((line) => `+ ${line}`),
  ].join('\n')
}

/** The lines up to the first that differs stay as they are; then `-` what was expected, `+` what came. */
function lineDifference(expected: readonly string[], actual: readonly string[]): string {
  let same = 0
  for (; same < expected.length; same++) {
    const pattern = expected[same]
    const line = actual[same]
    if (pattern === undefined || line === undefined || pattern.trim() === ANY || !lineMatches(pattern, line)) break
  }
  return [
    ...clip(actual.slice(Math.max(0, same - 3), same)).map((line) => `  ${line}`),
    ...clip(expected.slice(same)).map((line) => `- ${line}`),
    ...clip(actual.slice(same)).map((line) => `+ ${line}`),
    ...(actual.length === 0 ? ['+ (nothing was printed)'] : []),
  ].join('\n')
}

function clip(lines: readonly string[]): string[] {
  if (lines.length <= SHOWN_LINES) return [...lines]
  return [...lines.slice(0, SHOWN_LINES), `(${lines.length - SHOWN_LINES} more lines)`]
}
