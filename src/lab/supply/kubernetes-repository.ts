/** pkgs.k8s.io as the mirror serves it, one repository a minor version: packages made here, signed by the lab's key. */
import { join } from 'node:path'
import { writeFlatRepository } from './apt-repository.ts'
import { KUBERNETES_PACKAGES_HOST } from './host-names.ts'
import { kubernetesPackages } from './kubernetes-packages.ts'
import type { KubernetesRelease } from './kubernetes-releases.ts'
import type { SigningKey } from './signing-key.ts'
import type { Recipe } from './types.ts'
import type { Versions } from './versions.ts'

function repositoryPath(release: KubernetesRelease): string {
  return `core:/stable:/${release.minor}/deb`
}

export function kubernetesAddress(release: KubernetesRelease): string {
  return `${KUBERNETES_PACKAGES_HOST}/${repositoryPath(release)}/`
}

export function kubernetesRepositoryRecipe(release: KubernetesRelease, v: Versions, key: SigningKey): Recipe {
  return {
    name: release.packages,
    version: release.version,
    source: 'made here from the built programs',
    licence: 'Apache-2.0',
    lane: 'pack',
    estimatedSeconds: 15,
    needs: [release.recipe, 'crictl', 'cni-plugins'],
    ...(release.extra === undefined ? {} : { extra: release.extra }),
    serves: [kubernetesAddress(release)],
    inputs: { recipe: 1, versions: [release.version, release.minor, v.criTools, v.cniPlugins], key: key.fingerprint },
    build: async ({ out, from, substitute }) => {
      const fields = { Origin: 'Kubernetes 101 lab', Label: `Kubernetes ${release.minor}` }
      const packages = await kubernetesPackages(release, v, from)
      await writeFlatRepository(join(out, KUBERNETES_PACKAGES_HOST, repositoryPath(release)), packages, fields, key)
      substitute({
        id: 'kubernetes-packages',
        text: {
          ko: `${KUBERNETES_PACKAGES_HOST}의 Debian 패키지는 여기에서 빌드한 프로그램으로 만들었고, 랩의 키로 서명했습니다.`,
          en: `The Debian packages of ${KUBERNETES_PACKAGES_HOST} were made here from the built programs and are signed by the lab's key.`,
        },
      })
      if (release.extra !== undefined) substitute(sharedPackages(release, v))
    },
  }
}

/** An older repository of upstream holds the older cri-tools and CNI plugins of its time. */
function sharedPackages(release: KubernetesRelease, v: Versions) {
  const shared = `cri-tools ${v.criTools}, kubernetes-cni ${v.cniPlugins}`
  return {
    id: `${release.packages}-shared`,
    text: {
      ko: `${KUBERNETES_PACKAGES_HOST}의 ${release.minor} 저장소에는 더 새로운 ${shared} 패키지가 들어 있습니다.`,
      en: `The ${release.minor} repository of ${KUBERNETES_PACKAGES_HOST} holds the newer packages ${shared}.`,
    },
  }
}
