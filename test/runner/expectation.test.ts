import { describe, expect, it } from 'vitest'
import { compare, compareMasked } from '../../src/runner/expectation.ts'
import { SecretValues } from '../../src/runner/redact.ts'
import type { MatchKind } from '../../src/chapter/types.ts'

const cases: readonly (readonly [MatchKind, string, string, boolean])[] = [
  ['exact', 'a\nb', 'a\nb\n', true],
  ['exact', 'a\nb', 'a  \r\nb\n\n\n', true],
  ['exact', 'a\nb', 'a\nb\nc\n', false],
  ['exact', 'a\nb', 'x\na\nb\n', false],
  ['exact', 'a', '\u001B[32ma\u001B[0m\n', true],
  ['exact', ' a', 'a\n', false],
  ['exact', 'a\n…\nd', 'a\nb\nc\nd', true],
  ['exact', 'a\n…\nd', 'a\nd', true],
  ['exact', 'a\n…\nd', 'a\nb\nc', false],
  ['exact', '…\nd', 'a\nd\nd', true],
  ['exact', 'node1 Ready … v1.36.3', 'node1 Ready <none> 5m v1.36.3', true],
  ['exact', 'node1 Ready … v1.36.3', 'node1 NotReady <none> 5m v1.36.3', false],
  ['exact', 'a.c', 'abc', false],
  ['exact', '(a|b)+[c]*', '(a|b)+[c]*', true],
  ['exact', '한글 …', '한글 🙂', true],
  ['exact', 'a', '', false],
  ['contains', 'b\nc', 'a\nb\nc\nd', true],
  ['contains', 'b\nd', 'a\nb\nc\nd', false],
  ['contains', 'eleva', 'television elevator', true],
  ['contains', 'b…d', 'a\nxbcdx', true],
  ['regex', '^v1\\.36\\.\\d+$', 'x\nv1.36.3\n', true],
  ['regex', '^v1\\.36\\.\\d+$', 'v1.36.x\n', false],
  ['json', '{"a":{"b":1}}', '{"a":{"b":1,"c":2},"d":3}', true],
  ['json', '{"a":{"b":2}}', '{"a":{"b":1}}', false],
  ['json', '{"items":[{"name":"b"}]}', '{"items":[{"name":"a"},{"name":"b"}]}', true],
  ['json', '{"items":[{"name":"b"},{"name":"a"}]}', '{"items":[{"name":"a"},{"name":"b"}]}', false],
  ['json', '{"v":"v1.…"}', '{"v":"v1.36.3"}', true],
  ['json', '{"v":1}', 'no json', false],
]

describe('compare', () => {
  it.each(cases)('%s %j against %j: %j', (match, text, stdout, matched) => {
    expect(compare({ match, text }, stdout).matched).toBe(matched)
  })

  it('shows where the output leaves what was expected', () => {
    const comparison = compare({ match: 'exact', text: 'a\nb\nc' }, 'a\nx\nc\n')
    expect(comparison.matched ? '' : comparison.difference).toBe('  a\n- b\n- c\n+ x\n+ c')
  })

  const KEY = '-----BEGIN PRIVATE KEY-----\nMIIEsecret\n-----END PRIVATE KEY-----'
  const LONG_KEY = KEY.replace('MIIEsecret', 'a\nb\nc\nd\nMIIEsecret')
  it.each([
    ['a token', 'a\nabcdef.0123456789abcdef', 'a\nb'],
    ['a certificate key', `a\n${'a1b2c3d4'.repeat(8)}`, 'a\nb'],
    ['a key block that begins as expected', KEY, KEY.replace('secret', 'other')],
    ['a key block whose beginning is too far above to be shown', LONG_KEY, LONG_KEY.replace('secret', 'other')],
  ])('never shows %s in a difference', (_what, stdout, text) => {
    const comparison = compareMasked({ match: 'exact', text }, stdout, new SecretValues())
    const difference = comparison.matched ? '' : comparison.difference
    expect(difference).toMatch(/masked/)
    expect(difference).not.toMatch(/abcdef\.0|a1b2c3d4|MIIEsecret/)
  })

  it('names what differs in JSON', () => {
    const comparison = compare({ match: 'json', text: '{"status":{"ready":3},"kind":"Pod"}' }, '{"status":{"ready":2}}')
    expect(comparison.matched ? '' : comparison.difference).toBe('$.status.ready: expected 3, got 2\n$.kind: missing')
  })

  it('is quick with many wildcards', () => {
    const text = Array.from({ length: 40 }, () => '…\na').join('\n')
    expect(compare({ match: 'exact', text }, 'a\n'.repeat(5000)).matched).toBe(true)
  })
})
