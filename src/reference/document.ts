/** A YAML file that is one list of mappings, read entry by entry with the place of every problem. Pure. */
import { MapReader } from '../chapter/index.ts'
import type { Say } from '../chapter/index.ts'
import type { Lang } from '../chapter/types.ts'
import type { Problem } from '../errors/index.ts'
import { parseYamlTree, placesIn } from '../yaml/index.ts'
import type { YamlMap, YamlNode } from '../yaml/index.ts'

export type Both = Readonly<Record<Lang, string>>

export interface ReadList<T> {
  readonly entries: readonly T[]
  readonly problems: readonly Problem[]
}

/** `read` makes an entry of one mapping, or nothing where it cannot; it says why. */
export function readList<T>(
  file: string,
  source: string,
  read: (map: YamlMap, say: Say) => T | undefined,
): ReadList<T> {
  const problems: Problem[] = []
  const places = placesIn(source)
  const say: Say = (offset, message, hint) => {
    problems.push({ file, ...places(offset), message, ...(hint === undefined ? {} : { hint }) })
  }
  const result = parseYamlTree(source)
  if ('error' in result) say(result.error.offset, `this is not YAML: ${result.error.message}`)
  else if (result.tree?.kind !== 'list') say(0, 'this is no list', 'expected entries that begin with "- "')
  else return { entries: mapsOf(result.tree.items, say).flatMap((map) => read(map, say) ?? []), problems }
  return { entries: [], problems }
}

/** The mappings among the nodes; of each other node it says that it is none. */
export function mapsOf(nodes: readonly YamlNode[], say: Say): YamlMap[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'map') return [node]
    say(node.offset, `this is a ${node.kind}, no mapping`, 'expected "key: value" lines')
    return []
  })
}

/** A text in both languages: `key: {ko: …, en: …}`. */
export function both(reader: MapReader, key: string, say: Say): Both {
  const value = reader.entry(key)?.value
  if (value?.kind !== 'map') {
    say(reader.offset(key), `${key} is not there in both languages`, `write ${key}: {ko: …, en: …}`)
    return { ko: '', en: '' }
  }
  const inner = new MapReader(value, say, key, ['ko', 'en'])
  return { ko: inner.text('ko') ?? '', en: inner.text('en') ?? '' }
}
