/** Everything that can be wrong with the book and is not seen by running it. */
import { countBook, parityProblems, proportionProblems, shellcheckProblems, versionProblems } from '../chapter/index.ts'
import type { BookCounts } from '../chapter/index.ts'
import type { Problem } from '../errors/index.ts'
import { checkEvidence } from '../evidence/index.ts'
import { checkProse } from '../prose/index.ts'
import { referenceProblems } from '../reference/index.ts'
import { checkGenerated, planBook, runbookRules } from '../runbook/index.ts'
import { PLANNED_PAGES } from '../site/sections.ts'

export interface BookCheck {
  readonly counts: BookCounts
  readonly runbooks: number
  /** Of pages, data and generated files; not sorted. */
  readonly problems: readonly Problem[]
  /** Of what only runs can give: missing, stale, failed. */
  readonly evidence: readonly Problem[]
  /** What this machine cannot check, and what it lacks for it. */
  readonly skipped: readonly string[]
}

export function checkBook(root: string): BookCheck {
  const book = planBook(root)
  const shellcheck = shellcheckProblems(book.chapters)
  const prose = checkProse(root)
  // While the pages themselves are wrong, what follows from them says nothing new.
  const planned = book.problems.length === 0
  return {
    counts: countBook(book.chapters),
    runbooks: book.runbooks.length,
    problems: [
      ...book.problems,
      ...parityProblems(book.chapters),
      ...versionProblems(book.chapters, book.versions),
      ...proportionProblems(book.chapters),
      ...book.runbooks.flatMap(runbookRules),
      ...(shellcheck ?? []),
      ...prose.problems,
      ...referenceProblems(root, book.chapters, PLANNED_PAGES),
      ...(planned ? checkGenerated(root, book.runbooks) : []),
    ],
    evidence: planned ? checkEvidence(root, book.runbooks) : [],
    skipped: [
      ...(shellcheck === undefined ? ['shell blocks (Debian package "shellcheck")'] : []),
      ...(prose.spelled ? [] : ['spelling (Debian packages "hunspell hunspell-ko hunspell-en-gb")']),
    ],
  }
}
