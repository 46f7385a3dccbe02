/** A runner that ends before its runbook: a closed terminal, kill, a killed npx, a reader that is gone. */
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAlive, processName } from '../../src/runner/journal.ts'
import { quote } from '../../src/transport/index.ts'
import type { Runbook } from '../../src/runbook/types.ts'
import { onTerminal } from './terminal.ts'
import { runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const ROOT = join(import.meta.dirname, '..', '..')

let world: World
// A host of its own for each test: what one leaves running holds nothing of the next.
beforeEach(async () => {
  world = await startWorld(['master'])
})
afterEach(() => world.remove())

/** Lines that the steps of these tests append. */
function effects(): string {
  const file = join(world.hosts['master']?.home ?? '', 'k8s101/try/effects')
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\n', ' ').trim() : ''
}

/** Processes on this computer that name the test's folder: npx, the runner, ssh and its watcher, and not the hosts. */
function localProcesses(): string {
  const script = `pgrep -af ${quote(world.path)} | grep -v -e sshd_config -e /init -e 'pgrep -af' || true`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' })
}

async function until(condition: () => boolean, what: string): Promise<void> {
  await vi.waitUntil(condition, { timeout: 30_000, interval: 50 }).catch(() => {
    throw new Error(`never: ${what}`)
  })
}

const HOLD = 'echo begin >>effects; until test -e /run/go; do sleep 0.1; done; echo end >>effects'
const runbook = runbookOf([
  step('before', 'echo before >>effects'),
  step('held', HOLD, { timeoutSeconds: 60 }),
  step('after', 'echo after >>effects'),
])

const began = (): Promise<void> => until(() => effects().endsWith('begin'), 'began')

/** `npx zx RUNBOOK …`, as a reader types it in the checkout. */
function npxWords(runbook: Runbook): string[] {
  return ['zx', ...world.words(runbook).slice(1)]
}

function npxEnv(): NodeJS.ProcessEnv {
  return { ...world.env, PATH: [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter) }
}

function startNpx(runbook: Runbook): ChildProcess {
  return spawn('npx', npxWords(runbook), { cwd: ROOT, env: npxEnv(), stdio: 'ignore', detached: true })
}

/** What is promised of a runner that is gone, however that came. */
async function expectToGoOn(runbook: Runbook, first: string): Promise<void> {
  await until(() => localProcesses() === '', `no local process, and there is:\n${localProcesses()}`)
  expect(effects()).toBe(first)
  const status = await world.run(runbook, ['--status'])
  expect(status.stdout).toMatch(
    /^last run: .*, its runner is gone\nmaster: runs page\/held, started .* ago, held by try/,
  )
  world.inside('touch /run/go')
  const resumed = await world.run(runbook, ['--resume'])
  expect(resumed.stdout).toContain('taking over the step that ran on')
  expect(resumed.code).toBe(0)
  expect(effects()).toBe(`${first} end after`)
  expect(world.inside('ls /run/k8s101; flock -n /run/k8s101/lock echo free')).toBe('lock\nfree\n')
}

describe('a runner is gone, its step goes on, --resume takes it over', () => {
  it('when its terminal is closed', async () => {
    const terminal = world.onTerminal(runbook)
    await began()
    terminal.hangUp()
    await expectToGoOn(runbook, 'before begin')
  })

  it.each(['SIGHUP', 'SIGKILL'] as const)('at %s', async (signal) => {
    const { child, finished } = world.start(runbook)
    await began()
    child.kill(signal)
    expect((await finished).code).toBe(signal === 'SIGHUP' ? 129 : null)
    await expectToGoOn(runbook, 'before begin')
  })

  it.each(['SIGKILL', 'SIGHUP', 'SIGTERM'] as const)('when the npx that started it gets %s', async (signal) => {
    const npx = startNpx(runbook)
    await began()
    npx.kill(signal)
    await expectToGoOn(runbook, 'before begin')
  })

  it('when nobody reads its output any more: exit 129, no stack', async () => {
    // The next line after the heading, which head takes, comes when the step runs already.
    const two = runbookOf(runbook.items.slice(1))
    const words = world.words(two).map(quote).join(' ')
    const pipe = spawn('bash', ['-c', `${words} | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`], {
      cwd: world.path,
      env: world.env,
    })
    const said = { out: '', err: '' }
    pipe.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text))
    pipe.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text))
    await began()
    await new Promise((resolve) => pipe.on('close', resolve))
    expect(said).toEqual({ out: '129\n', err: '' })
    await expectToGoOn(two, 'begin')
  })
})

