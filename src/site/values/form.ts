/** In the browser: the reader's own values, kept over pages, shown in the blocks and put into what is copied. */
import { fill, findExpansions, findPlaceholders, quoteFor } from './expansions.ts'
import type { Context } from './expansions.ts'

const KEPT = 'k101-values'
/** Expressive Code writes a line feed in the copied text as DEL. */
const LINE_FEED = '\u007F'

/** Fills in what is kept, then follows the form. */
export function setUpValues(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-values]')
  if (form === null) return
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[name]')]
  const originals = new Map(
    [...page.querySelectorAll<HTMLButtonElement>('.run[data-names] .copy button')].map(original),
  )
  const kept = readKept()
  for (const field of fields) field.value = field.type === 'password' ? '' : (kept[field.name] ?? '')
  const show = (): void => showValues(page, valuesOf(fields), originals)
  form.addEventListener('input', () => {
    keep(fields)
    show()
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => {
    for (const field of fields) field.value = ''
    keep(fields)
    show()
  })
  if (fields.some((field) => field.value !== '')) form.closest('details')?.setAttribute('open', '')
  show()
}

function original(button: HTMLButtonElement): [HTMLButtonElement, string] {
  return [button, (button.dataset['code'] ?? '').replaceAll(LINE_FEED, '\n')]
}

/** What was typed, else the chapter's default; a name with neither stays `$NAME`. */
function valuesOf(fields: readonly HTMLInputElement[]): Map<string, string> {
  const pairs = fields.map((field): [string, string] => [field.name, field.value || (field.dataset['default'] ?? '')])
  return new Map(pairs.filter(([, value]) => value !== ''))
}

function showValues(
  page: Document,
  values: ReadonlyMap<string, string>,
  originals: ReadonlyMap<HTMLButtonElement, string>,
): void {
  for (const span of page.querySelectorAll<HTMLElement>('.run [data-var]')) showIn(span, values)
  for (const [button, text] of originals) {
    const block = button.closest<HTMLElement>('.run[data-names]')
    const names = block?.dataset['names']?.split(' ') ?? []
    const found = block?.dataset['raw'] === undefined ? findExpansions(text, names) : findPlaceholders(text, names)
    button.dataset['code'] = fill(text, found, values).replaceAll('\n', LINE_FEED)
  }
}

/** Shows the value, or the text as it was. A reference that the colours split keeps its first part only. */
function showIn(span: HTMLElement, values: ReadonlyMap<string, string>): void {
  const value = values.get(span.dataset['var'] ?? '')
  const shown = span.querySelector<HTMLElement>('span') ?? span
  span.dataset['was'] ??= shown.textContent
  const first = span.dataset['part'] === '0'
  span.toggleAttribute('data-filled', value !== undefined)
  span.title = value === undefined ? '' : `$${span.dataset['var'] ?? ''}`
  shown.textContent = value === undefined ? span.dataset['was'] : first ? quoteFor(contextOf(span), value) : ''
}

function contextOf(span: HTMLElement): Context {
  const name = span.dataset['context']
  return name === 'double' || name === 'heredoc' || name === 'raw' ? name : 'bare'
}

/** Other pages' values stay; secrets are never written. */
function keep(fields: readonly HTMLInputElement[]): void {
  const all = readKept()
  for (const field of fields) {
    if (field.type === 'password' || field.value === '') delete all[field.name]
    else all[field.name] = field.value
  }
  try {
    localStorage.setItem(KEPT, JSON.stringify(all))
  } catch {
    // Without storage the values hold for this page.
  }
}

function readKept(): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    if (typeof parsed !== 'object' || parsed === null) return {}
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}
