/** Reads an inventory file: a strict schema, every problem at once with its place. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { parseYamlTree } from '../yaml/index.ts'
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/index.ts'
import { suggest } from '../errors/index.ts'
import { ProblemsError, UserError } from '../errors/index.ts'
import type { Problem } from '../errors/index.ts'
import type { Host, Inventory } from '../transport/index.ts'

const ROLES = ['master', 'node', 'utility'] as const
const RUNTIMES = ['containerd', 'crio'] as const
const DISTROS = ['debian', 'rhel'] as const
const COMMON_KEYS = ['user', 'port', 'key', 'jump', 'proxyCommand', 'knownHosts', 'become', 'runtime', 'distro']
const HOST_KEYS = ['address', 'roles', ...COMMON_KEYS]

/** @throws UserError when the file cannot be read, ProblemsError with every mistake in it. */
export function readInventory(file: string): Inventory {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UserError(
      `cannot read the inventory ${JSON.stringify(file)} (${reason})`,
      'runbooks/inventory.example.yaml shows what one looks like.',
    )
  }
  const { inventory, problems } = parseInventory(file, text)
  if (problems.length > 0) throw new ProblemsError(problems)
  return inventory
}

/** Pure but for `~`, which is the home of who runs this. Relative paths are relative to the file's folder. */
export function parseInventory(file: string, text: string): { inventory: Inventory; problems: Problem[] } {
  const reader = new InventoryReader(file, text)
  const hosts = reader.read()
  return { inventory: { source: file, hosts }, problems: reader.problems }
}

class InventoryReader {
  readonly problems: Problem[] = []
  readonly #file: string
  readonly #text: string

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
  }

  read(): Host[] {
    const parsed = parseYamlTree(this.#text)
    if ('error' in parsed) {
      this.#problem(parsed.error.offset, parsed.error.message)
      return []
    }
    const root = this.#map(parsed.tree, 0, 'the inventory')
    if (root === undefined) return []
    this.#known(root, ['hosts', 'defaults'])
    const hosts = root.entries.find((entry) => entry.key === 'hosts')
    const defaults = root.entries.find((entry) => entry.key === 'defaults')
    const common = defaults === undefined ? undefined : this.#map(defaults.value, defaults.offset, '"defaults"')
    if (common !== undefined) this.#known(common, COMMON_KEYS)
    if (hosts === undefined) {
      this.#problem(0, 'no "hosts:"', 'expected "hosts:" with one entry for each machine')
      return []
    }
    const map = this.#map(hosts.value, hosts.offset, '"hosts"')
    return (map?.entries ?? []).map((entry) => this.#host(entry, common?.entries ?? []))
  }

  #host(entry: YamlEntry, common: readonly YamlEntry[]): Host {
    if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(entry.key)) {
      this.#problem(
        entry.offset,
        `host name ${JSON.stringify(entry.key)}`,
        'expected small letters, digits, "-" and "."',
      )
    }
    const map = this.#map(entry.value, entry.offset, `host ${JSON.stringify(entry.key)}`)
    if (map !== undefined) this.#known(map, HOST_KEYS)
    const own = map?.entries ?? []
    const fields = new Map([...common, ...own].map((field) => [field.key, field]))
    const address = this.#string(fields.get('address'))
    if (address === undefined && map !== undefined) {
      this.#problem(
        entry.offset,
        `host ${JSON.stringify(entry.key)} has no "address"`,
        'expected an IP address or a name',
      )
    }
    const port = this.#port(fields.get('port'))
    const key = this.#path(fields.get('key'))
    const knownHosts = this.#path(fields.get('knownHosts'))
    const user = this.#string(fields.get('user'))
    const jump = this.#string(fields.get('jump'))
    const proxyCommand = this.#string(fields.get('proxyCommand'))
    const runtime = this.#oneOf(fields.get('runtime'), RUNTIMES)
    const distro = this.#oneOf(fields.get('distro'), DISTROS)
    return {
      name: entry.key,
      address: address ?? '',
      roles: this.#roles(entry, fields.get('roles')),
      become: this.#boolean(fields.get('become')) ?? true,
      ...(port === undefined ? {} : { port }),
      ...(user === undefined ? {} : { user }),
      ...(key === undefined ? {} : { key }),
      ...(knownHosts === undefined ? {} : { knownHosts }),
      ...(jump === undefined ? {} : { jump }),
      ...(proxyCommand === undefined ? {} : { proxyCommand }),
      ...(runtime === undefined ? {} : { runtime }),
      ...(distro === undefined ? {} : { distro }),
    }
  }

  #roles(host: YamlEntry, field: YamlEntry | undefined): string[] {
    if (field === undefined) {
      this.#problem(
        host.offset,
        `host ${JSON.stringify(host.key)} has no "roles"`,
        `expected a list of: ${ROLES.join(', ')}`,
      )
      return []
    }
    const items = field.value.kind === 'list' ? field.value.items : [field.value]
    for (const item of items) {
      const word = item.kind === 'scalar' ? item.text : ''
      if (!ROLES.some((role) => role === word)) {
        this.#problem(item.offset, `unknown role ${JSON.stringify(word)}`, suggest(word, ROLES, 'roles'))
      }
    }
    return items.map((item) => (item.kind === 'scalar' ? item.text : ''))
  }

  #map(node: YamlNode | undefined, offset: number, what: string): YamlMap | undefined {
    if (node?.kind === 'map') return node
    this.#problem(node?.offset ?? offset, `${what} is no mapping`, 'expected "key: value" lines')
    return undefined
  }

  #known(map: YamlMap, keys: readonly string[]): void {
    for (const entry of map.entries) {
      if (!keys.includes(entry.key)) {
        this.#problem(entry.offset, `unknown key ${JSON.stringify(entry.key)}`, suggest(entry.key, keys, 'keys'))
      }
    }
  }

  #string(field: YamlEntry | undefined): string | undefined {
    if (field === undefined) return undefined
    if (field.value.kind === 'scalar' && field.value.text !== '' && !field.value.text.startsWith('-'))
      return field.value.text
    this.#problem(field.value.offset, `"${field.key}" is no word`, 'expected text that does not begin with "-"')
    return undefined
  }

  #path(field: YamlEntry | undefined): string | undefined {
    const text = this.#string(field)
    if (text === undefined || isAbsolute(text)) return text
    return text.startsWith('~/') ? join(homedir(), text.slice(2)) : resolve(dirname(this.#file), text)
  }

  #port(field: YamlEntry | undefined): number | undefined {
    const text = this.#string(field)
    if (field === undefined || text === undefined) return undefined
    const port = Number(text)
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port
    this.#problem(field.value.offset, `"port" is ${JSON.stringify(text)}`, 'expected a number from 1 to 65535')
    return undefined
  }

  #boolean(field: YamlEntry | undefined): boolean | undefined {
    const text = this.#oneOf(field, ['true', 'false'] as const)
    return text === undefined ? undefined : text === 'true'
  }

  #oneOf<T extends string>(field: YamlEntry | undefined, words: readonly T[]): T | undefined {
    if (field === undefined) return undefined
    const text = field.value.kind === 'scalar' ? field.value.text : ''
    const found = words.find((word) => word === text)
    if (found === undefined) {
      this.#problem(
        field.value.offset,
        `"${field.key}" is ${JSON.stringify(text)}`,
        suggest(text, words, 'expected one of'),
      )
    }
    return found
  }

  #problem(offset: number, message: string, hint?: string): void {
    const before = this.#text.slice(0, offset).split('\n')
    const place = { file: this.#file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    this.problems.push({ ...place, message, ...(hint === undefined ? {} : { hint }) })
  }
}
