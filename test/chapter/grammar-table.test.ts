/** Every key of the grammar: a right value, a wrong one, a wrong place, twice. A new key without rows here fails. */
import { describe, expect, test } from 'vitest'
import { parseChapter } from '../../src/chapter/index.ts'
import type { Fence } from '../../src/chapter/index.ts'
import { GRAMMAR, KIND_KEYS } from '../../src/chapter/grammar.ts'
import type { GrammarKey, KindKey } from '../../src/chapter/grammar.ts'
import { page, problemsOf } from './page.ts'

/** The line of a fence that is right but for what is added; every page here has a step `a` above it. */
const FENCES: Readonly<Record<KindKey, string>> = {
  step: 'bash step="b"',
  norun: 'text norun="illustration"',
  file: 'text file="/x"',
  expect: 'text expect="a"',
}

interface Row {
  /** A value that is right, and the words of the same fence that it needs besides. */
  readonly right: string
  readonly with?: string
  readonly wrong: string
  /** What the problem says: the value quoted, then what was expected. */
  readonly says: string
}

/** By key. The words of a problem are a contract with the writer, and stand here whole. */
const ROWS: Readonly<Record<string, Row>> = {
  step: {
    right: 'b',
    wrong: 'B c',
    says: 'step="B c" is not right\n  expected lower-case words with hyphens, for example step="init"',
  },
  norun: {
    right: 'windows',
    wrong: 'window',
    says: 'norun="window" is not right\n  did you mean "windows"? expected one of: windows, internet, hardware, illustration, control-machine, interactive',
  },
  file: { right: '/etc/x', wrong: '/etc/x/', says: 'file="/etc/x/" is not right\n  expected a file, not a folder' },
  expect: {
    right: 'a',
    wrong: 'A',
    says: 'expect="A" is not right\n  expected lower-case words with hyphens, for example expect="init"',
  },
  on: {
    right: 'node1',
    wrong: 'nod',
    says: 'unknown host or role "nod"\n  did you mean "node"? known: master, node, utility, all, every, node1, node2, master[0]',
  },
  order: {
    right: 'serial',
    wrong: 'seriel',
    says: 'order="seriel" is not right\n  did you mean "serial"? expected one of: parallel, serial',
  },
  mode: {
    right: '0600',
    wrong: '0999',
    says: 'mode="0999" is not right\n  expected permission bits in octal, for example mode="0644"',
  },
  write: {
    right: 'block',
    wrong: 'blok',
    says: 'write="blok" is not right\n  did you mean "block"? expected one of: block',
  },
  subst: {
    right: 'MASTER_IP',
    wrong: 'A;B',
    says: 'subst="A;B" is not right\n  expected variable names with commas, for example subst="MASTER_IP"',
  },
  match: {
    right: 'contains',
    wrong: 'contain',
    says: 'match="contain" is not right\n  did you mean "contains"? expected one of: exact, contains, regex, json',
  },
  exit: { right: '3', wrong: '256', says: 'exit="256" is not right\n  expected an exit status from 0 to 255' },
  retry: {
    right: '90s',
    wrong: '90',
    says: 'retry="90" is not right\n  expected seconds, minutes or hours up to 24h: 90s, 10m, 1h',
  },
  timeout: {
    right: '10m',
    wrong: '25h',
    says: 'timeout="25h" is not right\n  expected seconds, minutes or hours up to 24h: 90s, 10m, 1h',
  },
  creates: { right: '/x', wrong: '../x', says: 'creates="../x" is not right\n  a path has no ".."' },
  unless: {
    right: 'test -e /x',
    wrong: '',
    says: 'unless="" is empty\n  for example unless="systemctl is-active --quiet kubelet"',
  },
  idempotent: { right: 'yes', wrong: 'no', says: 'idempotent="no" is not right\n  expected one of: yes' },
  capture: {
    right: 'X',
    with: 'idempotent="yes"',
    wrong: '$X',
    says: 'capture="$X" is not right\n  expected variable names with commas, for example capture="CA_HASH"',
  },
  secret: {
    right: 'X',
    with: 'idempotent="yes"',
    wrong: 'X,',
    says: 'secret="X," is not right\n  expected variable names with commas, for example secret="TOKEN"',
  },
  background: {
    right: 'forward',
    with: 'ready="x"',
    wrong: 'Forward',
    says: 'background="Forward" is not right\n  expected lower-case words with hyphens, for example background="forward"',
  },
  ready: {
    right: 'Forwarding',
    with: 'background="forward"',
    wrong: '(',
    says: 'the regular expression cannot be read: Invalid regular expression: /(/mu: Unterminated group\n  JavaScript’s syntax, flags m and u',
  },
  tty: {
    right: "'ls' Enter C-d",
    wrong: "'ls' Entr",
    says: 'tty: "Entr" is no key\n  did you mean "Enter"? keys: Enter, Tab,',
  },
  reboot: {
    right: '5m',
    wrong: '5',
    says: 'reboot="5" is not right\n  expected seconds, minutes or hours up to 24h: 90s, 10m, 1h',
  },
  phase: {
    right: 'verify',
    wrong: 'verfy',
    says: 'phase="verfy" is not right\n  did you mean "verify"? expected one of: run, verify, cleanup',
  },
  distro: {
    right: 'debian',
    wrong: 'debain',
    says: 'distro="debain" is not right\n  did you mean "debian"? expected one of: debian, rhel',
  },
  runtime: {
    right: 'crio',
    wrong: 'cri-o',
    says: 'runtime="cri-o" is not right\n  did you mean "crio"? expected one of: containerd, crio',
  },
  exercise: {
    right: 'box',
    with: 'part="setup"',
    wrong: 'Box',
    says: 'exercise="Box" is not right\n  expected lower-case words with hyphens, for example exercise="scale-up"',
  },
  part: {
    right: 'setup',
    with: 'exercise="box"',
    wrong: 'chek',
    says: 'part="chek" is not right\n  did you mean "check"? expected one of: setup, answer, wrong, check',
  },
}

