/** Whatever stands in frontmatter, inventories, versions and key scripts: problems with a place, never a stack, never a hang. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseChapter, parseFenceMeta } from '../../src/chapter/index.ts'
import { parseTtyKeys } from '../../src/chapter/tty-keys.ts'
import { parseVersions } from '../../src/chapter/versions.ts'
import { parseInventory } from '../../src/runner/inventory.ts'
import type { Problem } from '../../src/errors/index.ts'

interface Reader {
  readonly name: string
  /** Its own file's text from a YAML text, and the line on which that begins. */
  readonly problems: (yaml: string) => readonly Problem[]
  readonly begins: number
}

const READERS: readonly Reader[] = [
  {
    name: 'frontmatter',
    problems: (yaml) => parseChapter('content/docs/x.mdx', `---\n${yaml}\n---\n\ntext\n`).problems,
    begins: 1,
  },
  { name: 'an inventory', problems: (yaml) => parseInventory('inventory.yaml', yaml).problems, begins: 0 },
  { name: 'versions.yaml', problems: (yaml) => parseVersions(yaml).problems, begins: 0 },
]

const KEYS = [
  'title',
  'description',
  'runbook',
  'id',
  'on',
  'topology',
  'isolation',
  'vars',
  'needs',
  'includes',
  'continues',
  'exercises',
  'messages',
  'MASTER_IP',
  'meaning',
  'default',
  'from',
  'hosts',
  'all',
  'children',
  'defaults',
  'master',
  'address',
  'roles',
  'port',
  'user',
  'key',
  'jump',
  'become',
  'runtime',
  'distro',
  'proxyCommand',
  'ansible_host',
  'ansible_port',
  'kubernetes',
  '<<',
  '__proto__',
  'constructor',
  'toString',
  '1',
  'null',
  'true',
  '~',
  '""',
  '? [a, b]\n',
  '? {a: b}\n',
  '*a',
  '&a x',
  '!!binary x',
  '!x y',
  '2026-01-01',
  '.nan',
  '- a',
  '한글',
  '\u202E',
  '\uFEFF',
  '"\\0"',
] as const
const VALUES = [
  'x',
  '"x"',
  "'x'",
  '22',
  '0x16',
  '-1',
  '1e999',
  'true',
  'no',
  '~',
  '',
  '[]',
  '{}',
  '[a, [b, [c]]]',
  '{a: {b: c}}',
  '*a',
  '&a x',
  '&a [*a]',
  '!!str x',
  '!!js/function "x"',
  '|\n  text',
  '>-\n  text',
  '"\\u0000"',
  '"\\uD800"',
  '"a\\nb"',
  '"unclosed',
  '[unclosed',
  '{unclosed',
  '\t',
  '# comment',
  '%YAML 1.2',
  '---',
  '...',
  '@x',
  '`x`',
  '\u2028',
  '2026-01-01T00:00:00Z',
  '"$(touch /tmp/x)"',
  'master[0].address',
  '-oProxyCommand=x',
  '"\\x1b[2J"',
  '9'.repeat(400),
  '[master]',
] as const
const line = fc
  .tuple(
    fc.constantFrom('', '  ', '    ', '      ', '\t', '- '),
    fc.constantFrom(...KEYS),
    fc.constantFrom(': ', ':', ' : ', ':\t'),
    fc.constantFrom(...VALUES),
  )
  .map((parts) => parts.join(''))
const yaml = fc.oneof(
  fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
  fc
    .array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 8 })
    .map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value, undefined, 2)),
)

function inside(problems: readonly Problem[], text: string, begins: number): void {
  const lines = text.split(/\r\n|\n|\r/u).length
  for (const { line: at, column, message } of problems) {
    expect(Number.isInteger(at) && at >= 1 && at <= lines + begins + 4, `${at}: ${message}`).toBe(true)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(message).not.toBe('')
  }
}

describe.each(READERS)('$name', ({ problems, begins }) => {
  test('of any YAML, or none', () => {
    fc.assert(
      fc.property(yaml, (text) => inside(problems(text), text, begins)),
      { numRuns: 1500 },
    )
  })

  const laughs = [
    'a: &a ["lol", "lol"]',
    ...Array.from(
      { length: 30 },
      (_, at) => `${name(at + 1)}: &${name(at + 1)} [${Array.from({ length: 9 }, () => `*${name(at)}`).join(', ')}]`,
    ),
  ].join('\n')
  test.each([
    ['billion laughs', laughs],
    ['merged laughs', laughs.replaceAll(/\[(.*)\]/gu, '{<<: [$1]}')],
    ['a key twice', 'hosts: {}\nhosts: {}\ntitle: a\ntitle: b'],
    ['a tab', 'hosts:\n\tmaster: {}'],
    ['an anchor of itself', 'hosts: &a\n  master: *a'],
    ['flow lists, deep', `hosts: ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['flow maps, deep', `hosts: ${'{a: '.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['lists that never end', `hosts: ${'['.repeat(50_000)}`],
    ['block lists, deep', `${'- '.repeat(20_000)}x`],
    ['block maps, deep', Array.from({ length: 1500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['complex keys, deep', `${'? '.repeat(5000)}x`],
    ['children, deep', `all: ${'{children: {a: '.repeat(5000)}{}${'}}'.repeat(5000)}`],
    ['many unknown keys', Array.from({ length: 5_000 }, (_, at) => `k${at}: 1`).join('\n')],
    [
      'many hosts',
      `hosts:\n${Array.from({ length: 3_000 }, (_, at) => `  h${at}: {adress: x, roles: [nod]}`).join('\n')}`,
    ],
    [
      'many variables',
      `runbook:\n  vars:\n${Array.from({ length: 5_000 }, (_, at) => `    v${at}: {defualt: x}`).join('\n')}`,
    ],
    ['one long scalar', `title: ${'x'.repeat(2_000_000)}`],
    ['one long key', `${'x'.repeat(2_000_000)}: 1`],
    ['many quotes', `title: ${'"'.repeat(100_000)}`],
    ['many spaces', `title:${' '.repeat(1_000_000)}x`],
    ['many anchors', Array.from({ length: 5000 }, (_, at) => `a${at}: &b${at} x`).join('\n')],
  ])('of %s', (_what, text) => {
    const start = performance.now()
    const found = problems(text)
    expect(performance.now() - start).toBeLessThan(6000)
    inside(found, text, begins)
  })
})

function name(at: number): string {
  return String.fromCharCode(97 + (at % 26)).repeat(1 + Math.floor(at / 26))
}

test('any key script is read or refused', () => {
  const piece = fc.constantFrom(
    'until',
    ' ',
    "'",
    '"',
    'Enter',
    'C-d',
    'C-',
    'ls',
    '\n',
    '\u2028',
    '\0',
    '__proto__',
    'constructor',
    "'x'",
    '"y"',
    '\t',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const parsed = parseTtyKeys(text)
        if ('problem' in parsed) expect(parsed.problem.message).not.toBe('')
        else expect(parsed.actions.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 3000 },
  )
})

test.each([
  ['quotes that nothing closes', "'".repeat(10_001)],
  ['spaces', ' '.repeat(200_000)],
  ['words', 'a '.repeat(100_000)],
  ['equals', '='.repeat(200_000)],
  ['open braces', '{'.repeat(200_000)],
  ['keys', 'step="a" '.repeat(20_000)],
])('long metas and key scripts of %s are quick', (_what, text) => {
  const start = performance.now()
  parseFenceMeta(text)
  parseTtyKeys(text)
  expect(performance.now() - start).toBeLessThan(4000)
})
