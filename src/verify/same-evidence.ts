/** Holds the evidence that a run has just written against what is committed. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatProblem, ProblemsError } from '../errors/index.ts'
import { compareEvidence, parseEvidence } from '../evidence/index.ts'
import type { Evidence } from '../evidence/index.ts'

/** @throws Error with every difference in hash, status, exit or verdict. */
export function sameEvidence(root: string, scratch: string, id: string): void {
  const files = globSync(`${id}/*.json`, { cwd: scratch })
  if (files.length === 0) throw new Error(`the run of ${id} wrote no evidence`)
  const problems = files.flatMap((name) => {
    const file = join('runbooks/evidence', name)
    return compareEvidence({ file, evidence: evidenceAt(root, file) }, evidenceAt(scratch, name))
  })
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'))
}

export function evidenceAt(folder: string, file: string): Evidence {
  const parsed = parseEvidence(file, readFileSync(join(folder, file), 'utf8'))
  if ('problems' in parsed) throw new ProblemsError(parsed.problems)
  return parsed.evidence
}
