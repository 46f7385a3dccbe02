/** The machines of a run: an inventory's, or the built-in lab's. */
import type { RuntimeName, Topology } from '../chapter/types.ts'
import { UserError } from '../errors/index.ts'
import { machinesOf } from '../lab/topology.ts'
import type { LabHandle, LabOptions } from '../lab/types.ts'
import type { Runbook } from '../runbook/types.ts'
import type { Host, HostFacts, Inventory } from '../transport/index.ts'
import { readInventory } from './inventory.ts'
import type { Variant } from './select.ts'

/** Starts the lab, or finds it running; imported only when it is wanted, as it brings much with it. */
export async function openLab(options: LabOptions, texts: readonly string[] = []): Promise<LabHandle> {
  const { neededFor, startLab } = await import('../lab/index.ts')
  return startLab({ ...options, wants: neededFor(texts) })
}

/** All that a runbook may ask the lab's mirror with: scripts, files, and values as `NAME=value`. */
export function runbookTexts(runbook: Runbook): readonly string[] {
  const values = runbook.vars.flatMap(({ name, default: value }) => (value === undefined ? [] : [`${name}=${value}`]))
  return [...runbook.items.map((item) => (item.type === 'step' ? item.script : item.text)), ...values]
}

/** Hosts of an inventory file, or of the lab, which is started. */
export async function openMachines(file: string | undefined, log: (line: string) => void): Promise<Inventory> {
  return file === undefined ? (await openLab({ log })).inventory : readInventory(file)
}

/** The lab's hosts before it is up: enough for a plan, not for a connection. */
export function labHosts(topology: Topology, runtime: RuntimeName = 'containerd'): Host[] {
  return machinesOf(topology, { runtimes: { every: runtime } }).map(({ name, address, roles }) => ({
    name,
    address,
    roles,
    become: true,
    distro: 'debian',
    runtime,
  }))
}

/** What a host is taken for before anybody has asked it. */
export function assumedVariant(host: Host): Variant {
  return { distro: host.distro ?? 'debian', runtime: host.runtime ?? 'containerd' }
}

/**
 * The inventory's word, else what the host says.
 * @throws UserError (exit 2) when neither knows the distribution.
 */
export function variantOf(host: Host, facts: HostFacts | undefined): Variant {
  if (facts === undefined) return assumedVariant(host)
  const distro = host.distro ?? facts.distro
  if (distro === undefined) {
    throw new UserError(
      `${host.name}: ${JSON.stringify(facts.prettyName)} is neither of Debian's nor of Red Hat's family`,
      'Give "distro: debian" or "distro: rhel" for this host in the inventory to try it all the same.',
    )
  }
  return { distro, runtime: host.runtime ?? 'containerd' }
}
