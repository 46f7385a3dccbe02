/** Masks secrets in text, line by line: what is a secret by its shape, and the values that steps captured as secret. */
import { encodesSecret, endsKeyBlock, keyBlockIn, MASK, maskShapes } from './secret-shapes.ts'

/** So many lines without an END, and it was no key block. */
const KEY_LINES = 400
/** Runs of base64 characters are searched for windows of this length of a secret's encodings. */
const WINDOW = 16
/** A shorter value is no secret to look for inside other text. */
const SHORTEST = 3

/** Values of captured secrets; shared by everything that writes. Nothing of it is ever stored. */
export class SecretValues {
  readonly #plain: string[] = []
  readonly #windows = new Set<string>()
  /** By their first two characters, whether any window begins so: slicing out each to look it up costs more. */
  readonly #begins = new Uint8Array(128 * 128)
  readonly #encoded: string[] = []

  add(value: string): void {
    for (const line of value.split('\n').map((text) => text.trim())) this.#addLine(line)
    if (value.includes('\n')) this.#addEncodings(value)
  }

  #addLine(line: string): void {
    if (line.length < SHORTEST) return
    if (!this.#plain.includes(line)) this.#plain.push(line)
    this.#plain.sort((a, b) => b.length - a.length)
    this.#addEncodings(line)
  }

