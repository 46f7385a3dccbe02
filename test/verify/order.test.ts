/** Which runbooks share machines when many are verified. */
import { describe, expect, test } from 'vitest'
import { mayShare, verificationOrder } from '../../src/verify/order.ts'

const base = { id: 'cluster', needs: [], isolation: 'machine' } as const
const other = { id: 'crio', needs: [], isolation: 'machine' } as const
const pods = { id: 'pods', needs: ['cluster'], isolation: 'namespace' } as const
const rbac = { id: 'rbac', needs: ['cluster'], isolation: 'namespace' } as const
const reset = { id: 'reset', needs: ['cluster'], isolation: 'cluster' } as const
const onCrio = { id: 'on-crio', needs: ['crio'], isolation: 'namespace' } as const

test('what leaves nothing behind shares the machines of what it needs; what changes them gets new ones, last', () => {
  expect(verificationOrder([reset, other, pods, base, rbac])).toEqual([
    { id: 'crio', fresh: true },
    { id: 'cluster', fresh: true },
    { id: 'pods', fresh: false },
    { id: 'rbac', fresh: false },
    { id: 'reset', fresh: true },
  ])
})

test('machines that hold a state already are used first, and it is not built again', () => {
  expect(verificationOrder([other, reset, pods, base], 'cluster')).toEqual([
    { id: 'pods', fresh: false },
    { id: 'crio', fresh: true },
    { id: 'reset', fresh: true },
  ])
})

test('without the runbook that they need, only the first of each state starts from a kept one', () => {
  expect(verificationOrder([rbac, onCrio, pods])).toEqual([
    { id: 'rbac', fresh: true },
    { id: 'pods', fresh: false },
    { id: 'on-crio', fresh: true },
  ])
})

describe('a runbook starts on the machines that another one leaves', () => {
  test.each([
    ['after what it needs', pods, base, true],
    ['after one that shares the same', pods, { ...pods, id: 'services' }, true],
    ['after one that needs another state', pods, { ...pods, id: 'crio', needs: ['cluster-crio'] }, false],
    ['after one that changes the cluster', pods, reset, false],
    ['when it changes the cluster itself', reset, base, false],
    ['when it needs nothing', base, base, false],
    ['after a failed run', pods, undefined, false],
  ])('%s: %#', (_, one, before, shares) => {
    expect(mayShare(one, before)).toBe(shares)
  })
})
