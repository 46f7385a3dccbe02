/** What CI does with virtual machines: the book on new ones, twice, killed and resumed, and broken on purpose. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Evidence } from '../evidence/index.ts'
import { CiClock } from './clock.ts'
import { expectStatus, runCommand } from './command.ts'
import { withBrokenCopy } from './controls.ts'
import type { Change } from './controls.ts'
import { missingDownloads } from './downloads.ts'
import { difference, fingerprint } from './fingerprint.ts'
import { expectedMinutes, otherRunbooks, restOfBook, sharingRunbooks } from './every-runbook.ts'
import { labCommands } from './lab-commands.ts'
import type { LabCommands } from './lab-commands.ts'
import { Checks, minutes } from './report.ts'
import type { Check } from './report.ts'
import { evidenceAt, sameEvidence } from './same-evidence.ts'

const MAIN = 'install-single-master'
const HOSTS = ['master', 'node1', 'node2', 'utility']

/** Minutes that the checks after the cluster's take where `install-single-master` takes what its evidence says. */
const TAKES = { inventory: 10, faults: 2 }

/**
 * The lab's tests on machines, what each shows, and the minutes that it takes likewise. Left to a person: mirror (3 min),
 * whose CRI-O would have to be built first.
 */
const LAB_TESTS = [
  { file: 'machines', shows: 'the lab’s machines: killed, full, two labs at once, rebooted, kept', takes: 7 },
  { file: 'needs', shows: 'what a runbook needs is made once, kept, and stale when its text changes', takes: 4 },
  { file: 'secrets', shows: 'a secret is in nothing that a run leaves', takes: 2 },
  { file: 'full-disk', shows: 'a full disk of this computer is said so, and room mends it', takes: 1 },
]

/** What the twelve seeds may take on any machine. */
const FAULTS_MINUTES = 6

/** A test of the lab that takes so many times what it should hangs. */
const HANGS = 3

/** Broken on purpose: the step after which the run must stop with exit 1, and what breaks it. */
const CONTROLS: readonly { readonly name: string; readonly step: string; readonly change: Change }[] = [
  {
    name: 'a broken step fails the run',
    step: 'install/single-master/verify-nodes',
    change: {
      page: 'install/single-master',
      from: 'node/node1 node/node2 --timeout=2m',
      to: 'node/node1 node/node9 --timeout=2m',
    },
  },
  {
    name: 'a broken expectation fails the run',
    step: 'install/single-master/verify-app',
    change: { page: 'install/single-master', from: 'Welcome to nginx!', to: 'Welcome to httpd!' },
  },
]

/** Runs every check; none stops the others unless they could not mean anything without it. */
export async function verifyInCi(root: string): Promise<readonly Check[]> {
  const checks = new Checks()
  const scratch = mkdtempSync(join(tmpdir(), 'k8s101-ci-'))
  const lab = labCommands(root, 'ci')
  const clock = new CiClock()
  const inTime = async (name: string, takes: number, check: () => Promise<string>): Promise<void> => {
    const late = clock.tooLate(takes)
    if (late === undefined) await checks.run(name, check)
    else checks.notRun(name, late)
  }
  try {
    const ready = await checks.run('the lab is up with blank machines', () => freshMachines(lab))
    if (!ready) return checks.all
    const built = await checks.run('the book builds a cluster on new machines', async () => {
      const seconds = await mainJob(lab, scratch)
      clock.compare(seconds, expectedMinutes(root, MAIN) * 60)
      return minutes(seconds)
    })
    await checks.run('fresh evidence says what the committed evidence says', async () =>
      sameEvidence(root, scratch, MAIN),
    )
    await checks.run('the first run found nothing already done', async () => nothingWasThere(scratch))
    await checks.run('the mirror gave each thing that the book downloads', () => downloadsSeen(lab))
    const labTests = LAB_TESTS.reduce((sum, { takes }) => sum + takes, 0)
    const rest = await restOfBook({ root, lab, checks, clock, scratch, standing: MAIN })
    if (built) {
      await onTheCluster(root, lab, checks)
      await sharingRunbooks(rest, TAKES.inventory + TAKES.faults + labTests)
    }
    await inTime('over ssh with an inventory, killed and resumed: kubeadm init ran once', TAKES.inventory, () =>
      killedAndResumed(lab, join(scratch, 'inventory.yaml')),
    )
    await checks.run('down leaves no process of the lab', () => nothingLeft(lab))
    await inTime(
      'runs broken on purpose: each ends as it should after --resume, or says what is unknown',
      TAKES.faults,
      () => passes(root, ['node', 'scripts/faults.ts', '--seeds', '12'], FAULTS_MINUTES),
    )
    for (const { file, shows, takes } of LAB_TESTS) {
      const command = ['vitest', 'run', '--config', 'test/lab-e2e/vitest.config.ts', file]
      await inTime(shows, takes, () => passes(root, command, clock.here(takes) * HANGS))
    }
    await otherRunbooks(rest)
  } finally {
    await lab.lab('down')
    rmSync(scratch, { recursive: true, force: true })
  }
  return checks.all
}

