/** The Debian packages of pkgs.k8s.io, with upstream's names, dependencies, units and maintainer scripts. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackageFile, PackageSpec } from './deb.ts'
import type { KubernetesRelease } from './kubernetes-releases.ts'
import { serviceScripts } from './service-scripts.ts'
import type { Versions } from './versions.ts'

/** Upstream's first revision of a package: `1.36.3-1.1`. */
export function packageVersion(version: string): string {
  return `${version.replace(/^v/, '')}-1.1`
}

const KUBELET_UNIT = `[Unit]
Description=kubelet: The Kubernetes Node Agent
Documentation=https://kubernetes.io/docs/
Wants=network-online.target
After=network-online.target

[Service]
ExecStart=/usr/bin/kubelet
Restart=always
StartLimitInterval=0
RestartSec=10

[Install]
WantedBy=multi-user.target
`

/** https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/kubelet-integration/ */
const KUBEADM_DROP_IN = `# Note: This dropin only works with kubeadm and kubelet v1.11+
[Service]
Environment="KUBELET_KUBECONFIG_ARGS=--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf --kubeconfig=/etc/kubernetes/kubelet.conf"
Environment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"
# Written by "kubeadm init" and "kubeadm join": it sets KUBELET_KUBEADM_ARGS
EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
# The administrator's last resort for kubelet flags (KUBELET_EXTRA_ARGS); prefer the kubeadm configuration
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet $KUBELET_KUBECONFIG_ARGS $KUBELET_CONFIG_ARGS $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS
`

const UNITS = '/usr/lib/systemd/system'

function program(copy: string): PackageFile {
  return { mode: 0o755, copy }
}

function text(content: string, mode = 0o644): PackageFile {
  return { mode, text: content }
}

/** Dependencies are those of upstream's packages since 1.32 (kubernetes/release, krel templates). */
export async function kubernetesPackages(
  release: KubernetesRelease,
  v: Versions,
  from: (recipe: string) => string,
): Promise<PackageSpec[]> {
  const bin = (recipe: string, name: string): PackageFile => program(join(from(recipe), 'bin', name))
  const licence = (recipe: string, name: string): Record<string, PackageFile> => ({
    [`/usr/share/doc/${name}/LICENSE`]: { mode: 0o644, copy: join(from(recipe), 'share', 'LICENSE') },
  })
  const version = packageVersion(release.version)
  const plugins = await readdir(join(from('cni-plugins'), 'bin'))
  return [
    {
      name: 'kubelet',
      version,
      section: 'net',
      summary: 'Node agent for Kubernetes clusters',
      depends: 'kubernetes-cni (>= 1.2.0), mount, util-linux',
      recommends: 'iptables (>= 1.8.4)',
      files: {
        '/usr/bin/kubelet': bin(release.recipe, 'kubelet'),
        [`${UNITS}/kubelet.service`]: text(KUBELET_UNIT, 0o600),
        '/etc/default/kubelet': text('KUBELET_EXTRA_ARGS=\n'),
        '/var/lib/kubelet/.kubelet-keep': text(''),
        '/etc/kubernetes/manifests/.kubelet-keep': text(''),
        ...licence(release.recipe, 'kubelet'),
      },
      conffiles: ['/etc/default/kubelet'],
      scripts: serviceScripts('kubelet.service'),
    },
    {
      name: 'kubeadm',
      version,
      section: 'admin',
      summary: 'Command-line utility for administering a Kubernetes cluster',
      files: {
        '/usr/bin/kubeadm': bin(release.recipe, 'kubeadm'),
        [`${UNITS}/kubelet.service.d/10-kubeadm.conf`]: text(KUBEADM_DROP_IN),
        ...licence(release.recipe, 'kubeadm'),
      },
    },
    {
      name: 'kubectl',
      version,
      section: 'admin',
      summary: 'Command-line utility for interacting with a Kubernetes cluster',
      files: { '/usr/bin/kubectl': bin(release.recipe, 'kubectl'), ...licence(release.recipe, 'kubectl') },
    },
    {
      name: 'cri-tools',
      version: packageVersion(v.criTools),
      section: 'admin',
      summary: 'Command-line utility for interacting with a container runtime',
      files: { '/usr/bin/crictl': bin('crictl', 'crictl'), ...licence('crictl', 'cri-tools') },
    },
    {
      name: 'kubernetes-cni',
      version: packageVersion(v.cniPlugins),
      section: 'net',
      summary: 'Binaries required to provision kubernetes container networking',
      files: {
        ...Object.fromEntries(plugins.map((name) => [`/opt/cni/bin/${name}`, bin('cni-plugins', name)])),
        '/etc/cni/net.d/.kubernetes-cni-keep': text(''),
        ...licence('cni-plugins', 'kubernetes-cni'),
      },
    },
  ]
}
