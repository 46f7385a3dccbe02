/** content/words.yaml: words of this book that no dictionary has, and common slips with their right form. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MapReader } from '../chapter/index.ts'
import type { Problem } from '../errors/index.ts'
import { parseYamlTree, placesIn } from '../yaml/index.ts'

const WORDS_FILE = 'content/words.yaml'

export interface WordList {
  /** Korean nouns (with any particle) and English words. */
  readonly known: readonly string[]
  /** Wrong form and right form. */
  readonly slips: readonly (readonly [wrong: string, right: string])[]
}

export function readWordList(root: string): { readonly list: WordList; readonly problems: readonly Problem[] } {
  return parseWordList(readFileSync(join(root, WORDS_FILE), 'utf8'))
}

export function parseWordList(source: string): { readonly list: WordList; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const places = placesIn(source)
  const say = (offset: number, message: string, hint?: string): void => {
    problems.push({ file: WORDS_FILE, ...places(offset), message, ...(hint === undefined ? {} : { hint }) })
  }
  const result = parseYamlTree(source)
  if ('error' in result || result.tree?.kind !== 'map') {
    say('error' in result ? result.error.offset : 0, 'no mapping', 'expected the keys korean, english and slips')
    return { list: { known: [], slips: [] }, problems }
  }
  const reader = new MapReader(result.tree, say, 'the word list', ['korean', 'english', 'slips'])
  const slips = reader.entry('slips')?.value
  const entries = slips?.kind === 'map' ? slips.entries : []
  return {
    list: {
      known: [...reader.list('korean'), ...reader.list('english')],
      slips: entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key, value.text] as const] : [])),
    },
    problems,
  }
}
