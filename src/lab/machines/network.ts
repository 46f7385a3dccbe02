/** The lab's network inside the keeper's network namespace: a bridge with the gateway's address, one tap a machine. */
import { command } from './command.ts'
import { tapName } from './driver.ts'
import { NETWORK } from './topology.ts'
import type { MachineSpec } from './topology.ts'

/** The commands of `ip -batch`: one process for all of it. */
export function ipCommands(machines: readonly MachineSpec[]): string[] {
  return [
    'link set lo up',
    `link add ${NETWORK.bridge} type bridge`,
    `addr add ${NETWORK.gateway}/${NETWORK.prefix} dev ${NETWORK.bridge}`,
    `link set ${NETWORK.bridge} up`,
    ...machines.flatMap((machine) => [
      `tuntap add ${tapName(machine)} mode tap`,
      `link set ${tapName(machine)} master ${NETWORK.bridge} up`,
    ]),
  ]
}

/** Makes the network; the namespace's end takes it away. */
export async function makeNetwork(machines: readonly MachineSpec[]): Promise<void> {
  await command(['ip', '-batch', '-'], { input: `${ipCommands(machines).join('\n')}\n` })
  // With segmentation offloads on, every transfer of more than about 2 MB stalls for ever.
  for (const device of [NETWORK.bridge, ...machines.map(tapName)]) {
    await command(['ethtool', '-K', device, 'tso', 'off', 'gso', 'off', 'gro', 'off', 'tx', 'off'])
  }
}
