/** The images of the lab's registry as data: names, layers, programs, configuration. */
import type { ImageConfig, ImageReference } from './oci-image.ts'
import type { Versions } from './versions.ts'

export interface ImageSpec extends ImageReference {
  readonly licence: string
  /** Shared layers, lowest first. */
  readonly layers: readonly ('debian' | 'network' | 'nginx' | 'busybox')[]
  /** Path in the image to `recipe/program`. */
  readonly programs: Readonly<Record<string, string>>
  readonly config: ImageConfig
  /** What else differs from upstream's image, for the evidence. */
  readonly note?: { readonly ko: string; readonly en: string }
}

const K8S = 'registry.k8s.io'
const APACHE = 'Apache-2.0'

const LEGACY_TABLES = {
  ko: '이 안의 iptables는 nftables 대신 legacy 테이블을 씁니다.',
  en: 'Its iptables uses the legacy tables, not nftables.',
}

export function imageSpecs(v: Versions): readonly ImageSpec[] {
  const component = (name: string): ImageSpec => ({
    registry: K8S,
    repository: name,
    tag: v.kubernetes,
    licence: APACHE,
    layers: [],
    programs: { [`/usr/local/bin/${name}`]: `kubernetes/${name}` },
    config: {},
  })
  return [
    component('kube-apiserver'),
    component('kube-controller-manager'),
    component('kube-scheduler'),
    { ...component('kube-proxy'), layers: ['debian', 'network'], note: LEGACY_TABLES },
    {
      ...component('etcd'),
      tag: v.etcd,
      programs: {
        '/usr/local/bin/etcd': 'etcd/etcd',
        '/usr/local/bin/etcdctl': 'etcd/etcdctl',
        '/usr/local/bin/etcdutl': 'etcd/etcdutl',
      },
    },
    {
      ...component('coredns/coredns'),
      tag: v.coredns,
      programs: { '/coredns': 'coredns/coredns' },
      config: { Entrypoint: ['/coredns'], WorkingDir: '/', ExposedPorts: { '53/tcp': {}, '53/udp': {} } },
      note: { ko: '원래 이미지와 달리 root로 실행됩니다.', en: 'Unlike upstream’s it runs as root.' },
    },
    {
      ...component('pause'),
      tag: v.pause,
      programs: { '/pause': 'pause/pause' },
      config: { Entrypoint: ['/pause'], User: '65535:65535' },
    },
    {
      registry: 'ghcr.io',
      repository: 'flannel-io/flannel',
      tag: v.flannel,
      licence: APACHE,
      layers: ['debian', 'network'],
      programs: { '/opt/bin/flanneld': 'flannel/flanneld' },
      config: { Entrypoint: ['/opt/bin/flanneld'] },
      note: LEGACY_TABLES,
    },
    {
      registry: 'ghcr.io',
      repository: 'flannel-io/flannel-cni-plugin',
      tag: v.flannelCniPlugin,
      licence: APACHE,
      layers: ['busybox'],
      programs: { '/flannel': 'flannel-cni/flannel' },
      config: { Cmd: ['sh'] },
      note: {
        ko: '이 안의 flannel 플러그인은 Go 모듈로 구할 수 있는 마지막 버전(containernetworking/plugins v0.9.1)입니다.',
        en: 'Its flannel plugin is the last one to be had as a Go module (containernetworking/plugins v0.9.1).',
      },
    },
    {
      registry: 'docker.io',
      repository: 'library/nginx',
      tag: v.nginx,
      licence: 'BSD-2-Clause',
      layers: ['debian', 'nginx'],
      programs: {},
      config: { Cmd: ['nginx', '-g', 'daemon off;'], ExposedPorts: { '80/tcp': {} }, StopSignal: 'SIGQUIT' },
    },
    {
      registry: 'docker.io',
      repository: 'library/busybox',
      tag: v.busybox,
      licence: 'GPL-2.0-only',
      layers: ['busybox'],
      programs: {},
      config: { Cmd: ['sh'] },
    },
  ]
}

/** `registry.k8s.io/pause:3.10.2` */
export function imageName(reference: ImageReference): string {
  return `${reference.registry}/${reference.repository}:${reference.tag}`
}
