/** Door: what the pages say, held to the dictionaries, the glossary and the book's own words. */
export { checkProse, checkTerms } from './check.ts'
export type { ProseCheck } from './check.ts'
