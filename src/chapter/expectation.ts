/** Finds expectations that say nothing: those that everything satisfies, and those that cannot be read. */
import type { MatchKind, ValueProblem } from './types.ts'

const ANY = '…'
/** Outputs that have nothing in common; what matches them all says nothing. */
const PROBES = ['', '\u0001', 'zq\nqz', '0 0 0']

export function expectationProblem(match: MatchKind, text: string): ValueProblem | undefined {
  switch (match) {
    case 'exact':
      return text !== '' && isOnlyWildcards(text) ? empty(`it is only "${ANY}"`) : undefined
    case 'contains':
      return isOnlyWildcards(text) ? empty('it holds nothing to look for') : undefined
    case 'regex':
      return regexProblem(text)
    case 'json':
      return jsonProblem(text)
  }
}

function isOnlyWildcards(text: string): boolean {
  return text.replaceAll(ANY, '').trim() === ''
}

function empty(why: string): ValueProblem {
  return {
    message: `every output satisfies this expectation: ${why}`,
    hint: 'say at least one word that must be there',
  }
}

/** A regular expression that cannot be read, or that everything matches. */
export function regexProblem(text: string): ValueProblem | undefined {
  try {
    const pattern = new RegExp(text, 'mu')
    return PROBES.every((probe) => pattern.test(probe)) ? empty('the expression matches anything') : undefined
  } catch (error) {
    return {
      message: `the regular expression cannot be read: ${messageOf(error)}`,
      hint: 'JavaScript’s syntax, flags m and u',
    }
  }
}

function jsonProblem(text: string): ValueProblem | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const hollow = typeof value === 'object' && value !== null && Object.keys(value).length === 0
    return hollow ? empty(`${text.trim()} is a part of anything`) : undefined
  } catch (error) {
    return {
      message: `the expectation is not JSON: ${messageOf(error)}`,
      hint: 'match="json" compares a subset of the printed JSON',
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
