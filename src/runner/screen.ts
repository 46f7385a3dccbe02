/** What a person sees of a run: one line a step, its output under it as it comes. */
import type { Writable } from 'node:stream'

export interface ScreenOptions {
  readonly stream: Writable & { readonly isTTY?: boolean }
  readonly color: boolean
  /** How many items the plan has. */
  readonly total: number
}

export type Outcome = 'ok' | 'already done' | 'done earlier' | 'failed' | 'not run'

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const
/** A silent step's line stands there after this time, so that one sees what is going on. */
const PATIENCE = 400

export class Screen {
  readonly #stream: ScreenOptions['stream']
  readonly #color: boolean
  readonly #total: number
  #section = ''
  #label = ''
  #where = ''
  #open = false
  #outputSeen = false
  #wide = 0
  #timer: NodeJS.Timeout | undefined

  constructor(options: ScreenOptions) {
    this.#stream = options.stream
    this.#color = options.color && options.stream.isTTY === true
    this.#total = options.total
  }

  /** A heading of the chapter, once for the steps under it. */
  section(title: string): void {
    if (title === this.#section || title === '') return
    this.#section = title
    this.#write(`\n${this.paint('bold', title)}\n`)
  }

  begin(number: number, id: string, hosts: readonly string[]): void {
    const width = String(this.#total).length
    this.#label = `[${String(number).padStart(width)}/${this.#total}] ${id}`
    this.#where = hosts.join(' ')
    this.#wide = hosts.length > 1 ? Math.max(...hosts.map((host) => host.length)) : 0
    this.#outputSeen = false
    this.#open = false
    this.#timer = setTimeout(() => this.#openLine(), PATIENCE)
  }

  /** One masked line of a step's output. */
  output(host: string, line: string): void {
    this.#openLine()
    if (!this.#outputSeen) this.#write('\n')
    this.#outputSeen = true
    const from = this.#wide === 0 ? '' : `${host.padEnd(this.#wide)} `
    this.#write(`    ${this.paint('dim', `${from}│`)} ${line}\n`)
  }

  /** A line about the running step that is not its output. */
  remark(text: string): void {
    this.#openLine()
    if (!this.#outputSeen) this.#write('\n')
    this.#outputSeen = true
    this.#write(`    ${this.paint('yellow', text)}\n`)
  }

  end(outcome: Outcome, seconds: number): void {
    clearTimeout(this.#timer)
    const color = outcome === 'failed' ? 'red' : outcome === 'ok' ? 'green' : 'dim'
    const words = `${this.paint(color, outcome)}${outcome === 'ok' || outcome === 'failed' ? ` ${formatSeconds(seconds)}` : ''}`
    if (this.#outputSeen) this.#write(`    ${words}\n`)
    else {
      this.#openLine()
      this.#write(` … ${words}\n`)
    }
    this.#open = false
    this.#outputSeen = false
  }

  note(text: string): void {
    this.#write(`${text}\n`)
  }

  paint(color: keyof typeof CODES, text: string): string {
    return this.#color ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text
  }

  #openLine(): void {
    clearTimeout(this.#timer)
    if (this.#open) return
    this.#open = true
    this.#write(`${this.#label}  ${this.paint('dim', this.#where)}`)
  }

  #write(text: string): void {
    this.#stream.write(text)
  }
}

/** `0.4 s`, `12 s`, `3 min 05 s` */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 120) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`
}
