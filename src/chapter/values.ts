/** Values of fence keys: each kind's form, and what to say when a value has not that form. */
import { hostWords, isHosts } from './hosts.ts'
import { regexProblem } from './expectation.ts'
import { suggest } from '../errors/index.ts'
import { parseTtyKeys } from './tty-keys.ts'
import type { GrammarKey } from './grammar.ts'
import type { Topology, ValueProblem } from './types.ts'

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u
const NAMES = /^[A-Za-z_]\w*(?:,[A-Za-z_]\w*)*$/u
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }
const LONGEST = 24 * 3600

/** What is wrong with a key's value, or undefined. */
export function valueProblem(entry: GrammarKey, value: string, topology: Topology): ValueProblem | undefined {
  const kind = entry.value
  const wrong = (hint: string): ValueProblem => ({ message: `${entry.key}="${value}" is not right`, hint })
  if (value.trim() === '') return { message: `${entry.key}="" is empty`, hint: `for example ${entry.example}` }
  switch (kind.type) {
    case 'id':
      return ID.test(value) ? undefined : wrong(`expected lower-case words with hyphens, for example ${entry.example}`)
    case 'hosts': {
      const words = hostWords(topology)
      return isHosts(value, topology) ? undefined : unknownHost(value, words)
    }
    case 'path':
      return pathProblem(value, wrong)
    case 'names':
      return NAMES.test(value) ? undefined : wrong(`expected variable names with commas, for example ${entry.example}`)
    case 'duration':
      return parseDuration(value) === undefined
        ? wrong('expected seconds, minutes or hours up to 24h: 90s, 10m, 1h')
        : undefined
    case 'status':
      return /^\d{1,3}$/u.test(value) && Number(value) <= 255
        ? undefined
        : wrong('expected an exit status from 0 to 255')
    case 'mode':
      return /^0?[0-7]{3}$/u.test(value)
        ? undefined
        : wrong('expected permission bits in octal, for example mode="0644"')
    case 'keys': {
      const parsed = parseTtyKeys(value)
      if (!('problem' in parsed)) return undefined
      return { message: `${entry.key}: ${parsed.problem.message}`, hint: parsed.problem.hint }
    }
    case 'regex':
      return regexProblem(value)
    case 'choice':
      return kind.of.includes(value) ? undefined : wrong(suggest(value, kind.of, 'expected one of'))
    case 'command':
    case 'text':
      return undefined
  }
}

/** Seconds of `90s`, `10m`, `1h`; undefined for anything else, zero, or more than a day. */
export function parseDuration(value: string): number | undefined {
  const parts = /^(\d{1,5})([smh])$/u.exec(value)
  const seconds = Number(parts?.[1]) * (SECONDS[parts?.[2] ?? ''] ?? Number.NaN)
  return seconds > 0 && seconds <= LONGEST ? seconds : undefined
}

function unknownHost(value: string, words: readonly string[]): ValueProblem {
  return { message: `unknown host or role "${value}"`, hint: `${suggest(value, words)}, master[0]` }
}

function pathProblem(value: string, wrong: (hint: string) => ValueProblem): ValueProblem | undefined {
  if (/^~(?!\/)/u.test(value)) return wrong('only "~/" stands for a home, that of the login user')
  if (value.split('/').includes('..')) return wrong('a path has no ".."')
  if (value.endsWith('/')) return wrong('expected a file, not a folder')
  return undefined
}
