/** The command line of a runbook, parsed and checked. */
import { parseArgs } from 'node:util'
import { basename } from 'node:path'
import type { Lang } from '../chapter/types.ts'
import { suggest } from '../errors/index.ts'
import { UserError } from '../errors/index.ts'

export interface ReportTarget {
  readonly format: 'junit' | 'json'
  readonly file: string | undefined
}

export interface Options {
  readonly inventory: string | undefined
  readonly only: readonly string[]
  readonly from: string | undefined
  readonly limit: readonly string[]
  readonly vars: ReadonlyMap<string, string>
  readonly rerun: readonly string[]
  readonly markDone: readonly string[]
  /** One exercise, and what to do with it; not given: an ordinary run. */
  readonly exercise: { readonly id: string; readonly part: 'setup' | 'check' | 'answer' } | undefined
  /** Prove every exercise in the course of a whole run. */
  readonly exercises: boolean
  readonly reports: readonly ReportTarget[]
  readonly evidence: string | undefined
  readonly lang: Lang
  readonly action: 'run' | 'list' | 'dry-run' | 'status' | 'help'
  readonly resume: boolean
  /** The lab only: what the machines hold is thrown away first. */
  readonly fresh: boolean
  readonly verify: boolean
  readonly cleanup: boolean
  readonly yes: boolean
  readonly overwrite: boolean
  readonly color: boolean
}

/** Some steps, hosts or phases only: no evidence, and nothing to resume. */
export function isPartial(options: Options): boolean {
  const some = options.only.length > 0 || options.from !== undefined || options.limit.length > 0
  return some || options.verify || options.exercise !== undefined
}

const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  list: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  status: { type: 'boolean' },
  resume: { type: 'boolean' },
  fresh: { type: 'boolean' },
  verify: { type: 'boolean' },
  cleanup: { type: 'boolean' },
  exercise: { type: 'string' },
  check: { type: 'boolean' },
  answer: { type: 'boolean' },
  exercises: { type: 'boolean' },
  yes: { type: 'boolean' },
  overwrite: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  inventory: { type: 'string' },
  only: { type: 'string', multiple: true },
  from: { type: 'string' },
  limit: { type: 'string', multiple: true },
  var: { type: 'string', multiple: true },
  rerun: { type: 'string', multiple: true },
  'mark-done': { type: 'string', multiple: true },
  report: { type: 'string', multiple: true },
  evidence: { type: 'string' },
  lang: { type: 'string' },
} as const

/** Every option's word, without its dashes. */
export const OPTION_NAMES: readonly string[] = Object.keys(FLAGS)

/**
 * The arguments after the runbook's file name. `npx zx X.mjs ARGS` and `node X.mjs ARGS` differ in what stands before it.
 * The word after `--` that zx might leave is dropped by nobody: runbooks take no plain words.
 */
export function argumentsOf(argv: readonly string[], runbook: string): string[] {
  const named = argv.findIndex((word, at) => at > 0 && basename(word) === `${runbook}.mjs`)
  const script = named === -1 ? argv.findIndex((word, at) => at > 0 && word.endsWith('.mjs')) : named
  return argv.slice(script === -1 ? 2 : script + 1)
}

