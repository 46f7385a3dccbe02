/** The project's own commands, as CI runs them: with a limit of any length, and killed past it. */
import { expect, test } from 'vitest'
import { runCommand } from '../../src/verify/command.ts'

const here = { cwd: import.meta.dirname, show: false }

test.each([60, 335.0967957632598, 1 / 3 + 5])('a limit of %f s is one', async (timeoutSeconds) => {
  const result = await runCommand(['echo', 'done'], { ...here, timeoutSeconds })
  expect(result).toMatchObject({ status: 0, output: 'done\n' })
})

test('past its limit a command is killed, and says so by its status', async () => {
  const result = await runCommand(['sleep', '9601'], { ...here, timeoutSeconds: 0.2501 })
  expect(result.status).toBe(137)
  expect(result.seconds).toBeLessThan(30)
})
