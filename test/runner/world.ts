/** Runbooks run for real in tests: hosts with a real sshd, an inventory, a journal of their own, and the runner as a process. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileWrite, Item, Runbook, Step } from '../../src/runbook/types.ts'
import { startHost, testFolder } from '../transport/sshd.ts'
import type { TestHost } from '../transport/sshd.ts'

export const ENTRY = join(import.meta.dirname, '..', '..', 'src', 'runner', 'entry.mjs')

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly finished: Promise<Finished>
  /** Waits until the output so far holds the text. */
  shows(text: string): Promise<void>
}

export interface World {
  readonly path: string
  readonly hosts: Readonly<Record<string, TestHost>>
  readonly inventory: string
  /** Starts `node RUNBOOK.mjs --inventory … --yes ARGS`. */
  start(runbook: Runbook, args?: readonly string[]): Running
  run(runbook: Runbook, args?: readonly string[]): Promise<Finished>
  /** Everything that the runner wrote on this computer, one text. */
  written(): string
  remove(): Promise<void>
}

/** Hosts master, node1 (and utility): names and roles as in the book. */
export async function startWorld(names: readonly string[] = ['master', 'node1']): Promise<World> {
  const folder = testFolder()
  const started = await Promise.all(
    names.map((name) => startHost(folder.path, name, { roles: [name.replace(/\d+$/, '')] })),
  )
  const hosts = Object.fromEntries(started.map((host) => [host.host.name, host]))
  const inventory = join(folder.path, 'inventory.yaml')
  writeFileSync(inventory, inventoryText(started))
  const env = {
    ...process.env,
    XDG_STATE_HOME: join(folder.path, 'state'),
    K8S101_RECONNECT_SECONDS: '10',
    K8S101_LEAK_SECONDS: '6',
    LANG: 'en_US.UTF-8',
    NO_COLOR: '1',
  }
  const start = (runbook: Runbook, args: readonly string[] = []): Running => {
    const file = join(folder.path, `${runbook.id}.mjs`)
    writeFileSync(file, `import { runbook } from ${JSON.stringify(ENTRY)}\nawait runbook(${JSON.stringify(runbook)})\n`)
    const words = [
      file,
      '--inventory',
      inventory,
      ...(args.includes('--no-yes') ? [] : ['--yes']),
      ...args.filter((word) => word !== '--no-yes'),
    ]
    return follow(spawn(process.execPath, words, { cwd: folder.path, env, stdio: ['ignore', 'pipe', 'pipe'] }))
  }
  return {
    path: folder.path,
    hosts,
    inventory,
    start,
    run: (runbook, args) => start(runbook, args).finished,
    written: () => textBelow(join(folder.path, 'state')) + textBelow(join(folder.path, 'out')),
    remove: async () => {
      await Promise.all(started.map((host) => host.stop()))
      folder.remove()
    },
  }
}

function inventoryText(hosts: readonly TestHost[]): string {
  return `hosts:\n${hosts
    .map(({ host }) =>
      [
        `  ${host.name}:`,
        `    address: ${host.address}`,
        `    port: ${host.port}`,
        '    user: root',
        `    key: ${host.key}`,
        `    knownHosts: ${host.knownHosts}`,
        `    roles: [${host.roles.join(', ')}]`,
      ].join('\n'),
    )
    .join('\n')}\n`
}

function follow(child: ChildProcess): Running {
  let stdout = ''
  let stderr = ''
  const waiting = new Set<() => void>()
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    for (const check of waiting) check()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
    for (const check of waiting) check()
  })
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  const shows = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!stdout.includes(text) && !stderr.includes(text)) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
      void finished.then(() => {
        check()
        return reject(new Error(`the run ended and never showed ${JSON.stringify(text)}:\n${stdout}\n${stderr}`))
      })
    })
  return { child, finished, shows }
}

function textBelow(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

let line = 0

/** A step with the defaults of the grammar. */
export function step(id: string, script: string, more: Partial<Omit<Step, 'type' | 'id' | 'script'>> = {}): Step {
  line += 1
  return {
    type: 'step',
    id: `page/${id}`,
    source: { file: 'content/docs/page.mdx', line },
    title: { ko: '제목', en: 'Title' },
    on: 'master',
    hash: '0',
    script,
    exit: 0,
    order: 'parallel',
    timeoutSeconds: 20,
    idempotent: false,
    captures: [],
    secrets: [],
    phase: 'run',
    ...more,
  }
}

export function file(
  path: string,
  text: string,
  more: Partial<Omit<FileWrite, 'type' | 'path' | 'text'>> = {},
): FileWrite {
  return {
    type: 'file',
    id: `page/file:${path}`,
    source: { file: 'content/docs/page.mdx', line: 1 },
    title: { ko: '제목', en: 'Title' },
    on: 'master',
    hash: '0',
    path,
    text,
    subst: [],
    ...more,
  }
}

export function runbookOf(items: readonly Item[], more: Partial<Runbook> = {}): Runbook {
  return {
    id: 'try',
    page: 'page',
    title: { ko: '시험', en: 'A trial' },
    topology: 'blank',
    isolation: 'machine',
    needs: [],
    vars: [],
    versions: {},
    items,
    ...more,
  }
}
