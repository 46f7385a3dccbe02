/**
 * Spelling of the pages, Korean and English together, by Hunspell with the book's own words.
 *
 * Finds: words that neither dictionary nor list has, also with a particle that does not fit the last sound (스왑를); a
 * listed Korean noun bends as a noun of the dictionary with the same last sound does. Does not find: a right word in
 * the wrong place, a blank too many or too few between right words, grammar.
 */
import type { Problem } from '../errors/index.ts'
import { hasHunspell, suggestions, unknownWords } from './hunspell.ts'
import { alike } from './josa.ts'
import type { Page } from './pages.ts'
import { problemAt } from './pages.ts'
import { wordsOf } from './words.ts'
import type { Word } from './words.ts'

interface Placed extends Word {
  readonly page: Page
}

/** Suggestions for Korean words take a tenth of a second each: a page full of slips gets them for the first ones. */
const SUGGESTED = 20

/** Problems of the pages' spelling, `known` words aside; undefined where this machine has no Hunspell. */
export function spellingProblems(pages: readonly Page[], known: readonly string[]): Problem[] | undefined {
  if (!hasHunspell()) return undefined
  const words = pages.flatMap((page) => wordsOf(page.prose).map((word): Placed => ({ ...word, page })))
  const hangul = words.filter(({ script }) => script === 'hangul')
  const latin = words.filter(({ script }) => script === 'latin')
  return [
    ...problemsOf(hangul, wrongKorean(textsOf(hangul), known), 'ko'),
    ...problemsOf(latin, wrongEnglish(textsOf(latin), known), 'en_GB'),
  ]
}

function textsOf(words: readonly Word[]): string[] {
  return [...new Set(words.map(({ text }) => text))]
}

/** Unknown words of which no other form is right either. */
function wrongKorean(words: readonly string[], known: readonly string[]): string[] {
  const forms = [...unknownWords('ko', words)].map((word) => ({ word, others: alike(word, known) }))
  const wrong = unknownWords('ko', [...new Set(forms.flatMap(({ others }) => others))])
  return forms.filter(({ others }) => others.every((other) => wrong.has(other))).map(({ word }) => word)
}

function wrongEnglish(words: readonly string[], known: readonly string[]): string[] {
  const list = new Set(known.map((word) => word.toLowerCase()))
  return [...unknownWords('en_GB', words)].filter((word) => !list.has(word.toLowerCase()))
}

function problemsOf(words: readonly Placed[], wrong: readonly string[], dictionary: 'ko' | 'en_GB'): Problem[] {
  if (wrong.length === 0) return []
  const better = suggestions(dictionary, wrong.slice(0, SUGGESTED))
  return words
    .filter(({ text }) => wrong.includes(text))
    .map(({ text, offset, page }) => problemAt(page, offset, `unknown word "${text}"`, hintFor(better.get(text))))
}

function hintFor(better: readonly string[] | undefined): string {
  const near = better === undefined || better.length === 0 ? '' : `did you mean ${better.join(', ')}? `
  return `${near}a right word goes into content/words.yaml, a Korean noun without its particle`
}
