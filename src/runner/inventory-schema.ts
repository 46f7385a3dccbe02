/** The JSON Schema of inventories, for editors; made from the parser's table, and held against the parser by a test. */
import { DISTROS, RUNTIMES } from '../chapter/types.ts'
import { HOST_NAME, KEYS, ownName, keyNames, ROLES } from './inventory-keys.ts'
import type { InventoryKey, ValueKind } from './inventory-keys.ts'

type Schema = Readonly<Record<string, unknown>>

/** Path below the project's root. */
export const INVENTORY_SCHEMA = 'runbooks/inventory.schema.json'

/** Draft 7: what the YAML language server knows best. */
export function inventorySchema(): Schema {
  const groups = Object.fromEntries([...ROLES].map((role) => [role, { $ref: '#/definitions/group' }]))
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Machines to run the book on',
    description: 'Made by `npm run extract` from src/runner/inventory-keys.ts.',
    type: 'object',
    oneOf: [
      {
        required: ['hosts'],
        properties: {
          hosts: named({ $ref: '#/definitions/host' }, 'One entry for each machine.'),
          defaults: closed(properties('defaults', false), 'Values for every host that does not give its own.'),
        },
        additionalProperties: false,
      },
      { required: ['all'], properties: { all: { $ref: '#/definitions/group' } }, additionalProperties: false },
    ],
    definitions: {
      host: { ...closed(properties('host', false), 'One machine.'), required: ['address', 'roles'] },
      ansibleHost: { anyOf: [closed(properties('host', true), 'One machine.'), { type: 'null' }] },
      group: {
        description: 'Ansible’s shape. The groups master, node and utility are the book’s roles.',
        anyOf: [
          closed({
            hosts: { anyOf: [named({ $ref: '#/definitions/ansibleHost' }), { type: 'null' }] },
            vars: { anyOf: [closed(properties('defaults', true)), { type: 'null' }] },
            children: {
              anyOf: [
                { type: 'object', properties: groups, additionalProperties: { $ref: '#/definitions/group' } },
                { type: 'null' },
              ],
            },
          }),
          { type: 'null' },
        ],
      },
    },
  }
}

function properties(where: 'host' | 'defaults', ansible: boolean): Schema {
  return Object.fromEntries(
    keyNames(where, ansible).flatMap((name) => {
      const key = KEYS.find((one) => one.name === ownName(name))
      return key === undefined ? [] : [[name, valueSchema(key)]]
    }),
  )
}

function valueSchema({ kind, meaning }: InventoryKey): Schema {
  return { ...VALUES[kind], description: meaning }
}

/** Not empty, no dash in front, no control characters. */
const WORD = String.raw`^(?!-)[^\u0000-\u001f\u007f]+$`

const VALUES: Readonly<Record<ValueKind, Schema>> = {
  word: { type: 'string', pattern: WORD },
  path: { type: 'string', pattern: WORD },
  port: { type: 'integer', minimum: 1, maximum: 65_535 },
  boolean: { type: 'boolean' },
  roles: { anyOf: [{ enum: ROLES }, { type: 'array', items: { enum: ROLES }, minItems: 1, uniqueItems: true }] },
  runtime: { enum: RUNTIMES },
  distro: { enum: DISTROS },
}

function closed(of: Schema, description?: string): Schema {
  return {
    type: 'object',
    properties: of,
    additionalProperties: false,
    ...(description === undefined ? {} : { description }),
  }
}

function named(value: Schema, description?: string): Schema {
  return {
    type: 'object',
    propertyNames: { pattern: HOST_NAME.source },
    additionalProperties: value,
    ...(description === undefined ? {} : { description }),
  }
}
