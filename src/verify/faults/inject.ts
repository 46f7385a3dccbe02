/** Does one fault to a running runbook, and mends afterwards what a person would mend before going on. */
import { execFileSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalHost, LocalNetwork } from '../network.ts'
import type { Fault } from './plan.ts'

export interface Victim {
  readonly network: LocalNetwork
  readonly runner: ChildProcess
  readonly ended: () => boolean
}

/** Waits for the fault's moment and strikes; gives whether it did, or the run ended before. */
export async function strike(fault: Fault, victim: Victim): Promise<boolean> {
  const from = startsIn(victim.network)
  while (startsIn(victim.network) - from < fault.starts) {
    if (victim.ended()) return false
    await sleep(15)
  }
  await sleep(fault.delay)
  if (victim.ended()) return false
  await act(fault, victim)
  return true
}

/** Items that were started on hosts, as the journal counts them. */
function startsIn(network: LocalNetwork): number {
  const files = globSync(join(network.state.outside, 'k8s101/journal/*.jsonl'))
  return files.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('"event":"start"').length - 1, 0)
}

async function act(fault: Fault, { network, runner }: Victim): Promise<void> {
  const host = hostOf(network, fault.host)
  switch (fault.kind) {
    case 'runner killed':
      return void runner.kill('SIGKILL')
    case 'Ctrl-C':
      return void runner.kill('SIGINT')
    case 'ssh killed':
      return killSsh(host)
    case 'sshd session killed':
      return void host.inside("pkill -KILL -f '^sshd: root@' || true")
    case 'remote shell killed':
      return void host.inside("pkill -KILL -o -f '^bash -euo pipefail -c LC_ALL' || true")
    case 'remote agent killed':
      return void host.inside("pkill -KILL -o -f '^bash -c LC_ALL=C; IFS= read' || true")
    case 'link down 1 s':
      return downFor(host, 1000)
    case 'link down 7 s':
      return downFor(host, 7000)
    case 'link down, runner killed':
      host.link('down')
      await sleep(fault.delay)
      runner.kill('SIGKILL')
      return
    case 'disk full':
      return fill(network, host, fault.disk)
    case 'host rebooted':
      return host.reboot()
    case 'host rebooted, runner killed':
      runner.kill('SIGKILL')
      return host.reboot()
  }
}

async function downFor(host: LocalHost, milliseconds: number): Promise<void> {
  host.link('down')
  await sleep(milliseconds)
  host.link('up')
}

const FILLER = 'filler'

function fill(network: LocalNetwork, host: LocalHost, disk: Fault['disk']): void {
  const whole = (folder: string): string => `head -c 100M /dev/zero >${folder}/${FILLER} 2>/dev/null || true`
  if (disk === 'run') host.inside(whole('/run'))
  else execFileSync('bash', ['-c', whole(disk === 'home' ? host.home : network.state.outside)])
}

/** Links up, disks with room again. Rebooted hosts are back by themselves. */
export function mend(network: LocalNetwork): void {
  for (const host of network.hosts) {
    host.link('up')
    host.inside(`rm -f /run/${FILLER}`)
    rmSync(join(host.home, FILLER), { force: true })
  }
  rmSync(join(network.state.outside, FILLER), { force: true })
}

/** Ends the ssh processes of one host of one network, each by its number. */
function killSsh(host: LocalHost): void {
  const pattern = `^ssh .*UserKnownHostsFile=${host.host.knownHosts ?? ''} `
  const found = execFileSync('bash', ['-c', 'pgrep -f -- "$0" || true', pattern], { encoding: 'utf8' })
  for (const pid of lines(found)) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // Gone by itself.
    }
  }
}

export function hostOf(network: LocalNetwork, name: string): LocalHost {
  const found = network.hosts.find(({ host }) => host.name === name)
  if (found === undefined) throw new Error(`no host ${name}`)
  return found
}

/** What is still there some seconds after the end: processes here and on the hosts, locks, state. Nothing, if all is well. */
export async function leftovers(network: LocalNetwork, folder: string): Promise<string[]> {
  let found: string[] = []
  for (let tries = 0; tries < 40; tries++) {
    found = [...localProcesses(folder), ...network.hosts.flatMap(onHost)]
    if (found.length === 0) break
    await sleep(250)
  }
  return found
}

function localProcesses(folder: string): string[] {
  const text = execFileSync('bash', ['-c', 'pgrep -af -- "$0/key|$0/faults.mjs" || true', folder], { encoding: 'utf8' })
  return lines(text)
    .filter((line) => !line.includes('pgrep'))
    .map((line) => `here: ${line}`)
}

/** Besides the first process, the listening sshd and this look itself nothing may live there. */
const LOOK = `ps -eo pid=,args= | grep -v -e '/init$' -e '[[]listener[]]' -e 'ps -eo' -e 'grep -v' || true
ls /run/k8s101 2>/dev/null | grep -v '^lock$' | sed 's,^,/run/k8s101/,'
[[ ! -e /run/k8s101/lock ]] || flock -n /run/k8s101/lock true || echo 'the lock is held'`

function onHost(one: LocalHost): string[] {
  return lines(one.inside(LOOK)).map((line) => `${one.host.name}: ${line}`)
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The runbook's file beside the keys. */
export function writeRunbook(folder: string, entry: string, runbook: unknown): string {
  const path = join(folder, 'faults.mjs')
  writeFileSync(path, `import { runbook } from ${JSON.stringify(entry)}\nawait runbook(${JSON.stringify(runbook)})\n`)
  return path
}
