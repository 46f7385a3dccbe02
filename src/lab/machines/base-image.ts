/** The disk image that all guests share: a fresh Debian 13 server, without anything of Kubernetes. */
import { cp, mkdir, readdir, readFile, rm, copyFile, stat, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { ensureEntry, findEntry, digest } from '../cache.ts'
import { ensureCa } from '../ca.ts'
import { debianArchive, ensureSigningKey } from '../supply/index.ts'
import { command } from './command.ts'
import type { Driver, Kernel } from './driver.ts'
import { DISK_GIB } from './topology.ts'

const SUITE = 'trixie'
/** Raised when the code below, or a driver's `devices`, changes its result. */
const RECIPE = 2
const GUEST_DIR = fileURLToPath(new URL('guest/', import.meta.url))

/** What a small Debian server has, and what a reader types at its prompt. */
export const PACKAGES = `
  systemd systemd-sysv udev dbus openssh-server sudo kmod procps netbase tzdata linux-sysctl-defaults
  iproute2 iputils-ping iptables ca-certificates openssl vim-tiny less bash-completion
`
  .trim()
  .split(/\s+/)

/** Left out of the image to keep it small; none is read by a program. */
const LEFT_OUT = ['/usr/share/man/*', '/usr/share/locale/*', '/usr/share/doc/*', '/usr/share/info/*']

export interface BaseImage {
  /** Folder with disk.img. */
  readonly dir: string
  readonly key: string
  /** What a disk made from it needs to find again: this driver and kernel, the mirror's authority and signature. */
  readonly ground: string
}

async function imageKeys(driver: Driver, kernel: Kernel): Promise<{ readonly key: string; readonly ground: string }> {
  const [ca, signing, files] = await Promise.all([ensureCa(), ensureSigningKey(), guestFiles(driver)])
  const key = digest({
    recipe: RECIPE,
    suite: SUITE,
    packages: PACKAGES,
    leftOut: LEFT_OUT,
    disk: DISK_GIB,
    customize: driver.customize,
    kernel: kernel.key,
    ca: ca.hash,
    signing: signing.fingerprint,
    files,
  })
  const ground = digest({ driver: driver.family, kernel: kernel.key, ca: ca.hash, signing: signing.fingerprint })
  return { key, ground }
}

/** The image if it is in the cache. */
export async function cachedBaseImage(driver: Driver, kernel: Kernel): Promise<BaseImage | undefined> {
  const keys = await imageKeys(driver, kernel)
  const dir = findEntry('guest-image', keys.key)
  return dir === undefined ? undefined : { dir, ...keys }
}

/** The image, built (about a minute) when it is not in the cache. */
export async function ensureBaseImage(driver: Driver, kernel: Kernel, log: (line: string) => void): Promise<BaseImage> {
  const keys = await imageKeys(driver, kernel)
  const build = async (out: string): Promise<void> => {
    log('guest image: Debian 13 from packages (about 1 minute)')
    const root = join(out, 'root')
    await bootstrap(root)
    await addFiles(root, driver, kernel)
    await command(['chroot', root, '/bin/bash', '/tmp/customize', ...driver.customize], { contained: true })
    await rm(join(root, 'tmp/customize'), { force: true })
    // Otherwise each machine writes zeros over its whole inode table in its first minutes.
    const lazy = ['-E', 'assume_storage_prezeroed=1']
    await command([
      'mke2fs',
      '-q',
      '-t',
      'ext4',
      ...lazy,
      '-L',
      'root',
      '-d',
      root,
      join(out, 'disk.img'),
      `${DISK_GIB}G`,
    ])
    await rm(root, { recursive: true, force: true })
  }
  return { dir: await ensureEntry({ name: 'guest-image', key: keys.key, build }), ...keys }
}

async function bootstrap(root: string): Promise<void> {
  const archive = await debianArchive()
  const excludes = LEFT_OUT.map((path) => `--dpkgopt=path-exclude=${path}`)
  const source = `deb [signed-by=${archive.keyring}] ${archive.uri} ${SUITE} main`
  const argv = ['mmdebstrap', '--variant=apt', ...excludes, `--include=${PACKAGES.join(',')}`, SUITE, root, source]
  await command(argv, { contained: true })
}

async function addFiles(root: string, driver: Driver, kernel: Kernel): Promise<void> {
  const [ca, signing] = await Promise.all([ensureCa(), ensureSigningKey()])
  for (const tree of ['base', ...driver.guestTrees]) await cp(join(GUEST_DIR, tree), root, { recursive: true })
  await copyFile(join(GUEST_DIR, 'customize'), join(root, 'tmp/customize'))
  await mkdir(join(root, 'usr/local/share/ca-certificates'), { recursive: true })
  await copyFile(ca.certPath, join(root, 'usr/local/share/ca-certificates/k8s101-lab.crt'))
  await mkdir(join(root, 'etc/apt/keyrings'), { recursive: true })
  await copyFile(signing.publicPath, join(root, 'etc/apt/keyrings/lab-archive.asc'))
  await writeFile(join(root, 'etc/fstab'), `${driver.devices.root} / ext4 defaults,noatime 0 1\n`)
  const seed = join(root, 'usr/lib/k8s101-lab/seed')
  await writeFile(seed, withSeedDisk(await readFile(seed, 'utf8'), driver.devices.seed))
  await cp(kernel.modulesDir, join(root, 'usr/lib/modules', kernel.version), {
    recursive: true,
    verbatimSymlinks: true,
  })
}

/** The script that unpacks the seed disk, with this guest's name of it. */
export function withSeedDisk(script: string, device: string): string {
  const named = script.replace(/^seed=.*$/m, `seed=${device}`)
  if (named.includes(`seed=${device}\n`)) return named
  throw new Error('guest/base/usr/lib/k8s101-lab/seed has no line "seed=DEVICE"')
}

/** Path, mode and content of every file that goes into the guest: the image is built again when one changes. */
async function guestFiles(driver: Driver): Promise<string[]> {
  const found: string[] = []
  const trees = ['base', ...driver.guestTrees]
  const names = await readdir(GUEST_DIR, { recursive: true })
  for (const name of names.toSorted()) {
    const ours = name === 'customize' || trees.some((tree) => name.startsWith(`${tree}/`))
    const info = await stat(join(GUEST_DIR, name))
    if (!ours || !info.isFile()) continue
    found.push(
      `${name} ${(info.mode & 0o111) === 0 ? 'file' : 'program'} ${await readFile(join(GUEST_DIR, name), 'utf8')}`,
    )
  }
  return found
}
