/** What /proc says of this computer's processes; and a process told from a later one that got the same number, by the moment it was started, on this boot. */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'

export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks after boot at which it was started. */
  readonly startTicks: number
  readonly bootId: string
}

/** The identity of a live process, or undefined when there is none (a zombie counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  const fields = statOf(pid)
  const startTicks = Number(fields?.[19])
  if (fields === undefined || hasEnded(fields) || !Number.isSafeInteger(startTicks)) return undefined
  return { pid, startTicks, bootId: bootId() }
}

/**
 * Whether these fields are of a process that has ended. It keeps its number until its parent asks for its status, for ever
 * where process 1 is a container's program that never asks.
 */
export function hasEnded(fields: readonly string[]): boolean {
  return fields[0] === 'Z' || fields[0] === 'X'
}

/** {@link statFields} of a process; undefined where there is none, or no /proc. */
export function statOf(pid: number): string[] | undefined {
  const stat = readOrEmpty(`/proc/${pid}/stat`)
  return stat === '' ? undefined : statFields(stat)
}

/** Fields of /proc/PID/stat after the program's name, which stands in brackets and may itself hold spaces and brackets: the state first, then the parent, the group. */
export function statFields(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Numbers of all processes that this one sees. */
export async function processIds(): Promise<number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
}

/** Whether exactly this process still lives. */
export function isAlive(process: ProcessIdentity): boolean {
  const now = identify(process.pid)
  return now !== undefined && now.startTicks === process.startTicks && now.bootId === process.bootId
}

function bootId(): string {
  return readOrEmpty('/proc/sys/kernel/random/boot_id').trim()
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
