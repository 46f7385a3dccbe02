/** One run: machines, preflight, the question, the steps, what is kept, the exit code. */
import { randomBytes } from 'node:crypto'
import { UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { LabHandle } from '../lab/types.ts'
import type { Runbook } from '../runbook/types.ts'
import type { Host, Inventory } from '../transport/index.ts'
import { Backgrounds } from './backgrounds.ts'
import type { RunContext } from './context.ts'
import { runExercise } from './exercise-run.ts'
import { finish } from './finish.ts'
import { watchInterruption } from './interruption.ts'
import type { Interruption } from './interruption.ts'
import { isAlive, Journal, processName } from './journal.ts'
import { openLab, runbookTexts, variantOf } from './machines.ts'
import { isPartial } from './options.ts'
import type { Options } from './options.ts'
import { changesText, confirm } from './overview.ts'
import { planAsked } from './planned.ts'
import { sessionOptions, usedHosts } from './preflight.ts'
import { SecretValues } from './redact.ts'
import { Screen } from './screen.ts'
import { Session } from './session.ts'
import { runSteps } from './steps.ts'
import { resolveVariables } from './variables.ts'

export async function run(
  runbook: Runbook,
  given: Inventory | undefined,
  options: Options,
  command: string,
): Promise<ExitCode> {
  const interruption = watchInterruption()
  try {
    if (given !== undefined && changes(options) && !options.yes && !process.stdin.isTTY) {
      throw new UserError(
        'these machines are not the lab, and there is no terminal to ask on',
        'Give --yes to go on without being asked.',
      )
    }
    const lab =
      given === undefined
        ? await openLab(runbook.topology, (line) => process.stdout.write(`${line}\n`), runbookTexts(runbook))
        : undefined
    const inventory = given ?? lab?.inventory
    if (inventory === undefined) throw new Error('no machines')
    return await runOn(runbook, inventory, lab, options, command, interruption)
  } finally {
    interruption.dispose()
  }
}

async function runOn(
  runbook: Runbook,
  inventory: Inventory,
  lab: LabHandle | undefined,
  options: Options,
  command: string,
  interruption: Interruption,
): Promise<ExitCode> {
  const began = { date: new Date(), at: performance.now() }
  const journal = Journal.of(runbook.id, inventory, process.env, isPartial(options))
  const runId = options.resume ? resumable(journal) : randomBytes(6).toString('hex')
  const hosts = usedHosts(runbook, inventory.hosts, options)
  const mode = options.resume ? 'resume' : changes(options) ? 'fresh' : 'look'
  const session = await Session.open(hosts, sessionOptions(runbook, runId, lab !== undefined, mode, remark))
  const backgrounds = new Backgrounds()
  let forget = false
  try {
    const context = makeContext(runbook, inventory, lab, options, command, interruption, session, journal, backgrounds)
    if (lab === undefined && changes(options) && !options.yes)
      await confirm(runbook.id, changesText(context.plan, hosts))
    beginRun(context, runId, hosts)
    interruption.onFirst(() => {
      session.killAll()
      backgrounds.killAll()
    })
    if (options.exercise !== undefined) {
      const code = await runExercise(context, options.exercise)
      forget = true
      return code
    }
    const ran = await runSteps(context)
    forget = true
    const seconds = (performance.now() - began.at) / 1000
    return await finish(context, { ...ran, lab, hosts, date: began.date, seconds })
  } finally {
    journal.close()
    await backgrounds.finish(false)
    await session.close(forget)
  }
}

function makeContext(
  runbook: Runbook,
  inventory: Inventory,
  lab: LabHandle | undefined,
  options: Options,
  command: string,
  interruption: Interruption,
  session: Session,
  journal: Journal,
  backgrounds: Backgrounds,
): RunContext {
  const variant = (host: Host) => variantOf(host, session.factsOf(host))
  const cleanup = options.cleanup || lab !== undefined
  const { plan, exercises } = planAsked(runbook, inventory.hosts, variant, { ...options, cleanup })
  const acts = exercises.flatMap((exercise) => exercise.acts.flatMap(({ items }) => items))
  return {
    runbook,
    plan,
    exercises,
    options,
    lab: lab !== undefined,
    session,
    backgrounds,
    journal,
    variables: resolveVariables(runbook, inventory.hosts, options.vars),
    captured: new Map(),
    secrets: new SecretValues(),
    screen: new Screen({ stream: process.stdout, color: options.color, total: plan.length + acts.length }),
    directory: `k8s101/${runbook.id}`,
    command,
    interrupted: interruption.happened,
    sleep: (milliseconds) => interruption.sleep(milliseconds),
  }
}

/** The check of an exercise only looks: it asks nothing and is in nobody's way. */
function changes(options: Options): boolean {
  return options.exercise?.part !== 'check'
}

/** The run's id, when it can be gone on with. */
function resumable(journal: Journal): string {
  const last = journal.run
  if (last === undefined)
    throw new UserError('there is nothing to resume', 'No run on these hosts is known here. Start without --resume.')
  if (isAlive(last.process)) {
    throw new UserError(
      `the run is still going, in process ${last.process.split('@')[0] ?? ''}`,
      'Wait for it, or end that process first.',
    )
  }
  return last.run
}

/** Writes down that the run begins, or goes on; refuses to go on with other machines. */
function beginRun(context: RunContext, run: string, hosts: readonly Host[]): void {
  const machines = Object.fromEntries(hosts.map((host) => [host.name, context.session.factsOf(host)?.machineId ?? '']))
  const last = context.journal.run
  const event = {
    event: 'run',
    run,
    runbook: context.runbook.id,
    at: new Date().toISOString(),
    machines,
    process: processName(process.pid),
  } as const
  if (!context.options.resume || last === undefined) {
    context.journal.begin(event)
    return
  }
  const other = hosts
    .filter((host) => (last.machines[host.name] ?? machines[host.name]) !== machines[host.name])
    .map((host) => host.name)
  if (other.length > 0) {
    throw new UserError(
      `${other.join(', ')}: not the machine that the run began on (another machine id)`,
      'Machines were replaced or installed anew: start without --resume.',
    )
  }
  context.journal.append({ ...event, machines: { ...last.machines, ...machines } })
}

function remark(text: string): void {
  process.stderr.write(`${text}\n`)
}
