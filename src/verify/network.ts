/** Hosts for breaking: each a real sshd in namespaces of its own, with a network link, a bounded disk and a /run that can be taken away. */
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../errors/index.ts'
import { inventoryYaml } from '../transport/index.ts'
import type { Host } from '../transport/index.ts'

/** Small enough to be filled at once. */
const DISK = '6m'

export interface LocalHost {
  readonly host: Host
  /** The host's home, seen from outside. */
  readonly home: string
  /** Runs a command in the host's namespaces; gives stdout. */
  inside(command: string): string
  link(state: 'up' | 'down'): void
  /** Every process of it dies and its /run is empty; the disk stays. Then it is there again. */
  reboot(): Promise<void>
}

export interface LocalNetwork {
  readonly hosts: readonly LocalHost[]
  readonly inventory: string
  /** The runner's own disk, seen from inside and from outside. */
  readonly state: { readonly inside: string; readonly outside: string }
  /** For ssh outside: how to reach the hosts. */
  readonly proxyCommand: string
  /** Starts a program where the hosts can be reached. The process is the program's own. */
  start(command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess
  remove(): Promise<void>
}

/** Name to role, as in the book. */
export interface HostPlan {
  readonly name: string
  readonly role: string
}

/**
 * A bridge and hosts on it, in namespaces that nothing outside sees and that end with this process.
 * @param folder Empty; keys, configuration and the mount points of the disks. The caller removes it.
 * @throws UserError where this user may not make namespaces.
 */
export async function startNetwork(folder: string, plan: readonly HostPlan[]): Promise<LocalNetwork> {
  if (process.getuid?.() !== 0) throw new UserError('network namespaces need root', 'Run it with sudo.')
  mkdirSync(join(folder, 'state'), { recursive: true })
  for (const { name } of plan) mkdirSync(join(folder, name, 'home'), { recursive: true })
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')])
  const hub = await startHub(folder, plan)
  const hubPid = hub.pid ?? 0
  const outside = (path: string): string => `/proc/${hubPid}/root${path}`
  const hosts = await Promise.all(plan.map((one, at) => startHost(folder, hubPid, one, at + 1)))
  const inventory = join(folder, 'inventory.yaml')
  writeFileSync(inventory, `${inventoryYaml({ hosts: hosts.map(({ host }) => host) })}\n`)
  return {
    hosts: hosts.map((host) => ({ ...host, home: outside(host.home) })),
    inventory,
    state: { inside: join(folder, 'state'), outside: outside(join(folder, 'state')) },
    proxyCommand: `nsenter -t ${hubPid} -n -- nc %h %p`,
    start: (command, env) =>
      spawn('nsenter', [...enter(hubPid), 'bash', '-c', 'cd "$0" && exec "$@"', folder, ...command], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    remove: async () => {
      await Promise.all(hosts.map((host) => host.stop()))
      await end(hub)
    },
  }
}

/** Holds the bridge and the disks; a reboot of a host does not touch them. Ends when its stdin does. */
async function startHub(folder: string, plan: readonly HostPlan[]): Promise<ChildProcess> {
  const script = [
    'set -e',
    'ip link set lo up',
    'ip link add name br0 type bridge',
    'ip address add 10.101.0.1/24 dev br0',
    'ip link set dev br0 up',
    ...[join(folder, 'state'), ...plan.map(({ name }) => join(folder, name, 'home'))].map(
      (disk) => `mount -t tmpfs -o mode=755,size=${DISK} tmpfs ${disk}`,
    ),
    'echo ready',
    'exec cat >/dev/null',
  ]
  const child = spawn('unshare', ['-m', '-n', 'bash', '-c', script.join('\n')], { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('close', () => reject(new Error(`no network namespace: ${said.trim()}`)))
  })
  return child
}

type Started = LocalHost & { stop(): Promise<void> }

async function startHost(folder: string, hub: number, { name, role }: HostPlan, number: number): Promise<Started> {
  const dir = join(folder, name)
  const home = join(dir, 'home')
  const address = `10.101.0.${10 + number}`
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(dir, 'hostkey')])
  const hostKey = readFileSync(join(dir, 'hostkey.pub'), 'utf8').split(' ').slice(0, 2).join(' ')
  writeFileSync(join(dir, 'known_hosts'), `${address} ${hostKey}\n`)
  writeFileSync(join(dir, 'sshd_config'), sshdConfig(folder, dir, home))
  writeFileSync(join(dir, 'init'), initScript(dir, name, address))
  const host: Host = {
    name,
    address,
    user: 'root',
    roles: [role],
    key: join(folder, 'key'),
    knownHosts: join(dir, 'known_hosts'),
    become: true,
  }
  const inHub = (...command: readonly string[]): string =>
    execFileSync('nsenter', [...enter(hub), ...command], { encoding: 'utf8' })
  const boot = (): Promise<Booted> => bootHost(hub, `v${number}`, join(dir, 'init'), inHub)
  let running = await boot()
  return {
    host,
    home,
    inside: (command) =>
      execFileSync('nsenter', ['-t', String(running.pid), '-m', '-p', '-u', '-n', '--', 'bash', '-c', command], {
        encoding: 'utf8',
        timeout: 20_000,
      }),
    link: (state) => void inHub('ip', 'link', 'set', 'dev', `v${number}`, state),
    reboot: async () => {
      await end(running.child)
      running = await boot()
    },
    stop: async () => {
      await end(running.child)
      removeCgroups(dir)
    },
  }
}

