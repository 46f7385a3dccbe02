/** The two comment lines around a block that the runner keeps in a file of other owners. */

/** How a file writes a comment: `#`, but for what is known to do otherwise. */
const COMMENTS: readonly (readonly [RegExp, string])[] = [[/(?:^|\/)[._]?g?vimrc$|\.vim$/u, '"']]

/** `name` is the block's own, so that several can stand in one file. A reader takes one out with `sed '/BEGIN/,/END/d'`. */
export function blockMarks(path: string, name: string): { readonly begin: string; readonly end: string } {
  const comment = COMMENTS.find(([pattern]) => pattern.test(path))?.[1] ?? '#'
  return { begin: `${comment} BEGIN kubernetes-101 ${name}`, end: `${comment} END kubernetes-101 ${name}` }
}
