/** `npm start`: builds the book and serves it with its search; `--no-build` serves what is built, `--port N` fixes the port. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'astro'
import { EXIT, UserError, runMain } from '../src/errors/index.ts'
import type { ExitCode } from '../src/errors/index.ts'
import { serveSite } from '../src/site/server.ts'

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const USUAL_PORTS = [4321, 4322, 4323, 4324, 4325, 4326, 4327, 4328, 4329, 4330]

await runMain(async (): Promise<ExitCode> => {
  const options = readOptions()
  if (options.build) await buildBook()
  else if (!existsSync(join(DIST, 'index.html'))) {
    throw new UserError('there is no built book in dist/', 'leave --no-build out')
  }
  const server = await serveSite(DIST, options.port === undefined ? USUAL_PORTS : [options.port])
  console.log(`\n  한국어   ${server.url}\n  English  ${server.url}en/\n\n  Ctrl-C ends it.\n`)
  await interrupted()
  await server.close()
  return EXIT.done
})

async function buildBook(): Promise<void> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  const start = performance.now()
  console.log('Building the book …')
  await build({ root: ROOT, logLevel: 'error' })
  console.log(`Built in ${((performance.now() - start) / 1000).toFixed(0)} s.`)
}

function readOptions(): { readonly build: boolean; readonly port: number | undefined } {
  const { values } = parse()
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new UserError(`--port "${values.port}" is no port number`, 'expected a whole number from 0 to 65535')
  }
  return { build: !values['no-build'], port }
}

function parse(): { values: { 'no-build': boolean; port?: string | undefined } } {
  try {
    return parseArgs({ options: { 'no-build': { type: 'boolean', default: false }, port: { type: 'string' } } })
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error), 'known: --no-build, --port N')
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
