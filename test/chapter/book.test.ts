/** What only the whole book can tell: includes, variables, parity, versions, proportions. */
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/errors/index.ts'
import type { Problem } from '../../src/errors/index.ts'
import { bookProblems } from '../../src/chapter/book.ts'
import { countBook, parityProblems, proportionProblems, versionProblems, versionUses } from '../../src/chapter/index.ts'
import type { Chapter } from '../../src/chapter/index.ts'
import { parseVersions } from '../../src/chapter/versions.ts'
import { chapterOf, fence, page } from './page.ts'

const shown = (problems: readonly Problem[]) => `\n${problems.map(formatProblem).join('\n')}\n`

function runbookPage(name: string, body: string, extra = '', lang: 'ko' | 'en' = 'ko'): Chapter {
  const runbook = `runbook:\n  id: ${name}\n  topology: single\n  isolation: machine\n${extra}`.trimEnd()
  return chapterOf(page(body, runbook), `content/docs/${lang === 'en' ? 'en/' : ''}${name}.mdx`)
}

describe('includes', () => {
  test('an unknown one, a twin and a circle, all at once', () => {
    const chapters = [
      runbookPage('first', '', '  includes: [secnod]'),
      runbookPage('second', '', '  includes: [third]'),
      runbookPage('third', '', '  includes: [second]\n  needs: [nowhere]'),
    ]
    expect(shown(bookProblems(chapters))).toMatchInlineSnapshot(`
      "
      content/docs/first.mdx:4:1: includes names the unknown runbook "secnod"
        did you mean "second"? runbooks: first, second, third
      content/docs/second.mdx:4:1: includes go in a circle: second → third → second
        take one of them out
      content/docs/third.mdx:4:1: needs names the unknown runbook "nowhere"
        runbooks: first, second, third
      content/docs/third.mdx:4:1: includes go in a circle: third → second → third
        take one of them out
      "
    `)
  })
})

