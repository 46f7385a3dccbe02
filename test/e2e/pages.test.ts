/** Every page of the built book, in a real browser: nothing breaks, nothing is fetched from elsewhere, all can read it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { serveSite } from '../../src/site/server.ts'
import type { SiteServer } from '../../src/site/server.ts'
import { launch, newContext, watchedPage } from './browser.ts'
import { builtBook, pagesOf } from './built-book.ts'

const dist = builtBook()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let site: SiteServer
let browser: Browser

beforeAll(async () => {
  site = await serveSite(dist, [0])
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

// Two at a time (vitest.config.ts): axe keeps one core busy.
describe.each(pagesOf(dist))('%s', { concurrent: true }, (path) => {
  test('loads quietly, asks nobody else, and is as wide as a phone', async ({ expect }) => {
    const context = await newContext(browser, site.url, { viewport: { width: 390, height: 844 } })
    const { page, complaints, outside } = await watchedPage(context, site.url)
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await page.title()).toMatch(/쿠버네티스 101|Kubernetes 101/u)
    expect(await page.locator('html').getAttribute('lang')).toBe(path.startsWith('/en/') ? 'en' : 'ko')
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      'no sideways scrolling',
    ).toBeLessThanOrEqual(390)
    expect({ complaints, outside }).toEqual({ complaints: [], outside: [] })
    await context.close()
  })

  test.for(['light', 'dark'] as const)('has no serious accessibility fault (%s)', async (colorScheme, { expect }) => {
    const context = await newContext(browser, site.url, { colorScheme })
    const page = await context.newPage()
    await page.goto(path)
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    // Expressive Code makes long code reachable by keyboard when the browser is idle: soon, and on a busy machine later.
    await page.waitForTimeout(500)
    await page.evaluate(AXE)
    await expect.poll(() => page.evaluate<string[]>(SERIOUS_FAULTS), { timeout: 20_000, interval: 1000 }).toEqual([])
    await context.close()
  })
})

/** Runs in the page: axe's serious and critical findings, one line each. */
const SERIOUS_FAULTS = `axe.run().then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ' (' + nodes.length + '): ' + nodes[0].html.slice(0, 160)))`
