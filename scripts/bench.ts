/**
 * `npm run bench [-- --rounds N] [--printing MIB] [--no-ansible]`: prints the table of README, and fails past its limits.
 * With `--inventory FILE` or `--lab` (and `--host NAME`) only what a step costs, on those machines.
 */
import { parseArgs } from 'node:util'
import { EXIT, runMain, UserError } from '../src/errors/index.ts'
import type { ExitCode } from '../src/errors/index.ts'
import { ensureHostPackages } from '../src/lab/index.ts'
import { measureStepCost, openMachines } from '../src/runner/index.ts'
import type { StepCost } from '../src/runner/index.ts'
import { withBench } from '../src/verify/index.ts'
import type { Bench } from '../src/verify/index.ts'

const LIMITS = { ratio: 1.2, ansible: 5, memory: 64, growth: 1.3 }
const STEPS = 100

interface Row {
  readonly what: string
  readonly figure: string
  readonly limit: string
  readonly good: boolean
}

await runMain(async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: {
      inventory: { type: 'string' },
      lab: { type: 'boolean' },
      host: { type: 'string' },
      rounds: { type: 'string', default: String(STEPS) },
      printing: { type: 'string', default: '256' },
      'no-ansible': { type: 'boolean' },
    },
  })
  const rounds = whole('--rounds', values.rounds)
  const machines = values.inventory !== undefined || values.lab === true || values.host !== undefined
  const rows = machines
    ? [costRow(await onMachines(values.inventory, values.host, rounds))]
    : await withBench(async (bench) =>
        local(bench, rounds, whole('--printing', values.printing), values['no-ansible'] !== true),
      )
  console.log(`\n${table(rows)}`)
  return rows.every((row) => row.good) ? EXIT.done : EXIT.stepFailed
})

async function onMachines(file: string | undefined, name: string | undefined, rounds: number): Promise<StepCost> {
  const inventory = await openMachines(file, (line) => console.log(line))
  const hosts = inventory.hosts.filter((one) => name === undefined || one.name === name)
  if (hosts.length === 0) {
    throw new UserError(
      `--host ${name ?? ''}: no such host`,
      `hosts: ${inventory.hosts.map((one) => one.name).join(', ')}`,
    )
  }
  return measureStepCost(hosts, file === undefined, rounds)
}

async function local(bench: Bench, rounds: number, printing: number, ansible: boolean): Promise<Row[]> {
  const rows: Row[] = []
  const add = (row: Row): void => {
    rows.push(row)
    console.log(`${row.good ? '✓' : '✗'} ${row.what}: ${row.figure}`)
  }
  for (const hosts of [1, 3]) add(costRow(await bench.stepCost(hosts, rounds)))
  for (const row of await growth(bench)) add(row)
  if (ansible) {
    await ensureHostPackages(['ansible-core'], (line) => console.log(line))
    for (const hosts of [1, 3]) add(await againstAnsible(bench, hosts))
  }
  add(await memory(bench, printing))
  return rows
}

function costRow({ hosts, rounds, step, ssh, ratio }: StepCost): Row {
  return {
    what: `a step that is \`true\` on ${hosts} host${hosts === 1 ? '' : 's'}, against \`ssh -o ControlPath=… HOST true\` over the same master${hosts === 1 ? '' : 's'}, medians of ${rounds}`,
    figure: `${step.toFixed(1)} ms against ${ssh.toFixed(1)} ms, ratio ${ratio.toFixed(2)}`,
    limit: `at most ${LIMITS.ratio}`,
    good: ratio <= LIMITS.ratio,
  }
}

/** A straight line through the shortest and the longest; how far the middle lies above it. */
async function growth(bench: Bench): Promise<Row[]> {
  const bySteps = [await bench.trueSteps(50, 1), await bench.trueSteps(100, 1), await bench.trueSteps(200, 1)]
  const [s50 = 0, s100 = 0, s200 = 0] = bySteps.map(({ seconds }) => seconds)
  const steps = (s200 - s100) / 2 / (s100 - s50)
  const byHosts = [await bench.trueSteps(STEPS, 1), await bench.trueSteps(STEPS, 3)]
  const [h1 = 0, h3 = 0] = byHosts.map(({ seconds }) => seconds)
  const hosts = h3 / h1 / 3
  return [
    {
      what: 'a whole run of 50, 100, 200 such steps on 1 host: the second hundred against twice the second fifty',
      figure: `${[s50, s100, s200].map((one) => one.toFixed(1)).join(', ')} s, ratio ${steps.toFixed(2)}`,
      limit: `at most ${LIMITS.growth}`,
      good: steps <= LIMITS.growth,
    },
    {
      what: `a whole run of ${STEPS} such steps on 1 and 3 hosts, the second against three times the first`,
      figure: `${h1.toFixed(1)}, ${h3.toFixed(1)} s, ratio ${hosts.toFixed(2)}`,
      limit: `at most ${LIMITS.growth}`,
      good: hosts <= LIMITS.growth,
    },
  ]
}

async function againstAnsible(bench: Bench, hosts: number): Promise<Row> {
  const own = await bench.trueSteps(STEPS, hosts)
  const other = await bench.ansible(STEPS, hosts)
  const times = other.seconds / own.seconds
  return {
    what: `${STEPS} such steps on ${hosts} host${hosts === 1 ? '' : 's'}, whole run, against \`ansible-playbook\` (pipelining, ControlPersist)`,
    figure: `${own.seconds.toFixed(1)} s against ${other.seconds.toFixed(1)} s, ${times.toFixed(1)} times as fast`,
    limit: `at least ${LIMITS.ansible} times`,
    good: times >= LIMITS.ansible,
  }
}

async function memory(bench: Bench, mebibytes: number): Promise<Row> {
  const small = await bench.printing(1)
  const large = await bench.printing(mebibytes)
  const more = large.mebibytes - small.mebibytes
  return {
    what: `most memory of the runner while a step prints ${mebibytes} MiB, against 1 MiB`,
    figure: `${large.mebibytes.toFixed(0)} against ${small.mebibytes.toFixed(0)} MiB: ${more.toFixed(0)} MiB more, in ${large.seconds.toFixed(1)} s`,
    limit: `at most ${LIMITS.memory} MiB more`,
    good: more <= LIMITS.memory,
  }
}

function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => `| ${row.what} | ${row.figure} | ${row.limit}${row.good ? '' : ' (NOT MET)'} |`)
  return ['| what | figure | limit |', '| --- | --- | --- |', ...lines].join('\n')
}

function whole(name: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new UserError(`${name} ${JSON.stringify(text)}: expected a whole number from 1`)
}
