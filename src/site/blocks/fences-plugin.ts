/** Sätteri plugin: ties each fence to its view, folds expectations into their steps, puts variants into tabs. */
import { fileURLToPath } from 'node:url'
import type { Blockquote, Code, Nodes, Paragraph } from 'mdast'
import type { MdastPluginEntry } from 'satteri'
import type { Fence, Lang } from '../../chapter/types.ts'
import { parseFenceMeta } from '../../chapter/index.ts'
import { ProblemsError } from '../../errors/index.ts'
import { pageAt, problemsOf, writingProblemsOf } from '../book.ts'
import { WORDS } from '../words.ts'
import { box, words } from './elements.ts'
import { faultsIn } from './faults.ts'
import type { BlockRegistry } from './registry.ts'
import { BLOCK_KEY } from './registry.ts'
import type { VariantName, VariantRun } from './variants.ts'
import { VARIANT_NAMES, variantRuns } from './variants.ts'
import type { PageView } from './views.ts'

/** What Astro is doing; it says so after its configuration is read. */
export interface SiteMode {
  /** `npm run dev`: an author reads while writing. */
  dev: boolean
}

/** A page with problems ends a build, each with file, line and column; in development they stand in the page. */
export function fencesPlugin(registry: BlockRegistry, mode: SiteMode): MdastPluginEntry {
  return ({ fileURL }) => {
    const page = fileURL?.protocol === 'file:' ? pageAt(fileURLToPath(fileURL)) : undefined
    if (page === undefined) return undefined
    const problems = mode.dev ? writingProblemsOf(page.chapter) : problemsOf(page.chapter)
    if (!mode.dev && problems.length > 0) throw new ProblemsError(problems)
    const keyed = keyedBy(page, registry)
    return {
      name: 'kubernetes-101-fences',
      options: { position: true },
      before(root, ctx) {
        const codes = codesBelow(root)
        const runs = runsBelow(root, keyed.fenceAt)
        const grouped = new Set<Nodes>(runs.flatMap((run) => run.nodes))
        const faults = faultsIn(root, codes, problems, page.chapter.lang)
        const boxes = (node: Nodes): Blockquote[] => [...(faults.get(node) ?? [])]
        for (const node of codes.filter((code) => !grouped.has(code))) {
          const meta = keyed.metaOf(node)
          if (meta === 'folded') ctx.replaceNode(node, boxes(node))
          else if (meta !== undefined) ctx.setProperty(node, 'meta', meta)
        }
        for (const [index, run] of runs.entries()) {
          const all = run.nodes.flatMap(boxes)
          ctx.replaceNode(run.nodes[0], [...all, tabs(run, index, page.chapter.lang, keyed.metaOf)])
          for (const node of run.nodes.slice(1)) ctx.removeNode(node)
        }
        for (const node of faults.keys()) {
          const gone = grouped.has(node) || (node.type === 'code' && keyed.metaOf(node) === 'folded')
          if (!gone) ctx.insertBefore(node, boxes(node))
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
