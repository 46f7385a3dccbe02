# Agent, part 5 of 5: takes requests on stdin, one step at a time, and outlives the link until that step has ended.
# shellcheck disable=SC2034,SC2154,SC2153

facts
choose_directory
run=$root/run generation=0 linked=1 o='' e='' spawner='' seq=0 nonce=- status=0 how=none started=0 ended=0
dirty=0 leader=0 busy=1 job_number=0
if [[ $MODE == status ]]; then
  exec 9>>"$root/lock"
  if flock -n 9; then fact "free"; else fact "held $(<"$root/holder")"; fi
  [[ ! -r $run/state ]] || fact "state $(<"$run/state")"
  fact "ready"
  exit 0
fi
if [[ $MODE == look ]]; then run=$root/look-$SESSION; else take_lock; fi
find_cgroup
# Groups that an earlier run could not remove because something of it still lived.
[[ -z $cgroup || $MODE == look ]] || rmdir "$cgroup"/*.* 2>/dev/null
[[ $MODE == look ]] || end_orphan
known=0
if [[ $MODE == resume && -r $root/holder && -d $run ]]; then
  IFS= read -r holder <"$root/holder"
  if [[ $holder == "$RUN "* ]] && keep_last; then known=1; fi
fi
((known)) || rm -rf "$run"
mkdir -p "$run"
rm -f "$run/ctl" "$run"/o[0-9]* "$run"/e[0-9]* "$run"/job[0-9]*
[[ $MODE == look ]] || printf '%s %s %s\n' "$RUN" "$RUNBOOK" "$WHO" >"$root/holder"
: >>"$run/captures"
mkfifo "$run/ctl"
exec 3<>"$run/ctl"
{ cat; printf 'gone\n'; } <&0 >"$run/ctl" 2>/dev/null 3>&- 9>&- &
renew
fact "cgroup ${cgroup:-none}"
if ((known)); then
  fact "kept"
  for line in "$run"/kept/*/state; do [[ ! -r $line ]] || fact "kept $(<"$line")"; done
fi
fact "ready"
exec </dev/null
while IFS=' ' read -r -u 3 word a b c d r rest; do
  case $word in
    run) run_step "$a" "$b" "$c" "$d" "$r" "$rest" ;;
    collect) collect "$a" ;;
    # The shell that waits for the next step was killed by somebody: it would never answer.
    done) [[ $a != "$job_number" ]] || dirty=1 ;;
    bye)
      kill "$spawner" 2>/dev/null
      rm -rf "$run"
      [[ $MODE == look ]] || rm -f "$root/holder"
      break
      ;;
    gone)
      [[ $MODE != look ]] || rm -rf "$run"
      break
      ;;
  esac
done
exec 4>&- 5>&- 6>&-
kill "$spawner" 2>/dev/null
wait "$spawner" 2>/dev/null
[[ -z $cgroup ]] || rmdir "$cgroup/$SESSION".* 2>/dev/null
exit 0
