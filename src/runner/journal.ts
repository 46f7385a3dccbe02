/** The journal of a runbook on an inventory: one JSON line an event, on disk before anything goes on. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { EXIT, UserError } from '../errors/index.ts'
import { hasEnded, statOf } from '../process/index.ts'
import type { HostResult } from '../evidence/types.ts'
import type { Inventory } from '../transport/index.ts'

export interface RunEvent {
  readonly event: 'run'
  readonly run: string
  readonly runbook: string
  readonly at: string
  /** Machine ids by host name: another id is another machine, and nothing is done there. */
  readonly machines: Readonly<Record<string, string>>
  /** The runner's process on this computer: pid, and its start where /proc says it. */
  readonly process: string
}

/** `chain` stands for everything that led to the step: text, versions, variables, what came before. */
export interface StartEvent {
  readonly event: 'start'
  readonly item: string
  readonly host: string
  readonly chain: string
  readonly nonce: string
  readonly at: string
  /** Of a step that takes its host down: the boot id before. Another one later says that it did. */
  readonly boot?: string
}

export interface EndEvent {
  readonly event: 'end'
  readonly item: string
  readonly host: string
  readonly chain: string
  readonly result: HostResult
  /** Captured values that are no secrets. */
  readonly captures: Readonly<Record<string, string>>
  /** Stopped in the middle: nobody knows what of it happened. */
  readonly cut?: true
}

/** What this runner wrote into a file of a host: the same content there is not foreign. */
export interface FileEvent {
  readonly event: 'file'
  readonly host: string
  /** The machine's id: of another machine by that name it says nothing. */
  readonly machine: string
  readonly path: string
  readonly sha256: string
}

export type JournalEvent = RunEvent | StartEvent | EndEvent | FileEvent

/** `${XDG_STATE_HOME:-~/.local/state}/k8s101/journal` */
export function journalFolder(env: NodeJS.ProcessEnv): string {
  const state = env['XDG_STATE_HOME']
  return join(state === undefined || state === '' ? join(homedir(), '.local', 'state') : state, 'k8s101', 'journal')
}

export class Journal {
  readonly file: string
  readonly #partial: boolean
  #events: JournalEvent[]
  #descriptor: number | undefined

  /** @param partial A run of some steps only: nothing to resume, so only files' hashes are kept. */
  constructor(file: string, partial = false) {
    this.file = file
    this.#partial = partial
    this.#events = existsSync(file) ? parse(readFileSync(file, 'utf8')) : []
  }

  /** Two labs have the same addresses; their known_hosts are two files. */
  static of(runbook: string, inventory: Inventory, env: NodeJS.ProcessEnv, partial = false): Journal {
    const hosts = inventory.hosts.map((host) => [
      host.name,
      host.address,
      host.port ?? 0,
      host.user ?? '',
      host.knownHosts ?? '',
    ])
    const hash = createHash('sha256').update(JSON.stringify(hosts)).digest('hex').slice(0, 12)
    return new Journal(join(journalFolder(env), `${runbook}-${hash}.jsonl`), partial)
  }

  /** The last run, if there is one. */
  get run(): RunEvent | undefined {
    return this.#events.findLast((event) => event.event === 'run')
  }

  /** How a step of the last run ended on a host, if with this chain. */
  ended(item: string, host: string, chain: string): EndEvent | undefined {
    return this.#events.findLast(
      (event): event is EndEvent =>
        event.event === 'end' && event.item === item && event.host === host && event.chain === chain,
    )
  }

  /** A step of the last run that started on a host and of which no end is known. */
  pending(item: string, host: string): StartEvent | undefined {
    const last = this.#events.findLast(
      (event) => (event.event === 'start' || event.event === 'end') && event.item === item && event.host === host,
    )
    return last?.event === 'start' ? last : undefined
  }

  /** Which step an attempt was. */
  stepOf(nonce: string): string | undefined {
    return this.#events.findLast((event): event is StartEvent => event.event === 'start' && event.nonce === nonce)?.item
  }

  /** sha256 of what this runner wrote last into a file of a machine. */
  written(host: string, machine: string, path: string): string | undefined {
    return this.#events.findLast(
      (event): event is FileEvent =>
        event.event === 'file' && event.host === host && event.machine === machine && event.path === path,
    )?.sha256
  }

  /** A new run: of the earlier ones only the files' hashes stay. */
  begin(run: RunEvent): void {
    if (this.#partial) return
    const kept = this.#events.filter((event) => event.event === 'file')
    this.#events = [...kept, run]
    this.#writing(() => {
      mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 })
      const temporary = `${this.file}.${process.pid}`
      writeFileSync(temporary, this.#events.map((event) => `${JSON.stringify(event)}\n`).join(''), { mode: 0o600 })
      renameSync(temporary, this.file)
    })
  }

  append(event: JournalEvent): void {
    if (this.#partial && event.event !== 'file') return
    this.#events.push(event)
    this.#writing(() => {
      if (this.#partial) mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 })
      this.#descriptor ??= this.#open()
      writeWhole(this.#descriptor, `${JSON.stringify(event)}\n`)
      fsyncSync(this.#descriptor)
    })
  }

  /** A line that an earlier runner left unfinished must not swallow the next one. */
  #open(): number {
    const descriptor = openSync(this.file, 'a+', 0o600)
    const { size } = fstatSync(descriptor)
    const last = Buffer.alloc(1)
    if (size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last.toString() !== '\n')
      writeSync(descriptor, '\n')
    return descriptor
  }

  /** @throws UserError: without its journal a run must not go on, as nobody could take it up again. */
  #writing(action: () => void): void {
    try {
      action()
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      throw new UserError(
        `cannot write the journal ${JSON.stringify(this.file)} (${reason})`,
        'Make room or mend it; then --resume goes on. What runs on the hosts goes on to its end.',
        EXIT.stepFailed,
      )
    }
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}

/** A full disk may take a part only; the next call then says why. */
function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
}

/** A line cut off by a crash is dropped, with whatever it would have said: its step counts as not ended. */
function parse(text: string): JournalEvent[] {
  const events: JournalEvent[] = []
  for (const line of text.split('\n')) {
    const event = parseLine(line)
    if (event !== undefined) events.push(event)
  }
  return events
}

function parseLine(line: string): JournalEvent | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isEvent(value: unknown): value is JournalEvent {
  if (typeof value !== 'object' || value === null || !('event' in value)) return false
  return ['run', 'start', 'end', 'file'].includes(String(value.event))
}

/** Names a process of this computer so that a later one with the same number is another. */
export function processName(pid: number): string {
  const start = statOf(pid)?.[19]
  return start === undefined ? String(pid) : `${pid}@${start}`
}

/** Whether the process that a run event names still lives. */
export function isAlive(name: string): boolean {
  const pid = Number(name.split('@')[0])
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return processName(pid) === name && !hasEnded(statOf(pid) ?? [])
}
