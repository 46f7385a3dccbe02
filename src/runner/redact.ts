/** Masks secrets in text, line by line: what is a secret by its shape, and the values that steps captured as secret. */

export const MASK = '«masked»'

/** Always masked, captured or not. A key block is masked from its first line to its last. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // kubeadm bootstrap token, https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/
  [/(?<![a-z0-9.])[a-z0-9]{6}\.[a-z0-9]{16}(?![a-z0-9.])/g, MASK],
  [/(--certificate-key[= ]+|certificateKey: *|[Cc]ertificate key:? *)[0-9a-f]{64}/g, `$1${MASK}`],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, MASK],
  [/(client-key-data: *|"client-key-data": *"?)[A-Za-z0-9+/=]+/g, `$1${MASK}`],
]
/** Whether there is any of them: a line seldom has one, and looking for each takes most of the time of a step that prints much. */
const ANY_SHAPE = new RegExp(SHAPES.map(([{ source }]) => `(?:${source})`).join('|'))
/** A certificate key stands alone on a line in kubeadm's output; a difference puts a sign before it. */
const LONE_KEY = /^\s*(?:[-+] )?\s*[0-9a-f]{64}\s*$/
const KEY_BEGIN = /-----BEGIN [A-Z ]*PRIVATE KEY-----/
const KEY_END = /-----END [A-Z ]*PRIVATE KEY-----/
/** So many lines without an END, and it was no key block. */
const KEY_LINES = 400
/** Long enough to encode any of them, as in a Secret's data. */
const BASE64 = /[A-Za-z0-9+/]{28,}=*/
const EACH_BASE64 = new RegExp(BASE64, 'g')
/** Runs of base64 characters are searched for windows of this length of a secret's encodings. */
const WINDOW = 16

/** Values of captured secrets; shared by everything that writes. Nothing of it is ever stored. */
export class SecretValues {
  readonly #plain: string[] = []
  readonly #windows = new Set<string>()
  readonly #encoded: string[] = []

  add(value: string): void {
    for (const line of value.split('\n').map((text) => text.trim())) this.#addLine(line)
    if (value.includes('\n')) this.#addEncodings(value)
  }

  #addLine(line: string): void {
    if (line.length < 3) return
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
      if (sure.length < WINDOW) this.#encoded.push(sure)
      for (let at = 0; at + WINDOW <= sure.length; at++) this.#windows.add(sure.slice(at, at + WINDOW))
    }
  }

  mask(line: string): string {
    let text = line
    for (const value of this.#plain) text = text.replaceAll(value, MASK)
    for (const value of this.#encoded) text = text.replaceAll(value, MASK)
    if (this.#windows.size === 0) return text
    return text.replaceAll(/[A-Za-z0-9+/_-]{16,}/g, (run) =>
      this.#touches(run.replaceAll('-', '+').replaceAll('_', '/')) ? MASK : run,
    )
  }

  #touches(run: string): boolean {
    for (let at = 0; at + WINDOW <= run.length; at++) {
      if (this.#windows.has(run.slice(at, at + WINDOW))) return true
    }
    return false
  }
}

/** Masks one stream's lines in order; remembers whether it is inside a key block. */
export class LineMask {
  readonly #secrets: SecretValues
  #keyLines = 0

  constructor(secrets: SecretValues) {
    this.#secrets = secrets
  }

  /** The line without its secrets, or undefined for a line inside a key block. */
  line(text: string): string | undefined {
    if (this.#keyLines > 0) {
      this.#keyLines = KEY_END.test(text) || this.#keyLines > KEY_LINES ? 0 : this.#keyLines + 1
      return undefined
    }
    if (KEY_BEGIN.test(text)) {
      if (!KEY_END.test(text)) this.#keyLines = 1
      return `${this.#shapes(text.slice(0, text.search(KEY_BEGIN)))}${MASK}`
    }
    return this.#shapes(text)
  }

  #shapes(text: string): string {
    let masked = this.#secrets.mask(text)
    if (ANY_SHAPE.test(masked))
      for (const [shape, replacement] of SHAPES) masked = masked.replaceAll(shape, replacement)
    if (BASE64.test(masked)) masked = masked.replaceAll(EACH_BASE64, (run) => (encodesSecret(run) ? MASK : run))
    return LONE_KEY.test(masked) ? MASK : masked
  }
}

function encodesSecret(run: string): boolean {
  const text = Buffer.from(run, 'base64').toString('latin1')
  return ANY_SHAPE.test(text) || KEY_BEGIN.test(text)
}

/** Masks a whole text at once. */
export function maskText(text: string, secrets: SecretValues): string {
  const mask = new LineMask(secrets)
  return text
    .split('\n')
    .map((line) => mask.line(line))
    .filter((line) => line !== undefined)
    .join('\n')
}
