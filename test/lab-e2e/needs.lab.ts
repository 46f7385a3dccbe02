/** Runbooks that need others, on real machines: made once, kept, restored, used as they are, refused over other work. */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cacheDir } from '../../src/lab/cache.ts'
import type { Runbook } from '../../src/runbook/index.ts'
import { runbookOf, step } from '../runner/world.ts'
import { runbooksIn, testLab } from './lab.ts'

const folder = mkdtempSync(join(tmpdir(), 'k8s101-needs-'))
const { write, run } = runbooksIn(folder)
// What is kept for all labs is keyed by the runbooks' text: of its own here, so that nothing is kept from an earlier run.
const stamp = `${Date.now()}`
const first = testLab('e2e-needs')
const other = testLab('e2e-needs-too')

const base = runbookOf(
  [
    step('make', `echo ${stamp} > ~/base; head -c 30M /dev/urandom > ~/noise; sha256sum ~/noise > ~/sum`, {
      on: 'all',
    }),
    step('check', 'cat ~/base; sha256sum --quiet -c ~/sum', {
      on: 'all',
      phase: 'verify',
      expect: { match: 'exact', text: stamp },
    }),
  ],
  { id: 'e2e-base', page: 'base' },
)
const on = (id: string, more: Partial<Runbook> = {}): Runbook =>
  runbookOf(
    [
      step(id, `cat ~/base; touch ~/${id}`, { creates: `/home/debian/${id}` }),
      step('see', 'cat ~/base', { phase: 'verify', expect: { match: 'exact', text: stamp } }),
    ],
    { id, page: id, needs: ['e2e-base'], isolation: 'cluster', ...more },
  )

/** What these tests had kept for all labs is of use to none. */
function forgetKept(): void {
  const entries = join(cacheDir(), 'entries')
  for (const record of globSync('lab-state-*/snapshot.json', { cwd: entries })) {
    if (readFileSync(join(entries, record), 'utf8').includes('"e2e-base"'))
      rmSync(join(entries, dirname(record)), { recursive: true, force: true })
  }
}

beforeAll(() => {
  for (const runbook of [base, on('e2e-top'), on('e2e-beside'), on('e2e-clean', { isolation: 'namespace' })])
    write(runbook)
})
afterAll(() => {
  first.lab('down')
  other.lab('down')
  forgetKept()
  rmSync(folder, { recursive: true, force: true })
})

test('what is needed runs first, once, and is kept', () => {
  first.ok('up', '--fresh')
  const done = run(first.env, 'e2e-top')
  expect(done, `${done.stdout}\n${done.stderr}`).toMatchObject({ status: 0 })
  expect(done.stdout).toContain('e2e-top starts from the state after e2e-base, which runs first and is kept:')
  expect(done.stdout).toMatch(/what the machines hold is kept \(\d+ s\)/)
  expect(first.ok('status')).toContain('holds: after e2e-base, e2e-top')
})

test('the second run finds its own work', () => {
  const done = run(first.env, 'e2e-top')
  expect(done.status).toBe(0)
  expect(done.stdout).toContain('already done')
  expect(done.stdout).not.toContain('which runs first')
})

test('another runbook does not run over it unasked, and starts from what is kept when it may', () => {
  const refused = run(first.env, 'e2e-beside')
  expect(refused.status).toBe(2)
  expect(refused.stderr).toContain('error: lab "e2e-needs" holds other work: after e2e-base, e2e-top')
  expect(refused.stderr).toMatch(/npx zx runbooks\/e2e-beside\.mjs .*--fresh/)
  expect(first.guest('master', 'ls ~/e2e-top')).toBe('/home/debian/e2e-top')
  const done = run(first.env, 'e2e-beside', '--fresh')
  expect(done.status).toBe(0)
  expect(done.stdout).not.toContain('which runs first')
  expect(first.lab('ssh', 'master', 'ls ~/e2e-top').status).toBe(2)
})

test('another lab starts from what this one kept, with keys of its own, at the same time', () => {
  const done = run(other.env, 'e2e-clean')
  expect(done, `${done.stdout}\n${done.stderr}`).toMatchObject({ status: 0 })
  expect(done.stdout).not.toContain('which runs first')
  expect(other.ok('status')).toContain('holds: after e2e-base\n')
  expect(first.guest('node1', 'cat ~/base')).toBe(stamp)
  other.ok('down')
})

test('a changed step upstream makes what was kept stale', () => {
  const [make, ...rest] = base.items
  if (make?.type !== 'step') throw new Error('no step')
  write({ ...base, items: [{ ...make, script: `${make.script}; true` }, ...rest] })
  const refused = run(first.env, 'e2e-beside')
  expect(refused.stderr).toContain('its e2e-base ran from another text')
  const done = run(first.env, 'e2e-beside', '--fresh')
  expect(done.stdout).toContain('e2e-beside starts from the state after e2e-base, which runs first and is kept:')
  expect(done.status).toBe(0)
})
