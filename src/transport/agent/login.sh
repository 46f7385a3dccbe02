# First half of the agent: runs as the login user, looks at the host, then becomes root where the inventory says so.
# shellcheck disable=SC2154
# Before it stand assignments written by src/transport/bootstrap.ts: SESSION BECOME LOADER. Builtins and coreutils only.
LC_ALL=C
fact() { printf '\036%s %s\n' "$SESSION" "$*"; }

if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then
  fact "missing bash-4.4"
  exit 0
fi
missing=
for tool in id mkdir mkfifo mv tee cat rm rmdir stat mktemp flock setpriv; do
  type -P "$tool" >/dev/null || missing+=" $tool"
done
if [[ $BECOME == yes && $EUID != 0 ]]; then type -P sudo >/dev/null || missing+=" sudo"; fi
if [[ -n $missing ]]; then
  fact "missing$missing"
  exit 0
fi

fact "login $(id -un) $EUID $(id -g) $HOME"
if [[ $BECOME != yes || $EUID == 0 ]]; then
  IFS= read -r size
  IFS= read -r -N "$size" agent
  set -- "$(id -un)" "$EUID" "$(id -g)" "$HOME" ''
  eval "$agent"
  exit
fi

# The login's own PATH and proxy settings do not pass sudo; they travel in a file that only this user and root can read.
settings=$(mktemp)
for name in PATH http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
  [[ -z ${!name-} ]] || printf 'export %s=%q\n' "$name" "${!name}" >>"$settings"
done
sudo -n -- bash -c "$LOADER" k8s101 "$(id -un)" "$EUID" "$(id -g)" "$HOME" "$settings" && exit 0
status=$?
rm -f "$settings"
fact "sudo-failed $status"
