/** Where a POSIX shell would expand `$NAME` or `${NAME}` in a script, and how a value must be quoted at that place. */

/** `bare`: outside quotes; `double`: inside "…"; `heredoc`: inside an unquoted here-document; `raw`: no shell at all. */
export type Context = 'bare' | 'double' | 'heredoc' | 'raw'

/** Half-open range of UTF-16 offsets. */
export interface Expansion {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly context: Context
}

interface Scan {
  readonly text: string
  readonly found: Expansion[]
  /** Here-documents announced on the current line, whose bodies begin after its end. */
  pending: { readonly delimiter: string; readonly expands: boolean; readonly stripsTabs: boolean }[]
}

const REFERENCE = /\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))/uy

/** Every expansion of one of `names`, in order; those that the script itself assigns are left out. */
export function findExpansions(script: string, names: Iterable<string>): Expansion[] {
  const scan: Scan = { text: script, found: [], pending: [] }
  readCommands(scan, 0, '')
  const wanted = new Set(names)
  return scan.found.filter(({ name }) => wanted.has(name) && !assigns(script, name))
}

/** `${NAME}` of a `file` block's `subst`: plain replacement, `$NAME` without braces stays. */
export function findPlaceholders(text: string, names: Iterable<string>): Expansion[] {
  const wanted = new Set(names)
  return [...text.matchAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/gu)]
    .filter((match) => wanted.has(match[1] ?? ''))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      name: match[1] ?? '',
      context: 'raw' as const,
    }))
}

/** The value as it must stand in the text so that the shell reads exactly the value. */
export function quoteFor(context: Context, value: string): string {
  switch (context) {
    case 'raw':
      return value
    case 'double':
      return value.replaceAll(/[\\"$`]/gu, String.raw`\$&`)
    case 'heredoc':
      return value.replaceAll(/[\\$`]/gu, String.raw`\$&`)
    case 'bare':
    default:
      return /^[A-Za-z0-9_./:@%+=,-]+$/u.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`
  }
}

/** The text with values put in; a name without a value stays as it is. */
export function fill(text: string, expansions: readonly Expansion[], values: ReadonlyMap<string, string>): string {
  let result = ''
  let last = 0
  for (const { start, end, name, context } of expansions) {
    const value = values.get(name)
    if (value === undefined || value === '') continue
    result += text.slice(last, start) + quoteFor(context, value)
    last = end
  }
  return result + text.slice(last)
}

function assigns(script: string, name: string): boolean {
  return new RegExp(String.raw`(?:^|[\s;&|({])(?:${name}=|(?:for|read|local)\s+(?:-\w+\s+)*${name}\b)`, 'mu').test(
    script,
  )
}

/** Reads commands up to `close` (`)` for a command substitution, '' for the end); gives the offset after it. */
function readCommands(scan: Scan, from: number, close: '' | ')'): number {
  const { text } = scan
  let depth = 0
  let at = from
  while (at < text.length) {
    const char = text[at]
    if (char === '(' && close === ')') depth += 1
    if (char === close && close !== '') {
      if (depth === 0) return at + 1
      depth -= 1
    }
    at = readToken(scan, at, char)
  }
  return at
}

function readToken(scan: Scan, at: number, char = ''): number {
  const { text } = scan
  switch (char) {
    case '\\':
      return at + 2
    case "'":
      return after(text, "'", at + 1)
    case '"':
      return readDouble(scan, at + 1)
    case '#':
      return at === 0 || /[\s;&|(]/u.test(text[at - 1] ?? '') ? endOfLine(text, at) : at + 1
    case '<':
      return readHeredocWord(scan, at)
    case '\n':
      return readHeredocBodies(scan, at + 1)
    case '$':
      return readDollar(scan, at, 'bare')
    default:
      return at + 1
  }
}

function readDouble(scan: Scan, from: number): number {
  let at = from
  while (at < scan.text.length) {
    const char = scan.text[at]
    if (char === '"') return at + 1
    if (char === '\\') at += 2
    else if (char === '$') at = readDollar(scan, at, 'double')
    else at += 1
  }
  return at
}

function readDollar(scan: Scan, at: number, context: Context): number {
  const { text } = scan
  const next = text[at + 1]
  if (next === '(') return readCommands(scan, at + 2, ')')
  if (next === "'" && context === 'bare') return endOfAnsiQuote(text, at + 2)
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(text)
  if (match === null) return at + (next === '{' ? 2 : 1)
  scan.found.push({ start: at, end: at + match[0].length, name: match[1] ?? match[2] ?? '', context })
  return at + match[0].length
}

function readHeredocWord(scan: Scan, at: number): number {
  const match = /^<<(-?)\s*(?:'([^'\n]+)'|"([^"\n]+)"|(\\?)([\w.-]+))/u.exec(scan.text.slice(at, at + 200))
  if (match === null || scan.text[at + 2] === '<') return at + (scan.text.startsWith('<<<', at) ? 3 : 1)
  const [whole, dash, single, double, slash, word] = match
  const expands = word !== undefined && slash === ''
  scan.pending.push({ delimiter: single ?? double ?? word ?? '', expands, stripsTabs: dash === '-' })
  return at + whole.length
}

function readHeredocBodies(scan: Scan, from: number): number {
  const documents = scan.pending
  scan.pending = []
  let at = from
  for (const { delimiter, expands, stripsTabs } of documents) {
    while (at < scan.text.length) {
      const end = endOfLine(scan.text, at)
      const line = scan.text.slice(at, end)
      if (expands) readHeredocLine(scan, at, end)
      at = end + 1
      if ((stripsTabs ? line.replace(/^\t+/u, '') : line) === delimiter) break
    }
  }
  return at
}

function readHeredocLine(scan: Scan, from: number, end: number): void {
  let at = from
  while (at < end) {
    if (scan.text[at] === '\\') at += 2
    else if (scan.text[at] === '$') at = readDollar(scan, at, 'heredoc')
    else at += 1
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? text.length : found + mark.length
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found === -1 ? text.length : found
}

function endOfAnsiQuote(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== "'") at += text[at] === '\\' ? 2 : 1
  return at + 1
}
