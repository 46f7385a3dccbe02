/** ShellCheck's findings get the place of the fence's line in the page. The tests' packages include shellcheck. */
import { expect, test } from 'vitest'
import { formatProblem } from '../../src/errors/index.ts'
import { shellcheckProblems } from '../../src/chapter/index.ts'
import { chapterOf, fence, page } from './page.ts'

test('an unquoted variable is found at its place; variables from elsewhere and quoted dollars are not', () => {
  const body = fence('bash step="ok"', `echo "$MASTER_IP" '$x'`) + fence('bash step="a"', 'X=$(hostname)\ncat /etc/$X')
  expect(shellcheckProblems([chapterOf(page(body))])?.map(formatProblem)).toEqual([
    'content/docs/demo.mdx:17:10: shellcheck: note: Double quote to prevent globbing and word splitting. [SC2086]',
  ])
})

test('a fence in a list has its own columns', () => {
  const body = '- item\n\n  ```bash step="a"\n  X=$(hostname)\n  cat /etc/$X\n  ```\n'
  expect(shellcheckProblems([chapterOf(page(body))])?.map(({ line, column }) => [line, column])).toEqual([[16, 12]])
})

test('norun fences and an empty book have no findings', () => {
  expect(shellcheckProblems([chapterOf(page(fence('bash norun="illustration"', 'cat $X')))])).toEqual([])
})