function sshdConfig(folder: string, dir: string, home: string): string {
  return [
    'ListenAddress 0.0.0.0',
    `HostKey ${join(dir, 'hostkey')}`,
    `AuthorizedKeysFile ${join(folder, 'key.pub')}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'MaxStartups 100',
    'PidFile none',
    `SetEnv HOME=${home}`,
    '',
  ].join('\n')
}

/** Its first process reaps what others leave, and ends everything when its stdin does. */
function initScript(dir: string, name: string, address: string): string {
  return [
    'set -e',
    `mount -t tmpfs -o mode=755,size=${DISK} tmpfs /run`,
    'mkdir -p /run/sshd',
    ...ownCgroups(dir),
    `hostname ${name}`,
    'ip link set lo up',
    'until ip link show dev eth0 >/dev/null 2>&1; do sleep 0.02; done',
    `ip address add ${address}/24 dev eth0`,
    'ip link set dev eth0 up',
    `/usr/sbin/sshd -D -e -f ${join(dir, 'sshd_config')} 2>/dev/null &`,
    'until (exec 3<>/dev/tcp/127.0.0.1/22) 2>/dev/null; do sleep 0.02; done',
    'echo ready',
    'while read -r _; do :; done',
    '',
  ].join('\n')
}

/** Every host thinks that the control groups are its own: what one tidies up must not be another's. */
function ownCgroups(dir: string): string[] {
  return [
    'for top in /sys/fs/cgroup /sys/fs/cgroup/unified; do',
    '  [ -e "$top/cgroup.procs" ] && [ -e "$top/cgroup.controllers" ] || continue',
    `  mkdir -p "$top/${cgroupOf(dir)}"`,
    `  mount --bind "$top/${cgroupOf(dir)}" "$top"`,
    'done',
  ]
}

function cgroupOf(dir: string): string {
  return `k8s101-host-${dir.replaceAll(/[^\w.-]+/g, '-')}`
}

function removeCgroups(dir: string): void {
  for (const top of ['/sys/fs/cgroup', '/sys/fs/cgroup/unified']) {
    const own = join(top, cgroupOf(dir))
    if (existsSync(own)) execFileSync('find', [own, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', ';'])
  }
}

interface Booted {
  readonly child: ChildProcess
  /** Outside, of the host's first process. */
  readonly pid: number
}

async function bootHost(
  hub: number,
  port: string,
  init: string,
  inHub: (...command: readonly string[]) => string,
): Promise<Booted> {
  const words = ['unshare', '-m', '-u', '-p', '-n', '--fork', '--kill-child', '--mount-proc', 'bash', init]
  const child = spawn('nsenter', [...enter(hub), ...words], { stdio: ['pipe', 'pipe', 'ignore'] })
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('close', () => reject(new Error(`${init}: the host did not start`)))
  })
  const pid = await firstChild(child.pid ?? 0)
  // The other end of an earlier boot's link goes with its namespace, a moment after its last process.
  for (let tries = 0; tries < 100 && inHub('ip', '-o', 'link').includes(`${port}@`); tries++) await sleep(20)
  inHub('ip', 'link', 'add', 'name', port, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(pid))
  inHub('ip', 'link', 'set', 'dev', port, 'master', 'br0', 'up')
  await ready
  return { child, pid }
}

async function firstChild(parent: number): Promise<number> {
  for (let tries = 0; tries < 250; tries++) {
    const children = childrenOf(parent)
    // Until unshare has forked into its own namespaces there is none.
    if (children.length > 0 && (children[0] ?? 0) > 0) return children[0] ?? 0
    await sleep(20)
  }
  throw new Error('no process in the new namespaces')
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function enter(pid: number): string[] {
  return ['-t', String(pid), '-m', '-n', '--']
}

/** SIGKILL, and everything in its namespaces with it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const below = childrenOf(child.pid ?? 0)
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGKILL')
  await closed
  for (let tries = 0; tries < 250 && below.some((pid) => childrenOf(pid).length > 0 || isThere(pid)); tries++) {
    await sleep(20)
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
