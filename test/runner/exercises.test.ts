import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Evidence } from '../../src/evidence/types.ts'
import { parseEvidence } from '../../src/evidence/index.ts'
import type { ExercisePart } from '../../src/chapter/types.ts'
import type { Exercise, Item, Runbook } from '../../src/runbook/types.ts'
import { reportSchema } from '../../src/runner/report-schema.ts'
import { file, runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master'])
})
beforeEach(() => rmSync(workdir(), { recursive: true, force: true }))
afterAll(() => world.remove())

function workdir(...path: string[]): string {
  return join(world.hosts['master']?.home ?? '', 'k8s101/try', ...path)
}

function part(name: ExercisePart, id: string, script: string): Item {
  return { ...step(id, script), part: name }
}

const CHECK = `ok=yes
test -e box || { echo no-box; exit 1; }
test "$(cat box)" = full || { echo not-full; ok=no; }
test "$ok" = yes`

/** The task: a box that is full. `more` replaces items by their id. */
function boxes(more: Readonly<Record<string, string>> = {}): Runbook {
  const items: Item[] = [
    part('setup', 'setup', more['setup'] ?? 'rm -f box'),
    part('answer', 'answer', more['answer'] ?? 'echo full >box'),
    part('wrong', 'half', more['half'] ?? 'echo half >box'),
    { ...file('box', 'empty'), id: 'page/box/wrong/file:box', part: 'wrong' },
    part('wrong', 'empty', more['empty'] ?? 'cat box'),
    part('check', 'check', more['check'] ?? CHECK),
  ]
  const box: Exercise = {
    id: 'box',
    title: { ko: '가득 찬 상자', en: 'A full box' },
    messages: {
      'no-box': { ko: '상자가 없습니다.', en: 'There is no box.' },
      'not-full': { ko: '상자가 가득 차지 않았습니다.', en: 'The box is not full.' },
    },
    versions: {},
    items,
  }
  return runbookOf(
    [step('main', 'echo main >>order'), step('clean', 'echo clean >>order; rm -f box', { phase: 'cleanup' })],
    { exercises: [box] },
  )
}

function evidence(): Evidence {
  const path = join(world.path, 'out/try/debian-containerd.json')
  const parsed = parseEvidence(path, readFileSync(path, 'utf8'))
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.evidence
}

describe('an ordinary run', () => {
  it('does not touch the exercises', async () => {
    const done = await world.run(boxes(), ['--cleanup', '--evidence', 'out'])
    expect(done.code).toBe(0)
    expect(done.stdout).not.toContain('page/setup')
    expect(evidence().exercises).toBeUndefined()
  })
})

