#!/usr/bin/env zx
// Generated from content/docs/install/prepare.mdx by `npm run extract`; edit the chapter, not this file.
// 설치 준비 / Preparing the machines
// Run it with: npx zx runbooks/prepare-hosts.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'prepare-hosts',
  page: 'install/prepare',
  title: { ko: '설치 준비', en: 'Preparing the machines' },
  topology: 'blank',
  isolation: 'machine',
  needs: [],
  vars: [
    {
      name: 'HOST_NAME',
      meaning: '지금 작업하는 호스트의 이름 (master, node1, node2, utility)',
      from: 'host.name',
      meanings: {
        ko: '지금 작업하는 호스트의 이름 (master, node1, node2, utility)',
        en: 'the name of the machine you are on (master, node1, node2, utility)',
      },
    },
    {
      name: 'MASTER_IP',
      meaning: 'master의 IP 주소',
      from: 'master[0].address',
      meanings: { ko: 'master의 IP 주소', en: 'IP address of master' },
    },
    {
      name: 'NODE1_IP',
      meaning: 'node1의 IP 주소',
      from: 'node[0].address',
      meanings: { ko: 'node1의 IP 주소', en: 'IP address of node1' },
    },
    {
      name: 'NODE2_IP',
      meaning: 'node2의 IP 주소',
      from: 'node[1].address',
      meanings: { ko: 'node2의 IP 주소', en: 'IP address of node2' },
    },
    {
      name: 'UTILITY_IP',
      meaning: 'utility의 IP 주소',
      from: 'utility[0].address',
      meanings: { ko: 'utility의 IP 주소', en: 'IP address of utility' },
    },
  ],
  versions: {},
  items: [

    // ── content/docs/install/prepare.mdx ─────────────────────────────────────────────────────────

    // 호스트를 알아보기 / Get to know the machines
    {
      type: 'step', id: 'install/prepare/system',
      source: { file: 'content/docs/install/prepare.mdx', line: 59 },
      title: { ko: '호스트를 알아보기', en: 'Get to know the machines' },
      lead: {
        ko: '배포판, 커널 버전, CPU 수, 메모리를 차례로 출력합니다.',
        en: 'This prints the distribution, the kernel version, the number of CPUs and the memory.',
      },
      on: 'all',
      script: `grep PRETTY_NAME /etc/os-release
uname -r
nproc
grep MemTotal /proc/meminfo`,
      expect: {
        match: 'exact',
        text: `PRETTY_NAME=…
…
MemTotal:…kB`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f57c1d900e891c66',
    },

    // cgroup v2 / cgroup v2
    {
      type: 'step', id: 'install/prepare/cgroup',
      source: { file: 'content/docs/install/prepare.mdx', line: 80 },
      title: { ko: 'cgroup v2', en: 'cgroup v2' },
      lead: { ko: '마운트된 파일 시스템의 종류로 확인합니다.', en: 'The type of the mounted file system tells.' },
      on: 'all',
      script: 'stat -fc %T /sys/fs/cgroup',
      expect: { match: 'exact', text: 'cgroup2fs' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '21380f659b507d28',
    },

    // 겹치면 안 되는 것 / What must not be the same twice
    {
      type: 'step', id: 'install/prepare/identity',
      source: { file: 'content/docs/install/prepare.mdx', line: 94 },
      title: { ko: '겹치면 안 되는 것', en: 'What must not be the same twice' },
      lead: { ko: '호스트마다 실행해서 값이 서로 다른지 비교합니다.', en: 'Run this on each and compare.' },
      on: 'all',
      script: `cat /etc/machine-id
ip -brief link`,
      expect: {
        match: 'exact',
        text: `…
lo…00:00:00:00:00:00…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f1de287ac2e0b6ff',
    },

    // 호스트 이름 / Host names
    {
      type: 'step', id: 'install/prepare/hostname',
      source: { file: 'content/docs/install/prepare.mdx', line: 123 },
      title: { ko: '호스트 이름', en: 'Host names' },
      lead: { ko: '각 호스트에 자기 이름을 붙입니다.', en: 'Give each machine its name.' },
      on: 'every',
      script: `sudo hostnamectl set-hostname "$HOST_NAME"
hostname`,
      expect: { match: 'regex', text: '^(master|node1|node2|utility)$' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '85b8b7465317e74b',
    },

    // /etc/hosts / /etc/hosts
    {
      type: 'step', id: 'install/prepare/hosts',
      source: { file: 'content/docs/install/prepare.mdx', line: 138 },
      title: { ko: '/etc/hosts', en: '/etc/hosts' },
      lead: { ko: '네 줄을 파일 끝에 덧붙입니다.', en: 'Append four lines to the file.' },
      on: 'every',
      script: `sudo tee -a /etc/hosts <<EOF
$MASTER_IP master.example.com master
$NODE1_IP node1.example.com node1
$NODE2_IP node2.example.com node2
$UTILITY_IP utility.example.com utility
EOF`,
      expect: {
        match: 'exact',
        text: `… master.example.com master
… node1.example.com node1
… node2.example.com node2
… utility.example.com utility`,
      },
      unless: 'grep -q master.example.com /etc/hosts',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ea02fface9fa9e93',
    },
    {
      type: 'step', id: 'install/prepare/names',
      source: { file: 'content/docs/install/prepare.mdx', line: 156 },
      title: { ko: '/etc/hosts', en: '/etc/hosts' },
      lead: {
        ko: 'getent는 프로그램들이 실제로 쓰는 순서(/etc/nsswitch.conf)대로 찾으므로, DNS 서버에만 묻는 dig보다 이 자리에 맞습니다.',
        en: 'getent looks in the order that programs really use (/etc/nsswitch.conf), so it fits here better than dig, which asks DNS servers only.',
      },
      on: 'every',
      script: 'getent hosts master.example.com node1.example.com node2.example.com utility.example.com',
      expect: {
        match: 'exact',
        text: `…master.example.com master
…node1.example.com node1
…node2.example.com node2
…utility.example.com utility`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0f927cc418a3c888',
    },

    // 서로 닿는지 / Can they reach each other?
    {
      type: 'step', id: 'install/prepare/reach',
      source: { file: 'content/docs/install/prepare.mdx', line: 175 },
      title: { ko: '서로 닿는지', en: 'Can they reach each other?' },
      lead: {
        ko: '/dev/tcp는 bash가 스스로 TCP 연결을 여는 기능이어서 따로 설치할 것이 없습니다.',
        en: '/dev/tcp is bash opening a TCP connection by itself: nothing has to be installed.',
      },
      on: 'all',
      script: `for ip in "$MASTER_IP" "$NODE1_IP" "$NODE2_IP"; do
  timeout 5 bash -c "</dev/tcp/$ip/22" && echo "$ip:22 open"
done`,
      expect: {
        match: 'exact',
        text: `…:22 open
…:22 open
…:22 open`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c8fba81e6227a628',
    },

    // 도구 / Tools
    {
      type: 'step', id: 'install/prepare/packages',
      source: { file: 'content/docs/install/prepare.mdx', line: 191 },
      title: { ko: '도구', en: 'Tools' },
      lead: {
        ko: '배포판의 저장소에서 필요한 도구를 설치합니다.',
        en: "Install what that needs from the distribution's repository.",
      },
      on: 'every', distro: 'debian',
      script: `sudo apt-get update
sudo apt-get install -y ca-certificates curl gpg`,
      expect: { match: 'contains', text: 'Setting up curl' },
      unless: 'command -v curl && command -v gpg',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7487cc3feab32e97',
    },
    {
      type: 'step', id: 'install/prepare/packages',
      source: { file: 'content/docs/install/prepare.mdx', line: 200 },
      title: { ko: '도구', en: 'Tools' },
      on: 'every', distro: 'rhel',
      script: 'sudo dnf install -y ca-certificates tar',
      expect: { match: 'contains', text: 'Complete!' },
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '89f09c8b029c74a6',
    },
    {
      type: 'step', id: 'install/prepare/tools',
      source: { file: 'content/docs/install/prepare.mdx', line: 210 },
      title: { ko: '도구', en: 'Tools' },
      lead: { ko: '설치된 곳을 확인합니다.', en: 'See where they are.' },
      on: 'every',
      script: 'command -v curl gpg',
      expect: {
        match: 'exact',
        text: `/usr/bin/curl
/usr/bin/gpg`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0c7393637facd22f',
    },

    // 커널 모듈 / Kernel modules
    {
      type: 'file', id: 'install/prepare/file:/etc/modules-load.d/k8s.conf',
      source: { file: 'content/docs/install/prepare.mdx', line: 230 },
      title: { ko: '커널 모듈', en: 'Kernel modules' },
      lead: {
        ko: '재부팅할 때마다 자동으로 올라오도록 /etc/modules-load.d/에 적습니다.',
        en: 'Write them into /etc/modules-load.d/, so that they are loaded at every boot.',
      },
      on: 'all',
      path: '/etc/modules-load.d/k8s.conf', mode: '0644', subst: [],
      text: `overlay
br_netfilter`,
      hash: '4dbb05e52ac8bae4',
    },
    {
      type: 'step', id: 'install/prepare/modprobe',
      source: { file: 'content/docs/install/prepare.mdx', line: 237 },
      title: { ko: '커널 모듈', en: 'Kernel modules' },
      lead: { ko: '지금 쓸 것은 modprobe로 바로 올립니다.', en: 'For now, load them with modprobe.' },
      on: 'all',
      script: `sudo modprobe -a overlay br_netfilter
lsmod | awk '/^(overlay|br_netfilter) /{print $1}' | sort`,
      expect: {
        match: 'exact',
        text: `br_netfilter
overlay`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'fa2223953d85b997',
    },

    // 커널 매개변수 / Kernel parameters
    {
      type: 'file', id: 'install/prepare/file:/etc/sysctl.d/k8s.conf',
      source: { file: 'content/docs/install/prepare.mdx', line: 255 },
      title: { ko: '커널 매개변수', en: 'Kernel parameters' },
      lead: {
        ko: '그래서 커널이 패킷을 전달하도록 ip_forward를 켜고, 브리지를 지나는 패킷에도 iptables 규칙이 적용되도록 bridge-nf-call을 켭니다.',
        en: 'So the kernel has to forward packets (ip_forward), and iptables rules have to hold for packets that cross a bridge (bridge-nf-call).',
      },
      on: 'all',
      path: '/etc/sysctl.d/k8s.conf', mode: '0644', subst: [],
      text: `net.ipv4.ip_forward = 1
net.bridge.bridge-nf-call-iptables = 1
net.bridge.bridge-nf-call-ip6tables = 1`,
      hash: '798caf47c3157edb',
    },
    {
      type: 'step', id: 'install/prepare/sysctl',
      source: { file: 'content/docs/install/prepare.mdx', line: 263 },
      title: { ko: '커널 매개변수', en: 'Kernel parameters' },
      lead: { ko: '설정 파일을 모두 다시 읽게 합니다.', en: 'Have all the files read again.' },
      on: 'all',
      script: 'sudo sysctl --system',
      expect: { match: 'contains', text: '* Applying /etc/sysctl.d/k8s.conf ...' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'fc38834766cdeb56',
    },
    {
      type: 'step', id: 'install/prepare/sysctl-values',
      source: { file: 'content/docs/install/prepare.mdx', line: 273 },
      title: { ko: '커널 매개변수', en: 'Kernel parameters' },
      lead: { ko: '실제로 적용된 값을 봅니다.', en: 'See the values that are in force.' },
      on: 'all',
      script: 'sudo sysctl net.ipv4.ip_forward net.bridge.bridge-nf-call-iptables net.bridge.bridge-nf-call-ip6tables',
      expect: {
        match: 'exact',
        text: `net.ipv4.ip_forward = 1
net.bridge.bridge-nf-call-iptables = 1
net.bridge.bridge-nf-call-ip6tables = 1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2860da0547711b23',
    },

    // 스왑 / Swap
    {
      type: 'step', id: 'install/prepare/swap',
      source: { file: 'content/docs/install/prepare.mdx', line: 291 },
      title: { ko: '스왑', en: 'Swap' },
      lead: {
        ko: '지금 끄고, 다음 부팅에도 켜지지 않도록 /etc/fstab의 스왑 줄을 주석으로 바꿉니다.',
        en: 'Turn it off now, and comment out the swap lines of /etc/fstab, so that it stays off after a reboot.',
      },
      on: 'all',
      script: `sudo swapoff -a
if grep -Eq '^[^#].*[[:space:]]swap[[:space:]]' /etc/fstab; then
  sudo sed -i '/[[:space:]]swap[[:space:]]/s/^[^#]/#&/' /etc/fstab
fi
cat /proc/swaps`,
      expect: { match: 'exact', text: 'Filename…Priority' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f9c2fccd413ce692',
    },

    // 시간 / Time
    {
      type: 'step', id: 'install/prepare/clock',
      source: { file: 'content/docs/install/prepare.mdx', line: 309 },
      title: { ko: '시간', en: 'Time' },
      lead: { ko: '세 호스트의 시각을 UTC로 비교합니다.', en: 'Compare the time of the three machines, in UTC.' },
      on: 'all',
      script: 'date --utc +%Y-%m-%dT%H:%MZ',
      expect: { match: 'regex', text: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\dZ$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '53f2eef98357251a',
    },

    // 방화벽 / Firewall
    {
      type: 'step', id: 'install/prepare/firewall-master',
      source: { file: 'content/docs/install/prepare.mdx', line: 342 },
      title: { ko: '방화벽', en: 'Firewall' },
      lead: { ko: '먼저 컨트롤 플레인의 포트를 엽니다.', en: 'First open the ports of the control plane.' },
      on: 'master', distro: 'rhel',
      script: `sudo firewall-cmd --permanent --add-port=6443/tcp --add-port=2379-2380/tcp --add-port=10257/tcp --add-port=10259/tcp
sudo firewall-cmd --reload`,
      expect: {
        match: 'exact',
        text: `success
success`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'a633b30d1404f4c3',
    },
    {
      type: 'step', id: 'install/prepare/firewall-nodes',
      source: { file: 'content/docs/install/prepare.mdx', line: 354 },
      title: { ko: '방화벽', en: 'Firewall' },
      lead: {
        ko: '모든 노드에는 kubelet, kube-proxy, NodePort, VXLAN의 포트를 열고, Pod 네트워크에서 오는 패킷은 믿는 구역(trusted)에 넣습니다.',
        en: 'On every node open the ports of kubelet, kube-proxy, NodePorts and VXLAN, and put packets that come from the Pod network into the trusted zone.',
      },
      on: 'all', distro: 'rhel',
      script: `sudo firewall-cmd --permanent --add-port=10250/tcp --add-port=10256/tcp --add-port=30000-32767/tcp --add-port=8472/udp
sudo firewall-cmd --permanent --zone=trusted --add-source=10.244.0.0/16
sudo firewall-cmd --reload`,
      expect: {
        match: 'exact',
        text: `success
success
success`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '77e902aa92009cb2',
    },

    // SELinux / SELinux
    {
      type: 'step', id: 'install/prepare/selinux',
      source: { file: 'content/docs/install/prepare.mdx', line: 370 },
      title: { ko: 'SELinux', en: 'SELinux' },
      lead: { ko: 'Debian에는 SELinux가 켜져 있지 않습니다.', en: 'On Debian SELinux is not on.' },
      on: 'all', distro: 'rhel',
      script: `sudo setenforce 0
sudo sed -i 's/^SELINUX=enforcing$/SELINUX=permissive/' /etc/selinux/config
getenforce`,
      expect: { match: 'exact', text: 'Permissive' },
      unless: 'test "$(getenforce)" != Enforcing',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2c88a7f194abba40',
    },

    // 확인 / Check
    {
      type: 'step', id: 'install/prepare/ready',
      source: { file: 'content/docs/install/prepare.mdx', line: 384 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '위에서부터 IPv4 전달, 브리지의 iptables, 켜진 스왑의 수, cgroup의 종류입니다.',
        en: 'From the top: IPv4 forwarding, iptables on bridges, the number of active swap areas, the type of cgroup.',
      },
      on: 'all',
      script: `cat /proc/sys/net/ipv4/ip_forward
cat /proc/sys/net/bridge/bridge-nf-call-iptables
tail -n +2 /proc/swaps | wc -l
stat -fc %T /sys/fs/cgroup`,
      expect: {
        match: 'exact',
        text: `1
1
0
cgroup2fs`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '5e81d45bb79c3135',
    },
  ],
})
