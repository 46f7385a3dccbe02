# Agent, part 3 of 5: the pipes of a step's output, their pumps, and the spawner.
# shellcheck disable=SC2034,SC2154,SC2153

# Fresh pipes and a fresh spawner: at the start, and after a step that left processes behind or filled the log. Fails, and
# leaves all as it was, where there is no room for them.
renew() {
  local old_o=$o old_e=$e tees=("${tee_o:-}" "${tee_e:-}") next=$((generation + 1))
  mkfifo "$run/o$next" "$run/e$next" "$run/job$next" 2>/dev/null || return
  generation=$next o=$run/o$next e=$run/e$next job=$run/job$next
  if [[ -n $old_o ]]; then
    # What an old step left running may go on writing: into nothing, instead of into the next step's output.
    exec 10<"$old_o" 11<"$old_e"
    cat <&10 >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 9>&- 10<&- 11<&- &
    cat <&11 >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 9>&- 10<&- 11<&- &
    exec 4>&- 5>&- 6>&- 10<&- 11<&-
    kill "${tees[@]}" 2>/dev/null
    rm -f "$run"/[oe]"$((generation - 1))" "$run/job$((generation - 1))"
  fi
  exec 4<>"$job" 5<>"$o" 6<>"$e"
  pump "$o" "$run/out" 1 & tee_o=$!
  pump "$e" "$run/err" 2 & tee_e=$!
  start_spawner
}

# Copies a pipe to the link and to a log of at most 1 MiB. A dead link or a full log must not end it: it would kill the step.
pump() {
  # Opened before the agent's own ends are closed here, or it could wait for ever for a writer.
  exec 0<"$1"
  exec 3>&- 4>&- 5>&- 6>&- 9>&-
  trap '' XFSZ PIPE HUP TERM INT
  ulimit -f 1024
  trap - TERM
  if [[ $3 == 1 ]]; then exec tee -p -a "$2" /dev/null 2>/dev/null; fi
  exec tee -p -a "$2" /dev/null >&2 2>/dev/null
}

start_spawner() {
  step_cgroup=
  if [[ -n $cgroup ]]; then
    step_cgroup=$cgroup/$SESSION.$generation
    mkdir -p "$step_cgroup" || step_cgroup=
  fi
  (
    [[ -z $step_cgroup ]] || echo "$BASHPID" >"$step_cgroup/cgroup.procs"
    # Opened while this shell still has the agent's own ends (3 to 6): a FIFO without a partner would block for ever.
    exec 0<"$job" 1>"$o" 2>/dev/null 6>"$e" 7>"$run/ctl" 8>>"$run/captures"
    exec 3>&- 4>&- 5>&- 9>&-
    trap - TERM HUP INT PIPE
    umask 022
    cd / || exit
    eval "$settings"
    export HOME=$home USER=$user LOGNAME=$user SHELL=/bin/bash LC_ALL=C LANG=C.UTF-8
    unset -v OLDPWD SUDO_COMMAND SUDO_USER SUDO_UID SUDO_GID MAIL
    SPAWN="k8s101_session=$SESSION; $SPAWN"
    if [[ $uid == "$EUID" ]]; then exec bash -c "$SPAWN"; fi
    exec setpriv --reuid="$uid" --regid="$gid" --init-groups bash -c "$SPAWN"
  ) &
  spawner=$!
  born_at "$spawner"
  printf '%s %s %s\n' "$spawner" "$born" "$step_cgroup" >"$run/spawner"
  busy=1
  next_shell
}

# Has the spawner start the shell of the next step, which then waits for its job: a step costs no start of a shell.
next_shell() {
  [[ $busy == 1 && -n $spawner ]] || return 0
  busy=0
  job_number=$((job_number + 1))
  printf '%s %s\n' "$SESSION" "$job_number" >&4
}

