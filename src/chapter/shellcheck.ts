/** ShellCheck over every bash fence, where the machine has it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../errors/index.ts'
import { placeInFence } from './step-rules.ts'
import type { Chapter, Fence } from './types.ts'

/**
 * Left out: variables that come from elsewhere or go there (2154, 2034), single quotes on purpose (2016), files that are
 * not here (1091), redirections under sudo that do not need root (2024).
 */
const EXCLUDED = 'SC2154,SC2034,SC2016,SC1091,SC2024'

/** Problems of the Korean pages' bash fences, or undefined where there is no shellcheck. */
export function shellcheckProblems(chapters: readonly Chapter[]): Problem[] | undefined {
  const scripts = chapters
    .filter((chapter) => chapter.lang === 'ko')
    .flatMap((chapter) => chapter.fences.filter(isScript).map((fence) => ({ file: chapter.file, fence })))
  if (spawnSync('shellcheck', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined
  if (scripts.length === 0) return []
  const folder = mkdtempSync(join(tmpdir(), 'k8s101-shellcheck-'))
  try {
    scripts.forEach(({ fence }, at) => writeFileSync(join(folder, String(at)), `${fence.text}\n`))
    return findings(folder, scripts.length).flatMap((finding) => {
      const script = scripts[Number(finding.script)]
      return script === undefined ? [] : [problemOf(script.file, script.fence, finding)]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Finding {
  readonly script: string
  readonly line: number
  readonly column: number
  readonly text: string
}

function isScript(fence: Fence): boolean {
  return fence.lang === 'bash' && (fence.kind === 'step' || fence.kind === 'file')
}

/** ShellCheck's gcc format: `FILE:LINE:COLUMN: severity: text [SCnnnn]`. */
function findings(folder: string, count: number): Finding[] {
  const names = Array.from({ length: count }, (_, at) => String(at))
  const args = ['--norc', '--shell=bash', '--format=gcc', `--exclude=${EXCLUDED}`, ...names]
  const { stdout } = spawnSync('shellcheck', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return stdout.split('\n').flatMap((line) => {
    const [, script, row, column, text] = /^(\d+):(\d+):(\d+): (.*)$/u.exec(line) ?? []
    if (script === undefined || row === undefined || column === undefined || text === undefined) return []
    return [{ script, line: Number(row), column: Number(column), text }]
  })
}

function problemOf(file: string, fence: Fence, finding: Finding): Problem {
  const before = fence.text.split('\n').slice(0, finding.line - 1)
  const offset = before.reduce((sum, line) => sum + line.length + 1, 0) + finding.column - 1
  return { file, ...placeInFence(fence, offset), message: `shellcheck: ${finding.text}` }
}
