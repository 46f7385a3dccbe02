/** One MDX page to a Chapter, with all its problems at once. */
import type { Problem } from '../errors/index.ts'
import { sortProblems } from '../errors/index.ts'
import { checkExercises } from './exercise-rules.ts'
import { parseFence } from './fence.ts'
import { NO_FRONTMATTER, parseFrontmatter } from './frontmatter.ts'
import { checkManners } from './manner-rules.ts'
import { parseMarkdown } from './markdown.ts'
import { checkPage } from './page-rules.ts'
import { complainInto } from './place.ts'
import { checkScripts } from './step-rules.ts'
import type { Chapter, Lang } from './types.ts'

export const CONTENT = 'content/docs'

export interface ParsedChapter {
  /** Undefined where the page is no MDX at all. */
  readonly chapter: Chapter | undefined
  readonly problems: readonly Problem[]
}

/** Parses one page. `file` is its path from the repository's root, with `/`. */
export function parseChapter(file: string, source: string): ParsedChapter {
  const problems: Problem[] = []
  const complain = complainInto(file, problems)
  const markdown = parseMarkdown(file, source)
  problems.push(...markdown.problems)
  if (markdown.fences.length === 0 && markdown.frontmatter === undefined) {
    if (problems.length === 0)
      complain({ line: 1, column: 1 }, 'the page has no frontmatter', 'start it with --- and a title')
    return { chapter: undefined, problems }
  }
  const head = markdown.frontmatter
  if (head === undefined)
    complain({ line: 1, column: 1 }, 'the page has no frontmatter', 'start it with --- and a title')
  const frontmatter = head === undefined ? NO_FRONTMATTER : parseFrontmatter(head.text, head.line, complain)
  const topology = frontmatter.runbook?.topology ?? 'blank'
  const fences = markdown.fences.flatMap((raw) => parseFence(raw, { topology, complain }) ?? [])
  checkPage(fences, frontmatter.runbook, complain)
  checkManners(fences, complain)
  checkExercises(fences, frontmatter.exercises, complain)
  checkScripts(fences, complain)
  return { chapter: { ...pageOf(file), file, ...frontmatter, fences }, problems: sortProblems(problems) }
}

function pageOf(file: string): { page: string; lang: Lang } {
  const path = file.replace(/^content\/docs\//u, '').replace(/\.mdx?$/u, '')
  return path.startsWith('en/') ? { page: path.slice('en/'.length), lang: 'en' } : { page: path, lang: 'ko' }
}
