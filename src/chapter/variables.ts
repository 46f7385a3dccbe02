/** Variables that a step uses must come from somewhere: frontmatter, an earlier capture, the block, the environment. */
import type { Problem } from '../errors/index.ts'
import { includeOrder } from './includes.ts'
import { scanShell } from './shell/scan.ts'
import { unknownVariables } from './shell/lint.ts'
import { placeInFence } from './step-rules.ts'
import { nearest } from '../errors/index.ts'
import type { Chapter, Fence } from './types.ts'

/** Unknown variables of every page. */
export function variableProblems(chapters: readonly Chapter[]): Problem[] {
  return chapters.flatMap((chapter) => pageProblems(chapter, namesFromOthers(chapters, chapter)))
}

/** Names that included runbooks declare or capture. What a needed runbook set is gone when this one starts. */
function namesFromOthers(chapters: readonly Chapter[], chapter: Chapter): Set<string> {
  const others = includeOrder(chapters, chapter).chapters.filter((other) => other !== chapter)
  return new Set(others.flatMap((other) => [...declaredNames(other), ...carriedNames(other.fences)]))
}

function declaredNames(chapter: Chapter): string[] {
  return (chapter.runbook?.vars ?? []).map((spec) => spec.name)
}

function carriedNames(fences: readonly Fence[]): string[] {
  return fences.flatMap((fence) => (fence.kind === 'step' ? [...fence.captures, ...fence.secrets] : []))
}

function pageProblems(chapter: Chapter, inherited: ReadonlySet<string>): Problem[] {
  const known = new Set([...inherited, ...declaredNames(chapter)])
  const later = new Set(carriedNames(chapter.fences))
  const problems: Problem[] = []
  for (const fence of chapter.fences) {
    for (const use of usesOf(fence, known)) {
      problems.push({ file: chapter.file, ...use.place, message: use.message, hint: hintFor(use.name, known, later) })
    }
    for (const name of carriedNames([fence])) known.add(name)
  }
  return problems
}

interface Use {
  readonly name: string
  readonly place: { readonly line: number; readonly column: number }
  readonly message: string
}

function usesOf(fence: Fence, known: ReadonlySet<string>): Use[] {
  if (fence.kind === 'file') {
    const unknown = fence.subst.filter((name) => !known.has(name))
    const inSubst = unknown.map((name) => ({
      name,
      place: fence.position,
      message: `subst names ${name}, which nothing has set`,
    }))
    return [...inSubst, ...usesInValue(fence, 'file', fence.path, known)]
  }
  if (fence.kind !== 'step') return []
  const inText = unknownVariables(scanShell(fence.text), known).map(({ name, offset }) => ({
    name,
    place: placeInFence(fence, offset),
    message: `step "${fence.id}" uses $${name}, which nothing has set`,
  }))
  return [
    ...inText,
    ...usesInValue(fence, 'unless', fence.unless, known),
    ...usesInValue(fence, 'creates', fence.creates, known),
  ]
}

function usesInValue(fence: Fence, key: string, value: string | undefined, known: ReadonlySet<string>): Use[] {
  return unknownVariables(scanShell(value ?? ''), known).map(({ name }) => ({
    name,
    place: fence.position,
    message: `${key}="${value}" uses $${name}, which nothing has set`,
  }))
}

function hintFor(name: string, known: ReadonlySet<string>, later: ReadonlySet<string>): string {
  if (later.has(name)) return 'a step captures it further down: a capture is known only below'
  const near = nearest(name, [...known])
  const guess = near === undefined ? '' : `did you mean $${near}? `
  return `${guess}each step has a shell of its own: declare it in runbook.vars, capture="${name}" it in an earlier step, or assign it here`
}
