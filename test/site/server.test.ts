/** The server of `npm start`, asked as a browser (and as no browser) would. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveSite } from '../../src/site/server.ts'
import type { SiteServer } from '../../src/site/server.ts'

let folder: string
let site: SiteServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'k101-dist-'))
  mkdirSync(join(folder, 'dist/en'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist/index.html'), 'home')
  writeFileSync(join(folder, 'dist/404.html'), 'nothing here')
  writeFileSync(join(folder, 'dist/en/index.html'), 'english')
  site = await serveSite(join(folder, 'dist'), [0])
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

test.each([
  ['/', 200, 'home'],
  ['/en/?q=1', 200, 'english'],
  ['/en', 308, ''],
  ['/none/', 404, 'nothing here'],
  ['/../secret.txt', 404, 'nothing here'],
  ['/%2e%2e/secret.txt', 404, 'nothing here'],
  ['/..%5csecret.txt', 404, 'nothing here'],
  ['/%', 404, 'nothing here'],
])('GET %s answers %i', async (path, status, body) => {
  expect(await get(path)).toEqual({ status, body })
})

test('a taken port leads to the next; no free one is said plainly', async () => {
  const taken = Number(new URL(site.url).port)
  const next = await serveSite(join(folder, 'dist'), [taken, 0])
  expect(next.url).not.toBe(site.url)
  await next.close()
  await expect(serveSite(folder, [taken])).rejects.toThrow(`no free port among ${taken}`)
})

/** Sends the path as it is: fetch would tidy it up first. */
function get(path: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(site.url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
      .on('error', reject)
      .end()
  })
}
