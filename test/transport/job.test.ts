import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '../../src/transport/index.ts'

describe('quote', () => {
  it('gives bash back every word as it is', () => {
    const word = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''))
    fc.assert(
      fc.property(word, (text) => {
        const printed = execFileSync('bash', ['-c', `printf %s ${quote(text)}`], {
          env: { LC_ALL: 'C.UTF-8', PATH: process.env['PATH'] },
        })
        expect(printed.toString()).toBe(Buffer.from(text).toString())
      }),
      { numRuns: 15 },
    )
  })
})
