/** Asks Hunspell (Debian packages hunspell, hunspell-ko, hunspell-en-gb) about words; one process a question. */
import { spawnSync } from 'node:child_process'

export type Dictionary = 'ko' | 'en_GB'

/** True where the program and both dictionaries are on this machine. */
export function hasHunspell(): boolean {
  const { stderr } = spawnSync('hunspell', ['-D'], { input: '', encoding: 'utf8' })
  return (['ko', 'en_GB'] satisfies Dictionary[]).every((name) => new RegExp(`/${name}$`, 'mu').test(stderr ?? ''))
}

/** Those of the words that the dictionary does not know. */
export function unknownWords(dictionary: Dictionary, words: readonly string[]): Set<string> {
  return new Set((ask(dictionary, '-l', words) ?? '').split('\n').filter((word) => word !== ''))
}

/** Up to three suggestions for each of the words. Slow for Korean, so only for what is wrong. */
export function suggestions(dictionary: Dictionary, words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const lines = ask(dictionary, '-a', words) ?? ''
  return new Map([...lines.matchAll(/^& (\S+) \d+ \d+: (.*)$/gmu)].map((line) => [line[1] ?? '', nearestOf(line[2])]))
}

function nearestOf(list: string | undefined): string[] {
  return (list ?? '').split(', ').slice(0, 3)
}

/** What it prints; undefined where it cannot run. */
function ask(dictionary: Dictionary, mode: '-l' | '-a', words: readonly string[]): string | undefined {
  // `^` keeps a word that begins with a command character of the pipe protocol from being one.
  const input = words.map((word) => (mode === '-a' ? `^${word}\n` : `${word}\n`)).join('')
  const { status, stdout } = spawnSync('hunspell', ['-d', dictionary, '-i', 'UTF-8', mode], { input, encoding: 'utf8' })
  return status === 0 ? stdout.normalize('NFC') : undefined
}
