/** A runbook: the ordered steps of a chapter and of what it includes, as plain data that a `.mjs` file carries. */
import type {
  Distro,
  ExercisePart,
  Isolation,
  Lang,
  MatchKind,
  RuntimeName,
  Topology,
  VarSpec,
} from '../chapter/types.ts'

export interface Expectation {
  readonly match: MatchKind
  readonly text: string
}

interface ItemBase {
  /** `page/id`, e.g. `install/containerd/config`; for a file without id `page/file:PATH`. Unique per distro and runtime. */
  readonly id: string
  /** Korean page's path and 1-based line of the fence. */
  readonly source: { readonly file: string; readonly line: number }
  /** Heading and lead sentence, for people reading the runbook or its output. */
  readonly title: Readonly<Record<Lang, string>>
  /** The sentence before the fence, if it has one. */
  readonly lead?: Readonly<Record<Lang, string>>
  /** Role, `role[0]`, host name, `all`, `every`. */
  readonly on: string
  readonly distro?: Distro
  readonly runtime?: RuntimeName
  /** Of an exercise's item: what it is for there. */
  readonly part?: ExercisePart
  /** sha256 (hex, first 16) of text, meta and expectation. */
  readonly hash: string
}

export interface Step extends ItemBase {
  readonly type: 'step'
  readonly script: string
  readonly exit: number
  readonly order: 'parallel' | 'serial'
  readonly timeoutSeconds: number
  readonly retrySeconds?: number
  readonly creates?: string
  readonly unless?: string
  readonly idempotent: boolean
  readonly captures: readonly string[]
  readonly secrets: readonly string[]
  readonly phase: 'run' | 'verify' | 'cleanup'
  /** Keeps running until the cleanup begins; `ready` is the regular expression that its output then matches. */
  readonly background?: { readonly id: string; readonly ready: string }
  /** It runs on a terminal, where this is typed (src/chapter/tty-keys.ts). */
  readonly tty?: string
  /** The host goes down, and is back with a new boot id within this time. */
  readonly rebootSeconds?: number
  readonly expect?: Expectation
}

export interface FileWrite extends ItemBase {
  readonly type: 'file'
  readonly path: string
  /** The file's content without the newline at its end, which the runner adds. */
  readonly text: string
  /** `block`: only a marked part of the file, which has other owners. */
  readonly write?: 'block'
  readonly mode?: string
  readonly subst: readonly string[]
}

export type Item = Step | FileWrite

/** An exercise of the runbook's own page: no part of an ordinary run, and of nobody else's hashes. */
export interface Exercise {
  readonly id: string
  readonly title: Readonly<Record<Lang, string>>
  /** The words for each id that the check may print. */
  readonly messages: Readonly<Record<string, Readonly<Record<Lang, string>>>>
  /** Pinned versions that its own texts use. */
  readonly versions: Readonly<Record<string, string>>
  /** In the order of the page. */
  readonly items: readonly Item[]
}

export interface Runbook {
  readonly id: string
  readonly page: string
  readonly title: Readonly<Record<Lang, string>>
  readonly topology: Topology
  /** What the lab's machines install when the chapter is about one container runtime; else either. */
  readonly runtime?: RuntimeName
  readonly isolation: Isolation
  readonly needs: readonly string[]
  readonly vars: readonly VarSpec[]
  /** Pinned versions (content/versions.yaml) that the text uses; part of the hash chain. */
  readonly versions: Readonly<Record<string, string>>
  readonly items: readonly Item[]
  readonly exercises?: readonly Exercise[]
}
