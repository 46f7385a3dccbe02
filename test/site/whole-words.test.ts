/** Words that must not be broken after a hyphen. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from '../../src/site/blocks/whole-words.ts'

const whole = (text: string): string[] => pieces(text).flatMap((piece) => (piece.whole ? [piece.text] : []))

test.each([
  ['kubectl get pods --all-namespaces -o wide', ['--all-namespaces', '-o']],
  ['kubectl apply -f -', ['-f', '-']],
  ['a word without one', []],
  ['hello-pod', ['hello-pod']],
  // Of an option that is too long for a phone, its name.
  ['--field-selector=involvedObject.name=pair,type=Warning', ['--field-selector=']],
  ['a-name-that-is-much-too-long-for-one-line', []],
  ['', []],
])('%s', (text, expected) => {
  expect(whole(text)).toEqual(expected)
})

test('the pieces are the text, and no whole one is longer than a phone is wide', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('-', ' ', '=', 'a', '\t', '한') }), (text) => {
      expect(
        pieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
      for (const word of whole(text)) expect(word.length).toBeLessThanOrEqual(30)
    }),
  )
})
