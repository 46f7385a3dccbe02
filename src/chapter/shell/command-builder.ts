/** Collects the words of one simple command and, at its end, what it assigns. */
import type { ShellCommand } from './scan.ts'

/** Where a list of commands stands within `case … in pattern) … ;; esac`. */
export interface CaseState {
  open: number
  inPattern: boolean
}

const RESERVED = new Set(['if', 'then', 'else', 'elif', 'fi', 'do', 'done', 'while', 'until', '{', '}', '!', 'time'])
const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/u
const NAME = /^[A-Za-z_]\w*$/u
/** Builtins whose arguments are names that they set. */
const SETTERS = new Set(['read', 'mapfile', 'readarray', 'getopts'])
const DECLARERS = new Set(['export', 'declare', 'local', 'readonly', 'typeset'])

export class CommandBuilder {
  readonly #depth: number
  readonly #case: CaseState
  readonly #commands: ShellCommand[]
  readonly #assigned: Set<string>
  readonly #redirects: { operator: string; target: string }[] = []
  #words: string[] = []
  #word: string | undefined
  #pending: string | undefined
  #offset = -1

  constructor(depth: number, state: CaseState, commands: ShellCommand[], assigned: Set<string>) {
    this.#depth = depth
    this.#case = state
    this.#commands = commands
    this.#assigned = assigned
  }

  get inWord(): boolean {
    return this.#word !== undefined
  }

  get inPattern(): boolean {
    return this.#case.open > 0 && this.#case.inPattern
  }

  /** Inside `[[ … ]]`, where `&&`, `||`, `<`, `>` and brackets belong to the test and a line break is a blank. */
  get inTest(): boolean {
    return this.#words[0] === '[[' && this.#words.at(-1) !== ']]'
  }

  /** The word so far is the `]]` of a test: what follows without a blank, as in `[[ a ]]&& b`, is an operator again. */
  get closesTest(): boolean {
    return this.#word === ']]'
  }

  add(text: string, offset: number): void {
    this.#word = (this.#word ?? '') + text
    if (this.#offset < 0) this.#offset = offset
  }

  /** Starts a redirection; a number right before the operator is its descriptor. */
  redirect(operator: string, offset: number): void {
    if (this.#word !== undefined && /^\d+$/u.test(this.#word)) {
      this.#pending = `${this.#word}${operator}`
      this.#word = undefined
      return
    }
    this.endWord()
    this.#pending = operator
    if (this.#offset < 0) this.#offset = offset
  }

  endWord(): void {
    const word = this.#word
    if (word === undefined) return
    this.#word = undefined
    if (this.#pending === undefined) return this.#take(word)
    this.#redirects.push({ operator: this.#pending, target: word })
    this.#pending = undefined
  }

  #take(word: string): void {
    if (this.#words.length === 0 && word === 'esac') {
      this.#case.open -= 1
      this.#case.inPattern = false
    } else if (this.#words[0] === 'case' && word === 'in') {
      this.#case.open += 1
      this.#case.inPattern = true
      this.#words = []
    } else if (this.#words.length > 0 || !(RESERVED.has(word) || word.endsWith('()'))) this.#words.push(word)
    else this.#offset = -1
  }

  finish(piped: boolean): void {
    this.endWord()
    if (this.inPattern) return
    const words = this.#dropAssignments()
    const [program = ''] = words
    if (program === 'for' || program === 'select') {
      this.#assign(words[1] ?? '')
      return
    }
    if (program === 'case' || program === 'function') return
    this.#assignByBuiltin(program, words.slice(1))
    if (words.length === 0 && this.#redirects.length === 0) return
    const command = { words, redirects: this.#redirects, offset: Math.max(0, this.#offset), depth: this.#depth, piped }
    this.#commands.push(command)
  }

  #dropAssignments(): string[] {
    let first = 0
    for (const word of this.#words) {
      const name = ASSIGNMENT.exec(word)?.[1]
      if (name === undefined) break
      this.#assign(name)
      first += 1
    }
    return this.#words.slice(first)
  }

  #assignByBuiltin(program: string, args: readonly string[]): void {
    if (SETTERS.has(program)) for (const arg of args) this.#assign(arg)
    if (DECLARERS.has(program)) for (const arg of args) this.#assign(ASSIGNMENT.exec(arg)?.[1] ?? arg)
    if (program === 'printf' && args[0] === '-v') this.#assign(args[1] ?? '')
  }

  #assign(name: string): void {
    if (NAME.test(name)) this.#assigned.add(name)
  }
}
