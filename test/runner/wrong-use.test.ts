import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { file, runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master', 'node1', 'node2'])
})
afterAll(() => world.remove())

describe('wrong use', () => {
  const runbook = runbookOf([step('one', 'touch /run/one'), file('/etc/k8s101-nothing/x', 'x')])

  it.each([
    ['a wrong step', ['--only', 'onne'], 'error: unknown step "onne"\n  did you mean "one"?'],
    ['a wrong option', ['--dryrun'], 'error: unknown option "--dryrun"\n  did you mean "--dry-run"?'],
    [
      'no terminal and no --yes',
      ['--no-yes'],
      'error: these machines are not the lab, and there is no terminal to ask on\n  Give --yes',
    ],
    ['nothing to resume', ['--resume'], 'error: there is nothing to resume'],
    ['a report of nothing', ['--report', 'json', '--list'], 'error: --report and --list cannot be given together\n'],
  ])('%s: exit 2, nothing done', async (_name, args, message) => {
    const done = await world.run({ ...runbook, id: 'wrong' }, args)
    expect(done.stderr).toContain(message)
    expect(done.code).toBe(2)
    expect(world.inside('ls -d /run/one /etc/k8s101-nothing 2>&1 | grep -c "No such"').trim()).toBe('2')
  })

  it('an inventory with mistakes: exit 2', async () => {
    const bad = join(world.path, 'bad.yaml')
    writeFileSync(bad, 'hosts:\n  a:\n    address: 127.0.0.1\n    roles: [boss]\n')
    const done = await world.run(runbook, ['--inventory', bad])
    expect(done).toMatchObject({ code: 2, stdout: '' })
    expect(done.stderr).toBe(`error: ${bad}:4:13: unknown role "boss"\n  roles: master, node, utility\n`)
  })

  it('unreachable hosts: exit 3, all named, nothing done on the others', async () => {
    const text = readFileSync(world.inventory, 'utf8')
    const dead = join(world.path, 'dead.yaml')
    writeFileSync(
      dead,
      text
        .replace(/port: \d+(?=[^]*roles: \[node\])/g, 'port: 1')
        .replace(/port: 1(?=[^]*)/, text.match(/port: \d+/)?.[0] ?? ''),
    )
    const done = await world.run(runbookOf([step('all', 'touch /run/one', { on: 'all' })]), ['--inventory', dead])
    expect(done.code).toBe(3)
    expect(done.stderr).toMatch(/node1 \(127\.0\.0\.1:1\): unreachable: .*Connection refused/)
    expect(world.inside('ls /run/one /run/k8s101/run 2>&1 | grep -c "No such"').trim()).toBe('2')
  })

  it('a distribution that a host is not: exit 2; another runtime: a remark, and the inventory holds', async () => {
    const inventory = (lines: string): readonly string[] => {
      const path = join(world.path, 'other.yaml')
      writeFileSync(path, readFileSync(world.inventory, 'utf8').replace('roles: [master]', `roles: [master]${lines}`))
      return ['--inventory', path]
    }
    const red = await world.run(runbookOf([step('all', 'touch /run/one')]), inventory('\n    distro: rhel'))
    expect(red.code).toBe(2)
    expect(red.stderr).toMatch(/^error: master: the inventory says "distro: rhel", the host is "Debian[^"]*"\n/)
    expect(world.inside('ls /run/one 2>&1 | grep -c "No such"').trim()).toBe('1')

    world.inside(
      `mkdir -p /run/crio; python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("/run/crio/crio.sock")'`,
    )
    const [a, b] = [
      step('of-crio', 'echo crio', { runtime: 'crio' }),
      step('of-containerd', 'echo containerd', { runtime: 'containerd' }),
    ]
    const found = await world.run(runbookOf([a, b], { id: 'found' }))
    expect(found.stdout).toContain('│ crio\n')
    const told = await world.run(runbookOf([a, b], { id: 'told' }), inventory('\n    runtime: containerd'))
    expect(told.stderr).toContain('the inventory says "runtime: containerd", and what runs there is crio')
    expect(told.stdout).toContain('│ containerd\n')
    world.inside('rm -r /run/crio')
  })

  it('a dry run shows the plan and how files differ, and writes nothing', async () => {
    world.inside('mkdir -p /run/etc; printf "a\\nb\\n" >/run/etc/conf')
    const files = runbookOf([step('one', 'touch /run/one'), file('/run/etc/conf', 'a\nc'), file('/run/etc/new', 'x')], {
      id: 'dry',
    })
    const done = await world.run(files, ['--dry-run'])
    expect(done.stdout).toContain(
      'master: /run/etc/conf: other content\n    - b\n    + c\nmaster: /run/etc/new: new, 1 lines\n\nNothing was changed.',
    )
    expect(world.inside('ls /run/etc /run/one 2>&1 || true')).toMatch(
      /^ls: cannot access '\/run\/one'[^]*\/run\/etc:\nconf\n/,
    )
    expect(existsSync(join(world.hosts['master']?.home ?? '', 'k8s101/dry'))).toBe(false)
  })

  it('a file with other content is left alone, or replaced and kept as a copy', async () => {
    world.inside('mkdir -p /run/etc; echo theirs >/run/etc/own; chmod 0640 /run/etc/own')
    const runbook = runbookOf([file('/run/etc/own', 'ours')])
    const refused = await world.run(runbook)
    expect(refused.stdout).toContain(
      '/run/etc/own is there with other content; --dry-run shows the difference, --overwrite replaces it and keeps a copy',
    )
    expect(refused.code).toBe(1)
    expect((await world.run(runbook, ['--overwrite'])).code).toBe(0)
    expect(world.inside('cat /run/etc/own; stat -c %a /run/etc/own; cat /run/etc/own.k8s101-*')).toBe(
      'ours\n640\ntheirs\n',
    )
    const changed = await world.run(runbookOf([file('/run/etc/own', 'ours, newer')]))
    expect(changed.code).toBe(0)
  })
})

describe('an old Node', () => {
  it('says in one line what to do: exit 2, no stack', () => {
    const guard = join(import.meta.dirname, '../../src/runner/guard.mjs')
    const script = `Object.defineProperty(process.versions, 'node', { value: '18.19.0' }); await import(${JSON.stringify(guard)})`
    const old = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(old.status).toBe(2)
    expect(old.stderr).toMatch(/^error: Node 18\.19\.0 is too old: 24 or newer is needed\. [^\n]*npm ci[^\n]*\n$/)
  })
})
