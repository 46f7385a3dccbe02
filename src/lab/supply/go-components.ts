/** The Go programs that every lab needs, as data: wrapper module, import paths, flags, extra files of the module. */
import type { Versions } from './versions.ts'

export interface GoComponent {
  /** Folder below src/lab/components with go.mod and go.sum. */
  readonly name: string
  readonly version: string
  /** Module whose required version must be `moduleVersion`. */
  readonly module: string
  readonly moduleVersion: string
  readonly licence: string
  /** Import path to the name of the program. */
  readonly programs: Readonly<Record<string, string>>
  /** Files and folders of the module copied to `share/`. */
  readonly share: readonly string[]
  /** Files of other modules that the wrapper requires, by module, copied to `share/MODULE/`. */
  readonly shareOfOthers?: Readonly<Record<string, readonly string[]>>
  /** A file of the module that must hold `version`, where that is not the module's own. */
  readonly versionFile?: string
  readonly cgo: boolean
  readonly tags: string
  readonly ldflags: string
  readonly estimatedSeconds: number
}

export const STRIP = '-s -w'
export const STATIC = `${STRIP} -extldflags -static`
const APACHE = 'Apache-2.0'
/** A Go program without C, under Kubernetes' own licence. */
export const PLAIN = { cgo: false, tags: '', ldflags: STRIP, licence: APACHE, share: ['LICENSE'] } as const

export function named(prefix: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${prefix}/${name}`, name.slice(name.lastIndexOf('/') + 1)]))
}

export const KUBERNETES = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-proxy',
  'kube-scheduler',
  'kubeadm',
  'kubectl',
  'kubelet',
]

export const ETCD = {
  'go.etcd.io/etcd/server/v3': 'etcd',
  'go.etcd.io/etcd/etcdctl/v3': 'etcdctl',
  'go.etcd.io/etcd/etcdutl/v3': 'etcdutl',
}

const CNI_PLUGINS = [
  ...['bridge', 'dummy', 'host-device', 'ipvlan', 'loopback', 'macvlan', 'ptp', 'tap', 'vlan'].map((p) => `main/${p}`),
  ...['dhcp', 'host-local', 'static'].map((p) => `ipam/${p}`),
  ...['bandwidth', 'firewall', 'portmap', 'sbr', 'tuning', 'vrf'].map((p) => `meta/${p}`),
]

/** What `kubeadm version` and the API server say comes from these link-time values. */
export function kubernetesFlags(version: string): string {
  const [major = '', minor = ''] = version.replace(/^v/, '').split('.')
  const values = { gitVersion: version, gitMajor: major, gitMinor: minor }
  const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']
  const settings = packages.flatMap((p) => Object.entries(values).map(([name, value]) => `-X ${p}.${name}=${value}`))
  return [STRIP, ...settings].join(' ')
}

export function goComponents(v: Versions): readonly GoComponent[] {
  return [
    {
      ...PLAIN,
      name: 'kubernetes',
      version: v.kubernetes,
      module: 'k8s.io/kubernetes',
      moduleVersion: v.kubernetes,
      programs: named('k8s.io/kubernetes/cmd', KUBERNETES),
      share: ['LICENSE', 'build/pause/linux'],
      ldflags: kubernetesFlags(v.kubernetes),
      estimatedSeconds: 400,
    },
    {
      ...PLAIN,
      name: 'etcd',
      version: etcdVersion(v.etcd),
      module: 'go.etcd.io/etcd/server/v3',
      moduleVersion: etcdVersion(v.etcd),
      programs: ETCD,
      estimatedSeconds: 45,
    },
    {
      ...PLAIN,
      name: 'containerd',
      version: v.containerd,
      module: 'github.com/containerd/containerd/v2',
      moduleVersion: `v${v.containerd}`,
      programs: named('github.com/containerd/containerd/v2/cmd', [
        'containerd',
        'containerd-shim-runc-v2',
        'containerd-stress',
        'ctr',
      ]),
      share: ['LICENSE', 'containerd.service'],
      ldflags: `${STRIP} -X github.com/containerd/containerd/v2/version.Version=v${v.containerd}`,
      estimatedSeconds: 75,
    },
    {
      ...PLAIN,
      name: 'runc',
      version: v.runc,
      module: 'github.com/opencontainers/runc',
      moduleVersion: v.runc,
      programs: { 'github.com/opencontainers/runc': 'runc' },
      cgo: true,
      tags: 'seccomp urfave_cli_no_docs netgo osusergo',
      ldflags: STATIC,
      estimatedSeconds: 25,
    },
    {
      ...PLAIN,
      name: 'coredns',
      version: v.coredns,
      module: 'github.com/coredns/coredns',
      moduleVersion: v.coredns,
      programs: { 'github.com/coredns/coredns': 'coredns' },
      estimatedSeconds: 130,
    },
    {
      ...PLAIN,
      name: 'crictl',
      version: v.criTools,
      module: 'sigs.k8s.io/cri-tools',
      moduleVersion: v.criTools,
      programs: { 'sigs.k8s.io/cri-tools/cmd/crictl': 'crictl' },
      ldflags: `${STRIP} -X sigs.k8s.io/cri-tools/pkg/version.Version=${v.criTools}`,
      estimatedSeconds: 45,
    },
    {
      ...PLAIN,
      name: 'cni-plugins',
      version: v.cniPlugins,
      module: 'github.com/containernetworking/plugins',
      moduleVersion: v.cniPlugins,
      programs: named('github.com/containernetworking/plugins/plugins', CNI_PLUGINS),
      share: ['LICENSE', 'README.md'],
      ldflags: `${STRIP} -X github.com/containernetworking/plugins/pkg/utils/buildversion.BuildVersion=${v.cniPlugins}`,
      estimatedSeconds: 30,
    },
    {
      ...PLAIN,
      name: 'flannel',
      version: v.flannel,
      module: 'github.com/flannel-io/flannel',
      moduleVersion: v.flannel,
      programs: { 'github.com/flannel-io/flannel': 'flanneld' },
      share: ['LICENSE', 'Documentation/kube-flannel.yml'],
      cgo: true,
      ldflags: `${STATIC} -X github.com/flannel-io/flannel/pkg/version.Version=${v.flannel}`,
      estimatedSeconds: 90,
    },
    {
      ...PLAIN,
      // The newest release of flannel's CNI plugin that a Go module proxy serves: it lived in this module then.
      name: 'flannel-cni',
      version: 'v0.9.1',
      module: 'github.com/containernetworking/plugins',
      moduleVersion: 'v0.9.1',
      programs: { 'github.com/containernetworking/plugins/plugins/meta/flannel': 'flannel' },
      estimatedSeconds: 10,
    },
  ]
}

/** `3.6.8-0` (the image's tag) is etcd `v3.6.8`. */
export function etcdVersion(tag: string): string {
  return `v${tag.split('-')[0] ?? tag}`
}
