/** Debian packages that making the supply needs on this machine. */
export const SUPPLY_APT_PACKAGES: readonly string[] = [
  'apt-utils', // apt-ftparchive
  'debian-archive-keyring',
  'dpkg', // dpkg-deb
  'gcc', // pause, runc and flannel have C parts
  'gpg',
  'gpgconf',
  'gpg-agent',
  'libc6-dev',
  'libseccomp-dev', // runc
  'openssl', // the lab's CA
  'pkg-config',
  'tar',
  'util-linux', // flock, setpriv
  'xz-utils',
]
