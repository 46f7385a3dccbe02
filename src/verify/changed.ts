/** Which runbooks the last change is about: CI runs them however late it is. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseEvidence } from '../evidence/index.ts'
import type { Evidence } from '../evidence/index.ts'
import { runCommand } from './command.ts'
import { evidenceAt } from './same-evidence.ts'

/** A change takes several commits, and hours: it ends with the last one. */
const HOURS = 6

/**
 * Ids of the runbooks whose evidence is about other steps than it was six hours before the last commit: a change of text
 * must bring new evidence. One that was only run again is not changed. Without a history (a downloaded archive) none are.
 */
export async function changedLately(root: string): Promise<ReadonlySet<string>> {
  if (!existsSync(join(root, '.git'))) return new Set()
  const git = async (...words: readonly string[]) =>
    runCommand(['git', ...words], { cwd: root, timeoutSeconds: 30, show: false })
  const last = await git('log', '-1', '--format=%ct')
  const before = await git('rev-list', '-1', `--before=${Number(last.output.trim()) - HOURS * 3600}`, 'HEAD')
  const base = before.output.trim()
  const since = base === '' ? ['ls-files'] : ['diff', '--name-only', '--diff-filter=d', base]
  const files = (await git(...since, '--', 'runbooks/evidence')).output
    .split('\n')
    .filter((file) => file.endsWith('.json'))
  const changed = new Set<string>()
  for (const file of files) {
    const was = base === '' ? undefined : await git('show', `${base}:${file}`)
    const parsed = was?.status === 0 ? parseEvidence(file, was.output) : undefined
    if (parsed === undefined || 'problems' in parsed || stepsOf(parsed.evidence) !== stepsOf(evidenceAt(root, file)))
      changed.add(basename(dirname(file)))
  }
  return changed
}

/** What the evidence is about, as text: each step and exercise with its hash. */
function stepsOf({ items, exercises }: Evidence): string {
  return JSON.stringify([
    items.map(({ id, chain, hash }) => [id, chain, hash]),
    (exercises ?? []).map(({ id, chain }) => [id, chain]),
  ])
}
