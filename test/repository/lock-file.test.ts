/** The lock file is whole: `npm ci` refuses one that lacks a platform's optional package, whatever the platform. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

function packages(): Readonly<Record<string, Entry>> {
  const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return lock.packages
}

test('every optional package that is asked for is in the lock file', () => {
  const all = packages()
  const names = new Set(Object.keys(all).map((path) => path.replace(/^.*node_modules\//u, '')))
  const missing = Object.values(all)
    .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    .filter((name) => !names.has(name))
  expect([...new Set(missing)], 'npm run lock writes them').toEqual([])
})
