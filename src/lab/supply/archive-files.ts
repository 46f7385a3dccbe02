/** Archives that are the same bytes for the same contents, checksums, and trees of hard links. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from '../build-command.ts'

/** What makes two archives of equal trees equal: order, times and owners do not depend on this machine. */
export const SAME_BYTES = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu']

/** Packs everything in `folder`; a member's name starts with `prefix` (`''` or `./`). */
export async function tarGz(folder: string, file: string, prefix = ''): Promise<void> {
  const members = (await readdir(folder)).toSorted().map((name) => `${prefix}${name}`)
  await run('tar', [...SAME_BYTES, '--use-compress-program=gzip -n -1', '-C', folder, '-cf', file, ...members])
}

export async function sha256File(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Puts `from` at `to` without copying where the file system allows it; folders on the way are made. */
export async function place(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await link(from, to)
  } catch {
    await copyFile(from, to)
  }
}

/** `place` for every file below `from`, but the names at its top that start with a dot (the cache's own). */
export async function placeTree(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || (entry.parentPath === from && entry.name.startsWith('.'))) continue
    const relative = join(entry.parentPath.slice(from.length), entry.name)
    await place(join(entry.parentPath, entry.name), join(to, relative))
  }
}

/** The line that `sha256sum --check` reads, in a file beside. */
export async function writeChecksum(file: string, suffix: string): Promise<void> {
  await writeFile(`${file}${suffix}`, `${await sha256File(file)}  ${basename(file)}\n`)
}

/** Gives `work` an empty folder beside `archive`, which is not there afterwards. */
export async function withStaging(archive: string, work: (staging: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(archive), { recursive: true })
  const staging = await mkdtemp(join(dirname(archive), '.staging-'))
  try {
    await work(staging)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}