describe('a step is stopped in order, and takes no notice of SIGTERM for as long as it may', () => {
  const stubborn = runbookOf([
    step('before', 'true'),
    step('held', `trap '' TERM; ${HOLD}`, { timeoutSeconds: 60 }),
    step('after', 'echo after >>effects'),
  ])

  async function expectStopped(): Promise<void> {
    await until(() => localProcesses() === '', 'no local process')
    expect(world.inside('ls /run/k8s101; flock -n /run/k8s101/lock echo free')).toBe('lock\nfree\n')
    world.inside('touch /run/go')
    const resumed = await world.run(stubborn, ['--resume'])
    expect(resumed.stderr).toContain('page/held on master: it was started, and nobody knows how it ended')
    expect(resumed.code).toBe(4)
    expect(effects()).toBe('begin')
  }

  it('at SIGTERM', async () => {
    const { child, finished } = world.start(stubborn)
    await began()
    child.kill('SIGTERM')
    expect((await finished).code).toBe(130)
    await expectStopped()
  })

  it('at SIGTERM to npx and all that it started', async () => {
    const npx = startNpx(stubborn)
    await began()
    process.kill(-(npx.pid ?? 0), 'SIGTERM')
    await expectStopped()
  })

  it('at Ctrl-C on the terminal of npx', async () => {
    const terminal = onTerminal(['npx', ...npxWords(stubborn)], { columns: 80, cwd: ROOT, env: npxEnv() })
    await began()
    terminal.type('\u0003')
    expect((await terminal.finished).code).toBe(130)
    await expectStopped()
  })
})

describe('what runs on after a killed runner', () => {
  it('ends at its timeout, with everything that it started', async () => {
    const endless = runbookOf([step('endless', 'echo begin >>effects; sleep 9701 & wait', { timeoutSeconds: 5 })])
    const { child, finished } = world.start(endless)
    await began()
    child.kill('SIGKILL')
    await finished
    await until(() => world.inside('pgrep -f "sleep 970[1]" || true') === '', 'no step')
    const status = await world.run(endless, ['--status'])
    expect(status.stdout).toMatch(/\nmaster: page\/endless has ended/)
    const resumed = await world.run(endless, ['--resume'])
    expect(resumed.stdout).toContain('timed out after 5 s')
    expect(resumed.code).toBe(1)
  })
})

it('a process counts as ended though its parent never asks for its status', async () => {
  // The shell becomes a program that does not know of the child that the shell had started.
  const parent = spawn('bash', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = await new Promise<number>((resolve) => parent.stdout.on('data', (text: Buffer) => resolve(Number(text))))
  const name = processName(pid)
  await until(() => / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')), 'ended')
  expect(processName(pid)).toBe(name)
  expect(isAlive(name)).toBe(false)
  parent.kill('SIGKILL')
})

describe('a reader that is gone', () => {
  it.each(['--help', '--list', '--dry-run', '--status'])('%s: exit 129, no stack', (option) => {
    const words = world.words(runbook, [option]).map(quote).join(' ')
    const script = `exec 3> >(exec <&-; sleep 0.1); sleep 0.5; ${words} >&3; echo "$?"`
    const done = execFileSync('bash', ['-c', `${script} 2>&1`], { cwd: world.path, env: world.env, encoding: 'utf8' })
    expect(done).toBe('129\n')
  })
})
