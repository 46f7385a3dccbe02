/** Door: runs the book on machines and compares, for CI and for `npm run verify`. */
export { verifyInCi } from './ci.ts'
export { verifyRunbooks } from './verify.ts'
