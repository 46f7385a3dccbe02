/** The wrapper that the lab puts before kubeadm: two preflight checks relaxed for init and join, nothing else touched. */
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const WRAPPER = join(import.meta.dirname, '../../src/lab/machines/guest/uml/usr/local/bin/kubeadm')
let dir = ''

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'k8s101-wrapper-'))
  const fake = join(dir, 'kubeadm-real')
  await writeFile(fake, '#!/bin/bash\nprintf "%s\\n" "$@"\nexit "${FAKE_STATUS:-0}"\n')
  const text = await readFile(WRAPPER, 'utf8')
  await writeFile(join(dir, 'kubeadm'), text.replaceAll('/usr/bin/kubeadm', fake))
  for (const name of ['kubeadm', 'kubeadm-real']) await chmod(join(dir, name), 0o755)
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const RELAXED = '--ignore-preflight-errors=SystemVerification,NumCPU'
const PATCHED = '--patches=/usr/lib/k8s101-lab/patches'
const SAYS_RELAXED =
  'lab: kubeadm runs with --ignore-preflight-errors=SystemVerification,NumCPU (this kernel cannot pass them)\n'
const SAYS_PATCHED =
  'lab: kubeadm runs with --patches=/usr/lib/k8s101-lab/patches (longer leases, for machines that share few cores)\n'

test.each([
  {
    name: 'init',
    args: ['init', '--pod-network-cidr', '10.244.0.0/16'],
    passed: ['init', '--pod-network-cidr', '10.244.0.0/16', RELAXED, PATCHED],
  },
  {
    name: 'join',
    args: ['join', '10.0.0.1:6443', '--token', 'a b'],
    passed: ['join', '10.0.0.1:6443', '--token', 'a b', RELAXED, PATCHED],
  },
  {
    name: 'a list that the reader gives with =',
    args: ['init', '--ignore-preflight-errors=Swap'],
    passed: ['init', '--ignore-preflight-errors=Swap,SystemVerification,NumCPU', PATCHED],
  },
  {
    name: 'a list that the reader gives as a word',
    args: ['init', '--ignore-preflight-errors', 'Swap', '-v5'],
    passed: ['init', '--ignore-preflight-errors', 'Swap,SystemVerification,NumCPU', '-v5', PATCHED],
  },
])('$name: relaxed, and it says so', async ({ args, passed }) => {
  const { stdout, stderr } = await run(join(dir, 'kubeadm'), args)
  expect(stdout.trimEnd().split('\n')).toEqual(passed)
  expect(stderr).toBe(`${SAYS_RELAXED}${SAYS_PATCHED}`)
})

test.each([
  ['a configuration file', ['init', '--config', 'kubeadm.yaml']],
  ['patches of the reader', ['join', '--patches=own', '10.0.0.1:6443']],
  ['the preflight phase alone', ['init', 'phase', 'preflight']],
])('%s: checks relaxed, no patches added', async (_name, args) => {
  const { stdout, stderr } = await run(join(dir, 'kubeadm'), args)
  expect(stdout.trimEnd().split('\n')).toEqual([...args, RELAXED])
  expect(stderr).toBe(SAYS_RELAXED)
})

test.each([
  [['version', '-o', 'short']],
  [['token', 'create', '--print-join-command']],
  [['init', 'phase', 'certs', 'all']],
  [[]],
])('%j: passed on as it is, without a word', async (args) => {
  const { stdout, stderr } = await run(join(dir, 'kubeadm'), args)
  expect(stdout.trimEnd()).toBe(args.join('\n'))
  expect(stderr).toBe('')
})

test("kubeadm's own exit status comes through", async () => {
  const failed = run(join(dir, 'kubeadm'), ['init'], { env: { ...process.env, FAKE_STATUS: '3' } })
  await expect(failed).rejects.toMatchObject({ code: 3 })
})
