/** Machines stay on one core each, and leave one that is too full for one that has room. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { afterEach, describe, expect, test } from 'vitest'
import { allowedCores, coreTimes, CoreWatch, groupOf, timesOf } from '../../src/lab/machines/core-watch.ts'
import { firstCores, nextMove } from '../../src/lab/machines/cores.ts'
import type { Tenant } from '../../src/lab/machines/cores.ts'

const at = (name: string, core: number, ran: number, waited = 0): Tenant => ({ name, core, ran, waited })

describe('which machine moves', () => {
  test.each([
    ['none while no core is full', [0.1, 0.8], [at('node1', 1, 0.4), at('node2', 1, 0.4)], undefined],
    [
      'the largest of three that fill a core',
      [0.1, 1],
      [at('a', 1, 0.4), at('b', 1, 0.35), at('c', 1, 0.25)],
      ['a', 0],
    ],
    ['the largest that fits', [0.5, 1], [at('a', 1, 0.6), at('b', 1, 0.25), at('c', 1, 0.1)], ['b', 0]],
    ['none where it would only fill the other', [0.7, 1], [at('a', 1, 0.6), at('b', 1, 0.4)], undefined],
    ['none that fills a core alone', [0.1, 1], [at('master', 1, 0.95)], undefined],
    ['one that shares its core with other programs', [0.1, 1], [at('master', 1, 0.5)], ['master', 0]],
    ['none of a core with room', [0.1, 1], [at('a', 0, 0.1)], undefined],
    ['none when all are full and nobody waits', [1, 1], [at('a', 0, 1), at('b', 1, 1)], undefined],
    [
      'the last of three that wait for each other, when the other core is one machine’s',
      [1, 1],
      [at('master', 0, 0.95), at('a', 1, 0.33, 0.67), at('b', 1, 0.33, 0.67), at('c', 1, 0.33, 0.67)],
      ['c', 0],
    ],
    [
      'none when two wait on each core',
      [1, 1],
      [at('master', 0, 0.8, 0.2), at('a', 1, 0.5, 0.5), at('b', 1, 0.5, 0.5), at('c', 0, 0.2, 0.8)],
      undefined,
    ],
  ] as const)('%s', (_name, [first, second], tenants, expected) => {
    const loads = new Map([
      [0, first],
      [1, second],
    ])
    expect(nextMove(loads, tenants)).toEqual(expected && { name: expected[0], to: expected[1] })
  })

  test('to the emptiest of many', () => {
    const loads = new Map([0.6, 1, 0.2, 0.4].entries())
    expect(nextMove(loads, [at('a', 1, 0.5)])).toEqual({ name: 'a', to: 2 })
  })
})

test.each([
  [
    [0, 1],
    [0, 1, 1, 1],
  ],
  [[2], [2, 2, 2, 2]],
  [
    [0, 1, 2],
    [0, 1, 2, 1],
  ],
  [
    [4, 5, 6, 7, 8],
    [4, 5, 6, 7],
  ],
])('of cores %j', (cores, expected) => {
  const names = ['master', 'node1', 'node2', 'utility']
  expect([...firstCores(names, cores).values()]).toEqual(expected)
})

test.each([
  ['0-1', [0, 1]],
  ['3', [3]],
  ['0,2-4,9', [0, 2, 3, 4, 9]],
])('allowed cores %s', (list, expected) => {
  expect(allowedCores(`Name:\tnode\nCpus_allowed:\tff\nCpus_allowed_list:\t${list}\nMems_allowed:\t1\n`)).toEqual(
    expected,
  )
})

test('what the kernel tells of cores and processes', () => {
  const stat = 'cpu  9 9 9 9 9 9 9 9 9 9\ncpu0 10 20 30 400 50 1 2 3 7 7\ncpu11 1 0 0 2 0 0 0 0 0 0\nintr 5\n'
  expect([...coreTimes(stat)]).toEqual([
    [0, { busy: 66, all: 516 }],
    [11, { busy: 1, all: 3 }],
  ])
  expect(groupOf('123 (a b) c) S 1 77 78 0 -1')).toBe(77)
  expect(groupOf('')).toBeUndefined()
  expect(timesOf('1000 200 3\n')).toEqual({ ran: 1000, waited: 200 })
})

describe.runIf(cpus().length > 1)('real processes', () => {
  const started: ChildProcess[] = []
  afterEach(() => {
    for (const { pid } of started.splice(0)) if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  })

  /** A group of two processes, each busy, as a machine and one of its programs. */
  function busy(core: number): number {
    const script = 'sh -c "while :; do :; done" & while :; do :; done'
    const child = spawn('taskset', ['-c', String(core), 'sh', '-c', script], { detached: true, stdio: 'ignore' })
    started.push(child)
    return child.pid ?? Number.NaN
  }

  /** Cores that the processes of a group may run on. */
  function coresOf(group: number): string[] {
    const members = String(readFileSync(`/proc/${group}/task/${group}/children`))
      .trim()
      .split(' ')
    return [String(group), ...members].flatMap((pid) => {
      const list = /^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      return list === undefined ? [] : [list]
    })
  }

  test('one of two that fill a core goes to the other, with all its processes', async () => {
    const [first = 0, second = 1] = allowedCores(readFileSync('/proc/self/status', 'utf8'))
    const runs = [
      { name: 'master', pid: busy(second) },
      { name: 'node1', pid: busy(second) },
      { name: 'node2', pid: busy(second) },
    ]
    // Whatever else this computer does at the moment: one core idle, one full.
    let looks = 0
    const stat = (): Promise<string> => {
      looks += 1
      return Promise.resolve(`cpu${first} 0 0 0 ${looks * 100} 0 0 0 0\ncpu${second} ${looks * 100} 0 0 0 0 0 0 0\n`)
    }
    const watch = new CoreWatch(['utility', 'master', 'node1', 'node2'], [first, second], () => runs, stat)
    expect(runs.map(({ name }) => watch.coreOf(name))).toEqual([second, second, second])
    for (let look = 0; look < 3; look += 1) {
      await watch.look()
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    const moved = runs.filter(({ name }) => watch.coreOf(name) === first)
    expect(moved).toHaveLength(1)
    for (const { name, pid } of runs) {
      const expected = String(watch.coreOf(name))
      expect(coresOf(pid)).toEqual([expected, expected])
    }
  })
})
