/** Builds recipes that are not cached, several at once, with a line at the start and at the end of each. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import type { Substitution } from '../../evidence/types.ts'
import { ensureEntry, findEntry } from '../cache.ts'
import type { KeyedRecipe } from './recipe-keys.ts'
import type { Lane } from './types.ts'

/** How many of a lane run at once on a machine with two cores: the Go linker leaves one idle, hence two compilers. */
const LANE_WIDTH: Readonly<Record<Lane, number>> = { compile: 2, fetch: 2, pack: 2 }

const SUBSTITUTIONS_FILE = '.substitutions.json'

/**
 * The folders of all recipes, built where needed. After a failure nothing new is started, what runs is awaited.
 * @throws UserError that names every artefact that failed, with its own words.
 */
export async function buildAll(
  plan: ReadonlyMap<string, KeyedRecipe>,
  log: (line: string) => void,
): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>()
  for (const [name, { key }] of plan) {
    const found = findEntry(name, key)
    if (found !== undefined) folders.set(name, found)
  }
  const waiting = [...plan.values()]
    .filter(({ recipe }) => !folders.has(recipe.name))
    .toSorted((a, b) => b.recipe.estimatedSeconds - a.recipe.estimatedSeconds)
  if (waiting.length > 0) await runLanes(waiting, folders, log)
  return folders
}

async function runLanes(
  waiting: KeyedRecipe[],
  folders: Map<string, string>,
  log: (line: string) => void,
): Promise<void> {
  const total = waiting.length
  const running = new Map<string, { lane: Lane; done: Promise<void> }>()
  const failures: { name: string; cause: unknown }[] = []
  let finished = 0
  const finish = async (item: KeyedRecipe): Promise<void> => {
    const { name, version } = item.recipe
    try {
      const seconds = await buildOne(item, folders, log)
      finished += 1
      if (seconds !== undefined) log(`${name} ${version}: done in ${seconds} s (${finished} of ${total})`)
    } catch (cause) {
      failures.push({ name, cause })
      log(`${name} ${version}: failed`)
    }
    running.delete(name)
  }
  const start = (item: KeyedRecipe): void => {
    waiting.splice(waiting.indexOf(item), 1)
    running.set(item.recipe.name, { lane: item.recipe.lane, done: finish(item) })
  }
  for (;;) {
    const ready = failures.length > 0 ? [] : waiting.filter(({ recipe }) => recipe.needs.every((n) => folders.has(n)))
    for (const item of ready) {
      const busy = [...running.values()].filter(({ lane }) => lane === item.recipe.lane).length
      if (busy < LANE_WIDTH[item.recipe.lane]) start(item)
    }
    if (running.size === 0) break
    await Promise.race([...running.values()].map(({ done }) => done))
  }
  if (failures.length > 0) throw buildFailure(failures)
}

/** Seconds that the build took; undefined when another process had made it meanwhile. */
async function buildOne(
  { recipe, key }: KeyedRecipe,
  folders: Map<string, string>,
  log: (line: string) => void,
): Promise<number | undefined> {
  let started: number | undefined
  const folder = await ensureEntry({
    name: recipe.name,
    key,
    onWait: () => log(`${recipe.name}: another process is building it, waiting`),
    build: async (out) => {
      started = Date.now()
      log(`${recipe.name} ${recipe.version}: building, ${about(recipe.estimatedSeconds)}`)
      const substitutions: Substitution[] = []
      const from = (name: string): string => {
        const folder = recipe.needs.includes(name) ? folders.get(name) : undefined
        if (folder === undefined) throw new Error(`recipe ${recipe.name} uses ${name} without needing it`)
        return folder
      }
      await recipe.build({ out, from, substitute: (substitution) => substitutions.push(substitution) })
      await writeFile(join(out, SUBSTITUTIONS_FILE), JSON.stringify(substitutions))
    },
  })
  folders.set(recipe.name, folder)
  return started === undefined ? undefined : Math.round((Date.now() - started) / 1000)
}

function about(seconds: number): string {
  return seconds < 90 ? `about ${seconds} s` : `about ${Math.round(seconds / 60)} min`
}

function buildFailure(failures: readonly { name: string; cause: unknown }[]): Error {
  const bug = failures.find(({ cause }) => !(cause instanceof UserError))
  if (bug !== undefined) return bug.cause instanceof Error ? bug.cause : new Error(String(bug.cause))
  const texts = failures
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, cause }) => `${name}: ${cause instanceof Error ? cause.message : String(cause)}`)
  const hints = failures
    .map(({ cause }) => (cause instanceof UserError ? cause.hint : undefined))
    .filter((h) => h !== undefined)
  const again = 'What was built is kept; the same command goes on from there.'
  return new UserError(`the lab could not make ${texts.join('\n\nand ')}`, [...new Set(hints), again].join('\n  '))
}

/** What the recipes of these folders recorded, each id once, sorted. */
export async function readSubstitutions(folders: Iterable<string>): Promise<Substitution[]> {
  const all = new Map<string, Substitution>()
  for (const folder of folders) {
    const raw: unknown = JSON.parse(await readFile(join(folder, SUBSTITUTIONS_FILE), 'utf8'))
    for (const item of Array.isArray(raw) ? raw : []) if (isSubstitution(item)) all.set(item.id, item)
  }
  return [...all.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function isSubstitution(value: unknown): value is Substitution {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value)) return false
  const { id, text } = value
  if (typeof id !== 'string' || typeof text !== 'object' || text === null) return false
  return 'ko' in text && typeof text.ko === 'string' && 'en' in text && typeof text.en === 'string'
}
