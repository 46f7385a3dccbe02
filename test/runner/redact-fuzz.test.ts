/** Whatever stands around a secret, however it is encoded and cut: it is never shown; and what is no secret stays. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareMasked } from '../../src/runner/expectation.ts'
import { StepOutput } from '../../src/runner/output.ts'
import { maskText, SecretValues } from '../../src/runner/redact.ts'

const RUNS = { numRuns: 1500 }

const letters = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet.split('')), { minLength: length, maxLength: length })
    .map((characters) => characters.join(''))
const SMALL = 'abcdefghijklmnopqrstuvwxyz0123456789'
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const URL_SAFE = BASE64.replace('+/', '-_')

/** `core` must not be seen, which stands in `text`. */
interface Secret {
  readonly text: string
  readonly core: string
  readonly captured: boolean
}

const pem = fc.tuple(fc.constantFrom('', 'RSA ', 'EC ', 'ENCRYPTED '), letters(BASE64, 200)).map(([kind, body]) => ({
  core: body.slice(70, 120),
  text: `-----BEGIN ${kind}PRIVATE KEY-----\n${body.replaceAll(/.{64}/gu, '$&\n')}\n-----END ${kind}PRIVATE KEY-----\n`,
}))

const shaped = fc
  .oneof(
    fc.tuple(letters(SMALL, 6), letters(SMALL, 16)).map(([id, core]) => ({ text: `${id}.${core}`, core })),
    fc
      .tuple(fc.constantFrom('--certificate-key ', 'certificateKey: ', '\n'), letters('0123456789abcdef', 64))
      .map(([before, core]) => ({ text: `${before}${core}\n`, core })),
    letters(URL_SAFE, 60).map((body) => ({
      text: `eyJhbGciOiJSUzI1NiJ9.eyJ${body}.${body.slice(0, 40)}`,
      core: body.slice(0, 40),
    })),
    pem,
    pem.map(({ text, core }) => ({ text: `client-key-data: ${Buffer.from(text).toString('base64')}\n`, core })),
    letters(SMALL, 16).map((core) => ({ text: `token-secret: ${Buffer.from(core).toString('base64')}\n`, core })),
  )
  .map((secret): Secret => ({ ...secret, captured: false }))

/** Of any characters that a shell variable may hold, on one line. */
const captured = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 60 }), letters(SMALL, 3))
  .map(([text, more]) => `${more}${text.replaceAll(/\s|\p{C}|\p{M}/gu, '')}${more}`)
  .filter((core) => core.length >= 8)
  .map((core): Secret => ({ text: core, core, captured: true }))

/** Ends where no letter would belong to what follows. */
const around = fc.oneof(
  fc.constantFrom('', ' ', '"', 'token: ', '한글 ', '- ', ': '),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => `${text.replaceAll(/\p{Cc}/gu, '')} `),
)

const wrapped = (width: number, alphabet: 'base64' | 'base64url') => (text: string) =>
  Buffer.from(text)
    .toString(alphabet)
    .replaceAll(new RegExp(`.{${width}}`, 'gu'), '$&\n')
const whole = (alphabet: 'base64' | 'base64url') => (text: string) => Buffer.from(text).toString(alphabet)
const indented = (text: string) => wrapped(76, 'base64')(text).replaceAll('\n', '\n    ')
const ENCODINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  whole('base64'),
  whole('base64url'),
  wrapped(76, 'base64'),
  wrapped(64, 'base64'),
  wrapped(76, 'base64url'),
  indented,
  (text) => whole('base64')(whole('base64')(text)),
  (text) => wrapped(76, 'base64')(wrapped(76, 'base64')(text)),
]

/** From here on what is encoded is encoded already. */
const TWICE = 7

/** Pieces of bytes, cut anywhere. */
function chunksOf(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return places.slice(1).map((end, at) => bytes.subarray(places[at], end))
}

/** What StepOutput shows and keeps of these chunks. */
function shown(secrets: SecretValues, chunks: readonly Buffer[]): string {
  const lines: string[] = []
  const output = new StepOutput(secrets, false, (line) => lines.push(line))
  for (const chunk of chunks) output.feed('stdout', chunk)
  output.end()
  return `${lines.join('\n')}\n${output.kept().output}`
}

