/** A block's card as HTML nodes: caption above the code, expectation and proof below it. */
import { h } from 'astro-expressive-code/hast'
import type { Element } from 'astro-expressive-code/hast'
import type { HostResult } from '../../evidence/types.ts'
import { typedKeys } from '../../chapter/tty-keys.ts'
import type { MatchKind } from '../../chapter/types.ts'
import { NORUN_REASONS, UNTESTED_REASONS, WORDS, whereWords } from '../words.ts'
import { VARIANT_NAMES } from './variants.ts'
import { exerciseBox } from './exercise.ts'
import { slowest } from './proof.ts'
import type { Proof } from './proof.ts'
import { shortOs } from './summary.ts'
import type { BlockView, RunView, StillView } from './views.ts'

/** An expectation with at most so many lines is shown at once: the text after it speaks of it. */
const SHOWN_LINES = 12

/** The code figure with everything that belongs to it around it. */
export function card(view: BlockView, figure: Element): Element {
  if (view.kind === 'folded') return figure
  if (view.kind === 'run') return runCard(view, figure)
  if (view.kind === 'plain') return h('div', { className: ['run', 'plain'], ...namesOf(view.names) }, [figure])
  return h('div', { className: ['run'], 'data-kind': 'norun', ...namesOf(view.names) }, [norunHead(view), figure])
}

function runCard(view: RunView, figure: Element): Element {
  const raw = view.fence.kind === 'file' ? { 'data-raw': '' } : {}
  const properties = {
    className: ['run'],
    id: view.anchor,
    'data-kind': view.fence.kind,
    ...namesOf(view.names),
    ...raw,
  }
  const shown = [figure, ...keysOf(view), ...expectation(view), proofLine(view)]
  return h('div', properties, [runHead(view), ...folded(view, shown), ...boxOf(view)])
}

/** What sets an exercise up says much of its answer. */
function folded({ exercise, lang }: RunView, shown: readonly Element[]): Element[] {
  if (exercise?.part !== 'setup') return [...shown]
  return [
    h('details', { className: ['run-setup'], 'data-pagefind-ignore': '' }, [
      h('summary', WORDS[lang].setupFolded),
      ...shown,
    ]),
  ]
}

/** What the reader types on the terminal that the command opens. */
function keysOf({ fence, lang }: RunView): Element[] {
  if (fence.kind !== 'step' || fence.tty === undefined) return []
  const typed = typedKeys(fence.tty).flatMap(({ text, isKey }) => [h(isKey ? 'kbd' : 'code', text), ' '])
  return [h('p', { className: ['run-note', 'run-keys'] }, [`${WORDS[lang].tty} `, ...typed])]
}

function boxOf({ exercise, lang }: RunView): Element[] {
  return exercise === undefined ? [] : exerciseBox(exercise, lang)
}

/** What the page's script needs to fill in the reader's values. */
function namesOf(names: readonly string[]): Record<string, string> {
  return names.length === 0 ? {} : { 'data-names': names.join(' ') }
}

function norunHead(view: StillView): Element {
  const { fence, lang } = view
  const title = fence.title === undefined ? [] : [h('span', { className: ['run-title'] }, fence.title)]
  const reason = fence.kind === 'norun' ? NORUN_REASONS[lang][fence.code] : ''
  return h('div', { className: ['run-head'] }, [
    h('span', { className: ['run-where'] }, WORDS[lang].untested),
    ...title,
    h('span', reason),
  ])
}

function runHead(view: RunView): Element {
  const words = WORDS[view.lang]
  return h('div', { className: ['run-head'], 'data-pagefind-ignore': '' }, [
    h('span', { className: ['run-where'] }, whereWords(view.on, view.lang)),
    ...partOf(view),
    ...variantOf(view),
    ...titleOf(view),
    ...notesOf(view).map((note) => h('span', note)),
    h('a', { className: ['run-anchor'], href: `#${view.anchor}`, 'aria-label': words.anchor(view.anchor) }, [
      view.fence.kind === 'step' ? view.fence.id : '#',
    ]),
  ])
}

function partOf({ exercise, lang }: RunView): Element[] {
  return exercise === undefined ? [] : [h('span', { className: ['run-part'] }, WORDS[lang].part[exercise.part])]
}

/** For whom a block is that stands outside tabs, e.g. a step that only one distribution needs. */
function variantOf({ fence, lang }: RunView): Element[] {
  const names = [fence.distro, fence.runtime].filter((name) => name !== undefined).map((name) => VARIANT_NAMES[name])
  return names.length === 0 ? [] : [h('span', { className: ['run-variant'] }, WORDS[lang].onlyOn(names.join(', ')))]
}

function titleOf({ fence }: RunView): Element[] {
  if (fence.kind === 'file') return [h('span', { className: ['run-title'] }, [h('code', fence.path)])]
  return fence.title === undefined ? [] : [h('span', { className: ['run-title'] }, fence.title)]
}

