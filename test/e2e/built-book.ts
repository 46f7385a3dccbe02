/** The built book for browser tests: the one of $K8S101_DIST, or dist/, built when it is missing or older than its sources. */
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
const SOURCES = [
  'content',
  'runbooks/evidence',
  'src/site',
  'src/chapter',
  'src/runbook',
  'src/evidence',
  'src/prose',
  'src/reference',
  'astro.config.mjs',
]

/** Folder with index.html in it. */
export function builtBook(): string {
  const given = process.env['K8S101_DIST']
  if (given !== undefined) return given
  const dist = join(ROOT, 'dist')
  if (newest(join(dist, 'index.html')) < Math.max(...SOURCES.map((source) => newest(join(ROOT, source))))) build()
  return dist
}

function build(): void {
  const astro = join(ROOT, 'node_modules/.bin/astro')
  execFileSync(process.execPath, [astro, 'build', '--silent'], {
    cwd: ROOT,
    env: { ...Object.fromEntries(outsideVitest()), ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Vitest tells Vite that it is a test, in development; such a build would have no search. */
function outsideVitest(): [string, string | undefined][] {
  const words = new Set(['NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'TEST', 'BASE_URL'])
  return Object.entries(process.env).filter(([name]) => !words.has(name) && !name.startsWith('VITEST'))
}

/** Time of the newest file, in epoch milliseconds; 0 for nothing. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Addresses of all pages of a built book, `404.html` left out. */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)index\.html$/u.test(file))
    .map((file) => `/${file.replace(/index\.html$/u, '')}`)
    .toSorted()
}
