/** Programs of a build: their output, their last words, and that they never outlive the builder. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors/index.ts'
import { run } from '../../src/lab/build-command.ts'

test('gives stdout, passes input and environment', async () => {
  expect(await run('sh', ['-c', 'cat; echo "$WORD"'], { input: 'in ', env: { WORD: 'out' } })).toBe('in out\n')
})

test('a multi-byte character split over two chunks stays whole', async () => {
  expect(await run('sh', ['-c', String.raw`printf '\355\225'; sleep 0.05; printf '\234'`])).toBe('한')
})

test('a failure shows the command, the status, the folder and the end of stderr', async () => {
  const words = 'i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo "line $i" >&2; done; exit 3'
  const failure = await run('sh', ['-c', words], { cwd: tmpdir() }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(UserError)
  const message = failure instanceof Error ? failure.message : ''
  expect(message).toContain(`\nended with 3 in ${tmpdir()}:\nline 76\n`)
  expect(message.endsWith('line 100')).toBe(true)
})

test('a program that is not there is named', async () => {
  await expect(run('no-such-program', [])).rejects.toThrow(/no-such-program/)
})

test('a killed builder takes its program along', async () => {
  const module = join(import.meta.dirname, '../../src/lab/build-command.ts')
  const script = `import { run } from ${JSON.stringify(module)}
    await run('sh', ['-c', 'echo $$ > "$0"; exec sleep 60', process.argv[1]])`
  const file = join(tmpdir(), `k8s101-pid-${process.pid}`)
  const builder = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, file], { stdio: 'ignore' })
  await expect.poll(() => existsSync(file), { timeout: 5000 }).toBe(true)
  await expect.poll(() => readFile(file, 'utf8')).toMatch(/\d/)
  const pid = Number(await readFile(file, 'utf8'))
  await rm(file)
  expect(existsSync(`/proc/${pid}`)).toBe(true)
  builder.kill('SIGKILL')
  await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 5000 }).toBe(false)
})
