/** The character walk of scanShell: words, operators, here-documents, comments. */
import { CommandBuilder } from './command-builder.ts'
import type { CaseState } from './command-builder.ts'
import { ExpansionReader } from './expansion-reader.ts'
import type { ShellCommand } from './scan.ts'

interface Heredoc {
  readonly delimiter: string
  readonly expands: boolean
  readonly stripTabs: boolean
}

export class ShellWalker extends ExpansionReader {
  readonly commands: ShellCommand[] = []
  readonly assigned = new Set<string>()
  readonly comments: number[] = []
  #heredocs: Heredoc[] = []

  walk(): void {
    while (this.at < this.text.length) {
      this.commandsUntil('')
      this.at += 1
    }
  }

  /** Reads commands up to an unquoted `closer`, which is left in place. */
  protected override commandsUntil(closer: string): void {
    const state: CaseState = { open: 0, inPattern: false }
    const start = () => new CommandBuilder(this.depth, state, this.commands, this.assigned)
    let builder = start()
    while (this.at < this.text.length) {
      const char = this.peek()
      if (char === closer && !builder.inPattern) break
      if (this.#step(char, builder, state)) builder = start()
    }
    builder.finish(false)
  }

  /** Consumes one thing; true where it ended the command. */
  #step(char: string, builder: CommandBuilder, state: CaseState): boolean {
    if (char === '\\') return this.#escape(builder)
    if (char === "'") return this.#add(builder, this.singleQuoted())
    if (char === '"') return this.#add(builder, this.doubleQuoted())
    if (char === '$') return this.#add(builder, this.dollar())
    if (char === '`') return this.#add(builder, this.nested('`', 1))
    if (this.#inTest(char, builder)) return this.#add(builder, this.#one())
    if ((char === '<' || char === '>') && this.peek(1) === '(') return this.#add(builder, this.nested(')', 2))
    if (char === '#' && !builder.inWord) return this.#comment()
    if (char === '<' || char === '>' || this.startsWith('&>')) return this.#redirect(builder)
    if (char === ' ' || char === '\t' || (char === '\n' && builder.inTest)) return this.#blank(builder)
    if (char === '(') return this.#open(builder)
    if (char === '\n') return this.#newline(builder)
    if (';&|)'.includes(char)) return this.#operator(builder, state)
    return this.#add(builder, this.#one())
  }

  /** Whether this character, an operator elsewhere, is part of a `[[ … ]]`: not where its `]]` ends it. */
  #inTest(char: string, builder: CommandBuilder): boolean {
    return '&|()<>'.includes(char) && builder.inTest && !builder.closesTest
  }

  #one(): { text: string; offset: number } {
    this.at += 1
    return { text: this.text.charAt(this.at - 1), offset: this.at - 1 }
  }

  #add(builder: CommandBuilder, piece: { text: string; offset: number }): false {
    builder.add(piece.text, piece.offset)
    return false
  }

  #escape(builder: CommandBuilder): false {
    const next = this.peek(1)
    if (next !== '\n') builder.add(next, this.at)
    this.at += 2
    return false
  }

  #blank(builder: CommandBuilder): false {
    builder.endWord()
    this.at += 1
    return false
  }

  #comment(): false {
    this.comments.push(this.at)
    const end = this.text.indexOf('\n', this.at)
    this.at = end < 0 ? this.text.length : end
    return false
  }

  /** `;`, `&`, `|`, their pairs, and a `)` that nothing here opened: the end of a case pattern. */
  #operator(builder: CommandBuilder, state: CaseState): true {
    const pair = this.text.slice(this.at, this.at + 2)
    const operator = ['&&', '||', ';;', '|&'].includes(pair) ? pair : this.peek()
    this.at += operator.length
    builder.finish(operator === '|' || operator === '|&')
    if (operator === ')') state.inPattern = false
    if (operator === ';;') state.inPattern = state.open > 0
    return true
  }

  #open(builder: CommandBuilder): boolean {
    const start = this.at
    if (this.startsWith('((') && !builder.inWord) {
      builder.add(this.arithmetic(2), start)
      return false
    }
    this.at += 1
    if (builder.inWord) {
      builder.add(`(${this.balanced(')')})`, start)
      return false
    }
    builder.finish(false)
    this.commandsUntil(')')
    this.at += 1
    return true
  }

  #newline(builder: CommandBuilder): true {
    this.at += 1
    builder.finish(false)
    const pending = this.#heredocs
    this.#heredocs = []
    for (const heredoc of pending) this.#heredocBody(heredoc)
    return true
  }

  #heredocBody(heredoc: Heredoc): void {
    while (this.at < this.text.length) {
      const end = this.text.indexOf('\n', this.at)
      const stop = end < 0 ? this.text.length : end
      const line = this.text.slice(this.at, stop)
      if ((heredoc.stripTabs ? line.replace(/^\t+/u, '') : line) === heredoc.delimiter) {
        this.at = stop + 1
        return
      }
      if (heredoc.expands) this.#expandUntil(stop)
      this.at = Math.max(this.at, stop) + 1
    }
  }

  #expandUntil(stop: number): void {
    while (this.at < stop) {
      const char = this.peek()
      if (char === '\\') this.at += 2
      else if (char === '$') this.dollar()
      else if (char === '`') this.nested('`', 1)
      else this.at += 1
    }
  }

  #redirect(builder: CommandBuilder): false {
    const operator =
      /^(?:&>>|&>|<<<|<<-|<<|<&|<>|<|>>|>&|>\||>)/u.exec(this.text.slice(this.at, this.at + 3))?.[0] ?? '>'
    const offset = this.at
    this.at += operator.length
    builder.redirect(operator, offset)
    if (operator !== '<<' && operator !== '<<-') return false
    const written = /^[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s;&|<>()]+)/u.exec(this.text.slice(this.at))
    this.at += written?.[0].length ?? 0
    const word = written?.[1] ?? ''
    const delimiter = word.replaceAll(/["'\\]/gu, '')
    builder.add(delimiter, offset)
    builder.endWord()
    this.#heredocs.push({ delimiter, expands: delimiter === word, stripTabs: operator === '<<-' })
    return false
  }
}
