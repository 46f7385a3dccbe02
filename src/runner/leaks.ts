/** Whether a runbook that shares its cluster leaves it as it was: what the API server lists before and after. */
import { randomBytes } from 'node:crypto'
import type { IsolationEvidence } from '../evidence/types.ts'
import { scriptJob } from '../transport/index.ts'
import type { RunContext } from './context.ts'
import { isPartial } from './options.ts'

/** Deleting a namespace or a volume goes on after kubectl has said so. */
const PATIENCE_SECONDS = 90
const LOOK_SECONDS = 120

/** What a chapter does to nodes, which stay: a line for each label, each taint, and a cordon. */
const NODE_MARKS = [
  '{{range .items}}{{$node := .metadata.name}}',
  '{{range $key, $value := .metadata.labels}}label {{$key}}={{$value}} of node/{{$node}}{{"\\n"}}{{end}}',
  '{{range .spec.taints}}taint {{.key}}{{with .value}}={{.}}{{end}}:{{.effect}} of node/{{$node}}{{"\\n"}}{{end}}',
  '{{if .spec.unschedulable}}cordon of node/{{$node}}{{"\\n"}}{{end}}',
  '{{end}}',
].join('')

/**
 * Everything without a namespace, what stands in the namespace `default`, which is where things are forgotten, and the
 * marks of nodes. Left out is what comes and goes by itself: events, leases, measurements, taints that the node's state
 * sets; and Endpoints, which follow their Services.
 */
const LOOK = `kinds() {
  local passing='events|events[.]events[.]k8s[.]io|leases[.]coordination[.]k8s[.]io|componentstatuses|endpoints|.*[.]metrics[.]k8s[.]io'
  kubectl api-resources --verbs=list "$@" -o name | grep -vxE "$passing" | paste -sd , -
}
cluster=$(kinds --namespaced=false)
inside=$(kinds --namespaced=true)
kubectl get "$cluster" --ignore-not-found -o name
kubectl get "$inside" -n default --ignore-not-found -o name | sed 's/$/ in default/'
kubectl get nodes -o go-template='${NODE_MARKS}' | sed '\\|^taint node[.]kubernetes[.]io/|d'`

/** Requests for certificates are taken away by Kubernetes itself after a while. */
const GOES_BY_ITSELF = /^certificatesigningrequest\./u

/** A whole run in the lab, and elsewhere one that cleans up and makes evidence. A resumed run does not know the beginning. */
export function checksLeaks({ runbook, options, lab }: RunContext): boolean {
  const asked = lab || (options.cleanup && options.evidence !== undefined)
  return runbook.isolation === 'namespace' && asked && !isPartial(options) && !options.resume
}

/** What is there before the first step; undefined where no cluster answers, and there is nothing to compare with. */
export async function presentObjects(context: RunContext): Promise<readonly string[] | undefined> {
  const before = await look(context)
  if (before === undefined)
    context.screen.note('no cluster answers yet: what the runbook leaves behind is not compared')
  return before
}

/** Looks again, for as long as something is left that may still be on its way out. */
export async function leaksSince(context: RunContext, before: readonly string[]): Promise<IsolationEvidence> {
  const end = performance.now() + Number(process.env['K8S101_LEAK_SECONDS'] ?? PATIENCE_SECONDS) * 1000
  for (;;) {
    const after = await look(context)
    const found =
      after === undefined ? { left: ['(the cluster does not answer any more)'], gone: [] } : compared(before, after)
    const clean = found.left.length === 0 && found.gone.length === 0
    if (clean || context.interrupted() || performance.now() > end) return { compared: before.length, ...found }
    await context.sleep(3000)
  }
}

/** Pure. */
export function compared(
  before: readonly string[],
  after: readonly string[],
): Pick<IsolationEvidence, 'left' | 'gone'> {
  return {
    left: after.filter((name) => !before.includes(name)).toSorted(),
    gone: before.filter((name) => !after.includes(name) && !GOES_BY_ITSELF.test(name)).toSorted(),
  }
}

/** What a person reads; nothing where all is as it was. */
export function leakText({ left, gone }: IsolationEvidence): string {
  const lines = [
    ...(left.length === 0 ? [] : ['  left behind:', ...left.map((name) => `    ${name}`)]),
    ...(gone.length === 0 ? [] : ['  there before, and gone:', ...gone.map((name) => `    ${name}`)]),
  ]
  if (lines.length === 0) return ''
  const advice =
    '  isolation: namespace promises a cluster as it was before; a step with phase="cleanup" takes away what is left'
  return ['', 'the cluster is not as it was before the runbook', ...lines, advice].join('\n')
}

async function look(context: RunContext): Promise<readonly string[] | undefined> {
  const master = context.plan.flatMap(({ hosts }) => hosts).find(({ host }) => host.roles.includes('master'))
  if (master === undefined) return undefined
  const chunks: Buffer[] = []
  const job = scriptJob({ script: LOOK, directory: context.directory, variables: {}, captures: [] })
  const request = { nonce: randomBytes(16).toString('hex'), timeoutSeconds: LOOK_SECONDS, job }
  const outcome = await context.session.run(
    master.host,
    request,
    (stream, bytes) => {
      if (stream === 'stdout') chunks.push(Buffer.from(bytes))
    },
    () => chunks.splice(0),
  )
  if (outcome.ending !== 'exited' || outcome.exit !== 0) return undefined
  const lines = Buffer.concat(chunks).toString('utf8').split('\n')
  return lines.filter((line) => line !== '')
}
