/** The two minor versions of Kubernetes that the lab can serve: the book's, and the one before it that the upgrade starts from. */
import type { Versions } from './versions.ts'

export interface KubernetesRelease {
  readonly version: string
  readonly minor: string
  /** What kubeadm of this version asks for. */
  readonly images: { readonly etcd: string; readonly coredns: string; readonly pause: string }
  /** Recipe of the built programs. */
  readonly recipe: string
  /** Recipe of its package repository. */
  readonly packages: string
  /** Suffix of the recipes of what it brings: etcd, CoreDNS, pause. */
  readonly suffix: '' | '-previous'
  readonly extra?: string
  /** Extra of its pause image, which others than kubeadm ask for, too: CRI-O's own default is this version. */
  readonly pauseExtra?: string
}

export function currentRelease(v: Versions): KubernetesRelease {
  return {
    version: v.kubernetes,
    minor: v.kubernetesMinor,
    images: { etcd: v.etcd, coredns: v.coredns, pause: v.pause },
    recipe: 'kubernetes',
    packages: 'kubernetes-packages',
    suffix: '',
  }
}

export function previousRelease(v: Versions): KubernetesRelease {
  return {
    version: v.kubernetesPrevious,
    minor: v.kubernetesMinorPrevious,
    images: { etcd: v.etcdPrevious, coredns: v.corednsPrevious, pause: v.pausePrevious },
    recipe: 'kubernetes-previous',
    packages: 'kubernetes-packages-previous',
    suffix: '-previous',
    extra: `kubernetes-${v.kubernetesMinorPrevious.replace(/^v/, '')}`,
    pauseExtra: `pause-${v.pausePrevious}`,
  }
}
