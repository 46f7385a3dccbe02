/** How commands talk to a lab's keeper: one request and its answers, a JSON text a line, over a Unix socket. */
import { closeSync, openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { UserError } from '../../errors/index.ts'
import type { LabPaths } from './lab-name.ts'

/**
 * `boot`: what is off. `reload`: the mirror's content has changed (plan.json), the machines stay as they are. `renew`:
 * ends the machines at once and boots them from the disks that plan.json names. `off`: powers them off, the lab stays.
 * `stop`: powers them off and ends the lab. `door`: opens a port of the host that leads to the API server.
 */
const OPERATIONS = ['status', 'boot', 'reload', 'renew', 'off', 'stop', 'door'] as const
export type Operation = (typeof OPERATIONS)[number]

export interface MachineStatus {
  readonly name: string
  readonly address: string
  readonly roles: readonly string[]
  readonly state: 'running' | 'off'
  /** Whether its ssh port answers now. */
  readonly ssh: boolean
}

export interface KeeperStatus {
  /** Of the disks that the machines run from: see GuestDisks. */
  readonly generation: string
  readonly machines: readonly MachineStatus[]
  readonly services: readonly { readonly name: string; readonly running: boolean }[]
  /** Port of the host's loopback address that leads to the API server, once it was asked for. */
  readonly apiPort?: number
}

export type Answer =
  | { readonly kind: 'progress'; readonly line: string }
  | { readonly kind: 'done'; readonly status: KeeperStatus }
  | { readonly kind: 'failed'; readonly message: string; readonly hint?: string }

type Handler = (operation: Operation, progress: (line: string) => void) => Promise<KeeperStatus>

/**
 * A socket's path may be 107 bytes long at most, and a state directory may be deeper: the way over an open directory's
 * descriptor is always short.
 */
function openDirectory(paths: LabPaths): { readonly socket: string; readonly close: () => void } {
  const descriptor = openSync(paths.dir, 'r')
  return { socket: `/proc/self/fd/${descriptor}/${paths.socketName}`, close: () => closeSync(descriptor) }
}

/** In the keeper: answers requests until the process ends. */
export async function serveControl(paths: LabPaths, handle: Handler): Promise<void> {
  await rm(join(paths.dir, paths.socketName), { force: true })
  const directory = openDirectory(paths)
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    createInterface({ input: socket }).once('line', (line) => void answer(socket, line, handle))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(directory.socket, resolve)
  })
}

async function answer(socket: Socket, line: string, handle: Handler): Promise<void> {
  const send = (message: Answer): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
  }
  try {
    const operation = parseOperation(line)
    send({ kind: 'done', status: await handle(operation, (text) => send({ kind: 'progress', line: text })) })
  } catch (error) {
    const hint = error instanceof UserError ? error.hint : undefined
    const message = error instanceof Error ? error.message : String(error)
    send({ kind: 'failed', message, ...(hint === undefined ? {} : { hint }) })
  }
  socket.end()
}

/**
 * Asks the keeper for one thing and waits for its answer.
 * @throws UserError with the keeper's words, or when it does not answer.
 */
export async function ask(
  paths: LabPaths,
  operation: Operation,
  progress: (line: string) => void,
): Promise<KeeperStatus> {
  const directory = openDirectory(paths)
  const socket = createConnection(directory.socket)
  try {
    socket.write(`${JSON.stringify({ operation })}\n`)
    for await (const line of createInterface({ input: socket })) {
      const message = parseAnswer(line)
      if (message.kind === 'done') return message.status
      if (message.kind === 'failed') throw new UserError(message.message, message.hint)
      progress(message.line)
    }
    throw silent(paths, 'it closed the connection')
  } catch (error) {
    throw error instanceof UserError ? error : silent(paths, error instanceof Error ? error.message : String(error))
  } finally {
    socket.destroy()
    directory.close()
  }
}

function silent(paths: LabPaths, why: string): UserError {
  return new UserError(
    `the keeper of lab "${paths.name}" does not answer: ${why}`,
    `its log: ${join(paths.logs, 'keeper.log')}; end it with: npm run lab -- down`,
  )
}

function parseOperation(line: string): Operation {
  const request: unknown = JSON.parse(line)
  const operation = typeof request === 'object' && request !== null && 'operation' in request ? request.operation : ''
  const known = OPERATIONS.find((name) => name === operation)
  if (known === undefined) throw new UserError(`the keeper does not know the operation ${JSON.stringify(operation)}`)
  return known
}

/** A line of an answer; both sides are the same version of this code, so only its kind is checked. */
export function parseAnswer(line: string): Answer {
  const message: unknown = JSON.parse(line)
  if (isAnswer(message)) return message
  throw new UserError(`the keeper said what is not an answer: ${line.slice(0, 200)}`)
}

function isAnswer(value: unknown): value is Answer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    ['progress', 'done', 'failed'].includes(String(value.kind))
  )
}
