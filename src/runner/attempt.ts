/** One step on one host, with every retry, judged by its status, its captures and what the book says it prints. */
// Not through the door, which loads the Markdown parser: a runbook that only runs does without it.
import { parseTtyKeys } from '../chapter/tty-keys.ts'
import type { TtyAction } from '../chapter/tty-keys.ts'
import type { HostResult, StepStatus, Verdict } from '../evidence/types.ts'
import type { Step } from '../runbook/types.ts'
import { scriptJob, ttyScript } from '../transport/index.ts'
import type { StepOutcome, StepRequest } from '../transport/index.ts'
import type { RunContext } from './context.ts'
import { compareMasked } from './expectation.ts'
import type { StepOutput } from './output.ts'
import { newNonce, perform } from './perform.ts'
import type { Attempted, Target } from './perform.ts'
import { looksSecret } from './redact.ts'
import { formatSeconds } from './screen.ts'
import { expandPath } from './shell-text.ts'
import { terminalText } from './terminal-text.ts'

/** Runs a step until it is right or its time is over. */
export async function attemptStep(context: RunContext, step: Step, target: Target): Promise<Attempted> {
  const began = performance.now()
  const deadline = began + (step.retrySeconds ?? 0) * 1000
  let { adopt, again: failedBefore } = target
  for (let pause = 1000; ; pause = Math.min(pause * 2, 5000)) {
    const attempted = await runScript(context, step, { ...target, again: failedBefore }, adopt, (outcome, output) =>
      judge(step, outcome, output),
    )
    adopt = undefined
    failedBefore = true
    const again = attempted.failure !== undefined && !attempted.interrupted && performance.now() + pause < deadline
    if (!again || context.interrupted()) return attempted
    context.screen.remark(
      `${target.host.name}: ${attempted.failure.reason}; trying again for ${formatSeconds((deadline - performance.now()) / 1000)}`,
    )
    context.screen.host(target.host.name, 'tries again')
    await context.sleep(pause)
  }
}

/** Runs a step's script once, or takes over the attempt `adopt`; what it came to is for `judge` to say. */
export async function runScript(
  context: RunContext,
  step: Step,
  target: Target,
  adopt: string | undefined,
  judge: (outcome: StepOutcome, output: StepOutput) => Judged,
): Promise<Attempted> {
  const { host } = target
  const names = [...step.captures, ...step.secrets]
  const request = requestFor(context, step, target, adopt ?? newNonce())
  const { outcome, output, startedAt, seconds } = await perform(
    context,
    target,
    request,
    step.secrets.length > 0,
    adopt !== undefined,
  )
  const captures = Object.fromEntries(
    names.flatMap((name, at) => (outcome.captures[at] === undefined ? [] : [[name, outcome.captures[at]]])),
  )
  const undeclared = step.captures.filter((name) => looksSecret(captures[name] ?? ''))
  for (const name of [...step.secrets, ...undeclared]) context.secrets.add(captures[name] ?? '')
  output.end(outcome.ending === 'already' ? [] : step.secrets.filter((name) => captures[name] === undefined))
  const judged = undeclared.length === 0 ? judge(outcome, output) : failed(undeclaredSecret(undeclared))
  const result: HostResult = {
    host: host.name,
    status: judged.status,
    exit: outcome.ending === 'already' ? null : outcome.exit,
    startedAt,
    seconds,
    verdict: judged.verdict,
    ...output.kept(),
  }
  return {
    result,
    // The journal keeps them.
    captures: Object.fromEntries(Object.entries(captures).filter(([name]) => !undeclared.includes(name))),
    interrupted: outcome.ending === 'killed',
    ...(wasCut(step, outcome) ? { cut: true } : {}),
    ...(judged.failure === undefined ? {} : { failure: judged.failure }),
  }
}

/** SIGKILL and SIGTERM, as a shell says that they ended it or what it ran: the out-of-memory killer, a person, a shutdown. */
const CUT_STATUS = new Map([
  [137, 'SIGKILL'],
  [143, 'SIGTERM'],
])

