/** Which runbooks CI runs beside the main one, on which machines, and what it leaves out when the time is over. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readEvidence } from '../../src/evidence/index.ts'
import { CiClock } from '../../src/verify/clock.ts'
import { otherRunbooks, sharingRunbooks } from '../../src/verify/every-runbook.ts'
import type { RestOfBook } from '../../src/verify/every-runbook.ts'
import { Checks } from '../../src/verify/report.ts'
import { labCommands } from '../../src/verify/lab-commands.ts'
import { runbookOf } from '../runner/world.ts'

const needs = ['cluster']
const runbooks = [
  runbookOf([], { id: 'pods', needs, isolation: 'namespace' }),
  runbookOf([], { id: 'services', needs, isolation: 'namespace' }),
  runbookOf([], { id: 'reset', needs, isolation: 'cluster' }),
]

/** Each run of a runbook, which fails: nothing here has machines. */
function failing(minutes: number, root = '/nowhere'): { rest: RestOfBook; started: string[] } {
  vi.stubEnv('K8S101_CI_STARTED', String(Date.now() / 1000 - minutes * 60))
  const started: string[] = []
  const lab = {
    ...labCommands('/nowhere', 'none'),
    runbook: (id: string, args: readonly string[]) => {
      started.push(args.includes('--fresh') ? `${id} fresh` : id)
      return Promise.resolve({ status: 1, output: '', seconds: 0 })
    },
  }
  const checks = new Checks()
  const where = { root, clock: new CiClock(), scratch: '/nowhere', standing: 'cluster' }
  return { started, rest: { ...where, lab, checks, runbooks, changed: new Set(['services']), ran: new Set() } }
}

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test('a failed run on the standing cluster ends the sharing; the others get machines of their own, each once', async () => {
  const { rest, started } = failing(10)
  await sharingRunbooks(rest, 27)
  expect(started).toEqual(['pods'])
  await otherRunbooks(rest)
  expect(started).toEqual(['pods', 'services fresh', 'reset fresh'])
})

// No run of these is on record, so each counts as one of ten minutes.
test.each([
  [35, ['pods'], ['services fresh', 'reset fresh']],
  [37, [], ['pods fresh', 'services fresh', 'reset fresh']],
  [61, [], ['services fresh']],
  [64, [], []],
])('after %d minutes', async (minutes, sharing, others) => {
  const { rest, started } = failing(minutes)
  await sharingRunbooks(rest, 27)
  expect(started).toEqual(sharing)
  await otherRunbooks(rest)
  expect(started.slice(sharing.length)).toEqual(others)
})

test('one whose last run took too long for what is left is not begun, although the last change touched it', async () => {
  const [recorded] = readEvidence('.').filter(({ evidence }) => evidence.runbook === 'services')
  const takes = (recorded?.evidence.seconds ?? Number.NaN) / 60
  const late = failing(73.5 - takes, '.')
  await otherRunbooks(late.rest)
  expect(late.started).not.toContain('services fresh')
  const early = failing(72.5 - takes, '.')
  await otherRunbooks(early.rest)
  expect(early.started).toContain('services fresh')
})

test('a machine that takes twice as long begins less: what it begins still ends in time', async () => {
  const { rest, started } = failing(52)
  rest.clock.compare(2 * 420, 420)
  await otherRunbooks(rest)
  expect(started).toEqual(['pods fresh', 'services fresh', 'reset fresh'])
  const slow = failing(54)
  slow.rest.clock.compare(2 * 420, 420)
  await otherRunbooks(slow.rest)
  expect(slow.started).toEqual([])
  expect(slow.rest.clock.tooLate(10)).toBe('it takes about 20 minutes here, and 54 of 73 are over')
})
