/** Evidence on disk: `runbooks/evidence/<runbook>/<distro>-<runtime>.json` below the project's root. */
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ProblemsError } from '../errors/index.ts'
import type { Problem } from '../errors/index.ts'
import { evidenceProblems, isEvidence } from './schema.ts'
import type { Evidence } from './types.ts'

export interface EvidenceFile {
  /** Path from the root. */
  readonly file: string
  readonly evidence: Evidence
}

export function evidenceFolder(root: string): string {
  return join(root, 'runbooks', 'evidence')
}

/**
 * Every evidence file below the root, in order of their names.
 * @throws ProblemsError when one of them is no evidence.
 */
export function readEvidence(root: string): EvidenceFile[] {
  const { files, problems } = tryReadEvidence(root)
  if (problems.length > 0) throw new ProblemsError(problems)
  return files
}

export function tryReadEvidence(root: string): { readonly files: EvidenceFile[]; readonly problems: Problem[] } {
  const files: EvidenceFile[] = []
  const problems: Problem[] = []
  if (!existsSync(evidenceFolder(root))) return { files, problems }
  for (const name of globSync('*/*.json', { cwd: evidenceFolder(root) }).toSorted()) {
    const file = join('runbooks', 'evidence', name)
    const parsed = parseEvidence(file, readFileSync(join(root, file), 'utf8'))
    if ('evidence' in parsed) files.push({ file, evidence: parsed.evidence })
    else problems.push(...parsed.problems)
  }
  return { files, problems }
}

export function parseEvidence(file: string, text: string): { evidence: Evidence } | { problems: Problem[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problems: [problem(file, `no JSON: ${error instanceof Error ? error.message : String(error)}`)] }
  }
  if (isEvidence(value)) return { evidence: value }
  return { problems: evidenceProblems(value).map((message) => problem(file, message)) }
}

/** Checks a value's shape as the file would be checked. */
export function validateEvidence(file: string, value: unknown): Problem[] {
  return evidenceProblems(value).map((message) => problem(file, message))
}

function problem(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message, hint: 'Evidence is never written by hand: npm run verify makes it anew.' }
}

/** Path below a folder of evidence. */
export function evidencePath(folder: string, evidence: Pick<Evidence, 'runbook' | 'distro' | 'runtime'>): string {
  return join(folder, evidence.runbook, `${evidence.distro}-${evidence.runtime}.json`)
}

/** Writes a file beside the old one and renames it. Gives the path. */
export function writeEvidence(folder: string, evidence: Evidence): string {
  const file = evidencePath(folder, evidence)
  mkdirSync(dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}`
  writeFileSync(temporary, `${JSON.stringify(evidence, undefined, 2)}\n`)
  renameSync(temporary, file)
  return file
}
