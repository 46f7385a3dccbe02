/** Reads the whole book: every page, and what only all pages together can tell (ids, includes, variables). */
import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Problem } from '../errors/index.ts'
import { sortProblems } from '../errors/index.ts'
import { CONTENT, parseChapter } from './chapter.ts'
import { includeProblems } from './includes.ts'
import type { Chapter } from './types.ts'
import { variableProblems } from './variables.ts'

export interface Book {
  readonly chapters: readonly Chapter[]
  readonly problems: readonly Problem[]
}

/** Reads content/docs below the repository's root. Problems are sorted by place. */
export function readBook(root: string): Book {
  const parsed = pageFiles(root).map((file) => parseChapter(file, readFileSync(join(root, file), 'utf8')))
  const chapters = parsed.flatMap(({ chapter }) => chapter ?? [])
  const problems = [...parsed.flatMap((page) => page.problems), ...bookProblems(chapters)]
  return { chapters, problems: sortProblems(problems) }
}

/** Problems that need more than one page. */
export function bookProblems(chapters: readonly Chapter[]): Problem[] {
  return [...includeProblems(chapters), ...variableProblems(chapters)]
}

/** A file whose name begins with `_` is a draft: the site does not show it, and nothing is asked of it yet. */
function pageFiles(root: string): string[] {
  const names = readdirSync(join(root, CONTENT), { recursive: true, encoding: 'utf8' })
  return names
    .map((name) => `${CONTENT}/${name.split(sep).join('/')}`)
    .filter((file) => /\.mdx?$/u.test(file) && !/\/_[^/]*$/u.test(file))
    .toSorted()
}
