/** Exercises of a page in its runbook: no part of the ordinary items and hashes, with a chain of their own. */
import { describe, expect, test } from 'vitest'
import { chainHashes, exerciseChains, planRunbook, runbookRules } from '../../src/runbook/index.ts'
import type { Runbook } from '../../src/runbook/index.ts'
import { chapterOf, fence, page } from '../chapter/page.ts'

const DEBIAN = { distro: 'debian', runtime: 'containerd' } as const
const VERSIONS = { kubernetes: 'v1.36.3', nginx: '1.29' }

const head = (title: string, message: string) => `runbook: {id: demo, topology: single, isolation: namespace}
exercises:
  one: {title: ${title} 1, messages: {no: ${message}}}
  two: {title: ${title} 2, messages: {no: ${message}}}`

const ex = (id: string, part: string, text: string) =>
  fence(`bash step="${id}-${part}" exercise="${id}" part="${part}" idempotent="yes"`, text)

interface Texts {
  readonly main?: string
  readonly cleanup?: string
  readonly one?: string
  readonly two?: string
}

function bodyOf({ main = 'hostname', cleanup = 'rm x', one = 'rm a', two = 'rm b' }: Texts): string {
  return [
    ex('one', 'setup', one),
    fence('text file="pod.yaml" exercise="one" part="answer"', 'right'),
    ex('one', 'answer', 'kubectl apply -f pod.yaml'),
    fence('text file="pod.yaml" exercise="one" part="wrong"', 'wrong'),
    ex('one', 'wrong', 'kubectl apply -f pod.yaml'),
    ex('one', 'check', 'echo no; exit 1').replace(' idempotent="yes"', ''),
    fence('bash step="clean" phase="cleanup"', cleanup),
    fence('text file="pod.yaml"', 'ordinary'),
    fence('bash step="main" phase="verify"', main) + fence('text expect="main"', 'x'),
    ...['setup', 'answer', 'wrong'].map((part) => ex('two', part, two)),
    ex('two', 'check', 'echo no; exit 1').replace(' idempotent="yes"', ''),
  ].join('')
}

function plan(texts: Texts = {}): Runbook {
  const ko = chapterOf(page(bodyOf(texts), head('문제', '없음')), 'content/docs/x/demo.mdx')
  const en = chapterOf(page(bodyOf(texts), head('Task', 'none')), 'content/docs/en/x/demo.mdx')
  const { runbook, problems } = planRunbook({ chapters: [ko, en], versions: VERSIONS }, 'demo')
  if (runbook === undefined) throw new Error('no runbook')
  expect(problems).toEqual([])
  return runbook
}

function chains(runbook: Runbook): { main: string[]; one: string[]; two: string[] } {
  const of = (id: string): string[] => {
    const exercise = runbook.exercises?.find((one) => one.id === id)
    return exercise === undefined ? [] : [...exerciseChains(runbook, exercise, DEBIAN).values()]
  }
  return { main: [...chainHashes(runbook, DEBIAN).values()], one: of('one'), two: of('two') }
}

test('they stand beside the items, with titles and messages in both languages', () => {
  const runbook = plan()
  expect(runbook.items.map((item) => item.id)).toEqual(['x/demo/clean', 'x/demo/file:pod.yaml', 'x/demo/main'])
  const [one, two] = runbook.exercises ?? []
  expect(one).toMatchObject({ title: { ko: '문제 1', en: 'Task 1' }, messages: { no: { ko: '없음', en: 'none' } } })
  expect(one?.items.map(({ part, id }) => `${part} ${id}`)).toEqual([
    'setup x/demo/one-setup',
    'answer x/demo/one/answer/file:pod.yaml',
    'answer x/demo/one-answer',
    'wrong x/demo/one/wrong/file:pod.yaml',
    'wrong x/demo/one-wrong',
    'check x/demo/one-check',
  ])
  expect(two?.items).toHaveLength(4)
  expect(runbookRules(runbook)).toEqual([])
})

describe('hashes', () => {
  test('a page without the exercises has the same chain', () => {
    const bare = chapterOf(
      page(bodyOf({}).replaceAll(/```\w+ [^\n]*exercise=[^`]*```\n/gu, ''), head('x', 'y').split('\n')[0]),
      'content/docs/x/demo.mdx',
    )
    expect(bare.fences).toHaveLength(4)
    const { runbook } = planRunbook({ chapters: [bare], versions: VERSIONS }, 'demo')
    expect(runbook?.exercises).toBeUndefined()
    expect(runbook === undefined ? [] : [...chainHashes(runbook, DEBIAN).values()]).toEqual(chains(plan()).main)
  })

  test('editing an exercise makes only itself stale, also when it names a version', () => {
    const [before, after] = [chains(plan()), chains(plan({ one: 'crictl pull nginx:1.29' }))]
    expect(after.main).toEqual(before.main)
    expect(after.two).toEqual(before.two)
    expect(after.one[0]).not.toBe(before.one[0])
    expect(after.one.at(-1)).not.toBe(before.one.at(-1))
  })

  test('a changed step makes them stale, a changed cleanup after it does not', () => {
    const before = chains(plan())
    expect(chains(plan({ main: 'hostname -f' })).one[0]).not.toBe(before.one[0])
    const swapped = bodyOf({}).replace(/(```bash step="clean"[^`]*```\n)([\s\S]*)/u, '$2$1')
    const moved = (cleanup: string) => {
      const body = swapped.replace('rm x', cleanup)
      const chapter = chapterOf(page(body, head('a', 'b')), 'content/docs/x/demo.mdx')
      const { runbook } = planRunbook({ chapters: [chapter], versions: VERSIONS }, 'demo')
      if (runbook === undefined) throw new Error('no runbook')
      return chains(runbook)
    }
    expect(moved('rm y').one).toEqual(moved('rm x').one)
    expect(moved('rm y').main.at(-1)).not.toBe(moved('rm x').main.at(-1))
  })

  test('another pinned version that its text names is another exercise', () => {
    const of = (nginx: string) => {
      const chapter = chapterOf(
        page(bodyOf({ two: 'crictl pull nginx:1.29' }), head('a', 'b')),
        'content/docs/x/demo.mdx',
      )
      const { runbook } = planRunbook({ chapters: [chapter], versions: { nginx } }, 'demo')
      if (runbook === undefined) throw new Error('no runbook')
      return chains(runbook)
    }
    const [before, after] = [of('1.29'), of('1.30')]
    expect(after.two[0]).not.toBe(before.two[0])
    expect({ ...after, two: [] }).toEqual({ ...before, two: [] })
  })
})
