/** Do the glossary's and errata's pages and blocks exist, or are they at least pages to come? */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { placesIn } from '../yaml/index.ts'
import type { Chapter } from '../chapter/types.ts'
import type { Problem } from '../errors/index.ts'
import { suggest } from '../errors/index.ts'
import { ERRATA_FILE, readErrata } from './errata.ts'
import { GLOSSARY_FILE, readGlossary } from './glossary.ts'

/** `planned`: every page that the book has or will have, e.g. `storage/nfs`. */
export function referenceProblems(root: string, chapters: readonly Chapter[], planned: readonly string[]): Problem[] {
  const glossary = readGlossary(root)
  const errata = readErrata(root)
  const pages = [...new Set([...planned, ...chapters.map(({ page }) => page)])]
  const isKnown = (page: string): boolean => pages.includes(page)
  const unknown = (page: string): readonly [string, string] => [
    `there is no page "${page}" in the book's plan`,
    suggest(page, pages, 'pages').slice(0, 200),
  ]
  return [
    ...errata.problems,
    ...glossary.entries
      .filter(({ page }) => !isKnown(page))
      .map(({ page, offset }) => problem(root, GLOSSARY_FILE, offset, unknown(page))),
    ...errata.entries.flatMap(({ page, see, offset }) => [
      ...(isKnown(page) ? [] : [problem(root, ERRATA_FILE, offset, unknown(page))]),
      ...see.flatMap((target) => {
        const why = missing(target, chapters)
        return why === undefined ? [] : [problem(root, ERRATA_FILE, offset, why)]
      }),
    ]),
  ]
}

/** Why `page#step-id` leads nowhere. */
function missing(target: string, chapters: readonly Chapter[]): readonly [message: string, hint: string] | undefined {
  const [page = '', anchor] = target.split('#')
  const chapter = chapters.find((candidate) => candidate.page === page && candidate.lang === 'ko')
  if (chapter === undefined) return [`see: the page "${page}" does not exist`, 'link it once it does']
  if (anchor === undefined) return undefined
  const anchors = chapter.fences.flatMap((fence) => (fence.kind === 'step' ? [`step-${fence.id}`] : []))
  return anchors.includes(anchor)
    ? undefined
    : [`see: ${page} has no block "${anchor}"`, suggest(anchor, anchors, 'blocks').slice(0, 200)]
}

function problem(root: string, file: string, offset: number, [message, hint]: readonly [string, string]): Problem {
  return { file, ...placesIn(readFileSync(join(root, file), 'utf8'))(offset), message, hint }
}
