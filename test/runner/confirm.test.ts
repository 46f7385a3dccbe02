/** The question before the first change on machines that are not the lab, asked on a real terminal. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { file, runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master', 'node1'])
})
afterAll(() => world.remove())

const NO_COLOR = { env: { NO_COLOR: '1' } }

const runbook = runbookOf(
  [
    step('one', 'touch /run/one', { on: 'all' }),
    file('/run/made/conf', 'x'),
    step('look', 'true', { phase: 'verify' }),
    step('other', 'true', { on: 'node' }),
  ],
  { id: 'asks' },
)

/** Nothing of this runbook on this computer, and on the hosts nothing but the lock, which nobody holds. */
function expectNothingWritten(): void {
  expect(world.written()).not.toContain('asks')
  for (const host of ['master', 'node1']) {
    expect(world.inside('flock -n /run/k8s101/lock echo free; ls /run/k8s101', host)).toBe('free\nlock\n')
    expect(world.inside('ls -d /run/one /run/made 2>/dev/null || true', host)).toBe('')
    expect(existsSync(join(world.hosts[host]?.home ?? '', 'k8s101/asks'))).toBe(false)
  }
}

describe('the question on a terminal', () => {
  it.each([
    { name: 'n', keys: 'n\r', code: 2, says: 'error: not confirmed; nothing was changed' },
    { name: 'Enter', keys: '\r', code: 2, says: 'error: not confirmed; nothing was changed' },
    { name: 'another word', keys: 'yonder\r', code: 2, says: 'error: not confirmed; nothing was changed' },
    { name: 'Ctrl-D', keys: '\u0004', code: 2, says: 'error: not confirmed; nothing was changed' },
    { name: 'Ctrl-C', keys: '\u0003', code: 130, says: 'error: interrupted; nothing was changed' },
  ])('answered with $name: exit $code, nothing written', async ({ keys, code, says }) => {
    const terminal = world.onTerminal(runbook, ['--no-yes'], NO_COLOR)
    await terminal.shows('Go on?')
    terminal.type(keys)
    expect((await terminal.finished).code).toBe(code)
    expect(terminal.lines()).toEqual([
      'asks changes these machines:',
      '  master (root@127.0.0.1): 1 steps, 1 checks, writes /run/made/conf',
      '  node1 (root@127.0.0.1): 2 steps, 0 checks',
      `Go on? [y/N]${/^[a-z]/.test(keys) ? ` ${keys.trim()}` : ''}`,
      says,
    ])
    expectNothingWritten()
  })

  it.each(['y', 'YES', ' Y '])('answered with %j: goes on', async (word) => {
    const other = runbookOf([step('one', 'echo went on')], { id: 'agreed' })
    const terminal = world.onTerminal(other, ['--no-yes'], NO_COLOR)
    await terminal.shows('Go on?')
    terminal.type(`${word}\r`)
    expect((await terminal.finished).code).toBe(0)
    expect(terminal.lines().join('\n')).toContain('│ went on')
  })

  it('holds no host while it waits, and an earlier run can be resumed when the answer is no', async () => {
    const before = runbookOf([
      step('held', 'echo begin >>effects; until test -e /run/go; do sleep 0.1; done; echo end >>effects'),
    ])
    const effects = join(world.hosts['master']?.home ?? '', 'k8s101/try/effects')
    const killed = world.start(before)
    await vi.waitUntil(() => existsSync(effects), { timeout: 30_000 })
    killed.child.kill('SIGKILL')
    await killed.finished
    world.inside('touch /run/go')
    await vi.waitUntil(() => readFileSync(effects, 'utf8') === 'begin\nend\n', { timeout: 30_000 })
    const terminal = world.onTerminal(before, ['--no-yes'], NO_COLOR)
    await terminal.shows('Go on?')
    expect(world.inside('flock -n /run/k8s101/lock echo free')).toBe('free\n')
    terminal.type('n\r')
    expect((await terminal.finished).code).toBe(2)
    const resumed = await world.run(before, ['--resume'])
    expect(resumed.stdout).toContain('taking over the step that ran on')
    expect(resumed.code).toBe(0)
    expect(readFileSync(effects, 'utf8')).toBe('begin\nend\n')
  })

  it('is not asked with --yes', async () => {
    const terminal = world.onTerminal(runbookOf([step('one', 'true')], { id: 'agreed' }), [], NO_COLOR)
    expect((await terminal.finished).code).toBe(0)
    expect(terminal.lines().join('\n')).not.toContain('Go on?')
  })
})

it('without a terminal and without --yes: exit 2, no host is even asked', async () => {
  const done = await world.run(runbook, ['--no-yes'])
  expect(done).toMatchObject({ code: 2, stdout: '' })
  expect(done.stderr).toContain('there is no terminal to ask on\n  Give --yes')
  expectNothingWritten()
})
