/** CI's time: how much of it is over, and what this machine, faster or slower than others, still gets done in it. */

/** Minutes after the start of CI at which the last check must have ended; what is left of its 75 is for tidying up. */
const END_MINUTES = 73

export class CiClock {
  #pace = 1

  /** Once something has run whose time elsewhere is known: how much longer everything takes here. */
  compare(secondsHere: number, secondsElsewhere: number): void {
    this.#pace = secondsHere / secondsElsewhere
  }

  /** Minutes that something takes here. */
  here(minutesElsewhere: number): number {
    return minutesElsewhere * this.#pace
  }

  /** Minutes since CI began, by its own word; without one nothing is too late. */
  now(): number {
    const started = Number(process.env['K8S101_CI_STARTED'] ?? Number.NaN)
    return Number.isNaN(started) ? 0 : (Date.now() / 1000 - started) / 60
  }

  /**
   * Why what takes so many minutes elsewhere cannot end in time here; undefined when it can.
   * @param reserved Minutes, elsewhere, that must be left after it.
   */
  tooLate(minutes: number, reserved = 0): string | undefined {
    const [now, takes, end] = [this.now(), this.here(minutes), END_MINUTES - this.here(reserved)]
    if (now + takes <= end) return undefined
    return `it takes about ${Math.ceil(takes)} minutes here, and ${Math.floor(now)} of ${Math.floor(end)} are over`
  }
}
