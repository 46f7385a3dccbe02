/** The mirror's access log: one JSON line a request, and the requests it could not answer. */
import { createWriteStream, type WriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'

interface AccessLine {
  /** ISO 8601. */
  readonly time: string
  readonly host: string
  readonly method: string
  readonly path: string
  readonly status: number
  /** Bytes of the body that were sent. */
  readonly bytes: number
  /** The client's address. */
  readonly client: string
  /** The mirror does not have it. */
  readonly refused?: true
}

export interface AccessLog {
  write(line: AccessLine): void
  close(): Promise<void>
}

/** Appends to `file`. */
export function openAccessLog(file: string): AccessLog {
  const stream: WriteStream = createWriteStream(file, { flags: 'a' })
  return {
    write: (line) => void stream.write(`${JSON.stringify(line)}\n`),
    close: () => new Promise((resolve) => void stream.end(resolve)),
  }
}

/** What the refused client reads, and the failed step's report quotes. */
export function refusalText(host: string, path: string): string {
  return `the book asked for https://${host}${path}; the mirror does not have it`
}

/**
 * Refusals since `sinceMs` (epoch), each once, in the order of their first time; `supplier` names the extra that would
 * have had it. A missing log has none.
 */
export async function refusedSince(
  logFile: string,
  sinceMs: number,
  supplier: (host: string, path: string) => string | undefined,
): Promise<string[]> {
  const text = await readFile(logFile, 'utf8').catch(() => '')
  const found = new Set<string>()
  for (const line of text.split('\n')) {
    const parsed = parseLine(line)
    if (parsed === undefined || Date.parse(parsed.time) < sinceMs) continue
    const extra = supplier(parsed.host, parsed.path)
    found.add(`${refusalText(parsed.host, parsed.path)}${extra === undefined ? '' : howToGet(extra)}`)
  }
  return [...found]
}

function howToGet(extra: string): string {
  return `, but it can: npm run lab -- up --with ${extra}`
}

/** A refused request's line; undefined for others and for a line that is only half written. */
function parseLine(line: string): { time: string; host: string; path: string } | undefined {
  if (!line.includes('"refused":true')) return undefined
  try {
    const raw: unknown = JSON.parse(line)
    if (typeof raw !== 'object' || raw === null || !('time' in raw) || !('host' in raw) || !('path' in raw))
      return undefined
    const { time, host, path } = raw
    if (typeof time !== 'string' || typeof host !== 'string' || typeof path !== 'string') return undefined
    return { time, host, path }
  } catch {
    return undefined
  }
}
