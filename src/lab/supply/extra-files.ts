/** Files of the extras under upstream's own URLs: manifests, and release archives. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { run } from '../build-command.ts'
import { place, placeTree, sha256File, tarGz, withStaging, writeChecksum } from './archive-files.ts'
import { previousRelease } from './kubernetes-releases.ts'
import { github, RELEASES } from './release-files.ts'
import type { BuildContext, Recipe } from './types.ts'
import type { Versions } from './versions.ts'

const RAW = 'raw.githubusercontent.com'

interface FileSpec {
  readonly extra: string
  readonly version: string
  readonly licence: string
  readonly needs: readonly string[]
  /** Folders that it fills, as hosts and paths. */
  readonly serves: readonly string[]
  readonly source: string
  readonly build: (context: BuildContext) => Promise<void>
}

export function extraFileRecipes(v: Versions): readonly Recipe[] {
  const specs = [metricsServer(v), localPath(v), traefik(v), previousKubernetes(v), helm(v), etcd(v), crictl(v)]
  return specs.map(({ build, ...facts }) => ({
    ...facts,
    name: `files-${facts.extra}`,
    lane: 'pack',
    estimatedSeconds: 5,
    inputs: { recipe: 1, version: facts.version, serves: facts.serves },
    build,
  }))
}

/** Upstream's release file is what kustomize makes of `manifests/overlays/release`; kubectl has kustomize in it. */
function metricsServer(v: Versions): FileSpec {
  const folder = `github.com/kubernetes-sigs/metrics-server/${RELEASES}/${v.metricsServer}`
  return {
    extra: 'metrics-server',
    version: v.metricsServer,
    licence: 'Apache-2.0',
    needs: ['metrics-server', 'kubernetes'],
    serves: [`${folder}/`],
    source: `manifests of Go module sigs.k8s.io/metrics-server ${v.metricsServer}, through kubectl kustomize`,
    build: async ({ out, from, substitute }) => {
      const file = join(out, folder, 'components.yaml')
      const overlay = join(from('metrics-server'), 'share/manifests/overlays/release')
      await mkdir(dirname(file), { recursive: true })
      await run(join(from('kubernetes'), 'bin/kubectl'), ['kustomize', overlay], { stdoutFile: file })
      substitute({
        id: 'metrics-server-manifest',
        text: {
          ko: `metrics-server의 components.yaml은 모듈에 든 원래의 매니페스트를 kubectl kustomize로 합쳐 여기에서 만들었습니다.`,
          en: `components.yaml of metrics-server was made here by kubectl kustomize from upstream's own manifests in its module.`,
        },
      })
    },
  }
}

function localPath(v: Versions): FileSpec {
  const folder = `${RAW}/rancher/local-path-provisioner/${v.localPath}/deploy`
  return {
    extra: 'local-path',
    version: v.localPath,
    licence: 'Apache-2.0',
    needs: ['local-path-provisioner'],
    serves: [`${folder}/`],
    source: `deploy of Go module github.com/rancher/local-path-provisioner ${v.localPath}`,
    build: ({ out, from }) => {
      const name = 'local-path-storage.yaml'
      return place(join(from('local-path-provisioner'), 'share/deploy', name), join(out, folder, name))
    },
  }
}

function traefik(v: Versions): FileSpec {
  const documents = 'docs/content/reference/dynamic-configuration'
  // Upstream's documentation names the branch of the minor version, a careful reader the tag.
  const refs = [v.traefik, v.traefik.replace(/\.\d+$/, '')]
  const gateway = `github.com/kubernetes-sigs/gateway-api/${RELEASES}/${v.gatewayApi}`
  return {
    extra: 'traefik',
    version: `${v.traefik}, Gateway API ${v.gatewayApi}`,
    licence: 'MIT and Apache-2.0',
    needs: ['traefik'],
    serves: [...refs.map((ref) => `${RAW}/traefik/traefik/${ref}/${documents}/`), `${gateway}/`],
    source: `documents of Go module github.com/traefik/traefik/v3 ${v.traefik}, CRDs of Go module sigs.k8s.io/gateway-api`,
    build: async ({ out, from }) => {
      const share = join(from('traefik'), 'share')
      for (const ref of refs) await placeTree(join(share, documents), join(out, RAW, 'traefik/traefik', ref, documents))
      const crds = join(share, 'sigs.k8s.io/gateway-api/config/crd/standard')
      await mkdir(join(out, gateway), { recursive: true })
      await writeFile(join(out, gateway, 'standard-install.yaml'), await joinedCrds(crds))
    },
  }
}

