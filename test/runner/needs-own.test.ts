/** `needs` on machines that are not the lab: verified, never installed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ENTRY, runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master'])
  const base = runbookOf(
    [
      step('make', 'echo made >>/run/base'),
      step('check', 'cat /run/base', { phase: 'verify', expect: { match: 'exact', text: 'made' } }),
    ],
    { id: 'base', title: { ko: '바탕', en: 'The base' } },
  )
  const text = `import { runbook } from ${JSON.stringify(ENTRY)}\nawait runbook(${JSON.stringify(base)})\n`
  writeFileSync(join(world.path, 'base.mjs'), text)
})
afterAll(() => world.remove())

const onTop = runbookOf([step('top', 'touch /run/top')], { id: 'top', needs: ['base'] })
const there = (path: string): string => world.inside(`ls ${path} 2>/dev/null || true`).trim()

it('stops with exit 2 where the checks of what is needed fail, and changes nothing', async () => {
  const done = await world.run(onTop)
  expect(done.stdout).toContain('top starts from the state after base; its checks:')
  expect(done.stderr).toBe(
    `error: top starts from the state after base, and these machines are not in it: its checks fail\n  Run it first: npx zx runbooks/base.mjs --inventory ${world.inventory}\n`,
  )
  expect(done.code).toBe(2)
  expect(there('/run/base /run/top')).toBe('')
})

it('asks before it runs those checks, once', async () => {
  const terminal = world.onTerminal(onTop, ['--no-yes'], { columns: 120, env: { NO_COLOR: '1' } })
  await terminal.shows('Go on?')
  expect(terminal.lines()[0]).toBe('top changes these machines:')
  expect(terminal.lines().join('\n')).not.toContain('its checks')
  terminal.type('y\r')
  const done = await terminal.finished
  expect(done.text).toContain('top starts from the state after base; its checks:')
  expect(done.text.match(/Go on\?/gu)).toHaveLength(1)
  expect(done.code).toBe(2)
})

it('runs where they hold, and leaves no journal of what it only checked', async () => {
  world.inside('echo made >/run/base')
  const done = await world.run(onTop)
  expect(done.stderr).toBe('')
  expect(done.code).toBe(0)
  expect(there('/run/top')).toBe('/run/top')
  expect(world.written()).not.toContain('"runbook":"base"')
})

it('says when the needed runbook is not there, and that --fresh is for the lab', async () => {
  const other = runbookOf([step('top', 'true')], { id: 'top', needs: ['bse'] })
  expect((await world.run(other)).stderr).toBe('error: top needs the runbook "bse", which is not there\n')
  const fresh = await world.run(onTop, ['--fresh'])
  expect(fresh.stderr).toContain('error: --fresh and --inventory cannot be given together')
  expect(fresh.code).toBe(2)
})
