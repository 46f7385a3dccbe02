/** A table may scroll sideways, and what scrolls must be reached with the keyboard. */
import type { HastPluginDefinition } from 'satteri'

export const tablesPlugin: HastPluginDefinition = {
  name: 'kubernetes-101-tables',
  element: {
    filter: ['table'],
    visit(node, ctx) {
      ctx.setProperty(node, 'tabIndex', 0)
    },
  },
}
