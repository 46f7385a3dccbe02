/** Text of the jobs that the spawner on the host evaluates: a step's script, or one file to write. */

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

/** Sizes in bytes, then both texts: what the waiting shell reads. */
function framed(prelude: string, script: string): string {
  return `${Buffer.byteLength(prelude)} ${Buffer.byteLength(script)}\n${prelude}${script}`
}

/** k8s101_job is what the agent calls this job; what the step starts does not see it. */
function common(directory: string, variables: Readonly<Record<string, string>>): string[] {
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

export interface FileJob {
  /** Absolute: written as root where the host has `become`; else below the working directory. */
  readonly path: string
  readonly text: string
  readonly mode?: string
  readonly directory: string
  readonly asRoot: boolean
  /** What to do with other content that is there: replace it, keep a copy and replace it, or refuse. */
  readonly foreign: 'replace' | 'backup' | 'refuse'
  /** sha256 of the content that this runner wrote last, which is therefore not foreign. */
  readonly known?: string
}

/** Prints one word: `unchanged`, `written`, `replaced`, `foreign` (status 3, nothing written), `backup PATH`. */
const WRITE_FILE = `path=$1 mode=$2 known=$3 foreign=$4 word=written
folder=$(dirname -- "$path")
mkdir -p -- "$folder"
[[ ! -L $path ]] || path=$(readlink -f -- "$path")
new=$(mktemp -- "$(dirname -- "$path")/.k8s101.XXXXXXXX")
trap 'rm -f -- "$new"' EXIT
cat >"$new"
sum() { sha256sum <"$1" | cut -d " " -f 1; }
if [[ -e $path ]]; then
  old=$(sum "$path")
  if [[ $old == "$(sum "$new")" ]] && { [[ -z $mode ]] || [[ $(stat -c %a -- "$path") == "$(printf %o "0$mode")" ]]; }; then
    echo unchanged
    exit 0
  fi
  word=replaced
  if [[ $old != "$(sum "$new")" && $old != "$known" ]]; then
    [[ $foreign != refuse ]] || { echo foreign; exit 3; }
    if [[ $foreign == backup ]]; then
      copy=$path.k8s101-$(date +%Y%m%d%H%M%S)
      cp -p -- "$path" "$copy"
      word="backup $copy"
    fi
  fi
  chown --reference="$path" -- "$new"
  chmod --reference="$path" -- "$new"
else
  chmod 0644 -- "$new"
fi
[[ -z $mode ]] || chmod -- "$mode" "$new"
mv -f -- "$new" "$path"
echo "$word"`

/** Writes a file beside the old one and renames it, only when it differs; owner and mode are kept or given. */
export function fileJob(job: FileJob): string {
  return onFile(job, WRITE_FILE, [job.path, job.mode ?? '', job.known ?? '', job.foreign], job.text)
}

/** Prints the file's present content; status 4 when there is none. */
export function readFileJob(job: Pick<FileJob, 'path' | 'directory' | 'asRoot'>): string {
  return onFile(job, '[[ -e $1 ]] || exit 4\ncat -- "$1"', [job.path], '')
}

function onFile(job: Pick<FileJob, 'directory' | 'asRoot'>, script: string, args: string[], input: string): string {
  const words = [
    ...(job.asRoot ? ['sudo', '-n', '--'] : []),
    'bash',
    '-euo',
    'pipefail',
    '-c',
    script,
    'k8s101',
    ...args,
  ]
  // A here-string ends in a newline: a fence's text without its last newline becomes a text file.
  const command = `exec ${words.map(quote).join(' ')} <<<${quote(input)}`
  return framed([...common(job.directory, {}), 'exec 7>&- 8>&-'].join('\n'), command)
}
