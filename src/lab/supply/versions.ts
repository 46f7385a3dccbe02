/** The pinned versions that the supply builds, read from content/versions.yaml. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml-5'
import { UserError } from '../../errors/index.ts'

const NAMES = [
  'kubernetes',
  'kubernetesMinor',
  'etcd',
  'coredns',
  'pause',
  'containerd',
  'runc',
  'cniPlugins',
  'criTools',
  'flannel',
  'flannelCniPlugin',
  'nginx',
  'busybox',
  'crio',
  'kubernetesPrevious',
  'kubernetesMinorPrevious',
  'etcdPrevious',
  'corednsPrevious',
  'pausePrevious',
  'nginxPrevious',
  'httpd',
  'redis',
  'agnhost',
  'metricsServer',
  'localPath',
  'traefik',
  'gatewayApi',
  'helm',
] as const

export type Versions = Readonly<Record<(typeof NAMES)[number], string>>

/** The checkout's root: the wrappers and the list of versions lie below it. */
export const PROJECT_ROOT = join(import.meta.dirname, '..', '..', '..')

/** @throws UserError that names every version missing from the file. */
export function readVersions(file = join(PROJECT_ROOT, 'content', 'versions.yaml')): Versions {
  return parseVersions(readFileSync(file, 'utf8'))
}

export function parseVersions(text: string): Versions {
  const raw: unknown = load(text)
  const given = new Map<string, unknown>(typeof raw === 'object' && raw !== null ? Object.entries(raw) : [])
  const wrong = NAMES.filter((name) => typeof given.get(name) !== 'string')
  if (wrong.length > 0) {
    throw new UserError(
      `content/versions.yaml: no text value for ${wrong.map((name) => `"${name}"`).join(', ')}`,
      'The lab builds these; write each as `name: "version"`.',
    )
  }
  const get = (name: (typeof NAMES)[number]): string => String(given.get(name))
  return {
    kubernetes: get('kubernetes'),
    kubernetesMinor: get('kubernetesMinor'),
    etcd: get('etcd'),
    coredns: get('coredns'),
    pause: get('pause'),
    containerd: get('containerd'),
    runc: get('runc'),
    cniPlugins: get('cniPlugins'),
    criTools: get('criTools'),
    flannel: get('flannel'),
    flannelCniPlugin: get('flannelCniPlugin'),
    nginx: get('nginx'),
    busybox: get('busybox'),
    crio: get('crio'),
    kubernetesPrevious: get('kubernetesPrevious'),
    kubernetesMinorPrevious: get('kubernetesMinorPrevious'),
    etcdPrevious: get('etcdPrevious'),
    corednsPrevious: get('corednsPrevious'),
    pausePrevious: get('pausePrevious'),
    nginxPrevious: get('nginxPrevious'),
    httpd: get('httpd'),
    redis: get('redis'),
    agnhost: get('agnhost'),
    metricsServer: get('metricsServer'),
    localPath: get('localPath'),
    traefik: get('traefik'),
    gatewayApi: get('gatewayApi'),
    helm: get('helm'),
  }
}
