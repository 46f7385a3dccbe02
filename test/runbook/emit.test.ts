/** A generated file gives the runner exactly the runbook it was made from, however nasty its scripts are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emitRunbook } from '../../src/runbook/index.ts'
import type { Runbook } from '../../src/runbook/index.ts'

let root = ''
let count = 0

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'k8s101-emit-'))
  mkdirSync(join(root, 'src/runner'), { recursive: true })
  mkdirSync(join(root, 'runbooks'))
  writeFileSync(
    join(root, 'src/runner/entry.mjs'),
    'export const seen = []\nexport async function runbook(data) { seen.push(data) }\n',
  )
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Imports the emitted text with an entry that keeps what it was given. */
async function importEmitted(text: string): Promise<unknown> {
  count += 1
  const file = join(root, `runbooks/r${count}.mjs`)
  writeFileSync(file, text)
  await import(/* @vite-ignore */ pathToFileURL(file).href)
  const entry: { seen: unknown[] } = await import(
    /* @vite-ignore */ pathToFileURL(join(root, 'src/runner/entry.mjs')).href
  )
  return entry.seen.at(-1)
}

function runbookOf(script: string, text = 'x'): Runbook {
  const source = { file: 'content/docs/x/demo.mdx', line: 3 }
  const title = { ko: `제목 ${text}`, en: 'It’s "one"' }
  const base = { source, title, on: 'all', hash: '0123456789abcdef' }
  return {
    id: 'demo',
    page: 'x/demo',
    title,
    topology: 'single',
    isolation: 'machine',
    needs: [],
    vars: [{ name: 'IP', meaning: text, from: 'master[0].address' }],
    versions: { kubernetes: 'v1.36.3', 'odd key': '1' },
    items: [
      {
        ...base,
        type: 'step',
        id: 'x/demo/a',
        script,
        exit: 0,
        order: 'parallel',
        timeoutSeconds: 120,
        idempotent: false,
        captures: ['X'],
        secrets: [],
        phase: 'run',
        unless: text,
        expect: { match: 'exact', text: script },
      },
      { ...base, type: 'file', id: 'x/demo/file:/x', path: '/x', text: script, subst: [], distro: 'rhel' },
    ],
    exercises: [
      {
        id: 'one',
        title,
        messages: { 'no-pod': { ko: text, en: script } },
        versions: { nginx: '1' },
        items: [
          { ...base, type: 'file', id: 'x/demo/one/answer/file:x', path: 'x', text: script, subst: [], part: 'answer' },
        ],
      },
    ],
  }
}

describe('deep-equal data back', () => {
  test.each([
    ['plain', 'true'],
    ['two lines', 'one\ntwo'],
    ['backticks and ${}', 'echo `date`\necho "${X}" $Y ${'],
    ['backslashes', 'one \\\n  two\nprintf "a\\n\\t\\\\"'],
    ['a backslash at the end', 'one\ntwo\\'],
    ['bad escapes', 'echo \\u \\x \\u{zz}\n\\'],
    ['CRLF', 'one\r\ntwo\r'],
    ['separators, NUL, escape, byte-order mark', 'a\u2028b\u2029\nc\u0000\u001b[31m\ufeff'],
    ['half a surrogate pair', 'a\ud800\nb'],
    ['Korean and emoji', '한글 🙂 …\n끝'],
    ['quotes', `it's "x"\n'y'`],
    ['the end of a comment', '*/ // -->\n</script>'],
  ])('%s', async (_name, script) => {
    const runbook = runbookOf(script, script)
    expect(await importEmitted(emitRunbook(runbook))).toEqual(runbook)
  })

  test('any text', async () => {
    const nasty = fc.array(
      fc.oneof(fc.constantFrom('`', '${', '\\', '\n', '\r', "'", '"', '\u2028', '$'), fc.string({ unit: 'binary' })),
    )
    await fc.assert(
      fc.asyncProperty(nasty, async (parts) => {
        const runbook = runbookOf(parts.join(''), parts.join(''))
        expect(await importEmitted(emitRunbook(runbook))).toEqual(runbook)
      }),
      { numRuns: 60 },
    )
  })
})

test('a file reads like its chapter', () => {
  const text = emitRunbook(runbookOf('kubeadm init \\\n  --v 5'))
  expect(text).toContain(
    '#!/usr/bin/env zx\n// Generated from content/docs/x/demo.mdx by `npm run extract`; edit the chapter, not this file.\n',
  )
  expect(text).toContain('script: String.raw`kubeadm init \\\n  --v 5`,')
})
