/** Compiles upstream's own pause.c, which lies in the Kubernetes module. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../build-command.ts'
import type { KubernetesRelease } from './kubernetes-releases.ts'
import type { Recipe } from './types.ts'

/** Versions 3.10 to 3.10.2 differ for Windows only (build/pause/CHANGELOG.md): one source serves the older release, too. */
export function pauseRecipe(release: KubernetesRelease, source: KubernetesRelease, compiler: string): Recipe {
  const version = release.images.pause
  return {
    name: `pause${release.suffix}`,
    version,
    source: `build/pause/linux/pause.c of Go module k8s.io/kubernetes ${source.version}`,
    licence: 'Apache-2.0',
    lane: 'pack',
    estimatedSeconds: 1,
    needs: [source.recipe],
    inputs: { recipe: 1, compiler },
    build: async ({ out, from, substitute }) => {
      await mkdir(join(out, 'bin'))
      // The flags of upstream's build/pause/Makefile.
      const flags = ['-Os', '-Wall', '-Werror', '-static', `-DVERSION=v${version}-lab`]
      const file = join(from(source.recipe), 'share/build/pause/linux/pause.c')
      await run('gcc', [...flags, '-o', join(out, 'bin/pause'), file])
      await run('strip', [join(out, 'bin/pause')])
      substitute({
        id: `own-build-pause${release.suffix}`,
        text: {
          ko: `pause ${version}은(는) Kubernetes 모듈에 든 원래의 pause.c를 이 기계에서 컴파일한 것입니다.`,
          en: `pause ${version} was compiled on this machine from upstream's own pause.c.`,
        },
      })
    },
  }
}
