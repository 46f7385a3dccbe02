import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FrameReader } from '../../src/transport/frame.ts'

const NONCE = '0123456789abcdef0123456789abcdef'

function read(chunks: readonly Buffer[]): { output: string; frames: string[]; values: string[][] } {
  const output: Buffer[] = []
  const frames: string[] = []
  const values: string[][] = []
  const reader = new FrameReader(NONCE, {
    output: (bytes) => output.push(Buffer.from(bytes)),
    frame: (words) => {
      frames.push(words)
      return Number(words.split(' ')[1] ?? 0)
    },
    values: (list) => values.push([...list]),
  })
  for (const chunk of chunks) reader.feed(chunk)
  return { output: Buffer.concat(output).toString(), frames, values }
}

describe('FrameReader', () => {
  it('gives the same however the bytes are cut', () => {
    const whole = Buffer.from(`a\u001E b한글 no newline\u001E${NONCE} end 2\none\0두\nlines\0rest`)
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
        const chunks = places.slice(1).map((end, at) => whole.subarray(places[at], end))
        expect(read(chunks)).toEqual({
          output: 'a\u001E b한글 no newlinerest',
          frames: ['end 2'],
          values: [['one', '두\nlines']],
        })
      }),
    )
  })

  it('takes another nonce for output', () => {
    const other = `\u001E${NONCE.replace('0', '1')} end 0\n`
    expect(read([Buffer.from(other)])).toEqual({ output: other, frames: [], values: [] })
  })
})
