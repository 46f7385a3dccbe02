/** The Markdown plugin, inside the site's own processor: folding, tabs, keys, and problems with their place. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mdxToJs } from 'satteri'
import { afterEach, expect, test } from 'vitest'
import { fencesPlugin } from '../../src/site/blocks/fences-plugin.ts'
import type { BlockRegistry } from '../../src/site/blocks/registry.ts'
import { setBookRoot } from '../../src/site/book.ts'
import { fixtureBook } from './fixture-book.ts'
import type { FixtureBook } from './fixture-book.ts'

const HEAD = `---
title: Variants
description: A page of the test.
runbook:
  id: variants
  on: all
  topology: blank
  isolation: machine
---

`
const VERIFY = '```bash step="verify" phase="verify"\necho done\n```\n\n```text expect="verify"\ndone\n```\n'
const VARIANTS = `\`\`\`bash step="tools" distro="debian" idempotent="yes"
sudo apt-get install -y curl
\`\`\`

\`\`\`text expect="tools" distro="debian" match="contains"
curl
\`\`\`

\`\`\`bash step="tools" distro="rhel" idempotent="yes" {1}
sudo dnf install -y curl
\`\`\`

`
let book: FixtureBook | undefined
afterEach(() => book?.remove())

test('variants become one set of tabs, expectations go into their steps, all else stays in place', async () => {
  const { code, registry } = await compile(`${HEAD}Before.\n\n${VARIANTS}After.\n\n${VERIFY}`)
  expect(code.match(/role: "tablist"/gu)).toHaveLength(1)
  expect([...code.matchAll(/"data-choose": "(\w+)"/gu)].map((match) => match[1])).toEqual(['debian', 'rhel'])
  expect(code.indexOf('"Before."')).toBeLessThan(code.indexOf('tablist'))
  expect(code.indexOf('dnf install')).toBeLessThan(code.indexOf('"After."'))
  expect(code).not.toContain('language-text')
  expect(
    [...registry.values()].map((view) =>
      view.kind === 'run' ? `${view.anchor} ${view.expect?.text ?? '-'}` : view.kind,
    ),
  ).toEqual(expect.arrayContaining(['step-tools curl', 'step-tools-rhel -', 'step-verify done']))
})

test('a step that only one distribution needs is no tab: every reader sees it', async () => {
  const lone = '```bash step="selinux" distro="rhel" idempotent="yes"\nsudo setenforce 0\n```\n\n'
  const { code, registry } = await compile(`${HEAD}${lone}${VERIFY}`)
  expect(code).not.toContain('tablist')
  expect(registry.size).toBe(2)
})

test('a mistake in a fence stops the page and names file, line and column', async () => {
  const wrong = `${HEAD}\`\`\`bash stpe="x"\ntrue\n\`\`\`\n\n${VERIFY}`
  await expect(compile(wrong)).rejects.toThrow(/content\/docs\/variants\.mdx:11:9: unknown key "stpe"/u)
})

test('while it is written, a page shows its mistakes: a list at the top, and a box at each place', async () => {
  const wrong = `${HEAD}First 포드.\n\n\`\`\`bash stpe="x"\ntrue\n\`\`\`\n\nBetween.\n\n${VERIFY}\n\`\`\`text expect="vreify"\nx\n\`\`\`\n`
  const { code } = await compile(wrong, true)
  const at = (text: string): number => code.indexOf(text)
  expect(code.match(/id: "fault-\d"/gu)).toEqual(['id: "fault-1"', 'id: "fault-2"', 'id: "fault-3"'])
  expect(at('faults not-content')).toBeLessThan(at('id: "fault-1"'))
  expect(at('variants.mdx:11:7"')).toBeLessThan(at('First'))
  expect(at('variants.mdx:13:9"')).toBeGreaterThan(at('First'))
  expect(at('did you mean \\"step\\"?')).toBeLessThan(at('Between'))
  expect(at('id: "fault-3"')).toBeGreaterThan(at('echo done'))
})

test('a page without mistakes shows none', async () => {
  const { code } = await compile(`${HEAD}${VARIANTS}${VERIFY}`, true)
  expect(code).not.toMatch(/faults|fault-/u)
})

async function compile(text: string, dev = false): Promise<{ code: string; registry: BlockRegistry }> {
  book = fixtureBook({ variants: text, 'en/variants': text })
  setBookRoot(book.root)
  const registry: BlockRegistry = new Map()
  const { code } = await mdxToJs(text, {
    fileURL: pathToFileURL(join(book.root, 'content/docs/variants.mdx')),
    mdastPlugins: [fencesPlugin(registry, { dev })],
    features: { frontmatter: true },
  })
  return { code, registry }
}
