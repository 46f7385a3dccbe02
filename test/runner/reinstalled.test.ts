/** A machine that was installed anew has the same name and address, and nothing of what the journal says is true of it. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { file, runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master', 'node1'])
})
afterAll(() => world.remove())

const workdir = (...path: string[]): string => join(world.hosts['master']?.home ?? '', 'k8s101/try', ...path)

/** Its disk is new: another id, no working directory. What runs there goes on, or ends where it reboots, too. */
function newIdentity(): void {
  world.inside('umount /etc/machine-id 2>/dev/null; tr -d - </proc/sys/kernel/random/uuid >/run/id')
  world.inside('mount --bind /run/id /etc/machine-id')
}

beforeEach(() => {
  rmSync(workdir(), { recursive: true, force: true })
  world.inside('rm -f /run/go')
  newIdentity()
})

describe('--resume', () => {
  it.each([
    { name: 'a step that had failed', failing: 'false', kill: false },
    { name: 'a step that ran when the runner was killed', failing: 'touch /run/began; sleep 60', kill: true },
  ])('after $name: exit 2, says which machine is another, does nothing', async ({ failing, kill }) => {
    const runbook = runbookOf([
      step('first', 'echo first >>effects', { on: 'all' }),
      step('second', failing, { retrySeconds: 1 }),
      step('third', 'echo third >>effects', { on: 'all' }),
    ])
    const running = world.start(runbook)
    if (kill) {
      await vi.waitUntil(() => world.inside('ls /run').includes('began'), { timeout: 30_000 })
      running.child.kill('SIGKILL')
    }
    await running.finished
    await world.hosts['master']?.reboot()
    rmSync(workdir(), { recursive: true, force: true })
    newIdentity()
    for (const yes of [[], ['--no-yes']]) {
      const terminal = world.onTerminal(runbook, ['--resume', ...yes], { env: { NO_COLOR: '1' }, columns: 120 })
      expect((await terminal.finished).code).toBe(2)
      expect(terminal.lines()).toEqual([
        'error: master: not the machine that the run began on (another machine id)',
        '  It was replaced or installed anew, so that nothing of that run is there: start without --resume.',
      ])
    }
    expect(existsSync(workdir())).toBe(false)
    expect(world.inside('flock -n /run/k8s101/lock echo free')).toBe('free\n')
    const anew = await world.run(runbookOf(runbook.items.filter(({ id }) => id !== 'page/second')))
    expect(anew.stdout).not.toContain('done earlier')
    expect(anew.code).toBe(0)
  })
})

describe('a file with just the content that this runner wrote on the machine before', () => {
  it('is foreign on the new one', async () => {
    const old = runbookOf([file('/run/etc/conf', 'ours')])
    world.inside('rm -rf /run/etc')
    expect((await world.run(old)).code).toBe(0)
    const changed = runbookOf([file('/run/etc/conf', 'ours, newer')])
    newIdentity()
    const refused = await world.run(changed)
    expect(refused.stdout).toContain('/run/etc/conf is there with other content')
    expect(refused.code).toBe(1)
    expect(world.inside('cat /run/etc/conf')).toBe('ours\n')
    expect((await world.run(changed, ['--overwrite'])).code).toBe(0)
  })
})

describe('a run whose link broke', () => {
  const runbook = runbookOf([
    step('first', 'touch /run/began; until test -e /run/go; do sleep 0.1; done', { idempotent: true }),
    step('second', 'echo second >>effects'),
  ])

  it.each([
    { name: 'does not go on with another machine: exit 4', boot: true },
    { name: 'goes on with one that only got another id: exit 0', boot: false },
  ])('$name', async ({ boot }) => {
    world.inside('rm -f /run/began')
    const running = world.start(runbook)
    await vi.waitUntil(() => world.inside('ls /run').includes('began'), { timeout: 30_000 })
    newIdentity()
    if (boot) world.inside('cat /proc/sys/kernel/random/uuid >/run/boot_id')
    world.inside('pkill -f "sshd: root[@]"')
    await running.shows('the step goes on there')
    world.inside('touch /run/go')
    const done = await running.finished
    expect(done.stdout.includes('master: another machine answers now (another machine id)')).toBe(boot)
    expect(existsSync(workdir('effects'))).toBe(!boot)
    expect(done.code).toBe(boot ? 4 : 0)
  })
})
