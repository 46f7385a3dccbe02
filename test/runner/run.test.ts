import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startWorld, file, runbookOf, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master', 'node1', 'node2'])
})
afterAll(() => world.remove())

/** The working directory of the test's runbook on a host. */
function workdir(host: string, ...path: string[]): string {
  return join(world.hosts[host]?.home ?? '', 'k8s101/try', ...path)
}

/** Output without times. */
function steady(text: string): string {
  return text
    .replaceAll(/\d+(\.\d+)? s\b/g, 'N s')
    .replaceAll(/Slowest: .*/g, 'Slowest: …')
    .replaceAll(world.path, 'DIR')
}

describe('a run', () => {
  it('goes in order, on all hosts of a step at once, and sums up', async () => {
    const runbook = runbookOf([
      step('first', 'hostname', { on: 'all', expect: { match: 'regex', text: '^(master|node[12])$' } }),
      step('quiet', 'true', { title: { ko: '둘째', en: 'Second' } }),
      step('answer', 'echo no; exit 1', {
        exit: 1,
        expect: { match: 'exact', text: 'no' },
        title: { ko: '둘째', en: 'Second' },
      }),
    ])
    const done = await world.run(runbook)
    expect(done.stderr).toBe('')
    const lines = done.stdout.split('\n').filter((line) => !line.includes('│'))
    expect(steady(lines.join('\n'))).toMatchInlineSnapshot(`
      "
      Title
      [1/3] page/first  master node1 node2
          ok N s

      Second
      [2/3] page/quiet  master … ok N s
      [3/3] page/answer  master
          ok N s

      try: 3 steps done, on 3 hosts (master, node1, node2), in N s.
      4 outputs were what the book says. Slowest: …
      "
    `)
    expect(done.stdout.match(/(master|node1|node2) +│ \1/g)).toHaveLength(3)
    expect(done.code).toBe(0)
    expect((await world.run(runbook, ['--lang', 'ko'])).stdout).toContain('\n둘째\n')
  })

  it('is parallel, or serial where the step says so', async () => {
    const script = 'date +%s%N; sleep 1; date +%s%N'
    async function overlaps(order: 'parallel' | 'serial'): Promise<boolean> {
      const done = await world.run(runbookOf([step('times', script, { on: 'node', order })]))
      const times = (host: string): number[] =>
        [...done.stdout.matchAll(new RegExp(`${host} +│ (\\d+)`, 'g'))].map((found) => Number(found[1]))
      const [a, b] = [times('node1'), times('node2')]
      return (a[0] ?? 0) < (b[1] ?? 0) && (b[0] ?? 0) < (a[1] ?? 0)
    }
    expect(await overlaps('parallel')).toBe(true)
    expect(await overlaps('serial')).toBe(false)
  })

  it('stops at the first failure and tells all that is needed', async () => {
    const runbook = runbookOf([
      step('good', 'true'),
      step('bad', 'echo one\necho two', { expect: { match: 'exact', text: 'one\nthree' } }),
      step('never', `touch ${workdir('master', 'never')}`),
    ])
    const done = await world.run(runbook, ['--report', 'junit=out/j.xml', '--report', 'json=out/r.json'])
    expect(done.code).toBe(1)
    expect(existsSync(workdir('master', 'never'))).toBe(false)
    expect(steady(done.stdout.slice(done.stdout.indexOf('page/bad failed'))).replaceAll(/mdx:\d+/g, 'mdx:N'))
      .toMatchInlineSnapshot(`
      "page/bad failed on master
        book: content/docs/page.mdx:N
        | echo one
        | echo two
        master: its output is not what the book says
            one
          - three
          + two
        go on from here when it is mended: npx zx runbooks/try.mjs --inventory DIR/inventory.yaml --yes --report junit=out/j.xml --report json=out/r.json --resume
      report: out/j.xml
      report: out/r.json

      try: 1 steps done, 1 failed, on 1 hosts (master), in N s.
      0 outputs were what the book says. Slowest: …
      "
    `)
    const junit = readFileSync(join(world.path, 'out/j.xml'), 'utf8')
    expect(junit).toContain('tests="3" failures="1" skipped="1"')
    expect(junit).toContain('<failure message="its output is not what the book says">  one\n- three\n+ two</failure>')
    expect(JSON.parse(readFileSync(join(world.path, 'out/r.json'), 'utf8'))).toMatchObject({ runbook: 'try', exit: 1 })
  })

  it('tries again until the output is right, but not for ever', async () => {
    const count = 'n=$(cat n 2>/dev/null || echo 0); echo $((n+1)) >n; cat n'
    const until3 = runbookOf([step('count', count, { retrySeconds: 60, expect: { match: 'exact', text: '3' } })], {
      id: 'count',
    })
    const done = await world.run(until3)
    expect(done.stdout).toContain('its output is not what the book says; trying again')
    expect(done.code).toBe(0)
    const never = await world.run(runbookOf([step('no', 'false', { retrySeconds: 2 })]))
    expect(never.code).toBe(1)
  })

  it('stops a step at its timeout with everything it started', async () => {
    const done = await world.run(runbookOf([step('slow', 'setsid sleep 8871 & sleep 8872', { timeoutSeconds: 1 })]))
    expect(done.code).toBe(1)
    expect(done.stdout).toContain('master: timed out after 1 s; everything it had started was killed')
    expect(world.inside('pgrep -f "sleep 887[12]" || true')).toBe('')
  })

  it('does nothing the second time', async () => {
    const runbook = runbookOf(
      [
        step('made', 'echo once >>made; touch stamp', { creates: 'stamp' }),
        step('asked', 'touch asked', { unless: 'test -e asked' }),
        file('conf/a.conf', 'ip=${IP}\nraw=${RAW} $IP', { subst: ['IP'], on: 'all' }),
      ],
      { vars: [{ name: 'IP', meaning: 'address', from: 'master[0].address' }] },
    )
    expect((await world.run(runbook)).code).toBe(0)
    expect(readFileSync(workdir('node2', 'conf/a.conf'), 'utf8')).toBe('ip=127.0.0.1\nraw=${RAW} $IP\n')
    const second = await world.run(runbook)
    expect(second.stdout.match(/already done$/gm)).toHaveLength(3)
    expect(readFileSync(workdir('master', 'made'), 'utf8')).toBe('once\n')
  })

  it('is not stopped by a step that reads stdin', async () => {
    const done = await world.run(
      runbookOf([step('reads', 'cat; read -r x || echo nothing; ssh-keygen -y -f /dev/stdin 2>&1 || true; echo end')]),
    )
    expect(done.stdout).toContain('│ nothing\n')
    expect(done.stdout).toContain('│ end\n')
  })
})
