/** Brings the lab to the state that a runbook starts from: found there, taken from a kept state, or made now and kept. */
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import { historyText, holdsOtherWork } from '../lab/history.ts'
import type { RanRunbook } from '../lab/history.ts'
import type { LabHandle, LabOffer, LabOptions, LabStart } from '../lab/types.ts'
import type { Runbook } from '../runbook/types.ts'
import { openLab, runbookTexts } from './machines.ts'
import { neededRunbooks, ranRunbook, stateKey, varsFor, wantedRuntime } from './needs.ts'
import type { ReadNeeded } from './needs.ts'
import type { Options } from './options.ts'
import { standing } from './standing.ts'
import type { Needed } from './standing.ts'

/** A lab, and how its history names the run of one runbook. */
export interface RunLab extends LabHandle {
  readonly ran: RanRunbook
}

/** Runs a runbook in the lab. */
export type RunInLab = (runbook: Runbook, lab: RunLab, options: Options) => Promise<ExitCode>

export interface StateRequest {
  readonly runbook: Runbook
  readonly options: Options
  readonly command: string
  readonly read: ReadNeeded
  readonly say: (line: string) => void
  readonly run: RunInLab
}

/** How long the checks of a needed runbook may take to hold after the machines were booted. */
const SETTLE_SECONDS = 240

/**
 * The lab in the state that the runbook starts from, or the exit code of a needed runbook that did not end well.
 * @throws UserError (exit 2) when the lab holds other work.
 */
export async function labInState(
  request: StateRequest,
): Promise<{ readonly lab: RunLab } | { readonly exit: ExitCode }> {
  const { runbook, options, say } = request
  const closure = await neededRunbooks(runbook, request.read)
  const known: { plan?: StatePlan } = {}
  const runtime = wantedRuntime(runbook, closure, options.fresh)
  const asked: LabOptions = {
    topology: runbook.topology,
    ...(runtime === undefined ? {} : { runtimes: { every: runtime } }),
    fresh: options.fresh,
    again: request.command,
    log: say,
    decide: (offer) => {
      known.plan = planState(request, closure, offer)
      return known.plan.start
    },
  }
  const handle = await openLab(asked, [...closure, runbook].flatMap(runbookTexts))
  const { plan } = known
  if (plan === undefined) throw new Error('the lab did not ask where to start from')
  const done = await runMissing(request, plan, handle)
  if ('exit' in done) return done
  return { lab: { ...handle, ran: plan.own } }
}

interface StatePlan {
  readonly start: LabStart
  readonly needed: readonly Needed[]
  /** Of the state after each needed runbook, in order. */
  readonly keys: readonly string[]
  readonly own: RanRunbook
}

function planState(request: StateRequest, closure: readonly Runbook[], offer: LabOffer): StatePlan {
  const { runbook, options } = request
  const needed = closure.map((one) => ({
    runbook: one,
    ran: ranRunbook(one, ofClosure(one, closure), offer, options.vars),
  }))
  const keys = closure.map((_, at) => stateKey(closure.slice(0, at + 1), offer, options.vars))
  const own = ranRunbook(runbook, closure, offer, options.vars)
  return { needed, keys, own, start: whereToStart(request, needed, keys, offer) }
}

/** What one of the needed runbooks needs itself, in the same order. */
function ofClosure(one: Runbook, closure: readonly Runbook[]): Runbook[] {
  const wanted = new Set<string>()
  const add = (runbook: Runbook): void => {
    for (const id of runbook.needs) {
      const next = closure.find((other) => other.id === id)
      if (next === undefined || wanted.has(id)) continue
      wanted.add(id)
      add(next)
    }
  }
  add(one)
  return closure.filter((other) => wanted.has(other.id))
}

function whereToStart(
  { runbook, options, command }: StateRequest,
  needed: readonly Needed[],
  keys: readonly string[],
  { history, lab }: LabOffer,
): LabStart {
  const runs = [...history.done, ...history.unfinished]
  if (options.resume && runs.some((ran) => ran.runbook === runbook.id)) return { kind: 'as-is' }
  if (options.resume) {
    throw new UserError(
      `there is nothing to resume: lab "${lab}" is ${historyText(history)}`,
      'Its machines got other disks since that run, or never had it. Start without --resume.',
    )
  }
  const now = standing(history, runbook, needed)
  if (now.kind === 'other') throw holdsOtherWork(lab, history, now.why, command)
  return now.kind === 'fits' ? { kind: 'as-is' } : { kind: 'kept-or-blank', keys: keys.toReversed() }
}

/** Runs what is not there yet. What began on blank machines is kept for the next time. */
async function runMissing(
  request: StateRequest,
  plan: StatePlan,
  handle: LabHandle,
): Promise<{ readonly exit: ExitCode } | { readonly ready: true }> {
  const { runbook, options, say, run } = request
  if (options.resume) return { ready: true }
  const isThere = ({ ran }: Needed): boolean =>
    handle.history.done.some((one) => one.runbook === ran.runbook && one.key === ran.key)
  const missing = plan.needed.filter((one) => !isThere(one))
  if (handle.booted && handle.history.done.length > 0) {
    await handle.settled(say)
    for (const one of plan.needed.filter(isThere).slice(-1)) {
      say(
        `\n${runbook.id} starts from the state after ${one.ran.runbook}; its checks, now that the machines were booted:`,
      )
      const exit = await run(patient(one.runbook), { ...handle, ran: one.ran }, checksOnly(options, one.runbook))
      if (exit !== EXIT.done) return { exit }
    }
  }
  for (const one of missing) {
    const kept = plan.start.kind === 'kept-or-blank'
    say(
      `\n${runbook.id} starts from the state after ${one.ran.runbook}, which runs first${kept ? ' and is kept' : ''}:`,
    )
    const exit = await run(one.runbook, { ...handle, ran: one.ran }, wholeRun(options, one.runbook))
    if (exit !== EXIT.done) return { exit }
    if (!kept) continue
    await handle.keepState(plan.keys[plan.needed.indexOf(one)] ?? '', say)
    await handle.settled(say)
    const checked = await run(patient(one.runbook), { ...handle, ran: one.ran }, checksOnly(options, one.runbook))
    if (checked !== EXIT.done) return { exit: checked }
  }
  return { ready: true }
}

/** Right after a boot nothing answers yet: each check is tried again for a while. */
function patient(runbook: Runbook): Runbook {
  const items = runbook.items.map((item) =>
    item.type === 'step' && item.phase === 'verify'
      ? { ...item, retrySeconds: Math.max(item.retrySeconds ?? 0, SETTLE_SECONDS) }
      : item,
  )
  return { ...runbook, items }
}

/** The options of a needed runbook's run: what names steps, hosts or files is of the runbook that needs it. */
function wholeRun(options: Options, runbook: Runbook): Options {
  return {
    ...options,
    only: [],
    from: undefined,
    limit: [],
    vars: varsFor(runbook, options.vars),
    rerun: [],
    markDone: [],
    exercise: undefined,
    exercises: false,
    reports: [],
    resume: false,
    fresh: false,
    verify: false,
    cleanup: false,
  }
}

export function checksOnly(options: Options, runbook: Runbook): Options {
  return { ...wholeRun(options, runbook), verify: true }
}
