/** Reads the known keys of one YAML mapping and complains about all others, each at its place. */
import { suggest } from '../errors/index.ts'
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/index.ts'

/** Adds a problem at an offset of the YAML text. */
export type Say = (offset: number, message: string, hint?: string) => void

/** One mapping; `label` names it in messages. */
export class MapReader {
  readonly #map: YamlMap
  readonly #say: Say
  readonly #label: string

  constructor(map: YamlMap, say: Say, label: string, keys: readonly string[]) {
    this.#map = map
    this.#say = say
    this.#label = label
    for (const entry of map.entries) {
      if (!keys.includes(entry.key))
        say(entry.offset, `unknown key "${entry.key}" in ${label}`, suggest(entry.key, keys))
    }
  }

  entry(key: string): YamlEntry | undefined {
    return this.#map.entries.find((entry) => entry.key === key)
  }

  offset(key: string): number {
    return this.entry(key)?.value.offset ?? this.#map.offset
  }

  /** A required text. */
  text(key: string): string | undefined {
    if (this.entry(key) !== undefined) return this.optional(key)
    this.#say(this.#map.offset, `${this.#label} has no ${key}`, `add ${key}: …`)
    return undefined
  }

  optional(key: string): string | undefined {
    const value = this.entry(key)?.value
    if (value === undefined) return undefined
    if (value.kind === 'scalar' && (value.text !== '' || key === 'default')) return value.text
    this.#say(
      value.offset,
      `${key} of ${this.#label} is ${value.kind === 'scalar' ? 'empty' : `a ${value.kind}`}`,
      'expected a text',
    )
    return undefined
  }

  choice<T extends string>(key: string, of: readonly T[]): T | undefined {
    const text = this.text(key)
    const found = of.find((word) => word === text)
    if (text !== undefined && found === undefined) {
      this.#say(this.offset(key), `${key} of ${this.#label} is "${text}"`, suggest(text, of, 'expected'))
    }
    return found
  }

  /** A list of texts; absent is empty. */
  list(key: string): string[] {
    const value = this.entry(key)?.value
    if (value === undefined) return []
    if (value.kind === 'list') return value.items.flatMap((item) => this.#item(key, item) ?? [])
    this.#say(value.offset, `${key} of ${this.#label} is no list`, `write it so: ${key}: [prepare-hosts]`)
    return []
  }

  #item(key: string, item: YamlNode): string | undefined {
    if (item.kind === 'scalar') return item.text
    this.#say(item.offset, `${key} of ${this.#label} holds a ${item.kind}`, 'expected a text')
    return undefined
  }
}
