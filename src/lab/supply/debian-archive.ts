/** debian.lab.test: the part of Debian's archive that guests need, indexed anew and signed by the lab's key. */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { place } from './archive-files.ts'
import { indexRepository } from './apt-repository.ts'
import { DEBIAN_SUITE, GUEST_PACKAGES } from './debian-packages.ts'
import { DEBIAN_HOST } from './host-names.ts'
import { openPrivateApt, poolName } from './private-apt.ts'
import type { SigningKey } from './signing-key.ts'
import type { Recipe } from './types.ts'

export function debianArchiveRecipe(key: SigningKey): Recipe {
  return {
    name: 'debian-archive',
    version: DEBIAN_SUITE,
    source: "Debian's archive, from this machine's apt sources",
    licence: 'as each package says',
    lane: 'fetch',
    estimatedSeconds: 60,
    needs: [],
    inputs: { recipe: 1, suite: DEBIAN_SUITE, packages: GUEST_PACKAGES, key: key.fingerprint },
    build: async ({ out, substitute }) => {
      const root = join(out, DEBIAN_HOST, 'debian')
      const index = `dists/${DEBIAN_SUITE}/main/binary-amd64`
      await mkdir(join(root, index), { recursive: true })
      await mkdir(join(root, 'pool/main'), { recursive: true })
      const scratch = await mkdtemp(join(out, '.apt-'))
      const apt = await openPrivateApt(scratch)
      for (const deb of await apt.downloadClosure(GUEST_PACKAGES)) {
        await place(deb, join(root, 'pool/main', poolName(basename(deb))))
      }
      await rm(scratch, { recursive: true, force: true })
      const fields = {
        Origin: 'Debian',
        Label: 'Debian (part, served by the Kubernetes 101 lab)',
        Suite: 'stable',
        Codename: DEBIAN_SUITE,
        Components: 'main',
        Architectures: 'amd64',
      }
      await indexRepository({ root, pool: 'pool/main', index, release: `dists/${DEBIAN_SUITE}`, fields }, key)
      await copyFile(key.publicPath, join(root, 'lab-archive.asc'))
      substitute({
        id: 'debian-archive',
        text: {
          ko: `게스트의 apt는 Debian 저장소의 일부를 ${DEBIAN_HOST}에서 받습니다. 패키지는 Debian의 것 그대로이고, 목록은 랩의 키로 서명했습니다.`,
          en: `The guests' apt uses a part of Debian's archive at ${DEBIAN_HOST}: Debian's own packages, with an index signed by the lab's key.`,
        },
      })
    },
  }
}
