/** Ctrl-C, kill, a closed terminal, a killed npx: what each means for a run. */
import { readFileSync } from 'node:fs'
import { EXIT } from '../errors/index.ts'
import { statOf } from '../process/index.ts'
import { isAlive, processName } from './journal.ts'
import { remark } from './screen.ts'

export interface Interruption {
  readonly happened: () => boolean
  /** Called at the first Ctrl-C; before it is set, Ctrl-C ends the process at once. `tell` says what happens to a person. */
  onFirst(stop: () => void, tell?: (text: string) => void): void
  sleep(milliseconds: number): Promise<void>
  dispose(): void
}

/** As a shell says it of a program that SIGHUP ended. */
const HANGUP_EXIT = 129

/**
 * The first SIGINT or SIGTERM stops the remote steps and lets the run end in order, the second ends the process. A closed
 * terminal, a reader that is gone or a killed npx ends it at once: what runs on the hosts goes on to its end or its timeout.
 */
export function watchInterruption(): Interruption {
  let happened = false
  let stop: (() => void) | undefined
  let say = remark
  const wakers = new Set<() => void>()
  const interrupt = (): void => {
    if (happened || stop === undefined) process.exit(EXIT.interrupted)
    happened = true
    say('\ninterrupted: stopping what runs on the hosts … (once more to leave at once)')
    stop()
    for (const wake of wakers) wake()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('SIGHUP', hangUp)
  const parent = npmAncestor()
  const watch = setInterval(() => {
    // Ctrl-C reaches npx too, which may end before the steps are stopped.
    if (!happened && parent !== undefined && !isAlive(parent)) hangUp()
  }, 1000)
  watch.unref()
  return {
    happened: () => happened,
    onFirst: (action, tell = say) => {
      stop = action
      say = tell
    },
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          wakers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, milliseconds)
        wakers.add(wake)
      }),
    dispose: () => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt).off('SIGHUP', hangUp)
      clearInterval(watch)
    },
  }
}

/** Whatever a runbook does, it ends without a stack when nobody reads any more (`… | head`): like a closed terminal. */
export function watchReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', readerGone)
}

function readerGone(error: NodeJS.ErrnoException): void {
  // A terminal that is gone says EIO.
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
  hangUp()
}

function hangUp(): never {
  process.exit(HANGUP_EXIT)
}

/** The `npm exec` (npx) above this process, if there is one: its death is ours. Linux only; elsewhere nobody is watched. */
function npmAncestor(): string | undefined {
  let pid = process.ppid
  for (let depth = 0; depth < 6 && pid > 1; depth++) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      if (/^npm exec |\bnpx\b|npm-cli|npx-cli/.test(command)) return processName(pid)
      pid = Number(statOf(pid)?.[1] ?? 0)
    } catch {
      return undefined
    }
  }
  return undefined
}
