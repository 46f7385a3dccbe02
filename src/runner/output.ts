/** A step's output on one host: bytes in, masked lines out, bounded copies kept for the expectation and the evidence. */
import { StringDecoder } from 'node:string_decoder'
import { stripVTControlCharacters } from 'node:util'
import type { OutputStream } from '../transport/index.ts'
import { LineMask } from './redact.ts'
import type { SecretValues } from './redact.ts'

/** What an expectation may look at. */
const STDOUT_KEPT = 1024 * 1024
/** Longer lines are cut here, so that memory is bounded whatever a step prints. */
const LINE_KEPT = 16 * 1024
/** Lines that wait for a secret to be known. */
const MOST_HELD = 10_000
/** Bytes that become text at once. */
const DECODED = 8 * 1024
const HEAD = 2048
const TAIL = 2048
const TAIL_CUT = 4 * TAIL

/** Sequences that a terminal obeys and `stripVTControlCharacters` does not know whole: DCS strings, private CSI. */
// oxlint-disable-next-line no-control-regex -- these are what it looks for
const TERMINAL = /\u001B(?:[P^_X][^\u001B]*\u001B\\|\[[<=>?][0-9;]*[@-~])/gu

/** What a terminal showed, as lines: without control sequences, each line in its last state. */
export function terminalText(text: string): string {
  return text.split('\n').map(lastState).join('\n')
}

/** What stripping could take away; a tab stays. */
const CONTROL = /(?!\t)\p{Cc}/u

/** A line without colours and other sequences, as it stood in the end: carriage returns and backspaces obeyed. */
function lastState(line: string): string {
  if (!CONTROL.test(line)) return line
  const states = stripVTControlCharacters(line.replaceAll(TERMINAL, '')).split('\r')
  let last = states.findLast((state) => state !== '') ?? ''
  // oxlint-disable-next-line no-control-regex -- backspace takes away what stands before it; other control characters show nothing
  for (let before = ''; before !== last;) [before, last] = [last, last.replace(/[^\u0008]?\u0008/u, '')]
  return last.replaceAll(/(?!\t)\p{Cc}/gu, '')
}

/** Characters of one stream to lines. Carriage returns are a progress bar's: only the last state of a line counts. */
class Lines {
  readonly #decoder = new StringDecoder('utf8')
  readonly #emit: (line: string) => void
  #rest = ''
  #skipping = false

  constructor(emit: (line: string) => void) {
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

  /** The rest of a line that was too long is not shown: a secret could straddle the cut. */
  #line(text: string, cut = false): void {
    if (!this.#skipping) {
      const last = lastState(text)
      this.#emit(last.length > LINE_KEPT ? `${last.slice(0, LINE_KEPT - 1024)} (line cut)` : last)
    }
    this.#skipping = cut
    if (cut) this.#rest = ''
  }
}

export class StepOutput {
  readonly #secrets: SecretValues
  readonly #show: (line: string) => void
  readonly #hold: boolean
  readonly #lines: Readonly<Record<OutputStream, Lines>>
  readonly #masks: Readonly<Record<OutputStream, LineMask>>
  readonly #stdout: Buffer[] = []
  #stdoutBytes = 0
  #held: [OutputStream, string][] = []
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
    if (stream === 'stdout' && this.#stdoutBytes < STDOUT_KEPT) {
      this.#stdout.push(Buffer.from(bytes.subarray(0, STDOUT_KEPT - this.#stdoutBytes)))
      this.#stdoutBytes += bytes.length
    }
    this.#lines[stream].feed(bytes)
  }

  /** After the outcome, and after the step's own secrets were added to the secret values. */
  end(): void {
    this.#lines.stdout.end()
    this.#lines.stderr.end()
    for (const [stream, line] of this.#held) this.#masked(stream, line)
    this.#held = []
    if (this.#dropped > 0) this.#masked('stdout', `(${this.#dropped} more lines, not kept)`)
  }

  #line(stream: OutputStream, line: string): void {
    if (!this.#hold) this.#masked(stream, line)
    else if (this.#held.length < MOST_HELD) this.#held.push([stream, line])
    else this.#dropped += 1
  }

  #masked(stream: OutputStream, line: string): void {
    const text = this.#masks[stream].line(line)
    if (text === undefined) return
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
    return Buffer.concat(this.#stdout).toString('utf8')
  }

  /** Both streams as seen, masked, at most 4 KiB: head and tail. */
  kept(): { readonly output: string; readonly truncated: boolean } {
    const tail = this.#tail.slice(-TAIL)
    const left = this.#total - this.#head.length - tail.length
    if (left <= 0) return { output: this.#head + tail, truncated: false }
    return { output: `${this.#head}\n… (${left} characters)\n${tail}`, truncated: true }
  }

  get secrets(): SecretValues {
    return this.#secrets
  }
}
