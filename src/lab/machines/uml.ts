/** Driver `uml`: User Mode Linux, a real Linux kernel in a process. Needs no KVM. */
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../errors/index.ts'
import { ensureEntry, findEntry, digest } from '../cache.ts'
import { debianArchive } from '../supply/index.ts'
import { command, lastLines, tryCommand } from './command.ts'
import { mergeCow } from './cow.ts'
import { imageName, tapName } from './driver.ts'
import type { Driver, GuestDisks, Kernel } from './driver.ts'
import { UML_SUBSTITUTIONS } from './substitutions.ts'
import type { MachineSpec } from './topology.ts'

/**
 * Debian 13's kernel: 6.1 (Debian 12) hangs, 7.2 (sid) has no IPv4 NAT. Its binary needs a newer C library than
 * Debian 12 has, so it runs in a small root of its own.
 */
const SUITE = 'trixie'
const PACKAGES = ['user-mode-linux', 'libc6', 'libeatmydata1']
const RECIPE = 4
const PROGRAM = '/usr/bin/linux.uml'
/** Built here, because without it no process of a guest runs on a CPU with AMX. */
const XSTATE_SOURCE = fileURLToPath(new URL('preload/xstate.c', import.meta.url))
const LIBRARIES = '/usr/lib/x86_64-linux-gnu'
/** Where the kernel's own root shows the host's folders. */
const INSIDE = { disks: '/mnt', base: '/srv' } as const

export const uml: Driver = {
  name: 'uml',
  family: 'uml',
  substitutions: UML_SUBSTITUTIONS,
  guestTrees: ['uml'],
  customize: ['iptables-legacy'],
  devices: { root: '/dev/ubda', seed: '/dev/ubdb' },
  // A kernel and its programs are processes that wait for each other.
  oneCore: true,
  bootSeconds: { usual: 20, most: 180 },
  // Its kernel brings all that it needs.
  ensureHost: () => Promise.resolve(),
  cachedKernel,
  ensureKernel,
  probe,
  prepare,
  attach,
  bootCommand,
  mergeDisk: mergeCow,
}

async function kernelKey(): Promise<string> {
  return digest({ recipe: RECIPE, suite: SUITE, packages: PACKAGES, xstate: await readFile(XSTATE_SOURCE, 'utf8') })
}

async function cachedKernel(): Promise<Kernel | undefined> {
  const key = await kernelKey()
  const dir = findEntry('uml-kernel', key)
  return dir === undefined ? undefined : kernelIn(dir, key)
}

async function ensureKernel(log: (line: string) => void): Promise<Kernel> {
  const build = async (out: string): Promise<void> => {
    log('User Mode Linux: fetching the kernel from Debian packages (about 10 s)')
    await buildKernelRoot(out)
  }
  const key = await kernelKey()
  return kernelIn(await ensureEntry({ name: 'uml-kernel', key, build }), key)
}

async function kernelIn(dir: string, key: string): Promise<Kernel> {
  const modules = join(dir, 'root/usr/lib/uml/modules')
  const [version] = await readdir(modules)
  if (version === undefined)
    throw new UserError(`no kernel modules in ${modules}`, `remove ${dir} and run the command again`)
  return { dir: join(dir, 'root'), version, modulesDir: join(modules, version), key: `${key}-${version}` }
}

async function buildKernelRoot(out: string): Promise<void> {
  const root = join(out, 'root')
  const archive = await debianArchive()
  const source = `deb [signed-by=${archive.keyring}] ${archive.uri} ${SUITE} main`
  const argv = ['mmdebstrap', '--variant=extract', `--include=${PACKAGES.join(',')}`, SUITE, root, source]
  await command(argv, { contained: true })
  // Packages alone, not installed, bring no /lib64: the symbolic links of a merged /usr are base-files' work.
  for (const name of ['lib', 'lib64', 'bin', 'sbin'])
    await symlink(`usr/${name}`, join(root, name)).catch(ignoreExisting)
  for (const name of ['proc', 'mnt', 'srv', 'sys']) await mkdir(join(root, name), { recursive: true })
  const xstate = `${LIBRARIES}/libk8s101-xstate.so`
  await command(['gcc', '-O2', '-Wall', '-Wextra', '-shared', '-fPIC', '-o', join(root, xstate), XSTATE_SOURCE])
  // Guests flush their disks often (dpkg, etcd); for machines that can be made anew the host need not write each one out.
  await writeFile(join(root, 'etc/ld.so.preload'), `${LIBRARIES}/libeatmydata.so\n${xstate}\n`)
}

