/** `lab logs [HOST]`: the end of the keeper's log or of a machine's console, also of a lab that is down. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { UserError } from '../../errors/index.ts'
import { lastLines } from './command.ts'
import { labName, labPaths } from './lab-name.ts'
import { lastPlan } from './plan.ts'

const SHOWN_LINES = 200

export async function showLogs(
  name: string | undefined,
  host: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const paths = labPaths(labName(name))
  const names = (await lastPlan(paths))?.machines.map((machine) => machine.name) ?? []
  if (host !== undefined && !names.includes(host)) {
    const hint =
      names.length === 0
        ? 'it was never started'
        : `did you mean "${closest(host, names)}"? It has: ${names.join(', ')}`
    throw new UserError(`lab "${paths.name}" has no machine "${host}"`, hint)
  }
  const file = host === undefined ? join(paths.logs, 'keeper.log') : paths.consoleLog(host)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) throw new UserError(`there is no log ${file}`, 'start the lab: npm run lab -- up')
  print(`── ${file}`)
  print(lastLines(text, SHOWN_LINES))
}
