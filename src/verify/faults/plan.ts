/** Which fault a seed means: kind, host, moment. Pure, so that a seed that failed can be tried again. */
import { HOSTS, STARTS } from './runbook.ts'

export const KINDS = [
  'runner killed',
  'Ctrl-C',
  'ssh killed',
  'sshd session killed',
  'remote shell killed',
  'remote agent killed',
  'link down 1 s',
  'link down 7 s',
  'link down, runner killed',
  'disk full',
  'host rebooted',
  'host rebooted, runner killed',
] as const

export type Kind = (typeof KINDS)[number]

export type Disk = 'home' | 'run' | 'journal'

export interface Fault {
  readonly kind: Kind
  readonly host: string
  /** For `disk full`: which one. */
  readonly disk: Disk
  /** It strikes when so many items have started on hosts, and so many milliseconds later. */
  readonly starts: number
  readonly delay: number
}

export interface FaultPlan {
  readonly seed: number
  readonly first: Fault
  /** One seed in three has another one, of any kind, while the run is gone on with. */
  readonly second: Fault | undefined
}

/** Seeds in a row go through all kinds. */
export function planFault(seed: number): FaultPlan {
  const random = generator(seed)
  const first = fault(random, KINDS[(seed - 1) % KINDS.length] ?? KINDS[0], STARTS)
  const second = random() < 1 / 3 ? fault(random, pick(random, KINDS), STARTS - first.starts) : undefined
  return { seed, first, second }
}

function fault(random: () => number, kind: Kind, starts: number): Fault {
  return {
    kind,
    host: pick(
      random,
      HOSTS.map(({ name }) => name),
    ),
    disk: pick(random, ['home', 'run', 'journal'] as const),
    starts: 1 + Math.floor(random() * Math.max(1, starts - 1)),
    delay: Math.floor(random() * 300),
  }
}

function pick<T>(random: () => number, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

/** mulberry32: small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
