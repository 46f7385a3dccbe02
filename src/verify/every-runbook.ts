/** In CI: every other runbook, as far as the time goes, each compared with its committed evidence. */
import { globSync } from 'node:fs'
import { evidenceFolder } from '../evidence/index.ts'
import { planBook } from '../runbook/index.ts'
import type { Runbook } from '../runbook/index.ts'
import { changedLately } from './changed.ts'
import type { CiClock } from './clock.ts'
import { expectStatus } from './command.ts'
import type { LabCommands } from './lab-commands.ts'
import { builder, inOrder, mayShare } from './order.ts'
import { minutes } from './report.ts'
import type { Checks } from './report.ts'
import { evidenceAt, sameEvidence } from './same-evidence.ts'

/** Minutes after the start of CI past which no runbook begins that may be left out. */
const LAST_START_MINUTES = 60

/** How long a runbook may take of which no run is on record. */
const UNKNOWN_MINUTES = 10

/** The runbooks beside the main one, and where they run. */
export interface RestOfBook {
  readonly root: string
  readonly lab: LabCommands
  readonly checks: Checks
  readonly clock: CiClock
  /** Folder for fresh evidence. */
  readonly scratch: string
  /** The runbook that was checked already, and whose state the machines hold. */
  readonly standing: string
  /** Those whose text the last change touched. */
  readonly changed: ReadonlySet<string>
  /** In the order of verification, what the last change touched first. */
  readonly runbooks: readonly Runbook[]
  /** Those that have run, by id. */
  readonly ran: Set<string>
}

export async function restOfBook(where: Omit<RestOfBook, 'changed' | 'runbooks' | 'ran'>): Promise<RestOfBook> {
  const changed = await changedLately(where.root)
  const order = inOrder(planBook(where.root).runbooks, where.standing)
  const runbooks = [...order.filter(({ id }) => changed.has(id)), ...order.filter(({ id }) => !changed.has(id))]
  return { ...where, changed, runbooks, ran: new Set() }
}

/**
 * On the cluster that stands: the runbooks that leave it as it is.
 * @param reserved Minutes that the checks after them need.
 */
export async function sharingRunbooks(rest: RestOfBook, reserved: number): Promise<void> {
  for (const runbook of rest.runbooks.filter((one) => mayShare(one, builder(rest.standing)))) {
    if (rest.clock.tooLate(expectedMinutes(rest.root, runbook.id), reserved) !== undefined) continue
    // What a failed run left would fail every other one too: they get machines of their own later.
    if (!(await check(rest, runbook, false))) return
  }
}

/** The others, on new machines or on those of the one before, as far as the time goes; says of each that is left that it was not run. */
export async function otherRunbooks(rest: RestOfBook): Promise<void> {
  let before: Runbook | undefined
  for (const runbook of rest.runbooks.filter(({ id }) => !rest.ran.has(id))) {
    const why = tooLate(rest, runbook.id)
    if (why !== undefined) {
      rest.checks.notRun(runbook.id, why)
      continue
    }
    before = (await check(rest, runbook, !mayShare(runbook, before))) ? runbook : undefined
  }
}

/** Why a runbook does not begin now; undefined when it does. What the last change touched may begin late, but must end in time too. */
function tooLate({ root, clock, changed }: RestOfBook, id: string): string | undefined {
  if (!changed.has(id) && clock.now() > LAST_START_MINUTES) return `${LAST_START_MINUTES} minutes are over`
  return clock.tooLate(expectedMinutes(root, id))
}

/** What its last run on record took, on machines of its own. */
export function expectedMinutes(root: string, id: string): number {
  const folder = evidenceFolder(root)
  const seconds = globSync(`${id}/*.json`, { cwd: folder }).map((file) => evidenceAt(folder, file).seconds)
  return seconds.length === 0 ? UNKNOWN_MINUTES : Math.max(...seconds) / 60
}

function check(rest: RestOfBook, runbook: Runbook, fresh: boolean): Promise<boolean> {
  const { root, lab, checks, scratch } = rest
  rest.ran.add(runbook.id)
  return checks.run(`${runbook.id} runs, and its evidence is the same`, async () => {
    const args = ['--exercises', '--evidence', scratch, ...(fresh ? ['--fresh'] : [])]
    const result = await lab.runbook(runbook.id, args)
    expectStatus(result, 0)
    sameEvidence(root, scratch, runbook.id)
    return minutes(result.seconds)
  })
}
