/** content/errata.yaml: what the sources of this book say, what is true, and where to see it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MapReader } from '../chapter/index.ts'
import type { Say } from '../chapter/index.ts'
import type { YamlMap } from '../yaml/index.ts'
import { both, readList } from './document.ts'
import type { Both, ReadList } from './document.ts'

export const ERRATA_FILE = 'content/errata.yaml'

/** The texts that this book took its subjects from. */
export const SOURCES = ['S1', 'S2', 'S3', 'S4', 'S5'] as const
export type Source = (typeof SOURCES)[number]

export interface Erratum {
  /** Anchor on the page, `erratum-<id>`. */
  readonly id: string
  readonly sources: readonly Source[]
  /** The page whose subject it is, also while that page is still to come. */
  readonly page: string
  readonly says: Both
  readonly truth: Both
  /** `page` or `page#step-id`, where a reader sees it; only what exists. */
  readonly see: readonly string[]
  /** Upstream's own word. */
  readonly upstream: readonly string[]
  /** UTF-16 offset in the file. */
  readonly offset: number
}

export function readErrata(root: string): ReadList<Erratum> {
  return parseErrata(readFileSync(join(root, ERRATA_FILE), 'utf8'))
}

export function parseErrata(source: string): ReadList<Erratum> {
  const ids = new Set<string>()
  return readList(ERRATA_FILE, source, (map, say) => {
    const erratum = erratumOf(map, say)
    if (ids.has(erratum.id)) say(map.offset, `the id "${erratum.id}" stands twice`, 'rename one of them')
    ids.add(erratum.id)
    return erratum
  })
}

function erratumOf(map: YamlMap, say: Say): Erratum {
  const reader = new MapReader(map, say, 'an erratum', ['id', 'sources', 'page', 'says', 'truth', 'see', 'upstream'])
  const named = reader.list('sources')
  const sources = SOURCES.filter((source) => named.includes(source))
  if (sources.length === 0 || sources.length !== named.length) {
    say(reader.offset('sources'), `sources are "${named.join(', ')}"`, `expected some of ${SOURCES.join(', ')}`)
  }
  const see = reader.list('see')
  const upstream = reader.list('upstream')
  if (see.length + upstream.length === 0) {
    say(
      map.offset,
      'nothing shows this erratum',
      'give see: [page#step-id], or upstream: [address] of its documentation',
    )
  }
  for (const address of upstream.filter((text) => !URL.canParse(text) || !text.startsWith('https://'))) {
    say(reader.offset('upstream'), `"${address}" is no address`, 'expected https://…')
  }
  return {
    id: reader.text('id') ?? '',
    sources,
    page: reader.text('page') ?? '',
    says: both(reader, 'says', say),
    truth: both(reader, 'truth', say),
    see,
    upstream,
    offset: map.offset,
  }
}
