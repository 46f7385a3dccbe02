/** The Go programs that only some chapters need, as data; each is built when an extra that holds it is asked for. */
import { ETCD, etcdVersion, KUBERNETES, kubernetesFlags, named, PLAIN, STATIC, STRIP } from './go-components.ts'
import type { GoComponent } from './go-components.ts'
import type { Versions } from './versions.ts'

/** What kubeadm of the version before asks for. */
function previousComponents(v: Versions): readonly GoComponent[] {
  return [
    {
      ...PLAIN,
      name: 'kubernetes-previous',
      version: v.kubernetesPrevious,
      module: 'k8s.io/kubernetes',
      moduleVersion: v.kubernetesPrevious,
      programs: named('k8s.io/kubernetes/cmd', KUBERNETES),
      ldflags: kubernetesFlags(v.kubernetesPrevious),
      estimatedSeconds: 400,
    },
    {
      ...PLAIN,
      name: 'etcd-previous',
      version: etcdVersion(v.etcdPrevious),
      module: 'go.etcd.io/etcd/server/v3',
      moduleVersion: etcdVersion(v.etcdPrevious),
      programs: ETCD,
      estimatedSeconds: 45,
    },
    {
      ...PLAIN,
      name: 'coredns-previous',
      version: v.corednsPrevious,
      module: 'github.com/coredns/coredns',
      moduleVersion: v.corednsPrevious,
      programs: { 'github.com/coredns/coredns': 'coredns' },
      estimatedSeconds: 130,
    },
  ]
}

export function goExtras(v: Versions): readonly GoComponent[] {
  return [
    {
      ...PLAIN,
      name: 'cri-o',
      version: v.crio,
      module: 'github.com/cri-o/cri-o',
      moduleVersion: v.crio,
      programs: { 'github.com/cri-o/cri-o/cmd/crio': 'crio' },
      share: ['LICENSE', 'completions', 'contrib', 'crictl.yaml', 'crio-umount.conf', 'pinns'],
      cgo: true,
      tags: [
        'containers_image_openpgp exclude_graphdriver_btrfs exclude_graphdriver_devicemapper seccomp',
        'netgo osusergo sqlite_omit_load_extension',
      ].join(' '),
      ldflags: `${STATIC} -linkmode external`,
      estimatedSeconds: 240,
    },
    ...previousComponents(v),
    {
      ...PLAIN,
      name: 'agnhost',
      version: v.agnhost,
      module: 'k8s.io/kubernetes',
      moduleVersion: v.kubernetes,
      programs: { 'k8s.io/kubernetes/test/images/agnhost': 'agnhost' },
      versionFile: 'test/images/agnhost/VERSION',
      estimatedSeconds: 60,
    },
    {
      ...PLAIN,
      name: 'metrics-server',
      version: v.metricsServer,
      module: 'sigs.k8s.io/metrics-server',
      moduleVersion: v.metricsServer,
      programs: { 'sigs.k8s.io/metrics-server/cmd/metrics-server': 'metrics-server' },
      share: ['LICENSE', 'manifests'],
      ldflags: `${STRIP} -X k8s.io/client-go/pkg/version.gitVersion=${v.metricsServer}`,
      estimatedSeconds: 170,
    },
    {
      ...PLAIN,
      name: 'local-path-provisioner',
      version: v.localPath,
      module: 'github.com/rancher/local-path-provisioner',
      moduleVersion: v.localPath,
      programs: { 'github.com/rancher/local-path-provisioner': 'local-path-provisioner' },
      share: ['LICENSE', 'deploy/local-path-storage.yaml'],
      ldflags: `${STRIP} -X main.VERSION=${v.localPath}`,
      estimatedSeconds: 140,
    },
    {
      ...PLAIN,
      name: 'traefik',
      version: v.traefik,
      module: 'github.com/traefik/traefik/v3',
      moduleVersion: v.traefik,
      licence: 'MIT',
      programs: { 'github.com/traefik/traefik/v3/cmd/traefik': 'traefik' },
      share: ['LICENSE.md', 'docs/content/reference/dynamic-configuration'],
      shareOfOthers: { 'sigs.k8s.io/gateway-api': ['config/crd/standard', 'LICENSE'] },
      ldflags: `${STRIP} -X github.com/traefik/traefik/v3/pkg/version.Version=${v.traefik.replace(/^v/, '')}`,
      estimatedSeconds: 420,
    },
    {
      ...PLAIN,
      name: 'helm',
      version: v.helm,
      module: 'helm.sh/helm/v3',
      moduleVersion: v.helm,
      programs: { 'helm.sh/helm/v3/cmd/helm': 'helm' },
      share: ['LICENSE', 'README.md'],
      ldflags: `${STRIP} -X helm.sh/helm/v3/internal/version.version=${v.helm} -X helm.sh/helm/v3/internal/version.metadata=`,
      estimatedSeconds: 120,
    },
  ]
}
