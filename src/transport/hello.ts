/** The agent's first words, as facts about the host or as the reason why it cannot be used. */
import { RUNTIMES } from '../chapter/types.ts'
import type { Distro } from '../chapter/types.ts'
import { HostRefused } from './types.ts'
import type { Host, HostFacts, KeptStep } from './types.ts'

/** Frames gathered until `ready` or the end of the session: the first word, then the rest of the line. */
export type Hello = Map<string, string>

/** Who holds a host's lock, and what the agent knows of the last step. */
export interface HostStatus {
  readonly holder: { readonly run: string; readonly runbook: string; readonly who: string } | undefined
  /** Of the host, new after each boot. */
  readonly bootId: string
  readonly step: { readonly nonce: string; readonly running: boolean; readonly startedAt: number } | undefined
}

export function parseStatus(hello: Hello): HostStatus {
  const held = hello.get('held')
  const [run = '?', runbook = '?', ...who] = (held ?? '').split(' ')
  const [, nonce, phase, , , started] = (hello.get('state') ?? '').split(' ')
  return {
    bootId: hello.get('boot') ?? '',
    holder: held === undefined ? undefined : { run, runbook, who: who.join(' ') },
    step:
      nonce === undefined || phase === undefined
        ? undefined
        : { nonce, running: phase === 'running', startedAt: Number(started ?? 0) },
  }
}

/** Lines `SEQ NONCE running|ended STATUS HOW STARTED ENDED` of earlier agents of this run; undefined where there was none. */
export function parseKept(lines: string | undefined): KeptStep[] | undefined {
  return lines?.split('\n').flatMap((line): KeptStep[] => {
    const [, nonce, phase] = line.split(' ')
    return nonce === undefined || phase === undefined ? [] : [{ nonce, running: phase === 'running' }]
  })
}

export function parseFacts(hello: Hello): HostFacts {
  const [user = '', uid = '', , ...home] = (hello.get('login') ?? '').split(' ')
  return {
    user,
    uid: Number(uid),
    home: home.join(' '),
    distro: distroOf(hello.get('os') ?? ''),
    prettyName: hello.get('pretty') ?? '',
    kernel: hello.get('kernel') ?? '',
    bootId: hello.get('boot') ?? '',
    machineId: hello.get('machine') ?? '',
    runtimes: RUNTIMES.filter((name) => (hello.get('runtimes') ?? '').split(' ').includes(name)),
    cgroup: (hello.get('cgroup') ?? 'none') !== 'none',
  }
}

function distroOf(ids: string): Distro | undefined {
  const words = ids.split(' ')
  if (words.some((word) => word === 'debian' || word === 'ubuntu')) return 'debian'
  if (words.some((word) => word === 'rhel' || word === 'fedora' || word === 'centos')) return 'rhel'
  return undefined
}

/** Why there was no `ready`: all that the agent said, else what ssh said. */
export function refusal(host: Host, hello: Hello, ssh: string): HostRefused {
  const facts = hello.has('os') ? parseFacts(hello) : undefined
  const unfit = unfitness(host, hello, ssh)
  if (unfit.length > 0) {
    const problems = unfit.map(([problem]) => `${host.name}: ${problem}`)
    const hints = unfit.map(([, hint]) => hint)
    return new HostRefused('unfit', problems, hints, facts)
  }
  const held = parseStatus(hello)
  if (held.holder !== undefined) return heldBy(host, held, facts)
  const port = host.port === undefined ? '' : `:${host.port}`
  const unreachable = `${host.name} (${host.address}${port}): unreachable${said(ssh)}`
  return new HostRefused('unreachable', [unreachable], [sshHint(host, ssh)])
}

/** Problems of a host that answers, each with what to do. */
function unfitness(host: Host, hello: Hello, ssh: string): (readonly [problem: string, hint: string])[] {
  const missing = hello.get('missing')
  const user = hello.get('login')?.split(' ')[0] ?? host.user
  const named = user === undefined ? 'the login user' : `user ${JSON.stringify(user)}`
  return [
    ...(missing === undefined
      ? []
      : [[`missing on the host: ${missing}`, 'Install what is missing there, and run again.'] as const]),
    ...(hello.has('sudo-failed')
      ? [
          [
            `\`sudo -n\` does not work for ${named}${said(ssh)}`,
            `Allow it without a password: "${user ?? 'USER'} ALL=(ALL) NOPASSWD: ALL" in /etc/sudoers.d, or set "become: false".`,
          ] as const,
        ]
      : []),
    ...(hello.has('no-tmpfs') ? [['neither /run nor /dev/shm is a tmpfs', 'Mount a tmpfs on /run.'] as const] : []),
  ]
}

function heldBy(host: Host, status: HostStatus, facts: HostFacts | undefined): HostRefused {
  const { holder, step } = status
  const running = step?.running === true ? ', one of its steps is running' : ''
  return new HostRefused(
    'held',
    [`${host.name}: held by runbook ${JSON.stringify(holder?.runbook)} of ${holder?.who ?? '?'}${running}`],
    ['Wait for it to end; --status shows it; --resume of the same runbook takes it over when its runner is gone.'],
    facts,
  )
}

function said(ssh: string): string {
  const lines = ssh.trim().split('\n')
  const last = lines.filter((line) => line.trim() !== '').slice(-2)
  return last.length === 0 ? '' : `: ${last.map((line) => line.trim()).join('; ')}`
}

function sshHint(host: Host, ssh: string): string {
  if (/host key verification failed|host key is known/i.test(ssh)) {
    return `Its host key is not known here. Log in once by hand and compare the key: ssh ${host.address}`
  }
  if (/permission denied/i.test(ssh)) return `Check "user" and "key" of ${host.name} in the inventory.`
  return `Check that "ssh ${host.address}" works from here without a question.`
}