/** @throws UserError (exit 2) that names the wrong word and the nearest right one. */
export function parseOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  checkWords(args)
  const { values } = parseValues(args)
  const actions = (['help', 'list', 'dry-run', 'status'] as const).filter((name) => values[name] === true)
  const first = actions[0]
  if (actions.length > 1) throw wrong(`--${actions.join(' and --')} cannot be given together`)
  if (values.only !== undefined && values.from !== undefined) throw wrong('--only and --from cannot be given together')
  if (values.verify === true && values.resume === true) throw wrong('--verify and --resume cannot be given together')
  if (values.fresh === true && (values.resume === true || values.inventory !== undefined)) {
    const other = values.resume === true ? '--resume' : '--inventory'
    throw wrong(
      `--fresh and ${other} cannot be given together`,
      'It gives the built-in lab blank machines to start from.',
    )
  }
  if ((values.rerun !== undefined || values['mark-done'] !== undefined) && values.resume !== true) {
    throw wrong('--rerun and --mark-done go with --resume', 'They settle a step whose outcome is unknown.')
  }
  if (values.report !== undefined && first !== undefined) {
    throw wrong(`--report and --${first} cannot be given together`, 'A report tells of what was run.')
  }
  const exercise = exerciseOf(values)
  return {
    inventory: values.inventory,
    only: words(values.only),
    from: values.from,
    limit: words(values.limit),
    vars: variables(values.var ?? []),
    rerun: words(values.rerun),
    markDone: words(values['mark-done']),
    exercise,
    exercises: values.exercises === true,
    reports: (values.report ?? []).map(report),
    evidence: values.evidence,
    lang: language(values.lang, env),
    action: first ?? 'run',
    resume: values.resume === true,
    fresh: values.fresh === true,
    verify: values.verify === true,
    cleanup: values.cleanup === true,
    yes: values.yes === true,
    overwrite: values.overwrite === true,
    color: values['no-color'] !== true && (env['NO_COLOR'] ?? '') === '',
  }
}

interface ExerciseWords {
  readonly exercise?: string | undefined
  readonly check?: boolean | undefined
  readonly answer?: boolean | undefined
  readonly exercises?: boolean | undefined
}

function exerciseOf(values: ExerciseWords & Readonly<Record<string, unknown>>): Options['exercise'] {
  const { exercise: id, check, answer, exercises } = values
  const others = ['only', 'from', 'limit', 'verify', 'resume'].filter((name) => Boolean(values[name]))
  const partial = others.filter((name) => name !== 'resume')
  if (exercises === true && partial.length > 0)
    throw wrong(`--exercises goes with a whole run, not with --${partial.join(', --')}`)
  if (id === undefined) {
    if (check === true || answer === true)
      throw wrong(`--${check === true ? 'check' : 'answer'} needs --exercise NAME`, '--list shows the exercises.')
    return undefined
  }
  if (exercises === true) throw wrong('--exercise and --exercises cannot be given together')
  if (others.length > 0) throw wrong(`--exercise runs alone, not with --${others.join(', --')}`)
  if (check === true && answer === true) throw wrong('--check and --answer cannot be given together')
  return { id, part: check === true ? 'check' : answer === true ? 'answer' : 'setup' }
}

function checkWords(args: readonly string[]): void {
  const known = Object.keys(FLAGS).map((name) => `--${name}`)
  for (const arg of args) {
    const name = arg.split('=')[0] ?? ''
    if (name.startsWith('--') && name !== '--' && !known.includes(name)) {
      throw wrong(`unknown option ${JSON.stringify(name)}`, suggest(name, known, 'options'))
    }
  }
}

function parseValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw wrong(message.split('. ')[0] ?? message)
  }
}

function wrong(message: string, hint = '--help shows the options.'): UserError {
  return new UserError(message, hint)
}

function words(values: readonly string[] | undefined): string[] {
  return (values ?? []).flatMap((value) => value.split(',')).filter((word) => word !== '')
}

function variables(given: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const text of given) {
    const at = text.indexOf('=')
    const name = text.slice(0, Math.max(at, 0))
    if (!/^[A-Za-z_]\w*$/.test(name)) throw wrong(`--var ${JSON.stringify(text)}: expected NAME=value`)
    found.set(name, text.slice(at + 1))
  }
  return found
}

function report(text: string): ReportTarget {
  const [format, ...file] = text.split('=')
  if (format !== 'junit' && format !== 'json') {
    throw wrong(`--report ${JSON.stringify(text)}: expected junit, json, junit=FILE or json=FILE`)
  }
  return { format, file: file.length === 0 ? undefined : file.join('=') }
}

/** `--lang`, else the locale's language when it is Korean, else English. */
function language(given: string | undefined, env: NodeJS.ProcessEnv): Lang {
  if (given === 'ko' || given === 'en') return given
  if (given !== undefined) throw wrong(`--lang ${JSON.stringify(given)}: expected ko or en`)
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return locale.startsWith('ko') ? 'ko' : 'en'
}

/** The check of an exercise only looks: it asks nothing and is in nobody's way. */
export function changesHosts(options: Options): boolean {
  return options.exercise?.part !== 'check'
}