function notesOf({ fence, lang, expect }: RunView): string[] {
  const words = WORDS[lang]
  if (fence.kind === 'file') {
    if (fence.write === 'block') return [words.block]
    const ofRoot = fence.path.startsWith('/') && !fence.path.startsWith('/home/')
    return [...(ofRoot ? [words.owner('root')] : []), ...(fence.mode === undefined ? [] : [words.mode(fence.mode)])]
  }
  const kept = [...new Set([...fence.captures, ...fence.secrets])]
  return [
    ...(fence.creates === undefined ? [] : [words.skippedIfThere(fence.creates)]),
    ...(fence.unless === undefined ? [] : [words.skippedIf(fence.unless)]),
    ...(expect === undefined ? againWords(fence, lang) : []),
    ...(fence.order === 'serial' ? [words.serial] : []),
    ...(fence.rebootSeconds === undefined ? [] : [words.reboot]),
    ...(fence.background === undefined ? [] : [words.background]),
    ...(fence.exit === 0 ? [] : [words.exitExpected(fence.exit)]),
    ...(kept.length === 0 ? [] : [words.remembers(kept.join(', '))]),
  ]
}

const AGAIN = { className: ['run-again'], 'data-pagefind-ignore': '' }

/** What the runner does for such a step, a reader has to do by hand: run it again while the cluster is not there yet. */
function againWords(fence: RunView['fence'], lang: RunView['lang']): string[] {
  if (fence.kind !== 'step' || fence.retrySeconds === undefined) return []
  const words = WORDS[lang]
  const { retrySeconds: seconds } = fence
  return [words.again(seconds % 60 === 0 ? words.fullMinutes(seconds / 60) : words.seconds(seconds))]
}

function expectation({ fence, expect, lang }: RunView): Element[] {
  if (expect === undefined) return []
  const words = WORDS[lang]
  const labels: Record<MatchKind, string> = {
    exact: words.expect,
    contains: words.expectContains,
    regex: words.expectRegex,
    json: words.expectJson,
  }
  const wildcard =
    expect.match !== 'regex' && expect.text.includes('…') ? [h('p', { className: ['run-note'] }, words.wildcard)] : []
  return [
    h('details', { className: ['run-expect'], open: expect.text.split('\n').length <= SHOWN_LINES }, [
      h('summary', [
        h('span', [labels[expect.match], ...againWords(fence, lang).flatMap((note) => [' ', h('span', AGAIN, note)])]),
      ]),
      said(expect.text, labels[expect.match]),
      ...wildcard,
    ]),
  ]
}

function proofLine(view: RunView): Element {
  const { proof, lang } = view
  if (proof.state === 'untested') {
    const reason = `${WORDS[lang].untested} · ${UNTESTED_REASONS[lang][proof.reason]}`
    return h('p', { className: ['run-untested'], 'data-state': 'untested' }, [
      h('span', { 'aria-hidden': 'true' }, '○'),
      reason,
    ])
  }
  return h('details', { className: ['run-proof'], 'data-state': proof.state, 'data-pagefind-ignore': '' }, [
    h('summary', [
      h('span', { className: ['mark'], 'aria-hidden': 'true' }, proof.state === 'proven' ? '✓' : '!'),
      h('span', [h('span', { className: ['state'] }, stateWords(view, proof)), ` · ${facts(proof)}`]),
    ]),
    ...proof.item.hosts.flatMap((host) => hostNodes(host, lang)),
  ])
}

type RanProof = Exclude<Proof, { state: 'untested' }>

function stateWords({ fence, lang }: RunView, { state, item }: RanProof): string {
  const words = WORDS[lang]
  if (state === 'stale') return words.stale
  if (state === 'failed') return words.failed
  if (fence.kind === 'file') return words.written
  const exitOnly = item.hosts.every((host) => host.verdict === 'none')
  const what = item.hosts.every((host) => host.status === 'already-done') ? words.alreadyDone : words.ran
  return exitOnly ? `${what} (${words.ranExitOnly})` : what
}

/** Versions, machine, day and time: what a reader compares with their own. */
function facts({ evidence, item }: RanProof): string {
  const { versions, environment } = evidence
  return [
    versions['kubernetes'] === undefined ? undefined : `Kubernetes ${versions['kubernetes']}`,
    versions[evidence.runtime] === undefined ? undefined : `${evidence.runtime} ${versions[evidence.runtime]}`,
    `${shortOs(environment.os)} (${environment.driver})`,
    evidence.date.slice(0, 10),
    inSeconds(slowest(item.hosts)),
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ')
}

/** The unit never begins a line. */
function inSeconds(seconds: number): string {
  return `${seconds.toFixed(1)}\u00A0s`
}

function hostNodes(host: HostResult, lang: RunView['lang']): Element[] {
  const words = WORDS[lang]
  const facts = [host.host, inSeconds(host.seconds)]
  if (host.exit !== null) facts.push(`${words.exit} ${host.exit}`)
  if (host.status === 'already-done') facts.push(words.alreadyDone)
  if (host.truncated) facts.push(words.truncated)
  const label = facts.join(' · ')
  return [h('div', { className: ['run-host'] }, label), said(host.output === '' ? words.noOutput : host.output, label)]
}

/** Output as it was; scrolls by itself, so it can be reached with the keyboard. */
function said(text: string, label: string): Element {
  return h('pre', { className: ['said'], tabindex: 0, role: 'region', 'aria-label': label, dir: 'ltr' }, text)
}
