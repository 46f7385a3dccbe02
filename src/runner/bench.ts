/** What a step costs: the runner's agent against a plain `ssh` command over the same master connection. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, scriptJob, sshArguments } from '../transport/index.ts'
import type { Connection, Host } from '../transport/index.ts'

export interface StepCost {
  readonly rounds: number
  /** Medians, in milliseconds. */
  readonly step: number
  readonly ssh: number
  readonly ratio: number
}

/** What sshd tidies up after a session must not be counted to what comes next, on a guest with one CPU. */
const PAUSE_MILLISECONDS = 150

/** Takes turns, so that whatever else the machine does meets both alike; each begins on a host at rest. */
export async function measureStepCost(host: Host, lab: boolean, rounds: number): Promise<StepCost> {
  const folder = mkdtempSync(join(tmpdir(), 'k8s101-bench-'))
  const controlPath = join(folder, 's')
  const run = { run: randomBytes(6).toString('hex'), runbook: 'bench', who: 'bench' }
  try {
    const connection = await connect(host, { ...run, mode: 'fresh', ignoreUserConfig: lab, controlPath })
    try {
      const steps: number[] = []
      const plain: number[] = []
      for (let round = -3; round < rounds; round++) {
        const step = await timed(() => trueStep(connection))
        const ssh = await timed(() => plainSsh(host, lab, controlPath))
        if (round < 0) continue
        steps.push(step)
        plain.push(ssh)
      }
      const [step, ssh] = [median(steps), median(plain)]
      return { rounds, step, ssh, ratio: step / ssh }
    } finally {
      await connection.close(true)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function trueStep(connection: Connection): Promise<void> {
  const job = scriptJob({ script: 'true', directory: 'k8s101/bench', variables: {}, captures: [] })
  const request = { nonce: randomBytes(16).toString('hex'), timeoutSeconds: 60, job }
  const outcome = await connection.run(request, () => {})
  if (outcome.exit !== 0) throw new Error(`the step ended with ${outcome.exit}`)
}

function plainSsh(host: Host, lab: boolean, controlPath: string): Promise<void> {
  const args = [...sshArguments(host, { ignoreUserConfig: lab, controlPath, client: true }), 'true']
  return new Promise((resolve, reject) => {
    const child = spawn('ssh', args, { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ssh ended with ${code}`))))
  })
}

async function timed(action: () => Promise<void>): Promise<number> {
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
