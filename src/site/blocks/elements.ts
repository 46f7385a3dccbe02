/** HTML elements in a Markdown tree, which has no node for them: others that say by `hName` what they become. */
import type { BlockContent, Blockquote, DefinitionContent, Paragraph } from 'mdast'

declare module 'mdast' {
  interface Data {
    /** Sätteri, like remark-rehype, makes this element of the node, with these attributes. */
    hName?: string
    hProperties?: Record<string, string>
  }
}

/** A `div`: of a blockquote, which may hold blocks. */
export function box(properties: Record<string, string>, children: (BlockContent | DefinitionContent)[]): Blockquote {
  return { type: 'blockquote', data: { hName: 'div', hProperties: properties }, children }
}

export function words(name: string, properties: Record<string, string>, value: string): Paragraph {
  return { type: 'paragraph', data: { hName: name, hProperties: properties }, children: [{ type: 'text', value }] }
}
