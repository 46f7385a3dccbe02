/** The keys of an inventory, one table for the parser, the JSON Schema for editors and the messages. */

export const ROLES = ['master', 'node', 'utility'] as const

/** What a value must be. `path`: `~/…` is the home of who runs it, else relative to the inventory's folder. */
export type ValueKind = 'word' | 'path' | 'port' | 'boolean' | 'roles' | 'runtime' | 'distro'

export interface InventoryKey {
  readonly name: string
  readonly kind: ValueKind
  /** The same thing in Ansible's words. */
  readonly ansible?: string
  /** Of one host only, not of `defaults`. */
  readonly hostOnly?: true
  readonly meaning: string
}

export const KEYS: readonly InventoryKey[] = [
  {
    name: 'address',
    kind: 'word',
    ansible: 'ansible_host',
    hostOnly: true,
    meaning: 'An IP address, or a name that ssh knows; also what the book calls $MASTER_IP and the like.',
  },
  {
    name: 'roles',
    kind: 'roles',
    hostOnly: true,
    meaning: 'What the machine is for in the book. In Ansible’s shape the groups say it.',
  },
  {
    name: 'user',
    kind: 'word',
    ansible: 'ansible_user',
    meaning: 'Login. It needs sudo without a password, unless it is root.',
  },
  { name: 'port', kind: 'port', ansible: 'ansible_port', meaning: '22, or what ~/.ssh/config says.' },
  { name: 'key', kind: 'path', ansible: 'ansible_ssh_private_key_file', meaning: 'Private key of the login.' },
  { name: 'jump', kind: 'word', meaning: 'ssh ProxyJump: [user@]host[:port].' },
  { name: 'proxyCommand', kind: 'word', meaning: 'ssh ProxyCommand; %h and %p are the address and the port.' },
  { name: 'knownHosts', kind: 'path', meaning: 'Host keys of this machine, instead of ~/.ssh/known_hosts.' },
  {
    name: 'become',
    kind: 'boolean',
    ansible: 'ansible_become',
    meaning: 'false: sudo is never used, so the login must be root. Default true.',
  },
  {
    name: 'runtime',
    kind: 'runtime',
    meaning: 'Container runtime, picks the book’s variant. Default: what is installed, else containerd.',
  },
  {
    name: 'distro',
    kind: 'distro',
    meaning: 'Family of the distribution, picks the book’s variant. Default: what the host says.',
  },
]

/** Names that a host may give: our own, and in Ansible's shape Ansible's too. */
export function keyNames(where: 'host' | 'defaults', ansible: boolean): string[] {
  const keys = KEYS.filter((key) => where === 'host' || key.hostOnly !== true)
  const own = keys.map((key) => key.name).filter((name) => !ansible || name !== 'roles')
  return ansible ? [...own, ...keys.flatMap((key) => (key.ansible === undefined ? [] : [key.ansible]))] : own
}

/** Our own name of a key. */
export function ownName(name: string): string {
  return KEYS.find((key) => key.ansible === name)?.name ?? name
}

/** What a host may be called. */
export const HOST_NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/
