/** Starts, finds and ends a lab's keeper, from the outside. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../errors/index.ts'
import { identify, isAlive } from '../../process/index.ts'
import type { ProcessIdentity } from '../../process/index.ts'
import { parseAnswer } from './control.ts'
import type { LabPaths } from './lab-name.ts'
import { readState } from './plan.ts'
import type { LabState } from './plan.ts'

const KEEPER = fileURLToPath(new URL('keeper.ts', import.meta.url))

/**
 * The shell is process 1 of the namespace: it takes in orphans, and its end (when the keeper ends) ends them all.
 * `exit` after the command keeps it from being replaced by the command.
 */
const FIRST_PROCESS = '"$@"; exit $?'

/** The state of a lab whose keeper lives, else undefined. */
export async function runningState(paths: LabPaths): Promise<LabState | undefined> {
  const state = await readState(paths)
  return state !== undefined && isAlive(state.keeper) ? state : undefined
}

/**
 * Starts a keeper in network, mount and process namespaces of its own, calls `started` with its identity at once
 * (ssh needs it while the machines boot) and returns when the lab is ready.
 * @throws UserError with the keeper's reason when it gives up; it has ended then, and nothing is left.
 */
export async function startKeeper(
  paths: LabPaths,
  started: (keeper: ProcessIdentity) => Promise<void>,
  progress: (line: string) => void,
): Promise<void> {
  await mkdir(paths.logs, { recursive: true })
  const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
  const argv = [...namespaces, 'sh', '-c', FIRST_PROCESS, 'sh', process.execPath, KEEPER, paths.name]
  const hostNetwork = openSync('/proc/self/ns/net', 'r')
  const child = spawn('unshare', argv, { stdio: ['pipe', 'pipe', 'pipe', hostNetwork], detached: true, cwd: '/' })
  closeSync(hostNetwork)
  const { stdin, stdout, stderr } = child
  if (stdin === null || stdout === null || stderr === null) throw new Error('unshare has no pipes')
  const said: string[] = []
  stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  try {
    const identity = child.pid === undefined ? undefined : identify(child.pid)
    if (identity !== undefined) await started(identity)
    for await (const line of createInterface({ input: stdout })) {
      const answer = parseAnswer(line)
      if (answer.kind === 'progress') progress(answer.line)
      if (answer.kind === 'failed') throw new UserError(answer.message, answer.hint)
      if (answer.kind === 'done') return
    }
    throw new UserError('the lab did not start', said.join('').trim() || `see ${join(paths.logs, 'keeper.log')}`)
  } catch (error) {
    child.kill('SIGKILL')
    await gone
    throw error
  } finally {
    // Ready or ended: from here on neither side waits for the other.
    for (const pipe of [stdin, stdout, stderr]) pipe.destroy()
    child.unref()
  }
}

/** Waits until a keeper has ended; kills it when it has not within `seconds`. Returns once it is gone. */
export async function awaitEnd(keeper: ProcessIdentity, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1000
  while (isAlive(keeper)) {
    if (Date.now() > until) killIfAlive(keeper)
    await sleep(50)
  }
}

/** Ends a keeper at once; the kernel ends everything in its namespaces. */
export function killIfAlive(keeper: ProcessIdentity): void {
  if (!isAlive(keeper)) return
  try {
    process.kill(keeper.pid, 'SIGKILL')
  } catch {
    // It ended between the look and the signal.
  }
}

/** Removes what a keeper leaves in the lab's directory: its state and its socket. */
export async function forgetKeeper(paths: LabPaths): Promise<void> {
  if (!existsSync(paths.dir)) return
  await rm(paths.state, { force: true })
  await rm(join(paths.dir, paths.socketName), { force: true })
}
