/** What can be done with a lab that is up: open, reset, stop, ask for its status. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, UserError } from '../../errors/index.ts'
import { withLock } from '../cache.ts'
import type { History } from '../history.ts'
import type { LabHandle } from '../types.ts'
import { ask } from './control.ts'
import type { KeeperStatus } from './control.ts'
import { labHandle } from './handle.ts'
import { awaitEnd, forgetKeeper, killIfAlive, runningState } from './keeper-process.ts'
import { labName, labPaths } from './lab-name.ts'
import type { LabPaths } from './lab-name.ts'
import { lastPlan } from './plan.ts'
import { readRecord } from './record.ts'
import type { LabRecord } from './record.ts'
import { startLab } from './start.ts'
import type { LabPlan, LabState } from './plan.ts'

type Log = (line: string) => void

/** Powering off is bounded in the keeper; this is for a keeper that does not answer at all. */
const STOP_SECONDS = 10

export interface OpenLab {
  readonly paths: LabPaths
  readonly plan: LabPlan
  readonly state: LabState
  readonly record: LabRecord
}

/** The files of a running lab. @throws UserError (exit 3) when it is not up. */
export async function findLab(name: string | undefined): Promise<OpenLab> {
  const paths = labPaths(labName(name))
  const [state, plan, record] = [await runningState(paths), await lastPlan(paths), await readRecord(paths)]
  if (state !== undefined && plan !== undefined && record !== undefined) return { paths, plan, state, record }
  throw new UserError(`lab "${paths.name}" is not up`, 'start it: npm run lab -- up', EXIT.unreachable)
}

/** The way to a lab that is up. @throws UserError (exit 3) when it is not. */
export async function openLab(name?: string): Promise<LabHandle> {
  const { paths, plan, state, record } = await findLab(name)
  return labHandle(paths, plan, state, record, false)
}

export interface LabStatus extends KeeperStatus {
  readonly history: History
  readonly sshConfig: string
}

export async function labStatus(name?: string): Promise<LabStatus> {
  const { paths, record } = await findLab(name)
  return { ...(await ask(paths, 'status', () => undefined)), history: record.history, sshConfig: paths.sshConfig }
}

/** Fresh, blank machines, booted. Everything in them is lost. @throws UserError (exit 3) when there never were any. */
export async function resetLab(name: string | undefined, log: Log): Promise<LabHandle> {
  const paths = labPaths(labName(name))
  if ((await readRecord(paths)) === undefined) await findLab(name)
  return startLab({ name: paths.name, fresh: true, log })
}

/**
 * Powers the machines off and ends the lab; the machines' disks stay, so that the next start goes on with them.
 * Gives false when it was not up. Nothing of it runs afterwards, whatever it answered.
 */
export async function stopLab(name: string | undefined, log: Log): Promise<boolean> {
  const paths = labPaths(labName(name))
  if (!existsSync(paths.dir)) return false
  return locked(paths, log, async () => {
    const state = await runningState(paths)
    if (state !== undefined) {
      await ask(paths, 'stop', log).catch((error: unknown) => {
        log(`${error instanceof Error ? error.message : String(error)}: ending it by force`)
        killIfAlive(state.keeper)
      })
      await awaitEnd(state.keeper, STOP_SECONDS)
    }
    await forgetKeeper(paths)
    return state !== undefined
  })
}

function locked<T>(paths: LabPaths, log: Log, work: () => Promise<T>): Promise<T> {
  const wait = (): void => log(`another command is at work on lab "${paths.name}"; waiting for it`)
  return withLock(join(paths.dir, 'lock'), wait, work)
}
