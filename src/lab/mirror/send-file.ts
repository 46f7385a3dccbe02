/** Answers with a file: HEAD, conditional and partial requests, headers. */
import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

export interface ByteRange {
  /** First and last byte, inclusive. */
  readonly start: number
  readonly end: number
}

/**
 * The one range of a Range header: undefined when the whole file is the answer (no header, several ranges, another
 * unit), `unsatisfiable` when it lies past the end. https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  const [, first = '', last = ''] = match ?? []
  if (match === null || (first === '' && last === '')) return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size) return 'unsatisfiable'
  return end < start ? undefined : { start, end }
}

/** Statistics of a plain file, or undefined. */
export async function plainFile(path: string): Promise<Stats | undefined> {
  const stats = await stat(path).catch(() => undefined)
  return stats?.isFile() === true ? stats : undefined
}

/** Sends the file; `headers` are added to length, range and date. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  stats: Stats,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const modified = new Date(Math.floor(stats.mtimeMs / 1000) * 1000)
  const common = { ...headers, 'Accept-Ranges': 'bytes', 'Last-Modified': modified.toUTCString() }
  const known = Date.parse(request.headers['if-modified-since'] ?? '')
  if (known >= modified.getTime()) {
    response.writeHead(304, common).end()
    return
  }
  const range = parseRange(request.headers.range, stats.size)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...common, 'Content-Range': `bytes */${stats.size}`, 'Content-Length': '0' }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  // Set apart from the others: the access log reads it back.
  response.setHeader('Content-Length', String(end - start + 1))
  response.writeHead(range === undefined ? 200 : 206, {
    ...common,
    ...(range === undefined ? {} : { 'Content-Range': `bytes ${start}-${end}/${stats.size}` }),
  })
  if (request.method === 'HEAD' || stats.size === 0) {
    response.end()
    return
  }
  await pipeline(createReadStream(path, { start, end }), response)
}

/** Sends a short body that is at hand; HEAD gets its length only. */
export function sendBody(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.setHeader('Content-Length', String(Buffer.byteLength(body)))
  response.writeHead(status, headers).end(response.req.method === 'HEAD' ? undefined : body)
}
