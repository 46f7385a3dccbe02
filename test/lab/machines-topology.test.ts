/** Which machines a topology has, and what may be asked of them. */
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors/index.ts'
import { machinesOf, sameMachines } from '../../src/lab/machines/topology.ts'
import { parseUpOptions } from '../../src/lab/machines/up-options.ts'

function messageOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.hint ?? ''}`
    throw error
  }
  return 'no error'
}

describe('topologies', () => {
  test.each([
    ['single', 'master .11 2048, node1 .12 1536, node2 .13 1536, utility .14 512'],
    ['blank', 'master .11 2048, node1 .12 1536, node2 .13 1536, utility .14 512'],
    ['ha', 'master1 .11 2048, master2 .12 2048, master3 .13 2048, node1 .14 1536, utility .15 512'],
  ] as const)('%s', (topology, expected) => {
    const machines = machinesOf(topology)
    const words = machines.map(({ name, address, memoryMiB }) => `${name} ${address.slice(8)} ${memoryMiB}`)
    expect(words.join(', ')).toBe(expected)
    expect(new Set(machines.map((machine) => machine.mac)).size).toBe(machines.length)
    expect(machines.every((machine) => machine.roles[0] === machine.name.replace(/\d/, ''))).toBe(true)
  })

  test('the closest wish counts: a machine, its role, every machine', () => {
    const machines = machinesOf('single', {
      runtimes: { every: 'crio', node2: 'containerd' },
      memory: { node: 2048, node1: 4096, every: 1024 },
    })
    expect(machines.map(({ name, runtime, memoryMiB }) => `${name} ${runtime} ${memoryMiB}`)).toEqual([
      'master crio 1024',
      'node1 crio 4096',
      'node2 containerd 2048',
      'utility crio 1024',
    ])
  })

  test('a wish for what it has not is an error, not a silence', () => {
    expect(messageOf(() => machinesOf('single', { memory: { master1: 1024 } }))).toBe(
      'topology single has no machine and no role "master1"\nit has: master, node1, node, node2, utility',
    )
  })

  test('only some machines have the addresses that they have among all', () => {
    const all = machinesOf('single')
    expect(machinesOf('single', { only: ['utility', 'node1'] })).toEqual([all[1], all[3]])
    expect(messageOf(() => machinesOf('single', { only: ['node3'] }))).toBe(
      'topology "single" has no machine "node3"\ndid you mean "node1"? it has: master, node1, node2, utility',
    )
  })

  test('single and blank are the same machines, ha is not', () => {
    expect(sameMachines(machinesOf('single'), machinesOf('blank', { memory: { every: 512 } }))).toBe(true)
    expect(sameMachines(machinesOf('single'), machinesOf('ha'))).toBe(false)
  })
})

describe('lab up', () => {
  test('takes topology, runtimes and sizes', () => {
    const words = ['--topology', 'ha', '--runtime=crio', '--memory', 'master=3G,node1=1536M', '--memory', '1.5G']
    expect(parseUpOptions(words)).toMatchObject({
      topology: 'ha',
      runtimes: { every: 'crio' },
      memory: { master: 3072, node1: 1536, every: 1536 },
      fresh: false,
    })
    expect(parseUpOptions(['--driver', 'qemu-tcg', '--only', 'master', '--only=node1,utility'])).toMatchObject({
      driver: 'qemu-tcg',
      only: ['master', 'node1', 'utility'],
    })
    expect(parseUpOptions(['--fresh', '--with', 'redis'])).toMatchObject({
      fresh: true,
      wants: expect.arrayContaining(['redis']),
    })
  })

  test.each([
    [['--topology', 'triple'], 'lab up: the lab has no topology "triple"'],
    [['--runtime', 'node1=docker'], 'lab up: --runtime "docker" is no container runtime'],
    [['--runtime', 'cri-o'], 'did you mean "crio"?'],
    [['--memory', 'master=3'], 'lab up: --memory "3" is no size of at least 256M'],
    [['--memory', '64M'], 'lab up: --memory "64M" is no size'],
    [['--topolgy', 'ha'], 'lab up: unknown option "--topolgy"\ndid you mean "--topology"?'],
    [['--driver', 'kvm'], 'the lab has no driver "kvm"'],
    [['--topology'], "lab up: Option '--topology <value>' argument missing"],
    [['now'], 'lab up: unexpected word "now"'],
  ])('refuses %j', (words, message) => {
    expect(messageOf(() => parseUpOptions(words))).toContain(message)
  })
})
