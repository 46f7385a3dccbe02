/** The layers that images share, unpacked from Debian's packages and tried before they are kept. */
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { run } from '../build-command.ts'
import { DEBIAN_SUITE, IMAGE_PACKAGES } from './debian-packages.ts'
import { finishBusybox, finishDebian, finishNetwork, finishNginx } from './layer-contents.ts'
import { readLayer, unpackLayers, writeLayer } from './oci-layer.ts'
import { openPrivateApt } from './private-apt.ts'
import type { BuildContext, Recipe } from './types.ts'

type LayerName = keyof typeof IMAGE_PACKAGES

interface LayerSpec {
  readonly name: LayerName
  /** Layers below it. */
  readonly below: readonly LayerName[]
  /** What the packages' own scripts would have done; gets the unpacked root. */
  readonly finish: (root: string) => Promise<void>
  /** Commands that must succeed in the whole root. */
  readonly trials: readonly (readonly string[])[]
}

const LAYERS: readonly LayerSpec[] = [
  { name: 'debian', below: [], finish: finishDebian, trials: [['sh', '-c', 'ls / | grep -q usr && tar --version']] },
  {
    name: 'network',
    below: ['debian'],
    finish: finishNetwork,
    trials: [
      ['iptables', '--version'],
      ['ip6tables-save', '--version'],
      ['iptables-restore', '--version'],
      ['conntrack', '--version'],
      ['modprobe', '--version'],
      ['ip', '-V'],
    ],
  },
  {
    name: 'nginx',
    below: ['debian'],
    finish: finishNginx,
    trials: [
      ['nginx', '-v'],
      ['nginx', '-t', '-q'],
    ],
  },
  { name: 'busybox', below: [], finish: finishBusybox, trials: [['sh', '-c', 'wget --help && nslookup --help']] },
]

const RECIPE = 1

/** All packages of the images, fetched once. */
const packagesRecipe: Recipe = {
  name: 'image-packages',
  version: DEBIAN_SUITE,
  source: "Debian's archive, from this machine's apt sources",
  licence: 'as each package says',
  lane: 'fetch',
  estimatedSeconds: 30,
  needs: [],
  inputs: { recipe: RECIPE, suite: DEBIAN_SUITE, packages: IMAGE_PACKAGES },
  build: async ({ out }) => {
    const scratch = await mkdtemp(join(out, '.apt-'))
    const apt = await openPrivateApt(scratch)
    for (const deb of await apt.download(Object.values(IMAGE_PACKAGES).flat())) {
      await copyFile(deb, join(out, basename(deb)))
    }
    await rm(scratch, { recursive: true, force: true })
  },
}

function layerRecipe(spec: LayerSpec): Recipe {
  return {
    name: `layer-${spec.name}`,
    version: DEBIAN_SUITE,
    source: `Debian's packages ${IMAGE_PACKAGES[spec.name].join(', ')}`,
    licence: 'as each package says (usr/share/doc/*/copyright in the image)',
    lane: 'pack',
    estimatedSeconds: 10,
    needs: ['image-packages', ...spec.below.map((name) => `layer-${name}`)],
    inputs: { recipe: RECIPE + 1, packages: IMAGE_PACKAGES[spec.name] },
    build: (context) => buildLayer(spec, context),
  }
}

export const layerRecipes: readonly Recipe[] = [packagesRecipe, ...LAYERS.map(layerRecipe)]

async function buildLayer(spec: LayerSpec, { out, from }: BuildContext): Promise<void> {
  const root = join(out, 'root')
  await mkdir(root)
  const debs = await readdir(from('image-packages'))
  const versions: Record<string, string> = {}
  for (const name of IMAGE_PACKAGES[spec.name]) {
    const deb = debs.find((file) => file.startsWith(`${name}_`))
    if (deb === undefined) throw new UserError(`Debian's package ${JSON.stringify(name)} was not downloaded`)
    versions[name] = (await run('dpkg-deb', ['--field', join(from('image-packages'), deb), 'Version'])).trim()
    await run('dpkg-deb', ['--extract', join(from('image-packages'), deb), root])
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
