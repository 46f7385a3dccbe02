/** Runs a program of a build: never outlives us, and when it fails its last words are in the error. */
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { UserError } from '../errors/index.ts'

export interface RunOptions {
  readonly cwd?: string
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Written to stdin; without it stdin is closed. */
  readonly input?: string
  /** stdout goes to this file and the result is empty. */
  readonly stdoutFile?: string
}

const TAIL_LINES = 25

/**
 * Runs `program` and gives its stdout as text.
 * @throws UserError with the command, its status and the tail of its output.
 */
export async function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  // setpriv: when this process dies (kill -9 too), the kernel ends the child.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], {
    cwd: options.cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  const tail: Buffer[] = []
  const keepTail = (chunk: Buffer): void => {
    tail.push(chunk)
    while (tail.length > 200) tail.shift()
  }
  child.stderr.on('data', keepTail)
  const status = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'no status'))
  })
  const copied = (async (): Promise<void> => {
    if (options.stdoutFile !== undefined) return pipeline(child.stdout, createWriteStream(options.stdoutFile))
    for await (const chunk of child.stdout) if (Buffer.isBuffer(chunk)) output.push(chunk)
  })()
  // A program that ends without reading its input is judged by its status, not by the broken pipe.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const [ended] = await Promise.all([status, copied])
  const stdout = Buffer.concat(output).toString('utf8')
  if (ended !== 0)
    throw failure(program, args, options.cwd, ended, lastLines(stdout, Buffer.concat(tail).toString('utf8')))
  return stdout
}

function lastLines(stdout: string, stderr: string): string {
  const text = stderr.trim() === '' ? stdout : stderr
  return text.trimEnd().split('\n').slice(-TAIL_LINES).join('\n')
}

function failure(
  program: string,
  args: readonly string[],
  cwd: string | undefined,
  ended: number | string,
  tail: string,
): UserError {
  const line = [program, ...args].map((word) => (/^[\w./:=@%+,-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')
  const shown = line.length > 300 ? `${line.slice(0, 300)}…` : line
  return new UserError(`${shown}\nended with ${ended}${cwd === undefined ? '' : ` in ${cwd}`}:\n${tail}`)
}
