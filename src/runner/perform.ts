/** One request to one host's agent, journalled before it is sent; or the taking over of one that ran on. */
import { randomBytes } from 'node:crypto'
import type { HostResult } from '../evidence/types.ts'
import type { Host, StepOutcome, StepRequest } from '../transport/index.ts'
import type { RunContext } from './context.ts'
import { StepOutput } from './output.ts'
import { unknownOutcome } from './resume.ts'
import { StepForgotten } from './session.ts'

/** What came of an item on a host. `difference` is masked. */
export interface Attempted {
  readonly result: HostResult
  readonly captures: Readonly<Record<string, string>>
  readonly failure?: { readonly reason: string; readonly difference?: string }
  readonly interrupted: boolean
}

export interface Target {
  readonly key: string
  readonly host: Host
  readonly chain: string
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
 * @throws UserError exit 3 when the host is lost for good, exit 4 when it came back and knows nothing.
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
  const sink = (stream: 'stdout' | 'stderr', bytes: Buffer): void => output.feed(stream, bytes)
  if (adopted) {
    const outcome = await context.session.connection(host.name).collect(request.nonce, sink)
    const startedAt = new Date(outcome.startedAt * 1000).toISOString()
    return { outcome, output, startedAt, seconds: Math.max(0, outcome.endedAt - outcome.startedAt) }
  }
  context.journal.append({
    event: 'start',
    item: key,
    host: host.name,
    chain,
    nonce: request.nonce,
    at: began.toISOString(),
  })
  try {
    const outcome = await context.session.run(host, request, sink, () => {
      output = fresh()
    })
    return { outcome, output, startedAt: began.toISOString(), seconds: round((performance.now() - start) / 1000) }
  } catch (error) {
    throw error instanceof StepForgotten ? unknownOutcome(key, host.name, context.command) : error
  }
}

export function newNonce(): string {
  return randomBytes(16).toString('hex')
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
