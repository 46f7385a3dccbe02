/** One seed: a run with a fault, gone on with until it passes, then judged by looking at the hosts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasHappened, audit, FAULTS_RUNBOOK, HOSTS, SECRET } from './runbook.ts'
import { hostOf, leftovers, mend, strike, writeRunbook } from './inject.ts'
import { startNetwork } from '../network.ts'
import type { LocalNetwork } from '../network.ts'
import { planFault } from './plan.ts'
import type { Fault, FaultPlan } from './plan.ts'

export interface SeedResult {
  readonly plan: FaultPlan
  /** Whether the first fault met the run. */
  readonly struck: boolean
  /** Exit codes of the runs, the last one last; null for a runner that was killed. */
  readonly exits: readonly (number | null)[]
  /** Outcomes that the runner did not know, settled by looking at the host. */
  readonly settled: { readonly done: number; readonly rerun: number }
  /** Said that it passed, and did not. */
  readonly wrong: readonly string[]
  readonly left: readonly string[]
  /** Anything else: no end, a crash, a way out that leads nowhere. */
  readonly broken: readonly string[]
  readonly seconds: number
  /** All that the runs printed. */
  readonly log: string
}

export function isGood(result: SeedResult): boolean {
  return result.wrong.length + result.left.length + result.broken.length === 0
}

const RUN_SECONDS = 90
const MOST_RUNS = 8
const ENTRY = join(import.meta.dirname, '..', '..', 'runner', 'entry.mjs')

export async function runSeed(seed: number): Promise<SeedResult> {
  const start = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'k8s101-faults-'))
  try {
    const network = await startNetwork(folder, HOSTS)
    try {
      const seen = await new Trial(planFault(seed), network, folder).run()
      return { ...seen, seconds: (performance.now() - start) / 1000 }
    } finally {
      await network.remove()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class Trial {
  readonly #plan: FaultPlan
  readonly #network: LocalNetwork
  readonly #folder: string
  readonly #file: string
  readonly #exits: (number | null)[] = []
  readonly #settled = { done: 0, rerun: 0 }
  readonly #broken: string[] = []
  #struck = false
  #log = ''

  constructor(plan: FaultPlan, network: LocalNetwork, folder: string) {
    this.#plan = plan
    this.#network = network
    this.#folder = folder
    this.#file = writeRunbook(folder, ENTRY, FAULTS_RUNBOOK)
  }

  async run(): Promise<Omit<SeedResult, 'seconds'>> {
    const passed = await this.#untilPassed()
    const homes = Object.fromEntries(this.#network.hosts.map(({ host, home }) => [host.name, home]))
    const wrong = passed ? audit(homes) : []
    if (this.#log.includes(SECRET)) wrong.push('the secret was printed')
    return {
      plan: this.#plan,
      struck: this.#struck,
      exits: this.#exits,
      settled: this.#settled,
      wrong,
      left: passed ? await leftovers(this.#network, this.#folder) : [],
      broken: this.#broken,
      log: this.#log,
    }
  }

  async #untilPassed(): Promise<boolean> {
    let args: readonly string[] = []
    for (let run = 0; run < MOST_RUNS; run++) {
      const fault = run === 0 ? this.#plan.first : run === 1 ? this.#plan.second : undefined
      const ended = await this.#once(args, fault)
      mend(this.#network)
      this.#exits.push(ended.code)
      if (/^bug: /m.test(ended.text)) this.#broken.push(`a crash: ${/^bug: .*/m.exec(ended.text)?.[0] ?? ''}`)
      if (ended.late) this.#broken.push(`no end within ${RUN_SECONDS} s`)
      if (ended.code === 0) return true
      args = this.#next(ended.code, ended.text)
      // A person takes longer. What dies with a killed runner needs a moment.
      await sleep(300)
    }
    this.#broken.push(`not done after ${MOST_RUNS} runs`)
    return false
  }

  /** How a person goes on after this exit. */
  #next(code: number | null, text: string): readonly string[] {
    if (text.includes('error: there is nothing to resume')) return []
    const unknown = [...text.matchAll(/(faults\/\S+) on (\S+): it was started/g)]
    if (code === 4 && unknown.length === 0) this.#broken.push('exit 4, and no step is named')
    if (code === 2) this.#broken.push(`wrong use: ${/^error: .*/m.exec(text)?.[0] ?? ''}`)
    const words = unknown.flatMap(([, id = '', host = '']) => {
      const done = hasHappened(id, hostOf(this.#network, host).home)
      this.#settled[done ? 'done' : 'rerun'] += 1
      return [done ? '--mark-done' : '--rerun', `${id}=${host}`]
    })
    return ['--resume', ...words]
  }

  async #once(
    args: readonly string[],
    fault: Fault | undefined,
  ): Promise<{ readonly code: number | null; readonly text: string; readonly late: boolean }> {
    const words = [process.execPath, this.#file, '--inventory', this.#network.inventory, '--yes', ...args]
    this.#log += `\n$ runbook ${args.join(' ')}\n`
    const runner = this.#network.start(words, {
      ...process.env,
      XDG_STATE_HOME: this.#network.state.inside,
      K8S101_RECONNECT_SECONDS: '12',
      K8S101_ALIVE_SECONDS: '1',
      LANG: 'en_US.UTF-8',
      NO_COLOR: '1',
    })
    let text = ''
    const take = (chunk: Buffer): void => void (text += chunk.toString())
    runner.stdout?.on('data', take)
    runner.stderr?.on('data', take)
    let over = false
    let late = false
    const ended = new Promise<number | null>((resolve) => {
      runner.on('close', (code) => {
        over = true
        resolve(code)
      })
    })
    const limit = setTimeout(() => {
      late = true
      runner.kill('SIGKILL')
    }, RUN_SECONDS * 1000)
    const begin = performance.now()
    if (fault !== undefined) {
      const struck = await strike(fault, { network: this.#network, runner, ended: () => over })
      if (fault === this.#plan.first) this.#struck = struck
      const disk = fault.kind === 'disk full' ? ` (${fault.disk})` : ''
      const at = Math.round(performance.now() - begin)
      text += struck
        ? `\n*** ${fault.kind}${disk} at ${fault.host}, done after ${at} ms\n`
        : '\n*** too late for the fault\n'
    }
    const code = await ended
    clearTimeout(limit)
    this.#log += `${text}\n→ ${code ?? 'killed'} after ${((performance.now() - begin) / 1000).toFixed(1)} s\n`
    return { code, text, late }
  }
}
