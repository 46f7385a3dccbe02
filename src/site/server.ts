/** Serves the built site on loopback: files as they are, `404.html` for the rest. */
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { UserError } from '../errors/index.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

export interface SiteServer {
  /** With the trailing slash. */
  readonly url: string
  close(): Promise<void>
}

/** Listens on the first free port of `ports` (0: any), on loopback only. */
export async function serveSite(dist: string, ports: readonly number[]): Promise<SiteServer> {
  for (const port of ports) {
    const server = createServer((request, response) => answer(dist, request, response))
    if (await listens(server, port)) return running(server)
  }
  throw new UserError(
    `no free port among ${ports.join(', ')}`,
    'end what uses them, or give one: npm start -- --port 8080',
  )
}

function running(server: Server): SiteServer {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** False when the port is taken; any other error is thrown. */
function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => resolve(true))
  })
}

function answer(dist: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end()
    return
  }
  const found = fileFor(dist, request.url ?? '/')
  if (typeof found === 'object') {
    response.writeHead(308, { location: found.redirect }).end()
    return
  }
  const file = found ?? join(dist, '404.html')
  response.writeHead(found === undefined ? 404 : 200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}

/** The file of an address; a folder without its slash is sent to the address with it. */
function fileFor(dist: string, address: string): string | { readonly redirect: string } | undefined {
  const path = pathOf(address)
  if (path === undefined) return undefined
  const file = join(dist, normalize(path))
  const kind = kindOf(file)
  if (kind === 'file') return file
  if (kind !== 'folder') return undefined
  if (!path.endsWith('/')) return { redirect: `${encodeURI(path)}/` }
  return kindOf(join(file, 'index.html')) === 'file' ? join(file, 'index.html') : undefined
}

/** The decoded path, without a way out of the folder; undefined for what no browser sends. */
function pathOf(address: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(address, 'http://localhost').pathname)
    return path.includes('\0') || path.split(/[/\\]/u).includes('..') ? undefined : path
  } catch {
    return undefined
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return undefined
  return stat.isDirectory() ? 'folder' : 'file'
}
