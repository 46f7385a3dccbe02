/** MDX to raw fences: language, meta and text as Markdown reads them, with their place, heading and lead sentence. */
import type { Code, Nodes, Parents, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Problem } from '../errors/index.ts'
import type { Position } from './types.ts'

export interface RawFence {
  readonly lang: string
  readonly meta: string
  readonly text: string
  readonly position: Position
  /** Column of the meta's first character. */
  readonly metaColumn: number
  /** The meta as it stands in the file, before Markdown's unescaping. */
  readonly writtenMeta: string
  readonly closed: boolean
  readonly heading?: string
  readonly lead?: string
}

export interface ParsedMarkdown {
  /** Text between the `---` lines and the line of its first character, if there is frontmatter. */
  readonly frontmatter: { readonly text: string; readonly line: number } | undefined
  readonly fences: readonly RawFence[]
  readonly problems: readonly Problem[]
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx)

/** Parses one page. A page that is no MDX gives one problem and no fences. */
export function parseMarkdown(file: string, source: string): ParsedMarkdown {
  let root: Root
  try {
    root = processor.parse(source)
  } catch (error) {
    return { frontmatter: undefined, fences: [], problems: [mdxProblem(file, error)] }
  }
  const walk: Walk = { file, lines: source.split(/\r\n|\n|\r/u), fences: [], problems: [], heading: undefined }
  visit(root, walk)
  const first = root.children[0]
  const frontmatter = first?.type === 'yaml' ? { text: first.value, line: placeOf(first).line + 1 } : undefined
  return { frontmatter, fences: walk.fences, problems: walk.problems }
}

interface Walk {
  readonly file: string
  readonly lines: readonly string[]
  readonly fences: RawFence[]
  readonly problems: Problem[]
  heading: string | undefined
}

function visit(parent: Parents, walk: Walk): void {
  let lead: string | undefined
  for (const node of parent.children) {
    if (node.type === 'heading') walk.heading = textOf(node)
    if (node.type === 'code') walk.fences.push(rawFence(node, walk, lead))
    const foreign = foreignCode(node)
    if (foreign !== undefined) walk.problems.push(foreignProblem(walk.file, placeOf(node), foreign))
    lead = node.type === 'paragraph' ? textOf(node) : undefined
    if ('children' in node) visit(node, walk)
  }
}

function rawFence(node: Code, walk: Walk, lead: string | undefined): RawFence {
  const position = placeOf(node)
  const opening = (walk.lines[position.line - 1] ?? '').slice(position.column - 1)
  const parts = /^(`{3,}|~{3,})([ \t]*)(\S*)([ \t]*)(.*?)[ \t]*$/u.exec(opening)
  const [, marks = '', space = '', word = '', gap = '', writtenMeta = ''] = parts ?? []
  return {
    lang: node.lang ?? '',
    meta: (node.meta ?? '').trimEnd(),
    text: node.value,
    position,
    metaColumn: position.column + marks.length + space.length + word.length + gap.length,
    writtenMeta,
    closed: isClosed(node, marks, walk.lines),
    ...(walk.heading === undefined ? {} : { heading: walk.heading }),
    ...(lead === undefined ? {} : { lead }),
  }
}

/** Markdown lets the end of the file, or of a list item, close a fence; here that is a slip. */
function isClosed(node: Code, marks: string, lines: readonly string[]): boolean {
  const start = node.position?.start.line ?? 0
  const end = node.position?.end.line ?? 0
  const last = (lines[end - 1] ?? '').replace(/^[\s>]*/u, '').trimEnd()
  return end > start && last.length >= marks.length && last.replaceAll(marks[0] ?? '', '') === ''
}

/** Code that does not stand in the page as a fence: components, imports of raw files. */
function foreignCode(node: Nodes): string | undefined {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return node.name === 'Code' || node.name === 'pre' ? `<${node.name}>` : undefined
  }
  if (node.type === 'mdxjsEsm' && /\?raw\b/u.test(node.value)) return 'an import of a raw file'
  return undefined
}

function foreignProblem(file: string, place: Position, what: string): Problem {
  return {
    file,
    ...place,
    message: `${what} shows code that nothing checks`,
    hint: 'write it as a fence with step, norun, file or expect',
  }
}

/** The plain text of a node. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.type.startsWith('mdx') ? '' : node.value.replaceAll(/\s+/gu, ' ')
  return 'children' in node ? node.children.map(textOf).join('').trim() : ''
}

function placeOf(node: Nodes): Position {
  const start = node.position?.start
  return { line: start?.line ?? 1, column: start?.column ?? 1 }
}

/** The parser's error has its place in `line` and `column`, or only in its words: `<div>` (12:1-12:6). */
function mdxProblem(file: string, error: unknown): Problem {
  const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/gu, ' ')
  const said = /\((\d+):(\d+)-\d+:\d+\)/u.exec(reason)
  const line = numberOf(error, 'line') ?? Number(said?.[1] ?? 1)
  const column = numberOf(error, 'column') ?? Number(said?.[2] ?? 1)
  return {
    file,
    line,
    column,
    message: `this is not MDX: ${reason}`,
    hint: 'the site reads pages as MDX: close tags, write \\{ and \\<',
  }
}

function numberOf(value: unknown, key: string): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1]
  return typeof found === 'number' ? found : undefined
}
