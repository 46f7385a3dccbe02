/** A process that the keeper keeps running: the name server, the mirror. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../errors/index.ts'
import { lastLines } from './command.ts'

/** A service that dies again and again is not started for ever. */
const MOST_RESTARTS = 5
const RESTART_PAUSE_MS = 1000

export class Service {
  readonly name: string
  readonly #argv: readonly string[]
  readonly #logFile: string
  readonly #log: (line: string) => void
  #child: ChildProcess | undefined
  #restarts = 0

  constructor(name: string, argv: readonly string[], logFile: string, log: (line: string) => void) {
    this.name = name
    this.#argv = argv
    this.#logFile = logFile
    this.#log = log
  }

  get running(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Ends the service for good; a later `start` begins anew. */
  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }

  start(): void {
    const [program = '', ...args] = this.#argv
    const output = openSync(this.#logFile, 'a')
    const child = spawn(program, args, { stdio: ['ignore', output, output] })
    closeSync(output)
    this.#child = child
    child.once('error', (error) => this.#log(`${this.name}: ${error.message}`))
    child.once('exit', (code, signal) => {
      if (this.#child !== child) return
      this.#log(`${this.name} ended (${signal ?? code})`)
      if (this.#restarts++ < MOST_RESTARTS) setTimeout(() => this.start(), RESTART_PAUSE_MS)
    })
  }

  /**
   * Waits until `ready` holds.
   * @throws UserError with the end of the service's log.
   */
  async whenReady(ready: () => Promise<boolean>, seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000
    while (Date.now() < until && this.#restarts === 0) {
      if (await ready()) return
      await sleep(50)
    }
    throw new UserError(
      `the lab's ${this.name} ${this.#restarts === 0 ? `did not answer within ${seconds} s` : 'ended as soon as it was started'}`,
      `the end of ${this.#logFile}:\n${lastLines(readFileSync(this.#logFile, 'utf8'), 12)}`,
    )
  }
}
