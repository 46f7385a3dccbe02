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

describe('tty', () => {
  const typed = (keys: string, more = '') => problems(`step="a" idempotent="yes" tty="${keys}" ${more}`, 'vim pod.yaml')

  test('is right as it is', () => {
    expect(typed("until 'pod.yaml' '/image' Enter C-w Esc ':wq' Enter").trim()).toBe('')
    expect(problems(`step="a" idempotent="yes" tty='until "it’s" "x" Enter'`, 'vim x').trim()).toBe('')
  })
  test('a key that is none', () => {
    expect(typed("'x' Entre")).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:35: tty: "Entre" is no key
        did you mean "Enter"? keys: Enter, Tab, Esc, Space, Backspace, Delete, Up, Down, Right, Left, Home, End, PageUp, PageDown, until, C-c, C-d; a text stands in quotes: 'Entre'
      "
    `)
  })
  test('a text without quotes', () => {
    expect(typed('ls Enter')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:35: tty: "ls" is no key
        did you mean "Esc"? keys: Enter, Tab, Esc, Space, Backspace, Delete, Up, Down, Right, Left, Home, End, PageUp, PageDown, until, C-c, C-d; a text stands in quotes: 'ls'
      "
    `)
  })
  test('a quote that nothing closes', () => {
    expect(typed("'ls -l Enter")).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:35: tty: "'ls" has a quote that nothing closes
        for example tty="until '# ' 'ls' Enter C-d": texts in quotes, names of keys, until 'text'
      "
    `)
  })
  test('until without a text', () => {
    expect(typed("'ls' Enter until Enter")).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:35: tty: until is followed by "Enter"
        expected a text in quotes, for example tty="until '# ' 'ls' Enter C-d": texts in quotes, names of keys, until 'text'
      "
    `)
    expect(typed("'ls' until")).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:35: tty: until stands at the end
        it waits for a text in quotes, for example tty="until '# ' 'ls' Enter C-d": texts in quotes, names of keys, until 'text'
      "
    `)
  })
  test('nothing typed', () => {
    expect(typed("until 'x'")).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:35: tty: nothing is typed
        for example tty="until '# ' 'ls' Enter C-d": texts in quotes, names of keys, until 'text'
      "
    `)
  })
  test.each([
    ['capture="X"', 'capture'],
    ['background="b" ready="up"', 'background'],
    ['reboot="5m"', 'reboot'],
  ])('together with %s', (more, key) => {
    expect(problems(`step="a" tty="'x'" ${more}`, 'X=1; vim x')).toContain(`step "a" has both tty and ${key}\n`)
  })
})

describe('reboot', () => {
  const words = 'step="a" reboot="5m" unless="test -e /run/again"'

  test('is right as it is, and needs no expectation; it says how a second run is harmless', () => {
    expect(problems(words, 'sudo systemctl reboot').trim()).toBe('')
    expect(problems('step="a" reboot="5m"', 'sudo systemctl reboot')).toContain('how a second run is harmless')
    const many = Array.from({ length: 9 }, (_, at) => fence(`bash step="r${at}" reboot="5m"`, 'sudo systemctl reboot'))
    expect(proportionProblems([chapterOf(page(many.join('')))])).toEqual([])
  })
  test('a time that is none', () => {
    expect(problems('step="a" reboot="yes" idempotent="yes"', 'sudo systemctl reboot')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: reboot="yes" is not right
        expected seconds, minutes or hours up to 24h: 90s, 10m, 1h
      "
    `)
  })
  test('with an expectation', () => {
    const both = fence(`bash ${words}`, 'sudo systemctl reboot') + fence('text expect="a"', 'x')
    expect(problemsOf(page(both))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: step "a" takes its host down and has an expectation
        its output may be lost
      "
    `)
  })
  test.each([
    ['capture="X"', 'capture'],
    ['background="b" ready="up"', 'background'],
    ['exit="1"', 'exit'],
    ['retry="9s"', 'retry'],
    ['exercise="x" part="setup"', 'exercise'],
  ])('together with %s', (more, key) => {
    expect(problems(`step="a" reboot="5m" ${more}`, 'X=1; reboot')).toContain(`step "a" has both reboot and ${key}\n`)
  })
})
