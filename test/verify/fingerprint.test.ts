/** Two looks at the same machines: what differs is said, and a look that failed is no look. */
import { expect, test } from 'vitest'
import { difference, fingerprint } from '../../src/verify/fingerprint.ts'

test('a changed fact is shown before and after', () => {
  expect(difference(['master: a 1', 'master: b 1'], ['master: a 1', 'master: b 2'])).toEqual([
    '- master: b 1',
    '+ master: b 2',
  ])
})

test('equal fingerprints show nothing', () => {
  expect(difference(['master: a'], ['master: a'])).toEqual([])
})

test('a look that failed names its host', async () => {
  const onHost = () => Promise.resolve({ status: 255, output: 'no route', seconds: 0 })
  await expect(fingerprint(onHost, ['node1'])).rejects.toThrow('the look at node1 ended with 255: no route')
})
