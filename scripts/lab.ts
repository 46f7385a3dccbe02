/** `npm run lab -- up|status|ssh|logs|reset|down|doctor`: the built-in virtual machines. */
import { reportError } from '../src/errors/index.ts'
import { labCommand } from '../src/lab/index.ts'

try {
  process.exitCode = await labCommand(process.argv.slice(2), (line) => console.log(line))
} catch (error) {
  process.exitCode = reportError(error)
}
