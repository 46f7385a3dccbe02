/** Korean and English pages side by side: the same pages, and in them the same executable fences in the same order. */
import type { Problem } from '../errors/index.ts'
import { CONTENT } from './chapter.ts'
import type { Chapter, ExerciseSpec, Fence, RunbookSpec } from './types.ts'

/** Every page without a twin, and for each pair the first fence that differs. */
export function parityProblems(chapters: readonly Chapter[]): Problem[] {
  return chapters.flatMap((chapter) => {
    const twin = chapters.find((other) => other.page === chapter.page && other.lang !== chapter.lang)
    if (twin === undefined) return [missingTwin(chapter)]
    return chapter.lang === 'ko' ? pairProblems(chapter, twin) : []
  })
}

function missingTwin(chapter: Chapter): Problem {
  const other = chapter.lang === 'ko' ? 'English' : 'Korean'
  const path = `${CONTENT}/${chapter.lang === 'ko' ? 'en/' : ''}${chapter.page}.mdx`
  return { file: chapter.file, line: 1, column: 1, message: `the page has no ${other} twin`, hint: `write ${path}` }
}

function pairProblems(ko: Chapter, en: Chapter): Problem[] {
  return [...runbookProblems(ko, en), ...exerciseProblems(ko, en), ...fenceProblems(ko, en)]
}

/** The same exercises with the same messages; their words are the page's. */
function exerciseProblems(ko: Chapter, en: Chapter): Problem[] {
  const idsOf = ({ id, messages }: ExerciseSpec): string => `${id} (${Object.keys(messages).join(', ')})`
  const [there, here] = [ko.exercises.map(idsOf), en.exercises.map(idsOf)]
  const at = there.findIndex((ids, index) => ids !== here[index])
  if (at < 0 && there.length === here.length) return []
  const index = at < 0 ? there.length : at
  return [
    {
      file: en.file,
      ...(en.exercises[index]?.position ?? { line: 1, column: 1 }),
      message: `exercises: differs from that of the Korean page: ${there[index] ?? 'none'} there, ${here[index] ?? 'none'} here`,
      hint: `${ko.file} and ${en.file}: the ids of exercises and messages are the same, in the same order`,
    },
  ]
}

function runbookProblems(ko: Chapter, en: Chapter): Problem[] {
  if (runbookText(ko.runbook) === runbookText(en.runbook)) return []
  const hint = `${ko.file} and ${en.file}: everything but the meanings of variables is the same`
  return [
    {
      file: en.file,
      ...(en.runbook?.position ?? { line: 1, column: 1 }),
      message: 'runbook: differs from that of the Korean page',
      hint,
    },
  ]
}

function runbookText(spec: RunbookSpec | undefined): string {
  if (spec === undefined) return ''
  return JSON.stringify({
    ...spec,
    position: undefined,
    vars: spec.vars.map(({ name, default: value, from }) => [name, value, from]),
  })
}

function fenceProblems(ko: Chapter, en: Chapter): Problem[] {
  const left = ko.fences.filter((fence) => fence.kind !== 'plain')
  const right = en.fences.filter((fence) => fence.kind !== 'plain')
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [a, b] = [left[at], right[at]]
    const why = difference(a, b)
    if (why !== undefined) return [pairProblem(ko, a, en, b, why)]
  }
  return []
}

function pairProblem(ko: Chapter, a: Fence | undefined, en: Chapter, b: Fence | undefined, why: string): Problem {
  const here = b === undefined ? { chapter: ko, fence: a } : { chapter: en, fence: b }
  const there = b === undefined ? { chapter: en, fence: undefined } : { chapter: ko, fence: a }
  const place = here.fence?.position ?? { line: 1, column: 1 }
  const twin = there.fence === undefined ? there.chapter.file : `${there.chapter.file}:${there.fence.position.line}`
  return {
    file: here.chapter.file,
    ...place,
    message: `this fence differs from its twin in ${twin}: ${why}`,
    hint: 'step, norun, file and expect fences are byte-identical in both languages and in the same order, title aside',
  }
}

function difference(a: Fence | undefined, b: Fence | undefined): string | undefined {
  if (a === undefined || b === undefined) return 'there is none'
  if (a.lang !== b.lang) return `"${a.lang}" there, "${b.lang}" here`
  if (a.meta !== b.meta) return `${JSON.stringify(a.meta)} there, ${JSON.stringify(b.meta)} here`
  if (a.text === b.text) return undefined
  const [there, here] = [a.text.split('\n'), b.text.split('\n')]
  const at = there.findIndex((line, index) => line !== here[index])
  const line = at < 0 ? there.length : at
  return `line ${line + 1} is ${shown(there[line])} there, ${shown(here[line])} here`
}

function shown(line: string | undefined): string {
  return line === undefined ? 'missing' : JSON.stringify(line)
}
