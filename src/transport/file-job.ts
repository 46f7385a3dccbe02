/** Text of the jobs that write a file, or a marked block of one, and that read one. Same place as a step's, same rights. */
import { common, framed, quote } from './job.ts'

export interface FileJob {
  /** Absolute: written as root where the host has `become`; else below the working directory. */
  readonly path: string
  readonly text: string
  readonly mode?: string
  readonly directory: string
  readonly asRoot: boolean
  /** What to do with other content that is there: replace it, keep a copy and replace it, or refuse. */
  readonly foreign: 'replace' | 'backup' | 'refuse'
  /** Only what stands between these two lines is written; the rest of the file has other owners. */
  readonly marks?: { readonly begin: string; readonly end: string }
  /** sha256 of the content (of the block's) that this runner wrote last, which is therefore not foreign. */
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

/**
 * Replaces what stands between the two marks, or puts block and marks at the end. Prints one word, as for a whole file;
 * `damaged` (status 3) where the marks are not there exactly once, in order.
 */
const WRITE_BLOCK = `path=$1 begin=$2 end=$3 known=$4 foreign=$5 word=written
folder=$(dirname -- "$path")
mkdir -p -- "$folder"
[[ ! -L $path ]] || path=$(readlink -f -- "$path")
block=$(cat; echo .)
block=\${block%.}
new=$(mktemp -- "$(dirname -- "$path")/.k8s101.XXXXXXXX")
trap 'rm -f -- "$new"' EXIT
sum() { sha256sum | cut -d " " -f 1; }
lines() { grep -nxF -- "$1" "$path" | cut -d : -f 1 || true; }
put() { printf '%s\\n%s%s\\n' "$begin" "$block" "$end"; }
if [[ -e $path ]]; then
  from=$(lines "$begin") to=$(lines "$end")
  if [[ -z $from$to ]]; then
    { cat -- "$path"; [[ -z $(tail -c 1 -- "$path") ]] || echo; put; } >"$new"
  elif [[ $from =~ ^[0-9]+$ && $to =~ ^[0-9]+$ && $from -lt $to ]]; then
    old=$(head -n "$((to - 1))" -- "$path" | tail -n "+$((from + 1))"; echo .)
    old=\${old%.}
    [[ $old != "$block" ]] || { echo unchanged; exit 0; }
    word=replaced
    if [[ $(printf %s "$old" | sum) != "$known" ]]; then
      [[ $foreign != refuse ]] || { echo foreign; exit 3; }
      if [[ $foreign == backup ]]; then
        copy=$path.k8s101-$(date +%Y%m%d%H%M%S)
        cp -p -- "$path" "$copy"
        word="backup $copy"
      fi
    fi
    { head -n "$((from - 1))" -- "$path"; put; tail -n "+$((to + 1))" -- "$path"; } >"$new"
  else
    echo damaged
    exit 3
  fi
  chown --reference="$path" -- "$new"
  chmod --reference="$path" -- "$new"
else
  put >"$new"
  chmod 0644 -- "$new"
fi
mv -f -- "$new" "$path"
echo "$word"`

/** Writes a file beside the old one and renames it, only when it differs; owner and mode are kept or given. */
export function fileJob(job: FileJob): string {
  const { path, marks, known = '', mode = '', foreign, text } = job
  if (marks !== undefined) return onFile(job, WRITE_BLOCK, [path, marks.begin, marks.end, known, foreign], text)
  return onFile(job, WRITE_FILE, [path, mode, known, foreign], text)
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
