/** One request to one host's agent, journalled before it is sent; or the taking over of one that ran on. */
import { randomBytes } from 'node:crypto'
import type { ExitCode } from '../errors/index.ts'
import type { HostResult } from '../evidence/types.ts'
import type { Host, OutputSink, StepOutcome, StepRequest } from '../transport/index.ts'
import type { RunContext } from './context.ts'
import { StepOutput } from './output.ts'
import { unknownAnswer, unknownOutcome, unknownStep } from './resume.ts'
import { StepForgotten } from './session.ts'

/** What came of an item on a host. `difference` is masked. */
export interface Attempted {
  readonly result: HostResult
  readonly captures: Readonly<Record<string, string>>
  readonly failure?: { readonly reason: string; readonly difference?: string }
  readonly interrupted: boolean
  /** Stopped in the middle, so that nobody knows what of it happened. */
  readonly cut?: boolean
  /** The host went away meanwhile, or came back without knowing of it: the exit code for that. Its end is not journalled. */
  readonly lost?: ExitCode
}

export interface Target {
  readonly key: string
  readonly host: Host
  readonly chain: string
  /** Starting it again is right, whatever came of it. */
  readonly harmless: boolean
  /** An earlier attempt did not end well. */
  readonly again: boolean
  /** The attempt that an earlier runner left; taken over instead of starting anew. */
  readonly adopt?: string
}

export interface Performed {
  readonly outcome: StepOutcome
  readonly output: StepOutput
  readonly startedAt: string
  readonly seconds: number
}

/**
 * @param hold Shows no output before the end (see StepOutput).
 * @throws UserError exit 3 when the host is lost for good, exit 4 when it came back and knows nothing of a step that must
 * not run twice.
 */
export async function perform(
  context: RunContext,
  target: Target,
  request: StepRequest,
  hold: boolean,
  adopted: boolean,
): Promise<Performed> {
  const { host, key, chain } = target
  const fresh = (): StepOutput =>
    new StepOutput(context.secrets, hold, (line) => context.screen.output(host.name, line))
  let output = fresh()
  const began = new Date()
  const start = performance.now()
  const sink: OutputSink = (stream, bytes) => {
    output.feed(stream, bytes)
    return context.screen.flush()
  }
  const restart = (): void => {
    output = fresh()
  }
  const started = { event: 'start', item: key, host: host.name, chain, nonce: request.nonce } as const
  try {
    if (adopted) {
      const outcome = await context.session.collect(host, request.nonce, sink, restart)
      const startedAt = new Date(outcome.startedAt * 1000).toISOString()
      return { outcome, output, startedAt, seconds: Math.max(0, outcome.endedAt - outcome.startedAt) }
    }
    context.journal.append({ ...started, at: began.toISOString() })
    const outcome = await context.session.run(host, request, sink, restart)
    return { outcome, output, startedAt: began.toISOString(), seconds: round((performance.now() - start) / 1000) }
  } catch (error) {
    if (!(error instanceof StepForgotten)) throw error
    if (!target.harmless) throw unknown(context, target)
    context.screen.remark(`${host.name}: it came back and knows nothing of the step; starting it again does no harm`)
    // Without creates: what the attempt before left behind says nothing about whether the step is done.
    const { timeoutSeconds, job } = request
    return perform(context, target, { nonce: newNonce(), timeoutSeconds, job }, hold, false)
  }
}

/** Exit 4 for one step on one host. */
function unknown(context: RunContext, { key, host }: Target): Error {
  if (context.options.exercise !== undefined) return unknownAnswer(key, host.name, context.command)
  const planned = context.plan.find((one) => one.key === key)
  // Of an exercise that is proven: a resumed run proves it from its setup.
  if (planned === undefined) return unknownAnswer(key, host.name, `${context.command} --resume`)
  return unknownOutcome([unknownStep(planned, host.name)], context.command)
}

export function newNonce(): string {
  return randomBytes(16).toString('hex')
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
