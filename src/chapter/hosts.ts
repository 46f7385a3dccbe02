/** The words that name hosts in `on` and in a variable's `from`. */
import type { Topology } from './types.ts'

const ROLES = ['master', 'node', 'utility'] as const

/** Words for `on` that are no single host: `all` is every cluster node, `every` includes utility. */
const GROUPS = [...ROLES, 'all', 'every']

/** The machines of each topology; a name less its number is the machine's role. The lab makes exactly these. */
export const HOST_NAMES: Readonly<Record<Topology, readonly string[]>> = {
  blank: ['master', 'node1', 'node2', 'utility'],
  single: ['master', 'node1', 'node2', 'utility'],
  ha: ['master1', 'master2', 'master3', 'node1', 'utility'],
}

/** Every word that `on` may be, `role[N]` aside. */
export function hostWords(topology: Topology): string[] {
  return [...new Set([...GROUPS, ...HOST_NAMES[topology]])]
}

export function isHosts(word: string, topology: Topology): boolean {
  return isIndexedRole(word) || hostWords(topology).includes(word)
}

/** True where `on` names exactly one machine. */
export function isOneHost(word: string, topology: Topology): boolean {
  if (isIndexedRole(word) || word === 'utility') return true
  return HOST_NAMES[topology].includes(word)
}

/** `host.name`, `host.address` (of the host at hand), `master[0].address`, `node1.name`. */
export function isVarSource(word: string, topology: Topology): boolean {
  const parts = /^(.+)\.(address|name)$/u.exec(word)
  const host = parts?.[1]
  return host !== undefined && (host === 'host' || isOneHost(host, topology))
}

function isIndexedRole(word: string): boolean {
  return /^(?:master|node|utility)\[\d\]$/u.test(word)
}
