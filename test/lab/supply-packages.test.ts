/** Debian packages and a signed repository made from a tiny program, read back by dpkg, gpgv and apt. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256File } from '../../src/lab/supply/archive-files.ts'
import { indexRepository } from '../../src/lab/supply/apt-repository.ts'
import { controlFile, writePackage, type PackageSpec } from '../../src/lab/supply/deb.ts'
import { crioPackage } from '../../src/lab/supply/crio-package.ts'
import { kubernetesPackages, packageVersion } from '../../src/lab/supply/kubernetes-packages.ts'
import { currentRelease } from '../../src/lab/supply/kubernetes-releases.ts'
import { writeLayer } from '../../src/lab/supply/oci-layer.ts'
import { poolName } from '../../src/lab/supply/private-apt.ts'
import { ensureSigningKey } from '../../src/lab/supply/signing-key.ts'
import { readVersions } from '../../src/lab/supply/versions.ts'

const execute = promisify(execFile)
const before = process.env['XDG_CACHE_HOME']
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'k8s101-deb-'))
  process.env['XDG_CACHE_HOME'] = folder
})

afterEach(async () => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME']
  else process.env['XDG_CACHE_HOME'] = before
  await rm(folder, { recursive: true, force: true })
})

async function tinySpec(): Promise<PackageSpec> {
  const program = join(folder, 'program')
  await writeFile(program, '#!/bin/sh\necho tiny\n')
  return {
    name: 'tiny',
    version: '1.0-1.1',
    section: 'admin',
    summary: 'A tiny program',
    depends: 'mount',
    files: { '/usr/bin/tiny': { mode: 0o755, copy: program }, '/etc/tiny': { mode: 0o600, text: 'x=1\n' } },
    conffiles: ['/etc/tiny'],
    scripts: { postinst: '#!/bin/sh\nset -e\n' },
  }
}

test('a package has upstream’s fields, files, modes and scripts, and the same bytes each time', async () => {
  const deb = await writePackage(await tinySpec(), join(folder, 'one'))
  expect(deb).toBe(join(folder, 'one/tiny_1.0-1.1_amd64.deb'))
  const fields = await execute('dpkg-deb', ['--field', deb, 'Package', 'Version', 'Architecture', 'Depends'])
  expect(fields.stdout).toBe('Package: tiny\nVersion: 1.0-1.1\nArchitecture: amd64\nDepends: mount\n')
  const { stdout } = await execute('dpkg-deb', ['--contents', deb])
  expect(stdout).toMatch(/-rwxr-xr-x root\/root +\d+ 1970-01-01 00:00 \.\/usr\/bin\/tiny/)
  expect(stdout).toMatch(/-rw------- root\/root +\d+ 1970-01-01 00:00 \.\/etc\/tiny/)
  await execute('dpkg-deb', ['--control', deb, join(folder, 'control')])
  expect(await readFile(join(folder, 'control/conffiles'), 'utf8')).toBe('/etc/tiny\n')
  expect((await stat(join(folder, 'control/postinst'))).mode & 0o777).toBe(0o755)
  const again = await writePackage(await tinySpec(), join(folder, 'two'))
  expect(await sha256File(again)).toBe(await sha256File(deb))
})

test('a flat repository is signed by the lab’s key and indexes its packages', async () => {
  const key = await ensureSigningKey()
  expect(await ensureSigningKey()).toEqual(key)
  expect((await stat(key.home)).mode & 0o077).toBe(0)
  const root = join(folder, 'repository')
  const deb = await writePackage(await tinySpec(), join(root, 'amd64'))
  await indexRepository({ root, pool: 'amd64', index: '.', release: '.', fields: { Origin: 'Test' } }, key)
  const packages = await readFile(join(root, 'Packages'), 'utf8')
  expect(packages).toContain('Filename: amd64/tiny_1.0-1.1_amd64.deb\n')
  expect(packages).toContain(`SHA256: ${await sha256File(deb)}\n`)
  expect(await readFile(join(root, 'Release'), 'utf8')).toContain(await sha256File(join(root, 'Packages.gz')))
  const keyring = join(folder, 'keyring.gpg')
  await execute('gpg', ['--homedir', key.home, '--batch', '--yes', '--dearmor', '--output', keyring, key.publicPath])
  await execute('gpgv', ['--keyring', keyring, join(root, 'InRelease')])
  await execute('gpgv', ['--keyring', keyring, join(root, 'Release.gpg'), join(root, 'Release')])
  await writeFile(join(root, 'Release'), 'forged\n')
  await expect(
    execute('gpgv', ['--keyring', keyring, join(root, 'Release.gpg'), join(root, 'Release')]),
  ).rejects.toThrow()
})

test('the packages of pkgs.k8s.io have upstream’s names, versions and dependencies', async () => {
  const bin = join(folder, 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'bridge'), '')
  const specs = await kubernetesPackages(currentRelease(readVersions()), readVersions(), () => folder)
  const versions = readVersions()
  expect(packageVersion('v1.36.3')).toBe('1.36.3-1.1')
  expect(specs.map(({ name }) => name)).toEqual(['kubelet', 'kubeadm', 'kubectl', 'cri-tools', 'kubernetes-cni'])
  const kubelet = specs.find(({ name }) => name === 'kubelet')
  if (kubelet === undefined) throw new Error('no kubelet')
  expect(controlFile(kubelet)).toContain(`Version: ${packageVersion(versions.kubernetes)}\n`)
  expect(controlFile(kubelet)).toContain('Depends: kubernetes-cni (>= 1.2.0), mount, util-linux\n')
  expect(Object.keys(kubelet.files)).toContain('/usr/lib/systemd/system/kubelet.service')
  expect(Object.keys(specs[1]?.files ?? {})).toContain('/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf')
  expect(Object.keys(specs[4]?.files ?? {})).toContain('/opt/cni/bin/bridge')
})

test('the package cri-o has upstream’s paths, its programs, and Debian’s conmon and crun behind links', async () => {
  const built = ['bin/crio', 'bin/pinns', 'bin/runc', 'share/completions/bash/crio', 'share/crio-umount.conf']
  const texts = ['share/LICENSE', 'share/crictl.yaml', 'share/contrib/cni/10-crio-bridge.conflist']
  for (const name of [...built, ...texts]) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), name)
  }
  const unit = '[Service]\nExecStart=/usr/local/bin/crio \\\n'
  const deb = await writePackage(
    crioPackage(readVersions(), () => folder, unit),
    join(folder, 'out'),
  )
  const { stdout } = await execute('dpkg-deb', ['--contents', deb])
  for (const path of ['/usr/bin/crio', '/usr/bin/pinns', '/usr/libexec/crio/runc', '/etc/crio/policy.json']) {
    expect(stdout).toMatch(new RegExp(` \\.${path}$`, 'm'))
  }
  expect(stdout).toContain('./usr/libexec/crio/conmon -> /usr/bin/conmon\n')
  expect(stdout).toContain('./usr/libexec/crio/crun -> /usr/bin/crun\n')
  const fields = await execute('dpkg-deb', ['--field', deb, 'Version', 'Depends'])
  expect(fields.stdout).toBe(`Version: ${packageVersion(readVersions().crio)}\nDepends: conmon, crun, iptables\n`)
  await execute('dpkg-deb', ['--raw-extract', deb, join(folder, 'raw')])
  const service = await readFile(join(folder, 'raw/usr/lib/systemd/system/crio.service'), 'utf8')
  expect(service).toContain('ExecStart=/usr/bin/crio ')
  const conffiles = await readFile(join(folder, 'raw/DEBIAN/conffiles'), 'utf8')
  expect(conffiles).toContain('/etc/crio/crio.conf.d/10-crio.conf\n')
})

async function layerOf(name: string, date: Date): Promise<{ digest: string; diffId: string }> {
  const root = join(folder, name)
  await mkdir(join(root, 'etc'), { recursive: true })
  await writeFile(join(root, 'etc/a'), 'a')
  await execute('touch', ['-d', date.toISOString(), join(root, 'etc/a')])
  const { digest, diffId } = await writeLayer(root, await mkdtemp(join(folder, 'out-')))
  return { digest, diffId }
}

test('a layer is the same bytes for the same contents, whatever their dates', async () => {
  expect(await layerOf('one', new Date(0))).toEqual(await layerOf('two', new Date(1_000_000_000)))
})

test.each([
  ['iptables_1.8.11-2_amd64.deb', 'iptables_1.8.11-2_amd64.deb'],
  ['cron_3%3a3.0_amd64.deb', 'cron_3.0_amd64.deb'],
  ['g++_4%3a14_amd64.deb', 'g++_14_amd64.deb'],
])('the pool calls %s %s', (apt, pool) => {
  expect(poolName(apt)).toBe(pool)
})
