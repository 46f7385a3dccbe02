/** How long it takes from nothing, or from full caches, to three Ready nodes and a page served: measured, not remembered. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXIT, UserError } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import { labCommands } from './lab-commands.ts'
import { measureLab } from './measure-lab.ts'
import { minutes } from './report.ts'

/** Minutes that the project promises on two cores. */
const PROMISED = { cold: 40, cached: 12 } as const

const MAIN = 'install-single-master'

/** `cold` gives the lab and Go empty caches in a folder of its own, which goes at the end; `cached` uses what is there. */
export async function measure(root: string, args: readonly string[]): Promise<ExitCode> {
  const [mode] = args
  if (mode === 'lab') return measureMachines(root)
  if (mode !== 'cold' && mode !== 'cached') {
    throw new UserError(
      `measure takes cold, cached or lab, not ${JSON.stringify(mode ?? '')}`,
      'npm run measure -- cached',
    )
  }
  const scratch = mkdtempSync(join(tmpdir(), 'k8s101-measure-'))
  const lab = labCommands(root, 'measure', mode === 'cold' ? emptyCaches(scratch) : {})
  try {
    const up = await lab.lab('up')
    const reset = up.status === 0 && mode === 'cached' ? await lab.lab('reset') : undefined
    const run = await lab.runbook(MAIN, ['--evidence', join(scratch, 'evidence')])
    const total = (up.seconds + run.seconds) / 60
    console.log(
      `\n${mode}: lab ${minutes(up.seconds)}, runbook ${minutes(run.seconds)}, together ${total.toFixed(1)} min`,
    )
    if (reset !== undefined) console.log(`(blank machines again in ${minutes(reset.seconds)}, not counted)`)
    console.log(`promised: at most ${PROMISED[mode]} min`)
    return up.status === 0 && run.status === 0 && total <= PROMISED[mode] ? EXIT.done : EXIT.stepFailed
  } finally {
    await lab.lab('down')
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function measureMachines(root: string): Promise<ExitCode> {
  const scratch = mkdtempSync(join(tmpdir(), 'k8s101-measure-'))
  const lab = labCommands(root, 'measure')
  try {
    return await measureLab(lab, scratch)
  } finally {
    await lab.lab('down')
    rmSync(scratch, { recursive: true, force: true })
  }
}

function emptyCaches(scratch: string): Record<string, string> {
  return {
    XDG_CACHE_HOME: join(scratch, 'cache'),
    XDG_STATE_HOME: join(scratch, 'state'),
    GOCACHE: join(scratch, 'go-build'),
    GOMODCACHE: join(scratch, 'go-mod'),
  }
}
