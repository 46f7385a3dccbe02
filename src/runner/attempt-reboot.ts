/** A step that takes its host down: right when the host is back with a new boot id. */
import type { HostResult } from '../evidence/types.ts'
import type { Step } from '../runbook/types.ts'
import { LinkLost } from '../transport/index.ts'
import type { StepOutcome } from '../transport/index.ts'
import { requestFor } from './attempt.ts'
import type { RunContext } from './context.ts'
import { StepOutput } from './output.ts'
import { newNonce } from './perform.ts'
import type { Attempted, Target } from './perform.ts'

export async function attemptReboot(context: RunContext, step: Step, target: Target): Promise<Attempted> {
  const { host, key, chain } = target
  const limit = step.rebootSeconds ?? 0
  const began = performance.now()
  const startedAt = new Date().toISOString()
  const output = new StepOutput(context.secrets, false, (line) => context.screen.output(host.name, line))
  const connection = context.session.connection(host.name)
  const boot = connection.facts.bootId
  const request = requestFor(context, step, target, newNonce())
  // The boot id tells a resumed run whether the host went down.
  context.journal.append({
    event: 'start',
    item: key,
    host: host.name,
    chain,
    nonce: request.nonce,
    at: startedAt,
    boot,
  })
  const outcome = await connection
    .run(request, (stream, bytes) => {
      output.feed(stream, bytes)
      return context.screen.flush()
    })
    .catch((error: unknown) => {
      if (error instanceof LinkLost) return undefined
      throw error
    })
  const ended = (status: HostResult['status'], reason?: string): Attempted => {
    output.end()
    const seconds = Math.round((performance.now() - began) / 10) / 100
    const result = {
      host: host.name,
      status,
      exit: null,
      startedAt,
      seconds,
      verdict: 'none',
      ...output.kept(),
    } as const
    return { result, captures: {}, interrupted: false, ...(reason === undefined ? {} : { failure: { reason } }) }
  }
  if (outcome?.ending === 'already') return ended('already-done')
  const wrong = outcome === undefined ? undefined : refusal(outcome)
  if (wrong !== undefined) return ended('failed', wrong)
  context.screen.remark(`${host.name}: waiting for it to go down and come back, at most ${limit} s …`)
  const back = await context.session.rebooted(host, boot, began + limit * 1000, context)
  if (back === 'back') return ended('passed')
  if (context.interrupted()) return { ...ended('failed', 'interrupted'), interrupted: true }
  const how = back === 'up' ? 'it is up with the boot id that it had' : 'it does not answer'
  return ended('failed', `it did not come back with a new boot id within ${limit} s: ${how}`)
}

/** Why the host will not go down: the command failed. What the shutdown killed has done its work. */
function refusal({ ending, exit }: StepOutcome): string | undefined {
  if (ending === 'full') return 'the command that takes it down was not started: /run of the host is full'
  if (ending === 'timeout') return 'the command that takes it down did not end'
  const killed = ending === 'lost' || ending === 'killed' || exit === 137 || exit === 143
  return killed || exit === 0 ? undefined : `exit status ${exit}`
}
