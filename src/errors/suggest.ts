/** "did you mean": the known word nearest to a mistyped one. */
import { closest, distance } from 'fastest-levenshtein'

/** The candidate at most two edits (a third of a long word) away, or undefined. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const found = closest(word, [...candidates])
  return distance(word, found) <= Math.max(2, Math.floor(word.length / 3)) ? found : undefined
}

/** A hint: `did you mean "retry"? Known: …`. */
export function suggest(word: string, candidates: readonly string[], label = 'known'): string {
  const near = nearest(word, candidates)
  const list = `${label}: ${candidates.join(', ')}`
  return near === undefined ? list : `did you mean "${near}"? ${list}`
}
