/** What a lab offers to whoever decides where its machines start from. */
import { digest } from '../cache.ts'
import { neededFor, supplyCatalogue } from '../supply/index.ts'
import type { LabOffer } from '../types.ts'
import type { BaseImage } from './base-image.ts'
import type { LabPaths } from './lab-name.ts'
import { recordMachines } from './record.ts'
import type { LabRecord } from './record.ts'
import { labInventory } from './ssh-config.ts'

export async function labOffer(paths: LabPaths, record: LabRecord, image: BaseImage): Promise<LabOffer> {
  const rows = await supplyCatalogue()
  return {
    lab: paths.name,
    history: record.history,
    // Only names, roles, addresses and runtimes are of use before the lab is up.
    hosts: labInventory(paths, recordMachines(record), 0).hosts,
    ground: image.key,
    supplyKey: (versions, texts) => {
      const wanted = new Set(Object.values(versions))
      const carried = new Set(['up', ...neededFor(texts)])
      // What puts all together is another one with each extra that a runbook brings.
      const parts = rows.filter((row) => row.artefact !== 'www' && row.artefact !== 'registry')
      const used = parts.filter((row) => wanted.has(row.version) && row.partOf.some((name) => carried.has(name)))
      return digest(used.map((row) => [row.artefact, row.key]))
    },
  }
}
