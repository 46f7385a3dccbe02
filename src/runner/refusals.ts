/** Every problem of every host as one error, so that a person mends all of it at once. Pure. */
import { EXIT, UserError } from '../errors/index.ts'
import type { HostRefused } from '../transport/index.ts'

/** Of one host: the lines that say what is wrong, and what to do. */
export type HostProblems = Pick<HostRefused, 'kind' | 'problems' | 'hints'>

/** In the given order, under each other; exit 3 when a host is unreachable, else 2. */
export function refusedAll(refused: readonly HostProblems[]): UserError {
  const [first = '', ...more] = refused.flatMap(({ problems }) => problems)
  const hints = [...new Set([...refused.flatMap((one) => one.hints), 'Nothing was changed anywhere.'])]
  const code = refused.some(({ kind }) => kind === 'unreachable') ? EXIT.unreachable : EXIT.usage
  return new UserError([first, ...more.map((line) => `       ${line}`)].join('\n'), hints.join('\n  '), code)
}
