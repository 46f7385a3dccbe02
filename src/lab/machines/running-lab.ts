/** The lab as the keeper runs it: network, services, machines, and what commands may ask of them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KeeperStatus } from './control.ts'
import { allowedCores, CoreWatch } from './core-watch.ts'
import type { Driver } from './driver.ts'
import { openHostDoor } from './host-door.ts'
import type { LabPaths } from './lab-name.ts'
import { Machine } from './machine.ts'
import { dnsmasqConfig } from './nameserver.ts'
import { makeNetwork } from './network.ts'
import type { LabPlan } from './plan.ts'
import { Service } from './service.ts'
import { NETWORK } from './topology.ts'
import type { MachineSpec } from './topology.ts'

const MIRROR = fileURLToPath(new URL('../mirror/server.ts', import.meta.url))
const POWER_OFF_SECONDS = 40
const SERVICE_SECONDS = 20

type Log = (line: string) => void

export class RunningLab {
  #plan: LabPlan
  readonly #paths: LabPaths
  readonly #driver: Driver
  readonly #log: Log
  #machines: readonly Machine[]
  #cores: CoreWatch | undefined
  #services: readonly Service[] = []
  #apiPort: number | undefined

  constructor(plan: LabPlan, paths: LabPaths, driver: Driver, log: Log) {
    this.#plan = plan
    this.#paths = paths
    this.#driver = driver
    this.#log = log
    this.#machines = this.#makeMachines()
  }

  /** Network, name server and mirror; the machines are not booted yet. */
  async prepare(): Promise<void> {
    await mkdir(this.#paths.logs, { recursive: true })
    await makeNetwork(this.#plan.machines)
    await this.#driver.prepare(this.#plan.kernel, this.#plan.guests, this.#plan.machines)
    await this.#driver.attach(this.#plan.kernel, this.#plan.guests)
    await this.#shareCores()
    await this.#startServices(this.#plan.mirror)
  }

  /** Boots what is off and waits until every machine lets the user in. */
  async boot(progress: Log): Promise<KeeperStatus> {
    const started = performance.now()
    const off = this.#machines.filter((machine) => !machine.running)
    for (const machine of off) machine.boot()
    await Promise.all(
      off.map(async (machine) => {
        await machine.whenUp(this.#driver.bootSeconds.most)
        progress(`${machine.spec.name} is up (${seconds(started)})`)
      }),
    )
    return this.status()
  }

  /** Another content of the mirror; the machines do not notice. */
  async reload(mirror: LabPlan['mirror']): Promise<KeeperStatus> {
    await Promise.all(this.#services.map((service) => service.stop()))
    await this.#startServices(mirror)
    return this.status()
  }

  /** The same machines from other disks, at once: what they hold now is given up. */
  async renew(plan: LabPlan, progress: Log): Promise<KeeperStatus> {
    await this.kill()
    this.#plan = plan
    this.#machines = this.#makeMachines()
    await this.#driver.attach(plan.kernel, plan.guests)
    return this.boot(progress)
  }

  /** Powers the machines off, the NFS server (utility) after its clients: a client hangs on a mount without server. */
  async powerOff(progress: Log): Promise<KeeperStatus> {
    for (const group of [this.#machines.filter((m) => !isUtility(m)), this.#machines.filter(isUtility)]) {
      await Promise.all(group.map((machine) => this.#powerOff(machine, progress)))
    }
    return this.status()
  }

  /** For a start that was given up: nothing in the guests is worth a clean end. */
  async kill(): Promise<void> {
    await Promise.all(this.#machines.map((machine) => machine.kill()))
  }

  async status(): Promise<KeeperStatus> {
    const machines = await Promise.all(
      this.#machines.map(async (machine) => ({
        name: machine.spec.name,
        address: machine.spec.address,
        roles: machine.spec.roles,
        state: machine.running ? ('running' as const) : ('off' as const),
        ssh: machine.running && (await machine.answersSsh()),
      })),
    )
    const { generation } = this.#plan.guests
    const services = this.#services.map(({ name, running }) => ({ name, running }))
    return { generation, machines, services, ...(this.#apiPort === undefined ? {} : { apiPort: this.#apiPort }) }
  }

  /** A way from the host to the API server; stays open until the lab ends. */
  async openDoor(): Promise<KeeperStatus> {
    this.#apiPort ??= await openHostDoor(this.#paths.name, this.#plan.machines)
    return this.status()
  }

  async #powerOff(machine: Machine, progress: Log): Promise<void> {
    if (!machine.running) return
    const started = performance.now()
    const clean = await machine.powerOff(POWER_OFF_SECONDS)
    progress(
      clean
        ? `${machine.spec.name} is off (${seconds(started)})`
        : `${machine.spec.name} did not end by itself: killed`,
    )
  }

  #makeMachines(): Machine[] {
    const { machines, kernel, guests } = this.#plan
    return machines.map((spec) => {
      const boot = this.#driver.bootCommand(kernel, guests, spec)
      return new Machine(spec, boot, this.#paths, () => this.#cores?.coreOf(spec.name))
    })
  }

  async #shareCores(): Promise<void> {
    const cores = allowedCores(await readFile('/proc/self/status', 'utf8'))
    if (!this.#driver.oneCore || cores.length < 2) return
    const first = (spec: MachineSpec): number => (spec.roles.includes('master') ? 0 : 1)
    this.#cores = new CoreWatch(
      this.#plan.machines.toSorted((a, b) => first(a) - first(b)).map(({ name }) => name),
      cores,
      () => this.#machines.flatMap(({ spec: { name }, pid }) => (pid === undefined ? [] : [{ name, pid }])),
    )
    this.#cores.start()
  }

  async #startServices(mirror: LabPlan['mirror']): Promise<void> {
    const config = join(this.#paths.dir, 'dnsmasq.conf')
    await writeFile(config, dnsmasqConfig(mirror.hostNames, this.#plan.machines))
    const dnsmasq = ['dnsmasq', '--keep-in-foreground', '--pid-file=', `--conf-file=${config}`]
    const names = this.#service('name server', dnsmasq, 'dnsmasq.log')
    const files = this.#service('mirror', mirrorCommand(mirror, this.#paths.accessLog), 'mirror.log')
    this.#services = [names, files]
    for (const service of this.#services) service.start()
    await names.whenReady(() => connects(53), SERVICE_SECONDS)
    await files.whenReady(async () => (await connects(443)) && (await connects(80)), SERVICE_SECONDS)
  }

  #service(name: string, argv: readonly string[], logName: string): Service {
    return new Service(name, argv, join(this.#paths.logs, logName), this.#log)
  }
}

function mirrorCommand(mirror: LabPlan['mirror'], accessLog: string): string[] {
  const { www, registry, cert, key } = mirror
  const content = ['--www', www, '--registry', registry, '--cert', cert, '--key', key]
  const listen = ['--listen', NETWORK.gateway, '--https-port', '443', '--http-port', '80']
  return [process.execPath, MIRROR, ...content, ...listen, '--access-log', accessLog]
}

function isUtility(machine: Machine): boolean {
  return machine.spec.roles.includes('utility')
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: NETWORK.gateway, port, timeout: 1000 })
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
