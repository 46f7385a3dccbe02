import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/errors/index.ts'
import {
  checkEvidence,
  compareEvidence,
  evidenceFolder,
  evidenceForItem,
  readEvidence,
  validateEvidence,
  writeEvidence,
} from '../../src/evidence/index.ts'
import type { Evidence, ExerciseEvidence, HostResult } from '../../src/evidence/index.ts'
import { chainHashes, exerciseChains, itemHash } from '../../src/runbook/hash.ts'
import { keepEvidence } from '../../src/runner/evidence.ts'
import type { Exercise, Runbook } from '../../src/runbook/types.ts'
import { runbookOf, step } from '../runner/world.ts'

const result: HostResult = {
  host: 'master',
  status: 'passed',
  exit: 0,
  startedAt: '2026-11-21T12:00:00.000Z',
  seconds: 1,
  verdict: 'matched',
  output: 'hi\n',
  truncated: false,
}

const runbook = runbookOf([
  step('a', 'echo a'),
  step('b', 'echo b'),
  step('b', 'echo b', { distro: 'rhel' }),
  step('c', 'echo c'),
])

function evidenceOf(of: Runbook, date = '2026-11-21T12:00:00.000Z'): Evidence {
  const chains = chainHashes(of, { distro: 'debian', runtime: 'containerd' })
  return {
    schema: 1,
    runbook: of.id,
    distro: 'debian',
    runtime: 'containerd',
    date,
    seconds: 10,
    result: 'passed',
    versions: { kubernetes: 'v1.36.3' },
    environment: { kernel: '6.12', os: 'Debian', driver: 'uml', supply: 'mirror' },
    substitutions: [{ id: 'kernel', text: { ko: '커널', en: 'kernel' } }],
    items: of.items.map((item) =>
      item.distro === 'rhel'
        ? { id: item.id, distro: 'rhel', hash: itemHash(item), chain: '', hosts: [], notRun: 'distro' }
        : { id: item.id, hash: itemHash(item), chain: chains.get(item.id) ?? '', hosts: [result] },
    ),
  }
}

const roots: string[] = []
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })))

function rootWith(...evidence: Evidence[]): string {
  const root = mkdtempSync(join(tmpdir(), 'k8s101-evidence-'))
  roots.push(root)
  for (const one of evidence) writeEvidence(evidenceFolder(root), one)
  return root
}

describe('evidence on disk', () => {
  it('is read as it was written, and nothing is left beside it', () => {
    const root = rootWith(evidenceOf(runbook))
    expect(readEvidence(root)).toEqual([
      { file: 'runbooks/evidence/try/debian-containerd.json', evidence: evidenceOf(runbook) },
    ])
    expect(readdirSync(join(evidenceFolder(root), 'try'))).toEqual(['debian-containerd.json'])
    expect(readEvidence(rootWith())).toEqual([])
  })

  it('of another shape is told field by field', () => {
    const wrong = {
      ...evidenceOf(runbook),
      distro: 'arch',
      extra: 1,
      items: [{ id: 'x', hash: 1, chain: '', hosts: [{}] }],
    }
    const said = validateEvidence('e.json', wrong).map((problem) => problem.message)
    expect(said.slice(0, 4)).toEqual([
      '$.extra: unknown',
      '$.distro: expected "debian" or "rhel", got "arch"',
      '$.items[0].hash: expected text, got 1',
      '$.items[0].hosts[0].host: missing',
    ])
  })
})

