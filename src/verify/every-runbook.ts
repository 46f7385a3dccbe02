/** In CI: every other runbook, as far as the time goes, each compared with its committed evidence. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { planBook } from '../runbook/index.ts'
import { expectStatus, runCommand } from './command.ts'
import type { LabCommands } from './lab-commands.ts'
import { verificationOrder } from './order.ts'
import type { Turn } from './order.ts'
import { minutes } from './report.ts'
import type { Checks } from './report.ts'
import { sameEvidence } from './same-evidence.ts'

/** Minutes after the start of CI past which no runbook begins that may be left out. */
const LAST_START_MINUTES = 60

/** The same for one whose text the last change touched: later, its run would not end within CI's time. */
const LAST_START_OF_CHANGED_MINUTES = 66

export interface EveryRunbook {
  readonly root: string
  readonly lab: LabCommands
  readonly checks: Checks
  /** Folder for fresh evidence. */
  readonly scratch: string
  /** The runbook that was checked already, and whose state the machines hold. */
  readonly standing: string
}

/**
 * Runs what the last change touched first, then the others while there is time; says of each that is left that it was
 * not run. With `sharing`, only those that leave the standing machines as they are; else the others.
 */
export async function everyRunbook(what: EveryRunbook, sharing: boolean): Promise<void> {
  const { runbooks } = planBook(what.root)
  const changed = await changedLately(what.root)
  const others = runbooks.filter(({ id }) => id !== what.standing)
  const order = verificationOrder(others, what.standing).filter(({ fresh }) => fresh !== sharing)
  const turns = [...order.filter(({ id }) => changed.has(id)), ...order.filter(({ id }) => !changed.has(id))]
  for (const turn of turns) {
    const last = changed.has(turn.id) ? LAST_START_OF_CHANGED_MINUTES : LAST_START_MINUTES
    if (minutesSinceStart() > last) {
      what.checks.say(`– ${turn.id}: not run, ${last} minutes are over`)
      continue
    }
    await what.checks.run(`${turn.id} runs, and its evidence is the same`, () => one(what, turn))
  }
}

async function one({ root, lab, scratch }: EveryRunbook, { id, fresh }: Turn): Promise<string> {
  const args = ['--exercises', '--evidence', scratch, ...(fresh ? ['--fresh'] : [])]
  const result = await lab.runbook(id, args)
  expectStatus(result, 0)
  sameEvidence(root, scratch, id)
  return minutes(result.seconds)
}

/**
 * Runbooks whose evidence was committed within six hours before the last commit: a change of text must bring new evidence,
 * so these are what the change is about. Without a history (a downloaded archive) none are.
 */
async function changedLately(root: string): Promise<ReadonlySet<string>> {
  if (!existsSync(join(root, '.git'))) return new Set()
  const options = { cwd: root, timeoutSeconds: 30, show: false }
  const head = await runCommand(['git', 'log', '-1', '--format=%ct'], options)
  const since = `--since=@${Number(head.output.trim()) - 6 * 3600}`
  const log = await runCommand(['git', 'log', since, '--name-only', '--format=', '--', 'runbooks/evidence'], options)
  return new Set(log.output.split('\n').flatMap((file) => /^runbooks\/evidence\/([^/]+)\//.exec(file)?.[1] ?? []))
}

/** CI says when it began; without its word nothing is too late. */
function minutesSinceStart(): number {
  const started = Number(process.env['K8S101_CI_STARTED'] ?? Number.NaN)
  return Number.isNaN(started) ? 0 : (Date.now() / 1000 - started) / 60
}
