/** The pull side of the OCI distribution API over a folder of blobs and an index of tags. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { plainFile, sendBody, sendFile } from './send-file.ts'

/** Image name with its registry to tags to the manifest's digest. */
export type RegistryIndex = ReadonlyMap<string, ReadonlyMap<string, string>>

/** @throws UserError when `<folder>/index.json` is not there or not of this shape. */
export function readRegistryIndex(folder: string): RegistryIndex {
  const file = join(folder, 'index.json')
  if (!existsSync(file)) throw new UserError(`no registry index ${JSON.stringify(file)}`, 'Run `npm run lab -- up`.')
  const raw: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const index = new Map<string, Map<string, string>>()
  for (const [image, tags] of Object.entries(typeof raw === 'object' && raw !== null ? raw : {})) {
    const known = new Map<string, string>()
    for (const [tag, digest] of Object.entries(typeof tags === 'object' && tags !== null ? tags : {})) {
      if (typeof digest === 'string' && DIGEST.test(digest)) known.set(tag, digest)
    }
    index.set(image, known)
  }
  return index
}

const DIGEST = /^sha256:[0-9a-f]{64}$/
const API = { 'Docker-Distribution-Api-Version': 'registry/2.0' }

/** Docker's clients ask another host than the one in the image's name. */
function registryOf(host: string): string {
  return host === 'registry-1.docker.io' || host === 'index.docker.io' ? 'docker.io' : host
}

export function isRegistry(host: string, index: RegistryIndex): boolean {
  return [...index.keys()].some((image) => image.startsWith(`${registryOf(host)}/`))
}

/** Answers a request below `/v2/`; false when the registry does not have it. */
export async function answerRegistry(
  request: IncomingMessage,
  response: ServerResponse,
  site: { readonly folder: string; readonly index: RegistryIndex; readonly host: string; readonly path: string },
): Promise<boolean> {
  if (site.path === '/v2/' || site.path === '/v2') {
    sendBody(response, 200, '{}', { ...API, 'Content-Type': 'application/json' })
    return true
  }
  const [, repository = '', kind = '', reference = ''] =
    /^\/v2\/(.+)\/(manifests|blobs|tags)\/([^/]+)$/.exec(site.path) ?? []
  const tags = site.index.get(`${registryOf(site.host)}/${repository}`)
  if (tags === undefined) return false
  if (kind === 'tags') {
    const body = JSON.stringify({ name: repository, tags: [...tags.keys()].toSorted() })
    sendBody(response, 200, body, { ...API, 'Content-Type': 'application/json' })
    return true
  }
  const digest = kind === 'manifests' ? (tags.get(reference) ?? reference) : reference
  if (!DIGEST.test(digest)) return false
  const file = join(site.folder, 'blobs/sha256', digest.slice('sha256:'.length))
  const stats = await plainFile(file)
  if (stats === undefined) return false
  const type = kind === 'manifests' ? await manifestType(file, digest) : 'application/octet-stream'
  if (type === undefined) return false
  await sendFile(request, response, file, stats, {
    ...API,
    'Content-Type': type,
    'Docker-Content-Digest': digest,
    ETag: `"${digest}"`,
  })
  return true
}

/** The manifest's own media type; undefined when the blob is no manifest. @throws when its bytes are damaged. */
async function manifestType(file: string, digest: string): Promise<string | undefined> {
  const bytes = await readFile(file)
  if (bytes.length > 4 * 1024 * 1024) return undefined
  const actual = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (actual !== digest) throw new UserError(`${file} is damaged: its sum is ${actual}`, 'Remove the lab cache.')
  try {
    const raw: unknown = JSON.parse(bytes.toString('utf8'))
    const type = typeof raw === 'object' && raw !== null && 'mediaType' in raw ? raw.mediaType : undefined
    return typeof type === 'string' ? type : undefined
  } catch {
    return undefined
  }
}
