/** Which of several runs a block shows. */
import { expect, test } from 'vitest'
import type { Evidence } from '../../src/evidence/types.ts'
import { proofOf } from '../../src/site/blocks/proof.ts'
import type { RunRecord } from '../../src/site/blocks/proof.ts'
import { result } from './fixture-book.ts'

const ID = 'install/prepare/hosts'

function record(runbook: string, date: string, fresh = true): RunRecord {
  const evidence: Evidence = {
    schema: 1,
    runbook,
    distro: 'debian',
    runtime: 'containerd',
    date,
    seconds: 1,
    result: 'passed',
    versions: {},
    environment: { kernel: '6.12', os: 'Debian GNU/Linux 13 (trixie)', driver: 'uml', supply: 'mirror' },
    substitutions: [],
    items: [{ id: ID, hash: 'h', chain: 'c', hosts: [result()] }],
  }
  return { evidence, chains: new Map([[ID, fresh ? 'c' : 'other']]), exercises: new Map() }
}

function shown(records: readonly RunRecord[]): string {
  const proof = proofOf(ID, {}, records, 'prepare-hosts')
  return proof.state === 'untested' ? proof.state : `${proof.state} by ${proof.evidence.runbook}`
}

test("the page's own run is shown before a newer one that includes the page", () => {
  expect(shown([record('install', '2026-02-01'), record('prepare-hosts', '2026-01-01')])).toBe(
    'proven by prepare-hosts',
  )
})

test('a run of the present text is shown before a stale one, also before an own one', () => {
  expect(shown([record('install', '2026-01-01'), record('prepare-hosts', '2026-02-01', false)])).toBe(
    'proven by install',
  )
})

test('of two other runs the newer is shown', () => {
  expect(shown([record('a', '2026-01-01'), record('b', '2026-02-01')])).toBe('proven by b')
})

test('no run at all is said', () => {
  expect(shown([])).toBe('untested')
})
