/** What stands on a terminal, and in a file, while steps run. */
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isLive } from '../../src/runner/live-region.ts'
import { Screen } from '../../src/runner/screen.ts'

const ESC = '\u001B'
const TOKEN = new RegExp(`${ESC}\\[1A|${ESC}\\[K|${ESC}\\[\\?7[lh]|\\r|\\n|[^${ESC}\\r\\n]+`, 'gu')

/** Keeps what was written, and shows what a terminal would make of it: newline, return, up, erase line, cut or not. */
class Paper extends Writable {
  readonly isTTY = true
  columns = 40
  written = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.written += chunk.toString()
    done()
  }

  shown(): string[] {
    const lines = ['']
    let at = 0
    let cut = false
    for (const [token] of this.written.matchAll(TOKEN)) {
      if (token === '\n') {
        at += 1
        lines[at] ??= ''
      } else if (token === `${ESC}[1A`) at -= 1
      else if (token === `${ESC}[K`) lines[at] = ''
      else if (token.startsWith(`${ESC}[?7`)) cut = token.endsWith('l')
      else if (token !== '\r') lines[at] = `${lines[at] ?? ''}${token}`.slice(0, cut ? this.columns : undefined)
    }
    // Rows below the cursor are empty, or were left by a mistake.
    while (lines.length > at + 1 && lines.at(-1) === '') lines.pop()
    return lines
  }
}

const paper = { now: new Paper() }
const screen = (live: boolean): Screen => {
  paper.now = new Paper()
  return new Screen({ stream: paper.now, color: false, live, total: 12 })
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('on a terminal', () => {
  test('the last lines say what each host is doing, and for how long', () => {
    const live = screen(true)
    live.begin(3, 'page/step', ['master', 'n1', 'n2'])
    live.host('master', 'runs')
    live.host('n1', 'runs')
    vi.advanceTimersByTime(4000)
    live.host('n1', 'ok')
    vi.advanceTimersByTime(61_000)
    expect(paper.now.shown()).toEqual([
      '[ 3/12] page/step  65 s',
      '    master  runs 65 s',
      '    n1      ok',
      '    n2      waits',
      '',
    ])
  })

  test('output goes above them, and nothing of them stays', () => {
    const live = screen(true)
    live.begin(3, 'page/step', ['master', 'n1'])
    live.host('master', 'runs')
    live.output('master', 'first')
    vi.advanceTimersByTime(2000)
    live.output('n1', 'second')
    live.host('n1', 'tries again')
    void live.flush()
    expect(paper.now.shown()).toEqual([
      '[ 3/12] page/step  master n1',
      '    master │ first',
      '    n1     │ second',
      '[ 3/12] page/step  2.0 s',
      '    master  runs 2.0 s',
      '    n1      tries again 2.0 s',
      '',
    ])
    live.end('ok', 2)
    live.note('the end')
    expect(paper.now.shown()).toEqual([
      '[ 3/12] page/step  master n1',
      '    master │ first',
      '    n1     │ second',
      '    ok 2.0 s',
      'the end',
      '',
    ])
    vi.advanceTimersByTime(5000)
    expect(paper.now.shown().at(-1)).toBe('')
  })

  test('a silent step is one line in the end', () => {
    const live = screen(true)
    live.begin(1, 'page/step', ['master'])
    vi.advanceTimersByTime(3000)
    live.end('already done', 3)
    expect(paper.now.shown()).toEqual(['[ 1/12] page/step  master … already done', ''])
  })

  test('a line wider than the terminal is cut, so that one line stays one line', () => {
    const live = screen(true)
    live.begin(1, `page/${'long-'.repeat(12)}step`, ['master'])
    live.host('master', 'runs')
    expect(Math.max(...paper.now.shown().map((line) => line.length))).toBe(40)
  })

  test('a terminal that became narrower has folded them: all of their rows are taken away', () => {
    const live = screen(true)
    live.begin(1, 'page/a-step-of-some-length', ['master'])
    live.host('master', 'runs')
    paper.now.written = ''
    paper.now.columns = 30
    live.end('ok', 1)
    expect(paper.now.written.split(`${ESC}[1A`).length - 1).toBe(3)
  })

  test('what others write stands above them', () => {
    const live = screen(true)
    live.begin(1, 'page/step', ['master'])
    live.host('master', 'runs')
    live.beside(() => paper.now.write('a remark\n'))
    expect(paper.now.shown()).toEqual(['a remark', '[ 1/12] page/step  0.0 s', '    master  runs 0.0 s', ''])
  })

  test('many hosts are counted', () => {
    const live = screen(true)
    live.begin(
      1,
      'page/step',
      Array.from({ length: 11 }, (_, at) => `node${at}`),
    )
    live.host('node0', 'runs')
    expect(paper.now.shown()).toHaveLength(11)
    expect(paper.now.shown().at(-2)).toBe('    and 3 more')
  })
})

test('elsewhere nothing moves: a silent step shows its line after a moment', () => {
  const plain = screen(false)
  plain.begin(3, 'page/step', ['master'])
  plain.host('master', 'runs')
  expect(paper.now.written).toBe('')
  vi.advanceTimersByTime(500)
  expect(paper.now.written).toBe('[ 3/12] page/step  master')
  plain.end('ok', 0.5)
  expect(paper.now.written).toBe('[ 3/12] page/step  master … ok 0.5 s\n')
})

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{ isTTY: true }, { CI: 'true' }, false],
  [{ isTTY: false }, {}, false],
])('terminal %o with %o: lines that move: %s', (terminal, env, live) => {
  expect(isLive(Object.assign(new Writable(), terminal), env)).toBe(live)
})
