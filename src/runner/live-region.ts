/** The last lines of a terminal that change in place, below what has been printed for good. */
import type { Writable } from 'node:stream'

export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number }

const ERASE_LINE = '\r\u001B[K'
const UP = '\u001B[1A'
/** Where the terminal does not say how wide it is. */
const DEFAULT_COLUMNS = 80

export class LiveRegion {
  readonly #terminal: Terminal
  #lines: readonly string[] = []

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  /** Prints whole lines for good, above the region. */
  print(text: string): void {
    this.#terminal.write(`${this.#erased()}${text}${this.#drawn()}`)
  }

  /** What the region shows from now on; nothing takes it away. Plain text: a line is cut to the terminal's width. */
  show(lines: readonly string[]): void {
    const erased = this.#erased()
    const width = Math.max(1, (this.#terminal.columns ?? DEFAULT_COLUMNS) - 1)
    this.#lines = lines.map((line) => line.slice(0, width))
    const text = `${erased}${this.#drawn()}`
    if (text !== '') this.#terminal.write(text)
  }

  #drawn(): string {
    return this.#lines.join('\n')
  }

  /** From the end of the region's last line, where drawing it leaves the cursor, to the beginning of its first. */
  #erased(): string {
    return this.#lines.map((_, at) => (at === 0 ? ERASE_LINE : `${UP}${ERASE_LINE}`)).join('')
  }
}

/** Whether lines may change in place: a person looks, and the terminal can do it. */
export function isLive(terminal: Terminal, env: NodeJS.ProcessEnv): boolean {
  return terminal.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === ''
}
