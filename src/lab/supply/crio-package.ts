/** The Debian package `cri-o`, laid out as CRI-O's own: https://github.com/cri-o/packaging */
import { join } from 'node:path'
import type { PackageFile, PackageSpec } from './deb.ts'
import { packageVersion } from './kubernetes-packages.ts'
import { serviceScripts } from './service-scripts.ts'
import type { Versions } from './versions.ts'

/** Upstream's default runtime and monitor; the programs lie where its package puts them. */
const CONFIGURATION = `[crio.image]
signature_policy = "/etc/crio/policy.json"

[crio.runtime]
default_runtime = "crun"

[crio.runtime.runtimes.crun]
runtime_path = "/usr/libexec/crio/crun"
runtime_root = "/run/crun"
monitor_path = "/usr/libexec/crio/conmon"
allowed_annotations = [
    "io.containers.trace-syscall",
]

[crio.runtime.runtimes.runc]
runtime_path = "/usr/libexec/crio/runc"
runtime_root = "/run/runc"
monitor_path = "/usr/libexec/crio/conmon"
`

const POLICY = `{ "default": [{ "type": "insecureAcceptAnything" }] }\n`
const REGISTRIES = `unqualified-search-registries = ["docker.io", "quay.io"]\n`

const CONFFILES = {
  '/etc/crio/crio.conf.d/10-crio.conf': CONFIGURATION,
  '/etc/crio/policy.json': POLICY,
  '/etc/containers/registries.conf.d/crio.conf': REGISTRIES,
}

/** `unit` is crio.service of the module, written for /usr/local. */
export function crioPackage(v: Versions, from: (recipe: string) => string, unit: string): PackageSpec {
  const program = (recipe: string, name: string): PackageFile => ({
    mode: 0o755,
    copy: join(from(recipe), 'bin', name),
  })
  const file = (path: string): PackageFile => ({ mode: 0o644, copy: join(from('cri-o'), 'share', path) })
  const texts = Object.entries(CONFFILES).map(([path, text]) => [path, { mode: 0o644, text }] as const)
  return {
    name: 'cri-o',
    version: packageVersion(v.crio),
    section: 'admin',
    summary: 'Open Container Initiative-based implementation of Kubernetes Container Runtime Interface',
    depends: 'conmon, crun, iptables',
    recommends: 'kubernetes-cni',
    files: {
      '/usr/bin/crio': program('cri-o', 'crio'),
      '/usr/bin/pinns': program('pinns', 'pinns'),
      '/usr/libexec/crio/runc': program('runc', 'runc'),
      '/usr/libexec/crio/crun': { link: '/usr/bin/crun' },
      '/usr/libexec/crio/conmon': { link: '/usr/bin/conmon' },
      '/usr/lib/systemd/system/crio.service': { mode: 0o644, text: unit.replaceAll('/usr/local/bin', '/usr/bin') },
      '/usr/share/bash-completion/completions/crio': file('completions/bash/crio'),
      '/usr/share/oci-umount/oci-umount.d/crio-umount.conf': file('crio-umount.conf'),
      '/usr/share/doc/cri-o/LICENSE': file('LICENSE'),
      '/etc/crictl.yaml': file('crictl.yaml'),
      '/etc/cni/net.d/10-crio-bridge.conflist.disabled': file('contrib/cni/10-crio-bridge.conflist'),
      '/var/lib/crio/.crio-keep': { mode: 0o644, text: '' },
      ...Object.fromEntries(texts),
    },
    conffiles: ['/etc/crictl.yaml', '/etc/cni/net.d/10-crio-bridge.conflist.disabled', ...Object.keys(CONFFILES)],
    scripts: serviceScripts('crio.service'),
  }
}