  /** base64 of a value that stands anywhere in other text: three alignments, without what depends on the neighbours. */
  #addEncodings(value: string): void {
    for (let before = 0; before < 3; before++) {
      const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)])
      const whole = bytes.toString('base64').replaceAll('=', '')
      const sure = whole.slice(before === 0 ? 0 : before + 1, Math.floor((bytes.length * 8) / 6))
      if (sure.length < 5) continue
      if (sure.length < WINDOW) this.#encoded.push(...new Set([sure, urlSafe(sure)]))
      for (let at = 0; at + WINDOW <= sure.length; at++) {
        this.#windows.add(sure.slice(at, at + WINDOW))
        this.#begins[pairAt(sure, at)] = 1
      }
    }
  }

  mask(line: string): string {
    let text = line
    for (const value of this.#plain) text = text.replaceAll(value, MASK)
    for (const value of this.#encoded) text = text.replaceAll(value, MASK)
    if (this.#windows.size === 0) return text
    return text.replaceAll(/[A-Za-z0-9+/_-]{16,}/g, (run) => (this.#touches(run) ? MASK : run))
  }

  /** Whether a part of one of them stands in base64 characters, of either alphabet. */
  encodedIn(run: string): boolean {
    return this.#encoded.some((value) => run.includes(value)) || this.#touches(run)
  }

  /** Whether one of them stands in what was decoded. A short one may do so by chance. */
  readonly standsIn = (decoded: string): boolean =>
    this.#plain.some((value) => value.length > SHORTEST + 2 && decoded.includes(latin1(value))) ||
    this.encodedIn(decoded)

  #touches(run: string): boolean {
    if (this.#windows.size === 0) return false
    const text = run.replaceAll('-', '+').replaceAll('_', '/')
    for (let at = 0; at + WINDOW <= text.length; at++) {
      if (this.#begins[pairAt(text, at)] === 1 && this.#windows.has(text.slice(at, at + WINDOW))) return true
    }
    return false
  }
}

/** Two characters of base64 as one number. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 128 + text.charCodeAt(at + 1)
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_')
}

/** As what is decoded reads: a character for each byte. */
function latin1(value: string): string {
  return Buffer.from(value).toString('latin1')
}

/** A run of base64 that ends a line may go on in the next one if it is of such a length: `base64` breaks at 76, PEM at 64. */
const WRAPPED = { least: 40, most: 128 }
/** Characters of a run over many lines that are looked at together; half of them are kept for the next look. */
const LOOKED_AT = 16 * 1024

/** A line of such a run: the run stands in it from `from` to `to`. */
interface Part {
  readonly line: string
  readonly from: number
  readonly to: number
}

/**
 * Masks one stream's lines in order; remembers whether it is inside a key block. A line that ends in a long run of base64
 * waits for the next one: what they encode may be seen only in both.
 */
export class LineMask {
  readonly #secrets: SecretValues
  #keyLines = 0
  #parts: Part[] = []
  #length = 0
  /** Characters of the run in the last line, the first aside. */
  #width = 0
  /** The run over several lines holds a secret: nothing more of it is shown. */
  #hidden = false

  constructor(secrets: SecretValues) {
    this.#secrets = secrets
  }

  /** The lines that can be shown now, without their secrets; those of a key block are none. */
  line(text: string): string[] {
    if (this.#keyLines > 0) {
      this.#keyLines = endsKeyBlock(text) || this.#keyLines > KEY_LINES ? 0 : this.#keyLines + 1
      return []
    }
    const key = keyBlockIn(text)
    if (key !== undefined) {
      if (!key.ends) this.#keyLines = 1
      return [...this.end(), `${this.#masked(text.slice(0, key.from))}${MASK}`]
    }
    return this.#parts.length > 0 || this.#hidden ? this.#next(text) : this.#first(text)
  }

  /** What still waits for a next line. */
  end(): string[] {
    const lines = this.#decided(true)
    this.#hidden = false
    this.#width = 0
    return lines
  }

  #first(text: string): string[] {
    const to = text.trimEnd().length
    const from = runBefore(text, to)
    if (!mayGoOn(to - from)) return [this.#masked(text)]
    this.#add({ line: text, from, to })
    return []
  }

  /** A line after one that ends in a run: whatever it begins with belongs to that. */
  #next(text: string): string[] {
    const from = /^\s*(?:[-+] )?\s*["']?/.exec(text)?.[0].length ?? 0
    const to = runAfter(text, from)
    if (to === from) return [...this.end(), ...this.#first(text)]
    const width = this.#width
    this.#add({ line: text, from, to })
    // Only the last line of wrapped text is shorter than the others; the first may have words before it.
    const goesOn = to === text.trimEnd().length && mayGoOn(to - from) && to - from >= width
    this.#width = to - from
    if (goesOn) return this.#length < LOOKED_AT ? [] : this.#decided(false)
    const rest = text.slice(to).trimEnd()
    if (!mayGoOn(rest.length - runBefore(rest, rest.length))) return this.end()
    // Another run ends the line, which may go on in turn.
    const before = this.#decided(true, true)
    const begins = this.#hidden ? `${text.slice(0, from)}${MASK}` : text.slice(0, to)
    this.#hidden = false
    this.#width = 0
    return [...before, ...this.#first(`${begins}${text.slice(to)}`)]
  }

  #add(part: Part): void {
    this.#parts.push(part)
    this.#length += part.to - part.from
  }

  /** The lines of the run about which all is known: every one at its end, else the first half. `leave` keeps the last back. */
  #decided(ends: boolean, leave = false): string[] {
    const parts = this.#parts
    const wasHidden = this.#hidden
    if (!wasHidden && parts.length > 1) {
      const run = parts.map(({ line, from, to }) => line.slice(from, to)).join('')
      this.#hidden = this.#secrets.encodedIn(run) || encodesSecret(run, this.#secrets.standsIn)
    }
    const all = ends || this.#hidden
    const decided = parts.slice(0, all ? parts.length : Math.ceil(parts.length / 2))
    this.#parts = all ? [] : parts.slice(decided.length)
    this.#length = this.#parts.reduce((sum, { from, to }) => sum + to - from, 0)
    const lines = leave ? decided.slice(0, -1) : decided
    if (!this.#hidden) return lines.map(({ line }) => this.#masked(line))
    // The first says that something is masked; further ones only where there is more on the line.
    return lines.flatMap(({ line, from, to }, at) => {
      const around = [line.slice(0, from), line.slice(to).replace(/^=+/, '')] as const
      if ((at > 0 || wasHidden) && around.every((text) => /^[\s"'+-]*$/.test(text))) return []
      return [this.#masked(around[0]) + MASK + this.#masked(around[1])]
    })
  }

  #masked(text: string): string {
    return maskShapes(this.#secrets.mask(text), this.#secrets.standsIn)
  }
}

function mayGoOn(length: number): boolean {
  return length >= WRAPPED.least && length <= WRAPPED.most
}

/** Where the run of base64 characters that ends at `end` begins. */
function runBefore(text: string, end: number): number {
  let at = end
  while (at > 0 && isBase64(text.charCodeAt(at - 1))) at -= 1
  return at
}

function runAfter(text: string, from: number): number {
  let at = from
  while (at < text.length && isBase64(text.charCodeAt(at))) at += 1
  return at
}

/** Of either alphabet, `=` aside. */
function isBase64(code: number): boolean {
  // a-z, A-Z, / to 9, and + - _
  if (code >= 97) return code <= 122
  return (code >= 65 && code <= 90) || (code >= 47 && code <= 57) || code === 43 || code === 45 || code === 95
}

/** Whether a value is a secret by its shape alone: not 64 hexadecimal digits, which are digests more often than keys. */
export function looksSecret(value: string): boolean {
  // In a line of its own those digits would be taken for a certificate key.
  const inText = `the value ${value}`
  return maskText(inText, new SecretValues()) !== inText
}

/** Masks a whole text at once. */
export function maskText(text: string, secrets: SecretValues): string {
  const mask = new LineMask(secrets)
  return [...text.split('\n').flatMap((line) => mask.line(line)), ...mask.end()].join('\n')
}
