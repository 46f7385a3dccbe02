/** `write="block"` against a real host: a part of a file whose other lines are not ours. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FileWrite } from '../../src/runbook/types.ts'
import { file, runbookOf, startWorld } from './world.ts'
import type { World } from './world.ts'

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld(['master'])
})
afterAll(() => world.remove())

const BEGIN = '# BEGIN kubernetes-101 page/file:/run/etc/hosts'
const END = '# END kubernetes-101 page/file:/run/etc/hosts'
const PATH = '/run/etc/hosts'

function block(text: string, more: Partial<FileWrite> = {}) {
  return runbookOf([file(PATH, text, { write: 'block', ...more })])
}

/** The file with this content, mode 0640, and whatever was kept beside it gone. */
function present(content: string): void {
  world.inside(`rm -rf /run/etc; mkdir -p /run/etc; printf '%s' '${content}' >${PATH}; chmod 0640 ${PATH}`)
}

function content(): string {
  return world.inside(`cat ${PATH}`)
}

describe('a block in a file', () => {
  it('is added at the end, changed in its place, and left alone when it is right', async () => {
    present('127.0.0.1 localhost\n')
    expect((await world.run(block('10.0.0.1 master\n10.0.0.2 node1'))).code).toBe(0)
    expect(content()).toBe(`127.0.0.1 localhost\n${BEGIN}\n10.0.0.1 master\n10.0.0.2 node1\n${END}\n`)
    world.inside(`echo '1.2.3.4 theirs' >>${PATH}`)
    expect((await world.run(block('10.0.0.9 master'))).code).toBe(0)
    const changed = `127.0.0.1 localhost\n${BEGIN}\n10.0.0.9 master\n${END}\n1.2.3.4 theirs\n`
    expect(content()).toBe(changed)
    expect(world.inside(`stat -c %a ${PATH}; ls -A /run/etc`)).toBe('640\nhosts\n')
    const before = world.inside(`stat -c %i ${PATH}`)
    expect((await world.run(block('10.0.0.9 master'))).stdout).toContain('already done')
    expect(world.inside(`stat -c %i ${PATH}`)).toBe(before)
  })

  it('can be taken out by the reader with one line of sed, and comes back', async () => {
    world.inside(`sed -i '/^# BEGIN kubernetes-101 /,/^# END kubernetes-101 /d' ${PATH}`)
    expect(content()).toBe('127.0.0.1 localhost\n1.2.3.4 theirs\n')
    expect((await world.run(block('x'))).code).toBe(0)
    expect(content()).toBe(`127.0.0.1 localhost\n1.2.3.4 theirs\n${BEGIN}\nx\n${END}\n`)
  })

  it('is written whatever the end of the file looks like', async () => {
    const marked = (name: string, text: string): string =>
      `# BEGIN kubernetes-101 ${name}\n${text}\n# END kubernetes-101 ${name}\n`
    const cases: readonly (readonly [name: string, before: string | undefined, after: string])[] = [
      ['nothing', undefined, ''],
      ['empty', '', ''],
      ['unended', 'a', 'a\n'],
      ['blank', 'a\n\n', 'a\n\n'],
      ['others', marked('o', 'y'), marked('o', 'y')],
    ]
    world.inside('rm -rf /run/etc; mkdir -p /run/etc')
    for (const [name, before] of cases) {
      if (before !== undefined) world.inside(`printf '%s' '${before}' >/run/etc/${name}`)
    }
    const files = cases.map(([name]) => file(`/run/etc/${name}`, 'x', { write: 'block' }))
    expect((await world.run(runbookOf(files))).code).toBe(0)
    for (const [name, , after] of cases) {
      expect(world.inside(`cat /run/etc/${name}`)).toBe(`${after}${marked(`page/file:/run/etc/${name}`, 'x')}`)
    }
  })

  it('takes values of listed variables only', async () => {
    present('')
    const runbook = runbookOf([file(PATH, '${IP} ${RAW}', { write: 'block', subst: ['IP'] })], {
      vars: [{ name: 'IP', meaning: 'address', from: 'master[0].address' }],
    })
    expect((await world.run(runbook)).code).toBe(0)
    expect(content()).toBe(`${BEGIN}\n127.0.0.1 \${RAW}\n${END}\n`)
  })

  it('that somebody changed is not overwritten, unless told to; a copy is kept', async () => {
    present('')
    await world.run(block('x'))
    world.inside(`sed -i 's/^x$/theirs/' ${PATH}`)
    const refused = await world.run(block('y'))
    expect(refused.code).toBe(1)
    expect(refused.stdout).toContain(
      `the block in ${PATH} between "${BEGIN}" and its end was changed by somebody; --dry-run shows the difference, --overwrite replaces it and keeps a copy`,
    )
    expect(content()).toBe(`${BEGIN}\ntheirs\n${END}\n`)
    const dry = await world.run(block('y'), ['--dry-run'])
    expect(dry.stdout).toContain(`master: ${PATH} (block): other content\n    - theirs\n    + y\n`)
    expect((await world.run(block('y'), ['--overwrite'])).code).toBe(0)
    expect(world.inside(`cat ${PATH} ${PATH}.k8s101-*`)).toBe(`${BEGIN}\ny\n${END}\n${BEGIN}\ntheirs\n${END}\n`)
  })

  it.each([
    ['its end is missing', `${BEGIN}\nx\n`],
    ['it stands twice', `${BEGIN}\nx\n${END}\n${BEGIN}\nx\n${END}\n`],
    ['its marks are the wrong way round', `${END}\nx\n${BEGIN}\n`],
  ])('is not guessed at when %s', async (_name, before) => {
    present(before)
    const done = await world.run(block('y'))
    expect(done.code).toBe(1)
    expect(done.stdout).toContain(
      `${PATH} does not have "${BEGIN}" and "${END}" once each, in this order; mend it by hand`,
    )
    expect(content()).toBe(before)
  })

  it('is written into what a link points to; the link stays', async () => {
    present('a\n')
    world.inside(`mv ${PATH} /run/etc/real; ln -s real ${PATH}`)
    expect((await world.run(block('x'))).code).toBe(0)
    expect(world.inside(`readlink ${PATH}; cat /run/etc/real`)).toBe(`real\na\n${BEGIN}\nx\n${END}\n`)
  })

  it('is shown by a dry run where it is not there yet', async () => {
    present('a\n')
    expect((await world.run(block('x\ny'), ['--dry-run'])).stdout).toContain(
      `master: ${PATH} (block): new at the end of the file, 2 lines\n`,
    )
  })
})
