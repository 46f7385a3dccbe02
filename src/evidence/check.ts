/** Is the evidence still about this text, and does a fresh run say the same? */
import { join } from 'node:path'
import type { Problem } from '../errors/index.ts'
import { chainHashes, exerciseChains, itemKey, itemsFor } from '../runbook/hash.ts'
import type { Runbook } from '../runbook/types.ts'
import { tryReadEvidence } from './files.ts'
import type { EvidenceFile } from './files.ts'
import type { Evidence, ExerciseEvidence, HostResult, ItemEvidence } from './types.ts'

const AGAIN = 'npm run verify runs it on new machines and writes the evidence'

/** Every runbook needs evidence of the lab's variant (debian, and its runtime), and no evidence may be stale. */
export function checkEvidence(root: string, runbooks: readonly Runbook[]): Problem[] {
  const { files, problems } = tryReadEvidence(root)
  for (const runbook of runbooks) {
    const own = files.filter(({ evidence }) => evidence.runbook === runbook.id)
    const wanted = join('runbooks', 'evidence', runbook.id, `debian-${runbook.runtime ?? 'containerd'}.json`)
    if (!own.some(({ file }) => file === wanted) && !problems.some(({ file }) => file === wanted)) {
      problems.push(problem(wanted, `runbook ${runbook.id} has no evidence`))
    }
    problems.push(
      ...own.flatMap((file) => [
        ...staleItems(file, runbook),
        ...staleExercises(file, runbook),
        ...leaks(file, runbook),
      ]),
    )
  }
  const known = new Set(runbooks.map((runbook) => runbook.id))
  for (const { file, evidence } of files) {
    if (!known.has(evidence.runbook))
      problems.push(problem(file, `there is no runbook ${JSON.stringify(evidence.runbook)}`, 'Remove the file.'))
  }
  return problems
}

/** The first item that differs: all after it differ because of it. */
function staleItems({ file, evidence }: EvidenceFile, runbook: Runbook): Problem[] {
  if (evidence.result !== 'passed') return [problem(file, `the run that it is from failed`)]
  const variant = { distro: evidence.distro, runtime: evidence.runtime }
  const chains = chainHashes(runbook, variant)
  const proven = new Map(evidence.items.filter((item) => item.notRun === undefined).map((item) => [item.id, item]))
  const items = itemsFor(runbook, variant)
  const stale = items.filter(
    (item) => proven.get(item.id)?.chain !== chains.get(itemKey(item)) && !isUnneeded(evidence, item.id),
  )
  const first = stale[0]
  if (first === undefined) return []
  const more = stale.length === 1 ? '' : ` (and ${stale.length - 1} that follow)`
  const what = proven.has(first.id) ? 'has changed since it ran' : 'has never run'
  return [problem(file, `stale: ${first.id} ${what}${more}; see ${first.source.file}:${first.source.line}`)]
}

/** Each exercise whose check applies to these hosts is proven, as it stands now. */
function staleExercises({ file, evidence }: EvidenceFile, runbook: Runbook): Problem[] {
  const variant = { distro: evidence.distro, runtime: evidence.runtime }
  return (runbook.exercises ?? []).flatMap((exercise) => {
    if (!itemsFor(exercise, variant).some((item) => item.part === 'check')) return []
    const proven = evidence.exercises?.find((one) => one.id === exercise.id && one.result === 'proven')
    if (proven === undefined) return [problem(file, `the exercise ${exercise.id} has not been proven`)]
    const chain = [...exerciseChains(runbook, exercise, variant).values()].at(-1)
    return proven.chain === chain ? [] : [problem(file, `stale: the exercise ${exercise.id} has changed since it ran`)]
  })
}

/** A runbook that promises to leave nothing behind must have been looked at. */
function leaks({ file, evidence }: EvidenceFile, runbook: Runbook): Problem[] {
  if (runbook.isolation !== 'namespace') return []
  const { isolation } = evidence
  if (isolation === undefined) return [problem(file, 'nobody looked whether the runbook leaves something behind')]
  const names = [...isolation.left, ...isolation.gone]
  return names.length === 0 ? [] : [problem(file, `the cluster was not as before: ${names.join(', ')}`)]
}

