/** `lab ssh HOST [COMMAND…]`: the system's ssh on this terminal; its exit status is the answer. */
import { spawn } from 'node:child_process'
import { closest } from 'fastest-levenshtein'
import { UserError } from '../../errors/index.ts'
import { findLab } from './running.ts'

export async function sshToMachine(name: string | undefined, host: string, words: readonly string[]): Promise<number> {
  const { paths, plan } = await findLab(name)
  const names = plan.machines.map((machine) => machine.name)
  if (!names.includes(host)) {
    throw new UserError(
      `the lab has no machine "${host}"`,
      `did you mean "${closest(host, names)}"? It has: ${names.join(', ')}`,
    )
  }
  const onTerminal = process.stdin.isTTY && process.stdout.isTTY
  const args = ['-F', paths.sshConfig, ...(onTerminal ? ['-t'] : []), host, ...words]
  return new Promise((resolve, reject) => {
    const child = spawn('ssh', args, { stdio: 'inherit' })
    child.on('error', (error) => reject(new UserError(`cannot run ssh: ${error.message}`, 'install openssh-client')))
    child.on('close', (code, signal) => resolve(signal === null ? (code ?? 1) : 255))
  })
}
