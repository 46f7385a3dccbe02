import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/errors/index.ts'
import { parseInventory, readInventory } from '../../src/runner/index.ts'

function problemsOf(text: string): string {
  return parseInventory('inv.yaml', text).problems.map(formatProblem).join('\n')
}

describe('an inventory', () => {
  it('is what the example shows', () => {
    const file = join(import.meta.dirname, '../../runbooks/inventory.example.yaml')
    const { inventory, problems } = parseInventory(file, readFileSync(file, 'utf8'))
    expect(problems).toEqual([])
    expect(inventory.hosts[0]).toEqual({
      name: 'master',
      address: '192.0.2.11',
      user: 'debian',
      key: join(homedir(), '.ssh/id_ed25519'),
      runtime: 'containerd',
      become: true,
      roles: ['master'],
    })
    expect(inventory.hosts.map((host) => [host.name, host.port, host.jump])).toEqual([
      ['master', undefined, undefined],
      ['node1', undefined, undefined],
      ['node2', 2222, 'bastion.example.com'],
      ['utility', undefined, undefined],
    ])
  })

  it('tells every mistake at once, with its place', () => {
    const text = `defaults:
  usr: debian
hosts:
  Master 1:
    address: 10.0.0.1
    roles: [mastr, node]
  node1:
    adress: 10.0.0.2
    port: ssh
    become: maybe
    runtime: docker
    roles: node
`
    expect(problemsOf(text)).toMatchInlineSnapshot(`
      "inv.yaml:2:3: unknown key "usr"
        did you mean "user"? keys: user, port, key, jump, proxyCommand, knownHosts, become, runtime, distro
      inv.yaml:4:3: host name "Master 1"
        expected small letters, digits, "-" and "."
      inv.yaml:6:13: unknown role "mastr"
        did you mean "master"? roles: master, node, utility
      inv.yaml:8:5: unknown key "adress"
        did you mean "address"? keys: address, roles, user, port, key, jump, proxyCommand, knownHosts, become, runtime, distro
      inv.yaml:7:3: host "node1" has no "address"
        expected an IP address or a name
      inv.yaml:9:11: "port" is "ssh"
        expected a number from 1 to 65535
      inv.yaml:11:14: "runtime" is "docker"
        expected one of: containerd, crio
      inv.yaml:10:13: "become" is "maybe"
        expected one of: true, false"
    `)
  })

  it.each([
    ['', 'inv.yaml:1:1: expected a document, but the input is empty'],
    ['- a', 'inv.yaml:1:1: the inventory is no mapping\n  expected "key: value" lines'],
    [
      'all: {}',
      'inv.yaml:1:1: unknown key "all"\n  keys: hosts, defaults\ninv.yaml:1:1: no "hosts:"\n  expected "hosts:" with one entry for each machine',
    ],
    ['hosts:\n  a:\n    address: x\n    address: y\n', 'inv.yaml:4:5: duplicated mapping key'],
    [
      'hosts:\n  a:\n    address: -oProxyCommand=x\n    roles: [node]',
      'inv.yaml:3:14: "address" is no word\n  expected text that does not begin with "-"\ninv.yaml:2:3: host "a" has no "address"\n  expected an IP address or a name',
    ],
  ])('%j', (text, message) => {
    expect(problemsOf(text)).toContain(message)
  })

  it('that is not there', () => {
    expect(() => readInventory('/nowhere.yaml')).toThrow('cannot read the inventory "/nowhere.yaml" (ENOENT)')
  })
})
