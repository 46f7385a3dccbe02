/** `lab doctor`: what this computer has, what is cached and how large, what would be built and how long it takes. */
import { existsSync } from 'node:fs'
import { EXIT } from '../../errors/index.ts'
import type { ExitCode } from '../../errors/index.ts'
import { cacheDir } from '../cache.ts'
import { supplyCatalogue } from '../supply/index.ts'
import { extrasLine } from './artefact-list.ts'
import type { Driver } from './driver.ts'
import { tryCommand } from './command.ts'
import { missingParts, roughly } from './first-build.ts'
import { OLDEST_GO, atLeast, hostFacts, obstacles } from './host-check.ts'
import type { HostFacts } from './host-check.ts'
import { LAB_HOST_PACKAGES, missingPackages } from './host-packages.ts'
import { kvmLine, kvmVerdict, likelyDriver } from './kvm-verdict.ts'

/** Prints the findings; the exit status says whether the lab can run here. */
export async function doctor(print: (line: string) => void): Promise<ExitCode> {
  const facts = await hostFacts(cacheDir())
  for (const line of hostLines(facts)) print(line)
  const kvm = await kvmVerdict()
  print(kvmLine(kvm))
  const found = obstacles(facts, true)
  for (const reason of found) print(`✗ ${reason}`)
  if (facts.platform !== 'linux' || !facts.root || !facts.apt) {
    print('Machines of your own work too: npx zx runbooks/NAME.mjs --inventory FILE')
    return EXIT.usage
  }
  const packages = await missingPackages(LAB_HOST_PACKAGES)
  print(
    packages.length === 0
      ? '✓ Debian packages: all installed'
      : `· Debian packages that "up" installs: ${packages.join(' ')}`,
  )
  await printCache(print, likelyDriver(kvm))
  print(found.length === 0 ? '✓ the lab can run here' : '✗ the lab cannot run here as it is')
  return found.length === 0 ? EXIT.done : EXIT.usage
}

/** The computer, one fact a line. */
export function hostLines(facts: HostFacts): string[] {
  const go = facts.go === undefined ? 'none' : facts.go
  const goFits = facts.go !== undefined && atLeast(facts.go, OLDEST_GO)
  return [
    `· system: ${facts.platform} ${facts.arch}, ${facts.root ? 'root' : 'not root'}, ${facts.apt ? 'apt' : 'no apt'}`,
    `· cores: ${facts.cores}; memory: ${(facts.memoryMiB / 1024).toFixed(1)} GiB; free disk for the cache: ${facts.freeDiskGiB} GiB`,
    `${goFits ? '✓' : '✗'} Go: ${go} (needed: ${OLDEST_GO} or newer)`,
  ]
}

async function printCache(print: (line: string) => void, driver: Driver): Promise<void> {
  const dir = cacheDir()
  const size = existsSync(dir)
    ? (await tryCommand(['du', '--summarize', '--human-readable', dir])).stdout.split('\t')[0]
    : '0'
  print(`· cache: ${dir}, ${size ?? '0'}`)
  const missing = await missingParts(driver, [])
  if (missing.what.length === 0) print('✓ everything is cached: "up" only boots')
  else print(`· to build: ${missing.what.join(', ')} (about ${roughly(missing.seconds)} on two cores)`)
  print(extrasLine(await supplyCatalogue()))
}
