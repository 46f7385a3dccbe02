/** Errors that a user reads: what went wrong, what was expected, what to do next, and the exit code. */

export { nearest, suggest } from './suggest.ts'

/** Exit codes by kind, the same for every command of the project. */
export const EXIT = {
  done: 0,
  stepFailed: 1,
  usage: 2,
  unreachable: 3,
  unknown: 4,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/**
 * Something the user can mend. Printed without a stack: `message`, then `hint` on its own line.
 * Anything else that reaches the top is a bug and is printed with its stack.
 */
export class UserError extends Error {
  readonly hint: string | undefined
  readonly code: ExitCode
  constructor(message: string, hint?: string, code: ExitCode = EXIT.usage) {
    super(message)
    this.name = 'UserError'
    this.hint = hint
    this.code = code
  }
}

/** One problem at one place of one file. Lines and columns count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly hint?: string
}

/** Every problem of a set of files at once, sorted by place. */
export class ProblemsError extends UserError {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems)
    super(sorted.map(formatProblem).join('\n'), undefined, EXIT.usage)
    this.name = 'ProblemsError'
    this.problems = sorted
  }
}

export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.message.localeCompare(b.message),
  )
}

/** `file:line:column: message`, then the hint indented under it. */
export function formatProblem(p: Problem): string {
  return `${p.file}:${p.line}:${p.column}: ${p.message}${p.hint === undefined ? '' : `\n  ${p.hint}`}`
}

/** Runs a command's main function; turns what it throws into words on stderr and an exit code. */
export async function runMain(main: () => Promise<ExitCode | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? EXIT.done
  } catch (error) {
    process.exitCode = reportError(error)
  }
}

/** Prints an error as a user should see it and gives its exit code. */
export function reportError(error: unknown): ExitCode {
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`)
    return error.code
  }
  // node:util's parseArgs, where nothing nearer to the command says it better.
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) {
    process.stderr.write(`error: ${error.message}\n`)
    return EXIT.usage
  }
  process.stderr.write(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return EXIT.stepFailed
}
