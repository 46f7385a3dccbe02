/**
 * User Mode Linux's copy-on-write disks: a header, one bit for each sector that was written, and these sectors at
 * their own offsets (arch/um/drivers/cow_user.c, version 3; numbers are big-endian).
 */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { UserError } from '../../errors/index.ts'
import { command } from './command.ts'

const MAGIC = 0x4f4f4f4d
const HEADER_BYTES = 4 + 4 + 4 + 8 + 4 + 4 + 4 + 4096
/** How much is read at once: a multiple of a sector, and of the 8 sectors of a bitmap's byte. */
const WINDOW_BYTES = 1024 * 1024

export interface CowLayout {
  /** Bytes of the whole disk. */
  readonly size: number
  readonly sectorSize: number
  readonly bitmapOffset: number
  readonly bitmapBytes: number
  /** Where sector 0 would stand. */
  readonly dataOffset: number
}

/** @throws UserError when the first bytes of `name` are no such header. */
export function parseCowHeader(header: Buffer, name: string): CowLayout {
  const known = header.length >= HEADER_BYTES && header.readUInt32BE(0) === MAGIC && header.readUInt32BE(4) === 3
  if (!known) throw new UserError(`${name} is no disk of User Mode Linux`, 'make new disks: npm run lab -- up --fresh')
  const size = Number(header.readBigUInt64BE(12))
  const sectorSize = header.readUInt32BE(20)
  const alignment = header.readUInt32BE(24)
  const bitmapBytes = Math.ceil(Math.ceil(size / sectorSize) / 8)
  const aligned = (offset: number): number => Math.ceil(offset / alignment) * alignment
  const bitmapOffset = aligned(HEADER_BYTES)
  return { size, sectorSize, bitmapOffset, bitmapBytes, dataOffset: aligned(bitmapOffset + bitmapBytes) }
}

/** Runs of set bits from bit `from` up to (not including) `to`, as [first, after the last]. */
export function* setRuns(bitmap: Uint8Array, from: number, to: number): Generator<readonly [number, number]> {
  let start = -1
  for (let bit = from; bit < to; bit++) {
    const set = ((bitmap[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
    if (set && start === -1) start = bit
    if (!set && start !== -1) {
      yield [start, bit]
      start = -1
    }
  }
  if (start !== -1) yield [start, to]
}

/** Writes the whole disk to the new file `target`: `image` with the sectors of `cow` over it. Holes stay holes. */
export async function mergeCow(cow: string, image: string, target: string): Promise<void> {
  await command(['cp', '--sparse=auto', '--reflink=auto', '--no-preserve=mode', image, target])
  const from = await open(cow, 'r')
  const to = await open(target, 'r+')
  try {
    const header = Buffer.alloc(HEADER_BYTES)
    await from.read(header, 0, HEADER_BYTES, 0)
    const layout = parseCowHeader(header, cow)
    const { size } = await to.stat()
    if (size !== layout.size) {
      throw new UserError(`${cow} is not over ${image}: ${layout.size} bytes, not ${size}`)
    }
    await copySectors(from, to, layout)
  } finally {
    await from.close()
    await to.close()
  }
}

async function copySectors(from: FileHandle, to: FileHandle, layout: CowLayout): Promise<void> {
  const { size, sectorSize, bitmapOffset, bitmapBytes, dataOffset } = layout
  const bitmap = Buffer.alloc(bitmapBytes)
  await from.read(bitmap, 0, bitmapBytes, bitmapOffset)
  const window = Buffer.alloc(WINDOW_BYTES)
  const perWindow = WINDOW_BYTES / sectorSize
  const sectors = Math.ceil(size / sectorSize)
  for (let first = 0; first < sectors; first += perWindow) {
    const after = Math.min(first + perWindow, sectors)
    if (isZero(bitmap.subarray(first >> 3, Math.ceil(after / 8)))) continue
    await from.read(window, 0, (after - first) * sectorSize, dataOffset + first * sectorSize)
    for (const [start, end] of setRuns(bitmap, first, after)) {
      const data = window.subarray((start - first) * sectorSize, (end - first) * sectorSize)
      await writeSparse(to, data, start * sectorSize)
    }
  }
}

/** Zeros over a hole are not written. */
async function writeSparse(to: FileHandle, data: Buffer, position: number): Promise<void> {
  if (isZero(data)) {
    const there = Buffer.alloc(data.length)
    await to.read(there, 0, there.length, position)
    if (isZero(there)) return
  }
  await to.write(data, 0, data.length, position)
}

const ZEROS = Buffer.alloc(WINDOW_BYTES)

function isZero(data: Buffer): boolean {
  return data.equals(ZEROS.subarray(0, data.length))
}
