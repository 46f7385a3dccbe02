/** Which driver the lab takes and why not another, and what the drivers promise to the rest of the lab. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors/index.ts'
import { withSeedDisk } from '../../src/lab/machines/base-image.ts'
import { chooseDriver, driverNamed, driverOf, wantedDriver } from '../../src/lab/machines/choose-driver.ts'
import { tryCommand } from '../../src/lab/machines/command.ts'
import { DRIVER_NAMES } from '../../src/lab/machines/driver.ts'
import type { Driver, Kernel } from '../../src/lab/machines/driver.ts'
import { kvmLine } from '../../src/lab/machines/kvm-verdict.ts'
import { consoleEnd, endedForReboot } from '../../src/lab/machines/machine.ts'
import { machinesOf } from '../../src/lab/machines/topology.ts'

const KERNEL: Kernel = { dir: '/kernel', version: '6.12', modulesDir: '/kernel/modules/6.12', key: 'test' }

type Behaviour = 'boots' | 'no device' | 'does not boot'

function driver(name: Driver['name'], behaviour: Behaviour, asked: string[] = []): Driver {
  return {
    ...driverNamed(name),
    ensureHost: async () => {
      asked.push(name)
      if (behaviour === 'no device') throw new UserError('there is no /dev/kvm')
    },
    ensureKernel: () => Promise.resolve(KERNEL),
    probe: async () => {
      if (behaviour === 'does not boot') throw new UserError(`${name} does not boot`, 'it said:\n  emulation failure')
    },
  }
}

describe('the driver is the first that boots a guest', () => {
  test.each<{ qemu: Behaviour; uml: Behaviour; chosen: string; said: string[] }>([
    { qemu: 'boots', uml: 'boots', chosen: 'qemu', said: [] },
    { qemu: 'no device', uml: 'boots', chosen: 'uml', said: ['driver qemu: there is no /dev/kvm'] },
    {
      qemu: 'does not boot',
      uml: 'boots',
      chosen: 'uml',
      said: ['driver qemu: qemu does not boot (it said: emulation failure)'],
    },
  ])('qemu: $qemu, uml: $uml', async ({ qemu, uml, chosen, said }) => {
    const lines: string[] = []
    const order = [driver('qemu', qemu), driver('uml', uml)]
    const found = await chooseDriver({ wanted: undefined, before: undefined }, (line) => lines.push(line), order)
    expect(found.name).toBe(chosen)
    expect(lines).toEqual(said)
  })

  test('none: every reason, and the ways that are left', async () => {
    const order = [driver('qemu', 'no device'), driver('uml', 'does not boot')]
    await expect(chooseDriver({ wanted: undefined, before: undefined }, () => undefined, order)).rejects.toThrow(
      expect.objectContaining({
        message: [
          'no virtual machine boots on this computer:',
          '  - qemu: there is no /dev/kvm',
          '  - uml: uml does not boot (it said: emulation failure)',
        ].join('\n'),
        hint: 'emulation works anywhere and is slow: npm run lab -- up --driver qemu-tcg; or use machines of your own, made with runbooks/cloud-init.example.yaml: npx zx runbooks/NAME.mjs --inventory FILE (see runbooks/inventory.example.yaml)',
      }),
    )
  })

  test('the one that the disks belong to comes first, without a look at the others', async () => {
    const asked: string[] = []
    const [qemu, uml] = [driver('qemu', 'boots', asked), driver('uml', 'boots', asked)]
    expect(await chooseDriver({ wanted: undefined, before: uml }, () => undefined, [qemu, uml])).toBe(uml)
    expect(asked).toEqual(['uml'])
  })

  test('when that one boots no more, the others are tried, each once', async () => {
    const asked: string[] = []
    const [qemu, uml] = [driver('qemu', 'boots', asked), driver('uml', 'does not boot', asked)]
    expect(await chooseDriver({ wanted: undefined, before: uml }, () => undefined, [qemu, uml])).toBe(qemu)
    expect(asked).toEqual(['uml', 'qemu'])
  })

  test('one that was asked for is that one or an error', async () => {
    const asked: string[] = []
    const wishes = { wanted: driver('qemu', 'does not boot', asked), before: undefined }
    await expect(chooseDriver(wishes, () => undefined, [driver('uml', 'boots', asked)])).rejects.toThrow(
      'qemu does not boot',
    )
    expect(asked).toEqual(['qemu'])
  })

  test('a bug of ours is not a reason to take another driver', async () => {
    const broken: Driver = { ...driver('qemu', 'boots'), probe: () => Promise.reject(new TypeError('a bug')) }
    const wishes = { wanted: undefined, before: undefined }
    await expect(chooseDriver(wishes, () => undefined, [broken, driver('uml', 'boots')])).rejects.toThrow(TypeError)
  })
})

describe('the driver that somebody asks for', () => {
  const before = process.env['K8S101_DRIVER']
  afterEach(() => {
    if (before === undefined) delete process.env['K8S101_DRIVER']
    else process.env['K8S101_DRIVER'] = before
  })

  test.each([
    [undefined, undefined, undefined],
    [undefined, '', undefined],
    [undefined, 'uml', 'uml'],
    ['qemu-tcg', 'uml', 'qemu-tcg'],
  ])('given %s, in the environment %s: %s', (given, environment, answer) => {
    if (environment === undefined) delete process.env['K8S101_DRIVER']
    else process.env['K8S101_DRIVER'] = environment
    expect(wantedDriver(given)).toBe(answer)
  })

  test('an unknown one is quoted', () => {
    expect(() => wantedDriver('qemo')).toThrow(
      expect.objectContaining({
        message: 'the lab has no driver "qemo"',
        hint: 'did you mean "qemu"? it has: qemu, uml, qemu-tcg',
        code: 2,
      }),
    )
  })
})

describe('every driver', () => {
  const guests = { baseImage: '/cache/image', each: false, disks: '/labs/one/disks', generation: '0a1b2c3d' }
  const machine = machinesOf('single')[1]

  test.each(DRIVER_NAMES)('%s boots a machine from its own disk, with its address card and memory', (name) => {
    const chosen = driverNamed(name)
    expect(chosen.name).toBe(name)
    if (machine === undefined) throw new Error('no machine')
    const words = chosen.bootCommand(KERNEL, guests, machine).join(' ')
    for (const word of [
      '0a1b2c3d/node1.cow',
      'node1.seed',
      'tap-node1',
      machine.mac,
      `${machine.memoryMiB}M`,
      'disk.img',
    ])
      expect(words).toContain(word)
  })

  test('only uml relaxes something; on a kernel of its own nothing of it is wanted', () => {
    expect(driverNamed('uml').substitutions).not.toEqual([])
    for (const name of ['qemu', 'qemu-tcg'] as const)
      expect(driverNamed(name)).toMatchObject({ substitutions: [], customize: [], guestTrees: [] })
  })

  test.each(DRIVER_NAMES)('%s unpacks its own seed disk', async (name) => {
    const guest = new URL('../../src/lab/machines/guest/base/usr/lib/k8s101-lab/seed', import.meta.url)
    const script = await readFile(guest, 'utf8')
    const { seed } = driverNamed(name).devices
    expect(withSeedDisk(script, seed).split('\n')).toContain(`seed=${seed}`)
    // What is kept of uml's guests stays what it is.
    expect(withSeedDisk(script, seed) === script).toBe(name === 'uml')
    expect(() => withSeedDisk('#!/bin/sh\n', seed)).toThrow('no line "seed=DEVICE"')
  })

  test('only those of one family boot the same disks', () => {
    expect(DRIVER_NAMES.map((name) => driverNamed(name).family)).toEqual(['qemu', 'uml', 'qemu'])
  })

  test('a lab from before there was a choice is of uml', () => {
    expect(driverOf({}).name).toBe('uml')
    expect(driverOf({ driver: 'qemu-tcg' }).name).toBe('qemu-tcg')
  })

  test('emulation, and nothing else, comes with a warning', () => {
    expect(DRIVER_NAMES.filter((name) => driverNamed(name).warning !== undefined)).toEqual(['qemu-tcg'])
  })
})

describe("QEMU's machine and its own disk", () => {
  let dir = ''
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'k8s101-qemu-'))
    // What stands for QEMU's two programs writes down how it was called.
    const script = '#!/bin/sh\necho "${0##*/} $*" >> "$CALLS"\nfor last; do :; done\n'
    await writeFile(join(dir, 'qemu-img'), `${script}: > "$last"\n`, { mode: 0o755 })
    await writeFile(join(dir, 'qemu-system-x86_64'), script, { mode: 0o755 })
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  test('a whole disk is made by its own tool, over the image where that is now', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = `${dir}:${path}`
    process.env['CALLS'] = join(dir, 'calls')
    try {
      await driverNamed('qemu').mergeDisk('/disks/a,b.cow', '/cache/image.img', join(dir, 'whole.img'))
    } finally {
      process.env['PATH'] = path
      delete process.env['CALLS']
    }
    const [program, ...words] = (await readFile(join(dir, 'calls'), 'utf8')).trim().split(' ')
    const [disk = '', target] = words.slice(-2)
    expect([program, ...words.slice(0, -2), target]).toEqual([
      'qemu-img',
      'convert',
      '-q',
      '-O',
      'raw',
      join(dir, 'whole.img'),
    ])
    expect(JSON.parse(disk.replace('json:', ''))).toEqual({
      driver: 'qcow2',
      file: { driver: 'file', filename: '/disks/a,b.cow' },
      backing: { driver: 'raw', file: { driver: 'file', filename: '/cache/image.img' } },
    })
  })

  test('it makes one when it has none, and keeps the one that it has', async () => {
    const machine = machinesOf('single')[3]
    if (machine === undefined) throw new Error('no machine')
    const guests = { baseImage: '/cache/image', each: true, disks: dir, generation: '.' }
    const argv = driverNamed('qemu').bootCommand(KERNEL, guests, machine)
    const env = { PATH: `${dir}:${process.env['PATH']}`, CALLS: join(dir, 'calls') }
    for (const time of ['first', 'second']) expect(await tryCommand(argv, { env }), time).toMatchObject({ status: 0 })
    const calls = (await readFile(join(dir, 'calls'), 'utf8')).trim().split('\n')
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['qemu-img', 'qemu-system-x86_64', 'qemu-system-x86_64'])
    expect(calls[0]).toBe(`qemu-img create -q -f qcow2 -F raw -b /cache/image/utility.img ${dir}/utility.cow.new`)
    expect(calls[1]).toContain(`file=${dir}/utility.cow`)
  })
})

