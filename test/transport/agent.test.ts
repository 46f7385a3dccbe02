import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect, HostRefused, hostStatus, scriptJob } from '../../src/transport/index.ts'
import type { Connection } from '../../src/transport/index.ts'
import { newNonce, options, run, until } from './asking.ts'
import { startHost, testFolder } from './sshd.ts'
import type { TestHost } from './sshd.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

describe.each([
  { name: 'with cgroup v2', cgroup: true },
  { name: 'without', cgroup: false },
])('the agent $name', ({ cgroup }) => {
  const folder = testFolder()
  let host: TestHost
  let connection: Connection

  beforeAll(async () => {
    host = await startHost(folder.path, 'master', { roles: ['master'], cgroup })
    connection = await connect(host.host, options)
  })
  afterAll(async () => {
    await connection.close(true)
    await host.stop()
    folder.remove()
  })

  it('says what the host is', () => {
    expect(connection.facts).toMatchObject({ user: 'root', uid: 0, home: host.home, distro: 'debian', cgroup })
  })

  it('keeps stdout, stderr and the status apart', async () => {
    const ran = await run(connection, 'echo out; echo err >&2; printf 한글; exit 7')
    expect(ran).toMatchObject({ stdout: 'out\n한글', stderr: 'err\n', outcome: { exit: 7, ending: 'exited' } })
  })

  it('runs each script in a new strict shell with a closed stdin, in the working directory', async () => {
    await run(connection, 'cd /; export LEFT=over; f() { :; }')
    const ran = await run(
      connection,
      'cat; echo "${LEFT-none} $PWD"; type -t f || echo no f; false | true; echo not here',
    )
    expect(ran.stdout).toBe(`none ${host.home}/k8s101/try\nno f\n`)
    expect(ran.outcome.exit).toBe(1)
  })

  it('does not re-quote anything', async () => {
    const script = `printf '%s|' 'a  b' "c\\$d" $'e\\tf' \\
  '*' "it's" "$V"; cat <<'END'
"raw" $x \\n
END`
    const ran = await run(connection, script, { variables: { V: `"'\`$(id)\n ` } })
    expect(ran.stdout).toBe(`a  b|c$d|e\tf|*|it's|"'\`$(id)\n |"raw" $x \\n\n`)
  })

  it('puts neither script nor variables into arguments', async () => {
    const ran = await run(connection, 'cat /proc/[0-9]*/cmdline | tr "\\0" "\\n" | grep -c "needle[1-2]" || true', {
      variables: { V: 'needle1' },
    })
    expect(ran.stdout).toBe('0\n')
  })

  it('takes a script of more than a pipe holds, and counts its lines', async () => {
    const ran = await run(connection, `${'# filler 가나다\n'.repeat(8000)}nothing-like-this`)
    expect(ran.stderr).toBe('bash: line 8001: nothing-like-this: command not found\n')
  })

  it('carries captured values, whatever is in them', async () => {
    const ran = await run(connection, 'A="x\ny  "; B=$(printf "한\\"글")', { captures: ['A', 'B'] })
    expect(ran.outcome.captures).toEqual(['x\ny  ', '한"글'])
    expect((await run(connection, 'exit 0', { captures: ['A'] })).outcome.captures).toEqual([])
  })

  it('does nothing where a check says so', async () => {
    expect((await run(connection, 'echo no', {}, { creates: '/etc/passwd' })).outcome.ending).toBe('already')
    expect((await run(connection, 'echo yes', {}, { creates: '/etc/nothing' })).stdout).toBe('yes\n')
    expect((await run(connection, 'echo no', { unless: 'test "$V" = 1', variables: { V: '1' } })).outcome.ending).toBe(
      'already',
    )
    expect((await run(connection, 'echo yes', { unless: 'false; true' })).stdout).toBe('yes\n')
  })

  it('is asked nothing more by a line break in a value', async () => {
    const creates = '/run/a\nrun 9 x 1 0 0 '
    await expect(run(connection, 'touch /run/not-asked', {}, { creates })).rejects.toThrow(
      /creates=.* has a line break/,
    )
    expect((await run(connection, 'ls /run/not-asked || echo none')).stdout).toBe('none\n')
  })

  it('kills at the timeout all that the step started, also what left its session or ignores signals', async () => {
    const script =
      'setsid sleep 9871 & (trap "" TERM; setsid bash -c "trap : TERM; sleep 9872; sleep 9872") & sleep 9873'
    const ran = await run(connection, script, {}, { timeout: 1 })
    expect(ran.outcome.ending).toBe('timeout')
    expect(host.inside('pgrep -f "sleep 98[7]" || true')).toBe('')
    expect((await run(connection, 'echo next')).stdout).toBe('next\n')
  })

  it('kills on request', async () => {
    const running = run(connection, 'sleep 9874')
    await until(host, 'pgrep -f "sleep 987[4]"')
    connection.kill()
    expect((await running).outcome.ending).toBe('killed')
    expect(host.inside('pgrep -f "sleep 987[4]" || true')).toBe('')
  })

  it('leaves alone what a step leaves running, and keeps it out of the next output', async () => {
    const ran = await run(connection, '(sleep 0.2; echo LATE; sleep 0.4; touch /run/survived) & echo now')
    expect(ran.stdout).toBe('now\n')
    expect((await run(connection, 'sleep 0.5; echo clean')).stdout).toBe('clean\n')
    await until(host, 'test -e /run/survived')
  })

  it('streams much output without keeping it, and bounds its log', async () => {
    const bytes = { count: 0 }
    const job = scriptJob({ script: 'head -c 50000000 /dev/zero', directory: 'x', variables: {}, captures: [] })
    await connection.run({ nonce: newNonce(), timeoutSeconds: 60, job }, (_stream, chunk) => {
      bytes.count += chunk.length
    })
    expect(bytes.count).toBe(50_000_000)
    expect(Number(host.inside('stat -c %s /run/k8s101/run/out'))).toBeLessThanOrEqual(1024 * 1024)
    expect((await run(connection, 'echo small')).stdout).toBe('small\n')
    expect(host.inside('cat /run/k8s101/run/out')).toContain('small\n')
  })

  it('waits for a reader that is slow: what it has not taken does not pile up here', async () => {
    let taken = 0
    const reader = Promise.withResolvers<undefined>()
    const job = scriptJob({
      script: 'head -c 32M /dev/zero; touch /run/printed',
      directory: 'k8s101/try',
      variables: {},
      captures: [],
    })
    const running = connection.run({ nonce: newNonce(), timeoutSeconds: 60, job }, (_stream, bytes) => {
      taken += bytes.length
      return reader.promise
    })
    await vi.waitFor(() => expect(taken).toBeGreaterThan(0), 30_000)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    // What one read of a pipe gives.
    expect(taken).toBeLessThanOrEqual(64 * 1024)
    reader.resolve(undefined)
    expect((await running).exit).toBe(0)
    expect(taken).toBe(32 * 1024 * 1024)
  })

  it('does not lose the next step when the shell that waits for it is killed, nor takes its text for something else', async () => {
    await run(connection, 'true')
    host.inside("pkill -KILL -f '^bash -euo pipefail -c LC_ALL'; sleep 0.3")
    expect((await run(connection, 'echo 12 34; echo fine')).stdout).toBe('12 34\nfine\n')
  })

  it('starts nothing that it cannot write down', async () => {
    host.inside(
      'cd /run/k8s101/run; rm state; : >out; : >err; mount -o remount,size=3m /run; head -c 10M /dev/zero >/run/filler 2>/dev/null || true',
    )
    const full = await run(connection, 'echo began')
    host.inside('rm /run/filler; mount -o remount,size=50% /run')
    expect([full.outcome.ending, full.stdout]).toEqual(['full', ''])
    expect((await run(connection, 'echo began')).stdout).toBe('began\n')
  })

  it('keeps its state where only root can read it', () => {
    expect(host.inside('stat -c "%a %U" /run/k8s101 /run/k8s101/run; stat -c %a /run/k8s101/run/state').trim()).toBe(
      '700 root\n700 root\n600',
    )
  })

  it('lets nobody else in, and names who is there', async () => {
    const second = connect(host.host, { ...options, run: 'run2' })
    await expect(second).rejects.toThrow(/held by runbook "try" of tester/)
    await expect(second).rejects.toBeInstanceOf(HostRefused)
    expect((await hostStatus(host.host, options)).holder).toMatchObject({ run: 'run1', runbook: 'try', who: 'tester' })
  })
})
