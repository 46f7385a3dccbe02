/** Rules for steps that do not simply run to their end: which keys go together with background, tty and reboot. */
import type { Complain } from './place.ts'
import type { Fence, StepFence } from './types.ts'

interface Manner {
  readonly key: string
  readonly has: (step: StepFence) => boolean
  /** Keys that it excludes, each with why. */
  readonly without: readonly (readonly [key: string, has: (step: StepFence) => boolean, why: string])[]
}

const CAPTURES = (step: StepFence): boolean => step.captures.length + step.secrets.length > 0
const IN_EXERCISE = (step: StepFence): boolean => step.exercise !== undefined

const MANNERS: readonly Manner[] = [
  {
    key: 'background',
    has: (step) => step.background !== undefined,
    without: [
      ['capture', CAPTURES, 'it has not ended when the next step begins: find the value out in a step of its own'],
      ['exit', (step) => step.exit !== 0, 'it is stopped, and has no status of its own'],
      ['retry', (step) => step.retrySeconds !== undefined, 'timeout says how long it may take to become ready'],
      ['creates', (step) => step.creates !== undefined, 'it is started by every run'],
      ['unless', (step) => step.unless !== undefined, 'it is started by every run'],
      ['phase', (step) => step.phase === 'cleanup', 'it ends before the cleanup begins'],
      ['exercise', IN_EXERCISE, 'an exercise’s parts run alone, each to its end'],
    ],
  },
  {
    key: 'tty',
    has: (step) => step.tty !== undefined,
    without: [
      ['capture', CAPTURES, 'its variables are those of the terminal’s shell: find the value out in a step of its own'],
      ['background', (step) => step.background !== undefined, 'what is typed ends it, or its timeout does'],
      ['reboot', (step) => step.rebootSeconds !== undefined, 'a host that goes down takes the terminal with it'],
    ],
  },
  {
    key: 'reboot',
    has: (step) => step.rebootSeconds !== undefined,
    without: [
      ['capture', CAPTURES, 'its end is not seen: find the value out in a step of its own'],
      ['background', (step) => step.background !== undefined, 'a host that goes down takes it along'],
      ['exit', (step) => step.exit !== 0, 'the host that comes back is what counts'],
      ['retry', (step) => step.retrySeconds !== undefined, 'reboot says how long the host may take'],
      ['exercise', IN_EXERCISE, 'an exercise’s parts are done several times'],
    ],
  },
]

/** Complains about keys that contradict each other, and names that stand twice. */
export function checkManners(fences: readonly Fence[], complain: Complain): void {
  const steps = fences.filter((fence) => fence.kind === 'step')
  for (const step of steps) {
    for (const manner of MANNERS.filter(({ has }) => has(step))) {
      for (const [key, has, why] of manner.without) {
        if (has(step)) complain(step.position, `step "${step.id}" has both ${manner.key} and ${key}`, why)
      }
    }
  }
  for (const fence of fences) {
    if (fence.kind !== 'expect') continue
    const step = steps.find(({ id, rebootSeconds }) => id === fence.step && rebootSeconds !== undefined)
    if (step === undefined) continue
    complain(fence.position, `step "${step.id}" takes its host down and has an expectation`, 'its output may be lost')
  }
  steps.forEach((step, at) => {
    const twin = steps.slice(0, at).find((other) => isTwin(step, other))
    if (twin === undefined) return
    complain(
      step.position,
      `background="${step.background?.id}" stands twice; first in line ${twin.position.line}`,
      'the name is one process’s on the page',
    )
  })
}

function isTwin(a: StepFence, b: StepFence): boolean {
  return a.background !== undefined && a.background.id === b.background?.id && a.id !== b.id
}
