/** Offsets in a text to lines and columns, and the collector that problems of one file go into. */
import type { Problem } from '../errors/index.ts'
import type { Position } from './types.ts'

/** Place of an offset in a text whose first character stands at `start` (continuation lines at `column`). */
export function placeAt(text: string, offset: number, start: Position, column = 1): Position {
  const before = text.slice(0, Math.max(0, offset))
  const lines = before.split('\n')
  const last = lines.at(-1) ?? ''
  return lines.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + lines.length - 1, column: column + last.length }
}

/** Adds a problem at a place of the file at hand. */
export type Complain = (place: Position, message: string, hint?: string) => void

export function complainInto(file: string, problems: Problem[]): Complain {
  return (place, message, hint) => {
    problems.push({ file, line: place.line, column: place.column, message, ...(hint === undefined ? {} : { hint }) })
  }
}
