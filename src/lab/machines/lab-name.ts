/** A lab's name and the files that belong to it, below the state directory. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../errors/index.ts'

export interface LabPaths {
  readonly name: string
  readonly dir: string
  /** Disks, seeds and logs of the machines; shown to the guests' kernel as /mnt. */
  readonly disks: string
  readonly logs: string
  /** What the lab is, over all its starts. */
  readonly record: string
  /** Snapshots that the user made, a folder each. */
  readonly snapshots: string
  /** What the keeper is told to run. */
  readonly plan: string
  /** Which keeper runs, and what it substitutes. */
  readonly state: string
  readonly socketName: string
  readonly sshConfig: string
  /** For the host's kubectl, once it was asked for. */
  readonly kubeconfig: string
  readonly key: string
  readonly knownHosts: string
  readonly accessLog: string
  consoleLog(host: string): string
}

const NAME = /^[a-z][a-z0-9-]{0,30}$/

/** The lab's name: the given one, else $K8S101_LAB, else `default`. */
export function labName(given: string | undefined): string {
  const name = given ?? process.env['K8S101_LAB'] ?? 'default'
  if (NAME.test(name)) return name
  throw new UserError(
    `lab name "${name}" is not valid`,
    'use a small letter first, then small letters, digits and hyphens, 31 characters at most',
  )
}

/** `${XDG_STATE_HOME:-~/.local/state}/k8s101/labs`. */
export function labsDir(): string {
  const state = process.env['XDG_STATE_HOME']
  return join(state === undefined || state === '' ? join(homedir(), '.local', 'state') : state, 'k8s101', 'labs')
}

export function labPaths(name: string): LabPaths {
  const dir = join(labsDir(), name)
  const logs = join(dir, 'logs')
  return {
    name,
    dir,
    disks: join(dir, 'disks'),
    logs,
    record: join(dir, 'lab.json'),
    snapshots: join(dir, 'snapshots'),
    plan: join(dir, 'plan.json'),
    state: join(dir, 'state.json'),
    socketName: 'keeper.sock',
    sshConfig: join(dir, 'ssh_config'),
    kubeconfig: join(dir, 'kubeconfig'),
    key: join(dir, 'id_ed25519'),
    knownHosts: join(dir, 'known_hosts'),
    accessLog: join(logs, 'mirror-access.jsonl'),
    consoleLog: (host) => join(logs, `${host}.console`),
  }
}
