/** Background steps against a real host: ready, watched, ended with all that they started, started again. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Evidence } from '../../src/evidence/types.ts'
import type { Step } from '../../src/runbook/types.ts'
import { runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master'])
  world.inside('mkdir /run/t')
})
afterEach(() => {
  world.inside('rm -rf /run/t; mkdir /run/t')
  rmSync(join(world.hosts['master']?.home ?? '', 'k8s101'), { recursive: true, force: true })
})
afterAll(() => world.remove())

/** Processes of background steps that still live: each test's sleeps for a number of seconds of its own. */
function alive(seconds: number): string {
  return world.inside(`pgrep -f 'slee[p] ${seconds}' || true`)
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (condition()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`never: ${what}`)
}

function background(script: string, ready = 'up', more: Partial<Step> = {}): Step {
  return step('bg', script, { background: { id: 'bg', ready }, ...more })
}

/** Says that it is up after half a second, counts its starts, and leaves its session. */
const STAYS = (seconds: number): string =>
  `echo start >>/run/starts-${seconds}; sleep 0.5; echo up on 8080; setsid sleep ${seconds} & sleep ${seconds}`

function evidence(): Evidence {
  return JSON.parse(readFileSync(join(world.path, 'out/try/debian-containerd.json'), 'utf8')) as Evidence
}

describe('a background step', () => {
  it('is waited for, runs on beside the next steps, and ends with all it started before the cleanup', async () => {
    const runbook = runbookOf([
      background(STAYS(9501), '^up on \\d+$'),
      step('sees', "pgrep -f 'slee[p] 9501' | grep -c ."),
      step('clean', "pgrep -f 'slee[p] 9501' || echo gone", { phase: 'cleanup' }),
    ])
    const done = await world.run(runbook, ['--cleanup', '--evidence', 'out'])
    expect(done.stdout).toMatch(/page\/bg {2}master\n {4}│ up on 8080\n {4}ok /)
    expect(done.stdout).toMatch(/│ 2\n/)
    expect(done.stdout).toContain('│ gone\n')
    expect(done.code).toBe(0)
    expect(alive(9501)).toBe('')
    expect(evidence().items[0]?.hosts[0]).toMatchObject({ status: 'passed', exit: null, output: 'up on 8080\n' })
    expect(world.inside('ls /run/k8s101')).toBe('lock\n')
  })

  it('fails when it is not ready in time, with what it printed', async () => {
    const done = await world.run(runbookOf([background('echo down; sleep 9502', 'up', { timeoutSeconds: 1 })]))
    expect(done.stdout).toContain('master: not ready after 1 s: no output matched "up"\n    down\n')
    expect(done.code).toBe(1)
    expect(alive(9502)).toBe('')
  })

  it('fails when it ends before it is ready', async () => {
    const done = await world.run(runbookOf([background('echo no; exit 7')]))
    expect(done.stdout).toContain('master: it ended with exit status 7 before its output matched "up"\n    no\n')
    expect(done.code).toBe(1)
  })

  it('fails when it ends by itself while the runbook goes on', async () => {
    const done = await world.run(
      runbookOf([
        background('echo up; sleep 0.5; exit 3'),
        step('waits', 'sleep 1.5'),
        step('never', 'touch /run/t/never'),
      ]),
    )
    expect(done.stdout).toContain('page/bg failed on master')
    expect(done.stdout).toContain('it ended by itself with exit status 3, and was to run until the end of the runbook')
    expect(world.inside('ls /run/t')).toBe('')
    expect(done.code).toBe(1)
  })

  it('is stopped when another step fails, and is not blamed for it', async () => {
    const runbook = runbookOf([
      background(STAYS(9503), 'up', { expect: { match: 'exact', text: 'nothing like it' } }),
      step('bad', 'false'),
    ])
    const done = await world.run(runbook, ['--evidence', 'out'])
    expect(done.stdout).toContain('page/bad failed on master')
    expect(done.stdout).not.toContain('page/bg failed')
    expect(alive(9503)).toBe('')
  })

  it('has its whole output compared in the end', async () => {
    const watch = 'echo up; echo Pending; sleep 0.3; echo Running; sleep 9504'
    const runbook = (text: string) =>
      runbookOf([
        background(watch, 'up', { expect: { match: 'contains', text } }),
        step('waits', 'sleep 1'),
        step('clean', 'touch /run/t/cleaned', { phase: 'cleanup' }),
      ])
    const good = await world.run(runbook('Pending\nRunning'), ['--cleanup', '--evidence', 'out'])
    expect(good.code).toBe(0)
    expect(evidence().items[0]?.hosts[0]).toMatchObject({ verdict: 'matched', output: 'up\nPending\nRunning\n' })
    const bad = await world.run(runbook('Succeeded'), ['--cleanup', '--evidence', 'out'])
    expect(bad.code).toBe(1)
    expect(bad.stdout).toContain('page/bg failed on master')
    expect(bad.stdout).toContain('- Succeeded')
    expect(world.inside('ls /run/t')).toBe('cleaned\n')
  })

  it('may print much: what is kept is bounded', async () => {
    const runbook = runbookOf([background('echo up; seq 2500000; sleep 9505'), step('waits', 'sleep 1')])
    const done = await world.run(runbook, ['--evidence', 'out'])
    expect(done.code, done.stdout.slice(-2000) + done.stderr).toBe(0)
    const kept = evidence().items[0]?.hosts[0]
    expect(kept?.truncated).toBe(true)
    expect(kept?.output.length).toBeLessThan(9000)
  })
})

