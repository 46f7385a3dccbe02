/** The check of an exercise on one host: it says with message ids what is missing, or with nothing that all is right. */
import { suggest } from '../errors/index.ts'
import type { Step } from '../runbook/types.ts'
import type { StepOutcome } from '../transport/index.ts'
import { cutShort, failed, runScript } from './attempt.ts'
import type { Judged } from './attempt.ts'
import type { RunContext } from './context.ts'
import type { Attempted, Target } from './perform.ts'
import { maskText } from './redact.ts'
import { plainText } from './terminal-text.ts'

export interface CheckReading {
  readonly judged: Judged
  /** Ids of the messages that it printed, each once. */
  readonly missing: readonly string[]
}

/** Runs the check once; `found` gets what it says is missing. A check that is broken fails like a step. */
export function attemptCheck(
  context: RunContext,
  step: Step,
  target: Target,
  messages: readonly string[],
  found: (missing: readonly string[]) => void,
): Promise<Attempted> {
  return runScript(context, step, target, undefined, (outcome, output) => {
    const reading = readCheck(step, outcome, maskText(output.stdout(), output.secrets), messages)
    found(reading.missing)
    return reading.judged
  })
}

/** Pure. */
export function readCheck(step: Step, outcome: StepOutcome, stdout: string, messages: readonly string[]): CheckReading {
  const ids = [...new Set(stdout.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  const broken = (reason: string): CheckReading => ({ judged: failed(`the check is broken: ${reason}`), missing: [] })
  const cut = cutShort(step, outcome)
  if (cut !== undefined) return { judged: cut, missing: [] }
  const foreign = ids.find((id) => !messages.includes(id))
  if (foreign !== undefined) {
    return broken(
      `it printed ${JSON.stringify(plainText(foreign))}, which is no message (${suggest(foreign, messages)})`,
    )
  }
  if (outcome.exit > 1) return broken(`exit status ${outcome.exit}; 0 is done, 1 is not done`)
  if (outcome.exit === 0 && ids.length > 0) return broken(`it printed ${ids.join(', ')} and ended with 0, not with 1`)
  if (outcome.exit === 1 && ids.length === 0) return broken('it ended with 1 and did not say what is missing')
  return { judged: { status: 'passed', verdict: 'none' }, missing: ids }
}
