/** The lab's cache outside the clone: content-keyed folders that are whole or not there at all. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { UserError } from '../errors/index.ts'

/** Present in an entry only once everything else in it is. */
const MARKER = '.complete'

/** `${XDG_CACHE_HOME:-~/.cache}/k8s101`. Read at each call, so that tests can point it elsewhere. */
export function cacheDir(): string {
  const base = process.env['XDG_CACHE_HOME']
  return join(base === undefined || base === '' ? join(homedir(), '.cache') : base, 'k8s101')
}

/** sha256 (hex) of a value's canonical JSON: the order of object keys does not matter. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

export interface EntryRequest {
  /** Lower-case word(s) with hyphens; part of the folder's name. */
  readonly name: string
  /** sha256 (hex) of all inputs: see `digest`. */
  readonly key: string
  /** Fills the empty folder `out`; what it throws leaves no entry behind. */
  readonly build: (out: string) => Promise<void>
  /** Called once when another process is building this entry. */
  readonly onWait?: () => void
}

function entryPath(name: string, key: string): string {
  return join(cacheDir(), 'entries', `${name}-${key.slice(0, 20)}`)
}

/** The folder of a complete entry, or undefined. Builds nothing. */
export function findEntry(name: string, key: string): string | undefined {
  const path = entryPath(name, key)
  return existsSync(join(path, MARKER)) ? path : undefined
}

/**
 * The folder of the entry, built if it is not there. Half entries (no marker) are removed and built again.
 * Two builders of one entry wait for each other; the lock dies with its process.
 */
export async function ensureEntry(request: EntryRequest): Promise<string> {
  const found = findEntry(request.name, request.key)
  if (found !== undefined) return found
  const path = entryPath(request.name, request.key)
  await mkdir(dirname(path), { recursive: true })
  return withLock(`${path}.lock`, request.onWait, async () => {
    const meanwhile = findEntry(request.name, request.key)
    if (meanwhile !== undefined) return meanwhile
    await removeLeftovers(request.name, path)
    const temporary = `${path}.building-${process.pid}-${randomBytes(4).toString('hex')}`
    try {
      await mkdir(temporary)
      const started = Date.now()
      await request.build(temporary)
      const note = { name: request.name, key: request.key, seconds: Math.round((Date.now() - started) / 1000) }
      await writeFile(join(temporary, MARKER), `${JSON.stringify(note)}\n`)
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { recursive: true, force: true })
      throw error
    }
    return path
  })
}

/**
 * Removes this half entry, and the folders that dead builders of `name` left under any key; only called by the lock's
 * holder.
 */
async function removeLeftovers(name: string, path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
  for (const found of await readdir(dirname(path))) {
    const builder = /^(.+)-[0-9a-f]+\.building-(\d+)-/.exec(found)
    if (builder?.[1] !== name || isAlive(Number(builder[2]))) continue
    await rm(join(dirname(path), found), { recursive: true, force: true })
  }
}

/** Whether a process with this number lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Runs `work` while holding an exclusive lock on `file`. The lock is held by a `flock` child that lives as long as
 * its stdin, so that it is free again when this process dies in whatever way.
 */
export async function withLock<T>(file: string, onWait: (() => void) | undefined, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  const release = (await takeLock(file, ['--nonblock'])) ?? (await waitForLock(file, onWait))
  try {
    return await work()
  } finally {
    release()
  }
}

async function waitForLock(file: string, onWait: (() => void) | undefined): Promise<() => void> {
  onWait?.()
  const release = await takeLock(file, [])
  if (release === undefined) throw new UserError(`cannot lock ${JSON.stringify(file)}`)
  return release
}

/** Undefined when `--nonblock` was given and somebody else holds the lock. */
function takeLock(file: string, options: readonly string[]): Promise<(() => void) | undefined> {
  const BUSY = 75
  return new Promise((resolve, reject) => {
    // Detached: a Ctrl-C of the terminal must not free the lock before the builder has ended.
    const child = spawn(
      'flock',
      [
        '--exclusive',
        ...options,
        '--conflict-exit-code',
        String(BUSY),
        file,
        'sh',
        '-c',
        'echo held; exec cat >/dev/null',
      ],
      { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
    )
    child.stdout.once('data', () => resolve(() => child.stdin.end()))
    child.once('error', (cause) => reject(new UserError(`cannot run flock: ${cause.message}`, 'Install util-linux.')))
    child.once('exit', (code) => {
      if (code === BUSY) resolve(undefined)
      else reject(new UserError(`flock ${JSON.stringify(file)} ended with status ${String(code)}`))
    })
  })
}
