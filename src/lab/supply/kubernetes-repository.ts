/** pkgs.k8s.io as the mirror serves it: packages made here, signed by the lab's key. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { indexRepository } from './apt-repository.ts'
import { writePackage } from './deb.ts'
import { KUBERNETES_PACKAGES_HOST } from './host-names.ts'
import { kubernetesPackages } from './kubernetes-packages.ts'
import type { SigningKey } from './signing-key.ts'
import type { Recipe } from './types.ts'
import type { Versions } from './versions.ts'

export function kubernetesRepositoryRecipe(v: Versions, key: SigningKey): Recipe {
  return {
    name: 'kubernetes-packages',
    version: v.kubernetes,
    source: 'made here from the built programs',
    licence: 'Apache-2.0',
    lane: 'pack',
    estimatedSeconds: 15,
    needs: ['kubernetes', 'crictl', 'cni-plugins'],
    inputs: { recipe: 1, versions: [v.kubernetes, v.kubernetesMinor, v.criTools, v.cniPlugins], key: key.fingerprint },
    build: async ({ out, from, substitute }) => {
      const path = `core:/stable:/${v.kubernetesMinor}/deb`
      const root = join(out, KUBERNETES_PACKAGES_HOST, path)
      await mkdir(root, { recursive: true })
      for (const spec of await kubernetesPackages(v, from)) await writePackage(spec, join(root, 'amd64'))
      const fields = { Origin: 'Kubernetes 101 lab', Label: `Kubernetes ${v.kubernetesMinor}`, Architectures: 'amd64' }
      await indexRepository({ root, pool: 'amd64', index: '.', release: '.', fields }, key)
      await copyFile(key.publicPath, join(root, 'Release.key'))
      substitute({
        id: 'kubernetes-packages',
        text: {
          ko: `${KUBERNETES_PACKAGES_HOST}의 Debian 패키지는 여기에서 빌드한 프로그램으로 만들었고, 랩의 키로 서명했습니다.`,
          en: `The Debian packages of ${KUBERNETES_PACKAGES_HOST} were made here from the built programs and are signed by the lab's key.`,
        },
      })
    },
  }
}
