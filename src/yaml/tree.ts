/** YAML as a tree whose every key and value knows its place, so that a problem in it has a line and column. */
import { EVENT_ID, YAMLException, getScalarValue, load, parseEvents } from 'js-yaml-5'
import type { Event } from 'js-yaml-5'

export type YamlNode = YamlScalar | YamlList | YamlMap

interface Located {
  /** UTF-16 offset in the YAML text. */
  readonly offset: number
}

export interface YamlScalar extends Located {
  readonly kind: 'scalar'
  readonly text: string
  /** Not quoted and so maybe a number, null or a boolean to YAML. */
  readonly plain: boolean
}

export interface YamlList extends Located {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
}

export interface YamlEntry {
  readonly key: string
  readonly offset: number
  readonly value: YamlNode
}

export interface YamlMap extends Located {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
}

export type YamlResult =
  { readonly tree: YamlNode | undefined } | { readonly error: { readonly message: string; readonly offset: number } }

/** Parses one document. Duplicate keys, tags and bad syntax are an error with an offset; anchors are not supported. */
export function parseYamlTree(text: string): YamlResult {
  try {
    load(text)
    const events = parseEvents(text, {})
    return { tree: new TreeBuilder(text, events).build() }
  } catch (error) {
    if (error instanceof YAMLException) {
      return { error: { message: error.reason, offset: error.mark?.position ?? 0 } }
    }
    throw error
  }
}

class TreeBuilder {
  readonly #text: string
  readonly #events: readonly Event[]
  #at = 0

  constructor(text: string, events: readonly Event[]) {
    this.#text = text
    this.#events = events
  }

  build(): YamlNode | undefined {
    const first = this.#events[this.#at]
    if (first?.type === EVENT_ID.DOCUMENT) this.#at += 1
    return this.#node()
  }

  /** The next node, or undefined at the end of the collection around it (whose POP is consumed). */
  #node(): YamlNode | undefined {
    const event = this.#events[this.#at]
    if (event === undefined) return undefined
    this.#at += 1
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const plain = this.#text[event.valueStart - 1] !== '"' && this.#text[event.valueStart - 1] !== "'"
        return { kind: 'scalar', text: getScalarValue(this.#text, event), offset: event.valueStart, plain }
      }
      case EVENT_ID.MAPPING:
        return this.#map(event.start)
      case EVENT_ID.SEQUENCE:
        return { kind: 'list', offset: event.start, items: [...this.#children()] }
      case EVENT_ID.ALIAS:
        throw new YAMLException('an alias (*name) is not supported here', {
          buffer: this.#text,
          position: event.anchorStart,
          line: 0,
          column: 0,
        })
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        return undefined
    }
  }

  #map(offset: number): YamlMap {
    const entries: YamlEntry[] = []
    let key: YamlNode | undefined
    for (const child of this.#children()) {
      if (key === undefined) {
        key = child
        continue
      }
      entries.push({ key: key.kind === 'scalar' ? key.text : '', offset: key.offset, value: child })
      key = undefined
    }
    return { kind: 'map', offset, entries }
  }

  *#children(): Generator<YamlNode> {
    for (let child = this.#node(); child !== undefined; child = this.#node()) yield child
  }
}
