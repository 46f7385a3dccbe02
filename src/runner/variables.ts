/** Values of a runbook's variables on each host. */
import { suggest } from '../errors/index.ts'
import { UserError } from '../errors/index.ts'
import type { Runbook } from '../runbook/types.ts'
import type { Host } from '../transport/index.ts'
import { hostsOf } from './select.ts'

/** Variables by host name. */
export type Variables = ReadonlyMap<string, Readonly<Record<string, string>>>

/**
 * `--var` wins over `from`, `from` over `default`.
 * @throws UserError (exit 2) for a `--var` that the runbook does not have, and for a value that the hosts do not give.
 */
export function resolveVariables(
  runbook: Runbook,
  hosts: readonly Host[],
  given: ReadonlyMap<string, string>,
): Variables {
  const names = runbook.vars.map((spec) => spec.name)
  const wrong = [...given.keys()].find((name) => !names.includes(name))
  if (wrong !== undefined)
    throw new UserError(`--var ${wrong}: ${runbook.id} has no such variable`, suggest(wrong, names, 'variables'))
  return new Map(
    hosts.map((host) => [
      host.name,
      Object.fromEntries(
        runbook.vars.map((spec) => {
          const value = given.get(spec.name) ?? fromHosts(spec.from, host, hosts) ?? spec.default
          if (value === undefined) {
            throw new UserError(
              `variable ${spec.name}: the inventory does not give ${JSON.stringify(spec.from ?? '')}`,
              `Give it yourself: --var ${spec.name}=…`,
            )
          }
          return [spec.name, value]
        }),
      ),
    ]),
  )
}

/** `host.name`, `host.address` (of the host at hand), `master[0].address`, `node1.name`. */
function fromHosts(from: string | undefined, current: Host, hosts: readonly Host[]): string | undefined {
  const parts = /^(.+)\.(address|name)$/.exec(from ?? '')
  if (parts === null) return undefined
  const [, word = '', field] = parts
  const host = word === 'host' ? current : hostsOf(word, hosts)[0]
  return field === 'name' ? host?.name : host?.address
}
