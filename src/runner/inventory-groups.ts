/** Flattens both shapes of an inventory, our own and Ansible's, to hosts with the fields that hold for each. Pure. */
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/index.ts'
import { suggest } from '../errors/index.ts'
import { keyNames, ownName, ROLES } from './inventory-keys.ts'

/** A host as the file describes it, values not looked at yet. */
export interface DescribedHost {
  readonly name: string
  readonly offset: number
  /** By our own names; the nearest one wins: the host's, its groups', everybody's. */
  readonly fields: ReadonlyMap<string, YamlEntry>
  /** From Ansible's groups; undefined where `roles` says it. */
  readonly groups: readonly string[] | undefined
  /** Without an address its name is one, as Ansible has it. */
  readonly nameIsAddress: boolean
}

export type Say = (offset: number, message: string, hint?: string) => void

export interface Described {
  readonly hosts: readonly DescribedHost[]
  /** Values that are not one host's; they must be right even where every host has its own. */
  readonly shared: readonly YamlEntry[]
}

/** @param say Is told every mistake in the shape. */
export function describeHosts(tree: YamlNode | undefined, say: Say): Described {
  const root = asMap(tree, 0, 'the inventory', say)
  if (root === undefined) return { hosts: [], shared: [] }
  const all = root.entries.find((entry) => entry.key === 'all')
  if (all !== undefined) {
    known(root, ['all'], say)
    return new Groups(say).read(all)
  }
  known(root, ['hosts', 'defaults'], say)
  const defaults = root.entries.find((entry) => entry.key === 'defaults')
  const common = defaults === undefined ? undefined : asMap(defaults.value, defaults.offset, '"defaults"', say)
  if (common !== undefined) known(common, keyNames('defaults', false), say)
  const hosts = root.entries.find((entry) => entry.key === 'hosts')
  if (hosts === undefined) {
    say(0, 'no "hosts:"', 'expected "hosts:" with one entry for each machine, or Ansible’s "all:"')
    return { hosts: [], shared: common?.entries ?? [] }
  }
  const map = asMap(hosts.value, hosts.offset, '"hosts"', say)
  const described = (map?.entries ?? []).map((entry): DescribedHost => {
    const own = asMap(entry.value, entry.offset, `host ${JSON.stringify(entry.key)}`, say)
    if (own !== undefined) known(own, keyNames('host', false), say)
    return {
      name: entry.key,
      offset: entry.offset,
      fields: fieldsOf(common?.entries ?? [], own?.entries ?? []),
      groups: undefined,
      nameIsAddress: false,
    }
  })
  return { hosts: described, shared: common?.entries ?? [] }
}

function fieldsOf(...layers: readonly (readonly YamlEntry[])[]): ReadonlyMap<string, YamlEntry> {
  return new Map(layers.flat().map((entry) => [ownName(entry.key), entry]))
}

interface Gathered {
  readonly name: string
  readonly offset: number
  readonly groups: string[]
  readonly vars: YamlEntry[]
  readonly own: YamlEntry[]
}

/** Ansible's `all:` with `hosts`, `vars` and `children`, as deep as it goes. */
class Groups {
  readonly #say: Say
  readonly #hosts = new Map<string, Gathered>()
  readonly #shared: YamlEntry[] = []

  constructor(say: Say) {
    this.#say = say
  }

  read(all: YamlEntry): Described {
    this.#group(all, [], [])
    if (this.#hosts.size === 0)
      this.#say(all.offset, 'no host in "all:"', 'expected "hosts:" in it or in one of its "children:"')
    const hosts = [...this.#hosts.values()].map((host): DescribedHost => ({
      name: host.name,
      offset: host.offset,
      fields: fieldsOf(host.vars, host.own),
      groups: [...new Set(host.groups.filter((name) => ROLES.some((role) => role === name)))],
      nameIsAddress: true,
    }))
    return { hosts, shared: this.#shared }
  }

  #group(entry: YamlEntry, above: readonly string[], inherited: readonly YamlEntry[]): void {
    const group = this.#optionalMap(entry, `group ${JSON.stringify(entry.key)}`)
    if (group === undefined) return
    known(group, ['hosts', 'vars', 'children'], this.#say)
    const part = (name: string): YamlMap | undefined => {
      const found = group.entries.find((one) => one.key === name)
      return found === undefined ? undefined : this.#optionalMap(found, JSON.stringify(name))
    }
    const own = part('vars')
    if (own !== undefined) known(own, keyNames('defaults', true), this.#say)
    this.#shared.push(...(own?.entries ?? []))
    const groups = [...above, entry.key]
    const vars = [...inherited, ...(own?.entries ?? [])]
    for (const host of part('hosts')?.entries ?? []) this.#host(host, groups, vars)
    for (const child of part('children')?.entries ?? []) this.#group(child, groups, vars)
  }

  /** The same host may stand in several groups; what is said there adds up. */
  #host(entry: YamlEntry, groups: readonly string[], vars: readonly YamlEntry[]): void {
    const own = this.#optionalMap(entry, `host ${JSON.stringify(entry.key)}`)
    if (own !== undefined) known(own, keyNames('host', true), this.#say)
    const found = this.#hosts.get(entry.key) ?? {
      name: entry.key,
      offset: entry.offset,
      groups: [],
      vars: [],
      own: [],
    }
    for (const field of own?.entries ?? []) {
      const twice = found.own.some((one) => ownName(one.key) === ownName(field.key))
      found.own.push(field)
      if (!twice) continue
      this.#shared.push(field, ...found.own)
      this.#say(
        field.offset,
        `host ${JSON.stringify(entry.key)} has ${JSON.stringify(ownName(field.key))} twice`,
        'say it once, in one of its groups',
      )
    }
    found.groups.push(...groups)
    found.vars.push(...vars)
    this.#hosts.set(entry.key, found)
  }

  /** Nothing at all is an empty one, as Ansible has it. */
  #optionalMap(entry: YamlEntry, what: string): YamlMap | undefined {
    const { value } = entry
    if (value.kind === 'scalar' && value.plain && ['', '~', 'null'].includes(value.text)) return undefined
    return asMap(value, entry.offset, what, this.#say)
  }
}

function asMap(node: YamlNode | undefined, offset: number, what: string, say: Say): YamlMap | undefined {
  if (node?.kind === 'map') return node
  say(node?.offset ?? offset, `${what} is no mapping`, 'expected "key: value" lines')
  return undefined
}

function known(map: YamlMap, keys: readonly string[], say: Say): void {
  for (const entry of map.entries) {
    if (!keys.includes(entry.key))
      say(entry.offset, `unknown key ${JSON.stringify(entry.key)}`, suggest(entry.key, keys, 'keys'))
  }
}
