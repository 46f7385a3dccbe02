/** The lab's DNS: the mirror's names and the machines' names; everything else does not exist, and nothing is forwarded. */
import { NETWORK } from './topology.ts'
import type { MachineSpec } from './topology.ts'

/** dnsmasq's configuration. */
export function dnsmasqConfig(mirrorNames: readonly string[], machines: readonly MachineSpec[]): string {
  const records = [
    ...machines.map((machine) => `host-record=${machine.name},${machine.address}`),
    ...mirrorNames.map((name) => `host-record=${name},${NETWORK.gateway}`),
  ]
  return [
    'no-resolv',
    'no-hosts',
    'no-poll',
    `listen-address=${NETWORK.gateway}`,
    'bind-interfaces',
    'user=root',
    'log-facility=-',
    // Without a server to ask, dnsmasq refuses unknown names, and a resolver asks again and again: say that they do not exist.
    'address=/#/',
    ...records,
    '',
  ].join('\n')
}
