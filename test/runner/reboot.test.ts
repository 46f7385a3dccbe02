/** Steps that take their host down, against a real host: back with a new boot id, or not; and a runner that dies meanwhile. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Running, World } from './world.ts'
import { runbookOf, startWorld, step } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master', 'node1'])
})
afterEach(() => rmSync(home('k8s101'), { recursive: true, force: true }))
afterAll(() => world.remove())

const home = (...path: string[]): string => join(world.hosts['master']?.home ?? '', ...path)

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (condition()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never: ${what}`)
}

/** The step asks for it; this test then does it, as the host's own init would. */
async function rebootWhenAsked(): Promise<void> {
  await until(() => world.inside('ls /run').includes('asked'), 'the step asked for it')
  await world.hosts['master']?.reboot()
}

const runbook = runbookOf([
  step('before', 'echo before >>effects'),
  step('reboot', 'echo reboot >>effects; touch /run/asked', { rebootSeconds: 30 }),
  step('after', 'echo after >>effects; test ! -e /run/asked; cat effects', {
    expect: { match: 'exact', text: 'before\nreboot\nafter' },
  }),
])

describe('a step that takes its host down', () => {
  it('is done when the host is back with a new boot id; the run goes on there', async () => {
    const running = world.start(runbook)
    await rebootWhenAsked()
    const done = await running.finished
    expect(done.stdout).toContain('master: waiting for it to go down and come back, at most 30 s …')
    expect(done.stdout).toMatch(/page\/reboot[^]*ok [\d.]+ s/)
    expect(done.code).toBe(0)
  })

  it('also when the shutdown kills its shell', async () => {
    const killed = runbookOf([
      step('reboot', 'touch /run/asked; sleep 60', { rebootSeconds: 30 }),
      step('after', 'test ! -e /run/asked'),
    ])
    const running = world.start(killed)
    await rebootWhenAsked()
    expect((await running.finished).code).toBe(0)
  })

  it('fails when the host does not go down', async () => {
    const done = await world.run(runbookOf([step('reboot', 'true', { rebootSeconds: 2 })]))
    expect(done.stdout).toContain(
      'master: it did not come back with a new boot id within 2 s: it is up with the boot id that it had',
    )
    expect(done.code).toBe(1)
  })

  it('fails at once when its command does', async () => {
    const done = await world.run(runbookOf([step('reboot', 'echo no >&2; exit 4', { rebootSeconds: 60 })]))
    expect(done.stdout).toContain('master: exit status 4\n    no\n')
    expect(done.code).toBe(1)
  })

  it('does nothing where there is nothing to do', async () => {
    const done = await world.run(runbookOf([step('reboot', 'exit 9', { rebootSeconds: 60, unless: 'true' })]))
    expect(done.stdout).toContain('already done')
    expect(done.code).toBe(0)
  })

  it('has what runs in the background started again', async () => {
    const running = world.start(
      runbookOf([
        step('bg', 'echo up; sleep 9701', { background: { id: 'bg', ready: 'up' } }),
        step('reboot', 'touch /run/asked', { rebootSeconds: 30 }),
        step('after', "pgrep -f 'slee[p] 9701'"),
      ]),
    )
    await rebootWhenAsked()
    const done = await running.finished
    expect(done.stdout).toContain('master: the link of page/bg broke; starting it again')
    expect(done.code).toBe(0)
  })
})

describe('a runner that dies meanwhile', () => {
  const started = async (): Promise<Running> => {
    const running = world.start(runbook)
    await until(() => world.inside('ls /run').includes('asked'), 'the step asked for it')
    return running
  }

  it('is gone on with after the reboot, which is known to have been', async () => {
    const running = await started()
    running.child.kill('SIGKILL')
    await running.finished
    await world.hosts['master']?.reboot()
    const resumed = await world.run(runbook, ['--resume'])
    expect(resumed.stdout).toContain('page/reboot  master … done earlier')
    expect(resumed.code).toBe(0)
  })

  it('is gone on with before the reboot: it is asked for once more', async () => {
    const running = await started()
    running.child.kill('SIGKILL')
    await running.finished
    world.inside('rm /run/asked')
    const resumed = world.start(runbook, ['--resume'])
    await rebootWhenAsked()
    expect((await resumed.finished).stdout).toContain('+ reboot\n')
    expect(world.inside(`cat ${home('k8s101/try/effects')}`)).toBe('before\nreboot\nreboot\nafter\n')
  })

  it('by Ctrl-C stops waiting', async () => {
    const running = await started()
    await running.shows('waiting for it to go down')
    running.child.kill('SIGINT')
    expect((await running.finished).code).toBe(130)
  })
})
