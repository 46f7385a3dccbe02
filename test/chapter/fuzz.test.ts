/** Whatever a writer types, the parser answers with problems and never with a stack. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseChapter, parseFenceMeta } from '../../src/chapter/index.ts'
import { scanShell } from '../../src/chapter/shell/scan.ts'
import { page } from './page.ts'

const pieces = fc.constantFrom(
  'step=',
  'file=',
  'expect=',
  'on=',
  '"',
  "'",
  'a',
  '{',
  '}',
  '/',
  ' ',
  '\\',
  '&amp;',
  '=',
  'norun="windows"',
  '…',
  '\t',
)
const meta = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
const shell = fc
  .array(
    fc.constantFrom(
      '$(',
      ')',
      '"',
      "'",
      '`',
      '${',
      '}',
      '<<E',
      '\n',
      'E',
      ' ',
      '|',
      '&&',
      'case',
      'in',
      'esac',
      ';;',
      '((',
      '#',
      '\\',
      'X=',
      '>',
      '&',
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

test('any meta is read without a crash, and words never overlap', () => {
  fc.assert(
    fc.property(fc.oneof(meta, fc.string()), (text) => {
      let end = 0
      for (const word of parseFenceMeta(text).words) {
        expect(word.offset).toBeGreaterThanOrEqual(end)
        expect(text.startsWith(word.raw, word.offset)).toBe(true)
        end = word.offset + word.raw.length
      }
    }),
  )
})

test('any fence and any frontmatter gives problems inside the file', () => {
  fc.assert(
    fc.property(meta, shell, fc.oneof(fc.string(), fc.constant('runbook: {id: a}')), (words, text, head) => {
      const source = page(`\`\`\`bash ${words.replaceAll('`', '')}\n${text}\n\`\`\``, head)
      const lines = source.split(/\r\n|\n|\r/u).length
      for (const problem of parseChapter('content/docs/x.mdx', source).problems) {
        expect(problem.line).toBeGreaterThanOrEqual(1)
        expect(problem.line).toBeLessThanOrEqual(lines)
        expect(problem.column).toBeGreaterThanOrEqual(1)
      }
    }),
  )
})

test('any shell text is scanned to its end', () => {
  fc.assert(
    fc.property(fc.oneof(shell, fc.string()), (text) => {
      for (const command of scanShell(text).commands) expect(command.offset).toBeLessThanOrEqual(text.length)
    }),
  )
})
