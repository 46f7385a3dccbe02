/** An inventory as a file for `--inventory`: the other way round is src/runner/inventory.ts. */
import type { Host, Inventory } from './types.ts'

/** Text, without a last newline, that is read back as the same hosts; what a host does not give is left out. */
export function inventoryYaml({ hosts }: Pick<Inventory, 'hosts'>): string {
  return ['hosts:', ...hosts.flatMap(hostLines)].join('\n')
}

function hostLines({ name, address, roles, become, ...rest }: Host): string[] {
  const optional = [...Object.entries(rest), ...(become ? [] : [['become', false] as const])]
  return [
    `  ${name}:`,
    `    address: ${address}`,
    `    roles: [${roles.join(', ')}]`,
    ...optional.flatMap(([word, value]) => (value === undefined ? [] : [`    ${word}: ${JSON.stringify(value)}`])),
  ]
}
