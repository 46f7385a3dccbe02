/** `lab up --with NAME,…`: the extras of the mirror that a person asks for. */
import { UserError } from '../../errors/index.ts'
import { extraNames } from '../supply/index.ts'

/**
 * The extras after `--with` or `--with=`, and the words that are none of these.
 * @throws UserError when `--with` has no name after it.
 */
export function takeWith(args: readonly string[]): {
  readonly wants: readonly string[]
  readonly rest: readonly string[]
} {
  const wants: string[] = []
  const rest: string[] = []
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    const given = word === '--with' ? args[++at] : word.startsWith('--with=') ? word.slice('--with='.length) : undefined
    if (given === undefined && word !== '--with') rest.push(word)
    else if (given === undefined || given === '') throw noName()
    else wants.push(...given.split(','))
  }
  return { wants, rest }
}

function noName(): UserError {
  return new UserError('lab up: --with needs a name', `it knows: ${extraNames().join(', ')}`)
}
