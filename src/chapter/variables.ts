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
  return chapters.flatMap((chapter) => {
    const order = includeOrder(chapters, chapter).chapters
    const own = order.indexOf(chapter)
    const after = order.slice(own + 1)
    return [
      ...pageProblems(chapter, order.slice(0, own)),
      ...after.flatMap((next, at) => thenProblems(chapter, next, order.slice(0, own + 1 + at))),
    ]
  })
}

/** A page that runs after another one does so without its own includes: what it uses must come from here. */
function thenProblems(chapter: Chapter, next: Chapter, before: readonly Chapter[]): Problem[] {
  const own = { ...next, fences: next.fences.filter((fence) => !inExercise(fence)) }
  return pageProblems(own, before).map(({ message, line }) => ({
    file: chapter.file,
    ...(chapter.runbook?.position ?? { line: 1, column: 1 }),
    message: `then runs ${next.file} without its includes, where line ${line}: ${message}`,
    hint: 'declare it in runbook.vars of that page, or include what sets it',
  }))
}

const ALONE = 'a step captures it, and an exercise also runs without that step: let the block find it out'

/** An exercise is also run alone, long after the steps that captured something. */
function inExercise(fence: Fence): boolean {
  return (fence.kind === 'step' || fence.kind === 'file') && fence.exercise !== undefined
}

function declaredNames(chapter: Chapter): string[] {
  return (chapter.runbook?.vars ?? []).map((spec) => spec.name)
}

function carriedNames(fences: readonly Fence[]): string[] {
  return fences.flatMap((fence) => (fence.kind === 'step' ? [...fence.captures, ...fence.secrets] : []))
}

function pageProblems(chapter: Chapter, others: readonly Chapter[]): Problem[] {
  const declared = new Set([...others.flatMap(declaredNames), ...declaredNames(chapter)])
  const known = new Set([...declared, ...others.flatMap((other) => carriedNames(other.fences))])
  const later = new Set(carriedNames(chapter.fences))
  const problems: Problem[] = []
  for (const fence of chapter.fences) {
    const visible = inExercise(fence) ? declared : known
    for (const use of usesOf(fence, visible)) {
      const hint = inExercise(fence) && later.has(use.name) ? ALONE : hintFor(use.name, known, later)
      problems.push({ file: chapter.file, ...use.place, message: use.message, hint })
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
