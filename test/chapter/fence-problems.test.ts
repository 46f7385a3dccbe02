/** What a writer reads when a fence is wrong: the exact messages. */
import { describe, expect, test } from 'vitest'
import { fence, page, problemsOf } from './page.ts'

describe('meta', () => {
  test('an unknown key', () => {
    expect(problemsOf(page(fence('bash step="a" retyr="90s"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: unknown key "retyr"
        did you mean "retry"? keys of this book: step, norun, file, expect, on, order, mode, write, subst, match, exit, retry, timeout, creates, unless, idempotent, capture, secret, background, ready, tty, reboot, phase, distro, runtime, exercise, part
      "
    `)
  })
  test('a key twice', () => {
    expect(problemsOf(page(fence('bash step="a" step="b"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: the key "step" stands twice
        keep one of them
      "
    `)
  })
  test('a value without quotes', () => {
    expect(problemsOf(page(fence('bash step=a', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:9: "step=a" has no value in quotes
        write it so: step="init"
      "
    `)
  })
  test('a key without value', () => {
    expect(problemsOf(page(fence('bash step', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:9: "step" has no value in quotes
        write it so: step="init"
      "
    `)
  })
  test('a quote that is never closed', () => {
    expect(problemsOf(page(fence('bash step="a', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:14: " is opened and never closed in "\\"a"
        values have no escapes: a value that holds one kind of quote stands in the other kind
      "
    `)
  })
  test('an escaped quote, which Markdown eats', () => {
    expect(problemsOf(page(fence('bash step="a" unless="test \\"$X\\" = 1"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:9: Markdown changes the words of this fence: "step=\\"a\\" unless=\\"test \\\\\\"$X\\\\\\" = 1\\"" becomes "step=\\"a\\" unless=\\"test \\"$X\\" = 1\\""
        leave out backslashes and entities: a value that holds one kind of quote stands in the other kind
      "
    `)
  })
  test('an entity, which Markdown decodes', () => {
    expect(problemsOf(page(fence('bash step="a" unless="a &amp;&amp; b"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:9: Markdown changes the words of this fence: "step=\\"a\\" unless=\\"a &amp;&amp; b\\"" becomes "step=\\"a\\" unless=\\"a && b\\""
        leave out backslashes and entities: a value that holds one kind of quote stands in the other kind
      "
    `)
  })
  test('a key on the wrong kind', () => {
    expect(problemsOf(page(fence('text norun="illustration" retry="90s"', 'x')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:30: "retry" belongs on step; this fence is norun
        keys of norun: norun, distro, runtime
      "
    `)
  })
  test('two kinds at once', () => {
    expect(problemsOf(page(fence('bash step="a" norun="windows"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: the fence has both step and norun
        a fence is one of them
      "
    `)
  })
})

describe('language and kind', () => {
  test('a shell block that is not bash', () => {
    expect(problemsOf(page(fence('sh step="a"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: the language "sh" is not used here
        a shell block is \`\`\`bash; output is \`\`\`text expect="…"
      "
    `)
  })
  test('an unknown language', () => {
    expect(problemsOf(page(fence('yml norun="illustration"', 'a: 1')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: unknown language "yml"
        did you mean "yaml"? known: bash, text, yaml, json, toml, ini, diff, dockerfile, go, powershell, mermaid
      "
    `)
  })
  test('no language', () => {
    expect(problemsOf(page(fence('', 'x')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: the fence has no language
        one of bash, text, yaml, json, toml, ini, diff, dockerfile, go, powershell, mermaid
      "
    `)
  })
  test('braces taken for the language', () => {
    expect(problemsOf(page(fence('{a="b"}', 'x')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: the fence has no language: Markdown takes "{a=\\"b\\"}" for one
        write \`\`\`text {…}
      "
    `)
  })
  test('bash that is neither run nor explained', () => {
    expect(problemsOf(page(fence('bash', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: this bash fence has neither step nor norun
        step="name" runs it; norun="illustration" says why it is not run
      "
    `)
  })
  test('yaml that looks tested', () => {
    expect(problemsOf(page(fence('yaml title="pod.yaml"', 'a: 1')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: this yaml fence has none of file, expect and norun
        so that nothing looks tested and is not; norun="illustration" shows it
      "
    `)
  })
  test('a step that is no bash', () => {
    expect(problemsOf(page(fence('text step="a"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: a step is a bash fence, this one is "text"
        write \`\`\`bash step="…"
      "
    `)
  })
  test('an expectation in bash', () => {
    expect(problemsOf(page(fence('bash step="a"', 'true') + fence('bash expect="a"', 'x')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:15:1: an expectation is a text, json or yaml fence, this one is "bash"
        write \`\`\`text expect="…"
      "
    `)
  })
  test('a fence that is never closed', () => {
    expect(problemsOf(page('```bash step="a"\ntrue\n'))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: this fence is never closed
        end it with the same marks on a line of their own
      "
    `)
  })
  test('a component that shows code', () => {
    expect(problemsOf(page('<Code code="x" />\n'))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: <Code> shows code that nothing checks
        write it as a fence with step, norun, file or expect
      "
    `)
  })
  test('an import of a raw file', () => {
    expect(problemsOf(page("import x from './x.sh?raw'\n"))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: an import of a raw file shows code that nothing checks
        write it as a fence with step, norun, file or expect
      "
    `)
  })
  test('no MDX at all', () => {
    expect(problemsOf(page('<div>\n'))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:1: this is not MDX: Expected a closing tag for \`<div>\` (12:1-12:6)
        the site reads pages as MDX: close tags, write \\{ and \\<
      "
    `)
  })
})

describe('values', () => {
  test('an unknown role', () => {
    expect(problemsOf(page(fence('bash step="a" on="nodes"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: unknown host or role "nodes"
        did you mean "node"? known: master, node, utility, all, every, node1, node2, master[0]
      "
    `)
  })
  test('a host of another topology', () => {
    expect(problemsOf(page(fence('bash step="a" on="master2"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: unknown host or role "master2"
        did you mean "master"? known: master, node, utility, all, every, node1, node2, master[0]
      "
    `)
  })
  test('a duration without unit', () => {
    expect(problemsOf(page(fence('bash step="a" retry="90"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: retry="90" is not right
        expected seconds, minutes or hours up to 24h: 90s, 10m, 1h
      "
    `)
  })
  test('a duration of nothing', () => {
    expect(problemsOf(page(fence('bash step="a" timeout="0s"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: timeout="0s" is not right
        expected seconds, minutes or hours up to 24h: 90s, 10m, 1h
      "
    `)
  })
  test('an exit status out of range', () => {
    expect(problemsOf(page(fence('bash step="a" exit="256"', 'false')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: exit="256" is not right
        expected an exit status from 0 to 255
      "
    `)
  })
  test('an id with capitals', () => {
    expect(problemsOf(page(fence('bash step="Init"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:9: step="Init" is not right
        expected lower-case words with hyphens, for example step="init"
      "
    `)
  })
  test('an unknown norun code', () => {
    expect(problemsOf(page(fence('bash norun="window"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:9: norun="window" is not right
        did you mean "windows"? expected one of: windows, internet, hardware, illustration, control-machine, interactive
      "
    `)
  })
  test('an unknown distribution', () => {
    expect(problemsOf(page(fence('bash step="a" distro="debain"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: distro="debain" is not right
        did you mean "debian"? expected one of: debian, rhel
      "
    `)
  })
  test('a mode in letters', () => {
    expect(problemsOf(page(fence('text file="/x" mode="rw"', 'x')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:19: mode="rw" is not right
        expected permission bits in octal, for example mode="0644"
      "
    `)
  })
  test('a path that climbs', () => {
    expect(problemsOf(page(fence('text file="../x"', 'x')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:9: file="../x" is not right
        a path has no ".."
      "
    `)
  })
  test('an empty value', () => {
    expect(problemsOf(page(fence('bash step="a" creates=""', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: creates="" is empty
        for example creates="/etc/kubernetes/admin.conf"
      "
    `)
  })
  test('idempotent no', () => {
    expect(problemsOf(page(fence('bash step="a" idempotent="no"', 'true')))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:12:18: idempotent="no" is not right
        expected one of: yes
      "
    `)
  })
})
