/** A lab's keys and its machines' seed disks: names, addresses and ssh host keys that stay the same over resets. */
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.ts'
import type { LabPaths } from './lab-name.ts'
import { writeAtomically } from './atomic.ts'
import { NETWORK } from './topology.ts'
import type { MachineSpec } from './topology.ts'

/** First user that Debian's installer makes. */
const USER_ID = 1000

/** Makes what is missing: the lab's key, each machine's host key and seed, and known_hosts. */
export async function ensureIdentity(paths: LabPaths, machines: readonly MachineSpec[]): Promise<void> {
  await ensureKey(paths.key, `k8s101 lab ${paths.name}`)
  const authorized = await readFile(`${paths.key}.pub`, 'utf8')
  const known: string[] = []
  for (const machine of machines) {
    const hostKey = join(paths.disks, `${machine.name}.hostkey`)
    await ensureKey(hostKey, machine.name)
    known.push(knownHost(machine, await readFile(`${hostKey}.pub`, 'utf8')))
    await writeSeed(join(paths.disks, `${machine.name}.seed`), machine, { authorized, hostKey })
  }
  await writeAtomically(paths.knownHosts, known.join(''))
}

/** A machine's own files, path from the root to text. */
export function seedFiles(machine: MachineSpec): Record<string, string> {
  return {
    'etc/hostname': `${machine.name}\n`,
    'etc/hosts': `127.0.0.1 localhost\n127.0.1.1 ${machine.name}\n\n::1 localhost ip6-localhost ip6-loopback\n`,
    'etc/resolv.conf': `nameserver ${NETWORK.gateway}\n`,
    'etc/systemd/network/10-lab.network': [
      '[Match]',
      `MACAddress=${machine.mac}`,
      '',
      '[Network]',
      `Address=${machine.address}/${NETWORK.prefix}`,
      `Gateway=${NETWORK.gateway}`,
      `DNS=${NETWORK.gateway}`,
      'LinkLocalAddressing=no',
      'IPv6AcceptRA=no',
      '',
    ].join('\n'),
  }
}

async function writeSeed(
  target: string,
  machine: MachineSpec,
  keys: { readonly authorized: string; readonly hostKey: string },
): Promise<void> {
  const stage = await mkdtemp(join(target, '..', '.seed-'))
  try {
    for (const [path, text] of Object.entries(seedFiles(machine))) {
      await mkdir(join(stage, path, '..'), { recursive: true })
      await writeFile(join(stage, path), text)
    }
    await seedKeys(stage, keys)
    // The guest's kernel sees the archive as a disk: whole sectors, which tar's own blocks are.
    // The same keys give the same bytes, so that a machine sees when it has them already.
    const tar = ['tar', '--create', '--sort=name', '--mtime=@0', '--numeric-owner', `--directory=${stage}`]
    await command([...tar, `--file=${target}.new`, 'etc', 'home'])
    await rename(`${target}.new`, target)
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

async function seedKeys(stage: string, keys: { readonly authorized: string; readonly hostKey: string }): Promise<void> {
  await mkdir(join(stage, 'etc/ssh'), { recursive: true })
  await writeFile(join(stage, 'etc/ssh/ssh_host_ed25519_key'), await readFile(keys.hostKey), { mode: 0o600 })
  await writeFile(join(stage, 'etc/ssh/ssh_host_ed25519_key.pub'), await readFile(`${keys.hostKey}.pub`))
  const home = join(stage, 'home/debian')
  await mkdir(join(home, '.ssh'), { recursive: true })
  await writeFile(join(home, '.ssh/authorized_keys'), keys.authorized, { mode: 0o600 })
  await chmod(join(home, '.ssh'), 0o700)
  await chmod(home, 0o700)
  for (const path of [home, join(home, '.ssh'), join(home, '.ssh/authorized_keys')]) await chown(path, USER_ID, USER_ID)
}

async function ensureKey(path: string, comment: string): Promise<void> {
  if (existsSync(path) && existsSync(`${path}.pub`)) return
  await rm(path, { force: true })
  await command(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', comment, '-f', path])
}

function knownHost(machine: MachineSpec, publicKey: string): string {
  const [type = '', key = ''] = publicKey.split(' ')
  return `${machine.name},${machine.address} ${type} ${key}\n`
}
