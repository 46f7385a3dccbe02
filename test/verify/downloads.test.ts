/** The mirror's log: what counts as a download that was given. */
import { expect, test } from 'vitest'
import { EXPECTED_DOWNLOADS, missingDownloads } from '../../src/verify/downloads.ts'

const lines = (status: number): string =>
  EXPECTED_DOWNLOADS.map((wanted) => {
    const [host, path] = wanted.split(' ')
    return JSON.stringify({ host, path: `${path}x`, status })
  }).join('\n')

test('nothing is missing where each was answered', () => {
  expect(missingDownloads(`── /some/log\n${lines(200)}`)).toEqual([])
})

test('a refused request is no download', () => {
  expect(missingDownloads(lines(404))).toEqual(EXPECTED_DOWNLOADS)
})

test('an empty log misses everything', () => {
  expect(missingDownloads('')).toEqual(EXPECTED_DOWNLOADS)
})
