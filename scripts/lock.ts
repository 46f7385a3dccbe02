/**
 * `npm run lock`: writes package-lock.json anew, whole for every platform.
 *
 * A registry that does not serve one of the optional platform packages makes npm leave it out of the lock file, and
 * `npm ci` then refuses that same file ("Missing: … from lock file"). What is left out is written here from the
 * package that asks for it: name, version, platform. No address, no integrity: npm never fetches it on this platform.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, runMain } from '../src/errors/index.ts'

interface Entry {
  readonly version?: string
  readonly dev?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  readonly packages: Record<string, Entry & Record<string, unknown>>
}

const SYSTEMS: Readonly<Record<string, string>> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  wasm32: 'wasi',
  win32: 'win32',
  windows: 'win32',
}

await runMain(async () => {
  const root = join(import.meta.dirname, '..')
  const file = join(root, 'package-lock.json')
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: root, stdio: 'inherit' })
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock
  const added = complete(lock)
  const packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  )
  const temporary = `${file}.tmp`
  writeFileSync(temporary, `${JSON.stringify({ ...lock, packages }, undefined, 2)}\n`)
  renameSync(temporary, file)
  console.log(added.length === 0 ? 'the lock file was whole' : `added for other platforms:\n  ${added.join('\n  ')}`)
  return Promise.resolve(EXIT.done)
})

/** Adds what optionalDependencies name and the lock lacks; gives `name@version` of each. */
function complete(lock: Lock): string[] {
  const added: string[] = []
  for (const parent of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`
      const platform = platformOf(name)
      if (path in lock.packages || platform === undefined || !/^\d+\.\d+\.\d+/u.test(version)) continue
      lock.packages[path] = { version, ...(parent.dev === true ? { dev: true } : {}), optional: true, ...platform }
      added.push(`${name}@${version}`)
    }
  }
  return added
}

/** System and processor from a name such as `@scope/binding-linux-arm64-musl`; undefined for a package of every platform. */
function platformOf(name: string): { os: string[]; cpu?: string[]; libc?: string[] } | undefined {
  const words = name.split(/[/-]/u)
  const system = words.find((word) => word in SYSTEMS)
  const os = system === undefined ? undefined : SYSTEMS[system]
  if (os === undefined) return undefined
  const cpu = words.find((word) => /^(?:arm|arm64|x64|ia32|ppc64|riscv64|s390x|wasm32)$/u.test(word))
  const libc = words.includes('musl') ? { libc: ['musl'] } : {}
  return { os: [os], ...(cpu === undefined ? {} : { cpu: [cpu] }), ...libc }
}
