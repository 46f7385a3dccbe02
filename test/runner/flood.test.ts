/** A step that prints far more than memory may hold. K8S101_FLOOD_MIB=1024 sends a GiB of each kind. */
import { describe, expect, it } from 'vitest'
import { compareMasked } from '../../src/runner/expectation.ts'
import { StepOutput } from '../../src/runner/output.ts'
import { SecretValues } from '../../src/runner/redact.ts'
import { StepWait } from '../../src/transport/step-wait.ts'

const MEBIBYTE = 1024 * 1024
const MIB = Number(process.env['K8S101_FLOOD_MIB'] ?? 64)
const NONCE = '0123456789abcdef0123456789abcdef'
/** So much more than before may be in use, garbage and all. */
const MOST_MEBIBYTES = 96

/** With the part of a flood that is sent: base64 is decoded to look for secrets, at a few MiB a second. */
const FLOODS: readonly (readonly [what: string, piece: string, part: number])[] = [
  ['lines', 'a line of output, 한글 한 줄\n', 1],
  ['wrapped base64', `${Buffer.alloc(57, 'harmless').toString('base64')}\n`, 1 / 16],
  ['one line', 'x ', 1],
  ['a progress bar', '42% \u001B[32m====>\u001B[0m\r', 1],
]

describe(`${MIB} MiB`, () => {
  it.each(FLOODS)(
    'of %s: bounded memory and evidence, the right verdict',
    { timeout: 300_000 },
    async (what, piece, part) => {
      const secrets = new SecretValues()
      secrets.add('correct-horse-battery')
      let shown = 0
      const output = new StepOutput(secrets, false, (line) => {
        shown += line.length
      })
      const wait = new StepWait(NONCE, (stream, bytes) => {
        output.feed(stream, bytes)
        return undefined
      })
      const chunk = Buffer.from(piece.repeat(Math.ceil((64 * 1024) / Buffer.byteLength(piece))))
      const before = process.memoryUsage().rss
      let most = 0
      const start = performance.now()
      void wait.feed('stdout', Buffer.from('first\n'))
      for (let sent = 0; sent < part * MIB * MEBIBYTE; sent += chunk.length) {
        // A copy, as each chunk of a link has memory of its own.
        void wait.feed('stdout', Buffer.from(chunk))
        most = Math.max(most, process.memoryUsage.rss())
      }
      void wait.feed('stdout', Buffer.from(`\nlast\n\u001E${NONCE} end 0 exited 1 2 0\n`))
      void wait.feed('stderr', Buffer.from(`\u001E${NONCE} end\n`))
      expect(await wait.outcome).toMatchObject({ exit: 0, ending: 'exited' })
      output.end()
      const seconds = (performance.now() - start) / 1000
      console.log(
        `${what}: ${((part * MIB) / seconds).toFixed(0)} MiB/s, ${((most - before) / MEBIBYTE).toFixed(0)} MiB more`,
      )
      expect((most - before) / MEBIBYTE).toBeLessThan(MOST_MEBIBYTES)
      expect(Buffer.byteLength(output.kept().output)).toBeLessThan(3 * 8400)
      expect(output.kept().output).toMatch(/^first\n[^]*\nlast\n$/u)
      expect(output.stdoutCut).toBe(true)
      expect(shown).toBeGreaterThan(0)
      const verdict = (match: 'exact' | 'contains', text: string): boolean =>
        compareMasked({ match, text }, output.stdout(), secrets, output.stdoutCut).matched
      expect(verdict('exact', 'first\n…')).toBe(true)
      expect(verdict('contains', 'first')).toBe(true)
      expect(verdict('exact', 'first\n…\nlast')).toBe(false)
      expect(verdict('exact', 'other\n…')).toBe(false)
    },
  )
})
