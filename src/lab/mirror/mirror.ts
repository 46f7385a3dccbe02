/** One handler for all names of the mirror, behind HTTP and HTTPS. */
import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Server } from 'node:net'
import { UserError } from '../../errors/index.ts'
import { openAccessLog, refusalText, type AccessLog } from './access-log.ts'
import { answerRegistry, isRegistry, readRegistryIndex, type RegistryIndex } from './registry-api.ts'
import { sendBody } from './send-file.ts'
import { answerStatic } from './static-site.ts'

export interface MirrorOptions {
  readonly www: string
  readonly registry: string
  /** PEM files of the server certificate. */
  readonly cert: string
  readonly key: string
  readonly listen: string
  /** 0 is any free port. */
  readonly httpPort: number
  readonly httpsPort: number
  readonly accessLog: string
}

export interface RunningMirror {
  readonly httpPort: number
  readonly httpsPort: number
  /** Stops listening, ends open connections, closes the log. */
  close(): Promise<void>
}

/** @throws UserError when a port cannot be taken or the registry cannot be read. */
export async function startMirror(options: MirrorOptions): Promise<RunningMirror> {
  const index = readRegistryIndex(options.registry)
  const log = openAccessLog(options.accessLog)
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    void answerLogged(request, response, { options, index, log })
  }
  const tls = { cert: readFileSync(options.cert), key: readFileSync(options.key) }
  const servers = [createHttpServer(answer), createHttpsServer(tls, answer)]
  // Longer than clients keep an idle connection: who asks again never meets one that is just closing.
  for (const server of servers) server.keepAliveTimeout = 120_000
  const ports = [options.httpPort, options.httpsPort]
  const taken = await Promise.all(servers.map((server, i) => listen(server, options.listen, ports[i] ?? 0)))
  return {
    httpPort: taken[0] ?? 0,
    httpsPort: taken[1] ?? 0,
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((resolve) => void server.close(resolve))
        }),
      )
      await log.close()
    },
  }
}

function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new UserError(`the mirror cannot listen on ${address}:${port}: ${cause.message}`)),
    )
    server.listen(port, address, () => {
      const taken = server.address()
      resolve(typeof taken === 'object' && taken !== null ? taken.port : port)
    })
  })
}

interface Site {
  readonly options: MirrorOptions
  readonly index: RegistryIndex
  readonly log: AccessLog
}

async function answerLogged(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const method = request.method ?? ''
  const client = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const before = request.socket.bytesWritten
  let refused = false
  if (pipelines(request)) response.setHeader('Connection', 'close')
  response.once('close', () => {
    const time = new Date().toISOString()
    const bytes = Math.max(0, sentBody(response, request.socket.bytesWritten - before))
    const line = { time, host, method, path, status: response.statusCode, bytes, client }
    site.log.write(refused ? { ...line, refused } : line)
  })
  try {
    refused = !(await answerSite(request, response, site, host, path))
    if (refused) sendText(response, 404, refusalText(host, path))
  } catch (error) {
    if (response.headersSent) response.destroy()
    else sendText(response, 500, error instanceof Error ? error.message : String(error))
  }
}

/**
 * apt sends requests ahead of answers. Over TLS, Node 24 loses such a connection (HPE_PAUSED) once an answer is larger
 * than its buffer; apt stops sending ahead when the server closes after each answer.
 */
function pipelines(request: IncomingMessage): boolean {
  return 'encrypted' in request.socket && (request.headers['user-agent'] ?? '').startsWith('Debian APT')
}

/** A finished answer sent what it said; a broken one at most what the socket took. */
function sentBody(response: ServerResponse, socketBytes: number): number {
  const length = Number(response.getHeader('Content-Length') ?? 0)
  if (response.req.method === 'HEAD') return 0
  return response.writableFinished ? length : Math.min(length, socketBytes)
}

async function answerSite(
  request: IncomingMessage,
  response: ServerResponse,
  { options, index }: Site,
  host: string,
  path: string,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    sendText(response, 405, `the mirror only serves; ${String(request.method)} is not for it`)
    return true
  }
  if (isRegistry(host, index) && path.startsWith('/v2')) {
    return answerRegistry(request, response, { folder: options.registry, index, host, path })
  }
  return answerStatic(request, response, { www: options.www, host, path })
}

function sendText(response: ServerResponse, status: number, text: string): void {
  sendBody(response, status, `${text}\n`, { 'Content-Type': 'text/plain; charset=utf-8' })
}
