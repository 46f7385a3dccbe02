/** Steps on a terminal, against a real host: what is typed, what is waited for, what is kept of the output. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Evidence } from '../../src/evidence/types.ts'
import type { Step } from '../../src/runbook/types.ts'
import { connect, ttyScript } from '../../src/transport/index.ts'
import { options, run } from '../transport/asking.ts'
import { runbookOf, startWorld, step } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master'])
})
afterAll(() => world.remove())

function onTerminal(script: string, tty: string, more: Partial<Step> = {}): Step {
  return step('tty', script, { tty, ...more })
}

describe('a step on a terminal', () => {
  it('has one on stdin and stdout, of a fixed size; strict, in the working directory, with the variables', async () => {
    const script =
      'test -t 0; test -t 1; stty size; tput cols; echo "$TERM $V ${PWD##*/} ${K8S101_TTY-none}"; read -r x; echo "got $x"'
    const runbook = runbookOf([onTerminal(script, "until 'none' '한글 \"x\"' Enter")], {
      vars: [{ name: 'V', meaning: 'v', default: 'value' }],
    })
    const done = await world.run(runbook, ['--evidence', 'out'])
    expect(done.code).toBe(0)
    const path = join(world.path, 'out/try/debian-containerd.json')
    const evidence = JSON.parse(readFileSync(path, 'utf8')) as Evidence
    expect(evidence.items[0]?.hosts[0]?.output).toBe('24 80\n80\nxterm value try none\n한글 "x"\ngot 한글 "x"\n')
  })

  it('drives a shell until its end, and gives its status', async () => {
    const shell = 'PS1="ready# " bash --norc --noprofile -i'
    const keys = "until 'ready# ' 'echo one; echo t''wo' Enter until 'one' until 'ready# ' 'exit 5' Enter"
    const done = await world.run(
      runbookOf([onTerminal(shell, keys, { exit: 5, expect: { match: 'contains', text: 'one' } })]),
    )
    expect(done.code).toBe(0)
  })

  it('drives an editor: the file is written, and control sequences are kept out of the output', async () => {
    world.inside('rm -f /run/edited')
    const editor = `printf '\\033[?1049h\\033[2J\\033[1;1H'; printf 'EDITOR\\b\\b\\b\\b\\b\\bEditor\\033[>4;2m\\r\\n'
while IFS= read -rsn1 key; do
  case $key in $'\\e') printf 'mode command\\r\\n' ;; q) break ;; *) printf %s "$key" >>/run/edited ;; esac
done
printf '\\033[?1049lbye\\n'`
    const expectation = { match: 'exact', text: 'Editor\nmode command\nbye' } as const
    const done = await world.run(
      runbookOf([onTerminal(editor, "until 'ditor' 'abc' Esc until 'mode command' 'q'", { expect: expectation })]),
    )
    expect(done.stdout).not.toContain('\u001B')
    expect(done.code).toBe(0)
    expect(world.inside('cat /run/edited')).toBe('abc')
  })

  it('sends the keys that a terminal sends', async () => {
    const script = 'stty raw -echo; printf "on\\r\\n"; head -c 13 | od -An -tx1'
    const keys = "until 'on' Up Tab Esc Space Backspace Delete Enter C-a"
    const done = await world.run(runbookOf([onTerminal(script, keys)]))
    expect(done.stdout).toContain('1b 5b 41 09 1b 20 7f 1b 5b 33 7e 0d 01')
  })

  it('ends it with C-c and C-d', async () => {
    const interrupted = await world.run(runbookOf([onTerminal('echo go; sleep 9601', "until 'go' C-c", { exit: 130 })]))
    expect(interrupted.code).toBe(0)
    expect((await world.run(runbookOf([onTerminal('cat', "'hello' Enter C-d")]))).code).toBe(0)
  })

  it('fails where a text does not come before the program ends, and says which', async () => {
    const done = await world.run(runbookOf([onTerminal('echo other', "until 'never' 'x'")]))
    expect(done.stdout).toContain('it ended before it showed never')
    expect(done.stdout).toContain('exit status 1')
    expect(done.code).toBe(1)
  })

  it('waits for a text only so long, and ends what it started then', async () => {
    const host = world.hosts['master']?.host
    if (host === undefined) throw new Error('no host')
    const connection = await connect(host, options)
    const ran = await run(connection, ttyScript('sleep 9602', [{ until: 'never' }, { send: 'x' }], 1))
    await connection.close(true)
    expect(ran).toMatchObject({ stderr: 'it did not show never within 1 s\n', outcome: { exit: 124 } })
    expect(world.inside("pgrep -f 'slee[p] 9602' || true")).toBe('')
  })

  it('is killed with all of it at its timeout', async () => {
    const done = await world.run(runbookOf([onTerminal('sleep 9603', "'x'", { timeoutSeconds: 2 })]))
    expect(done.stdout).toContain('timed out after 2 s')
    expect(world.inside("pgrep -f 'slee[p] 9603' || true")).toBe('')
  })

  it('is not started where there is nothing to do, and its script is in no argument', async () => {
    const done = await world.run(
      runbookOf([
        onTerminal('echo no', "'x'", { unless: 'true' }),
        onTerminal('tr "\\0" "\\n" </proc/$$/cmdline | grep -c need[l]e || echo clean', "'x'"),
      ]),
    )
    expect(done.stdout).toContain('already done')
    expect(done.stdout).toContain('│ clean\n')
  })
})
