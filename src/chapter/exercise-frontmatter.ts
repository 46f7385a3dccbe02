/** `exercises:` of the frontmatter: each exercise's title, and the words for what its check finds missing. */
import { MapReader } from './map-reader.ts'
import type { Say } from './map-reader.ts'
import type { ExerciseSpec, Position } from './types.ts'
import type { YamlEntry } from '../yaml/index.ts'

const KEYS = ['title', 'messages']
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u
const SHAPE = 'expected {title: …, messages: {no-pod: …}}'

/** Reads the entry `exercises`, if there is one; `at` gives the place of an offset of the frontmatter. */
export function parseExercises(
  entry: YamlEntry | undefined,
  at: (offset: number) => Position,
  say: Say,
): ExerciseSpec[] {
  if (entry === undefined) return []
  if (entry.value.kind === 'map') return entry.value.entries.flatMap((item) => parseExercise(item, at, say) ?? [])
  say(entry.value.offset, 'exercises: is no mapping', 'expected scale-up: {title: …, messages: {no-pod: …}}')
  return []
}

function parseExercise(entry: YamlEntry, at: (offset: number) => Position, say: Say): ExerciseSpec | undefined {
  const id = entry.key
  checkId(entry, 'exercise', say)
  if (entry.value.kind !== 'map') {
    say(entry.value.offset, `the exercise "${id}" is no mapping`, SHAPE)
    return undefined
  }
  const reader = new MapReader(entry.value, say, `exercise ${id}`, KEYS)
  const title = reader.text('title') ?? ''
  return { id, position: at(entry.offset), title, messages: parseMessages(reader.entry('messages'), entry, say) }
}

function parseMessages(entry: YamlEntry | undefined, exercise: YamlEntry, say: Say): Record<string, string> {
  if (entry?.value.kind !== 'map' || entry.value.entries.length === 0) {
    const offset = entry?.value.offset ?? exercise.offset
    say(offset, `the exercise "${exercise.key}" has no messages`, 'write what its check may find missing: {no-pod: …}')
    return {}
  }
  const reader = new MapReader(
    entry.value,
    say,
    `messages of ${exercise.key}`,
    entry.value.entries.map(({ key }) => key),
  )
  return Object.fromEntries(
    entry.value.entries.map((message) => {
      checkId(message, 'message', say)
      return [message.key, reader.optional(message.key) ?? '']
    }),
  )
}

function checkId({ key, offset }: YamlEntry, what: string, say: Say): void {
  if (ID.test(key)) return
  say(offset, `the ${what} id "${key}" is not lower-case words with hyphens`, 'for example "no-pod"')
}
