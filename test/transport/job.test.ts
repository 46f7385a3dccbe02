import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote, scriptJob } from '../../src/transport/index.ts'

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
      { numRuns: 30 },
    )
  })
})

describe('scriptJob', () => {
  it('runs a script of more than a pipe holds, with nothing of it in arguments', () => {
    const script = `${'# filler 가나다\n'.repeat(8000)}tr '\\0' ' ' </proc/self/cmdline; echo "$#:$0"`
    const job = scriptJob({ script, directory: '.', variables: {}, captures: [] })
    const home = process.env['HOME'] ?? '/'
    const ran = spawnSync('bash', ['-c', 'eval "$(cat)"'], {
      input: job,
      env: { ...process.env, HOME: home, LC_ALL: 'C' },
      encoding: 'utf8',
    })
    expect(ran.stderr).toBe('')
    expect(ran.stdout).toBe('tr \\0   0:bash\n')
  })
})
