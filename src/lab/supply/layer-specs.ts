/** The layers of the images as data: packages, what lies below, what to set up, what must run. */
import { DEBIAN_SUITE, EXTRA_IMAGE_PACKAGES, IMAGE_PACKAGES, OLD_DEBIAN_SUITE } from './debian-packages.ts'
import { finishBusybox, finishDebian, finishNetwork, finishNginx } from './layer-contents.ts'
import { finishHttpd, finishOldDebian, finishOldNginx, finishPhp, finishRedis } from './server-layers.ts'

type BaseLayer = keyof typeof IMAGE_PACKAGES
type ExtraLayer = keyof typeof EXTRA_IMAGE_PACKAGES
export type LayerName = BaseLayer | ExtraLayer

/** Packages that are fetched together, by the layers that they are for. */
export interface PackageFetch {
  readonly name: string
  readonly suite: string
  readonly packages: Readonly<Record<string, readonly string[]>>
}

export interface LayerSpec {
  readonly name: LayerName
  readonly fetch: PackageFetch
  readonly packages: readonly string[]
  /** Layers below it. */
  readonly below: readonly LayerName[]
  /** What the packages' own scripts would have done; gets the unpacked root. */
  readonly finish: (root: string) => Promise<void>
  /** Commands that must succeed in the whole root. */
  readonly trials: readonly (readonly string[])[]
}

const BASE: PackageFetch = { name: 'image-packages', suite: DEBIAN_SUITE, packages: IMAGE_PACKAGES }

function extraFetch(suite: string, name: string, ...layers: readonly ExtraLayer[]): PackageFetch {
  const packages = Object.fromEntries(layers.map((layer) => [layer, EXTRA_IMAGE_PACKAGES[layer]]))
  return { name: `image-packages-${name}`, suite, packages }
}

const OLD = extraFetch(OLD_DEBIAN_SUITE, 'old', 'debian-old', 'nginx-old')
const HTTPD = extraFetch(DEBIAN_SUITE, 'httpd', 'httpd')
const PHP = extraFetch(DEBIAN_SUITE, 'php', 'php')
const REDIS = extraFetch(DEBIAN_SUITE, 'redis', 'redis')

export const PACKAGE_FETCHES: readonly PackageFetch[] = [BASE, OLD, HTTPD, PHP, REDIS]

const SHELL_TRIAL = ['sh', '-c', 'ls / | grep -q usr && tar --version']
// Where the trial runs there is no /proc, which the logs' addresses need.
const HTTPD_TRIAL = ['sh', '-c', 'mkdir -p /proc/self/fd && /usr/local/apache2/bin/httpd -t']
const NGINX_TRIALS = [
  ['nginx', '-v'],
  ['nginx', '-t', '-q'],
]

function base(name: BaseLayer, rest: Pick<LayerSpec, 'below' | 'finish' | 'trials'>): LayerSpec {
  return { name, fetch: BASE, packages: IMAGE_PACKAGES[name], ...rest }
}

function extra(name: ExtraLayer, fetch: PackageFetch, rest: Pick<LayerSpec, 'below' | 'finish' | 'trials'>): LayerSpec {
  return { name, fetch, packages: EXTRA_IMAGE_PACKAGES[name], ...rest }
}

export const LAYERS: readonly LayerSpec[] = [
  base('debian', { below: [], finish: finishDebian, trials: [SHELL_TRIAL] }),
  base('network', {
    below: ['debian'],
    finish: finishNetwork,
    trials: [
      ['iptables', '--version'],
      ['ip6tables-save', '--version'],
      ['iptables-restore', '--version'],
      ['conntrack', '--version'],
      ['modprobe', '--version'],
      ['ip', '-V'],
    ],
  }),
  base('nginx', { below: ['debian'], finish: finishNginx, trials: NGINX_TRIALS }),
  base('busybox', { below: [], finish: finishBusybox, trials: [['sh', '-c', 'wget --help && nslookup --help']] }),
  extra('debian-old', OLD, { below: [], finish: finishOldDebian, trials: [SHELL_TRIAL] }),
  extra('nginx-old', OLD, { below: ['debian-old'], finish: finishOldNginx, trials: NGINX_TRIALS }),
  extra('httpd', HTTPD, { below: ['debian'], finish: finishHttpd, trials: [HTTPD_TRIAL] }),
  extra('php', PHP, {
    below: ['debian', 'httpd'],
    finish: finishPhp,
    trials: [HTTPD_TRIAL],
  }),
  extra('redis', REDIS, {
    below: ['debian'],
    finish: finishRedis,
    trials: [
      ['redis-server', '--version'],
      ['redis-cli', '--version'],
    ],
  }),
]
