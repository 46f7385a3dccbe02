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
  'bind9-dnsutils dnsmasq firewalld haproxy iperf3 iproute2 ipset iputils-ping ipvsadm keepalived net-tools',
  'netcat-openbsd nftables tcpdump ufw',
  // containers: CRI-O's package needs the first two
  'conmon crun buildah busybox-static catatonit containernetworking-plugins podman runc skopeo uidmap',
  // certificates, etcd, load, and hosts that are prepared by Ansible
  'ansible-core apache2-utils etcd-client golang-cfssl openssh-client stress-ng',
  // what a server of Debian has or a reader reaches for
  'bsdextrautils chrony cron file git kmod less locales lsb-release lsof man-db nano procps psmisc python3 rsync shellcheck',
  'strace sudo tree unzip vim wget xz-utils yamllint yq zstd',
)

/** The suite before: where an older version of a server comes from. */
export const OLD_DEBIAN_SUITE = 'bookworm'

/** What lies in a layer of the images that every lab has; packages are unpacked, not configured. */
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

/** The same for images that only some chapters need. The first package is the one that the image is about. */
export const EXTRA_IMAGE_PACKAGES = {
  /** As `debian`, of the suite before. */
  'debian-old': words(
    'base-files base-passwd bash coreutils dash findutils grep hostname sed tar gzip media-types libc6 libc-bin',
    'libgcc-s1 libstdc++6 libtinfo6 libacl1 libattr1 libselinux1 libpcre2-8-0 libcrypt1 libssl3 libzstd1 liblzma5',
    'zlib1g libcap2 libgmp10 libsystemd0',
  ),
  /** On top of `debian-old`. */
  'nginx-old': words('nginx nginx-common'),
  /** On top of `debian`. */
  httpd: words('apache2-bin libapr1t64 libaprutil1t64 libexpat1 libuuid1'),
  /** On top of `debian` and `httpd`. */
  php: words('libapache2-mod-php8.4 php8.4-common libargon2-1 libsodium23 libxml2'),
  /** On top of `debian`. */
  redis: words('redis-server redis-tools libatomic1 libjemalloc2 liblzf1'),
} as const