describe('checkEvidence', () => {
  function check(root: string, of: Runbook): string[] {
    return checkEvidence(root, [of]).map(formatProblem)
  }

  it('has nothing to say of evidence about this text', () => {
    expect(check(rootWith(evidenceOf(runbook)), runbook)).toEqual([])
  })

  it('asks for evidence that is missing', () => {
    expect(check(rootWith(), runbook)).toEqual([
      'runbooks/evidence/try/debian-containerd.json:1:1: runbook try has no evidence\n  npm run verify runs it on new machines and writes the evidence',
    ])
  })

  it('asks for that of the runtime that the runbook is about', () => {
    expect(check(rootWith(evidenceOf(runbook)), { ...runbook, runtime: 'crio' })[0]).toContain(
      'runbooks/evidence/try/debian-crio.json:1:1: runbook try has no evidence',
    )
  })

  it('names the first changed step; all after it are stale with it', () => {
    const changed = runbookOf(
      runbook.items.map((item) =>
        item.type === 'step' && item.id === 'page/b' ? { ...item, script: 'echo B' } : item,
      ),
    )
    expect(check(rootWith(evidenceOf(runbook)), changed)[0]).toMatch(
      /stale: page\/b has changed since it ran \(and 1 that follow\); see content\/docs\/page\.mdx:\d+\n/,
    )
    const longer = runbookOf([...runbook.items, step('d', 'true')])
    expect(check(rootWith(evidenceOf(runbook)), longer)[0]).toContain('stale: page/d has never run')
  })

  it('is stale with another pinned version', () => {
    expect(check(rootWith(evidenceOf(runbook)), { ...runbook, versions: { kubernetes: 'v1.37.0' } })[0]).toContain(
      'stale: page/a has changed',
    )
  })

  it('finds evidence of a runbook that is gone', () => {
    expect(check(rootWith(evidenceOf(runbook), evidenceOf({ ...runbook, id: 'old' })), runbook)[0]).toContain(
      'there is no runbook "old"',
    )
  })
})

describe('exercises', () => {
  const exercise = (script: string): Exercise => ({
    id: 'box',
    title: { ko: '상자', en: 'A box' },
    messages: { 'no-box': { ko: '없음', en: 'none' } },
    versions: {},
    items: [
      { ...step('s', 'true'), part: 'setup' },
      { ...step('k', script), part: 'check' },
    ],
  })
  const withBox = (script = 'test -e box'): Runbook => ({ ...runbook, exercises: [exercise(script)] })
  const proven = (of: Runbook): ExerciseEvidence => {
    const chains = exerciseChains(of, of.exercises?.[0] ?? exercise(''), { distro: 'debian', runtime: 'containerd' })
    const chain = [...chains.values()].at(-1) ?? ''
    const look = { id: 'page/k', hash: '0', chain, hosts: [result] }
    return {
      id: 'box',
      chain,
      result: 'proven',
      stages: [
        { part: 'check', missing: ['no-box'], items: [look] },
        { part: 'check', missing: [], items: [look] },
      ],
    }
  }
  const evidence = (more: Partial<ExerciseEvidence> = {}): Evidence => ({
    ...evidenceOf(runbook),
    exercises: [{ ...proven(withBox()), ...more }],
  })

  it('are read as they were written', () => {
    const root = rootWith(evidence())
    expect(readEvidence(root)[0]?.evidence).toEqual(evidence())
    expect(validateEvidence('e.json', { ...evidence(), exercises: [{ id: 'box', more: 1 }] })[0]?.message).toBe(
      '$.exercises[0].more: unknown',
    )
  })

  it('must be proven as they stand; the steps keep their evidence', () => {
    const messages = (written: Evidence, of: Runbook): string[] =>
      checkEvidence(rootWith(written), [of]).map((problem) => problem.message)
    expect(messages(evidence(), withBox())).toEqual([])
    expect(messages(evidenceOf(runbook), withBox())).toEqual(['the exercise box has not been proven'])
    expect(messages(evidence({ result: 'failed' }), withBox())).toEqual(['the exercise box has not been proven'])
    expect(messages(evidence(), withBox('test -d box'))).toEqual(['stale: the exercise box has changed since it ran'])
  })

  it('are compared by result, hash and what each check said', () => {
    const committed = { file: 'e.json', evidence: evidence() }
    expect(compareEvidence(committed, evidence())).toEqual([])
    const chain = proven(withBox()).chain
    const other = evidence({ stages: [{ part: 'check', missing: [], items: [] }] })
    expect(compareEvidence(committed, other).map((problem) => problem.message)).toEqual([
      `exercise box: proven, hash ${chain} (check: no-box, check: done) is committed, proven, hash ${chain} (check: done) now`,
    ])
    expect(compareEvidence(committed, evidenceOf(runbook))[0]?.message).toMatch(/is committed, nothing now$/)
  })

  it('are not lost to a run that did not prove them', () => {
    const root = rootWith(evidence())
    expect(keepEvidence(evidenceOf(runbook), root, undefined)).toEqual({
      reason: 'its exercises were not proven; the evidence of the run with --exercises stays',
    })
    expect(keepEvidence(evidence(), root, undefined)).toHaveProperty('file')
  })
})

