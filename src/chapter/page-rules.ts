/** Rules that see a whole page: ids, which expectation belongs to which step, files, captures. */
import { expectationProblem } from './expectation.ts'
import { blockMarks } from './block-marks.ts'
import { isOneHost } from './hosts.ts'
import type { Complain } from './place.ts'
import { scanShell } from './shell/scan.ts'
import { suggest } from '../errors/index.ts'
import type { ExpectFence, Fence, FenceExercise, FileFence, RunbookSpec, StepFence } from './types.ts'
import { overlaps, variantSuffix } from './variant.ts'

/** Complains about everything on one page that a single fence cannot know. */
export function checkPage(fences: readonly Fence[], runbook: RunbookSpec | undefined, complain: Complain): void {
  const steps = fences.filter((fence) => fence.kind === 'step')
  const files = fences.filter((fence) => fence.kind === 'file')
  const first = fences.find((fence) => fence.kind === 'step' || fence.kind === 'file')
  if (first !== undefined && runbook === undefined) {
    complain(
      first.position,
      'the page has steps but its frontmatter has no runbook:',
      'add runbook: {id: …, on: …, topology: …, isolation: …}',
    )
  }
  checkTwins(steps, (step) => `the step id "${step.id}"`, complain)
  checkTwins(files, (file) => `the file "${file.path}"`, complain)
  checkExpectations(fences, complain)
  for (const step of steps) checkCaptures(step, runbook, complain)
  for (const file of files) {
    checkSubstitution(file, complain)
    checkBlock(file, complain)
  }
}

function checkTwins<T extends StepFence | FileFence>(
  fences: readonly T[],
  name: (fence: T) => string,
  complain: Complain,
): void {
  fences.forEach((fence, at) => {
    const twin = fences.slice(0, at).find((other) => isTwin(fence, other))
    if (twin === undefined) return
    complain(
      fence.position,
      `${name(fence)} stands twice; first in line ${twin.position.line}`,
      'an id is unique on its page, per distro and runtime; a file is written once per host',
    )
  })
}

function isTwin(a: StepFence | FileFence, b: StepFence | FileFence): boolean {
  if (!overlaps(a, b)) return false
  if (a.kind === 'step') return b.kind === 'step' && a.id === b.id
  return b.kind === 'file' && a.path === b.path && a.on === b.on && sameMoment(a.exercise, b.exercise)
}

/** Each part of an exercise writes its own files; its wrong answers are tried one after the other. */
function sameMoment(a: FenceExercise | undefined, b: FenceExercise | undefined): boolean {
  return a?.id === b?.id && a?.part === b?.part && a?.part !== 'wrong'
}

function checkExpectations(fences: readonly Fence[], complain: Complain): void {
  const seen = new Map<string, ExpectFence>()
  fences.forEach((fence, at) => {
    if (fence.kind !== 'expect') return
    const key = `${fence.step}${variantSuffix(fence)}`
    const before = seen.get(key)
    seen.set(key, before ?? fence)
    if (before !== undefined) {
      complain(fence.position, `step "${key}" has two expectations; first in line ${before.position.line}`, 'keep one')
    } else checkTarget(fence, key, fences.slice(0, at), fences.slice(at), complain)
    const problem = expectationProblem(fence.match, fence.text)
    if (problem !== undefined) complain(fence.position, problem.message, problem.hint)
    if (fence.match === 'json' && fence.lang !== 'json') {
      complain(fence.position, `match="json" stands on a ${fence.lang} fence`, 'write ```json expect="…" match="json"')
    }
  })
}

function checkTarget(
  fence: ExpectFence,
  key: string,
  above: readonly Fence[],
  below: readonly Fence[],
  complain: Complain,
): void {
  const fits = (other: Fence) => other.kind === 'step' && `${other.id}${variantSuffix(other)}` === key
  if (above.some(fits)) return
  if (below.some(fits)) {
    complain(fence.position, `the expectation stands above its step "${key}"`, 'write it right under the step')
    return
  }
  const ids = [...above, ...below].flatMap((other) =>
    other.kind === 'step' ? [`${other.id}${variantSuffix(other)}`] : [],
  )
  const sameId = ids.filter((id) => id.split('@')[0] === fence.step)
  const hint =
    sameId.length > 0
      ? `the step exists as ${sameId.join(', ')}: give the fence the same distro and runtime`
      : suggest(key, ids, 'steps of this page')
  complain(fence.position, `no step "${key}" on this page`, hint)
}

function checkCaptures(step: StepFence, runbook: RunbookSpec | undefined, complain: Complain): void {
  const carried = [...step.captures, ...step.secrets]
  if (carried.length === 0) return
  const { assigned } = scanShell(step.text)
  for (const name of carried.filter((name) => !assigned.has(name))) {
    complain(step.position, `the block never assigns ${name}, which it should hand on`, `write ${name}=$(…) in it`)
  }
  if (step.creates !== undefined || step.unless !== undefined) {
    const key = step.creates === undefined ? 'unless' : 'creates'
    complain(
      step.position,
      `${carried.join(', ')} would be unknown where ${key} holds`,
      'a step that hands something on runs every time: idempotent="yes"',
    )
  }
  const on = step.on ?? runbook?.on ?? 'master'
  if (!isOneHost(on, runbook?.topology ?? 'blank')) {
    complain(
      step.position,
      `${carried.join(', ')} would come from several hosts: on="${on}"`,
      'capture on one host, for example on="master[0]"',
    )
  }
}

/** A file with other owners keeps its mode; a part of it may hold anything but our own marks. */
function checkBlock(file: FileFence, complain: Complain): void {
  if (file.write !== 'block') return
  if (file.mode !== undefined) {
    complain(file.position, `mode="${file.mode}" stands on a block of ${file.path}`, 'the file has other owners')
  }
  const { begin, end } = blockMarks(file.path, '')
  const mark = [begin, end].map((line) => line.trim()).find((line) => file.text.includes(line))
  if (mark !== undefined)
    complain(file.position, `the text holds "${mark}"`, 'the runner writes these lines around the block')
}

function checkSubstitution(file: FileFence, complain: Complain): void {
  for (const name of file.subst) {
    if (file.text.includes(`\${${name}}`)) continue
    complain(file.position, `subst names ${name}, but the text has no \${${name}}`, 'take it out of subst')
  }
}
