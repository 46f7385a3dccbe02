/** When a runbook may start on the machines that another one leaves. */
import { expect, test } from 'vitest'
import { mayShare } from '../../src/verify/every-runbook.ts'

const builder = { id: 'cluster', needs: [], isolation: 'machine' } as const
const clean = { id: 'pods', needs: ['cluster'], isolation: 'namespace' } as const
const changing = { id: 'reset', needs: ['cluster'], isolation: 'cluster' } as const

test.each([
  ['after what it needs', clean, builder, true],
  ['after one that shares the same', clean, { ...clean, id: 'services' }, true],
  ['after one that needs another state', clean, { ...clean, id: 'crio', needs: ['cluster-crio'] }, false],
  ['after one that changes the cluster', clean, changing, false],
  ['when it changes the cluster itself', changing, builder, false],
  ['when it needs nothing', builder, builder, false],
  ['after a failed run', clean, undefined, false],
])('%s: %#', (_, one, before, shares) => {
  expect(mayShare(one, before)).toBe(shares)
})
