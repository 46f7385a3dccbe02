/** `npm run extract`: writes runbooks/*.mjs from the chapters, and the JSON Schemas for editors and other programs. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, ProblemsError, UserError, runMain } from '../src/errors/index.ts'
import { planBook, writeGenerated } from '../src/runbook/index.ts'
import { publishedSchemas } from '../src/runner/index.ts'

await runMain(async () => {
  const root = join(import.meta.dirname, '..')
  const { runbooks, problems } = planBook(root)
  if (problems.length > 0) throw new ProblemsError(problems)
  const changes = writeGenerated(root, runbooks)
  for (const [file, schema] of Object.entries(publishedSchemas())) {
    writeFileSync(join(root, file), `${JSON.stringify(schema, undefined, 2)}\n`)
  }
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
