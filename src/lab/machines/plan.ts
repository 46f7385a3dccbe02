/** What `up` writes down for the keeper, and about it: plain files below the lab's directory, parsed once. */
import { UserError } from '../../errors/index.ts'
import type { ProcessIdentity } from '../../process/index.ts'
import { writeAtomically } from './atomic.ts'
import type { DriverName, GuestDisks, Kernel } from './driver.ts'
import { readJson } from './json-file.ts'
import type { LabPaths } from './lab-name.ts'
import type { Substitution } from '../../evidence/types.ts'
import type { MachineSpec } from './topology.ts'

/** What the keeper runs. */
export interface LabPlan {
  /** Of what kind the machines are. See `driverOf`. */
  readonly driver?: DriverName
  readonly machines: readonly MachineSpec[]
  readonly kernel: Kernel
  readonly guests: GuestDisks
  readonly mirror: {
    readonly www: string
    readonly registry: string
    readonly cert: string
    readonly key: string
    readonly hostNames: readonly string[]
    /** Not in plans that were written before there were extras. */
    readonly extras?: readonly string[]
  }
}

/** Which keeper runs the lab, and what there is to say about it. */
export interface LabState {
  readonly keeper: ProcessIdentity
  readonly driver: DriverName
  readonly startedAt: string
  readonly substitutions: readonly Substitution[]
}

export async function writePlan(paths: LabPaths, plan: LabPlan): Promise<void> {
  await writeAtomically(paths.plan, `${JSON.stringify(plan, null, 2)}\n`)
}

export async function writeState(paths: LabPaths, state: LabState): Promise<void> {
  await writeAtomically(paths.state, `${JSON.stringify(state, null, 2)}\n`)
}

/** @throws UserError when there is no plan that can be read. */
export async function readPlan(paths: LabPaths): Promise<LabPlan> {
  const plan = await readJson(paths.plan)
  if (isPlan(plan)) return plan
  throw new UserError(`${paths.plan} cannot be read`, 'run: npm run lab -- down, then: npm run lab -- up')
}

/** The plan of the lab's last start, if there is one. */
export async function lastPlan(paths: LabPaths): Promise<LabPlan | undefined> {
  const plan = await readJson(paths.plan)
  return isPlan(plan) ? plan : undefined
}

/** The state, or undefined when the lab is not running (its process may still be gone: see `isAlive`). */
export async function readState(paths: LabPaths): Promise<LabState | undefined> {
  const state = await readJson(paths.state)
  return isState(state) ? state : undefined
}

// Both files are written by this code, whole or not at all: the checks tell them from files of another version.
function isPlan(value: unknown): value is LabPlan {
  return hasKeys(value, ['machines', 'kernel', 'guests', 'mirror'])
}

function isState(value: unknown): value is LabState {
  return hasKeys(value, ['keeper', 'driver', 'startedAt', 'substitutions'])
}

function hasKeys(value: unknown, keys: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}
