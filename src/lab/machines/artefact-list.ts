/** `lab doctor --list`: every artefact of the mirror, and what each extra would cost. */
import { EXIT } from '../../errors/index.ts'
import type { ExitCode } from '../../errors/index.ts'
import { supplyCatalogue } from '../supply/index.ts'
import type { PlanRow } from '../supply/index.ts'
import { tryCommand } from './command.ts'
import { roughly } from './first-build.ts'

export async function listArtefacts(print: (line: string) => void): Promise<ExitCode> {
  const rows = await supplyCatalogue()
  for (const line of artefactLines(rows, await sizes(rows))) print(line)
  return EXIT.done
}

/** A table: name, version, cached (with its size) or not (with its time), licence, what it is part of, source. */
export function artefactLines(rows: readonly PlanRow[], mebibytes: ReadonlyMap<string, number>): string[] {
  const heading = ['ARTEFACT', 'STATE', 'BUILD TIME', 'LICENCE', 'PART OF', 'VERSION', 'SOURCE']
  const cells = rows.map((row) => [
    row.artefact,
    row.folder === undefined ? 'not built' : `cached, ${mebibytes.get(row.folder) ?? 0} MiB`,
    `about ${roughly(row.estimatedSeconds)}`,
    row.licence,
    row.partOf.map((name) => (name === 'up' ? 'up' : `--with ${name}`)).join(', '),
    row.version,
    row.source,
  ])
  const table = [heading, ...cells]
  const widths = heading.map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0)))
  return table.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** One line for all extras: which are cached, how long each of the others takes. */
export function extrasLine(rows: readonly PlanRow[]): string {
  const seconds = new Map<string, number>()
  for (const row of rows) {
    for (const name of row.partOf) {
      if (name !== 'up') seconds.set(name, (seconds.get(name) ?? 0) + (row.cached ? 0 : row.estimatedSeconds))
    }
  }
  const each = [...seconds].map(
    ([name, missing]) => `${name} (${missing === 0 ? 'cached' : `about ${roughly(missing)}`})`,
  )
  return `· on demand, for runbooks that ask for it or with "up --with NAME": ${each.join(', ')}`
}

/** In MiB, by folder. Files that several artefacts share count in each. */
async function sizes(rows: readonly PlanRow[]): Promise<ReadonlyMap<string, number>> {
  const folders = rows.flatMap(({ folder }) => folder ?? [])
  if (folders.length === 0) return new Map()
  const argv = ['du', '--summarize', '--count-links', '--block-size=1M', '--', ...folders]
  const lines = (await tryCommand(argv)).stdout.split('\n').map((line) => line.split('\t'))
  return new Map(lines.map(([size = '0', folder = '']) => [folder, Number(size)]))
}
