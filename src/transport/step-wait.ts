/** The answer to one request: output as it comes on both streams, then the outcome once both have ended. */
import { FrameReader } from './frame.ts'
import type { Ending, OutputSink, OutputStream, StepOutcome } from './types.ts'

const ENDINGS: readonly Ending[] = ['exited', 'already', 'timeout', 'killed', 'lost', 'full']

export class StepWait {
  readonly outcome: Promise<StepOutcome>
  readonly #readers: Readonly<Record<OutputStream, FrameReader>>
  readonly #bytes: Record<OutputStream, number> = { stdout: 0, stderr: 0 }
  #resolve: (outcome: StepOutcome) => void = () => {}
  #reject: (error: Error) => void = () => {}
  #ended: Omit<StepOutcome, 'captures'> | undefined
  #captures: readonly string[] | undefined
  #stderrEnded = false
  readonly #word: 'end' | 'collected'
  readonly #muted = new Set<OutputStream>()
  #full: Promise<void> | undefined

  /** @param word Ends the answer. What is sent again may hold an earlier answer's own end, and captured values after it. */
  constructor(nonce: string, sink: OutputSink, word: 'end' | 'collected' = 'end') {
    this.#word = word
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    const output = (stream: OutputStream) => (bytes: Buffer) => {
      // After its own end a stream carries only what nobody waits for.
      if (this.#muted.has(stream)) return
      this.#bytes[stream] += bytes.length
      this.#full = sink(stream, bytes)
    }
    this.#readers = {
      stdout: new FrameReader(nonce, {
        output: output('stdout'),
        frame: (words) => this.#trailer(words),
        values: (values) => {
          this.#captures = values
          this.#settle()
        },
      }),
      stderr: new FrameReader(nonce, {
        output: output('stderr'),
        frame: (words) => {
          this.#muted.add('stderr')
          this.#stderrEnded ||= words === this.#word
          this.#settle()
          return 0
        },
        values: () => {},
      }),
    }
  }

  get largestStream(): number {
    return Math.max(this.#bytes.stdout, this.#bytes.stderr)
  }

  /** Gives what the next chunk has to wait for. */
  feed(stream: OutputStream, chunk: Buffer): Promise<void> | undefined {
    this.#full = undefined
    this.#readers[stream].feed(chunk)
    return this.#full
  }

  fail(error: Error): void {
    this.#reject(error)
  }

  /** `end STATUS HOW STARTED ENDED COUNT` */
  #trailer(words: string): number {
    const [word, status, how, started, ended, count] = words.split(' ')
    this.#muted.add('stdout')
    if (word !== this.#word) return 0
    this.#ended = {
      exit: Number(status),
      ending: ENDINGS.find((ending) => ending === how) ?? 'lost',
      startedAt: Number(started),
      endedAt: Number(ended),
    }
    const values = Number(count ?? 0)
    if (values === 0) this.#captures = []
    this.#settle()
    return values
  }

  #settle(): void {
    if (this.#ended === undefined || this.#captures === undefined || !this.#stderrEnded) return
    this.#resolve({ ...this.#ended, captures: this.#captures })
  }
}
