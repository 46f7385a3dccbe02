/** `startLab`: builds what is missing, boots the machines, gives the way to them. Harmless when the lab is up. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../../errors/index.ts'
import type { Substitution } from '../../evidence/types.ts'
import { cacheDir, withLock } from '../cache.ts'
import { supplySubstitutions } from '../supply/index.ts'
import { BLANK, isBlank } from '../history.ts'
import type { Supply } from '../supply/index.ts'
import type { LabHandle, LabOptions } from '../types.ts'
import { writeAtomically } from './atomic.ts'
import { ask } from './control.ts'
import { buildAll, missingParts, roughly } from './first-build.ts'
import type { Built } from './first-build.ts'
import { labHandle } from './handle.ts'
import { hostFacts, requireHost } from './host-check.ts'
import { LAB_HOST_PACKAGES, ensureHostPackages } from './host-packages.ts'
import { ensureIdentity } from './identity.ts'
import { fromKeptState } from './kept-state.ts'
import { forgetKeeper, runningState, startKeeper } from './keeper-process.ts'
import { labName, labPaths } from './lab-name.ts'
import type { LabPaths } from './lab-name.ts'
import { labOffer } from './offer.ts'
import { lastPlan, writePlan, writeState } from './plan.ts'
import type { LabPlan, LabState } from './plan.ts'
import {
  blankBase,
  dropOldDisks,
  guestDisks,
  readRecord,
  recordMachines,
  withFreshDisks,
  writeRecord,
} from './record.ts'
import type { LabRecord } from './record.ts'
import { settle } from './settle.ts'
import { snapshotBase } from './snapshot.ts'
import { findSnapshot } from './snapshots.ts'
import { sshConfig } from './ssh-config.ts'
import { LAB_SUBSTITUTIONS } from './substitutions.ts'
import { uml } from './uml.ts'

type Log = (line: string) => void

/**
 * Starts the lab unless it is up; machines of it that are off are booted.
 * @throws UserError when this machine cannot carry it, a build fails, work would be lost unasked, or a machine does not
 * come up.
 */
export async function startLab(options: LabOptions): Promise<LabHandle> {
  const paths = labPaths(labName(options.name))
  requireHost(await hostFacts(cacheDir()), false)
  const wait = (): void => options.log(`another command is at work on lab "${paths.name}"; waiting for it`)
  return withLock(join(paths.dir, 'lock'), wait, async () => {
    const state = await runningState(paths)
    return state === undefined ? coldStart(paths, options) : warmStart(paths, state, options)
  })
}

/** The lab is up: its mirror follows this checkout, its disks follow what is asked for, machines that are off are booted. */
async function warmStart(paths: LabPaths, state: LabState, options: LabOptions): Promise<LabHandle> {
  const { log, wants = [] } = options
  const plan = await lastPlan(paths)
  if (plan === undefined) throw lostPlan(paths)
  const built = await build(log, [...(plan.mirror.extras ?? []), ...wants], false)
  const record = await chooseRecord(paths, options, built, true)
  const next = planOf(paths, record, { ...built, kernel: plan.kernel })
  const { generation } = await ask(paths, 'status', log)
  const renewed = generation !== record.generation
  if (renewed && built.kernel.key !== plan.kernel.key) throw otherKernel(paths)
  await writeRecord(paths, record)
  await writePlan(paths, next)
  if (!isDeepStrictEqual(next.mirror, plan.mirror)) {
    log("the mirror's content has changed: loading it")
    await ask(paths, 'reload', log)
  }
  if (renewed) log(`machines get fresh disks: ${record.base.name}`)
  const booted = await bringUp(paths, renewed, log)
  await dropOldDisks(paths, record)
  // What other runs had the mirror carry is none of this one's.
  return labHandle(paths, next, { ...state, substitutions: await substitutions(wants) }, record, booted)
}

/** Whether machines were booted for it. */
async function bringUp(paths: LabPaths, renewed: boolean, log: Log): Promise<boolean> {
  if (renewed) {
    await ask(paths, 'renew', log)
    return true
  }
  const status = await ask(paths, 'status', log)
  if (status.machines.every((machine) => machine.state !== 'off')) return false
  await ask(paths, 'boot', log)
  return true
}

async function coldStart(paths: LabPaths, options: LabOptions): Promise<LabHandle> {
  const { log } = options
  await forgetKeeper(paths)
  await ensureHostPackages(LAB_HOST_PACKAGES, log)
  const built = await build(log, options.wants ?? [], true)
  const record = await chooseRecord(paths, options, built, false)
  await mkdir(paths.disks, { recursive: true, mode: 0o700 })
  await writeRecord(paths, record)
  await dropOldDisks(paths, record)
  await ensureIdentity(paths, recordMachines(record))
  const plan = planOf(paths, record, built)
  await writePlan(paths, plan)
  const names = plan.machines.map((machine) => machine.name).join(', ')
  log(`starting ${names} from ${record.base.name} (lab "${paths.name}", driver ${uml.name})`)
  const state = await boot(paths, plan, built, log)
  return labHandle(paths, plan, state, record, true)
}