/** Without a root file system the kernel boots as far as looking for one, in under a second: enough to know that it runs here. */
async function probe(kernel: Kernel): Promise<void> {
  const boot = ['chroot', kernel.dir, PROGRAM, 'mem=64M', 'uml_dir=/dev/shm/', 'con=null', 'con0=null,fd:1', 'panic=1']
  const script = 'mount -t tmpfs tmpfs "$1/dev/shm"; shift; exec timeout 20 "$@"'
  const result = await tryCommand(['sh', '-ec', script, 'sh', kernel.dir, ...boot], {
    contained: true,
    env: { TMPDIR: '/dev/shm' },
  })
  const said = `${result.stdout}\n${result.stderr}`
  if (/Linux version/.test(said) && /Unable to mount root/.test(said)) return
  throw new UserError('User Mode Linux does not boot on this machine', `the last it said:\n${lastLines(said, 12)}`)
}

async function prepare(kernel: Kernel, guests: GuestDisks, machines: readonly MachineSpec[]): Promise<void> {
  const at = (path: string): string => join(kernel.dir, path)
  const memory = machines.reduce((sum, machine) => sum + machine.memoryMiB, 0)
  await command(['mount', '--make-rprivate', '/'])
  await command(['mount', '--rbind', '/dev', at('/dev')])
  // A guest's memory is a file here: a tmpfs of our own dies with the keeper, and has room whatever the host's /dev/shm allows.
  await command(['mount', '-t', 'tmpfs', '-o', `size=${Math.ceil(memory * 1.5)}m,mode=1777`, 'tmpfs', at('/dev/shm')])
  await command(['mount', '-t', 'proc', 'proc', at('/proc')])
  await command(['mount', '--bind', guests.disks, at(INSIDE.disks)])
}

async function attach(kernel: Kernel, guests: GuestDisks): Promise<void> {
  const place = join(kernel.dir, INSIDE.base)
  // Nothing is there the first time.
  await tryCommand(['umount', place])
  await command(['mount', '--bind', '-o', 'ro', guests.baseImage, place])
}

function bootCommand(kernel: Kernel, guests: GuestDisks, machine: MachineSpec): string[] {
  const cow = `${INSIDE.disks}/${guests.generation}/${machine.name}.cow`
  return [
    'env',
    'TMPDIR=/dev/shm',
    'HOME=/',
    'chroot',
    kernel.dir,
    PROGRAM,
    `mem=${machine.memoryMiB}M`,
    `ubd0=${cow},${INSIDE.base}/${imageName(guests, machine.name)}`,
    `ubd1r=${INSIDE.disks}/${machine.name}.seed`,
    `root=${uml.devices.root}`,
    'rw',
    'con=null',
    'con0=null,fd:1',
    // Its own way to reboot, executing itself again, keeps the tap open and then cannot open it: the keeper starts it anew.
    'noreboot',
    `vec0:transport=tap,ifname=${tapName(machine)},mac=${machine.mac}`,
    // The vector driver takes every packet into 64 KiB of pages that it may not wait for. With the little that Debian keeps
    // free, a page cache filled by pulls and disks leaves it none; it then reads with no buffer, fails, and never receives
    // again, the kernel busy in its error path (seen with 6.12 on machines of 1.5 and 2 GiB).
    'sysctl.vm.min_free_kbytes=65536',
    'uml_dir=/dev/shm/',
    `umid=${machine.name}`,
  ]
}

function ignoreExisting(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
  throw error
}
