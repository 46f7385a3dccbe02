# Runs as the login user for the whole session. For each number it gets it starts a new shell in a process group of its own,
# which waits for one job (sizes, then prelude and script: src/transport/job.ts) and becomes the step.
# Its own stderr is nowhere (job control talks); the step's is descriptor 6. LC_ALL is C here: read counts bytes. The shell
# loads the locale before it waits. One line, so that bash counts the script's lines from 1.
# shellcheck disable=SC2016,SC2154
set -m
shell='LC_ALL=C.UTF-8; LC_ALL=C; IFS=" " read -r k8s101_p k8s101_s || exit; IFS= read -r -N "$k8s101_p" k8s101_p; IFS= read -r -N "$k8s101_s" k8s101_s; exec </dev/null 2>&6 6>&-; LC_ALL=C.UTF-8; eval "$k8s101_p"; eval "$k8s101_s"'
while read -r session number; do
  # Only what the agent says to it: a job whose shell was killed while it waited must not be taken for numbers.
  [[ $session == "$k8s101_session" ]] || continue
  k8s101_job=$number bash -euo pipefail -c "$shell" bash &
  wait "$!"
  printf 'done %s %s %s\n' "$number" "$?" "$!" >&7
done
