/** The lab for real, with each driver: machines boot, answer, keep their disks, get fresh ones, and leave nothing behind. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const NAME = 'e2e-machines'

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Kind {
  readonly driver: string
  readonly hosts: readonly string[]
  /** Emulation takes minutes for what others do in seconds: of it only what depends on the driver, on one machine. */
  readonly all: boolean
}

const KINDS: readonly Kind[] = [
  { driver: 'uml', hosts: ['master', 'node1', 'node2', 'utility'], all: true },
  { driver: 'qemu-tcg', hosts: ['utility'], all: false },
]

describe.each(KINDS)('driver $driver', (kind) => {
  const { driver, hosts, all } = kind
  const [first = '', last = ''] = [hosts[0], hosts.at(-1)]
  const up = ['up', ...(all ? [] : hosts.flatMap((host) => ['--only', host]))]
  const env = { ...process.env, K8S101_LAB: NAME, K8S101_DRIVER: driver }

  function lab(...args: string[]): Ended {
    const argv = [join(root, 'scripts/lab.ts'), ...args]
    return spawnSync(process.execPath, argv, { encoding: 'utf8', env, maxBuffer: 1e8 })
  }

  function guest(host: string, script: string): string {
    const ended = lab('ssh', host, script)
    expect(ended, ended.stderr).toMatchObject({ status: 0 })
    return ended.stdout.trim()
  }

  beforeAll(() => {
    const ended = lab(...up)
    expect(ended, `${ended.stdout}\n${ended.stderr}`).toMatchObject({ status: 0 })
    // A warning goes before emulation, and nothing else.
    expect(ended.stdout.includes('warning: driver qemu-tcg')).toBe(driver === 'qemu-tcg')
  })
  afterAll(() => {
    lab('down')
    expect(leftovers()).toEqual([])
  })

  describe('machines that are up', () => {
    test('a second up is a matter of seconds', () => {
      const started = performance.now()
      expect(lab(...up).stdout).toContain(`${hosts.length} of ${hosts.length} machines up`)
      expect(performance.now() - started).toBeLessThan(10_000)
    })

    test('an up with another driver is refused', () => {
      const other = driver === 'uml' ? 'qemu-tcg' : 'uml'
      expect(lab(...up, '--driver', other)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`lab "${NAME}" runs with driver ${driver}, not ${other}`),
      })
    })

    test.each(hosts)('%s is a blank Debian 13 with its own name and a user that may sudo', (host) => {
      expect(guest(host, 'hostname; . /etc/os-release; echo $VERSION_ID; id -un; sudo -n id -un')).toBe(
        `${host}\n13\ndebian\nroot`,
      )
      expect(lab('ssh', host, 'command -v kubelet kubectl containerd ctr /usr/bin/kubeadm').stdout).toBe('')
      expect(guest(host, 'systemctl --failed --no-legend | wc -l')).toBe('0')
    })

    test('a kernel of its own has what a cluster asks for, and nothing in its place', () => {
      const look = 'nproc; grep -cw cpuset /sys/fs/cgroup/cgroup.controllers; /usr/sbin/iptables --version; ls /usr/local/bin'
      const seen = guest(first, look).split('\n')
      const whole = ['2', '1', expect.stringContaining('(nf_tables)')]
      const relaxed = ['1', '0', expect.stringContaining('(legacy)'), 'kubeadm']
      expect(seen).toEqual(driver === 'uml' ? relaxed : whole)
    })

    test('upstream names are the mirror, and other names are nothing', () => {
      expect(guest(last, 'getent hosts pkgs.k8s.io registry.k8s.io | cut -d" " -f1')).toBe('10.101.0.1\n10.101.0.1')
      expect(lab('ssh', last, 'getent hosts example.org').status).toBe(2)
    })

    test('a large transfer does not stall', () => {
      const size = 64 * 1024 * 1024
      const started = performance.now()
      const got = lab('ssh', first, `head -c ${size} /dev/zero`)
      expect(got.stdout.length).toBe(size)
      expect(performance.now() - started).toBeLessThan(120_000)
    })

    test('the exit status of a command comes through', () => {
      expect(lab('ssh', first, 'exit 7').status).toBe(7)
    })

    test('a reboot comes back with a new boot id and the same disk', async () => {
      const bootId = 'cat /proc/sys/kernel/random/boot_id'
      const before = guest(last, `echo kept > ~/note; sync; ${bootId}`)
      lab('ssh', last, 'sudo systemctl reboot')
      await expect
        .poll(() => lab('ssh', last, bootId).stdout.trim(), { timeout: 240_000, interval: 2000 })
        .toMatch(new RegExp(`^(?!${before})[0-9a-f-]{36}$`))
      expect(guest(last, 'cat ~/note')).toBe('kept')
    })

    if (!all) return
    test('they reach each other by name', () => {
      expect(guest('master', 'ping -c1 -W5 node2 >/dev/null && echo reached')).toBe('reached')
    })

    test('the documented commands work: apt from the archive, a key over TLS', () => {
      guest('utility', 'sudo apt-get -qq update && sudo apt-get -qq install -y curl >/dev/null')
      const url = 'https://pkgs.k8s.io/core:/stable:/v1.36/deb/Release.key'
      expect(guest('utility', `curl -fsS ${url} | head -n1`)).toBe('-----BEGIN PGP PUBLIC KEY BLOCK-----')
      expect(lab('ssh', 'utility', 'curl -fsS https://pkgs.k8s.io/no/such/file').status).toBe(22)
    })
  })

  test('down keeps the disks, reset makes them new', () => {
    guest(first, 'echo kept > ~/note')
    expect(lab('down').stdout).toContain('is down')
    expect(leftovers()).toEqual([])
    lab(...up)
    expect(guest(first, 'cat ~/note')).toBe('kept')
    lab('reset')
    expect(lab('ssh', first, 'cat ~/note').status).toBe(1)
  })

  if (all) {
    test('a killed keeper takes everything with it, and the next up repairs', async () => {
      const state: unknown = JSON.parse(readFileSync(stateFile(), 'utf8'))
      process.kill(keeperPid(state), 'SIGKILL')
      await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
      expect(lab('status').status).toBe(3)
      expect(lab(...up).stdout).toContain('4 of 4 machines up')
    })
  }

  test('an up that is killed while the machines boot leaves nothing', async () => {
    lab('down')
    const child = spawn(process.execPath, [join(root, 'scripts/lab.ts'), ...up], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    await expect.poll(() => said, { timeout: 60_000 }).toContain('booting the machines')
    await sleep(1500)
    expect(leftovers()).not.toEqual([])
    child.kill('SIGKILL')
    await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
  })
})

/** Command lines of this lab's processes: its name or its directory stands in each of them or in an ancestor's. */
function leftovers(): string[] {
  const found: string[] = []
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const words = commandLine(pid)
    if (words.includes('keeper.ts') && words.includes(NAME)) found.push(words)
    if (words.includes('linux.uml') && mountsOf(pid).includes(`labs/${NAME}/`)) found.push(words)
    if (words.includes('qemu-system') && words.includes(`labs/${NAME}/`)) found.push(words)
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

function stateFile(): string {
  const state = process.env['XDG_STATE_HOME'] ?? join(process.env['HOME'] ?? '/root', '.local/state')
  return join(state, 'k8s101/labs', NAME, 'state.json')
}

function keeperPid(state: unknown): number {
  const pid = /"pid":(\d+)/.exec(JSON.stringify(state))?.[1]
  if (pid === undefined) throw new Error('no keeper in the state file')
  return Number(pid)
}
