/** The way to a running lab, as the runner takes it. */
import { join } from 'node:path'
import { withLock } from '../cache.ts'
import { afterBegin, afterEnd } from '../history.ts'
import type { History } from '../history.ts'
import { refusedSince } from '../mirror/index.ts'
import { extraThatAnswers } from '../supply/index.ts'
import type { LabHandle } from '../types.ts'
import type { LabPaths } from './lab-name.ts'
import type { LabPlan, LabState } from './plan.ts'
import { readRecord, writeRecord } from './record.ts'
import type { LabRecord } from './record.ts'
import { clusterSettled } from './settled.ts'
import { keepRunningState } from './snapshots.ts'
import { labInventory } from './ssh-config.ts'

export function labHandle(
  paths: LabPaths,
  plan: LabPlan,
  state: LabState,
  record: LabRecord,
  booted: boolean,
): LabHandle {
  // What is said of other disks than these is not true of these.
  let { generation } = record
  const note = (change: (history: History) => History): Promise<void> => noteHistory(paths, generation, change)
  return {
    inventory: labInventory(paths, plan.machines, state.keeper.pid),
    driver: state.driver,
    substitutions: state.substitutions,
    history: record.history,
    booted,
    refusedRequests: (since) => refusedSince(paths.accessLog, since, extraThatAnswers),
    began: (ran, part) => note((history) => afterBegin(history, ran, part)),
    finished: (ran, leavesNothing) => note((history) => afterEnd(history, ran, leavesNothing)),
    settled: (log) => clusterSettled(paths, plan.machines, log),
    keepState: async (key, log) => {
      generation = await keepRunningState(paths, key, log)
    },
  }
}

async function noteHistory(paths: LabPaths, generation: string, change: (history: History) => History): Promise<void> {
  await withLock(join(paths.dir, 'lock'), undefined, async () => {
    const record = await readRecord(paths)
    if (record?.generation === generation) await writeRecord(paths, { ...record, history: change(record.history) })
  })
}
