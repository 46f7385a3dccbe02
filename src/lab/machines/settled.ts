/** After a boot a cluster shows what it was when the machines went off: waits until it is true again. */
import { tryCommand } from './command.ts'
import type { LabPaths } from './lab-name.ts'
import type { MachineSpec } from './topology.ts'

const NODES_SECONDS = 240
/** A Pod may be broken on purpose: the runbooks' own checks judge that. */
const PODS_SECONDS = 150

/**
 * Exit 0 without a cluster, or once every node has sent a heartbeat since the boot and every Pod is ready again; 3 when only
 * Pods are late. A Node is called Ready by what was stored before, so its lease is looked at.
 */
export function settledScript(nodesSeconds: number, podsSeconds: number): string {
  return `
config=/etc/kubernetes/admin.conf
sudo test -e $config || exit 0
k() { sudo kubectl --kubeconfig=$config --request-timeout=8s "$@" 2>/dev/null; }
fresh() {
  since=$(date -u -d "-$(cut -d. -f1 /proc/uptime) seconds +5 seconds" +%FT%TZ)
  times=$(k get leases -n kube-node-lease -o 'jsonpath={range .items[*]}{.spec.renewTime}{"\\n"}{end}') || return 1
  awk -v since="$since" '$1 < since { old = 1 } END { exit old }' <<<"$times"
}
until fresh && k wait --for=condition=Ready node --all --timeout=5s >/dev/null; do
  [ $SECONDS -lt ${nodesSeconds} ] || exit 4
  sleep 1
done
SECONDS=0
# It watches: started anew all the time, kubectl itself would be a fifth of what a booting control plane has to do.
ready() {
  k wait --request-timeout=0 --for=condition=Ready pod --all --all-namespaces \\
    --field-selector=status.phase!=Succeeded --timeout="$1s" >/dev/null
}
left() { echo $((${podsSeconds} - SECONDS > 30 ? 30 : ${podsSeconds} - SECONDS)); }
while [ "$(left)" -gt 0 ]; do
  if ready "$(left)"; then exit 0; fi
  sleep 1
done
exit 3
`
}

/** Says how long it took, and what is late; the checks that follow decide. */
export async function clusterSettled(
  paths: LabPaths,
  machines: readonly MachineSpec[],
  log: (line: string) => void,
): Promise<void> {
  const master = machines.find((machine) => machine.roles.includes('master'))?.name
  if (master === undefined) return
  const started = performance.now()
  // The script comes by stdin, which nothing in it may read.
  const run = 'script=$(cat); bash -c "$script" </dev/null'
  const { status } = await tryCommand(['ssh', '-F', paths.sshConfig, master, run], {
    input: settledScript(NODES_SECONDS, PODS_SECONDS),
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  if (status === 3) log(`not every Pod is ready again after ${seconds} s; going on`)
  else if (status !== 0) log(`the cluster on ${master} is not itself again after ${seconds} s; going on`)
  else if (Number(seconds) > 3) log(`the cluster is itself again (${seconds} s)`)
}
