/** What a page shows of its fences: place, folded expectation, proof in every state, exact copy. */
import { join } from 'node:path'
import { selectAll, toText } from 'astro-expressive-code/hast'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pageAt, setBookRoot } from '../../src/site/book.ts'
import { pageSummary } from '../../src/site/blocks/summary.ts'
import { cardOf, textOf } from './card-of.ts'
import { fixtureBook, result, writePage, writeRun } from './fixture-book.ts'
import type { FixtureBook } from './fixture-book.ts'

const HEAD = `---
title: Greeting
description: A page of the test.
runbook:
  id: greet
  on: master
  topology: blank
  isolation: machine
  vars:
    NAME:
      meaning: who is greeted
      default: world
---
`
const STEP =
  '\n## Say\n\n```bash step="say" idempotent="yes"\nprintf \'%s\\n\' "hello $NAME"\n```\n\n```text expect="say"\nhello …\n```\n'
const RHEL = '\n```bash step="install" distro="rhel" idempotent="yes"\nsudo dnf install -y curl\n```\n'
const VERIFY = '\n```bash step="verify" phase="verify"\necho done\n```\n\n```text expect="verify"\ndone\n```\n'

let book: FixtureBook

beforeEach(() => {
  book = fixtureBook({ greet: HEAD + STEP + RHEL + VERIFY, 'en/greet': HEAD + STEP + RHEL + VERIFY })
  setBookRoot(book.root)
})
afterEach(() => book.remove())

describe('the proof of a block', () => {
  test('without a run it is untested, and says so in the page’s language', async () => {
    expect(textOf(await cardOf(book.root, 'greet', 'say'), '.run-untested')).toBe(
      '○시험하지 않음 · 실행 기록이 아직 없습니다',
    )
    expect(textOf(await cardOf(book.root, 'en/greet', 'say'), '.run-untested')).toBe(
      '○not tested · no run on record yet',
    )
  })

  test('a run of this text proves it: versions, machine, day, time, output by host', async () => {
    writeRun(book.root, 'greet')
    const card = await cardOf(book.root, 'en/greet', 'say')
    expect(textOf(card, '.run-proof summary')).toBe(
      '✓ran · Kubernetes v1.36.3 · containerd 2.3.7 · Debian 13 (uml) · 2026-11-21 · 1.2\u00A0s',
    )
    expect(textOf(card, '.run-host')).toBe('master · 1.2\u00A0s · exit status 0')
    expect(textOf(card, '.run-proof pre.said')).toBe('hello\n')
  })

  test('without an expectation only the exit status was checked', async () => {
    writeRun(book.root, 'greet', (item) => ({ ...item, hosts: [result({ verdict: 'none' })] }))
    expect(textOf(await cardOf(book.root, 'en/greet', 'say'), '.run-proof .state')).toBe('ran (exit status only)')
  })

  test('text changed after the run makes this block and what follows stale', async () => {
    writeRun(book.root, 'greet')
    const changed = (HEAD + STEP + RHEL + VERIFY).replace('hello $NAME', 'hello, $NAME')
    writePage(book.root, 'greet', changed)
    writePage(book.root, 'en/greet', changed)
    expect((await cardOf(book.root, 'en/greet', 'say')).find('.run-proof')?.properties['dataState']).toBe('stale')
    expect((await cardOf(book.root, 'en/greet', 'verify')).find('.run-proof')?.properties['dataState']).toBe('stale')
    expect(summary('en/greet')?.state).toBe('stale')
  })

  test('a failed run is shown as failed', async () => {
    writeRun(book.root, 'greet', (item) => ({ ...item, hosts: [result({ status: 'failed', exit: 1 })] }))
    expect(textOf(await cardOf(book.root, 'en/greet', 'say'), '.run-proof .state')).toBe('ran and failed')
  })

  test('a variant for machines that the lab has not got is plainly untested', async () => {
    writeRun(book.root, 'greet')
    expect(textOf(await cardOf(book.root, 'en/greet', 'install'), '.run-untested')).toBe(
      '○not tested · the lab has no RHEL family machine',
    )
    expect(summary('en/greet')).toMatchObject({ state: 'proven', ran: 2, notRun: 1, runbook: 'greet' })
  })
})

test('the caption says where, the anchor leads to the step, the expectation is folded with its wildcard explained', async () => {
  const card = await cardOf(book.root, 'en/greet', 'say')
  expect(textOf(card, '.run-where')).toBe('on master')
  expect(card.find('.run')?.properties['id']).toBe('step-say')
  expect(textOf(card, '.run-expect pre.said')).toBe('hello …')
  expect(textOf(card, '.run-expect .run-note')).toContain('…')
})

test('a value of the form is one marked element, with the way to quote it', async () => {
  const spans = selectAll('[data-var]', (await cardOf(book.root, 'en/greet', 'say')).tree)
  expect(spans.map((span) => [toText(span), span.properties['dataVar'], span.properties['dataContext']])).toEqual([
    ['$NAME', 'NAME', 'double'],
  ])
})

test.each([
  ['tabs', 'a:\n\t- b\n'],
  ['trailing blanks', 'one  \ntwo\t\n'],
  ['blank lines around', '\n\nmiddle\n\n'],
  ['comments and a file name', '# /etc/x.conf\nkey = 1\n'],
  ['not ASCII', '이름: "값" … é 🧭\n'],
])('a file with %s is copied byte for byte', async (_name, text) => {
  const page = `${HEAD}${STEP}\n\`\`\`ini file="/etc/x.conf"\n${text}\n\`\`\`\n${VERIFY}`
  writePage(book.root, 'greet', page)
  writePage(book.root, 'en/greet', page)
  const card = await cardOf(book.root, 'en/greet', 'file:/etc/x.conf')
  expect(String(card.find('.copy button')?.properties['dataCode']).replaceAll('\u007F', '\n')).toBe(text)
  expect(textOf(card, '.run-title')).toBe('/etc/x.conf')
})

function summary(page: string): ReturnType<typeof pageSummary> {
  const view = pageAt(join(book.root, 'content/docs', `${page}.mdx`))
  return view === undefined ? undefined : pageSummary(view)
}
