/** An independent look at what a second run could have changed: packages, /etc and its times, cluster objects. */
import type { CommandResult } from './command.ts'

/** Runs a command on one lab host and gives its result. */
export type OnHost = (host: string, script: string) => Promise<CommandResult>

/** Packages with versions; every file below the places the book writes to, with size, mtime and content hash. */
const HOST_LOOK = [
  'export LC_ALL=C',
  "dpkg-query -W -f '${Package} ${Version} ${db:Status-Abbrev}\\n'",
  'apt-mark showhold',
  'sudo find /etc /opt /usr/local /usr/lib/systemd/system -xdev -type f -printf "%p %s %T@ %m %u\\n" | sort',
  'sudo find /etc -xdev -type f -print0 | sort -z | sudo xargs -0 sha256sum',
  // Transient units are the scopes of running containers.
  "systemctl list-unit-files --no-legend --no-pager | grep -v ' transient ' | sort",
].join('; ')

/**
 * Every object that people make, with uid and generation; leases, events and Node heartbeats move by themselves,
 * and bootstrap tokens are what a second run must not leave behind twice, so Secrets of kube-system are in.
 */
const CLUSTER_LOOK =
  'kubectl get deploy,ds,rs,svc,cm,sa,secret,ns,node,clusterrole,clusterrolebinding,role,rolebinding -A ' +
  '-o \'jsonpath={range .items[*]}{.kind}{" "}{.metadata.namespace}/{.metadata.name}{" "}{.metadata.uid}{" "}{.metadata.generation}{"\\n"}{end}\''

/** Lines that describe the state, sorted per host; two equal fingerprints mean that nothing was changed. */
export async function fingerprint(onHost: OnHost, hosts: readonly string[]): Promise<string[]> {
  const perHost = await Promise.all(hosts.map(async (host) => look(onHost, host, HOST_LOOK)))
  const cluster = await look(onHost, 'master', CLUSTER_LOOK)
  return [...perHost.flat(), ...cluster]
}

async function look(onHost: OnHost, host: string, script: string): Promise<string[]> {
  const result = await onHost(host, script)
  if (result.status !== 0)
    throw new Error(`the look at ${host} ended with ${result.status}: ${result.output.slice(-500)}`)
  return result.output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${host}: ${line}`)
}

/** What differs, at most `limit` lines, `-` for gone and `+` for new. */
export function difference(before: readonly string[], after: readonly string[], limit = 12): string[] {
  const old = new Set(before)
  const now = new Set(after)
  const gone = before.filter((line) => !now.has(line)).map((line) => `- ${line}`)
  const come = after.filter((line) => !old.has(line)).map((line) => `+ ${line}`)
  return [...gone, ...come].slice(0, limit)
}
