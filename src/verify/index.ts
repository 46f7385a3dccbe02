/** Door: runs the book on machines and compares, for CI and for `npm run verify`. */
export { measure } from './measure.ts'
export { verifyInCi } from './ci.ts'
export { verifyRunbooks } from './verify.ts'
