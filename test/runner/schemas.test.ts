/** What is published as JSON Schema says the same as the code: held against each other with whatever fast-check makes up. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { load } from 'js-yaml-5'
import { describe, expect, it } from 'vitest'
import { parseInventory, publishedSchemas } from '../../src/runner/index.ts'
import { keyNames, ownName } from '../../src/runner/inventory-keys.ts'
import { INVENTORY_SCHEMA } from '../../src/runner/inventory-schema.ts'

const ROOT = join(import.meta.dirname, '..', '..')

function schemaOf(file: string): object {
  const schema: unknown = JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
  if (typeof schema !== 'object' || schema === null) throw new Error(`${file} is no schema`)
  return schema
}

describe('the published schemas', () => {
  it.each(Object.entries(publishedSchemas()))('%s is what the code gives; else: npm run extract', (file, schema) => {
    expect(schemaOf(file)).toEqual(schema)
  })

  it('are what the example tells editors to use', () => {
    const example = readFileSync(join(ROOT, 'runbooks/inventory.example.yaml'), 'utf8')
    const named = /^# yaml-language-server: \$schema=(\S+)$/m.exec(example)?.[1] ?? ''
    expect(join('runbooks', named)).toBe(INVENTORY_SCHEMA)
    expect(valid(load(example))).toBe(true)
  })
})

const valid = new Ajv({ strict: false }).compile(schemaOf(INVENTORY_SCHEMA))

/** JSON is YAML, so that what fast-check makes is an inventory's text at once. */
const words = fc.constantFrom(
  'x',
  '10.0.0.1',
  'debian',
  'rhel',
  'containerd',
  'crio',
  'node',
  'master',
  '-v',
  '',
  'true',
  '22',
  'a b',
  'a\nb',
  '~/.ssh/k',
)
const value = fc.oneof(
  { weight: 6, arbitrary: words },
  fc.constantFrom(22, 0, 70_000, 1.5, true, false, null),
  fc.array(fc.constantFrom('node', 'master', 'utility', 'boss'), { maxLength: 3 }),
  fc.constant({}),
)
const hostNames = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'node1', 'n.example.com') },
  fc.constantFrom('A', 'bad name', '-x', ''),
)

/** What is right for a key, so that not nearly everything is wrong. */
const RIGHT: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  port: fc.constantFrom(22, 65_535),
  become: fc.boolean(),
  runtime: fc.constantFrom('containerd', 'crio'),
  distro: fc.constantFrom('debian', 'rhel'),
}

function rightFields(names: readonly string[], needed: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  const others = names.filter((name) => !(name in needed))
  const values = Object.fromEntries(
    others.map((name) => [name, RIGHT[ownName(name)] ?? fc.constantFrom('x', '10.0.0.1', '~/.ssh/k')]),
  )
  return fc.record({ ...values, ...needed }, { requiredKeys: Object.keys(needed) }).map((all) => {
    // One name of two that mean the same.
    const named = Object.keys(all).filter(
      (name, at, names) => names.findIndex((other) => ownName(other) === ownName(name)) === at,
    )
    return Object.fromEntries(named.map((name) => [name, all[name]]))
  })
}

function fields(names: readonly string[], needed: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  return fc.oneof({ weight: 4, arbitrary: rightFields(names, needed) }, wildFields(names, needed))
}

function wildFields(names: readonly string[], needed: Readonly<Record<string, fc.Arbitrary<unknown>>>) {
  const keys = fc.constantFrom(...names, ...names, ...names, 'adress')
  return fc
    .tuple(fc.record(needed, { requiredKeys: [] }), fc.dictionary(keys, value, { maxKeys: 2 }))
    .map(([some, more]) => ({ ...more, ...some }))
}

const right = { address: fc.constantFrom('x', '10.0.0.1'), roles: fc.constantFrom('node', ['master', 'node']) }
const own = fc.record(
  {
    hosts: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.dictionary(hostNames, fields(keyNames('host', false), right), { minKeys: 1, maxKeys: 3 }),
      },
      value,
    ),
    defaults: fields(keyNames('defaults', false), {}),
  },
  { requiredKeys: ['hosts'] },
)
const ansibleHosts = fc.dictionary(hostNames, fc.oneof(fields(keyNames('host', true), {}), fc.constant(null)), {
  maxKeys: 2,
})
const { group } = fc.letrec<{ group: unknown }>((tie) => ({
  group: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(null, {}, 'x'),
    fc.record(
      {
        hosts: ansibleHosts,
        vars: fields(keyNames('defaults', true), {}),
        children: fc.dictionary(fc.constantFrom('master', 'node', 'web'), tie('group'), { maxKeys: 2 }),
      },
      { requiredKeys: [] },
    ),
  ),
}))

describe('an inventory, whatever it holds', () => {
  it('in our own shape is right for the parser when it is right for the schema, and never a crash', () => {
    let good = 0
    fc.assert(
      fc.property(own, (inventory) => {
        const { problems } = parseInventory('inv.yaml', JSON.stringify(inventory))
        expect({ inventory, valid: problems.length === 0, problems }).toMatchObject({ valid: valid(inventory) })
        if (problems.length === 0) good += 1
      }),
      { numRuns: 3000 },
    )
    expect(good).toBeGreaterThan(100)
  })

  it('in Ansible’s shape is never wrong for the schema when the parser takes it', () => {
    let good = 0
    fc.assert(
      fc.property(group, (all) => {
        const { problems } = parseInventory('inv.yaml', JSON.stringify({ all }))
        // What adds up over groups (a host without a role, a value said twice) only the parser sees.
        const shape = problems.filter(({ message }) => !/twice$|in none of the groups|^no host/.test(message))
        expect({ all, valid: shape.length === 0, problems }).toMatchObject({ valid: valid({ all }) })
        if (problems.length === 0) good += 1
      }),
      { numRuns: 3000 },
    )
    expect(good).toBeGreaterThan(30)
  })

  it('as text of any kind gives problems inside the file, or hosts', () => {
    const pieces = fc.constantFrom(
      'hosts:',
      'all:',
      ' ',
      '\n',
      '  ',
      'a',
      ':',
      '-',
      '{',
      '}',
      '[',
      ']',
      '&x',
      '*x',
      '!!int',
      '"',
      "'",
      '|',
      '>',
      '#',
      '? ',
      '\t',
      '\u0000',
      '한',
      '<<',
      '%',
      '---',
      'address: x',
      'roles: node',
      'null',
      '~',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (source) => {
        const lines = source.split('\n').length
        for (const problem of parseInventory('inv.yaml', source).problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1)
          expect(problem.line).toBeLessThanOrEqual(lines)
          expect(problem.column).toBeGreaterThanOrEqual(1)
        }
      }),
      { numRuns: 5000 },
    )
  })
})
