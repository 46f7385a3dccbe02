/** Writes an image as blobs: layers, config and manifest, each named by its sha256. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { place } from './archive-files.ts'
import type { Layer } from './oci-layer.ts'

const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json'

/** `config` of an OCI image configuration: https://github.com/opencontainers/image-spec/blob/main/config.md */
export interface ImageConfig {
  readonly Entrypoint?: readonly string[]
  readonly Cmd?: readonly string[]
  readonly Env?: readonly string[]
  readonly ExposedPorts?: Readonly<Record<string, Record<string, never>>>
  readonly StopSignal?: string
  readonly User?: string
  readonly WorkingDir?: string
  readonly Labels?: Readonly<Record<string, string>>
}

export interface ImageReference {
  /** e.g. `registry.k8s.io` */
  readonly registry: string
  /** e.g. `coredns/coredns` */
  readonly repository: string
  readonly tag: string
}

/** Fills `<out>/blobs/sha256` and writes `<out>/image.json`: the reference and the manifest's digest. */
export async function writeImage(
  out: string,
  reference: ImageReference,
  layers: readonly Layer[],
  config: ImageConfig,
): Promise<void> {
  const blobs = join(out, 'blobs/sha256')
  await mkdir(blobs, { recursive: true })
  for (const layer of layers) await place(layer.file, join(blobs, layer.digest))
  const configuration = await writeBlob(blobs, {
    architecture: 'amd64',
    os: 'linux',
    created: '1970-01-01T00:00:00Z',
    config: { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], ...config },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => `sha256:${diffId}`) },
    history: layers.map(() => ({ created: '1970-01-01T00:00:00Z', created_by: 'kubernetes-101 lab' })),
  })
  const manifest = await writeBlob(blobs, {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...configuration },
    layers: layers.map(({ digest, size }) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest: `sha256:${digest}`,
      size,
    })),
  })
  await writeFile(join(out, 'image.json'), JSON.stringify({ ...reference, digest: manifest.digest }))
}

async function writeBlob(blobs: string, value: unknown): Promise<{ digest: string; size: number }> {
  const bytes = Buffer.from(JSON.stringify(value))
  const hash = createHash('sha256').update(bytes).digest('hex')
  await writeFile(join(blobs, hash), bytes)
  return { digest: `sha256:${hash}`, size: bytes.length }
}
