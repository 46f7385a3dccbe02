/** `npm run measure -- cold|cached`: the time from empty or full caches to three Ready nodes. */
import { join } from 'node:path'
import { runMain } from '../src/errors/index.ts'
import { measure } from '../src/verify/index.ts'

await runMain(() => measure(join(import.meta.dirname, '..'), process.argv.slice(2)))
