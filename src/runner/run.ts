/** One run: machines, preflight, the question, the steps, what is kept, the exit code. */
import { EXIT } from '../errors/index.ts'
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
import { Journal, processName } from './journal.ts'
import { labInState } from './lab-state.ts'
import type { RunLab } from './lab-state.ts'
import { isLive } from './live-region.ts'
import { hostProblems, otherRuntime, variantOf } from './machines.ts'
import type { ReadNeeded } from './needs.ts'
import { changesHosts, isPartial } from './options.ts'
import type { Options } from './options.ts'
import { askOnOwn, checkNeeded } from './own-machines.ts'
import { planAsked } from './planned.ts'
import { checkMachines, runIdOf, sessionOptions, usedHosts } from './preflight.ts'
import { SecretValues } from './redact.ts'
import { remark, Screen } from './screen.ts'
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
    const one = (runbook: Runbook, inventory: Inventory, lab: RunLab | undefined, options: Options, command: string) =>
      runOn(runbook, inventory, lab, options, command, interruption)
    if (given !== undefined) {
      // Before the checks of what it needs: they change nothing, and yet run on machines that are a person's own.
      await askOnOwn(runbook, given, options)
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
  const runId = runIdOf(journal, options)
  const hosts = usedHosts(runbook, inventory.hosts, options)
  const mode = options.resume ? 'resume' : changesHosts(options) ? 'fresh' : 'look'
  // Once there is a screen, what is said of a host does not write into its lines.
  const shown: { screen?: Screen } = {}
  const tell = (text: string): void => {
    if (shown.screen === undefined) remark(text)
    else shown.screen.beside(() => remark(text))
  }
  const leave = (): void => shown.screen?.close()
  const settings = { ...sessionOptions(runbook, runId, lab !== undefined, mode, tell), check: hostProblems }
  const session = await Session.open(hosts, {
    ...settings,
    onWaiting: (stop) => interruption.onFirst(stop, tell),
  })
  const backgrounds = new Backgrounds()
  let forget = false
  process.once('exit', leave)
  try {
    if (options.resume) checkMachines(journal.run, hosts, session)
    for (const line of hosts.map((host) => otherRuntime(host, session.factsOf(host)))) {
      if (line !== undefined) remark(line)
    }
    const context = makeContext(runbook, inventory, lab, options, command, interruption, session, journal, backgrounds)
    shown.screen = context.screen
    beginRun(context, runId, hosts)
    if (changesHosts(options)) await lab?.began(lab.ran, isPartial(options))
    interruption.onFirst(() => {
      session.killAll()
      backgrounds.killAll()
    }, tell)
    if (options.exercise !== undefined) {
      const code = await runExercise(context, options.exercise)
      forget = true
      return code
    }
    const before = checksLeaks(context) && !context.interrupted() ? await presentObjects(context) : undefined
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
    process.off('exit', leave)
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

/** Writes down that the run begins, or goes on. */
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
  context.journal.append({ ...event, machines: { ...last.machines, ...machines } })
}
