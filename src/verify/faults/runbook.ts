/** The runbook that is broken on purpose: 20 items of every kind over 3 hosts, and what each must have done when it is done. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileWrite, Item, Runbook, Step } from '../../runbook/types.ts'
import type { HostPlan } from '../network.ts'

export const HOSTS: readonly HostPlan[] = [
  { name: 'master', role: 'master' },
  { name: 'node1', role: 'node' },
  { name: 'node2', role: 'node' },
]

export const SECRET = 'planted-secret-value'

/** `once`: never twice. `again`: the chapter says that running it again is harmless, or it makes a secret, which is stored nowhere. */
type Effect = 'once' | 'again'

interface Entry {
  readonly item: Item
  readonly effect: Effect
  /** Content of each file below the home that the item leaves, on each of its hosts. */
  readonly leaves: Readonly<Record<string, string>>
}

const BASE = {
  source: { file: 'content/docs/faults.mdx', line: 1 },
  title: { ko: '고장', en: 'Faults' },
  hash: '0',
} as const

/** Says where it was: one line a time that it ran. */
function mark(id: string): string {
  return `echo ${id} >>"$HOME/effects-${id}"`
}

function step(id: string, on: string, middle: string, more: Partial<Step> = {}): Entry {
  const again = more.idempotent === true || more.retrySeconds !== undefined || (more.secrets ?? []).length > 0
  const item: Step = {
    ...BASE,
    type: 'step',
    id: `faults/${id}`,
    on,
    script: `sleep 0.1\n${middle}\nsleep 0.1`,
    exit: 0,
    order: 'parallel',
    timeoutSeconds: 30,
    idempotent: false,
    captures: [],
    secrets: [],
    phase: 'run',
    ...more,
  }
  return { item, effect: again ? 'again' : 'once', leaves: { [`effects-${id}`]: `${id}\n` } }
}

function file(name: string, on: string, text: string, result: string): Entry {
  const item: FileWrite = { ...BASE, type: 'file', id: `faults/file:${name}`, on, path: name, text, subst: ['CITY'] }
  return { item, effect: 'again', leaves: { [`k8s101/faults/${name}`]: `${result}\n` } }
}

function leaving(entry: Entry, leaves: Readonly<Record<string, string>>): Entry {
  return { ...entry, leaves: { ...entry.leaves, ...leaves } }
}

const SUM = createHash('sha256').update(SECRET).digest('hex')

const ENTRIES: readonly Entry[] = [
  step('s01', 'all', mark('s01')),
  file('conf', 'all', 'city=${CITY}\nprice=${PRICE}', 'city=서울\nprice=${PRICE}'),
  step('s03', 'master', `${mark('s03')}\nNAME="two words"`, { captures: ['NAME'], idempotent: true }),
  leaving(step('s04', 'all', `${mark('s04')}\nprintf '%s\\n' "$NAME" >"$HOME/name"`), { name: 'two words\n' }),
  // Put together there: a step that fails is quoted, and what stands in the book is no secret.
  step('s05', 'master', `${mark('s05')}\nPASS=$(printf %s- ${SECRET.replaceAll('-', ' ')}); PASS=\${PASS%-}`, {
    secrets: ['PASS'],
  }),
  leaving(step('s06', 'all', `${mark('s06')}\nprintf %s "$PASS" | sha256sum | cut -c -64 >"$HOME/sum"`), {
    sum: `${SUM}\n`,
  }),
  step('s07', 'node', mark('s07'), { order: 'serial' }),
  step('s08', 'all', mark('s08'), { creates: '$HOME/effects-s08' }),
  step('s09', 'all', mark('s09'), { unless: 'grep -qx s09 "$HOME/effects-s09"' }),
  leaving(step('s10', 'node[0]', `${mark('s10')}\necho ten >"$HOME/ten"`, { idempotent: true }), { ten: 'ten\n' }),
  step('s11', 'all', `test -e "$HOME/tried" || { touch "$HOME/tried"; exit 1; }\n${mark('s11')}`, { retrySeconds: 20 }),
  step('s12', 'master', `${mark('s12')}\nsleep 0.1\nexit 3`, { exit: 3 }),
  step('s13', 'node2', `${mark('s13')}\nprintf '한글 %s\\n' "$CITY"`, {
    expect: { match: 'exact', text: '한글 서울' },
  }),
  step('s14', 'all', `${mark('s14')}\nhead -c 200000 /dev/zero | tr '\\0' x`),
  file('late', 'node', 'last words', 'last words'),
  step('s16', 'all', `${mark('s16')}\nsleep 0.3`),
  step('s17', 'master', `sleep 0.3\n${mark('s17')}`),
  step('s18', 'node', mark('s18'), { order: 'serial' }),
  step('s19', 'all', mark('s19')),
  step('s20', 'all', 'cat "$HOME/effects-s19"', { phase: 'verify', expect: { match: 'exact', text: 's19' } }),
]

export const FAULTS_RUNBOOK: Runbook = {
  id: 'faults',
  page: 'faults',
  title: { ko: '고장', en: 'Faults' },
  topology: 'blank',
  isolation: 'machine',
  needs: [],
  vars: [{ name: 'CITY', meaning: 'a city', default: '서울' }],
  versions: {},
  items: ENTRIES.map(({ item }) => item),
}

/** How many times an item starts on a host, all together: what a random point is chosen from. */
export const STARTS = ENTRIES.reduce((sum, { item }) => sum + hostsOf(item).length, 0)

function hostsOf(item: Item): readonly HostPlan[] {
  if (item.on === 'all') return HOSTS
  if (item.on === 'node[0]') return HOSTS.filter(({ name }) => name === 'node1')
  return HOSTS.filter(({ name, role }) => name === item.on || role === item.on)
}

/** Whether a step did on a host what it does; the test's own look, for a runner that says that it does not know. */
export function hasHappened(id: string, home: string): boolean {
  const found = ENTRIES.find(({ item }) => item.id === id)
  if (found === undefined) throw new Error(`no step ${id}`)
  return Object.keys(found.leaves).every((path) => existsSync(join(home, path)))
}

/** What is wrong on the hosts after a run that says it passed; nothing when all is as it must be. */
export function audit(homes: Readonly<Record<string, string>>): string[] {
  return ENTRIES.flatMap((entry) =>
    hostsOf(entry.item).flatMap(({ name }) => auditOne(entry, name, homes[name] ?? '/nowhere')),
  )
}

function auditOne({ item, effect, leaves }: Entry, host: string, home: string): string[] {
  if (item.type === 'step' && item.phase === 'verify') return []
  return Object.entries(leaves).flatMap(([path, wanted]) => {
    const full = join(home, path)
    const present = existsSync(full) ? readFileSync(full, 'utf8') : ''
    if (present === wanted) return []
    if (effect === 'again' && present !== '' && present === wanted.repeat(present.length / wanted.length)) return []
    return [`${item.id} on ${host}: ${path} holds ${JSON.stringify(present)}, expected ${JSON.stringify(wanted)}`]
  })
}
