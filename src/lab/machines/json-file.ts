/** Reads a JSON file that this code wrote. */
import { readFile } from 'node:fs/promises'

/** The value, or undefined when the file is not there or is no JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
