/** `npm run measure -- lab`: how fast and how large the lab's machines are, each figure beside what is promised. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { CommandResult } from './command.ts'
import type { LabCommands } from './lab-commands.ts'

const MAIN = 'install-single-master'
const SNAPSHOT = 'measured'

interface Figure {
  readonly what: string
  readonly value: string
  /** Undefined where nothing is promised. */
  readonly kept?: boolean
}

/** Prints every figure; the exit status says whether all promises were kept. */
export async function measureLab(lab: LabCommands, evidence: string): Promise<ExitCode> {
  const figures: Figure[] = []
  const add = (figure: Figure): void => void figures.push(figure)
  await lab.lab('up')
  await lab.lab('down')
  const without = availableGiB()
  add(promise('blank lab, four machines, to ssh on all', (await lab.lab('up', '--fresh')).seconds, 30))
  add(await rawRate(lab))
  mustEnd(await lab.runbook(MAIN, ['--evidence', evidence]), MAIN)
  add(await imagesPull(lab))
  add(promise('memory of the host for cluster and utility', without - availableGiB(), 6, 'GiB'))
  await lab.lab('snapshot-rm', SNAPSHOT)
  const taken = await lab.lab('snapshot', SNAPSHOT)
  mustEnd(taken, 'snapshot')
  add({ what: 'snapshot of the cluster, machines down and up again included', value: `${taken.seconds.toFixed(0)} s` })
  const started = performance.now()
  mustEnd(await lab.lab('restore', SNAPSHOT), 'restore')
  await untilReady(lab)
  add(promise('restore of the cluster, to three Ready nodes', (performance.now() - started) / 1000, 90))
  for (const { what, value, kept } of figures)
    console.log(`${kept === undefined ? '·' : kept ? '✓' : '✗'} ${what}: ${value}`)
  return figures.every((figure) => figure.kept !== false) ? EXIT.done : EXIT.stepFailed
}

function promise(what: string, value: number, most: number, unit = 's'): Figure {
  const digits = unit === 's' ? 0 : 1
  return { what, value: `${value.toFixed(digits)} ${unit} (promised: ${most} ${unit})`, kept: value <= most }
}

/** What a guest takes from the host when nothing encrypts, checks or stores it: the bound for every download. */
async function rawRate(lab: LabCommands): Promise<Figure> {
  const size = 96 * 1024 * 1024
  const [address, port] = ['10.101.0.1', 5001]
  const send = `head --bytes=${size} /dev/zero | timeout 120 nc -N -l ${address} ${port}`
  const server = spawn('nsenter', ['--target', `${await keeperPid(lab)}`, '--net', 'sh', '-c', send], {
    stdio: 'ignore',
  })
  const take = `exec 3<>/dev/tcp/${address}/${port}; date +%s%N; wc --bytes <&3; date +%s%N`
  // The server needs a moment to listen.
  const taken = await lab.on('node1', `for try in 1 2 3 4 5; do (${take}) 2>/dev/null && exit; sleep 0.5; done; exit 1`)
  server.kill()
  mustEnd(taken, 'the transfer')
  const [start = 0, bytes = 0, end = 0] = taken.output.trim().split('\n').map(Number)
  return { what: 'raw rate, host to a guest', value: `${((bytes * 1000) / (end - start)).toFixed(1)} MB/s` }
}

async function imagesPull(lab: LabCommands): Promise<Figure> {
  const pull = 'sudo kubeadm config images pull --kubernetes-version "$(kubeadm version -o short)" >/dev/null'
  const before = Date.now()
  const result = await lab.on('node2', pull)
  mustEnd(result, 'kubeadm config images pull')
  const bytes = bytesSince(await lab.quietly('logs', 'mirror'), before)
  const rate = bytes / 1_000_000 / result.seconds
  const value = `${result.seconds.toFixed(0)} s for ${(bytes / 1_000_000).toFixed(0)} MB (${rate.toFixed(1)} MB/s)`
  return { what: 'kubeadm config images pull on one host', value }
}

function bytesSince(log: { readonly output: string }, since: number): number {
  return log.output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => {
      const request: unknown = JSON.parse(line)
      const { time, bytes } = { time: '', bytes: 0, ...(typeof request === 'object' ? request : {}) }
      return Date.parse(time) >= since ? bytes : 0
    })
    .reduce((sum, bytes) => sum + bytes, 0)
}

async function untilReady(lab: LabCommands): Promise<void> {
  const deadline = Date.now() + 5 * 60_000
  const look = `kubectl get nodes --no-headers 2>/dev/null | awk '$2 == "Ready"' | wc -l`
  while (Date.now() < deadline) {
    if ((await lab.on('master', look)).output.trim() === '3') return
    await sleep(500)
  }
  throw new UserError('the nodes were not Ready within five minutes of the restore')
}

/** The process whose namespaces hold the lab. */
async function keeperPid(lab: LabCommands): Promise<number> {
  const config = /ssh -F (\S+) /.exec((await lab.quietly('status')).output)?.[1] ?? ''
  const pid = /nsenter --target (\d+)/.exec(readFileSync(config, 'utf8'))?.[1]
  if (pid === undefined) throw new UserError('the lab is not up')
  return Number(pid)
}

/**
 * Memory that this computer could still give to programs. Two looks tell what the machines take, if nothing else begins or
 * ends in between; the sum of their processes' shares (Pss) does not, as newer kernels only estimate it: 19 GiB were seen
 * for machines of 9.5 GiB in all.
 */
function availableGiB(): number {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
  if (kibibytes === undefined) throw new UserError('/proc/meminfo has no MemAvailable')
  return Number(kibibytes) / 1024 ** 2
}

function mustEnd(result: CommandResult, what: string): void {
  if (result.status !== 0) throw new UserError(`${what} ended with ${result.status}:\n${result.output.slice(-1500)}`)
}
