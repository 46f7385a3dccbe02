/** What a writer reads when an exercise is not whole, or its check is more than a look. */
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/errors/index.ts'
import { parityProblems, proportionProblems } from '../../src/chapter/index.ts'
import { bookProblems } from '../../src/chapter/book.ts'
import { chapterOf, fence, page, problemsOf } from './page.ts'

const RUNBOOK = 'runbook: {id: demo, topology: single, isolation: namespace}'
const BOX = `exercises:
  box:
    title: A full box
    messages:
      no-box: There is no box.
      not-full: The box is not full.`
/** The body starts in line 13. */
const HEAD = `${RUNBOOK}\n${BOX}`

const words = (part: string, more = '') => `bash step="box-${part}" exercise="box" part="${part}"${more}`
const CHECK = `ok=yes
test -e box || { echo no-box; exit 1; }
kubectl exec box -- grep -q full /box || { printf 'not-full\\n'; ok=no; }
test "$ok" = yes`
const PARTS = {
  setup: fence(words('setup', ' idempotent="yes"'), 'rm -f box'),
  answer: fence(words('answer'), 'echo full >box'),
  wrong: fence(words('wrong'), 'echo half >box'),
  check: fence(words('check'), CHECK),
}

function exercise(parts: Partial<Record<keyof typeof PARTS, string>>, head = HEAD): string {
  return problemsOf(page(Object.values({ ...PARTS, ...parts }).join(''), head))
}

test('an exercise that is right has no problems; answers need not say how a second run is harmless', () => {
  expect(exercise({}).trim()).toBe('')
  const files = fence('text file="box" exercise="box" part="answer"', 'full') + PARTS.answer
  const twice = `${fence('text file="box" exercise="box" part="wrong"', 'a')}${PARTS.wrong}${fence('text file="box" exercise="box" part="wrong"', 'b')}`
  expect(exercise({ answer: files, wrong: twice }).trim()).toBe('')
})

describe('keys', () => {
  test('exercise without part', () => {
    expect(exercise({ answer: fence('bash step="a" exercise="box"', 'true') })).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:6:3: the exercise "box" has no part="answer"
        it does what the task asks for
      content/docs/demo.mdx:16:18: exercise="box" stands without part
        part="setup", "answer", "wrong" or "check" says what the block is for
      "
    `)
  })
  test('part without exercise', () => {
    expect(problemsOf(page(fence('bash step="a" part="setup"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: part="setup" stands without exercise
        exercise="name" says which exercise of the frontmatter it belongs to
      "
    `)
  })
  test('an unknown part', () => {
    expect(exercise({ wrong: `${PARTS.wrong}${fence('bash step="a" exercise="box" part="cheque"', 'true')}` }))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:22:33: part="cheque" is not right
        expected one of: setup, answer, wrong, check
      "
    `)
  })
  test('an exercise that the frontmatter does not have', () => {
    expect(exercise({ answer: `${PARTS.answer}${fence('bash step="a" exercise="bxo" part="answer"', 'true')}` }))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:19:1: exercise="bxo" is not in the frontmatter
        did you mean "box"? exercises of the frontmatter: box
      "
    `)
  })
  test('a page without exercises in its frontmatter', () => {
    expect(problemsOf(page(PARTS.answer, RUNBOOK))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:7:1: exercise="box" is not in the frontmatter
        add it to the frontmatter: exercises: {box: {title: …, messages: {no-pod: …}}}
      "
    `)
  })
  test('on a fence that does not run', () => {
    expect(problemsOf(page(fence('text norun="illustration" exercise="box" part="answer"', 'x'), HEAD))).toContain(
      '13:30: "exercise" belongs on step, file; this fence is norun\n',
    )
  })
})

describe('an exercise that is not whole', () => {
  test.each(['setup', 'answer', 'wrong', 'check'] as const)('has no %s', (part) => {
    expect(exercise({ [part]: '' })).toContain(`content/docs/demo.mdx:6:3: the exercise "box" has no part="${part}"\n`)
  })
  test('a setup that changes something and does not say how a second run is harmless', () => {
    expect(exercise({ setup: fence(words('setup'), 'touch box') })).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:14:1: step "box-setup" may change something ("touch box") and does not say how a second run is harmless
        add creates="PATH" or unless="COMMAND" (already done where that holds), or idempotent="yes" where running it again changes nothing
      "
    `)
  })
})

