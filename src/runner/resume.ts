/** What a resumed run does with each step: done, to take over, to start, or not to be known. */
import { EXIT, UserError } from '../errors/index.ts'
import type { HostResult } from '../evidence/types.ts'
import type { Item } from '../runbook/types.ts'
import type { KeptStep } from '../transport/index.ts'
import type { EndEvent, StartEvent } from './journal.ts'
import type { PlannedItem } from './select.ts'

export type Decision =
  | { readonly kind: 'done'; readonly end: EndEvent }
  | { readonly kind: 'adopt'; readonly nonce: string }
  /** The host went down and is up again since the step was started. */
  | { readonly kind: 'rebooted' }
  /** `again`: an earlier attempt did not end well; what it left behind says nothing about whether the step is done. */
  | { readonly kind: 'start'; readonly again?: boolean }
  | { readonly kind: 'unknown' }

export interface Known {
  readonly end: EndEvent | undefined
  readonly pending: StartEvent | undefined
  /** What the host knows of this run's last steps. */
  readonly kept: readonly KeptStep[] | undefined
  /** The host's boot id now. */
  readonly boot?: string | undefined
  /** `--rerun` names the step. */
  readonly rerun: boolean
}

/** One item on one host. Pure. */
export function decide(item: Item, chain: string, known: Known): Decision {
  const { end, pending, kept } = known
  if (known.rerun) return { kind: 'start', again: true }
  if (pending !== undefined && pending.chain === chain) {
    // Taking a host down once more does no harm; what it does not need is to be known.
    if (pending.boot !== undefined)
      return pending.boot === known.boot ? { kind: 'start', again: true } : { kind: 'rebooted' }
    const there = kept?.some(({ nonce }) => nonce === pending.nonce) === true
    if (there && item.type === 'step') return { kind: 'adopt', nonce: pending.nonce }
    // The host knows this run, and not this step: it never began there.
    if (kept !== undefined && !there) return { kind: 'start' }
    return harmless(item) ? { kind: 'start', again: true } : { kind: 'unknown' }
  }
  if (end !== undefined && (end.result.status === 'passed' || end.result.status === 'already-done'))
    return { kind: 'done', end }
  if (end?.cut === true && !harmless(item)) return { kind: 'unknown' }
  return end === undefined ? { kind: 'start' } : { kind: 'start', again: true }
}

/**
 * Starting it again is right whatever came of it: the chapter says so, it is an atomic write or a look, or it makes a
 * secret, which is stored nowhere, so that every resumed run makes it anew; or it ends with its runner, as a background
 * step does. The proof of an exercise sets it up again and again, and its check only looks.
 */
export function harmless(item: Item): boolean {
  if (item.type === 'file' || item.idempotent || item.phase === 'verify') return true
  if (item.part === 'setup' || item.part === 'check' || item.background !== undefined) return true
  return item.retrySeconds !== undefined || item.secrets.length > 0
}

/** A step on a host of which nobody knows how it ended. */
export interface UnknownStep {
  readonly key: string
  readonly host: string
  /** Whether the step runs on other hosts too: then the host must be named. */
  readonly several: boolean
  /** Whether later steps need a value that only it gives: then it cannot be taken as done. */
  readonly captures: boolean
}

export function unknownStep({ key, item, hosts }: PlannedItem, host: string): UnknownStep {
  return { key, host, several: hosts.length > 1, captures: item.type === 'step' && item.captures.length > 0 }
}

/** Exit 4: the host was rebooted or cleaned, or something was killed, while the step ran. */
export function unknownOutcome(unknown: readonly UnknownStep[], command: string): UserError {
  const ways = unknown.flatMap(({ key, host, several, captures }) => {
    const word = several ? `${key}=${host}` : key
    return [
      `  ${command} --resume --rerun ${word}      starts it again`,
      ...(captures ? [] : [`  ${command} --resume --mark-done ${word}  takes it as done`]),
    ]
  })
  const more = unknown.length > 1 ? ['(all in one command, one --rerun or --mark-done for each)'] : []
  return new UserError(
    unknown.map(({ key, host }) => `${key} on ${host}: it was started, and nobody knows how it ended`).join('\n'),
    ['Look at the host, then say which it is:', ...ways, ...more].join('\n  '),
    EXIT.unknown,
  )
}

/** Exit 4 for an answer of an exercise: there is nothing to settle, as the exercise begins again with its setup. */
export function unknownAnswer(key: string, host: string, command: string): UserError {
  return new UserError(
    `${key} on ${host}: it was started, and nobody knows how it ended`,
    `Set the exercise up again: ${command}`,
    EXIT.unknown,
  )
}

/** Whether `--rerun` or `--mark-done` names the step: by its id or the end of it, and on one host with `STEP=HOST`. */
export function isNamed(
  words: readonly string[],
  item: { readonly id: string; readonly key: string },
  host: string,
): boolean {
  return words.some((given) => {
    const { word, host: only = host } = settledWord(given)
    return only === host && (item.id === word || item.key === word || item.id.endsWith(`/${word}`))
  })
}

/** `STEP` or `STEP=HOST`. */
export function settledWord(given: string): { readonly word: string; readonly host: string | undefined } {
  const at = given.lastIndexOf('=')
  return at === -1 ? { word: given, host: undefined } : { word: given.slice(0, at), host: given.slice(at + 1) }
}

/** The result of a step that the user says is done, or that the host shows to have been done. */
export function markedDone(host: string, now: Date, status: HostResult['status'] = 'already-done'): HostResult {
  return {
    host,
    status,
    exit: null,
    startedAt: now.toISOString(),
    seconds: 0,
    verdict: 'none',
    output: '',
    truncated: false,
  }
}
