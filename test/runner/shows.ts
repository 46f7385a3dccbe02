/** Waiting in tests for what a program that runs shows. */

/** What a program has shown so far, and who waits for more of it. */
export class Shown {
  readonly #text: () => string
  readonly #waiting = new Set<() => void>()

  constructor(text: () => string) {
    this.#text = text
  }

  /** To be called whenever there is more. */
  more(): void {
    for (const check of this.#waiting) check()
  }

  /** Until the text holds `wanted`, or matches it; fails once the program has ended without it. */
  until(wanted: string | RegExp, ended: Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const text = this.#text()
        if (!(typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text))) return
        this.#waiting.delete(check)
        resolve()
      }
      this.#waiting.add(check)
      check()
      void ended.then(() => {
        check()
        reject(new Error(`it ended and never showed ${String(wanted)}:\n${this.#text()}`))
      })
    })
  }
}
