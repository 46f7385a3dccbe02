/** Test hosts: each a real sshd on loopback in its own mount, process and host-name namespaces, with its own /run, home and keys. */
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../../src/transport/index.ts'

export interface TestHost {
  readonly host: Host
  /** Seen from outside: the host's home. */
  readonly home: string
  /** Process id, outside, of the host's first process. */
  readonly pid: number
  /** Runs a command inside the host's namespaces; gives stdout. */
  inside(command: string): string
  /** Everything in it dies and its /run is empty; then it is there again, on the same port. */
  reboot(): Promise<void>
  stop(): Promise<void>
}

export interface TestHostOptions {
  readonly roles: readonly string[]
  /** Hides the cgroup file systems, as on a host without v2. */
  readonly cgroup?: boolean
  /** Tools that are not there; one of them may be bash. */
  readonly lacks?: readonly string[]
  /** The login is a user without rights, whose sudo asks for a password, or is not there. */
  readonly sudo?: 'asks' | 'none'
}

/** Of the login that is not root. */
const READER = 4242

/** A folder for one test file's keys and hosts. */
export function testFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'k8s101-sshd-'))
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(path, 'key')])
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export async function startHost(folder: string, name: string, options: TestHostOptions): Promise<TestHost> {
  const dir = join(folder, name)
  const home = join(dir, 'home')
  mkdirSync(home, { recursive: true })
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(dir, 'hostkey')])
  const port = await freePort()
  const hostKey = readFileSync(join(dir, 'hostkey.pub'), 'utf8').split(' ').slice(0, 2).join(' ')
  writeFileSync(join(dir, 'known_hosts'), `[127.0.0.1]:${port} ${hostKey}\n`)
  writeFileSync(
    join(dir, 'sshd_config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(dir, 'hostkey')}`,
      `AuthorizedKeysFile ${join(folder, 'key.pub')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'MaxStartups 100',
      'PidFile none',
      `SetEnv HOME=${home}${searchPath(dir, options)}`,
      '',
    ].join('\n'),
  )
  writeFileSync(
    join(dir, 'init'),
    [
      '#!/bin/bash',
      'set -e',
      'mount -t tmpfs -o mode=755 tmpfs /run',
      'mkdir -p /run/sshd',
      // A host that was rebooted has another boot id; here all share one kernel.
      'cat /proc/sys/kernel/random/uuid >/run/boot_id',
      'mount --bind /run/boot_id /proc/sys/kernel/random/boot_id',
      `hostname ${name}`,
      'cp /etc/passwd /run/passwd',
      `echo reader:x:${READER}:${READER}::${home}:/bin/bash >>/run/passwd`,
      ...(options.lacks?.includes('bash') === true ? ["sed -i 's#/bin/bash$#/bin/sh#' /run/passwd"] : []),
      'mount --bind /run/passwd /etc/passwd',
      ...(options.cgroup === false ? ['mount -t tmpfs tmpfs /sys/fs/cgroup'] : []),
      `exec /usr/sbin/sshd -D -e -f ${join(dir, 'sshd_config')}`,
      '',
    ].join('\n'),
  )
  chmodSync(join(dir, 'init'), 0o755)
  if (options.sudo !== undefined) {
    chmodSync(folder, 0o711)
    chownSync(home, READER, READER)
  }
  if (options.sudo === 'asks') {
    writeFileSync(join(dir, 'bin/sudo'), '#!/bin/sh\necho "sudo: a password is required" >&2\nexit 1\n', {
      mode: 0o755,
    })
  }
  const host: Host = {
    name,
    address: '127.0.0.1',
    port,
    user: options.sudo === undefined ? 'root' : 'reader',
    roles: options.roles,
    key: join(folder, 'key'),
    knownHosts: join(dir, 'known_hosts'),
    become: true,
  }
  let running = await boot(dir, port)
  return {
    host,
    home,
    get pid() {
      return running.pid
    },
    inside: (command) =>
      execFileSync('nsenter', ['-t', String(running.pid), '-m', '-p', '-u', 'bash', '-c', command], {
        encoding: 'utf8',
      }),
    reboot: async () => {
      await running.stop()
      running = await boot(dir, port)
    },
    stop: () => running.stop(),
  }
}

/** Sets the search path where it is not the usual one: a folder of the host's own, and links to the tools that it has. */
function searchPath(dir: string, { lacks = [], sudo }: TestHostOptions): string {
  if (lacks.length === 0 && sudo === undefined) return ''
  const [own, links] = [join(dir, 'bin'), join(dir, 'links')]
  mkdirSync(own)
  mkdirSync(links)
  for (const folder of ['/usr/bin', '/usr/sbin']) {
    for (const name of readdirSync(folder)) {
      const absent = lacks.includes(name) || (name === 'sudo' && sudo !== undefined)
      if (!absent && !existsSync(join(links, name))) symlinkSync(join(folder, name), join(links, name))
    }
  }
  return ` PATH=${own}:${links}`
}

interface Running {
  readonly pid: number
  stop(): Promise<void>
}

async function boot(dir: string, port: number): Promise<Running> {
  const child = spawn('unshare', ['-m', '-u', '-p', '--fork', '--kill-child', '--mount-proc', join(dir, 'init')], {
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await listening(port)
  const pid = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')[0])
  return {
    pid,
    stop: async () => {
      child.kill('SIGKILL')
      await ended
      // Its first process dies a little later, and until then listens.
      while (existsSync(`/proc/${pid}`)) await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`sshd does not listen on ${port}`)
}
