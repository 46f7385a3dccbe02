/** `npm run verify`: runbooks on the machines of a lab of their own; each run writes its committed evidence. */
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nearest } from '../errors/index.ts'
import { alreadyDone, checkEvidence, hostResults } from '../evidence/index.ts'
import { planBook } from '../runbook/index.ts'
import type { Runbook } from '../runbook/index.ts'
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import { labCommands } from './lab-commands.ts'
import type { LabCommands } from './lab-commands.ts'
import { verificationOrder } from './order.ts'
import type { Turn } from './order.ts'
import { minutes } from './report.ts'
import { evidenceAt } from './same-evidence.ts'

/**
 * Arguments: runbook ids, `--page PAGE` (the runbook of one page), `--all`, or nothing for those whose evidence is
 * missing or stale. `--twice` runs each a second time on the same machines (that evidence is not kept).
 */
export async function verifyRunbooks(root: string, args: readonly string[]): Promise<ExitCode> {
  const { chosen, twice } = selection(root, args)
  if (chosen.length === 0) {
    console.log('The evidence of every runbook is about its present text. --all runs them all the same.')
    return EXIT.done
  }
  const lab = labCommands(root, 'verify')
  const lines: string[] = []
  let failed = 0
  let stopped = false
  try {
    for (const turn of verificationOrder(chosen)) {
      const result = await verifyOne(lab, turn, twice, stopped)
      stopped = !result.passed
      if (!result.passed) failed += 1
      lines.push(result.line)
    }
  } finally {
    await lab.lab('down')
  }
  console.log(`\n${lines.join('\n')}`)
  return failed === 0 ? EXIT.done : EXIT.stepFailed
}

/** @param always New machines whatever the turn says: the one before failed, and nobody knows what it left. */
async function verifyOne(
  lab: LabCommands,
  { id, fresh }: Turn,
  twice: boolean,
  always: boolean,
): Promise<{ readonly passed: boolean; readonly line: string }> {
  console.log(`\n── ${id}`)
  const first = await lab.runbook(id, ['--exercises', ...(fresh || always ? ['--fresh'] : [])])
  const line = `${id}: exit ${first.status}, ${minutes(first.seconds)}`
  if (first.status !== 0 || !twice) return { passed: first.status === 0, line }
  const scratch = mkdtempSync(join(tmpdir(), 'k8s101-second-'))
  try {
    const second = await lab.runbook(id, ['--evidence', scratch])
    const found = globSync(`${id}/*.json`, { cwd: scratch }).map((file) => evidenceAt(scratch, file))
    // The rest only looks, or is written so that it may run again.
    const done = found.map(
      (evidence) => `${alreadyDone(evidence).length} of ${hostResults(evidence).length} already done`,
    )
    const again = [`again: exit ${second.status}`, minutes(second.seconds), ...done].join(', ')
    return { passed: second.status === 0, line: `${line}; ${again}` }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

interface Selection {
  readonly chosen: readonly Runbook[]
  readonly twice: boolean
}

function selection(root: string, args: readonly string[]): Selection {
  const { values, positionals } = parseWords(args)
  const { runbooks } = planBook(root)
  const twice = values.twice ?? false
  if (values.page !== undefined) return { chosen: [runbookOfPage(runbooks, values.page)], twice }
  if (positionals.length > 0) return { chosen: positionals.map((id) => runbookNamed(root, runbooks, id)), twice }
  if (values.all === true) return { chosen: runbooks, twice }
  return { chosen: runbooks.filter((runbook) => isDue(root, runbook)), twice }
}

function isDue(root: string, runbook: Runbook): boolean {
  return checkEvidence(root, [runbook]).some(({ file }) => file.includes(`/${runbook.id}/`))
}

function parseWords(args: readonly string[]) {
  const flag = { type: 'boolean' } as const
  try {
    const options = { all: flag, twice: flag, page: { type: 'string' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UserError(message.split('. ')[0] ?? message, 'npm run verify -- [--all | --page PAGE | ID …] [--twice]')
  }
}

function runbookNamed(root: string, runbooks: readonly Runbook[], id: string): Runbook {
  const found = runbooks.find((runbook) => runbook.id === id)
  if (found !== undefined) return found
  const known = runbooks.map((runbook) => runbook.id)
  const near = nearest(id, known)
  throw new UserError(
    `there is no runbook ${JSON.stringify(id)} in ${join(root, 'runbooks')}`,
    near === undefined ? `expected one of: ${known.join(', ')}` : `did you mean ${near}?`,
  )
}

function runbookOfPage(runbooks: readonly Runbook[], page: string): Runbook {
  const found = runbooks.find((runbook) => runbook.page === page)
  if (found !== undefined) return found
  const pages = runbooks.map((runbook) => runbook.page)
  throw new UserError(`page ${JSON.stringify(page)} has no runbook`, `expected one of: ${pages.join(', ')}`)
}
