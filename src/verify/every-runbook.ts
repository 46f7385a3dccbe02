/** In CI: every other runbook, as far as the time goes, each compared with its committed evidence. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { planBook } from '../runbook/index.ts'
import type { Runbook } from '../runbook/index.ts'
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

/** The same on the cluster that stands already, whatever the runbook: the checks after it need their time. */
const LAST_START_SHARING_MINUTES = 42

export interface EveryRunbook {
  readonly root: string
  readonly lab: LabCommands
  readonly checks: Checks
  /** Folder for fresh evidence. */
  readonly scratch: string
  /** The runbook that was checked already, and whose state the machines hold. */
  readonly standing: string
  /** Those that have run, by id. */
  readonly ran: Set<string>
}

/** On the cluster that stands: the runbooks that leave it as it is, what the last change touched first. */
export async function sharingRunbooks(what: EveryRunbook): Promise<void> {
  const { turns } = await orderOf(what)
  const standing = { id: what.standing, needs: [], isolation: 'machine' } as const
  for (const { id } of turns.filter((one) => mayShare(one, standing))) {
    if (minutesSinceStart() > LAST_START_SHARING_MINUTES) return
    const passed = await check(what, { id, fresh: false })
    // What a failed run left would fail every other one too: they get machines of their own later.
    if (!passed) return
  }
}

/** The others, on new machines or on those of the turn before, as far as the time goes; says of each that is left that it was not run. */
export async function otherRunbooks(what: EveryRunbook): Promise<void> {
  const { turns, changed } = await orderOf(what)
  let before: Runbook | undefined
  for (const runbook of turns) {
    const last = changed.has(runbook.id) ? LAST_START_OF_CHANGED_MINUTES : LAST_START_MINUTES
    if (minutesSinceStart() > last) {
      what.checks.say(`– ${runbook.id}: not run, ${last} minutes are over`)
      continue
    }
    const passed = await check(what, { id: runbook.id, fresh: !mayShare(runbook, before) })
    before = passed ? runbook : undefined
  }
}

/** Whether a runbook may start on the machines of the turn before as that left them. */
export function mayShare(
  one: Pick<Runbook, 'needs' | 'isolation'>,
  before: Pick<Runbook, 'id' | 'needs' | 'isolation'> | undefined,
): boolean {
  const state = one.needs.at(-1)
  if (before === undefined || state === undefined || one.isolation !== 'namespace') return false
  return before.id === state || (before.isolation === 'namespace' && before.needs.at(-1) === state)
}

/** What has not run yet, in the order of verification, what the last change touched first. */
async function orderOf(what: EveryRunbook): Promise<{ turns: Runbook[]; changed: ReadonlySet<string> }> {
  const runbooks = planBook(what.root).runbooks.filter(({ id }) => id !== what.standing && !what.ran.has(id))
  const changed = await changedLately(what.root)
  const order = verificationOrder(runbooks).flatMap(({ id }) => runbooks.filter((one) => one.id === id))
  const turns = [...order.filter(({ id }) => changed.has(id)), ...order.filter(({ id }) => !changed.has(id))]
  return { turns, changed }
}

function check(what: EveryRunbook, turn: Turn): Promise<boolean> {
  what.ran.add(turn.id)
  return what.checks.run(`${turn.id} runs, and its evidence is the same`, () => one(what, turn))
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
