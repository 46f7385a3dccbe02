/** The words of a text that a spell checker can judge: Hangul words, and Latin words that are no names of things. Pure. */
import { CODE_MARK } from './prose-text.ts'

export interface Word {
  readonly text: string
  readonly offset: number
  readonly script: 'hangul' | 'latin'
}

const HANGUL = /[가-힣]+/gu
/** Letters or digits, code or a closing mark just before: what follows is a particle (`ctr`을, 3개, kubelet이). */
const GLUED = new RegExp(`[\\p{L}\\p{N}${CODE_MARK})}\\]%"'’」…]$`, 'u')
const LATIN = /[A-Za-z0-9_][A-Za-z0-9_.\\/:@+'’-]*/gu

export function wordsOf(prose: string): Word[] {
  return [...hangulWords(prose), ...latinWords(prose)].toSorted((a, b) => a.offset - b.offset)
}

function hangulWords(prose: string): Word[] {
  return [...prose.matchAll(HANGUL)]
    .filter((match) => !GLUED.test(prose.slice(Math.max(0, match.index - 2), match.index)))
    .map((match) => ({ text: match[0], offset: match.index, script: 'hangul' as const }))
}

/** Paths, versions, names with capitals inside (NotReady) and abbreviations are left out: no dictionary has them. */
function latinWords(prose: string): Word[] {
  return [...prose.matchAll(LATIN)].flatMap((match) => {
    const token = match[0].replace(/[.:'’-]+$/u, '')
    return /[\d_\\/:@+]|\w\.\w/u.test(token) ? [] : partsOf(token, match.index)
  })
}

function partsOf(token: string, offset: number): Word[] {
  return [...token.matchAll(/[A-Za-z][A-Za-z'’]*/gu)]
    .map((part) => ({ text: part[0].replace(/['’]s?$/u, ''), offset: offset + part.index, script: 'latin' as const }))
    .filter(({ text }) => text.length > 1 && !/^[A-Z]+s?$|[a-z][A-Z]|[A-Z]{2}/u.test(text))
}
