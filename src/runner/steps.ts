/** Goes through the plan: one item after the other, each on its hosts; the exercises before the cleanup. */
import type { RunContext } from './context.ts'
import type { BackgroundEnd } from './backgrounds.ts'
import { proveExercise } from './exercises.ts'
import type { ExerciseOutcome } from './exercises.ts'
import { decide, markedDone, unknownOutcome } from './resume.ts'
import type { Decision } from './resume.ts'
import { journalChain, runItem } from './run-item.ts'
import type { ItemOutcome } from './run-item.ts'
import type { PlannedItem } from './select.ts'
import { isCleanup } from './select.ts'

export interface Ran {
  readonly outcomes: readonly ItemOutcome[]
  /** Empty where exercises were not asked for, or a step before them failed. */
  readonly exercises: readonly ExerciseOutcome[]
}

/** Runs until the end, the first failure, or an interruption. Journal and captures are kept as it goes. */
export async function runSteps(context: RunContext): Promise<Ran> {
  const decisions = context.options.resume ? decideAll(context) : undefined
  const counter = { value: 0 }
  const number = (): number => (counter.value += 1)
  const steps = context.plan.filter(({ item }) => !isCleanup(item))
  const outcomes = await inOrder(context, steps, decisions, number, false)
  const failed = (): boolean => outcomes.some((outcome) => outcome.failures.length > 0)
  const exercises: ExerciseOutcome[] = []
  for (const { exercise, acts } of context.exercises) {
    amend(outcomes, await context.backgrounds.lookAfter(context))
    if (!failed() && !context.interrupted()) exercises.push(await proveExercise(context, exercise, acts, number))
  }
  const exerciseFailed = exercises.some((exercise) => exercise.failures.length > 0)
  amend(outcomes, await context.backgrounds.finish(!failed() && !exerciseFailed && !context.interrupted()))
  const stop = failed() || exerciseFailed
  const cleanup = context.plan.filter(({ item }) => isCleanup(item))
  outcomes.push(...(await inOrder(context, cleanup, decisions, number, stop)))
  return { outcomes, exercises }
}

/** @param stop Something failed before: nothing of this runs. */
async function inOrder(
  context: RunContext,
  plan: readonly PlannedItem[],
  decisions: ReadonlyMap<PlannedItem, ReadonlyMap<string, Decision>> | undefined,
  number: () => number,
  stop: boolean,
): Promise<ItemOutcome[]> {
  const outcomes: ItemOutcome[] = []
  let failed = stop
  for (const planned of plan) {
    const at = number()
    if (!failed && !context.interrupted()) {
      failed = amend(outcomes, await context.backgrounds.lookAfter(context))
    }
    if (planned.hosts.length === 0 || context.interrupted() || failed) {
      outcomes.push({ planned, results: [], seconds: 0, failures: [] })
      continue
    }
    const outcome = await runItem(context, planned, at, decisions?.get(planned))
    outcomes.push(outcome)
    failed = outcome.failures.length > 0
  }
  return outcomes
}

/** Puts what background steps have come to into their outcomes; true where one has failed. */
function amend(outcomes: ItemOutcome[], ends: readonly BackgroundEnd[]): boolean {
  for (const { key, attempted } of ends) {
    const at = outcomes.findIndex(({ planned }) => planned.key === key)
    const before = outcomes[at]
    if (before === undefined) continue
    const { result, failure } = attempted
    const failures = failure === undefined ? [] : [{ planned: before.planned, host: result.host, result, ...failure }]
    outcomes[at] = {
      ...before,
      results: before.results.map((other) => (other.host === result.host ? result : other)),
      failures: [...before.failures, ...failures],
    }
  }
  return ends.some(({ attempted }) => attempted.failure !== undefined)
}

/**
 * What a resumed run does, known before it does anything.
 * @throws UserError (exit 4) for the first step whose outcome nobody knows.
 */
function decideAll(context: RunContext): ReadonlyMap<PlannedItem, ReadonlyMap<string, Decision>> {
  const decisions = new Map<PlannedItem, Map<string, Decision>>()
  let open = false
  for (const planned of context.plan.filter((one) => one.hosts.length > 0)) {
    const byHost = new Map<string, Decision>()
    for (const { host, chain } of planned.hosts) {
      const decision = open
        ? { kind: 'start' as const }
        : decideOne(context, planned, host.name, journalChain(context, host.name, chain))
      if (decision.kind === 'unknown') throw unknownOutcome(planned.key, host.name, context.command)
      byHost.set(host.name, decision)
    }
    decisions.set(planned, byHost)
    open ||= [...byHost.values()].some((decision) => decision.kind !== 'done')
  }
  if (open) startAgain(decisions)
  return decisions
}

function decideOne(context: RunContext, planned: PlannedItem, host: string, chain: string): Decision {
  const { journal, options, session } = context
  const named = (words: readonly string[]): boolean =>
    words.some((word) => planned.item.id === word || planned.item.id.endsWith(`/${word}`))
  if (named(options.markDone) && journal.ended(planned.key, host, chain)?.result.status !== 'passed') {
    const result = markedDone(host, new Date())
    const end = { event: 'end', item: planned.key, host, chain, result, captures: {} } as const
    journal.append(end)
    return { kind: 'done', end }
  }
  const { kept, facts } = session.connection(host)
  const decision = decide(planned.item, chain, {
    end: journal.ended(planned.key, host, chain),
    pending: journal.pending(planned.key, host),
    kept,
    boot: facts.bootId,
    rerun: named(options.rerun),
  })
  if (decision.kind !== 'rebooted') return decision
  const result = markedDone(host, new Date(), 'passed')
  const end = { event: 'end', item: planned.key, host, chain, result, captures: {} } as const
  journal.append(end)
  return { kind: 'done', end }
}

/** A secret is stored nowhere, so the step that makes it runs again; what ran in the background ended with its runner. */
function startAgain(decisions: ReadonlyMap<PlannedItem, Map<string, Decision>>): void {
  for (const [planned, byHost] of decisions) {
    const { item } = planned
    if (item.type !== 'step' || isCleanup(item)) continue
    if (item.secrets.length === 0 && item.background === undefined) continue
    for (const [host, decision] of byHost) if (decision.kind === 'done') byHost.set(host, { kind: 'start' })
  }
}
