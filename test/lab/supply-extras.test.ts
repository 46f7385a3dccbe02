/** Extras: which texts ask for one, which request one would have answered, what a person reads of them. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { artefactLines, extrasLine } from '../../src/lab/machines/artefact-list.ts'
import { takeWith } from '../../src/lab/machines/extras-option.ts'
import { allExtras } from '../../src/lab/supply/extras.ts'
import { extraNames, extraThatAnswers, neededFor } from '../../src/lab/supply/index.ts'
import type { PlanRow } from '../../src/lab/supply/index.ts'
import { readVersions } from '../../src/lab/supply/versions.ts'
import { planBook } from '../../src/runbook/index.ts'
import { runbookTexts } from '../../src/runner/machines.ts'

const v = readVersions()
const previous = `kubernetes-${v.kubernetesMinorPrevious.slice(1)}`
const oldNginx = `nginx-${v.nginxPrevious}`

describe('a text asks for', () => {
  test.each([
    ['nothing, with what every lab has', `image: nginx:${v.nginx}\nimage: docker.io/library/busybox:${v.busybox}`, []],
    ['nothing, with the newer repository', `https://pkgs.k8s.io/core:/stable:/${v.kubernetesMinor}/deb/ /`, []],
    ['the older repository', `deb https://pkgs.k8s.io/core:/stable:/${v.kubernetesMinorPrevious}/deb/ /`, [previous]],
    ['an older image', `kubectl set image deployment/web web=nginx:${v.nginxPrevious}`, [oldNginx]],
    ['the same, spelled out', `image: docker.io/library/nginx:${v.nginxPrevious}`, [oldNginx]],
    ['not another patch of it', `image: nginx:${v.nginxPrevious}.1`, []],
    ['not an image whose name only ends so', `image: mynginx:${v.nginxPrevious}`, []],
    ['an image without tag', 'image: registry.k8s.io/hpa-example', ['hpa-example']],
    ['not the word alone', 'kubectl exec web -- busybox sh', []],
    ['the word as an image', 'kubectl run box --image=busybox --restart=Never', ['busybox-latest']],
    [
      'CRI-O',
      `https://download.opensuse.org/repositories/isv:/cri-o:/stable:/${v.kubernetesMinor}/deb/Release.key`,
      ['cri-o'],
    ],
    [
      'a manifest',
      `https://github.com/kubernetes-sigs/metrics-server/releases/download/${v.metricsServer}/components.yaml`,
      ['metrics-server'],
    ],
    ['an archive', `curl -fsSLO https://get.helm.sh/helm-${v.helm}-linux-amd64.tar.gz`, ['helm']],
  ])('%s', (_name, text, extras) => {
    expect(neededFor([text])).toEqual(extras)
  })

  test('what its variables name, where any text gives their value', () => {
    const text = 'curl https://pkgs.k8s.io/core:/stable:/${MINOR}/deb/Release.key'
    expect(neededFor([text])).toEqual([])
    expect(neededFor([text, `MINOR=${v.kubernetesMinorPrevious}`])).toEqual([previous])
    expect(neededFor([text.replace('${MINOR}', '$MINOR'), `MINOR=${v.kubernetesMinor}`])).toEqual([])
  })

  test('nothing in the runbooks of a cluster on containerd: they cost no extra build', () => {
    const { runbooks } = planBook(join(import.meta.dirname, '../..'))
    const install = runbooks.find(({ id }) => id === 'install-single-master')
    if (install === undefined) throw new Error('no runbook install-single-master')
    expect(neededFor(runbookTexts(install))).toEqual([])
  })
})

test.each([
  ['registry-1.docker.io', `/v2/library/redis/manifests/${v.redis}`, 'redis'],
  ['registry.k8s.io', `/v2/kube-proxy/manifests/${v.kubernetesPrevious}`, previous],
  ['registry.k8s.io', `/v2/kube-proxy/manifests/v0.0.1`, undefined],
  ['pkgs.k8s.io', `/core:/stable:/${v.kubernetesMinorPrevious}/deb/InRelease`, previous],
  ['raw.githubusercontent.com', `/traefik/traefik/${v.traefik}/README.md`, undefined],
])('a request to %s for %s would have been answered by %s', (host, path, extra) => {
  expect(extraThatAnswers(host, path)).toBe(extra)
})

describe('names of extras', () => {
  test('bring what their manifests name, once', () => {
    expect(allExtras(['local-path', 'httpd', 'local-path'])).toEqual(['busybox-latest', 'httpd', 'local-path'])
  })

  test('of whatever starts the older pause image bring it', () => {
    const pause = `pause-${v.pausePrevious}`
    for (const name of ['cri-o', previous]) expect(allExtras([name])).toContain(pause)
    expect(extraThatAnswers('registry.k8s.io', `/v2/pause/manifests/${v.pausePrevious}`)).toBe(pause)
  })

  test('that are unknown are answered with the nearest', () => {
    expect(() => allExtras(['traefic'])).toThrow('the lab has no extra "traefic"')
    expect(() => allExtras(['traefic'])).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('"traefik"') }),
    )
  })

  test.each([
    [[], [], []],
    [['--with', 'redis,httpd'], ['redis', 'httpd'], []],
    [['--with=redis', 'now'], ['redis'], ['now']],
  ])('in the words %j', (words, wants, rest) => {
    expect(takeWith(words)).toEqual({ wants, rest })
  })

  test('are asked for when --with stands alone', () => {
    expect(() => takeWith(['--with'])).toThrow('lab up: --with needs a name')
    expect(extraNames()).toContain('cri-o')
  })
})

describe('what doctor shows', () => {
  const row = (artefact: string, partOf: readonly string[], folder?: string): PlanRow => ({
    artefact,
    version: 'v1',
    source: 'somewhere',
    licence: 'MIT',
    key: '0',
    cached: folder !== undefined,
    ...(folder === undefined ? {} : { folder }),
    estimatedSeconds: 130,
    partOf,
  })
  const rows = [row('kubernetes', ['up'], '/k'), row('redis', ['redis']), row('layer', ['redis', 'web'], '/l')]

  test('of each artefact: state, time, licence, what it is part of, version, source', () => {
    expect(artefactLines(rows, new Map([['/k', 500]])).join('\n')).toMatchInlineSnapshot(`
      "ARTEFACT    STATE            BUILD TIME   LICENCE  PART OF                   VERSION  SOURCE
      kubernetes  cached, 500 MiB  about 3 min  MIT      up                        v1       somewhere
      redis       not built        about 3 min  MIT      --with redis              v1       somewhere
      layer       cached, 0 MiB    about 3 min  MIT      --with redis, --with web  v1       somewhere"
    `)
  })

  test('of the extras: what is there, and how long the others take', () => {
    expect(extrasLine(rows)).toBe(
      '· on demand, for runbooks that ask for it or with "up --with NAME": redis (about 3 min), web (cached)',
    )
  })
})
