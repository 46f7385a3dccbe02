/** `npm run new -- SECTION/NAME [--ko TITLE] [--en TITLE]`: both pages of a new chapter, from the template, with their runbook. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pageFiles, planPage, writePages } from '../src/authoring/index.ts'
import { EXIT, ProblemsError, UserError, runMain } from '../src/errors/index.ts'
import { checkTerms } from '../src/prose/index.ts'
import { planBook, writeGenerated } from '../src/runbook/index.ts'
import { PLANNED_PAGES, SECTIONS } from '../src/site/sections.ts'

const USAGE = 'npm run new -- storage/volumes --ko 볼륨 --en Volumes'

await runMain(async () => {
  const root = join(import.meta.dirname, '..')
  const { page, titles } = readArguments()
  const before = planBook(root)
  const plan = planPage(page, titles, {
    sections: SECTIONS.map(({ folder }) => folder),
    runbooks: before.runbooks.map(({ id }) => id),
  })
  const files = pageFiles(plan)
  writePages(root, files)
  for (const { file } of files) console.log(`written ${file}`)
  const { runbooks, problems } = planBook(root)
  // A title may be a word that the glossary refuses.
  const own = [...problems, ...checkTerms(root)].filter(({ file }) => files.some((written) => written.file === file))
  if (own.length > 0) throw new ProblemsError(own)
  if (problems.length > 0) console.log(`no runbook yet: other pages have ${problems.length} problems (npm run check)`)
  else
    for (const { file, change } of writeGenerated(root, runbooks))
      if (change === 'written') console.log(`written ${file}`)
  console.log(next(page, plan.id))
  return Promise.resolve(EXIT.done)
})

function readArguments(): { readonly page: string; readonly titles: { ko?: string; en?: string } } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { ko: { type: 'string' }, en: { type: 'string' } },
    })
    const [page] = positionals
    if (page === undefined || positionals.length > 1) throw new Error('expected one page')
    return { page, titles: values }
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error), USAGE)
  }
}

function next(page: string, id: string): string {
  const place = PLANNED_PAGES.includes(page)
    ? []
    : [`  Its place in the book: add it to src/site/sections.ts (now it comes last in its section).`]
  return [
    '',
    'Next:',
    `  npm run dev                                     read it at /${page}/ and /en/${page}/ while you write; mistakes stand at their block`,
    `  npm run extract; npm run check -- --no-evidence    all that is checked without machines`,
    `  npm run verify -- --page ${page} --twice    run it on machines of the lab, which writes its evidence`,
    `  npm test                                        then commit the pages, runbooks/${id}.mjs and runbooks/evidence/${id}/`,
    ...place,
  ].join('\n')
}
