/**
 * The lab's keeper: process `node keeper.ts NAME` in namespaces of its own (see keeper-process.ts). Network, services
 * and machines are its children, so whatever ends it ends them. Before the lab is ready it also ends when whoever
 * started it does; afterwards it stays until it is asked to stop.
 */
import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { driverOf } from './choose-driver.ts'
import { serveControl } from './control.ts'
import type { Answer, KeeperStatus, Operation } from './control.ts'
import { labName, labPaths } from './lab-name.ts'
import { readPlan } from './plan.ts'
import { RunningLab } from './running-lab.ts'

const paths = labPaths(labName(process.argv[2]))
let ready = false

mkdirSync(paths.logs, { recursive: true })
process.stdin.on('error', () => undefined)
process.stdin.on('close', starterGone)
process.stdin.on('end', starterGone)
process.stdin.resume()
process.stdout.on('error', () => undefined)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0))
await keep()

async function keep(): Promise<void> {
  try {
    const plan = await readPlan(paths)
    const driver = driverOf(plan)
    const lab = new RunningLab(plan, paths, driver, log)
    let busy: Promise<unknown> = Promise.resolve()
    // One operation at a time; `status` answers meanwhile.
    await serveControl(paths, async (operation, progress) => {
      if (operation === 'status') return lab.status()
      const turn = busy.then(() => perform(lab, operation, progress))
      busy = turn.catch(() => undefined)
      return turn
    })
    await lab.prepare()
    // Somebody's kubectl uses it: it works again after a `down` and an `up`.
    if (existsSync(paths.kubeconfig)) await lab.openDoor().catch((error: unknown) => log(String(error)))
    const line = `network, name server and mirror are up; booting the machines (about ${driver.bootSeconds.usual} s)`
    tell({ kind: 'progress', line })
    const first = lab.boot((line) => tell({ kind: 'progress', line }))
    busy = first.catch(() => undefined)
    const status = await first
    ready = true
    log('ready')
    tell({ kind: 'done', status })
  } catch (error) {
    fail(error)
  }
}

async function perform(lab: RunningLab, operation: Operation, progress: (line: string) => void): Promise<KeeperStatus> {
  log(`asked to ${operation}`)
  const both = (line: string): void => {
    log(line)
    progress(line)
  }
  if (operation === 'boot') return lab.boot(both)
  if (operation === 'renew') return lab.renew(await readPlan(paths), both)
  if (operation === 'door') return lab.openDoor()
  if (operation === 'reload') return lab.reload((await readPlan(paths)).mirror)
  const status = await lab.powerOff(both)
  if (operation === 'off') return status
  // Leave time for the answer to be written; the namespaces end with this process.
  setTimeout(() => process.exit(0), 100)
  return status
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const hint = error instanceof UserError ? error.hint : undefined
  log(`failed: ${message}\n${hint ?? (error instanceof Error ? (error.stack ?? '') : '')}`)
  process.stdout.write(
    `${JSON.stringify({ kind: 'failed', message, ...(hint === undefined ? {} : { hint }) })}\n`,
    () => process.exit(1),
  )
}

function starterGone(): void {
  if (ready) return
  log('the command that started this lab ended before the lab was ready: ending too')
  process.exit(1)
}

function tell(answer: Answer): void {
  if (answer.kind === 'progress') log(answer.line)
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

function log(line: string): void {
  appendFileSync(join(paths.logs, 'keeper.log'), `${new Date().toISOString()} ${line}\n`)
}
