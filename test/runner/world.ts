/** Runbooks run for real in tests: hosts with a real sshd, an inventory, a journal of their own, and the runner as a process. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileWrite, Item, Runbook, Step } from '../../src/runbook/types.ts'
import { startHost, testFolder } from '../transport/sshd.ts'
import type { TestHost, TestHostOptions } from '../transport/sshd.ts'
import { Shown } from './shows.ts'
import { onTerminal } from './terminal.ts'
import type { TerminalRun } from './terminal.ts'

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
  /** What a command prints on a host, on the master where none is named. */
  inside(command: string, host?: string): string
  /** Starts `node RUNBOOK.mjs --inventory … --yes ARGS`. */
  start(runbook: Runbook, args?: readonly string[]): Running
  run(runbook: Runbook, args?: readonly string[]): Promise<Finished>
  /** The same on a terminal, with colours unless `env` says otherwise. */
  onTerminal(runbook: Runbook, args?: readonly string[], terminal?: Terminal): TerminalRun
  /** The command line that `start` starts: node, the runbook's file, its arguments. */
  words(runbook: Runbook, args?: readonly string[]): string[]
  /** The environment of all that is started here. */
  readonly env: NodeJS.ProcessEnv
  /** Everything that the runner wrote on this computer, one text. */
  written(): string
  remove(): Promise<void>
}

export interface Terminal {
  readonly columns?: number
  readonly env?: NodeJS.ProcessEnv
}

/** Hosts master, node1 (and utility): names and roles as in the book; `more` says by name what is special about one. */
export async function startWorld(
  names: readonly string[] = ['master', 'node1'],
  more: Readonly<Record<string, Omit<TestHostOptions, 'roles'>>> = {},
): Promise<World> {
  const folder = testFolder()
  const started = await Promise.all(
    names.map((name) => startHost(folder.path, name, { roles: [name.replace(/\d+$/, '')], ...more[name] })),
  )
  const hosts = Object.fromEntries(started.map((host) => [host.host.name, host]))
  const inventory = join(folder.path, 'inventory.yaml')
  writeFileSync(inventory, inventoryText(started))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    XDG_STATE_HOME: join(folder.path, 'state'),
    K8S101_RECONNECT_SECONDS: '10',
    K8S101_LEAK_SECONDS: '6',
    LANG: 'en_US.UTF-8',
    NO_COLOR: '1',
  }
  const words = (runbook: Runbook, args: readonly string[] = []): string[] => {
    const file = join(folder.path, `${runbook.id}.mjs`)
    writeFileSync(file, `import { runbook } from ${JSON.stringify(ENTRY)}\nawait runbook(${JSON.stringify(runbook)})\n`)
    const yes = args.includes('--no-yes') ? [] : ['--yes']
    return [process.execPath, file, '--inventory', inventory, ...yes, ...args.filter((word) => word !== '--no-yes')]
  }
  const start = (runbook: Runbook, args: readonly string[] = []): Running => {
    const [node = '', ...rest] = words(runbook, args)
    return follow(spawn(node, rest, { cwd: folder.path, env, stdio: ['ignore', 'pipe', 'pipe'] }))
  }
  return {
    path: folder.path,
    hosts,
    inventory,
    inside: (command, host = 'master') => {
      const found = hosts[host]
      if (found === undefined) throw new Error(`the world has no host ${host}`)
      return found.inside(command)
    },
    start,
    run: (runbook, args) => start(runbook, args).finished,
    onTerminal: (runbook, args, { columns = 80, env: more = {} } = {}) => {
      const { CI: _ci, NO_COLOR: _noColor, ...plain } = env
      return onTerminal(words(runbook, args), { columns, cwd: folder.path, env: { ...plain, ...more } })
    },
    words,
    env,
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
        `    user: ${host.user}`,
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
  const shown = new Shown(() => `${stdout}\n${stderr}`)
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    shown.more()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
    shown.more()
  })
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  return { child, finished, shows: (text) => shown.until(text, finished) }
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
