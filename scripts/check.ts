/** `npm run check`: everything that can be wrong with the book and is not seen by running it. Exit 2 with problems. */
import { join } from 'node:path'
import {
  countBook,
  parityProblems,
  proportionProblems,
  shellcheckProblems,
  versionProblems,
} from '../src/chapter/index.ts'
import type { BookCounts } from '../src/chapter/index.ts'
import { EXIT, ProblemsError, runMain } from '../src/errors/index.ts'
import { checkEvidence } from '../src/evidence/index.ts'
import { checkProse } from '../src/prose/index.ts'
import { referenceProblems } from '../src/reference/index.ts'
import { PLANNED_PAGES } from '../src/site/sections.ts'
import { checkGenerated, planBook, runbookRules } from '../src/runbook/index.ts'

await runMain(async () => {
  const root = join(import.meta.dirname, '..')
  const book = planBook(root)
  const shellcheck = shellcheckProblems(book.chapters)
  const prose = checkProse(root)
  const problems = [
    ...book.problems,
    ...parityProblems(book.chapters),
    ...versionProblems(book.chapters, book.versions),
    ...proportionProblems(book.chapters),
    ...book.runbooks.flatMap(runbookRules),
    ...(shellcheck ?? []),
    ...prose.problems,
    ...referenceProblems(root, book.chapters, PLANNED_PAGES),
    // While the pages themselves are wrong, what follows from them says nothing new.
    ...(book.problems.length > 0 ? [] : checkGenerated(root, book.runbooks)),
    ...(book.problems.length > 0 ? [] : checkEvidence(root, book.runbooks)),
  ]
  if (shellcheck === undefined)
    console.log('shellcheck is not installed: its check was skipped (Debian package "shellcheck")')
  if (!prose.spelled)
    console.log(
      'hunspell is not installed: spelling was not checked (Debian packages "hunspell hunspell-ko hunspell-en-gb")',
    )
  console.log(summary(countBook(book.chapters), book.runbooks.length))
  if (problems.length > 0) throw new ProblemsError(problems)
  return EXIT.done
})

function summary(counts: BookCounts, runbooks: number): string {
  const checked = counts.printing - counts.unchecked
  return (
    `${counts.pages} pages, ${runbooks} runbooks, ${counts.steps} steps, ${counts.files} files, ` +
    `${counts.expectations} expectations (${checked} of ${counts.printing} printing steps), ${counts.norun} norun`
  )
}
