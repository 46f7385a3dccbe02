/** The grammar's reference page: whole, parseable, and held to the table. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GRAMMAR_PAGE, grammarPage, parseChapter } from '../../src/chapter/index.ts'
import { GRAMMAR } from '../../src/chapter/grammar.ts'
import { checkGenerated, writeGenerated } from '../../src/runbook/index.ts'

test.each(['ko', 'en'] as const)('the %s page names every key and is a chapter without problems', (lang) => {
  const page = grammarPage(lang)
  for (const { key, example } of GRAMMAR) {
    expect(page).toContain(`| \`${key}\` |`)
    expect(page).toContain(`\`${example}\` |`)
  }
  const file = `content/docs/${lang === 'en' ? 'en/' : ''}${GRAMMAR_PAGE}.mdx`
  expect(parseChapter(file, page).problems).toEqual([])
})

test('an edited page is drift, and extract mends it', () => {
  const root = mkdtempSync(join(tmpdir(), 'k8s101-reference-'))
  try {
    writeGenerated(root, [])
    expect(checkGenerated(root, [])).toEqual([])
    writeFileSync(join(root, `content/docs/${GRAMMAR_PAGE}.mdx`), 'edited by hand')
    expect(checkGenerated(root, []).map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'content/docs/reference/grammar.mdx: this page is not what the grammar gives',
    ])
    writeGenerated(root, [])
    expect(checkGenerated(root, [])).toEqual([])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
