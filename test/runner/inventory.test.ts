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
      inv.yaml:8:5: unknown key "adress"
        did you mean "address"? keys: address, roles, user, port, key, jump, proxyCommand, knownHosts, become, runtime, distro
      inv.yaml:4:3: host name "Master 1"
        expected small letters, digits, "-" and "."
      inv.yaml:6:13: unknown role "mastr"
        did you mean "master"? roles: master, node, utility
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
      'every: {}',
      'inv.yaml:1:1: unknown key "every"\n  keys: hosts, defaults\ninv.yaml:1:1: no "hosts:"\n  expected "hosts:" with one entry for each machine, or Ansible’s "all:"',
    ],
    ['hosts:\n  a:\n    address: x\n    address: y\n', 'inv.yaml:4:5: duplicated mapping key'],
    [
      'hosts:\n  a:\n    address: -oProxyCommand=x\n    roles: [node]',
      'inv.yaml:3:14: "address" is no word\n  expected text that does not begin with "-"',
    ],
    [
      'hosts:\n  a:\n    address: 10\n    roles: [node]',
      'inv.yaml:3:14: "address" is no word\n  expected text; write it in quotes: "10"',
    ],
    ['hosts:\n  a:\n    address: "x\\ny"\n    roles: [node]', 'inv.yaml:3:15: "address" is no word'],
    [
      'hosts:\n  a:\n    address: x\n    port: "22"\n    roles: [node]',
      'inv.yaml:4:12: "port" is "22"\n  expected a number from 1 to 65535',
    ],
    ['hosts:\n  a:\n    address: x\n    roles: []', 'inv.yaml:4:5: host "a" has no "roles"'],
    ['hosts:\n  a:\n    address: x\n    roles: [node, node]', 'inv.yaml:4:19: role "node" twice'],
    [
      'defaults:\n  port: 0\nhosts:\n  a:\n    address: x\n    roles: node\n  b:\n    address: y\n    roles: node',
      'inv.yaml:2:9: "port" is "0"\n  expected a number from 1 to 65535',
    ],
  ])('%j', (text, message) => {
    expect(problemsOf(text)).toContain(message)
  })

  it('tells a wrong default once, not once a host', () => {
    const text = 'defaults:\n  become: maybe\nhosts:\n  a: {address: x, roles: node}\n  b: {address: y, roles: node}\n'
    expect(problemsOf(text)).toBe('inv.yaml:2:11: "become" is "maybe"\n  expected one of: true, false')
  })

  it('that is not there', () => {
    expect(() => readInventory('/nowhere.yaml')).toThrow('cannot read the inventory "/nowhere.yaml" (ENOENT)')
  })
})

describe('Ansible’s shape', () => {
  const text = `all:
  vars:
    ansible_user: debian
    ansible_port: 2200
  children:
    cluster:
      vars:
        runtime: crio
      children:
        master:
          hosts:
            m1:
              ansible_host: 192.0.2.1
              ansible_become: false
        node:
          vars:
            ansible_port: 2201
          hosts:
            m1:
            n1.example.com:
    utility:
      hosts:
        u1: {address: 192.0.2.9, ansible_ssh_private_key_file: /k, distro: rhel}
`

  it('gives the same hosts: groups are roles, the nearest value wins, a name is an address', () => {
    const { inventory, problems } = parseInventory('inv.yaml', text)
    expect(problems).toEqual([])
    expect(inventory.hosts).toEqual([
      {
        name: 'm1',
        address: '192.0.2.1',
        user: 'debian',
        port: 2201,
        become: false,
        runtime: 'crio',
        roles: ['master', 'node'],
      },
      {
        name: 'n1.example.com',
        address: 'n1.example.com',
        user: 'debian',
        port: 2201,
        become: true,
        runtime: 'crio',
        roles: ['node'],
      },
      {
        name: 'u1',
        address: '192.0.2.9',
        user: 'debian',
        port: 2200,
        become: true,
        key: '/k',
        distro: 'rhel',
        roles: ['utility'],
      },
    ])
  })

  it('tells every mistake at once', () => {
    const wrong = `all:
  var: {}
  hosts:
    a:
      ansible_prot: 1
  children:
    node:
      hosts:
        b: {port: x}
    web:
      hosts: [c]
    master:
      hosts:
        b: {ansible_port: 2}
`
    expect(problemsOf(wrong)).toMatchInlineSnapshot(`
      "inv.yaml:2:3: unknown key "var"
        did you mean "vars"? keys: hosts, vars, children
      inv.yaml:5:7: unknown key "ansible_prot"
        did you mean "ansible_port"? keys: address, user, port, key, jump, proxyCommand, knownHosts, become, runtime, distro, ansible_host, ansible_user, ansible_port, ansible_ssh_private_key_file, ansible_become
      inv.yaml:11:14: "hosts" is no mapping
        expected "key: value" lines
      inv.yaml:14:13: host "b" has "port" twice
        say it once, in one of its groups
      inv.yaml:9:19: "port" is "x"
        expected a number from 1 to 65535
      inv.yaml:4:5: host "a" is in none of the groups that are roles
        expected it in at least one of: master, node, utility"
    `)
  })

  it('needs a host', () => {
    expect(problemsOf('all:')).toBe(
      'inv.yaml:1:1: no host in "all:"\n  expected "hosts:" in it or in one of its "children:"',
    )
  })
})
