/** One virtual machine of the running lab: boots, tells whether it is up, powers off, dies. Lives in the keeper. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../../errors/index.ts'
import { processIds } from '../../process/index.ts'
import { lastLines, tryCommand } from './command.ts'
import type { CommandResult } from './command.ts'
import { noRoom, roomOf } from './host-check.ts'
import type { LabPaths } from './lab-name.ts'
import { sshOptions } from './ssh-config.ts'
import type { MachineSpec } from './topology.ts'

const CONSOLE_TAIL_LINES = 25
/** Nice values: before the host's other work, and a control plane before those that wait for its answers. */
const PRIORITY = { master: -12, others: -6 } as const

export class Machine {
  readonly spec: MachineSpec
  readonly #argv: readonly string[]
  readonly #paths: LabPaths
  readonly #core: () => number | undefined
  #child: ChildProcess | undefined

  /** @param core The core of this computer that it is to stay on; asked at each start. */
  constructor(
    spec: MachineSpec,
    argv: readonly string[],
    paths: LabPaths,
    core: () => number | undefined = () => undefined,
  ) {
    this.spec = spec
    this.#argv = argv
    this.#paths = paths
    this.#core = core
  }

  /** Number of its first process, and of their group. */
  get pid(): number | undefined {
    return this.running ? this.#child?.pid : undefined
  }

  get running(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  boot(): void {
    if (this.running) return
    writeFileSync(this.#paths.consoleLog(this.spec.name), '')
    this.#spawn()
  }

  #spawn(): void {
    const core = this.#core()
    const [program = '', ...args] = [...(core === undefined ? [] : ['taskset', '-c', String(core)]), ...this.#argv]
    const console = openSync(this.#paths.consoleLog(this.spec.name), 'a')
    // A process group of its own: the kernel's helper processes end with it.
    const child = spawn(program, args, { stdio: ['ignore', console, console], detached: true })
    closeSync(console)
    this.#child = child
    if (child.pid !== undefined) prefer(child.pid, this.spec)
    child.on('error', () => undefined)
    child.on('exit', (code) => {
      if (code === 0 && this.#asksForReboot()) this.#spawn()
    })
  }

  #asksForReboot(): boolean {
    return endedForReboot(this.consoleTail())
  }

  /**
   * Waits until the user `debian` can log in.
   * @throws UserError with the end of the console when the machine ends or takes longer than `seconds`.
   */
  async whenUp(seconds: number): Promise<void> {
    const until = Date.now() + seconds * 1000
    while (Date.now() < until && this.running) {
      if ((await this.answersSsh()) && (await this.run('true', 30)).status === 0) return
      await sleep(250)
    }
    if (roomOf(this.#paths.disks).scarce) throw noRoom(this.#paths.disks)
    const why = this.running ? `did not come up within ${seconds} s` : 'ended while it booted'
    throw new UserError(`machine "${this.spec.name}" ${why}`, `the end of its console:\n${this.consoleTail()}`)
  }

  /** Whether an ssh server says who it is within two seconds. */
  answersSsh(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = createConnection({ host: this.spec.address, port: 22 })
      const end = (answer: boolean): void => {
        socket.destroy()
        resolve(answer)
      }
      socket.setTimeout(2000, () => end(false))
      socket.once('error', () => end(false))
      socket.once('data', (data) => end(data.toString('latin1').startsWith('SSH-2.0')))
      socket.once('end', () => end(false))
    })
  }

  /** Runs a command in the guest, over ssh. */
  run(script: string, seconds: number): Promise<CommandResult> {
    const ssh = ['ssh', '-F', 'none', ...sshOptions(this.#paths), `debian@${this.spec.address}`, script]
    return tryCommand(['timeout', '--kill-after=2', String(seconds), ...ssh])
  }

  /** Asks the guest to power itself off; kills it when it has not within `seconds`. True when it went by itself. */
  async powerOff(seconds: number): Promise<boolean> {
    if (!this.running) return true
    const until = Date.now() + seconds * 1000
    await this.run('sudo systemctl poweroff', Math.min(15, seconds))
    while (this.running && Date.now() < until) await sleep(100)
    const clean = !this.running
    await this.kill()
    return clean
  }

  /** Ends the machine at once, as pulling its plug would. */
  async kill(): Promise<void> {
    const child = this.#child
    if (child?.pid !== undefined && this.running) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      signalGroup(child.pid)
      await gone
    }
    await killStrays(`umid=${this.spec.name}`)
  }

  consoleTail(): string {
    return consoleEnd(readFileSync(this.#paths.consoleLog(this.spec.name), 'utf8'))
  }
}

/** Its last lines, without the addresses of a kernel's call trace, before which it says what was wrong. */
export function consoleEnd(console: string): string {
  return lastLines(console.replace(/^ *\[<[0-9a-f]+>\].*$/gmu, ''), CONSOLE_TAIL_LINES)
}

/** A machine's process ends on a reboot as on a power-off; only the last words of its kernel tell which it was. */
export function endedForReboot(console: string): boolean {
  return /reboot: (Restarting system|machine restart)\s*$/.test(console)
}

/**
 * A control plane that gets no processor time for some seconds loses its leases, so machines come before the host's
 * other work. Where sessions are scheduled as groups, it is the group's priority that counts.
 */
function prefer(pid: number, { roles }: MachineSpec): void {
  const priority = roles.includes('master') ? PRIORITY.master : PRIORITY.others
  try {
    setPriority(pid, priority)
    writeFileSync(`/proc/${pid}/autogroup`, String(priority))
  } catch {
    // Not every kernel has groups, and a machine works without.
  }
}

function signalGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

/** Kills what is left of a machine: the keeper sees only its own process namespace, so nothing else can be hit. */
async function killStrays(argument: string): Promise<void> {
  for (const pid of await processIds()) {
    if (pid === process.pid) continue
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (words.split('\0').includes(argument)) signalProcess(pid)
  }
}

function signalProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
