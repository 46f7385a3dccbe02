/** What becomes of a lab when it is started: what is kept, what is made anew, and what is never lost unasked. */
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors/index.ts'
import { BLANK, afterBegin, afterEnd, historyText } from '../../src/lab/history.ts'
import type { History } from '../../src/lab/history.ts'
import type { LabRecord } from '../../src/lab/machines/record.ts'
import { settle } from '../../src/lab/machines/settle.ts'
import type { Situation } from '../../src/lab/machines/settle.ts'

const image = { dir: '/cache/image-2', key: 'image-2', ground: 'ground' }
const install = { runbook: 'install', page: 'install/single', key: 'k' }
const installed: History = { done: [install], unfinished: [] }
const blank: LabRecord = {
  topology: 'single',
  runtimes: {},
  memory: {},
  base: { name: 'blank', dir: '/cache/image-2', key: 'image-2', ground: 'ground', each: false },
  generation: 'old',
  history: BLANK,
}
const worked: LabRecord = { ...blank, history: installed }
const down: Situation = { lab: 'default', running: false, baseThere: true, image }
const up: Situation = { ...down, running: true }

/** `kept` or `fresh`, what the machines hold then, and what the person is told; or the error. */
function outcome(before: LabRecord | undefined, wish: Parameters<typeof settle>[1], situation: Situation): string {
  try {
    const { record, notes } = settle(before, wish, situation)
    const disks = record.generation === 'old' ? 'kept' : 'fresh'
    return [`${disks} ${record.topology} ${historyText(record.history)}`, ...notes].join(' | ')
  } catch (error) {
    if (error instanceof UserError) return `error: ${error.message}\n  ${error.hint ?? ''}`
    throw error
  }
}

