/** The images that only some chapters need, as data; each belongs to an extra. */
import { kubernetesImages, type ImageSpec } from './images.ts'
import { previousRelease } from './kubernetes-releases.ts'
import type { Versions } from './versions.ts'

const DOCKER = 'docker.io'
const K8S = 'registry.k8s.io'
const APACHE = 'Apache-2.0'

export function extraImageSpecs(v: Versions): readonly ImageSpec[] {
  return [...kubernetesImages(previousRelease(v)), ...servers(v), ...testImages(v), ...addOns(v)]
}

function servers(v: Versions): readonly ImageSpec[] {
  return [
    {
      registry: DOCKER,
      repository: 'library/nginx',
      tag: v.nginxPrevious,
      licence: 'BSD-2-Clause',
      layers: ['debian-old', 'nginx-old'],
      programs: {},
      config: { Cmd: ['nginx', '-g', 'daemon off;'], ExposedPorts: { '80/tcp': {} }, StopSignal: 'SIGQUIT' },
      extra: `nginx-${v.nginxPrevious}`,
    },
    {
      registry: DOCKER,
      repository: 'library/httpd',
      tag: v.httpd,
      licence: APACHE,
      layers: ['debian', 'httpd'],
      programs: {},
      config: {
        Cmd: ['httpd-foreground'],
        ExposedPorts: { '80/tcp': {} },
        StopSignal: 'SIGWINCH',
        WorkingDir: '/usr/local/apache2',
      },
      extra: 'httpd',
    },
    {
      registry: DOCKER,
      repository: 'library/redis',
      tag: v.redis,
      licence: 'AGPL-3.0-only',
      layers: ['debian', 'redis'],
      programs: {},
      config: {
        Cmd: ['redis-server', '--protected-mode', 'no'],
        ExposedPorts: { '6379/tcp': {} },
        WorkingDir: '/data',
      },
      note: {
        ko: '원래 이미지와 달리 root로 실행됩니다.',
        en: 'Unlike the official image it runs as root.',
      },
      extra: 'redis',
    },
  ]
}

function testImages(v: Versions): readonly ImageSpec[] {
  return [
    {
      registry: K8S,
      repository: 'e2e-test-images/agnhost',
      tag: v.agnhost,
      licence: APACHE,
      layers: ['debian'],
      programs: { '/agnhost': 'agnhost/agnhost' },
      config: { Entrypoint: ['/agnhost'], Cmd: ['pause'], ExposedPorts: { '80/tcp': {}, '8080/tcp': {} } },
      note: {
        ko: 'curl, dig, iperf 같은 도구는 들어 있지 않습니다.',
        en: 'It has no tools like curl, dig and iperf.',
      },
      extra: 'agnhost',
    },
    {
      registry: K8S,
      repository: 'hpa-example',
      tag: 'latest',
      licence: 'PHP-3.01 and Apache-2.0',
      layers: ['debian', 'httpd', 'php'],
      programs: {},
      config: { Cmd: ['httpd-foreground'], ExposedPorts: { '80/tcp': {} } },
      note: {
        ko: '같은 일을 하는 페이지를 여기에서 썼습니다.',
        en: 'Its page, which does the same work, was written here.',
      },
      extra: 'hpa-example',
    },
  ]
}

function addOns(v: Versions): readonly ImageSpec[] {
  return [
    {
      registry: K8S,
      repository: 'metrics-server/metrics-server',
      tag: v.metricsServer,
      licence: APACHE,
      layers: [],
      programs: { '/metrics-server': 'metrics-server/metrics-server' },
      config: { Entrypoint: ['/metrics-server'], User: '65534' },
      extra: 'metrics-server',
    },
    {
      registry: DOCKER,
      repository: 'rancher/local-path-provisioner',
      tag: v.localPath,
      licence: APACHE,
      layers: ['busybox'],
      programs: { '/usr/bin/local-path-provisioner': 'local-path-provisioner/local-path-provisioner' },
      config: { Cmd: ['local-path-provisioner'] },
      extra: 'local-path',
    },
    {
      // The provisioner's manifest names busybox without a tag.
      registry: DOCKER,
      repository: 'library/busybox',
      tag: 'latest',
      licence: 'GPL-2.0-only',
      layers: ['busybox'],
      programs: {},
      config: { Cmd: ['sh'] },
      extra: 'busybox-latest',
    },
    {
      registry: DOCKER,
      repository: 'library/traefik',
      tag: v.traefik,
      licence: 'MIT',
      layers: ['busybox'],
      programs: { '/traefik': 'traefik/traefik' },
      config: { Entrypoint: ['/traefik'], ExposedPorts: { '80/tcp': {} } },
      note: {
        ko: '대시보드의 웹 화면은 들어 있지 않습니다.',
        en: "The dashboard's web pages are left out.",
      },
      extra: 'traefik',
    },
  ]
}
