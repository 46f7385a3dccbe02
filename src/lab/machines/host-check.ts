/** What this machine is and has, and whether it can carry the lab; every reason against it at once. */
import { existsSync, statfsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { tryCommand } from './command.ts'

export interface HostFacts {
  readonly platform: string
  readonly arch: string
  readonly root: boolean
  readonly apt: boolean
  /** Go's version, e.g. `1.26.8`; undefined when there is no `go` on the PATH. */
  readonly go: string | undefined
  readonly cores: number
  readonly memoryMiB: number
  readonly freeDiskGiB: number
}

export const OLDEST_GO = '1.26'
/** What is left where the lab is not possible. */
export const OWN_MACHINES =
  'or use machines of your own, made with runbooks/cloud-init.example.yaml: npx zx runbooks/NAME.mjs --inventory FILE (see runbooks/inventory.example.yaml)'
/** 5.5 GiB of guests and what the host itself needs. */
const LEAST_MEMORY_MIB = 8 * 1024
/** Build caches, packages, images, disks. */
const LEAST_DISK_GIB = 15

/** Looks at this machine. `diskPath` (or its nearest existing parent) is where caches and disks go. */
export async function hostFacts(diskPath: string): Promise<HostFacts> {
  const go = await tryCommand(['go', 'env', 'GOVERSION'], { env: { GOTOOLCHAIN: 'local' } }).catch(() => undefined)
  const disk = statfsSync(nearestExisting(diskPath))
  return {
    platform: process.platform,
    arch: process.arch,
    root: process.getuid?.() === 0,
    apt: existsSync('/usr/bin/apt-get'),
    go: go?.status === 0 ? go.stdout.trim().replace(/^go/, '') : undefined,
    cores: availableParallelism(),
    memoryMiB: Math.floor(totalmem() / 1024 / 1024),
    freeDiskGiB: Math.floor((disk.bavail * disk.bsize) / 1024 ** 3),
  }
}

/** Why the lab cannot run here; empty when it can. `building`: Go and disk are only needed to build what is not cached. */
export function obstacles(facts: HostFacts, building: boolean): string[] {
  const found: string[] = []
  if (facts.platform !== 'linux' || facts.arch !== 'x64') {
    found.push(`the lab runs on Linux x86-64; this is ${facts.platform} ${facts.arch}`)
    return found
  }
  if (!facts.root)
    found.push('the lab makes network namespaces, mounts and disks, which needs root; this user is not root')
  if (!facts.apt) found.push('the lab takes its programs from Debian packages; there is no apt-get here')
  if (facts.memoryMiB < LEAST_MEMORY_MIB) {
    found.push(`the lab's machines need ${LEAST_MEMORY_MIB / 1024} GiB of memory; here are ${facts.memoryMiB} MiB`)
  }
  if (!building) return found
  if (facts.go === undefined) {
    found.push(`the lab builds Kubernetes with Go ${OLDEST_GO} or newer; there is no "go" on the PATH`)
  } else if (!atLeast(facts.go, OLDEST_GO)) {
    found.push(`the lab builds Kubernetes with Go ${OLDEST_GO} or newer; "go" here is ${facts.go}`)
  }
  if (facts.freeDiskGiB < LEAST_DISK_GIB) {
    found.push(`the first build needs ${LEAST_DISK_GIB} GiB of free disk; here are ${facts.freeDiskGiB} GiB`)
  }
  return found
}

/** @throws UserError that names every obstacle and the way without a lab. */
export function requireHost(facts: HostFacts, building: boolean): void {
  const found = obstacles(facts, building)
  if (found.length === 0) return
  throw new UserError(`the lab cannot run here:\n${found.map((reason) => `  - ${reason}`).join('\n')}`, OWN_MACHINES)
}

/** Compares dotted versions by their numbers; what follows a number (`rc1`) does not count. */
export function atLeast(version: string, least: string): boolean {
  const have = numbers(version)
  for (const [index, want] of numbers(least).entries()) {
    const mine = have[index] ?? 0
    if (mine !== want) return mine > want
  }
  return true
}

function numbers(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}

/** Free space where a file or folder is or would be; below this little no machine can go on writing. */
export function roomOf(path: string): { readonly mebibytes: number; readonly scarce: boolean } {
  const disk = statfsSync(nearestExisting(path))
  const mebibytes = Math.floor((disk.bavail * disk.bsize) / 1024 ** 2)
  return { mebibytes, scarce: mebibytes < 64 }
}

export function noRoom(path: string): UserError {
  return new UserError(
    `the disk of this computer is full: ${roomOf(path).mebibytes} MiB are left for ${path}`,
    'free some, for example: npm run lab -- clean; then run this again',
  )
}

function nearestExisting(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestExisting(dirname(path))
}
