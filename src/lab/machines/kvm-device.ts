/** The device of KVM. That it is there says little: nested in another virtual machine it may boot nothing. */
import { access, constants } from 'node:fs/promises'

export const KVM_DEVICE = '/dev/kvm'

/** Whether this user may open it. */
export function kvmDevice(): Promise<boolean> {
  return access(KVM_DEVICE, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  )
}
