/** `npm test`: everything that needs no VM, stage by stage; all stages run, then one summary. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureHostPackages, LAB_HOST_PACKAGES } from '../src/lab/index.ts'
import { EXIT, runMain } from '../src/errors/index.ts'
import type { ExitCode } from '../src/errors/index.ts'

interface Stage {
  readonly name: string
  readonly command: readonly string[]
  /** Where vitest writes its counts, if the stage is vitest. */
  readonly counts?: string
}

interface Counts {
  passed: number
  failed: number
}

/** Of vitest's JSON reporter, what is read here. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Debian packages that the tests use: a browser with Korean fonts, an sshd, shellcheck, dictionaries, and all that the lab's parts under test call. */
const TEST_PACKAGES = [
  ...LAB_HOST_PACKAGES,
  'chromium',
  'fonts-noto-cjk',
  'openssh-server',
  'shellcheck',
  'hunspell',
  'hunspell-ko',
  'hunspell-en-gb',
  'dpkg-dev',
]

await runMain(async (): Promise<ExitCode> => {
  const scratch = mkdtempSync(join(tmpdir(), 'k8s101-test-'))
  try {
    await ensureHostPackages(TEST_PACKAGES, (line) => console.log(line))
    const wanted = process.argv.slice(2)
    const stages = allStages(scratch).filter((stage) => wanted.length === 0 || wanted.includes(stage.name))
    return await runAll(stages)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
})

function allStages(scratch: string): Stage[] {
  return [
    {
      name: 'types',
      command: ['astro', 'check', '--tsconfig', 'src/site/tsconfig.json', '--minimumSeverity', 'warning'],
    },
    { name: 'types-node', command: ['tsc', '--noEmit'] },
    { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
    { name: 'unused', command: ['knip'] },
    { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
    { name: 'book', command: ['node', 'scripts/check.ts'] },
    vitestStage('unit', scratch),
    { name: 'build', command: ['astro', 'build'] },
    vitestStage('e2e', scratch),
  ]
}

function vitestStage(name: string, scratch: string): Stage {
  const counts = join(scratch, `${name}.json`)
  const command = [
    'vitest',
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${counts}`,
  ]
  return { name, command, counts }
}

async function runAll(stages: readonly Stage[]): Promise<ExitCode> {
  const total: Counts = { passed: 0, failed: 0 }
  const broken: string[] = []
  const failures: string[] = []
  for (const stage of stages) {
    console.log(`\n── ${stage.name}: ${stage.command.join(' ')}`)
    const start = performance.now()
    const status = await run(stage.command)
    const report = stage.counts === undefined ? undefined : readReport(stage.counts)
    add(total, countsOf(stage, report, status))
    if (status !== 0) {
      broken.push(stage.name)
      failures.push(...failedIn(stage, report))
    }
    console.log(
      `── ${stage.name}: ${status === 0 ? 'ok' : `failed (${status})`} ${((performance.now() - start) / 1000).toFixed(1)} s`,
    )
  }
  console.log(broken.length === 0 ? '\nall stages passed' : `\nfailed stages: ${broken.join(', ')}`)
  const summary = process.env['K8S101_TEST_SUMMARY']
  if (summary !== undefined) writeFileSync(summary, JSON.stringify({ ...total, failures }))
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return broken.length === 0 ? EXIT.done : EXIT.stepFailed
}

/** Runs one of the project's own programs with its output on this terminal; gives its exit status. */
function run(command: readonly string[]): Promise<number> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal === null ? (code ?? 1) : 128))
  })
}

/** A stage is one check, except vitest's, which counts its own; a vitest that died before it counted is one failure. */
function countsOf(stage: Stage, report: VitestReport | undefined, status: number): Counts {
  if (stage.counts === undefined) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const counts = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** Undefined where vitest ended before it wrote one. */
function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}

/** What to look for in a long log: the names of vitest's failed tests, else the stage. */
function failedIn(stage: Stage, report: VitestReport | undefined): string[] {
  const failed = (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}`),
  )
  return failed.length > 0 ? failed : [`npm test -- ${stage.name}`]
}

function add(total: Counts, more: Counts): void {
  total.passed += more.passed
  total.failed += more.failed
}
