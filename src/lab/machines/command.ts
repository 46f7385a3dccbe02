/** Runs a program of the host for the lab: it dies with this process, and what it said is in the error. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { UserError } from '../../errors/index.ts'

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string
  /**
   * Run in mount and process namespaces of its own: whatever it mounts and starts ends with it,
   * also when it is killed.
   */
  readonly contained?: boolean
  /** Each line of output, as it comes. */
  readonly onLine?: (line: string) => void
  /** The program is killed (status 128) once a line of its output matches. With `contained` all that it started is. */
  readonly until?: RegExp
}

export interface CommandResult {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Characters of output kept for an error message; a build may print megabytes. */
const KEPT = 64 * 1024

/** The argument list that ties a program's life to ours: the kernel kills it when this process dies, however it dies. */
export function tied(argv: readonly string[], contained: boolean): string[] {
  const inside = contained ? ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', ...argv] : argv
  return ['setpriv', '--pdeathsig', 'KILL', ...inside]
}

/** Runs a program to its end; its status is part of the answer, whatever it is. */
export function tryCommand(argv: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = '', ...args] = tied(argv, options.contained ?? false)
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env },
    })
    const kept = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      const lines = lineFeed(lineReader(options, child))
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        kept[stream] = (kept[stream] + text).slice(-KEPT)
        lines(text)
      })
    }
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ status: signal === null ? (code ?? 1) : 128, ...kept }))
    // A program that does not read its input closes the pipe early; that is its right.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
  })
}

/**
 * Runs a program that must succeed and gives its stdout.
 * @throws UserError with the last lines of what it said.
 */
export async function command(argv: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await tryCommand(argv, options)
  if (result.status === 0) return result.stdout
  const said = lastLines(`${result.stdout}\n${result.stderr}`, 15)
  throw new UserError(
    `"${argv.slice(0, 6).join(' ')}" ended with status ${result.status}`,
    said === '' ? undefined : said,
  )
}

/** The last lines of a text that are not empty. */
export function lastLines(text: string, count: number): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.slice(-count).join('\n')
}

function lineReader({ onLine, until }: CommandOptions, child: ChildProcess): ((line: string) => void) | undefined {
  if (until === undefined) return onLine
  return (line) => {
    onLine?.(line)
    if (until.test(line)) child.kill('SIGKILL')
  }
}

function lineFeed(onLine: ((line: string) => void) | undefined): (text: string) => void {
  let rest = ''
  return (text) => {
    if (onLine === undefined) return
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
}
