/** `startLab`: builds what is missing, boots the machines, gives the way to them. Harmless when the lab is up. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { UserError, suggest } from '../../errors/index.ts'
import { cacheDir, withLock } from '../cache.ts'
import { ensureSupply } from '../supply/index.ts'
import type { Supply } from '../supply/index.ts'
import type { LabHandle, LabOptions } from '../types.ts'
import { writeAtomically } from './atomic.ts'
import { chooseDriver, driverNamed, wantedDriver } from './choose-driver.ts'
import { ask } from './control.ts'
import type { Driver, DriverName } from './driver.ts'
import { buildAll, missingParts, roughly } from './first-build.ts'
import type { Built } from './first-build.ts'
import { labHandle } from './handle.ts'
import { hostFacts, requireHost } from './host-check.ts'
import { LAB_HOST_PACKAGES, ensureHostPackages } from './host-packages.ts'
import { ensureIdentity } from './identity.ts'
import { forgetKeeper, runningState, startKeeper } from './keeper-process.ts'
import { labName, labPaths } from './lab-name.ts'
import type { LabPaths } from './lab-name.ts'
import { lastPlan, writePlan, writeState } from './plan.ts'
import type { LabPlan, LabState } from './plan.ts'
import { sshConfig } from './ssh-config.ts'
import { LAB_SUBSTITUTIONS } from './substitutions.ts'
import { machinesOf, topologies } from './topology.ts'
import type { MachineSpec } from './topology.ts'

type Log = (line: string) => void

/**
 * Starts the lab unless it is up; machines of it that are off are booted.
 * @throws UserError when this machine cannot carry it, a build fails, or a machine does not come up.
 */
export async function startLab(options: LabOptions): Promise<LabHandle> {
  const paths = labPaths(labName(options.name))
  const machines = machinesFor(options.topology, options.only)
  const wanted = wantedDriver(options.driver)
  requireHost(await hostFacts(cacheDir()), false)
  const wait = (): void => options.log(`another command is at work on lab "${paths.name}"; waiting for it`)
  return withLock(join(paths.dir, 'lock'), wait, async () => {
    const state = await runningState(paths)
    if (state === undefined) return coldStart(paths, options, machines, wanted)
    sameDriver(paths, state, wanted)
    return warmStart(paths, state, options.log)
  })
}

/** The lab is up: its mirror follows what this checkout asks for, and machines that are off are booted. */
async function warmStart(paths: LabPaths, state: LabState, log: Log): Promise<LabHandle> {
  const plan = await lastPlan(paths)
  if (plan === undefined) throw lostPlan(paths)
  const mirror = mirrorOf(await ensureSupply({ log }))
  if (!isDeepStrictEqual(mirror, plan.mirror)) {
    log("the mirror's content has changed: loading it")
    await writePlan(paths, { ...plan, mirror })
    await ask(paths, 'reload', log)
  }
  const status = await ask(paths, 'status', log)
  if (status.machines.some((machine) => machine.state === 'off')) await ask(paths, 'boot', log)
  return labHandle(paths, plan, state)
}

async function coldStart(
  paths: LabPaths,
  options: LabOptions,
  machines: readonly MachineSpec[],
  wanted: DriverName | undefined,
): Promise<LabHandle> {
  await forgetKeeper(paths)
  await ensureHostPackages(LAB_HOST_PACKAGES, options.log)
  const before = (await lastPlan(paths))?.driver
  const wishes = { wanted: named(wanted), before: named(before) }
  const driver = await chooseDriver(wishes, options.log)
  if (driver.warning !== undefined) options.log(`warning: ${driver.warning}`)
  const built = await build(driver, options.log)
  await prepareDisks(paths, built, options.log)
  await ensureIdentity(paths, machines)
  const plan = planOf(options.topology, driver, machines, built)
  await writePlan(paths, plan)
  options.log(
    `starting ${machines.map((machine) => machine.name).join(', ')} (lab "${paths.name}", driver ${driver.name})`,
  )
  const state = await boot(paths, plan, driver, built, options.log)
  return labHandle(paths, plan, state)
}

async function build(driver: Driver, log: Log): Promise<Built> {
  const missing = await missingParts(driver)
  if (missing.what.length > 0) {
    requireHost(await hostFacts(cacheDir()), true)
    log(`to build first, once: ${missing.what.join(', ')}`)
    log(`this takes about ${roughly(missing.seconds)} on two cores; what is done stays in ${cacheDir()}`)
  }
  return buildAll(driver, log)
}

async function boot(paths: LabPaths, plan: LabPlan, driver: Driver, built: Built, log: Log): Promise<LabState> {
  let state: LabState | undefined
  await startKeeper(
    paths,
    async (keeper) => {
      const substitutions = [...LAB_SUBSTITUTIONS, ...driver.substitutions, ...built.supply.substitutions]
      const { topology } = plan
      state = { keeper, driver: driver.name, topology, startedAt: new Date().toISOString(), substitutions }
      await writeState(paths, state)
      await writeAtomically(paths.sshConfig, sshConfig(paths, plan.machines, keeper.pid))
    },
    log,
  )
  if (state === undefined) throw new UserError('the lab ended as soon as it was started', `see ${paths.logs}`)
  return state
}

/** A disk is the difference to one base image: over another one it is noise, so it is made new. */
async function prepareDisks(paths: LabPaths, built: Built, log: Log): Promise<void> {
  await mkdir(paths.disks, { recursive: true, mode: 0o700 })
  const before = await lastPlan(paths)
  if (before?.baseImage.key === built.baseImage.key && before.baseImage.dir === built.baseImage.dir) return
  const disks = (await readdir(paths.disks)).filter((name) => name.endsWith('.cow'))
  if (disks.length > 0) log('the guest image has changed: the machines get fresh disks')
  for (const name of disks) await rm(join(paths.disks, name))
}

function planOf(topology: string, driver: Driver, machines: readonly MachineSpec[], built: Built): LabPlan {
  const { supply, kernel, baseImage } = built
  return { topology, driver: driver.name, machines, kernel, baseImage, mirror: mirrorOf(supply) }
}

function mirrorOf(supply: Supply): LabPlan['mirror'] {
  const { certPath: cert, keyPath: key } = supply.tls
  return { www: supply.dir, registry: supply.registryDir, cert, key, hostNames: supply.hostNames }
}

function machinesFor(topology: string, only: readonly string[] | undefined): readonly MachineSpec[] {
  const machines = machinesOf(topology)
  if (machines === undefined)
    throw new UserError(`the lab has no topology "${topology}"`, `it has: ${topologies().join(', ')}`)
  if (only === undefined) return machines
  const names = machines.map((machine) => machine.name)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown === undefined) return machines.filter((machine) => only.includes(machine.name))
  throw new UserError(`topology "${topology}" has no machine "${unknown}"`, suggest(unknown, names, 'it has'))
}

function named(driver: DriverName | undefined): Driver | undefined {
  return driver === undefined ? undefined : driverNamed(driver)
}

function sameDriver(paths: LabPaths, state: LabState, wanted: DriverName | undefined): void {
  if (wanted === undefined || wanted === state.driver) return
  throw new UserError(
    `lab "${paths.name}" runs with driver ${state.driver}, not ${wanted}`,
    'end it first: npm run lab -- down (with another driver its machines get fresh disks)',
  )
}

function lostPlan(paths: LabPaths): UserError {
  return new UserError(`lab "${paths.name}" runs, but ${paths.plan} is gone`, 'end it with: npm run lab -- down')
}
