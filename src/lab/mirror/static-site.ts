/** Plain files of a host: `<www>/<host>/<path>`. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { plainFile, sendFile } from './send-file.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.yml': 'text/plain; charset=utf-8',
  '.yaml': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.service': 'text/plain; charset=utf-8',
  '.sha256': 'text/plain; charset=utf-8',
  '.sha256sum': 'text/plain; charset=utf-8',
  '.asc': 'application/pgp-signature',
  '.key': 'application/pgp-keys',
  '.gz': 'application/gzip',
  '.tgz': 'application/gzip',
  '.deb': 'application/vnd.debian.binary-package',
}

/** The file that a path means, or undefined for one that leaves the host's folder or cannot be decoded. */
export function sitePath(www: string, host: string, path: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(host)) return undefined
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (decoded.includes('\0')) return undefined
  const root = join(www, host)
  const file = normalize(join(root, decoded))
  return file.startsWith(root + sep) ? file : undefined
}

/** Answers with the file; false when there is none. */
export async function answerStatic(
  request: IncomingMessage,
  response: ServerResponse,
  site: { readonly www: string; readonly host: string; readonly path: string },
): Promise<boolean> {
  const file = sitePath(site.www, site.host, site.path)
  const stats = file === undefined ? undefined : await plainFile(file)
  if (file === undefined || stats === undefined) return false
  await sendFile(request, response, file, stats, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
  return true
}
