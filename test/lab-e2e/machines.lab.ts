/** The lab for real: four machines boot, answer, keep their disks, get fresh ones, and leave nothing behind. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT, testLab } from './lab.ts'

const NAME = 'e2e-machines'
const HOSTS = ['master', 'node1', 'node2', 'utility']
const { lab, ok, guest, leftovers, env } = testLab(NAME)
const second = testLab('e2e-second')

beforeAll(() => {
  ok('up', '--fresh')
  // Left by a run that was killed.
  lab('rm', 'one')
})
afterAll(() => {
  lab('down')
  second.lab('down')
  expect([...leftovers(), ...second.leftovers()]).toEqual([])
})

describe('machines that are up', () => {
  test('a second up is a matter of seconds', () => {
    const started = performance.now()
    expect(lab('up').stdout).toContain('4 of 4 machines up')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test.each(HOSTS)('%s is a blank Debian 13 with its own name and a user that may sudo', (host) => {
    expect(guest(host, 'hostname; . /etc/os-release; echo $VERSION_ID; id -un; sudo -n id -un')).toBe(
      `${host}\n13\ndebian\nroot`,
    )
    expect(lab('ssh', host, 'command -v kubelet kubectl containerd ctr /usr/bin/kubeadm').stdout).toBe('')
    expect(guest(host, 'systemctl --failed --no-legend | wc -l')).toBe('0')
  })

  test('they reach each other by name, the mirror by upstream names, and nothing else', () => {
    expect(guest('master', 'ping -c1 -W5 node2 >/dev/null && echo reached')).toBe('reached')
    expect(guest('node1', 'getent hosts pkgs.k8s.io registry.k8s.io | cut -d" " -f1')).toBe('10.101.0.1\n10.101.0.1')
    expect(lab('ssh', 'node1', 'getent hosts example.org').status).toBe(2)
  })

  test('the documented commands work: apt from the archive, a key over TLS', () => {
    guest('utility', 'sudo apt-get -qq update && sudo apt-get -qq install -y curl >/dev/null')
    const url = 'https://pkgs.k8s.io/core:/stable:/v1.36/deb/Release.key'
    expect(guest('utility', `curl -fsS ${url} | head -n1`)).toBe('-----BEGIN PGP PUBLIC KEY BLOCK-----')
    expect(lab('ssh', 'utility', 'curl -fsS https://pkgs.k8s.io/no/such/file').status).toBe(22)
  })

  test('a large transfer does not stall', () => {
    const size = 64 * 1024 * 1024
    const started = performance.now()
    const got = lab('ssh', 'master', `head -c ${size} /dev/zero`)
    expect(got.stdout.length).toBe(size)
    expect(performance.now() - started).toBeLessThan(120_000)
  })

  test('the exit status of a command comes through', () => {
    expect(lab('ssh', 'master', 'exit 7').status).toBe(7)
  })

  test('a reboot comes back with a new boot id and the same disk', async () => {
    const bootId = 'cat /proc/sys/kernel/random/boot_id'
    const before = guest('node2', `echo kept > ~/note; sync; ${bootId}`)
    lab('ssh', 'node2', 'sudo systemctl reboot')
    await expect
      .poll(() => lab('ssh', 'node2', bootId).stdout.trim(), { timeout: 120_000, interval: 2000 })
      .toMatch(new RegExp(`^(?!${before})[0-9a-f-]{36}$`))
    expect(guest('node2', 'cat ~/note')).toBe('kept')
  })
})

test('down keeps the disks, reset makes them new', () => {
  guest('master', 'echo kept > ~/note')
  expect(lab('down').stdout).toContain('is down')
  expect(leftovers()).toEqual([])
  lab('up')
  expect(guest('master', 'cat ~/note')).toBe('kept')
  lab('reset')
  expect(lab('ssh', 'master', 'cat ~/note').status).toBe(1)
})

describe('snapshots', () => {
  test('keep what the machines hold, whatever becomes of them', () => {
    const noise = 'head -c 50M /dev/urandom > ~/noise; sha256sum ~/noise'
    const sum = guest('node1', noise)
    guest('master', 'echo before > ~/note; echo 10.9.9.9 of-the-book | sudo tee -a /etc/hosts >/dev/null')
    expect(ok('snapshot', 'one')).toMatch(/snapshot "one" made \(\d+ s\)/)
    expect(lab('snapshot', 'one').stderr).toContain('there is a snapshot "one" already')
    guest('master', 'echo after > ~/note')
    guest('node1', 'rm ~/noise')
    ok('restore', 'one')
    expect(guest('master', 'cat ~/note; grep -c of-the-book /etc/hosts')).toBe('before\n1')
    expect(guest('node1', 'sha256sum ~/noise')).toBe(sum)
    expect(guest('node1', 'systemctl --failed --no-legend | wc -l')).toBe('0')
    expect(ok('snapshots')).toMatch(/^one {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}\S+ {2}\w+ {2}blank$/m)
  })

  test('one that the disks stand on stays; another name is told from it', () => {
    expect(lab('snapshot-rm', 'one').stderr).toContain('are the difference to snapshot "one"')
    expect(lab('restore', 'on').stderr).toContain('did you mean "one"?')
    ok('reset')
    expect(ok('rm', 'one')).toContain('snapshot "one" is gone')
    expect(lab('ssh', 'master', 'cat ~/note').status).toBe(1)
  })
})

test('two labs at once: the same addresses, other machines', () => {
  second.ok('up', '--fresh')
  guest('master', 'echo first > ~/note')
  expect(second.lab('ssh', 'master', 'cat ~/note').status).toBe(1)
  const id = 'cat /etc/machine-id'
  expect(second.guest('master', id)).not.toBe(guest('master', id))
  expect(second.guest('master', 'ping -c1 -W5 node2 >/dev/null && echo reached')).toBe('reached')
  second.ok('down')
  expect(guest('master', 'cat ~/note')).toBe('first')
})

test('a lab that is up does not become another one', () => {
  const ha = lab('up', '--topology', 'ha')
  expect(ha.stderr).toMatch(/^error: lab "e2e-machines" is up with topology \w+ \(master, node1, node2, utility/)
  expect(ha.stderr).toContain('K8S101_LAB=ha npm run lab -- up --topology ha')
  expect(ha.status).toBe(2)
  expect(lab('up', '--memory', 'master=3G').stderr).toContain('its machines have other memory sizes')
  ok('up', '--runtime', 'crio')
})

test('the ssh configuration that status names works by itself', () => {
  const file = /ssh -F (\S+) master/.exec(ok('status'))?.[1] ?? ''
  const said = spawnSync('ssh', ['-F', file, 'node2', 'hostname'], { encoding: 'utf8' })
  expect(said.stdout).toBe('node2\n')
  expect(lab('kubeconfig').stderr).toContain('there is no cluster in lab "e2e-machines" yet')
})

test('a full disk of a guest harms that guest only, and a reset mends it', () => {
  lab('ssh', 'node2', 'sudo fallocate -l 20G /fill; sudo dd if=/dev/zero of=/fill2 bs=1M count=1 status=none')
  expect(guest('node2', 'df --output=pcent / | tail -1').trim()).toBe('100%')
  expect(ok('status')).toContain('4 of 4 machines up')
  ok('reset')
  expect(guest('node2', 'test -e /fill || echo gone')).toBe('gone')
})

test('a killed keeper takes everything with it, and the next up repairs', async () => {
  const state: unknown = JSON.parse(readFileSync(stateFile(), 'utf8'))
  process.kill(keeperPid(state), 'SIGKILL')
  await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
  expect(lab('status').status).toBe(3)
  expect(lab('up').stdout).toContain('4 of 4 machines up')
})

test('an up that is killed while the machines boot leaves nothing', async () => {
  lab('down')
  const up = spawn(process.execPath, [join(ROOT, 'scripts/lab.ts'), 'up'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  up.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await expect.poll(() => said, { timeout: 60_000 }).toContain('booting the machines')
  await sleep(1500)
  expect(leftovers()).not.toEqual([])
  up.kill('SIGKILL')
  await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
})

function stateFile(): string {
  const state = process.env['XDG_STATE_HOME'] ?? join(process.env['HOME'] ?? '/root', '.local/state')
  return join(state, 'k8s101/labs', NAME, 'state.json')
}

function keeperPid(state: unknown): number {
  const pid = /"pid":(\d+)/.exec(JSON.stringify(state))?.[1]
  if (pid === undefined) throw new Error('no keeper in the state file')
  return Number(pid)
}
