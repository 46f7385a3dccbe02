/** Which computers can carry the lab, and the exact words for those that cannot. */
import { describe, expect, test } from 'vitest'
import { atLeast, hostFacts, obstacles, requireHost } from '../../src/lab/machines/host-check.ts'
import type { HostFacts } from '../../src/lab/machines/host-check.ts'
import { ensureHostPackages, missingPackages } from '../../src/lab/machines/host-packages.ts'

const GOOD: HostFacts = {
  platform: 'linux',
  arch: 'x64',
  root: true,
  apt: true,
  go: '1.26.8',
  cores: 2,
  memoryMiB: 24_000,
  freeDiskGiB: 60,
}

describe('obstacles', () => {
  test('none on a fitting computer', () => {
    expect(obstacles(GOOD, true)).toEqual([])
  })

  test('macOS: the system alone is named', () => {
    expect(obstacles({ ...GOOD, platform: 'darwin', arch: 'arm64', root: false, apt: false }, true)).toEqual([
      'the lab runs on Linux x86-64; this is darwin arm64',
    ])
  })

  test('all at once when building', () => {
    const facts: HostFacts = { ...GOOD, root: false, apt: false, go: undefined, memoryMiB: 4000, freeDiskGiB: 3 }
    expect(obstacles(facts, true)).toMatchInlineSnapshot(`
      [
        "the lab makes network namespaces, mounts and disks, which needs root; this user is not root",
        "the lab takes its programs from Debian packages; there is no apt-get here",
        "the lab's machines need 8 GiB of memory; here are 4000 MiB",
        "the lab builds Kubernetes with Go 1.26 or newer; there is no "go" on the PATH",
        "the first build needs 15 GiB of free disk; here are 3 GiB",
      ]
    `)
  })

  test('an old Go is quoted, and does not matter when everything is built', () => {
    const facts = { ...GOOD, go: '1.19.8' }
    expect(obstacles(facts, true)).toEqual(['the lab builds Kubernetes with Go 1.26 or newer; "go" here is 1.19.8'])
    expect(obstacles(facts, false)).toEqual([])
  })

  test('the error names the way without a lab', () => {
    expect(() => requireHost({ ...GOOD, root: false }, false)).toThrow(
      expect.objectContaining({
        message:
          'the lab cannot run here:\n  - the lab makes network namespaces, mounts and disks, which needs root; this user is not root',
        hint: 'or use machines of your own, made with runbooks/cloud-init.example.yaml: npx zx runbooks/NAME.mjs --inventory FILE (see runbooks/inventory.example.yaml)',
        code: 2,
      }),
    )
  })
})

test('this computer is looked at, also for a directory that does not exist yet', async () => {
  const facts = await hostFacts('/nowhere/at/all')
  expect(facts).toMatchObject({ platform: 'linux', arch: 'x64' })
  expect(facts.freeDiskGiB).toBeGreaterThan(0)
})

test.each([
  ['1.26', '1.26', true],
  ['1.26.8', '1.26', true],
  ['1.27rc1', '1.26', true],
  ['2.0', '1.26', true],
  ['1.9', '1.26', false],
  ['1.25.99', '1.26', false],
])('Go %s is at least %s: %s', (version, least, answer) => {
  expect(atLeast(version, least)).toBe(answer)
})

describe('Debian packages', () => {
  test('what is not installed is missing, whatever dpkg knows of it', async () => {
    expect(await missingPackages(['dpkg', 'k8s101-no-such-package', 'tar'])).toEqual(['k8s101-no-such-package'])
  })

  test('nothing is said or done when all are there', async () => {
    const lines: string[] = []
    await ensureHostPackages(['dpkg', 'tar'], (line) => lines.push(line))
    expect(lines).toEqual([])
  })
})
