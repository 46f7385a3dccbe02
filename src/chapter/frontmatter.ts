/** The frontmatter of a page: title, description and the `runbook:` block, checked key by key. */
import { MapReader } from './map-reader.ts'
import type { Say } from './map-reader.ts'
import { isHosts, isVarSource, hostWords } from './hosts.ts'
import type { Complain } from './place.ts'
import { suggest } from '../errors/index.ts'
import { parseExercises } from './exercise-frontmatter.ts'
import { RUNTIMES } from './types.ts'
import type { ExerciseSpec, Isolation, Position, RunbookSpec, Topology, VarSpec } from './types.ts'
import { parseYamlTree, placesIn } from '../yaml/index.ts'
import type { YamlEntry } from '../yaml/index.ts'

export interface Frontmatter {
  readonly title: string
  readonly description: string
  readonly runbook?: RunbookSpec
  readonly exercises: readonly ExerciseSpec[]
}

/** Keys that Starlight reads, and our own. */
const PAGE_KEYS = [
  'title',
  'description',
  'runbook',
  'exercises',
  'sidebar',
  'template',
  'hero',
  'tableOfContents',
  'editUrl',
  'head',
  'lastUpdated',
  'prev',
  'next',
  'pagefind',
  'banner',
  'draft',
  'slug',
]
const RUNBOOK_KEYS = ['id', 'on', 'includes', 'continues', 'needs', 'topology', 'runtime', 'isolation', 'vars']
const VAR_KEYS = ['meaning', 'default', 'from']
const TOPOLOGIES: readonly Topology[] = ['blank', 'single', 'ha']
const ISOLATIONS: readonly Isolation[] = ['namespace', 'cluster', 'machine']
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u

/** What a page has whose frontmatter cannot be read. */
export const NO_FRONTMATTER: Frontmatter = { title: '', description: '', exercises: [] }

/** Reads the text between the `---` lines; `line` is that of its first character. */
export function parseFrontmatter(text: string, line: number, complain: Complain): Frontmatter {
  const at = placesIn(text, { line, column: 1 })
  const say = (offset: number, message: string, hint?: string) => complain(at(offset), message, hint)
  const result = parseYamlTree(text)
  if ('error' in result) {
    say(result.error.offset, `the frontmatter is not YAML: ${result.error.message}`)
    return NO_FRONTMATTER
  }
  if (result.tree?.kind !== 'map') {
    say(0, 'the frontmatter has no keys', 'it needs at least title and description')
    return NO_FRONTMATTER
  }
  const reader = new MapReader(result.tree, say, 'frontmatter', PAGE_KEYS)
  const title = reader.text('title') ?? ''
  const description = reader.text('description') ?? ''
  const exercises = parseExercises(reader.entry('exercises'), at, say)
  const runbook = reader.entry('runbook')
  const spec = runbook === undefined ? undefined : parseRunbook(runbook, at(runbook.offset), say)
  return { title, description, exercises, ...(spec === undefined ? {} : { runbook: spec }) }
}

function parseRunbook(entry: YamlEntry, position: Position, say: Say): RunbookSpec | undefined {
  if (entry.value.kind !== 'map') {
    say(entry.value.offset, 'runbook: is no mapping', `expected the keys ${RUNBOOK_KEYS.join(', ')}`)
    return undefined
  }
  const reader = new MapReader(entry.value, say, 'runbook', RUNBOOK_KEYS)
  const topology = reader.choice('topology', TOPOLOGIES) ?? 'blank'
  const id = reader.text('id') ?? ''
  if (id !== '' && !ID.test(id)) {
    say(
      reader.offset('id'),
      `the runbook id "${id}" is not lower-case words with hyphens`,
      'for example "install-single-master"',
    )
  }
  const on = reader.optional('on') ?? 'master'
  if (!isHosts(on, topology)) say(reader.offset('on'), `unknown host or role "${on}"`, suggest(on, hostWords(topology)))
  const runtime = reader.entry('runtime') === undefined ? undefined : reader.choice('runtime', RUNTIMES)
  return {
    id,
    position,
    on,
    includes: reader.list('includes'),
    followedBy: reader.list('continues'),
    needs: reader.list('needs'),
    topology,
    ...(runtime === undefined ? {} : { runtime }),
    isolation: reader.choice('isolation', ISOLATIONS) ?? 'machine',
    vars: parseVars(reader.entry('vars'), topology, say),
  }
}

function parseVars(entry: YamlEntry | undefined, topology: Topology, say: Say): VarSpec[] {
  if (entry === undefined) return []
  if (entry.value.kind !== 'map') {
    say(entry.value.offset, 'vars: is no mapping', 'expected NAME: {meaning: …, default: …} or {meaning: …, from: …}')
    return []
  }
  return entry.value.entries.flatMap((item) => parseVar(item, topology, say) ?? [])
}

function parseVar(entry: YamlEntry, topology: Topology, say: Say): VarSpec | undefined {
  const name = entry.key
  if (!/^[A-Z][A-Z0-9_]*$/u.test(name)) {
    say(entry.offset, `the variable "${name}" is not in capital letters`, 'expected a name such as MASTER_IP')
  }
  if (entry.value.kind !== 'map') {
    say(
      entry.value.offset,
      `the variable ${name} is no mapping`,
      'expected {meaning: …, default: …} or {meaning: …, from: …}',
    )
    return undefined
  }
  const reader = new MapReader(entry.value, say, `variable ${name}`, VAR_KEYS)
  const meaning = reader.text('meaning') ?? ''
  const fallback = reader.optional('default')
  const from = reader.optional('from')
  if ((fallback === undefined) === (from === undefined)) {
    say(
      entry.offset,
      `the variable ${name} needs exactly one of default and from`,
      'from: "master[0].address" asks the inventory',
    )
  }
  if (fallback?.includes('\0') === true) {
    say(reader.offset('default'), `the default of ${name} holds a NUL character`, 'take it out: no shell can hold one')
  }
  if (from !== undefined && !isVarSource(from, topology)) {
    say(
      reader.offset('from'),
      `the variable ${name} comes from "${from}", which is no place of the inventory`,
      'expected host.name, host.address, master[0].address, master[0].name or such',
    )
  }
  return {
    name,
    meaning,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(from === undefined ? {} : { from }),
  }
}
