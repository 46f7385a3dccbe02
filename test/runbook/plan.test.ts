/** Chapters to runbooks: what is in them, in which order, and what their hashes depend on. */
import { describe, expect, test } from 'vitest'
import { chainHashes, itemKey, itemsFor, planRunbook, runbookRules } from '../../src/runbook/index.ts'
import type { Runbook } from '../../src/runbook/index.ts'
import type { Chapter } from '../../src/chapter/index.ts'
import { chapterOf, fence, page } from '../chapter/page.ts'

const VERSIONS = { kubernetes: 'v1.36.3', nginx: '1.29' }
const DEBIAN = { distro: 'debian', runtime: 'containerd' } as const

function chapter(id: string, body: string, extra = '', lang: 'ko' | 'en' = 'ko'): Chapter {
  const runbook = `runbook:\n  id: ${id}\n  on: node\n  topology: single\n  isolation: machine\n${extra}`.trimEnd()
  return chapterOf(page(body, runbook), `content/docs/${lang === 'en' ? 'en/' : ''}x/${id}.mdx`)
}

function plan(chapters: readonly Chapter[], id: string, versions: Record<string, string> = VERSIONS): Runbook {
  const { runbook, problems } = planRunbook({ chapters, versions }, id)
  if (runbook === undefined) throw new Error('no runbook')
  expect(problems).toEqual([])
  return runbook
}

const ids = (runbook: Runbook) => runbook.items.map(itemKey)
const chain = (runbook: Runbook) => [...chainHashes(runbook, DEBIAN).values()]

describe('what a runbook holds', () => {
  test('steps, files and expectations with titles in both languages', () => {
    const body = (heading: string, lead: string) =>
      `## ${heading}\n\nFirst. ${lead}\n\n` +
      fence('bash step="a" on="all" exit="3" retry="90s" timeout="1h" order="serial"', 'exit 3') +
      fence('text file="/x" mode="0600" subst="IP"', '${IP}') +
      fence('bash step="b" phase="verify"', 'hostname') +
      fence('text expect="b" match="contains"', 'master')
    const vars = (meaning: string) => `  vars:\n    IP: {meaning: ${meaning}, default: "1.2.3.4"}`
    const ko = chapter('demo', body('제목', '실행합니다.'), vars('주소'))
    const en = chapter('demo', body('Title', 'A `!` stands alone.'), vars('address'), 'en')
    const runbook = plan([ko, en], 'demo')
    expect(runbook.vars).toEqual([
      { name: 'IP', meaning: '주소', default: '1.2.3.4', meanings: { ko: '주소', en: 'address' } },
    ])
    expect(runbook.items.map(({ hash: _hash, ...item }) => item)).toEqual([
      {
        id: 'x/demo/a',
        type: 'step',
        source: { file: 'content/docs/x/demo.mdx', line: 17 },
        title: { ko: '제목', en: 'Title' },
        lead: { ko: '실행합니다.', en: 'A ! stands alone.' },
        on: 'all',
        script: 'exit 3',
        exit: 3,
        order: 'serial',
        timeoutSeconds: 3600,
        retrySeconds: 90,
        idempotent: false,
        captures: [],
        secrets: [],
        phase: 'run',
      },
      {
        id: 'x/demo/file:/x',
        type: 'file',
        source: { file: 'content/docs/x/demo.mdx', line: 20 },
        title: { ko: '제목', en: 'Title' },
        on: 'node',
        path: '/x',
        mode: '0600',
        subst: ['IP'],
        text: '${IP}',
      },
      {
        id: 'x/demo/b',
        type: 'step',
        source: { file: 'content/docs/x/demo.mdx', line: 23 },
        title: { ko: '제목', en: 'Title' },
        on: 'node',
        script: 'hostname',
        exit: 0,
        order: 'parallel',
        timeoutSeconds: 120,
        idempotent: false,
        captures: [],
        secrets: [],
        phase: 'verify',
        expect: { match: 'contains', text: 'master' },
      },
    ])
  })

  test('includes come first, in order, each once', () => {
    const step = (id: string) => fence(`bash step="${id}"`, 'true')
    const chapters = [
      chapter('all', step('z'), '  includes: [two, one]'),
      chapter('one', step('a')),
      chapter('two', step('b'), '  includes: [one]'),
    ]
    expect(ids(plan(chapters, 'all'))).toEqual(['x/one/a', 'x/two/b', 'x/all/z'])
  })

  test('then runs the own items of other pages after its own, without their includes', () => {
    const step = (id: string) => fence(`bash step="${id}"`, 'true')
    const chapters = [
      chapter('crio', step('z'), '  includes: [one]\n  continues: [single]\n  runtime: crio'),
      chapter('one', step('a')),
      chapter('two', step('b')),
      chapter('single', step('c'), '  includes: [one, two]'),
      chapter('more', step('m'), '  includes: [crio]'),
    ]
    expect(ids(plan(chapters, 'crio'))).toEqual(['x/one/a', 'x/crio/z', 'x/single/c'])
    expect(ids(plan(chapters, 'more'))).toEqual(['x/one/a', 'x/crio/z', 'x/single/c', 'x/more/m'])
    expect(plan(chapters, 'crio').runtime).toBe('crio')
    expect(plan(chapters, 'single')).not.toHaveProperty('runtime')
  })

  test('variants apply to the hosts that are so', () => {
    const step = (words: string) => fence(`bash step="a" ${words}`, 'true')
    const runbook = plan(
      [
        chapter(
          'demo',
          step('distro="debian"') + step('distro="rhel"') + fence('bash step="b" runtime="crio"', 'true'),
        ),
      ],
      'demo',
    )
    expect(ids(runbook)).toEqual(['x/demo/a@debian', 'x/demo/a@rhel', 'x/demo/b@crio'])
    expect(itemsFor(runbook, DEBIAN).map(itemKey)).toEqual(['x/demo/a@debian'])
    expect(itemsFor(runbook, { distro: 'rhel', runtime: 'crio' }).map(itemKey)).toEqual([
      'x/demo/a@rhel',
      'x/demo/b@crio',
    ])
  })

  test('an unknown id and variables at odds are problems', () => {
    const one = chapter('one', '', '  vars:\n    IP: {meaning: m, default: a}')
    const two = chapter('two', '', '  includes: [one]\n  vars:\n    IP: {meaning: m, default: b}')
    const source = { chapters: [one, two], versions: {} }
    expect(planRunbook(source, 'tow').problems[0]).toMatchObject({
      message: 'no page has the runbook "tow"',
      hint: 'did you mean "two"? runbooks: one, two',
    })
    expect(planRunbook(source, 'two').problems[0]).toMatchObject({
      file: 'content/docs/x/two.mdx',
      line: 4,
      message: 'the variable IP is defined otherwise in content/docs/x/one.mdx',
    })
  })
})

