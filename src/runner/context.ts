/** What every part of a running runbook shares. */
import type { Runbook } from '../runbook/types.ts'
import type { Backgrounds } from './backgrounds.ts'
import type { PlannedExercise } from './exercise-acts.ts'
import type { Journal } from './journal.ts'
import type { Options } from './options.ts'
import type { SecretValues } from './redact.ts'
import type { Screen } from './screen.ts'
import type { PlannedItem } from './select.ts'
import type { Session } from './session.ts'
import type { Variables } from './variables.ts'

export interface RunContext {
  readonly runbook: Runbook
  readonly plan: readonly PlannedItem[]
  /** What to prove before the cleanup; empty unless asked for. */
  readonly exercises: readonly PlannedExercise[]
  readonly options: Options
  /** The built-in lab: nothing is asked, files are replaced. */
  readonly lab: boolean
  readonly session: Session
  readonly journal: Journal
  readonly variables: Variables
  /** Captured values, secret ones too; never written anywhere. */
  readonly captured: Map<string, string>
  readonly secrets: SecretValues
  readonly screen: Screen
  readonly backgrounds: Backgrounds
  /** Working directory of the runbook's steps, below the login user's home. */
  readonly directory: string
  /** How this run was started, without --resume and its like; for "go on with". */
  readonly command: string
  readonly interrupted: () => boolean
  /** Ends early when the run is interrupted. */
  readonly sleep: (milliseconds: number) => Promise<void>
}
