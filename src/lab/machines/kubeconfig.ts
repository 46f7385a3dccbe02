/** `lab kubeconfig`: what the host's kubectl needs to reach the cluster inside the lab's network. */
import { resolve } from 'node:path'
import { dump, load } from 'js-yaml-5'
import { UserError } from '../../errors/index.ts'
import { writeAtomically } from './atomic.ts'
import { tryCommand } from './command.ts'
import { ask } from './control.ts'
import { findLab } from './running.ts'

const ADMIN = '/etc/kubernetes/admin.conf'

/** Writes the file (mode 0600) and gives its path. @throws UserError when there is no cluster. */
export async function writeKubeconfig(lab: string | undefined, file: string | undefined): Promise<string> {
  const { paths, plan } = await findLab(lab)
  const master = plan.machines.find((machine) => machine.roles.includes('master'))?.name ?? ''
  const admin = await tryCommand(['ssh', '-F', paths.sshConfig, master, `sudo cat ${ADMIN}`])
  if (admin.status !== 0) {
    throw new UserError(
      `${master} has no ${ADMIN}: there is no cluster in lab "${paths.name}" yet`,
      'for example: npx zx runbooks/install-single-master.mjs',
    )
  }
  const { apiPort } = await ask(paths, 'door', () => undefined)
  const target = file === undefined ? paths.kubeconfig : resolve(file)
  await writeAtomically(target, hostKubeconfig(admin.stdout, apiPort ?? 0))
  return target
}

/** The administrator's file with the door's address in it; the certificate is still held against the server's own name. */
export function hostKubeconfig(text: string, port: number): string {
  const config = parse(text)
  const clusters = isObject(config) && Array.isArray(config['clusters']) ? config['clusters'] : []
  const changed = clusters.map((entry: unknown) => {
    const cluster = isObject(entry) && isObject(entry['cluster']) ? entry['cluster'] : undefined
    const server = cluster?.['server']
    if (!isObject(entry) || cluster === undefined || typeof server !== 'string') throw unreadable()
    const name = new URL(server).hostname
    return { ...entry, cluster: { ...cluster, server: `https://127.0.0.1:${port}`, 'tls-server-name': name } }
  })
  if (!isObject(config) || changed.length === 0) throw unreadable()
  return dump({ ...config, clusters: changed })
}

function parse(text: string): unknown {
  try {
    return load(text)
  } catch {
    return undefined
  }
}

function unreadable(): UserError {
  return new UserError(`${ADMIN} names no cluster with a server`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
