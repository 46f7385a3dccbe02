/** Whatever a step prints, in whatever pieces: no crash, no hang, nothing of it moves the cursor, and one verdict. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCheck } from '../../src/runner/attempt-check.ts'
import { compareMasked } from '../../src/runner/expectation.ts'
import { StepOutput } from '../../src/runner/output.ts'
import { SecretValues } from '../../src/runner/redact.ts'
import { writeReports } from '../../src/runner/report.ts'
import { Screen } from '../../src/runner/screen.ts'
import { terminalText } from '../../src/runner/terminal-text.ts'
import { step } from './world.ts'

const ESC = '\u001B'
const secrets = new SecretValues()
secrets.add('hunter2-hunter2')

const HOSTILE: readonly string[] = [
  `${ESC}[31m`,
  `${ESC}[0m`,
  `${ESC}[`,
  `${ESC}[3`,
  ESC,
  `${ESC}]0;title\u0007`,
  `${ESC}]0;title${ESC}\\`,
  `${ESC}]0;never ended`,
  `${ESC}]8;;http://x/\u0007link${ESC}]8;;\u0007`,
  `${ESC}[2J`,
  `${ESC}[H`,
  `${ESC}[1A`,
  `${ESC}[999;999H`,
  `${ESC}[?1049h`,
  `${ESC}[?25l`,
  `${ESC}[>c`,
  `${ESC}c`,
  `${ESC}(0`,
  `${ESC}#8`,
  `${ESC}Pq never ended`,
  `${ESC}P+q544e${ESC}\\`,
  `${ESC}_apc${ESC}\\`,
  `${ESC}^pm`,
  '\0',
  '\u0007',
  '\b',
  '\t',
  '\r',
  '\u000B',
  '\u000C',
  '\u000E',
  '\u007F',
  '\u0085',
  '\u009B2J',
  '\u009D0;title\u009C',
  '\u0090q',
  '\u001E0123456789abcdef0123456789abcdef end 0',
  '\u202E',
  '\u200F',
  '\u2066',
  '\u2028',
  '\uFEFF',
  '한글',
  '각',
  '🙂',
  '\uFFFD',
  '<script>alert(1)</script>',
  ']]>',
  '&lt;',
  'hunter2-hunter2',
  '«masked»',
  '…',
  'abc',
  ' ',
  '\n',
  '\r\n',
]
const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 5 })), {
  maxLength: 40,
})
/** Bytes that are no UTF-8 stand among them. */
const bytes = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: hostile.map((parts) => Buffer.from(parts.join(''))) },
      fc.uint8Array({ maxLength: 6 }),
    ),
  )
  .map((parts) => Buffer.concat(parts))
const cuts = fc.array(fc.nat(2000), { maxLength: 8 })

// oxlint-disable-next-line no-control-regex -- what no terminal may get from a step
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u

interface Seen {
  readonly lines: readonly string[]
  readonly output: StepOutput
}

function seenOf(chunks: readonly Buffer[]): Seen {
  const lines: string[] = []
  const output = new StepOutput(secrets, false, (line) => lines.push(line))
  for (const chunk of chunks) output.feed('stdout', chunk)
  output.end()
  return { lines, output }
}

function cutAt(whole: Buffer, places: readonly number[]): Buffer[] {
  const all = [0, ...places.map((place) => place % (whole.length + 1)).toSorted((a, b) => a - b), whole.length]
  return all.slice(1).map((end, at) => whole.subarray(all[at], end))
}

