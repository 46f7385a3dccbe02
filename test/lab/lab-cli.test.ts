/** The lab's command line: what it knows, what it says to what it does not, and its exit codes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { takeName } from '../../src/lab/machines/cli.ts'
import { statusLines } from '../../src/lab/machines/status-text.ts'

const root = join(import.meta.dirname, '../..')
const state = mkdtempSync(join(tmpdir(), 'k8s101-cli-'))
afterAll(() => rmSync(state, { recursive: true, force: true }))

function lab(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, XDG_STATE_HOME: state, K8S101_LAB: '' }
  Reflect.deleteProperty(env, 'K8S101_LAB')
  return spawnSync(process.execPath, [join(root, 'scripts/lab.ts'), ...args], { encoding: 'utf8', env, cwd: state })
}

describe('words it does not know', () => {
  test.each([
    {
      args: ['stat'],
      said: 'error: lab: unknown command "stat"\n  did you mean "status"? It knows: up, status, ssh, logs, snapshot, restore, snapshots, snapshot-rm, kubeconfig, inventory, reset, down, clean, doctor\n',
    },
    {
      args: ['up', 'now'],
      said: 'error: lab up: unexpected word "now"\n  npm run lab -- help shows what there is\n',
    },
    {
      args: ['up', '--driver', 'kvm'],
      said: 'error: the lab has no driver "kvm"\n  it has: qemu, uml, qemu-tcg\n',
    },
    {
      args: ['up', '--drive', 'uml'],
      said: 'error: lab up: unknown option "--drive"\n  did you mean "--driver"? options: --driver, --topology, --only, --runtime, --memory, --fresh\n',
    },
    {
      args: ['up', '--only', 'node3'],
      said: 'error: topology "single" has no machine "node3"\n  did you mean "node1"? it has: master, node1, node2, utility\n',
    },
    { args: ['ssh'], said: 'error: lab ssh: which machine?\n  for example: npm run lab -- ssh master\n' },
    {
      args: ['status', '--name', 'A b'],
      said: 'error: lab name "A b" is not valid\n  use a small letter first, then small letters, digits and hyphens, 31 characters at most\n',
    },
    {
      args: ['up', '--name'],
      said: 'error: lab: --name needs a name\n  for example: npm run lab -- up --name second\n',
    },
  ])('$args', ({ args, said }) => {
    expect(lab(...args)).toMatchObject({ status: 2, stdout: '', stderr: said })
  })
})

describe('a lab that is not up', () => {
  test.each([['status'], ['ssh', 'master'], ['reset']])('%s: exit 3 and how to start it', (...args) => {
    const { status, stderr } = lab(...args)
    expect(stderr).toBe('error: lab "default" is not up\n  start it: npm run lab -- up\n')
    expect(status).toBe(3)
  })

  test('down is content with it', () => {
    const { status, stdout } = lab('down')
    expect(stdout).toBe('lab "default" was not up; nothing of it runs\n')
    expect(status).toBe(0)
  })

  test('logs says that there are none', () => {
    expect(lab('logs', 'master').stderr).toBe('error: lab "default" has no machine "master"\n  it was never started\n')
  })
})

test('help names every command', () => {
  const { status, stdout } = lab('help')
  for (const word of [
    'up',
    'status',
    'ssh',
    'logs',
    'snapshot',
    'restore',
    'snapshots',
    'kubeconfig',
    'clean',
    'doctor',
  ])
    expect(stdout).toMatch(new RegExp(`^  ${word}\\b`, 'm'))
  expect(status).toBe(0)
})

test.each([
  [['--name', 'two', 'ssh', 'master'], 'two', ['ssh', 'master']],
  [['ssh', '--name', 'two', 'master', 'id'], 'two', ['ssh', 'master', 'id']],
  [['ssh', 'master', 'tool', '--name', 'x'], undefined, ['ssh', 'master', 'tool', '--name', 'x']],
])('%j: a name before the words of a guest command only', (argv, name, rest) => {
  expect(takeName(argv)).toEqual({ name, rest })
})

test('status: one line a machine, what is dead is named', () => {
  const machine = (name: string, last: number, state: 'running' | 'off', ssh: boolean) => ({
    name,
    address: `10.101.0.${last}`,
    roles: [name === 'master' ? 'master' : 'node'],
    state,
    ssh,
  })
  const lines = statusLines('default', {
    machines: [
      machine('master', 11, 'running', true),
      machine('node1', 12, 'running', false),
      machine('node2', 13, 'off', false),
    ],
    services: [
      { name: 'name server', running: true },
      { name: 'mirror', running: false },
    ],
    generation: '00000000',
    history: { done: [{ runbook: 'install-single-master', page: 'install/single-master', key: 'k' }], unfinished: [] },
    sshConfig: '/labs/default/ssh_config',
  })
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "lab "default": 1 of 3 machines up; not running: mirror
      master  master  10.101.0.11  up
      node1   node    10.101.0.12  no ssh
      node2   node    10.101.0.13  off
    holds: after install-single-master
    shell: npm run lab -- ssh master    end: npm run lab -- down
    or:    ssh -F /labs/default/ssh_config master"
  `)
})
