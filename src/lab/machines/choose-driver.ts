/** Which kind of virtual machine the lab uses here: the one asked for, or the first that boots a guest. */
import { UserError, suggest } from '../../errors/index.ts'
import { DRIVER_NAMES } from './driver.ts'
import type { Driver, DriverName } from './driver.ts'
import { OWN_MACHINES } from './host-check.ts'
import { qemu, qemuTcg } from './qemu.ts'
import { uml } from './uml.ts'

type Log = (line: string) => void

const DRIVERS: Readonly<Record<DriverName, Driver>> = { qemu, uml, 'qemu-tcg': qemuTcg }

/** Tried in this order. Emulation is never chosen by itself: it looks like a lab that hangs. */
const AUTOMATIC: readonly Driver[] = [qemu, uml]

export function driverNamed(name: DriverName): Driver {
  return DRIVERS[name]
}

/** The driver of a lab, a plan or a snapshot; those that were written before there was a choice do not name it. */
export function driverOf({ driver }: { readonly driver?: DriverName }): Driver {
  return DRIVERS[driver ?? 'uml']
}

/** The driver that somebody asks for: the given word, else $K8S101_DRIVER, else none. @throws UserError for an unknown one. */
export function wantedDriver(given: string | undefined): DriverName | undefined {
  const word = given ?? process.env['K8S101_DRIVER'] ?? ''
  if (word === '') return undefined
  const name = DRIVER_NAMES.find((known) => known === word)
  if (name !== undefined) return name
  throw new UserError(`the lab has no driver "${word}"`, suggest(word, DRIVER_NAMES, 'it has'))
}

export interface Wishes {
  /** This one or none. */
  readonly wanted: Driver | undefined
  /** Kept when it still boots: the machines' disks belong to it. */
  readonly before: Driver | undefined
}

/**
 * Boots a guest's kernel for a moment, and takes the first driver with which it comes up.
 * @throws UserError with every driver's reason, and the ways that are left.
 */
export async function chooseDriver(
  { wanted, before }: Wishes,
  log: Log,
  automatic: readonly Driver[] = AUTOMATIC,
): Promise<Driver> {
  if (wanted !== undefined) {
    await makeReady(wanted, log)
    return wanted
  }
  const order = before === undefined ? automatic : [before, ...automatic.filter((driver) => driver !== before)]
  const reasons: string[] = []
  for (const driver of order) {
    const reason = await whyNot(driver, log)
    if (reason === undefined) return driver
    log(`driver ${driver.name}: ${reason}`)
    reasons.push(`${driver.name}: ${reason}`)
  }
  throw new UserError(
    `no virtual machine boots on this computer:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`,
    `emulation works anywhere and is slow: npm run lab -- up --driver qemu-tcg; ${OWN_MACHINES}`,
  )
}

async function makeReady(driver: Driver, log: Log): Promise<void> {
  await driver.ensureHost(log)
  await driver.probe(await driver.ensureKernel(log))
}

/** One line, for a person; undefined when the driver works. */
async function whyNot(driver: Driver, log: Log): Promise<string | undefined> {
  try {
    await makeReady(driver, log)
    return undefined
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const [message, hint = ''] = [error.message, error.hint].map((text) => text?.replaceAll(/\s*\n\s*/g, ' '))
    return hint === '' ? message : `${message} (${hint})`
  }
}
