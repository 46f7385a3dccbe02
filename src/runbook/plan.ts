/** Chapters to a runbook: includes resolved, items in order, variables merged, versions and hashes. */
import type { Problem } from '../errors/index.ts'
import { suggest } from '../errors/index.ts'
import { includeOrder, runbookChapter } from '../chapter/index.ts'
import type { Chapter, VarSpec, Versions } from '../chapter/index.ts'
import { exercisesOf } from './plan-exercises.ts'
import { itemsOf, usedVersions } from './plan-items.ts'
import type { Runbook } from './types.ts'

export interface PlannedRunbook {
  /** Undefined where the id is unknown. */
  readonly runbook: Runbook | undefined
  readonly problems: readonly Problem[]
}

/** What a plan is made of: the pages, and the list of versions that their text is held against. */
export interface PlanSource {
  readonly chapters: readonly Chapter[]
  readonly versions: Versions
}

/** Plans one runbook by its id from the Korean pages, with the English pages' titles. */
export function planRunbook(source: PlanSource, id: string): PlannedRunbook {
  const chapter = runbookChapter(source.chapters, id, 'ko')
  const spec = chapter?.runbook
  if (chapter === undefined || spec === undefined) {
    const ids = runbookIds(source.chapters)
    const problem = {
      file: 'content/docs',
      line: 1,
      column: 1,
      message: `no page has the runbook "${id}"`,
      hint: suggest(id, ids, 'runbooks'),
    }
    return { runbook: undefined, problems: [problem] }
  }
  const pages = includeOrder(source.chapters, chapter).chapters
  const twins = new Map(pages.map((page) => [page, englishOf(source.chapters, page)]))
  const vars = mergeVars(pages, twins)
  const items = pages.flatMap((page) => itemsOf(page, twins.get(page), (exercise) => exercise === undefined))
  const exercises = exercisesOf(chapter, twins.get(chapter), source.versions)
  const runbook: Runbook = {
    id,
    page: chapter.page,
    title: { ko: chapter.title, en: twins.get(chapter)?.title ?? chapter.title },
    topology: spec.topology,
    ...(spec.runtime === undefined ? {} : { runtime: spec.runtime }),
    isolation: spec.isolation,
    needs: spec.needs,
    vars: vars.specs,
    versions: usedVersions(items, vars.specs, source.versions),
    items,
    ...(exercises.length === 0 ? {} : { exercises }),
  }
  return { runbook, problems: vars.problems }
}

/** Ids of all runbooks, in the order of the pages. */
export function runbookIds(chapters: readonly Chapter[]): string[] {
  return chapters.flatMap((chapter) =>
    chapter.lang === 'ko' && chapter.runbook !== undefined ? [chapter.runbook.id] : [],
  )
}

function englishOf(chapters: readonly Chapter[], page: Chapter): Chapter | undefined {
  return chapters.find((other) => other.lang === 'en' && other.page === page.page)
}

function mergeVars(
  pages: readonly Chapter[],
  twins: ReadonlyMap<Chapter, Chapter | undefined>,
): { specs: VarSpec[]; problems: Problem[] } {
  const merged = new Map<string, { spec: VarSpec; page: Chapter }>()
  const problems: Problem[] = []
  for (const page of pages) {
    for (const spec of page.runbook?.vars ?? []) {
      const before = merged.get(spec.name)
      if (before === undefined) {
        const english = twins.get(page)?.runbook?.vars.find((other) => other.name === spec.name)
        merged.set(spec.name, {
          spec: { ...spec, meanings: { ko: spec.meaning, en: english?.meaning ?? spec.meaning } },
          page,
        })
      } else if (before.spec.default !== spec.default || before.spec.from !== spec.from) {
        problems.push({
          file: page.file,
          ...(page.runbook?.position ?? { line: 1, column: 1 }),
          message: `the variable ${spec.name} is defined otherwise in ${before.page.file}`,
          hint: 'give it the same default or from in both, or rename one',
        })
      }
    }
  }
  return { specs: [...merged.values()].map(({ spec }) => spec), problems }
}
