/** An apt of its own: Debian's archive in one folder, without touching (or asking) what this machine has installed. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../build-command.ts'
import { debianArchive } from './apt-sources.ts'
import { DEBIAN_SUITE } from './debian-packages.ts'

export interface PrivateApt {
  /** Downloads packages and all that they depend on into a folder; names as Debian's pool has them. */
  downloadClosure(names: readonly string[]): Promise<string[]>
  /** Downloads just these. */
  download(names: readonly string[]): Promise<string[]>
}

/** Sets up `folder` and fetches the package lists of the suite. */
export async function openPrivateApt(folder: string, suite = DEBIAN_SUITE): Promise<PrivateApt> {
  const archives = join(folder, 'cache/archives')
  for (const path of [join(folder, 'state/lists/partial'), join(archives, 'partial')]) {
    await mkdir(path, { recursive: true })
  }
  const { uri, keyring } = await debianArchive()
  await writeFile(join(folder, 'sources.list'), `deb [signed-by=${keyring}] ${uri} ${suite} main\n`)
  await writeFile(join(folder, 'status'), '')
  const options = aptSettings(folder).flatMap((setting) => ['-o', setting])
  const apt = (args: readonly string[], cwd = folder): Promise<string> =>
    run('apt-get', [...options, '-q', ...args], { cwd })
  await apt(['update'])
  return {
    downloadClosure: async (names) => {
      await apt(['install', '--download-only', '--yes', '--no-install-recommends', ...names])
      return listDebs(archives)
    },
    download: async (names) => {
      const where = join(folder, 'download')
      await mkdir(where, { recursive: true })
      await apt(['download', ...names], where)
      return listDebs(where)
    },
  }
}

async function listDebs(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.deb')).map((name) => join(folder, name))
}

/** Everything but the machine's way to the network (/etc/apt/apt.conf*), which stays in force. */
function aptSettings(folder: string): string[] {
  return [
    `Dir::State=${folder}/state`,
    `Dir::State::status=${folder}/status`,
    `Dir::Cache=${folder}/cache`,
    `Dir::Etc::SourceList=${folder}/sources.list`,
    'Dir::Etc::SourceParts=/dev/null',
    'Dir::Etc::Preferences=/dev/null',
    'Dir::Etc::PreferencesParts=/dev/null',
    'APT::Architecture=amd64',
    'APT::Architectures=amd64',
    'APT::Sandbox::User=root',
    'APT::Get::AllowUnauthenticated=false',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    'Acquire::GzipIndexes=false',
    'Debug::NoLocking=true',
  ]
}

/** apt writes an epoch into the file's name (`1%3a2.0`); the pool's names have none, and no `%` that URLs would quote. */
export function poolName(file: string): string {
  return file.replace(/_\d+%3a/i, '_')
}
