/** What a person sees on a terminal while a runbook runs there. */
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

/** Until the test says so. */
const HOLD = 'until test -e /run/go; do sleep 0.1; done'
const TOKEN = 'abcdef.0123456789abcdef'

describe.each([{ columns: 40 }, { columns: 120 }])('a terminal of $columns columns', ({ columns }) => {
  const runbook = runbookOf(
    [
      step('talks', `echo "가나다라마바사아자차카타파하 출력: token ${TOKEN}"; ${HOLD}; echo 끝`, { on: 'all' }),
      file('한글로-된-아주-긴-파일-이름이라서-좁은-화면에는-다-들어가지-않는다.txt', 'x', { on: 'all' }),
      step('silent-step-whose-name-is-rather-long', 'rm -f /run/go; sleep 1.5', { on: 'all' }),
    ],
    { id: `live${columns}` },
  )

  it('shows what each host does, in place, and leaves only what was printed for good', async () => {
    world.inside('rm -f /run/go')
    const terminal = world.onTerminal(runbook, [], { columns })
    await terminal.shows(/node1 {3}runs [2-9]\.\d s/)
    const running = terminal.lines()
    expect(running.slice(-3)).toEqual([
      expect.stringMatching(/^\[1\/3\] page\/talks {2}\d/),
      expect.stringMatching(/^ {4}master {2}runs \d/),
      expect.stringMatching(/^ {4}node1 {3}runs \d/),
    ])
    expect(running.filter((line) => line.includes('runs'))).toHaveLength(2)
    world.inside('touch /run/go')
    world.inside('touch /run/go', 'node1')
    const done = await terminal.finished
    expect(done.code).toBe(0)
    expect(done.text).toContain('\u001B[32mok')
    expect(done.text).not.toContain(TOKEN)
    // As if it had been printed on paper of this width: no live line, no rest of one.
    const text = terminal.lines().join(columns === 40 ? '' : '\n')
    expect(terminal.lines().join('\n')).not.toMatch(/runs|waits/)
    expect(text.match(/\[\d\/3\]/g)).toEqual(['[1/3]', '[2/3]', '[3/3]'])
    expect(text).toContain('│ 가나다라마바사아자차카타파하 출력: token «masked»')
    expect(text).toContain('[3/3] page/silent-step-whose-name-is-rather-long  master node1 … ok 1.')
    if (columns === 120) {
      expect(terminal.lines().slice(0, 4)).toEqual([
        '',
        'Title',
        '[1/3] page/talks  master node1',
        expect.stringMatching(/^ {4}(master|node1 ) │ 가나다/),
      ])
    }
  })
})

describe('a terminal', () => {
  it('shows no colours with NO_COLOR, and lines that move all the same', async () => {
    const terminal = world.onTerminal(runbookOf([step('one', 'sleep 6', { on: 'all' })]), [], {
      env: { NO_COLOR: '1' },
    })
    await terminal.shows(/node1 {3}runs [1-5]\.\d s/)
    const done = await terminal.finished
    expect(done.code).toBe(0)
    // oxlint-disable-next-line no-control-regex -- these are what it looks for
    expect(done.text).not.toMatch(/\u001B\[[0-9;]*m/)
    expect(terminal.lines()).toEqual([
      '',
      'Title',
      expect.stringMatching(/^\[1\/1\] page\/one {2}master node1 … ok \d\.\d s$/),
      '',
      expect.stringMatching(/^try: 1 steps done, on 2 hosts/),
      expect.stringMatching(/^0 outputs were/),
    ])
  })

  it('that cannot move lines gets none of that', async () => {
    const terminal = world.onTerminal(runbookOf([step('one', 'sleep 1.2')]), [], { env: { CI: 'true', NO_COLOR: '1' } })
    const done = await terminal.finished
    expect(done.text).not.toContain('\u001B')
    expect(done.text).toMatch(/page\/one {2}master … ok/)
  })

  it('shows what is said of a lost link above the lines that move, and none of them stays', async () => {
    world.inside('rm -f /run/go')
    const terminal = world.onTerminal(runbookOf([step('one', `echo here; ${HOLD}`)]), [], {
      columns: 100,
      env: { NO_COLOR: '1' },
    })
    await terminal.shows('│ here')
    world.inside('pkill -f "sshd: root[@]"')
    await terminal.shows('the step goes on there')
    // Only then may it end: else whether it still runs when the runner is back would be a matter of luck.
    await terminal.shows('waiting for its end')
    world.inside('touch /run/go')
    const done = await terminal.finished
    expect(done.code).toBe(0)
    // What ssh itself says of it depends on who noticed first, and is shown as the step's.
    const lines = terminal.lines().filter((line) => !/│ (Connection|client_loop)/u.test(line))
    // What the host has kept comes again, from the beginning.
    expect(lines.slice(0, -3)).toEqual([
      '',
      'Title',
      '[1/1] page/one  master',
      '    │ here',
      'master: the connection was lost; the step goes on there, connecting again …',
      'master: a step is still running there; waiting for its end …',
      '    │ here',
      expect.stringMatching(/^ {4}ok [\d.]+ s$/),
    ])
  })

  it.each([
    { name: 'once ends the run in order', again: false },
    { name: 'twice leaves at once', again: true },
  ])('Ctrl-C $name: nothing of the moving lines stays', async ({ again }) => {
    // It takes no notice of SIGTERM, so that there is time for a second Ctrl-C.
    const stubborn = step('long', "trap '' TERM; touch /run/began; sleep 60 & wait; sleep 60", { timeoutSeconds: 90 })
    world.inside('rm -f /run/began')
    const terminal = world.onTerminal(runbookOf([stubborn]), [], { columns: 100, env: { NO_COLOR: '1' } })
    await terminal.shows('master  runs')
    await vi.waitUntil(() => world.inside('ls /run').includes('began'), { timeout: 20_000 })
    terminal.type('\u0003')
    await terminal.shows('interrupted: stopping')
    if (again) terminal.type('\u0003')
    const done = await terminal.finished
    expect(done.code).toBe(130)
    const lines = terminal.lines()
    expect(lines.join('\n')).not.toMatch(/ {4}master {2}(runs|failed)/)
    expect(lines).toContain('interrupted: stopping what runs on the hosts … (once more to leave at once)')
    if (!again)
      expect(lines.join('\n')).toMatch(/page\/long {2}master … failed [\d.]+ s\n\ntry: 0 steps done, 1 failed/)
    await vi.waitUntil(() => !world.inside('ps -eo args').includes('sleep 60'), { timeout: 20_000 })
  })
})