/** Stopped in the middle: nobody knows what of it happened. A step that ran out of its time counts as failed. */
function wasCut(step: Step, outcome: StepOutcome): boolean {
  if (outcome.ending === 'killed' || outcome.ending === 'lost') return true
  return outcome.ending === 'exited' && outcome.exit !== step.exit && CUT_STATUS.has(outcome.exit)
}

/** What the agent is asked: the script with its variables, or the one that types into a terminal on which it runs. */
export function requestFor(context: RunContext, step: Step, target: Target, nonce: string): StepRequest {
  const { host } = target
  const values = { ...context.variables.get(host.name), ...Object.fromEntries(context.captured) }
  const home = context.session.connection(host.name).facts.home
  // What a failed attempt left behind says nothing about whether the step is done.
  const creates =
    step.creates === undefined || target.again
      ? undefined
      : absolute(expandPath(step.creates, home, values), home, context.directory)
  return {
    nonce,
    timeoutSeconds: step.timeoutSeconds,
    job: scriptJob({
      script: step.tty === undefined ? step.script : ttyScript(step.script, ttyInput(step.tty)),
      directory: context.directory,
      variables: values,
      captures: [...step.captures, ...step.secrets],
      ...(step.unless === undefined ? {} : { unless: step.unless }),
    }),
    ...(creates === undefined ? {} : { creates }),
  }
}

function ttyInput(keys: string): readonly TtyAction[] {
  const parsed = parseTtyKeys(keys)
  if ('problem' in parsed) throw new Error(`tty=${JSON.stringify(keys)}: ${parsed.problem.message}`)
  return parsed.actions
}

function undeclaredSecret(names: readonly string[]): string {
  return `${names.join(', ')}: the value has the shape of a token or key, which is stored nowhere; the chapter must say secret="${names.join(',')}" in place of capture`
}

export function failed(reason: string): Judged {
  return { status: 'failed', verdict: 'none', failure: { reason } }
}

export interface Judged {
  readonly status: StepStatus
  readonly verdict: Verdict
  readonly failure?: { readonly reason: string; readonly difference?: string }
}

function judge(step: Step, outcome: StepOutcome, output: StepOutput): Judged {
  const names = [...step.captures, ...step.secrets]
  if (outcome.ending === 'already') {
    if (names.length > 0) return failed(`nothing to do, so ${names.join(', ')} is not known`)
    return { status: 'already-done', verdict: 'none' }
  }
  const cut = cutShort(step, outcome)
  if (cut !== undefined) return cut
  if (outcome.exit !== step.exit) {
    const signal = CUT_STATUS.get(outcome.exit)
    const word = signal === undefined ? '' : ` (it was killed: ${signal})`
    return failed(`exit status ${outcome.exit}${word}${step.exit === 0 ? '' : `, expected ${step.exit}`}`)
  }
  if (outcome.captures.length < names.length) return failed(`it ended before it had set ${names.join(', ')}`)
  if (step.expect === undefined) return { status: 'passed', verdict: 'none' }
  const stdout = step.tty === undefined ? output.stdout() : terminalText(output.stdout())
  const comparison = compareMasked(step.expect, stdout, output.secrets, output.stdoutCut)
  if (comparison.matched) return { status: 'passed', verdict: 'matched' }
  return {
    status: 'failed',
    verdict: 'mismatched',
    failure: { reason: 'its output is not what the book says', difference: comparison.difference },
  }
}

/** What a step came to that did not end by itself; undefined where it did. */
export function cutShort(step: Step, { ending }: StepOutcome): Judged | undefined {
  switch (ending) {
    case 'timeout':
      return failed(`timed out after ${step.timeoutSeconds} s; everything it had started was killed`)
    case 'killed':
      return failed('interrupted')
    case 'lost':
      return failed('its shell was killed by something else on the host')
    case 'full':
      return failed('it was not started: /run of the host is full, so that nothing could be written down about it')
    case 'already':
    case 'exited':
      return undefined
  }
}

function absolute(path: string, home: string, directory: string): string {
  return path.startsWith('/') ? path : `${home}/${directory}/${path}`
}
