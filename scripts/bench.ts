/** `npm run bench -- [--inventory FILE] [--host NAME] [--rounds N]`: the cost of a step against plain ssh, and their ratio. */
import { parseArgs } from 'node:util'
import { EXIT, runMain, UserError } from '../src/errors/index.ts'
import type { ExitCode } from '../src/errors/index.ts'
import { measureStepCost, openMachines } from '../src/runner/index.ts'

const LIMIT = 1.3

await runMain(async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: { inventory: { type: 'string' }, host: { type: 'string' }, rounds: { type: 'string', default: '100' } },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new UserError(`--rounds ${values.rounds}: expected a number`)
  const inventory = await openMachines(values.inventory, (line) => console.log(line))
  const host = inventory.hosts.find((one) => values.host === undefined || one.name === values.host)
  if (host === undefined) {
    throw new UserError(
      `--host ${values.host ?? ''}: no such host`,
      `hosts: ${inventory.hosts.map((one) => one.name).join(', ')}`,
    )
  }
  const cost = await measureStepCost(host, values.inventory === undefined, rounds)
  console.log(`host ${host.name}, ${cost.rounds} rounds in turn, medians`)
  console.log(`a step that is "true":                  ${cost.step.toFixed(1)} ms`)
  console.log(`ssh -o ControlPath=… ${host.name} true (same master): ${cost.ssh.toFixed(1)} ms`)
  console.log(`ratio: ${cost.ratio.toFixed(2)} (at most ${LIMIT})`)
  return cost.ratio <= LIMIT ? EXIT.done : EXIT.stepFailed
})
