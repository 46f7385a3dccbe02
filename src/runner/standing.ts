/** Whether what a lab holds is what a runbook starts from. Pure. */
import { isBlank } from '../lab/history.ts'
import type { History, RanRunbook } from '../lab/history.ts'
import type { Runbook } from '../runbook/types.ts'

/** A needed runbook, and how the history would name its run. */
export interface Needed {
  readonly runbook: Runbook
  readonly ran: RanRunbook
}

export type Standing =
  /** Nothing is in the way; `missing` are the needed runbooks that did not run yet, in order. */
  | { readonly kind: 'fits'; readonly missing: readonly Needed[] }
  | { readonly kind: 'blank' }
  /** The lab holds something else; `why` is a sentence. */
  | { readonly kind: 'other'; readonly why: string }

export function standing(history: History, runbook: Runbook, needed: readonly Needed[]): Standing {
  if (isBlank(history)) return { kind: 'blank' }
  const isDone = (one: Needed): boolean =>
    history.done.some((ran) => ran.runbook === one.ran.runbook && ran.key === one.ran.key)
  const missing = needed.filter((one) => !isDone(one))
  const old = missing.find((one) => history.done.some((ran) => ran.runbook === one.ran.runbook))
  if (old !== undefined) {
    return {
      kind: 'other',
      why: `its ${old.ran.runbook} ran from another text, other versions or other variables than today's`,
    }
  }
  // A runbook that includes another one does that one's steps itself.
  const again = [runbook, ...missing.map((one) => one.runbook)]
  const ofDone = [...again, ...needed.map((one) => one.runbook)]
  const foreign =
    history.done.find((ran) => !ofDone.some((one) => covers(one, ran))) ??
    history.unfinished.find((ran) => !again.some((one) => covers(one, ran)))
  if (foreign === undefined) return { kind: 'fits', missing }
  const from = needed.length === 0 ? 'blank machines' : `the state after ${runbook.needs.join(', ')}`
  return { kind: 'other', why: `${runbook.id} starts from ${from}` }
}

function covers(runbook: Runbook, ran: RanRunbook): boolean {
  return runbook.id === ran.runbook || runbook.items.some((item) => item.id.startsWith(`${ran.page}/`))
}
