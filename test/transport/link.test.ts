import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect, scriptJob } from '../../src/transport/index.ts'
import { newNonce, options, run, until } from './asking.ts'
import { startHost, testFolder } from './sshd.ts'
import type { TestHost } from './sshd.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const UNTIL_CUT = 'until test -e /run/cut; do sleep 0.1; done'

describe('a step that outlives its link', () => {
  const folder = testFolder()
  let host: TestHost

  beforeAll(async () => {
    host = await startHost(folder.path, 'master', { roles: ['master'] })
  })
  afterAll(async () => {
    await host.stop()
    folder.remove()
  })

  /** A script that must not end before its link does waits for /run/cut: the machine may be busy. */
  async function loseLink(script: string, timeoutSeconds: number): Promise<string> {
    host.inside('rm -f /run/cut')
    const connection = await connect(host.host, options)
    const nonce = newNonce()
    const job = scriptJob({ script, directory: 'k8s101/try', variables: {}, captures: ['V'] })
    const running = connection.run({ nonce, timeoutSeconds, job }, () => {})
    await until(host, 'test -e /run/started')
    host.inside('rm /run/started; pkill -f "sshd: root[@]"')
    await expect(running).rejects.toThrow(/the connection was lost/)
    host.inside('touch /run/cut')
    return nonce
  }

  it('goes on to its end; the next connection of the run takes it over, another run is told', async () => {
    const nonce = await loseLink(
      'touch /run/started; echo before; until [ -e /run/go ]; do sleep 0.1; done; echo after; echo err >&2; V=kept',
      60,
    )
    await expect(connect(host.host, { ...options, run: 'run2' })).rejects.toThrow(/one of its steps is running/)
    const connecting = connect(host.host, { ...options, mode: 'resume' })
    host.inside('touch /run/go')
    const second = await connecting
    expect(second.kept).toEqual([{ nonce, running: false }])
    const out: string[] = []
    const outcome = await second.collect(nonce, (stream, bytes) => {
      out.push(`${stream} ${bytes.toString()}`)
      return undefined
    })
    expect(outcome).toMatchObject({ exit: 0, ending: 'exited', captures: ['kept'] })
    expect(out.toSorted()).toEqual(['stderr err\n', 'stdout before\nafter\n'])
    await second.close(true)
    expect(existsSync(join(host.home, 'k8s101/try'))).toBe(true)
    expect(host.inside('ls -A /run/k8s101')).toBe('lock\n')
  })

  it('can be collected after other steps have run, and after yet another connection', async () => {
    const nonce = await loseLink(`touch /run/started; ${UNTIL_CUT}; echo mine; V=secret`, 60)
    const second = await connect(host.host, { ...options, mode: 'resume' })
    expect((await run(second, 'V=other', { captures: ['V'] })).outcome.exit).toBe(0)
    await second.close(false)
    const third = await connect(host.host, { ...options, mode: 'resume' })
    expect(third.kept).toHaveLength(2)
    const out: string[] = []
    const outcome = await third.collect(nonce, (_stream, bytes) => {
      out.push(bytes.toString())
      return undefined
    })
    expect([out.join(''), outcome.captures]).toEqual(['mine\n', ['secret']])
    expect((await third.collect(newNonce(), () => undefined)).ending).toBe('lost')
    await third.close(true)
    expect(host.inside('ls -A /run/k8s101')).toBe('lock\n')
  })

  it('is not claimed to be known when its record is damaged', async () => {
    await loseLink(`touch /run/started; ${UNTIL_CUT}`, 60)
    await until(host, 'grep -q ended /run/k8s101/run/state')
    host.inside(': >/run/k8s101/run/state')
    const second = await connect(host.host, { ...options, mode: 'resume' })
    expect(second.kept).toBeUndefined()
    await second.close(true)
  })

  it('ends with an agent that was killed, and is said to be lost', async () => {
    const connection = await connect(host.host, options)
    const nonce = newNonce()
    const job = scriptJob({ script: 'touch /run/started; sleep 9877', directory: 'x', variables: {}, captures: [] })
    const running = connection.run({ nonce, timeoutSeconds: 60, job }, () => {})
    const lost = expect(running).rejects.toThrow(/the connection was lost/)
    await until(host, 'test -e /run/started')
    host.inside("rm /run/started; pkill -KILL -o -f '^bash -c LC_ALL=C; IFS= read'")
    const second = await connect(host.host, { ...options, mode: 'resume' })
    expect(host.inside('pgrep -f "sleep 987[7]" || true')).toBe('')
    await lost
    expect((await second.collect(nonce, () => {})).ending).toBe('lost')
    await second.close(true)
  })

  it('is bounded by its timeout all the same', async () => {
    const nonce = await loseLink('touch /run/started; sleep 9875', 10)
    const second = await connect(host.host, { ...options, mode: 'resume' })
    expect((await second.collect(nonce, () => {})).ending).toBe('timeout')
    expect(host.inside('pgrep -f "sleep 987[5]" || true')).toBe('')
    await second.close(true)
  })

  it('is not known after a reboot', async () => {
    await loseLink('touch /run/started; sleep 9876', 30)
    await host.reboot()
    const second = await connect(host.host, { ...options, mode: 'resume' })
    expect(second.kept).toBeUndefined()
    await second.close(true)
  })
})

describe('a host that cannot be used', () => {
  const folder = testFolder()
  let host: TestHost

  beforeAll(async () => {
    host = await startHost(folder.path, 'master', { roles: ['master'] })
  })
  afterAll(async () => {
    await host.stop()
    folder.remove()
  })

  it.each([
    ['a closed port', { port: 1 }, /^master \(127\.0\.0\.1:1\): unreachable: .*Connection refused/],
    ['an unknown host key', { knownHosts: '/dev/null' }, /Host key verification failed/],
    ['a wrong key', { key: '/etc/hostname' }, /Permission denied/],
  ])('%s', async (_name, change, message) => {
    const refused = connect({ ...host.host, ...change }, options)
    await expect(refused).rejects.toThrow(message)
    await expect(refused).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