describe('isolation', () => {
  const shares: Runbook = { ...runbook, isolation: 'namespace' }
  const looked = (left: string[]): Evidence => ({ ...evidenceOf(runbook), isolation: { compared: 9, left, gone: [] } })
  const messages = (evidence: Evidence): string[] =>
    checkEvidence(rootWith(evidence), [shares]).map((problem) => problem.message)

  it('of a runbook that shares its cluster must have been looked at, and nothing left', () => {
    expect(messages(looked([]))).toEqual([])
    expect(messages(evidenceOf(runbook))).toEqual(['nobody looked whether the runbook leaves something behind'])
    expect(messages(looked(['pod/x in default']))).toEqual(['the cluster was not as before: pod/x in default'])
    expect(checkEvidence(rootWith(evidenceOf(runbook)), [runbook])).toEqual([])
  })

  it('is compared by what was left', () => {
    const committed = { file: 'e.json', evidence: looked([]) }
    expect(compareEvidence(committed, { ...looked([]), isolation: { compared: 10, left: [], gone: [] } })).toEqual([])
    expect(compareEvidence(committed, looked(['pod/x'])).map((problem) => problem.message)).toEqual([
      'isolation: nothing left behind is committed, left pod/x now',
    ])
  })
})

describe('compareEvidence', () => {
  const committed = { file: 'e.json', evidence: evidenceOf(runbook) }

  it('ignores times and output', () => {
    const fresh = evidenceOf(runbook, '2027-01-01T00:00:00.000Z')
    const other = fresh.items.map((item) => ({
      ...item,
      hosts: item.hosts.map((one) => ({ ...one, seconds: 9, output: 'other' })),
    }))
    expect(compareEvidence(committed, { ...fresh, items: other })).toEqual([])
  })

  it('tells another status, verdict, exit, hash, and what is missing', () => {
    const [a, b, rhel, c] = evidenceOf(runbook).items
    if (a === undefined || b === undefined || rhel === undefined || c === undefined) throw new Error('four items')
    const items = [
      { ...a, hosts: [{ ...result, status: 'failed', exit: 1, verdict: 'mismatched' } as const] },
      { ...b, chain: 'other' },
      rhel,
    ]
    expect(compareEvidence(committed, { ...evidenceOf(runbook), items }).map((problem) => problem.message)).toEqual([
      'page/a on master: passed, exit 0, output matched is committed, failed, exit 1, output mismatched now',
      `page/b: hash ${b.chain} is committed, other ran now`,
      'page/c: is in the committed evidence and did not run now',
    ])
  })
})

describe('evidenceForItem', () => {
  it('prefers what ran, then what is current, then what is new', () => {
    const old = evidenceOf(runbook, '2026-01-01T00:00:00.000Z')
    const other = evidenceOf({ ...runbook, id: 'other', versions: { x: '1' } }, '2026-12-01T00:00:00.000Z')
    const all = [old, other].map((evidence) => ({ file: evidence.runbook, evidence }))
    const chain = old.items[1]?.chain ?? ''
    expect(evidenceForItem(all, 'page/b').map(({ from, item }) => `${from.file} ${item.notRun ?? 'ran'}`)).toEqual([
      'other ran',
      'try ran',
      'other distro',
      'try distro',
    ])
    expect(evidenceForItem(all, 'page/b', [chain])[0]?.from.file).toBe('try')
  })
})
