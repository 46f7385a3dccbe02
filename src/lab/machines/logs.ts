/** `lab logs [HOST | mirror]`: the end of the keeper's log, a machine's console or the mirror's requests, also of a lab that is down. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { UserError } from '../../errors/index.ts'
import { lastLines } from './command.ts'
import { labName, labPaths } from './lab-name.ts'
import { lastPlan } from './plan.ts'

const SHOWN_LINES = 200
/** The mirror's requests are shown whole: a check looks for every download in them. */
const MIRROR = 'mirror'

export async function showLogs(
  name: string | undefined,
  host: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  const paths = labPaths(labName(name))
  const names = (await lastPlan(paths))?.machines.map((machine) => machine.name) ?? []
  if (host !== undefined && host !== MIRROR && !names.includes(host)) {
    const hint =
      names.length === 0
        ? 'it was never started'
        : `did you mean "${closest(host, names)}"? It has: ${[...names, MIRROR].join(', ')}`
    throw new UserError(`lab "${paths.name}" has no machine "${host}"`, hint)
  }
  const file =
    host === undefined ? join(paths.logs, 'keeper.log') : host === MIRROR ? paths.accessLog : paths.consoleLog(host)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) throw new UserError(`there is no log ${file}`, 'start the lab: npm run lab -- up')
  print(`── ${file}`)
  print(host === MIRROR ? text.trimEnd() : lastLines(text, SHOWN_LINES))
}
