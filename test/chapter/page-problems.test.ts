/** What a writer reads when fences do not fit together, or a script breaks a rule. */
import { describe, expect, test } from 'vitest'
import { fence, page, problemsOf } from './page.ts'

/** A step and its expectation. */
function expected(words: string, text: string): string {
  const [lang = '', ...rest] = words.split(' ')
  return fence('bash step="a"', 'echo 1') + fence(`${lang} expect="a" ${rest.join(' ')}`, text)
}

test('a page that is right has no problems: variants, hosts, captures', () => {
  const variant = (words: string, text: string) =>
    fence(`bash step="a" ${words}`, text) + fence(`text expect="a" ${words}`, '…x')
  const body =
    variant('distro="debian"', 'dpkg -l x') +
    variant('distro="rhel" runtime="crio"', 'rpm -q x') +
    variant('distro="rhel" runtime="containerd"', 'rpm -q y') +
    fence('text file="/x" on="master"', '1') +
    fence('text file="/x" on="node"', '2') +
    fence('bash step="t" on="master[0]" secret="T" idempotent="yes"', 'T=$(sudo kubeadm token create)') +
    fence('bash norun="windows"', 'wsl --install') +
    fence('mermaid', 'graph LR')
  expect(problemsOf(page(body)).trim()).toBe('')
})

