# Runs as the login user for the whole session: each job is a forked shell of its own process group, which becomes the step.
# Its own stderr is nowhere (job control talks); the step's is descriptor 6.
set -m
while IFS=' ' read -r seq size; do
  IFS= read -r -N "$size" job || exit
  (
    exec </dev/null 2>&6 6>&-
    eval "$job"
  ) &
  wait "$!"
  printf 'done %s %s %s\n' "$seq" "$?" "$!" >&7
done
