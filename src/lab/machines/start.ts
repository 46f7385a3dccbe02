/** `startLab`: builds what is missing, boots the machines, gives the way to them. Harmless when the lab is up. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { UserError } from '../../errors/index.ts'
import type { Substitution } from '../../evidence/types.ts'
import { cacheDir, withLock } from '../cache.ts'
import { CRIO_EXTRA, supplySubstitutions } from '../supply/index.ts'
import type { Supply } from '../supply/index.ts'
import type { LabHandle, LabOptions } from '../types.ts'
import { writeAtomically } from './atomic.ts'
import { chooseDriver, driverNamed, wantedDriver } from './choose-driver.ts'
import { chooseRecord, driverOfDisks } from './choose-record.ts'
import { ask } from './control.ts'
import type { Driver, DriverName } from './driver.ts'
import { buildAll, missingParts, roughly } from './first-build.ts'
import type { Built } from './first-build.ts'
import { labHandle } from './handle.ts'
import { hostFacts, noRoom, requireHost, roomOf } from './host-check.ts'
import { LAB_HOST_PACKAGES, ensureHostPackages } from './host-packages.ts'
import { ensureIdentity } from './identity.ts'
import { forgetKeeper, runningState, startKeeper } from './keeper-process.ts'
import { labName, labPaths } from './lab-name.ts'
import type { LabPaths } from './lab-name.ts'
import { lastPlan, writePlan, writeState } from './plan.ts'
import type { LabPlan, LabState } from './plan.ts'
import { dropOldDisks, guestDisks, readRecord, recordMachines, writeRecord } from './record.ts'
import type { LabRecord } from './record.ts'
import { sshConfig } from './ssh-config.ts'
import { LAB_SUBSTITUTIONS } from './substitutions.ts'
import { machinesOf } from './topology.ts'

type Log = (line: string) => void

/**
 * Starts the lab unless it is up; machines of it that are off are booted.
 * @throws UserError when this machine cannot carry it, a build fails, work would be lost unasked, or a machine does not
 * come up.
 */
export async function startLab(options: LabOptions): Promise<LabHandle> {
  const paths = labPaths(labName(options.name))
  const wanted = wantedDriver(options.driver)
  // A wish that no machine can fulfil is said before anything is built.
  machinesOf(options.topology ?? (await readRecord(paths))?.topology ?? 'single', options)
  requireHost(await hostFacts(cacheDir()), false)
  const wait = (): void => options.log(`another command is at work on lab "${paths.name}"; waiting for it`)
  return withLock(join(paths.dir, 'lock'), wait, async () => {
    const all = { ...options, wants: [...(options.wants ?? []), ...(await runtimeExtras(paths, options))] }
    const state = await runningState(paths)
    if (state === undefined) return coldStart(paths, all, wanted)
    if (wanted !== undefined && wanted !== state.driver) throw otherDriver(paths, state, wanted, options)
    return warmStart(paths, state, all)
  })
}

/** Machines that are to have CRI-O find its packages in the mirror; building them takes minutes, so other labs do not. */
async function runtimeExtras(paths: LabPaths, { runtimes }: LabOptions): Promise<readonly string[]> {
  const named = Object.values(runtimes ?? (await readRecord(paths))?.runtimes ?? {})
  return named.includes('crio') ? [CRIO_EXTRA] : []
}