describe('variables', () => {
  const step = fence('bash step="a"', 'echo "$MASTER_PI"')

  test('an unknown one has a suggestion', () => {
    expect(shown(bookProblems([chapterOf(page(step))]))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:13:7: step "a" uses $MASTER_PI, which nothing has set
        did you mean $MASTER_IP? each step has a shell of its own: declare it in runbook.vars, capture="MASTER_PI" it in an earlier step, or assign it here
      "
    `)
  })
  test('a capture is known below, also in a page that includes this one, not above', () => {
    const capture = fence('bash step="b" capture="X" on="master[0]"', 'X=$(hostname)')
    const use = fence('bash step="c"', 'echo "$X"')
    expect(
      bookProblems([runbookPage('first', capture + use), runbookPage('second', use, '  includes: [first]')]),
    ).toEqual([])
    expect(shown(bookProblems([runbookPage('first', use + capture)]))).toMatchInlineSnapshot(`
      "
      content/docs/first.mdx:11:7: step "c" uses $X, which nothing has set
        a step captures it further down: a capture is known only below
      "
    `)
  })
  test('unless, creates, file paths and subst are looked at', () => {
    const body =
      fence('bash step="a" unless="test -e $NOPE1"', 'true') +
      fence('bash step="b" creates="$NOPE2/x"', 'true') +
      fence('text file="$NOPE3/x" subst="NOPE4"', '${NOPE4}')
    const problems = bookProblems([runbookPage('first', body)]).map((problem) => problem.message)
    expect(problems).toEqual([
      'unless="test -e $NOPE1" uses $NOPE1, which nothing has set',
      'creates="$NOPE2/x" uses $NOPE2, which nothing has set',
      'subst names NOPE4, which nothing has set',
      'file="$NOPE3/x" uses $NOPE3, which nothing has set',
    ])
  })
})

describe('then', () => {
  const uses = fence('bash step="c"', 'echo $X')
  const problems = (...chapters: Parameters<typeof bookProblems>[0][number][]) => shown(bookProblems(chapters))

  test('names a runbook that exists and has not run yet', () => {
    expect(
      problems(
        runbookPage('first', '', '  includes: [second]\n  continues: [secnod, second, first]'),
        runbookPage('second', ''),
      ),
    ).toMatchInlineSnapshot(`
      "
      content/docs/first.mdx:4:1: continues names the unknown runbook "secnod"
        did you mean "second"? runbooks: first, second
      content/docs/first.mdx:4:1: continues names "second", which runs before this page already
        take it out of one of them
      content/docs/first.mdx:4:1: continues names "first", which runs before this page already
        take it out of one of them
      "
    `)
  })
  test('what the page uses must be set by what runs before it here, not by its own includes', () => {
    const sets = runbookPage('sets', fence('bash step="b" capture="X"', 'X=1'))
    const needs = runbookPage('needs', uses, '  includes: [sets]')
    expect(problems(sets, needs, runbookPage('good', '', '  includes: [sets]\n  continues: [needs]')).trim()).toBe('')
    expect(problems(sets, needs, runbookPage('bad', '', '  continues: [needs]'))).toMatchInlineSnapshot(`
      "
      content/docs/bad.mdx:4:1: then runs content/docs/needs.mdx without its includes, where line 12: step "c" uses $X, which nothing has set
        declare it in runbook.vars of that page, or include what sets it
      "
    `)
  })
})

describe('parity', () => {
  const ko = runbookPage('first', fence('bash step="a" title="하나"', 'echo 1') + fence('text expect="a"', '1'))

  test('titles, prose and pictures may differ', () => {
    const en = runbookPage(
      'first',
      fence('bash title="one" step="a"', 'echo 1') + fence('mermaid', 'x') + fence('text expect="a"', '1'),
      '',
      'en',
    )
    expect(parityProblems([ko, en])).toEqual([])
  })
  test('a missing twin', () =>
    expect(shown(parityProblems([ko]))).toMatchInlineSnapshot(`
    "
    content/docs/first.mdx:1:1: the page has no English twin
      write content/docs/en/first.mdx
    "
  `))
  test('the first fence whose words differ', () => {
    const en = runbookPage(
      'first',
      fence('bash step="a" timeout="9s"', 'echo 1') + fence('text expect="a"', '2'),
      '',
      'en',
    )
    expect(shown(parityProblems([ko, en]))).toMatchInlineSnapshot(`
      "
      content/docs/en/first.mdx:10:1: this fence differs from its twin in content/docs/first.mdx:10: "step=\\"a\\"" there, "step=\\"a\\" timeout=\\"9s\\"" here
        step, norun, file and expect fences are byte-identical in both languages and in the same order, title aside
      "
    `)
  })
  test('the first line that differs', () => {
    const en = runbookPage('first', fence('bash step="a"', 'echo 1') + fence('text expect="a"', '2'), '', 'en')
    expect(shown(parityProblems([ko, en]))).toMatchInlineSnapshot(`
      "
      content/docs/en/first.mdx:13:1: this fence differs from its twin in content/docs/first.mdx:13: line 1 is "1" there, "2" here
        step, norun, file and expect fences are byte-identical in both languages and in the same order, title aside
      "
    `)
  })
  test('a fence too few', () => {
    const en = runbookPage('first', fence('bash step="a"', 'echo 1'), '', 'en')
    expect(shown(parityProblems([ko, en]))).toMatchInlineSnapshot(`
      "
      content/docs/first.mdx:13:1: this fence differs from its twin in content/docs/en/first.mdx: there is none
        step, norun, file and expect fences are byte-identical in both languages and in the same order, title aside
      "
    `)
  })
  test('another runbook block', () => {
    const en = runbookPage(
      'first',
      fence('bash step="a"', 'echo 1') + fence('text expect="a"', '1'),
      '  on: node',
      'en',
    )
    expect(shown(parityProblems([ko, en]))).toMatchInlineSnapshot(`
      "
      content/docs/en/first.mdx:4:1: runbook: differs from that of the Korean page
        content/docs/first.mdx and content/docs/en/first.mdx: everything but the meanings of variables is the same
      "
    `)
  })
})

test('the version before, where the list has one, is right too; no other is', () => {
  const versions = { nginx: '1.26', nginxPrevious: '1.22' }
  const problems = (tag: string) =>
    versionProblems([chapterOf(page(fence('text norun="illustration"', `image: nginx:${tag}`)))], versions)
  expect(['1.26', '1.22', '1.24'].map((tag) => problems(tag).length)).toEqual([0, 0, 1])
})

describe('versions', () => {
  const versions = {
    kubernetes: 'v1.36.3',
    kubernetesMinor: 'v1.36',
    containerd: '2.3.7',
    nginx: '1.29',
    flannel: 'v0.28.4',
    pause: '3.10.2',
    crio: 'v1.36.1',
  }

  test.each([
    ['sudo kubeadm init --kubernetes-version v1.35.0', 'kubernetes', 'v1.35.0'],
    ['kubernetesVersion: v1.35.0', 'kubernetes', 'v1.35.0'],
    ['apt-get install -y kubelet=1.35.0-1.1', 'kubernetes', '1.35.0'],
    ["apt-get install -y kubelet='1.35.0-*'", 'kubernetes', '1.35.0'],
    ['registry.k8s.io/kube-proxy:v1.35.0', 'kubernetes', 'v1.35.0'],
    ['master   Ready    control-plane   5m   v1.35.0', 'kubernetes', 'v1.35.0'],
    ['https://pkgs.k8s.io/core:/stable:/v1.35/deb/', 'kubernetesMinor', 'v1.35'],
    ['containerd-2.3.0-linux-amd64.tar.gz', 'containerd', '2.3.0'],
    ['CONTAINERD_VERSION=2.3.0', 'containerd', '2.3.0'],
    ['kubectl create deployment web --image nginx:1.28', 'nginx', '1.28'],
    ['image: docker.io/library/nginx:latest', 'nginx', 'latest'],
    ['registry.k8s.io/pause:3.9', 'pause', '3.9'],
    ["apt-get install -y cri-o='1.35.0-*'", 'crio', '1.35.0'],
    ['Setting up cri-o (1.35.0-', 'crio', '1.35.0'],
    ['node1 … cri-o://1.35.0', 'crio', '1.35.0'],
    ['https://github.com/flannel-io/flannel/releases/download/v0.28.0/kube-flannel.yml', 'flannel', 'v0.28.0'],
  ])('%s', (text, component, found) => {
    expect(versionUses(text).map((use) => [use.component, use.found])).toEqual([[component, found]])
    expect(versionProblems([chapterOf(page(fence('text norun="illustration"', text)))], versions)).toHaveLength(1)
  })

  test.each([
    'curl nginx:8080',
    'master Ready control-plane 5m v1.36.…',
    'pause: 3',
    'nginx:1.…',
    'python 3.12',
    'kubelet=$VERSION',
  ])('%s is no version of a component', (text) => expect(versionUses(text)).toEqual([]))

  test('the message has the place and the value of the list', () => {
    const chapter = chapterOf(
      page(fence('bash step="a" idempotent="yes"', 'kubeadm config images pull \\\n  --kubernetes-version v1.36.2')),
    )
    expect(shown(versionProblems([chapter], versions))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:14:24: kubernetes is "v1.36.2" here and v1.36.3 in content/versions.yaml
        write v1.36.3, or change the list and with it the whole book
      "
    `)
  })
  test('a list that is no list', () => {
    expect(shown(parseVersions('a: [1]\nb: x\n').problems)).toMatchInlineSnapshot(`
      "
      content/versions.yaml:1:1: a has no version
        write one "name: version" a line
      content/versions.yaml:2:1: b has no version
        write one "name: version" a line
      "
    `)
  })
})

describe('proportions', () => {
  test('norun: six are allowed, a seventh is not', () => {
    const norun = (count: number) => [chapterOf(page(fence('bash norun="illustration"', 'true').repeat(count)))]
    expect(proportionProblems(norun(6))).toEqual([])
    expect(proportionProblems(norun(7))[0]?.message).toBe('7 of 7 bash fences are norun; 6 may be (5 %, at least 6)')
  })
  test('one of five printing steps may lack an expectation, two may not', () => {
    const step = (id: string) => fence(`bash step="${id}"`, 'hostname')
    const checked = (id: string) => step(id) + fence(`text expect="${id}"`, 'master')
    const body = ['a', 'b', 'c', 'd'].map(checked).join('\n')
    expect(proportionProblems([chapterOf(page(body + step('e')))])).toEqual([])
    const bad = chapterOf(page(body + step('e') + step('f')))
    expect(shown(proportionProblems([bad]))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:39:1: 2 of 6 steps that print something have no expectation; 20 % may lack one
        add expect fences: content/docs/demo.mdx:39, content/docs/demo.mdx:42
      "
    `)
    expect(countBook([bad])).toMatchObject({ pages: 1, steps: 6, expectations: 4, printing: 6, unchecked: 2 })
  })
})