/** What a screen with these lines of output writes to its stream, and a step after it. */
function written(lines: readonly string[]): string {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  const screen = new Screen({ stream, color: false, live: false, total: 2 })
  screen.begin(1, 'page/hostile', ['master'])
  for (const line of lines) screen.output('master', line)
  screen.end('ok', 1)
  screen.begin(2, 'page/next', ['master'])
  screen.end('ok', 1)
  return text
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'k8s101-output-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('output of any bytes', () => {
  it('gives the same lines however it is cut, without control characters, one line each', () => {
    fc.assert(
      fc.property(bytes, cuts, (whole, places) => {
        const { lines, output } = seenOf([whole])
        const again = seenOf(cutAt(whole, places))
        expect(again.lines).toEqual(lines)
        expect(again.output.kept()).toEqual(output.kept())
        expect(again.output.stdout()).toBe(whole.toString('utf8'))
        for (const line of lines) expect(line).not.toMatch(CONTROLS)
        for (const line of lines) expect(line).not.toContain('\n')
        expect(output.kept().output).not.toMatch(CONTROLS)
        const screen = lines.map((line) => `    │ ${line}\n`).join('')
        const begin = lines.length === 0 ? '[1/2] page/hostile  master … ' : `[1/2] page/hostile  master\n${screen}    `
        expect(written(lines)).toBe(`${begin}ok 1.0 s\n[2/2] page/next  master … ok 1.0 s\n`)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives the same at every place where it may be cut', () => {
    const whole = Buffer.from(HOSTILE.join('한글'))
    const { lines } = seenOf([whole])
    for (let at = 0; at <= whole.length; at++)
      expect(seenOf([whole.subarray(0, at), whole.subarray(at)]).lines).toEqual(lines)
    expect(seenOf([...whole].map((byte) => Buffer.from([byte]))).lines).toEqual(lines)
  })

  it('is judged the same however it is cut, and the difference says so harmlessly', () => {
    const matches = fc.constantFrom('exact', 'contains', 'regex', 'json')
    fc.assert(
      fc.property(bytes, cuts, matches, hostile, (whole, places, match, parts) => {
        const text = match === 'regex' ? 'abc.*한' : match === 'json' ? '{"a":["…",{"b":1}]}' : parts.join('')
        const [once, again] = [seenOf([whole]), seenOf(cutAt(whole, places))].map(({ output }) =>
          compareMasked({ match, text }, output.stdout(), secrets, output.stdoutCut),
        )
        expect(again).toEqual(once)
        if (once === undefined || once.matched) return
        expect(once.difference).not.toMatch(CONTROLS)
        expect(once.difference).not.toContain('hunter2-hunter2')
      }),
      { numRuns: 2000 },
    )
  })

  it('matches an expectation made of itself', () => {
    fc.assert(
      fc.property(bytes, cuts, (whole, places) => {
        const output = seenOf(cutAt(whole, places)).output.stdout()
        expect(compareMasked({ match: 'exact', text: output }, output, secrets).matched).toBe(true)
        const pattern = Array.from(output)
          .map((character, at) => (at % 3 === 0 && character !== '\n' ? '…' : character))
          .join('')
        // Wildcards in the middle of what is stripped leave other sequences to strip.
        if (!CONTROLS.test(output))
          expect(compareMasked({ match: 'exact', text: pattern }, output, secrets).matched).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves reports that others can read', () => {
    fc.assert(
      fc.property(bytes, (whole) => {
        const { output } = seenOf([whole])
        const compared = compareMasked({ match: 'exact', text: 'x' }, output.stdout(), secrets)
        const difference = compared.matched ? '' : compared.difference
        const item = step('hostile', 'true')
        const planned = { item, key: item.id, hosts: [] }
        const result = {
          host: 'master',
          status: 'failed',
          exit: 0,
          startedAt: '',
          seconds: 1,
          verdict: 'mismatched',
          ...output.kept(),
        } as const
        const failure = { planned, host: 'master', reason: 'other', difference, result }
        const source = {
          runbook: 'try',
          exit: 1,
          seconds: 1,
          date: new Date(0),
          outcomes: [{ planned, results: [result], seconds: 1, failures: [failure] }],
          exercises: [],
        }
        const read = (format: 'junit' | 'json'): string =>
          writeReports([{ format, file: join(folder, 'report') }], source)
            .map((file) => readFileSync(file, 'utf8'))
            .join('')
        const xml = read('junit')
        expect(xml).not.toMatch(CONTROLS)
        expect(xml.match(/<(?!\/?(?:testsuites?|testcase|failure|system-out)\b|\?xml)/gu)).toBeNull()
        expect(xml.match(/&(?!(?:amp|lt|gt|quot|#9|#10|#13);)/gu)).toBeNull()
        const json: unknown = JSON.parse(read('json'))
        expect(json).toMatchObject({ items: [{ hosts: [{ output: result.output }], failures: [{ difference }] }] })
      }),
      { numRuns: 300 },
    )
  })

  it('of a check that says what it must not is quoted harmlessly', () => {
    const outcome = { ending: 'exited', exit: 1, captures: [], startedAt: 0, endedAt: 0 } as const
    fc.assert(
      fc.property(bytes, (whole) => {
        const { judged } = readCheck(step('check', ''), outcome, whole.toString('utf8'), ['no-pod'])
        expect(judged.failure?.reason ?? '').not.toMatch(CONTROLS)
        expect(judged.failure?.reason ?? '').not.toContain('\n')
      }),
    )
  })
})

describe('a line without an end', () => {
  const SIZE = 256 * 1024
  const unending = [
    ...HOSTILE.filter((piece) => !piece.includes('\n')),
    'a\b',
    `${'a'.repeat(500)}${'\b'.repeat(500)}`,
    ';a',
    '[',
    'A/b+',
    'eyJabcdefgh.',
    '-eyJabcdefgh',
    ' PRIVATE KEY',
    '-----BEGIN ',
    '--certificate-key=',
    'client-key-data: ',
    '\u2028 ',
    'Zm9v\\n',
    'a.',
  ]
  it.each(unending.map((piece) => JSON.stringify(piece)))(
    'of %s is not slow, and neither is its comparison',
    (quoted) => {
      const piece = String(JSON.parse(quoted))
      const whole = Buffer.from(piece.repeat(Math.ceil(SIZE / piece.length))).subarray(0, SIZE)
      const start = performance.now()
      const { lines, output } = seenOf(
        cutAt(
          whole,
          Array.from({ length: 64 }, (_, at) => at * 4_000),
        ),
      )
      expect(lines.reduce((sum, line) => sum + line.length, 0)).toBeLessThan(17_000)
      terminalText(output.stdout())
      for (const [match, text] of [
        ['exact', 'a…b…c…d…e…f…g'],
        ['contains', `${'…a'.repeat(20)}…z`],
      ] as const) {
        const compared = compareMasked({ match, text }, output.stdout(), secrets)
        if (!compared.matched) expect(compared.difference.length).toBeLessThan(8000)
      }
      expect(performance.now() - start).toBeLessThan(5000)
    },
  )

  it('of many short lines is compared too', () => {
    const stdout = 'a\n'.repeat(512 * 1024)
    for (const text of ['…\nb', 'a\n…\nb', `${'…\na\n'.repeat(5)}b`])
      expect(compareMasked({ match: 'contains', text }, stdout, secrets).matched).toBe(false)
  })

  it('of deep JSON is compared too', () => {
    const stdout = `{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`
    const compared = compareMasked({ match: 'json', text: '{"a":{"b":1}}' }, stdout, secrets)
    expect(compared.matched ? '' : compared.difference.length).toBeLessThan(1200)
  })
})

describe('more output than is kept to be compared', () => {
  const whole = Buffer.from(`first\n${'x'.repeat(2 * 1024 * 1024)}\nlast\n`)
  it.each([
    ['exact', 'first\n…', true],
    ['exact', 'first\nx…', false],
    ['exact', 'first\n…\nlast', false],
    ['contains', 'first', true],
    ['contains', 'last', false],
    ['regex', '^first$', true],
    ['json', '{"a":1}', false],
  ] as const)('%s %j: %j', (match, text, matched) => {
    const { output } = seenOf([whole])
    const compared = compareMasked({ match, text }, output.stdout(), secrets, output.stdoutCut)
    expect(compared.matched).toBe(matched)
    if (!compared.matched) expect(compared.difference).toContain('1 MiB')
  })
})
