/** `--status`: what an earlier run left on the hosts, and how far it came. Reads only. */
import { HostRefused, hostStatus } from '../transport/index.ts'
import type { ConnectOptions, Host } from '../transport/index.ts'
import { isAlive } from './journal.ts'
import type { Journal } from './journal.ts'
import { EXIT } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import { formatSeconds } from './screen.ts'

export async function statusText(
  hosts: readonly Host[],
  journal: Journal,
  options: Omit<ConnectOptions, 'mode'>,
): Promise<{ readonly text: string; readonly code: ExitCode }> {
  let code: ExitCode = EXIT.done
  const lines = await Promise.all(
    hosts.map(async (host) => {
      try {
        return await hostLine(host, journal, options)
      } catch (error) {
        if (!(error instanceof HostRefused)) throw error
        if (error.kind === 'unreachable') code = EXIT.unreachable
        return error.message
      }
    }),
  )
  const run = journal.run
  const last =
    run === undefined
      ? 'no run is known here'
      : `last run: ${run.at}${isAlive(run.process) ? `, its runner is process ${run.process.split('@')[0] ?? ''}` : ', its runner is gone'}`
  return { text: [last, ...lines].join('\n'), code }
}

async function hostLine(host: Host, journal: Journal, options: Omit<ConnectOptions, 'mode'>): Promise<string> {
  const status = await hostStatus(host, options)
  const { step, holder } = status
  const name = step === undefined ? '' : (journal.stepOf(step.nonce) ?? 'a step that is not in the journal')
  const held = holder === undefined ? '' : `, held by ${holder.runbook} of ${holder.who}`
  if (step?.running === true) {
    const since = formatSeconds(Math.max(0, Date.now() / 1000 - step.startedAt))
    return `${host.name}: ${holder === undefined ? 'was running' : 'runs'} ${name}, started ${since} ago${held}`
  }
  if (step !== undefined) return `${host.name}: ${name} has ended${held}`
  return `${host.name}: nothing${held}`
}
