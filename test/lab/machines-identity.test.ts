/** A lab's keys, seeds and ssh configuration, held against the real ssh, ssh-keygen and tar. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureIdentity } from '../../src/lab/machines/identity.ts'
import { labPaths } from '../../src/lab/machines/lab-name.ts'
import { writeAtomically } from '../../src/lab/machines/atomic.ts'
import { labInventory, sshConfig } from '../../src/lab/machines/ssh-config.ts'
import { parseInventory } from '../../src/runner/index.ts'
import { inventoryYaml } from '../../src/transport/index.ts'
import { machinesOf } from '../../src/lab/machines/topology.ts'

const run = promisify(execFile)
const machines = machinesOf('single') ?? []
let home = ''
const before = process.env['XDG_STATE_HOME']

beforeEach(async () => {
  // A space in the path: ssh splits an unquoted one.
  home = await mkdtemp(join(tmpdir(), 'k8s101 identity-'))
  process.env['XDG_STATE_HOME'] = home
})
afterEach(async () => {
  if (before === undefined) delete process.env['XDG_STATE_HOME']
  else process.env['XDG_STATE_HOME'] = before
  await rm(home, { recursive: true, force: true })
})

test("known_hosts holds the key that the machine's seed brings, and stays the same the second time", async () => {
  const paths = labPaths('seeds')
  await mkdir(paths.disks, { recursive: true })
  await ensureIdentity(paths, machines)
  const known = await readFile(paths.knownHosts, 'utf8')
  const seed = join(paths.disks, 'node1.seed')
  const { stdout: hostKey } = await run('tar', ['-xOf', seed, 'etc/ssh/ssh_host_ed25519_key.pub'])
  expect(known).toContain(`node1,10.101.0.12 ${hostKey.split(' ').slice(0, 2).join(' ')}`)
  await ensureIdentity(paths, machines)
  expect(await readFile(paths.knownHosts, 'utf8')).toBe(known)
})

test('a seed gives the machine its name, its address, a private host key and a login for debian only', async () => {
  const paths = labPaths('seeds')
  await mkdir(paths.disks, { recursive: true })
  await ensureIdentity(paths, machines)
  const seed = join(paths.disks, 'utility.seed')
  const { stdout: listing } = await run('tar', ['-tvf', seed, '--numeric-owner'])
  expect(listing).toMatch(/^-rw------- 0\/0 .* etc\/ssh\/ssh_host_ed25519_key$/m)
  expect(listing).toMatch(/^-rw------- 1000\/1000 .* home\/debian\/\.ssh\/authorized_keys$/m)
  expect(listing).toMatch(/^drwx------ 1000\/1000 .* home\/debian\/\.ssh\/$/m)
  const { stdout: name } = await run('tar', ['-xOf', seed, 'etc/hostname'])
  const { stdout: network } = await run('tar', ['-xOf', seed, 'etc/systemd/network/10-lab.network'])
  expect(name).toBe('utility\n')
  expect(network).toContain('MACAddress=52:54:00:65:00:0e\n')
  expect(network).toContain('Address=10.101.0.14/24\n')
})

test('ssh reads the configuration as it is meant: strict host keys, the way in, no questions', async () => {
  const paths = labPaths('seeds')
  await mkdir(paths.dir, { recursive: true })
  await writeAtomically(paths.sshConfig, sshConfig(paths, machines, 4711))
  const { stdout } = await run('ssh', ['-G', '-F', paths.sshConfig, 'node2'])
  const settings = stdout.split('\n')
  expect(settings).toContain('hostname 10.101.0.13')
  expect(settings).toContain('user debian')
  expect(settings).toContain('stricthostkeychecking true')
  expect(settings).toContain('batchmode yes')
  expect(settings).toContain(`userknownhostsfile ${paths.knownHosts}`)
  expect(settings).toContain(`identityfile ${paths.key}`)
  expect(settings.find((line) => line.startsWith('proxycommand'))).toBe(
    'proxycommand nsenter --target 4711 --net nc %h %p',
  )
})

test('the inventory that the runner gets names every machine with its role', () => {
  const { source, hosts } = labInventory(labPaths('seeds'), machines, 4711)
  expect(source).toBe('lab')
  expect(hosts.map((host) => [host.name, host.address, host.roles.join()])).toEqual([
    ['master', '10.101.0.11', 'master'],
    ['node1', '10.101.0.12', 'node'],
    ['node2', '10.101.0.13', 'node'],
    ['utility', '10.101.0.14', 'utility'],
  ])
  expect(hosts.every((host) => host.become && host.user === 'debian' && host.distro === 'debian')).toBe(true)
})

test('written as a file for --inventory, they are read back as the same machines', () => {
  const { hosts } = labInventory(labPaths('seeds'), machines, 4711)
  const { inventory, problems } = parseInventory('lab.yaml', inventoryYaml({ hosts }))
  expect(problems).toEqual([])
  expect(inventory.hosts).toEqual(hosts)
})

test('what differs from the usual is written too: another port, no sudo', () => {
  const [first] = labInventory(labPaths('seeds'), machines, 4711).hosts
  if (first === undefined) throw new Error('the lab has no machine')
  const host = { ...first, port: 2222, become: false }
  expect(parseInventory('lab.yaml', inventoryYaml({ hosts: [host] })).inventory.hosts).toEqual([host])
})