const isKind = (key: string): key is KindKey => KIND_KEYS.some((kind) => kind === key)

function rowOf(key: string): Row {
  const row = ROWS[key]
  if (row === undefined) throw new Error(`no row for ${key}`)
  return row
}

/** The first line of a fence of a kind with these further words, or with another value of the kind's own key. */
function lineOf(kind: KindKey, key: string, value: string, more = ''): string {
  const word = `${key}="${value}"`
  const line = FENCES[kind]
  return (key === kind ? line.replace(/\S+="[^"]*"$/u, word) : `${line} ${word}`) + (more === '' ? '' : ` ${more}`)
}

/** A page with a step `a` in lines 12 to 14; the fence begins in line 15. */
function withFence(line: string): string {
  const text = line.startsWith('bash') ? 'X=1' : 'x ${MASTER_IP}'
  return page(`\`\`\`bash step="a"\necho x\n\`\`\`\n\`\`\`${line}\n${text}\n\`\`\``)
}

function fenceOf(line: string): Fence | undefined {
  return parseChapter('content/docs/demo.mdx', withFence(line)).chapter?.fences[1]
}

const cases = GRAMMAR.flatMap((entry) => entry.on.map((kind) => ({ key: entry.key, kind, entry })))

test('every key of the grammar has its rows, and there are no others', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(GRAMMAR.map(({ key }) => key).toSorted())
})

describe.each(cases)('$key on $kind', ({ key, kind, entry }: { key: string; kind: KindKey; entry: GrammarKey }) => {
  const row = rowOf(key)

  test('a right value has an effect and no problem of its own', () => {
    const line = lineOf(kind, key, row.right, row.with)
    // What other fences must be to it (an exercise's other parts, a variant's step) is another matter.
    expect(problemsOf(withFence(line))).not.toMatch(
      /is not right|is empty|unknown host|no key|cannot be read|stands (?:without|twice)|belongs on/u,
    )
    const plain = fenceOf(FENCES[kind])
    const fence = fenceOf(line)
    expect(fence?.kind).toBe(kind)
    const without = (one: Fence | undefined) => ({ ...one, meta: '', position: undefined })
    if (line !== FENCES[kind]) expect(without(fence)).not.toEqual(without(plain))
  })

  test('a wrong value: place, the value, what was expected', () => {
    const line = lineOf(kind, key, row.wrong, row.with)
    const column = 4 + line.indexOf(`${key}=`)
    expect(problemsOf(withFence(line))).toContain(`\ncontent/docs/demo.mdx:15:${column}: ${row.says}`)
  })

  test('a value of nothing', () => {
    const line = lineOf(kind, key, '', row.with)
    expect(problemsOf(withFence(line))).toContain(`: ${key}="" is empty\n  for example ${entry.example}`)
  })

  test('twice', () => {
    const line = `${lineOf(kind, key, row.right, row.with)} ${key}="${row.right}"`
    const column = 4 + line.lastIndexOf(`${key}=`)
    expect(problemsOf(withFence(line))).toContain(
      `\ncontent/docs/demo.mdx:15:${column}: the key "${key}" stands twice\n  keep one of them`,
    )
  })

  test('without quotes', () => {
    const line = lineOf(kind, key, 'x', row.with).replace(`${key}="x"`, `${key}=x`)
    expect(problemsOf(withFence(line))).toContain(
      `: "${key}=x" has no value in quotes\n  write it so: ${entry.example}`,
    )
  })
})

const elsewhere = GRAMMAR.flatMap((entry) =>
  KIND_KEYS.filter((kind) => !entry.on.includes(kind)).map((kind) => ({ key: entry.key, kind, entry })),
)

test.each(elsewhere)('$key does not belong on $kind', ({ key, kind, entry }) => {
  const { right } = rowOf(key)
  const line = `${FENCES[kind]} ${key}="${right}"`
  const column = 4 + line.lastIndexOf(`${key}=`)
  // Another kind's own key makes it two kinds: the second of the table is where it says so.
  const second = KIND_KEYS.findLast((one) => one === kind || one === key) ?? kind
  const says = isKind(key)
    ? `content/docs/demo.mdx:15:${4 + line.indexOf(`${second}=`)}: the fence has both`
    : `content/docs/demo.mdx:15:${column}: "${key}" belongs on ${entry.on.join(', ')}; this fence is ${kind}\n  keys of ${kind}: `
  expect(problemsOf(withFence(line))).toContain(says)
})

test.each(GRAMMAR.filter(({ key }) => !isKind(key)))('$key does not belong on a picture', ({ key }) => {
  expect(problemsOf(page(`\`\`\`mermaid ${key}="${rowOf(key).right}"\ngraph LR\n\`\`\``))).toContain(
    `:12:12: "${key}" belongs on `,
  )
})
