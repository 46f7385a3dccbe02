/** Door of the runner: a runbook with its command line, from the first check to the exit code. */
import { basename, join, resolve } from 'node:path'
import { runMain } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import { EXIT } from '../errors/index.ts'
import type { Runbook } from '../runbook/types.ts'
import { quote } from '../transport/index.ts'
import type { Inventory } from '../transport/index.ts'
import { dryRun } from './dry-run.ts'
import { projectRoot } from './evidence.ts'
import { helpText } from './help.ts'
import { watchReaders } from './interruption.ts'
import { readInventory } from './inventory.ts'
import { INVENTORY_SCHEMA, inventorySchema } from './inventory-schema.ts'
import { Journal } from './journal.ts'
import { assumedVariant, labHosts } from './machines.ts'
import { runbooksBeside } from './needs.ts'
import type { ReadNeeded } from './needs.ts'
import { argumentsOf, parseOptions } from './options.ts'
import type { Options } from './options.ts'
import { exerciseList, listText } from './overview.ts'
import { planAsked } from './planned.ts'
import { SecretValues, maskText } from './redact.ts'
import { REPORT_SCHEMA, reportSchema } from './report-schema.ts'
import { run } from './run.ts'
import { statusText } from './status.ts'
import { resolveVariables } from './variables.ts'

export { measureStepCost, trueRunbook } from './bench.ts'
export type { StepCost } from './bench.ts'
export { parseInventory, readInventory } from './inventory.ts'
export { isStale, runbooksBeside } from './needs.ts'
export { openMachines } from './machines.ts'

/** What is published beside the runbooks, by its path below the project's root. */
export function publishedSchemas(): Readonly<Record<string, unknown>> {
  return { [INVENTORY_SCHEMA]: inventorySchema(), [REPORT_SCHEMA]: reportSchema() }
}

/** Runs a runbook with this process's arguments; sets the exit code, throws nothing. */
export async function main(runbook: Runbook, argv: readonly string[]): Promise<void> {
  watchReaders()
  const read = runbooksBeside(scriptOf(argv, runbook.id))
  await runMain(() => command(runbook, argumentsOf(argv, runbook.id), read))
}

/** The runbook's own file, by which the runbooks that it needs are found. */
function scriptOf(argv: readonly string[], runbook: string): string {
  const named = argv.find((word, at) => at > 0 && basename(word) === `${runbook}.mjs`)
  return named === undefined ? join(projectRoot(), 'runbooks', `${runbook}.mjs`) : resolve(named)
}

async function command(runbook: Runbook, args: readonly string[], read: ReadNeeded): Promise<ExitCode> {
  const options = parseOptions(args, process.env)
  if (options.action === 'help') {
    process.stdout.write(helpText(runbook, options.lang))
    return EXIT.done
  }
  const inventory = options.inventory === undefined ? undefined : readInventory(options.inventory)
  const hosts = inventory?.hosts ?? labHosts(runbook.topology, runbook.runtime)
  // Wrong step, host and variable names show before a lab is built or a host is asked.
  const cleanup = options.cleanup || inventory === undefined
  const { plan } = planAsked(runbook, hosts, assumedVariant, { ...options, cleanup })
  resolveVariables(runbook, hosts, options.vars)
  switch (options.action) {
    case 'list':
      process.stdout.write(`${listText(plan, options.lang)}\n${exerciseList(runbook, options.lang)}`)
      return EXIT.done
    case 'dry-run':
      return dryRun(runbook, inventory, plan, options)
    case 'status':
      return status(runbook, inventory, options)
    case 'run':
      return run(runbook, inventory, options, commandLine(runbook, args), read)
  }
}

async function status(runbook: Runbook, inventory: Inventory | undefined, options: Options): Promise<ExitCode> {
  const machines = inventory ?? (await runningLab())
  const found = await statusText(machines.hosts, Journal.of(runbook.id, machines, process.env), {
    run: '-',
    runbook: runbook.id,
    who: '-',
    ignoreUserConfig: options.inventory === undefined,
  })
  process.stdout.write(`${found.text}\n`)
  return found.code
}

/** @throws UserError when the lab is not up. */
async function runningLab(): Promise<Inventory> {
  const { openLab } = await import('../lab/index.ts')
  return (await openLab()).inventory
}

/** How to start the same run again, less what belongs to this attempt only. */
function commandLine(runbook: Runbook, args: readonly string[]): string {
  const kept: string[] = []
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    if (['--resume', '--check', '--answer', '--fresh'].includes(word)) continue
    if (word === '--rerun' || word === '--mark-done') at += 1
    else if (!/^--(rerun|mark-done)=/.test(word)) kept.push(/^[\w./,=:-]+$/.test(word) ? word : quote(word))
  }
  // It is shown and kept in reports: a token given by --var stands there masked.
  return maskText(['npx zx', `runbooks/${runbook.id}.mjs`, ...kept].join(' '), new SecretValues())
}
