/** Text that would run if a character of it stood where it must not: in the runbook's source, and in what a host's shell gets. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseChapter } from '../../src/chapter/index.ts'
import { emitRunbook } from '../../src/runbook/emit.ts'
import { planRunbook } from '../../src/runbook/plan.ts'
import type { Runbook } from '../../src/runbook/types.ts'
import { expandPath, substitute } from '../../src/runner/shell-text.ts'
import { fileJob, scriptJob } from '../../src/transport/index.ts'

/** The shell that waits for a job on a host, as the spawner starts it. */
const SPAWNER = readFileSync(join(import.meta.dirname, '../../src/transport/agent/spawner.sh'), 'utf8')
const SHELL = /^shell='(.*)'$/mu.exec(SPAWNER)?.[1] ?? ''

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'k8s101-canary-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a job as a host would; what comes after it in the same stream must not be read. */
function host(job: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, output } = spawnSync('bash', ['-euo', 'pipefail', '-c', SHELL, 'bash'], {
    input: `${job}touch ~/canary-after\n`,
    env: { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C', SHLVL: '1', k8s101_job: '1' },
    stdio: ['pipe', 'pipe', 'pipe', 'ignore', 'ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  return { status, stdout: String(output[1]), stderr: `${String(output[2])}${String(output[6])}` }
}

/** Files that only a command makes: the texts themselves stand in names of files and folders. */
function canaries(): string[] {
  const names = readdirSync(folder, { recursive: true }).map((path) => basename(String(path)))
  return names.filter((name) => /^canary-(?:\d+|js|file|after|path)$/u.test(name))
}

/** Ways out of quotes, literals and comments of bash, JavaScript, YAML and sed, each with a command of its own. */
const touch = (): string => `touch ${folder}/canary-$RANDOM`
const nasty = (): string[] => [
  `$(${touch()})`,
  `\`${touch()}\``,
  `'; ${touch()}; '`,
  `"; ${touch()}; "`,
  `\\'; ${touch()}; #`,
  `'"'"'$(${touch()})`,
  `\${X:-$(${touch()})}`,
  `$((1)); ${touch()}`,
  `\u2028${touch()}\u2029`,
  `\u202E$(${touch()})`,
  `*/ }) \`; import('fs').then(fs => fs.writeFileSync('${folder}/canary-js', '')) //`,
  `\${(globalThis.process.getBuiltinModule('fs').writeFileSync('${folder}/canary-js', ''))}`,
  `&& ${touch()} || $(${touch()}) | ${touch()} > ${folder}/canary-file`,
  `!!sh -c '${touch()}'`,
  `EOF`,
  `k8s101`,
  `-rf --`,
  `…`,
]

/** Both languages' page with this text wherever text can stand. */
function runbookWith(text: string): Runbook {
  const line = text.replaceAll(/[\r\n\u2028\u2029\0]+/gu, ' ')
  const yaml = JSON.stringify(text)
  const markdown = line.replaceAll(/[\\`*_{}[\]<>()#+.!|&~^$:-]/gu, String.raw`\$&`)
  // A value stands in one kind of quotes and Markdown leaves it as it is.
  const meta = line.replaceAll(/["\\&`]/gu, '').trim()
  const source = `---
title: ${yaml}
description: ${yaml}
runbook:
  id: demo
  topology: single
  isolation: machine
  vars:
    NASTY: {meaning: ${yaml}, default: ${yaml}}
exercises:
  box: {title: ${yaml}, messages: {no-pod: ${yaml}}}
---

## x ${markdown}

A sentence ${markdown}

\`\`\`bash step="own" title="t ${meta}" creates="/nowhere/${meta}x"
printf %s "$NASTY"
\`\`\`

~~~text expect="own"
x ${line}
~~~

~~~text file="dir/${meta}x" subst="NASTY" title="t ${meta}"
${line}
\${NASTY}
~~~

\`\`\`bash step="box-check" exercise="box" part="check"
echo no-pod
\`\`\`
`
  const chapters = ['content/docs/demo.mdx', 'content/docs/en/demo.mdx'].flatMap(
    (file) => parseChapter(file, source).chapter ?? [],
  )
  const { runbook } = planRunbook({ chapters, versions: {} }, 'demo')
  if (runbook === undefined) throw new Error(JSON.stringify(parseChapter('content/docs/demo.mdx', source).problems))
  return runbook
}

/** What node makes of the emitted file, which calls a runner that only says what it got. */
function imported(runbook: Runbook): unknown {
  const stub = join(folder, 'entry.mjs')
  writeFileSync(stub, 'export const runbook = (value) => process.stdout.write(JSON.stringify(value))\n')
  writeFileSync(join(folder, 'demo.mjs'), emitRunbook(runbook).replace('../src/runner/entry.mjs', './entry.mjs'))
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'demo.mjs')], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

function expectHarmless(text: string): void {
  const runbook = runbookWith(text)
  expect(imported(runbook)).toEqual(JSON.parse(JSON.stringify(runbook)))
  expect(canaries()).toEqual([])
  expect(runbook.vars[0]?.default).toBe(text)
  const variables = { NASTY: text }
  for (const item of runbook.items) {
    if (item.type === 'step') {
      const unless = `test "$NASTY" = x`
      const ran = host(
        scriptJob({
          script: item.script,
          directory: `k8s101/${text.replaceAll('/', '_').slice(0, 40)}`,
          variables,
          captures: [],
          unless,
        }),
      )
      expect(ran).toEqual({ status: 0, stdout: text, stderr: '' })
    } else {
      const path = join(folder, expandPath(item.path, folder, variables).replaceAll('..', ''))
      const written = substitute(item.text, item.subst, variables)
      const job = { path, text: written, directory: 'k8s101/demo', asRoot: false, foreign: 'refuse' } as const
      expect(host(fileJob(job)).stdout).toBe('written\n')
      expect(readFileSync(path, 'utf8')).toBe(`${written}\n`)
      // The name of the file has the text in it.
      rmSync(join(folder, 'dir'), { recursive: true })
      const marks = { begin: `# BEGIN ${text.replaceAll('\n', ' ')}`, end: `# END ${text.replaceAll('\n', ' ')}` }
      expect(host(fileJob({ ...job, marks })).stdout).toBe('written\n')
      expect(readFileSync(path, 'utf8')).toBe(`${marks.begin}\n${written}\n${marks.end}\n`)
      rmSync(join(folder, 'dir'), { recursive: true })
    }
  }
  rmSync(join(folder, 'k8s101'), { recursive: true, force: true })
  expect(canaries()).toEqual([])
}

describe('runs nowhere but in its own step', () => {
  test('each way out, and all of them together', { timeout: 60_000 }, () => {
    for (const text of nasty()) expectHarmless(text)
    expectHarmless(nasty().slice(0, 6).join(' '))
    expectHarmless(`a\nb'\n${nasty().join('\n')}`)
    expectHarmless(`a\r\nb\rc\t${nasty()[0] ?? ''}`)
  })

  test('any mixture', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(17), fc.constantFrom("'", '"', '\\', '\n', '\r', ' ', '한', '\u2028')), {
          minLength: 1,
          maxLength: 5,
        }),
        (parts) => {
          const all = nasty()
          expectHarmless(`x${parts.map((part) => (typeof part === 'number' ? (all[part] ?? '') : part)).join('')}x`)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('the control: in its own step it does run', () => {
    host(scriptJob({ script: `: "$(${touch()})"`, directory: 'k8s101/demo', variables: {}, captures: [] }))
    expect(canaries()).toHaveLength(1)
  })
})

test('a NUL is refused where it stands, and never sent', () => {
  const page = `---\ntitle: x\ndescription: x\nrunbook: {id: demo, topology: single, isolation: machine, vars: {A: {meaning: x, default: "a\\0b"}}}\n---\n`
  expect(parseChapter('content/docs/demo.mdx', page).problems).toMatchObject([
    { line: 4, message: 'the default of A holds a NUL character' },
  ])
  expect(() => scriptJob({ script: 'true', directory: 'x', variables: { A: 'a\0b' }, captures: [] })).toThrow('NUL')
})

test('a page whose path has a line break is no code', () => {
  const runbook = runbookWith('x')
  const file = `content/docs/a\nprocess.getBuiltinModule('fs').writeFileSync('${folder}/canary-path', '')\n.mdx`
  const items = runbook.items.map((item) => ({ ...item, source: { ...item.source, file } }))
  expect(imported({ ...runbook, items })).toMatchObject({ items: [{ source: { file } }, {}] })
  expect(existsSync(join(folder, 'canary-path'))).toBe(false)
})

test('names that every object has are no variables', () => {
  expect(expandPath('/x/$constructor/${toString}/$__proto__', '/root', {})).toBe(
    '/x/$constructor/${toString}/$__proto__',
  )
})
