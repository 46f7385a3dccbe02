/** Where the reader's values go into a script, and how they are quoted: held against a real shell. */
import { execFileSync } from 'node:child_process'
import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fill, findExpansions, findPlaceholders, quoteFor } from '../../src/site/values/expansions.ts'

const at = (script: string, names = ['A', 'IP', 'TOKEN']): string[] =>
  findExpansions(script, names).map(({ start, end, context }) => `${context} ${script.slice(start, end)}`)

/** What a value may be made of: letters of several kinds and everything that a shell reads specially. */
const LETTERS = Array.from('a1 \'"$`\\;&|*한(){}<>!#~')

describe('findExpansions', () => {
  test.each([
    ['bare and braced', 'echo $IP ${A}', ['bare $IP', 'bare ${A}']],
    ['double quotes', 'curl "https://$IP:6443/${A}"', ['double $IP', 'double ${A}']],
    ['not in single quotes', "awk '$IP' '${A}'", []],
    ['not when escaped', String.raw`echo \$IP "\$IP"`, []],
    ['a longer name is another name', 'echo $IPS ${IP_B}', []],
    ['inside a substitution inside quotes', 'echo "$(cat $IP)"', ['bare $IP']],
    ['a single quote inside double quotes is a letter', `echo "it's $IP"`, ['double $IP']],
    ['here-document', 'cat <<EOF\n$IP\nEOF\necho $A', ['heredoc $IP', 'bare $A']],
    ['quoted here-document', "cat <<'EOF'\n$IP\nEOF\necho $A", ['bare $A']],
    ['tab-stripped here-document', 'cat <<-END\n\t${IP}\n\tEND\necho $A', ['heredoc ${IP}', 'bare $A']],
    ['a comment', 'true # $IP', []],
    ['assigned by the script itself', 'TOKEN=$(make)\necho "$TOKEN $IP"', ['double $IP']],
    ['a parameter expansion with an operator stays', 'echo ${IP:-none}', []],
    ['nothing unknown', 'echo $HOME', []],
  ])('%s', (_name, script, expected) => {
    expect(at(script)).toEqual(expected)
  })

  test('what is filled in is what a shell would have expanded', () => {
    const scripts = [
      'printf %s $A',
      'printf %s "<$A>"',
      'printf %s "${A}"x',
      'cat <<E\n[$A]\nE',
      'printf %s "$(printf %s "$A")"',
    ]
    const value = string({ minLength: 1, maxLength: 12, unit: constantFrom(...LETTERS) })
    assert(
      property(constantFrom(...scripts), value, (script, text) => {
        const filled = fill(script, findExpansions(script, ['A']), new Map([['A', text]]))
        // An unquoted $A is split by the shell; what the reader meant is the value as one word.
        const meant = script.replace('%s $A', '%s "$A"')
        expect(shell(filled, {})).toBe(shell(meant, { A: text }))
      }),
      { numRuns: 60 },
    )
  })
})

test('a name without a value stays as it was written', () => {
  const script = 'curl "$IP" $TOKEN'
  expect(fill(script, findExpansions(script, ['IP', 'TOKEN']), new Map([['IP', '10.0.0.1']]))).toBe(
    'curl "10.0.0.1" $TOKEN',
  )
})

test('a file block replaces only ${NAME} of its own list, without quoting', () => {
  const text = 'a: ${IP}\nb: $IP\nc: ${A}'
  expect(fill(text, findPlaceholders(text, ['IP']), new Map([['IP', "it's"]]))).toBe("a: it's\nb: $IP\nc: ${A}")
})

test('plain words are not quoted, so that what is copied reads well', () => {
  expect(quoteFor('bare', '10.101.0.11')).toBe('10.101.0.11')
  expect(quoteFor('bare', "it's")).toBe(String.raw`'it'\''s'`)
})

function shell(script: string, env: Record<string, string>): string {
  return execFileSync('bash', ['--norc', '-c', script], {
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
