/** The OpenPGP key with which the lab signs its package repositories, made once on each machine. */
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { run } from '../build-command.ts'
import { cacheDir, withLock } from '../cache.ts'

export interface SigningKey {
  /** GNUPGHOME with the secret key, readable by its owner only. */
  readonly home: string
  /** Armored public key. */
  readonly publicPath: string
  readonly fingerprint: string
}

const USER_ID = 'Kubernetes 101 lab (packages made on this machine) <lab@debian.lab.test>'

/** Made on first use and kept, as guests trust it. */
export async function ensureSigningKey(): Promise<SigningKey> {
  const folder = join(cacheDir(), 'signing-key')
  if (!existsSync(folder)) await withLock(`${folder}.lock`, undefined, () => makeKey(folder))
  const listing = await gpg(folder, ['--with-colons', '--list-keys'])
  const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(listing)?.[1]
  if (fingerprint === undefined) {
    throw new UserError(`no key in ${folder}`, `Remove the folder: the lab makes a new key.`)
  }
  return { home: folder, publicPath: join(folder, 'public.asc'), fingerprint }
}

async function makeKey(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await mkdir(cacheDir(), { recursive: true })
  // gpg's agent sockets have short paths only; its home must not lie deep, and mkdtemp gives mode 0700.
  const temporary = await mkdtemp(`${folder}.new-`)
  await chmod(temporary, 0o700)
  await gpg(temporary, ['--passphrase', '', '--quick-generate-key', USER_ID, 'rsa3072', 'sign', 'never'])
  await writeFile(join(temporary, 'public.asc'), await gpg(temporary, ['--armor', '--export']))
  await stopAgent(temporary)
  await rename(temporary, folder)
}

async function gpg(home: string, args: readonly string[]): Promise<string> {
  return run('gpg', ['--homedir', home, '--batch', '--no-tty', '--quiet', '--pinentry-mode', 'loopback', ...args])
}

async function stopAgent(home: string): Promise<void> {
  await run('gpgconf', ['--homedir', home, '--kill', 'all'])
}

/** Writes `InRelease` (signed inside) and `Release.gpg` (signature beside) for `folder/Release`. */
export async function signRelease(key: SigningKey, folder: string): Promise<void> {
  const release = join(folder, 'Release')
  const sign = ['--yes', '--digest-algo', 'SHA512', '--local-user', key.fingerprint]
  await gpg(key.home, [...sign, '--clear-sign', '--output', join(folder, 'InRelease'), release])
  await gpg(key.home, [...sign, '--armor', '--detach-sign', '--output', join(folder, 'Release.gpg'), release])
  await stopAgent(key.home)
}
