# Agent, part 1 of 5: who we are, where state lies, what the host is, and the lock.
# Before it stand assignments written by src/transport/bootstrap.ts: SESSION MODE RUN RUNBOOK WHO SPAWN, and the arguments user uid gid home settings.
# shellcheck disable=SC2034,SC2154,SC2153
LC_ALL=C
umask 077
trap : TERM HUP INT PIPE
user=$1 uid=$2 gid=$3 home=$4 settings=
if [[ -n $5 ]]; then
  settings=$(<"$5")
  rm -f "$5"
fi
fact() { printf '\036%s %s\n' "$SESSION" "$*"; }

# The state directory: on tmpfs, so that nothing of it survives a boot and secrets in output never reach a disk.
choose_directory() {
  local base
  for base in /run /dev/shm; do
    [[ $EUID == 0 ]] || base=${XDG_RUNTIME_DIR:-/dev/shm}
    [[ -d $base && $(stat -f -c %T "$base") == tmpfs ]] || continue
    root=$base/k8s101
    [[ $EUID == 0 ]] || root=$base/k8s101-$EUID
    mkdir -p "$root" && [[ -O $root && ! -L $root ]] && return
  done
  fact "no-tmpfs"
  exit 0
}

facts() {
  local ID='' ID_LIKE='' PRETTY_NAME='' boot kernel machine='' runtimes=''
  # shellcheck source=/dev/null
  [[ ! -r /etc/os-release ]] || . /etc/os-release
  read -r boot </proc/sys/kernel/random/boot_id
  read -r kernel </proc/sys/kernel/osrelease
  fact "os $ID $ID_LIKE"
  fact "pretty $PRETTY_NAME"
  fact "kernel $kernel"
  fact "boot $boot"
  { read -r machine </etc/machine-id; } 2>/dev/null
  fact "machine $machine"
  # Container runtimes that run.
  [[ ! -S /run/containerd/containerd.sock ]] || runtimes+=" containerd"
  [[ ! -S /run/crio/crio.sock ]] || runtimes+=" crio"
  fact "runtimes$runtimes"
}

# cgroup v2, alone or beside v1: what a step starts can then be killed whole, whatever it did to its session or group.
find_cgroup() {
  local mount
  cgroup=
  [[ $EUID == 0 ]] || return 0
  for mount in /sys/fs/cgroup /sys/fs/cgroup/unified; do
    [[ -e $mount/cgroup.procs && -e $mount/cgroup.controllers ]] || continue
    mkdir -p "$mount/k8s101/agent" 2>/dev/null || continue
    [[ -e $mount/k8s101/agent/cgroup.kill ]] || continue
    echo $$ 2>/dev/null >"$mount/k8s101/agent/cgroup.procs" || continue
    cgroup=$mount/k8s101
    return 0
  done
}

# Names a run that holds the lock; in mode resume our own earlier agent is asked to leave when its step has ended.
take_lock() {
  local line
  exec 9>>"$root/lock"
  flock -n 9 && return
  [[ ! -r $root/holder ]] || IFS= read -r line <"$root/holder"
  if [[ $MODE != resume || $line != "$RUN "* ]]; then
    fact "held ${line:-?}"
    [[ ! -r $root/run/state ]] || fact "state $(<"$root/run/state")"
    exit 0
  fi
  fact "waiting"
  printf 'gone\n' 1<>"$root/run/ctl"
  until flock -w 0.5 9; do
    IFS= read -r -t 0.01 line || continue
    [[ $line != kill ]] || printf 'kill\n' 1<>"$root/run/ctl"
  done
}

