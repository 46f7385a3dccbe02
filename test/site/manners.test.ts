/** What a card says of a block that does not simply run to its end, or that is only a part of a file. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setBookRoot } from '../../src/site/book.ts'
import { cardOf, textOf } from './card-of.ts'
import { fixtureBook } from './fixture-book.ts'
import type { FixtureBook } from './fixture-book.ts'

const PAGE = `---
title: Manners
description: A page of the test.
runbook: {id: greet, on: master, topology: blank, isolation: machine}
---

\`\`\`bash step="forward" background="f" ready="Forwarding from"
kubectl port-forward service/web 8080:80
\`\`\`

\`\`\`bash step="exec" tty="until '# ' 'nginx -v' Enter C-d" idempotent="yes"
kubectl exec -it web -- sh
\`\`\`

\`\`\`bash step="restart" reboot="5m" unless="test -e /run/again"
sudo systemctl reboot
\`\`\`

\`\`\`bash step="hello" on="node[0]" creates="hello.txt"
touch hello.txt
\`\`\`

\`\`\`bash step="soon" retry="90s"
cat hello.txt
\`\`\`

\`\`\`text expect="soon"
hello
\`\`\`

\`\`\`bash step="silent" retry="2m" idempotent="yes"
touch hello.txt
\`\`\`

\`\`\`text file="/etc/hosts" write="block"
10.0.0.1 master
\`\`\`
`

let book: FixtureBook
beforeEach(() => {
  book = fixtureBook({ greet: PAGE, 'en/greet': PAGE })
  setBookRoot(book.root)
})
afterEach(() => book.remove())

test.each([
  ['forward', '.run-head', 'keeps running: in a terminal of its own'],
  ['exec', '.run-keys', 'type on its terminal: nginx -v Enter C-d'],
  ['restart', '.run-head', 'the host restarts'],
  ['restart', '.run-head', 'skipped where this holds: test -e /run/again'],
  ['hello', '.run-head', 'skipped where there is hello.txt'],
  ['hello', '.run-where', 'on node1'],
  ['soon', '.run-expect > summary', 'You should see not yet? run it again (for up to 90\u00A0s)'],
  ['silent', '.run-head', 'not yet? run it again (for up to 2\u00A0min)'],
  ['file:/etc/hosts', '.run-head', 'a part of the file: its other lines stay'],
])('%s', async (id, selector, words) => {
  expect(textOf(await cardOf(book.root, 'en/greet', id), selector)).toContain(words)
})