/** As upstream's hack/build-install-yaml.sh joins them. */
async function joinedCrds(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('gateway') && name.endsWith('.yaml'))
  const parts = await Promise.all(
    names.toSorted().map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return `---\n#\n# config/crd/standard/${name}\n#\n${text.trimEnd()}\n`
    }),
  )
  return `#\n# Gateway API Standard channel install\n#\n${parts.join('')}`
}

/** What kubeadm of the version before asks for its newest patch, and kubectl. */
function previousKubernetes(v: Versions): FileSpec {
  const release = previousRelease(v)
  const root = 'dl.k8s.io/release'
  const newest = `${root}/stable-${release.minor.replace(/^v/, '')}.txt`
  return {
    extra: release.extra ?? release.recipe,
    version: release.version,
    licence: 'Apache-2.0',
    needs: [release.recipe],
    serves: [newest, `${root}/${release.version}/`],
    source: 'made here from the built programs',
    build: async ({ out, from }) => {
      const kubectl = join(out, root, release.version, 'bin/linux/amd64/kubectl')
      await place(join(from(release.recipe), 'bin/kubectl'), kubectl)
      await writeFile(`${kubectl}.sha256`, await sha256File(kubectl))
      await writeFile(join(out, newest), release.version)
    },
  }
}

/** One archive of programs in a folder or at its top, with its checksum file beside. */
function archive(
  recipe: string,
  path: string,
  spec: { readonly programs: readonly string[]; readonly share: readonly string[]; readonly top: string },
): (context: BuildContext) => Promise<void> {
  return async ({ out, from, substitute }) => {
    const file = join(out, path)
    await withStaging(file, async (staging) => {
      for (const name of spec.programs) await place(join(from(recipe), 'bin', name), join(staging, spec.top, name))
      for (const name of spec.share) await place(join(from(recipe), 'share', name), join(staging, spec.top, name))
      await tarGz(staging, file)
    })
    for (const suffix of ['.sha256sum', '.sha256']) await writeChecksum(file, suffix)
    substitute({
      id: `release-${recipe}`,
      text: {
        ko: `${basename(path)}와 그 체크섬은 여기에서 만든 것이므로 업스트림의 값과 다릅니다.`,
        en: `${basename(path)} and its checksum were made here, so the sum differs from upstream's.`,
      },
    })
  }
}

function helm(v: Versions): FileSpec {
  const path = `get.helm.sh/helm-${v.helm}-linux-amd64.tar.gz`
  const programs = ['helm']
  return {
    extra: 'helm',
    version: v.helm,
    licence: 'Apache-2.0',
    needs: ['helm'],
    serves: [path],
    source: 'made here from the built programs',
    build: archive('helm', path, { programs, share: ['LICENSE', 'README.md'], top: 'linux-amd64' }),
  }
}

function etcd(v: Versions): FileSpec {
  const version = `v${v.etcd.split('-')[0] ?? v.etcd}`
  const name = `etcd-${version}-linux-amd64`
  const path = github('', 'etcd-io/etcd', RELEASES, version, `${name}.tar.gz`)
  return {
    extra: 'etcd-archive',
    version,
    licence: 'Apache-2.0',
    needs: ['etcd'],
    serves: [path],
    source: 'made here from the built programs',
    build: archive('etcd', path, { programs: ['etcd', 'etcdctl', 'etcdutl'], share: [], top: name }),
  }
}

function crictl(v: Versions): FileSpec {
  const name = `crictl-${v.criTools}-linux-amd64.tar.gz`
  const path = github('', 'kubernetes-sigs/cri-tools', RELEASES, v.criTools, name)
  return {
    extra: 'crictl-archive',
    version: v.criTools,
    licence: 'Apache-2.0',
    needs: ['crictl'],
    serves: [path],
    source: 'made here from the built programs',
    build: archive('crictl', path, { programs: ['crictl'], share: [], top: '' }),
  }
}
