/** The proof of a whole page in one box: which run, how many blocks ran, what the lab replaced. Pure. */
import type { Evidence } from '../../evidence/types.ts'
import type { PageView } from './views.ts'

export interface PageSummary {
  readonly state: 'proven' | 'stale' | 'failed' | 'untested'
  /** Runbook that a reader runs to see the same; the page's own, or the one that included it. */
  readonly runbook: string
  readonly ran: number
  readonly notRun: number
  /** The run that proves most of the page; none while there is no run. */
  readonly evidence?: Evidence
}

/** Nothing for a page without a runbook. */
export function pageSummary(view: PageView): PageSummary | undefined {
  const own = view.chapter.runbook?.id
  if (own === undefined) return undefined
  const shown = [...view.blocks.values()].filter((block) => block.kind === 'run' || block.kind === 'norun')
  const proofs = shown.flatMap((block) =>
    block.kind === 'run' && block.proof.state !== 'untested' ? [block.proof] : [],
  )
  const evidence = mostFrequent(proofs.map((proof) => proof.evidence))
  const states = new Set(proofs.map((proof) => proof.state))
  return {
    state: states.has('failed') ? 'failed' : states.has('stale') ? 'stale' : states.size > 0 ? 'proven' : 'untested',
    runbook: evidence?.runbook ?? own,
    ran: proofs.length,
    notRun: shown.length - proofs.length,
    ...(evidence === undefined ? {} : { evidence }),
  }
}

/** The environment in a few words: `Debian 13 · uml · 6.12.57`. */
export function environmentWords({ environment }: Evidence): string {
  return [shortOs(environment.os), environment.driver].join(' · ')
}

/** `Debian GNU/Linux 13 (trixie)` as `Debian 13`. */
export function shortOs(name: string): string {
  return name.replace(' GNU/Linux', '').replace(/\s*\([^)]*\)\s*$/u, '')
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}
