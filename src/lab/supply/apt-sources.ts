/** Finds the Debian archive that this machine's own apt is set up with: no address is written in the project. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../errors/index.ts'

export interface DebianArchive {
  readonly uri: string
  /** Keyring that signs it. */
  readonly keyring: string
}

const KEYRINGS = ['debian-archive-keyring.gpg', 'debian-archive-keyring.pgp'].map(
  (name) => `/usr/share/keyrings/${name}`,
)

/** @throws UserError when no apt source ends in `/debian` or the archive's keyring is missing. */
export async function debianArchive(etcApt = '/etc/apt'): Promise<DebianArchive> {
  const files = [join(etcApt, 'sources.list')]
  const parts = join(etcApt, 'sources.list.d')
  for (const name of existsSync(parts) ? (await readdir(parts)).toSorted() : []) {
    if (name.endsWith('.list') || name.endsWith('.sources')) files.push(join(parts, name))
  }
  for (const file of files) {
    const uri = existsSync(file) ? archiveUri(await readFile(file, 'utf8')) : undefined
    if (uri !== undefined) return { uri, keyring: findKeyring() }
  }
  throw new UserError(
    `no Debian archive in the apt sources below ${etcApt}`,
    'The lab takes its packages from there: it needs a source whose address ends in /debian.',
  )
}

/** First address of a Debian archive in a sources file of either form, or undefined. */
export function archiveUri(text: string): string | undefined {
  for (const line of text.split('\n')) {
    if (!/^(deb\s|URIs:)/.test(line)) continue
    const uri = line.split(/\s+/).find((word) => /^(https?|mirror\+?\w*|file):\S*\/debian\/?$/.test(word))
    if (uri !== undefined) return uri.replace(/\/$/, '')
  }
  return undefined
}

function findKeyring(): string {
  const found = KEYRINGS.find((path) => existsSync(path))
  if (found !== undefined) return found
  throw new UserError(`no keyring of the Debian archive: ${KEYRINGS.join(' or ')}`, 'Install debian-archive-keyring.')
}
