import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors/index.ts'
import { assumedVariant, labHosts } from '../../src/runner/machines.ts'
import { argumentsOf, parseOptions } from '../../src/runner/options.ts'
import { decide } from '../../src/runner/resume.ts'
import { hostsOf, planRun } from '../../src/runner/select.ts'
import type { Selection } from '../../src/runner/select.ts'
import { expandPath, substitute } from '../../src/runner/shell-text.ts'
import { resolveVariables } from '../../src/runner/variables.ts'
import { file, runbookOf, step } from './world.ts'

const hosts = labHosts('single')
const everything: Selection = { only: [], from: undefined, verify: false, cleanup: false, limit: [] }

/** What a person reads of an error. */
function messageOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.hint ?? ''}\nexit ${error.code}`
    throw error
  }
  return 'no error'
}

describe('the command line', () => {
  it.each([
    [['node', '/x/zx/build/cli.js', 'runbooks/try.mjs', '--list'], ['--list']],
    [['node', '/x/zx', '--quiet', 'runbooks/try.mjs', '--yes'], ['--yes']],
    [
      ['node', '/abs/runbooks/try.mjs', '--only', 'x.mjs'],
      ['--only', 'x.mjs'],
    ],
    [['node', '/abs/renamed.mjs', '--list'], ['--list']],
  ])('of %j', (argv, args) => {
    expect(argumentsOf(argv, 'try')).toEqual(args)
  })

  it.each([
    [['--lst'], 'unknown option "--lst"\ndid you mean "--list"?'],
    [['--report', 'xml'], '--report "xml": expected junit, json, junit=FILE or json=FILE'],
    [['--var', 'a-b=1'], '--var "a-b=1": expected NAME=value'],
    [['--only', 'a', '--from', 'b'], '--only and --from cannot be given together'],
    [['--rerun', 'a'], '--rerun and --mark-done go with --resume'],
    [['--list', '--status'], '--list and --status cannot be given together'],
    [['--lang', 'de'], '--lang "de": expected ko or en'],
    [['stray'], "Unexpected argument 'stray'"],
    [['--inventory'], "Option '--inventory <value>' argument missing"],
  ])('%j is wrong', (args, message) => {
    const said = messageOf(() => parseOptions(args, {}))
    expect(said).toContain(message)
    expect(said).toContain('exit 2')
  })

  it('gives reports, variables and the language', () => {
    const options = parseOptions(['--report', 'junit=a.xml', '--report=json', '--var=A=b=c', '--only', 'x,y'], {
      LANG: 'ko_KR.UTF-8',
    })
    expect(options.reports).toEqual([
      { format: 'junit', file: 'a.xml' },
      { format: 'json', file: undefined },
    ])
    expect(options.vars.get('A')).toBe('b=c')
    expect(options).toMatchObject({ only: ['x', 'y'], lang: 'ko', color: true })
    expect(parseOptions([], { NO_COLOR: '1' }).color).toBe(false)
  })
})

describe('on', () => {
  it.each([
    ['master', 'master'],
    ['node', 'node1 node2'],
    ['node[1]', 'node2'],
    ['node[2]', ''],
    ['node1', 'node1'],
    ['all', 'master node1 node2'],
    ['every', 'master node1 node2 utility'],
    ['other', ''],
  ])('%s is %s', (on, names) => {
    expect(
      hostsOf(on, hosts)
        .map((host) => host.name)
        .join(' '),
    ).toBe(names)
  })
})

describe('the plan', () => {
  const runbook = runbookOf([
    step('a', 'true', { on: 'all' }),
    step('clean', 'true', { phase: 'cleanup' }),
    step('token', 'T=1', { secrets: ['T'] }),
    step('b', 'true', { distro: 'debian' }),
    step('b', 'true', { distro: 'rhel' }),
    step('use', 'echo "$T"', { on: 'node' }),
    step('check', 'true', { phase: 'verify' }),
  ])
  function ran(selection: Partial<Selection>): string {
    const plan = planRun(runbook, hosts, assumedVariant, { ...everything, ...selection })
    return plan.map(({ item, hosts: on, notRun }) => `${item.id.slice(5)}:${notRun ?? on.length}`).join(' ')
  }

  it.each([
    [{}, 'a:3 token:1 b:1 b:distro use:2 check:1 clean:phase'],
    [{ cleanup: true }, 'a:3 token:1 b:1 b:distro use:2 check:1 clean:1'],
    [{ only: ['b'] }, 'a:phase token:phase b:1 b:distro use:phase check:phase clean:phase'],
    [{ only: ['use'] }, 'a:phase token:1 b:phase b:phase use:2 check:phase clean:phase'],
    [{ from: 'use' }, 'a:phase token:1 b:phase b:phase use:2 check:1 clean:phase'],
    [{ verify: true }, 'a:phase token:phase b:phase b:phase use:phase check:1 clean:phase'],
    [{ limit: ['node2'] }, 'a:1 token:limit b:limit b:limit use:1 check:limit clean:phase'],
  ])('with %j', (selection, expected) => {
    expect(ran(selection)).toBe(expected)
  })

  it.each([
    [
      { only: ['tokn'] },
      'unknown step "tokn"\ndid you mean "token"? --list shows all; steps: a, clean, token, b, use, check\nexit 2',
    ],
    [{ from: 'page/tok' }, 'unknown step "page/tok"\ndid you mean "page/token"?'],
    [{ limit: ['node9'] }, '--limit "node9": no such host\ndid you mean "node1"?'],
  ])('refuses %j', (selection, message) => {
    expect(messageOf(() => ran(selection))).toContain(message)
  })

  it('refuses an inventory without a host for a step', () => {
    const few = hosts.slice(0, 1)
    const message = messageOf(() => planRun(runbook, few, assumedVariant, everything))
    expect(message).toBe(
      'the inventory has no host for "node", where steps of try run\nGive a host this role, or leave such steps out with --only.\nexit 2',
    )
  })
})

describe('variables', () => {
  const vars = [
    { name: 'IP', meaning: '', from: 'master[0].address' },
    { name: 'ME', meaning: '', from: 'host.name' },
    { name: 'CIDR', meaning: '', default: '10.244.0.0/16' },
  ]
  const runbook = runbookOf([file('/etc/x', 'x')], { vars })

  it('come from the hosts, the default, and the command line', () => {
    const values = resolveVariables(runbook, hosts, new Map([['CIDR', '10.1.0.0/16']]))
    expect(values.get('node1')).toEqual({ IP: '10.101.0.11', ME: 'node1', CIDR: '10.1.0.0/16' })
  })

  it('that are not there', () => {
    expect(messageOf(() => resolveVariables(runbook, hosts, new Map([['CDIR', '1']])))).toBe(
      '--var CDIR: try has no such variable\ndid you mean "CIDR"? variables: IP, ME, CIDR\nexit 2',
    )
    expect(messageOf(() => resolveVariables(runbook, [], new Map()))).toBe('no error')
  })

  it('replace only what is listed, and expand in paths', () => {
    expect(substitute('${A} ${B} $A', ['A'], { A: '$&', B: 'b' })).toBe('$& ${B} $A')
    expect(expandPath('~/.kube/config', '/home/u', {})).toBe('/home/u/.kube/config')
    expect(expandPath('$HOME/${A}/$B', '/home/u', { A: 'a' })).toBe('/home/u/a/$B')
  })
})

describe('a resumed step', () => {
  const item = step('init', 'kubeadm init')
  const pending = { event: 'start', item: 'page/init', host: 'master', chain: 'c', nonce: 'n1', at: '' } as const
  const result = {
    host: 'master',
    status: 'passed',
    exit: 0,
    startedAt: '',
    seconds: 1,
    verdict: 'none',
    output: '',
    truncated: false,
  } as const
  const end = { event: 'end', item: 'page/init', host: 'master', chain: 'c', result, captures: {} } as const
  const cut = { ...end, result: { ...result, status: 'failed' as const }, cut: true } as const
  const nothing = { end: undefined, pending: undefined, kept: undefined, rerun: false }

  it.each([
    ['that ended well is done', item, { ...nothing, end }, 'done'],
    [
      'that failed starts',
      item,
      { ...nothing, end: { ...end, result: { ...result, status: 'failed' as const } } },
      'start',
    ],
    ['that never started starts', item, nothing, 'start'],
    [
      'that the host knows is taken over',
      item,
      { ...nothing, pending, kept: [{ nonce: 'n1', running: true }] },
      'adopt',
    ],
    [
      'that never reached the host starts',
      item,
      { ...nothing, pending, kept: [{ nonce: 'n0', running: false }] },
      'start',
    ],
    ['that the host forgot is unknown', item, { ...nothing, pending }, 'unknown'],
    ['that the host forgot and is idempotent starts', { ...item, idempotent: true }, { ...nothing, pending }, 'start'],
    [
      'that the host forgot and that ends with its runner starts',
      { ...item, background: { id: 'web', ready: 'up' } },
      { ...nothing, pending },
      'start',
    ],
    ['that was cut off is unknown', item, { ...nothing, end: cut }, 'unknown'],
    ['that was cut off and may be tried again starts', { ...item, retrySeconds: 9 }, { ...nothing, end: cut }, 'start'],
    ['that is a file starts', file('/x', 'y'), { ...nothing, pending }, 'start'],
    ['that was changed since starts', item, { ...nothing, pending: { ...pending, chain: 'old' } }, 'start'],
    ['that shall run again starts', item, { ...nothing, pending, rerun: true }, 'start'],
  ] as const)('%s', (_name, one, known, kind) => {
    expect(decide(one, 'c', known).kind).toBe(kind)
  })
})
