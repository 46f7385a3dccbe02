/** In which order runbooks are verified: machines are shared where a runbook leaves nothing behind, else they are new. */
import type { Runbook } from '../runbook/types.ts'

export interface Turn {
  readonly id: string
  /** New machines (or the kept state of what it needs); else those of the turn before, as that left them. */
  readonly fresh: boolean
}

type Ordered = Pick<Runbook, 'id' | 'needs' | 'isolation'>

/** Each runbook and whether it starts on new machines, in the order of `inOrder`. */
export function verificationOrder(runbooks: readonly Ordered[], standing?: string): Turn[] {
  const ordered = inOrder(runbooks, standing)
  const first = standing === undefined ? undefined : builder(standing)
  return ordered.map((one, at) => ({ id: one.id, fresh: !mayShare(one, at === 0 ? first : ordered[at - 1]) }))
}

/**
 * Runbooks that build what others need come first, each followed by those that share its machines; then those that change
 * the machines, each on new ones.
 * @param runbooks Those to verify.
 * @param standing The runbook whose state the machines hold already, if any; it is left out.
 */
export function inOrder<T extends Ordered>(runbooks: readonly T[], standing?: string): T[] {
  const others = runbooks.filter(({ id }) => id !== standing)
  const builders = others.filter((one) => one.needs.length === 0)
  const sharing = others.filter((one) => one.needs.length > 0 && one.isolation === 'namespace')
  const changing = others.filter((one) => one.needs.length > 0 && one.isolation !== 'namespace')
  const after = (state: string): T[] => sharing.filter((one) => one.needs.at(-1) === state)
  const states = new Set([...(standing === undefined ? [] : [standing]), ...builders.map(({ id }) => id)])
  const orphans = sharing
    .filter((one) => !states.has(one.needs.at(-1) ?? ''))
    .toSorted((a, b) => (a.needs.at(-1) ?? '').localeCompare(b.needs.at(-1) ?? ''))
  return [
    ...(standing === undefined ? [] : after(standing)),
    ...builders.flatMap((one) => [one, ...after(one.id)]),
    ...orphans,
    ...changing,
  ]
}

/** Whether a runbook may start on the machines of the one before as that left them. */
export function mayShare(one: Ordered, before: Ordered | undefined): boolean {
  const state = one.needs.at(-1)
  if (before === undefined || state === undefined || one.isolation !== 'namespace') return false
  return before.id === state || (before.isolation === 'namespace' && before.needs.at(-1) === state)
}

/** A runbook of which only its name matters: the machines hold what it built. */
export function builder(id: string): Ordered {
  return { id, needs: [], isolation: 'machine' }
}
