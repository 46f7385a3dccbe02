/** The images that every lab's registry has, as data: names, layers, programs, configuration. */
import { currentRelease, type KubernetesRelease } from './kubernetes-releases.ts'
import type { LayerName } from './layer-specs.ts'
import type { ImageConfig, ImageReference } from './oci-image.ts'
import type { Versions } from './versions.ts'

export interface ImageSpec extends ImageReference {
  readonly licence: string
  /** Shared layers, lowest first. */
  readonly layers: readonly LayerName[]
  /** Path in the image to `recipe/program`. */
  readonly programs: Readonly<Record<string, string>>
  readonly config: ImageConfig
  /** What else differs from upstream's image, for the evidence. */
  readonly note?: { readonly ko: string; readonly en: string }
  /** The extra that it belongs to: see Recipe. */
  readonly extra?: string
}

const K8S = 'registry.k8s.io'
const APACHE = 'Apache-2.0'

const LEGACY_TABLES = {
  ko: '이 안의 iptables는 nftables 대신 legacy 테이블을 씁니다.',
  en: 'Its iptables uses the legacy tables, not nftables.',
}

/** The images that kubeadm of a release asks for. */
export function kubernetesImages(release: KubernetesRelease): readonly ImageSpec[] {
  const { recipe, suffix, images } = release
  const component = (name: string): ImageSpec => ({
    registry: K8S,
    repository: name,
    tag: release.version,
    licence: APACHE,
    layers: [],
    programs: { [`/usr/local/bin/${name}`]: `${recipe}/${name}` },
    config: {},
    ...(release.extra === undefined ? {} : { extra: release.extra }),
  })
  return [
    component('kube-apiserver'),
    component('kube-controller-manager'),
    component('kube-scheduler'),
    { ...component('kube-proxy'), layers: ['debian', 'network'], note: LEGACY_TABLES },
    {
      ...component('etcd'),
      tag: images.etcd,
      programs: {
        '/usr/local/bin/etcd': `etcd${suffix}/etcd`,
        '/usr/local/bin/etcdctl': `etcd${suffix}/etcdctl`,
        '/usr/local/bin/etcdutl': `etcd${suffix}/etcdutl`,
      },
    },
    {
      ...component('coredns/coredns'),
      tag: images.coredns,
      programs: { '/coredns': `coredns${suffix}/coredns` },
      config: { Entrypoint: ['/coredns'], WorkingDir: '/', ExposedPorts: { '53/tcp': {}, '53/udp': {} } },
      note: { ko: '원래 이미지와 달리 root로 실행됩니다.', en: 'Unlike upstream’s it runs as root.' },
    },
    {
      ...component('pause'),
      tag: images.pause,
      programs: { '/pause': `pause${suffix}/pause` },
      config: { Entrypoint: ['/pause'], User: '65535:65535' },
      ...(release.pauseExtra === undefined ? {} : { extra: release.pauseExtra }),
    },
  ]
}

export function imageSpecs(v: Versions): readonly ImageSpec[] {
  return [
    ...kubernetesImages(currentRelease(v)),
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
