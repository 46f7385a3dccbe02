/** Builds a Go component through its wrapper module into `bin/` and `share/`. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../../errors/index.ts'
import { run } from '../build-command.ts'
import type { GoComponent } from './go-components.ts'
import type { BuildContext, Recipe } from './types.ts'
import { PROJECT_ROOT } from './versions.ts'

/** Raise when the way of building changes its result. */
const RECIPE = 1

/** A lost connection in the middle of a module's download is worth another try; a compiler's error is not. */
const LOST_CONNECTION = /timeout|connection re(set|fused)|unexpected EOF|TLS handshake|50[0234] |i\/o error/i
const TRIES = 3

function wrapperFolder(name: string): string {
  return join(PROJECT_ROOT, 'src', 'lab', 'components', name)
}

/** @throws UserError when the wrapper requires another version than content/versions.yaml says. */
export function goRecipe(component: GoComponent, toolchain: string): Recipe {
  const goMod = readFileSync(join(wrapperFolder(component.name), 'go.mod'), 'utf8')
  const goSum = readFileSync(join(wrapperFolder(component.name), 'go.sum'), 'utf8')
  checkWrapper(component, goMod)
  const { programs, share, shareOfOthers, cgo, tags, ldflags } = component
  return {
    name: component.name,
    version: component.version,
    source: `Go module ${component.module} ${component.moduleVersion}`,
    licence: component.licence,
    lane: 'compile',
    estimatedSeconds: component.estimatedSeconds,
    needs: [],
    inputs: { recipe: RECIPE, goMod, goSum, programs, share, shareOfOthers, cgo, tags, ldflags, toolchain },
    build: (context) => buildComponent(component, context),
  }
}

export function checkWrapper(component: GoComponent, goMod: string): void {
  const path = component.module.replaceAll('.', String.raw`\.`)
  const required = new RegExp(String.raw`(?:^|\s)${path} (v\S+)`, 'm').exec(goMod)?.[1]
  if (required === component.moduleVersion) return
  throw new UserError(
    `src/lab/components/${component.name}/go.mod requires ${component.module} ${required ?? '(nothing)'}, ` +
      `content/versions.yaml means ${component.moduleVersion}`,
    'Set both to the same version, then run `go mod tidy` in that folder.',
  )
}

async function buildComponent(component: GoComponent, { out, substitute }: BuildContext): Promise<void> {
  const folder = wrapperFolder(component.name)
  const bin = join(out, 'bin')
  await mkdir(bin)
  const flags = ['-trimpath', '-buildvcs=false', '-mod=readonly', '-ldflags', component.ldflags]
  if (component.tags !== '') flags.push('-tags', component.tags)
  await go(folder, ['build', ...flags, '-o', `${bin}/`, ...Object.keys(component.programs)], component.cgo)
  await nameProgramsAsUpstream(component, bin)
  const module = await moduleFolder(folder, component.module)
  checkVersionFile(component, module)
  for (const path of component.share) copyModuleFile(join(module, path), join(out, 'share', path))
  for (const [other, paths] of Object.entries(component.shareOfOthers ?? {})) {
    const from = await moduleFolder(folder, other)
    for (const path of paths) copyModuleFile(join(from, path), join(out, 'share', other, path))
  }
  substitute({
    id: `own-build-${component.name}`,
    text: {
      ko: `${component.name} ${component.version}은(는) 배포된 바이너리가 아니라 Go 모듈에서 이 기계가 빌드했습니다.`,
      en: `${component.name} ${component.version} was built on this machine from its Go module, not downloaded as a release binary.`,
    },
  })
}

/** Go names a program after its import path: `…/server/v3` becomes `server`, upstream calls it `etcd`. */
async function nameProgramsAsUpstream(component: GoComponent, bin: string): Promise<void> {
  for (const [path, wanted] of Object.entries(component.programs)) {
    const built =
      path
        .replace(/\/v\d+$/, '')
        .split('/')
        .at(-1) ?? wanted
    if (built !== wanted) await rename(join(bin, built), join(bin, wanted))
  }
}

function checkVersionFile(component: GoComponent, module: string): void {
  if (component.versionFile === undefined) return
  const found = readFileSync(join(module, component.versionFile), 'utf8').trim()
  if (found === component.version) return
  throw new UserError(
    `${component.name}: ${component.versionFile} of ${component.module} says ${found}, content/versions.yaml ${component.version}`,
    'Set the version in the list to what the module says.',
  )
}

async function moduleFolder(wrapper: string, module: string): Promise<string> {
  return (await go(wrapper, ['list', '-mod=readonly', '-m', '-f', '{{.Dir}}', module], false)).trim()
}

/** The module cache is read-only; the copies are not. */
function copyModuleFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true })
}

async function go(cwd: string, args: readonly string[], cgo: boolean): Promise<string> {
  const env = {
    GOTOOLCHAIN: 'local',
    GOFLAGS: '',
    GOWORK: 'off',
    CGO_ENABLED: cgo ? '1' : '0',
    GOOS: 'linux',
    GOARCH: 'amd64',
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run('go', args, { cwd, env })
    } catch (error) {
      const again = error instanceof UserError && LOST_CONNECTION.test(error.message) && attempt < TRIES
      if (!again) throw error
    }
  }
}

/** Oldest Go that the wrappers' modules accept; with GOTOOLCHAIN=local it does not fetch a newer one. */
const OLDEST_GO = [1, 26] as const

/** What decides a Go build beside its sources; part of the key. @throws UserError when Go is missing or too old. */
export async function goToolchain(): Promise<string> {
  const hint = 'Install Go 1.26 or newer and put `go` on the PATH.'
  let version: string
  try {
    version = (await run('go', ['env', 'GOVERSION'], { env: { GOTOOLCHAIN: 'local' } })).trim()
  } catch {
    throw new UserError('no Go toolchain found', hint)
  }
  const [, major = '0', minor = '0'] = /^go(\d+)\.(\d+)/.exec(version) ?? []
  if (Number(major) < OLDEST_GO[0] || (Number(major) === OLDEST_GO[0] && Number(minor) < OLDEST_GO[1])) {
    throw new UserError(`Go ${JSON.stringify(version)} is too old for the lab`, hint)
  }
  return version
}
