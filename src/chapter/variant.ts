/** What tells fences of one name apart: a step, a file or an expectation may exist once per distribution and runtime. */
import type { Distro, FenceExercise, RuntimeName } from './types.ts'

export interface Variant {
  readonly distro?: Distro
  readonly runtime?: RuntimeName
}

/** `""`, `@rhel`, `@crio`, `@debian+crio`: what follows an id to name one variant of it. */
export function variantSuffix(variant: Variant): string {
  const words = [variant.distro, variant.runtime].filter((word) => word !== undefined)
  return words.length === 0 ? '' : `@${words.join('+')}`
}

/** True where some host could have both. */
export function overlaps(a: Variant, b: Variant): boolean {
  return overlap(a.distro, b.distro) && overlap(a.runtime, b.runtime)
}

function overlap(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

/** What a file is called on its page, having no id: `file:/etc/x`, in an exercise `scale-up/answer/file:pod.yaml`. */
export function fileName(file: { readonly path: string; readonly exercise?: FenceExercise }): string {
  const folder = file.exercise === undefined ? '' : `${file.exercise.id}/${file.exercise.part}/`
  return `${folder}file:${file.path}`
}
