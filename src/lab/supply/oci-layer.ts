/** Packs a folder into an OCI layer, the same bytes for the same contents. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { UserError } from '../../errors/index.ts'
import { SAME_BYTES, sha256File } from './archive-files.ts'

export interface Layer {
  /** The gzip file. */
  readonly file: string
  /** sha256 (hex) of the gzip file. */
  readonly digest: string
  /** sha256 (hex) of the tar inside. */
  readonly diffId: string
  readonly size: number
}

/** Writes `layer.tar.gz` and `layer.json` into `out`. */
export async function writeLayer(root: string, out: string): Promise<Layer> {
  const file = join(out, 'layer.tar.gz')
  const members = (await readdir(root)).toSorted()
  const tar = spawn('tar', [...SAME_BYTES, '--numeric-owner', '-C', root, '-cf', '-', ...members], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve, reject) => tar.once('error', reject).once('close', resolve))
  const diff = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      diff.update(chunk)
      done(null, chunk)
    },
  })
  // The fast level: guests fetch over a virtual wire, where unpacking costs more than bytes.
  await pipeline(tar.stdout, hashing, createGzip({ level: 1 }), createWriteStream(`${file}.part`))
  const status = await ended
  if (status !== 0) throw new UserError(`tar of ${root} ended with status ${String(status)}`)
  await rename(`${file}.part`, file)
  const facts = { digest: await sha256File(file), diffId: diff.digest('hex'), size: (await stat(file)).size }
  await writeFile(join(out, 'layer.json'), JSON.stringify(facts))
  return { file, ...facts }
}

/** The layer that `writeLayer` wrote into `folder`. */
export async function readLayer(folder: string): Promise<Layer> {
  const raw: unknown = JSON.parse(await readFile(join(folder, 'layer.json'), 'utf8'))
  if (typeof raw === 'object' && raw !== null && 'digest' in raw && 'diffId' in raw && 'size' in raw) {
    const { digest, diffId, size } = raw
    if (typeof digest === 'string' && typeof diffId === 'string' && typeof size === 'number') {
      return { file: join(folder, 'layer.tar.gz'), digest, diffId, size }
    }
  }
  throw new Error(`${folder}/layer.json is not a layer's description`)
}

/** Unpacks layers over each other, to try what is inside. */
export async function unpackLayers(layers: readonly Layer[], root: string): Promise<void> {
  for (const layer of layers) {
    const tar = spawn('tar', ['-C', root, '-xzf', '-'], { stdio: ['pipe', 'ignore', 'inherit'] })
    const ended = new Promise<number | null>((resolve, reject) => tar.once('error', reject).once('close', resolve))
    await pipeline(createReadStream(layer.file), tar.stdin)
    const status = await ended
    if (status !== 0) {
      await rm(root, { recursive: true, force: true })
      throw new UserError(`unpacking ${layer.file} ended with status ${String(status)}`)
    }
  }
}
