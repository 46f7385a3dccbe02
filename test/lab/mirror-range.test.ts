/** Which bytes a Range header means, and which file a path means. */
import { expect, test } from 'vitest'
import { parseRange } from '../../src/lab/mirror/send-file.ts'
import { sitePath } from '../../src/lab/mirror/static-site.ts'

test.each([
  [undefined, undefined],
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=3-99', { start: 3, end: 9 }],
  ['bytes=-4', { start: 6, end: 9 }],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=10-12', 'unsatisfiable'],
  ['bytes=5-4', undefined],
  ['bytes=0-1,4-5', undefined],
  ['lines=1-2', undefined],
])('of ten bytes %j is %j', (header, range) => {
  expect(parseRange(header, 10)).toEqual(range)
})

test.each([
  ['a.test', '/x/../y', '/www/a.test/y'],
  ['a.test', '/core:/stable%3A/x', '/www/a.test/core:/stable:/x'],
  ['a.test', '/../a.test.evil/y', undefined],
  ['a.test', '/%2e%2e/secret', undefined],
  ['a.test', '/%zz', undefined],
  ['..', '/secret', undefined],
  ['', '/secret', undefined],
])('below /www, %j and %j mean %j', (host, path, file) => {
  expect(sitePath('/www', host, path)).toBe(file)
})
