/** Merging a copy-on-write disk, against files laid out as the kernel lays them out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { open, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mergeCow, setRuns } from '../../src/lab/machines/cow.ts'

const MIB = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'k8s101-cow-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The header as arch/um/drivers/cow_user.c packs it. */
function header(size: number, version = 3): Buffer {
  const bytes = Buffer.alloc(4128)
  bytes.write('OOOM', 0, 'latin1')
  bytes.writeUInt32BE(version, 4)
  bytes.writeUInt32BE(1_700_000_000, 8)
  bytes.writeBigUInt64BE(BigInt(size), 12)
  bytes.writeUInt32BE(512, 20)
  bytes.writeUInt32BE(4096, 24)
  bytes.write('/srv/disk.img', 32, 'latin1')
  return bytes
}

/** A disk of `size` bytes with sectors of the given fill. */
async function cowFile(name: string, size: number, sectors: Readonly<Record<number, number>>): Promise<string> {
  const path = join(folder, name)
  const file = await open(path, 'w')
  // Both parts begin at multiples of the alignment.
  const bitmap = Buffer.alloc(size / 512 / 8)
  const dataOffset = 8192 + Math.ceil(bitmap.length / 4096) * 4096
  await file.write(header(size), 0, 4128, 0)
  for (const [sector, fill] of Object.entries(sectors)) {
    const at = Number(sector)
    bitmap[at >> 3] = (bitmap[at >> 3] ?? 0) | (1 << (at & 7))
    await file.write(Buffer.alloc(512, fill), 0, 512, dataOffset + at * 512)
  }
  await file.write(bitmap, 0, bitmap.length, 8192)
  await file.close()
  return path
}

async function sparseImage(name: string, size: number, at: number, fill: number): Promise<string> {
  const path = join(folder, name)
  const file = await open(path, 'w')
  await file.truncate(size)
  await file.write(Buffer.alloc(8192, fill), 0, 8192, at)
  await file.close()
  return path
}

describe('a merged disk', () => {
  test('is the image with the written sectors over it, at any place, zeros too, and as sparse', async () => {
    const size = 40 * MIB
    const image = await sparseImage('base.img', size, 3 * MIB, 0x11)
    const last = size / 512 - 1
    const first = (3 * MIB) / 512
    // Over data, over a hole, the last sector, on both sides of a window; a zero over data and one over a hole.
    const sectors = { [first]: 0x22, [first + 2]: 0, 1: 0x33, 2047: 0x44, 2048: 0x55, 9000: 0, [last]: 0x66 }
    const target = join(folder, 'merged.img')
    await mergeCow(await cowFile('a.cow', size, sectors), image, target)
    const expected = await readFile(image)
    for (const [sector, fill] of Object.entries(sectors))
      expected.fill(fill, Number(sector) * 512, Number(sector) * 512 + 512)
    expect((await readFile(target)).equals(expected)).toBe(true)
    expect((await stat(target)).blocks * 512).toBeLessThan(128 * 1024)
  })

  test.each([
    ['another version', header(MIB, 2)],
    ['an ordinary file', Buffer.alloc(8192, 1)],
    ['a cut file', Buffer.from('OOOM')],
  ])('is not made from %s', async (_name, content) => {
    const image = await sparseImage('other.img', MIB, 0, 1)
    const cow = join(folder, 'wrong.cow')
    await writeFile(cow, content)
    await expect(mergeCow(cow, image, join(folder, 'no.img'))).rejects.toThrow(/is no disk of User Mode Linux/)
  })

  test('is not made over an image of another size', async () => {
    const image = await sparseImage('small.img', 2 * MIB, 0, 1)
    const cow = await cowFile('large.cow', 4 * MIB, { 0: 1 })
    await expect(mergeCow(cow, image, join(folder, 'no.img'))).rejects.toThrow(
      /is not over .*: 4194304 bytes, not 2097152/,
    )
  })
})

test.each([
  [[0b0000_0000], []],
  [[0b1111_1111, 0b0000_0001], [[0, 9]]],
  [
    [0b0010_0110, 0b1000_0000],
    [
      [1, 3],
      [5, 6],
      [15, 16],
    ],
  ],
])('runs of bits of %j', (bytes, runs) => {
  expect([...setRuns(Uint8Array.from(bytes), 0, bytes.length * 8)]).toEqual(runs)
})
