/** Indexes folders of Debian packages with apt-ftparchive and signs the result. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../build-command.ts'
import { writePackage, type PackageSpec } from './deb.ts'
import { signRelease, type SigningKey } from './signing-key.ts'

export interface RepositorySpec {
  /** Where the addresses of the repository begin. */
  readonly root: string
  /** Folder with the packages, relative to `root`. */
  readonly pool: string
  /** Folder of `Packages`, relative to `root`: `.` in a flat repository. */
  readonly index: string
  /** Folder of `Release`, relative to `root`. */
  readonly release: string
  /** Fields of the Release file, e.g. Origin, Suite, Components. */
  readonly fields: Readonly<Record<string, string>>
}

/** Writes Packages (plain and gzip), Release, InRelease and Release.gpg. The folders must exist. */
export async function indexRepository(spec: RepositorySpec, key: SigningKey): Promise<void> {
  const packages = await run('apt-ftparchive', ['packages', spec.pool], { cwd: spec.root })
  const index = join(spec.root, spec.index, 'Packages')
  await writeFile(index, packages)
  await run('gzip', ['-n', '-9', '--keep', '--force', index])
  const settings = Object.entries(spec.fields).flatMap(([name, value]) => [
    '-o',
    `APT::FTPArchive::Release::${name}=${value}`,
  ])
  const folder = join(spec.root, spec.release)
  const release = await run('apt-ftparchive', [...settings, 'release', '.'], { cwd: folder })
  await writeFile(join(folder, 'Release'), release)
  await signRelease(key, folder)
}

/** A flat repository of packages made here, as the openSUSE Build Service lays one out, with its `Release.key`. */
export async function writeFlatRepository(
  root: string,
  packages: readonly PackageSpec[],
  fields: Readonly<Record<string, string>>,
  key: SigningKey,
): Promise<void> {
  await mkdir(root, { recursive: true })
  for (const spec of packages) await writePackage(spec, join(root, 'amd64'))
  const architectures = { Architectures: 'amd64' }
  await indexRepository({ root, pool: 'amd64', index: '.', release: '.', fields: { ...fields, ...architectures } }, key)
  await copyFile(key.publicPath, join(root, 'Release.key'))
}
