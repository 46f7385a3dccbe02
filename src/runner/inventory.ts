/** Reads an inventory file: a strict schema, every problem at once with its place. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { load } from 'js-yaml-5'
import { parseYamlTree, placesIn } from '../yaml/index.ts'
import type { YamlEntry, YamlNode } from '../yaml/index.ts'
import { suggest } from '../errors/index.ts'
import { ProblemsError, UserError } from '../errors/index.ts'
import type { Problem } from '../errors/index.ts'
import type { Host, Inventory } from '../transport/index.ts'
import { describeHosts } from './inventory-groups.ts'
import type { DescribedHost } from './inventory-groups.ts'
import { DISTROS, RUNTIMES } from '../chapter/types.ts'
import { HOST_NAME, KEYS, ownName, ROLES } from './inventory-keys.ts'

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
  readonly #places: ReturnType<typeof placesIn>
  /** A value of `defaults` holds for many hosts and is wrong once. */
  readonly #told = new Set<string>()

  constructor(file: string, text: string) {
    this.#file = file
    this.#text = text
    this.#places = placesIn(text)
  }

  read(): Host[] {
    const parsed = parseYamlTree(this.#text)
    if ('error' in parsed) {
      this.#problem(parsed.error.offset, parsed.error.message)
      return []
    }
    const described = describeHosts(parsed.tree, (offset, message, hint) => this.#problem(offset, message, hint))
    for (const entry of described.shared) this.#shared(entry)
    return described.hosts.map((host) => this.#host(host))
  }

  #shared(entry: YamlEntry): void {
    const key = KEYS.find((one) => one.name === ownName(entry.key))
    switch (key?.kind) {
      case 'word':
      case 'path':
        return void this.#string(entry)
      case 'port':
        return void this.#port(entry)
      case 'boolean':
        return void this.#boolean(entry)
      case 'runtime':
        return void this.#oneOf(entry, RUNTIMES)
      case 'distro':
        return void this.#oneOf(entry, DISTROS)
      case 'roles':
      case undefined:
      // Told already: no key that may stand here.
    }
  }

  #host(described: DescribedHost): Host {
    const { name, offset, fields } = described
    if (!HOST_NAME.test(name)) {
      this.#problem(offset, `host name ${JSON.stringify(name)}`, 'expected small letters, digits, "-" and "."')
    }
    const address = this.#string(fields.get('address')) ?? (described.nameIsAddress ? name : undefined)
    if (address === undefined && !fields.has('address')) {
      this.#problem(offset, `host ${JSON.stringify(name)} has no "address"`, 'expected an IP address or a name')
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
      name,
      address: address ?? '',
      roles: described.groups === undefined ? this.#roles(described) : this.#groups(described, described.groups),
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

  #groups({ name, offset }: DescribedHost, groups: readonly string[]): string[] {
    if (groups.length === 0) {
      this.#problem(
        offset,
        `host ${JSON.stringify(name)} is in none of the groups that are roles`,
        `expected it in at least one of: ${ROLES.join(', ')}`,
      )
    }
    return [...groups]
  }

  #roles({ name, offset, fields }: DescribedHost): string[] {
    const field = fields.get('roles')
    if (field === undefined || (field.value.kind === 'list' && field.value.items.length === 0)) {
      const message = `host ${JSON.stringify(name)} has no "roles"`
      this.#problem(field?.offset ?? offset, message, `expected a list of: ${ROLES.join(', ')}`)
      return []
    }
    const items = field.value.kind === 'list' ? field.value.items : [field.value]
    const found: string[] = []
    for (const item of items) {
      const word = item.kind === 'scalar' ? item.text : ''
      if (!ROLES.some((role) => role === word)) {
        this.#problem(item.offset, `unknown role ${JSON.stringify(word)}`, suggest(word, ROLES, 'roles'))
      } else if (found.includes(word)) this.#problem(item.offset, `role ${JSON.stringify(word)} twice`)
      found.push(word)
    }
    return found
  }

  #string(field: YamlEntry | undefined): string | undefined {
    if (field === undefined) return undefined
    const value = valueOf(field.value)
    if (typeof value === 'string' && value !== '' && !value.startsWith('-') && !hasControls(value)) return value
    const hint =
      typeof value === 'number' || typeof value === 'boolean'
        ? `expected text; write it in quotes: ${JSON.stringify(String(value))}`
        : 'expected text that does not begin with "-"'
    this.#problem(field.value.offset, `"${field.key}" is no word`, hint)
    return undefined
  }

  #path(field: YamlEntry | undefined): string | undefined {
    const text = this.#string(field)
    if (text === undefined || isAbsolute(text)) return text
    return text.startsWith('~/') ? join(homedir(), text.slice(2)) : resolve(dirname(this.#file), text)
  }

  #port(field: YamlEntry | undefined): number | undefined {
    if (field === undefined) return undefined
    const port = valueOf(field.value)
    if (typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536) return port
    this.#problem(field.value.offset, `"${field.key}" is ${written(field.value)}`, 'expected a number from 1 to 65535')
    return undefined
  }

  #boolean(field: YamlEntry | undefined): boolean | undefined {
    if (field === undefined) return undefined
    const value = valueOf(field.value)
    if (typeof value === 'boolean') return value
    this.#problem(field.value.offset, `"${field.key}" is ${written(field.value)}`, 'expected one of: true, false')
    return undefined
  }

  #oneOf<T extends string>(field: YamlEntry | undefined, words: readonly T[]): T | undefined {
    if (field === undefined) return undefined
    const text = field.value.kind === 'scalar' ? field.value.text : ''
    const found = words.find((word) => word === text)
    if (found === undefined) {
      this.#problem(
        field.value.offset,
        `"${field.key}" is ${written(field.value)}`,
        suggest(text, words, 'expected one of'),
      )
    }
    return found
  }

  #problem(offset: number, message: string, hint?: string): void {
    if (this.#told.has(`${offset} ${message}`)) return
    this.#told.add(`${offset} ${message}`)
    const place = { file: this.#file, ...this.#places(offset) }
    this.problems.push({ ...place, message, ...(hint === undefined ? {} : { hint }) })
  }
}

/** What YAML takes a scalar for: a plain 22 is a number, a quoted one is text. */
function valueOf(node: YamlNode): unknown {
  if (node.kind !== 'scalar') return undefined
  if (!node.plain) return node.text
  try {
    return load(node.text === '' ? 'null' : node.text)
  } catch {
    // Text that only its place made a scalar.
    return node.text
  }
}

function written(node: YamlNode): string {
  return node.kind === 'scalar' ? JSON.stringify(node.text) : `a ${node.kind}`
}

/** A line break in an address or a login would end one thing and begin another. */
function hasControls(text: string): boolean {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).some((code) => code < 32 || code === 127)
}
