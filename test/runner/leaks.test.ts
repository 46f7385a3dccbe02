/** What a runbook with `isolation: namespace` leaves behind: seen on a real host, whose kubectl is a script over two files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Evidence } from '../../src/evidence/types.ts'
import { compared } from '../../src/runner/leaks.ts'
import { runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const KUBECTL = `#!/bin/bash
case "$*" in
  "api-resources --verbs=list --namespaced=false -o name") printf "%s\\n" namespaces componentstatuses nodes.metrics.k8s.io clusterroles.rbac.authorization.k8s.io ;;
  "api-resources --verbs=list --namespaced=true -o name") printf "%s\\n" pods events endpoints services leases.coordination.k8s.io ;;
  "get namespaces,clusterroles.rbac.authorization.k8s.io --ignore-not-found -o name") cat /run/cluster ;;
  "get pods,services -n default --ignore-not-found -o name") cat /run/default ;;
  "get nodes -o go-template="*) cat /run/nodes ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac
`

let world: World
beforeAll(async () => {
  world = await startWorld(['master'])
  world.inside(
    `mount -t tmpfs tmpfs /usr/local/bin; cat >/usr/local/bin/kubectl <<'END'\n${KUBECTL}END\nchmod 755 /usr/local/bin/kubectl`,
  )
})
beforeEach(() => {
  world.inside(
    'printf "namespace/default\\nclusterrole.rbac.authorization.k8s.io/view\\n" >/run/cluster; echo service/kubernetes >/run/default; echo "label tier=web of node/node1" >/run/nodes',
  )
})
afterAll(() => world.remove())

const ARGS = ['--cleanup', '--evidence', 'out', '--report', 'junit=out/j.xml', '--report', 'json=out/r.json']

function makes(made: string, cleanup: string, isolation: 'namespace' | 'cluster' = 'namespace') {
  return runbookOf([step('make', made), step('clean', cleanup, { phase: 'cleanup' })], { isolation })
}

function evidence(): Evidence {
  return JSON.parse(readFileSync(join(world.path, 'out/try/debian-containerd.json'), 'utf8')) as Evidence
}

describe('a run', () => {
  it('that leaves nothing behind says so in its evidence', async () => {
    const done = await world.run(makes('echo namespace/shop >>/run/cluster', "sed -i '/shop/d' /run/cluster"), ARGS)
    expect(done.stderr).toBe('')
    expect(done.code).toBe(0)
    expect(evidence()).toMatchObject({ result: 'passed', isolation: { compared: 4, left: [], gone: [] } })
    expect(readFileSync(join(world.path, 'out/j.xml'), 'utf8')).toContain(
      '<testcase classname="isolation" name="namespace">',
    )
  })

  it('waits for what is on its way out', async () => {
    const slow = "(sleep 3; sed -i '/shop/d' /run/cluster) >/dev/null 2>&1 &"
    expect((await world.run(makes('echo namespace/shop >>/run/cluster', slow), ARGS)).code).toBe(0)
  })

  it('is not looked at where it does not promise it, resumes, runs in part, or fails anyway', async () => {
    const leaky = 'echo namespace/shop >>/run/cluster'
    expect((await world.run(makes(leaky, 'true', 'cluster'), ARGS)).code).toBe(0)
    expect(evidence().isolation).toBeUndefined()
    expect((await world.run(makes(leaky, 'true'), ['--only', 'make'])).code).toBe(0)
    expect((await world.run(makes('false', 'true'), ARGS)).stdout).not.toContain('the cluster is not')
  })

  it('goes on where no cluster answers at first, and says that nothing was compared', async () => {
    world.inside('rm /run/cluster')
    const done = await world.run(makes('true', 'true'), ARGS)
    expect(done.stdout).toContain('no cluster answers yet: what the runbook leaves behind is not compared')
    expect(done.code).toBe(0)
    expect(evidence().isolation).toBeUndefined()
  })
})

describe('what is left', () => {
  it('fails the run, named, when it stays', async () => {
    const leaky = makes(
      'echo namespace/shop >>/run/cluster; echo pod/web >>/run/default; sed -i /view/d /run/cluster',
      'true',
    )
    const running = world.start(leaky, ARGS)
    const done = await running.finished
    expect(done.stdout).toContain(
      [
        'the cluster is not as it was before the runbook',
        '  left behind:',
        '    namespace/shop',
        '    pod/web in default',
        '  there before, and gone:',
        '    clusterrole.rbac.authorization.k8s.io/view',
        '  isolation: namespace promises a cluster as it was before; a step with phase="cleanup" takes away what is left',
      ].join('\n'),
    )
    expect(done.code).toBe(1)
    expect(evidence()).toMatchObject({
      result: 'failed',
      isolation: { left: ['namespace/shop', 'pod/web in default'] },
    })
    expect(JSON.parse(readFileSync(join(world.path, 'out/r.json'), 'utf8'))).toMatchObject({
      exit: 1,
      isolation: { compared: 4 },
    })
    expect(readFileSync(join(world.path, 'out/j.xml'), 'utf8')).toContain('failures="1"')
  })

  it('is also a mark on a node, but no taint that the state of the node sets', async () => {
    const marks =
      'printf "%s of node/node1\\n" "label tier=db" "taint a=b:NoSchedule" cordon "taint node.kubernetes.io/not-ready:NoExecute" >/run/nodes'
    const done = await world.run(makes(marks, 'true'), ARGS)
    expect(done.stdout).toContain(
      [
        '  left behind:',
        '    cordon of node/node1',
        '    label tier=db of node/node1',
        '    taint a=b:NoSchedule of node/node1',
        '  there before, and gone:',
        '    label tier=web of node/node1',
        '  isolation:',
      ].join('\n'),
    )
    expect(done.code).toBe(1)
  })

  it('does not count what Kubernetes takes away itself', () => {
    const csr = 'certificatesigningrequest.certificates.k8s.io/csr-x'
    expect(compared([csr, 'namespace/a'], ['namespace/a'])).toEqual({ left: [], gone: [] })
    expect(compared(['namespace/a'], ['namespace/a', csr])).toEqual({ left: [csr], gone: [] })
  })
})