/** What a reader of a text could make of it: as it is, and decoded from every run of base64, lines joined, three times over. */
function readable(text: string, depth = 3): string[] {
  if (depth === 0) return [text]
  const runs = text.replaceAll(/\r?\n\s*/gu, '').match(/[A-Za-z0-9+/_-]{8,}/gu) ?? []
  const decoded = [...runs, ...(text.match(/[A-Za-z0-9+/_-]{8,}/gu) ?? [])].flatMap((run) =>
    [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
  )
  const inner = decoded.filter((one) => /[A-Za-z0-9+/_-]{16}/u.test(one))
  return [text, ...decoded, ...inner.flatMap((one) => readable(one, depth - 1))]
}

function leaks(text: string, { core }: Secret): boolean {
  return text.includes(core) || readable(text).some((one) => one.includes(Buffer.from(core).toString('latin1')))
}

describe('a secret', () => {
  it.each([
    ['known by its shape', shaped],
    ['captured', captured],
  ])('%s is nowhere, whatever stands around it, however it is encoded and cut', (_what, secrets) => {
    fc.assert(
      fc.property(
        secrets,
        around,
        around,
        fc.constantFrom(...ENCODINGS.keys()),
        fc.array(fc.nat(2000), { maxLength: 6 }),
        (secret, before, after, encoding, cuts) => {
          // base64 of base64 is looked into where it is long enough to be one.
          fc.pre(encoding < TWICE || secret.core.length >= 16)
          const values = new SecretValues()
          if (secret.captured) values.add(secret.core)
          const text = `first\n${(ENCODINGS[encoding] ?? String)(`${before}${secret.text} ${after}`)}\nthe last\n`
          const seen = shown(values, chunksOf(Buffer.from(text), cuts))
          expect(leaks(seen, secret), seen).toBe(false)
          expect(seen).toMatch(/^first\n/u)
          expect(seen).toContain('last')
          expect(leaks(maskText(text, values), secret)).toBe(false)
          const compared = compareMasked({ match: 'exact', text: 'other' }, text, values)
          expect(compared.matched || leaks(compared.difference, secret)).toBe(false)
        },
      ),
      RUNS,
    )
  })

  const token = { text: 'abcdef.0123456789abcdef', core: '0123456789abcdef', captured: false }
  const password = { text: 'correct-horse/battery+staple', core: 'correct-horse/battery+staple', captured: true }
  const short = { text: '>>>???~~~', core: '>>>???~~~', captured: true }
  const signs = { text: '~~>>>???~~~>>>', core: '~~>>>???~~~>>>', captured: true }
  it.each([token, password, short, signs])(
    'is nowhere when $text is cut at any byte, at each alignment of base64',
    (secret) => {
      const values = new SecretValues()
      if (secret.captured) values.add(secret.core)
      for (let before = 0; before < 160; before++) {
        const plain = `${'x'.repeat(before)} ${secret.text} ${'y'.repeat(90)}`
        for (const encode of ENCODINGS.slice(0, secret === short || secret === signs ? TWICE : undefined)) {
          const bytes = Buffer.from(`${encode(plain)}\n`)
          const seen = shown(values, [bytes.subarray(0, before), bytes.subarray(before)])
          expect(leaks(seen, secret), `${before}: ${seen}`).toBe(false)
        }
      }
      for (const encode of ENCODINGS.slice(0, TWICE)) {
        if (secret.captured) expect(leaks(maskText(encode(secret.text), values), secret)).toBe(false)
      }
      const bytes = Buffer.from(`${wrapped(76, 'base64')(`한글 ${secret.text} end`)}\n${secret.text}\n`)
      for (let at = 0; at <= bytes.length; at++) {
        expect(leaks(shown(values, [bytes.subarray(0, at), bytes.subarray(at)]), secret)).toBe(false)
      }
    },
  )

  it('is not seen in part where a long line is cut', () => {
    const values = new SecretValues()
    const secret = letters(BASE64, 600)
    fc.assert(
      fc.property(secret, fc.integer({ min: 14_000, max: 17_000 }), (core, before) => {
        values.add(core)
        const seen = shown(values, [Buffer.from(`${'x '.repeat(before / 2)}${core} ${'y'.repeat(9000)}\nend\n`)])
        expect(seen).toContain('(line cut)')
        for (let at = 0; at + 12 <= core.length; at += 12) expect(seen).not.toContain(core.slice(at, at + 12))
      }),
      { numRuns: 40 },
    )
  })

  it('in wrapped base64 of any length is not seen, nor what follows it there', () => {
    const long = `${'harmless line\n'.repeat(4000)}${token.text}\n${'more lines\n'.repeat(4000)}`
    const seen = shown(new SecretValues(), [Buffer.from(`${wrapped(76, 'base64')(long)}\nend\n`)])
    expect(leaks(seen, token)).toBe(false)
    expect(seen).toContain('end')
  })

  it('that a step was to make and did not hand over is not shown', () => {
    const lines: string[] = []
    const output = new StepOutput(new SecretValues(), true, (line) => lines.push(line))
    output.feed('stdout', Buffer.from('made hunter2\n'))
    output.feed('stderr', Buffer.from('hunter2 is wrong\n'))
    output.end(['PASS'])
    expect(lines).toEqual(['(2 lines not shown: the step ended before it had set PASS, which may stand there)'])
    expect(output.kept().output).toBe(`${lines[0]}\n`)
  })
})

describe('what is no secret stays', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'k8s101-redact-'))
    const args = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
      '-subj',
      '/CN=kubernetes',
    ]
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const kubectl = [
    'NAME     STATUS   ROLES           AGE   VERSION   INTERNAL-IP   OS-IMAGE                         CONTAINER-RUNTIME',
    'master   Ready    control-plane   5m    v1.36.3   192.168.56.10 Debian GNU/Linux 13 (trixie)     containerd://2.3.0',
    'kube-system   coredns-7d764666f9-2xkqp   1/1   Running   0   5m',
    'pod/a-very-long-name-of-a-deployment-that-goes-on-6d4cf56db6-abcde condition met',
    'Image is up to date for sha256:7b0c2b4d6f8a1c3e5d7f9b0a2c4e6f8091a3b5c7d9e1f3a5b7c9d1e3f5a7b9c1',
    '    --discovery-token-ca-cert-hash sha256:7b0c2b4d6f8a1c3e5d7f9b0a2c4e6f8091a3b5c7d9e1f3a5b7c9d1e3f5a7b9c1',
    'https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl',
    '/var/lib/kubelet/pods/0c9e7f0a-6d5b-4d0e-9d0c-1f2e3d4c5b6a/volumes/kubernetes.io~projected/kube-api-access-x2x9z',
    '--------------------------------------------------------------------------------',
    'eyes only: no token here', // begins like a JWT
    'total 24',
  ].join('\n')

  it('of kubectl and its like', () => {
    const values = new SecretValues()
    values.add('correct-horse-battery')
    expect(maskText(kubectl, values)).toBe(kubectl)
    expect(shown(values, [Buffer.from(kubectl)])).toBe(`${kubectl}\n${kubectl}\n`)
  })

  it('of public certificates: PEM, base64 of it, wrapped or not, in a kubeconfig beside a key that is masked', () => {
    const values = new SecretValues()
    values.add('correct-horse-battery')
    const certificate = readFileSync(join(folder, 'ca.crt'), 'utf8')
    const key = readFileSync(join(folder, 'ca.key'), 'utf8')
    const encoded = Buffer.from(certificate).toString('base64')
    const wrappedCertificate = wrapped(76, 'base64')(certificate)
    for (const text of [certificate, `certificate-authority-data: ${encoded}`, encoded, wrappedCertificate])
      expect(maskText(text, values)).toBe(text)
    const der = execFileSync('openssl', ['x509', '-in', 'ca.crt', '-text'], { cwd: folder, encoding: 'utf8' })
    expect(maskText(der, values)).toBe(der)
    const config = `    certificate-authority-data: ${encoded}\n    client-key-data: ${Buffer.from(key).toString('base64')}\n`
    expect(maskText(config, values)).toBe(`    certificate-authority-data: ${encoded}\n    client-key-data: «masked»\n`)
    expect(maskText(`${wrappedCertificate}\n${wrapped(76, 'base64')(key).trimEnd()}\nend`, values)).toBe(
      `${wrappedCertificate}\n«masked»\nend`,
    )
  })

  it('of any words and any base64 of them', () => {
    const values = new SecretValues()
    values.add('correct-horse-battery')
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 8 }),
        fc.constantFrom(...ENCODINGS.keys()),
        fc.array(fc.nat(2000), { maxLength: 6 }),
        (texts, encoding, cuts) => {
          const plain = texts.map((text) => text.replaceAll(/(?!\n)\p{Cc}/gu, '')).join('\n')
          const text = (ENCODINGS[encoding] ?? String)(plain)
          expect(maskText(text, values)).toBe(text)
          const lines: string[] = []
          const output = new StepOutput(values, false, (line) => lines.push(line))
          for (const chunk of chunksOf(Buffer.from(`${text}\n`), cuts)) output.feed('stdout', chunk)
          output.end()
          expect(lines.join('\n')).toBe(Buffer.from(text).toString())
        },
      ),
      { numRuns: 1000 },
    )
  })
})
