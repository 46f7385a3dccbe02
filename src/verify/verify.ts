/** `npm run verify`: runbooks on blank machines of a lab of their own; each run writes its committed evidence. */
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { nearest } from '../errors/index.ts'
import { planBook } from '../runbook/index.ts'
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import { labCommands } from './lab-commands.ts'

/** Arguments: runbook ids, `--page PAGE` (the runbook of one page), or nothing for all of them. */
export async function verifyRunbooks(root: string, args: readonly string[]): Promise<ExitCode> {
  const ids = selected(root, args)
  const lab = labCommands(root, 'verify')
  const times: string[] = []
  let failed = 0
  try {
    for (const id of ids) {
      console.log(`\n── ${id}: blank machines`)
      const fresh = [await lab.lab('up'), await lab.lab('reset')].every((result) => result.status === 0)
      const run = fresh ? await lab.runbook(id, ['--exercises']) : undefined
      if (run?.status !== 0) failed += 1
      times.push(`${id}: ${run === undefined ? 'no machines' : `exit ${run.status}, ${Math.round(run.seconds)} s`}`)
    }
  } finally {
    await lab.lab('down')
  }
  console.log(`\n${times.join('\n')}`)
  return failed === 0 ? EXIT.done : EXIT.stepFailed
}

function selected(root: string, args: readonly string[]): string[] {
  const known = globSync('runbooks/*.mjs', { cwd: root })
    .map((file) => basename(file, '.mjs'))
    .toSorted()
  if (args.length === 0) return known
  if (args[0] === '--page') return [runbookOfPage(root, args[1] ?? '')]
  for (const id of args) {
    if (known.includes(id)) continue
    const near = nearest(id, known)
    throw new UserError(
      `there is no runbook ${JSON.stringify(id)} in ${join(root, 'runbooks')}`,
      near === undefined ? `expected one of: ${known.join(', ')}` : `did you mean ${near}?`,
    )
  }
  return [...args]
}

function runbookOfPage(root: string, page: string): string {
  const { runbooks } = planBook(root)
  const found = runbooks.find((runbook) => runbook.page === page)
  if (found !== undefined) return found.id
  const pages = runbooks.map((runbook) => runbook.page)
  throw new UserError(`page ${JSON.stringify(page)} has no runbook`, `expected one of: ${pages.join(', ')}`)
}
