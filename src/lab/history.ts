/** What a lab's machines hold: which runbooks ran on them since they were blank. Pure; light, as the runner reads it too. */
import { UserError } from '../errors/index.ts'

export interface RanRunbook {
  readonly runbook: string
  /** Its own page: a runbook that includes this page does this one's steps too. */
  readonly page: string
  /** Digest of all that leads to the state after it (src/runner/needs.ts). */
  readonly key: string
}

export interface History {
  /** Ran to their end and left something, oldest first. */
  readonly done: readonly RanRunbook[]
  /** Began and did not end, or ran in part only. */
  readonly unfinished: readonly RanRunbook[]
}

export const BLANK: History = { done: [], unfinished: [] }

export function isBlank(history: History): boolean {
  return history.done.length === 0 && history.unfinished.length === 0
}

/** A run begins. Part of a runbook that already ran to its end (`--only` and its like) changes nothing. */
export function afterBegin(history: History, ran: RanRunbook, part: boolean): History {
  if (part && history.done.some((one) => one.runbook === ran.runbook)) return history
  return { done: without(history.done, ran), unfinished: [...without(history.unfinished, ran), ran] }
}

/** A whole run ended well. What cleans up after itself is as if it had never been. */
export function afterEnd(history: History, ran: RanRunbook, leavesNothing: boolean): History {
  const done = without(history.done, ran)
  return { done: leavesNothing ? done : [...done, ran], unfinished: without(history.unfinished, ran) }
}

function without(list: readonly RanRunbook[], ran: RanRunbook): RanRunbook[] {
  return list.filter((one) => one.runbook !== ran.runbook)
}

/** `blank`, or `after A, B; C did not run to its end`. */
export function historyText(history: History): string {
  const names = (list: readonly RanRunbook[]): string => list.map((one) => one.runbook).join(', ')
  const parts = [
    ...(history.done.length === 0 ? [] : [`after ${names(history.done)}`]),
    ...(history.unfinished.length === 0 ? [] : [`${names(history.unfinished)} did not run to its end`]),
  ]
  return parts.length === 0 ? 'blank' : parts.join('; ')
}

/** Refuses to throw work away unasked, and shows the three ways on. `again` is the command that was given. */
export function holdsOtherWork(lab: string, history: History, wanted: string, again: string): UserError {
  const ways = [
    [`${again} --fresh`, 'throws this work away'],
    ['npm run lab -- reset', 'makes the machines blank'],
    [`K8S101_LAB=other ${again}`, 'leaves it and uses another lab beside it'],
  ] as const
  const width = Math.max(...ways.map(([command]) => command.length))
  return new UserError(
    `lab "${lab}" holds other work: ${historyText(history)}`,
    [wanted, ...ways.map(([command, does]) => `  ${command.padEnd(width)}   ${does}`)].join('\n  '),
  )
}