/** The lab is up: its mirror follows this checkout, its disks follow what is asked for, machines that are off are booted. */
async function warmStart(paths: LabPaths, state: LabState, options: LabOptions): Promise<LabHandle> {
  const { log, wants = [] } = options
  const plan = await lastPlan(paths)
  if (plan === undefined) throw lostPlan(paths)
  const driver = driverNamed(state.driver)
  const built = await build(driver, log, [...(plan.mirror.extras ?? []), ...wants])
  const record = await chooseRecord(paths, options, { driver, baseImage: built.baseImage, running: true })
  const next = planOf(paths, record, driver, { ...built, kernel: plan.kernel })
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
  const now = { ...state, substitutions: await substitutions(driver, wants) }
  return labHandle(paths, next, now, record, booted)
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

async function coldStart(paths: LabPaths, options: LabOptions, wanted: DriverName | undefined): Promise<LabHandle> {
  const { log } = options
  await forgetKeeper(paths)
  // A full disk is said before machines fail on it one by one, each in its own words.
  if (roomOf(paths.dir).scarce) throw noRoom(paths.dir)
  await ensureHostPackages(LAB_HOST_PACKAGES, log)
  const before = await driverOfDisks(paths, options.snapshot)
  const driver = await chooseDriver({ wanted: wanted === undefined ? undefined : driverNamed(wanted), before }, log)
  if (driver.warning !== undefined) log(`warning: ${driver.warning}`)
  const built = await build(driver, log, options.wants ?? [])
  const record = await chooseRecord(paths, options, { driver, baseImage: built.baseImage, running: false })
  await mkdir(paths.disks, { recursive: true, mode: 0o700 })
  await writeRecord(paths, record)
  await dropOldDisks(paths, record)
  await ensureIdentity(paths, recordMachines(record))
  const plan = planOf(paths, record, driver, built)
  await writePlan(paths, plan)
  const names = plan.machines.map((machine) => machine.name).join(', ')
  log(`starting ${names} from ${record.base.name} (lab "${paths.name}", driver ${driver.name})`)
  const state = await boot(paths, plan, driver, built, log)
  return labHandle(paths, plan, state, record, true)
}

async function build(driver: Driver, log: Log, wants: readonly string[]): Promise<Built> {
  const missing = await missingParts(driver, wants)
  if (missing.what.length > 0) {
    requireHost(await hostFacts(cacheDir()), true)
    log(`to build first, once: ${missing.what.join(', ')}`)
    log(`this takes about ${roughly(missing.seconds)} on two cores; what is done stays in ${cacheDir()}`)
  }
  return buildAll(driver, log, wants)
}

async function boot(paths: LabPaths, plan: LabPlan, driver: Driver, built: Built, log: Log): Promise<LabState> {
  let state: LabState | undefined
  await startKeeper(
    paths,
    async (keeper) => {
      state = {
        keeper,
        driver: driver.name,
        startedAt: new Date().toISOString(),
        substitutions: [...LAB_SUBSTITUTIONS, ...driver.substitutions, ...built.supply.substitutions],
      }
      await writeState(paths, state)
      await writeAtomically(paths.sshConfig, sshConfig(paths, plan.machines, keeper.pid))
    },
    log,
  )
  if (state === undefined) throw new UserError('the lab ended as soon as it was started', `see ${paths.logs}`)
  return state
}

async function substitutions(driver: Driver, wants: readonly string[]): Promise<readonly Substitution[]> {
  return [...LAB_SUBSTITUTIONS, ...driver.substitutions, ...(await supplySubstitutions(wants))]
}

function planOf(paths: LabPaths, record: LabRecord, driver: Driver, built: Built): LabPlan {
  const { supply, kernel } = built
  const [machines, guests] = [recordMachines(record), guestDisks(paths, record)]
  return { driver: driver.name, machines, kernel, guests, mirror: mirrorOf(supply) }
}

function mirrorOf(supply: Supply): LabPlan['mirror'] {
  const { certPath: cert, keyPath: key } = supply.tls
  const { dir: www, registryDir: registry, hostNames, extras } = supply
  return { www, registry, cert, key, hostNames, extras }
}

function otherDriver(paths: LabPaths, state: LabState, wanted: DriverName, { again }: LabOptions): UserError {
  return new UserError(
    `lab "${paths.name}" runs with driver ${state.driver}, not ${wanted}`,
    `end it first: npm run lab -- down, then: ${again ?? 'npm run lab -- up'}`,
  )
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
