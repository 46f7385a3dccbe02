/** Rules for the text of one bash step: no comments or prompts, no state for later blocks, harmless a second time. */
import type { Complain } from './place.ts'
import { firstChange } from './shell/effects.ts'
import { copyProblems, stateProblems } from './shell/lint.ts'
import { scanShell } from './shell/scan.ts'
import type { Fence, Position, StepFence } from './types.ts'
import { placesIn } from '../yaml/index.ts'

/** Complains about the text of bash fences that readers copy. */
export function checkScripts(fences: readonly Fence[], complain: Complain): void {
  for (const fence of fences) {
    if (fence.lang !== 'bash' || (fence.kind !== 'step' && fence.kind !== 'norun')) continue
    const scan = scanShell(fence.text)
    const state = fence.kind === 'step' ? stateProblems(scan) : []
    for (const { offset, message, hint } of [...copyProblems(fence.text, scan), ...state]) {
      complain(placeInFence(fence, offset), message, hint)
    }
    if (fence.text.trim() === '')
      complain(fence.position, 'the bash fence is empty', 'write the commands or take it out')
    if (fence.kind === 'step') checkSecondRun(fence, complain)
  }
}

/** Place in the file of an offset in the fence's text. */
export function placeInFence(fence: Fence, offset: number): Position {
  const { line, column } = fence.position
  return placesIn(fence.text, { line: line + 1, column })(offset)
}

/**
 * An answer, right or wrong, is given once after each setup; a check may change nothing at all, which is its own rule.
 * What runs in the background is stopped at the end of each run.
 */
function runsAgain({ exercise, background }: StepFence): boolean {
  return background === undefined && (exercise === undefined || exercise.part === 'setup')
}

function checkSecondRun(step: StepFence, complain: Complain): void {
  if (step.phase === 'cleanup' || !runsAgain(step)) return
  const declared = [step.creates !== undefined, step.unless !== undefined, step.idempotent].filter(Boolean).length
  if (declared > 0) return
  const change = firstChange(scanShell(step.text))
  if (change === undefined) return
  const command = change.words.join(' ').slice(0, 60)
  complain(
    placeInFence(step, change.offset),
    `step "${step.id}" may change something (${JSON.stringify(command)}) and does not say how a second run is harmless`,
    'add creates="PATH" or unless="COMMAND" (already done where that holds), or idempotent="yes" where running it again changes nothing',
  )
}
