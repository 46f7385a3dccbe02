/** The lab for real: four machines boot, answer, keep their disks, get fresh ones, and leave nothing behind. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const NAME = 'e2e-machines'
const HOSTS = ['master', 'node1', 'node2', 'utility']

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function lab(...args: string[]): Ended {
  const env = { ...process.env, K8S101_LAB: NAME }
  return spawnSync(process.execPath, [join(root, 'scripts/lab.ts'), ...args], { encoding: 'utf8', env, maxBuffer: 1e8 })
}

function guest(host: string, script: string): string {
  const ended = lab('ssh', host, script)
  expect(ended, ended.stderr).toMatchObject({ status: 0 })
  return ended.stdout.trim()
}

/** Command lines of this lab's processes: its name or its directory stands in each of them or in an ancestor's. */
function leftovers(): string[] {
  const found: string[] = []
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const words = commandLine(pid)
    if (words.includes('keeper.ts') && words.includes(NAME)) found.push(words)
    if (words.includes('linux.uml') && mountsOf(pid).includes(`labs/${NAME}/`)) found.push(words)
  }
  return found
}

function commandLine(pid: string): string {
  return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
}

function mountsOf(pid: string): string {
  return readOrEmpty(`/proc/${pid}/mountinfo`)
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

beforeAll(() => {
  const up = lab('up')
  expect(up, `${up.stdout}\n${up.stderr}`).toMatchObject({ status: 0 })
})
afterAll(() => {
  lab('down')
  expect(leftovers()).toEqual([])
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

test('a killed keeper takes everything with it, and the next up repairs', async () => {
  const state: unknown = JSON.parse(readFileSync(stateFile(), 'utf8'))
  process.kill(keeperPid(state), 'SIGKILL')
  await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
  expect(lab('status').status).toBe(3)
  expect(lab('up').stdout).toContain('4 of 4 machines up')
})

test('an up that is killed while the machines boot leaves nothing', async () => {
  lab('down')
  const env = { ...process.env, K8S101_LAB: NAME }
  const up = spawn(process.execPath, [join(root, 'scripts/lab.ts'), 'up'], {
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
