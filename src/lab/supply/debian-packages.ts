/** Which packages of Debian the lab carries: for its guests (with all they depend on) and for its images. */

export const DEBIAN_SUITE = 'trixie'

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '))
}

/** Guests may install these; their dependencies come along. */
export const GUEST_PACKAGES = words(
  // what the installation chapters name
  'apt-transport-https bash-completion ca-certificates conntrack curl ebtables ethtool gnupg gpg iptables jq',
  'nfs-common nfs-kernel-server openssl socat vim-tiny',
  // networking tools and servers of the other chapters
  'bind9-dnsutils dnsmasq haproxy iproute2 ipset iputils-ping ipvsadm net-tools netcat-openbsd nftables tcpdump',
  // what a server of Debian has or a reader reaches for
  'chrony cron git kmod less lsb-release man-db nano procps psmisc rsync strace sudo tree unzip vim wget xz-utils',
  'yamllint zstd',
)

/** What lies in an image's layer; packages are unpacked, not configured. */
export const IMAGE_PACKAGES = {
  /** A shell, the core tools and the C library. */
  debian: words(
    'base-files base-passwd bash coreutils dash findutils grep hostname sed tar gzip media-types libc6 libc-bin',
    'libgcc-s1 libstdc++6 libtinfo6 libacl1 libattr1 libselinux1 libpcre2-8-0 libcrypt1 libssl3t64 libzstd1 liblzma5',
    'zlib1g libcap2 libgmp10 libsystemd0',
  ),
  /** For kube-proxy and flannel, on top of `debian`. */
  network: words(
    'iptables libip4tc2 libip6tc2 libxtables12 libmnl0 libnftnl11 libnfnetlink0 libnetfilter-conntrack3 conntrack',
    'kmod libkmod2 iproute2 libbpf1 libelf1t64 libdb5.3t64 libtirpc3t64 libgssapi-krb5-2 libkrb5-3 libkrb5support0',
    'libk5crypto3 libcom-err2 libkeyutils1 libcap2-bin',
  ),
  /** On top of `debian`. */
  nginx: words('nginx nginx-common'),
  /** On top of nothing. */
  busybox: words('busybox-static'),
} as const
