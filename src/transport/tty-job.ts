/** The script that runs another script on a terminal of its own (script(1)) and types into it. */
import { quote } from './job.ts'

/** `until`: wait for this text in the output. `send`: bytes to type. */
export type TtyInput = { readonly until: string } | { readonly send: string }

/** Longest wait for one text. */
const WAIT_SECONDS = 30

/**
 * What the terminal's shell does first. The script comes by the environment, so that it stands in no argument, and is gone
 * from there before it runs. A terminal of fixed size prints the same everywhere.
 */
const INSIDE =
  'stty rows 24 cols 80; k8s101_s=$K8S101_TTY; unset K8S101_TTY; export TERM=xterm LC_ALL=C.UTF-8; set -euo pipefail; eval "$k8s101_s"'

/**
 * `seen` is what was printed and not yet waited for. Under LC_ALL=C a read never waits for the rest of a character. One
 * look takes what comes within a tenth of a second.
 */
const DRIVER = `set +e +u
type -P script >/dev/null || { echo "there is no script(1) here: install bsdutils (Debian) or util-linux (RHEL)" >&2; exit 127; }
coproc K8S101_PTY { exec script -qefc "$k8s101_inside" /dev/null 2>&1; }
k8s101_pid=$K8S101_PTY_PID
exec {k8s101_in}<&"\${K8S101_PTY[0]}" {k8s101_out}>&"\${K8S101_PTY[1]}"
unset K8S101_TTY
trap '' PIPE
LC_ALL=C
seen=
k8s101_look() {
  local chunk= status
  IFS= read -r -d '' -t 0.1 -N 4096 -u "$k8s101_in" chunk
  status=$?
  printf %s "$chunk"
  seen+=$chunk
  ((\${#seen} < 65536)) || seen=\${seen: -32768}
  ((status == 0 || status > 128))
}
k8s101_end() {
  wait "$k8s101_pid"
  local status=$?
  exit "$((status == 0 ? \${1:-0} : status))"
}
u() {
  local deadline=$((SECONDS + k8s101_wait))
  while [[ $seen != *"$1"* ]]; do
    if ! k8s101_look && [[ $seen != *"$1"* ]]; then
      printf 'it ended before it showed %s\\n' "$1" >&2
      k8s101_end 1
    fi
    if ((SECONDS >= deadline)) && [[ $seen != *"$1"* ]]; then
      printf 'it did not show %s within %s s\\n' "$1" "$k8s101_wait" >&2
      kill "$k8s101_pid"
      exit 124
    fi
  done
  seen=\${seen#*"$1"}
}
s() {
  printf %s "$1" >&"$k8s101_out" 2>/dev/null
  k8s101_look
}`

/** A script for scriptJob. It ends with the status of the one on the terminal, or with 124 where a text did not come. */
export function ttyScript(script: string, input: readonly TtyInput[], waitSeconds = WAIT_SECONDS): string {
  return [
    `k8s101_inside=${quote(INSIDE)}`,
    `k8s101_wait=${waitSeconds}`,
    `export K8S101_TTY=${quote(script)}`,
    DRIVER,
    ...input.map((one) => ('until' in one ? `u ${quote(one.until)}` : `s ${quote(one.send)}`)),
    'while k8s101_look; do :; done',
    'k8s101_end',
  ].join('\n')
}
