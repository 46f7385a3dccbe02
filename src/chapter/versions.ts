/** content/versions.yaml, and the lint that holds literal versions in fences against it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../errors/index.ts'
import { placeInFence } from './step-rules.ts'
import type { Chapter, Fence } from './types.ts'
import { COMPONENTS, VERSION_NAMES } from './version-table.ts'
import { parseYamlTree, placesIn } from '../yaml/index.ts'

const VERSIONS_FILE = 'content/versions.yaml'
export type Versions = Readonly<Record<string, string>>

/** Reads the list; every entry is `name: version`. */
export function readVersions(root: string): { versions: Versions; problems: Problem[] } {
  return parseVersions(readFileSync(join(root, VERSIONS_FILE), 'utf8'))
}

export function parseVersions(source: string): { versions: Versions; problems: Problem[] } {
  const places = placesIn(source)
  const problem = (offset: number, message: string, hint: string): Problem => {
    return { file: VERSIONS_FILE, ...places(offset), message, hint }
  }
  const result = parseYamlTree(source)
  const hint = 'write one "name: version" a line'
  if ('error' in result) return { versions: {}, problems: [problem(result.error.offset, result.error.message, hint)] }
  if (result.tree?.kind !== 'map')
    return { versions: {}, problems: [problem(0, 'the list of versions is empty', hint)] }
  const { entries } = result.tree
  const versions = entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key, value.text] as const] : []))
  const wrong = entries.filter(({ value }) => value.kind !== 'scalar' || !/\d/u.test(value.text))
  return {
    versions: Object.fromEntries(versions),
    problems: wrong.map(({ key, offset }) => problem(offset, `${key} has no version`, hint)),
  }
}

export interface VersionUse {
  /** Key of content/versions.yaml. */
  readonly component: string
  readonly found: string
  readonly offset: number
}

/** Every literal version of a known component in a text. A version with a wildcard (`v1.36.…`) is none. */
export function versionUses(text: string): VersionUse[] {
  const uses = COMPONENTS.flatMap(({ key, patterns }) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => useOf(key, match) ?? [])),
  )
  return [...new Map([...uses, ...namedVersions(text)].map((use) => [`${use.component} ${use.offset}`, use])).values()]
}

function useOf(component: string, match: RegExpExecArray): VersionUse | undefined {
  const found = match.groups?.['version']?.replace(/[.-]+$/u, '')
  const start = match.indices?.groups?.['version']?.[0]
  return found === undefined || start === undefined ? undefined : { component, found, offset: start }
}

/** Versions in fences, and in defaults of variables, that are not those of the list. */
export function versionProblems(chapters: readonly Chapter[], versions: Versions): Problem[] {
  return chapters.flatMap((chapter) => [
    ...chapter.fences.flatMap((fence) => fenceProblems(chapter.file, fence, versions)),
    ...defaultProblems(chapter, versions),
  ])
}

function fenceProblems(file: string, fence: Fence, versions: Versions): Problem[] {
  const inText = versionUses(fence.text).map((use) => ({ use, place: placeInFence(fence, use.offset) }))
  const inMeta = versionUses(fence.meta).map((use) => ({ use, place: fence.position }))
  return [...inText, ...inMeta].flatMap(({ use, place }) => problemOf(use, versions, file, place) ?? [])
}

/** `CONTAINERD_VERSION=2.3.7`: assignments whose name says the component. */
function namedVersions(text: string): VersionUse[] {
  return [...text.matchAll(/\b([A-Z][A-Z0-9_]*)=["']?(v?\d+\.\d[\w.-]*)/dgu)].flatMap((match) => {
    const component = VERSION_NAMES[match[1] ?? '']
    return component === undefined
      ? []
      : [{ component, found: match[2] ?? '', offset: match.indices?.[2]?.[0] ?? match.index }]
  })
}

function defaultProblems(chapter: Chapter, versions: Versions): Problem[] {
  return (chapter.runbook?.vars ?? []).flatMap((spec) => {
    const component = VERSION_NAMES[spec.name]
    if (component === undefined || spec.default === undefined) return []
    const use = { component, found: spec.default, offset: 0 }
    return problemOf(use, versions, chapter.file, chapter.runbook?.position ?? { line: 1, column: 1 }) ?? []
  })
}

function problemOf(
  use: VersionUse,
  versions: Versions,
  file: string,
  place: { line: number; column: number },
): Problem | undefined {
  const expected = versions[use.component]
  // An upgrade starts from the version before, which the list has under this name.
  const before = versions[`${use.component}Previous`]
  const known = [expected, before].some((version) => version !== undefined && withoutV(version) === withoutV(use.found))
  if (expected === undefined || known) return undefined
  return {
    file,
    ...place,
    message: `${use.component} is "${use.found}" here and ${expected} in ${VERSIONS_FILE}`,
    hint: `write ${use.found.startsWith('v') || !expected.startsWith('v') ? expected : withoutV(expected)}, or change the list and with it the whole book`,
  }
}

function withoutV(version: string): string {
  return version.replace(/^v/u, '')
}
