/** Files under upstream's own URLs: release archives with their checksums, units and manifests. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { place, placeTree, sha256File, tarGz, withStaging, writeChecksum } from './archive-files.ts'
import type { BuildContext, Recipe } from './types.ts'
import type { Versions } from './versions.ts'

export const RELEASES = 'releases/download'

export function releaseFilesRecipe(v: Versions): Recipe {
  return {
    name: 'release-files',
    version: `containerd ${v.containerd}, runc ${v.runc}, CNI plugins ${v.cniPlugins}, flannel ${v.flannel}`,
    source: 'made here from the built programs and their modules',
    licence: 'Apache-2.0',
    lane: 'pack',
    estimatedSeconds: 10,
    needs: ['kubernetes', 'containerd', 'runc', 'cni-plugins', 'flannel'],
    inputs: { recipe: 2, versions: [v.kubernetes, v.containerd, v.runc, v.cniPlugins, v.flannel] },
    build: async (context) => {
      await containerdFiles(v, context)
      await runcFiles(v, context)
      await cniPluginFiles(v, context)
      await kubernetesFiles(v, context)
      const manifest = join(context.from('flannel'), 'share/Documentation/kube-flannel.yml')
      await place(manifest, github(context.out, 'flannel-io/flannel', RELEASES, v.flannel, 'kube-flannel.yml'))
      context.substitute({
        id: 'newest-version',
        text: {
          ko: `랩의 dl.k8s.io는 최신 버전을 항상 ${v.kubernetes}(으)로 답합니다.`,
          en: `The lab's dl.k8s.io always answers ${v.kubernetes} when asked for the newest version.`,
        },
      })
      context.substitute({
        id: 'release-checksums',
        text: {
          ko: 'containerd, runc, CNI 플러그인의 배포 파일과 체크섬 파일은 여기에서 만든 것이므로 GitHub에 있는 것과 값이 다릅니다.',
          en: 'The release files of containerd, runc and the CNI plugins and their checksum files were made here, so their sums differ from those on GitHub.',
        },
      })
    },
  }
}

/** A path of a repository below github.com. */
export function github(out: string, repository: string, ...path: string[]): string {
  return join(out, 'github.com', repository, ...path)
}

/** Upstream's archive holds the programs below `bin/`. */
async function containerdFiles(v: Versions, { out, from }: BuildContext): Promise<void> {
  const entry = from('containerd')
  const release = `v${v.containerd}`
  const archive = github(
    out,
    'containerd/containerd',
    RELEASES,
    release,
    `containerd-${v.containerd}-linux-amd64.tar.gz`,
  )
  await withStaging(archive, async (staging) => {
    await placeTree(join(entry, 'bin'), join(staging, 'bin'))
    await tarGz(staging, archive)
  })
  await writeChecksum(archive, '.sha256sum')
  for (const ref of [release, 'main']) {
    const unit = join(out, 'raw.githubusercontent.com/containerd/containerd', ref, 'containerd.service')
    await place(join(entry, 'share/containerd.service'), unit)
  }
}

async function runcFiles(v: Versions, { out, from }: BuildContext): Promise<void> {
  const file = github(out, 'opencontainers/runc', RELEASES, v.runc, 'runc.amd64')
  await place(join(from('runc'), 'bin/runc'), file)
  await writeFile(join(dirname(file), 'runc.sha256sum'), `${await sha256File(file)}  runc.amd64\n`)
}

/** Upstream's archive holds the plugins, the licence and the README at its top, with names that start with `./`. */
async function cniPluginFiles(v: Versions, { out, from }: BuildContext): Promise<void> {
  const name = `cni-plugins-linux-amd64-${v.cniPlugins}.tgz`
  const archive = github(out, 'containernetworking/plugins', RELEASES, v.cniPlugins, name)
  await withStaging(archive, async (staging) => {
    await placeTree(join(from('cni-plugins'), 'bin'), staging)
    await placeTree(join(from('cni-plugins'), 'share'), staging)
    await tarGz(staging, archive, './')
  })
  await writeChecksum(archive, '.sha256')
}

/** The files that kubeadm asks for the newest version, and kubectl as the documentation downloads it. */
async function kubernetesFiles(v: Versions, { out, from }: BuildContext): Promise<void> {
  const root = join(out, 'dl.k8s.io/release')
  await mkdir(root, { recursive: true })
  for (const name of ['stable', 'stable-1', `stable-${v.kubernetesMinor.replace(/^v/, '')}`]) {
    await writeFile(join(root, `${name}.txt`), v.kubernetes)
  }
  const kubectl = join(root, v.kubernetes, 'bin/linux/amd64/kubectl')
  await place(join(from('kubernetes'), 'bin/kubectl'), kubectl)
  await writeFile(`${kubectl}.sha256`, await sha256File(kubectl))
}
