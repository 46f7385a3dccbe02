/** Every page of the book as prose with places. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { placesIn } from '../yaml/index.ts'
import type { Lang } from '../chapter/types.ts'
import type { Problem } from '../errors/index.ts'
import { koreanOf, proseOf, proseOfYaml } from './prose-text.ts'

export interface Page {
  /** Path from the repository's root. */
  readonly file: string
  readonly lang: Lang
  /** As long as the file, with blanks where there is no prose. */
  readonly prose: string
}

const CONTENT = 'content/docs'
const SITE = 'src/site'

/** The chapters, the reference pages' data, and the Korean that the site itself says. */
export function readPages(root: string): Page[] {
  const text = (file: string): string => readFileSync(join(root, file), 'utf8')
  const data = ['content/glossary.yaml', 'content/errata.yaml'].filter((file) => existsSync(join(root, file)))
  return [
    ...filesBelow(root, CONTENT, /(?:^|\/)[^_/][^/]*\.mdx?$/u).map((file) => pageFrom(file, text(file))),
    ...data.flatMap((file) =>
      (['ko', 'en'] as const).map((lang) => ({ file, lang, prose: proseOfYaml(text(file), lang) })),
    ),
    ...filesBelow(root, SITE, /\.(?:ts|astro)$/u).map((file) => ({
      file,
      lang: 'ko' as const,
      prose: koreanOf(text(file)),
    })),
  ]
}

/** A chapter's page of its file and text. */
export function pageFrom(file: string, source: string): Page {
  return { file, lang: file.startsWith(`${CONTENT}/en/`) ? 'en' : 'ko', prose: proseOf(source) }
}

function filesBelow(root: string, folder: string, names: RegExp): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .filter((file) => names.test(file))
    .toSorted()
}

export function problemAt(page: Page, offset: number, message: string, hint: string): Problem {
  return { file: page.file, ...placesIn(page.prose)(offset), message, hint }
}
