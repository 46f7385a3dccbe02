/** Chapters to a runbook: includes resolved, items in order, variables merged, versions and hashes. */
import type { Problem } from '../errors/index.ts'
import { suggest } from '../errors/index.ts'
import { includeOrder, runbookChapter, variantSuffix, versionUses } from '../chapter/index.ts'
import type { Chapter, ExpectFence, Fence, FileFence, StepFence, VarSpec, Versions } from '../chapter/index.ts'
import { itemHash } from './hash.ts'
import type { Item, Runbook } from './types.ts'

export interface PlannedRunbook {
  /** Undefined where the id is unknown. */
  readonly runbook: Runbook | undefined
  readonly problems: readonly Problem[]
}

/** What a plan is made of: the pages, and the list of versions that their text is held against. */
export interface PlanSource {
  readonly chapters: readonly Chapter[]
  readonly versions: Versions
}

/** Plans one runbook by its id from the Korean pages, with the English pages' titles. */
export function planRunbook(source: PlanSource, id: string): PlannedRunbook {
  const chapter = runbookChapter(source.chapters, id, 'ko')
  const spec = chapter?.runbook
  if (chapter === undefined || spec === undefined) {
    const ids = runbookIds(source.chapters)
    const problem = {
      file: 'content/docs',
      line: 1,
      column: 1,
      message: `no page has the runbook "${id}"`,
      hint: suggest(id, ids, 'runbooks'),
    }
    return { runbook: undefined, problems: [problem] }
  }
  const pages = includeOrder(source.chapters, chapter).chapters
  const twins = new Map(pages.map((page) => [page, englishOf(source.chapters, page)]))
  const vars = mergeVars(pages, twins)
  const items = pages.flatMap((page) => itemsOf(page, twins.get(page)))
  const runbook: Runbook = {
    id,
    page: chapter.page,
    title: { ko: chapter.title, en: twins.get(chapter)?.title ?? chapter.title },
    topology: spec.topology,
    isolation: spec.isolation,
    needs: spec.needs,
    vars: vars.specs,
    versions: usedVersions(items, vars.specs, source.versions),
    items,
  }
  return { runbook, problems: vars.problems }
}

/** Ids of all runbooks, in the order of the pages. */
export function runbookIds(chapters: readonly Chapter[]): string[] {
  return chapters.flatMap((chapter) =>
    chapter.lang === 'ko' && chapter.runbook !== undefined ? [chapter.runbook.id] : [],
  )
}

function englishOf(chapters: readonly Chapter[], page: Chapter): Chapter | undefined {
  return chapters.find((other) => other.lang === 'en' && other.page === page.page)
}

function mergeVars(
  pages: readonly Chapter[],
  twins: ReadonlyMap<Chapter, Chapter | undefined>,
): { specs: VarSpec[]; problems: Problem[] } {
  const merged = new Map<string, { spec: VarSpec; page: Chapter }>()
  const problems: Problem[] = []
  for (const page of pages) {
    for (const spec of page.runbook?.vars ?? []) {
      const before = merged.get(spec.name)
      if (before === undefined) {
        const english = twins.get(page)?.runbook?.vars.find((other) => other.name === spec.name)
        merged.set(spec.name, {
          spec: { ...spec, meanings: { ko: spec.meaning, en: english?.meaning ?? spec.meaning } },
          page,
        })
      } else if (before.spec.default !== spec.default || before.spec.from !== spec.from) {
        problems.push({
          file: page.file,
          ...(page.runbook?.position ?? { line: 1, column: 1 }),
          message: `the variable ${spec.name} is defined otherwise in ${before.page.file}`,
          hint: 'give it the same default or from in both, or rename one',
        })
      }
    }
  }
  return { specs: [...merged.values()].map(({ spec }) => spec), problems }
}

function itemsOf(page: Chapter, twin: Chapter | undefined): Item[] {
  const runs = executable(page.fences)
  const english = executable(twin?.fences ?? [])
  const seen = new Map<string, number>()
  return runs.map((fence, at) => {
    const base = baseOf(page, fence, english[at])
    if (fence.kind === 'step')
      return finish({ ...base, id: `${page.page}/${fence.id}`, ...stepFields(fence, page.fences) })
    const key = `${fence.path}${variantSuffix(fence)}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return finish({
      ...base,
      id: `${page.page}/file:${fence.path}${count === 1 ? '' : `#${count}`}`,
      ...fileFields(fence),
    })
  })
}

function executable(fences: readonly Fence[]): (StepFence | FileFence)[] {
  return fences.filter((fence) => fence.kind === 'step' || fence.kind === 'file')
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
  }
}

function titleOf(fence: Fence | undefined): string | undefined {
  return fence?.heading ?? fence?.title
}

/** The sentence right before the fence: what it is that the block does. */
function lastSentence(text: string): string {
  return text.split(/(?<=[.!?])\s+/u).at(-1) ?? text
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
    ...(fence.mode === undefined ? {} : { mode: fence.mode }),
    subst: fence.subst,
  }
}

function usedVersions(items: readonly Item[], vars: readonly VarSpec[], versions: Versions): Record<string, string> {
  const texts = items.flatMap((item) =>
    item.type === 'step' ? [item.script, item.unless ?? '', item.creates ?? '', item.expect?.text ?? ''] : [item.text],
  )
  const names = new Set(
    [...texts, ...vars.map((spec) => spec.default ?? '')].flatMap(versionUses).map((use) => use.component),
  )
  return Object.fromEntries(Object.entries(versions).filter(([name]) => names.has(name)))
}
