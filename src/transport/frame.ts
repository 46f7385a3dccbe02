/** Splits a byte stream into a step's output and the agent's frames (`RS nonce words LF`), wherever the chunks break. */

export interface FrameEvents {
  output(bytes: Buffer): void
  /** A frame's words. The answer says how many NUL-terminated values follow it. */
  frame(words: string): number
  values(values: readonly string[]): void
}

type Mode =
  { readonly kind: 'output' } | { readonly kind: 'frame' } | { readonly kind: 'values'; readonly wanted: number }

/** Memory: a marker's length, one frame line, and the values that a frame announces. */
export class FrameReader {
  readonly #marker: Buffer
  readonly #events: FrameEvents
  #held: Buffer = Buffer.alloc(0)
  #mode: Mode = { kind: 'output' }

  constructor(nonce: string, events: FrameEvents) {
    this.#marker = Buffer.from(`\u001E${nonce} `, 'latin1')
    this.#events = events
  }

  feed(chunk: Buffer): void {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    while (this.#step());
  }

  #step(): boolean {
    switch (this.#mode.kind) {
      case 'output':
        return this.#output()
      case 'frame':
        return this.#frame()
      case 'values':
        return this.#values(this.#mode.wanted)
    }
  }

  #output(): boolean {
    const at = this.#held.indexOf(this.#marker)
    const safe = at === -1 ? this.#held.length - this.#markerStart() : at
    if (safe > 0) this.#events.output(this.#held.subarray(0, safe))
    this.#held = this.#held.subarray(at === -1 ? safe : at + this.#marker.length)
    if (at === -1) return false
    this.#mode = { kind: 'frame' }
    return true
  }

  /** How many bytes at the end may be the beginning of a marker. */
  #markerStart(): number {
    const longest = Math.min(this.#marker.length - 1, this.#held.length)
    for (let length = longest; length > 0; length--) {
      if (this.#held.subarray(this.#held.length - length).equals(this.#marker.subarray(0, length))) return length
    }
    return 0
  }

  #frame(): boolean {
    const end = this.#held.indexOf(0x0a)
    if (end === -1) return false
    const words = this.#held.subarray(0, end).toString('utf8')
    this.#held = this.#held.subarray(end + 1)
    const wanted = this.#events.frame(words)
    this.#mode = wanted > 0 ? { kind: 'values', wanted } : { kind: 'output' }
    return this.#held.length > 0
  }

  #values(wanted: number): boolean {
    const values: string[] = []
    let from = 0
    while (values.length < wanted) {
      const end = this.#held.indexOf(0, from)
      if (end === -1) return false
      values.push(this.#held.subarray(from, end).toString('utf8'))
      from = end + 1
    }
    this.#held = this.#held.subarray(from)
    this.#mode = { kind: 'output' }
    this.#events.values(values)
    return this.#held.length > 0
  }
}
