/** Our parser and the site's must see the same fences at the same lines: the site looks steps up by line. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { mdxToMdast } from 'satteri'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/chapter/markdown.ts'

const root = join(import.meta.dirname, '../..')

interface SeenFence {
  readonly lang: string
  readonly meta: string
  readonly text: string
  readonly line: number
  readonly column: number
}

function ours(source: string): SeenFence[] {
  return parseMarkdown('page.mdx', source).fences.map(({ lang, meta, text, position }) => ({
    lang,
    meta,
    text,
    ...position,
  }))
}

/** What the site's processor sees, with the features that Starlight turns on. */
function theirs(source: string): SeenFence[] {
  const found: SeenFence[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const fields: Record<string, unknown> = { ...node }
    if (fields['type'] === 'code') found.push(seen(fields))
    if (Array.isArray(fields['children'])) fields['children'].forEach(visit)
  }
  visit(mdxToMdast(source, { features: { directive: true } }))
  return found
}

function seen(fields: Record<string, unknown>): SeenFence {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const { start } = JSON.parse(JSON.stringify(fields['position'])) as { start: { line: number; column: number } }
  return {
    lang: text(fields['lang']),
    meta: text(fields['meta']).trimEnd(),
    text: text(fields['value']),
    line: start.line,
    column: start.column,
  }
}

const pages = readdirSync(join(root, 'content/docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => join('content/docs', name))

describe('remark and Sätteri read the same fences', () => {
  test.each(['test/fixtures/chapters/nasty.mdx', ...pages])('%s', (file) => {
    const source = readFileSync(join(root, file), 'utf8')
    expect(ours(source)).toEqual(theirs(source))
  })

  test('the nasty page has fences in lists, quotes, asides and components', () => {
    expect(ours(readFileSync(join(root, 'test/fixtures/chapters/nasty.mdx'), 'utf8'))).toHaveLength(12)
  })
})
