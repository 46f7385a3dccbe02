/** What a reader does on a chapter, in each language: copies, types values, opens the proof, changes tabs, searches. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBook } from '../../src/chapter/index.ts'
import type { Chapter, ExpectFence, Fence } from '../../src/chapter/types.ts'
import { serveSite } from '../../src/site/server.ts'
import type { SiteServer } from '../../src/site/server.ts'
import { launch, newContext, watchedPage } from './browser.ts'
import { ROOT, builtBook } from './built-book.ts'

const dist = builtBook()
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

const LANGUAGES = [
  {
    lang: 'ko',
    base: '',
    expectLabel: '이렇게 나오면 됩니다',
    onMaster: 'master에서',
    untested: '시험하지 않음',
    words: ['파드', 'kubeadm'],
  },
  {
    lang: 'en',
    base: '/en',
    expectLabel: 'You should see',
    onMaster: 'on master',
    untested: 'not tested',
    words: ['node', 'kubeadm'],
  },
] as const

describe.each(LANGUAGES)('$lang', ({ lang, base, expectLabel, onMaster, untested, words }) => {
  const chapter = chapterOf('install/single-master', lang)
  let context: BrowserContext
  let page: Page
  let outside: string[]

  beforeAll(async () => {
    context = await newContext(browser, site.url)
    const watched = await watchedPage(context, site.url)
    page = watched.page
    outside = watched.outside
    await page.goto(`${base}/install/single-master/`)
  })
  afterAll(() => context.close())

  test('every block that runs has its place, its proof line, its anchor', async () => {
    const runs = chapter.fences.filter((fence) => fence.kind === 'step' || fence.kind === 'file')
    const cards = page.locator('.run[data-kind=step], .run[data-kind=file]')
    expect(await cards.count()).toBe(runs.length)
    expect(await page.locator('.run-proof, .run-untested').count()).toBe(runs.length)
    expect(await page.locator('.run-where', { hasText: onMaster }).count()).toBeGreaterThan(0)
    expect(await page.locator('#step-init').count()).toBe(1)
  })

  test('a short expectation is shown under its step, a long one opens', async () => {
    const boxOf = ({ step }: { readonly step: string }) => page.locator(`[id="step-${step}"] .run-expect`).first()
    const short = expectationOf(chapter, (lines) => lines <= 12)
    expect(await boxOf(short).locator('summary').textContent()).toBe(expectLabel)
    expect(await boxOf(short).locator('pre').isVisible()).toBe(true)
    expect(await boxOf(short).locator('pre').textContent()).toBe(short.text)
    expect(await page.locator('code', { hasText: /^expect=/u }).count()).toBe(0)
    const long = expectationOf(chapterOf('start/yaml', lang), (lines) => lines > 12)
    await page.goto(`${base}/start/yaml/`)
    expect(await boxOf(long).locator('pre').isVisible()).toBe(false)
    await boxOf(long).locator('summary').click()
    expect(await boxOf(long).locator('pre').isVisible()).toBe(true)
    expect(await boxOf(long).locator('pre').textContent()).toBe(long.text)
    await page.goto(`${base}/install/single-master/`)
  })

  test('what is copied is the fence, byte for byte', async () => {
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    const copied = await page
      .locator('.run .copy button')
      .evaluateAll((buttons) =>
        buttons.map((button) =>
          button instanceof HTMLElement ? (button.dataset['code'] ?? '').replaceAll('\u007F', '\n') : '',
        ),
      )
    expect(copied.toSorted()).toEqual(
      chapter.fences
        .filter(isShown)
        .map((fence) => fence.text)
        .toSorted(),
    )
    const button = page.locator('#step-init .copy button')
    await button.click()
    const init = chapter.fences.find((fence) => fence.kind === 'step' && fence.id === 'init')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(init?.text)
  })

  test('a value typed once stands in blocks and in what is copied, on the next page too, until it is cleared', async () => {
    await page.locator('.values-form summary').click()
    await page.locator('input[name=MASTER_IP]').fill('192.0.2.7')
    const init = page.locator('#step-init')
    expect(await init.locator('pre').first().textContent()).toContain('192.0.2.7')
    await init.locator('.copy button').click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('192.0.2.7')
    await page.goto(`${base}/install/prepare/`)
    expect(await page.locator('input[name=MASTER_IP]').inputValue()).toBe('192.0.2.7')
    await page.goto(`${base}/install/single-master/`)
    await page.locator('.values-form button[type=reset]').click()
    expect(await init.locator('pre').first().textContent()).toContain('$MASTER_IP')
  })

  test('a secret is never kept', async () => {
    await page.locator('input[name=TOKEN]').fill('abcdef.0123456789abcdef')
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('abcdef')
  })

  test('tabs show one distribution everywhere and remember it; what was not tested says so', async () => {
    await page.goto(`${base}/install/packages/`)
    const tab = page.locator('.variants').first().getByRole('tab', { name: /RHEL/u })
    await tab.click()
    expect(await page.locator('[data-variant=debian]:visible').count()).toBe(0)
    expect(await page.locator('[data-variant=rhel]:visible').first().textContent()).toContain(untested)
    await page.reload()
    expect(await tab.getAttribute('aria-selected')).toBe('true')
    await tab.press('ArrowLeft')
    expect(await page.locator('[data-variant=rhel]:visible').count()).toBe(0)
  })

  test.each(words)('the search finds %s, without leaving the machine', async (word) => {
    await page.goto(`${base}/`)
    await page.locator('button[data-open-modal]').click()
    await page.locator('#starlight__search input').fill(word)
    await page.locator('.pagefind-ui__result-link').first().waitFor()
    const links = await page
      .locator('.pagefind-ui__result-link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links.some((link) => link?.startsWith(`${base}/install/`))).toBe(true)
    expect(links.every((link) => link?.startsWith('/en/') === (lang === 'en'))).toBe(true)
    expect(outside).toEqual([])
  })

  test('the search opens in a browser that is never idle', async () => {
    const busy = await newContext(browser, site.url)
    await busy.addInitScript(() => {
      window.requestIdleCallback = (work, { timeout } = {}) =>
        timeout === undefined ? 0 : window.setTimeout(() => work({ didTimeout: true, timeRemaining: () => 0 }), timeout)
    })
    const opened = await busy.newPage()
    await opened.goto(`${base}/`)
    await opened.locator('button[data-open-modal]').click()
    await opened.locator('#starlight__search input').waitFor()
    await busy.close()
  })

  test('without a script the blocks are whole and show plain $NAME', async () => {
    const plain = await newContext(browser, site.url, { javaScriptEnabled: false })
    const bare = await plain.newPage()
    await bare.goto(`${base}/install/single-master/`)
    expect(await bare.locator('#step-init pre').first().textContent()).toContain('$MASTER_IP')
    expect(await bare.locator('[data-variant]:visible').count()).toBe(await bare.locator('[data-variant]').count())
    expect(await bare.locator('.values-form').isVisible()).toBe(false)
    await plain.close()
  })
})

function isShown(fence: Fence): boolean {
  return fence.kind !== 'expect'
}

function chapterOf(page: string, lang: 'ko' | 'en'): Chapter {
  const found = readBook(ROOT).chapters.find((chapter) => chapter.page === page && chapter.lang === lang)
  if (found === undefined) throw new Error(`no chapter ${page} in ${lang}`)
  return found
}

/** The first that is compared as a whole and has so many lines. */
function expectationOf(chapter: Chapter, fits: (lines: number) => boolean): ExpectFence {
  const found = chapter.fences.find(
    (fence) => fence.kind === 'expect' && fence.match === 'exact' && fits(fence.text.split('\n').length),
  )
  if (found?.kind !== 'expect') throw new Error('no expectation is like that')
  return found
}
