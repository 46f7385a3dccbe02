/** `npm run verify [-- RUNBOOK… | --page PAGE]`: runs them on blank virtual machines and writes their evidence. */
import { join } from 'node:path'
import { runMain } from '../src/errors/index.ts'
import { verifyRunbooks } from '../src/verify/index.ts'

await runMain(() => verifyRunbooks(join(import.meta.dirname, '..'), process.argv.slice(2)))
