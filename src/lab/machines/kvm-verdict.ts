/** Whether KVM really boots a guest on this computer, found out without installing or fetching anything. */
import { UserError } from '../../errors/index.ts'
import { tryCommand } from './command.ts'
import { KVM_DEVICE, kvmDevice } from './kvm-device.ts'
import type { Driver } from './driver.ts'
import { qemu } from './qemu.ts'
import { uml } from './uml.ts'

export type KvmVerdict =
  | { readonly kind: 'no device' }
  | { readonly kind: 'not tried'; readonly missing: string }
  | { readonly kind: 'boots' }
  | { readonly kind: 'does not boot'; readonly why: string }

/** Boots a kernel for a moment, if all that it takes is there: `lab up` installs and fetches it. */
export async function kvmVerdict(): Promise<KvmVerdict> {
  if (!(await kvmDevice())) return { kind: 'no device' }
  const version = await tryCommand(['qemu-system-x86_64', '--version'])
  if (version.status !== 0) return { kind: 'not tried', missing: 'QEMU is not installed' }
  const kernel = await qemu.cachedKernel()
  if (kernel === undefined) return { kind: 'not tried', missing: "the guests' kernel is not in the cache" }
  try {
    await qemu.probe(kernel)
    return { kind: 'boots' }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'does not boot', why: error.hint ?? error.message }
    throw error
  }
}

/** The driver that `up` takes by itself, if nothing else is wrong: what has to be built depends on it. */
export function likelyDriver(verdict: KvmVerdict): Driver {
  return verdict.kind === 'boots' ? qemu : uml
}

/** The verdict as one line of `lab doctor`. */
export function kvmLine(verdict: KvmVerdict): string {
  switch (verdict.kind) {
    case 'no device':
      return `· KVM: no ${KVM_DEVICE} for this user, not needed (driver uml runs without it)`
    case 'not tried':
      return `· KVM: ${KVM_DEVICE} is there; the next "up" tries whether it boots a guest (${verdict.missing})`
    case 'boots':
      return '✓ KVM: boots a guest (driver qemu)'
    case 'does not boot':
      return `· KVM: ${KVM_DEVICE} is there and boots no guest (driver uml runs without it); ${verdict.why.replaceAll(/\s*\n\s*/g, ' ')}`
  }
}
