/** What `lab clean` would free, in a cache and a state directory of the test's own. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { clean } from '../../src/lab/machines/clean.ts'
import { labPaths } from '../../src/lab/machines/lab-name.ts'
import { writePlan, writeState } from '../../src/lab/machines/plan.ts'
import { identify } from '../../src/process/index.ts'
import { writeRecord } from '../../src/lab/machines/record.ts'
import type { LabRecord } from '../../src/lab/machines/record.ts'

// It asks the compilers for their versions, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let home = ''
const before = { cache: process.env['XDG_CACHE_HOME'], state: process.env['XDG_STATE_HOME'] }

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'k8s101-clean-'))
  process.env['XDG_CACHE_HOME'] = home
  process.env['XDG_STATE_HOME'] = home
})
afterEach(async () => {
  restore('XDG_CACHE_HOME', before.cache)
  restore('XDG_STATE_HOME', before.state)
  await rm(home, { recursive: true, force: true })
})

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name)
  else process.env[name] = value
}

async function entry(name: string): Promise<string> {
  const dir = join(home, 'k8s101/entries', name)
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, '.complete'), '{}')
  return dir
}

async function lab(name: string, more: Partial<LabRecord>): Promise<string> {
  const paths = labPaths(name)
  const base = { name: 'blank', dir: '/nowhere', key: 'k', ground: 'g', each: false }
  await writeRecord(paths, {
    topology: 'single',
    runtimes: {},
    memory: {},
    base,
    generation: 'abcdef01',
    history: { done: [], unfinished: [] },
    ...more,
  })
  return join(paths.disks, 'abcdef01')
}

async function freed(options: { readonly all: boolean; readonly dryRun?: boolean }): Promise<string> {
  const said: string[] = []
  await clean(
    { dryRun: false, ...options },
    () => Promise.resolve(true),
    (line) => said.push(line),
  )
  return said.join('\n')
}

const worked = { done: [{ runbook: 'install', page: 'p', key: 'k' }], unfinished: [] }

describe('clean', () => {
  test('frees half-built and old entries and blank disks; keeps what it does not know and what holds work', async () => {
    const half = await entry('kubernetes-0000.building-999999-ab')
    const old = await entry('kubernetes-00000000000000000000')
    const foreign = await entry('from-another-checkout-00000000000000000000')
    const blank = await lab('one', {})
    const work = await lab('two', { history: worked })
    const said = await freed({ all: false })
    expect([half, old, blank].map((path) => existsSync(path))).toEqual([false, false, false])
    expect([foreign, work].map((path) => existsSync(path))).toEqual([true, true])
    expect(said).toContain(`${half}  (half built)`)
    expect(said).toContain('blank disks of lab "one", which is down')
    expect(said).toMatch(/\nfreed: \S+ /)
  })

  test('--dry-run only says it, and nothing is a word too', async () => {
    const old = await entry('kubernetes-00000000000000000000')
    expect(await freed({ all: false, dryRun: true })).toContain('nothing was removed: --dry-run')
    expect(existsSync(old)).toBe(true)
    await rm(old, { recursive: true })
    expect(await freed({ all: false })).toBe('nothing to free')
  })

  test('--all frees everything but what a running lab uses', async () => {
    const [kernel, www, base, cached] = [
      await entry('uml-kernel-1'),
      await entry('www-1'),
      await entry('lab-state-1'),
      await entry('etcd-1'),
    ]
    const running = await lab('up', {
      history: worked,
      base: { name: 's', dir: base, key: 'k', ground: 'g', each: true },
    })
    const down = await lab('down', { history: worked })
    await run('up', kernel, www)
    const said = await freed({ all: true })
    expect([kernel, www, base, running].map((path) => existsSync(path))).toEqual([true, true, true, true])
    expect([cached, down].map((path) => existsSync(path))).toEqual([false, false])
    expect(said).toContain('lab "down", which is down: after install')
  })

  test('waits for nobody: while something is built it says so', async () => {
    await entry(`etcd-0000.building-${process.pid}-ab`)
    await expect(freed({ all: false })).rejects.toThrow(`process ${process.pid} is building etcd-0000`)
  })
})

/** Makes a lab look up: its keeper is this process. */
async function run(name: string, kernel: string, www: string): Promise<void> {
  const paths = labPaths(name)
  const keeper = identify(process.pid)
  if (keeper === undefined) throw new Error('this process is nobody')
  await writeState(paths, { keeper, driver: 'uml', startedAt: '', substitutions: [] })
  await writePlan(paths, {
    machines: [],
    kernel: { dir: join(kernel, 'root'), version: '', modulesDir: '', key: '' },
    guests: { baseImage: '', each: false, disks: paths.disks, generation: 'abcdef01' },
    mirror: { www, registry: www, cert: join(www, 'cert'), key: '', hostNames: [] },
  })
}
