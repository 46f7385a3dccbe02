/** Reports stay readable whatever a step prints: XML for a real parser, JSON for the schema and for strict readers. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { StepOutput } from '../../src/runner/output.ts'
import { SecretValues } from '../../src/runner/redact.ts'
import { writeReports } from '../../src/runner/report.ts'
import { reportSchema } from '../../src/runner/report-schema.ts'
import type { Item } from '../../src/runbook/types.ts'
import { testFolder } from '../transport/sshd.ts'
import { runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const valid = new Ajv({ strict: false, validateFormats: false }).compile(reportSchema())

/** What Python's expat reads: attributes and texts of the first test case. */
const READ = `
import json, sys, xml.etree.ElementTree as tree
case = tree.parse(sys.argv[1]).find('.//testcase')
failure = case.find('failure')
print(json.dumps([case.get('name'), failure.get('message'), failure.text or '', case.find('system-out').text or '']))
`

function readXml(file: string): unknown {
  return JSON.parse(execFileSync('python3', ['-c', READ, file], { encoding: 'utf8' }))
}

/** As XML 1.0 can carry it: https://www.w3.org/TR/xml/#charsets */
function carried(text: string): string {
  return Array.from(text, (character) =>
    /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(character) ? character : '\uFFFD',
  ).join('')
}

describe('a report of any text', () => {
  const folder = testFolder()
  afterAll(() => folder.remove())
  const item: Item = step('one', 'true')

  function write(text: string): { readonly xml: string; readonly json: string } {
    const xml = join(folder.path, 'r.xml')
    const json = join(folder.path, 'r.json')
    const result = { host: text, status: 'failed', exit: 1, startedAt: '', seconds: 1, verdict: 'none' } as const
    const planned = { item, key: item.id, hosts: [] }
    const whole = { ...result, output: text, truncated: false }
    const failure = { planned, host: text, reason: text, difference: text, result: whole }
    writeReports(
      [
        { format: 'junit', file: xml },
        { format: 'json', file: json },
      ],
      {
        runbook: text,
        exit: 1,
        seconds: 1,
        date: new Date(0),
        outcomes: [{ planned, results: [whole], seconds: 1, failures: [failure] }],
        exercises: [],
      },
    )
    return { xml, json }
  }

  function expectReadable(text: string): void {
    const { xml, json } = write(text)
    const wanted = carried(text)
    expect(readXml(xml)).toEqual([wanted, wanted, wanted, wanted])
    const report = JSON.parse(readFileSync(json, 'utf8')) as { items: { hosts: { output: string }[] }[] }
    expect(report.items[0]?.hosts[0]?.output).toBe(text.toWellFormed())
    expect(readFileSync(json, 'utf8')).not.toMatch(/\\ud[89a-f]/i)
    expect([valid(report), valid.errors]).toEqual([true, null])
  }

  it.each([
    ['the end of a CDATA section', 'a ]]> b <![CDATA[ <!-- -- -->'],
    ['markup', `<&>"' &amp; &#0; </failure></testcase>`],
    ['NUL and other control characters', '\u0000\u0001\b\u000B\f\u000E\u001B[31m\u001F\u007F\u0085'],
    ['what is no character in XML', '\uFFFE\uFFFF'],
    ['lone surrogates', 'a\uD83D b\uDE00 c\uDE00\uD83D'],
    ['white space at the ends and inside', ' \t a\r\nb\rc\n d \n'],
    ['Hangul, composed and not, and an emoji', '한글 \u1112\u1161\u11AB 👍🏽'],
  ])('%s', (_name, text) => expectReadable(text))

  it('whatever fast-check makes up', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(']]>', '\uD800', '\uDC00', '\u0000', '\r\n', '&', '<', '한'),
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 500, size: 'max' }), (parts) => expectReadable(parts.join(''))),
      { numRuns: 3 },
    )
  })
})

it('output is never cut in the middle of a character', () => {
  for (const shift of ['', 'x']) {
    const output = new StepOutput(new SecretValues(), false, () => {})
    output.feed('stdout', Buffer.from(`${shift}${'😀'.repeat(2500)}\n${shift}${'😀'.repeat(10_000)}\n`))
    output.end()
    const kept = output.kept()
    expect(kept.truncated).toBe(true)
    expect(kept.output).toMatch(/^x?(😀)+\n… \(\d+ characters\)\n(😀)+ \(line cut\)\n$/u)
  }
})

describe('a run', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(['master'])
  })
  afterAll(() => world.remove())

  it('reports a step that prints such bytes', async () => {
    const script = String.raw`printf '한글 ]]> <&> \000\001\033[31m\xff\xed\xa0\x80\xef\xbf\xbf 😀\n'`
    const runbook = runbookOf([step('bytes', script, { expect: { match: 'exact', text: 'other ]]>' } })])
    const done = await world.run(runbook, ['--report', 'junit=out/b.xml', '--report', 'json=out/b.json'])
    expect(done.code).toBe(1)
    const [host, reason, difference, output] = readXml(join(world.path, 'out/b.xml')) as string[]
    expect([host, reason]).toEqual(['master', 'its output is not what the book says'])
    expect(difference).toMatch(/- other \]\]>\n.*\+ 한글 \]\]> <&> .*😀/su)
    expect(output).toMatch(/^한글 \]\]> <&> \uFFFD+ 😀\n$/u)
    const report: unknown = JSON.parse(readFileSync(join(world.path, 'out/b.json'), 'utf8'))
    expect([valid(report), valid.errors]).toEqual([true, null])
  })
})