/** What the lab will be. Nothing is written yet. */
async function chooseRecord(paths: LabPaths, options: LabOptions, built: Built, running: boolean): Promise<LabRecord> {
  if (options.snapshot !== undefined) return restored(paths, options, options.snapshot, built, running)
  const before = await readRecord(paths)
  const baseThere = before === undefined || existsSync(before.base.dir)
  const { record, notes } = settle(before, options, { lab: paths.name, running, baseThere, image: built.baseImage })
  const start = options.decide?.(await labOffer(paths, record, built.baseImage)) ?? { kind: 'as-is' }
  for (const note of notes) options.log(note)
  if (start.kind === 'as-is') return record
  const kept = await fromKeptState(record, start.keys)
  if (kept !== undefined) return kept
  // Nobody knows what was done by hand on machines that are called blank: what is kept for all must not hold it.
  if (isBlank(record.history) && start.keys.length === 0) return record
  return withFreshDisks({ ...record, base: blankBase(built.baseImage), history: BLANK })
}

/** The lab that a snapshot is of, with fresh disks over its images. */
async function restored(
  paths: LabPaths,
  options: LabOptions,
  name: string,
  { baseImage }: Built,
  running: boolean,
): Promise<LabRecord> {
  const { dir, snapshot } = await findSnapshot(paths, name)
  if (snapshot.ground !== baseImage.ground) {
    throw new UserError(
      `snapshot "${name}" was made with another kernel or authority than the lab has now; its disks do not boot here`,
      `remove it: npm run lab -- snapshot-rm ${name}`,
    )
  }
  const wish = { ...options, topology: snapshot.topology, fresh: true, again: `npm run lab -- restore ${name}` }
  const situation = { lab: paths.name, running, baseThere: true, image: baseImage }
  const { record, notes } = settle(await readRecord(paths), wish, situation)
  for (const note of notes) options.log(note)
  const { runtimes, history } = snapshot
  return { ...record, runtimes, history, base: snapshotBase(`snapshot ${name}`, dir, snapshot) }
}

async function build(log: Log, wants: readonly string[], probing: boolean): Promise<Built> {
  const missing = await missingParts(uml, wants)
  if (missing.what.length > 0) {
    requireHost(await hostFacts(cacheDir()), true)
    log(`to build first, once: ${missing.what.join(', ')}`)
    log(`this takes about ${roughly(missing.seconds)} on two cores; what is done stays in ${cacheDir()}`)
  }
  return buildAll(uml, log, wants, probing)
}

async function boot(paths: LabPaths, plan: LabPlan, built: Built, log: Log): Promise<LabState> {
  let state: LabState | undefined
  await startKeeper(
    paths,
    async (keeper) => {
      state = {
        keeper,
        driver: uml.name,
        startedAt: new Date().toISOString(),
        substitutions: [...LAB_SUBSTITUTIONS, ...uml.substitutions, ...built.supply.substitutions],
      }
      await writeState(paths, state)
      await writeAtomically(paths.sshConfig, sshConfig(paths, plan.machines, keeper.pid))
    },
    log,
  )
  if (state === undefined) throw new UserError('the lab ended as soon as it was started', `see ${paths.logs}`)
  return state
}

async function substitutions(wants: readonly string[]): Promise<readonly Substitution[]> {
  return [...LAB_SUBSTITUTIONS, ...uml.substitutions, ...(await supplySubstitutions(wants))]
}

function planOf(paths: LabPaths, record: LabRecord, built: Built): LabPlan {
  const { supply, kernel } = built
  return { machines: recordMachines(record), kernel, guests: guestDisks(paths, record), mirror: mirrorOf(supply) }
}

function mirrorOf(supply: Supply): LabPlan['mirror'] {
  const { certPath: cert, keyPath: key } = supply.tls
  const { dir: www, registryDir: registry, hostNames, extras } = supply
  return { www, registry, cert, key, hostNames, extras }
}

function otherKernel(paths: LabPaths): UserError {
  return new UserError(
    `lab "${paths.name}" runs on a kernel that has been replaced since; fresh disks need the new one`,
    'npm run lab -- down, then run this again',
  )
}

function lostPlan(paths: LabPaths): UserError {
  return new UserError(`lab "${paths.name}" runs, but ${paths.plan} is gone`, 'end it with: npm run lab -- down')
}
