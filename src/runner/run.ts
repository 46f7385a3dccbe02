/** One run: machines, preflight, the question, the steps, what is kept, the exit code. */
import { randomBytes } from 'node:crypto'
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { Runbook } from '../runbook/types.ts'
import type { Host, Inventory } from '../transport/index.ts'
import { Backgrounds } from './backgrounds.ts'
import type { RunContext } from './context.ts'
import { runExercise } from './exercise-run.ts'
import { finish } from './finish.ts'
import { watchInterruption } from './interruption.ts'
import type { Interruption } from './interruption.ts'
import { checksLeaks, leaksSince, presentObjects } from './leaks.ts'
import { isAlive, Journal, processName } from './journal.ts'
import { checksOnly, labInState } from './lab-state.ts'
import type { RunLab } from './lab-state.ts'
import { isLive } from './live-region.ts'
import { checkHosts, variantOf } from './machines.ts'
import type { ReadNeeded } from './needs.ts'
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
  read: ReadNeeded,
): Promise<ExitCode> {
  const interruption = watchInterruption()
  try {
    if (given !== undefined && changes(options) && !options.yes && !process.stdin.isTTY) {
      throw new UserError(
        'these machines are not the lab, and there is no terminal to ask on',
        'Give --yes to go on without being asked.',
      )
    }
    const one = (runbook: Runbook, inventory: Inventory, lab: RunLab | undefined, options: Options, command: string) =>
      runOn(runbook, inventory, lab, options, command, interruption)
    if (given !== undefined) {
      await checkNeeded(runbook, options, read, (needed, checks) => one(needed, given, undefined, checks, command))
      return await one(runbook, given, undefined, options, command)
    }
    const state = await labInState({
      runbook,
      options,
      command,
      read,
      say: (line) => process.stdout.write(`${line}\n`),
      run: (needed, lab, its) => one(needed, lab.inventory, lab, its, `npx zx runbooks/${needed.id}.mjs`),
    })
    return 'exit' in state ? state.exit : await one(runbook, state.lab.inventory, state.lab, options, command)
  } finally {
    interruption.dispose()
  }
}

/**
 * On machines that are not the lab nothing is installed unasked: the needed runbooks' own checks must hold.
 * @throws UserError (exit 2) that names the runbook to run first.
 */
async function checkNeeded(
  runbook: Runbook,
  options: Options,
  read: ReadNeeded,
  check: (needed: Runbook, options: Options) => Promise<ExitCode>,
): Promise<void> {
  if (options.resume || !changes(options)) return
  for (const id of runbook.needs) {
    const needed = await read(id)
    if (needed === undefined) throw new UserError(`${runbook.id} needs the runbook "${id}", which is not there`)
    process.stdout.write(`\n${runbook.id} starts from the state after ${id}; its checks:\n`)
    const exit = await check(needed, { ...checksOnly(options, needed), yes: true })
    if (exit === EXIT.interrupted) throw new UserError('interrupted; nothing was changed', undefined, exit)
    if (exit === EXIT.done) continue
    throw new UserError(
      `${runbook.id} starts from the state after ${id}, and these machines are not in it: its checks fail`,
      `Run it first: npx zx runbooks/${id}.mjs --inventory ${options.inventory ?? 'FILE'}`,
    )
  }
}

async function runOn(
  runbook: Runbook,
  inventory: Inventory,
  lab: RunLab | undefined,
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
    checkHosts(hosts, (host) => session.factsOf(host), remark)
    const context = makeContext(runbook, inventory, lab, options, command, interruption, session, journal, backgrounds)
    if (lab === undefined && changes(options) && !options.yes)
      await confirm(runbook.id, changesText(context.plan, hosts))
    beginRun(context, runId, hosts)
    if (changes(options)) await lab?.began(lab.ran, isPartial(options))
    interruption.onFirst(() => {
      session.killAll()
      backgrounds.killAll()
    })
    if (options.exercise !== undefined) {
      const code = await runExercise(context, options.exercise)
      forget = true
      return code
    }
    const before = checksLeaks(context) ? await presentObjects(context) : undefined
    const ran = await runSteps(context)
    const cleaned =
      !context.interrupted() && [...ran.outcomes, ...ran.exercises].every((one) => one.failures.length === 0)
    const isolation = before !== undefined && cleaned ? { isolation: await leaksSince(context, before) } : {}
    forget = true
    const seconds = (performance.now() - began.at) / 1000
    const exit = await finish(context, { ...ran, ...isolation, lab, hosts, date: began.date, seconds })
    if (exit === EXIT.done && !isPartial(options)) await lab?.finished(lab.ran, runbook.isolation === 'namespace')
    return exit
  } finally {
    journal.close()
    await backgrounds.finish(false)
    await session.close(forget)
  }
}

function makeContext(
  runbook: Runbook,
  inventory: Inventory,
  lab: RunLab | undefined,
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
    screen: new Screen({
      stream: process.stdout,
      color: options.color,
      live: isLive(process.stdout, process.env),
      total: plan.length + acts.length,
    }),
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
