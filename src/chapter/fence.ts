/** One raw fence to a Fence: its kind, its values, and everything that is wrong with it. */
import { GRAMMAR, KIND_KEYS, LANGUAGES, SHELL_ALIASES, grammarKey } from './grammar.ts'
import type { KindKey } from './grammar.ts'
import type { RawFence } from './markdown.ts'
import { offsetOfKey, parseFenceMeta } from './meta.ts'
import type { FenceMeta } from './meta.ts'
import type { Complain } from './place.ts'
import { suggest } from '../errors/index.ts'
import { buildFence } from './build-fence.ts'
import type { Fence, Topology } from './types.ts'
import { valueProblem } from './values.ts'

/** Languages whose fences look tested unless they say otherwise. */
const PLAIN_LANGUAGES = new Set(['mermaid'])

/** What one fence needs to know of its page. */
export interface FenceContext {
  readonly topology: Topology
  readonly complain: Complain
}

/** The fence, or undefined where its kind cannot be told. */
export function parseFence(raw: RawFence, context: FenceContext): Fence | undefined {
  if (!checkWriting(raw, context)) return undefined
  const languageIsRight = checkLanguage(raw, context)
  const meta = parseFenceMeta(raw.meta)
  for (const problem of meta.problems) context.complain(metaPlace(raw, problem.offset), problem.message, problem.hint)
  const kinds = KIND_KEYS.filter((key) => meta.values.has(key))
  const kind = checkKind(raw, kinds, meta, languageIsRight, context)
  if (kind === undefined) return undefined
  checkValues(raw, meta, kind, context)
  checkPairs(raw, meta, context)
  return buildFence(raw, meta, kind)
}

function metaPlace(raw: RawFence, offset: number): { line: number; column: number } {
  return { line: raw.position.line, column: raw.metaColumn + offset }
}

function checkWriting(raw: RawFence, { complain }: FenceContext): boolean {
  if (!raw.closed) {
    complain(raw.position, 'this fence is never closed', 'end it with the same marks on a line of their own')
    return false
  }
  if (raw.writtenMeta !== raw.meta) {
    complain(
      metaPlace(raw, 0),
      `Markdown changes the words of this fence: ${JSON.stringify(raw.writtenMeta)} becomes ${JSON.stringify(raw.meta)}`,
      'leave out backslashes and entities: a value that holds one kind of quote stands in the other kind',
    )
    return false
  }
  return true
}

function checkLanguage(raw: RawFence, { complain }: FenceContext): boolean {
  if (LANGUAGES.some((lang) => lang === raw.lang)) return true
  if (raw.lang === '') complain(raw.position, 'the fence has no language', `one of ${LANGUAGES.join(', ')}`)
  else if (raw.lang.startsWith('{')) {
    complain(
      raw.position,
      `the fence has no language: Markdown takes ${JSON.stringify(raw.lang)} for one`,
      'write ```text {…}',
    )
  } else if (SHELL_ALIASES.includes(raw.lang)) {
    complain(
      raw.position,
      `the language "${raw.lang}" is not used here`,
      'a shell block is ```bash; output is ```text expect="…"',
    )
  } else {
    complain(raw.position, `unknown language "${raw.lang}"`, suggest(raw.lang, LANGUAGES))
  }
  return false
}

/** Exactly one of step, norun, file, expect; pictures may have none. */
function checkKind(
  raw: RawFence,
  kinds: readonly KindKey[],
  meta: FenceMeta,
  languageIsRight: boolean,
  { complain }: FenceContext,
): KindKey | 'plain' | undefined {
  const [kind, second] = kinds
  if (second !== undefined) {
    complain(
      metaPlace(raw, offsetOfKey(meta, second)),
      `the fence has both ${kinds.join(' and ')}`,
      'a fence is one of them',
    )
    return undefined
  }
  if (kind === undefined) {
    if (PLAIN_LANGUAGES.has(raw.lang)) return 'plain'
    if (languageIsRight && meta.problems.length === 0) complain(raw.position, ...missingKind(raw.lang))
    return undefined
  }
  const isBash = raw.lang === 'bash'
  if (kind === 'step' && languageIsRight && !isBash) {
    complain(raw.position, `a step is a bash fence, this one is "${raw.lang}"`, 'write ```bash step="…"')
    return undefined
  }
  if (kind === 'expect' && languageIsRight && !['text', 'json', 'yaml'].includes(raw.lang)) {
    complain(
      raw.position,
      `an expectation is a text, json or yaml fence, this one is "${raw.lang}"`,
      'write ```text expect="…"',
    )
    return undefined
  }
  return kind
}

function missingKind(lang: string): [message: string, hint: string] {
  return lang === 'bash'
    ? ['this bash fence has neither step nor norun', 'step="name" runs it; norun="illustration" says why it is not run']
    : [
        `this ${lang} fence has none of file, expect and norun`,
        'so that nothing looks tested and is not; norun="illustration" shows it',
      ]
}

/** Keys that say nothing alone: the first needs the second. */
const PAIRS: readonly (readonly [key: string, needs: string, why: string])[] = [
  ['exercise', 'part', 'part="setup", "answer", "wrong" or "check" says what the block is for'],
  ['background', 'ready', 'ready="Forwarding from" says from which output on the next step may begin'],
  ['ready', 'background', 'background="name" lets the step keep running'],
  ['part', 'exercise', 'exercise="name" says which exercise of the frontmatter it belongs to'],
]

function checkPairs(raw: RawFence, meta: FenceMeta, { complain }: FenceContext): void {
  for (const [key, needs, why] of PAIRS) {
    if (!meta.values.has(key) || meta.values.has(needs)) continue
    const value = meta.values.get(key) ?? ''
    complain(metaPlace(raw, offsetOfKey(meta, key)), `${key}="${value}" stands without ${needs}`, why)
  }
}

function checkValues(
  raw: RawFence,
  meta: FenceMeta,
  kind: KindKey | 'plain',
  { topology, complain }: FenceContext,
): void {
  for (const [key, value] of meta.values) {
    const entry = grammarKey(key)
    if (entry === undefined) continue
    const place = metaPlace(raw, offsetOfKey(meta, key))
    if (kind === 'plain' || !entry.on.includes(kind)) {
      const keys = GRAMMAR.filter((other) => kind !== 'plain' && other.on.includes(kind)).map((other) => other.key)
      complain(
        place,
        `"${key}" belongs on ${entry.on.join(', ')}; this fence is ${kind}`,
        `keys of ${kind}: ${keys.join(', ')}`,
      )
      continue
    }
    const problem = valueProblem(entry, value, topology)
    if (problem !== undefined) complain(place, problem.message, problem.hint)
  }
}
