/** Runs the project's own commands as a user would, showing and keeping what they print. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { delimiter, join } from 'node:path'

export interface CommandOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Killed past this; any positive number, e.g. 335.0968. */
  readonly timeoutSeconds: number
  /** Print the output as it comes; default true. */
  readonly show?: boolean
}

export interface CommandResult {
  /** Exit status; 128 + n where signal n ended it. */
  readonly status: number
  /** stdout and stderr as they came, the last 4 MiB. */
  readonly output: string
  readonly seconds: number
}

export interface RunningCommand {
  readonly child: ChildProcess
  readonly done: Promise<CommandResult>
  /** All that was printed until now. */
  output(): string
}

const KEPT = 4 * 1024 * 1024

/** Starts a program of node_modules/.bin or of the machine, stdin closed; never through a shell. */
export function startCommand(command: readonly string[], options: CommandOptions): RunningCommand {
  const start = performance.now()
  const [program = '', ...args] = command
  const path = [join(options.cwd, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
    // spawn refuses a fraction of a millisecond, which a machine's pace times minutes has.
    timeout: Math.ceil(options.timeoutSeconds * 1000),
    killSignal: 'SIGKILL',
  })
  let output = ''
  const decoders = [new TextDecoder(), new TextDecoder()] as const
  const take = (decoder: TextDecoder) => (chunk: Uint8Array) => {
    const text = decoder.decode(chunk, { stream: true })
    output = (output + text).slice(-KEPT)
    if (options.show !== false) process.stdout.write(text)
  }
  child.stdout.on('data', take(decoders[0]))
  child.stderr.on('data', take(decoders[1]))
  const done = new Promise<CommandResult>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ status: code ?? 137, output, seconds: (performance.now() - start) / 1000 }))
  })
  return { child, done, output: () => output }
}

export function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return startCommand(command, options).done
}

/** @throws Error with the end of what a command printed, when it ended otherwise. */
export function expectStatus({ status, output }: CommandResult, wanted: number): void {
  if (status !== wanted)
    throw new Error(`exit status ${status}, expected ${wanted}; the last lines:\n${output.slice(-1500)}`)
}
