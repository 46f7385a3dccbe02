/** What a person sees of a run: one line a step, its output under it as it comes; on a terminal, at its end, what each host is doing. */
import { LiveRegion } from './live-region.ts'
import type { Terminal } from './live-region.ts'

export interface ScreenOptions {
  readonly stream: Terminal
  readonly color: boolean
  /** Lines may change in place (see `isLive`). */
  readonly live: boolean
  /** How many items the plan has. */
  readonly total: number
}

export type Outcome = 'ok' | 'already done' | 'done earlier' | 'failed' | 'not run'

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const
/** What a host does in the running step. */
export type HostState = 'waits' | 'runs' | 'tries again' | 'ok' | 'failed'

/** A silent step's line stands there after this time, so that one sees what is going on. */
const PATIENCE = 400
/** How often the times of the live lines go on. */
const TICK = 1000
/** More hosts than these are counted, not listed. */
const HOSTS_SHOWN = 8
/** Characters of output that may wait for `flush`. */
const MOST_UNSHOWN = 8 * 1024

export class Screen {
  readonly #stream: ScreenOptions['stream']
  readonly #color: boolean
  readonly #total: number
  #section = ''
  #label = ''
  #where = ''
  #open = false
  #outputSeen = false
  #wide = 0
  #timer: NodeJS.Timeout | undefined
  readonly #region: LiveRegion | undefined
  readonly #hosts = new Map<string, { state: HostState; since: number }>()
  #began = 0
  #drained: Promise<void> | undefined
  #unshown = ''

  constructor(options: ScreenOptions) {
    this.#stream = options.stream
    this.#color = options.color && options.stream.isTTY === true
    this.#total = options.total
    this.#region = options.live ? new LiveRegion(options.stream) : undefined
  }

  /** A heading of the chapter, once for the steps under it. */
  section(title: string): void {
    if (title === this.#section || title === '') return
    this.#section = title
    this.#write(`\n${this.paint('bold', title)}\n`)
  }

  begin(number: number, id: string, hosts: readonly string[]): void {
    const width = String(this.#total).length
    this.#label = `[${String(number).padStart(width)}/${this.#total}] ${id}`
    this.#where = hosts.join(' ')
    this.#wide = hosts.length > 1 ? Math.max(...hosts.map((host) => host.length)) : 0
    this.#outputSeen = false
    this.#open = false
    if (this.#region === undefined) {
      this.#timer = setTimeout(() => this.#write(this.#lineOnce()), PATIENCE)
      return
    }
    this.#began = performance.now()
    this.#hosts.clear()
    for (const host of hosts) this.#hosts.set(host, { state: 'waits', since: this.#began })
    this.#timer = setInterval(() => this.#region?.show(this.#liveLines()), TICK)
  }

  /** What a host of the running step does from now on. */
  host(name: string, state: HostState): void {
    if (this.#region === undefined) return
    const before = this.#hosts.get(name)
    const goesOn = before !== undefined && state === 'tries again'
    this.#hosts.set(name, { state, since: goesOn ? before.since : performance.now() })
    this.#region.show(this.#liveLines())
  }

  /** One masked line of a step's output; it shows at the next `flush`, or before whatever else is shown. */
  output(host: string, line: string): void {
    this.#openBlock()
    const from = this.#wide === 0 ? '' : `${host.padEnd(this.#wide)} `
    this.#unshown += `    ${this.paint('dim', `${from}│`)} ${line}\n`
    // A write for each of many lines costs more than all else that is done with them.
    if (this.#unshown.length > MOST_UNSHOWN) this.#write('')
  }

  /** Shows all lines. While whoever reads does not keep up (a slow terminal, a pager): kept when it has. */
  flush(): Promise<void> | undefined {
    this.#write('')
    if (!this.#stream.writableNeedDrain) return undefined
    this.#drained ??= new Promise((resolve) => {
      const done = (): void => {
        this.#drained = undefined
        for (const event of ['drain', 'close', 'error']) this.#stream.off(event, done)
        resolve()
      }
      for (const event of ['drain', 'close', 'error']) this.#stream.once(event, done)
    })
    return this.#drained
  }

  /** A line about the running step that is not its output. */
  remark(text: string): void {
    this.#openBlock()
    this.#write(`    ${this.paint('yellow', text)}\n`)
  }

  /** Lets something else write whole lines to the same terminal, as what goes to stderr. */
  beside(write: () => void): void {
    if (this.#region === undefined) {
      // The line of a silent step may stand there without its end.
      if (this.#open) this.#openBlock()
      this.#write('')
      write()
      return
    }
    this.#write('')
    this.#region.beside(write)
  }

  end(outcome: Outcome, seconds: number): void {
    this.close()
    const color = outcome === 'failed' ? 'red' : outcome === 'ok' ? 'green' : 'dim'
    const words = `${this.paint(color, outcome)}${outcome === 'ok' || outcome === 'failed' ? ` ${formatSeconds(seconds)}` : ''}`
    if (this.#outputSeen) this.#write(`    ${words}\n`)
    else this.#write(`${this.#lineOnce()} … ${words}\n`)
    this.#open = false
    this.#outputSeen = false
  }

  /** Takes the live lines away, also when the run ends in the middle of a step. */
  close(): void {
    clearTimeout(this.#timer)
    this.#write('')
    this.#region?.show([])
  }

  note(text: string): void {
    this.#write(`${text}\n`)
  }

  paint(color: keyof typeof CODES, text: string): string {
    return this.#color ? `\u001B[${CODES[color]}m${text}\u001B[0m` : text
  }

  /** The step's line and its end, for lines of its own below. */
  #openBlock(): void {
    if (this.#outputSeen) return
    this.#outputSeen = true
    this.#write(`${this.#lineOnce()}\n`)
  }

  /** The step's line, still without its end; empty where it stands there already. */
  #lineOnce(): string {
    if (this.#open) return ''
    this.#open = true
    return `${this.#label}  ${this.paint('dim', this.#where)}`
  }

  #liveLines(): string[] {
    const now = performance.now()
    const time = (since: number): string => formatSeconds(Math.floor((now - since) / 1000))
    const hosts = [...this.#hosts]
    const lines = hosts.slice(0, HOSTS_SHOWN).map(([name, { state, since }]) => {
      const lasts = state === 'runs' || state === 'tries again' ? ` ${time(since)}` : ''
      return `    ${name.padEnd(this.#wide)}  ${state}${lasts}`
    })
    const more = hosts.length > HOSTS_SHOWN ? [`    and ${hosts.length - HOSTS_SHOWN} more`] : []
    return [`${this.#label}  ${time(this.#began)}`, ...lines, ...more]
  }

  #write(text: string): void {
    const all = `${this.#unshown}${text}`
    if (all === '') return
    this.#unshown = ''
    if (this.#region === undefined) this.#stream.write(all)
    else this.#region.print(all)
  }
}

/** `0.4 s`, `12 s`, `3 min 05 s` */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 120) return `${Math.round(seconds)} s`
  return `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`
}

/** A line for a person beside what a run prints: on stderr. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`)
}
