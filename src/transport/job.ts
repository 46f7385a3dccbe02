/** Text of the jobs that the spawner on the host evaluates: a step's script here, a file to write in file-job.ts. */
import { UserError } from '../errors/index.ts'

/** One word for bash, whatever is in it. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}

export interface ScriptJob {
  readonly script: string
  /** Working directory below the login user's home; made when missing. */
  readonly directory: string
  readonly variables: Readonly<Record<string, string>>
  /** Shell text; when it succeeds there is nothing to do. */
  readonly unless?: string
  /** Variables whose values are wanted when the script has ended well. */
  readonly captures: readonly string[]
}

/**
 * The step's shell waits for this on its stdin (agent/spawner.sh), so the script stands neither in arguments, seen by
 * everybody, nor in a file, nor on the stdin that the script itself sees.
 */
export function scriptJob(job: ScriptJob): string {
  const prelude = [
    ...common(job.directory, job.variables),
    ...(job.unless === undefined ? [] : [unlessLine(job.unless)]),
    `exec 7>&-${job.captures.length === 0 ? ' 8>&-' : ''}`,
  ]
  const script = job.script + job.captures.map((name) => `\nprintf '%s\\0' "$${name}" >&8`).join('')
  return framed(prelude.join('\n'), script)
}

/**
 * Sizes in bytes, then both texts: what the waiting shell reads.
 * @throws UserError for a NUL, which bash does not count: it would read as much of what comes after the job.
 */
export function framed(prelude: string, script: string): string {
  if (prelude.includes('\0') || script.includes('\0'))
    throw new UserError('a step or a variable holds a NUL character', 'Take it out: no shell can hold one.')
  return `${Buffer.byteLength(prelude)} ${Buffer.byteLength(script)}\n${prelude}${script}`
}

/** k8s101_job is what the agent calls this job; what the step starts does not see it. */
export function common(directory: string, variables: Readonly<Record<string, string>>): string[] {
  const path = `"$HOME"/${quote(directory)}`
  return [
    `cd ${path} 2>/dev/null || { mkdir -p ${path} && cd ${path}; } || exit 1; unset OLDPWD`,
    'export -n k8s101_job',
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${quote(value)}`),
  ]
}

function unlessLine(command: string): string {
  const check = `LC_ALL=C.UTF-8 bash -euo pipefail -c ${quote(command)} </dev/null >/dev/null 2>&1 7>&- 8>&-`
  return `if ${check}; then printf 'already %s\\n' "$k8s101_job" >&7; exit 0; fi`
}
