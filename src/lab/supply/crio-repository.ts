/** The package repository of CRI-O as the mirror serves it, and pinns, its C program. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../build-command.ts'
import { writeFlatRepository } from './apt-repository.ts'
import { crioPackage } from './crio-package.ts'
import { CRIO_PACKAGES_HOST } from './host-names.ts'
import type { SigningKey } from './signing-key.ts'
import type { Recipe } from './types.ts'
import type { Versions } from './versions.ts'

/** Name of the extra: `lab up` makes it, a runbook that does not ask for it does not. */
export const CRIO_EXTRA = 'cri-o'

/** The address that https://kubernetes.io/docs/setup/production-environment/container-runtimes/ leads to. */
function repositoryPath(v: Versions): string {
  return `repositories/isv:/cri-o:/stable:/${v.kubernetesMinor}/deb`
}

export function crioAddress(v: Versions): string {
  return `${CRIO_PACKAGES_HOST}/${repositoryPath(v)}/`
}

export function pinnsRecipe(v: Versions, compiler: string): Recipe {
  return {
    name: 'pinns',
    version: v.crio,
    source: `pinns/src of Go module github.com/cri-o/cri-o ${v.crio}`,
    licence: 'Apache-2.0',
    lane: 'pack',
    estimatedSeconds: 2,
    needs: ['cri-o'],
    inputs: { recipe: 1, compiler },
    build: async ({ out, from }) => {
      await mkdir(join(out, 'bin'))
      const folder = join(from('cri-o'), 'share/pinns/src')
      const sources = (await readdir(folder)).filter((name) => name.endsWith('.c')).toSorted()
      // The flags of upstream's pinns/Makefile.
      const flags = ['-std=c99', '-Os', '-Wall', '-Werror', '-Wextra', '-static']
      await run('gcc', [...flags, '-O3', '-o', join(out, 'bin/pinns'), ...sources], { cwd: folder })
      await run('strip', ['-s', join(out, 'bin/pinns')])
    },
  }
}

export function crioRepositoryRecipe(v: Versions, key: SigningKey): Recipe {
  return {
    name: 'cri-o-packages',
    version: v.crio,
    source: 'made here from the built programs',
    licence: 'Apache-2.0',
    lane: 'pack',
    estimatedSeconds: 10,
    needs: ['cri-o', 'pinns', 'runc'],
    extra: CRIO_EXTRA,
    serves: [crioAddress(v)],
    inputs: { recipe: 1, versions: [v.crio, v.kubernetesMinor, v.runc], key: key.fingerprint },
    build: async ({ out, from, substitute }) => {
      const unit = await readFile(join(from('cri-o'), 'share/contrib/systemd/crio.service'), 'utf8')
      const fields = { Origin: 'Kubernetes 101 lab', Label: `CRI-O ${v.kubernetesMinor}` }
      const root = join(out, CRIO_PACKAGES_HOST, repositoryPath(v))
      await writeFlatRepository(root, [crioPackage(v, from, unit)], fields, key)
      substitute({
        id: 'cri-o-packages',
        text: {
          ko: `${CRIO_PACKAGES_HOST}의 cri-o 패키지는 여기에서 빌드한 crio, pinns, runc ${v.runc}(으)로 만들었고 랩의 키로 서명했습니다. 업스트림 패키지에 함께 들어 있는 conmon과 crun은 Debian 패키지에서 오고, conmon-rs와 crio-credential-provider, 설명서(man), fish와 zsh의 자동 완성은 없습니다.`,
          en: `The package cri-o of ${CRIO_PACKAGES_HOST} was made here from the built crio, pinns and runc ${v.runc}, and is signed by the lab's key. conmon and crun, which upstream's package bundles, come from Debian's packages; conmon-rs, crio-credential-provider, the manual pages and the completions of fish and zsh are left out.`,
        },
      })
    },
  }
}
