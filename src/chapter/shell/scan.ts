/**
 * Reads a bash script far enough to lint it: simple commands with their words, variables used and assigned, comments.
 * It is no shell: what it does not know it passes over, and it never throws.
 */
import { ShellWalker } from './walker.ts'

export interface ShellCommand {
  /** Words with the quotes taken off; expansions stand as they are written. */
  readonly words: readonly string[]
  readonly redirects: readonly { readonly operator: string; readonly target: string }[]
  readonly offset: number
  /** 0 at the top; more inside `$(…)`, `<(…)` and backticks, whose output another command takes. */
  readonly depth: number
  /** Its stdout goes into the next command. */
  readonly piped: boolean
}

export interface VariableUse {
  readonly name: string
  readonly offset: number
  /** `${X:-default}` and its like work without a value. */
  readonly hasDefault: boolean
}

export interface ShellScan {
  readonly commands: readonly ShellCommand[]
  readonly variables: readonly VariableUse[]
  readonly assigned: ReadonlySet<string>
  /** Offsets of comments. */
  readonly comments: readonly number[]
}

/** Scans one script. Offsets count UTF-16 units. */
export function scanShell(text: string): ShellScan {
  const walker = new ShellWalker(text)
  walker.walk()
  return walker
}
