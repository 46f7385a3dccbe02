/** Puts the recipes together: plan, build, and the one folder tree that the mirror serves. */
import { readFileSync } from 'node:fs'

import type { Substitution } from '../../evidence/types.ts'
import { run } from '../build-command.ts'
import { digest, findEntry } from '../cache.ts'
import { ensureCa, ensureServerCertificate } from '../ca.ts'
import { placeTree } from './archive-files.ts'
import { buildAll, readSubstitutions } from './build-plan.ts'
import { crioRepositoryRecipe, pinnsRecipe } from './crio-repository.ts'
import { debianArchiveRecipe } from './debian-archive.ts'
import { extraFileRecipes } from './extra-files.ts'
import { extraImageSpecs } from './extra-images.ts'
import { allExtras, extraNames } from './extras.ts'
import { goRecipe, goToolchain } from './go-build.ts'
import { goComponents } from './go-components.ts'
import { goExtras } from './go-extras.ts'
import { SUPPLY_HOST_NAMES } from './host-names.ts'
import { layerRecipes } from './image-layers.ts'
import { imageRecipes, registryRecipe } from './image-recipes.ts'
import { imageSpecs } from './images.ts'
import { currentRelease, previousRelease } from './kubernetes-releases.ts'
import { kubernetesRepositoryRecipe } from './kubernetes-repository.ts'
import { pauseRecipe } from './pause.ts'
import { keyRecipes, type KeyedRecipe } from './recipe-keys.ts'
import { releaseFilesRecipe } from './release-files.ts'
import { ensureSigningKey, type SigningKey } from './signing-key.ts'
import type { PlanRow, Recipe, Supply } from './types.ts'
import { readVersions, type Versions } from './versions.ts'

/**
 * Makes what is missing and gives where all of it is. With everything cached it takes well under a second.
 * @throws UserError that names each artefact that could not be made, and why.
 */
export async function ensureSupply(options: {
  readonly log: (line: string) => void
  /** Extras to carry beside what every lab has: see `extraNames`. */
  readonly wants?: readonly string[]
}): Promise<Supply> {
  const [ca, key] = await Promise.all([ensureCa(), ensureSigningKey()])
  const plan = wholePlan(await makeRecipes(key), options.wants ?? [])
  const [folders, tls] = await Promise.all([
    buildAll(plan, options.log),
    ensureServerCertificate(ca, SUPPLY_HOST_NAMES),
  ])
  const folder = (name: string): string => {
    const found = folders.get(name)
    if (found === undefined) throw new Error(`${name} was not built`)
    return found
  }
  return {
    dir: folder('www'),
    registryDir: folder('registry'),
    hostNames: SUPPLY_HOST_NAMES,
    tls,
    ca,
    signingKeyPath: key.publicPath,
    substitutions: [TLS_SUBSTITUTION, ...(await readSubstitutions(folders.values()))],
    extras: allExtras(options.wants ?? []),
    key: digest([...plan.values()].map((item) => item.key)),
  }
}

const TLS_SUBSTITUTION = {
  id: 'lab-ca',
  text: {
    ko: `${SUPPLY_HOST_NAMES.join(', ')}에는 랩의 미러가 랩 자체 CA의 인증서로 응답합니다. 인터넷에는 닿지 않습니다.`,
    en: `The lab's mirror answers as ${SUPPLY_HOST_NAMES.join(', ')}, with a certificate of the lab's own CA; the internet is not reached.`,
  },
}

/** The artefacts that a lab with these extras is made of: where each comes from, whether it is cached, how long it takes. */
export async function supplyPlan(wants: readonly string[] = []): Promise<readonly PlanRow[]> {
  const plan = wholePlan(await makeRecipes(await ensureSigningKey()), wants)
  return [...plan.values()].map((item) => planRow(item, wants.length === 0 ? ['up'] : ['up', ...wants]))
}

/** What a lab with these extras replaces or relaxes; all that it is made of must be cached. */
export async function supplySubstitutions(wants: readonly string[]): Promise<readonly Substitution[]> {
  const rows = await supplyPlan(wants)
  return [TLS_SUBSTITUTION, ...(await readSubstitutions(rows.flatMap(({ folder }) => folder ?? [])))]
}

