/** What a resumed run does with each step: done, to take over, to start, or not to be known. */
import { EXIT, UserError } from '../errors/index.ts'
import type { HostResult } from '../evidence/types.ts'
import type { Item } from '../runbook/types.ts'
import type { KeptStep } from '../transport/index.ts'
import type { EndEvent, StartEvent } from './journal.ts'

export type Decision =
  | { readonly kind: 'done'; readonly end: EndEvent }
  | { readonly kind: 'adopt'; readonly nonce: string }
  /** The host went down and is up again since the step was started. */
  | { readonly kind: 'rebooted' }
  | { readonly kind: 'start' }
  | { readonly kind: 'unknown' }

export interface Known {
  readonly end: EndEvent | undefined
  readonly pending: StartEvent | undefined
  /** What the host's agent says of this run's last step. */
  readonly kept: KeptStep | undefined
  /** The host's boot id now. */
  readonly boot?: string | undefined
  /** `--rerun` names the step. */
  readonly rerun: boolean
}

/** One item on one host. Pure. */
export function decide(item: Item, chain: string, known: Known): Decision {
  const { end, pending, kept } = known
  if (known.rerun) return { kind: 'start' }
  if (pending !== undefined && pending.chain === chain) {
    // Taking a host down once more does no harm; what it does not need is to be known.
    if (pending.boot !== undefined) return { kind: pending.boot === known.boot ? 'start' : 'rebooted' }
    if (kept?.nonce === pending.nonce && item.type === 'step') return { kind: 'adopt', nonce: pending.nonce }
    // The agent lives and its last step is another one: this one was never started there.
    if (kept !== undefined && kept.nonce !== pending.nonce) return { kind: 'start' }
    return harmless(item) ? { kind: 'start' } : { kind: 'unknown' }
  }
  if (end !== undefined && (end.result.status === 'passed' || end.result.status === 'already-done'))
    return { kind: 'done', end }
  return { kind: 'start' }
}

/** Starting it again is right whatever came of it: the chapter says so, or it is an atomic write or a look. */
function harmless(item: Item): boolean {
  return item.type === 'file' || item.idempotent || item.phase === 'verify'
}

/** Exit 4: the host was rebooted or cleaned while the step ran. */
export function unknownOutcome(step: string, host: string, command: string): UserError {
  return new UserError(
    `${step} on ${host}: it was started, and the host does not know any more how it ended`,
    [
      'Look at the host, then say which it is:',
      `  ${command} --resume --rerun ${step}      starts it again`,
      `  ${command} --resume --mark-done ${step}  takes it as done`,
    ].join('\n  '),
    EXIT.unknown,
  )
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
