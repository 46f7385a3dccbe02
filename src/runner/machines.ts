/** The machines of a run: an inventory's, or the built-in lab's. */
import type { RuntimeName, Topology } from '../chapter/types.ts'
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

/** The inventory's word, else what the host says, else what most have. `hostProblems` has looked whether that fits. */
export function variantOf(host: Host, facts: HostFacts | undefined): Variant {
  const assumed = assumedVariant(host)
  const [runtime = assumed.runtime] = facts?.runtimes ?? []
  return { distro: host.distro ?? facts?.distro ?? assumed.distro, runtime: host.runtime ?? runtime }
}

/**
 * What to remark of a host where another runtime runs than the one that is to be there, which may be about to replace it;
 * undefined where it fits.
 */
export function otherRuntime({ name, runtime }: Host, facts: HostFacts | undefined): string | undefined {
  const there = facts?.runtimes ?? []
  if (runtime === undefined || there.length === 0 || there.includes(runtime)) return undefined
  return `${name}: the inventory says "runtime: ${runtime}", and what runs there is ${there.join(', ')}`
}

/** Where a host is not what the inventory says, or what no runbook is for; each a line that names it. */
export function hostProblems({ name, distro }: Host, facts: HostFacts): string[] {
  const problems: string[] = []
  if (distro === undefined && facts.distro === undefined) {
    const family = `${JSON.stringify(facts.prettyName)} is neither of Debian's nor of Red Hat's family`
    problems.push(`${name}: ${family}; "distro: debian" or "distro: rhel" in the inventory tries it all the same`)
  }
  if (distro !== undefined && facts.distro !== undefined && distro !== facts.distro) {
    problems.push(`${name}: the inventory says "distro: ${distro}", the host is ${JSON.stringify(facts.prettyName)}`)
  }
  return problems
}
