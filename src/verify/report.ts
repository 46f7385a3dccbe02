/** Keeps count of checks and prints each with its time, so that a log of CI reads from the top down. */

export interface Check {
  readonly name: string
  readonly passed: boolean
  readonly detail: string
}

export class Checks {
  readonly all: Check[] = []
  readonly #start = performance.now()

  /** Runs one check; what it throws is its failure, and the checks after it still run. */
  async run(name: string, check: () => Promise<string | void>): Promise<boolean> {
    this.say(`… ${name}`)
    try {
      const detail = (await check()) ?? ''
      this.#add({ name, passed: true, detail })
      return true
    } catch (error) {
      this.#add({ name, passed: false, detail: error instanceof Error ? error.message : String(error) })
      return false
    }
  }

  /** Says of a check that it was left out, and why. */
  notRun(name: string, why: string): void {
    this.say(`– ${name}: not run, ${why}`)
  }

  say(line: string): void {
    const seconds = Math.floor((performance.now() - this.#start) / 1000)
    const clock = `${String(Math.floor(seconds / 60)).padStart(3)}m${String(seconds % 60).padStart(2, '0')}s`
    console.log(`[lab ${clock}] ${line}`)
  }

  #add(check: Check): void {
    this.all.push(check)
    this.say(`${check.passed ? '✓' : '✗'} ${check.name}${check.detail === '' ? '' : `: ${check.detail}`}`)
  }
}

/** Seconds as `5 min 55 s`. */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
