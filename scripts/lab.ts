/** `npm run lab -- up|status|ssh|snapshot|restore|…`: the built-in virtual machines. */
import { join } from 'node:path'
import { reportError } from '../src/errors/index.ts'
import { labCommand } from '../src/lab/index.ts'

try {
  process.exitCode = await labCommand(
    process.argv.slice(2),
    (line) => console.log(line),
    async (state) => {
      // Brings much with it, for one command only.
      const { isStale, runbooksBeside } = await import('../src/runner/index.ts')
      return isStale(state, runbooksBeside(join(import.meta.dirname, '..', 'runbooks', 'lab.mjs')))
    },
  )
} catch (error) {
  process.exitCode = reportError(error)
}
