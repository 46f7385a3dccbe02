/** Negative controls: in a copy of the project one thing of one chapter is broken, and the run must see it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { runCommand } from './command.ts'

export interface Change {
  /** Page below content/docs, changed in both languages. */
  readonly page: string
  readonly from: string
  readonly to: string
}

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', '.astro'])

/** Copies the project, makes the change in both languages, writes the runbooks anew; the copy goes when `use` ends. */
export async function withBrokenCopy<T>(root: string, change: Change, use: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'k8s101-control-'))
  try {
    cpSync(root, copy, { recursive: true, filter: (source) => source === root || !LEFT_OUT.has(basename(source)) })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const language of ['', 'en']) breakPage(join(copy, 'content/docs', language, `${change.page}.mdx`), change)
    const extracted = await runCommand(['node', 'scripts/extract.ts'], { cwd: copy, timeoutSeconds: 60, show: false })
    if (extracted.status !== 0) throw new Error(`extract failed in the copy: ${extracted.output.slice(-800)}`)
    return await use(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The text must be there: a control that changes nothing proves nothing. */
function breakPage(file: string, change: Change): void {
  const text = readFileSync(file, 'utf8')
  if (!text.includes(change.from)) throw new Error(`${file} does not contain ${JSON.stringify(change.from)}`)
  writeFileSync(file, text.replaceAll(change.from, change.to))
}
