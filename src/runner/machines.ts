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

/** The inventory's word, else what the host says, else what most have. `checkHosts` has looked whether that fits. */
export function variantOf(host: Host, facts: HostFacts | undefined): Variant {
  const assumed = assumedVariant(host)
  const [runtime = assumed.runtime] = facts?.runtimes ?? []
  return { distro: host.distro ?? facts?.distro ?? assumed.distro, runtime: host.runtime ?? runtime }
}

/**
 * Whether the hosts are what the inventory says. Another runtime than the one that is to be there is only remarked: it may
 * be about to be replaced.
 * @throws UserError (exit 2) with every host's problem.
 */
export function checkHosts(
  hosts: readonly Host[],
  factsOf: (host: Host) => HostFacts | undefined,
  remark: (text: string) => void,
): void {
  const problems = hosts.flatMap((host) => {
    const facts = factsOf(host)
    if (facts === undefined) return []
    if (host.runtime !== undefined && facts.runtimes.length > 0 && !facts.runtimes.includes(host.runtime)) {
      const there = facts.runtimes.join(', ')
      remark(`${host.name}: the inventory says "runtime: ${host.runtime}", and what runs there is ${there}`)
    }
    return hostProblems(host, facts)
  })
  if (problems.length === 0) return
  const [first = '', ...more] = problems
  throw new UserError([first, ...more.map((line) => `       ${line}`)].join('\n'), 'Nothing was changed anywhere.')
}

function hostProblems({ name, distro }: Host, facts: HostFacts): string[] {
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