describe('hashes', () => {
  const three = (middle: string) =>
    fence('bash step="a"', 'hostname') + middle + fence('bash step="c"', 'true') + fence('text expect="a"', 'x')
  const base = fence('bash step="b" timeout="5m"', 'uname -r')
  const of = (middle: string, extra = '') => plan([chapter('demo', three(middle), extra)], 'demo')

  test('moving lines, prose, headings and titles change nothing', () => {
    const moved = of(`## New\n\nMore text.\n\n${fence('bash title="t" step="b" timeout="5m"', 'uname -r')}`)
    expect(chain(moved)).toEqual(chain(of(base)))
  })

  test.each([
    ['its text', fence('bash step="b" timeout="5m"', 'uname -m')],
    ['its timeout', fence('bash step="b" timeout="6m"', 'uname -r')],
    ['its hosts', fence('bash step="b" timeout="5m" on="all"', 'uname -r')],
    ['its expectation', base + fence('text expect="b"', 'x')],
  ])('%s changes a step and all after it, not what is before', (_what, middle) => {
    const [before, after] = [chain(of(base)), chain(of(middle))]
    expect(after[0]).toBe(before[0])
    expect(after[1]).not.toBe(before[1])
    expect(after[2]).not.toBe(before[2])
  })

  test('a variable, and a version that the text uses, change all; another version does not', () => {
    const vars = (value: string) => of(base, `  vars:\n    IP: {meaning: m, default: ${value}}`)
    expect(chain(vars('a'))[0]).not.toBe(chain(vars('b'))[0])
    const pull = [chapter('demo', fence('bash step="a" idempotent="yes"', 'crictl pull nginx:1.29'))]
    expect(plan(pull, 'demo').versions).toEqual({ nginx: '1.29' })
    expect(chain(plan(pull, 'demo', { ...VERSIONS, nginx: '1.30' }))).not.toEqual(chain(plan(pull, 'demo')))
    expect(chain(plan(pull, 'demo', { ...VERSIONS, kubernetes: 'v9' }))).toEqual(chain(plan(pull, 'demo')))
  })

  test('an item of another distribution is no part of the chain', () => {
    const rhel = fence('bash step="b" distro="rhel"', 'true')
    const without = plan([chapter('demo', three(''))], 'demo')
    expect(chain(of(rhel))).toEqual(chain(without))
  })
})

describe('the end of a runbook', () => {
  const rule = (body: string) => runbookRules(plan([chapter('demo', body)], 'demo')).map((problem) => problem.message)
  const verify = fence('bash step="v" phase="verify"', 'hostname')

  test('is a verify step with an expectation, cleanup aside', () => {
    const cleanup = fence('bash step="z" phase="cleanup"', 'rm x')
    expect(rule(verify + fence('text expect="v"', 'x') + cleanup)).toEqual([])
    expect(rule(verify)).toEqual(['the runbook "demo" ends in step "x/demo/v", which has no expectation'])
    expect(rule(fence('bash step="a"', 'true'))).toEqual([
      'the runbook "demo" ends in step "x/demo/a", which is no verify step',
    ])
    expect(rule('')).toEqual(['the runbook "demo" has no step'])
  })

  test('is looked at as the runbook’s own runtime sees it', () => {
    const only = verify.replace('step="v"', 'step="v" runtime="crio"')
    const body = only + fence('text expect="v" runtime="crio"', 'x')
    expect(rule(body)).toEqual(['the runbook "demo" has no step'])
    expect(runbookRules(plan([chapter('demo', body, '  runtime: crio')], 'demo'))).toEqual([])
  })
})
