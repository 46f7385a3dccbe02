/** The collector that problems of one file go into. */
import type { Problem } from '../errors/index.ts'
import type { Position } from './types.ts'

/** Adds a problem at a place of the file at hand. */
export type Complain = (place: Position, message: string, hint?: string) => void

export function complainInto(file: string, problems: Problem[]): Complain {
  return (place, message, hint) => {
    problems.push({ file, line: place.line, column: place.column, message, ...(hint === undefined ? {} : { hint }) })
  }
}
