/** The door of the supply: packages, images and files that the lab's mirror serves under upstream's names. */
export { debianArchive } from './apt-sources.ts'
export { ensureSigningKey } from './signing-key.ts'
export { SUPPLY_APT_PACKAGES } from './host-packages.ts'
export { CRIO_EXTRA } from './crio-repository.ts'
export { extraNames, extraThatAnswers, neededFor } from './extras.ts'
export { ensureSupply, supplyCatalogue, supplyPlan, supplySubstitutions } from './supply.ts'
export type { PlanRow, Supply } from './types.ts'
