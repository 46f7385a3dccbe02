/** `npm run lab -- VERB`: finds the verb and the lab's name. */
import { closest } from 'fastest-levenshtein'
import { EXIT, UserError } from '../../errors/index.ts'
import type { StaleState } from '../types.ts'
import { labName } from './lab-name.ts'
import { VERBS } from './verbs.ts'
import type { Print } from './verbs.ts'

/**
 * Runs one command of the lab and gives its exit status: that of the command for `ssh HOST COMMAND`.
 * @param staleState Tells which kept states no runbook of this checkout starts from any more.
 * @throws UserError for words that it does not know.
 */
export async function labCommand(argv: readonly string[], print: Print, staleState: StaleState): Promise<number> {
  const { name, rest } = takeName(argv)
  const [word, ...args] = rest
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') {
    for (const line of usage()) print(line)
    return word === undefined ? EXIT.usage : EXIT.done
  }
  const verb = VERBS.find((known) => known.name === word || known.also === word)
  if (verb === undefined) {
    const names = VERBS.map((known) => known.name)
    throw new UserError(
      `lab: unknown command "${word}"`,
      `did you mean "${closest(word, names)}"? It knows: ${names.join(', ')}`,
    )
  }
  return verb.run(args, { name, print, staleState })
}

/** `--name NAME` may stand before the verb or right after it, not within the words of an `ssh` command. */
export function takeName(argv: readonly string[]): {
  readonly name: string | undefined
  readonly rest: readonly string[]
} {
  const at = argv[0] === '--name' ? 0 : argv[1] === '--name' ? 1 : -1
  if (at === -1) return { name: undefined, rest: argv }
  const name = argv[at + 1]
  if (name === undefined)
    throw new UserError('lab: --name needs a name', 'for example: npm run lab -- up --name second')
  return { name: labName(name), rest: [...argv.slice(0, at), ...argv.slice(at + 2)] }
}

function usage(): string[] {
  const width = Math.max(...VERBS.map(({ words }) => words.length)) + 2
  return [
    'npm run lab -- COMMAND [--name NAME]',
    '',
    ...VERBS.flatMap(({ words, does, more }) => [
      `  ${words.padEnd(width)}${does}`,
      ...(more ?? []).map((line) => `  ${''.padEnd(width)}${line}`),
    ]),
    '',
    'The name tells labs apart that run side by side (default: $K8S101_LAB, or "default").',
  ]
}
