/** The layers that images share, unpacked from Debian's packages and tried before they are kept. */
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { run } from '../build-command.ts'
import { LAYERS, PACKAGE_FETCHES, type LayerSpec, type PackageFetch } from './layer-specs.ts'
import { readLayer, unpackLayers, writeLayer } from './oci-layer.ts'
import { openPrivateApt } from './private-apt.ts'
import type { BuildContext, Recipe } from './types.ts'

/** Raise when the way of unpacking or packing changes its result. */
const RECIPE = 1

/** All packages of one fetch, from one suite. */
function packagesRecipe(fetch: PackageFetch): Recipe {
  return {
    name: fetch.name,
    version: fetch.suite,
    source: "Debian's archive, from this machine's apt sources",
    licence: 'as each package says',
    lane: 'fetch',
    estimatedSeconds: 30,
    needs: [],
    inputs: { recipe: RECIPE, suite: fetch.suite, packages: fetch.packages },
    build: async ({ out }) => {
      const scratch = await mkdtemp(join(out, '.apt-'))
      const apt = await openPrivateApt(scratch, fetch.suite)
      for (const deb of await apt.download(Object.values(fetch.packages).flat())) {
        await copyFile(deb, join(out, basename(deb)))
      }
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

function layerRecipe(spec: LayerSpec): Recipe {
  return {
    name: `layer-${spec.name}`,
    version: spec.fetch.suite,
    source: `Debian's packages ${spec.packages.join(', ')}`,
    licence: 'as each package says (usr/share/doc/*/copyright in the image)',
    lane: 'pack',
    estimatedSeconds: 10,
    needs: [spec.fetch.name, ...spec.below.map((name) => `layer-${name}`)],
    inputs: { recipe: RECIPE + 1, packages: spec.packages },
    build: (context) => buildLayer(spec, context),
  }
}

export const layerRecipes: readonly Recipe[] = [...PACKAGE_FETCHES.map(packagesRecipe), ...LAYERS.map(layerRecipe)]

async function buildLayer(spec: LayerSpec, { out, from }: BuildContext): Promise<void> {
  const root = join(out, 'root')
  await mkdir(root)
  const fetched = from(spec.fetch.name)
  const debs = await readdir(fetched)
  const versions: Record<string, string> = {}
  for (const name of spec.packages) {
    const deb = debs.find((file) => file.startsWith(`${name}_`))
    if (deb === undefined) throw new UserError(`Debian's package ${JSON.stringify(name)} was not downloaded`)
    versions[name] = (await run('dpkg-deb', ['--field', join(fetched, deb), 'Version'])).trim()
    await run('dpkg-deb', ['--extract', join(fetched, deb), root])
  }
  await writeFile(join(out, 'packages.json'), JSON.stringify(versions))
  await dropDocumentation(root)
  await spec.finish(root)
  const layer = await writeLayer(root, out)
  await rm(root, { recursive: true, force: true })
  const below = await Promise.all(spec.below.map((name) => readLayer(from(`layer-${name}`))))
  await tryLayer(spec, [...below, layer], out)
}

/** Manuals and translations; each package's copyright file stays. */
async function dropDocumentation(root: string): Promise<void> {
  for (const name of ['man', 'locale', 'info', 'lintian', 'bash-completion']) {
    await rm(join(root, 'usr/share', name), { recursive: true, force: true })
  }
  const documents = await readdir(join(root, 'usr/share/doc'), { withFileTypes: true, recursive: true })
  for (const entry of documents) {
    if (entry.isFile() && entry.name !== 'copyright') await rm(join(entry.parentPath, entry.name))
  }
}

async function tryLayer(spec: LayerSpec, layers: Parameters<typeof unpackLayers>[0], out: string): Promise<void> {
  const whole = await mkdtemp(join(out, '.trial-'))
  await unpackLayers(layers, whole)
  const path = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' }
  for (const trial of spec.trials) await run('chroot', [whole, ...trial], { env: path })
  await rm(whole, { recursive: true, force: true })
}
