/** Quotes and expansions of a shell text: reads past them, notes the variables they use. */
import type { VariableUse } from './scan.ts'

interface Piece {
  readonly text: string
  readonly offset: number
}

export abstract class ExpansionReader {
  readonly variables: VariableUse[] = []
  protected readonly text: string
  protected at = 0
  protected depth = 0

  constructor(text: string) {
    this.text = text
  }

  /** Reads commands up to an unquoted `closer`, which is left in place. */
  protected abstract commandsUntil(closer: string): void

  protected singleQuoted(): Piece {
    const offset = this.at
    const end = this.text.indexOf("'", offset + 1)
    const stop = end < 0 ? this.text.length : end
    this.at = stop + 1
    return { text: this.text.slice(offset + 1, stop), offset }
  }

  protected doubleQuoted(): Piece {
    const offset = this.at
    let text = ''
    this.at += 1
    while (this.at < this.text.length && this.peek() !== '"') {
      const char = this.peek()
      if (char === '$') text += this.dollar().text
      else if (char === '`') text += this.nested('`', 1).text
      else {
        const length = char === '\\' ? 2 : 1
        text += this.text.slice(this.at + length - 1, this.at + length)
        this.at += length
      }
    }
    this.at += 1
    return { text, offset }
  }

  /** `$X`, `${X…}`, `$(…)`, `$((…))`, `$'…'`; the text as written. */
  protected dollar(): Piece {
    const offset = this.at
    const rest = this.text.slice(offset, offset + 80)
    const name = /^\$([A-Za-z_]\w*)/u.exec(rest)
    if (rest.startsWith('$((')) return { text: this.arithmetic(3), offset }
    if (rest.startsWith('$(')) return this.nested(')', 2)
    if (rest.startsWith('${')) return this.#braced()
    if (rest.startsWith("$'")) return this.#ansiQuoted()
    if (name !== null) this.variables.push({ name: name[1] ?? '', offset, hasDefault: false })
    this.at += name?.[0].length ?? (/^\$[\d@*#?$!-]/u.test(rest) ? 2 : 1)
    return { text: this.text.slice(offset, this.at), offset }
  }

  #ansiQuoted(): Piece {
    const offset = this.at
    const text = /^\$'(?:\\[\s\S]|[^'\\])*'?/u.exec(this.text.slice(offset))?.[0] ?? "$'"
    this.at += text.length
    return { text, offset }
  }

  #braced(): Piece {
    const offset = this.at
    const head = /^\$\{[#!]?([A-Za-z_]\w*)(?:\[[^\]]*\])?(:?[-=+])?/u.exec(this.text.slice(offset, offset + 200))
    if (head?.[1] !== undefined) this.variables.push({ name: head[1], offset, hasDefault: head[2] !== undefined })
    this.at += head?.[0].length ?? 2
    this.balanced('}')
    return { text: this.text.slice(offset, this.at), offset }
  }

  protected arithmetic(opening: number): string {
    const start = this.at
    this.at += opening
    this.balanced(')')
    if (this.peek() === ')') this.at += 1
    return this.text.slice(start, this.at)
  }

  /** Reads to the closer past quotes and expansions, and past it; the text before it. */
  protected balanced(closer: string): string {
    const start = this.at
    while (this.at < this.text.length && this.peek() !== closer) {
      const char = this.peek()
      if (char === '\\') this.at += 2
      else if (char === "'") this.singleQuoted()
      else if (char === '"') this.doubleQuoted()
      else if (char === '$') this.dollar()
      else if (char === '(' && closer === ')') {
        this.at += 1
        this.balanced(')')
      } else this.at += 1
    }
    this.at += 1
    return this.text.slice(start, this.at - 1)
  }

  /** Commands inside `$(…)`, `<(…)` or backticks. */
  protected nested(closer: string, opening: number): Piece {
    const offset = this.at
    this.at += opening
    this.depth += 1
    if (this.depth < 50) this.commandsUntil(closer)
    else this.balanced(closer)
    this.depth -= 1
    if (this.peek() === closer) this.at += 1
    return { text: this.text.slice(offset, this.at), offset }
  }

  protected peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? ''
  }

  protected startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at)
  }
}
