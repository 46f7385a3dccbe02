/** A full disk of the computer that the lab runs on: said, and mended by room. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testLab } from './lab.ts'

test('a full disk of this computer is said so, and room mends it', () => {
  const state = mkdtempSync(join(tmpdir(), 'k8s101-full-'))
  const full = testLab('e2e-full', { XDG_STATE_HOME: state })
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', state])
  try {
    const up = full.lab('up')
    expect(up.stderr).toMatch(/^error: the disk of this computer is full: \d+ MiB are left for /)
    expect(up.stderr).toContain('npm run lab -- clean')
    expect(full.leftovers()).toEqual([])
    spawnSync('mount', ['-o', 'remount,size=2g', state])
    full.ok('up', '--fresh')
    full.ok('down')
  } finally {
    full.lab('down')
    spawnSync('umount', [state])
    rmSync(state, { recursive: true, force: true })
  }
})
