/** A line of text from a data file: what stands between backticks is code. Pure. */

export interface Part {
  readonly code: boolean
  readonly text: string
}

/** Every second part between backticks is code. */
export function codeParts(text: string): Part[] {
  return text
    .split('`')
    .map((part, at) => ({ code: at % 2 === 1, text: part }))
    .filter((part) => part.text !== '')
}
