/** Fault injection: seeded runs that are broken at a random point, gone on with, and judged by the hosts; and the table of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT } from '../../errors/index.ts'
import type { ExitCode } from '../../errors/index.ts'
import { KINDS } from './plan.ts'
import { isGood, runSeed } from './seed.ts'
import type { SeedResult } from './seed.ts'

export interface FaultsOptions {
  /** Which seeds, in order. */
  readonly seeds: readonly number[]
  /** How many at once; each has its own hosts. */
  readonly jobs: number
  /** Where the logs of failing seeds go. */
  readonly logs: string
}

/** Runs the seeds, prints one line each and a table at the end. */
export async function runFaults(options: FaultsOptions): Promise<ExitCode> {
  const results: SeedResult[] = []
  const waiting = [...options.seeds]
  const start = performance.now()
  await Promise.all(
    Array.from({ length: options.jobs }, async () => {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
        const result = await runSeed(seed)
        results.push(result)
        console.log(line(result))
        if (!isGood(result)) keepLog(options.logs, result)
      }
    }),
  )
  console.log(`\n${table(results)}\n`)
  const failing = results.filter((result) => !isGood(result)).map((result) => result.plan.seed)
  const minutes = ((performance.now() - start) / 60_000).toFixed(1)
  console.log(`${results.length} seeds in ${minutes} min, ${failing.length} failed`)
  for (const seed of failing.toSorted((a, b) => a - b)) {
    console.log(`  again: npm run faults -- --seed ${seed}   (log: ${logFile(options.logs, seed)})`)
  }
  return failing.length === 0 ? EXIT.done : EXIT.stepFailed
}

function line(result: SeedResult): string {
  const { plan, settled } = result
  const second = plan.second === undefined ? '' : `, then ${plan.second.kind}`
  const exits = result.exits.map((code) => code ?? 'killed').join(' ')
  const looked =
    settled.done + settled.rerun === 0 ? '' : `, settled by looking: ${settled.done} done, ${settled.rerun} not`
  const wrong = [...result.wrong, ...result.left.map((text) => `left: ${text}`), ...result.broken]
  const word = wrong.length === 0 ? 'ok    ' : 'FAILED'
  const missed = result.struck ? '' : ' (the run ended before)'
  const head = `seed ${String(plan.seed).padStart(3)} ${word} ${result.seconds.toFixed(0).padStart(3)} s  ${plan.first.kind}${second}${missed}; exits ${exits}${looked}`
  return [head, ...wrong.map((text) => `    ${text}`)].join('\n')
}

/** One row a kind of fault. */
export function table(results: readonly SeedResult[]): string {
  const rows = KINDS.map((kind) => {
    const of = results.filter((result) => result.plan.first.kind === kind)
    return [kind, ...counts(of)]
  }).filter((row) => row[1] !== '0')
  const head = [
    'first fault',
    'seeds',
    'met the run',
    'passed at once',
    'resumed',
    'exit 4',
    'looked: done',
    'looked: not',
    'wrong passed',
    'left over',
    'broken',
  ]
  const all = [head, ...rows, ['all', ...counts(results)]]
  return all
    .flatMap((row, at) => (at === 0 ? [row, row.map((_, column) => (column === 0 ? '---' : '---:'))] : [row]))
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}

function counts(results: readonly SeedResult[]): string[] {
  const sum = (value: (result: SeedResult) => number): string =>
    String(results.reduce((total, result) => total + value(result), 0))
  return [
    String(results.length),
    sum((result) => Number(result.struck)),
    sum((result) => Number(result.exits.length === 1)),
    sum((result) => Number(result.exits.length > 1)),
    sum((result) => result.exits.filter((code) => code === 4).length),
    sum((result) => result.settled.done),
    sum((result) => result.settled.rerun),
    sum((result) => Number(result.wrong.length > 0)),
    sum((result) => Number(result.left.length > 0)),
    sum((result) => Number(result.broken.length > 0)),
  ]
}

function logFile(folder: string, seed: number): string {
  return join(folder, `seed-${seed}.log`)
}

function keepLog(folder: string, result: SeedResult): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(logFile(folder, result.plan.seed), `${line(result)}\n${JSON.stringify(result.plan)}\n${result.log}`)
}
