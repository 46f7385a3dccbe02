/** What a chapter is once parsed: frontmatter, headings, fences, each with its place in the file. */

export type Lang = 'ko' | 'en'
export const DISTROS = ['debian', 'rhel'] as const
export type Distro = (typeof DISTROS)[number]
export const RUNTIMES = ['containerd', 'crio'] as const
export type RuntimeName = (typeof RUNTIMES)[number]
export type Role = 'master' | 'node' | 'utility'
export type Topology = 'blank' | 'single' | 'ha'
export type Isolation = 'namespace' | 'cluster' | 'machine'

/** What a fence of an exercise is for: the start, a right answer, a wrong one, the look that tells them apart. */
export const EXERCISE_PARTS = ['setup', 'answer', 'wrong', 'check'] as const
export type ExercisePart = (typeof EXERCISE_PARTS)[number]

/** What is wrong with one value, and what to do about it. */
export interface ValueProblem {
  readonly message: string
  readonly hint: string
}

/** Lines and columns count from 1, in the MDX file. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A variable of the frontmatter (`vars:`); exactly one of `default` and `from` is set. */
export interface VarSpec {
  readonly name: string
  /** In the language of the page; a runbook has both in `meanings`. */
  readonly meaning: string
  readonly meanings?: Readonly<Record<Lang, string>>
  readonly default?: string
  /** Where the runner takes it from, e.g. `master[0].address`, `host.name`. */
  readonly from?: string
}

/** `runbook:` of a chapter's frontmatter. */
export interface RunbookSpec {
  readonly id: string
  /** Where `runbook:` stands. */
  readonly position?: Position
  /** Default value of `on`. */
  readonly on: string
  readonly includes: readonly string[]
  /** `continues:` — runbooks whose own items, without their includes, run after this page's own. */
  readonly followedBy: readonly string[]
  readonly needs: readonly string[]
  readonly topology: Topology
  /** Which container runtime the lab's machines get; else the lab's own choice. */
  readonly runtime?: RuntimeName
  readonly isolation: Isolation
  readonly vars: readonly VarSpec[]
}

/** One entry of the frontmatter's `exercises:`. */
export interface ExerciseSpec {
  readonly id: string
  readonly position: Position
  /** In the language of the page, as the words of the messages are. */
  readonly title: string
  /** What the check says is missing, by the id that it prints. */
  readonly messages: Readonly<Record<string, string>>
}

/** Which exercise a fence belongs to. */
export interface FenceExercise {
  readonly id: string
  readonly part: ExercisePart
}

interface FenceBase {
  readonly position: Position
  /** Language word of the fence. */
  readonly lang: string
  /** Exact bytes between the fence lines, without the last newline. */
  readonly text: string
  /** The fence's own words as written, `title` aside: the same in both languages. */
  readonly meta: string
  readonly title?: string
  readonly on?: string
  readonly distro?: Distro
  readonly runtime?: RuntimeName
  /** Text of the nearest heading above, and of the paragraph just before. */
  readonly heading?: string
  readonly lead?: string
}

export interface StepFence extends FenceBase {
  readonly kind: 'step'
  readonly id: string
  readonly exercise?: FenceExercise
  readonly exit: number
  readonly order: 'parallel' | 'serial'
  readonly retrySeconds?: number
  readonly timeoutSeconds: number
  readonly creates?: string
  readonly unless?: string
  readonly idempotent: boolean
  readonly captures: readonly string[]
  readonly secrets: readonly string[]
  readonly phase: 'run' | 'verify' | 'cleanup'
  /** Keeps running; `ready` is the regular expression that its output then matches. */
  readonly background?: { readonly id: string; readonly ready: string }
  /** It runs on a terminal, where this is typed (tty-keys.ts). */
  readonly tty?: string
  /** The host goes down, and is back with a new boot id within this time. */
  readonly rebootSeconds?: number
}

export interface NorunFence extends FenceBase {
  readonly kind: 'norun'
  readonly code: NorunCode
}

export interface FileFence extends FenceBase {
  readonly kind: 'file'
  readonly path: string
  readonly exercise?: FenceExercise
  /** `block`: only a marked part of a file that has other owners. */
  readonly write?: 'block'
  readonly mode?: string
  readonly subst: readonly string[]
}

export type MatchKind = 'exact' | 'contains' | 'regex' | 'json'

export interface ExpectFence extends FenceBase {
  readonly kind: 'expect'
  readonly step: string
  readonly match: MatchKind
}

/** A fence that is only to be read (mermaid, ini excerpt with norun …). */
export interface PlainFence extends FenceBase {
  readonly kind: 'plain'
}

export type Fence = StepFence | NorunFence | FileFence | ExpectFence | PlainFence

/** Why a block is shown and never executed; the site says the reason in the reader's language. */
export const NORUN_CODES = [
  'windows',
  'internet',
  'hardware',
  'illustration',
  'control-machine',
  'interactive',
] as const
export type NorunCode = (typeof NORUN_CODES)[number]

export interface Chapter {
  /** Path below content/docs without language and extension, e.g. `install/containerd`. */
  readonly page: string
  readonly lang: Lang
  /** Path from the repository's root. */
  readonly file: string
  readonly title: string
  readonly description: string
  readonly runbook?: RunbookSpec
  readonly exercises: readonly ExerciseSpec[]
  readonly fences: readonly Fence[]
}
