/** Checks that parsed JSON is evidence, with the path of what is not. */
import { DISTROS, RUNTIMES } from '../chapter/types.ts'
import type { Evidence } from './types.ts'

const STATUSES = ['passed', 'already-done', 'failed', 'not-run']
const VERDICTS = ['matched', 'mismatched', 'none']

type Check = (value: unknown, path: string) => string[]

const text: Check = (value, path) => (typeof value === 'string' ? [] : [`${path}: expected text, got ${show(value)}`])
const number: Check = (value, path) =>
  typeof value === 'number' ? [] : [`${path}: expected a number, got ${show(value)}`]
const boolean: Check = (value, path) =>
  typeof value === 'boolean' ? [] : [`${path}: expected true or false, got ${show(value)}`]
const exit: Check = (value, path) => (value === null ? [] : number(value, path))

function one(...words: readonly (string | number)[]): Check {
  return (value, path) =>
    words.some((word) => word === value)
      ? []
      : [`${path}: expected ${words.map(show).join(' or ')}, got ${show(value)}`]
}

function list(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, at) => check(item, `${path}[${at}]`))
      : [`${path}: expected a list, got ${show(value)}`]
}

function record(check: Check): Check {
  return (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => check(item, `${path}.${key}`))
      : [`${path}: expected an object, got ${show(value)}`]
}

/** Exactly these keys; those in `optional` may be missing. */
function shape(fields: Readonly<Record<string, Check>>, optional: readonly string[] = []): Check {
  return (value, path) => {
    if (!isObject(value)) return [`${path}: expected an object, got ${show(value)}`]
    const unknown = Object.keys(value).filter((key) => !(key in fields))
    const missing = Object.keys(fields).filter((key) => !(key in value) && !optional.includes(key))
    return [
      ...unknown.map((key) => `${path}.${key}: unknown`),
      ...missing.map((key) => `${path}.${key}: missing`),
      ...Object.entries(fields).flatMap(([key, check]) => (key in value ? check(value[key], `${path}.${key}`) : [])),
    ]
  }
}

const hostResult = shape({
  host: text,
  status: one(...STATUSES),
  exit,
  startedAt: text,
  seconds: number,
  verdict: one(...VERDICTS),
  output: text,
  truncated: boolean,
})

const item = shape(
  {
    id: text,
    distro: one(...DISTROS),
    runtime: one(...RUNTIMES),
    hash: text,
    chain: text,
    hosts: list(hostResult),
    notRun: text,
  },
  ['distro', 'runtime', 'notRun'],
)

const exercise = shape({
  id: text,
  chain: text,
  result: one('proven', 'failed'),
  stages: list(
    shape({ part: one('setup', 'answer', 'wrong', 'check'), missing: list(text), items: list(item) }, ['missing']),
  ),
})

const evidence = shape(
  {
    schema: one(1),
    runbook: text,
    distro: one(...DISTROS),
    runtime: one(...RUNTIMES),
    date: text,
    seconds: number,
    result: one('passed', 'failed'),
    versions: record(text),
    environment: shape({ kernel: text, os: text, driver: text, supply: text }),
    substitutions: list(shape({ id: text, text: shape({ ko: text, en: text }) })),
    items: list(item),
    exercises: list(exercise),
    isolation: shape({ compared: number, left: list(text), gone: list(text) }),
  },
  ['exercises', 'isolation'],
)

/** What is wrong with it, one line each; nothing when it is evidence. */
export function evidenceProblems(value: unknown): string[] {
  return evidence(value, '$')
}

export function isEvidence(value: unknown): value is Evidence {
  return evidenceProblems(value).length === 0
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? 'nothing'
}
