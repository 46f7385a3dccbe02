/** A step's output on one host: bytes in, masked lines out, bounded copies kept for the expectation and the evidence. */
import { StringDecoder } from 'node:string_decoder'
import type { OutputStream } from '../transport/index.ts'
import { LineMask } from './redact.ts'
import type { SecretValues } from './redact.ts'
import { lastState } from './terminal-text.ts'

/** What an expectation may look at. */
const STDOUT_KEPT = 1024 * 1024
/** Longer lines are cut here, so that memory is bounded whatever a step prints. */
const LINE_KEPT = 16 * 1024
/** Characters of a cut line that are shown, once masked: a secret at the cut is not whole, and so not known for one. */
const CUT_SHOWN = LINE_KEPT / 2
/** Lines that wait for a secret to be known, and their characters. */
const MOST_HELD = 10_000
const MOST_HELD_CHARACTERS = 4 * 1024 * 1024
/** Bytes that become text at once. */
const DECODED = 8 * 1024
/** What `kubeadm init` prints fits into both. */
const HEAD = 4096
const TAIL = 4096
const TAIL_CUT = 4 * TAIL

/** Without half of a character that lies outside the basic plane (an emoji), where the text was cut before or after it. */
function wholeAt(cut: 'start' | 'end', text: string): string {
  return text.replace(cut === 'end' ? /[\uD800-\uDBFF]$/ : /^[\uDC00-\uDFFF]/, '')
}

/** Characters of one stream to lines. Carriage returns are a progress bar's: only the last state of a line counts. */
class Lines {
  readonly #decoder = new StringDecoder('utf8')
  readonly #emit: (line: Line) => void
  #rest = ''
  #skipping = false

  constructor(emit: (line: Line) => void) {
    this.#emit = emit
  }

  feed(bytes: Buffer): void {
    // Short strings: long ones stay in memory until a collection of everything.
    for (let from = 0; from < bytes.length; from += DECODED) this.#decode(bytes.subarray(from, from + DECODED))
  }

  #decode(bytes: Buffer): void {
    this.#rest += this.#decoder.write(bytes)
    let from = 0
    for (let end = this.#rest.indexOf('\n'); end !== -1; end = this.#rest.indexOf('\n', from)) {
      this.#line(this.#rest.slice(from, end))
      from = end + 1
    }
    this.#rest = this.#rest.slice(from)
    if (this.#rest.length > LINE_KEPT) {
      const turn = this.#rest.lastIndexOf('\r', this.#rest.length - 2)
      if (turn !== -1) this.#rest = this.#rest.slice(turn + 1)
      if (this.#rest.length > LINE_KEPT) this.#line(this.#rest, true)
    }
  }

  end(): void {
    this.#rest += this.#decoder.end()
    if (this.#rest !== '') this.#line(this.#rest)
    this.#rest = ''
  }

  #line(text: string, cut = false): void {
    if (!this.#skipping) this.#emit(lineOf(lastState(text)))
    this.#skipping = cut
    if (cut) this.#rest = ''
  }
}

interface Line {
  readonly text: string
  /** The rest of it was too long to keep. */
  readonly cut: boolean
}

function lineOf(text: string): Line {
  return text.length > LINE_KEPT ? { text: text.slice(0, LINE_KEPT), cut: true } : { text, cut: false }
}

export class StepOutput {
  readonly #secrets: SecretValues
  readonly #show: (line: string) => void
  readonly #hold: boolean
  readonly #lines: Readonly<Record<OutputStream, Lines>>
  readonly #masks: Readonly<Record<OutputStream, LineMask>>
  #stdout = Buffer.alloc(0)
  #stdoutBytes = 0
  #stdoutCut = false
  #held: [OutputStream, Line][] = []
  #heldCharacters = 0
  #dropped = 0
  #head = ''
  #tail = ''
  #total = 0

