/** A page with all that is no prose blanked out: the same length and lines, so that an offset is a place in the file. Pure. */
import type { Nodes } from 'mdast'
import type { Lang } from '../chapter/types.ts'
import remarkFrontmatter from 'remark-frontmatter'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Stands where inline code stood: what is glued to it is a particle, not a word of its own. */
export const CODE_MARK = '\uFFFC'

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx)
const FRONT_TEXT = /^\s*(?:title|description|meaning):[ \t]+(.*)$/gmu
/** Messages of exercises name keys and values as they are, without marks for code: only their Korean is prose. */
const MESSAGES = /^\s{6}(?!title:|meaning:|default:|from:)[\w-]+:[ \t]+(.*)$/gmu
const NO_PROSE = /https?:\/\/\S+|&\w+;/gu

/** The prose of an MDX page. A page that is no MDX has none: the parser of src/chapter says so already. */
export function proseOf(source: string): string {
  const blank = source.replaceAll(/[^\n]/gu, (character) => ' '.repeat(character.length)).split('')
  try {
    copyProse(processor.parse(source), source, blank)
  } catch {
    return blank.join('')
  }
  return blank.join('').replaceAll(NO_PROSE, blanked)
}

/** The texts in one language of a YAML file that has them as `ko: …` and `en: …`. */
export function proseOfYaml(source: string, lang: Lang): string {
  const blank = source.replaceAll(/[^\n]/gu, (character) => ' '.repeat(character.length)).split('')
  for (const match of source.matchAll(new RegExp(`^[ -]*${lang}: (.*)$`, 'gmu'))) {
    const end = match.index + match[0].length
    for (let at = end - (match[1] ?? '').length; at < end; at += 1) blank[at] = source[at] ?? ' '
  }
  return codeMarked(blank.join(''))
}

/** The Korean of a source file: what the site itself says. */
export function koreanOf(source: string): string {
  return source
    .replaceAll(/[^\n가-힣\p{L}\p{N}})]/gu, (character) => ' '.repeat(character.length))
    .replaceAll(/[A-Za-z]/gu, CODE_MARK)
}

function codeMarked(text: string): string {
  return text.replaceAll(/`[^`\n]*`/gu, (code) => CODE_MARK.repeat(code.length)).replaceAll(NO_PROSE, blanked)
}

function blanked(text: string): string {
  return ' '.repeat(text.length)
}

function copyProse(node: Nodes, source: string, out: string[]): void {
  if (node.type === 'text') copy(node, source, out)
  if (node.type === 'inlineCode') fill(node, out)
  if (node.type === 'yaml') copyFrontmatter(node, source, out)
  if ('children' in node) for (const child of node.children) copyProse(child, source, out)
}

/** The values of the frontmatter that a reader sees. */
function copyFrontmatter(node: Nodes, source: string, out: string[]): void {
  const [start, end] = rangeOf(node)
  const text = source.slice(start, end)
  const put = (match: RegExpExecArray, value: string): void => {
    const at = start + match.index + match[0].length - value.length
    for (const [index, character] of value.split('').entries()) out[at + index] = character
  }
  for (const match of text.matchAll(FRONT_TEXT)) put(match, match[1] ?? '')
  for (const match of text.matchAll(MESSAGES)) put(match, (match[1] ?? '').replaceAll(/[\w.-]/gu, CODE_MARK))
}

function copy(node: Nodes, source: string, out: string[]): void {
  const [start, end] = rangeOf(node)
  for (let at = start; at < end; at += 1) out[at] = source[at] ?? ' '
}

function fill(node: Nodes, out: string[]): void {
  const [start, end] = rangeOf(node)
  for (let at = start; at < end; at += 1) if (out[at] !== '\n') out[at] = CODE_MARK
}

function rangeOf(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}
