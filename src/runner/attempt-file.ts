/** One file on one host: written only when it differs, and never over what somebody else wrote unless told to. */
import { createHash } from 'node:crypto'
import type { HostResult, StepStatus } from '../evidence/types.ts'
import type { FileWrite } from '../runbook/types.ts'
import { fileJob } from '../transport/index.ts'
import type { StepRequest } from '../transport/index.ts'
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
  const known = context.journal.written(host.name, path)
  const job = fileJob({
    path,
    text,
    directory: context.directory,
    asRoot: path.startsWith('/') && !path.startsWith(`${facts.home}/`) && facts.uid !== 0 && host.become,
    foreign: context.lab ? 'replace' : context.options.overwrite ? 'backup' : 'refuse',
    ...(item.mode === undefined ? {} : { mode: item.mode }),
    ...(known === undefined ? {} : { known }),
  })
  const request: StepRequest = { nonce: newNonce(), timeoutSeconds: FILE_SECONDS, job }
  const { outcome, output, startedAt, seconds } = await perform(context, target, request, true, false)
  const word = output.stdout().trim()
  const right = outcome.ending === 'exited' && outcome.exit === 0
  if (right) {
    const sha256 = createHash('sha256').update(`${text}\n`).digest('hex')
    if (known !== sha256) context.journal.append({ event: 'file', host: host.name, path, sha256 })
  }
  if (!right && word !== 'foreign') output.end()
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
  const reason =
    word === 'foreign'
      ? `${path} is there with other content; --dry-run shows the difference, --overwrite replaces it and keeps a copy`
      : `writing ${path} failed (${outcome.ending === 'exited' ? `exit status ${outcome.exit}` : outcome.ending})`
  return { result, captures: {}, interrupted: outcome.ending === 'killed', ...(right ? {} : { failure: { reason } }) }
}
