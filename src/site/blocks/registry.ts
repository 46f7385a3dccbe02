/** What the Markdown plugin tells the code plugin: the view of each fence, by a key that travels in the fence's meta. */
import type { BlockView } from './views.ts'

export type BlockRegistry = Map<string, BlockView>

/** Meta word that carries the key; no author writes it. */
export const BLOCK_KEY = 'data-block'
