/** The keeper in real namespaces, with network, name server and mirror but no machine: whatever ends it leaves nothing. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { command, tryCommand } from '../../src/lab/machines/command.ts'
import type { CommandResult } from '../../src/lab/machines/command.ts'
import { ask } from '../../src/lab/machines/control.ts'
import {
  awaitEnd,
  forgetKeeper,
  killIfAlive,
  runningState,
  startKeeper,
} from '../../src/lab/machines/keeper-process.ts'
import { usualPort } from '../../src/lab/machines/host-door.ts'
import { labPaths } from '../../src/lab/machines/lab-name.ts'
import { writePlan, writeState } from '../../src/lab/machines/plan.ts'
import type { LabPlan } from '../../src/lab/machines/plan.ts'
import type { ProcessIdentity } from '../../src/process/index.ts'

let home = ''
let keeper: ProcessIdentity | undefined
const before = process.env['XDG_STATE_HOME']
const quiet = (): void => undefined

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'k8s101-keeper-'))
  // Deeper than a socket's path may be long.
  process.env['XDG_STATE_HOME'] = join(home, 'a-state-directory-with-a-long-name'.repeat(4))
  keeper = undefined
})
afterEach(async () => {
  if (keeper !== undefined) {
    killIfAlive(keeper)
    await awaitEnd(keeper, 5)
  }
  if (before === undefined) delete process.env['XDG_STATE_HOME']
  else process.env['XDG_STATE_HOME'] = before
  await rm(home, { recursive: true, force: true })
})

async function plan(): Promise<LabPlan> {
  const kernel = join(home, 'kernel')
  for (const name of ['dev/shm', 'proc', 'mnt', 'srv']) await mkdir(join(kernel, name), { recursive: true })
  for (const name of ['image', 'www/pkgs.k8s.io', 'registry']) await mkdir(join(home, name), { recursive: true })
  await writeFile(join(home, 'registry/index.json'), '{}')
  await writeFile(join(home, 'www/pkgs.k8s.io/hello'), 'from the mirror\n')
  const [cert, key] = [join(home, 'cert.pem'), join(home, 'key.pem')]
  const names = ['-subj', '/CN=pkgs.k8s.io', '-addext', 'subjectAltName=DNS:pkgs.k8s.io']
  await command([
    'openssl',
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    ...names,
  ])
  return {
    driver: 'uml',
    machines: [],
    kernel: { dir: kernel, version: 'test', modulesDir: kernel, key: 'test' },
    guests: { baseImage: join(home, 'image'), each: false, disks: labPaths('test').disks, generation: '00000000' },
    mirror: { www: join(home, 'www'), registry: join(home, 'registry'), cert, key, hostNames: ['pkgs.k8s.io'] },
  }
}

async function start(made: LabPlan, name = 'test'): Promise<ReturnType<typeof labPaths>> {
  const paths = labPaths(name)
  await mkdir(paths.disks, { recursive: true })
  await writePlan(paths, { ...made, guests: { ...made.guests, disks: paths.disks } })
  await startKeeper(
    paths,
    async (identity) => {
      keeper = identity
      await writeState(paths, { keeper: identity, driver: 'uml', startedAt: '', substitutions: [] })
    },
    quiet,
  )
  return paths
}

/** Processes that have the test's own directory in their command line or environment. */
async function processesOfTest(): Promise<string[]> {
  const found: string[] = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (words.includes(home)) found.push(words.replaceAll('\0', ' '))
  }
  return found
}

function inLab(argv: readonly string[]): Promise<CommandResult> {
  return tryCommand(['nsenter', '--target', String(keeper?.pid), '--net', ...argv])
}

function nodeInLab(script: string): Promise<CommandResult> {
  return inLab([process.execPath, '--input-type=module', '--eval', script])
}

/** What a client of the host's loopback address sees. */
function answerOf(port: number | undefined): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: port ?? 0 })
    socket.once('data', (data) => resolve(data.toString()))
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    socket.once('close', () => resolve('closed'))
  })
}

/** Status and text of a page of the mirror. */
async function pageInLab(): Promise<string> {
  const script = `import { get } from 'node:http'
    get('http://10.101.0.1/hello', { headers: { host: 'pkgs.k8s.io' } }, async (answer) =>
      console.log(answer.statusCode, (await answer.toArray()).join('')))`
  return (await nodeInLab(script)).stdout.trim()
}

