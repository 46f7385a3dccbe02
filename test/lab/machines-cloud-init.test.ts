/** The example of user data for a reader's own machines: cloud-init takes it, and it gives what a runbook needs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv-draft-04'
import { load } from 'js-yaml-5'
import { describe, expect, test } from 'vitest'
import { PACKAGES } from '../../src/lab/machines/base-image.ts'
import { parseInventory } from '../../src/runner/index.ts'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'runbooks/cloud-init.example.yaml'), 'utf8')

/** As Debian 13's cloud-init 25.1.4 has it, in cloudinit/config/schemas (Apache-2.0). */
const schema: object = JSON.parse(
  readFileSync(join(root, 'test/fixtures/cloud-init/schema-cloud-config-v1.json'), 'utf8'),
)
const valid = new Ajv.default({ allErrors: true, strict: false, validateFormats: false }).compile(schema)

function problemsOf(source: string): string[] {
  valid(load(source))
  return (valid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

describe("cloud-init's own schema", () => {
  test('holds for the example, which begins as cloud-init demands', () => {
    expect(problemsOf(text)).toEqual([])
    expect(text.split('\n')[0]).toBe('#cloud-config')
  })

  test.each([
    ['a key that it does not know', 'ssh_pwauth:', 'ssh_pwaut:'],
    ['a word where a list belongs', 'ssh_authorized_keys:\n      - ', 'ssh_authorized_keys: '],
    ['a user who is no user', 'lock_passwd: true', 'lock_passwd: 1'],
  ])('fails for %s', (_what, good, bad) => {
    expect(text).toContain(good)
    expect(problemsOf(text.replace(good, bad))).not.toEqual([])
  })
})

test('its user is the one of the inventory example, may sudo without a password, and waits for a key', () => {
  const inventory = join(root, 'runbooks/inventory.example.yaml')
  const [master] = parseInventory(inventory, readFileSync(inventory, 'utf8')).inventory.hosts
  expect(load(text)).toMatchObject({
    users: [
      {
        name: master?.user,
        sudo: 'ALL=(ALL:ALL) NOPASSWD:ALL',
        ssh_authorized_keys: [expect.stringContaining('REPLACE-WITH')],
      },
    ],
  })
})

test("its packages are of those that the lab's own machines have", () => {
  const packages = /^packages:\n((?: {2}- \S+\n)+)/m.exec(text)?.[1]?.match(/[a-z][a-z0-9-]+/g)
  expect(packages?.length).toBeGreaterThan(5)
  expect(PACKAGES).toEqual(expect.arrayContaining(packages ?? []))
})
