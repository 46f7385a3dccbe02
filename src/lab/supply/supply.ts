/** Puts the recipes together: plan, build, and the one folder tree that the mirror serves. */
import { readFileSync } from 'node:fs'

import { run } from '../build-command.ts'
import { digest, findEntry } from '../cache.ts'
import { ensureCa, ensureServerCertificate } from '../ca.ts'
import { placeTree } from './archive-files.ts'
import { buildAll, readSubstitutions } from './build-plan.ts'
import { debianArchiveRecipe } from './debian-archive.ts'
import { goRecipe, goToolchain } from './go-build.ts'
import { goComponents } from './go-components.ts'
import { SUPPLY_HOST_NAMES } from './host-names.ts'
import { layerRecipes } from './image-layers.ts'
import { imageRecipes, registryRecipe } from './image-recipes.ts'
import { kubernetesRepositoryRecipe } from './kubernetes-repository.ts'
import { pauseRecipe } from './pause.ts'
import { keyRecipes } from './recipe-keys.ts'
import { releaseFilesRecipe } from './release-files.ts'
import { ensureSigningKey, type SigningKey } from './signing-key.ts'
import type { PlanRow, Recipe, Supply } from './types.ts'
import { readVersions } from './versions.ts'

/** Recipes whose folders are `<host>/<path>`. */
const SITES = ['debian-archive', 'kubernetes-packages', 'release-files']

/**
 * Makes what is missing and gives where all of it is. With everything cached it takes well under a second.
 * @throws UserError that names each artefact that could not be made, and why.
 */
export async function ensureSupply(options: {
  readonly log: (line: string) => void
  /** Sites and images to carry, by recipe name; default all. */
  readonly need?: readonly string[]
}): Promise<Supply> {
  const [ca, key] = await Promise.all([ensureCa(), ensureSigningKey()])
  const plan = keyRecipes(await recipes(key, options.need), ['www', 'registry'])
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

/** Every artefact with where it comes from, whether it is cached, and how long it takes otherwise. */
export async function supplyPlan(): Promise<readonly PlanRow[]> {
  const plan = keyRecipes(await recipes(await ensureSigningKey(), undefined), ['www', 'registry'])
  return [...plan.values()].map(({ recipe, key }) => ({
    artefact: recipe.name,
    version: recipe.version,
    source: recipe.source,
    licence: recipe.licence,
    cached: findEntry(recipe.name, key) !== undefined,
    estimatedSeconds: recipe.estimatedSeconds,
  }))
}

async function recipes(key: SigningKey, need: readonly string[] | undefined): Promise<readonly Recipe[]> {
  const versions = readVersions()
  const [go, compiler] = await Promise.all([goToolchain(), compilerVersion()])
  const toolchain = `${go}, ${hostSystem()}`
  const images = imageRecipes(versions)
  const wanted = (name: string): boolean => need === undefined || need.includes(name)
  return [
    ...goComponents(versions).map((component) => goRecipe(component, toolchain)),
    pauseRecipe(versions, compiler),
    kubernetesRepositoryRecipe(versions, key),
    debianArchiveRecipe(key),
    releaseFilesRecipe(versions),
    ...layerRecipes,
    ...images,
    registryRecipe(versions, images.map(({ name }) => name).filter(wanted)),
    wwwRecipe(versions.kubernetes, SITES.filter(wanted)),
  ]
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
