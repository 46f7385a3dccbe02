/** A block's card as the site makes it, from a page of a small book. */
import { join } from 'node:path'
import { createRenderer } from 'astro-expressive-code'
import { select, toText } from 'astro-expressive-code/hast'
import type { Element } from 'astro-expressive-code/hast'
import { cardsPlugin } from '../../src/site/blocks/code-plugin.ts'
import { BLOCK_KEY } from '../../src/site/blocks/registry.ts'
import type { BlockView } from '../../src/site/blocks/views.ts'
import { pageAt } from '../../src/site/book.ts'

export interface Card {
  readonly tree: Element
  readonly find: (selector: string) => Element | undefined
}

/** The card of a step (or `file:PATH`), rendered by Expressive Code with the book's plugin. */
export async function cardOf(root: string, page: string, id: string): Promise<Card> {
  const view = viewOf(root, page, id)
  if (view.kind !== 'run') throw new Error(`${id} does not run`)
  const renderer = await createRenderer({ plugins: [cardsPlugin(new Map([['key', view]]))], frames: {} })
  const { fence } = view
  const { renderedGroupAst } = await renderer.ec.render({
    code: fence.text,
    language: fence.lang,
    meta: `${BLOCK_KEY}="key"`,
  })
  const tree: Element = { type: 'element', tagName: 'div', properties: {}, children: [] }
  tree.children.push(...renderedGroupAst.children.filter((child) => child.type === 'element'))
  return { tree, find: (selector) => select(selector, tree) ?? undefined }
}

function viewOf(root: string, page: string, id: string): BlockView {
  const view = pageAt(join(root, 'content/docs', `${page}.mdx`))
  const found = [...(view?.blocks.values() ?? [])].find((block) => block.kind === 'run' && block.id === `greet/${id}`)
  if (found === undefined) throw new Error(`no block ${id}`)
  return found
}

export function textOf(card: Card, selector: string): string | undefined {
  const found = card.find(selector)
  return found === undefined ? undefined : toText(found, { whitespace: 'pre' })
}
