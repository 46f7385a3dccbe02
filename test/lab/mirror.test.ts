/** The mirror over real HTTP and HTTPS on loopback: files, registry, refusals, log. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { get as httpGet } from 'node:http'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusedSince } from '../../src/lab/mirror/index.ts'
import { extraThatAnswers } from '../../src/lab/supply/index.ts'
import { readVersions } from '../../src/lab/supply/versions.ts'
import { RELEASE_KEY, startFixture, type MirrorFixture } from './mirror-fixture.ts'

let mirror: MirrorFixture

beforeAll(async () => {
  mirror = await startFixture()
})

afterAll(async () => {
  await mirror.close()
})

/** The log is written when an answer is through: wait for the line. */
async function logLine(path: string, method = 'GET'): Promise<Record<string, unknown>> {
  for (let i = 0; i < 100; i += 1) {
    const lines = (await readFile(mirror.accessLog, 'utf8')).split('\n')
    const found = lines.find((line) => line.includes(JSON.stringify(path)) && line.includes(`"method":"${method}"`))
    if (found !== undefined) return Object.fromEntries(Object.entries(JSON.parse(found)))
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`no log line for ${path}`)
}

describe('files', () => {
  test('lie under their upstream address, over HTTPS and HTTP', async () => {
    const answer = await mirror.ask('pkgs.k8s.io', RELEASE_KEY)
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toBe('0123456789')
    expect(answer.headers['content-type']).toBe('application/pgp-keys')
    const plain = await new Promise<number>((resolve, reject) => {
      const url = { host: '127.0.0.1', port: mirror.httpPort, path: RELEASE_KEY, headers: { host: 'pkgs.k8s.io' } }
      httpGet(url, (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject)
    })
    expect(plain).toBe(200)
    expect(await logLine(RELEASE_KEY)).toMatchObject({
      host: 'pkgs.k8s.io',
      status: 200,
      bytes: 10,
      client: '127.0.0.1',
    })
  })

  test('answer HEAD, ranges and conditions', async () => {
    const head = await mirror.ask('pkgs.k8s.io', RELEASE_KEY, { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '10', 0])
    const part = await mirror.ask('pkgs.k8s.io', RELEASE_KEY, { headers: { range: 'bytes=2-4' } })
    expect([part.status, part.headers['content-range'], part.body.toString()]).toEqual([206, 'bytes 2-4/10', '234'])
    const past = await mirror.ask('pkgs.k8s.io', RELEASE_KEY, { headers: { range: 'bytes=10-' } })
    expect([past.status, past.headers['content-range']]).toEqual([416, 'bytes */10'])
    const since = head.headers['last-modified'] ?? ''
    const same = await mirror.ask('pkgs.k8s.io', RELEASE_KEY, { headers: { 'if-modified-since': since } })
    expect([same.status, same.body.length]).toEqual([304, 0])
  })

  test('are only served, not changed', async () => {
    const answer = await mirror.ask('pkgs.k8s.io', RELEASE_KEY, { method: 'PUT' })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('outside the host’s folder are not there', async () => {
    for (const path of ['/../../secret', '/%2e%2e/%2e%2e/secret', '/..%2f..%2fsecret', '/%00', '/%zz']) {
      expect((await mirror.ask('pkgs.k8s.io', path)).status, path).toBe(404)
    }
  })
})

describe('requests that it cannot answer', () => {
  test('say so to the client and in the log', async () => {
    const started = Date.now()
    const answer = await mirror.ask('registry.k8s.io', '/v2/kube-apiserver/manifests/v9.9.9')
    expect(answer.status).toBe(404)
    const said =
      'the book asked for https://registry.k8s.io/v2/kube-apiserver/manifests/v9.9.9; the mirror does not have it'
    expect(answer.body.toString()).toBe(`${said}\n`)
    await mirror.ask('registry.k8s.io', '/v2/kube-apiserver/manifests/v9.9.9')
    expect(await logLine('/v2/kube-apiserver/manifests/v9.9.9')).toMatchObject({ status: 404, refused: true })
    const nobody = () => undefined
    const refused = await refusedSince(mirror.accessLog, started, nobody)
    expect(refused.filter((line) => line === said)).toHaveLength(1)
    expect(await refusedSince(mirror.accessLog, Date.now() + 60_000, nobody)).toEqual([])
    expect(await refusedSince('/no such log', 0, nobody)).toEqual([])
  })
})

describe('requests that an extra would have answered', () => {
  test('name the extra and the command that brings it', async () => {
    const started = Date.now()
    const { redis } = readVersions()
    const asked = [`/v2/library/redis/manifests/${redis}`, '/v2/library/redis/manifests/0.1']
    for (const path of asked) expect((await mirror.ask('registry-1.docker.io', path)).status).toBe(404)
    for (const path of asked) await logLine(path)
    const said = 'the book asked for https://registry-1.docker.io'
    expect(await refusedSince(mirror.accessLog, started, extraThatAnswers)).toEqual([
      `${said}${asked[0]}; the mirror does not have it, but it can: npm run lab -- up --with redis`,
      `${said}${asked[1]}; the mirror does not have it`,
    ])
  })
})

describe('the registry', () => {
  const NAME = 'registry-1.docker.io'

  test('has no log-in and lists its tags', async () => {
    const version = await mirror.ask(NAME, '/v2/')
    expect([version.status, version.headers['docker-distribution-api-version']]).toEqual([200, 'registry/2.0'])
    const tags = await mirror.ask(NAME, '/v2/library/tiny/tags/list')
    expect(tags.body.toString()).toBe('{"name":"library/tiny","tags":["1.0"]}')
  })

  test('gives a manifest by tag and by digest, its config and its layer, all with right sums', async () => {
    const byTag = await mirror.ask(NAME, '/v2/library/tiny/manifests/1.0?ns=docker.io')
    expect(byTag.headers['docker-content-digest']).toBe(mirror.imageDigest)
    expect(byTag.headers['content-type']).toBe('application/vnd.oci.image.manifest.v1+json')
    expect(sum(byTag.body)).toBe(mirror.imageDigest)
    expect((await mirror.ask(NAME, `/v2/library/tiny/manifests/${mirror.imageDigest}`)).body.equals(byTag.body)).toBe(
      true,
    )
    const head = await mirror.ask(NAME, '/v2/library/tiny/manifests/1.0', { method: 'HEAD' })
    expect([head.status, head.headers['content-length']]).toEqual([200, String(byTag.body.length)])
    const named = byTag.body.toString().match(/sha256:[0-9a-f]{64}/g) ?? []
    expect(named).toHaveLength(2)
    for (const blob of named) expect(sum((await mirror.ask(NAME, `/v2/library/tiny/blobs/${blob}`)).body)).toBe(blob)
  })

  test('does not know other images, tags and blobs', async () => {
    const nothing = `sha256:${'0'.repeat(64)}`
    const paths = ['library/other/manifests/1.0', 'library/tiny/manifests/2.0', `library/tiny/blobs/${nothing}`]
    for (const path of [...paths, 'library/tiny/blobs/../index.json']) {
      expect((await mirror.ask(NAME, `/v2/${path}`)).status, path).toBe(404)
    }
  })
})

test('apt’s way of asking ahead over TLS is told to stop, so that no connection is lost', async () => {
  const headers = `Host: pkgs.k8s.io\r\nUser-Agent: Debian APT-HTTP/1.3 (3.0.3)\r\n\r\n`
  const text = await new Promise<string>((resolve, reject) => {
    let received = ''
    const socket = connect(
      { host: '127.0.0.1', port: mirror.httpsPort, servername: 'pkgs.k8s.io', ca: mirror.ca },
      () => {
        socket.write(`GET ${RELEASE_KEY} HTTP/1.1\r\n${headers}`)
      },
    )
    socket.on('data', (chunk) => (received += chunk.toString()))
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
  expect(text).toContain('Connection: close')
  expect(text.endsWith('0123456789')).toBe(true)
})

function sum(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
