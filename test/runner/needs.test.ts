/** What a runbook starts from: which runbooks, under which key, and whether a lab's history holds it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { History } from '../../src/lab/history.ts'
import type { LabOffer } from '../../src/lab/types.ts'
import { emitRunbook } from '../../src/runbook/emit.ts'
import type { Runbook } from '../../src/runbook/types.ts'
import { labHosts } from '../../src/runner/machines.ts'
import { neededRunbooks, runbooksBeside, stateKey, wantedRuntime } from '../../src/runner/needs.ts'
import { standing } from '../../src/runner/standing.ts'
import { runbookOf, step } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'k8s101-needs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function book(id: string, more: Partial<Runbook> = {}, script = `echo ${id}`): Runbook {
  const item = { ...step('one', script), id: `${id}-page/one` }
  return runbookOf([item], { id, page: `${id}-page`, ...more })
}

describe('the needed runbooks', () => {
  const all: Record<string, Runbook> = {
    install: book('install', { needs: ['prepare'] }),
    prepare: book('prepare'),
    nfs: book('nfs', { needs: ['prepare'] }),
    loop: book('loop', { needs: ['pool'] }),
    pool: book('pool', { needs: ['loop'] }),
  }
  const read = (id: string): Promise<Runbook | undefined> => Promise.resolve(all[id])

  it.each([
    [[], ''],
    [['install'], 'prepare install'],
    [['nfs', 'install'], 'prepare nfs install'],
    [['install', 'prepare'], 'prepare install'],
  ])('of needs %j', async (needs, expected) => {
    const found = await neededRunbooks(book('pods', { needs }), read)
    expect(found.map((one) => one.id).join(' ')).toBe(expected)
  })

  it.each([
    [['instal'], 'pods needs the runbook "instal", which is not there'],
    [['loop'], 'runbooks need each other: pods → loop → pool → loop'],
    [['pods'], 'runbooks need each other: pods → pods'],
  ])('refuses needs %j', async (needs, message) => {
    const found = neededRunbooks(book('pods', { needs }), read)
    await expect(found).rejects.toThrow(message)
  })

  it('are read from the generated files beside the one that runs, and do not run', async () => {
    const entry = join(import.meta.dirname, '../../src/runner/entry.mjs')
    const install = book('install')
    const text = emitRunbook(install).replace('../src/runner/entry.mjs', entry)
    writeFileSync(join(folder, 'install.mjs'), text)
    const beside = runbooksBeside(join(folder, 'pods.mjs'))
    expect(await beside('install')).toEqual(install)
    expect(await beside('install')).toEqual(install)
    expect(await beside('other')).toBeUndefined()
  })
})

describe('the key of a state', () => {
  const offer = (more: Partial<LabOffer> = {}): LabOffer => ({
    lab: 'default',
    history: { done: [], unfinished: [] },
    hosts: labHosts('single'),
    ground: 'image',
    supplyKey: (versions) => JSON.stringify(versions),
    ...more,
  })
  const none = new Map<string, string>()
  const vars = [{ name: 'CIDR', meaning: '', default: '10.0.0.0/8' }]
  const a = book('a', { versions: { etcd: '1' }, vars })
  const b = book('b')
  const key = stateKey([a, b], offer(), none)

  it('is the same for the same, whatever else is given', () => {
    expect(stateKey([a, b], offer({ lab: 'other' }), new Map([['OTHER', 'x']]))).toBe(key)
    const moved = { ...a, title: { ko: '다른', en: 'Other' } }
    expect(stateKey([moved, b], offer(), none)).toBe(key)
  })

  it.each([
    ['another order', stateKey([b, a], offer(), none)],
    ['one less', stateKey([a], offer(), none)],
    [
      'another step upstream',
      stateKey([book('a', { versions: { etcd: '1' }, vars }, 'echo changed'), b], offer(), none),
    ],
    ['another version', stateKey([{ ...a, versions: { etcd: '2' } }, b], offer(), none)],
    ['another value of a variable', stateKey([a, b], offer(), new Map([['CIDR', '192.168.0.0/16']]))],
    ['another guest image', stateKey([a, b], offer({ ground: 'image-2' }), none)],
    ['another build of the same version', stateKey([a, b], offer({ supplyKey: () => 'other' }), none)],
    ['another topology', stateKey([a, b], offer({ hosts: labHosts('ha') }), none)],
  ])('changes with %s', (_name, other) => {
    expect(other).not.toBe(key)
  })

  it('changes with the runtime where a step is for one runtime', () => {
    const both = runbookOf([step('x', 'one', { runtime: 'containerd' }), step('x', 'two', { runtime: 'crio' })])
    const crio = offer({ hosts: labHosts('single', 'crio') })
    expect(stateKey([both], crio, none)).not.toBe(stateKey([both], offer(), none))
  })
})

describe('what a lab holds', () => {
  const install = book('install')
  const includes = runbookOf(
    [
      { ...step('one', 'true'), id: 'prepare-page/one' },
      { ...step('one', 'true'), id: 'install-page/one' },
    ],
    { id: 'install', page: 'install-page' },
  )
  const ran = (runbook: string, key = runbook) => ({ runbook, page: `${runbook}-page`, key })
  const needed = [{ runbook: includes, ran: ran('install') }]
  const pods = book('pods', { needs: ['install'] })

  it.each<[string, Runbook, Partial<History>, string]>([
    ['nothing', pods, {}, 'blank'],
    ['what is needed', pods, { done: [ran('install')] }, 'fits'],
    ['what is needed, and a part of it before', pods, { done: [ran('prepare'), ran('install')] }, 'fits'],
    ['what is needed and this runbook', pods, { done: [ran('install'), ran('pods', 'an older text')] }, 'fits'],
    [
      'what is needed and this runbook, broken off',
      pods,
      { done: [ran('install')], unfinished: [ran('pods')] },
      'fits',
    ],
    ['a part of what is needed', pods, { done: [ran('prepare')] }, 'fits, install missing'],
    ['what is needed, broken off', pods, { unfinished: [ran('install')] }, 'fits, install missing'],
    [
      'what is needed, of another text',
      pods,
      { done: [ran('install', 'old')] },
      "its install ran from another text, other versions or other variables than today's",
    ],
    ['another runbook too', pods, { done: [ran('install'), ran('nfs')] }, 'pods starts from the state after install'],
    [
      'another runbook, broken off',
      pods,
      { done: [ran('install')], unfinished: [ran('nfs')] },
      'pods starts from the state after install',
    ],
    ['this very runbook', install, { done: [ran('install', 'old')] }, 'fits'],
    ['what this runbook includes', includes, { done: [ran('prepare')], unfinished: [] }, 'fits'],
    ['something else, and blank is wanted', install, { done: [ran('pods')] }, 'install starts from blank machines'],
  ])('%s', (_name, runbook, history, expected) => {
    const found = standing({ done: [], unfinished: [], ...history }, runbook, runbook === pods ? needed : [])
    const words = {
      blank: () => 'blank',
      fits: () =>
        `fits${found.kind === 'fits' && found.missing.length > 0 ? `, ${found.missing.map((one) => one.ran.runbook).join()} missing` : ''}`,
      other: () => (found.kind === 'other' ? found.why : ''),
    }
    expect(words[found.kind]()).toBe(expected)
  })
})

describe('the runtime of the lab’s machines', () => {
  const crio = book('crio', { runtime: 'crio' })
  it.each([
    ['named by the runbook', crio, [], false, 'crio'],
    ['named by what it needs', book('pods'), [crio], true, 'crio'],
    ['named by nobody, on fresh machines', book('packages'), [], true, 'containerd'],
    ['named by nobody, on machines that stay', book('packages'), [], false, undefined],
  ] as const)('%s', (_name, runbook, closure, fresh, wanted) => {
    expect(wantedRuntime(runbook, closure, fresh)).toBe(wanted)
  })
})
