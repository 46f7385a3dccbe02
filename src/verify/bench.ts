/** Whole runs on local hosts, measured from outside: growth with steps and hosts, against Ansible, and memory. */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureStepCost, trueRunbook } from '../runner/index.ts'
import type { StepCost } from '../runner/index.ts'
import type { Runbook } from '../runbook/index.ts'
import { startNetwork } from './network.ts'
import type { LocalNetwork } from './network.ts'

const ENTRY = join(import.meta.dirname, '..', 'runner', 'entry.mjs')
const RUN_SECONDS = 600

export interface Measured {
  readonly seconds: number
  /** Most memory that the process ever had, MiB. */
  readonly mebibytes: number
}

export interface Bench {
  readonly network: LocalNetwork
  /** What one step costs on the first hosts. */
  stepCost(hosts: number, rounds: number): Promise<StepCost>
  /** A runbook of `true` steps on the first hosts, as a process; its whole time. */
  trueSteps(steps: number, hosts: number): Promise<Measured>
  /** One step that prints so many MiB. */
  printing(mebibytes: number): Promise<Measured>
  /** The same `true` steps as an Ansible playbook, pipelined over kept connections. */
  ansible(steps: number, hosts: number): Promise<Measured>
}

/** Hosts with a real sshd, for as long as `use` takes. */
export async function withBench<T>(use: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'k8s101-bench-'))
  try {
    const network = await startNetwork(folder, [
      { name: 'node1', role: 'node' },
      { name: 'node2', role: 'node' },
      { name: 'node3', role: 'node' },
    ])
    try {
      return await use({
        network,
        stepCost: (hosts, rounds) => {
          const chosen = network.hosts.slice(0, hosts)
          const { proxyCommand } = network
          return measureStepCost(
            chosen.map(({ host }) => ({ ...host, proxyCommand })),
            true,
            rounds,
          )
        },
        trueSteps: (steps, hosts) => runRunbook(network, folder, trueRunbook(steps), hosts),
        printing: (mebibytes) => runRunbook(network, folder, printingRunbook(mebibytes), 1),
        ansible: (steps, hosts) => runPlaybook(network, folder, steps, hosts),
      })
    } finally {
      await network.remove()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function limited(network: LocalNetwork, hosts: number): string {
  return network.hosts
    .slice(0, hosts)
    .map(({ host }) => host.name)
    .join(',')
}

async function runRunbook(network: LocalNetwork, folder: string, runbook: Runbook, hosts: number): Promise<Measured> {
  const file = join(folder, `${runbook.id}.mjs`)
  writeFileSync(file, `import { runbook } from ${JSON.stringify(ENTRY)}\nawait runbook(${JSON.stringify(runbook)})\n`)
  const words = ['--inventory', network.inventory, '--yes', '--limit', limited(network, hosts)]
  return measured(
    network.start([process.execPath, file, ...words], {
      ...process.env,
      XDG_STATE_HOME: network.state.inside,
      NO_COLOR: '1',
    }),
  )
}

function printingRunbook(mebibytes: number): Runbook {
  const runbook = trueRunbook(1)
  const script = `yes 'a line of output, 한글 한 줄' | head -c ${mebibytes * 1024 * 1024} || test $? = 141`
  const items = runbook.items.map((item) =>
    item.type === 'step' ? { ...item, script, timeoutSeconds: RUN_SECONDS } : item,
  )
  return { ...runbook, items }
}

async function runPlaybook(network: LocalNetwork, folder: string, steps: number, hosts: number): Promise<Measured> {
  const inventory = join(folder, 'ansible-hosts.yaml')
  const playbook = join(folder, 'playbook.yaml')
  const entries = network.hosts.slice(0, hosts).map(({ host }) => {
    const args = `-o UserKnownHostsFile=${host.knownHosts ?? ''}`
    const vars = {
      ansible_host: host.address,
      ansible_user: host.user,
      ansible_ssh_private_key_file: host.key,
      ansible_ssh_common_args: args,
    }
    return [host.name, vars] as const
  })
  writeFileSync(inventory, JSON.stringify({ all: { hosts: Object.fromEntries(entries) } }))
  const tasks = Array.from({ length: steps }, () => ({ 'ansible.builtin.command': 'true', changed_when: false }))
  writeFileSync(playbook, JSON.stringify([{ hosts: 'all', gather_facts: false, tasks }]))
  // Ansible takes no /dev/null for "no configuration": its name has no extension that it knows.
  const config = join(folder, 'ansible.cfg')
  writeFileSync(config, '')
  const env = {
    ...process.env,
    HOME: network.state.inside,
    ANSIBLE_PIPELINING: 'True',
    ANSIBLE_SSH_ARGS: '-o ControlMaster=auto -o ControlPersist=60s -o StrictHostKeyChecking=yes -F none',
    ANSIBLE_CONFIG: config,
    ANSIBLE_FORKS: '10',
  }
  return measured(network.start(['ansible-playbook', '-i', inventory, playbook], env))
}

/** Its output is read and thrown away, as fast as it comes. */
function measured(child: ChildProcess): Promise<Measured> {
  const start = performance.now()
  let peak = 0
  let last = ''
  const look = setInterval(() => (peak = Math.max(peak, peakOf(child.pid ?? 0))), 50)
  const limit = setTimeout(() => child.kill('SIGKILL'), RUN_SECONDS * 1000)
  child.stdout?.on('data', (chunk: Buffer) => (last = chunk.subarray(-6000).toString()))
  child.stderr?.on('data', (chunk: Buffer) => (last = chunk.subarray(-6000).toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(look)
      clearTimeout(limit)
      if (code !== 0) reject(new Error(`exit status ${code ?? 'none'}: ${last}`))
      else resolve({ seconds: (performance.now() - start) / 1000, mebibytes: peak })
    })
  })
}

/** VmHWM, which only grows. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