/** Left out on purpose, e.g. cleanup outside the lab. */
function isUnneeded(evidence: Evidence, id: string): boolean {
  return evidence.items.some((item) => item.id === id && item.notRun === 'phase')
}

/** Differences that matter between what is committed and what a run just gave: hash, status, verdict, exit. */
export function compareEvidence(committed: EvidenceFile, fresh: Evidence): Problem[] {
  const { file, evidence } = committed
  const exercises = compareExercises(file, evidence.exercises ?? [], fresh.exercises ?? [])
  const [was, is] = [isolationFacts(evidence), isolationFacts(fresh)]
  const isolation = was === is ? [] : [problem(file, `isolation: ${was} is committed, ${is} now`)]
  return [...compareItems(committed, fresh), ...exercises, ...isolation]
}

function compareItems({ file, evidence }: EvidenceFile, fresh: Evidence): Problem[] {
  const was = new Map(evidence.items.map((item) => [keyOf(item), item]))
  const is = new Map(fresh.items.map((item) => [keyOf(item), item]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const before = was.get(key)
    const now = is.get(key)
    if (before === undefined) return [problem(file, `${key}: ran now, and is not in the committed evidence`)]
    if (now === undefined) return [problem(file, `${key}: is in the committed evidence and did not run now`)]
    return compareItem(file, before, now)
  })
}

function isolationFacts({ isolation }: Evidence): string {
  if (isolation === undefined) return 'nothing'
  const names = [...isolation.left.map((name) => `left ${name}`), ...isolation.gone.map((name) => `gone ${name}`)]
  return names.length === 0 ? 'nothing left behind' : names.join(', ')
}

function compareExercises(
  file: string,
  committed: readonly ExerciseEvidence[],
  fresh: readonly ExerciseEvidence[],
): Problem[] {
  const ids = new Set([...committed, ...fresh].map((exercise) => exercise.id))
  return [...ids].flatMap((id) => {
    const [a, b] = [committed, fresh].map((all) => exerciseFacts(all.find((one) => one.id === id)))
    return a === b ? [] : [problem(file, `exercise ${id}: ${a} is committed, ${b} now`)]
  })
}

/** Result, hash, and what each check said. */
function exerciseFacts(exercise: ExerciseEvidence | undefined): string {
  if (exercise === undefined) return 'nothing'
  const said = exercise.stages.flatMap(({ part, missing }) =>
    missing === undefined ? [part] : [`${part}: ${missing.length === 0 ? 'done' : missing.join(' ')}`],
  )
  return `${exercise.result}, hash ${exercise.chain} (${said.join(', ')})`
}

function keyOf(item: ItemEvidence): string {
  return (
    [item.id, item.distro, item.runtime].filter((word) => word !== undefined).join(' ') +
    (item.notRun === undefined ? '' : `, not run: ${item.notRun}`)
  )
}

function compareItem(file: string, before: ItemEvidence, now: ItemEvidence): Problem[] {
  if (before.chain !== now.chain)
    return [problem(file, `${before.id}: hash ${before.chain} is committed, ${now.chain} ran now`)]
  const hosts = new Set([...before.hosts, ...now.hosts].map((result) => result.host))
  return [...hosts].flatMap((host) => {
    const a = facts(before.hosts.find((result) => result.host === host))
    const b = facts(now.hosts.find((result) => result.host === host))
    return a === b ? [] : [problem(file, `${before.id} on ${host}: ${a} is committed, ${b} now`)]
  })
}

function facts(result: HostResult | undefined): string {
  return result === undefined ? 'nothing' : `${result.status}, exit ${result.exit ?? '-'}, output ${result.verdict}`
}

function problem(file: string, message: string, hint = AGAIN): Problem {
  return { file, line: 1, column: 1, message, hint }
}
