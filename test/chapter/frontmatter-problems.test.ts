/** What a writer reads when the frontmatter is wrong. */
import { describe, expect, test } from 'vitest'
import { fence, page, problemsOf } from './page.ts'

describe('frontmatter', () => {
  test('no title', () => {
    expect(problemsOf('---\ndescription: x\n---\n')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:2:1: frontmatter has no title
        add title: …
      "
    `)
  })
  test('bad YAML', () => {
    expect(problemsOf('---\ntitle: [\n---\n')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:2:9: the frontmatter is not YAML: unexpected end of the stream within a flow collection
      "
    `)
  })
  test('a key twice', () => {
    expect(problemsOf('---\ntitle: a\ntitle: b\ndescription: c\n---\n')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:3:1: the frontmatter is not YAML: duplicated mapping key
      "
    `)
  })
  test('an unknown key', () => {
    expect(problemsOf('---\ntitel: a\ntitle: b\ndescription: c\n---\n')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:2:1: unknown key "titel" in frontmatter
        did you mean "title"? known: title, description, runbook, exercises, sidebar, template, hero, tableOfContents, editUrl, head, lastUpdated, prev, next, pagefind, banner, draft, slug
      "
    `)
  })
  test('no frontmatter', () => {
    expect(problemsOf('# Hello\n')).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:1:1: the page has no frontmatter
        start it with --- and a title
      "
    `)
  })
  test('a step without runbook', () => {
    expect(problemsOf(page(fence('bash step="a"', 'true'), 'draft: false'))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:7:1: the page has steps but its frontmatter has no runbook:
        add runbook: {id: …, on: …, topology: …, isolation: …}
      "
    `)
  })
  test('an unknown topology', () => {
    expect(problemsOf(page('', 'runbook: {id: a, topology: sinlge, isolation: machine}'))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:28: topology of runbook is "sinlge"
        did you mean "single"? expected: blank, single, ha
      "
    `)
  })
  test('an unknown runtime', () => {
    expect(problemsOf(page('', 'runbook: {id: a, topology: single, isolation: machine, runtime: cri-o}')))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:65: runtime of runbook is "cri-o"
        did you mean "crio"? expected: containerd, crio
      "
    `)
  })
  test('continues that is no list', () => {
    expect(problemsOf(page('', 'runbook: {id: a, topology: single, isolation: machine, continues: b}')))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:67: continues of runbook is no list
        write it so: continues: [prepare-hosts]
      "
    `)
  })
  test('an unknown default role', () => {
    expect(problemsOf(page('', 'runbook: {id: a, topology: blank, isolation: machine, on: masters}')))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:59: unknown host or role "masters"
        did you mean "master"? known: master, node, utility, all, every, node1, node2
      "
    `)
  })
  test('a runbook id with blanks', () => {
    expect(problemsOf(page('', 'runbook: {id: "a b", topology: blank, isolation: machine}'))).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:16: the runbook id "a b" is not lower-case words with hyphens
        for example "install-single-master"
      "
    `)
  })
  test('includes that is no list', () => {
    expect(problemsOf(page('', 'runbook: {id: a, topology: blank, isolation: machine, includes: b}')))
      .toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:65: includes of runbook is no list
        write it so: includes: [prepare-hosts]
      "
    `)
  })
  test('a variable from nowhere', () => {
    expect(
      problemsOf(
        page(
          '',
          'runbook: {id: a, topology: blank, isolation: machine, vars: {IP: {meaning: m, from: "boss.address"}}}',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:86: the variable IP comes from "boss.address", which is no place of the inventory
        expected host.name, host.address, master[0].address, master[0].name or such
      "
    `)
  })
  test('a variable with both default and from', () => {
    expect(
      problemsOf(
        page(
          '',
          'runbook: {id: a, topology: blank, isolation: machine, vars: {IP: {meaning: m, default: x, from: host.name}}}',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:62: the variable IP needs exactly one of default and from
        from: "master[0].address" asks the inventory
      "
    `)
  })
  test('a variable in small letters', () => {
    expect(
      problemsOf(
        page('', 'runbook: {id: a, topology: blank, isolation: machine, vars: {ip: {meaning: m, default: x}}}'),
      ),
    ).toMatchInlineSnapshot(`
      "
      content/docs/demo.mdx:4:62: the variable "ip" is not in capital letters
        expected a name such as MASTER_IP
      "
    `)
  })
})
