/** The pages held to the glossary: what is found, where, and what stays untouched. */
import { expect, test } from 'vitest'
import { formatProblem } from '../../src/errors/index.ts'
import { pageFrom } from '../../src/prose/pages.ts'
import { termProblems } from '../../src/prose/terms.ts'
import { parseGlossary } from '../../src/reference/index.ts'
import { readGlossary } from '../../src/reference/index.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const refusals = readGlossary(ROOT).entries.flatMap(({ refuse }) => refuse)

function found(text: string, lang: 'ko' | 'en' = 'ko'): string {
  const file = `content/docs/${lang === 'en' ? 'en/' : ''}demo.mdx`
  return termProblems([pageFrom(file, text)], refusals, [['디렉토리', '디렉터리']])
    .map(formatProblem)
    .join('\n')
}

test('a refused form is found in prose, with its place and the right form', () => {
  expect(found('---\ntitle: 포드를 만들기\n---\n\n팟은 컨테이너들입니다.\n')).toMatchInlineSnapshot(`
    "content/docs/demo.mdx:2:8: "포드" is not this book's word
      write Pod: the name of the kind is kept; upstream says 파드 for it
    content/docs/demo.mdx:5:1: "팟" is not this book's word
      write Pod: the name of the kind is kept; upstream says 파드 for it"
  `)
})

test.each([
  ['a particle of any kind', '포드들에서는', 1],
  ['a longer word that only begins so', '포드캐스트와 팟캐스트', 0],
  ['where the book uses it', '스태틱 파드(static Pod)와 Pod(파드)', 0],
  ['elsewhere', '스태틱 파드와 다른 파드', 1],
  ['inside code and links', '`포드` [Pod](/포드/)', 0],
  ['a table cell', '| 이름 | 뜻 |\n| --- | --- |\n| 포드 | x |', 1],
  ['a component’s children', '<details>\n<summary>포드</summary>\n\n포드\n\n</details>', 2],
  ['a fence', '```text norun="illustration"\n포드\n```', 0],
  ['a slip', '이 디렉토리에', 1],
])('%s: %s', (_name, text, count) => {
  expect(
    found(text)
      .split('\n')
      .filter((line) => line.startsWith('content/')),
  ).toHaveLength(count)
})

test('an English form is refused as it is written, not inside names', () => {
  expect(found('The pod runs. A Pod, pod-a and my.pod/x do not count; podman neither.', 'en')).toBe(
    `content/docs/en/demo.mdx:1:5: "pod" is not this book's word\n  write Pod: a kind of the API has a capital letter`,
  )
  expect(found('pod', 'ko')).toBe('')
})

test('the glossary’s own mistakes have places', () => {
  const { problems } = parseGlossary(`- id: pod\n  en: Pod\n  ko: Pod\n  meening: x\n- id: pod\n`)
  expect(problems.map(formatProblem)).toContain(
    'content/glossary.yaml:4:3: unknown key "meening" in a term\n  did you mean "meaning"? known: id, en, ko, say, meaning, page, refuse',
  )
  expect(problems.map(({ message }) => message)).toContain('the id "pod" stands twice')
  expect(problems.map(({ message }) => message)).toContain('meaning is not there in both languages')
})