describe('the end of its runner', () => {
  const runbook = runbookOf([
    background(STAYS(9506)),
    step('waits', 'touch /run/t/began; until test -e /run/t/go; do sleep 0.1; done', { timeoutSeconds: 60 }),
    step('after', "pgrep -f 'slee[p] 9506' | grep -c ."),
  ])
  const started = async () => {
    world.inside('rm -f /run/starts-9506')
    const running = world.start(runbook)
    await until(() => world.inside('ls /run/t').includes('began'), 'the next step began')
    return running
  }

  it('by Ctrl-C stops it', async () => {
    const running = await started()
    running.child.kill('SIGINT')
    expect((await running.finished).code).toBe(130)
    expect(alive(9506)).toBe('')
    expect(world.inside('ls /run/k8s101')).toBe('lock\n')
  })

  it('by kill -9 stops it too; --resume starts it again, and takes over the step', async () => {
    const running = await started()
    running.child.kill('SIGKILL')
    await running.finished
    await until(() => alive(9506) === '', 'it ended with its runner')
    const resumed = world.start(runbook, ['--resume'])
    world.inside('touch /run/t/go')
    const done = await resumed.finished
    expect(done.stdout).toMatch(/page\/bg {2}master\n {4}│ up on 8080\n {4}ok /)
    expect(done.stdout).toContain('taking over the step that ran on')
    expect(done.stdout).toMatch(/page\/after[^]*│ 2\n/)
    expect(done.code).toBe(0)
    expect(world.inside('cat /run/starts-9506')).toBe('start\nstart\n')
    expect(alive(9506)).toBe('')
  })

  it('is not needed again when nothing is left to do', async () => {
    const running = await started()
    world.inside('touch /run/t/go')
    expect((await running.finished).code).toBe(0)
    const resumed = await world.run(runbook, ['--resume'])
    expect(resumed.stdout).toContain('page/bg  master … done earlier')
    expect(world.inside('cat /run/starts-9506')).toBe('start\n')
  })
})

describe('a link that breaks', () => {
  it('has it started again before the next step', async () => {
    const runbook = runbookOf([
      background(STAYS(9507)),
      step('waits', 'touch /run/t/began; until test -e /run/t/go; do sleep 0.1; done', { timeoutSeconds: 60 }),
      step('after', "pgrep -f 'slee[p] 9507' | grep -c ."),
    ])
    world.inside('rm -f /run/starts-9507')
    const running = world.start(runbook)
    await until(() => world.inside('ls /run/t').includes('began'), 'the next step began')
    world.inside('pkill -f "sshd: root[@]"')
    await running.shows('the step goes on there')
    world.inside('touch /run/t/go')
    const done = await running.finished
    expect(done.stdout).toContain('master: the link of page/bg broke; starting it again')
    expect(done.stdout).toMatch(/page\/after[^]*│ 2\n/)
    expect(done.code).toBe(0)
    expect(world.inside('cat /run/starts-9507')).toBe('start\nstart\n')
  })
})
