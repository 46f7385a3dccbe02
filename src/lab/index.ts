/** The door of the lab: virtual machines on this computer, with a mirror of what the book downloads. */
export { startLab } from './machines/start.ts'
export { openLab } from './machines/running.ts'
export { ensureHostPackages, LAB_HOST_PACKAGES } from './machines/host-packages.ts'
export { neededFor } from './supply/index.ts'
export { labCommand } from './machines/cli.ts'
export type { LabHandle, LabOptions } from './types.ts'
