/** What a runbook needs to have run before it: the needed runbooks in order, and the name of the state after them. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UserError } from '../errors/index.ts'
import type { RanRunbook } from '../lab/history.ts'
import type { KeptState, LabOffer } from '../lab/types.ts'
import { chainHashes } from '../runbook/hash.ts'
import type { RuntimeName } from '../chapter/types.ts'
import type { Runbook } from '../runbook/types.ts'
import { readRunbook } from './entry.mjs'
import { assumedVariant, runbookTexts } from './machines.ts'

/** Runbooks by id, read from the folder of generated files. */
export type ReadNeeded = (id: string) => Promise<Runbook | undefined>

/** Reads `<id>.mjs` beside the runbook that runs. */
export function runbooksBeside(script: string): ReadNeeded {
  const read = new Map<string, Promise<Runbook | undefined>>()
  return async (id) => {
    const file = join(dirname(script), `${id}.mjs`)
    if (!existsSync(file)) return undefined
    const found = read.get(id) ?? readRunbook(pathToFileURL(file).href)
    read.set(id, found)
    return found
  }
}

/**
 * All that `runbook` needs, and what that needs, each after its own needs.
 * @throws UserError (exit 2) for a runbook that is not there, and for one that needs itself.
 */
export async function neededRunbooks(runbook: Runbook, read: ReadNeeded): Promise<readonly Runbook[]> {
  const found = new Map<string, Runbook>()
  const visit = async (one: Runbook, path: readonly string[]): Promise<void> => {
    for (const id of one.needs) {
      if (found.has(id)) continue
      if (path.includes(id)) throw new UserError(`runbooks need each other: ${[...path, id].join(' → ')}`)
      const needed = await read(id)
      if (needed === undefined) {
        throw new UserError(`${one.id} needs the runbook "${id}", which is not there`, 'npm run extract writes them.')
      }
      await visit(needed, [...path, id])
      found.set(id, needed)
    }
  }
  await visit(runbook, [runbook.id])
  return [...found.values()]
}

/** `--var` of a run, less those that a needed runbook does not have. */
export function varsFor(runbook: Runbook, given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...given].filter(([name]) => runbook.vars.some((spec) => spec.name === name)))
}

/**
 * Names the state of blank lab machines after these runbooks, in this order: changes with any of their steps, variables
 * and versions, with what the machines are made of and with what the mirror gives them.
 */
export function stateKey(runbooks: readonly Runbook[], offer: LabOffer, given: ReadonlyMap<string, string>): string {
  const versions = Object.assign({}, ...runbooks.map((one) => one.versions)) as Record<string, string>
  const chains = runbooks.map((one) => [
    one.id,
    offer.hosts.map((host) => [host.name, [...chainHashes(one, assumedVariant(host)).values()].at(-1) ?? '']),
    [...varsFor(one, given)].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ])
  const inputs = { ground: offer.ground, supply: offer.supplyKey(versions, runbooks.flatMap(runbookTexts)), chains }
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex')
}

/** Whether no runbook in this folder leads to the kept state any more: a step, a version or the machines have changed. */
export async function isStale(state: KeptState, read: ReadNeeded): Promise<boolean> {
  const runbooks: Runbook[] = []
  for (const id of state.after) {
    const found = await read(id)
    if (found === undefined) return true
    runbooks.push(found)
  }
  return stateKey(runbooks, state.offer, new Map()) !== state.key
}

/** How the lab's history names a run of this runbook. */
export function ranRunbook(
  runbook: Runbook,
  needed: readonly Runbook[],
  offer: LabOffer,
  given: ReadonlyMap<string, string>,
): RanRunbook {
  return { runbook: runbook.id, page: runbook.page, key: stateKey([...needed, runbook], offer, given) }
}

/**
 * The runtime that the lab's machines get for a runbook after those that it needs; undefined: as they are. Fresh machines
 * are not what the last runbook made of them: CRI-O only where a runbook, or a person's `lab up`, says so.
 */
export function wantedRuntime(runbook: Runbook, closure: readonly Runbook[], fresh: boolean): RuntimeName | undefined {
  const named = [runbook, ...closure.toReversed()].find((one) => one.runtime !== undefined)?.runtime
  return named ?? (fresh ? 'containerd' : undefined)
}