describe('a check', () => {
  const check = (text: string, more = '') => exercise({ check: fence(words('check', more), text) })
  test('that changes something', () => {
    expect(check('kubectl delete pod box\necho no-box\necho not-full')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:23:1: the check "box-check" may change something: "kubectl delete pod box"
        a check only reads: kubectl get, test, grep and their like, without functions of its own
      "
    `)
  })
  test('that runs something in a Pod that is no look', () => {
    expect(check('kubectl exec box -- rm /box\necho no-box\necho not-full')).toContain('may change something')
  })
  test('that prints what is no message', () => {
    expect(check('echo no-bx\necho not-full >&2; printf "%s\\n" not-full')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:6:3: the check of "box" never prints no-box
        take the message out
      content/docs/demo.mdx:23:1: the check "box-check" prints "no-bx", which is no message of the exercise "box"
        did you mean "no-box"? messages: no-box, not-full
      "
    `)
  })
  test('that never prints a message', () => {
    expect(check('test -e box || { echo no-box; exit 1; }')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:6:3: the check of "box" never prints not-full
        take the message out
      "
    `)
  })
  test('that prints what it computes may print any message', () => {
    expect(check('for id in no-box not-full; do echo "$id"; done; exit 1').trim()).toBe('')
  })
  test('with an expectation', () => {
    expect(exercise({ check: PARTS.check + fence('text expect="box-check"', 'no-box') })).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:28:1: the check "box-check" has an expectation
        what it prints is held against messages
      "
    `)
  })
  test.each(['exit="1"', 'retry="60s"', 'creates="/x"', 'unless="true"'])('with %s', (key) => {
    expect(check(CHECK, ` ${key}`)).toContain(`: ${key.split('=')[0]} stands on a block of the exercise "box"\n`)
  })
  test('that is a file', () => {
    expect(exercise({ check: PARTS.check + fence('text file="x" exercise="box" part="check"', 'x') }))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:28:1: a check writes no file
        it only reads: write it as a step
      "
    `)
  })
})

describe('keys that have no place in an exercise', () => {
  test.each(['phase="verify"', 'capture="X"', 'secret="X"'])('%s', (key) => {
    expect(exercise({ answer: fence(words('answer', ` on="master" ${key}`), 'X=1') })).toContain(
      `: ${key.split('=')[0]} stands on a block of the exercise "box"\n`,
    )
  })
  test('a variable that a step of the page captures', () => {
    const capture = fence('bash step="k" capture="KERNEL"', 'KERNEL=$(uname -r)')
    const answer = fence(words('answer'), 'echo "$KERNEL" >box')
    const chapter = chapterOf(page(capture + Object.values({ ...PARTS, answer }).join(''), HEAD))
    expect(`\n${bookProblems([chapter]).map(formatProblem).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:20:7: step "box-answer" uses $KERNEL, which nothing has set
        a step captures it, and an exercise also runs without that step: let the block find it out
      "
    `)
  })
})

describe('the frontmatter', () => {
  const head = (exercises: string) => problemsOf(page('', `${RUNBOOK}\n${exercises}`))
  test('no mapping', () => {
    expect(head('exercises: [box]')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:5:12: exercises: is no mapping
        expected scale-up: {title: …, messages: {no-pod: …}}
      "
    `)
  })
  test('an exercise without title and messages', () => {
    expect(head('exercises: {box: {titel: x}}').split('\n').slice(0, 9).join('\n')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:5:13: the exercise "box" has no messages
        write what its check may find missing: {no-pod: …}
      content/docs/demo.mdx:5:13: the exercise "box" has no part="answer"
        it does what the task asks for
      content/docs/demo.mdx:5:13: the exercise "box" has no part="check"
        it reads the state and prints the ids of what is missing
      content/docs/demo.mdx:5:13: the exercise "box" has no part="setup"
        it brings about the state that the task starts from, from whatever an attempt left behind"
    `)
  })
  test('ids that are no ids', () => {
    expect(head('exercises: {Box 1: {title: x, messages: {No_Box: y}}}')).toContain(
      '5:13: the exercise id "Box 1" is not lower-case words with hyphens\n',
    )
  })
  test('a message without words', () => {
    expect(head('exercises: {box: {title: x, messages: {no-box: }}}')).toContain('no-box of messages of box is empty')
  })
})

describe('the two languages', () => {
  const both = (en: string) =>
    parityProblems([
      chapterOf(page(Object.values(PARTS).join(''), HEAD)),
      chapterOf(page(Object.values(PARTS).join(''), `${RUNBOOK}\n${en}`), 'content/docs/en/demo.mdx'),
    ])
  test('have the same exercises and messages, in words of their own', () => {
    expect(both(BOX.replace('A full box', 'Eine volle Schachtel').replace('There is no box.', 'Keine.'))).toEqual([])
  })
  test('a message that one of them lacks', () => {
    expect(`\n${both(BOX.replace('not-full', 'half-full')).map(formatProblem).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      content/docs/en/demo.mdx:6:3: exercises: differs from that of the Korean page: box (no-box, not-full) there, box (no-box, half-full) here
        content/docs/demo.mdx and content/docs/en/demo.mdx: the ids of exercises and messages are the same, in the same order
      "
    `)
  })
  test('an exercise that one of them lacks', () => {
    expect(both('draft: false').map((problem) => problem.message)).toEqual([
      'exercises: differs from that of the Korean page: box (no-box, not-full) there, none here',
    ])
  })
})

test('blocks of an exercise are not asked for an expectation', () => {
  const many = Array.from({ length: 9 }, (_, at) => fence(`bash step="e${at}" exercise="box" part="answer"`, 'ls /'))
  expect(proportionProblems([chapterOf(page(many.join(''), HEAD))])).toEqual([])
  const ordinary = chapterOf(page(many.join('').replaceAll(' exercise="box" part="answer"', ''), HEAD))
  expect(proportionProblems([ordinary])).toHaveLength(1)
})
