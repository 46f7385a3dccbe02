/** What the agent's tests ask of a connection. */
import { randomBytes } from 'node:crypto'
import { scriptJob } from '../../src/transport/index.ts'
import type { Connection, ConnectOptions, ScriptJob, StepOutcome } from '../../src/transport/index.ts'
import type { TestHost } from './sshd.ts'

export const options: ConnectOptions = {
  run: 'run1',
  runbook: 'try',
  who: 'tester',
  mode: 'fresh',
  ignoreUserConfig: true,
}

export interface Ran {
  readonly outcome: StepOutcome
  readonly stdout: string
  readonly stderr: string
}

export function newNonce(): string {
  return randomBytes(16).toString('hex')
}

export async function run(
  connection: Connection,
  script: string,
  more: Partial<ScriptJob> = {},
  limits: { timeout?: number; creates?: string } = {},
): Promise<Ran> {
  const out: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
  const job = scriptJob({ script, directory: 'k8s101/try', variables: {}, captures: [], ...more })
  const request = {
    nonce: newNonce(),
    timeoutSeconds: limits.timeout ?? 20,
    job,
    ...(limits.creates === undefined ? {} : { creates: limits.creates }),
  }
  const outcome = await connection.run(request, (stream, bytes) => {
    out[stream].push(Buffer.from(bytes))
    return undefined
  })
  return { outcome, stdout: Buffer.concat(out.stdout).toString(), stderr: Buffer.concat(out.stderr).toString() }
}

/** Waits until a command inside the host succeeds. */
export async function until(host: TestHost, command: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (host.inside(`${command} && echo yes || true`).includes('yes')) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never: ${command}`)
}
