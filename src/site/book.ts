/** The book as the site sees it: each page's blocks with their proof, read from the tree and kept until a file changes. */
import { readdirSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Chapter, Lang } from '../chapter/types.ts'
import { parityProblems, versionProblems } from '../chapter/index.ts'
import { sortProblems } from '../errors/index.ts'
import type { Problem } from '../errors/index.ts'
import { checkTerms } from '../prose/index.ts'
import type { PlannedBook } from '../runbook/index.ts'
import { planBook } from '../runbook/index.ts'
import { readErrata, readGlossary } from '../reference/index.ts'
import type { Erratum, Term } from '../reference/index.ts'
import type { RunRecord } from './blocks/proof.ts'
import type { PageView } from './blocks/views.ts'
import { pageView } from './blocks/views.ts'
import { readRecords } from './records.ts'

/** Astro bundles the components apart from its configuration: both find the book's folder here. */
const ROOT_VARIABLE = 'K8S101_BOOK_ROOT'

interface Reading {
  readonly state: string
  readonly book: PlannedBook
  readonly records: readonly RunRecord[]
}

let reading: Reading | undefined

/** Says where content/docs and runbooks/evidence are; before anything else. */
export function setBookRoot(root: string): void {
  process.env[ROOT_VARIABLE] = resolve(root)
}

/** The page of an MDX file (absolute, or from the book's folder); undefined for a file that is no page of the book. */
export function pageAt(file: string): PageView | undefined {
  const path = relative(bookRoot(), resolve(bookRoot(), file)).split(sep).join('/')
  return viewOf((chapter) => chapter.file === path)
}

/** A page by its path below content/docs, e.g. `install/containerd`. */
export function pageById(page: string, lang: Lang): PageView | undefined {
  return viewOf((chapter) => chapter.page === page && chapter.lang === lang)
}

/** What keeps a page from being built, each with its place. */
export function problemsOf(chapter: Chapter): Problem[] {
  return sortProblems(read().book.problems.filter((problem) => problem.file === chapter.file))
}

/** That, and what `npm run check` finds in the page besides: twin, versions, terms. For an author who is writing. */
export function writingProblemsOf(chapter: Chapter): Problem[] {
  const { book } = read()
  const more = [
    ...parityProblems(book.chapters),
    ...versionProblems(book.chapters, book.versions),
    ...checkTerms(bookRoot()),
  ]
  return sortProblems([...problemsOf(chapter), ...more.filter((problem) => problem.file === chapter.file)])
}

/** The terms of content/glossary.yaml, whose problems `npm run check` tells. */
export function glossaryTerms(): readonly Term[] {
  return readGlossary(bookRoot()).entries
}

/** The entries of content/errata.yaml. */
export function errataEntries(): readonly Erratum[] {
  return readErrata(bookRoot()).entries
}

function viewOf(wanted: (chapter: Chapter) => boolean): PageView | undefined {
  const { book, records } = read()
  const chapter = book.chapters.find(wanted)
  return chapter === undefined ? undefined : pageView(chapter, records)
}

function bookRoot(): string {
  return process.env[ROOT_VARIABLE] ?? process.cwd()
}

function read(): Reading {
  const root = bookRoot()
  const state = ['content', 'runbooks/evidence'].map((folder) => stateOf(join(root, folder))).join('\n')
  if (reading?.state === state) return reading
  const book = planBook(root)
  reading = { state, book, records: readRecords(root, book.runbooks) }
  return reading
}

/** Names, sizes and times of all files below a folder: the same text means that nothing changed. */
function stateOf(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return ''
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false })
      return `${name} ${stat?.size} ${stat?.mtimeMs}`
    })
    .join('\n')
}
