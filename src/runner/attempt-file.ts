/** One file on one host: written only when it differs, and never over what somebody else wrote unless told to. */
import { createHash } from 'node:crypto'
// Not through the door, which loads the Markdown parser: a runbook that only runs does without it.
import { blockMarks } from '../chapter/block-marks.ts'
import type { HostResult, StepStatus } from '../evidence/types.ts'
import type { FileWrite } from '../runbook/types.ts'
import { fileJob } from '../transport/index.ts'
import type { FileJob, StepOutcome, StepRequest } from '../transport/index.ts'
import type { RunContext } from './context.ts'
import { newNonce, perform } from './perform.ts'
import type { Attempted, Target } from './perform.ts'
import { expandPath, substitute } from './shell-text.ts'

const FILE_SECONDS = 60

/** Writes one file: as root where its path is absolute, else as the login user in the working directory. */
export async function attemptFile(context: RunContext, item: FileWrite, target: Target): Promise<Attempted> {
  const { host } = target
  const { facts } = context.session.connection(host.name)
  const values = { ...context.variables.get(host.name), ...Object.fromEntries(context.captured) }
  const path = expandPath(item.path, facts.home, values)
  const text = substitute(item.text, item.subst, values)
  const marks = item.write === 'block' ? blockMarks(item.path, item.id) : undefined
  const place = marks === undefined ? path : `${path} ${marks.begin}`
  const known = context.journal.written(host.name, facts.machineId, place)
  const job = fileJob({
    path,
    text,
    directory: context.directory,
    asRoot: path.startsWith('/') && !path.startsWith(`${facts.home}/`) && facts.uid !== 0 && host.become,
    foreign: context.lab ? 'replace' : context.options.overwrite ? 'backup' : 'refuse',
    ...(marks === undefined ? {} : { marks }),
    ...(item.mode === undefined ? {} : { mode: item.mode }),
    ...(known === undefined ? {} : { known }),
  })
  const request: StepRequest = { nonce: newNonce(), timeoutSeconds: FILE_SECONDS, job }
  const { outcome, output, startedAt, seconds } = await perform(context, target, request, true, false)
  const word = output.stdout().trim()
  const right = outcome.ending === 'exited' && outcome.exit === 0
  if (right) {
    const sha256 = createHash('sha256').update(`${text}\n`).digest('hex')
    if (known !== sha256) {
      context.journal.append({ event: 'file', host: host.name, machine: facts.machineId, path: place, sha256 })
    }
  }
  if (!right && word !== 'foreign' && word !== 'damaged') output.end()
  if (word.startsWith('backup '))
    context.screen.remark(`${host.name}: other content was there; kept as ${word.slice(7)}`)
  const status: StepStatus = right ? (word === 'unchanged' ? 'already-done' : 'passed') : 'failed'
  const result: HostResult = {
    host: host.name,
    status,
    exit: null,
    startedAt,
    seconds,
    verdict: 'none',
    output: '',
    truncated: false,
  }
  const reason = reasonOf(word, path, marks) ?? `writing ${path} failed (${endingWords(outcome)})`
  return { result, captures: {}, interrupted: outcome.ending === 'killed', ...(right ? {} : { failure: { reason } }) }
}

/** Why the host refused to write; undefined where it did not refuse. */
function reasonOf(word: string, path: string, marks: FileJob['marks']): string | undefined {
  const ways = '--dry-run shows the difference, --overwrite replaces it and keeps a copy'
  if (word === 'foreign' && marks !== undefined)
    return `the block in ${path} between ${JSON.stringify(marks.begin)} and its end was changed by somebody; ${ways}`
  if (word === 'foreign') return `${path} is there with other content; ${ways}`
  if (word !== 'damaged' || marks === undefined) return undefined
  return `${path} does not have ${JSON.stringify(marks.begin)} and ${JSON.stringify(marks.end)} once each, in this order; mend it by hand`
}

function endingWords({ ending, exit }: StepOutcome): string {
  return ending === 'exited' ? `exit status ${exit}` : ending
}
