/** The mirror as a process: `node server.ts --www DIR --registry DIR --cert PEM --key PEM --listen IP …`. */
import { parseArgs } from 'node:util'
import { EXIT, runMain, UserError } from '../../errors/index.ts'
import { startMirror, type MirrorOptions } from './mirror.ts'

const REQUIRED = ['www', 'registry', 'cert', 'key', 'listen', 'access-log'] as const

function readOptions(args: readonly string[]): MirrorOptions & { readonly lifeline: boolean } {
  const values = parseWords(args)
  const missing = REQUIRED.filter((name) => values[name] === undefined)
  if (missing.length > 0) throw new UserError(`the mirror needs ${missing.map((name) => `--${name}`).join(', ')}`)
  return {
    www: values.www ?? '',
    registry: values.registry ?? '',
    cert: values.cert ?? '',
    key: values.key ?? '',
    listen: values.listen ?? '',
    accessLog: values['access-log'] ?? '',
    httpPort: Number(values['http-port']),
    httpsPort: Number(values['https-port']),
    lifeline: values['stdin-lifeline'],
  }
}

function parseWords(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    www: text,
    registry: text,
    cert: text,
    key: text,
    listen: text,
    'access-log': text,
    'https-port': { type: 'string', default: '443' },
    'http-port': { type: 'string', default: '80' },
    'stdin-lifeline': { type: 'boolean', default: false },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (cause) {
    throw new UserError(`the mirror does not know this: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

await runMain(async () => {
  const options = readOptions(process.argv.slice(2))
  const mirror = await startMirror(options)
  process.stdout.write(`mirror ready https=${mirror.httpsPort} http=${mirror.httpPort}\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    if (options.lifeline) process.stdin.once('close', () => resolve()).resume()
  })
  await mirror.close()
  return EXIT.done
})