describe('a running keeper', () => {
  test('answers, resolves the mirror and nothing else, and serves the mirror inside its network', async () => {
    const paths = await start(await plan())
    const status = await ask(paths, 'status', quiet)
    expect(status.services).toEqual([
      { name: 'name server', running: true },
      { name: 'mirror', running: true },
    ])
    const lookup = (name: string) =>
      nodeInLab(`import { Resolver } from 'node:dns/promises'
        const resolver = new Resolver(); resolver.setServers(['10.101.0.1'])
        console.log(await resolver.resolve4('${name}').then(String, (error) => error.code))`)
    expect((await lookup('pkgs.k8s.io')).stdout).toBe('10.101.0.1\n')
    expect((await lookup('example.org')).stdout).toBe('ENOTFOUND\n')
    expect(await pageInLab()).toBe('200 from the mirror')
    expect((await inLab(['ip', '-brief', 'address', 'show', 'lab0'])).stdout).toContain('10.101.0.1/24')
    // The host's own network knows nothing of it.
    expect((await tryCommand(['ip', 'link', 'show', 'lab0'])).status).not.toBe(0)
  })

  test('the door leads from the host to the control plane that answers, and only then', async () => {
    const made = await plan()
    const paths = await start(made)
    const none = await ask(paths, 'door', quiet)
    expect(none.apiPort).toBe(usualPort('test'))
    expect(await answerOf(none.apiPort)).toBe('closed')
    expect((await ask(paths, 'door', quiet)).apiPort).toBe(none.apiPort)
    await ask(paths, 'stop', quiet)
    if (keeper !== undefined) await awaitEnd(keeper, 5)
    expect(await answerOf(none.apiPort)).toBe('ECONNREFUSED')
  })

  test('reload: the mirror serves another content, in the same network', async () => {
    const made = await plan()
    const paths = await start(made)
    await mkdir(join(home, 'other/pkgs.k8s.io'), { recursive: true })
    await writeFile(join(home, 'other/pkgs.k8s.io/hello'), 'something else\n')
    await writePlan(paths, { ...made, mirror: { ...made.mirror, www: join(home, 'other') } })
    const status = await ask(paths, 'reload', quiet)
    expect(status.services.every((service) => service.running)).toBe(true)
    expect(await pageInLab()).toBe('200 something else')
  })

  test('asked to stop, it ends with everything it started', async () => {
    const paths = await start(await plan())
    expect(await processesOfTest()).not.toEqual([])
    await ask(paths, 'stop', quiet)
    if (keeper !== undefined) await awaitEnd(keeper, 5)
    expect(await runningState(paths)).toBeUndefined()
    expect(await processesOfTest()).toEqual([])
    await forgetKeeper(paths)
    expect(await readdir(paths.dir)).not.toContain('keeper.sock')
  })

  test('kill -9 takes services, network and mounts with it', async () => {
    const paths = await start(await plan())
    if (keeper === undefined) throw new Error('no keeper')
    process.kill(keeper.pid, 'SIGKILL')
    await awaitEnd(keeper, 5)
    await expect.poll(processesOfTest, { timeout: 5000 }).toEqual([])
    expect(await readFile('/proc/self/mountinfo', 'utf8')).not.toContain(home)
    expect(await runningState(paths)).toBeUndefined()
  })

  test('two labs run side by side', async () => {
    const made = await plan()
    const first = await start(made, 'first')
    const other = keeper
    const second = await start(made, 'second')
    expect((await ask(first, 'status', quiet)).services).toHaveLength(2)
    expect((await ask(second, 'status', quiet)).services).toHaveLength(2)
    if (other !== undefined) {
      killIfAlive(other)
      await awaitEnd(other, 5)
    }
    expect((await ask(second, 'status', quiet)).services.every((service) => service.running)).toBe(true)
  })
})

test('a start that fails says why and leaves nothing', async () => {
  const made = await plan()
  const broken = { ...made, kernel: { ...made.kernel, dir: join(home, 'no-kernel-here') } }
  await expect(start(broken)).rejects.toThrow(/"mount --rbind \/dev .*no-kernel-here\/dev" ended with status 32/)
  await expect.poll(processesOfTest, { timeout: 5000 }).toEqual([])
})

test('when the starting command is killed before the lab is ready, the keeper ends too', async () => {
  const made = await plan()
  const paths = labPaths('test')
  await mkdir(paths.disks, { recursive: true })
  // A machine that starts and never answers: the lab does not become ready.
  const machine = {
    name: 'master',
    roles: ['master' as const],
    address: '10.101.0.11',
    mac: '52:54:00:65:00:0b',
    memoryMiB: 64,
    runtime: 'containerd' as const,
  }
  await mkdir(join(made.kernel.dir, 'usr/bin'), { recursive: true })
  await command(['cp', '/usr/bin/sleep', join(made.kernel.dir, 'usr/bin/linux.uml')])
  await writePlan(paths, { ...made, machines: [machine] })
  const door = fileURLToPath(new URL('../../src/lab/machines/keeper-process.ts', import.meta.url))
  const names = fileURLToPath(new URL('../../src/lab/machines/lab-name.ts', import.meta.url))
  const script = `const { startKeeper } = await import('${door}'); const { labPaths } = await import('${names}')
    await startKeeper(labPaths('test'), async () => undefined, (line) => console.log(line))`
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => starter.stdout.once('data', resolve))
  expect(await processesOfTest()).not.toEqual([])
  starter.kill('SIGKILL')
  await expect.poll(processesOfTest, { timeout: 8000 }).toEqual([])
})
