/** Values of a checked fence to the Fence type; a value that is wrong was complained about and falls back to its default. */
import type { KindKey } from './grammar.ts'
import type { RawFence } from './markdown.ts'
import type { FenceMeta } from './meta.ts'
import { DISTROS, EXERCISE_PARTS, NORUN_CODES, RUNTIMES } from './types.ts'
import type { ExpectFence, Fence, FenceExercise, FileFence, StepFence } from './types.ts'
import { parseDuration } from './values.ts'

const DEFAULT_TIMEOUT_SECONDS = 120
type Values = ReadonlyMap<string, string>
type Base = Pick<Fence, 'position' | 'lang' | 'text' | 'meta'>

export function buildFence(raw: RawFence, meta: FenceMeta, kind: KindKey | 'plain'): Fence {
  const { values } = meta
  const base = baseOf(raw, meta)
  switch (kind) {
    case 'step':
      return stepOf(base, values)
    case 'norun':
      return { ...base, kind, code: oneOf(values.get('norun'), NORUN_CODES) ?? 'illustration' }
    case 'file':
      return fileOf(base, values)
    case 'expect':
      return expectOf(base, values)
    case 'plain':
      return { ...base, kind }
  }
}

function baseOf(raw: RawFence, meta: FenceMeta): Base {
  const { values } = meta
  const words = meta.words.filter((word) => word.key !== 'title').map((word) => word.raw)
  return {
    position: raw.position,
    lang: raw.lang,
    text: raw.text,
    meta: words.join(' '),
    ...optional('title', values.get('title')),
    ...optional('on', values.get('on')),
    ...optional('distro', oneOf(values.get('distro'), DISTROS)),
    ...optional('runtime', oneOf(values.get('runtime'), RUNTIMES)),
    ...optional('heading', raw.heading),
    ...optional('lead', raw.lead),
  }
}

function stepOf(base: Base, values: Values): StepFence {
  const exit = Number(values.get('exit') ?? 0)
  return {
    ...base,
    kind: 'step',
    id: values.get('step') ?? '',
    ...optional('exercise', exerciseOf(values)),
    exit: Number.isInteger(exit) ? exit : 0,
    order: oneOf(values.get('order'), ['parallel', 'serial']) ?? 'parallel',
    ...optional('retrySeconds', parseDuration(values.get('retry') ?? '')),
    timeoutSeconds: parseDuration(values.get('timeout') ?? '') ?? DEFAULT_TIMEOUT_SECONDS,
    ...optional('creates', values.get('creates')),
    ...optional('unless', values.get('unless')),
    idempotent: values.get('idempotent') === 'yes',
    captures: names(values.get('capture')),
    secrets: names(values.get('secret')),
    phase: oneOf(values.get('phase'), ['run', 'verify', 'cleanup']) ?? 'run',
    ...optional('background', backgroundOf(values)),
    ...optional('tty', values.get('tty')),
    ...optional('rebootSeconds', parseDuration(values.get('reboot') ?? '')),
  }
}

function fileOf(base: Base, values: Values): FileFence {
  return {
    ...base,
    kind: 'file',
    path: values.get('file') ?? '',
    ...optional('exercise', exerciseOf(values)),
    ...optional('write', oneOf(values.get('write'), ['block'])),
    ...optional('mode', values.get('mode')),
    subst: names(values.get('subst')),
  }
}

function expectOf(base: Base, values: Values): ExpectFence {
  const match = oneOf(values.get('match'), ['exact', 'contains', 'regex', 'json']) ?? 'exact'
  return { ...base, kind: 'expect', step: values.get('expect') ?? '', match }
}

function exerciseOf(values: Values): FenceExercise | undefined {
  const id = values.get('exercise')
  const part = oneOf(values.get('part'), EXERCISE_PARTS)
  return id === undefined || part === undefined ? undefined : { id, part }
}

function backgroundOf(values: Values): StepFence['background'] {
  const id = values.get('background')
  return id === undefined ? undefined : { id, ready: values.get('ready') ?? '' }
}

function names(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(',').filter((name) => name !== '')
}

function oneOf<const T extends string>(value: string | undefined, words: readonly T[]): T | undefined {
  return words.find((word) => word === value)
}

/** `{[key]: value}`, or nothing where the value is undefined. */
function optional<const K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // A computed key widens to an index signature; the record below is exactly this type.
  const record: { [P in K]?: V } = {}
  if (value !== undefined) record[key] = value
  return record
}
