/** What a reader is told of an exercise, in the reader's language. */
import type { Lang } from '../chapter/types.ts'
import type { Exercise } from '../runbook/types.ts'

const WORDS = {
  ko: {
    setup: '연습문제를 준비했습니다. 페이지의 문제를 풀고, 다 되었으면 확인합니다:',
    answer: '답을 적용했습니다. 확인합니다:',
    done: '다 되었습니다.',
    missing: '아직 다 되지 않았습니다.',
    broken: '연습문제의 블록이 실패했습니다.',
  },
  en: {
    setup: 'The exercise is set up. Do what the page asks for, then check:',
    answer: 'The answer was applied. Check it:',
    done: 'Done: all is as it should be.',
    missing: 'Not done yet.',
    broken: 'A block of the exercise failed.',
  },
} as const

/** After setup or answer: how to go on. `command` starts this exercise, without --check and --answer. */
export function afterwards(exercise: Exercise, part: 'setup' | 'answer', command: string, lang: Lang): string {
  return `${exercise.title[lang]}: ${WORDS[lang][part]}\n  ${command} --check`
}

/** After the check: done, or one line for each thing that is missing. */
export function verdictText(exercise: Exercise, missing: readonly string[], lang: Lang): string {
  if (missing.length === 0) return `${exercise.title[lang]}: ${WORDS[lang].done}`
  const lines = missingWords(exercise, missing, lang).map((words) => `  - ${words}`)
  return [`${exercise.title[lang]}: ${WORDS[lang].missing}`, ...lines].join('\n')
}

/** For each thing that is missing, what the page says of it. */
export function missingWords(exercise: Exercise, missing: readonly string[], lang: Lang): string[] {
  return missing.map((id) => exercise.messages[id]?.[lang] ?? id)
}

export function brokenText(exercise: Exercise, lang: Lang): string {
  return `${exercise.title[lang]}: ${WORDS[lang].broken}`
}
