/** What the supply is made of (recipes) and what it gives (Supply). */
import type { Substitution } from '../../evidence/types.ts'
import type { Certificate, CertificateAuthority } from '../ca.ts'

/** `compile` keeps both cores busy, `fetch` waits for the network, `pack` is short and mixed. */
export type Lane = 'compile' | 'fetch' | 'pack'

export interface BuildContext {
  /** Empty folder to fill. */
  readonly out: string
  /** Folder of a recipe named in `needs`. */
  readonly from: (recipe: string) => string
  /** Records what this recipe replaces or relaxes; kept with the entry, so that a cached build says it too. */
  readonly substitute: (substitution: Substitution) => void
}

/** How one artefact is made; its cache key is the hash of `inputs`, `recipe` and the keys of `needs`. */
export interface Recipe {
  readonly name: string
  readonly version: string
  /** Where it comes from, for people. */
  readonly source: string
  readonly licence: string
  readonly lane: Lane
  /** Measured on two cores with nothing cached. */
  readonly estimatedSeconds: number
  readonly needs: readonly string[]
  /** Name of the extra that it belongs to (`lab up --with NAME`); without it the recipe is made at the first `up`. */
  readonly extra?: string
  /** Beginnings of the addresses that it answers, as they stand in commands: `HOST/PATH`, or an image's name with its tag. */
  readonly serves?: readonly string[]
  /** Everything that decides the result. Raise a number in it when the code of `build` changes its result. */
  readonly inputs: unknown
  readonly build: (context: BuildContext) => Promise<void>
}

export interface PlanRow {
  readonly artefact: string
  readonly version: string
  readonly source: string
  readonly licence: string
  /** sha256 (hex) of all that decides its content. */
  readonly key: string
  readonly cached: boolean
  /** Its folder in the cache, once it is made. */
  readonly folder?: string
  readonly estimatedSeconds: number
  /** `up`, or the extras that it is part of. */
  readonly partOf: readonly string[]
}

export interface Supply {
  /** The mirror's `--www`: `<dir>/<host>/<path>`. */
  readonly dir: string
  /** The mirror's `--registry`. */
  readonly registryDir: string
  /** Names that the lab's DNS answers with the mirror's address. */
  readonly hostNames: readonly string[]
  readonly tls: Certificate
  readonly ca: CertificateAuthority
  /** Armored public key that signs debian.lab.test. */
  readonly signingKeyPath: string
  readonly substitutions: readonly Substitution[]
  /** The extras that it carries, sorted. */
  readonly extras: readonly string[]
  /** Changes when any artefact does. */
  readonly key: string
}
