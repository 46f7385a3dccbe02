/** Sätteri plugin: ties each fence to its view, folds expectations into their steps, puts variants into tabs. */
import { fileURLToPath } from 'node:url'
import type { BlockContent, Blockquote, Code, DefinitionContent, Nodes, Paragraph } from 'mdast'
import type { MdastPluginEntry } from 'satteri'
import type { Fence, Lang } from '../../chapter/types.ts'
import { parseFenceMeta } from '../../chapter/index.ts'
import { pageAt, refuseProblems } from '../book.ts'
import { WORDS } from '../words.ts'
import type { BlockRegistry } from './registry.ts'
import { BLOCK_KEY } from './registry.ts'
import type { VariantName, VariantRun } from './variants.ts'
import { VARIANT_NAMES, variantRuns } from './variants.ts'
import type { PageView } from './views.ts'

declare module 'mdast' {
  interface Data {
    /** Sätteri, like remark-rehype, makes this element of the node, with these attributes. */
    hName?: string
    hProperties?: Record<string, string>
  }
}

/** A page with problems throws here, each with file, line and column: the build stops, `npm run dev` shows them. */
export function fencesPlugin(registry: BlockRegistry): MdastPluginEntry {
  return ({ fileURL }) => {
    const page = fileURL?.protocol === 'file:' ? pageAt(fileURLToPath(fileURL)) : undefined
    if (page === undefined) return undefined
    refuseProblems(page.chapter)
    const keyed = keyedBy(page, registry)
    return {
      name: 'kubernetes-101-fences',
      options: { position: true },
      before(root, ctx) {
        const runs = runsBelow(root, keyed.fenceAt)
        const grouped = new Set(runs.flatMap((run) => run.nodes))
        for (const node of codesBelow(root).filter((code) => !grouped.has(code))) {
          const meta = keyed.metaOf(node)
          if (meta === 'folded') ctx.removeNode(node)
          else if (meta !== undefined) ctx.setProperty(node, 'meta', meta)
        }
        for (const [index, run] of runs.entries()) {
          ctx.replaceNode(run.nodes[0], tabs(run, index, page.chapter.lang, keyed.metaOf))
          for (const node of run.nodes.slice(1)) ctx.removeNode(node)
        }
      },
    }
  }
}

interface Keyed {
  readonly fenceAt: (line: number) => Fence | undefined
  /** The meta that carries the view's key; `folded` for what is shown inside another block. */
  readonly metaOf: (node: Code) => string | undefined
}

function keyedBy(page: PageView, registry: BlockRegistry): Keyed {
  const fences = new Map(page.chapter.fences.map((fence) => [fence.position.line, fence]))
  return {
    fenceAt: (line) => fences.get(line),
    metaOf: (node) => {
      const line = node.position?.start.line
      const view = line === undefined ? undefined : page.blocks.get(line)
      if (view === undefined) return undefined
      if (view.kind === 'folded') return 'folded'
      const key = `${page.chapter.file}:${line}`
      registry.set(key, view)
      return [`${BLOCK_KEY}="${key}"`, ...otherWords(node.meta ?? '')].join(' ')
    },
  }
}

/** The words of the meta that are not the book's own: Expressive Code's. */
function otherWords(meta: string): string[] {
  const { words, values } = parseFenceMeta(meta)
  return words.filter((word) => word.key === undefined || !values.has(word.key)).map((word) => word.raw)
}

function codesBelow(node: Nodes): Code[] {
  if (node.type === 'code') return [node]
  return 'children' in node ? node.children.flatMap((child) => codesBelow(child)) : []
}

function runsBelow(node: Nodes, fenceAt: Keyed['fenceAt']): VariantRun[] {
  if (!('children' in node)) return []
  return [...variantRuns(node.children, fenceAt), ...node.children.flatMap((child) => runsBelow(child, fenceAt))]
}

/** All variants, each under its name; the script on the page turns them into tabs that move together. */
function tabs(run: VariantRun, index: number, lang: Lang, metaOf: Keyed['metaOf']): Blockquote {
  const names = [...run.panels.keys()]
  const label = run.dimension === 'distro' ? WORDS[lang].distribution : WORDS[lang].runtime
  const list = box(
    { role: 'tablist', 'aria-label': label, 'data-dimension': run.dimension },
    names.map((name) => tab(index, name)),
  )
  return box({ class: 'variants not-content' }, [list, ...names.map((name) => panel(run, index, name, metaOf))])
}

function tab(index: number, name: VariantName): Paragraph {
  const id = `tab-${index}-${name}`
  const properties = { type: 'button', role: 'tab', id, 'aria-controls': `panel-${index}-${name}`, 'data-choose': name }
  return words('button', properties, VARIANT_NAMES[name])
}

function panel(run: VariantRun, index: number, name: VariantName, metaOf: Keyed['metaOf']): Blockquote {
  const codes = (run.panels.get(name) ?? []).flatMap((node): Code[] => {
    const meta = metaOf(node)
    if (meta === 'folded') return []
    return [{ type: 'code', lang: node.lang ?? null, meta: meta ?? null, value: node.value }]
  })
  const id = `panel-${index}-${name}`
  return box({ class: 'variant', id, 'data-variant': name, 'data-labelled': `tab-${index}-${name}` }, [
    words('p', { class: 'variant-name' }, VARIANT_NAMES[name]),
    ...codes,
  ])
}

/** mdast has no node for an HTML element: a blockquote (which may hold blocks) whose `hName` says what it becomes. */
function box(properties: Record<string, string>, children: (BlockContent | DefinitionContent)[]): Blockquote {
  return { type: 'blockquote', data: { hName: 'div', hProperties: properties }, children }
}

function words(name: string, properties: Record<string, string>, value: string): Paragraph {
  return { type: 'paragraph', data: { hName: name, hProperties: properties }, children: [{ type: 'text', value }] }
}
