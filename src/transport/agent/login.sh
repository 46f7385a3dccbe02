# First half of the agent: runs as the login user, looks at the host, then becomes root where the inventory says so.
# shellcheck disable=SC2154
# Before it stand assignments written by src/transport/bootstrap.ts: SESSION BECOME LOADER. Builtins and coreutils only.
LC_ALL=C
fact() { printf '\036%s %s\n' "$SESSION" "$*"; }

# Up to the first exit in the words of any POSIX shell: where there is no bash, sh reads this to say all that is missing.
missing=
case ${BASH_VERSION-} in
  '') missing=' bash' ;;
  [0-3].* | 4.[0-3].*) missing=' bash-4.4' ;;
esac
for tool in id mkdir mkfifo mv tee cat rm rmdir stat mktemp flock setpriv; do
  command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done
uid=${EUID:-$(id -u 2>/dev/null)}
[ "$uid" != 0 ] || BECOME=no
sudo=$BECOME
[ "$BECOME" = no ] || command -v sudo >/dev/null 2>&1 || missing="$missing sudo" sudo=no

# What else is wrong with the host, once something is: a person wants to mend all of it at once.
others() {
  local base
  if [ -r /etc/os-release ]; then
    (
      # shellcheck source=/dev/null
      . /etc/os-release
      fact "os ${ID-} ${ID_LIKE-}"
      fact "pretty ${PRETTY_NAME-}"
    )
  fi
  command -v stat >/dev/null 2>&1 || return 0
  for base in /run /dev/shm; do
    [ "$uid" = 0 ] || [ "$BECOME" = yes ] || base=${XDG_RUNTIME_DIR:-/dev/shm}
    [ "$(stat -f -c %T "$base" 2>/dev/null)" != tmpfs ] || return 0
  done
  fact "no-tmpfs"
}
if [ -n "$missing" ]; then
  fact "missing$missing"
  [ "$sudo" = no ] || sudo -n -- true || fact "sudo-failed"
  others
  exit 0
fi

fact "login $(id -un) $EUID $(id -g) $HOME"
if [[ $BECOME != yes ]]; then
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
rm -f "$settings"
fact "sudo-failed"
others
