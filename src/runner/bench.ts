/** What a step costs: the runner, whole, against a plain `ssh` command over the same master connections. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { Runbook } from '../runbook/types.ts'
import { sshArguments } from '../transport/index.ts'
import type { Host } from '../transport/index.ts'
import { Backgrounds } from './backgrounds.ts'
import type { RunContext } from './context.ts'
import { Journal } from './journal.ts'
import { assumedVariant } from './machines.ts'
import { parseOptions } from './options.ts'
import { SecretValues } from './redact.ts'
import { Screen } from './screen.ts'
import { planRun } from './select.ts'
import { Session } from './session.ts'
import { runSteps } from './steps.ts'
import { resolveVariables } from './variables.ts'

export interface StepCost {
  readonly hosts: number
  readonly rounds: number
  /** Medians, in milliseconds, of one step on all hosts at once. */
  readonly step: number
  readonly ssh: number
  readonly ratio: number
}

/** What sshd tidies up after a session must not be counted to what comes next, on a guest with one CPU. */
const PAUSE_MILLISECONDS = 150

/**
 * One step that is `true` through all of the runner: plan, journal on disk, agent, output, judgement. Takes turns with the
 * plain command, so that whatever else the machine does meets both alike; each begins on hosts at rest.
 */
export async function measureStepCost(hosts: readonly Host[], lab: boolean, rounds: number): Promise<StepCost> {
  const folder = mkdtempSync(join(tmpdir(), 'k8s101-bench-'))
  const controlPath = join(folder, '%C')
  try {
    const session = await Session.open(hosts, {
      run: randomBytes(6).toString('hex'),
      runbook: 'bench',
      who: 'bench',
      mode: 'fresh',
      ignoreUserConfig: lab,
      controlPath,
      patience: 0,
      remark: () => {},
    })
    const context = benchContext(hosts, session, join(folder, 'journal.jsonl'))
    try {
      const steps: number[] = []
      const plain: number[] = []
      for (let round = -3; round < rounds; round++) {
        const step = await timed(() => trueStep(context))
        const ssh = await timed(() => Promise.all(hosts.map((host) => plainSsh(host, lab, controlPath))))
        if (round < 0) continue
        steps.push(step)
        plain.push(ssh)
      }
      const [step, ssh] = [median(steps), median(plain)]
      return { hosts: hosts.length, rounds, step, ssh, ratio: step / ssh }
    } finally {
      context.journal.close()
      await session.close(true)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function benchContext(hosts: readonly Host[], session: Session, file: string): RunContext {
  const runbook = trueRunbook(1)
  const options = parseOptions(['--yes', '--lang', 'en'], {})
  const plan = planRun(runbook, hosts, assumedVariant, options)
  return {
    runbook,
    plan,
    exercises: [],
    backgrounds: new Backgrounds(),
    options,
    lab: false,
    session,
    journal: new Journal(file),
    variables: resolveVariables(runbook, hosts, options.vars),
    captured: new Map(),
    secrets: new SecretValues(),
    screen: new Screen({ stream: new Nowhere(), color: false, live: false, total: plan.length }),
    directory: 'k8s101/bench',
    command: 'bench',
    interrupted: () => false,
    sleep: () => Promise.resolve(),
  }
}

/** So many steps that do nothing, on every host. */
export function trueRunbook(steps: number): Runbook {
  return {
    id: 'bench',
    page: 'bench',
    title: { ko: '측정', en: 'Bench' },
    topology: 'blank',
    isolation: 'machine',
    needs: [],
    vars: [],
    versions: {},
    items: Array.from({ length: steps }, (_, at) => ({
      type: 'step',
      id: `bench/s${at + 1}`,
      source: { file: 'bench', line: at + 1 },
      title: { ko: '측정', en: 'Bench' },
      on: 'every',
      hash: '0',
      script: 'true',
      exit: 0,
      order: 'parallel',
      timeoutSeconds: 60,
      idempotent: true,
      captures: [],
      secrets: [],
      phase: 'run',
    })),
  }
}

class Nowhere extends Writable {
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done()
  }
}

async function trueStep(context: RunContext): Promise<void> {
  const { outcomes } = await runSteps(context)
  const failure = outcomes.flatMap((outcome) => outcome.failures)[0]
  if (failure !== undefined) throw new Error(`${failure.host}: ${failure.reason}`)
}

function plainSsh(host: Host, lab: boolean, controlPath: string): Promise<void> {
  const args = [...sshArguments(host, { ignoreUserConfig: lab, controlPath, client: true }), 'true']
  return new Promise((resolve, reject) => {
    const child = spawn('ssh', args, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ssh ended with ${code}`))))
  })
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS))
  const start = performance.now()
  await action()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
