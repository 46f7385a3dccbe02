/** `--dry-run`: the plan, and how the files that the runbook writes differ from what is on the hosts. Reads only. */
import { randomBytes } from 'node:crypto'
import { blockMarks } from '../chapter/block-marks.ts'
import { EXIT } from '../errors/index.ts'
import type { ExitCode } from '../errors/index.ts'
import { readFileJob } from '../transport/index.ts'
import type { Connection, Host, Inventory } from '../transport/index.ts'
import type { FileWrite, Runbook } from '../runbook/types.ts'
import { variantOf } from './machines.ts'
import type { Options } from './options.ts'
import { changesText, listText } from './overview.ts'
import { sessionOptions, usedHosts } from './preflight.ts'
import { SecretValues, maskText } from './redact.ts'
import { expandPath, substitute } from './shell-text.ts'
import { plainText } from './terminal-text.ts'
import { planAsked } from './planned.ts'
import type { PlannedItem } from './select.ts'
import { Session } from './session.ts'
import { resolveVariables } from './variables.ts'
import type { Variables } from './variables.ts'

/** The plan, and for hosts that are there how their files differ. */
export async function dryRun(
  runbook: Runbook,
  inventory: Inventory | undefined,
  assumed: readonly PlannedItem[],
  options: Options,
): Promise<ExitCode> {
  if (inventory === undefined) {
    process.stdout.write(
      `${listText(assumed, options.lang)}\n\nOn the built-in lab: nothing was started. Files are compared on machines of --inventory.\n`,
    )
    return EXIT.done
  }
  const hosts = usedHosts(runbook, inventory.hosts, options)
  const session = await Session.open(
    hosts,
    sessionOptions(runbook, randomBytes(6).toString('hex'), false, 'look', () => {}),
  )
  try {
    const { plan } = planAsked(runbook, inventory.hosts, (host) => variantOf(host, session.factsOf(host)), options)
    const variables = resolveVariables(runbook, inventory.hosts, options.vars)
    const files = await fileDifferences(plan, session, variables, `k8s101/${runbook.id}`)
    process.stdout.write(
      `${[listText(plan, options.lang), '', changesText(plan, hosts), '', ...files].join('\n')}\n\nNothing was changed.\n`,
    )
    return EXIT.done
  } finally {
    await session.close(true)
  }
}

/** For each file on each host: `same`, `new`, or the lines that differ. */
async function fileDifferences(
  plan: readonly PlannedItem[],
  session: Session,
  variables: Variables,
  directory: string,
): Promise<string[]> {
  const files = plan.flatMap(({ item, hosts }) =>
    item.type === 'file' ? hosts.map(({ host }) => ({ item, host })) : [],
  )
  const lines: string[] = []
  for (const { item, host } of files) {
    lines.push(await difference(item, host, session.connection(host.name), variables.get(host.name) ?? {}, directory))
  }
  return lines
}

async function difference(
  item: FileWrite,
  host: Host,
  connection: Connection,
  values: Readonly<Record<string, string>>,
  directory: string,
): Promise<string> {
  const { home, uid } = connection.facts
  const named = expandPath(item.path, home, values)
  const path = named.startsWith('/') ? named : `${home}/${directory}/${named}`
  const asRoot = !path.startsWith(`${home}/`) && uid !== 0 && host.become
  const chunks: Buffer[] = []
  const request = {
    nonce: randomBytes(16).toString('hex'),
    timeoutSeconds: 30,
    job: readFileJob({ path, directory: '.', asRoot }),
  }
  const outcome = await connection.run(request, (stream, bytes) => {
    if (stream === 'stdout') chunks.push(Buffer.from(bytes))
  })
  const wanted = substitute(item.text, item.subst, values).split('\n')
  const what = item.write === 'block' ? `${path} (block)` : path
  if (outcome.exit === 4) return `${host.name}: ${what}: new, ${wanted.length} lines`
  if (outcome.exit !== 0) return `${host.name}: ${what}: cannot be read`
  const whole = Buffer.concat(chunks).toString('utf8').replace(/\n$/, '').split('\n')
  const present = item.write === 'block' ? presentBlock(whole, item) : whole
  if (present === undefined) return `${host.name}: ${what}: new at the end of the file, ${wanted.length} lines`
  const same = present.join('\n') === wanted.join('\n')
  if (same) return `${host.name}: ${what}: same`
  // Masked as wholes: of a key block that both begin alike, the lines that differ could not be known for a key's.
  const masked = (lines: readonly string[]): string[] => maskText(lines.join('\n'), new SecretValues()).split('\n')
  const [before, after] = [masked(present), masked(wanted)]
  const changes = [
    ...before.filter((line) => !after.includes(line)).map((line) => `    - ${plainText(line)}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `    + ${plainText(line)}`),
  ]
  const hidden = changes.length === 0 ? ' (order of lines, or what is masked)' : ''
  return [`${host.name}: ${what}: other content${hidden}`, ...changes].join('\n')
}

/** The lines of a file's block, or undefined where it is not there. */
function presentBlock(lines: readonly string[], item: FileWrite): string[] | undefined {
  const { begin, end } = blockMarks(item.path, item.id)
  const from = lines.indexOf(begin)
  return from === -1 ? undefined : lines.slice(from + 1, lines.indexOf(end, from))
}
