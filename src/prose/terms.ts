/** Holds the pages to the glossary: a refused form is a problem, with its place and the form that this book uses. Pure. */
import type { Problem } from '../errors/index.ts'
import type { Refusal } from '../reference/index.ts'
import { isParticles } from './josa.ts'
import type { Page } from './pages.ts'
import { problemAt } from './pages.ts'

/** `slips`: the word list's wrong and right forms, which are refused everywhere. */
export function termProblems(
  pages: readonly Page[],
  refusals: readonly Refusal[],
  slips: readonly (readonly [wrong: string, right: string])[] = [],
): Problem[] {
  const all = [
    ...refusals,
    ...slips.map(([form, use]): Refusal => ({ form, use, reason: 'a common slip', except: [] })),
  ]
  return pages.flatMap((page) =>
    all
      .filter(({ lang }) => lang === undefined || lang === page.lang)
      .flatMap((refusal) =>
        placesOf(page.prose, refusal).map((offset) =>
          problemAt(
            page,
            offset,
            `"${refusal.form}" is not this book's word`,
            `write ${refusal.use}: ${refusal.reason}`,
          ),
        ),
      ),
  )
}

function placesOf(prose: string, { form, except }: Refusal): number[] {
  const words = new RegExp(`(?<![\\p{L}\\p{N}_])${RegExp.escape(form)}`, 'gu')
  const excused = except.flatMap((phrase) => rangesOf(prose, phrase))
  return [...prose.matchAll(words)]
    .map((match) => match.index)
    .filter((at) => endsThere(prose, at + form.length))
    .filter((at) => !excused.some(([start, end]) => start <= at && at < end))
}

/** A Korean word may carry particles, a Latin one ends where it is written, and is no part of a name such as pod-a. */
function endsThere(prose: string, end: number): boolean {
  const rest = /^[\p{L}\p{N}_]+/u.exec(prose.slice(end, end + 20))?.[0] ?? ''
  if (rest === '') return !/^[-./]\w/u.test(prose.slice(end, end + 2))
  return isParticles(rest)
}

function rangesOf(prose: string, phrase: string): [start: number, end: number][] {
  return [...prose.matchAll(new RegExp(RegExp.escape(phrase), 'gu'))].map(({ index }) => [index, index + phrase.length])
}
