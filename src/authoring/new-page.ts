/** A new page in both languages, from the template that has the shape of every chapter. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Lang } from '../chapter/types.ts'
import { UserError, suggest } from '../errors/index.ts'

export interface NewPage {
  /** Below content/docs, e.g. `storage/volumes`. */
  readonly page: string
  readonly titles: Readonly<Record<Lang, string>>
  /** Of the runbook, and of the page's own namespace. */
  readonly id: string
}

export interface NewFile {
  /** Path from the repository's root. */
  readonly file: string
  readonly text: string
}

const PAGE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u
const TEMPLATES = join(import.meta.dirname, 'template')

/** What is known of the book: its sections' folders and the ids that are taken. */
export interface KnownBook {
  readonly sections: readonly string[]
  readonly runbooks: readonly string[]
}

/**
 * Settles the names of a new page.
 * @throws UserError where the page's name is no `section/name` of the book.
 */
export function planPage(page: string, titles: Partial<Record<Lang, string>>, known: KnownBook): NewPage {
  if (!PAGE.test(page)) {
    throw new UserError(
      `${JSON.stringify(page)} is no name of a page`,
      'expected section/name in lower case with hyphens: npm run new -- storage/volumes',
    )
  }
  const [section = '', name = ''] = page.split('/')
  if (!known.sections.includes(section)) {
    throw new UserError(`the book has no section "${section}"`, suggest(section, known.sections, 'sections'))
  }
  const id = known.runbooks.includes(name) ? `${section}-${name}` : name
  const usual = titleOf(name)
  return { page, titles: { ko: titles.ko ?? usual, en: titles.en ?? usual }, id }
}

/** Both pages' files. */
export function pageFiles({ page, titles, id }: NewPage): NewFile[] {
  return (['ko', 'en'] as const).map((lang) => ({
    file: `content/docs/${lang === 'en' ? 'en/' : ''}${page}.mdx`,
    text: readFileSync(join(TEMPLATES, `${lang}.mdx`), 'utf8')
      .replaceAll('__TITLE__', yamlText(titles[lang]))
      .replaceAll('__ID__', id)
      .replaceAll('__NAMESPACE__', id),
  }))
}

/**
 * Writes both files or none.
 * @throws UserError where one of them exists.
 */
export function writePages(root: string, files: readonly NewFile[]): void {
  const there = files.map(({ file }) => file).filter((file) => existsSync(join(root, file)))
  if (there.length > 0) {
    throw new UserError(
      `already there: ${there.join(', ')}`,
      'nothing was written; give another name, or edit that page',
    )
  }
  for (const { file, text } of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text, { flag: 'wx' })
  }
}

/** `persistent-volumes` as `Persistent volumes`. */
function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
}

/** Quoted where YAML would read something else. */
function yamlText(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ,.()-]*$/u.test(text) ? text : JSON.stringify(text)
}
