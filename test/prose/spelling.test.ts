/** Spelling with the machine's own Hunspell: both languages, the book's words, and places. */
import { beforeAll, describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/errors/index.ts'
import type { Problem } from '../../src/errors/index.ts'
import { pageFrom } from '../../src/prose/pages.ts'
import { spellingProblems } from '../../src/prose/spelling.ts'

const KNOWN = ['쿠버네티스', 'kubelet', '스왑', '부팅', '호스트']
/** What a line is about, the line, and its wrong words. */
const LINES: readonly (readonly [about: string, line: string, wrong: readonly string[]])[] = [
  ['right words', '노드에서 명령을 실행합니다. The colour of a node.', []],
  ['a slip in each language', '명렁을 실행합니다. The cluter runs.', ['명렁을', 'cluter']],
  ['words of the book', '쿠버네티스는 Kubelet과', []],
  ['listed nouns with particles and as verbs', '스왑이라면 스왑을 부팅하면 부팅합니다', []],
  ['a particle that does not fit', '스왑를 호스트을', ['스왑를', '호스트을']],
  ['counted, becoming', '하나씩을 만들어집니다 켜져 하나뿐입니다', []],
  ['code, names, paths, versions', '`명렁`을 NotReady v1.36x /etc/modprb CRI-O 3개와 kubelet이', []],
  ['a link’s address', '[여기](/instal/prepre/) https://exmaple.org/instal', []],
]
let problems: readonly Problem[]

/** All lines in one page: what takes time is loading the dictionaries. */
beforeAll(() => {
  const text = LINES.map(([, line]) => line).join('\n\n')
  problems = spellingProblems([pageFrom('content/docs/demo.mdx', text)], KNOWN) ?? []
})

describe('spelling', () => {
  test.each(LINES.map((line, at) => [...line, at * 2 + 1] as const))('%s', (_about, _line, wrong, row) => {
    const found = problems.filter(({ line }) => line === row)
    expect(found.map(({ message }) => message.slice(14, -1)).toSorted()).toEqual(wrong.toSorted())
  })

  test('of an exercise’s messages the Korean is checked, and names stand as they are', () => {
    const head = `---\ntitle: A\nexercises:\n  one:\n    title: The cluter\n    messages:\n      no-pod: 값 maxage가 명렁에 없습니다\n---\n`
    const found = spellingProblems([pageFrom('content/docs/demo.mdx', head)], KNOWN) ?? []
    expect(found.map(({ line, message }) => `${line} ${message}`).toSorted()).toEqual([
      '5 unknown word "cluter"',
      '7 unknown word "명렁에"',
    ])
  })

  test('a problem has its place and says what to do', () => {
    const found = problems.find(({ message }) => message.includes('cluter'))
    expect(found === undefined ? '' : formatProblem(found)).toMatch(
      /^content\/docs\/demo\.mdx:3:16: unknown word "cluter"\n {2}did you mean .*cluster.*\? a right word goes into content\/words\.yaml/u,
    )
  })
})
