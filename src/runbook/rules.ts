/** Rules for whole runbooks: each ends in a verify step whose output is checked. */
import type { Problem } from '../errors/index.ts'
import { itemsFor } from './hash.ts'
import type { Runbook, Step } from './types.ts'

/** Problems of one runbook, at its last step. Only what Debian with the runbook's runtime (else containerd) runs is asked. */
export function runbookRules(runbook: Runbook): Problem[] {
  const items = itemsFor(runbook, { distro: 'debian', runtime: runbook.runtime ?? 'containerd' })
  const last = items.findLast((item): item is Step => item.type === 'step' && item.phase !== 'cleanup')
  if (last === undefined) {
    const file = `content/docs/${runbook.page}.mdx`
    return [
      {
        file,
        line: 1,
        column: 1,
        message: `the runbook "${runbook.id}" has no step`,
        hint: 'add a step, or take runbook: out',
      },
    ]
  }
  if (last.phase === 'verify' && last.expect !== undefined) return []
  const lacks = last.phase === 'verify' ? 'has no expectation' : 'is no verify step'
  return [
    {
      file: last.source.file,
      line: last.source.line,
      column: 1,
      message: `the runbook "${runbook.id}" ends in step "${last.id}", which ${lacks}`,
      hint: 'end it with a step that has phase="verify" and an expect fence',
    },
  ]
}
