/** Every link of the built book that stays in the book leads to a page and, with an anchor, to a place on it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtBook, pagesOf } from './built-book.ts'

const dist = builtBook()

test('internal links and anchors lead somewhere', () => {
  const pages = pagesOf(dist)
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => !leadsSomewhere(page, link))
      .map((link) => `${page}: ${link}`),
  )
  expect(pages.length).toBeGreaterThan(1)
  expect(broken).toEqual([])
})

test('the check finds a dead link and a dead anchor', () => {
  expect(leadsSomewhere('/', '/no-such-page/')).toBe(false)
  expect(leadsSomewhere('/', '/#no-such-place')).toBe(false)
  expect(leadsSomewhere('/', '/en/')).toBe(true)
})

function linksOf(page: string): string[] {
  const html = htmlOf(page)
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/gu)]
    .map((match) => (match[1] ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
    .filter((link) => !/^(?:https?|mailto):/u.test(link))
}

function leadsSomewhere(page: string, link: string): boolean {
  const target = new URL(link, `http://book${page}`)
  const path = decodeURIComponent(target.pathname)
  if (!path.endsWith('/')) return existsSync(join(dist, path)) && path.includes('.')
  if (!existsSync(join(dist, path, 'index.html'))) return false
  const anchor = decodeURIComponent(target.hash.slice(1))
  return anchor === '' || idsOf(path).has(anchor)
}

const ids = new Map<string, Set<string>>()

function idsOf(page: string): Set<string> {
  const known = ids.get(page) ?? new Set([...htmlOf(page).matchAll(/\sid="([^"]*)"/gu)].map((match) => match[1] ?? ''))
  ids.set(page, known)
  return known
}

function htmlOf(page: string): string {
  return readFileSync(join(dist, page, 'index.html'), 'utf8')
}
