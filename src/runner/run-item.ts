/** One item on all of its hosts: shown, tried, written into the journal. */
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { HostResult } from '../evidence/types.ts'
import type { Item } from '../runbook/types.ts'
import { attemptStep } from './attempt.ts'
import { attemptReboot } from './attempt-reboot.ts'
import { attemptFile } from './attempt-file.ts'
import type { RunContext } from './context.ts'
import type { Attempted, Target } from './perform.ts'
import { harmless } from './resume.ts'
import type { Decision } from './resume.ts'
import type { PlannedHost, PlannedItem } from './select.ts'

/** What came of an item; no results where nothing ran. */
export interface ItemOutcome {
  readonly planned: PlannedItem
  readonly results: readonly HostResult[]
  readonly seconds: number
  readonly failures: readonly Failure[]
}

export interface Failure {
  readonly planned: PlannedItem
  readonly host: string
  readonly reason: string
  readonly difference?: string
  readonly result: HostResult
  /** Cut off in the middle of what must not happen twice: a person has to look before the run goes on. */
  readonly unknown?: boolean
  /** The host is away, or came back and knows nothing of the step. */
  readonly lost?: ExitCode
}

/** How an item is tried on one host. */
export type Attempt = (context: RunContext, item: Item, target: Target) => Promise<Attempted>

function attemptItem(context: RunContext, item: Item, target: Target): Promise<Attempted> {
  if (item.type === 'file') return attemptFile(context, item, target)
  if (item.background !== undefined) return context.backgrounds.start(context, item, target)
  if (item.rebootSeconds !== undefined) return attemptReboot(context, item, target)
  return attemptStep(context, item, target)
}

/** @param decisions By host name, of a resumed run; without one the item is started. */
export async function runItem(
  context: RunContext,
  planned: PlannedItem,
  number: number,
  decisions?: ReadonlyMap<string, Decision>,
  attempt: Attempt = attemptItem,
): Promise<ItemOutcome> {
  const { screen } = context
  const { item, key, hosts } = planned
  screen.section(item.title[context.options.lang])
  screen.begin(
    number,
    item.id,
    hosts.map(({ host }) => host.name),
  )
  const start = performance.now()
  const attempts = await each(item, hosts, async ({ host, chain }) => {
    const decision = decisions?.get(host.name) ?? { kind: 'start' }
    if (decision.kind === 'done') {
      screen.host(host.name, 'ok')
      restore(context, decision.end.captures)
      return { result: decision.end.result, captures: {}, interrupted: false, cut: false, earlier: true }
    }
    const journalled = journalChain(context, host.name, chain)
    const target: Target = {
      key,
      host,
      chain: journalled,
      harmless: harmless(item),
      again: decision.kind === 'start' && decision.again === true,
      ...(decision.kind === 'adopt' ? { adopt: decision.nonce } : {}),
    }
    if (target.adopt !== undefined) screen.remark(`${host.name}: taking over the step that ran on`)
    screen.host(host.name, 'runs')
    const began = new Date()
    const attempted = await attempt(context, item, target).catch((error: unknown) => lostOn(host.name, began, error))
    screen.host(host.name, attempted.failure === undefined ? 'ok' : 'failed')
    if (attempted.lost === undefined) record(context, planned, target, attempted)
    return { ...attempted, earlier: false }
  }).catch((error: unknown) => {
    screen.close()
    throw error
  })
  const seconds = (performance.now() - start) / 1000
  const failures = attempts.flatMap((attempt): Failure[] =>
    attempt.failure === undefined
      ? []
      : [
          {
            planned,
            host: attempt.result.host,
            result: attempt.result,
            // An exercise is set up anew, whatever came of a part of it: there is nothing to settle.
            unknown:
              (attempt.cut === true || attempt.lost === EXIT.unknown) && !harmless(item) && item.part === undefined,
            ...(attempt.lost === undefined ? {} : { lost: attempt.lost }),
            ...attempt.failure,
          },
        ],
  )
  const word = attempts.every((attempt) => attempt.earlier)
    ? 'done earlier'
    : attempts.every((attempt) => attempt.result.status === 'already-done')
      ? 'already done'
      : 'ok'
  screen.end(failures.length > 0 ? 'failed' : word, seconds)
  return { planned, results: attempts.map((attempt) => attempt.result), seconds, failures }
}

/** What is said of a step whose host was lost: like any failure, with its text and how to go on. */
function lostOn(host: string, began: Date, error: unknown): Attempted {
  if (!(error instanceof UserError) || (error.code !== EXIT.unreachable && error.code !== EXIT.unknown)) throw error
  const seconds = Math.round((Date.now() - began.getTime()) / 10) / 100
  const nothing = { exit: null, verdict: 'none', output: '', truncated: false } as const
  return {
    result: { host, status: 'failed', startedAt: began.toISOString(), seconds, ...nothing },
    captures: {},
    failure: { reason: error.message },
    interrupted: false,
    lost: error.code,
  }
}

/** In parallel, or one host after the other until one fails. An error waits for the other hosts, whose steps run. */
async function each<T extends { readonly failure?: unknown }>(
  item: Item,
  hosts: readonly PlannedHost[],
  run: (host: PlannedHost) => Promise<T>,
): Promise<T[]> {
  if (item.type === 'step' && item.order === 'serial') {
    const done: T[] = []
    for (const host of hosts) {
      const one = await run(host)
      done.push(one)
      if (one.failure !== undefined) break
    }
    return done
  }
  const settled = await Promise.allSettled(hosts.map(run))
  const rejected = settled.find((result) => result.status === 'rejected')
  if (rejected !== undefined) throw rejected.reason
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

function record(context: RunContext, planned: PlannedItem, target: Target, attempted: Attempted): void {
  const { item, key } = planned
  const secret = item.type === 'step' ? item.secrets : []
  const open = Object.fromEntries(Object.entries(attempted.captures).filter(([name]) => !secret.includes(name)))
  restore(context, attempted.captures)
  context.journal.append({
    event: 'end',
    item: key,
    host: target.host.name,
    chain: target.chain,
    result: attempted.result,
    captures: open,
    ...(attempted.cut === true ? { cut: true } : {}),
  })
}

function restore(context: RunContext, captures: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(captures)) context.captured.set(name, value)
}

/** The step's chain and the values of the variables: other values are another step. */
export function journalChain(context: RunContext, host: string, chain: string): string {
  const values = Object.entries(context.variables.get(host) ?? {}).toSorted(([a], [b]) => a.localeCompare(b))
  return `${chain}+${JSON.stringify(values)}`
}
