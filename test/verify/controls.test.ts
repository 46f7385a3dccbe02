/** Negative controls work on a copy, and refuse to change nothing. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withBrokenCopy } from '../../src/verify/controls.ts'

function smallProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'k8s101-controls-test-'))
  for (const folder of ['content/docs/en', 'scripts', 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const language of ['', 'en']) writeFileSync(join(root, 'content/docs', language, 'page.mdx'), 'good words')
  writeFileSync(join(root, 'scripts/extract.ts'), '')
  return root
}

test('the change is in both languages of the copy, not in the project, and the copy goes', async () => {
  const root = smallProject()
  const copy = await withBrokenCopy(root, { page: 'page', from: 'good', to: 'bad' }, (folder) => {
    expect(readFileSync(join(folder, 'content/docs/page.mdx'), 'utf8')).toBe('bad words')
    expect(readFileSync(join(folder, 'content/docs/en/page.mdx'), 'utf8')).toBe('bad words')
    return Promise.resolve(folder)
  })
  expect(existsSync(copy)).toBe(false)
  expect(readFileSync(join(root, 'content/docs/page.mdx'), 'utf8')).toBe('good words')
})

test('a control whose text is not there fails', async () => {
  const run = withBrokenCopy(smallProject(), { page: 'page', from: 'absent', to: 'x' }, () => Promise.resolve())
  await expect(run).rejects.toThrow('does not contain "absent"')
})
