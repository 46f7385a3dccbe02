/** Door: runs the book on machines and compares, for CI and for `npm run verify`. */
export { withBench } from './bench.ts'
export type { Bench } from './bench.ts'
export { runFaults } from './faults/index.ts'
export { measure } from './measure.ts'
export { verifyInCi } from './ci.ts'
export { verifyRunbooks } from './verify.ts'
