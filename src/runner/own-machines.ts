/** On machines that are not the lab: the question before anything else, and what a runbook needs is checked, never installed. */
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import type { Runbook } from '../runbook/types.ts'
import type { Host, Inventory } from '../transport/index.ts'
import { Journal } from './journal.ts'
import { checksOnly } from './lab-state.ts'
import { hostProblems, variantOf } from './machines.ts'
import type { ReadNeeded } from './needs.ts'
import { changesHosts, isPartial } from './options.ts'
import type { Options } from './options.ts'
import { changesText, confirm } from './overview.ts'
import { planAsked } from './planned.ts'
import { checkMachines, runIdOf, sessionOptions, usedHosts } from './preflight.ts'
import { remark } from './screen.ts'
import { Session } from './session.ts'

/**
 * Looks at the hosts and asks a person. While that takes its time nothing there is held or changed, and what an earlier run
 * left is there for --resume when the answer is no.
 * @throws UserError where there is nobody to ask, and as Session.open and confirm do.
 */
export async function askOnOwn(runbook: Runbook, inventory: Inventory, options: Options): Promise<void> {
  if (!changesHosts(options) || options.yes) return
  if (!process.stdin.isTTY) {
    throw new UserError(
      'these machines are not the lab, and there is no terminal to ask on',
      'Give --yes to go on without being asked.',
    )
  }
  // Only read: it opens its file when something is written.
  const journal = Journal.of(runbook.id, inventory, process.env, isPartial(options))
  const settings = sessionOptions(runbook, runIdOf(journal, options), false, 'look', remark)
  const hosts = usedHosts(runbook, inventory.hosts, options)
  const session = await Session.open(hosts, { ...settings, check: hostProblems })
  try {
    if (options.resume) checkMachines(journal.run, hosts, session)
    const variant = (host: Host) => variantOf(host, session.factsOf(host))
    const { plan } = planAsked(runbook, inventory.hosts, variant, options)
    await confirm(runbook.id, changesText(plan, hosts))
  } finally {
    await session.close(true)
  }
}

/**
 * On machines that are not the lab nothing is installed unasked: the needed runbooks' own checks must hold.
 * @throws UserError (exit 2) that names the runbook to run first.
 */
export async function checkNeeded(
  runbook: Runbook,
  options: Options,
  read: ReadNeeded,
  check: (needed: Runbook, options: Options) => Promise<ExitCode>,
): Promise<void> {
  if (options.resume || !changesHosts(options)) return
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
