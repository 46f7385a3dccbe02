// What every generated runbook calls. Plain JavaScript, so that an old Node gets as far as the guard's one line.
import './guard.mjs'

/**
 * Runs a runbook with the arguments of this process and sets the exit code.
 * @param {import('../runbook/types.ts').Runbook} data
 */
export async function runbook(data) {
  const { main } = await import('./index.ts')
  await main(data, process.argv)
}
