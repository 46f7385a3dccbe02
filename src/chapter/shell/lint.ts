/** What a bash fence may not hold: comments, prompts, state that only a later block would see. */
import type { ShellScan } from './scan.ts'

export interface ShellProblem {
  readonly offset: number
  readonly message: string
  readonly hint: string
}

/** Comments and prompts: what is copied is what runs. */
export function copyProblems(text: string, scan: ShellScan): ShellProblem[] {
  const prompt = /^[ \t]*\$ /gmu
  const prompts = [...text.matchAll(prompt)].map((match) => ({
    offset: match.index,
    message: 'a prompt ("$ ") stands in a bash fence',
    hint: 'leave it out: what is copied is what runs; output belongs into a text fence with expect',
  }))
  const comments = scan.comments.map((offset) => ({
    offset,
    message: `a comment stands in a bash fence: ${JSON.stringify(text.slice(offset).split('\n')[0])}`,
    hint: 'say it in the text above the fence',
  }))
  return [...prompts, ...comments]
}

/** `cd`, `export`, aliases at the end of a block: the next block has a shell of its own. */
export function stateProblems(scan: ShellScan): ShellProblem[] {
  const top = scan.commands.filter((command) => command.depth === 0)
  const last = top.at(-1)
  const word = last?.words[0] ?? ''
  if (last === undefined || !['cd', 'export', 'alias', 'source', '.', 'set', 'shopt', 'umask'].includes(word)) return []
  return [
    {
      offset: last.offset,
      message: `the block ends in "${last.words.join(' ')}", which no later block sees`,
      hint: 'each step has a shell of its own: put what needs it into the same block, or use capture="NAME"',
    },
  ]
}

/** Words that `echo` and `printf` of a script put on its stdout; `all` where every one of them is known as it stands. */
export function printedWords(scan: ShellScan): {
  readonly literal: readonly { readonly word: string; readonly offset: number }[]
  readonly all: boolean
} {
  const printing = scan.commands.filter(
    ({ words, redirects, piped, depth }) =>
      depth === 0 && !piped && redirects.length === 0 && (words[0] === 'echo' || words[0] === 'printf'),
  )
  const said = printing.flatMap(({ words, offset }) => {
    const values = words[0] === 'printf' && words.length > 2 ? words.slice(2) : words.slice(1)
    return values.map((value) => ({ word: value.replace(/\\n$/u, ''), offset }))
  })
  const literal = said.filter(({ word }) => !/[$`]/u.test(word))
  return { literal, all: literal.length === said.length }
}

/** Names that every shell of the runner has. */
const ENVIRONMENT = new Set(
  `HOME USER LOGNAME PATH PWD OLDPWD SHELL LANG LC_ALL HOSTNAME UID EUID RANDOM SECONDS LINENO BASH_VERSION BASH_SOURCE
   IFS OSTYPE MACHTYPE TMPDIR REPLY PIPESTATUS BASHPID PPID FUNCNAME OPTARG OPTIND TERM`.split(/\s+/u),
)
const OS_RELEASE = ['ID', 'ID_LIKE', 'NAME', 'PRETTY_NAME', 'VERSION', 'VERSION_ID', 'VERSION_CODENAME']

/** Variables used with no value from the block itself, the environment or `known`; each name once. */
export function unknownVariables(scan: ShellScan, known: ReadonlySet<string>): { name: string; offset: number }[] {
  const sourced = scan.commands.some(
    (command) => /^(?:\.|source)$/u.test(command.words[0] ?? '') && command.words[1] === '/etc/os-release',
  )
  const found = new Map<string, number>()
  for (const { name, offset, hasDefault } of scan.variables) {
    const has =
      known.has(name) || scan.assigned.has(name) || ENVIRONMENT.has(name) || (sourced && OS_RELEASE.includes(name))
    if (!has && !hasDefault && !found.has(name)) found.set(name, offset)
  }
  return [...found].map(([name, offset]) => ({ name, offset }))
}
