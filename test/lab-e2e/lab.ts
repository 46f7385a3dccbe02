/** The lab's command line in tests, under a name of their own, and what of it runs. */
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { emitRunbook } from '../../src/runbook/index.ts'
import type { Runbook } from '../../src/runbook/index.ts'

export const ROOT = join(import.meta.dirname, '../..')

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface TestLab {
  readonly name: string
  readonly env: NodeJS.ProcessEnv
  readonly lab: (...args: string[]) => Ended
  /** A command that must succeed; gives what it says. */
  readonly ok: (...args: string[]) => string
  /** What a command on a machine prints; it must succeed. */
  readonly guest: (host: string, script: string) => string
  /** Command lines of this lab's processes: its name or its directory stands in each of them or in an ancestor's. */
  readonly leftovers: () => string[]
}

export function testLab(name: string, more: Readonly<Record<string, string>> = {}): TestLab {
  // Not whatever boots here: what the tests say of machines is true of this driver.
  const env = { ...process.env, K8S101_DRIVER: 'uml', ...more, K8S101_LAB: name, NO_COLOR: '1' }
  const lab = (...args: string[]): Ended =>
    spawnSync(process.execPath, [join(ROOT, 'scripts/lab.ts'), ...args], { encoding: 'utf8', env, maxBuffer: 1e8 })
  const ok = (...args: string[]): string => {
    const ended = lab(...args)
    expect(ended, `${ended.stdout}\n${ended.stderr}`).toMatchObject({ status: 0 })
    return ended.stdout
  }
  return {
    name,
    env,
    lab,
    ok,
    guest: (host, script) => ok('ssh', host, script).trim(),
    leftovers: () => processesOf(name),
  }
}

export interface RunbookFolder {
  /** Writes the runbook as `npm run extract` would. */
  readonly write: (runbook: Runbook) => void
  /** Starts a written one as a reader does; its evidence goes to `evidence` in the folder. */
  readonly run: (env: NodeJS.ProcessEnv, id: string, ...args: string[]) => Ended
}

/** Runbooks of the tests' own, outside the repository. */
export function runbooksIn(folder: string): RunbookFolder {
  const fileOf = (id: string): string => join(folder, `${id}.mjs`)
  const entry = join(ROOT, 'src/runner/entry.mjs')
  return {
    write: (runbook) =>
      writeFileSync(fileOf(runbook.id), emitRunbook(runbook).replace('../src/runner/entry.mjs', entry)),
    run: (env, id, ...args) => {
      const words = [fileOf(id), '--evidence', join(folder, 'evidence'), ...args]
      return spawnSync(process.execPath, words, { encoding: 'utf8', env, cwd: folder, maxBuffer: 1e8 })
    },
  }
}

function processesOf(name: string): string[] {
  const found: string[] = []
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const words = readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
    if (words.includes('keeper.ts') && words.includes(` ${name}`)) found.push(words)
    const uml = words.includes('linux.uml') && readOrEmpty(`/proc/${pid}/mountinfo`).includes(`labs/${name}/`)
    const qemu = words.includes('qemu-system') && words.includes(`labs/${name}/`)
    if (uml || qemu) found.push(words)
  }
  return found
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
