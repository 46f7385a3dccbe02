#!/usr/bin/env zx
// Generated from content/docs/install/containerd.mdx by `npm run extract`; edit the chapter, not this file.
// containerd 설치 / Installing containerd
// Run it with: npx zx runbooks/install-containerd.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'install-containerd',
  page: 'install/containerd',
  title: { ko: 'containerd 설치', en: 'Installing containerd' },
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
  versions: { pause: '3.10.2', containerd: '2.3.7', runc: 'v1.4.3', cniPlugins: 'v1.9.1', busybox: '1.37' },
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

    // ── content/docs/install/containerd.mdx ──────────────────────────────────────────────────────

    // containerd / containerd
    {
      type: 'step', id: 'install/containerd/download',
      source: { file: 'content/docs/install/containerd.mdx', line: 52 },
      title: { ko: 'containerd', en: 'containerd' },
      lead: {
        ko: '-f는 서버가 오류를 답하면 실패하게 하고, -L은 다른 주소로 옮겨 가라는 답을 따라가고, -O는 원래 이름으로 저장합니다.',
        en: '-f fails when the server answers with an error, -L follows redirects, -O keeps the original name.',
      },
      on: 'all',
      script: `curl -fsSLO https://github.com/containerd/containerd/releases/download/v2.3.7/containerd-2.3.7-linux-amd64.tar.gz
curl -fsSLO https://github.com/containerd/containerd/releases/download/v2.3.7/containerd-2.3.7-linux-amd64.tar.gz.sha256sum`,
      unless: 'sha256sum --check --status containerd-2.3.7-linux-amd64.tar.gz.sha256sum',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ab9d8a8a50cfbfbf',
    },
    {
      type: 'step', id: 'install/containerd/checksum',
      source: { file: 'content/docs/install/containerd.mdx', line: 59 },
      title: { ko: 'containerd', en: 'containerd' },
      lead: {
        ko: '내려받은 것이 배포자가 올린 것과 같은지 확인합니다.',
        en: 'Check that what you got is what the publisher uploaded.',
      },
      on: 'all',
      script: 'sha256sum --check containerd-2.3.7-linux-amd64.tar.gz.sha256sum',
      expect: { match: 'exact', text: 'containerd-2.3.7-linux-amd64.tar.gz: OK' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8e2b0377534e74e3',
    },
    {
      type: 'step', id: 'install/containerd/unpack',
      source: { file: 'content/docs/install/containerd.mdx', line: 71 },
      title: { ko: 'containerd', en: 'containerd' },
      lead: { ko: '실행 파일은 /usr/local/bin에 놓입니다.', en: 'The programs land in /usr/local/bin.' },
      on: 'all',
      script: 'sudo tar -C /usr/local -xzf containerd-2.3.7-linux-amd64.tar.gz',
      creates: '/usr/local/bin/containerd',
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1b5bd2a8eb57bbb2',
    },
    {
      type: 'step', id: 'install/containerd/version',
      source: { file: 'content/docs/install/containerd.mdx', line: 77 },
      title: { ko: 'containerd', en: 'containerd' },
      lead: { ko: '버전을 봅니다.', en: 'See the version.' },
      on: 'all',
      script: 'containerd --version',
      expect: { match: 'exact', text: 'containerd github.com/containerd/containerd/v2 …2.3.7…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '48eb4af9a8a0b5c1',
    },

    // systemd 유닛 / The systemd unit
    {
      type: 'step', id: 'install/containerd/unit',
      source: { file: 'content/docs/install/containerd.mdx', line: 89 },
      title: { ko: 'systemd 유닛', en: 'The systemd unit' },
      lead: {
        ko: '유닛 파일은 같은 버전의 소스에 들어 있습니다.',
        en: 'The unit file is in the source of the same version.',
      },
      on: 'all',
      script: `curl -fsSLO https://raw.githubusercontent.com/containerd/containerd/v2.3.7/containerd.service
sudo install -D -m 644 containerd.service /usr/local/lib/systemd/system/containerd.service`,
      creates: '/usr/local/lib/systemd/system/containerd.service',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '609790b2b4f86f62',
    },
    {
      type: 'step', id: 'install/containerd/unit-look',
      source: { file: 'content/docs/install/containerd.mdx', line: 96 },
      title: { ko: 'systemd 유닛', en: 'The systemd unit' },
      lead: { ko: '세 줄을 눈여겨봅니다.', en: 'Look at three of its lines.' },
      on: 'all',
      script: "grep -E '^(Delegate|KillMode|ExecStart)=' /usr/local/lib/systemd/system/containerd.service",
      expect: {
        match: 'exact',
        text: `ExecStart=/usr/local/bin/containerd
Delegate=yes
KillMode=process`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '675615dcd22919b8',
    },

    // runc / runc
    {
      type: 'step', id: 'install/containerd/runc-download',
      source: { file: 'content/docs/install/containerd.mdx', line: 112 },
      title: { ko: 'runc', en: 'runc' },
      lead: {
        ko: '체크섬 파일에는 여러 아키텍처의 파일이 함께 적혀 있으므로, 내려받지 않은 파일은 건너뛰라고 합니다.',
        en: 'Its checksum file lists the files of several architectures, so we tell sha256sum to pass over those that we did not download.',
      },
      on: 'all',
      script: `curl -fsSLO https://github.com/opencontainers/runc/releases/download/v1.4.3/runc.amd64
curl -fsSLO https://github.com/opencontainers/runc/releases/download/v1.4.3/runc.sha256sum`,
      unless: 'sha256sum --check --status --ignore-missing runc.sha256sum',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e0267ac5cdbb8f14',
    },
    {
      type: 'step', id: 'install/containerd/runc-checksum',
      source: { file: 'content/docs/install/containerd.mdx', line: 119 },
      title: { ko: 'runc', en: 'runc' },
      lead: { ko: 'OK가 나왔으면 괜찮습니다.', en: 'What counts is the OK.' },
      on: 'all',
      script: 'sha256sum --check --ignore-missing runc.sha256sum',
      expect: { match: 'exact', text: 'runc.amd64: OK' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '39722a21f08f60d7',
    },
    {
      type: 'step', id: 'install/containerd/runc-install',
      source: { file: 'content/docs/install/containerd.mdx', line: 129 },
      title: { ko: 'runc', en: 'runc' },
      lead: {
        ko: '실행 권한을 주어 /usr/local/sbin에 설치합니다.',
        en: 'Install it into /usr/local/sbin, executable.',
      },
      on: 'all',
      script: 'sudo install -m 755 runc.amd64 /usr/local/sbin/runc',
      creates: '/usr/local/sbin/runc',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '988c636669efab1f',
    },
    {
      type: 'step', id: 'install/containerd/runc-version',
      source: { file: 'content/docs/install/containerd.mdx', line: 135 },
      title: { ko: 'runc', en: 'runc' },
      lead: {
        ko: '일반 사용자의 PATH에는 sbin이 없는 배포판이 많으므로 전체 경로로 부릅니다.',
        en: "On many distributions sbin is not in an ordinary user's PATH, so call it by its full path.",
      },
      on: 'all',
      script: '/usr/local/sbin/runc --version',
      expect: {
        match: 'exact',
        text: `runc version 1.4.3
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '31e1b8b944430c89',
    },

    // CNI 플러그인 / CNI plugins
    {
      type: 'step', id: 'install/containerd/cni-download',
      source: { file: 'content/docs/install/containerd.mdx', line: 148 },
      title: { ko: 'CNI 플러그인', en: 'CNI plugins' },
      lead: {
        ko: 'Pod의 네트워크 장치를 만드는 bridge, 주소를 나누어 주는 host-local, 루프백을 켜는 loopback, hostPort를 처리하는 portmap 같은 기본 플러그인을 불러서 씁니다.',
        en: "It calls basic plugins: bridge makes the Pod's network device, host-local hands out addresses, loopback brings up the loopback device, portmap does hostPort.",
      },
      on: 'all',
      script: `curl -fsSLO https://github.com/containernetworking/plugins/releases/download/v1.9.1/cni-plugins-linux-amd64-v1.9.1.tgz
curl -fsSLO https://github.com/containernetworking/plugins/releases/download/v1.9.1/cni-plugins-linux-amd64-v1.9.1.tgz.sha256`,
      unless: 'sha256sum --check --status cni-plugins-linux-amd64-v1.9.1.tgz.sha256',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f2ed6925286dac70',
    },
    {
      type: 'step', id: 'install/containerd/cni-checksum',
      source: { file: 'content/docs/install/containerd.mdx', line: 155 },
      title: { ko: 'CNI 플러그인', en: 'CNI plugins' },
      lead: { ko: '체크섬을 확인합니다.', en: 'Check the sum.' },
      on: 'all',
      script: 'sha256sum --check cni-plugins-linux-amd64-v1.9.1.tgz.sha256',
      expect: { match: 'exact', text: 'cni-plugins-linux-amd64-v1.9.1.tgz: OK' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'fc0815aefaab1e02',
    },
    {
      type: 'step', id: 'install/containerd/cni-unpack',
      source: { file: 'content/docs/install/containerd.mdx', line: 165 },
      title: { ko: 'CNI 플러그인', en: 'CNI plugins' },
      lead: {
        ko: 'containerd가 찾는 자리인 /opt/cni/bin에 풉니다.',
        en: 'Unpack them where containerd looks for them, in /opt/cni/bin.',
      },
      on: 'all',
      script: `sudo mkdir -p /opt/cni/bin
sudo tar -C /opt/cni/bin -xzf cni-plugins-linux-amd64-v1.9.1.tgz`,
      creates: '/opt/cni/bin/bridge',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a093b67cfa007a94',
    },
    {
      type: 'step', id: 'install/containerd/cni-look',
      source: { file: 'content/docs/install/containerd.mdx', line: 172 },
      title: { ko: 'CNI 플러그인', en: 'CNI plugins' },
      lead: { ko: '네 개가 있는지 봅니다.', en: 'See whether those four are there.' },
      on: 'all',
      script: 'ls /opt/cni/bin/bridge /opt/cni/bin/host-local /opt/cni/bin/loopback /opt/cni/bin/portmap',
      expect: {
        match: 'exact',
        text: `/opt/cni/bin/bridge
/opt/cni/bin/host-local
/opt/cni/bin/loopback
/opt/cni/bin/portmap`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '16236b64cbf1b48a',
    },

    // 설정 / Configuration
    {
      type: 'step', id: 'install/containerd/config-dir',
      source: { file: 'content/docs/install/containerd.mdx', line: 194 },
      title: { ko: '설정', en: 'Configuration' },
      lead: { ko: '설정 파일을 둘 디렉터리를 만듭니다.', en: 'Make the directory for the configuration.' },
      on: 'all',
      script: 'sudo mkdir -p /etc/containerd',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9d9b570868fff862',
    },
    {
      type: 'file', id: 'install/containerd/file:/etc/containerd/config.toml',
      source: { file: 'content/docs/install/containerd.mdx', line: 200 },
      title: { ko: '설정', en: 'Configuration' },
      lead: {
        ko: '적지 않은 것은 containerd의 기본값이 그대로 쓰입니다.',
        en: 'For everything else containerd takes its defaults.',
      },
      on: 'all',
      path: '/etc/containerd/config.toml', mode: '0644', subst: [],
      text: `version = 3

[plugins.'io.containerd.cri.v1.images'.pinned_images]
  sandbox = 'registry.k8s.io/pause:3.10.2'

[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
  runtime_type = 'io.containerd.runc.v2'

[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
  SystemdCgroup = true`,
      hash: 'c7f278935c6ce770',
    },
    {
      type: 'step', id: 'install/containerd/config-dump',
      source: { file: 'content/docs/install/containerd.mdx', line: 215 },
      title: { ko: '설정', en: 'Configuration' },
      lead: {
        ko: 'config dump는 기본값과 설정 파일을 합친 결과를 보여 줍니다.',
        en: 'config dump shows the defaults and the file put together.',
      },
      on: 'all',
      script: "containerd config dump | grep -E '^ +(SystemdCgroup|sandbox) ='",
      expect: {
        match: 'exact',
        text: `      sandbox = 'registry.k8s.io/pause:3.10.2'
            SystemdCgroup = true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6d494c755285a883',
    },

    // crictl의 설정 / Configuration of crictl
    {
      type: 'file', id: 'install/containerd/file:/etc/crictl.yaml',
      source: { file: 'content/docs/install/containerd.mdx', line: 234 },
      title: { ko: 'crictl의 설정', en: 'Configuration of crictl' },
      lead: { ko: '어느 소켓에 물을지 미리 적어 둡니다.', en: 'Write down beforehand which socket to ask.' },
      on: 'all',
      path: '/etc/crictl.yaml', mode: '0644', subst: [],
      text: `runtime-endpoint: unix:///run/containerd/containerd.sock
image-endpoint: unix:///run/containerd/containerd.sock
timeout: 10`,
      hash: 'b0203bc804a2a4ee',
    },

    // 시작 / Start it
    {
      type: 'step', id: 'install/containerd/selinux-context',
      source: { file: 'content/docs/install/containerd.mdx', line: 244 },
      title: { ko: '시작', en: 'Start it' },
      lead: {
        ko: 'RHEL 계열에서는 먼저 방금 놓은 실행 파일에 올바른 SELinux 문맥을 붙입니다.',
        en: 'On the RHEL family, first give the new programs their right SELinux context.',
      },
      on: 'all', distro: 'rhel',
      script: 'sudo restorecon -R /usr/local/bin /usr/local/sbin /usr/local/lib/systemd /opt/cni/bin',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1ad619bcdd90b682',
    },
    {
      type: 'step', id: 'install/containerd/start',
      source: { file: 'content/docs/install/containerd.mdx', line: 250 },
      title: { ko: '시작', en: 'Start it' },
      lead: {
        ko: 'systemd가 새 유닛을 읽게 하고, 지금 시작하면서 부팅할 때에도 시작하도록 켭니다.',
        en: 'Have systemd read the new unit, start it now, and have it start at every boot.',
      },
      on: 'all',
      script: `sudo systemctl daemon-reload
sudo systemctl enable --now containerd`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0aaa8bc81b5cbd69',
    },
    {
      type: 'step', id: 'install/containerd/active',
      source: { file: 'content/docs/install/containerd.mdx', line: 257 },
      title: { ko: '시작', en: 'Start it' },
      lead: { ko: '동작하는지 봅니다.', en: 'See whether it runs.' },
      on: 'all',
      script: 'systemctl is-active containerd',
      expect: { match: 'exact', text: 'active' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '17689714a3cfee76',
    },
    {
      type: 'step', id: 'install/containerd/plugins',
      source: { file: 'content/docs/install/containerd.mdx', line: 267 },
      title: { ko: '시작', en: 'Start it' },
      lead: {
        ko: 'RHEL 계열에서는 sudo의 PATH에 /usr/local/bin이 없으므로 전체 경로를 적습니다.',
        en: 'On the RHEL family sudo has no /usr/local/bin in its PATH, hence the full path.',
      },
      on: 'all',
      script: 'sudo /usr/local/bin/ctr plugins ls | grep -F cri',
      expect: {
        match: 'exact',
        text: `io.containerd.cri.v1…images…ok…
io.containerd.cri.v1…runtime…ok…
io.containerd.grpc.v1…cri…ok…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '882c9ea5ed7d22b8',
    },

    // 첫 컨테이너 / The first container
    {
      type: 'step', id: 'install/containerd/pull',
      source: { file: 'content/docs/install/containerd.mdx', line: 281 },
      title: { ko: '첫 컨테이너', en: 'The first container' },
      lead: { ko: '먼저 이미지를 내려받습니다.', en: 'First download the image.' },
      on: 'all',
      script: `sudo /usr/local/bin/ctr images pull docker.io/library/busybox:1.37 >/dev/null
sudo /usr/local/bin/ctr images ls --quiet`,
      expect: { match: 'contains', text: 'docker.io/library/busybox:1.37' },
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3b0cfb701bcd0279',
    },
    {
      type: 'step', id: 'install/containerd/hello',
      source: { file: 'content/docs/install/containerd.mdx', line: 292 },
      title: { ko: '첫 컨테이너', en: 'The first container' },
      lead: { ko: 'sleep 1은 그 줄을 읽을 틈을 줍니다.', en: 'The sleep 1 leaves time to read it.' },
      on: 'all',
      script: "sudo /usr/local/bin/ctr run --rm docker.io/library/busybox:1.37 hello sh -c 'echo \"hello from a container\"; sleep 1'",
      expect: { match: 'exact', text: 'hello from a container' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0a5ad8d7e800c02f',
    },

    // ctr이 보는 것과 kubelet이 보는 것 / What ctr sees, and what the kubelet sees
    {
      type: 'step', id: 'install/containerd/pull-pause',
      source: { file: 'content/docs/install/containerd.mdx', line: 304 },
      title: { ko: 'ctr이 보는 것과 kubelet이 보는 것', en: 'What ctr sees, and what the kubelet sees' },
      lead: {
        ko: 'kubelet의 칸에 pause 이미지를 미리 받아 두고 확인합니다.',
        en: "Download the pause image into the kubelet's compartment, and look.",
      },
      on: 'all',
      script: `sudo /usr/local/bin/ctr --namespace k8s.io images pull registry.k8s.io/pause:3.10.2 >/dev/null
sudo /usr/local/bin/ctr --namespace k8s.io images ls --quiet`,
      expect: { match: 'contains', text: 'registry.k8s.io/pause:3.10.2' },
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9f4e13ecf98d1427',
    },

    // 확인 / Check
    {
      type: 'step', id: 'install/containerd/ready',
      source: { file: 'content/docs/install/containerd.mdx', line: 321 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '런타임이 동작하고, systemd cgroup을 쓰고, 부팅할 때 시작하도록 되어 있는지 한 번에 봅니다.',
        en: "See in one go that the runtime is active, starts at boot, and uses systemd's cgroups.",
      },
      on: 'all',
      script: `systemctl is-active containerd
systemctl is-enabled containerd
containerd config dump | grep -F SystemdCgroup`,
      expect: {
        match: 'exact',
        text: `active
enabled
…SystemdCgroup = true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '0288ff6f91764e58',
    },
  ],
})
