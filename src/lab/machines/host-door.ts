/** In the keeper: a port of the host's loopback address that leads to the cluster's API server, and nowhere else. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Server, createConnection } from 'node:net'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../errors/index.ts'
import type { MachineSpec } from './topology.ts'

/** The descriptor of the host's network namespace that `startKeeper` gives to the keeper. */
export const HOST_NETWORK_DESCRIPTOR = 3
const API_PORT = 6443
const CONNECT_MS = 2000
const DOOR = fileURLToPath(new URL('door.ts', import.meta.url))

/** The port that a lab takes when it is free: the same at each start, below those that the system gives out itself. */
export function usualPort(lab: string): number {
  return 20_000 + (createHash('sha256').update(lab).digest().readUInt16BE(0) % 10_000)
}

/** Opens the door; gives its port. It closes when the keeper ends. */
export async function openHostDoor(lab: string, machines: readonly MachineSpec[]): Promise<number> {
  const server = await listenOnHost(usualPort(lab)).catch(() => listenOnHost(0))
  const controlPlanes = machines.filter((machine) => machine.roles.includes('master'))
  server.on('connection', (client: Socket) => void lead(client, controlPlanes))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the door has no port')
  return address.port
}

function listenOnHost(port: number): Promise<Server> {
  const argv = ['--net=/proc/self/fd/4', process.execPath, DOOR, String(port)]
  const child = spawn('nsenter', argv, { stdio: ['ignore', 'ignore', 'ignore', 'ipc', HOST_NETWORK_DESCRIPTOR] })
  return new Promise((resolve, reject) => {
    child.once('message', (message, handle) => {
      if (handle instanceof Server) resolve(handle)
      else
        reject(
          new UserError(
            `no port on the host's loopback address: ${typeof message === 'string' ? message : 'no answer'}`,
          ),
        )
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new UserError(`no port on the host's loopback address (status ${code})`)))
  })
}

/** To the first control plane that takes the connection. */
async function lead(client: Socket, machines: readonly MachineSpec[]): Promise<void> {
  client.on('error', () => client.destroy())
  for (const machine of machines) {
    const server = await dial(machine.address)
    if (server === undefined) continue
    server.on('error', () => client.destroy())
    client.on('close', () => server.destroy())
    server.on('close', () => client.destroy())
    client.pipe(server).pipe(client)
    return
  }
  client.destroy()
}

function dial(host: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: API_PORT })
    const timer = setTimeout(() => socket.destroy(), CONNECT_MS)
    socket.once('connect', () => {
      clearTimeout(timer)
      resolve(socket)
    })
    socket.once('error', () => resolve(undefined))
    socket.once('close', () => resolve(undefined))
  })
}
