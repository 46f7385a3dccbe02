/** Door: what helps to write pages. */
export { pageFiles, planPage, writePages } from './new-page.ts'
export type { KnownBook, NewFile, NewPage } from './new-page.ts'
export { checkBook } from './check-book.ts'
export type { BookCheck } from './check-book.ts'
