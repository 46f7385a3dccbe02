import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master', 'node1'])
})
afterAll(() => world.remove())

/** The working directory of the test's runbook on a host. */
function workdir(host: string, ...path: string[]): string {
  return join(world.hosts[host]?.home ?? '', 'k8s101/try', ...path)
}

describe('secrets', () => {
  const secret = 'correct-horse-battery'
  const encoded = Buffer.from(secret).toString('base64')

  it('reach later steps on all hosts, and neither terminal, journal, report nor evidence', async () => {
    const runbook = runbookOf([
      step('make', `PASS=${secret.replace('-horse', '"-horse"')}; echo "made $PASS"; NAME=public`, {
        secrets: ['PASS'],
        captures: ['NAME'],
      }),
      step('use', 'echo "plain $PASS"; printf %s "$PASS" | base64; printf %s "$PASS" | sha256sum; echo "$NAME"', {
        on: 'all',
      }),
      step('compare', 'echo "$PASS"', { expect: { match: 'exact', text: 'other' } }),
    ])
    const done = await world.run(runbook, ['--report', 'json=out/secret.json', '--evidence', 'out/evidence'])
    expect(done.stdout).toContain('│ made «masked»')
    expect(done.stdout).toMatch(/node1 +│ plain «masked»/)
    expect(done.stdout).toContain('│ public')
    const everywhere = done.stdout + done.stderr + world.written()
    expect(everywhere).toContain('page/compare')
    for (const text of [secret, encoded, 'battery']) expect(everywhere).not.toContain(text)
    expect(world.inside('grep -rl battery /run || true')).toBe('')
  })

  it('that the chapter did not call so by name fail their step and are in no file, be it their shape alone', async () => {
    const token = 'abcdef.0123456789abcdef'
    const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    const runbook = runbookOf([
      step('make', `TOKEN=abcdef.0123456789"abcdef"; HASH=${hash}; OTHER=$TOKEN`, {
        captures: ['TOKEN', 'HASH', 'OTHER'],
      }),
    ])
    const done = await world.run(runbook, ['--report', 'json=out/shape.json'])
    expect(done.stdout).toContain(
      'TOKEN, OTHER: the value has the shape of a token or key, which is stored nowhere; the chapter must say secret="TOKEN,OTHER" in place of capture',
    )
    expect(done.code).toBe(1)
    expect(done.stdout + done.stderr + world.written()).not.toContain(token)
    // A digest is none, and is kept.
    expect(world.written()).toContain(`"HASH":"${hash}"`)
  })

  it('are made again by a resumed run', async () => {
    const runbook = runbookOf([
      step('make', 'echo x >>makes; PASS=two-words', { secrets: ['PASS'] }),
      step('between', 'echo x >>betweens'),
      step('use', `test -e ${workdir('master', 'let')} && printf %s "$PASS" | sha256sum`, {
        expect: { match: 'exact', text: '…  -' },
      }),
    ])
    expect((await world.run(runbook)).code).toBe(1)
    writeFileSync(workdir('master', 'let'), '')
    const done = await world.run(runbook, ['--resume'])
    expect(done.stdout).toMatch(/page\/between +master … done earlier/)
    expect(done.code).toBe(0)
    expect(readFileSync(workdir('master', 'makes'), 'utf8')).toBe('x\nx\n')
    expect(readFileSync(workdir('master', 'betweens'), 'utf8')).toBe('x\n')
  })
})

describe('evidence', () => {
  it('is written where it is asked for', async () => {
    const runbook = runbookOf([
      step('hi', 'echo "hi there"', { on: 'all', expect: { match: 'exact', text: 'hi …' } }),
      step('other', 'true', { distro: 'rhel' }),
    ])
    const done = await world.run(runbook, ['--evidence', 'out/ev'])
    expect(done.stdout).toContain('evidence: out/ev/try/debian-containerd.json')
    const evidence: unknown = JSON.parse(readFileSync(join(world.path, 'out/ev/try/debian-containerd.json'), 'utf8'))
    expect(evidence).toMatchObject({
      schema: 1,
      runbook: 'try',
      result: 'passed',
      environment: { driver: 'ssh', supply: 'upstream' },
      items: [
        {
          id: 'page/hi',
          hosts: [{ host: 'master', status: 'passed', exit: 0, verdict: 'matched', output: 'hi there\n' }, {}],
        },
        { id: 'page/other', distro: 'rhel', hosts: [], notRun: 'distro' },
      ],
    })
  })
})
