/** The lab's status as lines for a terminal. */
import { historyText } from '../history.ts'
import type { LabStatus } from './running.ts'

export function statusLines(name: string, status: LabStatus): string[] {
  const rows = status.machines.map((machine) => [
    machine.name,
    machine.roles.join(','),
    machine.address,
    machine.state === 'off' ? 'off' : machine.ssh ? 'up' : 'no ssh',
  ])
  const dead = status.services.filter((service) => !service.running).map((service) => service.name)
  const first = status.machines[0]?.name ?? 'HOST'
  const up = rows.filter((row) => row[3] === 'up').length
  return [
    `lab "${name}": ${up} of ${rows.length} machines up${dead.length === 0 ? '' : `; not running: ${dead.join(', ')}`}`,
    ...table(rows).map((line) => `  ${line}`),
    `holds: ${historyText(status.history)}`,
    `shell: npm run lab -- ssh ${first}    end: npm run lab -- down`,
    `or:    ssh -F ${status.sshConfig} ${first}`,
  ]
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((sofar, row) => row.map((cell, i) => Math.max(cell.length, sofar[i] ?? 0)), [])
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
