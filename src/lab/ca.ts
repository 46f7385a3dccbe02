/** The lab's own certificate authority and the mirror's server certificate (elliptic-curve keys, made by openssl). */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDir, digest, ensureEntry, withLock } from './cache.ts'
import { run } from './build-command.ts'

export interface Certificate {
  /** PEM files; the key is readable by its owner only. */
  readonly certPath: string
  readonly keyPath: string
}

export interface CertificateAuthority extends Certificate {
  /** sha256 (hex) of the certificate: part of the key of whatever trusts it. */
  readonly hash: string
}

/** The machine's lab CA, made on first use and kept: guests trust it, so it outlives every rebuild. */
export async function ensureCa(): Promise<CertificateAuthority> {
  const folder = join(cacheDir(), 'ca')
  if (!existsSync(folder)) await withLock(`${folder}.lock`, undefined, () => makeCa(folder))
  const certPath = join(folder, 'ca.pem')
  const hash = createHash('sha256')
    .update(await readFile(certPath))
    .digest('hex')
  return { certPath, keyPath: join(folder, 'ca.key'), hash }
}

async function makeCa(folder: string): Promise<void> {
  if (existsSync(folder)) return
  const temporary = await mkdtemp(`${folder}.building-`)
  await openssl(temporary, ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'ca.key'])
  const subject = '/O=Kubernetes 101/CN=Kubernetes 101 lab CA'
  const extensions = ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign,cRLSign']
  await openssl(temporary, [
    'req',
    '-x509',
    '-new',
    '-key',
    'ca.key',
    '-sha256',
    '-days',
    '3650',
    '-subj',
    subject,
    '-out',
    'ca.pem',
    ...extensions.flatMap((extension) => ['-addext', extension]),
  ])
  await rename(temporary, folder)
}

/** A server certificate for `names`, signed by the CA; made once for each CA and set of names. */
export async function ensureServerCertificate(
  ca: CertificateAuthority,
  names: readonly string[],
): Promise<Certificate> {
  const inputs = { recipe: 1, ca: ca.hash, names: names.toSorted() }
  const entry = await ensureEntry({
    name: 'server-certificate',
    key: digest(inputs),
    build: (out) => signServerCertificate(ca, inputs.names, out),
  })
  return { certPath: join(entry, 'server.pem'), keyPath: join(entry, 'server.key') }
}

async function signServerCertificate(ca: CertificateAuthority, names: readonly string[], out: string): Promise<void> {
  const extensions = [
    'basicConstraints=critical,CA:FALSE',
    'keyUsage=critical,digitalSignature',
    'extendedKeyUsage=serverAuth',
    `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`,
  ]
  await writeFile(join(out, 'extensions'), `${extensions.join('\n')}\n`)
  await openssl(out, ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'server.key'])
  await openssl(out, ['req', '-new', '-key', 'server.key', '-subj', '/CN=Kubernetes 101 lab mirror', '-out', 'request'])
  const serial = `0x${digest({ names, at: Date.now() }).slice(0, 30)}`
  await openssl(out, [
    'x509',
    '-req',
    '-in',
    'request',
    '-CA',
    ca.certPath,
    '-CAkey',
    ca.keyPath,
    '-set_serial',
    serial,
    '-sha256',
    '-days',
    '3650',
    '-extfile',
    'extensions',
    '-out',
    'server.pem',
  ])
}

/** openssl makes key files with mode 0600 by itself. */
async function openssl(folder: string, args: readonly string[]): Promise<void> {
  await run('openssl', args, { cwd: folder })
}
