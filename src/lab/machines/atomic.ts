/** Writes a file so that a reader sees the old text or the new, never half of one. */
import { rename, writeFile } from 'node:fs/promises'

/** `mode` is the file's permission bits; only the owner may read it unless said otherwise. */
export async function writeAtomically(path: string, text: string, mode = 0o600): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, text, { mode })
  await rename(temporary, path)
}
