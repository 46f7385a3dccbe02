/** What would be done, in words: `--list`, the question before the first change, and the summary after. */
import { createInterface } from 'node:readline'
import type { Lang } from '../chapter/types.ts'
import type { Runbook } from '../runbook/types.ts'
import { EXIT, UserError } from '../errors/index.ts'
import type { Host } from '../transport/index.ts'
import { formatSeconds } from './screen.ts'
import type { PlannedItem } from './select.ts'
import type { ExerciseOutcome } from './exercises.ts'
import type { ItemOutcome } from './run-item.ts'

/** One line a step, under the chapter's headings. */
export function listText(plan: readonly PlannedItem[], lang: Lang): string {
  const width = String(plan.length).length
  let section = ''
  const lines = plan.flatMap(({ item, hosts, notRun }, at) => {
    const title = item.title[lang]
    const heading = title === section ? [] : ['', title]
    section = title
    const where = notRun === undefined ? hosts.map(({ host }) => host.name).join(' ') : `not run: ${notRun}`
    const variant = [item.distro, item.runtime].filter((word) => word !== undefined).join(' ')
    const kind = item.type === 'file' ? `writes ${item.path}` : item.phase === 'run' ? '' : item.phase
    const words = [where, kind, variant].filter((word) => word !== '').join(' · ')
    return [...heading, `[${String(at + 1).padStart(width)}] ${item.id}  (${words})`]
  })
  return lines.join('\n').trimStart()
}

/** The page's exercises, under the list of steps; nothing where there is none. */
export function exerciseList({ exercises = [] }: Runbook, lang: Lang): string {
  const lines = exercises.map(({ id, title }) => `${id}  ${title[lang]}  (--exercise ${id})\n`)
  return lines.length === 0 ? '' : `\n${lines.join('')}`
}

/** Per host: how many steps, and the files by name. */
export function changesText(plan: readonly PlannedItem[], hosts: readonly Host[]): string {
  return hosts
    .map((host) => {
      const items = plan
        .filter((planned) => planned.hosts.some((one) => one.host === host))
        .map((planned) => planned.item)
      const steps = items.filter((item) => item.type === 'step')
      const changing = steps.filter((step) => step.phase === 'run').length
      const files = items.filter((item) => item.type === 'file').map((item) => item.path)
      const written = files.length === 0 ? '' : `, writes ${files.join(', ')}`
      const login = host.user === undefined ? host.address : `${host.user}@${host.address}`
      return `  ${host.name} (${login}): ${changing} steps, ${steps.length - changing} checks${written}`
    })
    .join('\n')
}

/**
 * Asks before the first change on hosts that are not the lab.
 * @throws UserError when the answer is not yes (exit 2), and at Ctrl-C (exit 130).
 */
export async function confirm(runbook: string, text: string): Promise<void> {
  process.stdout.write(`${runbook} changes these machines:\n${text}\n`)
  const answer = await ask('Go on? [y/N] ')
  if (!/^\s*y(es)?\s*$/iu.test(answer)) throw new UserError('not confirmed; nothing was changed')
}

/** A line that a person types; empty at the end of the input (Ctrl-D). */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => {
        process.stdout.write('\n')
        reject(new UserError('interrupted; nothing was changed', undefined, EXIT.interrupted))
      })
      lines.once('close', () => {
        process.stdout.write('\n')
        resolve('')
      })
      lines.question(question, resolve)
    })
  } finally {
    lines.removeAllListeners('close').close()
  }
}

/** Steps, hosts, times. */
export function summaryText(runbook: string, outcomes: readonly ItemOutcome[], seconds: number): string {
  const ran = outcomes.filter((outcome) => outcome.results.length > 0)
  const results = ran.flatMap((outcome) => outcome.results)
  const count = (status: string): number => results.filter((result) => result.status === status).length
  const hosts = [...new Set(results.map((result) => result.host))]
  const failed = outcomes.filter((outcome) => outcome.failures.length > 0).length
  const slowest = ran.toSorted((a, b) => b.seconds - a.seconds).slice(0, 3)
  const words = [`${ran.length - failed} steps done`]
  if (failed > 0) words.push(`${failed} failed`)
  if (count('already-done') > 0)
    words.push(`${count('already-done')} of ${results.length} were already done on their host`)
  const checked = results.filter((result) => result.verdict === 'matched').length
  return [
    `${runbook}: ${words.join(', ')}, on ${hosts.length} hosts (${hosts.join(', ')}), in ${formatSeconds(seconds)}.`,
    `${checked} outputs were what the book says. Slowest: ${slowest.map((one) => `${one.planned.item.id} ${formatSeconds(one.seconds)}`).join(', ')}.`,
  ].join('\n')
}

/** How many of the exercises were proven, and which not. */
export function exerciseSummary(asked: number, outcomes: readonly ExerciseOutcome[]): string {
  const failed = outcomes.filter(({ failures }) => failures.length > 0)
  const proven = outcomes.length - failed.length
  const ids = failed.map(({ exercise }) => exercise.id)
  return `${proven} of ${asked} exercises proven${ids.length === 0 ? '' : `; not proven: ${ids.join(', ')}`}.`
}
