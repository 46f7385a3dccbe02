import { existsSync, readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startWorld, runbookOf, step } from './world.ts'
import type { Running, World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master'])
})
afterAll(() => world.remove())

/** Lines that the steps of these tests append. */
function effects(): string {
  const file = join(world.hosts['master']?.home ?? '', 'k8s101/try/effects')
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\n', ' ').trim() : ''
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (condition()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never: ${what}`)
}

/** Local processes that mention this test's folder: ssh, its watcher, the runner. */
function localProcesses(): string {
  return execFileSync('bash', ['-c', `pgrep -af '${world.path}/[k]ey' || true`], { encoding: 'utf8' })
}

const init =
  'echo begin >>effects; touch /run/began; until test -e /run/go; do sleep 0.1; done; echo end >>effects; echo done'
const runbook = runbookOf([
  step('before', 'echo before >>effects'),
  step('init', init, { expect: { match: 'exact', text: 'done' }, timeoutSeconds: 60 }),
  step('after', 'echo after >>effects'),
])

/** Starts the runbook on a host without traces of an earlier one; resolves when its second step runs. */
async function startFresh(): Promise<Running> {
  world.inside('rm -rf /run/began /run/go')
  rmSync(join(world.hosts['master']?.home ?? '', 'k8s101'), { recursive: true, force: true })
  const running = world.start(runbook)
  await until(() => world.inside('ls /run').includes('began'), 'the step began')
  return running
}

describe('a runner that was killed', () => {
  it('leaves no local process; the step goes on; --resume takes it over, and everything happened once', async () => {
    const running = await startFresh()
    running.child.kill('SIGKILL')
    await running.finished
    await until(() => localProcesses() === '', 'no local process')
    expect(effects()).toBe('before begin')

    const status = await world.run(runbook, ['--status'])
    expect(status.stdout).toMatch(
      /^last run: .*, its runner is gone\nmaster: runs page\/init, started .* ago, held by try of /,
    )
    const fresh = await world.run(runbook)
    expect(fresh.code).toBe(2)
    expect(fresh.stderr).toMatch(/^error: master: held by runbook "try" of .*, one of its steps is running\n/)

    const resumed = world.start(runbook, ['--resume'])
    world.inside('touch /run/go')
    const done = await resumed.finished
    expect(done.stdout).toContain('page/before  master … done earlier')
    expect(done.stdout).toContain('taking over the step that ran on')
    expect(done.code).toBe(0)
    expect(effects()).toBe('before begin end after')
  })

  it('is gone on with when the step has ended meanwhile', async () => {
    const running = await startFresh()
    running.child.kill('SIGKILL')
    world.inside('touch /run/go')
    await until(() => effects().endsWith('end'), 'the step ended')
    const done = await world.run(runbook, ['--resume'])
    expect(done.code).toBe(0)
    expect(effects()).toBe('before begin end after')
  })

  it('is unknown after a reboot: exit 4, until somebody says what it is', async () => {
    const running = await startFresh()
    running.child.kill('SIGKILL')
    await running.finished
    await world.hosts['master']?.reboot()
    const unknown = await world.run(runbook, ['--resume'])
    expect(unknown.code).toBe(4)
    expect(unknown.stderr).toContain('error: page/init on master: it was started, and nobody knows how it ended')
    expect(unknown.stderr).toContain('--yes --resume --mark-done page/init  takes it as done')
    expect(effects()).toBe('before begin')
    const marked = await world.run(runbook, ['--resume', '--mark-done', 'page/init'])
    expect(marked.code).toBe(0)
    expect(effects()).toBe('before begin after')
  })

  it('can be told to run the step again', async () => {
    const running = await startFresh()
    running.child.kill('SIGKILL')
    await running.finished
    await world.hosts['master']?.reboot()
    world.inside('touch /run/go')
    const again = await world.run(runbook, ['--resume', '--rerun', 'init'])
    expect(again.code).toBe(0)
    expect(effects()).toBe('before begin begin end after')
  })
})

describe('a link that breaks', () => {
  it('is made again by the runner itself, and the step is not started twice', async () => {
    const running = await startFresh()
    world.inside('pkill -f "sshd: root[@]"')
    await running.shows('the step goes on there, connecting again')
    world.inside('touch /run/go')
    const done = await running.finished
    expect(done.code).toBe(0)
    expect(effects()).toBe('before begin end after')
  })
})

describe('a host that does not come back', () => {
  it('ends the run: exit 3, with the step, the book’s line, the way to go on, and the report', async () => {
    const alone = await startWorld(['master'])
    try {
      const report = join(alone.path, 'report.json')
      const running = alone.start(runbook, ['--report', `json=${report}`])
      await until(() => alone.inside('ls /run').includes('began'), 'the step began')
      await alone.hosts['master']?.stop()
      const done = await running.finished
      expect(done.code).toBe(3)
      expect(done.stdout).toMatch(/page\/init failed on master\n {2}book: .+:\d+\n {2}\| echo begin/)
      expect(done.stdout).toMatch(/ {2}master: .*unreachable/)
      expect(done.stdout).toContain('go on from here when it is mended: npx zx runbooks/try.mjs')
      expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ exit: 3 })
    } finally {
      await alone.remove()
    }
  })
})

describe('Ctrl-C', () => {
  it('ends the waiting for a host that is away: exit 130, before the host would have been given up', async () => {
    const alone = await startWorld(['master'])
    try {
      const running = alone.start(runbook)
      await until(() => alone.inside('ls /run').includes('began'), 'the step began')
      await alone.hosts['master']?.stop()
      await running.shows('connecting again')
      running.child.kill('SIGINT')
      const done = await running.finished
      expect(done.stderr).toContain('interrupted while master was away')
      expect(done.code).toBe(130)
    } finally {
      await alone.remove()
    }
  })

  it('stops the step on the host: exit 130, and the way to go on', async () => {
    const running = await startFresh()
    running.child.kill('SIGINT')
    const done = await running.finished
    expect(done.code).toBe(130)
    expect(done.stdout).toContain('page/init on master: it was started, and nobody knows how it ended')
    expect(world.inside('pgrep -fx "sleep 0.1" || true')).toBe('')
    expect(world.inside('ls /run/k8s101')).toBe('lock\n')
    await until(() => localProcesses() === '', 'no local process')
    world.inside('touch /run/go')
    expect((await world.run(runbook, ['--resume'])).code).toBe(4)
    expect((await world.run(runbook, ['--resume', '--rerun', 'init'])).code).toBe(0)
    expect(effects()).toBe('before begin begin end after')
  })
})

describe('Ctrl-C while a step of before is waited for', () => {
  /** The step was stopped as one that this runner had started: nobody knows what came of it, and nobody holds the host. */
  async function expectStopped(running: Running): Promise<void> {
    const began = performance.now()
    running.child.kill('SIGINT')
    const done = await running.finished
    expect(done.code).toBe(130)
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(done.stdout).toContain('page/init on master: it was started, and nobody knows how it ended')
    expect(done.stdout).not.toContain('page/after  ')
    expect(world.inside('pgrep -fx "sleep 0.1" || true')).toBe('')
    expect(world.inside('ls /run/k8s101; flock -n /run/k8s101/lock echo free')).toBe('lock\nfree\n')
    await until(() => localProcesses() === '', 'no local process')
    expect((await world.run(runbook, ['--resume'])).code).toBe(4)
    world.inside('touch /run/go')
    expect((await world.run(runbook, ['--resume', '--rerun', 'init'])).code).toBe(0)
    expect(effects()).toBe('before begin begin end after')
  }

  it('by --resume', async () => {
    const killed = await startFresh()
    killed.child.kill('SIGKILL')
    await killed.finished
    const resumed = world.start(runbook, ['--resume'])
    await resumed.shows('master: a step is still running there; waiting for its end')
    await expectStopped(resumed)
  })

  it('by a runner whose link broke', async () => {
    const running = await startFresh()
    world.inside('pkill -f "sshd: root[@]"')
    await running.shows('master: a step is still running there; waiting for its end')
    await expectStopped(running)
  })
})

describe('two runners', () => {
  it('cannot be on one host, and a living run is not resumed', async () => {
    const running = await startFresh()
    const second = await world.run(runbook, ['--resume'])
    expect(second.code).toBe(2)
    expect(second.stderr).toMatch(/^error: the run is still going, in process \d+\n/)
    world.inside('touch /run/go')
    expect((await running.finished).code).toBe(0)
  })
})