describe('fences of one page', () => {
  test('two equal ids', () => {
    expect(problemsOf(page(fence('bash step="a"', 'true') + fence('bash step="a"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: the step id "a" stands twice; first in line 12
        an id is unique on its page, per distro and runtime; a file is written once per host
      "
    `)
  })
  test('an id that overlaps a variant', () => {
    expect(problemsOf(page(fence('bash step="a"', 'true') + fence('bash step="a" distro="rhel"', 'true'))))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: the step id "a" stands twice; first in line 12
        an id is unique on its page, per distro and runtime; a file is written once per host
      "
    `)
  })
  test('one file written twice', () => {
    expect(problemsOf(page(fence('text file="/x"', '1') + fence('text file="/x"', '2')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: the file "/x" stands twice; first in line 12
        an id is unique on its page, per distro and runtime; a file is written once per host
      "
    `)
  })
  test('an expectation of no step', () => {
    expect(problemsOf(page(fence('bash step="init"', 'echo 1') + fence('text expect="intt"', '1'))))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: no step "intt" on this page
        did you mean "init"? steps of this page: init
      "
    `)
  })
  test('an expectation of another variant', () => {
    expect(problemsOf(page(fence('bash step="a" distro="rhel"', 'echo 1') + fence('text expect="a"', '1'))))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: no step "a" on this page
        the step exists as a@rhel: give the fence the same distro and runtime
      "
    `)
  })
  test('an expectation above its step', () => {
    expect(problemsOf(page(fence('text expect="a"', '1') + fence('bash step="a"', 'echo 1')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: the expectation stands above its step "a"
        write it right under the step
      "
    `)
  })
  test('two expectations', () => {
    expect(
      problemsOf(
        page(fence('bash step="a"', 'echo 1') + fence('text expect="a"', '1') + fence('text expect="a"', '2')),
      ),
    ).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:18:1: step "a" has two expectations; first in line 15
        keep one
      "
    `)
  })
  test('a capture that is never assigned', () => {
    expect(problemsOf(page(fence('bash step="a" capture="X"', 'echo 1')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: the block never assigns X, which it should hand on
        write X=$(…) in it
      "
    `)
  })
  test('a capture from several hosts', () => {
    expect(problemsOf(page(fence('bash step="a" on="node" secret="X"', 'X=1')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: X would come from several hosts: on="node"
        capture on one host, for example on="master[0]"
      "
    `)
  })
  test('a capture that may be skipped', () => {
    expect(problemsOf(page(fence('bash step="a" capture="X" creates="/x"', 'X=1')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: X would be unknown where creates holds
        a step that hands something on runs every time: idempotent="yes"
      "
    `)
  })
  test('a substitution that is nowhere', () => {
    expect(problemsOf(page(fence('text file="/x" subst="MASTER_IP"', 'no name here')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: subst names MASTER_IP, but the text has no \${MASTER_IP}
        take it out of subst
      "
    `)
  })
})

describe('a block of a file', () => {
  const block = (more: string, text = 'x') => problemsOf(page(fence(`text file="/etc/hosts" ${more}`, text)))
  test('is right as it is', () => {
    expect(block('write="block"').trim()).toBe('')
    expect(problemsOf(page(fence('text file="~/.vimrc" write="block"', '" a comment'))).trim()).toBe('')
  })
  test('of another kind', () => {
    expect(block('write="blok"')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:27: write="blok" is not right
        did you mean "block"? expected one of: block
      "
    `)
  })
  test('with a mode', () => {
    expect(block('write="block" mode="0600"')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: mode="0600" stands on a block of /etc/hosts
        the file has other owners
      "
    `)
  })
  test('that holds the marks', () => {
    expect(block('write="block"', '# BEGIN kubernetes-101 x')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: the text holds "# BEGIN kubernetes-101"
        the runner writes these lines around the block
      "
    `)
  })
  test('on a step', () => {
    expect(problemsOf(page(fence('bash step="a" write="block"', 'true'))).split('\n')[1]).toMatchInlineSnapshot(
      `"content/docs/demo.mdx:12:18: "write" belongs on file; this fence is step"`,
    )
  })
})

describe('expectations that say nothing', () => {
  test('only a wildcard', () => {
    expect(problemsOf(page(expected('text', '…\n …')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: every output satisfies this expectation: it is only "…"
        say at least one word that must be there
      "
    `)
  })
  test('contains nothing', () => {
    expect(problemsOf(page(expected('text match="contains"', ' ')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: every output satisfies this expectation: it holds nothing to look for
        say at least one word that must be there
      "
    `)
  })
  test('a regex that matches anything', () => {
    expect(problemsOf(page(expected('text match="regex"', '.*')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: every output satisfies this expectation: the expression matches anything
        say at least one word that must be there
      "
    `)
  })
  test('a regex that cannot be read', () => {
    expect(problemsOf(page(expected('text match="regex"', '(')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: the regular expression cannot be read: Invalid regular expression: /(/mu: Unterminated group
        JavaScript’s syntax, flags m and u
      "
    `)
  })
  test('an empty JSON object', () => {
    expect(problemsOf(page(expected('json match="json"', '{}')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: every output satisfies this expectation: {} is a part of anything
        say at least one word that must be there
      "
    `)
  })
  test('no JSON', () => {
    expect(problemsOf(page(expected('json match="json"', '{a: 1}')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: the expectation is not JSON: Expected property name or '}' in JSON at position 1 (line 1 column 2)
        match="json" compares a subset of the printed JSON
      "
    `)
  })
  test('JSON in a text fence', () => {
    expect(problemsOf(page(expected('text match="json"', '{"a": 1}')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: match="json" stands on a text fence
        write \`\`\`json expect="…" match="json"
      "
    `)
  })
})

describe('scripts', () => {
  test('a comment', () => {
    expect(problemsOf(page(fence('bash step="a"', 'ls /  # look')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:13:7: a comment stands in a bash fence: "# look"
        say it in the text above the fence
      "
    `)
  })
  test('a prompt', () => {
    expect(problemsOf(page(fence('bash norun="illustration"', '$ ls')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:13:1: a prompt ("$ ") stands in a bash fence
        leave it out: what is copied is what runs; output belongs into a text fence with expect
      "
    `)
  })
  test('a cd for the next block', () => {
    expect(problemsOf(page(fence('bash step="a"', 'cd /tmp')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:13:1: the block ends in "cd /tmp", which no later block sees
        each step has a shell of its own: put what needs it into the same block, or use capture="NAME"
      "
    `)
  })
  test('an export for the next block', () => {
    expect(problemsOf(page(fence('bash step="a"', 'ls /\nexport KUBECONFIG=/x')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:14:1: the block ends in "export KUBECONFIG=/x", which no later block sees
        each step has a shell of its own: put what needs it into the same block, or use capture="NAME"
      "
    `)
  })
  test('a change that does not say how a second run is harmless', () => {
    expect(problemsOf(page(fence('bash step="a"', 'ls /\nsudo apt-get install -y curl')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:14:1: step "a" may change something ("sudo apt-get install -y curl") and does not say how a second run is harmless
        add creates="PATH" or unless="COMMAND" (already done where that holds), or idempotent="yes" where running it again changes nothing
      "
    `)
  })
  test('an empty step', () => {
    expect(problemsOf(page(fence('bash step="a"', '')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: the bash fence is empty
        write the commands or take it out
      "
    `)
  })
})
