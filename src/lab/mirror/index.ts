/** The door of the mirror. It runs as its own process: `server.ts` beside this file. */
export { refusedSince } from './access-log.ts'
export { startMirror } from './mirror.ts'