describe('a lab that is started', () => {
  const otherImage = { ...worked, base: { ...worked.base, key: 'image-1', dir: '/cache/image-1' } }
  const otherGround = { ...worked, base: { ...worked.base, ground: 'old kernel' } }
  test.each([
    ['the first time', undefined, {}, down, 'fresh single blank'],
    ['the first time, as ha', undefined, { topology: 'ha' }, down, 'fresh ha blank'],
    ['again', worked, {}, down, 'kept single after install'],
    ['by a runbook that wants blank', worked, { topology: 'blank' }, down, 'kept single after install'],
    ['with --fresh', worked, { fresh: true }, up, 'fresh single blank | thrown away: after install'],
    ['with another topology, blank', blank, { topology: 'ha' }, down, 'fresh ha blank'],
    [
      'with another topology and --fresh',
      worked,
      { topology: 'ha', fresh: true },
      down,
      'fresh ha blank | thrown away: after install',
    ],
    ['with another runtime, blank and up', blank, { runtimes: { every: 'crio' } }, up, 'kept single blank'],
    ['after the guest image changed, blank', { ...blank, base: otherImage.base }, {}, down, 'fresh single blank'],
    ['after the guest image changed, up', { ...blank, base: otherImage.base }, {}, up, 'kept single blank'],
    [
      'after the guest image changed, with work',
      otherImage,
      {},
      down,
      'kept single after install | the guest image has changed; these machines keep theirs until they are reset',
    ],
    [
      'after the kernel changed',
      otherGround,
      {},
      down,
      "fresh single blank | the machines' disks are of another kernel or authority: they get fresh ones (they were: after install)",
    ],
    [
      'without its images',
      worked,
      {},
      { ...down, baseThere: false },
      "fresh single blank | the machines' disks have lost the images under them: they get fresh ones (they were: after install)",
    ],
  ] as const)('%s', (_name, before, wish, situation, expected) => {
    expect(outcome(before, wish, situation)).toBe(expected)
  })

  test('never loses work unasked', () => {
    expect(outcome(worked, { topology: 'ha', again: 'npm run lab -- up --topology ha' }, down)).toMatchInlineSnapshot(`
      "error: lab "default" holds other work: after install
        topology ha (master1, master2, master3, node1, utility; containerd) is asked for; it has topology single (master, node1, node2, utility; containerd)
          npm run lab -- up --topology ha --fresh            throws this work away
          npm run lab -- reset                               makes the machines blank
          K8S101_LAB=other npm run lab -- up --topology ha   leaves it and uses another lab beside it"
    `)
    expect(outcome(worked, { runtimes: { node2: 'crio' } }, up)).toMatchInlineSnapshot(`
      "error: lab "default" holds other work: after install
        topology single (master on containerd, node1 on containerd, node2 on crio, utility on containerd) is asked for; it has topology single (master, node1, node2, utility; containerd)
          npm run lab -- up --fresh            throws this work away
          npm run lab -- reset                 makes the machines blank
          K8S101_LAB=other npm run lab -- up   leaves it and uses another lab beside it"
    `)
  })

  test('never loses work to another driver unasked', () => {
    const otherDriver = { was: 'uml', will: 'qemu' } as const
    expect(outcome(worked, {}, { ...down, otherDriver })).toMatchInlineSnapshot(`
      "error: lab "default" holds other work: after install
        its disks are of driver uml; with driver qemu they do not boot
          npm run lab -- up --fresh            throws this work away
          npm run lab -- reset                 makes the machines blank
          K8S101_LAB=other npm run lab -- up   leaves it and uses another lab beside it"
    `)
    expect(outcome(worked, { fresh: true }, { ...down, otherDriver })).toBe(
      'fresh single blank | thrown away: after install',
    )
    expect(outcome(blank, {}, { ...down, otherDriver })).toBe('fresh single blank')
  })

  test('keeps to the only machines that were asked for until a topology is', () => {
    const one: LabRecord = { ...blank, only: ['utility'] }
    expect(settle(undefined, { only: ['utility'] }, down).record.only).toEqual(['utility'])
    expect(settle(one, {}, down).record).toMatchObject({ generation: 'old', only: ['utility'] })
    expect(settle(one, { topology: 'single' }, down).record).not.toHaveProperty('only')
    expect(outcome(one, { topology: 'single' }, down)).toBe('fresh single blank')
    expect(outcome(one, { topology: 'single' }, up)).toContain(
      'is up with topology single (utility; containerd); topology single (master, node1, node2, utility; containerd)',
    )
  })

  test('does not change its topology or sizes while it is up', () => {
    expect(outcome(worked, { topology: 'ha', again: 'npx zx runbooks/ha.mjs' }, up)).toMatchInlineSnapshot(`
      "error: lab "default" is up with topology single (master, node1, node2, utility; containerd); topology ha (master1, master2, master3, node1, utility; containerd) is asked for
        end it: npm run lab -- down, then: npx zx runbooks/ha.mjs --fresh (its work is lost)
        or use another lab beside it: K8S101_LAB=ha npx zx runbooks/ha.mjs"
    `)
    expect(outcome(blank, { memory: { master: 4096 } }, up)).toContain('its machines have other memory sizes')
    expect(outcome(blank, { memory: { master: 2048 } }, up)).toBe('kept single blank')
  })

  test('a wish for every machine replaces those for single ones', () => {
    const mixed: LabRecord = { ...blank, runtimes: { node2: 'crio' } }
    expect(settle(mixed, { runtimes: { every: 'containerd' } }, down).record.runtimes).toEqual({ every: 'containerd' })
    expect(settle(mixed, { runtimes: { node1: 'crio' } }, down).record.runtimes).toEqual({
      node1: 'crio',
      node2: 'crio',
    })
  })
})

describe('the history', () => {
  const pods = { runbook: 'pods', page: 'objects/pods', key: 'p' }
  test.each([
    ['a run began', afterBegin(installed, pods, false), 'after install; pods did not run to its end'],
    ['it ended', afterEnd(afterBegin(installed, pods, false), pods, false), 'after install, pods'],
    ['it ended and cleaned up', afterEnd(afterBegin(installed, pods, false), pods, true), 'after install'],
    ['a part of it ran', afterBegin(BLANK, pods, true), 'pods did not run to its end'],
    ['a part of what is done ran', afterBegin(installed, install, true), 'after install'],
    ['what is done runs again', afterBegin(installed, install, false), 'install did not run to its end'],
    ['and ended', afterEnd(afterBegin(installed, install, false), install, false), 'after install'],
  ])('%s', (_name, history, text) => {
    expect(historyText(history)).toBe(text)
  })
})
