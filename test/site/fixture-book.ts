/** A small book in a temporary folder, with its versions and, on request, the evidence of a run. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Evidence, ExerciseEvidence, HostResult, ItemEvidence } from '../../src/evidence/types.ts'
import { writeEvidence, evidenceFolder } from '../../src/evidence/index.ts'
import { chainHashes, itemKey, itemsFor, planBook } from '../../src/runbook/index.ts'

const REPOSITORY = join(import.meta.dirname, '../..')

export interface FixtureBook {
  readonly root: string
  remove(): void
}

/** `pages`: path below content/docs (without `.mdx`) to text. */
export function fixtureBook(pages: Readonly<Record<string, string>>): FixtureBook {
  const root = mkdtempSync(join(tmpdir(), 'k101-book-'))
  for (const [page, text] of Object.entries(pages)) writePage(root, page, text)
  for (const file of ['versions', 'glossary', 'words'])
    cpSync(join(REPOSITORY, `content/${file}.yaml`), join(root, `content/${file}.yaml`))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

export function writePage(root: string, page: string, text: string): void {
  const file = join(root, 'content/docs', `${page}.mdx`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Writes what a passed run of the runbook's present text on Debian would leave; `change` may bend single items. */
export function writeRun(
  root: string,
  id: string,
  change: (item: ItemEvidence) => ItemEvidence = (item) => item,
  exercises?: readonly ExerciseEvidence[],
): void {
  const runbook = planBook(root).runbooks.find((candidate) => candidate.id === id)
  if (runbook === undefined) throw new Error(`no runbook ${id}`)
  const variant = { distro: 'debian', runtime: 'containerd' } as const
  const chains = chainHashes(runbook, variant)
  const items = itemsFor(runbook, variant).map((item) =>
    change({ id: item.id, hash: item.hash, chain: chains.get(itemKey(item)) ?? '', hosts: [result()] }),
  )
  const evidence: Evidence = {
    schema: 1,
    runbook: id,
    ...variant,
    date: '2026-11-21T12:00:00.000Z',
    seconds: 611,
    result: 'passed',
    versions: { kubernetes: 'v1.36.3', containerd: '2.3.7' },
    environment: { kernel: '6.12.57', os: 'Debian GNU/Linux 13 (trixie)', driver: 'uml', supply: 'mirror' },
    substitutions: [],
    items,
    ...(exercises === undefined ? {} : { exercises }),
  }
  writeEvidence(evidenceFolder(root), evidence)
}

export function result(change: Partial<HostResult> = {}): HostResult {
  return {
    host: 'master',
    status: 'passed',
    exit: 0,
    startedAt: '2026-11-21T12:00:00.000Z',
    seconds: 1.23,
    verdict: 'matched',
    output: 'hello\n',
    truncated: false,
    ...change,
  }
}
