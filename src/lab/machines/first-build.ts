/** What has to be built before machines can boot: says it beforehand, then does it, side by side where it can. */
import { cachedBaseImage, ensureBaseImage } from './base-image.ts'
import type { BaseImage } from './base-image.ts'
import type { Driver, Kernel } from './driver.ts'
import { ensureSupply, supplyPlan } from '../supply/index.ts'
import type { Supply } from '../supply/index.ts'

const KERNEL_SECONDS = 10
const IMAGE_SECONDS = 70

export interface Built {
  readonly kernel: Kernel
  readonly baseImage: BaseImage
  readonly supply: Supply
}

export interface Missing {
  readonly what: readonly string[]
  /** Rough, on two cores. */
  readonly seconds: number
}

/** What is not in the cache yet. */
export async function missingParts(driver: Driver, wants: readonly string[]): Promise<Missing> {
  const kernel = await driver.cachedKernel()
  const image = kernel === undefined ? undefined : await cachedBaseImage(driver, kernel)
  const rows = (await supplyPlan(wants)).filter((row) => !row.cached)
  const what = [
    ...(kernel === undefined ? [`kernel (driver ${driver.name})`] : []),
    ...(image === undefined ? ['guest image (Debian 13)'] : []),
    ...rows.map((row) => `${row.artefact} ${row.version}`.trim()),
  ]
  const seconds =
    rows.reduce((sum, row) => sum + row.estimatedSeconds, 0) +
    (kernel === undefined ? KERNEL_SECONDS : 0) +
    (image === undefined ? IMAGE_SECONDS : 0)
  return { what, seconds }
}

/** Everything that machines boot from, from the cache or built now. */
export async function buildAll(driver: Driver, log: (line: string) => void, wants: readonly string[]): Promise<Built> {
  const machines = async (): Promise<{ readonly kernel: Kernel; readonly baseImage: BaseImage }> => {
    const kernel = await driver.ensureKernel(log)
    return { kernel, baseImage: await ensureBaseImage(driver, kernel, log) }
  }
  const [image, supply] = await Promise.all([machines(), ensureSupply({ log, wants })])
  return { ...image, supply }
}

/** `50 s`, `12 min`: how long something takes, for people. */
export function roughly(seconds: number): string {
  return seconds < 100 ? `${Math.ceil(seconds / 10) * 10} s` : `${Math.ceil(seconds / 60)} min`
}
