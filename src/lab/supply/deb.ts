/** Writes one Debian package from files that are already built. */
import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../build-command.ts'

/** A file of a package: copied, written from text, or a symbolic link. */
export type PackageFile =
  | { readonly mode: number; readonly copy: string }
  | { readonly mode: number; readonly text: string }
  | { readonly link: string }

export interface PackageSpec {
  readonly name: string
  readonly version: string
  readonly section: string
  readonly summary: string
  readonly depends?: string
  readonly recommends?: string
  /** Absolute path in the system to the file. */
  readonly files: Readonly<Record<string, PackageFile>>
  /** Paths that dpkg keeps when the administrator changed them. */
  readonly conffiles?: readonly string[]
  readonly scripts?: Readonly<Partial<Record<'postinst' | 'prerm' | 'postrm', string>>>
}

/** Writes `<folder>/<name>_<version>_amd64.deb`. */
export async function writePackage(spec: PackageSpec, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const root = await mkdtemp(join(folder, '.package-'))
  await chmod(root, 0o755)
  try {
    for (const [path, file] of Object.entries(spec.files)) await writePackageFile(join(root, path), file)
    await writePackageFile(join(root, 'DEBIAN/control'), { mode: 0o644, text: controlFile(spec) })
    if (spec.conffiles !== undefined) {
      await writePackageFile(join(root, 'DEBIAN/conffiles'), { mode: 0o644, text: `${spec.conffiles.join('\n')}\n` })
    }
    for (const [name, text] of Object.entries(spec.scripts ?? {})) {
      await writePackageFile(join(root, 'DEBIAN', name), { mode: 0o755, text })
    }
    const deb = join(folder, `${spec.name}_${spec.version}_amd64.deb`)
    await run('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z3', '--build', root, deb], {
      env: { SOURCE_DATE_EPOCH: '1' },
    })
    return deb
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

export function controlFile(spec: PackageSpec): string {
  const fields = {
    Package: spec.name,
    Version: spec.version,
    Architecture: 'amd64',
    Maintainer: 'Kubernetes 101 lab <lab@debian.lab.test>',
    Depends: spec.depends,
    Recommends: spec.recommends,
    Section: spec.section,
    Priority: 'optional',
    Homepage: 'https://kubernetes.io',
    Description: spec.summary,
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return `${lines.join('\n')}\n`
}

async function writePackageFile(path: string, file: PackageFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  if ('link' in file) return symlink(file.link, path)
  if ('copy' in file) await copyFile(file.copy, path)
  else await writeFile(path, file.text)
  await chmod(path, file.mode)
}
