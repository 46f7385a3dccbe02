/** What a page shows of an exercise: the commands, what was proven of its check, each block's part. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exerciseChains, itemKey, planBook } from '../../src/runbook/index.ts'
import type { ExerciseEvidence } from '../../src/evidence/types.ts'
import { setBookRoot } from '../../src/site/book.ts'
import { cardOf, textOf } from './card-of.ts'
import { fixtureBook, result, writePage, writeRun } from './fixture-book.ts'
import type { FixtureBook } from './fixture-book.ts'

const PAGE = `---
title: Boxes
description: A page of the test.
runbook: {id: greet, on: master, topology: blank, isolation: machine}
exercises:
  box: {title: A full box, messages: {no-box: There is no box.}}
---

\`\`\`bash step="say"
echo hello
\`\`\`

### A full box

\`\`\`bash step="s" exercise="box" part="setup" idempotent="yes"
rm -f box
\`\`\`

<details>
<summary>Answer</summary>

\`\`\`text file="box" exercise="box" part="answer"
full
\`\`\`

</details>

<details>
<summary>How it is checked</summary>

\`\`\`bash step="w" exercise="box" part="wrong"
mkdir box
\`\`\`

\`\`\`bash step="c" exercise="box" part="check"
test -f box || { echo no-box; exit 1; }
\`\`\`

</details>
`

let book: FixtureBook
beforeEach(() => {
  book = fixtureBook({ greet: PAGE, 'en/greet': PAGE })
  setBookRoot(book.root)
})
afterEach(() => book.remove())

/** Evidence of the exercise as it stands, as a run leaves it. */
function proof(): ExerciseEvidence {
  const runbook = planBook(book.root).runbooks[0]
  const exercise = runbook?.exercises?.[0]
  if (runbook === undefined || exercise === undefined) throw new Error('no exercise')
  const chains = exerciseChains(runbook, exercise, { distro: 'debian', runtime: 'containerd' })
  const stage = (part: 'setup' | 'answer' | 'wrong' | 'check', exit: number, missing?: string[]) => ({
    part,
    ...(missing === undefined ? {} : { missing }),
    items: exercise.items
      .filter((item) => item.part === part)
      .map((item) => ({
        id: item.id,
        hash: item.hash,
        chain: chains.get(itemKey(item)) ?? '',
        hosts: [result({ exit, verdict: 'none', output: missing?.join('\n') ?? '' })],
      })),
  })
  return {
    id: 'box',
    chain: [...chains.values()].at(-1) ?? '',
    result: 'proven',
    stages: [
      stage('setup', 0),
      stage('check', 1, ['no-box']),
      stage('wrong', 0),
      stage('check', 1, ['no-box']),
      stage('setup', 0),
      stage('check', 1, ['no-box']),
      stage('answer', 0),
      stage('check', 0, []),
    ],
  }
}

describe('under the setup', () => {
  test('stand the two commands and what was proven', async () => {
    writeRun(book.root, 'greet', undefined, [proof()])
    const card = await cardOf(book.root, 'en/greet', 's')
    expect(textOf(card, '.run-exercise .verdict')).toBe(
      '✓the check was tested: it fails after the setup and after 1 wrong answer, and passes after the answer · 2026-11-21',
    )
    expect(textOf(card, '.run-exercise dl')).toBe(
      'Set it up\nnpx zx runbooks/greet.mjs --exercise box\nCheck your work\nnpx zx runbooks/greet.mjs --exercise box --check',
    )
    expect(textOf(await cardOf(book.root, 'greet', 's'), '.run-exercise .verdict')).toBe(
      '✓검사를 시험했습니다: 준비한 뒤와 틀린 답 1가지 뒤에는 통과하지 못하고, 답 뒤에는 통과합니다 · 2026-11-21',
    )
  })

  test('its commands are folded: they may say what is wrong', async () => {
    const setup = await cardOf(book.root, 'en/greet', 's')
    expect(
      setup.find('details.run-setup:not([open]) .expressive-code, details.run-setup:not([open]) figure'),
    ).toBeDefined()
    expect(setup.find('details .run-exercise')).toBeUndefined()
    expect((await cardOf(book.root, 'en/greet', 'c')).find('.run-setup')).toBeUndefined()
  })

  test('a changed exercise is stale, and only it', async () => {
    writeRun(book.root, 'greet', undefined, [proof()])
    const changed = PAGE.replace('mkdir box', 'mkdir -p box')
    writePage(book.root, 'greet', changed)
    writePage(book.root, 'en/greet', changed)
    const card = await cardOf(book.root, 'en/greet', 's')
    expect(card.find('.run-exercise')?.properties['dataState']).toBe('stale')
    expect((await cardOf(book.root, 'en/greet', 'say')).find('.run-proof')?.properties['dataState']).toBe('proven')
  })

  test('one that was never proven says so', async () => {
    writeRun(book.root, 'greet')
    expect(textOf(await cardOf(book.root, 'en/greet', 's'), '.run-exercise .verdict')).toMatch(/^○not tested · /)
  })
})

test('each block names its part and has its own proof; a check shows its last run', async () => {
  writeRun(book.root, 'greet', undefined, [proof()])
  const parts = ['s', 'box/answer/file:box', 'w', 'c'].map(async (id) => {
    const card = await cardOf(book.root, 'en/greet', id)
    return `${textOf(card, '.run-part')} ${String(card.find('.run-proof')?.properties['dataState'])}`
  })
  expect(await Promise.all(parts)).toEqual([
    'sets the exercise up proven',
    'answer proven',
    'a wrong answer proven',
    'check proven',
  ])
  const check = await cardOf(book.root, 'en/greet', 'c')
  expect(check.find('.run-exercise')).toBeUndefined()
  expect(textOf(check, '.run-host')).toBe('master · 1.2\u00A0s · exit status 0')
})
