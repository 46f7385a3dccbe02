/** The way to a running lab, as the runner takes it. */
import { refusedSince } from '../mirror/index.ts'
import { extraThatAnswers } from '../supply/index.ts'
import type { LabHandle } from '../types.ts'
import type { LabPaths } from './lab-name.ts'
import type { LabPlan, LabState } from './plan.ts'
import { labInventory } from './ssh-config.ts'

export function labHandle(paths: LabPaths, plan: LabPlan, state: LabState): LabHandle {
  return {
    inventory: labInventory(paths, plan.machines, state.keeper.pid),
    driver: state.driver,
    substitutions: state.substitutions,
    refusedRequests: (since) => refusedSince(paths.accessLog, since, extraThatAnswers),
  }
}