/** Gives the seconds that it took. */
async function mainJob(lab: LabCommands, scratch: string): Promise<number> {
  const result = await lab.runbook(MAIN, ['--exercises', '--evidence', scratch])
  expectStatus(result, 0)
  return result.seconds
}

/** Blank disks: `up` says how long it takes (the first build included), `reset` throws away what an earlier run left. */
async function freshMachines(lab: LabCommands): Promise<string> {
  const up = await lab.lab('up')
  expectStatus(up, 0)
  const reset = await lab.lab('reset')
  expectStatus(reset, 0)
  return `up in ${minutes(up.seconds)}, blank again in ${minutes(reset.seconds)}`
}

/** On blank hosts no `creates` or `unless` may hold: one that does proves nothing about the step it guards. */
function nothingWasThere(scratch: string): void {
  const early = freshEvidence(scratch).items.filter((item) => item.hosts.some((host) => host.status === 'already-done'))
  if (early.length > 0) throw new Error(`already done on blank hosts: ${early.map((item) => item.id).join(', ')}`)
}

function freshEvidence(scratch: string): Evidence {
  return evidenceAt(scratch, join(MAIN, 'debian-containerd.json'))
}

async function downloadsSeen(lab: LabCommands): Promise<void> {
  const log = await lab.quietly('logs', 'mirror')
  expectStatus(log, 0)
  const missing = missingDownloads(log.output)
  if (missing.length > 0) throw new Error(`not in the mirror’s log: ${missing.join(', ')}`)
}

async function onTheCluster(root: string, lab: LabCommands, checks: Checks): Promise<void> {
  const onHost = (host: string, script: string) => lab.on(host, script)
  await checks.run('a second run changes nothing', async () => {
    const before = await fingerprint(onHost, HOSTS)
    const result = await lab.runbook(MAIN, [])
    expectStatus(result, 0)
    const changed = difference(before, await fingerprint(onHost, HOSTS))
    if (changed.length > 0) throw new Error(changed.join('\n'))
    return `${before.length} facts of 4 hosts and the cluster are the same`
  })
  for (const control of CONTROLS) {
    await checks.run(control.name, () =>
      withBrokenCopy(root, control.change, async (copy) => {
        const result = await lab.runbook(MAIN, ['--verify'], { cwd: copy })
        expectStatus(result, 1)
        if (!result.output.includes(control.step)) throw new Error(`the failure does not name ${control.step}`)
      }),
    )
  }
}

/**
 * On blank machines that the runner knows from an inventory only, as a reader's own: kill -9 in the middle of
 * `kubeadm init`, then --resume: the same cluster, one certificate authority, made once.
 */
async function killedAndResumed(lab: LabCommands, inventory: string): Promise<string> {
  await freshMachines(lab)
  const machines = await lab.quietly('inventory')
  expectStatus(machines, 0)
  writeFileSync(inventory, machines.output)
  const own = ['--inventory', inventory, '--yes']
  const run = lab.startRunbook(MAIN, own)
  await untilInitRuns(lab, run.done)
  run.child.kill('SIGKILL')
  await run.done
  const madeBefore = await authority(lab)
  const resumed = await lab.runbook(MAIN, [...own, '--resume'])
  expectStatus(resumed, 0)
  const madeAfter = await authority(lab)
  if (madeBefore !== madeAfter) throw new Error(`the CA was made again: ${madeBefore}, then ${madeAfter}`)
  return 'killed during init, three nodes Ready, the same certificate authority'
}

/** Init has surely begun, and surely not ended, when the CA is written and admin.conf's cluster does not answer yet. */
async function untilInitRuns(lab: LabCommands, ended: Promise<{ status: number; output: string }>): Promise<void> {
  const state = { ended: false }
  void ended.then(() => (state.ended = true))
  const deadline = Date.now() + 30 * 60_000
  while (Date.now() < deadline) {
    if (state.ended) throw new Error('the runbook ended before kubeadm init was seen running')
    const look = await lab.on('master', 'test -s /etc/kubernetes/pki/ca.crt && pgrep -x kubeadm')
    if (look.status === 0) return
    await sleep(2000)
  }
  throw new Error('kubeadm init did not start within 30 minutes')
}

async function authority(lab: LabCommands): Promise<string> {
  const result = await lab.on('master', 'sudo sha256sum /etc/kubernetes/pki/ca.crt')
  expectStatus(result, 0)
  return result.output.trim()
}

/** One of the project's own commands, which prints what is wrong and how it is tried again. */
async function passes(root: string, command: readonly string[], atMostMinutes: number): Promise<string> {
  const result = await runCommand(command, { cwd: root, timeoutSeconds: atMostMinutes * 60 })
  expectStatus(result, 0)
  return minutes(result.seconds)
}

async function nothingLeft(lab: LabCommands): Promise<void> {
  const down = await lab.lab('down')
  expectStatus(down, 0)
  const left = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter((line) => line.includes('/k8s101/labs/ci'))
  if (left.length > 0) throw new Error(`mounts left behind:\n${left.join('\n')}`)
}
