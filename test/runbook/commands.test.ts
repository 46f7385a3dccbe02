/** `npm run extract` and `npm run check` on a copy of the book. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const REPOSITORY = join(import.meta.dirname, '../..')
const PAGE = 'content/docs/install/prepare.mdx'
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'k8s101-book-'))
  for (const part of ['content', 'scripts', 'runbooks', 'package.json'])
    cpSync(join(REPOSITORY, part), join(root, part), { recursive: true })
  for (const part of ['src', 'node_modules']) symlinkSync(join(REPOSITORY, part), join(root, part))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function run(script: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script)], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')))
}

// Two commands each, with all of the book: seconds on a quiet machine, longer beside other tests.
describe('extract', { timeout: 120_000 }, () => {
  test('writes what is missing or old, removes what is stale, leaves foreign files, and is quiet the second time', () => {
    rmSync(join(root, 'runbooks/prepare-hosts.mjs'), { force: true })
    writeFileSync(join(root, 'runbooks/gone.mjs'), '#!/usr/bin/env zx\n// Generated from x\n')
    writeFileSync(join(root, 'runbooks/mine.mjs'), '// my own\n')
    const first = run('extract.ts')
    expect(first.status).toBe(0)
    expect(first.output).toContain('written runbooks/prepare-hosts.mjs\n')
    expect(first.output).toContain('removed runbooks/gone.mjs\n')
    expect(existsSync(join(root, 'runbooks/mine.mjs'))).toBe(true)
    expect(run('extract.ts').output).not.toMatch(/written|removed/u)
    expect(readdirSync(join(root, 'runbooks')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('a page with problems writes nothing', () => {
    rmSync(join(root, 'runbooks/prepare-hosts.mjs'), { force: true })
    edit(PAGE, (text) => text.replace('```bash step=', '```bash retyr="1s" step='))
    const { status, output } = run('extract.ts')
    expect(status).toBe(2)
    expect(output).toMatch(/prepare\.mdx:\d+:9: unknown key "retyr"\n {2}did you mean "retry"\?/u)
    expect(existsSync(join(root, 'runbooks/prepare-hosts.mjs'))).toBe(false)
  })
})

describe('check', { timeout: 120_000 }, () => {
  test('a changed step is drift, a parity problem, and exit 2', () => {
    run('extract.ts')
    edit(PAGE, (text) => text.replace('uname -r', 'uname -m'))
    const { status, output } = run('check.ts')
    expect(status).toBe(2)
    expect(output).toMatch(/runbooks\/prepare-hosts\.mjs:\d+:1: this runbook is not what its chapter gives/u)
    expect(output).toMatch(
      /en\/install\/prepare\.mdx:\d+:1: this fence differs from its twin in content\/docs\/install\/prepare\.mdx:\d+/u,
    )
    expect(output).toMatch(/\d+ pages, \d+ runbooks, \d+ steps/u)
  })

  test('a missing runbook and a version that is not the list’s', () => {
    run('extract.ts')
    rmSync(join(root, 'runbooks/prepare-hosts.mjs'))
    edit('content/versions.yaml', (text) => text.replace(/containerd: .*/u, 'containerd: 9.9.9'))
    const { status, output } = run('check.ts')
    expect(status).toBe(2)
    expect(output).toContain('runbooks/prepare-hosts.mjs:1:1: this runbook is not there')
    expect(output).toMatch(
      /containerd\.mdx:\d+:\d+: containerd is "v?2[\d.]+" here and 9\.9\.9 in content\/versions\.yaml/u,
    )
  })
})
