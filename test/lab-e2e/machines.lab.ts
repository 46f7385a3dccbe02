/** The lab for real, with each driver that is asked for: machines boot, answer, keep their disks, get fresh ones, and leave nothing behind. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DRIVER_NAMES } from '../../src/lab/machines/driver.ts'
import { ROOT, testLab } from './lab.ts'

const NAME = 'e2e-machines'
const SECOND = 'e2e-second'
/** For example `uml,qemu-tcg`; CI's time is for the driver that the evidence is made with. */
const ASKED = (process.env['K8S101_TEST_DRIVERS'] ?? 'uml').split(',')
const KINDS = DRIVER_NAMES.filter((name) => ASKED.includes(name)).map((driver) => ({
  driver,
  // Emulation takes minutes for what others do in seconds: of it only what depends on the driver, on one machine.
  hosts: driver === 'qemu-tcg' ? ['utility'] : ['master', 'node1', 'node2', 'utility'],
  all: driver !== 'qemu-tcg',
}))

test('the drivers that are asked for are there', () => {
  expect(KINDS.map((kind) => kind.driver).toSorted()).toEqual(ASKED.toSorted())
})

describe.each(KINDS)('driver $driver', ({ driver, hosts, all }) => {
  const [one = '', other = ''] = [hosts[0], hosts.at(-2) ?? hosts[0]]
  const up = ['up', ...(all ? [] : hosts.flatMap((host) => ['--only', host]))]
  const { lab, ok, guest, leftovers, env } = testLab(NAME, { K8S101_DRIVER: driver })
  const second = testLab(SECOND, { K8S101_DRIVER: driver })

  beforeAll(() => {
    // A warning goes before emulation, and nothing else.
    // Named, since an emulated lab of this name may have left one machine.
    const shape = all ? ['--topology', 'single'] : []
    expect(ok(...up, ...shape, '--fresh').includes('warning: driver qemu-tcg')).toBe(driver === 'qemu-tcg')
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
      expect(lab(...up).stdout).toContain(`${hosts.length} of ${hosts.length} machines up`)
      expect(performance.now() - started).toBeLessThan(10_000)
    })

    test.each(hosts)('%s is a blank Debian 13 with its own name and a user that may sudo', (host) => {
      expect(guest(host, 'hostname; . /etc/os-release; echo $VERSION_ID; id -un; sudo -n id -un')).toBe(
        `${host}\n13\ndebian\nroot`,
      )
      expect(lab('ssh', host, 'command -v kubelet kubectl containerd ctr /usr/bin/kubeadm').stdout).toBe('')
      expect(guest(host, 'systemctl --failed --no-legend | wc -l')).toBe('0')
    })

    test('an up with another driver is refused', () => {
      const wrong = driver === 'uml' ? 'qemu-tcg' : 'uml'
      expect(lab(...up, '--driver', wrong)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`lab "${NAME}" runs with driver ${driver}, not ${wrong}`),
      })
    })

    test('a kernel of its own has what a cluster asks for, and nothing in its place', () => {
      const look =
        'nproc; grep -cw cpuset /sys/fs/cgroup/cgroup.controllers; /usr/sbin/iptables --version; ls /usr/local/bin'
      const seen = guest(one, look).split('\n')
      const whole = ['2', '1', expect.stringContaining('(nf_tables)')]
      const relaxed = ['1', '0', expect.stringContaining('(legacy)'), 'kubeadm']
      expect(seen).toEqual(driver === 'uml' ? relaxed : whole)
    })

    test('upstream names are the mirror, and other names are nothing', () => {
      expect(guest(other, 'getent hosts pkgs.k8s.io registry.k8s.io | cut -d" " -f1')).toBe('10.101.0.1\n10.101.0.1')
      expect(lab('ssh', other, 'getent hosts example.org').status).toBe(2)
    })

    test('the documented commands work: apt from the archive, a key over TLS', () => {
      guest('utility', 'sudo apt-get -qq update && sudo apt-get -qq install -y curl >/dev/null')
      const url = 'https://pkgs.k8s.io/core:/stable:/v1.36/deb/Release.key'
      expect(guest('utility', `curl -fsS ${url} | head -n1`)).toBe('-----BEGIN PGP PUBLIC KEY BLOCK-----')
      expect(lab('ssh', 'utility', 'curl -fsS https://pkgs.k8s.io/no/such/file').status).toBe(22)
    })

    test.runIf(all)('they reach each other by name', () => {
      expect(guest('master', 'ping -c1 -W5 node2 >/dev/null && echo reached')).toBe('reached')
    })

    test('a large transfer does not stall', () => {
      const size = 64 * 1024 * 1024
      const started = performance.now()
      const got = lab('ssh', one, `head -c ${size} /dev/zero`)
      expect(got.stdout.length).toBe(size)
      expect(performance.now() - started).toBeLessThan(120_000)
    })

    // Without the reserve that the machines boot with, its kernel finds no page for a packet and never receives another.
    test.runIf(driver === 'uml')('transfers while disks fill the memory do not end the network', () => {
      // What tail has not seen the end of stays in its memory.
      const busy = [
        'dd if=/dev/ubda of=/dev/null bs=1M count=6000',
        'dd if=/dev/zero of=/var/tmp/written bs=1M count=1500',
        '(head -c 350M /dev/zero; sleep 30) | tail -n 1',
      ]
      guest(other, `sudo -b sh -c '${busy.join(' & ')}' </dev/null >/dev/null 2>&1`)
      // To be counted and not kept: the disk is busy enough, and would be what the transfers wait for.
      const send = 'for n in 1 2 3; do head -c 200M /dev/zero | timeout 120 "$@" "wc -c" & done; wait'
      const counted = spawnSync(
        'sh',
        ['-c', send, 'sh', process.execPath, join(ROOT, 'scripts/lab.ts'), 'ssh', other],
        { encoding: 'utf8', env },
      )
      expect(counted.stdout).toBe(`${200 * 1024 * 1024}\n`.repeat(3))
      expect(guest(other, 'sudo dmesg | grep -c "page allocation failure" || true')).toBe('0')
      guest(other, 'sudo pkill -x dd; sudo rm -f /var/tmp/written')
    })

    // What the kernel keeps of a process's registers must be all that its programs use, whatever CPU this is.
    test('a thread finds its vector registers as it left them', () => {
      const folder = mkdtempSync(join(tmpdir(), 'k8s101-vector-'))
      const program = join(folder, 'vector')
      const source = join(ROOT, 'test/fixtures/vector-registers.c')
      execFileSync('gcc', ['-O2', '-static', '-pthread', '-o', program, source])
      const put = [join(ROOT, 'scripts/lab.ts'), 'ssh', one, 'cat >vector && chmod 755 vector']
      execFileSync(process.execPath, put, { env, input: readFileSync(program) })
      rmSync(folder, { recursive: true })
      expect(guest(one, './vector; rm vector')).toBe('0 wrong')
    })

    test('the exit status of a command comes through', () => {
      expect(lab('ssh', one, 'exit 7').status).toBe(7)
    })

    test('a reboot comes back with a new boot id and the same disk', async () => {
      const bootId = 'cat /proc/sys/kernel/random/boot_id'
      const before = guest(other, `echo kept > ~/note; sync; ${bootId}`)
      lab('ssh', other, 'sudo systemctl reboot')
      await expect
        .poll(() => lab('ssh', other, bootId).stdout.trim(), { timeout: 240_000, interval: 2000 })
        .toMatch(new RegExp(`^(?!${before})[0-9a-f-]{36}$`))
      expect(guest(other, 'cat ~/note')).toBe('kept')
    })
  })

  test('down keeps the disks, reset makes them new', () => {
    guest(one, 'echo kept > ~/note')
    expect(lab('down').stdout).toContain('is down')
    expect(leftovers()).toEqual([])
    lab(...up)
    expect(guest(one, 'cat ~/note')).toBe('kept')
    lab('reset')
    expect(lab('ssh', one, 'cat ~/note').status).toBe(1)
  })

  describe('snapshots', () => {
    test('keep what the machines hold, whatever becomes of them', () => {
      const noise = 'head -c 50M /dev/urandom > ~/noise; sha256sum ~/noise'
      const sum = guest(other, noise)
      guest(one, 'echo before > ~/note; echo 10.9.9.9 of-the-book | sudo tee -a /etc/hosts >/dev/null')
      expect(ok('snapshot', 'one')).toMatch(/snapshot "one" made \(\d+ s\)/)
      expect(lab('snapshot', 'one').stderr).toContain('there is a snapshot "one" already')
      guest(one, 'echo after > ~/note')
      guest(other, 'rm ~/noise')
      ok('restore', 'one')
      expect(guest(one, 'cat ~/note; grep -c of-the-book /etc/hosts')).toBe('before\n1')
      expect(guest(other, 'sha256sum ~/noise')).toBe(sum)
      expect(guest(other, 'systemctl --failed --no-legend | wc -l')).toBe('0')
      expect(ok('snapshots')).toMatch(/^one {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}\S+ {2}\w+ {2}blank$/m)
    })

    test('one that the disks stand on stays; another name is told from it', () => {
      expect(lab('snapshot-rm', 'one').stderr).toContain('are the difference to snapshot "one"')
      expect(lab('restore', 'on').stderr).toContain('did you mean "one"?')
    })

    test('a full disk of a guest harms that guest only, and a reset mends it', () => {
      lab('ssh', other, 'sudo fallocate -l 20G /fill; sudo dd if=/dev/zero of=/fill2 bs=1M count=1 status=none')
      expect(guest(other, 'df --output=pcent / | tail -1').trim()).toBe('100%')
      expect(ok('status')).toContain(`${hosts.length} of ${hosts.length} machines up`)
      ok('reset')
      expect(guest(other, 'test -e /fill || echo gone')).toBe('gone')
      expect(lab('ssh', one, 'cat ~/note').status).toBe(1)
    })

    test('one that no disk stands on any more goes', () => {
      expect(ok('rm', 'one')).toContain('snapshot "one" is gone')
    })
  })

  if (all) {
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
    })

    test('the ssh configuration that status names works by itself', () => {
      const file = /ssh -F (\S+) master/.exec(ok('status'))?.[1] ?? ''
      const said = spawnSync('ssh', ['-F', file, 'node2', 'hostname'], { encoding: 'utf8' })
      expect(said.stdout).toBe('node2\n')
      expect(lab('kubeconfig').stderr).toContain('there is no cluster in lab "e2e-machines" yet')
    })

    test('a killed keeper takes everything with it, and the next up repairs', async () => {
      const state: unknown = JSON.parse(readFileSync(stateFile(), 'utf8'))
      process.kill(keeperPid(state), 'SIGKILL')
      await expect.poll(leftovers, { timeout: 10_000 }).toEqual([])
      expect(lab('status').status).toBe(3)
      expect(lab('up').stdout).toContain('4 of 4 machines up')
    })
  }

  test('an up that is killed while the machines boot leaves nothing', async () => {
    lab('down')
    const child = spawn(process.execPath, [join(ROOT, 'scripts/lab.ts'), ...up], {
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

function stateFile(): string {
  const state = process.env['XDG_STATE_HOME'] ?? join(process.env['HOME'] ?? '/root', '.local/state')
  return join(state, 'k8s101/labs', NAME, 'state.json')
}

function keeperPid(state: unknown): number {
  const pid = /"pid":(\d+)/.exec(JSON.stringify(state))?.[1]
  if (pid === undefined) throw new Error('no keeper in the state file')
  return Number(pid)
}
