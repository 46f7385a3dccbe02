/** All runbooks of a checkout, planned from its pages. */
import type { Problem } from '../errors/index.ts'
import { readBook, readVersions } from '../chapter/index.ts'
import type { Chapter, Versions } from '../chapter/index.ts'
import { planRunbook, runbookIds } from './plan.ts'
import type { Runbook } from './types.ts'

export interface PlannedBook {
  readonly chapters: readonly Chapter[]
  readonly versions: Versions
  readonly runbooks: readonly Runbook[]
  /** Of the pages, the list of versions and the plans; not sorted. */
  readonly problems: readonly Problem[]
}

/** Reads content/ below `root` and plans every runbook. */
export function planBook(root: string): PlannedBook {
  const book = readBook(root)
  const { versions, problems } = readVersions(root)
  const plans = runbookIds(book.chapters).map((id) => planRunbook({ chapters: book.chapters, versions }, id))
  return {
    chapters: book.chapters,
    versions,
    runbooks: plans.flatMap((plan) => plan.runbook ?? []),
    problems: [...book.problems, ...problems, ...plans.flatMap((plan) => plan.problems)],
  }
}