/** Every artefact that the lab can make. */
export async function supplyCatalogue(): Promise<readonly PlanRow[]> {
  const recipes = await makeRecipes(await ensureSigningKey())
  const base = wholePlan(recipes, [])
  const rows = new Map([...base].map(([name, item]) => [name, planRow(item, ['up'])]))
  for (const extra of extraNames()) {
    const tops = [...recipes.sites, ...recipes.images].filter((recipe) => recipe.extra === extra)
    for (const [name, item] of keyRecipes(
      allOf(recipes),
      tops.map((recipe) => recipe.name),
    )) {
      const known = rows.get(name)
      if (known?.partOf.includes('up') !== true) rows.set(name, planRow(item, [...(known?.partOf ?? []), extra]))
    }
  }
  return [...rows.values()]
}

function planRow({ recipe, key }: KeyedRecipe, partOf: readonly string[]): PlanRow {
  const folder = findEntry(recipe.name, key)
  return {
    artefact: recipe.name,
    version: recipe.version,
    source: recipe.source,
    licence: recipe.licence,
    key,
    cached: folder !== undefined,
    ...(folder === undefined ? {} : { folder }),
    estimatedSeconds: recipe.estimatedSeconds,
    partOf,
  }
}

/** What the mirror and the registry hold, and the recipes below. */
interface Recipes {
  readonly versions: Versions
  /** Their folders are `<host>/<path>`. */
  readonly sites: readonly Recipe[]
  readonly images: readonly Recipe[]
  readonly below: readonly Recipe[]
}

async function makeRecipes(key: SigningKey): Promise<Recipes> {
  const versions = readVersions()
  const releases = [currentRelease(versions), previousRelease(versions)]
  const [go, compiler] = await Promise.all([goToolchain(), compilerVersion()])
  const toolchain = `${go}, ${hostSystem()}`
  return {
    versions,
    sites: [
      debianArchiveRecipe(key),
      ...releases.map((release) => kubernetesRepositoryRecipe(release, versions, key)),
      releaseFilesRecipe(versions),
      crioRepositoryRecipe(versions, key),
      ...extraFileRecipes(versions),
    ],
    images: imageRecipes([...imageSpecs(versions), ...extraImageSpecs(versions)]),
    below: [
      ...[...goComponents(versions), ...goExtras(versions)].map((component) => goRecipe(component, toolchain)),
      ...releases.map((release) => pauseRecipe(release, currentRelease(versions), compiler)),
      pinnsRecipe(versions, compiler),
      ...layerRecipes,
    ],
  }
}

function allOf({ sites, images, below }: Recipes): readonly Recipe[] {
  return [...sites, ...images, ...below]
}

/** The two folders that the mirror serves, for a lab with these extras, and all below them. */
function wholePlan(recipes: Recipes, wants: readonly string[]): Map<string, KeyedRecipe> {
  const extras = allExtras(wants)
  const wanted = (all: readonly Recipe[]): string[] =>
    all.filter(({ extra }) => extra === undefined || extras.includes(extra)).map(({ name }) => name)
  const { versions } = recipes
  const releases = [currentRelease(versions), previousRelease(versions)].filter(
    ({ extra }) => extra === undefined || extras.includes(extra),
  )
  const tops = [registryRecipe(releases, wanted(recipes.images)), wwwRecipe(versions.kubernetes, wanted(recipes.sites))]
  return keyRecipes([...allOf(recipes), ...tops], ['www', 'registry'])
}

function wwwRecipe(version: string, sites: readonly string[]): Recipe {
  return {
    name: 'www',
    version,
    source: 'the files above, by host and path',
    licence: 'as each file says',
    lane: 'pack',
    estimatedSeconds: 1,
    needs: sites,
    inputs: { recipe: 1 },
    build: async ({ out, from }) => {
      for (const site of sites) await placeTree(from(site), out)
    },
  }
}

/** Part of the key of what links against this machine's C library. */
function hostSystem(): string {
  const text = readFileSync('/etc/os-release', 'utf8')
  return (/^PRETTY_NAME=(.*)$/m.exec(text)?.[1] ?? 'unknown').replaceAll('"', '')
}

async function compilerVersion(): Promise<string> {
  return (await run('gcc', ['-dumpfullversion'])).trim()
}
