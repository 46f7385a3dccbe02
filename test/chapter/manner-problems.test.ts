/** What a writer reads when a step runs otherwise than simply to its end, and its keys contradict each other. */
import { describe, expect, test } from 'vitest'
import { proportionProblems } from '../../src/chapter/index.ts'
import { chapterOf, fence, page, problemsOf } from './page.ts'

const FORWARD = 'kubectl port-forward service/web 8080:80'
const problems = (words: string, text = FORWARD) => problemsOf(page(fence(`bash ${words}`, text)))

describe('background', () => {
  const words = 'step="a" background="forward" ready="Forwarding from"'

  test('is right as it is: it need not say how a second run is harmless, nor have an expectation', () => {
    expect(problems(words).trim()).toBe('')
    const many = Array.from({ length: 9 }, (_, at) =>
      fence(`bash step="s${at}" background="b${at}" ready="Forwarding from [0-9.]+"`, FORWARD),
    )
    expect(proportionProblems([chapterOf(page(many.join('')))])).toEqual([])
  })
  test('without ready', () => {
    expect(problems('step="a" background="forward"')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: background="forward" stands without ready
        ready="Forwarding from" says from which output on the next step may begin
      "
    `)
  })
  test('ready without background', () => {
    expect(problems('step="a" ready="up"', 'ls /')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: ready="up" stands without background
        background="name" lets the step keep running
      "
    `)
  })
  test('a name that is none', () => {
    expect(problems('step="a" background="Port Forward" ready="up"')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: background="Port Forward" is not right
        expected lower-case words with hyphens, for example background="forward"
      "
    `)
  })
  test('an expression that cannot be read', () => {
    expect(problems('step="a" background="forward" ready="("')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:39: the regular expression cannot be read: Invalid regular expression: /(/mu: Unterminated group
        JavaScript’s syntax, flags m and u
      "
    `)
  })
  test('an expression that everything matches', () => {
    expect(problems('step="a" background="forward" ready=".*"')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:39: every output satisfies this expectation: the expression matches anything
        say at least one word that must be there
      "
    `)
  })
  test.each([
    ['exit="1"', 'exit'],
    ['retry="9s"', 'retry'],
    ['creates="/x"', 'creates'],
    ['unless="true"', 'unless'],
    ['phase="cleanup"', 'phase'],
    ['capture="X"', 'capture'],
    ['exercise="x" part="setup"', 'exercise'],
  ])('together with %s', (more, key) => {
    expect(problems(`${words} ${more}`, `X=1; ${FORWARD}`)).toContain(
      `content/docs/demo.mdx:12:1: step "a" has both background and ${key}\n`,
    )
  })
  test('one name for two', () => {
    const two =
      fence('bash step="a" background="x" ready="up"', 'true') +
      fence('bash step="b" background="x" ready="up"', 'true')
    expect(problemsOf(page(two))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: background="x" stands twice; first in line 12
        the name is one process’s on the page
      "
    `)
  })
})
