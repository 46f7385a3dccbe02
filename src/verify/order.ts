/** In which order runbooks are verified: machines are shared where a runbook leaves nothing behind, else they are new. */
import type { Runbook } from '../runbook/types.ts'

export interface Turn {
  readonly id: string
  /** New machines (or the kept state of what it needs); else those of the turn before, as that left them. */
  readonly fresh: boolean
}

type Ordered = Pick<Runbook, 'id' | 'needs' | 'isolation'>

/**
 * Runbooks that build what others need come first, each followed by those that share its machines; then those that change
 * the machines, each on new ones.
 * @param runbooks Those to verify.
 * @param standing The runbook whose state the machines hold already, if any.
 */
export function verificationOrder(runbooks: readonly Ordered[], standing?: string): Turn[] {
  const builders = runbooks.filter((one) => one.needs.length === 0)
  const sharing = runbooks.filter((one) => one.needs.length > 0 && one.isolation === 'namespace')
  const changing = runbooks.filter((one) => one.needs.length > 0 && one.isolation !== 'namespace')
  const after = (state: string): Turn[] =>
    sharing.filter((one) => one.needs.at(-1) === state).map(({ id }) => ({ id, fresh: false }))
  const states = new Set([...(standing === undefined ? [] : [standing]), ...builders.map(({ id }) => id)])
  const orphans = sharing
    .filter((one) => !states.has(one.needs.at(-1) ?? ''))
    .toSorted((a, b) => (a.needs.at(-1) ?? '').localeCompare(b.needs.at(-1) ?? ''))
  return [
    ...(standing === undefined ? [] : after(standing)),
    ...builders.filter(({ id }) => id !== standing).flatMap(({ id }) => [{ id, fresh: true }, ...after(id)]),
    ...orphans.map(({ id, needs }, at) => ({ id, fresh: needs.at(-1) !== orphans[at - 1]?.needs.at(-1) })),
    ...changing.map(({ id }) => ({ id, fresh: true })),
  ]
}
