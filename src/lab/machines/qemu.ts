/** Driver `qemu`: virtual machines of QEMU with Debian's own kernel, by KVM, or emulated (`qemu-tcg`) for who asks. */
import { readFileSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../errors/index.ts'
import { ensureEntry, findEntry, digest } from '../cache.ts'
import { debianArchive } from '../supply/index.ts'
import { command, tryCommand } from './command.ts'
import { imageName, tapName } from './driver.ts'
import type { Driver, GuestDisks, Kernel } from './driver.ts'
import { ensureHostPackages } from './host-packages.ts'
import { KVM_DEVICE, kvmDevice } from './kvm-device.ts'
import type { MachineSpec } from './topology.ts'

type Acceleration = 'kvm' | 'tcg'

const HOST_PACKAGES = ['qemu-system-x86', 'qemu-utils']
const SUITE = 'trixie'
const PACKAGES = ['linux-image-cloud-amd64', 'busybox-static']
const INITRAMFS_DIR = fileURLToPath(new URL('initramfs/', import.meta.url))
const RECIPE = 1
/** kubeadm wants two for a control plane. */
const CPUS = 2
const PROBE_SECONDS: Readonly<Record<Acceleration, number>> = { kvm: 10, tcg: 60 }

export const qemu: Driver = {
  name: 'qemu',
  bootSeconds: { usual: 20, most: 180 },
  async ensureHost(log) {
    if (!(await kvmDevice())) throw new UserError(`there is no ${KVM_DEVICE} that this user may open`)
    await ensureHostPackages(HOST_PACKAGES, log)
  },
  ...common('kvm'),
}

export const qemuTcg: Driver = {
  name: 'qemu-tcg',
  warning:
    'driver qemu-tcg emulates every instruction: measured on two cores, one machine takes 60 s to ssh instead of 10 s, a Ready node 7.5 minutes, each kubectl 4 to 14 s',
  bootSeconds: { usual: 120, most: 900 },
  ensureHost: (log) => ensureHostPackages(HOST_PACKAGES, log),
  ...common('tcg'),
}

/** A real kernel with everything in it: nothing of the lab's machines is replaced or relaxed on its account. */
function common(accel: Acceleration): Omit<Driver, 'name' | 'warning' | 'bootSeconds' | 'ensureHost'> {
  return {
    family: 'qemu',
    substitutions: [],
    guestTrees: [],
    customize: [],
    devices: { root: '/dev/vda', seed: '/dev/vdb' },
    oneCore: false,
    cachedKernel,
    ensureKernel,
    probe: (kernel) => probe(kernel, accel),
    // The images stand in the host's own folders.
    prepare: () => Promise.resolve(),
    attach: () => Promise.resolve(),
    bootCommand: (kernel, guests, machine) => bootCommand(kernel, guests, machine, accel),
    mergeDisk,
  }
}

function kernelKey(): string {
  const files = ['init', 'make'].map((name) => readFileSync(join(INITRAMFS_DIR, name), 'utf8'))
  return digest({ recipe: RECIPE, suite: SUITE, packages: PACKAGES, files })
}

async function cachedKernel(): Promise<Kernel | undefined> {
  const dir = findEntry('qemu-kernel', kernelKey())
  return dir === undefined ? undefined : kernelIn(dir)
}

async function ensureKernel(log: (line: string) => void): Promise<Kernel> {
  const build = async (out: string): Promise<void> => {
    log("QEMU's guests: fetching the kernel from Debian packages (about 10 s)")
    await fetchKernel(out)
  }
  return kernelIn(await ensureEntry({ name: 'qemu-kernel', key: kernelKey(), build }))
}

async function kernelIn(dir: string): Promise<Kernel> {
  const modules = join(dir, 'modules')
  const [version] = await readdir(modules)
  if (version === undefined)
    throw new UserError(`no kernel modules in ${modules}`, `remove ${dir} and run the command again`)
  return { dir, version, modulesDir: join(modules, version), key: `${kernelKey()}-${version}` }
}

async function fetchKernel(out: string): Promise<void> {
  const root = join(out, 'root')
  const archive = await debianArchive()
  const source = `deb [signed-by=${archive.keyring}] ${archive.uri} ${SUITE} main`
  const include = `--include=${PACKAGES.join(',')}`
  await command(['mmdebstrap', '--variant=extract', include, SUITE, root, source], { contained: true })
  for (const name of ['init', 'make']) await cp(join(INITRAMFS_DIR, name), join(root, 'tmp', name))
  await command(['chroot', root, '/usr/bin/busybox', 'sh', '/tmp/make'], { contained: true })
  await rename(join(root, 'initramfs.cpio'), join(out, 'initramfs.cpio'))
  const modules = join(root, 'usr/lib/modules')
  const [version = ''] = await readdir(modules)
  await rename(join(root, 'boot', `vmlinuz-${version}`), join(out, 'vmlinuz'))
  await mkdir(join(out, 'modules'))
  await cp(join(modules, version), join(out, 'modules', version), { recursive: true, verbatimSymlinks: true })
  await rm(root, { recursive: true })
}

/** Without a root file system the kernel boots as far as looking for one: enough to know that it runs here. */
async function probe(kernel: Kernel, accel: Acceleration): Promise<void> {
  const boot = [...machineWords(kernel, accel, 256), '-append', KERNEL_WORDS.join(' ')]
  const result = await tryCommand(['timeout', String(PROBE_SECONDS[accel]), ...boot], {
    contained: true,
    // QEMU stops a machine that KVM has given up, and waits for somebody to look at it.
    until: /Unable to mount root|KVM internal error/,
  })
  const said = `${result.stdout}\n${result.stderr}`
  if (/Linux version/.test(said) && /Unable to mount root/.test(said)) return
  const how = accel === 'kvm' ? 'with KVM' : 'emulated'
  // QEMU names the cause first; what follows are registers.
  const [cause] = result.stderr.split('\n').filter((line) => line.trim() !== '')
  throw new UserError(
    `QEMU does not boot a guest ${how} on this machine`,
    cause ?? `the guest did not come far in ${PROBE_SECONDS[accel]} s`,
  )
}

/** A panic ends the machine, as a reboot does: with `-no-reboot` QEMU ends, and the keeper looks at the last words. */
const KERNEL_WORDS = ['console=ttyS0', 'panic=-1'] as const

function machineWords(kernel: Kernel, accel: Acceleration, memoryMiB: number): string[] {
  return [
    ['qemu-system-x86_64', '-no-user-config', '-nodefaults', '-no-reboot'],
    ['-machine', 'q35', '-accel', accel, '-cpu', accel === 'kvm' ? 'host' : 'max'],
    ['-smp', String(CPUS), '-m', `${memoryMiB}M`],
    ['-display', 'none', '-serial', 'stdio'],
    ['-kernel', join(kernel.dir, 'vmlinuz')],
  ].flat()
}

/** Makes the machine's own disk when it has none, whole or not at all, and becomes the machine. */
const BOOT_SCRIPT = `disk=$1 base=$2; shift 2
if [ ! -e "$disk" ]; then
  qemu-img create -q -f qcow2 -F raw -b "$base" "$disk.new"
  mv "$disk.new" "$disk"
fi
exec "$@"`

function bootCommand(kernel: Kernel, guests: GuestDisks, machine: MachineSpec, accel: Acceleration): string[] {
  const disk = join(guests.disks, guests.generation, `${machine.name}.cow`)
  const base = join(guests.baseImage, imageName(guests, machine.name))
  return [
    ['sh', '-ec', BOOT_SCRIPT, 'sh', disk, base],
    machineWords(kernel, accel, machine.memoryMiB),
    ['-initrd', join(kernel.dir, 'initramfs.cpio')],
    ['-append', [...KERNEL_WORDS, 'systemd.getty_auto=no'].join(' ')],
    ['-name', machine.name],
    ['-drive', `if=none,id=root,format=qcow2,discard=unmap,file=${disk}`],
    ['-drive', `if=none,id=seed,format=raw,readonly=on,file=${join(guests.disks, `${machine.name}.seed`)}`],
    ['-device', 'virtio-blk-pci,drive=root', '-device', 'virtio-blk-pci,drive=seed'],
    ['-netdev', `tap,id=net,ifname=${tapName(machine)},script=no,downscript=no`],
    // Without a romfile: a network boot is not wanted.
    ['-device', `virtio-net-pci,netdev=net,mac=${machine.mac},romfile=`],
  ].flat()
}

/** The image is named here again: the path in the disk's own header is of the day that it was made. */
async function mergeDisk(cow: string, image: string, target: string): Promise<void> {
  const file = (filename: string) => ({ driver: 'file', filename })
  const disk = { driver: 'qcow2', file: file(cow), backing: { driver: 'raw', file: file(image) } }
  await command(['qemu-img', 'convert', '-q', '-O', 'raw', `json:${JSON.stringify(disk)}`, target])
}
