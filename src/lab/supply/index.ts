/** The door of the supply: packages, images and files that the lab's mirror serves under upstream's names. */
export { debianArchive } from './apt-sources.ts'
export { ensureSigningKey } from './signing-key.ts'
export { SUPPLY_APT_PACKAGES } from './host-packages.ts'
export { ensureSupply, supplyPlan } from './supply.ts'
export type { Supply } from './types.ts'
