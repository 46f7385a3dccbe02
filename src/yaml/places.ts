/** Lines and columns of many offsets of one text, each found without reading the text again. */

interface Place {
  readonly line: number
  readonly column: number
}

/**
 * Counts lines and columns, columns in UTF-16 units; lines end in a line feed.
 * @param start Where the text begins in its file; every further line begins in the same column.
 */
export function placesIn(text: string, start: Place = { line: 1, column: 1 }): (offset: number) => Place {
  let starts: number[] | undefined
  return (given) => {
    const offset = Math.min(Math.max(0, given), text.length)
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: start.line + low, column: start.column + offset - (starts[low] ?? 0) }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}
