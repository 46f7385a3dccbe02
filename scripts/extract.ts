/** `npm run extract`: writes runbooks/*.mjs from the chapters. */
import { join } from 'node:path'
import { EXIT, ProblemsError, UserError, runMain } from '../src/errors/index.ts'
import { planBook, writeGenerated } from '../src/runbook/index.ts'

await runMain(async () => {
  const root = join(import.meta.dirname, '..')
  const { runbooks, problems } = planBook(root)
  if (problems.length > 0) throw new ProblemsError(problems)
  const changes = writeGenerated(root, runbooks)
  const foreign = changes.filter(({ change }) => change === 'foreign').map(({ file }) => file)
  for (const { file, change } of changes)
    if (change === 'written' || change === 'removed') console.log(`${change} ${file}`)
  console.log(
    `${runbooks.length} runbooks; ${changes.filter(({ change }) => change === 'unchanged').length} files unchanged`,
  )
  if (foreign.length > 0)
    throw new UserError(`not generated, so left alone: ${foreign.join(', ')}`, 'rename the file or the runbook')
  return EXIT.done
})
