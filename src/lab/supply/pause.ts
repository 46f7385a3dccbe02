/** Compiles upstream's own pause.c, which lies in the Kubernetes module. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../build-command.ts'
import type { Recipe } from './types.ts'
import type { Versions } from './versions.ts'

export function pauseRecipe(v: Versions, compiler: string): Recipe {
  return {
    name: 'pause',
    version: v.pause,
    source: `build/pause/linux/pause.c of Go module k8s.io/kubernetes ${v.kubernetes}`,
    licence: 'Apache-2.0',
    lane: 'pack',
    estimatedSeconds: 1,
    needs: ['kubernetes'],
    inputs: { recipe: 1, compiler },
    build: async ({ out, from, substitute }) => {
      await mkdir(join(out, 'bin'))
      // The flags of upstream's build/pause/Makefile.
      const flags = ['-Os', '-Wall', '-Werror', '-static', `-DVERSION=v${v.pause}-lab`]
      const source = join(from('kubernetes'), 'share/build/pause/linux/pause.c')
      await run('gcc', [...flags, '-o', join(out, 'bin/pause'), source])
      await run('strip', [join(out, 'bin/pause')])
      substitute({
        id: 'own-build-pause',
        text: {
          ko: `pause ${v.pause}은(는) Kubernetes 모듈에 든 원래의 pause.c를 이 기계에서 컴파일한 것입니다.`,
          en: `pause ${v.pause} was compiled on this machine from upstream's own pause.c.`,
        },
      })
    },
  }
}
