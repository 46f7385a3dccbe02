/** The script that waits for a booted cluster, against a kubectl that answers from files. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settledScript } from '../../src/lab/machines/settled.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'k8s101-settled-'))
  // Lists of answers: the first line is taken at each call until one is left.
  const sudo = `#!/bin/bash
next() { head -n1 ${folder}/$1; [ "$(wc -l <${folder}/$1)" -lt 2 ] || sed -i 1d ${folder}/$1; }
case "$*" in
  *"test -e"*) exit "$(next admin)" ;;
  *leases*) times=$(next leases); [ "$times" != down ] || exit 1; tr ' ' '\\n' <<<"$times" ;;
  *"wait"*node*) exit "$(next nodes)" ;;
  *"wait"*pod*) exit "$(next pods)" ;;
esac
`
  writeFileSync(join(folder, 'sudo'), sudo)
  chmodSync(join(folder, 'sudo'), 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = (): string => new Date().toISOString()
const beforeBoot = '2020-01-01T00:00:00.000000Z'

/** Seconds for nodes and for Pods where they come in the end, and where they never do. */
const IN_THE_END = 60
const NEVER = 3

function run(answers: Readonly<Record<string, string>>, seconds = IN_THE_END): number | null {
  for (const [name, lines] of Object.entries({ admin: '0', nodes: '0', pods: '0', leases: now(), ...answers }))
    writeFileSync(join(folder, name), `${lines}\n`)
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` }
  return spawnSync('bash', ['-c', settledScript(seconds, seconds)], { env, encoding: 'utf8' }).status
}

test.each([
  ['a cluster that is itself', {}, 0],
  ['a machine without a cluster', { admin: '1', leases: 'down' }, 0],
  ['an API server that comes late', { leases: `down\n${now()} ${now()}` }, 0],
  ['a node that is Ready only by what was stored', { leases: `${now()} ${beforeBoot}` }, 4],
  ['a node that sends its heartbeat late', { leases: `${now()} ${beforeBoot}\n${now()} ${now()}` }, 0],
  ['a node that is not Ready', { nodes: '1' }, 4],
  ['Pods that are late', { pods: '1\n1\n0' }, 0],
  ['a Pod that is broken for good', { pods: '1' }, 3],
])('%s', (_name, answers, status) => {
  expect(run(answers, status === 0 ? IN_THE_END : NEVER)).toBe(status)
})

test('nobody is asked about a cluster where there is none', () => {
  expect(run({ admin: '1', leases: 'one\ntwo' })).toBe(0)
  expect(readFileSync(join(folder, 'leases'), 'utf8')).toBe('one\ntwo\n')
})
