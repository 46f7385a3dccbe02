/** The ssh command line of a host. */
import { quote } from './job.ts'
import type { Host } from './types.ts'

export interface SshOptions {
  /** The lab's hosts are described wholly by the inventory: the user's own ssh configuration is not read. */
  readonly ignoreUserConfig: boolean
  /** Makes this session a master on this socket, for the benchmark's plain `ssh -o ControlPath=…`. */
  readonly controlPath?: string
  /** Uses the master on that socket instead of being it. */
  readonly client?: boolean
  /** Seconds between two questions whether the link is alive; after four without an answer it is lost. @default 15 */
  readonly aliveSeconds?: number
}

/** For every host on the way: nothing is asked, keys are checked, nobody is waited for long. */
const RULES = ['BatchMode=yes', 'StrictHostKeyChecking=yes', 'ConnectTimeout=15']

/** Arguments of `ssh` up to and without the remote command. Host keys are always checked, nothing is ever asked. */
export function sshArguments(host: Host, options: SshOptions): string[] {
  const set = [
    ...RULES,
    `ServerAliveInterval=${options.aliveSeconds ?? 15}`,
    'ServerAliveCountMax=4',
    'ForwardAgent=no',
    'ForwardX11=no',
    'ClearAllForwardings=yes',
    'PermitLocalCommand=no',
    'ControlPersist=no',
    ...(options.controlPath === undefined
      ? ['ControlMaster=no', 'ControlPath=none']
      : [options.client === true ? 'ControlMaster=no' : 'ControlMaster=yes', `ControlPath=${options.controlPath}`]),
    ...(host.knownHosts === undefined ? [] : [`UserKnownHostsFile=${host.knownHosts}`, 'GlobalKnownHostsFile=none']),
    ...(host.key === undefined ? [] : ['IdentitiesOnly=yes']),
    ...(host.proxyCommand === undefined ? [] : [`ProxyCommand=${host.proxyCommand}`]),
    ...(host.jump === undefined ? [] : [`ProxyCommand=${throughJump(host.jump, options)}`]),
  ]
  return [
    '-T',
    ...(options.ignoreUserConfig ? ['-F', 'none'] : []),
    ...set.flatMap((option) => ['-o', option]),
    ...(host.port === undefined ? [] : ['-p', String(host.port)]),
    ...(host.user === undefined ? [] : ['-l', host.user]),
    ...(host.key === undefined ? [] : ['-i', host.key]),
    '--',
    host.address,
  ]
}

/**
 * What `-J` does, with our own rules for the jump host too: ssh hands none of its -o options on to it, and would ask on the
 * terminal. https://man.openbsd.org/ssh_config#ProxyJump
 */
function throughJump(jump: string, options: SshOptions): string {
  const [, earlier, login = '', port] = /^(?:(.*),)?(.*?)(?::(\d+))?$/u.exec(jump) ?? []
  const words = [
    'ssh',
    ...(options.ignoreUserConfig ? ['-F', 'none'] : []),
    ...RULES.flatMap((option) => ['-o', option]),
    ...(port === undefined ? [] : ['-p', port]),
    ...(earlier === undefined ? [] : ['-J', earlier]),
  ]
  return `${words.map(quoted).join(' ')} -W '[%h]:%p' -- ${quoted(login)}`
}

/** For the shell that runs a ProxyCommand, in which ssh replaces `%` first. */
function quoted(word: string): string {
  return /^[\w@.=:,-]+$/u.test(word) ? word : quote(word.replaceAll('%', '%%'))
}
