/** A secret of a step, searched on real machines: in their file systems, on their disks, and in all that the run left here. */
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runbookOf, step } from '../runner/world.ts'
import { runbooksIn, testLab } from './lab.ts'

const folder = mkdtempSync(join(tmpdir(), 'k8s101-secrets-'))
const lab = testLab('e2e-secrets')
/** Not the secret itself: that is computed on the machine, so that no text of the runbook has it. */
const seed = `${Date.now()}`
const secret = createHash('sha256').update(`${seed}\n`).digest('hex').slice(0, 40)
const HOSTS = ['master', 'node1', 'node2', 'utility']

/** The secret, and what of its base64 text is the same whatever stands around it, for each of the three ways it may begin. */
const patterns = [
  secret,
  ...[0, 1, 2].map((before) => {
    const text = Buffer.from(`${'-'.repeat(before)}${secret}`).toString('base64')
    return text.slice(before === 0 ? 0 : 4, -4)
  }),
]

const runbook = runbookOf(
  [
    step('make', `TOKEN=$(echo ${seed} | sha256sum | cut -c 1-40)`, { secrets: ['TOKEN'] }),
    step('use', 'echo "has $TOKEN"; printf %s "$TOKEN" | base64; test ${#TOKEN} = 40', { on: 'all' }),
    step('stop', 'echo "stops with $TOKEN"; test -e ~/let'),
    step('check', 'printf %s "$TOKEN" | wc --chars', { phase: 'verify', expect: { match: 'exact', text: '40' } }),
  ],
  { id: 'e2e-secret', page: 'secret', vars: [] },
)

const { write, run } = runbooksIn(folder)
const REPORT = ['--report', `json=${join(folder, 'report.json')}`]

/** Files of a machine with the secret in them; it is given by standard input, since sudo writes arguments into its log. */
function onMachine(host: string): string[] {
  const where = '/ /dev/shm --exclude-dir=proc --exclude-dir=sys --exclude-dir=dev'
  const search = `printf '%s\\n' ${patterns.join(' ')} | sudo grep -rlazF --devices=skip -f - ${where}`
  return lab.guest(host, `sync; ${search} 2>/dev/null || test $? -le 2`).split('\n').filter(Boolean)
}

/**
 * Files here with the secret in them: what the run wrote, the runner's and the lab's state, the disks of the lab's machines.
 * Lines end at NUL: the holes of a disk would else be one line of gigabytes, which grep keeps in memory.
 */
function here(): string[] {
  const state = join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local/state'), 'k8s101')
  const places = readdirSync(state).flatMap((name) => join(state, name, name === 'labs' ? lab.name : ''))
  const found = spawnSync('grep', ['-rlazF', '-f', '-', folder, ...places], {
    encoding: 'utf8',
    input: `${patterns.join('\n')}\n`,
  })
  expect(found.status, found.stderr).toBeLessThan(2)
  return found.stdout.split('\n').filter(Boolean)
}

function nowhere(): void {
  expect(HOSTS.flatMap((host) => onMachine(host).map((file) => `${host}:${file}`))).toEqual([])
  expect(here()).toEqual([])
}

afterAll(() => {
  lab.lab('down')
  rmSync(folder, { recursive: true, force: true })
})

test('a secret is on no machine and in nothing that a run leaves: not after a failure, not after --resume', () => {
  lab.ok('up', '--fresh')
  write(runbook)
  const failed = run(lab.env, runbook.id, ...REPORT)
  expect(failed, `${failed.stdout}\n${failed.stderr}`).toMatchObject({ status: 1 })
  expect(failed.stdout).toContain('stops with «masked»')
  nowhere()
  lab.ok('ssh', 'master', 'touch ~/let')
  const done = run(lab.env, runbook.id, ...REPORT, '--resume')
  expect(done, `${done.stdout}\n${done.stderr}`).toMatchObject({ status: 0 })
  nowhere()
  for (const text of patterns) expect(failed.stdout + failed.stderr + done.stdout + done.stderr).not.toContain(text)
})

test('a planted one is found: on the machine, in base64 as well, and on its disk', () => {
  lab.ok('ssh', 'node1', `printf %s ${secret} >~/planted; printf 'x%s' ${secret} | base64 --wrap 0 >~/encoded; sync`)
  expect(onMachine('node1').toSorted()).toEqual(['/home/debian/encoded', '/home/debian/planted'])
  expect(here().map((file) => file.replace(/.*\//, ''))).toContain('node1.cow')
})