  /**
   * @param hold Shows nothing before the end: the step is about to make a secret that is not known yet.
   * @param show Gets each masked line.
   */
  constructor(secrets: SecretValues, hold: boolean, show: (line: string) => void) {
    this.#secrets = secrets
    this.#hold = hold
    this.#show = show
    this.#masks = { stdout: new LineMask(secrets), stderr: new LineMask(secrets) }
    this.#lines = {
      stdout: new Lines((line) => this.#line('stdout', line)),
      stderr: new Lines((line) => this.#line('stderr', line)),
    }
  }

  feed(stream: OutputStream, bytes: Buffer): void {
    if (stream === 'stdout') this.#keepStdout(bytes)
    this.#lines[stream].feed(bytes)
  }

  /** One buffer that grows: of many small chunks each would take more than its bytes. */
  #keepStdout(bytes: Buffer): void {
    const part = bytes.subarray(0, STDOUT_KEPT - this.#stdoutBytes)
    if (part.length < bytes.length) this.#stdoutCut = true
    if (this.#stdoutBytes + part.length > this.#stdout.length) {
      const wanted = Math.max(2 * this.#stdout.length, this.#stdoutBytes + part.length, 4096)
      const larger = Buffer.alloc(Math.min(STDOUT_KEPT, wanted))
      this.#stdout.copy(larger, 0, 0, this.#stdoutBytes)
      this.#stdout = larger
    }
    part.copy(this.#stdout, this.#stdoutBytes)
    this.#stdoutBytes += part.length
  }

  /**
   * After the outcome, and after the step's own secrets were added to the secret values.
   * @param unknown Names of secrets that the step was to make and that are not known: what was held may have them, and is
   * not shown.
   */
  end(unknown: readonly string[] = []): void {
    this.#lines.stdout.end()
    this.#lines.stderr.end()
    const withheld = unknown.length > 0 ? this.#held.length + this.#dropped : 0
    if (withheld === 0) for (const [stream, line] of this.#held) this.#masked(stream, line)
    this.#held = []
    for (const stream of ['stdout', 'stderr'] as const) for (const text of this.#masks[stream].end()) this.#keep(text)
    if (withheld > 0) {
      const lines = `${withheld} line${withheld === 1 ? '' : 's'}`
      this.#keep(`(${lines} not shown: the step ended before it had set ${unknown.join(', ')}, which may stand there)`)
    } else if (this.#dropped > 0) this.#keep(`(${this.#dropped} more lines, not kept)`)
  }

  #line(stream: OutputStream, line: Line): void {
    if (!this.#hold) this.#masked(stream, line)
    else if (this.#held.length < MOST_HELD && this.#heldCharacters < MOST_HELD_CHARACTERS) {
      this.#held.push([stream, line])
      this.#heldCharacters += line.text.length
    } else this.#dropped += 1
  }

  #masked(stream: OutputStream, { text, cut }: Line): void {
    const lines = this.#masks[stream].line(text)
    if (!cut) for (const line of lines) this.#keep(line)
    else {
      // What follows is lost: nothing goes on in the next line.
      const all = [...lines, ...this.#masks[stream].end()]
      for (const line of all.slice(0, -1)) this.#keep(line)
      this.#keep(`${wholeAt('end', all.at(-1)?.slice(0, CUT_SHOWN) ?? '')} (line cut)`)
    }
  }

  #keep(text: string): void {
    this.#show(text)
    const whole = `${text}\n`
    this.#total += whole.length
    const room = HEAD - this.#head.length
    if (room > 0 && this.#tail === '') this.#head += whole.slice(0, room)
    const over = room > 0 && this.#tail === '' ? whole.slice(room) : whole
    this.#tail += over
    // Not for each line: cutting copies what is kept.
    if (this.#tail.length > TAIL_CUT) this.#tail = this.#tail.slice(-TAIL)
  }

  /** stdout as it came, unmasked, at most 1 MiB: for the expectation only. */
  stdout(): string {
    return this.#stdout.toString('utf8', 0, this.#stdoutBytes)
  }

  /** There was more of it. */
  get stdoutCut(): boolean {
    return this.#stdoutCut
  }

  /** Both streams as seen, masked, at most 8 KiB: head and tail. */
  kept(): { readonly output: string; readonly truncated: boolean } {
    const tail = this.#tail.slice(-TAIL)
    if (this.#total <= this.#head.length + tail.length) return { output: this.#head + tail, truncated: false }
    const [first, last] = [wholeAt('end', this.#head), wholeAt('start', tail)]
    const left = this.#total - first.length - last.length
    return { output: `${first}\n… (${left} characters)\n${last}`, truncated: true }
  }

  get secrets(): SecretValues {
    return this.#secrets
  }
}
