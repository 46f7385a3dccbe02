/** The lab and the runbooks, driven through their command lines only, as a reader would drive them. */
import { runCommand, startCommand } from './command.ts'
import type { CommandResult, RunningCommand } from './command.ts'

export interface LabCommands {
  lab(...args: readonly string[]): Promise<CommandResult>
  /** A command of the lab whose output is only for the caller. */
  quietly(...args: readonly string[]): Promise<CommandResult>
  /** One command on one host of the lab, quietly. */
  on(host: string, script: string): Promise<CommandResult>
  runbook(id: string, args: readonly string[], options?: RunbookOptions): Promise<CommandResult>
  startRunbook(id: string, args: readonly string[]): RunningCommand
}

export interface RunbookOptions {
  /** Another checkout than the project's own, for negative controls. */
  readonly cwd?: string
  readonly show?: boolean
}

/** Longest that a whole runbook may take, the first build of the lab included. */
const RUNBOOK_SECONDS = 50 * 60

/** @param more Further environment, such as other cache folders. */
export function labCommands(root: string, name: string, more: Readonly<Record<string, string>> = {}): LabCommands {
  // The committed evidence is of this driver; another one says other things about its machines.
  const driver = process.env['K8S101_DRIVER'] ?? 'uml'
  const env = { K8S101_DRIVER: driver, ...more, K8S101_LAB: name }
  const runbookCommand = (id: string, args: readonly string[]) => ['zx', `runbooks/${id}.mjs`, ...args]
  return {
    lab: (...args) =>
      runCommand(['node', 'scripts/lab.ts', ...args], { cwd: root, env, timeoutSeconds: RUNBOOK_SECONDS }),
    quietly: (...args) =>
      runCommand(['node', 'scripts/lab.ts', ...args], { cwd: root, env, timeoutSeconds: 60, show: false }),
    on: (host, script) =>
      runCommand(['node', 'scripts/lab.ts', 'ssh', host, script], { cwd: root, env, timeoutSeconds: 180, show: false }),
    runbook: (id, args, options = {}) =>
      runCommand(runbookCommand(id, args), {
        cwd: options.cwd ?? root,
        env,
        timeoutSeconds: RUNBOOK_SECONDS,
        ...(options.show === undefined ? {} : { show: options.show }),
      }),
    startRunbook: (id, args) =>
      startCommand(runbookCommand(id, args), { cwd: root, env, timeoutSeconds: RUNBOOK_SECONDS }),
  }
}
