/** Door: what the reference pages are made of, the glossary and the errata. */
export { parseErrata, readErrata } from './errata.ts'
export type { Erratum, Source } from './errata.ts'
export { parseGlossary, readGlossary } from './glossary.ts'
export type { Refusal, Term } from './glossary.ts'
export { referenceProblems } from './links.ts'
