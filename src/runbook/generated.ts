/** The files in runbooks/ and the grammar's reference page: writing them, removing stale ones, finding drift. Files that are not generated stay untouched. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { GRAMMAR_PAGE, grammarPage } from '../chapter/index.ts'
import type { Problem } from '../errors/index.ts'
import { GENERATED_MARK, emitRunbook } from './emit.ts'
import type { Runbook } from './types.ts'

const FOLDER = 'runbooks'

export interface GeneratedChange {
  /** Path from the repository's root. */
  readonly file: string
  readonly change: 'written' | 'removed' | 'unchanged' | 'foreign'
}

/** Writes each runbook where its text differs and removes generated files of runbooks that are gone. */
export function writeGenerated(root: string, runbooks: readonly Runbook[]): GeneratedChange[] {
  mkdirSync(join(root, FOLDER), { recursive: true })
  const written = runbooks.map((runbook): GeneratedChange => {
    const file = fileOf(runbook)
    const text = emitRunbook(runbook)
    const now = readIfThere(join(root, file))
    if (now === text) return { file, change: 'unchanged' }
    if (now !== undefined && !isGenerated(now)) return { file, change: 'foreign' }
    replaceFile(join(root, file), text)
    return { file, change: 'written' }
  })
  const removed = staleFiles(root, runbooks).map((file): GeneratedChange => {
    rmSync(join(root, file))
    return { file, change: 'removed' }
  })
  return [...written, ...pages(root), ...removed]
}

/** The reference page in both languages, which nobody writes by hand. */
function pages(root: string): GeneratedChange[] {
  return referencePages().map(({ file, text }) => {
    if (readIfThere(join(root, file)) === text) return { file, change: 'unchanged' }
    mkdirSync(dirname(join(root, file)), { recursive: true })
    replaceFile(join(root, file), text, 0o644)
    return { file, change: 'written' }
  })
}

function referencePages(): { readonly file: string; readonly text: string }[] {
  return [
    { file: `content/docs/${GRAMMAR_PAGE}.mdx`, text: grammarPage('ko') },
    { file: `content/docs/en/${GRAMMAR_PAGE}.mdx`, text: grammarPage('en') },
  ]
}

/** Files in runbooks/ that are not what the chapters would give. */
export function checkGenerated(root: string, runbooks: readonly Runbook[]): Problem[] {
  const hint = 'run `npm run extract` and commit what it writes'
  const drift = runbooks.flatMap((runbook): Problem[] => {
    const file = fileOf(runbook)
    const now = readIfThere(join(root, file))
    if (now === undefined) return [{ file, line: 1, column: 1, message: 'this runbook is not there', hint }]
    const line = firstDifference(now, emitRunbook(runbook))
    return line === undefined
      ? []
      : [{ file, line, column: 1, message: 'this runbook is not what its chapter gives', hint }]
  })
  const old = referencePages()
    .filter(({ file, text }) => readIfThere(join(root, file)) !== text)
    .map(({ file }) => ({ file, line: 1, column: 1, message: 'this page is not what the grammar gives', hint }))
  const stale = staleFiles(root, runbooks).map((file) => ({
    file,
    line: 1,
    column: 1,
    message: 'no chapter has this runbook',
    hint,
  }))
  return [...drift, ...old, ...stale]
}

function fileOf(runbook: Runbook): string {
  return `${FOLDER}/${runbook.id}.mjs`
}

function staleFiles(root: string, runbooks: readonly Runbook[]): string[] {
  const wanted = new Set(runbooks.map(fileOf))
  if (!existsSync(join(root, FOLDER))) return []
  return readdirSync(join(root, FOLDER))
    .map((name) => `${FOLDER}/${name}`)
    .filter((file) => file.endsWith('.mjs') && !wanted.has(file) && isGenerated(readFileSync(join(root, file), 'utf8')))
    .toSorted()
}

function isGenerated(text: string): boolean {
  return text.split('\n')[1]?.startsWith(GENERATED_MARK) ?? false
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Beside it first, then renamed: nobody ever reads half a file. */
function replaceFile(path: string, text: string, mode = 0o755): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, text, { mode })
  renameSync(temporary, path)
}

function firstDifference(a: string, b: string): number | undefined {
  if (a === b) return undefined
  const left = a.split('\n')
  const right = b.split('\n')
  return left.findIndex((line, at) => line !== right[at]) + 1 || left.length
}
