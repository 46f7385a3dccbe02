/** `npm run measure -- cold|cached|lab`: the time from empty or full caches to three Ready nodes; the lab's own figures. */
import { join } from 'node:path'
import { runMain } from '../src/errors/index.ts'
import { measure } from '../src/verify/index.ts'

await runMain(() => measure(join(import.meta.dirname, '..'), process.argv.slice(2)))
