/** All background steps of a run: looked after before each step, stopped before the cleanup and whenever the run ends. */
import { EXIT, UserError } from '../errors/index.ts'
import { HostRefused } from '../transport/index.ts'
import type { Step } from '../runbook/types.ts'
import { BackgroundStep } from './background.ts'
import type { RunContext } from './context.ts'
import type { Attempted, Target } from './perform.ts'

/** What came of a background step on a host; `key` is the item's. */
export interface BackgroundEnd {
  readonly key: string
  readonly attempted: Attempted
}

export class Backgrounds {
  #running: BackgroundStep[] = []

  /** Starts one and waits until it is ready. */
  async start(context: RunContext, step: Step, target: Target): Promise<Attempted> {
    const started = await startOn(context, step, target)
    this.#running.push(started)
    const attempted = await started.ready()
    if (attempted.failure !== undefined) this.#drop(started)
    return attempted
  }

  /** Those that ended by themselves. One whose link broke, or whose host was rebooted, is started again. */
  async lookAfter(context: RunContext): Promise<BackgroundEnd[]> {
    const ended: BackgroundEnd[] = []
    for (const one of this.#running.filter(({ end }) => end !== undefined)) {
      this.#drop(one)
      await one.close()
      const key = one.target.key
      if (one.end === undefined || 'outcome' in one.end) ended.push({ key, attempted: one.endedEarly() })
      else ended.push(...(await this.#again(context, one)))
    }
    return ended
  }

  /** Stops all. `judge`: what they printed is held against the book; not when the run failed elsewhere. */
  async finish(judge: boolean): Promise<BackgroundEnd[]> {
    const all = this.#running
    this.#running = []
    return Promise.all(
      all.map(async (one) => {
        const early = one.end !== undefined && 'outcome' in one.end
        await one.stop()
        const attempted = !judge ? one.asItIs() : early ? one.endedEarly() : one.finished()
        return { key: one.target.key, attempted }
      }),
    )
  }

  /** Ctrl-C. */
  killAll(): void {
    for (const one of this.#running) one.kill()
  }

  async #again(context: RunContext, one: BackgroundStep): Promise<BackgroundEnd[]> {
    const { host, key } = one.target
    context.screen.remark(`${host.name}: the link of ${key} broke; starting it again`)
    const attempted = await this.start(context, one.step, one.target)
    return attempted.failure === undefined ? [] : [{ key, attempted }]
  }

  #drop(one: BackgroundStep): void {
    this.#running = this.#running.filter((other) => other !== one)
  }
}

/** @throws UserError exit 3 when there is no further connection to the host. */
async function startOn(context: RunContext, step: Step, target: Target): Promise<BackgroundStep> {
  try {
    return await BackgroundStep.start(context, step, target)
  } catch (error) {
    if (!(error instanceof HostRefused)) throw error
    throw new UserError(error.message, error.hints.join('\n  '), EXIT.unreachable)
  }
}
