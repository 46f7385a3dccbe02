/** The evidence of one run: what a machine did, per step and host. Written by the runner only. */
import type { Distro, ExercisePart, RuntimeName } from '../chapter/types.ts'

export type Verdict = 'matched' | 'mismatched' | 'none'
export type StepStatus = 'passed' | 'already-done' | 'failed' | 'not-run'

/** One step (or file) on one host. */
export interface HostResult {
  readonly host: string
  readonly status: StepStatus
  /** Exit status of the script; null for a file write or when not run. */
  readonly exit: number | null
  readonly startedAt: string
  readonly seconds: number
  readonly verdict: Verdict
  /** stdout then stderr interleaved as seen, masked, at most 8 KiB (head and tail kept). */
  readonly output: string
  readonly truncated: boolean
}

export interface ItemEvidence {
  readonly id: string
  /** Given where the item is for one distribution or runtime only: another item may have the same id. */
  readonly distro?: Distro
  readonly runtime?: RuntimeName
  /** The item's own hash, and the chain hash of it and all before it (empty where it does not apply to the hosts). */
  readonly hash: string
  readonly chain: string
  readonly hosts: readonly HostResult[]
  /** Why there are no host results: `distro`, `runtime` (of another one), `phase` (cleanup not asked for), `failed` (a step before it). */
  readonly notRun?: string
}

/** One part of an exercise as it was done; parts repeat. */
export interface StageEvidence {
  readonly part: ExercisePart
  /** Of a check: the ids of the messages it printed; none where it said that all is right. */
  readonly missing?: readonly string[]
  readonly items: readonly ItemEvidence[]
}

/** That the check of an exercise tells its setup and a wrong answer from the right one. */
export interface ExerciseEvidence {
  readonly id: string
  /** Chain hash of the exercise's last item. */
  readonly chain: string
  readonly result: 'proven' | 'failed'
  /** In the order in which they were done. */
  readonly stages: readonly StageEvidence[]
}

/** What a runbook that shares its cluster left behind or took away; both empty where the cluster is as it was. */
export interface IsolationEvidence {
  /** How many objects were there before: those without a namespace, and those in `default`. */
  readonly compared: number
  readonly left: readonly string[]
  readonly gone: readonly string[]
}

/** Something the lab replaces or relaxes, recorded by the code that does it. */
export interface Substitution {
  readonly id: string
  readonly text: { readonly ko: string; readonly en: string }
}

export interface Evidence {
  readonly schema: 1
  readonly runbook: string
  readonly distro: Distro
  readonly runtime: RuntimeName
  readonly date: string
  readonly seconds: number
  readonly result: 'passed' | 'failed'
  readonly versions: Readonly<Record<string, string>>
  /** `uname -r`, os-release PRETTY_NAME, lab driver (`uml`, `qemu`) or `ssh`, supply (`mirror` or `upstream`). */
  readonly environment: {
    readonly kernel: string
    readonly os: string
    readonly driver: string
    readonly supply: string
  }
  readonly substitutions: readonly Substitution[]
  readonly items: readonly ItemEvidence[]
  /** Where the run was asked to prove the exercises of the page. */
  readonly exercises?: readonly ExerciseEvidence[]
  /** Of a runbook with `isolation: namespace`. */
  readonly isolation?: IsolationEvidence
}
