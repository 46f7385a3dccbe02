/** content/glossary.yaml: the book's terms in both languages, and the forms that it does not use. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MapReader } from '../chapter/index.ts'
import type { Say } from '../chapter/index.ts'
import type { Lang } from '../chapter/types.ts'
import type { YamlMap } from '../yaml/index.ts'
import { both, mapsOf, readList } from './document.ts'
import type { Both, ReadList } from './document.ts'

export const GLOSSARY_FILE = 'content/glossary.yaml'

/** A form that the pages do not use. */
export interface Refusal {
  readonly form: string
  /** What to write instead. */
  readonly use: string
  readonly reason: string
  /** Phrases in which it is right. */
  readonly except: readonly string[]
  /** Refused in one language only. */
  readonly lang?: Lang
}

export interface Term {
  /** Anchor on the page, `term-<id>`. */
  readonly id: string
  readonly en: string
  /** How Korean text writes it: a Korean word, or the English name where it is kept as it is. */
  readonly ko: string
  /** How a Korean reader says a name that is kept in English; also what the search finds it by. */
  readonly say?: string
  readonly meaning: Both
  /** The page that introduces it; linked once it exists. */
  readonly page: string
  readonly refuse: readonly Refusal[]
  /** UTF-16 offset in the file. */
  readonly offset: number
}

export function readGlossary(root: string): ReadList<Term> {
  return parseGlossary(readFileSync(join(root, GLOSSARY_FILE), 'utf8'))
}

export function parseGlossary(source: string): ReadList<Term> {
  const ids = new Set<string>()
  return readList(GLOSSARY_FILE, source, (map, say) => {
    const term = termOf(map, say)
    if (ids.has(term.id)) say(map.offset, `the id "${term.id}" stands twice`, 'rename one of them')
    ids.add(term.id)
    return term
  })
}

function termOf(map: YamlMap, say: Say): Term {
  const reader = new MapReader(map, say, 'a term', ['id', 'en', 'ko', 'say', 'meaning', 'page', 'refuse'])
  const en = reader.text('en') ?? ''
  const ko = reader.text('ko') ?? ''
  const spoken = reader.optional('say')
  return {
    id: reader.text('id') ?? '',
    en,
    ko,
    ...(spoken === undefined ? {} : { say: spoken }),
    meaning: both(reader, 'meaning', say),
    page: reader.text('page') ?? '',
    refuse: refusalsOf(reader, { ko, en }, say),
    offset: map.offset,
  }
}

function refusalsOf(reader: MapReader, right: Both, say: Say): Refusal[] {
  const value = reader.entry('refuse')?.value
  if (value === undefined) return []
  if (value.kind !== 'list') {
    say(value.offset, 'refuse is no list', 'write - {form: …, reason: …}')
    return []
  }
  return mapsOf(value.items, say).map((item) => {
    const inner = new MapReader(item, say, 'a refused form', ['form', 'reason', 'lang', 'use', 'except'])
    const form = inner.text('form') ?? ''
    const lang = inner.entry('lang') === undefined ? undefined : inner.choice('lang', ['ko', 'en'] as const)
    // A Korean word cannot stand in the English pages, and is mended with the Korean form.
    const use = inner.optional('use') ?? (/[가-힣]/u.test(form) || lang === 'ko' ? right.ko : right.en)
    const reason = inner.text('reason') ?? ''
    return { form, use, reason, except: inner.list('except'), ...(lang === undefined ? {} : { lang }) }
  })
}
