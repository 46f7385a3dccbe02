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

test('links that leave the book are whole addresses, and go where the book says that it goes', () => {
  const addresses = new Set(pagesOf(dist).flatMap((page) => allLinksOf(page).filter((link) => /^https?:/u.test(link))))
  const wrong = [...addresses].filter((address) => !isWhole(address))
  expect(wrong).toEqual([])
  const hosts = [...new Set([...addresses].map((address) => new URL(address).hostname))].toSorted()
  expect(hosts.length).toBeGreaterThan(1)
  expect(
    hosts.filter((host) => !OUTSIDE.includes(host)),
    'hosts that are new to the book: is it no slip? Add them here',
  ).toEqual([])
})

test('the check finds an address that is none', () => {
  for (const address of [
    'http://kubernetes.io/docs/',
    'https://kubernetes/docs/',
    'https://kubernetes.io/docs//x',
    'https://kubernetes.io/a b',
  ])
    expect(isWhole(address), address).toBe(false)
})

/** Where the book's links lead: a new host is added here on purpose, never by a slip. */
const OUTSIDE = [
  'cloudinit.readthedocs.io',
  'docs.k3s.io',
  'docs.kernel.org',
  'docs.podman.io',
  'github.com',
  'kind.sigs.k8s.io',
  'kubernetes.io',
  'kubespray.io',
  'man7.org',
  'minikube.sigs.k8s.io',
  'www.cncf.io',
  'www.freedesktop.org',
  'yaml.org',
  'yamllint.readthedocs.io',
]

/** https, a host with a dot, nothing doubled or blank in the path. */
function isWhole(address: string): boolean {
  if (!URL.canParse(address) || /\s/u.test(address)) return false
  const { protocol, hostname, pathname } = new URL(address)
  return protocol === 'https:' && hostname.includes('.') && !pathname.includes('//')
}

function linksOf(page: string): string[] {
  return allLinksOf(page).filter((link) => !/^(?:https?|mailto):/u.test(link))
}

function allLinksOf(page: string): string[] {
  const html = htmlOf(page)
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/gu)].map((match) =>
    (match[1] ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  )
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
