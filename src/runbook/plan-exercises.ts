/** The exercises of a page as a runbook carries them: titles and messages in both languages, their items in order. */
import type { Chapter, ExerciseSpec, FenceExercise, Lang, Versions } from '../chapter/index.ts'
import { itemsOf, usedVersions } from './plan-items.ts'
import type { Exercise } from './types.ts'

/** Of the Korean page, with its English twin's words. */
export function exercisesOf(page: Chapter, twin: Chapter | undefined, versions: Versions): Exercise[] {
  return page.exercises.map((spec) => {
    const belongs = (exercise: FenceExercise | undefined): boolean => exercise?.id === spec.id
    const items = itemsOf(page, twin, belongs)
    const english = twin?.exercises.find((other) => other.id === spec.id)
    return {
      id: spec.id,
      title: { ko: spec.title, en: english?.title ?? spec.title },
      messages: bothWords(spec, english),
      versions: usedVersions(items, [], versions),
      items,
    }
  })
}

function bothWords(spec: ExerciseSpec, english: ExerciseSpec | undefined): Record<string, Record<Lang, string>> {
  return Object.fromEntries(
    Object.entries(spec.messages).map(([id, words]) => [id, { ko: words, en: english?.messages[id] ?? words }]),
  )
}
