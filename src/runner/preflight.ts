/** What a run needs before its first step: which hosts, how to reach them, that they are the right ones, which run it is. */
import { randomBytes } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import type { Runbook } from '../runbook/types.ts'
import { UserError } from '../errors/index.ts'
import type { Host } from '../transport/index.ts'
import { isAlive } from './journal.ts'
import type { Journal, RunEvent } from './journal.ts'
import { assumedVariant } from './machines.ts'
import type { Options } from './options.ts'
import { planAsked } from './planned.ts'
import { hostsOf } from './select.ts'
import type { Session, SessionOptions } from './session.ts'

/** How long a host that went away is tried again. */
const PATIENCE_SECONDS = 90

/** Hosts on which something of the plan may run; the others are left alone. */
export function usedHosts(runbook: Runbook, hosts: readonly Host[], options: Options): Host[] {
  const limited = hosts.filter((host) => options.limit.length === 0 || options.limit.includes(host.name))
  const { plan, exercises } = planAsked(runbook, hosts, assumedVariant, { ...options, cleanup: true })
  const everywhere = [...plan, ...exercises.flatMap(({ acts }) => acts.flatMap(({ items }) => items))]
  const words = new Set(everywhere.filter((planned) => planned.notRun !== 'phase').map((planned) => planned.item.on))
  return limited.filter((host) => [...words].some((word) => hostsOf(word, hosts).includes(host)))
}

export function sessionOptions(
  runbook: Runbook,
  run: string,
  lab: boolean,
  mode: SessionOptions['mode'],
  remark: (text: string) => void,
): SessionOptions {
  const seconds = Number(process.env['K8S101_RECONNECT_SECONDS'] ?? PATIENCE_SECONDS)
  const alive = process.env['K8S101_ALIVE_SECONDS']
  return {
    run,
    runbook: runbook.id,
    who: `${userInfo().username}@${hostname()} since ${new Date().toISOString()}`,
    ignoreUserConfig: lab,
    mode,
    patience: seconds * 1000,
    ...(alive === undefined ? {} : { aliveSeconds: Number(alive) }),
    remark,
  }
}

/**
 * What the journal says of a machine is not true of another one, whatever its name and address.
 * @throws UserError (exit 2) with the name of each host that is another machine than the last run's.
 */
export function checkMachines(last: RunEvent | undefined, hosts: readonly Host[], session: Session): void {
  const other = hosts.filter(({ name }) => {
    const known = last?.machines[name]
    return known !== undefined && known !== session.connection(name).facts.machineId
  })
  if (other.length === 0) return
  throw new UserError(
    `${other.map(({ name }) => name).join(', ')}: not the machine that the run began on (another machine id)`,
    'It was replaced or installed anew, so that nothing of that run is there: start without --resume.',
  )
}

/** The id of the run to go on with, or a new one. */
export function runIdOf(journal: Journal, options: Options): string {
  return options.resume ? resumable(journal) : randomBytes(6).toString('hex')
}

/** The run's id, when it can be gone on with. */
function resumable(journal: Journal): string {
  const last = journal.run
  if (last === undefined)
    throw new UserError('there is nothing to resume', 'No run on these hosts is known here. Start without --resume.')
  if (isAlive(last.process)) {
    throw new UserError(
      `the run is still going, in process ${last.process.split('@')[0] ?? ''}`,
      'Wait for it, or end that process first.',
    )
  }
  return last.run
}