test.each([
  ['[   95.1] reboot: Restarting system\n', true],
  ['[   95.1] reboot: Restarting system\r\n[   95.2] reboot: machine restart\r\n', true],
  ['[   95.1] reboot: Power down\r\n', false],
  ['[   95.1] reboot: Restarting system\n[    0.0] Linux version 6.12\n', false],
  ['Kernel panic - not syncing: VFS: Unable to mount root fs\nRebooting in 1 seconds..', false],
])('the last words %j ask for a reboot: %s', (console, answer) => {
  expect(endedForReboot(console)).toBe(answer)
})

test.each([
  [{ kind: 'no device' } as const, '· KVM: no /dev/kvm for this user, not needed (driver uml runs without it)'],
  [{ kind: 'boots' } as const, '✓ KVM: boots a guest (driver qemu)'],
  [
    { kind: 'does not boot', why: 'QEMU said:\n  emulation failure' } as const,
    '· KVM: /dev/kvm is there and boots no guest (driver uml runs without it); QEMU said: emulation failure',
  ],
  [
    { kind: 'not tried', missing: 'QEMU is not installed' } as const,
    '· KVM: /dev/kvm is there; the next "up" tries whether it boots a guest (QEMU is not installed)',
  ],
])('doctor says of %j', (verdict, line) => {
  expect(kvmLine(verdict)).toBe(line)
})

test('a program whose output is enough is ended, with all that it started', async () => {
  const started = performance.now()
  const script = 'sleep 300 & echo "the word: enough"; wait'
  const result = await tryCommand(['sh', '-c', script], { contained: true, until: /enough/ })
  expect(result).toMatchObject({ status: 128, stdout: 'the word: enough\n' })
  expect(performance.now() - started).toBeLessThan(10_000)
})

test('the end of a console is what the kernel said, not the addresses after it', () => {
  const trace = Array.from({ length: 40 }, (_, at) => ` [<60704e${at + 10}>] ? dump_stack+0x12f/0x13f`).join('\r\n')
  const console = `VFS: Mounted root\r\nuserspace - ptrace set fp regs failed, errno = 14\r\nKernel panic\r\n${trace}\r\n`
  expect(consoleEnd(console)).toBe('VFS: Mounted root\nuserspace - ptrace set fp regs failed, errno = 14\nKernel panic')
})
