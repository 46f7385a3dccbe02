/** How much of the book is tested: counts of fences, and the two limits of the design. */
import type { Problem } from '../errors/index.ts'
import { prints } from './shell/effects.ts'
import { scanShell } from './shell/scan.ts'
import type { Chapter, Fence } from './types.ts'
import { variantSuffix } from './variant.ts'

/** At most this part of the bash fences is not run; a small book may have `FEW_NORUN` all the same. */
const NORUN_LIMIT = 0.05
const FEW_NORUN = 6
/** At most this part of the steps that print something has no expectation. */
const UNCHECKED_LIMIT = 0.2

export interface BookCounts {
  readonly pages: number
  readonly steps: number
  readonly norun: number
  readonly files: number
  readonly expectations: number
  /** Steps that print something, and those of them without expectation. */
  readonly printing: number
  readonly unchecked: number
}

interface Placed {
  readonly file: string
  readonly fence: Fence
}

/** Counts over one language of the book (fences are the same in both). */
export function countBook(chapters: readonly Chapter[]): BookCounts {
  const count = (kind: Fence['kind']) => fencesOf(chapters, kind).length
  return {
    pages: chapters.filter((chapter) => chapter.lang === 'ko').length,
    steps: count('step'),
    norun: norunFences(chapters).length,
    files: count('file'),
    expectations: count('expect'),
    printing: printingSteps(chapters).length,
    unchecked: uncheckedSteps(chapters).length,
  }
}

/** Too many fences that are not run, too many steps whose output nobody compares. */
export function proportionProblems(chapters: readonly Chapter[]): Problem[] {
  const norun = norunFences(chapters)
  const bash = fencesOf(chapters, 'step').length + norun.length
  const allowed = Math.max(FEW_NORUN, Math.floor(bash * NORUN_LIMIT))
  const unchecked = uncheckedSteps(chapters)
  const printing = printingSteps(chapters).length
  return [
    ...(norun.length > allowed
      ? [
          problemAt(
            norun,
            `${norun.length} of ${bash} bash fences are norun; ${allowed} may be (5 %, at least ${FEW_NORUN})`,
            'make steps of some',
          ),
        ]
      : []),
    ...(unchecked.length > printing * UNCHECKED_LIMIT
      ? [
          problemAt(
            unchecked,
            `${unchecked.length} of ${printing} steps that print something have no expectation; 20 % may lack one`,
            'add expect fences',
          ),
        ]
      : []),
  ]
}

function problemAt(places: readonly Placed[], message: string, advice: string): Problem {
  const [first] = places
  const list = places.map(({ file, fence }) => `${file}:${fence.position.line}`).join(', ')
  return {
    file: first?.file ?? 'content/docs',
    line: first?.fence.position.line ?? 1,
    column: 1,
    message,
    hint: `${advice}: ${list}`,
  }
}

function fencesOf(chapters: readonly Chapter[], kind: Fence['kind']): Placed[] {
  const korean = chapters.filter((chapter) => chapter.lang === 'ko')
  return korean.flatMap((chapter) =>
    chapter.fences.filter((fence) => fence.kind === kind).map((fence) => ({ file: chapter.file, fence })),
  )
}

function norunFences(chapters: readonly Chapter[]): Placed[] {
  return fencesOf(chapters, 'norun').filter(({ fence }) => fence.lang === 'bash')
}

function printingSteps(chapters: readonly Chapter[]): Placed[] {
  return fencesOf(chapters, 'step').filter(({ fence }) => !isJudgedOtherwise(fence) && prints(scanShell(fence.text)))
}

/**
 * What an exercise's blocks do is seen by its check, whose own output is compared with its messages; what a background
 * step prints is held against its `ready`; what one prints that takes its host down may be lost.
 */
function isJudgedOtherwise(fence: Fence): boolean {
  if (fence.kind !== 'step') return false
  return fence.exercise !== undefined || fence.background !== undefined || fence.rebootSeconds !== undefined
}

function uncheckedSteps(chapters: readonly Chapter[]): Placed[] {
  const checked = new Set(
    fencesOf(chapters, 'expect').flatMap(({ file, fence }) =>
      fence.kind === 'expect' ? [stepKey(file, fence.step, fence)] : [],
    ),
  )
  return printingSteps(chapters).filter(
    ({ file, fence }) => fence.kind === 'step' && !checked.has(stepKey(file, fence.id, fence)),
  )
}

function stepKey(file: string, step: string, fence: Fence): string {
  return `${file} ${step}${variantSuffix(fence)}`
}
