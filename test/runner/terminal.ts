/** A runbook on a terminal of its own (script(1) makes it): what is typed, what stands on it, how it is closed. */
import { spawn } from 'node:child_process'
import { quote } from '../../src/transport/index.ts'
import { Shown } from './shows.ts'

export interface TerminalRun {
  /** When the program has ended: its status, and all that it wrote, with every control sequence. */
  readonly finished: Promise<{ readonly code: number | null; readonly text: string }>
  /** Lines as a person sees them now, without empty ones at the end. */
  lines(): string[]
  /** Waits until the terminal shows the text, or what matches it. A moving line may skip any one figure. */
  shows(wanted: string | RegExp): Promise<void>
  type(keys: string): void
  /** The terminal is gone, as when its window is closed. */
  hangUp(): void
}

export interface TerminalOptions {
  readonly columns: number
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

export function onTerminal(words: readonly string[], { columns, cwd, env }: TerminalOptions): TerminalRun {
  const command = `stty rows 24 cols ${columns}; exec ${words.map(quote).join(' ')}`
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd,
    env: { ...env, SHELL: '/bin/sh', TERM: 'xterm' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.on('error', () => {})
  const glass = new Glass(columns)
  let text = ''
  const shown = new Shown(() => glass.lines().join('\n'))
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    glass.write(chunk)
    shown.more()
  })
  const finished = new Promise<{ code: number | null; text: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, text }))
  })
  return {
    finished,
    lines: () => glass.lines(),
    shows: (wanted) => shown.until(wanted, finished),
    type: (keys) => void child.stdin.write(keys),
    hangUp: () => void child.kill('SIGKILL'),
  }
}

const ESC = '\u001B'
const TOKEN = new RegExp(`${ESC}\\[([?>]?[0-9;]*)([A-Za-z])|${ESC}.|[^]`, 'gu')
/** Half of a sequence. */
const HALF = new RegExp(`${ESC}(?:\\[[?>]?[0-9;]*)?$`, 'u')
/** As many columns as a terminal gives them: https://www.unicode.org/reports/tr11/, so far as these tests print any. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u

/** What is written on a terminal of some width, as it looks: lines too long go on in the next row. */
class Glass {
  readonly #columns: number
  /** A cell holds a character; of a wide one the second cell is empty text. */
  readonly #rows: string[][] = [[]]
  #wraps = true
  #row = 0
  #column = 0
  /** Half of a sequence at the end of what was written last. */
  #rest = ''

  constructor(columns: number) {
    this.#columns = columns
  }

  lines(): string[] {
    const lines = this.#rows.map((cells) =>
      Array.from(cells, (cell) => cell ?? ' ')
        .join('')
        .trimEnd(),
    )
    while (lines.at(-1) === '') lines.pop()
    return lines
  }

  write(text: string): void {
    const all = this.#rest + text
    const cut = HALF.exec(all)
    this.#rest = cut?.[0] ?? ''
    for (const found of all.slice(0, cut?.index).matchAll(TOKEN)) {
      if (found[2] !== undefined) this.#obey(found[2], found[1] ?? '')
      else if (!found[0].startsWith(ESC)) this.#put(found[0])
    }
  }

  #put(character: string): void {
    if (character === '\r') this.#column = 0
    else if (character === '\n') this.#go(this.#row + 1)
    else if (character === '\b') this.#column = Math.max(0, this.#column - 1)
    else if (/\P{Cc}/u.test(character)) {
      const width = WIDE.test(character) ? 2 : 1
      if (this.#column + width > this.#columns) {
        if (this.#wraps) this.#go(this.#row + 1)
        this.#column = this.#wraps ? 0 : this.#columns - width
      }
      const cells = this.#rows[this.#row] ?? []
      cells[this.#column] = character
      if (width === 2) cells[this.#column + 1] = ''
      this.#column += width
    }
  }

  #obey(letter: string, given: string): void {
    const number = Number(given === '' ? 1 : given)
    if (letter === 'A') this.#row = Math.max(0, this.#row - number)
    else if (letter === 'G') this.#column = number - 1
    else if (letter === 'K') this.#rows[this.#row]?.splice(this.#column)
    else if (letter === 'J') {
      this.#rows[this.#row]?.splice(this.#column)
      this.#rows.splice(this.#row + 1)
    } else if (given === '?7') this.#wraps = letter === 'h'
    else if (letter !== 'm' && !given.startsWith('?')) throw new Error(`the terminal was told "${given}${letter}"`)
  }

  #go(row: number): void {
    this.#row = row
    while (this.#rows.length <= row) this.#rows.push([])
  }
}
