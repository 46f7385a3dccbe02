/** What a kind of virtual machine must be able to do for the lab. */
import type { Substitution } from '../../evidence/types.ts'
import type { MachineSpec } from './topology.ts'

/** A kernel ready to boot guests, in the cache. */
export interface Kernel {
  readonly dir: string
  readonly version: string
  /** Its modules, for the guests' /usr/lib/modules/VERSION. */
  readonly modulesDir: string
  /** Changes when the kernel does. */
  readonly key: string
}

/** What guests boot from, on the host. */
export interface GuestDisks {
  /** Folder of the read-only images that the machines' disks are the difference to. */
  readonly baseImage: string
  /** Each machine has an image of its own there (a snapshot); else all share one. See `imageName`. */
  readonly each: boolean
  /** Holds NAME.seed of each machine, and the folder of the disks. */
  readonly disks: string
  /** Name of the folder below `disks` with NAME.cow of each machine. */
  readonly generation: string
}

/** `qemu` is with KVM; `qemu-tcg` emulates every instruction and is for those who ask for it. */
export const DRIVER_NAMES = ['qemu', 'uml', 'qemu-tcg'] as const
export type DriverName = (typeof DRIVER_NAMES)[number]

export interface Driver {
  readonly name: DriverName
  /** Drivers of one family boot each other's disks. */
  readonly family: 'uml' | 'qemu'
  /** Said before machines start, where it should make people think twice. */
  readonly warning?: string
  /** What this driver replaces or relaxes; goes into the evidence. */
  readonly substitutions: readonly Substitution[]
  /** Folders below guest/ whose files only guests of this driver get. */
  readonly guestTrees: readonly string[]
  /** Arguments of guest/customize. */
  readonly customize: readonly string[]
  /** The guest's names for its disks. */
  readonly devices: { readonly root: string; readonly seed: string }
  /** Whether a machine is faster when all of it stays on one core of this computer. */
  readonly oneCore: boolean
  /** From power-on until the user can log in: what is usual for the whole lab on two cores, and when to give up. */
  readonly bootSeconds: { readonly usual: number; readonly most: number }
  /**
   * Looks whether it can work here at all, and installs what it needs on the host.
   * @throws UserError when it cannot.
   */
  ensureHost(log: (line: string) => void): Promise<void>
  cachedKernel(): Promise<Kernel | undefined>
  ensureKernel(log: (line: string) => void): Promise<Kernel>
  /** Boots the kernel for a moment. @throws UserError when it does not come up here. */
  probe(kernel: Kernel): Promise<void>
  /** In the keeper's own mount namespace, once: what guests need of the host, the images aside. */
  prepare(kernel: Kernel, guests: GuestDisks, machines: readonly MachineSpec[]): Promise<void>
  /** In the keeper's own mount namespace, while no machine runs: makes the guests' kernel see these images. */
  attach(kernel: Kernel, guests: GuestDisks): Promise<void>
  /** The command that is one running machine; its stdout is the console. */
  bootCommand(kernel: Kernel, guests: GuestDisks, machine: MachineSpec): string[]
  /** Writes a machine's whole disk, sparse, to the new file `target`: `image` with the difference `cow` over it. */
  mergeDisk(cow: string, image: string, target: string): Promise<void>
}

/** File below `baseImage` with what a machine's disk began as. */
export function imageName(guests: Pick<GuestDisks, 'each'>, machine: string): string {
  return guests.each ? `${machine}.img` : 'disk.img'
}

/** Name of a machine's tap device; the kernel takes 15 characters at most. */
export function tapName(machine: MachineSpec): string {
  return `tap-${machine.name}`.slice(0, 15)
}
