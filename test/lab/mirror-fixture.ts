/** A running mirror with one file and one small image, and a client that trusts the lab's CA. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureCa, ensureServerCertificate } from '../../src/lab/ca.ts'
import { startMirror } from '../../src/lab/mirror/index.ts'
import { writeImage } from '../../src/lab/supply/oci-image.ts'
import { writeLayer } from '../../src/lab/supply/oci-layer.ts'

const HOSTS = ['pkgs.k8s.io', 'registry-1.docker.io', 'registry.k8s.io']
export const RELEASE_KEY = '/core:/stable:/v1.36/deb/Release.key'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface AskOptions {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface MirrorFixture {
  readonly httpPort: number
  readonly httpsPort: number
  /** PEM text. */
  readonly ca: string
  readonly accessLog: string
  /** Manifest of docker.io/library/tiny:1.0. */
  readonly imageDigest: string
  ask(host: string, path: string, options?: AskOptions): Promise<Answer>
  close(): Promise<void>
}

/** Everything lies in a folder of its own, the lab's cache too. */
export async function startFixture(): Promise<MirrorFixture> {
  const before = process.env['XDG_CACHE_HOME']
  const folder = await mkdtemp(join(tmpdir(), 'k8s101-mirror-'))
  process.env['XDG_CACHE_HOME'] = folder
  const authority = await ensureCa()
  const ca = await readFile(authority.certPath, 'utf8')
  const tls = await ensureServerCertificate(authority, HOSTS)
  const file = join(folder, 'www/pkgs.k8s.io', RELEASE_KEY)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, '0123456789')
  await writeFile(join(folder, 'secret'), 'not for the net')
  const imageDigest = await writeRegistry(join(folder, 'registry'))
  const accessLog = join(folder, 'access.log')
  const places = { www: join(folder, 'www'), registry: join(folder, 'registry'), cert: tls.certPath, key: tls.keyPath }
  const mirror = await startMirror({ ...places, listen: '127.0.0.1', httpPort: 0, httpsPort: 0, accessLog })
  const { httpPort, httpsPort } = mirror
  return {
    httpPort,
    httpsPort,
    ca,
    accessLog,
    imageDigest,
    ask: (host, path, options = {}) => ask({ port: httpsPort, ca }, host, path, options),
    close: async () => {
      await mirror.close()
      if (before === undefined) delete process.env['XDG_CACHE_HOME']
      else process.env['XDG_CACHE_HOME'] = before
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function writeRegistry(out: string): Promise<string> {
  await mkdir(join(out, 'root'), { recursive: true })
  await writeFile(join(out, 'root/hello'), 'hello from a layer\n')
  const reference = { registry: 'docker.io', repository: 'library/tiny', tag: '1.0' }
  await writeImage(out, reference, [await writeLayer(join(out, 'root'), out)], { Cmd: ['/hello'] })
  const written: unknown = JSON.parse(await readFile(join(out, 'image.json'), 'utf8'))
  if (typeof written !== 'object' || written === null || !('digest' in written)) throw new Error('no digest')
  await writeFile(join(out, 'index.json'), JSON.stringify({ 'docker.io/library/tiny': { '1.0': written.digest } }))
  return String(written.digest)
}

function ask(
  server: { readonly port: number; readonly ca: string },
  host: string,
  path: string,
  { method = 'GET', headers = {} }: AskOptions,
): Promise<Answer> {
  const options = { ...server, host: '127.0.0.1', servername: host, path, method, agent: false }
  return new Promise((resolve, reject) => {
    const request = httpsRequest({ ...options, headers: { host, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    request.on('error', reject)
    request.end()
  })
}
