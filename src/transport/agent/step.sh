# Agent, part 4 of 5: one step from its request to its trailer.
# shellcheck disable=SC2034,SC2154

# Waits for the spawner's word on step $1, at most $2 seconds; sets status and how.
await_step() {
  local left line partial='' word number value deadline=$((SECONDS + $2))
  while :; do
    left=$((deadline - SECONDS))
    if ((left <= 0)); then how=timeout status=124; stop_step; return; fi
    ((left <= 5)) || left=5
    # A timeout in the middle of a line leaves its first half in the variable; without it the word would be lost.
    if IFS= read -r -t "$left" -u 3 line; then
      line=$partial$line partial=
      word=${line%% *} value=${line#"$word"}
      value=${value# } number=${value%% *}
      value=${value#"$number"} value=${value# }
      case $word in
        already) [[ $number != "$1" ]] || how=already ;;
        done)
          [[ $number == "$1" ]] || continue
          status=${value% *} leader=${value#* }
          [[ $how == already ]] || how=exited
          return
          ;;
        kill) how=killed status=130; stop_step; return ;;
        gone)
          linked=0
          # A look's job is of use only as long as somebody watches it.
          if [[ $MODE == look ]]; then how=killed status=130; stop_step; return; fi
          ;;
      esac
    else
      partial+=$line
      kill -0 "$spawner" 2>/dev/null && continue
      how=lost status=137
      stop_step
      return
    fi
  done
}

say_state() { printf '%s %s %s %s %s %s %s\n' "$seq" "$nonce" "$1" "$status" "$how" "$started" "$ended" >"$run/state"; }

# The trailer goes through the same pipes as the output, so that it cannot overtake it. $1 is its word; captured values, in
# $2, follow on stdout.
trailer() {
  local values=()
  [[ ! -s $2 ]] || mapfile -d '' -t values <"$2"
  printf '\036%s %s %s %s %s %s %s\n' "$nonce" "$1" "$status" "$how" "$started" "$ended" "${#values[@]}" >&5
  ((${#values[@]} == 0)) || printf '%s\0' "${values[@]}" >&5
  printf '\036%s %s\n' "$nonce" "$1" >&6
}

# run SEQ NONCE TIMEOUT SIZE RENEW CREATES: the job, SIZE bytes, follows the line.
run_step() {
  local timeout=$3 size=$4 renew=$5 creates=$6 text
  seq=$1 nonce=$2 status=0 how=running started=0 ended=0
  IFS= read -r -t 60 -u 3 -N "$size" text || exit 1
  if [[ $renew != 1 && $dirty != 1 && -n $spawner ]] || renew; then dirty=0; else dirty=1; fi
  : >"$run/out"
  : >"$run/err"
  : >"$run/captures"
  printf -v started '%(%s)T' -1
  if [[ -n $creates && -e $creates ]]; then
    how=already
  elif ((dirty)) || ! say_state running 2>/dev/null; then
    # What is not written down could not be found again: it does not begin.
    how=full status=1
  else
    busy=1
    printf %s "$text" >&4
    await_step "$job_number" "$timeout"
  fi
  printf -v ended '%(%s)T' -1
  say_state ended
  trailer end "$run/captures"
  if ((! linked)); then
    [[ $MODE != look ]] || rm -rf "$run"
    exit 0
  fi
  # The pipes are renewed before the next step, not now: what the link has not taken yet would be lost.
  if leftovers; then dirty=1; else next_shell; fi
}

# Whether the ended step left processes behind that still hold its output pipes.
leftovers() {
  [[ -n $spawner ]] || return
  if [[ -z $step_cgroup ]]; then
    [[ $leader != 0 ]] && kill -0 -- "-$leader" 2>/dev/null
    return
  fi
  members
  ((${#pids[@]} > 0))
}

# What an earlier agent of this run knew last goes to a place of its own, where no later step can overwrite it. Fails when
# that cannot be read: then nothing can be said about any step.
keep_last() {
  local last=
  [[ -e $run/state ]] || return 0
  read -r _ last _ <"$run/state"
  [[ $last =~ ^[0-9a-f]{32}$ ]] && mkdir -p "$run/kept/$last" &&
    mv -f -- "$run/out" "$run/err" "$run/captures" "$run/state" "$run/kept/$last/"
}

# collect NONCE: sends again what is kept of a step: the output that was logged, then a trailer. The log may hold a trailer
# of its own, whole or not, with captured values; this one has another word.
collect() {
  local from=$run/kept/$1
  nonce=$1 how=lost status=137 started=0 ended=0
  [[ ! -r $from/state ]] || read -r _ _ _ status how started ended <"$from/state"
  [[ $how != running ]] || how=lost
  [[ ! -r $from/out ]] || cat "$from/out"
  [[ ! -r $from/err ]] || cat "$from/err" >&2
  trailer collected "$from/captures"
}
