/** What CI takes for changed, told from a real git history. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { evidenceFolder, readEvidence, writeEvidence } from '../../src/evidence/index.ts'
import type { Evidence } from '../../src/evidence/index.ts'
import { changedLately } from '../../src/verify/changed.ts'

const pods = evidenceOf('pods')
const services = evidenceOf('services')

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'k8s101-changed-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('one that was only run again is not changed; one with another step, or a new one, is', async () => {
  git('init', '-q')
  write(pods)
  write(services)
  commit(0)
  write({ ...pods, date: new Date().toISOString() })
  commit(7)
  write({ ...services, items: services.items.map((item, at) => (at === 3 ? { ...item, hash: '0'.repeat(64) } : item)) })
  write(evidenceOf('labels'))
  commit(8)
  expect([...(await changedLately(root))].toSorted()).toEqual(['labels', 'services'])
})

test('a change made more than six hours before the last commit is one that CI has seen', async () => {
  git('init', '-q')
  write(pods)
  commit(0)
  write({ ...pods, items: pods.items.slice(1) })
  commit(1)
  writeFileSync(join(root, 'README.md'), 'later')
  commit(8)
  expect(await changedLately(root)).toEqual(new Set())
})

test('in a history that is younger all are new; without a history nothing is known of any', async () => {
  write(pods)
  expect(await changedLately(root)).toEqual(new Set())
  git('init', '-q')
  commit(0)
  expect(await changedLately(root)).toEqual(new Set(['pods']))
})

function evidenceOf(id: string): Evidence {
  const found = readEvidence('.').find(({ evidence }) => evidence.runbook === id)
  if (found === undefined) throw new Error(`no evidence of ${id} is committed`)
  return found.evidence
}

function write(evidence: Evidence): void {
  writeEvidence(evidenceFolder(root), evidence)
}

function commit(hour: number): void {
  const date = `${1_700_000_000 + hour * 3600} +0000`
  git('add', '-A')
  git('commit', '-qm', 'x', '--date', date)
}

function git(...words: readonly string[]): void {
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }
  const date = words.at(-1) ?? ''
  execFileSync('git', words, { cwd: root, env: { ...process.env, ...who, GIT_COMMITTER_DATE: date } })
}
