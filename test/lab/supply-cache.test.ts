/** The cache keeps whole entries only, also when builders die or meet. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheDir, digest, ensureEntry, findEntry, withLock } from '../../src/lab/cache.ts'

const before = process.env['XDG_CACHE_HOME']
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'k8s101-cache-'))
  process.env['XDG_CACHE_HOME'] = folder
})

afterEach(async () => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME']
  else process.env['XDG_CACHE_HOME'] = before
  await rm(folder, { recursive: true, force: true })
})

const KEY = digest('one')

function writes(text: string): (out: string) => Promise<void> {
  return (out) => writeFile(join(out, 'file'), text)
}

function deadPid(): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('true')
    child.once('exit', () => resolve(child.pid ?? 0))
  })
}

test('the order of keys does not change a digest, a value does', () => {
  expect(digest({ a: 1, b: [2, { c: 3, d: 4 }] })).toBe(digest({ b: [2, { d: 4, c: 3 }], a: 1 }))
  expect(digest({ a: 1 })).not.toBe(digest({ a: 2 }))
})

test('an entry is built once and found again', async () => {
  expect(findEntry('thing', KEY)).toBeUndefined()
  const first = await ensureEntry({ name: 'thing', key: KEY, build: writes('first') })
  const second = await ensureEntry({ name: 'thing', key: KEY, build: writes('second') })
  expect(second).toBe(first)
  expect(await readFile(join(first, 'file'), 'utf8')).toBe('first')
  expect(findEntry('thing', KEY)).toBe(first)
  expect(findEntry('thing', digest('two'))).toBeUndefined()
})

test('a half entry and a dead builder’s folder are removed, and the entry is built again', async () => {
  const entry = await ensureEntry({ name: 'thing', key: KEY, build: writes('whole') })
  await rm(join(entry, '.complete'))
  const dead = `${entry}.building-${await deadPid()}-00`
  const live = `${entry}.building-${process.pid}-00`
  await mkdir(dead)
  await mkdir(live)
  expect(findEntry('thing', KEY)).toBeUndefined()
  await ensureEntry({ name: 'thing', key: KEY, build: writes('again') })
  expect(await readFile(join(entry, 'file'), 'utf8')).toBe('again')
  expect([existsSync(dead), existsSync(live)]).toEqual([false, true])
})

test('a build that fails leaves nothing and can be tried again', async () => {
  const failing = ensureEntry({
    name: 'thing',
    key: KEY,
    build: async (out) => {
      await writeFile(join(out, 'file'), 'half')
      throw new Error('disk full')
    },
  })
  await expect(failing).rejects.toThrow('disk full')
  expect((await readdir(join(cacheDir(), 'entries'))).filter((name) => !name.endsWith('.lock'))).toEqual([])
  await ensureEntry({ name: 'thing', key: KEY, build: writes('whole') })
})

test('two builders of one entry: one builds, the other waits and says so', async () => {
  let builds = 0
  let waits = 0
  const request = {
    name: 'thing',
    key: KEY,
    build: async (out: string) => {
      builds += 1
      await new Promise((resolve) => setTimeout(resolve, 150))
      await writeFile(join(out, 'file'), 'x')
    },
    onWait: () => (waits += 1),
  }
  const [a, b] = await Promise.all([ensureEntry(request), ensureEntry(request)])
  expect(a).toBe(b)
  expect({ builds, waits }).toEqual({ builds: 1, waits: 1 })
})

test('the lock of a killed process is free', async () => {
  const file = join(folder, 'some.lock')
  const cache = join(import.meta.dirname, '../../src/lab/cache.ts')
  const script = `import { withLock } from ${JSON.stringify(cache)}
    await withLock(${JSON.stringify(file)}, undefined, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)) })`
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  let waited = false
  const mine = withLock(
    file,
    () => (waited = true),
    () => Promise.resolve('mine'),
  )
  await expect.poll(() => waited, { timeout: 5000 }).toBe(true)
  holder.kill('SIGKILL')
  expect(await mine).toBe('mine')
})
