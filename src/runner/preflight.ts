/** What a run needs before its first step: which hosts, and how to reach them. */
import { hostname, userInfo } from 'node:os'
import type { Runbook } from '../runbook/types.ts'
import type { Host } from '../transport/index.ts'
import { assumedVariant } from './machines.ts'
import type { Options } from './options.ts'
import { planAsked } from './planned.ts'
import { hostsOf } from './select.ts'
import type { SessionOptions } from './session.ts'

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
