/** A chapter's fences as the page shows them: each with its place, its folded expectation, its proof. Pure. */
import type {
  Chapter,
  ExpectFence,
  Fence,
  FenceExercise,
  FileFence,
  Lang,
  StepFence,
  VarSpec,
} from '../../chapter/types.ts'
import { fileName } from '../../chapter/index.ts'
import { exerciseProof } from './exercise.ts'
import type { ExerciseView } from './exercise.ts'
import { proofOf } from './proof.ts'
import type { Proof, RunRecord } from './proof.ts'

/** A fence that runs and what is known of it. */
export interface RunView {
  readonly kind: 'run'
  readonly fence: StepFence | FileFence
  readonly lang: Lang
  /** `page/id`, as in runbook and evidence. */
  readonly id: string
  readonly on: string
  /** Without `#`, e.g. `step-init`; variants after the first carry their name: `step-init-rhel`. */
  readonly anchor: string
  readonly expect?: ExpectFence
  readonly exercise?: ExerciseView
  readonly proof: Proof
  /** Names that the page's form can fill in here. */
  readonly names: readonly string[]
}

/** A fence that is only shown. */
export interface StillView {
  readonly kind: 'norun' | 'plain'
  readonly fence: Fence
  readonly lang: Lang
  readonly names: readonly string[]
}

/** `folded`: an expectation, shown inside its step. */
export type BlockView = RunView | StillView | { readonly kind: 'folded' }

/** A value that the reader can type: from the frontmatter, or pasted from what a step gave. */
export type ReaderValue =
  | { readonly kind: 'var'; readonly spec: VarSpec }
  | { readonly kind: 'capture'; readonly name: string; readonly secret: boolean; readonly anchor: string }

/** What a page shows of its chapter, keyed by the line (from 1) of each fence. */
export interface PageView {
  readonly chapter: Chapter
  readonly blocks: ReadonlyMap<number, BlockView>
  readonly values: readonly ReaderValue[]
}

export function pageView(chapter: Chapter, records: readonly RunRecord[]): PageView {
  const values = readerValues(chapter)
  const names = values.map((value) => (value.kind === 'var' ? value.spec.name : value.name))
  const anchors = new Set<string>()
  const blocks = new Map<number, BlockView>()
  for (const fence of chapter.fences) {
    blocks.set(fence.position.line, blockView(chapter, fence, names, anchors, records))
  }
  return { chapter, blocks, values }
}

function blockView(
  chapter: Chapter,
  fence: Fence,
  names: readonly string[],
  anchors: Set<string>,
  records: readonly RunRecord[],
): BlockView {
  const { lang } = chapter
  if (fence.kind === 'expect') return { kind: 'folded' }
  if (fence.kind === 'norun' || fence.kind === 'plain') return { kind: fence.kind, fence, lang, names }
  const id = `${chapter.page}/${fence.kind === 'step' ? fence.id : fileName(fence)}`
  const expect = fence.kind === 'step' ? expectationOf(chapter, fence) : undefined
  return {
    kind: 'run',
    fence,
    lang,
    id,
    on: fence.on ?? chapter.runbook?.on ?? 'master',
    anchor: anchorOf(fence, anchors),
    ...(expect === undefined ? {} : { expect }),
    ...exerciseOf(chapter, fence, records),
    proof: proofOf(id, fence, records, chapter.runbook?.id),
    names: fence.kind === 'file' ? fence.subst : names,
  }
}

/** The exercise of a block; its proof on the last block of its setup only. */
function exerciseOf(
  chapter: Chapter,
  fence: StepFence | FileFence,
  records: readonly RunRecord[],
): { exercise?: ExerciseView } {
  const { exercise } = fence
  if (exercise === undefined) return {}
  const runbook = chapter.runbook?.id ?? ''
  const closes = chapter.fences.findLast(
    (other) => (other.kind === 'step' || other.kind === 'file') && isSetupOf(other.exercise, exercise.id),
  )
  const proof = closes === fence ? { proof: exerciseProof(exercise.id, runbook, records) } : {}
  return { exercise: { ...exercise, runbook, ...proof } }
}

function isSetupOf(exercise: FenceExercise | undefined, id: string): boolean {
  return exercise?.id === id && exercise.part === 'setup'
}

/** The expectation of a step: of the same variant when the page says so, else the one without variant. */
function expectationOf(chapter: Chapter, step: StepFence): ExpectFence | undefined {
  const candidates = chapter.fences.filter((fence) => fence.kind === 'expect').filter((fence) => fence.step === step.id)
  return (
    candidates.find(({ distro, runtime }) => distro === step.distro && runtime === step.runtime) ??
    candidates.find(({ distro, runtime }) => distro === undefined && runtime === undefined)
  )
}

function anchorOf(fence: StepFence | FileFence, taken: Set<string>): string {
  const base =
    fence.kind === 'step' ? `step-${fence.id}` : `file-${fence.path.replaceAll(/[^\w.-]+/gu, '-').replace(/^-/u, '')}`
  const variant = [base, fence.distro, fence.runtime].filter((part) => part !== undefined).join('-')
  let anchor = taken.has(base) ? variant : base
  for (let count = 2; taken.has(anchor); count += 1) anchor = `${variant}-${count}`
  taken.add(anchor)
  return anchor
}

function readerValues(chapter: Chapter): ReaderValue[] {
  const specs = (chapter.runbook?.vars ?? []).map((spec) => ({ kind: 'var' as const, spec }))
  return [...specs, ...capturedValues(chapter)]
}

/** Captures that another block of the page reads: only there would a reader need to paste them. */
function capturedValues(chapter: Chapter): ReaderValue[] {
  const steps = chapter.fences.filter((fence) => fence.kind === 'step')
  return steps.flatMap((step) =>
    [...new Set([...step.captures, ...step.secrets])]
      .filter((name) =>
        steps.some((other) => other !== step && new RegExp(String.raw`\$\{?${name}\b`, 'u').test(other.text)),
      )
      .map((name) => ({
        kind: 'capture' as const,
        name,
        secret: step.secrets.includes(name),
        anchor: `step-${step.id}`,
      })),
  )
}
