/** `npm run faults -- --seeds N | --seed K [--jobs J]`: runs that are broken on purpose, gone on with and judged. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runMain, UserError } from '../src/errors/index.ts'
import type { ExitCode } from '../src/errors/index.ts'
import { runFaults } from '../src/verify/index.ts'

await runMain(async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '12' },
      seed: { type: 'string', multiple: true },
      jobs: { type: 'string', default: '2' },
      logs: { type: 'string', default: join(tmpdir(), 'k8s101-faults-logs') },
    },
  })
  const many = number('--seeds', values.seeds)
  const seeds =
    values.seed === undefined
      ? Array.from({ length: many }, (_, at) => at + 1)
      : values.seed.map((text) => number('--seed', text))
  return runFaults({ seeds, jobs: number('--jobs', values.jobs), logs: values.logs })
})

function number(name: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new UserError(`${name} ${JSON.stringify(text)}: expected a whole number from 1`)
}
