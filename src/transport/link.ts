/** One local ssh process that cannot outlive the runner: a shell beside it kills it when the runner's pipe closes. */
import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { Socket } from 'node:net'

/**
 * Descriptor 0 is the pipe of life, 3 is ssh's stdin. The kernel closes the pipe however the runner ends, kill -9 too.
 * The shell lets go of stdout and stderr, so that their end means ssh's end.
 */
const WATCH = `"$@" <&3 3<&- & child=$!
exec 3<&- >/dev/null 2>&1
while read -r _; do :; done
kill "$child"
wait "$child"`

export interface Link {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** Ends ssh at once. */
  cut(): void
  /** When ssh and its watcher are gone. */
  readonly ended: Promise<void>
  /** Calls back then; at once when they are gone already. */
  onEnd(action: () => void): void
}

/** Starts ssh in its own process group, so that Ctrl-C reaches the runner only. */
export function openLink(program: string, args: readonly string[]): Link {
  const child = spawn('sh', ['-c', WATCH, 'k8s101-link', program, ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    detached: true,
  })
  const stdin = child.stdio[3]
  if (!(stdin instanceof Socket)) throw new Error('no pipe for ssh')
  // A closed pipe shows as the end of stdout; the write error itself says nothing more.
  stdin.on('error', () => {})
  child.stdin.on('error', () => {})
  let open = 2
  const oneEnded = (): void => {
    open -= 1
    if (open === 0) child.stdin.end()
  }
  child.stdout.on('close', oneEnded)
  child.stderr.on('close', oneEnded)
  const actions = new Set<() => void>()
  let gone = false
  const end = (): void => {
    gone = true
    for (const action of actions) action()
    actions.clear()
  }
  child.on('close', end)
  child.on('error', end)
  const onEnd = (action: () => void): void => {
    if (gone) action()
    else actions.add(action)
  }
  const ended = new Promise<void>((resolve) => onEnd(resolve))
  return { stdin, stdout: child.stdout, stderr: child.stderr, cut: () => child.stdin.end(), ended, onEnd }
}
