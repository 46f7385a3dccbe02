/** Fences of one page to items: their fields, ids, titles and hashes. */
import { fileName, variantSuffix, versionUses } from '../chapter/index.ts'
import type {
  Chapter,
  ExpectFence,
  Fence,
  FenceExercise,
  FileFence,
  StepFence,
  VarSpec,
  Versions,
} from '../chapter/index.ts'
import { itemHash } from './hash.ts'
import type { Item } from './types.ts'

type Wanted = (exercise: FenceExercise | undefined) => boolean

/** Those of a page's fences that run and that `wanted` lets in by the exercise they belong to, with the twin's words. */
export function itemsOf(page: Chapter, twin: Chapter | undefined, wanted: Wanted): Item[] {
  const runs = executable(page.fences, wanted)
  const english = executable(twin?.fences ?? [], wanted)
  const seen = new Map<string, number>()
  return runs.map((fence, at) => {
    const base = baseOf(page, fence, english[at])
    if (fence.kind === 'step')
      return finish({ ...base, id: `${page.page}/${fence.id}`, ...stepFields(fence, page.fences) })
    const id = `${page.page}/${fileName(fence)}`
    const key = `${id}${variantSuffix(fence)}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return finish({
      ...base,
      id: `${id}${count === 1 ? '' : `#${count}`}`,
      ...fileFields(fence),
    })
  })
}

function executable(fences: readonly Fence[], wanted: Wanted): (StepFence | FileFence)[] {
  return fences.filter((fence) => fence.kind === 'step' || fence.kind === 'file').filter((one) => wanted(one.exercise))
}

function finish<T extends Omit<Item, 'hash'>>(item: T): T & { readonly hash: string } {
  return { ...item, hash: itemHash(item) }
}

function baseOf(page: Chapter, fence: StepFence | FileFence, twin: Fence | undefined) {
  const ko = titleOf(fence) ?? page.title
  return {
    source: { file: page.file, line: fence.position.line },
    title: { ko, en: titleOf(twin) ?? ko },
    ...(fence.lead === undefined
      ? {}
      : { lead: { ko: lastSentence(fence.lead), en: lastSentence(twin?.lead ?? fence.lead) } }),
    on: fence.on ?? page.runbook?.on ?? 'master',
    ...(fence.distro === undefined ? {} : { distro: fence.distro }),
    ...(fence.runtime === undefined ? {} : { runtime: fence.runtime }),
    ...(fence.exercise === undefined ? {} : { part: fence.exercise.part }),
  }
}

function titleOf(fence: Fence | undefined): string | undefined {
  return fence?.heading ?? fence?.title
}

/** The sentence right before the fence: what it is that the block does. A mark that stands alone, as code, ends none. */
function lastSentence(text: string): string {
  return text.split(/(?<=\S[.!?])\s+/u).at(-1) ?? text
}

function stepFields(fence: StepFence, fences: readonly Fence[]) {
  const expect = fences.find((other): other is ExpectFence => isExpectationOf(other, fence))
  return {
    type: 'step' as const,
    script: fence.text,
    exit: fence.exit,
    order: fence.order,
    timeoutSeconds: fence.timeoutSeconds,
    ...(fence.retrySeconds === undefined ? {} : { retrySeconds: fence.retrySeconds }),
    ...(fence.creates === undefined ? {} : { creates: fence.creates }),
    ...(fence.unless === undefined ? {} : { unless: fence.unless }),
    idempotent: fence.idempotent,
    captures: fence.captures,
    secrets: fence.secrets,
    phase: fence.phase,
    ...(fence.tty === undefined ? {} : { tty: fence.tty }),
    ...(fence.rebootSeconds === undefined ? {} : { rebootSeconds: fence.rebootSeconds }),
    ...(fence.background === undefined ? {} : { background: fence.background }),
    ...(expect === undefined ? {} : { expect: { match: expect.match, text: expect.text } }),
  }
}

function isExpectationOf(other: Fence, step: StepFence): boolean {
  return other.kind === 'expect' && other.step === step.id && variantSuffix(other) === variantSuffix(step)
}

function fileFields(fence: FileFence) {
  return {
    type: 'file' as const,
    path: fence.path,
    text: fence.text,
    ...(fence.write === undefined ? {} : { write: fence.write }),
    ...(fence.mode === undefined ? {} : { mode: fence.mode }),
    subst: fence.subst,
  }
}

/** The pinned versions whose names stand in these texts. */
export function usedVersions(
  items: readonly Item[],
  vars: readonly VarSpec[],
  versions: Versions,
): Record<string, string> {
  const texts = items.flatMap((item) =>
    item.type === 'step' ? [item.script, item.unless ?? '', item.creates ?? '', item.expect?.text ?? ''] : [item.text],
  )
  const names = new Set(
    [...texts, ...vars.map((spec) => spec.default ?? '')].flatMap(versionUses).map((use) => use.component),
  )
  return Object.fromEntries(Object.entries(versions).filter(([name]) => names.has(name)))
}
