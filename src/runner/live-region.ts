/** The last lines of a terminal that change in place, below what has been printed for good. */
import type { Writable } from 'node:stream'

export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number }

const ERASE_LINE = '\r\u001B[K'
const UP = '\u001B[1A'
/** Between them the terminal itself cuts a line of as many characters whose wide ones (Hangul) do not fit. */
const NO_WRAP = '\u001B[?7l'
const WRAP = '\u001B[?7h'
/** Where the terminal does not say how wide it is. */
const DEFAULT_COLUMNS = 80

export class LiveRegion {
  readonly #terminal: Terminal
  #lines: readonly string[] = []
  /** Columns of the terminal when the lines were drawn. */
  #drawnWide = DEFAULT_COLUMNS

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  /** Prints whole lines for good, above the region. */
  print(text: string): void {
    this.#terminal.write(`${this.#erased()}${text}${this.#drawn()}`)
  }

  /** Lets something else write whole lines to the same terminal (stderr does), above the region. */
  beside(write: () => void): void {
    const erased = this.#erased()
    if (erased !== '') this.#terminal.write(erased)
    write()
    const drawn = this.#drawn()
    if (drawn !== '') this.#terminal.write(drawn)
  }

  /** What the region shows from now on; nothing takes it away. */
  show(lines: readonly string[]): void {
    const erased = this.#erased()
    this.#lines = lines
    const text = `${erased}${this.#drawn()}`
    if (text !== '') this.#terminal.write(text)
  }

  /** The cursor stands below the lines then: what the terminal echoes (`^C`), and a shell's prompt, are in no line of ours. */
  #drawn(): string {
    if (this.#lines.length === 0) return ''
    this.#drawnWide = this.#columns
    const lines = this.#lines.map((line) => `${line.slice(0, this.#drawnWide)}\n`)
    return `${NO_WRAP}${lines.join('')}${WRAP}`
  }

  #erased(): string {
    if (this.#lines.length === 0) return ''
    return `${ERASE_LINE}${`${UP}${ERASE_LINE}`.repeat(this.#rows())}`
  }

  /** How many rows the lines take: a terminal that became narrower has folded those that were too long for it. */
  #rows(): number {
    const columns = this.#columns
    const rows = this.#lines.map((line) => Math.ceil(Math.min(line.length, this.#drawnWide) / columns))
    return rows.reduce((sum, one) => sum + Math.max(1, one), 0)
  }

  get #columns(): number {
    return Math.max(1, this.#terminal.columns ?? DEFAULT_COLUMNS)
  }
}

/** Whether lines may change in place: a person looks, and the terminal can do it. */
export function isLive(terminal: Terminal, env: NodeJS.ProcessEnv): boolean {
  return terminal.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === ''
}
