/** No host name of a package registry that this machine is set up with stands in a committed file. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('the tree names no host of a configured package registry', () => {
  const hosts = configuredHosts()
  expect(hosts.size, 'hosts were found in the machine’s configuration').toBeGreaterThan(0)
  const hits = trackedFiles().flatMap((file) => hostsIn(file, hosts))
  expect(hits).toEqual([])
})

test('the search finds a planted host, also as part of a URL', () => {
  const [host] = configuredHosts()
  expect(contains(`see https://${host}/path`, host ?? '')).toBe(true)
  expect(contains(`"not-${host}x"`, host ?? '')).toBe(false)
})

test('the lock file records no download address', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":\s*"https?:/u)
})

function trackedFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  return list
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)))
}

function hostsIn(file: string, hosts: ReadonlySet<string>): string[] {
  const text = readFileSync(join(root, file), 'latin1')
  return [...hosts].filter((host) => contains(text, host)).map((host) => `${file}: ${host}`)
}

/** True where the name stands whole: no letter, digit, dot or hyphen around it. */
function contains(text: string, host: string): boolean {
  return new RegExp(`(?<![\\w.-])${RegExp.escape(host)}(?![\\w-]|\\.\\w)`, 'u').test(text)
}

/** Hosts of npm's, apt's, Go's and pip's configured sources, as the clients themselves report them. */
function configuredHosts(): Set<string> {
  const texts = [
    output('npm', ['config', 'get', 'registry']),
    output('go', ['env', 'GOPROXY', 'GOSUMDB']),
    output('pip', ['config', 'list']),
    ...aptSources(),
  ]
  const hosts = texts.flatMap((text) => [...text.matchAll(/https?:\/\/([^/\s,|'"]+)/gu)].map((match) => match[1] ?? ''))
  return new Set(
    hosts.map((host) => host.replace(/^.*@/u, '').replace(/:\d+$/u, '')).filter((host) => host.includes('.')),
  )
}

function aptSources(): string[] {
  const folder = '/etc/apt/sources.list.d'
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ]
  return files
    .filter((file) => existsSync(file) && /\.(list|sources)$/u.test(file))
    .map((file) => readFileSync(file, 'utf8').replaceAll(/^\s*#.*$/gmu, ''))
}

function output(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
