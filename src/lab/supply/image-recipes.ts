/** Recipes of the images and of the registry that holds them all. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import type { Substitution } from '../../evidence/types.ts'
import { run } from '../build-command.ts'
import { place, placeTree } from './archive-files.ts'
import { imageName, type ImageSpec } from './images.ts'
import type { KubernetesRelease } from './kubernetes-releases.ts'
import { writeImage } from './oci-image.ts'
import { readLayer, writeLayer } from './oci-layer.ts'
import type { BuildContext, Recipe } from './types.ts'

const RECIPE = 2

/** An extra may bring another tag of an image that every lab has. */
function recipeName(spec: ImageSpec): string {
  const name = `image-${basename(spec.repository)}`
  return spec.extra === undefined ? name : `${name}-${spec.tag}`
}

export function imageRecipes(specs: readonly ImageSpec[]): readonly Recipe[] {
  return specs.map((spec) => {
    const { extra, ...inputs } = spec
    const programs = Object.values(spec.programs)
    const sources = [...new Set(programs.map((program) => program.split('/')[0] ?? program))]
    return {
      name: recipeName(spec),
      version: spec.tag,
      source: [...sources, ...spec.layers.map((layer) => `layer-${layer}`)].join(', '),
      licence: spec.licence,
      lane: 'pack' as const,
      estimatedSeconds: 5,
      needs: [...sources, ...spec.layers.map((layer) => `layer-${layer}`)],
      ...(extra === undefined ? {} : { extra }),
      serves: [imageName(spec)],
      inputs: { recipe: RECIPE, spec: inputs },
      build: (context: BuildContext) => buildImage(spec, context),
    }
  })
}

async function buildImage(spec: ImageSpec, { out, from, substitute }: BuildContext): Promise<void> {
  const layers = await Promise.all(spec.layers.map((name) => readLayer(from(`layer-${name}`))))
  if (Object.keys(spec.programs).length > 0) layers.push(await programLayer(spec, out, from))
  await writeImage(out, spec, layers, spec.config)
  await rm(join(out, 'layer.tar.gz'), { force: true })
  substitute(Object.keys(spec.programs).length > 0 ? ownPrograms(spec) : await debianPrograms(spec, from))
}

/** The image's own programs, as a layer on top. */
async function programLayer(
  spec: ImageSpec,
  out: string,
  from: BuildContext['from'],
): Promise<Awaited<ReturnType<typeof writeLayer>>> {
  const root = join(out, 'root')
  for (const [path, program] of Object.entries(spec.programs)) {
    const [recipe = '', name = ''] = program.split('/')
    const target = join(root, path)
    await place(join(from(recipe), 'bin', name), target)
    await chmod(target, 0o755)
    await chmod(dirname(target), 0o755)
  }
  const layer = await writeLayer(root, out)
  await rm(root, { recursive: true, force: true })
  return layer
}

function substitutionId(spec: ImageSpec): string {
  return spec.extra === undefined ? `image-${spec.repository}` : `image-${spec.repository}-${spec.tag}`
}

function ownPrograms(spec: ImageSpec): Substitution {
  const name = imageName(spec)
  const more = spec.layers.length > 0
  return {
    id: substitutionId(spec),
    text: {
      ko: `이미지 ${name}은(는) 여기에서 빌드한 프로그램${more ? '과 Debian 패키지' : ''}(으)로 만들었습니다.${spec.note === undefined ? '' : ` ${spec.note.ko}`}`,
      en: `The image ${name} was made from programs built here${more ? ' and packages of Debian' : ''}.${spec.note === undefined ? '' : ` ${spec.note.en}`}`,
    },
  }
}

/** Says which version is really inside: the tag is upstream's, the program is Debian's. */
async function debianPrograms(spec: ImageSpec, from: BuildContext['from']): Promise<Substitution> {
  const top = spec.layers.at(-1) ?? 'debian'
  const raw: unknown = JSON.parse(await readFile(join(from(`layer-${top}`), 'packages.json'), 'utf8'))
  const [first] = Object.entries(typeof raw === 'object' && raw !== null ? raw : {})
  const program = first === undefined ? top : `${first[0]} ${String(first[1])}`
  const name = imageName(spec)
  return {
    id: substitutionId(spec),
    text: {
      ko: `이미지 ${name} 안의 프로그램은 Debian 패키지 ${program}입니다.${spec.note === undefined ? '' : ` ${spec.note.ko}`}`,
      en: `The program inside the image ${name} is Debian's package ${program}.${spec.note === undefined ? '' : ` ${spec.note.en}`}`,
    },
  }
}

/** The tags of all images and their blobs in one folder, as the mirror reads it. */
export function registryRecipe(releases: readonly KubernetesRelease[], images: readonly string[]): Recipe {
  return {
    name: 'registry',
    version: releases.map(({ version }) => version).join(', '),
    source: 'the images above',
    licence: 'as each image says',
    lane: 'pack',
    estimatedSeconds: 2,
    needs: [...releases.map(({ recipe }) => recipe), ...images],
    inputs: { recipe: RECIPE },
    build: async ({ out, from }) => {
      const index: Record<string, Record<string, string>> = {}
      await mkdir(join(out, 'blobs/sha256'), { recursive: true })
      for (const image of images) {
        await placeTree(join(from(image), 'blobs'), join(out, 'blobs'))
        const { repository, tag, digest } = await readReference(from(image))
        index[repository] = { ...index[repository], [tag]: digest }
      }
      for (const { recipe, version } of releases) {
        await checkKubeadmImages(join(from(recipe), 'bin/kubeadm'), version, index)
      }
      await writeFile(join(out, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
    },
  }
}

async function readReference(folder: string): Promise<{ repository: string; tag: string; digest: string }> {
  const raw: unknown = JSON.parse(await readFile(join(folder, 'image.json'), 'utf8'))
  if (
    typeof raw === 'object' &&
    raw !== null &&
    'registry' in raw &&
    'repository' in raw &&
    'tag' in raw &&
    'digest' in raw
  ) {
    return {
      repository: `${String(raw.registry)}/${String(raw.repository)}`,
      tag: String(raw.tag),
      digest: String(raw.digest),
    }
  }
  throw new Error(`${folder}/image.json is not an image's reference (${(await readdir(folder)).join(', ')})`)
}

/** @throws UserError when the built kubeadm asks for an image that the registry does not have. */
async function checkKubeadmImages(
  kubeadm: string,
  version: string,
  index: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const listed = (await run(kubeadm, ['config', 'images', 'list', '--kubernetes-version', version])).trim().split('\n')
  const missing = listed.filter((image) => {
    const colon = image.lastIndexOf(':')
    return index[image.slice(0, colon)]?.[image.slice(colon + 1)] === undefined
  })
  if (missing.length === 0) return
  throw new UserError(
    `kubeadm ${version} asks for images that the lab does not make: ${missing.join(', ')}`,
    'Set their versions in content/versions.yaml to these tags.',
  )
}
