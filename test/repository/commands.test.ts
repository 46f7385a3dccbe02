/** The project's own commands, called wrongly: words and exit 2, never a stack. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SCRIPTS = join(import.meta.dirname, '../../scripts')
/** They take no words, or hand all of them on to another program. */
const WITHOUT_OPTIONS = ['ci-lab.ts', 'extract.ts', 'test.ts', 'lock.ts', 'start.ts']

it.each(readdirSync(SCRIPTS).filter((name) => !WITHOUT_OPTIONS.includes(name)))(
  '%s says which option it does not know',
  (name) => {
    const ended = spawnSync(process.execPath, [join(SCRIPTS, name), '--no-such-option'], { encoding: 'utf8' })
    expect(ended.stderr).toMatch(/^error: .*no-such-option/u)
    expect(ended.stderr).not.toContain('    at ')
    expect(ended.status).toBe(2)
  },
  60_000,
)
