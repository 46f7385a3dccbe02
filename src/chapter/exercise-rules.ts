/** Rules for exercises: each is whole, its check only reads and prints what the frontmatter has words for. */
import { suggest } from '../errors/index.ts'
import type { Complain } from './place.ts'
import { firstChange } from './shell/effects.ts'
import { printedWords } from './shell/lint.ts'
import { scanShell } from './shell/scan.ts'
import { placeInFence } from './step-rules.ts'
import { EXERCISE_PARTS } from './types.ts'
import type { ExerciseSpec, ExpectFence, Fence, FenceExercise, FileFence, StepFence } from './types.ts'

type Member = (StepFence | FileFence) & { readonly exercise: FenceExercise }
type Check = StepFence & { readonly exercise: FenceExercise }

/** What each part is there for, said when it is missing. */
const WHY = {
  setup: 'it brings about the state that the task starts from, from whatever an attempt left behind',
  answer: 'it does what the task asks for',
  wrong: 'a wrong answer that one might give, which the check must not let pass',
  check: 'it reads the state and prints the ids of what is missing',
} as const

/** Complains about everything on one page that belongs to an exercise and is not right. */
export function checkExercises(fences: readonly Fence[], specs: readonly ExerciseSpec[], complain: Complain): void {
  const members = fences.filter(isMember)
  for (const member of members) {
    checkName(member, specs, complain)
    checkKeys(member, complain)
  }
  for (const spec of specs) {
    const own = members.filter(({ exercise }) => exercise.id === spec.id)
    checkWhole(spec, own, complain)
    for (const check of own.filter(isCheck)) checkLook(check, spec, fences, complain)
  }
}

function isMember(fence: Fence): fence is Member {
  return (fence.kind === 'step' || fence.kind === 'file') && fence.exercise !== undefined
}

function isCheck(member: Member): member is Check {
  return member.kind === 'step' && member.exercise.part === 'check'
}

function checkName({ exercise, position }: Member, specs: readonly ExerciseSpec[], complain: Complain): void {
  const ids = specs.map((spec) => spec.id)
  if (ids.includes(exercise.id)) return
  const hint =
    ids.length === 0
      ? `add it to the frontmatter: exercises: {${exercise.id}: {title: …, messages: {no-pod: …}}}`
      : suggest(exercise.id, ids, 'exercises of the frontmatter')
  complain(position, `exercise="${exercise.id}" is not in the frontmatter`, hint)
}

function checkWhole(spec: ExerciseSpec, own: readonly Member[], complain: Complain): void {
  for (const part of EXERCISE_PARTS) {
    if (own.some(({ exercise }) => exercise.part === part)) continue
    complain(spec.position, `the exercise "${spec.id}" has no part="${part}"`, WHY[part])
  }
}

/** Keys that make no sense in an exercise, which runs alone and in no phase. */
function checkKeys(member: Member, complain: Complain): void {
  const { part } = member.exercise
  if (member.kind === 'file') {
    if (part === 'check') complain(member.position, 'a check writes no file', 'it only reads: write it as a step')
    return
  }
  const wrong: readonly (readonly [key: string, is: boolean, hint: string])[] = [
    ['phase', member.phase !== 'run', 'an exercise has parts, no phases'],
    ['capture', member.captures.length > 0, 'each part is also run alone: let it find out for itself what it needs'],
    ['secret', member.secrets.length > 0, 'each part is also run alone: let it find out for itself what it needs'],
    ...(part === 'check' ? checkOnly(member) : []),
  ]
  for (const [key, is, hint] of wrong) {
    if (is) complain(member.position, `${key} stands on a block of the exercise "${member.exercise.id}"`, hint)
  }
}

function checkOnly(step: StepFence): (readonly [key: string, is: boolean, hint: string])[] {
  const always = 'a check always runs'
  const status = 'a check ends with 0 when all is right and with 1 when something is missing'
  return [
    ['exit', step.exit !== 0, status],
    ['retry', step.retrySeconds !== undefined, 'a check looks once: let answer and wrong wait for what they began'],
    ['creates', step.creates !== undefined, always],
    ['unless', step.unless !== undefined, always],
  ]
}

function checkLook(check: Check, spec: ExerciseSpec, fences: readonly Fence[], complain: Complain): void {
  const scan = scanShell(check.text)
  const change = firstChange(scan)
  if (change !== undefined) {
    const command = JSON.stringify(change.words.join(' ').slice(0, 60))
    complain(
      placeInFence(check, change.offset),
      `the check "${check.id}" may change something: ${command}`,
      'a check only reads: kubectl get, test, grep and their like, without functions of its own',
    )
  }
  const { literal, all } = printedWords(scan)
  const ids = Object.keys(spec.messages)
  for (const { word, offset } of literal.filter((one) => !ids.includes(one.word))) {
    complain(
      placeInFence(check, offset),
      `the check "${check.id}" prints "${word}", which is no message of the exercise "${spec.id}"`,
      suggest(word, ids, 'messages'),
    )
  }
  const checks = fences.filter((fence) => isMember(fence) && isCheck(fence) && fence.exercise.id === spec.id)
  const unused = ids.filter((id) => !literal.some(({ word }) => word === id))
  if (all && checks.length === 1 && unused.length > 0) {
    complain(spec.position, `the check of "${spec.id}" never prints ${unused.join(', ')}`, 'take the message out')
  }
  const expect = fences.find((fence): fence is ExpectFence => fence.kind === 'expect' && fence.step === check.id)
  if (expect !== undefined) {
    complain(expect.position, `the check "${check.id}" has an expectation`, 'what it prints is held against messages')
  }
}
