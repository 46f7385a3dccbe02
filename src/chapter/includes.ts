/** Which runbooks a runbook is made of: `includes:` and `continues:` resolved in order, each once, no cycles. */
import type { Problem } from '../errors/index.ts'
import { suggest } from '../errors/index.ts'
import type { Chapter, Lang } from './types.ts'

export interface IncludeOrder {
  /** Chapters in the order they run; only what its `continues` names follows the asked one. */
  readonly chapters: readonly Chapter[]
  /** `a → b → a` where the includes go in a circle. */
  readonly cycle?: string
}

/** The chapter of a runbook id in one language. */
export function runbookChapter(chapters: readonly Chapter[], id: string, lang: Lang): Chapter | undefined {
  return chapters.find((chapter) => chapter.lang === lang && chapter.runbook?.id === id)
}

/**
 * Everything that a chapter's runbook runs: its includes, theirs before them, itself, and what `continues` names without the
 * includes of those. Unknown ids are left out.
 */
export function includeOrder(chapters: readonly Chapter[], chapter: Chapter): IncludeOrder {
  const order: Chapter[] = []
  const cycles: string[] = []
  const walk = (at: Chapter, path: readonly string[]): void => {
    const id = at.runbook?.id ?? at.page
    if (path.includes(id)) {
      cycles.push([...path.slice(path.indexOf(id)), id].join(' → '))
      return
    }
    if (order.includes(at)) return
    for (const name of at.runbook?.includes ?? []) {
      const next = runbookChapter(chapters, name, at.lang)
      if (next !== undefined) walk(next, [...path, id])
    }
    order.push(at)
    for (const name of at.runbook?.followedBy ?? []) {
      const next = runbookChapter(chapters, name, at.lang)
      if (next !== undefined && !order.includes(next)) order.push(next)
    }
  }
  walk(chapter, [])
  return { chapters: order, ...(cycles[0] === undefined ? {} : { cycle: cycles[0] }) }
}

/** Runbook ids that stand twice, includes and needs that do not exist or go in a circle. */
export function includeProblems(chapters: readonly Chapter[]): Problem[] {
  return chapters.flatMap((chapter) => {
    const { runbook, lang } = chapter
    if (runbook === undefined) return []
    const problem = (message: string, hint: string): Problem => ({
      file: chapter.file,
      ...(runbook.position ?? { line: 1, column: 1 }),
      message,
      hint,
    })
    const ids = chapters.flatMap((other) =>
      other.lang === lang && other.runbook !== undefined ? [other.runbook.id] : [],
    )
    const twin = chapters.find((other) => other !== chapter && other.lang === lang && other.runbook?.id === runbook.id)
    const unknown = (key: string, named: readonly string[]) =>
      named
        .filter((id) => !ids.includes(id))
        .map((id) => problem(`${key} names the unknown runbook "${id}"`, suggest(id, ids, 'runbooks')))
    const { cycle } = includeOrder(chapters, chapter)
    const alone = includeOrder(chapters, { ...chapter, runbook: { ...runbook, followedBy: [] } })
    const before = alone.chapters.flatMap((other) => other.runbook?.id ?? [])
    return [
      ...(twin === undefined
        ? []
        : [problem(`the runbook id "${runbook.id}" is also that of ${twin.file}`, 'rename one of them')]),
      ...unknown('includes', runbook.includes),
      ...unknown('continues', runbook.followedBy),
      ...unknown('needs', runbook.needs),
      ...runbook.followedBy
        .filter((id) => before.includes(id))
        .map((id) =>
          problem(`continues names "${id}", which runs before this page already`, 'take it out of one of them'),
        ),
      ...(cycle === undefined ? [] : [problem(`includes go in a circle: ${cycle}`, 'take one of them out')]),
    ]
  })
}
