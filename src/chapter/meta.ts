/** The words after a fence's language: `step="init" on="master" title="…"`, split and checked against the grammar. */
import { EXPRESSIVE_CODE_KEYS, GRAMMAR, grammarKey } from './grammar.ts'
import { nearest } from '../errors/index.ts'

/** One word of the meta. `offset` counts UTF-16 units from the start of the meta. */
export interface MetaWord {
  readonly raw: string
  readonly offset: number
  readonly key?: string
  readonly value?: string
  readonly quoted: boolean
}

export interface MetaProblem {
  readonly offset: number
  readonly message: string
  readonly hint?: string
}

export interface FenceMeta {
  readonly words: readonly MetaWord[]
  /** Values of the book's own keys, and `title`. */
  readonly values: ReadonlyMap<string, string>
  readonly problems: readonly MetaProblem[]
}

/**
 * Splits a fence's meta. The book's own keys take one value in single or double quotes, without escapes; Expressive
 * Code's words (`{1,3}`, `"text"`, `/regex/`, `wrap`, `ins={2}` …) pass through. Never throws.
 */
export function parseFenceMeta(meta: string): FenceMeta {
  const problems: MetaProblem[] = []
  const words = splitWords(meta, problems)
  const values = new Map<string, string>()
  // Where a quote went astray, the words after it are not what was meant.
  if (problems.length === 0) for (const word of words) takeWord(word, values, problems)
  return { words, values, problems }
}

/** Where the word of a key begins, or 0. */
export function offsetOfKey(meta: FenceMeta, key: string): number {
  return meta.words.find((word) => word.key === key)?.offset ?? 0
}

function takeWord(word: MetaWord, values: Map<string, string>, problems: MetaProblem[]): void {
  const { key, value, offset } = word
  if (key === undefined) return
  const own = grammarKey(key)
  if (own === undefined && !EXPRESSIVE_CODE_KEYS.includes(key)) {
    problems.push({ offset, message: `unknown key "${key}"`, hint: unknownKeyHint(key) })
    return
  }
  if (own === undefined && key !== 'title') return
  if (value === undefined || !word.quoted) {
    const example = own?.example ?? 'title="…"'
    problems.push({ offset, message: `"${word.raw}" has no value in quotes`, hint: `write it so: ${example}` })
    return
  }
  if (values.has(key)) problems.push({ offset, message: `the key "${key}" stands twice`, hint: 'keep one of them' })
  else values.set(key, value)
}

function unknownKeyHint(key: string): string {
  const keys = GRAMMAR.map((entry) => entry.key)
  const near = nearest(key, [...keys, ...EXPRESSIVE_CODE_KEYS])
  const known = `keys of this book: ${keys.join(', ')}`
  return near === undefined ? known : `did you mean "${near}"? ${known}`
}

const CLOSERS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '{': '}', '/': '/' }

function splitWords(meta: string, problems: MetaProblem[]): MetaWord[] {
  const words: MetaWord[] = []
  let at = 0
  while (at < meta.length) {
    if (/\s/u.test(meta[at] ?? '')) {
      at += 1
      continue
    }
    const word = readWord(meta, at, problems)
    words.push(word)
    at += word.raw.length
  }
  return words
}

function readWord(meta: string, offset: number, problems: MetaProblem[]): MetaWord {
  if (CLOSERS[meta[offset] ?? ''] !== undefined) {
    const end = endOfDelimited(meta, offset, problems)
    return { raw: meta.slice(offset, end), offset, quoted: false }
  }
  const key = /^[^\s=]+/u.exec(meta.slice(offset))?.[0] ?? ''
  const equals = offset + key.length
  if (meta[equals] !== '=') return { raw: key, offset, key, quoted: false }
  const opener = meta[equals + 1] ?? ''
  if (CLOSERS[opener] === undefined) {
    const bare = /^\S*/u.exec(meta.slice(equals + 1))?.[0] ?? ''
    return { raw: `${key}=${bare}`, offset, key, value: bare, quoted: false }
  }
  const end = endOfDelimited(meta, equals + 1, problems)
  const quoted = opener === '"' || opener === "'"
  return { raw: meta.slice(offset, end), offset, key, value: meta.slice(equals + 2, end - 1), quoted }
}

/** Index after the closing delimiter; an unclosed one is a problem and reaches to the end. */
function endOfDelimited(meta: string, start: number, problems: MetaProblem[]): number {
  const opener = meta[start] ?? ''
  const closer = CLOSERS[opener] ?? opener
  const end = meta.indexOf(closer, start + 1)
  if (end >= 0) return endOfWord(meta, end + 1, problems)
  problems.push({
    offset: start,
    message: `${opener} is opened and never closed in ${JSON.stringify(meta.slice(start))}`,
    hint: `values have no escapes: a value that holds one kind of quote stands in the other kind`,
  })
  return meta.length
}

function endOfWord(meta: string, end: number, problems: MetaProblem[]): number {
  const rest = /^\S+/u.exec(meta.slice(end))?.[0]
  if (rest === undefined) return end
  problems.push({
    offset: end,
    message: `${JSON.stringify(rest)} follows a closing delimiter without a space`,
    hint: `values have no escapes: a value that holds one kind of quote stands in the other kind`,
  })
  return end
}
