/** Debian packages that the host needs: finds the missing ones and installs them with apt. */
import { access } from 'node:fs/promises'
import { UserError } from '../../errors/index.ts'
import { SUPPLY_APT_PACKAGES } from '../supply/index.ts'
import { command, tryCommand } from './command.ts'

/** What the lab needs on the host: to run the machines, and to make what they download. */
export const LAB_HOST_PACKAGES: readonly string[] = [
  'mmdebstrap',
  'debian-archive-keyring',
  'e2fsprogs',
  'iproute2',
  'ethtool',
  'dnsmasq-base',
  'netcat-openbsd',
  'openssh-client',
  'util-linux',
  'tar',
  ...SUPPLY_APT_PACKAGES,
].filter((name, at, all) => all.indexOf(name) === at)

/** Those of the packages that are not installed. */
export async function missingPackages(packages: readonly string[]): Promise<string[]> {
  const { stdout } = await tryCommand([
    'dpkg-query',
    '--show',
    '--showformat',
    '${Package} ${db:Status-Abbrev}\n',
    ...packages,
  ])
  const there = new Set(
    stdout
      .split('\n')
      .filter((line) => /^\S+ .i/.test(line))
      .map((line) => line.split(' ')[0]),
  )
  return packages.filter((name) => !there.has(name))
}

/**
 * Makes sure that Debian packages are installed; says which it installs. Does nothing when all are there.
 * @throws UserError naming them where this user or system cannot install them.
 */
export async function ensureHostPackages(packages: readonly string[], log: (line: string) => void): Promise<void> {
  if (!(await isThere('/usr/bin/dpkg-query'))) {
    throw new UserError(
      'this system has no dpkg and apt, so the programs that are needed cannot be installed',
      `use Debian or Ubuntu, or install what these packages hold yourself: ${packages.join(' ')}`,
    )
  }
  const missing = await missingPackages(packages)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    throw new UserError(
      `Debian packages are missing: ${missing.join(' ')}`,
      `install them: sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    )
  }
  log(`installing Debian packages: ${missing.join(' ')}`)
  await install(missing)
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300']
  const argv = [...apt, 'install', '--yes', '--no-install-recommends', ...packages]
  // A fresh machine has no package lists, an old one stale lists: both fail the first time and are mended by an update.
  const first = await tryCommand(argv, { env })
  if (first.status === 0) return
  await command([...apt, 'update'], { env })
  await command(argv, { env })
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
