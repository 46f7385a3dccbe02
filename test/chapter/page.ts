/** Builds small pages for tests. */
import { formatProblem } from '../../src/errors/index.ts'
import { parseChapter } from '../../src/chapter/index.ts'
import type { Chapter } from '../../src/chapter/index.ts'

const RUNBOOK = `runbook:
  id: demo
  topology: single
  isolation: machine
  vars:
    MASTER_IP: {meaning: its address, from: "master[0].address"}`

/** A page with frontmatter of eleven lines; the body starts in line 12. */
export function page(body: string, runbook = RUNBOOK): string {
  return `---\ntitle: Demo\ndescription: A page for tests.\n${runbook}\n---\n\n${body}\n`
}

export function fence(words: string, text: string): string {
  return `\`\`\`${words}\n${text}\n\`\`\`\n`
}

export function chapterOf(source: string, file = 'content/docs/demo.mdx'): Chapter {
  const { chapter } = parseChapter(file, source)
  if (chapter === undefined) throw new Error(`no chapter in ${file}`)
  return chapter
}

/** All problems of a page as a user sees them. */
export function problemsOf(source: string): string {
  return `\n${parseChapter('content/docs/demo.mdx', source).problems.map(formatProblem).join('\n')}\n`
}
