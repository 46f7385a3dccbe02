/** In the browser: variant tabs. One choice holds for every set of tabs on every page. */

const KEPT = { distro: 'k101-distro', runtime: 'k101-runtime' } as const
type Dimension = keyof typeof KEPT

/** Makes each `.variants` a tab list (arrow keys, Home, End) and shows the variant that the address points into. */
export function setUpTabs(page: Document): void {
  for (const list of page.querySelectorAll<HTMLElement>('.variants [role=tablist]')) {
    list.addEventListener('click', (event) => chooseTab(page, list, tabAt(event.target)))
    list.addEventListener('keydown', (event) => moveFocus(event, list))
  }
  for (const panel of page.querySelectorAll<HTMLElement>('.variant[data-labelled]')) {
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', panel.dataset['labelled'] ?? '')
  }
  markChosen(page)
  showTarget(page)
  page.defaultView?.addEventListener('hashchange', () => showTarget(page))
}

function tabAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('[role=tab]') : null
}

function chooseTab(page: Document, list: HTMLElement, tab: HTMLElement | null): void {
  const dimension = dimensionOf(list)
  const name = tab?.dataset['choose']
  if (dimension === undefined || name === undefined || tab === null) return
  const before = tab.getBoundingClientRect().top
  choose(page, dimension, name)
  // Other tabs above may have grown or shrunk: the one that was used stays where it is on the screen.
  page.defaultView?.scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' })
}

function choose(page: Document, dimension: Dimension, name: string): void {
  page.documentElement.dataset[dimension] = name
  try {
    localStorage.setItem(KEPT[dimension], name)
  } catch {
    // Without storage the choice holds for this page.
  }
  markChosen(page)
}

function markChosen(page: Document): void {
  for (const tab of page.querySelectorAll<HTMLElement>('.variants [role=tab]')) {
    const dimension = dimensionOf(tab.closest<HTMLElement>('[role=tablist]'))
    const chosen = dimension !== undefined && page.documentElement.dataset[dimension] === tab.dataset['choose']
    tab.setAttribute('aria-selected', String(chosen))
    tab.tabIndex = chosen ? 0 : -1
  }
}

function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')]
  const at = tabs.findIndex((tab) => tab === event.target)
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }
  const next = tabs[((steps[event.key] ?? Number.NaN) + tabs.length) % tabs.length]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
  next.click()
}

/** A link to a step of the other variant shows that variant. */
function showTarget(page: Document): void {
  const id = decodeURIComponent(page.location.hash.slice(1))
  const target = id === '' ? null : page.querySelector(`#${CSS.escape(id)}`)
  const panel = target?.closest<HTMLElement>('.variant[data-variant]')
  const dimension = dimensionOf(panel?.parentElement?.querySelector<HTMLElement>('[role=tablist]') ?? null)
  const name = panel?.dataset['variant']
  if (target === null || target === undefined || dimension === undefined || name === undefined) return
  choose(page, dimension, name)
  target.scrollIntoView()
}

function dimensionOf(list: HTMLElement | null): Dimension | undefined {
  const name = list?.dataset['dimension']
  return name === 'distro' || name === 'runtime' ? name : undefined
}
