# Agent, part 2 of 5: which processes a step has, and how they end.
# shellcheck disable=SC2034,SC2154

# Processes of the step: members of its cgroup, or else the spawner's descendants and all in their process groups. One that
# has ended and waits for its parent is none.
members() {
  local pid stat fields changed=1
  pids=()
  if [[ -n $step_cgroup && -e $step_cgroup/cgroup.procs ]]; then
    while read -r pid; do [[ $pid == "$spawner" ]] || pids+=("$pid"); done <"$step_cgroup/cgroup.procs"
    return
  fi
  local -A parent=() group=()
  for stat in /proc/[0-9]*/stat; do
    { IFS= read -r fields <"$stat"; } 2>/dev/null || continue
    pid=${fields%% *}
    [[ ${fields##*) } != Z* ]] || continue
    read -r _ "parent[$pid]" "group[$pid]" _ <<<"${fields##*) }"
  done
  while ((changed)); do
    changed=0
    for pid in "${!parent[@]}"; do
      [[ -z ${seen[$pid]-} && $pid != "$spawner" && $pid != "$$" ]] || continue
      if [[ ${parent[$pid]} == "$spawner" || -n ${seen[${parent[$pid]}]-} || -n ${groups[${group[$pid]}]-} ]]; then
        seen[$pid]=1 changed=1
        [[ ${group[$pid]} == "${group[$$]}" || ${group[$pid]} == "${group[$spawner]-}" ]] || groups[${group[$pid]}]=1
      fi
    done
  done
  for pid in "${!seen[@]}"; do [[ -z ${parent[$pid]-} ]] || pids+=("$pid"); done
}

# Sets born to when a process started, in clock ticks: with its number it names one process only.
born_at() {
  local fields
  born=
  { IFS= read -r fields </proc/"$1"/stat; } 2>/dev/null || return
  read -r _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ born _ <<<"${fields##*) }"
}

# An agent that was killed left its step without a watcher and without a limit. It ends now, before anything is said of it.
end_orphan() {
  local was phase
  [[ -r $run/spawner && -r $run/state ]] || return 0
  read -r _ _ phase _ <"$run/state"
  [[ $phase == running ]] || return 0
  read -r spawner was step_cgroup <"$run/spawner"
  rm -f "$run/ctl"
  mkfifo "$run/ctl"
  exec 3<>"$run/ctl"
  born_at "${spawner:-0}"
  if [[ -n $born && $born == "$was" ]]; then stop_step; fi
  spawner='' step_cgroup=''
}

# Waits, at most $1 tenths of a second, until nothing of the step is left.
await_end() {
  local word number line tries
  for ((tries = 0; tries < $1; tries++)); do
    members
    ((${#pids[@]} > 0)) || return
    if IFS= read -r -t 0.1 -u 3 line; then
      read -r word number _ <<<"$line"
      [[ $word != gone ]] || linked=0
    fi
  done
}

# Ends everything the step started: SIGTERM, two seconds, then a kill that nothing escapes. It is over a moment after it was
# sent; what waits for a disk or a lost server cannot end, and is not waited for longer than five seconds.
stop_step() {
  local -A seen=() groups=()
  members
  ((${#pids[@]} == 0)) || kill -TERM "${pids[@]}" 2>/dev/null
  await_end 20
  if [[ -n $step_cgroup ]] && echo 1 2>/dev/null >"$step_cgroup/cgroup.kill"; then
    wait "$spawner" 2>/dev/null
  else
    members
    ((${#pids[@]} == 0)) || kill -KILL "${pids[@]}" 2>/dev/null
    kill -KILL "$spawner" 2>/dev/null
    wait "$spawner" 2>/dev/null
  fi
  await_end 50
  spawner=
}
