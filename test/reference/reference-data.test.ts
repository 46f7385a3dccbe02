/** The glossary's and errata's data: their links, their mistakes, and that the repository's own are right. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBook } from '../../src/chapter/index.ts'
import { formatProblem } from '../../src/errors/index.ts'
import { parseErrata, readErrata, readGlossary, referenceProblems } from '../../src/reference/index.ts'
import { PLANNED_PAGES } from '../../src/site/sections.ts'

const ROOT = join(import.meta.dirname, '../..')
const ENTRY = `- id: one
  sources: [S1]
  page: install/prepare
  says: { ko: 가, en: a }
  truth: { ko: 나, en: b }
`

test('the repository’s entries are whole, and each link of theirs leads to a block or a page to come', () => {
  expect(readGlossary(ROOT).problems).toEqual([])
  expect(readErrata(ROOT).entries.length).toBeGreaterThan(50)
  expect(referenceProblems(ROOT, readBook(ROOT).chapters, PLANNED_PAGES).map(formatProblem)).toEqual([])
})

test('a link to a block that is not there, and to a page that is not planned, is found with a suggestion', () => {
  const root = mkdtempSync(join(tmpdir(), 'k8s101-errata-'))
  try {
    mkdirSync(join(root, 'content'))
    cpSync(join(ROOT, 'content/glossary.yaml'), join(root, 'content/glossary.yaml'))
    const entries = [
      `${ENTRY}  see: [install/prepare#step-modprob]`,
      `${ENTRY.replace('one', 'two')}  see: [final/answers#step-export]`,
      `${ENTRY.replace('one', 'three').replace('install/prepare', 'install/prepar')}  see: [install/prepare#step-modprobe]`,
    ]
    writeFileSync(join(root, 'content/errata.yaml'), `${entries.join('\n')}\n`)
    const problems = referenceProblems(root, readBook(ROOT).chapters, PLANNED_PAGES)
    expect(problems.map(({ line, message, hint }) => `${line} ${message}: ${hint?.slice(0, 30)}`)).toEqual([
      '1 see: install/prepare has no block "step-modprob": did you mean "step-modprobe"? ',
      '7 see: the page "final/answers" does not exist: link it once it does',
      '13 there is no page "install/prepar" in the book\'s plan: did you mean "install/prepare"',
    ])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

test('an entry has to name its source, be in both languages and be shown by something', () => {
  const { problems } = parseErrata(`${ENTRY.replace('S1', 'S9').replace(', en: a', '')}\n`)
  expect(problems.map(formatProblem)).toEqual([
    'content/errata.yaml:2:12: sources are "S9"\n  expected some of S1, S2, S3, S4, S5',
    'content/errata.yaml:1:3: nothing shows this erratum\n  give see: [page#step-id], or upstream: [address] of its documentation',
    'content/errata.yaml:4:9: says has no en\n  add en: …',
  ])
  expect(parseErrata(`${ENTRY}  upstream: [somewhere]\n`).problems.map(({ message }) => message)).toEqual([
    '"somewhere" is no address',
  ])
})
