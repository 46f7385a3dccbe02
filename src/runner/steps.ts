/** Goes through the plan: one item after the other, each on its hosts; the exercises before the cleanup. */
import { suggest, UserError } from '../errors/index.ts'
import type { HostResult } from '../evidence/types.ts'
import type { RunContext } from './context.ts'
import type { BackgroundEnd } from './backgrounds.ts'
import { proveExercise } from './exercises.ts'
import type { ExerciseOutcome } from './exercises.ts'
import { decide, isNamed, markedDone, settledWord, unknownOutcome, unknownStep } from './resume.ts'
import type { Decision, UnknownStep } from './resume.ts'
import { journalChain, runItem } from './run-item.ts'
import type { ItemOutcome } from './run-item.ts'
import type { PlannedItem } from './select.ts'
import { isCleanup, resolveStep } from './select.ts'

export interface Ran {
  readonly outcomes: readonly ItemOutcome[]
  /** Empty where exercises were not asked for, or a step before them failed. */
  readonly exercises: readonly ExerciseOutcome[]
}

/** Runs until the end, the first failure, or an interruption. Journal and captures are kept as it goes. */
export async function runSteps(context: RunContext): Promise<Ran> {
  const decisions = context.options.resume ? decideAll(context) : undefined
  // Interrupted before the first step: what earlier runs left has ended on the hosts, and how it ended is kept.
  const collect = context.interrupted()
  const counter = { value: 0 }
  const number = (): number => (counter.value += 1)
  const steps = context.plan.filter(({ item }) => !isCleanup(item))
  const outcomes = await inOrder(context, steps, decisions, number, false, collect)
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

/**
 * @param stop Something failed before: nothing of this runs.
 * @param collect Interrupted or not, the ends of steps that ran before are collected.
 */
async function inOrder(
  context: RunContext,
  plan: readonly PlannedItem[],
  decisions: ReadonlyMap<PlannedItem, ReadonlyMap<string, Decision>> | undefined,
  number: () => number,
  stop: boolean,
  collect = false,
): Promise<ItemOutcome[]> {
  const outcomes: ItemOutcome[] = []
  let failed = stop
  for (const planned of plan) {
    const at = number()
    if (!failed && !context.interrupted()) {
      failed = amend(outcomes, await context.backgrounds.lookAfter(context))
    }
    const rests = context.interrupted() && !(collect && hasEnded(decisions?.get(planned)))
    if (planned.hosts.length === 0 || rests || failed) {
      outcomes.push({ planned, results: [], seconds: 0, failures: [] })
      continue
    }
    const outcome = await runItem(context, planned, at, decisions?.get(planned))
    outcomes.push(outcome)
    failed = outcome.failures.length > 0
  }
  return outcomes
}

/** Whether nothing of the item would run: it was done earlier, or ended after its runner had gone. */
function hasEnded(decisions: ReadonlyMap<string, Decision> | undefined): boolean {
  return decisions !== undefined && [...decisions.values()].every(({ kind }) => kind === 'done' || kind === 'adopt')
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
 * Each step is judged by itself: its chain holds what came before it, and a secret's producer may run again before it.
 * @throws UserError (exit 4) for the first step whose outcome nobody knows, with every host of it.
 */
function decideAll(context: RunContext): ReadonlyMap<PlannedItem, ReadonlyMap<string, Decision>> {
  checkSettled(context)
  const decisions = new Map<PlannedItem, Map<string, Decision>>()
  let open = false
  for (const planned of context.plan.filter((one) => one.hosts.length > 0)) {
    const byHost = new Map<string, Decision>()
    const unknown: UnknownStep[] = []
    for (const { host, chain } of planned.hosts) {
      const decision = decideOne(context, planned, host.name, journalChain(context, host.name, chain))
      if (decision.kind === 'unknown') unknown.push(unknownStep(planned, host.name))
      byHost.set(host.name, decision)
    }
    if (unknown.length > 0) throw unknownOutcome(unknown, context.command)
    decisions.set(planned, byHost)
    open ||= [...byHost.values()].some((decision) => decision.kind !== 'done')
  }
  if (open) startAgain(decisions)
  return decisions
}

/** @throws UserError (exit 2) for a word of `--rerun` or `--mark-done` that names no step, no host of it, or what cannot be taken as done. */
function checkSettled({ options, plan }: RunContext): void {
  const ids = [...new Set(plan.flatMap(({ item, key }) => [item.id, key]))]
  for (const given of [...options.rerun, ...options.markDone]) {
    const { word, host } = settledWord(given)
    const [id] = resolveStep(word, ids)
    const planned = plan.filter((one) => one.item.id === id || one.key === id)
    const hosts = planned.flatMap((one) => one.hosts.map((target) => target.host.name))
    if (host !== undefined && !hosts.includes(host)) {
      throw new UserError(`${given}: the step does not run on ${JSON.stringify(host)}`, suggest(host, hosts, 'hosts'))
    }
    const made = planned.flatMap(({ item }) => (item.type === 'step' ? [...item.captures, ...item.secrets] : []))
    if (made.length > 0 && options.markDone.includes(given)) {
      throw new UserError(
        `--mark-done ${given}: later steps need ${made.join(', ')}, which only this step can give`,
        `Start it again: --rerun ${given}`,
      )
    }
  }
}

function decideOne(context: RunContext, planned: PlannedItem, host: string, chain: string): Decision {
  const { journal, options, session } = context
  const settle = (result: HostResult): Decision => {
    const end = { event: 'end', item: planned.key, host, chain, result, captures: {} } as const
    journal.append(end)
    return { kind: 'done', end }
  }
  const named = (words: readonly string[]): boolean => isNamed(words, { id: planned.item.id, key: planned.key }, host)
  if (named(options.markDone) && journal.ended(planned.key, host, chain)?.result.status !== 'passed') {
    return settle(markedDone(host, new Date()))
  }
  const { kept, facts } = session.connection(host)
  const decision = decide(planned.item, chain, {
    end: journal.ended(planned.key, host, chain),
    pending: journal.pending(planned.key, host),
    kept,
    boot: facts.bootId,
    rerun: named(options.rerun),
  })
  return decision.kind === 'rebooted' ? settle(markedDone(host, new Date(), 'passed')) : decision
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
