/** The names under which the mirror answers; the lab's DNS knows them all. */

export const DEBIAN_HOST = 'debian.lab.test'
export const KUBERNETES_PACKAGES_HOST = 'pkgs.k8s.io'
export const CRIO_PACKAGES_HOST = 'download.opensuse.org'

/** Registries, and the names under which clients really ask for them. */
const REGISTRY_HOSTS = ['registry.k8s.io', 'docker.io', 'registry-1.docker.io', 'index.docker.io', 'ghcr.io'] as const

export const SUPPLY_HOST_NAMES: readonly string[] = [
  ...REGISTRY_HOSTS,
  KUBERNETES_PACKAGES_HOST,
  CRIO_PACKAGES_HOST,
  DEBIAN_HOST,
  'dl.k8s.io',
  'github.com',
  'raw.githubusercontent.com',
  'get.helm.sh',
]
