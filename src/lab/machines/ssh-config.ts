/** How ssh reaches the lab's machines: options, a configuration file, and the inventory that the runner takes. */
import type { Host, Inventory } from '../../transport/types.ts'
import type { LabPaths } from './lab-name.ts'
import type { MachineSpec } from './topology.ts'

export const GUEST_USER = 'debian'

/** Options that are the same for every machine; the lab knows its machines' host keys, so the check is strict. */
export function sshOptions(paths: LabPaths): string[] {
  const settings = [
    'IdentitiesOnly=yes',
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    `UserKnownHostsFile="${paths.knownHosts}"`,
    'GlobalKnownHostsFile=/dev/null',
    'ConnectTimeout=10',
    'LogLevel=ERROR',
  ]
  return ['-i', paths.key, ...settings.flatMap((setting) => ['-o', setting])]
}

/** The way into the lab's network: the network namespace of the keeper. */
export function proxyCommand(keeperPid: number): string {
  return `nsenter --target ${keeperPid} --net nc %h %p`
}

/** An ssh_config with an entry a machine: `ssh -F FILE master`. */
export function sshConfig(paths: LabPaths, machines: readonly MachineSpec[], keeperPid: number): string {
  const hosts = machines.map((machine) => `Host ${machine.name}\n  HostName ${machine.address}\n`)
  return `${hosts.join('\n')}
Host *
  User ${GUEST_USER}
  IdentityFile "${paths.key}"
  IdentitiesOnly yes
  BatchMode yes
  StrictHostKeyChecking yes
  UserKnownHostsFile "${paths.knownHosts}"
  GlobalKnownHostsFile /dev/null
  ConnectTimeout 10
  LogLevel ERROR
  ProxyCommand ${proxyCommand(keeperPid)}
`
}

export function labInventory(paths: LabPaths, machines: readonly MachineSpec[], keeperPid: number): Inventory {
  const hosts = machines.map((machine): Host => ({
    name: machine.name,
    address: machine.address,
    port: 22,
    user: GUEST_USER,
    roles: machine.roles,
    key: paths.key,
    proxyCommand: proxyCommand(keeperPid),
    knownHosts: paths.knownHosts,
    become: true,
    distro: 'debian',
    runtime: machine.runtime,
  }))
  return { source: 'lab', hosts }
}
