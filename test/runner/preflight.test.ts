/** What is wrong with the hosts: all of it, of all of them, before anything changes on one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master', 'node1', 'node2', 'node3', 'node4'], {
    node1: { sudo: 'asks' },
    node2: { sudo: 'asks', lacks: ['flock', 'setpriv'] },
    node3: { sudo: 'none', lacks: ['bash', 'mkfifo'] },
  })
  // The last one is not there.
  await world.hosts['node4']?.stop()
})
afterAll(() => world.remove())

const runbook = runbookOf([step('one', 'touch /run/one', { on: 'all' })])

/** An inventory of some of the hosts, with further lines for each. */
function inventory(names: readonly string[], lines: Readonly<Record<string, string>> = {}): readonly string[] {
  const [head = '', ...hosts] = readFileSync(world.inventory, 'utf8').split(/^(?= {2}\w+:\n)/mu)
  const kept = hosts.flatMap((text) => {
    const name = text.trim().split(':')[0] ?? ''
    return names.includes(name) ? [`${text}${lines[name] ?? ''}`] : []
  })
  const file = join(world.path, 'some.yaml')
  writeFileSync(file, head + kept.join(''))
  return ['--inventory', file]
}

function expectNothingDone(): void {
  const master = world.hosts['master']
  expect(master?.inside('ls /run/k8s101; ls /run/one 2>/dev/null || true')).toBe('lock\n')
  expect(existsSync(join(master?.home ?? '', 'k8s101'))).toBe(false)
}

const SUDO = '`sudo -n` does not work for user "reader": sudo: a password is required'
const ALLOW =
  '  Allow it without a password: "reader ALL=(ALL) NOPASSWD: ALL" in /etc/sudoers.d, or set "become: false".\n'
const INSTALL = '  Install what is missing there, and run again.\n'
const NOTHING = '  Nothing was changed anywhere.\n'

describe('preflight', () => {
  it('says everything that is wrong with every host at once: exit 2, nothing done', async () => {
    const red = '    distro: rhel\n'
    const hosts = inventory(['master', 'node1', 'node2', 'node3'], { node1: red, node2: red, node3: red })
    const done = await world.run(runbook, hosts)
    const unlike = 'the inventory says "distro: rhel", the host is "Debian'
    expect(done.stdout).toBe('')
    expect(done.stderr.replaceAll(/(is "Debian)[^"]*"/gu, '$1')).toBe(
      [
        `error: node1: ${SUDO}`,
        `       node1: ${unlike}`,
        '       node2: missing on the host: flock setpriv',
        `       node2: ${SUDO}`,
        `       node2: ${unlike}`,
        '       node3: missing on the host: bash mkfifo sudo',
        `       node3: ${unlike}`,
        `${ALLOW}${INSTALL}${NOTHING}`,
      ].join('\n'),
    )
    expect(done.code).toBe(2)
    expectNothingDone()
  })

  it('says it too when another host is unreachable: exit 3', async () => {
    const done = await world.run(runbook, inventory(['master', 'node2', 'node4']))
    expect(done.stderr).toMatch(
      /^error: node2: missing on the host: flock setpriv\n {7}node2: `sudo -n` does not work .*\n {7}node4 \(127\.0\.0\.1:\d+\): unreachable: .*\n/u,
    )
    expect(done.code).toBe(3)
    expectNothingDone()
  })

  it('says where nothing can be written that no disk keeps, alone and with what else is wrong', async () => {
    // As users without root, for whom /dev/shm is the place: no tmpfs any more.
    for (const host of ['node1', 'node2']) world.inside('mount -t ramfs ramfs /dev/shm', host)
    const plain = '    become: false\n'
    const done = await world.run(runbook, inventory(['master', 'node1', 'node2'], { node1: plain, node2: plain }))
    for (const host of ['node1', 'node2']) world.inside('umount /dev/shm', host)
    expect(done.stderr).toBe(
      [
        'error: node1: neither /run nor /dev/shm is a tmpfs',
        '       node2: missing on the host: flock setpriv',
        '       node2: neither /run nor /dev/shm is a tmpfs',
        `  Mount a tmpfs on /run.\n${INSTALL}${NOTHING}`,
      ].join('\n'),
    )
    expect(done.code).toBe(2)
    expectNothingDone()
  })

  it('of a host that another run holds as well: exit 2', async () => {
    const holding = world.start(
      runbookOf([step('hold', 'touch /run/held; until test -e /run/go; do sleep 0.1; done')], { id: 'hold' }),
      inventory(['master']),
    )
    await vi.waitUntil(() => world.inside('ls /run').includes('held'), { timeout: 30_000 })
    const done = await world.run(runbook, inventory(['master', 'node3']))
    expect(done.stderr).toMatch(
      /^error: master: held by runbook "hold" of .*, one of its steps is running\n {7}node3: missing on the host: bash mkfifo sudo\n/u,
    )
    expect(done.code).toBe(2)
    world.inside('touch /run/go')
    expect((await holding.finished).code).toBe(0)
  })

  it('is the same for --status, which goes on with the other hosts', async () => {
    const done = await world.run(runbook, [...inventory(['master', 'node2']), '--status'])
    expect(done.stdout).toContain(`\nmaster: nothing\nnode2: missing on the host: flock setpriv\nnode2: ${SUDO}\n`)
    expect(done.code).toBe(0)
  })
})
