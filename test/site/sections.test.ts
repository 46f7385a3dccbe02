/** The sidebar: the book's order, only what exists, nothing forgotten. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { sidebar } from '../../src/site/sections.ts'

test('pages stand in the book’s order, unknown ones last, empty sections not at all', () => {
  const docs = mkdtempSync(join(tmpdir(), 'k101-docs-'))
  try {
    for (const page of [
      'install/zeta',
      'install/containerd',
      'install/prepare',
      'start/lab',
      'start/_draft',
      'index',
    ]) {
      mkdirSync(dirname(join(docs, page)), { recursive: true })
      writeFileSync(join(docs, `${page}.mdx`), '')
    }
    expect(sidebar(docs)).toEqual([
      { label: '시작하기', translations: { en: 'Start' }, items: [{ slug: 'start/lab' }] },
      {
        label: '설치',
        translations: { en: 'Install' },
        items: [{ slug: 'install/prepare' }, { slug: 'install/containerd' }, { slug: 'install/zeta' }],
      },
    ])
  } finally {
    rmSync(docs, { recursive: true })
  }
})
