/** `npm run check [-- --no-evidence]`: everything that can be wrong with the book and is not seen by running it. Exit 2 with problems. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkBook } from '../src/authoring/index.ts'
import type { BookCheck } from '../src/authoring/index.ts'
import { EXIT, ProblemsError, UserError, runMain } from '../src/errors/index.ts'
import type { Problem } from '../src/errors/index.ts'

await runMain(async () => {
  const withEvidence = !noEvidence()
  const check = checkBook(join(import.meta.dirname, '..'))
  for (const what of check.skipped) console.log(`not checked on this machine: ${what}`)
  console.log(summary(check))
  if (!withEvidence && check.evidence.length > 0) console.log(leftOut(check.evidence))
  const problems = [...check.problems, ...(withEvidence ? check.evidence : [])]
  if (problems.length > 0) throw new ProblemsError(problems)
  return Promise.resolve(EXIT.done)
})

/** While a page is written, what only a run can give is no news. */
function noEvidence(): boolean {
  try {
    return parseArgs({ options: { 'no-evidence': { type: 'boolean', default: false } } }).values['no-evidence']
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error), 'known: --no-evidence')
  }
}

function leftOut(evidence: readonly Problem[]): string {
  const list = evidence.map(({ file, message }) => `\n  ${file}: ${message}`).join('')
  return `evidence is left out; ${evidence.length} would fail the check without --no-evidence:${list}`
}

function summary({ counts, runbooks, evidence }: BookCheck): string {
  const checked = counts.printing - counts.unchecked
  return (
    `${counts.pages} pages, ${runbooks} runbooks, ${counts.steps} steps, ${counts.files} files, ` +
    `${counts.expectations} expectations (${checked} of ${counts.printing} printing steps), ${counts.norun} norun, ` +
    `${evidence.length} problems of evidence`
  )
}