describe('--exercises', () => {
  it('proves each before the cleanup: setup, every wrong answer after a setup of its own, the answer', async () => {
    const done = await world.run(boxes(), ['--exercises', '--cleanup', '--evidence', 'out'])
    expect(done.stderr).toBe('')
    expect(done.stdout).toContain('1 of 1 exercises proven.')
    expect(done.code).toBe(0)
    expect([...done.stdout.matchAll(/\[ ?(\d+)\/14\] page\/(\S+)/g)].map((found) => `${found[1]} ${found[2]}`)).toEqual(
      [
        '1 main',
        '2 setup',
        '3 check',
        '4 half',
        '5 check',
        '6 setup',
        '7 box/wrong/file:box',
        '8 empty',
        '9 check',
        '10 setup',
        '11 check',
        '12 answer',
        '13 check',
        '14 clean',
      ],
    )
    const [proof] = evidence().exercises ?? []
    expect(proof?.result).toBe('proven')
    expect(proof?.stages.map(({ part: name, missing }) => `${name} ${missing?.join() ?? '-'}`)).toEqual([
      'setup -',
      'check no-box',
      'wrong -',
      'check not-full',
      'setup -',
      'wrong -',
      'check not-full',
      'setup -',
      'check no-box',
      'answer -',
      'check ',
    ])
    expect(existsSync(workdir('box'))).toBe(false)
  })

  it.each([
    [
      'a check that lets a wrong answer pass',
      { check: 'test -e box || { echo no-box; exit 1; }' },
      /the check says after the wrong answer page\/half that nothing is missing: it proves nothing/,
    ],
    ['a check that finds nothing after the setup', { check: 'true' }, /after the setup that nothing is missing/],
    ['an answer that is none', { answer: 'true' }, /the check says after the answer: no-box missing/],
    [
      'a setup that does not undo an attempt',
      { setup: 'test -e box || true' },
      /after the setup that follows a wrong answer: not-full missing; at the beginning it said: no-box missing/,
    ],
    [
      'words that are no message',
      { check: 'echo no-bx; exit 1' },
      /the check is broken: it printed "no-bx", which is no message \(did you mean "no-box"/,
    ],
    ['another status', { check: 'exit 3' }, /the check is broken: exit status 3; 0 is done, 1 is not done/],
    ['a message with status 0', { check: 'echo no-box' }, /it printed no-box and ended with 0, not with 1/],
    ['status 1 without a message', { check: 'false' }, /it ended with 1 and did not say what is missing/],
    // Nothing to settle, exit 1 and not 4: the exercise begins with its setup again.
    ['an answer that is killed', { answer: 'kill -KILL $$' }, /exit status 137 \(it was killed: SIGKILL\)/],
    ['a setup that fails', { setup: 'exit 4' }, /exit status 4/],
  ])('fails the run, and keeps what is there, with %s', async (_name, more, reason) => {
    const done = await world.run(boxes(more), ['--exercises', '--cleanup', '--overwrite', '--evidence', 'out'])
    expect(done.stdout).toMatch(reason)
    expect(done.stdout).toContain('0 of 1 exercises proven; not proven: box.')
    expect(done.code).toBe(1)
    expect(readFileSync(workdir('order'), 'utf8')).toBe('main\n')
    expect(evidence()).toMatchObject({ result: 'failed', exercises: [{ id: 'box', result: 'failed' }] })
  })

  it('says so in the reports', async () => {
    await world.run(boxes({ answer: 'true' }), [
      '--exercises',
      '--report',
      'junit=out/j.xml',
      '--report',
      'json=out/r.json',
    ])
    const junit = readFileSync(join(world.path, 'out/j.xml'), 'utf8')
    expect(junit).toContain('<testcase classname="exercise" name="box"')
    expect(junit).toContain('<failure message="the check says after the answer: no-box missing">')
    const report: unknown = JSON.parse(readFileSync(join(world.path, 'out/r.json'), 'utf8'))
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(reportSchema())
    expect([valid(report), valid.errors]).toEqual([true, null])
    expect(report).toMatchObject({
      exit: 1,
      exercises: [{ id: 'box', proven: false, reason: 'the check says after the answer: no-box missing' }],
    })
  })
})

describe('a reader', () => {
  it('sets it up, is told what is missing in the own language, and that it is done', async () => {
    const set = await world.run(boxes(), ['--exercise', 'box'])
    expect(set.code).toBe(0)
    expect(set.stdout.replaceAll(world.path, 'DIR')).toContain(
      'A full box: The exercise is set up. Do what the page asks for, then check:\n  npx zx runbooks/try.mjs --inventory DIR/inventory.yaml --yes --exercise box --check\n',
    )
    const early = await world.run(boxes(), ['--exercise', 'box', '--check', '--no-yes'])
    expect(early.stdout).toContain('\nA full box: Not done yet.\n  - There is no box.\n')
    expect(early.code).toBe(1)
    world.inside(`echo half >${workdir('box')}`)
    const half = await world.run(boxes(), ['--exercise', 'box', '--check', '--lang', 'ko'])
    expect(half.stdout).toContain('\n가득 찬 상자: 아직 다 되지 않았습니다.\n  - 상자가 가득 차지 않았습니다.\n')
    world.inside(`echo full >${workdir('box')}`)
    const done = await world.run(boxes(), ['--exercise', 'box', '--check', '--lang', 'ko'])
    expect(done.stdout).toContain('\n가득 찬 상자: 다 되었습니다.\n')
    expect(done.code).toBe(0)
  })

  it('can have the answer given', async () => {
    expect((await world.run(boxes(), ['--exercise', 'box', '--answer'])).code).toBe(0)
    expect(readFileSync(workdir('box'), 'utf8')).toBe('full\n')
    expect((await world.run(boxes(), ['--exercise', 'box', '--check'])).code).toBe(0)
  })

  it('sees a broken block as a failure, not as an answer', async () => {
    const done = await world.run(boxes({ check: 'exit 3' }), ['--exercise', 'box', '--check'])
    expect(done.code).toBe(1)
    expect(done.stdout).toContain('the check is broken: exit status 3')
    expect(done.stdout).toContain('A full box: A block of the exercise failed.')
    expect(done.stdout).not.toContain('Not done yet')
  })

  it('gets reports of a check: what is missing is a failed test, what is done a passed one', async () => {
    const check = ['--exercise', 'box', '--check', '--report', 'junit=out/c.xml', '--report', 'json=out/c.json']
    const reports = async (more: Readonly<Record<string, string>> = {}) => {
      const done = await world.run(boxes(more), check)
      expect(done.stdout).toContain('report: out/c.xml\nreport: out/c.json\n')
      const report: unknown = JSON.parse(readFileSync(join(world.path, 'out/c.json'), 'utf8'))
      const valid = new Ajv({ strict: false, validateFormats: false }).compile(reportSchema())
      expect([valid(report), valid.errors]).toEqual([true, null])
      expect(report).toMatchObject({ exit: done.code, items: [{ id: 'page/check' }] })
      return { code: done.code, report, junit: readFileSync(join(world.path, 'out/c.xml'), 'utf8') }
    }
    await world.run(boxes(), ['--exercise', 'box'])
    const early = await reports()
    expect(early.code).toBe(1)
    expect(early.report).toMatchObject({
      exercises: [
        { id: 'box', done: false, reason: 'There is no box.', stages: [{ part: 'check', missing: ['no-box'] }] },
      ],
    })
    expect(early.junit).toMatch(/<testsuite name="try" tests="2" failures="1" skipped="0"/)
    expect(early.junit).toMatch(
      /<testcase classname="exercise" name="box" time="[\d.]+"><failure message="There is no box.">no-box<\/failure><\/testcase>/,
    )
    const broken = await reports({ check: 'exit 3' })
    expect(broken.code).toBe(1)
    expect(broken.report).toMatchObject({
      exercises: [{ id: 'box', reason: expect.stringContaining('broken') as string }],
    })
    expect(JSON.stringify(broken.report)).not.toContain('"done"')
    expect(broken.junit).toMatch(/tests="2" failures="1" skipped="1"/)
    expect(broken.junit).toContain('<skipped message="its check did not come to an end"/>')
    await world.run(boxes(), ['--exercise', 'box', '--answer'])
    const done = await reports()
    expect(done.code).toBe(0)
    expect(done.report).toMatchObject({ exercises: [{ id: 'box', done: true, stages: [{ missing: [] }] }] })
    expect(done.junit).toMatch(/tests="2" failures="0" skipped="0"/)
    expect(done.junit).toMatch(/<testcase classname="exercise" name="box" time="[\d.]+"><\/testcase>/)
  })

  it('gets reports of setup and answer: their steps, and no verdict', async () => {
    for (const args of [[], ['--answer']]) {
      const report = ['--report', 'junit=out/s.xml', '--report', 'json=out/s.json']
      expect((await world.run(boxes(), ['--exercise', 'box', ...args, ...report])).code).toBe(0)
      const part = args.length === 0 ? 'setup' : 'answer'
      expect(JSON.parse(readFileSync(join(world.path, 'out/s.json'), 'utf8'))).toMatchObject({
        exit: 0,
        items: [{ id: `page/${part}`, hosts: [{ status: 'passed' }] }],
        exercises: [{ id: 'box', stages: [{ part }] }],
      })
      expect(readFileSync(join(world.path, 'out/s.xml'), 'utf8')).not.toContain('classname="exercise"')
    }
  })

  it('may check while a run holds the host', async () => {
    const holding = world.start(runbookOf([step('hold', 'until test -e /run/go; do sleep 0.1; done')], { id: 'hold' }))
    await holding.shows('page/hold')
    expect((await world.run(boxes(), ['--exercise', 'box', '--check'])).stdout).toContain('There is no box.')
    world.inside('touch /run/go')
    expect((await holding.finished).code).toBe(0)
  })

  it('finds the exercises in --list and --help', async () => {
    expect((await world.run(boxes(), ['--list', '--lang', 'ko'])).stdout).toContain(
      '\nbox  가득 찬 상자  (--exercise box)\n',
    )
    expect((await world.run(boxes(), ['--help'])).stdout).toContain('\nExercises:\n  box: A full box\n')
  })

  it.each([
    [['--exercise', 'bx'], 'try has no exercise "bx"\n  did you mean "box"? exercises: box'],
    [['--check'], '--check needs --exercise NAME\n  --list shows the exercises.'],
    [['--exercise', 'box', '--check', '--answer'], '--check and --answer cannot be given together'],
    [['--exercise', 'box', '--only', 'main'], '--exercise runs alone, not with --only'],
    [['--exercises', '--verify'], '--exercises goes with a whole run, not with --verify'],
  ])('is told what is wrong with %j', async (args, message) => {
    const done = await world.run(boxes(), args)
    expect(done.stderr).toContain(`error: ${message}`)
    expect(done.code).toBe(2)
  })
})
