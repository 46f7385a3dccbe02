/** What is known of commands: which only read, which print nothing. One long table; an unknown command counts as changing. */

/** Programs that only read, whatever their arguments. */
export const READERS: ReadonlySet<string> = new Set(
  `: [ [[ awk base64 basename bc blkid cat cmp column comm command cut declare df diff dig dirname dmesg du echo egrep exit
   export expr false fgrep file findmnt free getenforce getent grep groups head host hostid id iptables-save ip6tables-save
   jq last less ls lscpu lsblk lsmod lsns md5sum modinfo mapfile nproc nslookup od pgrep ping pidof printenv printf ps pwd
   ipcs read readlink realpath return seq sestatus set sha1sum sha256sum sha512sum sleep sort ss stat tac tail test tr tree true
   tty type ulimit uname uniq unset uptime vmstat w wait wc whereis which who whoami xxd yamllint apt-cache
   dpkg-query namei ldd local tracepath traceroute watch nc break continue systemd-cgls
   lsof strings zcat`.split(/\s+/u),
)

/** Readers that change something when their arguments match. */
export const CHANGING_READERS: Readonly<Record<string, RegExp>> = {
  apt: /^(?!.*\b(?:list|show|search|policy)\b)/u,
  'apt-mark': /\b(?:hold|unhold|auto|manual)\b/u,
  cd: /^$/u,
  curl: /(?:^|\s)(?:-[a-zA-Z]*[oOTdF]\b|--output|--remote-name|--data|--upload|--form|-X\s*(?:POST|PUT|DELETE|PATCH)|--request)/u,
  date: /(?:^|\s)(?:-s|--set)/u,
  dpkg: /^(?!.*(?:^|\s)(?:-l|-s|-L|-S|--list|--status|--listfiles|--print-architecture|--verify|-V)\b)/u,
  'firewall-cmd': /--(?!list|state|get|query|zone)/u,
  env: /\S\s+\S/u,
  find: /-(?:delete|exec|execdir|ok|fprint)/u,
  hostname: /^[^-]/u,
  hostnamectl: /^(?!status\b|$)/u,
  ip: /\b(?:add|del|delete|set|flush|replace|change|exec)\b/u,
  bridge: /\b(?:add|del|set|replace)\b/u,
  iptables: /^(?!.*(?:^|\s)-[tnvL]*[LS]\b)/u,
  ip6tables: /^(?!.*(?:^|\s)-[tnvL]*[LS]\b)/u,
  journalctl: /--(?:vacuum|rotate|flush)/u,
  mount: /\S/u,
  openssl: /(?:^|\s)-(?:out|writerand)\b|^(?:genrsa|genpkey|req|ca)\b/u,
  rpm: /^(?!-q|--query)/u,
  sed: /(?:^|\s)(?:-[a-zA-Z]*i\b|--in-place|-i\S*)/u,
  swapon: /^(?!$|--show|-s\b|--noheadings)/u,
  sysctl: /(?:^|\s)(?:-w|-p|--system|--load|--write)|=/u,
  tar: /^(?!-?[a-zA-Z]*t|--list)/u,
  tee: /^(?!\/dev\/(?:null|stderr)$)/u,
  wget: /^(?!.*(?:-O\s*-|-qO-|--spider))/u,
}

/** Programs that only read with these first words (options aside). */
export const SUBCOMMAND_READERS: Readonly<Record<string, readonly string[]>> = {
  containerd: ['config default', 'config dump'],
  crictl: [
    'ps',
    'pods',
    'images',
    'img',
    'info',
    'version',
    'inspect',
    'inspectp',
    'inspecti',
    'logs',
    'stats',
    'statsp',
  ],
  crio: ['status', 'config'],
  ctr: ['version', 'images ls', 'image ls', 'containers ls', 'namespaces ls', 'plugins ls', 'tasks ls', 'info'],
  dnf: ['list', 'info', 'repolist', 'search', 'check-update'],
  kubeadm: [
    'version',
    'token list',
    'config print',
    'config validate',
    'config images list',
    'certs check-expiration',
    'upgrade plan',
  ],
  localectl: ['status', 'list-locales'],
  loginctl: ['list-sessions', 'show-user'],
  nft: ['list'],
  resolvectl: ['query', 'status', 'dns'],
  runc: ['list', 'state'],
  systemctl: [
    'status',
    'is-active',
    'is-enabled',
    'is-failed',
    'show',
    'cat',
    'list-units',
    'list-unit-files',
    'list-timers',
  ],
  timedatectl: ['status', 'show', 'timesync-status'],
}

export const KUBECTL_READS: readonly string[] = [
  'get',
  'describe',
  'wait',
  'explain',
  'logs',
  'top',
  'version',
  'api-resources',
  'api-versions',
  'cluster-info',
  'auth can-i',
  'auth whoami',
  'config view',
  'config get-contexts',
  'config get-clusters',
  'config get-users',
  'config current-context',
  'rollout status',
  'rollout history',
  'diff',
  'events',
  'options',
  'kustomize',
]

/** Programs that print nothing on stdout when all goes well. */
export const SILENT: ReadonlySet<string> = new Set(
  `: [ [[ break cd chmod chown continue cp declare exit export false install kill ln local mkdir modprobe mv mount mapfile
   read restorecon return rm rmdir set setenforce sleep swapoff swapon test touch true truncate umask umount unset useradd
   usermod wait exec pkill trap shift source .`.split(/\s+/u),
)

/** Programs that are silent on stdout when their arguments match. */
export const SILENT_WHEN: Readonly<Record<string, RegExp>> = {
  cmp: /(?:^|\s)(?:-s|--silent|--quiet)/u,
  curl: /(?:^|\s)(?:-[a-zA-Z]*[oO]\b|--output|--remote-name)/u,
  dd: /./u,
  diff: /(?:^|\s)(?:-q|--brief)/u,
  gpg: /(?:^|\s)(?:-o|--output)\b/u,
  grep: /(?:^|\s)(?:-[a-zA-Z]*q|--quiet)/u,
  hostnamectl: /^(?:hostname|set-hostname)\s+\S/u,
  ip: /\b(?:add|del|delete|set|flush|replace)\b/u,
  iptables: /(?:^|\s)-[AIDNXF]\b/u,
  openssl: /(?:^|\s)-out\b/u,
  sed: /(?:^|\s)(?:-[a-zA-Z]*i\b|--in-place)/u,
  sha256sum: /--(?:status|quiet)/u,
  sysctl: /(?:^|\s)(?:-q|--quiet)/u,
  systemctl: /\b(?:start|stop|restart|reload|enable|disable|daemon-reload|mask|unmask|is-active --quiet|--quiet)\b/u,
  tar: /^(?!-?[a-zA-Z]*[vt]|.*\s-[a-zA-Z]*[vt])/u,
  timedatectl: /\bset-/u,
  wget: /(?:^|\s)(?:-q|--quiet)\b(?!.*-O\s*-)/u,
}
