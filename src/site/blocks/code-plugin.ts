/** Expressive Code plugin: puts each code figure into its card, marks the reader's values, makes the copy exact. */
import { ExpressiveCodeAnnotation, definePlugin } from 'astro-expressive-code'
import type { AnnotationRenderOptions, ExpressiveCodePlugin } from 'astro-expressive-code'
import { h, selectAll } from 'astro-expressive-code/hast'
import type { Element, Parents } from 'astro-expressive-code/hast'
import { findExpansions, findPlaceholders } from '../values/expansions.ts'
import type { Context, Expansion } from '../values/expansions.ts'
import { card } from './card.ts'
import type { BlockRegistry } from './registry.ts'
import { BLOCK_KEY } from './registry.ts'
import type { BlockView } from './views.ts'
import { keepWordsWhole } from './whole-words.ts'

/** Cards for the blocks that `fencesPlugin` put into the same registry. */
export function cardsPlugin(registry: BlockRegistry): ExpressiveCodePlugin {
  return definePlugin({
    name: 'Kubernetes 101 cards',
    hooks: {
      preprocessMetadata: ({ codeBlock }) => {
        if (viewOf(registry, codeBlock.metaOptions.getString(BLOCK_KEY)) !== undefined) codeBlock.props.frame = 'none'
      },
      annotateCode: ({ codeBlock }) => {
        const view = viewOf(registry, codeBlock.metaOptions.getString(BLOCK_KEY))
        if (view === undefined || view.kind === 'folded') return
        for (const [index, line] of codeBlock.getLines().entries()) {
          for (const expansion of lineExpansions(expansionsOf(view, codeBlock.code), codeBlock.code, index)) {
            line.addAnnotation(new ValueAnnotation(expansion))
          }
        }
      },
      postprocessRenderedLine: ({ codeBlock, renderData }) => {
        if (codeBlock.language === 'bash') keepWordsWhole(renderData.lineAst)
      },
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const view = viewOf(registry, codeBlock.metaOptions.getString(BLOCK_KEY))
        if (view === undefined || view.kind === 'folded') return
        setCopiedText(renderData.blockAst, view.fence.text)
        renderData.blockAst = card(view, renderData.blockAst)
      },
    },
  })
}

/** Where the form's values stand in a block's text. */
export function expansionsOf(view: BlockView, text: string): Expansion[] {
  if (view.kind === 'folded') return []
  const raw = view.kind === 'run' && view.fence.kind === 'file'
  return raw ? findPlaceholders(text, view.names) : findExpansions(text, view.names)
}

/** One of the reader's values inside a line, wrapped after the syntax colours so that it is one element. */
class ValueAnnotation extends ExpressiveCodeAnnotation {
  readonly variable: string
  readonly context: Context
  constructor({ start, end, name, context }: Expansion) {
    super({ inlineRange: { columnStart: start, columnEnd: end }, renderPhase: 'latest' })
    this.variable = name
    this.context = context
  }
  override render({ nodesToTransform }: AnnotationRenderOptions): Parents[] {
    return nodesToTransform.map((node, part) =>
      h('span', { 'data-var': this.variable, 'data-context': this.context, 'data-part': part }, [node]),
    )
  }
}

function viewOf(registry: BlockRegistry, key: string | undefined): BlockView | undefined {
  return key === undefined ? undefined : registry.get(key)
}

/** The expansions of one line, with columns counted from that line's start. */
function lineExpansions(expansions: readonly Expansion[], code: string, index: number): Expansion[] {
  const lines = code.split('\n')
  const start = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0)
  const end = start + (lines[index]?.length ?? 0)
  return expansions
    .filter((expansion) => expansion.start >= start && expansion.end <= end)
    .map((expansion) => ({ ...expansion, start: expansion.start - start, end: expansion.end - start }))
}

/** The copy button carries the fence's exact bytes; Expressive Code writes a line feed as DEL. */
function setCopiedText(figure: Element, text: string): void {
  for (const button of selectAll('.copy button', figure))
    button.properties['dataCode'] = text.replaceAll('\n', '\u007F')
}
