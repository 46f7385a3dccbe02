/** Recipes: keys, order, failures, the substitutions that they record. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors/index.ts'
import { archiveUri } from '../../src/lab/supply/apt-sources.ts'
import { buildAll, readSubstitutions } from '../../src/lab/supply/build-plan.ts'
import { checkWrapper } from '../../src/lab/supply/go-build.ts'
import { goComponents } from '../../src/lab/supply/go-components.ts'
import { extraImageSpecs } from '../../src/lab/supply/extra-images.ts'
import { goExtras } from '../../src/lab/supply/go-extras.ts'
import { imageName, imageSpecs } from '../../src/lab/supply/images.ts'
import { keyRecipes } from '../../src/lab/supply/recipe-keys.ts'
import type { BuildContext, Recipe } from '../../src/lab/supply/types.ts'
import { parseVersions, readVersions } from '../../src/lab/supply/versions.ts'

const before = process.env['XDG_CACHE_HOME']
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'k8s101-plan-'))
  process.env['XDG_CACHE_HOME'] = folder
})

afterEach(async () => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME']
  else process.env['XDG_CACHE_HOME'] = before
  await rm(folder, { recursive: true, force: true })
})

function recipe(name: string, needs: readonly string[], build: (c: BuildContext) => Promise<void>, inputs = 1): Recipe {
  const facts = { version: '1', source: 'test', licence: 'none', lane: 'pack', estimatedSeconds: 1 } as const
  return { ...facts, name, needs, inputs, build }
}

const text = (content: string) => (context: BuildContext) => writeFile(join(context.out, 'text'), content)

const join2 = async ({ out, from }: BuildContext): Promise<void> => {
  const [a, b] = await Promise.all(['a', 'b'].map((name) => readFile(join(from(name), 'text'), 'utf8')))
  await writeFile(join(out, 'text'), `${a}${b}`)
}

/** Key of a recipe above one with these inputs. */
function topKey(inputs: number): string | undefined {
  return keyRecipes([recipe('top', ['a'], text('')), recipe('a', [], text(''), inputs)], ['top']).get('top')?.key
}

const fail = (words: string) => () => Promise.reject(new UserError(words, 'Mend it.'))

describe('recipes', () => {
  test('are built after what they need, and not again', async () => {
    const recipes = [recipe('both', ['a', 'b'], join2), recipe('a', [], text('A')), recipe('b', [], text('B'))]
    const lines: string[] = []
    const plan = keyRecipes(recipes, ['both'])
    const folders = await buildAll(plan, (line) => lines.push(line))
    expect(await readFile(join(folders.get('both') ?? '', 'text'), 'utf8')).toBe('AB')
    expect(lines.filter((line) => line.includes('done'))).toHaveLength(3)
    expect(lines.at(-1)).toBe('both 1: done in 0 s (3 of 3)')
    lines.length = 0
    await buildAll(plan, (line) => lines.push(line))
    expect(lines).toEqual([])
  })

  test('get another key when something below them changes', () => {
    expect(topKey(1)).toBe(topKey(1))
    expect(topKey(1)).not.toBe(topKey(2))
  })

  test('that fail are all named, what depends on them is not started, what is done is kept', async () => {
    let started = false
    const plan = keyRecipes(
      [
        recipe('a', [], fail('no network')),
        recipe('b', [], fail('no compiler')),
        recipe('both', ['a', 'b'], () => {
          started = true
          return Promise.resolve()
        }),
      ],
      ['both'],
    )
    const failure = await buildAll(plan, () => undefined).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect(failure).toMatchObject({
      message: 'the lab could not make a: no network\n\nand b: no compiler',
      hint: 'Mend it.\n  What was built is kept; the same command goes on from there.',
    })
    expect(started).toBe(false)
  })

  test('keep their substitutions with the cached entry', async () => {
    const said = { id: 'x', text: { ko: '가짜', en: 'stand-in' } }
    const recipes = [recipe('a', [], (context) => Promise.resolve(context.substitute(said)))]
    const plan = keyRecipes(recipes, ['a'])
    await buildAll(plan, () => undefined)
    const cached = await buildAll(plan, () => undefined)
    expect(await readSubstitutions(cached.values())).toEqual([said])
  })

  test('may only use what they need', async () => {
    const plan = keyRecipes([recipe('a', [], text('A')), recipe('b', [], join2)], ['a', 'b'])
    await expect(buildAll(plan, () => undefined)).rejects.toThrow('recipe b uses a without needing it')
  })

  test('that are unknown are named with those that exist', () => {
    expect(() => keyRecipes([recipe('a', [], text(''))], ['nginz'])).toThrow('the lab has no artefact "nginz"')
  })
})

describe('versions', () => {
  test('of the list and of the wrappers are the same', async () => {
    for (const component of [...goComponents(readVersions()), ...goExtras(readVersions())]) {
      const goMod = join(import.meta.dirname, '../../src/lab/components', component.name, 'go.mod')
      const content = await readFile(goMod, 'utf8')
      expect(() => checkWrapper(component, content)).not.toThrow()
    }
  })

  test('that differ are shown with both values', () => {
    const runc = goComponents(readVersions()).find(({ name }) => name === 'runc')
    if (runc === undefined) throw new Error('no runc')
    expect(() =>
      checkWrapper({ ...runc, moduleVersion: 'v9.9.9' }, 'require github.com/opencontainers/runc v1.0.0'),
    ).toThrow(
      'src/lab/components/runc/go.mod requires github.com/opencontainers/runc v1.0.0, content/versions.yaml means v9.9.9',
    )
  })

  test('that are missing are all named', () => {
    const names = Object.entries(readVersions()).filter(([name]) => name !== 'runc' && name !== 'etcd')
    const yaml = names.map(([name, value]) => `${name}: "${value}"`).join('\n')
    expect(() => parseVersions(yaml)).toThrow('content/versions.yaml: no text value for "etcd", "runc"')
  })

  test('become the tags that kubeadm and the flannel manifest ask for', () => {
    const versions = readVersions()
    const names = [...imageSpecs(versions), ...extraImageSpecs(versions)].map(imageName)
    expect(names).toContain(`registry.k8s.io/kube-proxy:${versions.kubernetes}`)
    expect(names).toContain(`registry.k8s.io/kube-proxy:${versions.kubernetesPrevious}`)
    expect(names).toContain(`registry.k8s.io/etcd:${versions.etcdPrevious}`)
    expect(names).toContain(`ghcr.io/flannel-io/flannel:${versions.flannel}`)
    expect(new Set(names).size).toBe(names.length)
  })
})

test.each([
  ['deb http://one.test/debian bookworm main', 'http://one.test/debian'],
  ['deb [signed-by=/k.gpg arch=amd64] https://one.test/debian/ bookworm main', 'https://one.test/debian'],
  ['Types: deb\n# http://old.test/debian\nURIs: http://one.test/debian\nSuites: bookworm', 'http://one.test/debian'],
  ['URIs: http://one.test/debian-security', undefined],
  ['# deb http://one.test/debian bookworm main', undefined],
])('the Debian archive in %j is %j', (sources, uri) => {
  expect(archiveUri(sources)).toBe(uri)
})
