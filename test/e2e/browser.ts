/** A real browser for the tests: Debian's Chromium, with everything that a page says or asks for written down. */
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What a page did besides showing itself. */
export interface Watched {
  readonly page: Page
  /** Console errors, uncaught exceptions, failed and missing requests. */
  readonly complaints: string[]
  /** Requests that left the site. */
  readonly outside: string[]
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['K8S101_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A context that may read the clipboard. */
export function newContext(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({ baseURL: url, ...options, permissions: ['clipboard-read', 'clipboard-write'] })
}

export async function watchedPage(context: BrowserContext, url: string): Promise<Watched> {
  const page = await context.newPage()
  const complaints: string[] = []
  const outside: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()} answered ${response.status()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(?:data|blob):/u.test(request.url())) outside.push(request.url())
  })
  return { page, complaints, outside }
}
