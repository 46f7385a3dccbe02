/** A new page: its name, its files, and that the template passes everything that is checked without machines. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBook, pageFiles, planPage, writePages } from '../../src/authoring/index.ts'
import { formatProblem } from '../../src/errors/index.ts'
import { planBook, writeGenerated } from '../../src/runbook/index.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const KNOWN = { sections: ['install', 'storage', 'beyond'], runbooks: ['install-containerd', 'volumes'] }

describe('the name of a page', () => {
  test.each([
    ['volumes', '"volumes" is no name of a page'],
    ['storage/Volumes', '"storage/Volumes" is no name of a page'],
    ['../storage/volumes', '"../storage/volumes" is no name of a page'],
    ['stoarge/volumes', 'the book has no section "stoarge"'],
  ])('%s is refused', (page, message) => {
    expect(() => planPage(page, {}, KNOWN)).toThrow(message)
  })

  test('gives title and runbook, which is the section’s too where the name alone is taken', () => {
    expect(planPage('storage/storage-classes', { ko: '저장소 클래스' }, KNOWN)).toEqual({
      page: 'storage/storage-classes',
      titles: { ko: '저장소 클래스', en: 'Storage classes' },
      id: 'storage-classes',
    })
    expect(planPage('storage/volumes', {}, KNOWN).id).toBe('storage-volumes')
  })

  test('a title that YAML would misread is quoted', () => {
    const [ko] = pageFiles(planPage('storage/nfs', { ko: 'NFS: "하나"' }, KNOWN))
    expect(ko?.text).toContain('title: "NFS: \\"하나\\""\n')
  })
})

describe('in a copy of the book', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'k8s101-new-'))
    for (const folder of ['content', 'runbooks', 'src/site'])
      cpSync(join(REPOSITORY, folder), join(root, folder), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('the template passes every check; what is missing is its evidence only, and that is counted', () => {
    const before = checkBook(root)
    const files = pageFiles(planPage('beyond/trying-out', { ko: '해 보기', en: 'Trying out' }, KNOWN))
    writePages(root, files)
    writeGenerated(root, planBook(root).runbooks)
    const after = checkBook(root)
    expect(after.problems.map(formatProblem)).toEqual(before.problems.map(formatProblem))
    expect(after.skipped).toEqual([])
    expect(after.counts.pages).toBe(before.counts.pages + 1)
    const said = (check: typeof after): string[] => check.evidence.map(({ file, message }) => `${file}: ${message}`)
    expect(said(after).filter((line) => !said(before).includes(line))).toEqual([
      'runbooks/evidence/trying-out/debian-containerd.json: runbook trying-out has no evidence',
    ])
  }, 90_000)

  test('nothing is overwritten, and where one page exists the other is not written either', () => {
    const files = pageFiles(planPage('install/new-one', {}, KNOWN))
    writePages(root, files.slice(1))
    const was = readFileSync(join(root, files[1]?.file ?? ''), 'utf8')
    expect(() => writePages(root, files)).toThrow('already there: content/docs/en/install/new-one.mdx')
    expect(existsSync(join(root, files[0]?.file ?? ''))).toBe(false)
    expect(readFileSync(join(root, files[1]?.file ?? ''), 'utf8')).toBe(was)
  })
})
