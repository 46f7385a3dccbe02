/** Ctrl-C, kill, a closed terminal, a killed npx: what each means for a run. */
import { readFileSync } from 'node:fs'
import { EXIT } from '../errors/index.ts'
import { isAlive, processName } from './journal.ts'

export interface Interruption {
  readonly happened: () => boolean
  /** Called at the first Ctrl-C; before it is set, Ctrl-C ends the process at once. */
  onFirst(stop: () => void): void
  sleep(milliseconds: number): Promise<void>
  dispose(): void
}

const HANGUP_EXIT = 129

/**
 * The first SIGINT or SIGTERM stops the remote steps and lets the run end in order, the second ends the process. A closed
 * terminal, a reader that is gone or a killed npx ends it at once: what runs on the hosts goes on to its end or its timeout.
 */
export function watchInterruption(): Interruption {
  let happened = false
  let stop: (() => void) | undefined
  const wakers = new Set<() => void>()
  const interrupt = (): void => {
    if (happened || stop === undefined) process.exit(EXIT.interrupted)
    happened = true
    process.stderr.write('\ninterrupted: stopping what runs on the hosts … (once more to leave at once)\n')
    stop()
    for (const wake of wakers) wake()
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt).on('SIGHUP', hangUp)
  process.stdout.on('error', readerGone)
  const parent = npmAncestor()
  const watch = setInterval(() => {
    if (parent !== undefined && !isAlive(parent)) hangUp()
  }, 1000)
  watch.unref()
  return {
    happened: () => happened,
    onFirst: (action) => {
      stop = action
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
      process.stdout.off('error', readerGone)
      clearInterval(watch)
    },
  }
}

/** Nobody reads any more (`… | head`): like a closed terminal. */
function readerGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
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
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0)
    } catch {
      return undefined
    }
  }
  return undefined
}
