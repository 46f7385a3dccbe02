/** The options of `lab up`: which machines, how large, which container runtime. */
import { parseArgs } from 'node:util'
import { RUNTIMES } from '../../chapter/types.ts'
import type { RuntimeName, Topology } from '../../chapter/types.ts'
import { UserError, suggest } from '../../errors/index.ts'
import { wantedDriver } from './choose-driver.ts'
import type { DriverName } from './driver.ts'
import { takeWith } from './extras-option.ts'
import { isTopology, topologies } from './topology.ts'

export interface UpOptions {
  /** Extras of the mirror. */
  readonly wants: readonly string[]
  readonly driver?: DriverName
  readonly topology?: Topology
  readonly only?: readonly string[]
  readonly runtimes?: Readonly<Record<string, RuntimeName>>
  readonly memory?: Readonly<Record<string, number>>
  readonly fresh: boolean
}

const FLAGS = {
  driver: { type: 'string' },
  topology: { type: 'string' },
  only: { type: 'string', multiple: true },
  runtime: { type: 'string', multiple: true },
  memory: { type: 'string', multiple: true },
  fresh: { type: 'boolean' },
} as const
/** Less does not boot Debian, let alone a node. */
const LEAST_MIB = 256

/** @throws UserError for a word or value that it does not know. */
export function parseUpOptions(args: readonly string[]): UpOptions {
  const { wants, rest } = takeWith(args)
  const values = parseValues(rest)
  const runtimes = values.runtime?.flatMap((text) => text.split(',')).map((text) => pair(text, 'runtime', runtime))
  const memory = values.memory?.flatMap((text) => text.split(',')).map((text) => pair(text, 'memory', mebibytes))
  const driver = wantedDriver(values.driver)
  const only = values.only?.flatMap((text) => text.split(','))
  return {
    wants,
    ...(driver === undefined ? {} : { driver }),
    ...(only === undefined ? {} : { only }),
    ...(values.topology === undefined ? {} : { topology: topology(values.topology) }),
    ...(runtimes === undefined ? {} : { runtimes: Object.fromEntries(runtimes) }),
    ...(memory === undefined ? {} : { memory: Object.fromEntries(memory) }),
    fresh: values.fresh === true,
  }
}

function parseValues(args: readonly string[]) {
  const known = Object.keys(FLAGS).map((name) => `--${name}`)
  const wrong = args.map((arg) => arg.split('=')[0] ?? '').find((word) => word.startsWith('-') && !known.includes(word))
  if (wrong !== undefined) throw new UserError(`lab up: unknown option "${wrong}"`, suggest(wrong, known, 'options'))
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false }).values
  } catch (error) {
    const word = args.find((arg) => !arg.startsWith('-'))
    const said = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new UserError(
      word !== undefined && said?.startsWith('Unexpected argument') === true
        ? `lab up: unexpected word "${word}"`
        : `lab up: ${said ?? ''}`,
      'npm run lab -- help shows what there is',
    )
  }
}

function topology(word: string): Topology {
  if (isTopology(word)) return word
  throw new UserError(`lab up: the lab has no topology "${word}"`, suggest(word, topologies(), 'it has'))
}

/** `VALUE` is for every machine, `NAME=VALUE` for one machine or role. */
function pair<T>(text: string, option: string, parse: (value: string, option: string) => T): [string, T] {
  const at = text.indexOf('=')
  return at === -1 ? ['every', parse(text, option)] : [text.slice(0, at), parse(text.slice(at + 1), option)]
}

function runtime(value: string, option: string): RuntimeName {
  const found = RUNTIMES.find((name) => name === value)
  if (found !== undefined) return found
  throw new UserError(`lab up: --${option} "${value}" is no container runtime`, suggest(value, RUNTIMES, 'expected'))
}

function mebibytes(value: string, option: string): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)([MG])i?B?$/i.exec(value) ?? []
  const size = Math.round(Number(digits) * (unit.toUpperCase() === 'G' ? 1024 : 1))
  if (unit !== '' && size >= LEAST_MIB) return size
  throw new UserError(
    `lab up: --${option} "${value}" is no size of at least ${LEAST_MIB}M`,
    'for example: --memory master=3G or --memory 1536M',
  )
}
