/** The extras: what the mirror makes only when a runbook's texts, or `lab up --with NAME`, ask for it. */
import { suggest, UserError } from '../../errors/index.ts'
import { answers, asksFor, withValues } from './addresses.ts'
import { CRIO_EXTRA, crioAddress } from './crio-repository.ts'
import { extraFileRecipes } from './extra-files.ts'
import { extraImageSpecs } from './extra-images.ts'
import { imageRecipes } from './image-recipes.ts'
import { kubernetesAddress } from './kubernetes-repository.ts'
import { previousRelease } from './kubernetes-releases.ts'
import { readVersions, type Versions } from './versions.ts'

/** Beginnings of addresses, as they stand in commands, by the extra that answers them. */
type ExtraAddresses = ReadonlyMap<string, readonly string[]>

/** Extras that ask for an image which is an extra of its own. */
function broughtBy(v: Versions): Readonly<Record<string, readonly string[]>> {
  const { extra, pauseExtra } = previousRelease(v)
  const pause = pauseExtra === undefined ? [] : [pauseExtra]
  return {
    'local-path': ['busybox-latest'],
    [CRIO_EXTRA]: pause,
    ...(extra === undefined ? {} : { [extra]: pause }),
  }
}

function extraAddresses(v: Versions = readVersions()): ExtraAddresses {
  const release = previousRelease(v)
  const all = [
    { extra: CRIO_EXTRA, serves: [crioAddress(v)] },
    { extra: release.extra, serves: [kubernetesAddress(release)] },
    ...imageRecipes(extraImageSpecs(v)),
    ...extraFileRecipes(v),
  ]
  const byName = new Map<string, readonly string[]>()
  for (const { extra, serves } of all) {
    if (extra !== undefined) byName.set(extra, [...(byName.get(extra) ?? []), ...(serves ?? [])])
  }
  return new Map([...byName].toSorted(([a], [b]) => a.localeCompare(b)))
}

/** Every name that `--with` takes, sorted. */
export function extraNames(): readonly string[] {
  return [...extraAddresses().keys()]
}

/** The extras that a runbook's scripts, files and values (`NAME=value`) name an address of. */
export function neededFor(texts: readonly string[]): readonly string[] {
  const all = withValues(texts)
  const asked = [...extraAddresses()].filter(([, addresses]) =>
    addresses.some((address) => all.some((text) => asksFor(text, address))),
  )
  return asked.map(([name]) => name)
}

/** The extra that could have answered a request, if there is one. */
export function extraThatAnswers(host: string, path: string): string | undefined {
  const found = [...extraAddresses()].find(([, addresses]) => addresses.some((address) => answers(address, host, path)))
  return found?.[0]
}

/**
 * The extras with those that they bring, each once, sorted.
 * @throws UserError on a name that no extra has.
 */
export function allExtras(wants: readonly string[]): readonly string[] {
  const known = extraNames()
  const wrong = wants.find((name) => !known.includes(name))
  if (wrong !== undefined) throw new UserError(`the lab has no extra "${wrong}"`, suggest(wrong, known))
  const brought = broughtBy(readVersions())
  return [...new Set(wants.flatMap((name) => [name, ...(brought[name] ?? [])]))].toSorted()
}
