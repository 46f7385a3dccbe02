import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StepOutput } from '../../src/runner/output.ts'
import { maskText, SecretValues } from '../../src/runner/redact.ts'

const none = new SecretValues()
const HEX = 'a1b2c3d4'.repeat(8)
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlIn0.c2lnbmF0dXJl'

describe('what is always masked', () => {
  it.each([
    ['kubeadm join 10.0.0.1:6443 --token abcdef.0123456789abcdef \\', 'kubeadm join 10.0.0.1:6443 --token «masked» \\'],
    [`--control-plane --certificate-key ${HEX}`, '--control-plane --certificate-key «masked»'],
    [`certificateKey: ${HEX}`, 'certificateKey: «masked»'],
    [`  ${HEX}  `, '«masked»'],
    [`+ ${HEX}`, '«masked»'],
    [`data: ${Buffer.from('x: abcdef.0123456789abcdef\n').toString('base64')}`, 'data: «masked»'],
    [`tls.key: ${Buffer.from('-----BEGIN PRIVATE KEY-----\nMIIE\n').toString('base64')}`, 'tls.key: «masked»'],
    [`token: ${Buffer.from(JWT).toString('base64')}`, 'token: «masked»'],
    [`token: ${JWT}`, 'token: «masked»'],
    ['    client-key-data: LS0tLS1CRUdJTg==', '    client-key-data: «masked»'],
    ['a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY-----\nb', 'a\n«masked»\nb'],
  ])('%j', (text, masked) => {
    expect(maskText(text, none)).toBe(masked)
  })

  it.each([
    '--discovery-token-ca-cert-hash sha256:' + HEX,
    'registry.k8s.io/kube-apiserver@sha256:' + HEX,
    'coredns.kube-system.svc.cluster.local',
    'nginx-6d4cf56db6-abcde 1/1 Running 0 2m',
    '-----BEGIN CERTIFICATE-----',
    `certificate-authority-data: ${Buffer.from('-----BEGIN CERTIFICATE-----\nMIIDBTCCAe2g\n').toString('base64')}`,
  ])('but not %j', (text) => {
    expect(maskText(text, none)).toBe(text)
  })
})

describe('captured secrets', () => {
  it('are masked as they are and inside base64 of anything', () => {
    const secrets = new SecretValues()
    const value = 's3cr3t-w0rd-with-length'
    secrets.add(value)
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'binary-ascii' }), (before, after) => {
        const encoded = Buffer.from(before + value + after).toString('base64')
        const masked = maskText(`${before} ${value} ${after}\n${encoded}`, secrets)
        expect(masked).not.toContain(value)
        expect(Buffer.from(masked.split('\n').at(-1) ?? '', 'base64').toString()).not.toContain('w0rd')
      }),
    )
  })

  it('of several lines are masked line by line', () => {
    const secrets = new SecretValues()
    secrets.add('first line\nsecond line')
    expect(maskText('a second line b\nfirst line', secrets)).toBe('a «masked» b\n«masked»')
  })

  it('are masked however the bytes are cut, and characters are never split', () => {
    const secrets = new SecretValues()
    secrets.add('hunter2')
    const whole = Buffer.from(
      `한글 hunter2 🙂 ${Buffer.from('x-hunter2-y').toString('base64')} end\nabcdef.0123456789abcdef`,
    )
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 6 }), (cuts) => {
        const lines: string[] = []
        const output = new StepOutput(secrets, false, (line) => lines.push(line))
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
        for (const [at, end] of places.slice(1).entries()) output.feed('stdout', whole.subarray(places[at], end))
        output.end()
        expect(lines[0]).toMatch(/^한글 «masked» 🙂 \S*«masked»\S* end$/)
        expect(lines[1]).toBe('«masked»')
        expect(output.stdout()).toBe(whole.toString())
      }),
    )
  })
})

describe('output', () => {
  function linesOf(...chunks: string[]): { lines: string[]; output: StepOutput } {
    const lines: string[] = []
    const output = new StepOutput(none, false, (line) => lines.push(line))
    for (const chunk of chunks) output.feed('stdout', Buffer.from(chunk))
    output.end()
    return { lines, output }
  }

  it('shows the last state of a progress bar and no control sequences', () => {
    expect(linesOf('10%\r20%\r\u001B[1m100%\u001B[0m\r\nend').lines).toEqual(['100%', 'end'])
  })

  it('keeps head and tail for the evidence, and says so', () => {
    const { output } = linesOf(...Array.from({ length: 2000 }, (_, at) => `line ${at}\n`))
    const kept = output.kept()
    expect(kept.truncated).toBe(true)
    expect(Buffer.byteLength(kept.output)).toBeLessThan(8400)
    expect(kept.output).toMatch(/^line 0\n[^]*… \(\d+ characters\)[^]*line 1999\n$/)
  })

  it('is bounded for a line that never ends', () => {
    const { lines } = linesOf(...Array.from({ length: 100 }, () => 'x'.repeat(10_000)))
    expect(lines).toHaveLength(1)
    expect(lines[0]?.length).toBeLessThan(17_000)
  })
})
