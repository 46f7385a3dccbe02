/** All that is checked about the words of the book. */
import type { Problem } from '../errors/index.ts'
import { readGlossary } from '../reference/index.ts'
import type { Term } from '../reference/index.ts'
import { readPages } from './pages.ts'
import { spellingProblems } from './spelling.ts'
import { termProblems } from './terms.ts'
import { readWordList } from './word-list.ts'

export interface ProseCheck {
  readonly problems: readonly Problem[]
  /** False where this machine has no Hunspell. */
  readonly spelled: boolean
}

/** Terms and spelling of the book below `root`. */
export function checkProse(root: string): ProseCheck {
  const pages = readPages(root)
  const glossary = readGlossary(root)
  const { list, problems } = readWordList(root)
  const refusals = glossary.entries.flatMap(({ refuse }) => refuse)
  const spelling = spellingProblems(pages, [...list.known, ...glossary.entries.flatMap(wordsOfTerm)])
  return {
    problems: [...glossary.problems, ...problems, ...termProblems(pages, refusals, list.slips), ...(spelling ?? [])],
    spelled: spelling !== undefined,
  }
}

/** Terms and slips only: quick, and the same on every machine. */
export function checkTerms(root: string): Problem[] {
  const refusals = readGlossary(root).entries.flatMap(({ refuse }) => refuse)
  return termProblems(readPages(root), refusals, readWordList(root).list.slips)
}

/** A term's words are words of the book. */
function wordsOfTerm({ ko, en, say }: Term): string[] {
  return [ko, en, say ?? ''].flatMap((words) => words.split(' ')).filter((word) => word !== '')
}
