/** One background step on one host: started beside the steps, ready when its output says so, stopped with all it started. */
import { StringDecoder } from 'node:string_decoder'
import type { HostResult } from '../evidence/types.ts'
import type { Step } from '../runbook/types.ts'
import { LinkLost, scriptJob } from '../transport/index.ts'
import type { Connection, OutputStream, StepOutcome } from '../transport/index.ts'
import { cutShort } from './attempt.ts'
import type { RunContext } from './context.ts'
import { compareMasked } from './expectation.ts'
import { StepOutput } from './output.ts'
import { newNonce } from './perform.ts'
import type { Attempted, Target } from './perform.ts'
import { withoutSequences } from './terminal-text.ts'

/** The host ends it then, whatever happens to us; no run is that long. */
const LONGEST_SECONDS = 24 * 3600
/** So much of the output, from its end, is searched for `ready`. */
const SEARCHED = 64 * 1024

type Ended = { readonly outcome: StepOutcome } | { readonly lost: LinkLost }

export class BackgroundStep {
  readonly step: Step
  readonly target: Target
  readonly #context: RunContext
  readonly #connection: Connection
  readonly #output: StepOutput
  readonly #ended: Promise<Ended>
  readonly #pattern: RegExp
  readonly #decoders: Readonly<Record<OutputStream, StringDecoder>> = {
    stdout: new StringDecoder('utf8'),
    stderr: new StringDecoder('utf8'),
  }
  readonly #startedAt = new Date().toISOString()
  readonly #began = performance.now()
  #seconds = 0
  #text = ''
  #shown = true
  #isReady: () => void = () => {}
  #end: Ended | undefined

  private constructor(context: RunContext, step: Step, target: Target, connection: Connection) {
    this.step = step
    this.target = target
    this.#context = context
    this.#connection = connection
    this.#pattern = new RegExp(step.background?.ready ?? '', 'mu')
    // Once others run, its lines would stand among theirs.
    this.#output = new StepOutput(context.secrets, false, (line) => {
      if (this.#shown) context.screen.output(target.host.name, line)
    })
    this.#ended = this.#run()
  }

  /** Starts it on a connection of its own, which ends it when it ends itself: nothing is left where the runner dies. */
  static async start(context: RunContext, step: Step, target: Target): Promise<BackgroundStep> {
    return new BackgroundStep(context, step, target, await context.session.aside(target.host))
  }

  /** Ended before anybody stopped it. */
  get end(): Ended | undefined {
    return this.#end
  }

  /** Waits until it is ready, has ended, or its time for that is over. */
  async ready(): Promise<Attempted> {
    const limit = this.step.timeoutSeconds
    let timer: NodeJS.Timeout | undefined
    const ready = new Promise<'ready'>((resolve) => {
      this.#isReady = () => resolve('ready')
      if (this.#pattern.test(this.#text)) resolve('ready')
    })
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limit * 1000)
    })
    const first = await Promise.race([ready, this.#ended, late])
    clearTimeout(timer)
    this.#seconds = Math.round(performance.now() - this.#began) / 1000
    this.#shown = false
    if (first === 'ready') return this.#attempted()
    if (first === 'late') {
      await this.stop()
      return this.#attempted(`not ready after ${limit} s: no output matched ${this.#quoted()}`)
    }
    await this.close()
    if ('lost' in first) return this.#attempted(first.lost.message)
    const notStarted = first.outcome.ending === 'full' ? cutShort(this.step, first.outcome)?.failure : undefined
    if (notStarted !== undefined) return this.#attempted(notStarted.reason)
    if (first.outcome.ending === 'killed') return { ...this.#attempted('interrupted'), interrupted: true }
    return this.#attempted(`it ended with ${endingWords(first.outcome)} before its output matched ${this.#quoted()}`)
  }

  /** What it has come to in the end: stopped by us as it should be, with an output that the book expects. */
  finished(): Attempted {
    if (this.step.expect === undefined) return this.#attempted()
    const comparison = compareMasked(
      this.step.expect,
      this.#output.stdout(),
      this.#output.secrets,
      this.#output.stdoutCut,
    )
    if (comparison.matched) return this.#attempted(undefined, undefined, 'matched')
    return this.#attempted('its output is not what the book says', comparison.difference, 'mismatched')
  }

  /** What to say of one that should still be running. */
  endedEarly(): Attempted {
    const how = this.#end === undefined || 'lost' in this.#end ? 'its link' : endingWords(this.#end.outcome)
    return this.#attempted(`it ended by itself with ${how}, and was to run until the end of the runbook`)
  }

  /** As it is now, judged by nothing: the run failed elsewhere. */
  asItIs(): Attempted {
    return this.#attempted()
  }

  kill(): void {
    this.#connection.kill()
  }

  /** Ends it with everything that it started, and waits for that. */
  async stop(): Promise<void> {
    this.kill()
    await this.#ended
    await this.close()
  }

  async close(): Promise<void> {
    this.#output.end()
    await this.#connection.close(true)
  }

  async #run(): Promise<Ended> {
    const { host } = this.target
    const job = scriptJob({
      script: this.step.script,
      directory: this.#context.directory,
      variables: { ...this.#context.variables.get(host.name), ...Object.fromEntries(this.#context.captured) },
      captures: [],
    })
    const request = { nonce: newNonce(), timeoutSeconds: LONGEST_SECONDS, job }
    try {
      this.#end = { outcome: await this.#connection.run(request, (stream, bytes) => this.#feed(stream, bytes)) }
    } catch (error) {
      if (!(error instanceof LinkLost)) throw error
      this.#end = { lost: error }
    }
    return this.#end
  }

  #feed(stream: OutputStream, bytes: Buffer): Promise<void> | undefined {
    this.#output.feed(stream, bytes)
    this.#text = (this.#text + withoutSequences(this.#decoders[stream].write(bytes))).slice(-SEARCHED)
    if (this.#pattern.test(this.#text)) this.#isReady()
    return this.#context.screen.flush()
  }

  #attempted(reason?: string, difference?: string, verdict: HostResult['verdict'] = 'none'): Attempted {
    const result: HostResult = {
      host: this.target.host.name,
      status: reason === undefined ? 'passed' : 'failed',
      exit: null,
      startedAt: this.#startedAt,
      seconds: this.#seconds,
      verdict,
      ...this.#output.kept(),
    }
    const failure =
      reason === undefined ? {} : { failure: { reason, ...(difference === undefined ? {} : { difference }) } }
    return { result, captures: {}, interrupted: false, ...failure }
  }

  #quoted(): string {
    return JSON.stringify(this.step.background?.ready ?? '')
  }
}

function endingWords({ ending, exit }: StepOutcome): string {
  return ending === 'exited'
    ? `exit status ${exit}`
    : ending === 'timeout'
      ? 'its last timeout'
      : 'a signal from elsewhere'
}
