/**
 * Options that stay on one line. A browser may break a line after a hyphen, and `--` at its end, `namespace` on the next one,
 * reads as another command. Pure, but for the two plugins that call it.
 */
import type { Element } from 'astro-expressive-code/hast'
import type { HastPluginDefinition } from 'satteri'

type Child = Element['children'][number]

/** Characters; a longer word must be able to break on a phone. */
const LONGEST = 30

/** The text in pieces, in order; together they are the text. */
export function pieces(text: string): { readonly text: string; readonly whole: boolean }[] {
  const found: { text: string; whole: boolean }[] = []
  const add = (piece: string, whole: boolean): void => {
    const last = found.at(-1)
    if (piece === '') return
    if (last !== undefined && !last.whole && !whole) last.text += piece
    else found.push({ text: piece, whole })
  }
  for (const word of text.split(/(\s+)/u)) {
    // Of an option that is too long with its value, its name.
    const whole = word.length <= LONGEST ? word : (/^-{1,2}[\w-]+=?/u.exec(word)?.[0] ?? '')
    if (!whole.includes('-') || whole.length > LONGEST) add(word, false)
    else {
      add(whole, true)
      add(word.slice(whole.length), false)
    }
  }
  return found
}

/** Wraps them in every text below the element. */
export function keepWordsWhole(element: Element): void {
  element.children = element.children.flatMap((child): Child[] => {
    if (child.type === 'element') keepWordsWhole(child)
    return child.type === 'text' ? wrapped(child.value) : [child]
  })
}

function wrapped(text: string): Child[] {
  return pieces(text).map((piece): Child => {
    const node = { type: 'text', value: piece.text } as const
    if (!piece.whole) return node
    return { type: 'element', tagName: 'span', properties: { className: ['whole'] }, children: [node] }
  })
}

/** For code inside a sentence. */
export const inlineCodePlugin: HastPluginDefinition = {
  name: 'kubernetes-101-inline-code',
  element: {
    filter: ['code'],
    visit(node, ctx) {
      const parent = ctx.parent(node)
      const text = ctx.textContent(node)
      if ((parent.type === 'element' && parent.tagName === 'pre') || !text.includes('-')) return undefined
      return { ...node, children: wrapped(text) }
    },
  },
}
