/** Door: what the reference pages are made of, the glossary and the errata. */
export { parseGlossary, readGlossary } from './glossary.ts'
export type { Refusal, Term } from './glossary.ts'
