// What every generated runbook calls. Plain JavaScript, so that an old Node gets as far as the guard's one line.
import './guard.mjs'

/** @type {((data: import('../runbook/types.ts').Runbook) => void) | undefined} */
let reader

/**
 * Runs a runbook with the arguments of this process and sets the exit code; while `readRunbook` reads it, only gives it.
 * @param {import('../runbook/types.ts').Runbook} data
 */
export async function runbook(data) {
  if (reader !== undefined) return reader(data)
  const { main } = await import('./index.ts')
  await main(data, process.argv)
}

/**
 * The data of another runbook's file, which is imported and not run. One at a time.
 * @param {string} url
 * @returns {Promise<import('../runbook/types.ts').Runbook | undefined>} Undefined where the file calls no runbook.
 */
export async function readRunbook(url) {
  let found
  reader = (data) => (found = data)
  try {
    await import(url)
  } finally {
    reader = undefined
  }
  return found
}
