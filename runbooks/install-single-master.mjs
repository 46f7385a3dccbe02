#!/usr/bin/env zx
// Generated from content/docs/install/single-master.mdx by `npm run extract`; edit the chapter, not this file.
// 컨트롤 플레인 하나로 설치 / Installing with one control plane
// Run it with: npx zx runbooks/install-single-master.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'install-single-master',
  page: 'install/single-master',
  title: { ko: '컨트롤 플레인 하나로 설치', en: 'Installing with one control plane' },
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
  versions: {
    kubernetes: 'v1.36.3',
    kubernetesMinor: 'v1.36',
    etcd: '3.6.8-0',
    coredns: 'v1.14.2',
    pause: '3.10.2',
    containerd: '2.3.7',
    runc: 'v1.4.3',
    cniPlugins: 'v1.9.1',
    flannel: 'v0.28.4',
    nginx: '1.26',
    busybox: '1.37',
    crio: 'v1.36.1',
  },
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

    // ── content/docs/install/packages.mdx ────────────────────────────────────────────────────────

    // 저장소 / The repository
    {
      type: 'step', id: 'install/packages/keyring',
      source: { file: 'content/docs/install/packages.mdx', line: 56 },
      title: { ko: '저장소', en: 'The repository' },
      lead: {
        ko: 'Debian 계열에서는 저장소의 서명 키를 먼저 내려받아 apt가 읽는 형식으로 바꾸어 둡니다.',
        en: 'On the Debian family, first download the key that signs the repository, and turn it into the form that apt reads.',
      },
      on: 'all', distro: 'debian',
      script: `sudo mkdir -p -m 755 /etc/apt/keyrings
curl -fsSL https://pkgs.k8s.io/core:/stable:/v1.36/deb/Release.key | sudo gpg --dearmor -o /etc/apt/keyrings/kubernetes-apt-keyring.gpg`,
      creates: '/etc/apt/keyrings/kubernetes-apt-keyring.gpg',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6c3c4b0a324b1858',
    },
    {
      type: 'file', id: 'install/packages/file:/etc/apt/sources.list.d/kubernetes.list',
      source: { file: 'content/docs/install/packages.mdx', line: 63 },
      title: { ko: '저장소', en: 'The repository' },
      lead: {
        ko: 'signed-by는 이 저장소를 이 키로만 믿겠다는 뜻이고, RHEL 쪽의 exclude는 보통의 업데이트가 이 패키지들을 건드리지 못하게 합니다.',
        en: 'signed-by says that this repository is trusted with this key only; exclude on the RHEL side keeps ordinary updates away from these packages.',
      },
      on: 'all', distro: 'debian',
      path: '/etc/apt/sources.list.d/kubernetes.list', mode: '0644', subst: [],
      text: 'deb [signed-by=/etc/apt/keyrings/kubernetes-apt-keyring.gpg] https://pkgs.k8s.io/core:/stable:/v1.36/deb/ /',
      hash: '796ec4b46c30c19a',
    },
    {
      type: 'file', id: 'install/packages/file:/etc/yum.repos.d/kubernetes.repo',
      source: { file: 'content/docs/install/packages.mdx', line: 67 },
      title: { ko: '저장소', en: 'The repository' },
      on: 'all', distro: 'rhel',
      path: '/etc/yum.repos.d/kubernetes.repo', mode: '0644', subst: [],
      text: `[kubernetes]
name=Kubernetes
baseurl=https://pkgs.k8s.io/core:/stable:/v1.36/rpm/
enabled=1
gpgcheck=1
gpgkey=https://pkgs.k8s.io/core:/stable:/v1.36/rpm/repodata/repomd.xml.key
exclude=kubelet kubeadm kubectl cri-tools kubernetes-cni`,
      hash: 'fbd928206dcdc46c',
    },

    // 설치 / Installation
    {
      type: 'step', id: 'install/packages/install',
      source: { file: 'content/docs/install/packages.mdx', line: 83 },
      title: { ko: '설치', en: 'Installation' },
      lead: { ko: 'cri-tools에는 crictl이 들어 있습니다.', en: 'cri-tools contains crictl.' },
      on: 'all', distro: 'debian',
      script: `sudo apt-get update
sudo apt-get install -y kubelet='1.36.3-*' kubeadm='1.36.3-*' kubectl='1.36.3-*' cri-tools`,
      expect: { match: 'contains', text: 'Setting up kubeadm (1.36.3-' },
      creates: '/usr/bin/kubeadm',
      exit: 0, order: 'parallel', timeoutSeconds: 900, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4961e8fec03f3b15',
    },
    {
      type: 'step', id: 'install/packages/install',
      source: { file: 'content/docs/install/packages.mdx', line: 92 },
      title: { ko: '설치', en: 'Installation' },
      on: 'all', distro: 'rhel',
      script: 'sudo dnf install -y kubelet-1.36.3 kubeadm-1.36.3 kubectl-1.36.3 cri-tools --disableexcludes=kubernetes',
      expect: { match: 'contains', text: 'Complete!' },
      creates: '/usr/bin/kubeadm',
      exit: 0, order: 'parallel', timeoutSeconds: 900, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1b49e018b0bbbb94',
    },
    {
      type: 'step', id: 'install/packages/hold',
      source: { file: 'content/docs/install/packages.mdx', line: 104 },
      title: { ko: '설치', en: 'Installation' },
      lead: {
        ko: '쿠버네티스의 업그레이드는 순서가 있는 일이라서 apt-get upgrade가 다른 패키지와 함께 올려 버리면 안 됩니다.',
        en: 'An upgrade of Kubernetes goes in a certain order, and apt-get upgrade must not do it in passing.',
      },
      on: 'all', distro: 'debian',
      script: `sudo apt-mark hold kubelet kubeadm kubectl
apt-mark showhold`,
      expect: {
        match: 'exact',
        text: `…
kubeadm
kubectl
kubelet`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4f9d2be65eeb27fd',
    },
    {
      type: 'step', id: 'install/packages/versions',
      source: { file: 'content/docs/install/packages.mdx', line: 118 },
      title: { ko: '설치', en: 'Installation' },
      lead: { ko: '셋이 같아야 합니다.', en: 'All three have to be the same.' },
      on: 'all',
      script: `kubeadm version --output short
kubelet --version
kubectl version --client`,
      expect: {
        match: 'exact',
        text: `v1.36.3
Kubernetes v1.36.3
Client Version: v1.36.3
Kustomize Version: …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f8cfc751867cc025',
    },

    // 저장소에 무엇이 있는가 / What the repository has
    {
      type: 'step', id: 'install/packages/list',
      source: { file: 'content/docs/install/packages.mdx', line: 135 },
      title: { ko: '저장소에 무엇이 있는가', en: 'What the repository has' },
      lead: {
        ko: '새 패치가 나오면 위에 한 줄씩 늘어납니다.',
        en: 'With each new patch release a line is added at the top.',
      },
      on: 'all', distro: 'debian',
      script: 'apt-cache madison kubeadm',
      expect: {
        match: 'exact',
        text: `…
…kubeadm | 1.36.3-… | https://pkgs.k8s.io/core:/stable:/v1.36/deb…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c208400928d92772',
    },
    {
      type: 'step', id: 'install/packages/list',
      source: { file: 'content/docs/install/packages.mdx', line: 145 },
      title: { ko: '저장소에 무엇이 있는가', en: 'What the repository has' },
      on: 'all', distro: 'rhel',
      script: 'dnf list --showduplicates kubeadm --disableexcludes=kubernetes',
      expect: { match: 'contains', text: 'kubeadm.x86_64…1.36.3-…' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2d29e69a20c43db7',
    },
    {
      type: 'step', id: 'install/packages/policy',
      source: { file: 'content/docs/install/packages.mdx', line: 155 },
      title: { ko: '저장소에 무엇이 있는가', en: 'What the repository has' },
      lead: {
        ko: '표의 숫자 500은 우선순위이고, ***는 설치된 버전입니다.',
        en: 'The number 500 in the table is a priority; *** marks the installed version.',
      },
      on: 'all', distro: 'debian',
      script: 'apt-cache policy kubeadm',
      expect: {
        match: 'exact',
        text: `kubeadm:
  Installed: 1.36.3-…
  Candidate: 1.36.…
  Version table:
…
 *** 1.36.3-… 500
…https://pkgs.k8s.io/core:/stable:/v1.36/deb…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'bb4bface1ee32d8a',
    },

    // 하기 전에 알아보기 / Look before you act
    {
      type: 'step', id: 'install/packages/held',
      source: { file: 'content/docs/install/packages.mdx', line: 176 },
      title: { ko: '하기 전에 알아보기', en: 'Look before you act' },
      lead: {
        ko: '종료 상태 100은 apt의 「못 하겠습니다」입니다.',
        en: "The exit status 100 is apt's way to say \"I cannot\".",
      },
      on: 'all', distro: 'debian',
      script: 'sudo apt-get remove -y --simulate kubeadm 2>&1',
      expect: {
        match: 'contains',
        text: 'Held packages were changed and -y was used without --allow-change-held-packages.',
      },
      exit: 100, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3aaeb0e1c921a274',
    },

    // 패키지가 두고 간 것 / What the packages left behind
    {
      type: 'step', id: 'install/packages/unit',
      source: { file: 'content/docs/install/packages.mdx', line: 190 },
      title: { ko: '패키지가 두고 간 것', en: 'What the packages left behind' },
      lead: { ko: '둘을 함께 봅니다.', en: 'Look at both together.' },
      on: 'all',
      script: "sudo systemctl cat kubelet | grep -E '^(# /|Environment|ExecStart=/)'",
      expect: {
        match: 'exact',
        text: `# …/kubelet.service
ExecStart=/usr/bin/kubelet
# …/kubelet.service.d/10-kubeadm.conf
Environment="KUBELET_KUBECONFIG_ARGS=…--kubeconfig=/etc/kubernetes/kubelet.conf"
Environment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"
EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
EnvironmentFile=-/etc/…/kubelet
ExecStart=/usr/bin/kubelet $KUBELET_KUBECONFIG_ARGS $KUBELET_CONFIG_ARGS $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b50d5f76731979e7',
    },

    // kubelet은 지금 죽었다 살아나기를 되풀이합니다 / The kubelet now dies and comes back, again and again
    {
      type: 'step', id: 'install/packages/kubelet-enable',
      source: { file: 'content/docs/install/packages.mdx', line: 220 },
      title: {
        ko: 'kubelet은 지금 죽었다 살아나기를 되풀이합니다',
        en: 'The kubelet now dies and comes back, again and again',
      },
      lead: { ko: '부팅할 때에도 시작하게 합니다.', en: 'Turn the kubelet on, for now and for every boot.' },
      on: 'all',
      script: 'sudo systemctl enable --now kubelet',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e405d188cb826311',
    },
    {
      type: 'step', id: 'install/packages/kubelet-waits',
      source: { file: 'content/docs/install/packages.mdx', line: 226 },
      title: {
        ko: 'kubelet은 지금 죽었다 살아나기를 되풀이합니다',
        en: 'The kubelet now dies and comes back, again and again',
      },
      lead: { ko: '로그가 그렇게 말하는지 봅니다.', en: 'See whether the log says so.' },
      on: 'all',
      script: "sudo journalctl --unit kubelet --no-pager | grep 'config.yaml' | tail -n 1",
      expect: { match: 'contains', text: '/var/lib/kubelet/config.yaml' },
      creates: '/var/lib/kubelet/config.yaml',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '59523a3bc54a1c55',
    },

    // 일부러 틀려 보기 / Wrong on purpose
    {
      type: 'step', id: 'install/packages/other-minor',
      source: { file: 'content/docs/install/packages.mdx', line: 240 },
      title: { ko: '일부러 틀려 보기', en: 'Wrong on purpose' },
      lead: {
        ko: '1.36의 저장소에 1.35의 패키지를 달라고 해 봅니다.',
        en: 'Ask the repository of 1.36 for a package of 1.35.',
      },
      on: 'master', distro: 'debian',
      script: "sudo apt-get install -y --simulate kubelet='1.35.*' 2>&1",
      expect: { match: 'contains', text: "Version '1.35.*' for 'kubelet' was not found" },
      exit: 100, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1114d9421b045c25',
    },

    // 확인 / Check
    {
      type: 'step', id: 'install/packages/ready',
      source: { file: 'content/docs/install/packages.mdx', line: 266 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '세 호스트의 버전이 같고, kubelet이 부팅할 때 시작하도록 되어 있는지 봅니다.',
        en: 'See that the three machines have the same versions, and that the kubelet starts at boot.',
      },
      on: 'all',
      script: `kubeadm version --output short
kubelet --version
systemctl is-enabled kubelet`,
      expect: {
        match: 'exact',
        text: `v1.36.3
Kubernetes v1.36.3
enabled`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '1f71ec6f65782b62',
    },

    // 설치할 버전을 파일로 정하기 / The version to install, in a file
    {
      type: 'step', id: 'install/packages/pin-remove',
      source: { file: 'content/docs/install/packages.mdx', line: 397 },
      title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
      lead: {
        ko: '남겨 두면 다음에 업그레이드할 때 새 버전이 왜 오지 않는지 한참 찾게 됩니다.',
        en: 'Left behind, it makes you wonder for a long time, at the next upgrade, why the new version does not come.',
      },
      on: 'node[1]', distro: 'debian',
      script: 'sudo rm -f /etc/apt/preferences.d/kubernetes',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '416ed4ff9dd66f23',
    },

    // ── content/docs/install/single-master.mdx ───────────────────────────────────────────────────

    // 이미지 먼저 받기 / Download the images first
    {
      type: 'step', id: 'install/single-master/images',
      source: { file: 'content/docs/install/single-master.mdx', line: 47 },
      title: { ko: '이미지 먼저 받기', en: 'Download the images first' },
      lead: {
        ko: 'kubeadm init도 이미지를 받지만, 먼저 받아 두면 네트워크 문제와 설치 문제가 섞이지 않습니다.',
        en: 'Done beforehand, problems of the network do not mix with problems of the installation.',
      },
      on: 'master',
      script: 'sudo kubeadm config images pull --kubernetes-version v1.36.3',
      expect: {
        match: 'exact',
        text: `[config/images] Pulled registry.k8s.io/kube-apiserver:v1.36.3
[config/images] Pulled registry.k8s.io/kube-controller-manager:v1.36.3
[config/images] Pulled registry.k8s.io/kube-scheduler:v1.36.3
[config/images] Pulled registry.k8s.io/kube-proxy:v1.36.3
[config/images] Pulled registry.k8s.io/coredns/coredns:v1.14.2
[config/images] Pulled registry.k8s.io/pause:3.10.2
[config/images] Pulled registry.k8s.io/etcd:3.6.8-0`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 1200, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f71494845f430879',
    },

    // kubeadm init / kubeadm init
    {
      type: 'step', id: 'install/single-master/init',
      source: { file: 'content/docs/install/single-master.mdx', line: 75 },
      title: { ko: 'kubeadm init', en: 'kubeadm init' },
      lead: { ko: '몇 분 걸립니다.', en: 'It takes a few minutes.' },
      on: 'master',
      script: 'sudo kubeadm init --kubernetes-version v1.36.3 --pod-network-cidr 10.244.0.0/16 --apiserver-advertise-address "$MASTER_IP"',
      expect: { match: 'contains', text: 'Your Kubernetes control-plane has initialized successfully!' },
      unless: 'sudo kubectl --kubeconfig /etc/kubernetes/admin.conf get --namespace kube-system daemonset kube-proxy',
      exit: 0, order: 'parallel', timeoutSeconds: 1200, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '69bec64299d0f383',
    },
    {
      type: 'step', id: 'install/single-master/manifests',
      source: { file: 'content/docs/install/single-master.mdx', line: 87 },
      title: { ko: 'kubeadm init', en: 'kubeadm init' },
      lead: {
        ko: 'API 서버가 없는데 어떻게 API 서버를 실행하는가 하는 물음의 답이 이것입니다.',
        en: 'That answers the riddle how the API server can be started when there is no API server yet.',
      },
      on: 'master',
      script: 'sudo ls /etc/kubernetes/manifests',
      expect: {
        match: 'exact',
        text: `etcd.yaml
kube-apiserver.yaml
kube-controller-manager.yaml
kube-scheduler.yaml`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ee0a026900c2291c',
    },

    // kubectl이 쓸 설정 / A configuration for kubectl
    {
      type: 'step', id: 'install/single-master/kubeconfig',
      source: { file: 'content/docs/install/single-master.mdx', line: 102 },
      title: { ko: 'kubectl이 쓸 설정', en: 'A configuration for kubectl' },
      lead: {
        ko: 'kubeadm init이 만든 관리자용 설정을 내 것으로 복사합니다.',
        en: "Copy the administrator's configuration that kubeadm init made.",
      },
      on: 'master',
      script: `mkdir -p "$HOME/.kube"
sudo cp /etc/kubernetes/admin.conf "$HOME/.kube/config"
sudo chown "$(id -u):$(id -g)" "$HOME/.kube/config"`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '41336bcbdcede51b',
    },
    {
      type: 'step', id: 'install/single-master/cluster-info',
      source: { file: 'content/docs/install/single-master.mdx', line: 110 },
      title: { ko: 'kubectl이 쓸 설정', en: 'A configuration for kubectl' },
      lead: { ko: 'API 서버에 닿는지 봅니다.', en: 'See whether the API server answers.' },
      on: 'master',
      script: 'kubectl cluster-info',
      expect: {
        match: 'exact',
        text: `Kubernetes control plane is running at https://…:6443
CoreDNS is running at https://…:6443/api/v1/namespaces/kube-system/services/kube-dns:dns/proxy

…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1ceb0801fd359cc3',
    },

    // 노드가 NotReady인 까닭 / Why the node is NotReady
    {
      type: 'step', id: 'install/single-master/not-ready',
      source: { file: 'content/docs/install/single-master.mdx', line: 129 },
      title: { ko: '노드가 NotReady인 까닭', en: 'Why the node is NotReady' },
      lead: { ko: '노드를 봅니다.', en: 'Look at the node.' },
      on: 'master',
      script: 'kubectl get nodes',
      expect: {
        match: 'exact',
        text: `NAME…STATUS…ROLES…AGE…VERSION
master…NotReady…control-plane…v1.36.3`,
      },
      unless: 'kubectl get daemonset kube-flannel-ds --namespace kube-flannel',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '74392da7e235bbb9',
    },
    {
      type: 'step', id: 'install/single-master/why-not-ready',
      source: { file: 'content/docs/install/single-master.mdx', line: 140 },
      title: { ko: '노드가 NotReady인 까닭', en: 'Why the node is NotReady' },
      lead: { ko: '노드의 상태에 적힌 까닭을 봅니다.', en: 'Read the reason in the status of the node.' },
      on: 'master', runtime: 'containerd',
      script: "kubectl get node master -o jsonpath='{.status.conditions[?(@.type==\"Ready\")].message}'",
      expect: { match: 'exact', text: '…cni plugin not initialized' },
      unless: 'kubectl get daemonset kube-flannel-ds --namespace kube-flannel',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'def2ebb8924233f6',
    },
    {
      type: 'step', id: 'install/single-master/why-not-ready',
      source: { file: 'content/docs/install/single-master.mdx', line: 148 },
      title: { ko: '노드가 NotReady인 까닭', en: 'Why the node is NotReady' },
      on: 'master', runtime: 'crio',
      script: "kubectl get node master -o jsonpath='{.status.conditions[?(@.type==\"Ready\")].message}'",
      expect: {
        match: 'exact',
        text: '…no CNI configuration file in /etc/cni/net.d/. Has your network provider started?',
      },
      unless: 'kubectl get daemonset kube-flannel-ds --namespace kube-flannel',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '95d33d8ecea3c416',
    },
    {
      type: 'step', id: 'install/single-master/dns-pending',
      source: { file: 'content/docs/install/single-master.mdx', line: 158 },
      title: { ko: '노드가 NotReady인 까닭', en: 'Why the node is NotReady' },
      lead: {
        ko: '그래서 CoreDNS의 Pod도 놓일 곳이 없어 기다립니다.',
        en: 'For the same reason the Pods of CoreDNS wait for a place.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace kube-system --selector k8s-app=kube-dns',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE
coredns-…0/1…Pending…
coredns-…0/1…Pending…`,
      },
      unless: 'kubectl get daemonset kube-flannel-ds --namespace kube-flannel',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4d1180f944807297',
    },

    // 네트워크: flannel / The network: flannel
    {
      type: 'step', id: 'install/single-master/flannel',
      source: { file: 'content/docs/install/single-master.mdx', line: 178 },
      title: { ko: '네트워크: flannel', en: 'The network: flannel' },
      lead: { ko: '배포된 매니페스트를 그대로 적용합니다.', en: 'Apply the manifest as it was released.' },
      on: 'master',
      script: 'kubectl apply -f https://github.com/flannel-io/flannel/releases/download/v0.28.4/kube-flannel.yml',
      expect: {
        match: 'exact',
        text: `namespace/kube-flannel …
clusterrole.rbac.authorization.k8s.io/flannel …
clusterrolebinding.rbac.authorization.k8s.io/flannel …
serviceaccount/flannel …
configmap/kube-flannel-cfg …
daemonset.apps/kube-flannel-ds …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'dd5df571eff082f6',
    },
    {
      type: 'step', id: 'install/single-master/flannel-rollout',
      source: { file: 'content/docs/install/single-master.mdx', line: 193 },
      title: { ko: '네트워크: flannel', en: 'The network: flannel' },
      lead: { ko: '다 뜰 때까지 기다립니다.', en: 'Wait until it is up.' },
      on: 'master',
      script: 'kubectl rollout status daemonset/kube-flannel-ds --namespace kube-flannel --timeout=10m',
      expect: { match: 'contains', text: 'daemon set "kube-flannel-ds" successfully rolled out' },
      exit: 0, order: 'parallel', timeoutSeconds: 720, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'cfe8a3f0923ce1a8',
    },
    {
      type: 'step', id: 'install/single-master/master-ready',
      source: { file: 'content/docs/install/single-master.mdx', line: 203 },
      title: { ko: '네트워크: flannel', en: 'The network: flannel' },
      lead: { ko: '이제 노드가 준비됩니다.', en: 'Now the node becomes ready.' },
      on: 'master',
      script: 'kubectl wait --for=condition=Ready node/master --timeout=5m',
      expect: { match: 'exact', text: 'node/master condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '18810fe11930dace',
    },

    // 노드 넣기 / Joining the nodes
    {
      type: 'step', id: 'install/single-master/token',
      source: { file: 'content/docs/install/single-master.mdx', line: 222 },
      title: { ko: '노드 넣기', en: 'Joining the nodes' },
      lead: {
        ko: 'init이 만든 토큰이 아직 살아 있으면 그것을 쓰고, 없으면 새로 만듭니다.',
        en: 'Take the token of init while it lives, or else make a new one.',
      },
      on: 'master',
      script: `TOKEN=$(sudo kubeadm token list | awk '/authentication,signing/ {token = $1} END {print token}')
TOKEN=\${TOKEN:-$(sudo kubeadm token create)}`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: ['TOKEN'],
      hash: 'd6845263e719b68b',
    },
    {
      type: 'step', id: 'install/single-master/ca-hash',
      source: { file: 'content/docs/install/single-master.mdx', line: 229 },
      title: { ko: '노드 넣기', en: 'Joining the nodes' },
      lead: { ko: '이 값은 비밀이 아닙니다.', en: 'This value is not secret.' },
      on: 'master',
      script: `CA_HASH=sha256:$(openssl x509 -in /etc/kubernetes/pki/ca.crt -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -d ' ' -f 1)
echo "$CA_HASH"`,
      expect: { match: 'regex', text: '^sha256:[0-9a-f]{64}$' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: ['CA_HASH'], secrets: [],
      hash: '5a85a02d1c454b7e',
    },
    {
      type: 'step', id: 'install/single-master/join',
      source: { file: 'content/docs/install/single-master.mdx', line: 244 },
      title: { ko: '노드 넣기', en: 'Joining the nodes' },
      lead: { ko: '두 노드에서 실행합니다.', en: 'Run this on both nodes.' },
      on: 'node',
      script: 'sudo kubeadm join "$MASTER_IP:6443" --token "$TOKEN" --discovery-token-ca-cert-hash "$CA_HASH"',
      expect: { match: 'contains', text: 'This node has joined the cluster:' },
      creates: '/etc/kubernetes/kubelet.conf',
      exit: 0, order: 'parallel', timeoutSeconds: 900, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e259bba403a7d1b0',
    },
    {
      type: 'step', id: 'install/single-master/nodes-ready',
      source: { file: 'content/docs/install/single-master.mdx', line: 256 },
      title: { ko: '노드 넣기', en: 'Joining the nodes' },
      lead: {
        ko: '그래서 두 노드가 생길 때까지(--for=create), 그리고 셋이 모두 준비될 때까지 기다립니다.',
        en: 'Wait until both nodes exist (--for=create), then until all three are ready.',
      },
      on: 'master',
      script: `kubectl wait --for=create node/node1 --timeout=2m
kubectl wait --for=create node/node2 --timeout=2m
kubectl wait --for=condition=Ready node/master node/node1 node/node2 --timeout=10m`,
      expect: {
        match: 'exact',
        text: `node/node1 condition met
node/node2 condition met
node/master condition met
node/node1 condition met
node/node2 condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 900, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '38ab15448287d815',
    },
    {
      type: 'step', id: 'install/single-master/nodes-wide',
      source: { file: 'content/docs/install/single-master.mdx', line: 272 },
      title: { ko: '노드 넣기', en: 'Joining the nodes' },
      lead: {
        ko: 'INTERNAL-IP가 여러분이 의도한 주소인지, 런타임의 버전이 맞는지 확인합니다.',
        en: 'Check that INTERNAL-IP is the address that you meant, and that the runtime has the right version.',
      },
      on: 'master', runtime: 'containerd',
      script: 'kubectl get nodes -o wide',
      expect: {
        match: 'exact',
        text: `NAME…STATUS…ROLES…VERSION…INTERNAL-IP…CONTAINER-RUNTIME
master…Ready…control-plane…v1.36.3…containerd://…2.3.7…
node1…Ready…<none>…v1.36.3…containerd://…2.3.7…
node2…Ready…<none>…v1.36.3…containerd://…2.3.7…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6065afa4a14c4725',
    },
    {
      type: 'step', id: 'install/single-master/nodes-wide',
      source: { file: 'content/docs/install/single-master.mdx', line: 283 },
      title: { ko: '노드 넣기', en: 'Joining the nodes' },
      on: 'master', runtime: 'crio',
      script: 'kubectl get nodes -o wide',
      expect: {
        match: 'exact',
        text: `NAME…STATUS…ROLES…VERSION…INTERNAL-IP…CONTAINER-RUNTIME
master…Ready…control-plane…v1.36.3…cri-o://1.36.1
node1…Ready…<none>…v1.36.3…cri-o://1.36.1
node2…Ready…<none>…v1.36.3…cri-o://1.36.1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f118d910e2bbb658',
    },

    // 첫 애플리케이션 / The first application
    {
      type: 'file', id: 'install/single-master/file:hello.yaml',
      source: { file: 'content/docs/install/single-master.mdx', line: 300 },
      title: { ko: '첫 애플리케이션', en: 'The first application' },
      lead: {
        ko: 'Deployment는 같은 Pod를 정해진 수만큼 유지하고, Service는 Pod가 바뀌어도 변하지 않는 주소를 줍니다.',
        en: 'That takes two things: a Deployment keeps a number of equal Pods, and a Service gives them an address that stays when Pods come and go.',
      },
      on: 'master',
      path: 'hello.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: nginx
spec:
  replicas: 2
  selector:
    matchLabels:
      app: nginx
  template:
    metadata:
      labels:
        app: nginx
    spec:
      containers:
        - name: nginx
          image: nginx:1.26
          ports:
            - containerPort: 80
---
apiVersion: v1
kind: Service
metadata:
  name: nginx
spec:
  type: NodePort
  selector:
    app: nginx
  ports:
    - port: 80
      targetPort: 80
      nodePort: 30080`,
      hash: 'c10fdd6b8c8b4b0e',
    },
    {
      type: 'step', id: 'install/single-master/apply',
      source: { file: 'content/docs/install/single-master.mdx', line: 341 },
      title: { ko: '첫 애플리케이션', en: 'The first application' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f hello.yaml',
      expect: {
        match: 'exact',
        text: `deployment.apps/nginx …
service/nginx …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'cf163b6956d8a87e',
    },
    {
      type: 'step', id: 'install/single-master/rollout',
      source: { file: 'content/docs/install/single-master.mdx', line: 352 },
      title: { ko: '첫 애플리케이션', en: 'The first application' },
      lead: { ko: '이미지를 받고 뜰 때까지 기다립니다.', en: 'Wait until the image is there and the Pods are up.' },
      on: 'master',
      script: 'kubectl rollout status deployment/nginx --timeout=10m',
      expect: { match: 'contains', text: 'deployment "nginx" successfully rolled out' },
      exit: 0, order: 'parallel', timeoutSeconds: 720, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f68eb974b85c4774',
    },
    {
      type: 'step', id: 'install/single-master/pods',
      source: { file: 'content/docs/install/single-master.mdx', line: 362 },
      title: { ko: '첫 애플리케이션', en: 'The first application' },
      lead: {
        ko: '주소는 10.244.0.0/16 가운데 그 노드가 받은 /24의 것입니다.',
        en: 'The addresses are from the /24 of the node, a part of 10.244.0.0/16.',
      },
      on: 'master',
      script: 'kubectl get pods --selector app=nginx -o wide',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…IP…NODE…
nginx-…1/1…Running…10.244.…node…
nginx-…1/1…Running…10.244.…node…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '22a2391337f6906d',
    },
    {
      type: 'step', id: 'install/single-master/service',
      source: { file: 'content/docs/install/single-master.mdx', line: 374 },
      title: { ko: '첫 애플리케이션', en: 'The first application' },
      lead: {
        ko: '80:30080은 Service의 80번 포트와 모든 노드의 30080번 포트라는 뜻입니다.',
        en: '80:30080 means port 80 of the Service, and port 30080 of every node.',
      },
      on: 'master',
      script: 'kubectl get service nginx',
      expect: {
        match: 'exact',
        text: `NAME…TYPE…CLUSTER-IP…PORT(S)…AGE
nginx…NodePort…80:30080/TCP…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '42b947409a794977',
    },

    // 클러스터 밖에서 / From outside the cluster
    {
      type: 'step', id: 'install/single-master/curl',
      source: { file: 'content/docs/install/single-master.mdx', line: 387 },
      title: { ko: '클러스터 밖에서', en: 'From outside the cluster' },
      lead: {
        ko: '여기에서 접속되면 정말로 밖에 내놓은 것입니다.',
        en: 'If it can connect, the application is really on offer to the outside.',
      },
      on: 'utility',
      script: 'curl -fsS --max-time 10 "http://$NODE1_IP:30080/"',
      expect: { match: 'contains', text: '<title>Welcome to nginx!</title>' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f23a2b9cb124319f',
    },
    {
      type: 'step', id: 'install/single-master/every-node',
      source: { file: 'content/docs/install/single-master.mdx', line: 397 },
      title: { ko: '클러스터 밖에서', en: 'From outside the cluster' },
      lead: { ko: '컨트롤 플레인을 포함해 셋 모두에 접속해 봅니다.', en: 'Try all three, the control plane among them.' },
      on: 'utility',
      script: `for ip in "$MASTER_IP" "$NODE1_IP" "$NODE2_IP"; do
  curl -fsS --max-time 10 "http://$ip:30080/" | grep '<title>'
done`,
      expect: {
        match: 'exact',
        text: `<title>Welcome to nginx!</title>
<title>Welcome to nginx!</title>
<title>Welcome to nginx!</title>`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1cb78d656c3e6267',
    },

    // 클러스터 안에서 / From inside the cluster
    {
      type: 'step', id: 'install/single-master/dns',
      source: { file: 'content/docs/install/single-master.mdx', line: 413 },
      title: { ko: '클러스터 안에서', en: 'From inside the cluster' },
      lead: {
        ko: 'CoreDNS가 Service의 이름을 주소로 바꾸어 줍니다.',
        en: 'CoreDNS turns the name of a Service into its address.',
      },
      on: 'master',
      script: 'kubectl exec deployment/nginx -- getent hosts kubernetes.default.svc.cluster.local',
      expect: { match: 'exact', text: '10.96.0.1…kubernetes.default.svc.cluster.local…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0b91c76543b5e927',
    },

    // API 서버의 눈으로 / As the API server sees it
    {
      type: 'step', id: 'install/single-master/system-pods',
      source: { file: 'content/docs/install/single-master.mdx', line: 429 },
      title: { ko: 'API 서버의 눈으로', en: 'As the API server sees it' },
      lead: { ko: 'kube-proxy는 노드의 수만큼 있습니다.', en: 'There are as many kube-proxies as nodes.' },
      on: 'master',
      script: 'kubectl get pods --namespace kube-system',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE
coredns-…1/1…Running…
coredns-…1/1…Running…
etcd-master…1/1…Running…
kube-apiserver-master…1/1…Running…
kube-controller-manager-master…1/1…Running…
kube-proxy-…1/1…Running…
kube-proxy-…1/1…Running…
kube-proxy-…1/1…Running…
kube-scheduler-master…1/1…Running…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0c8cfd3b76ea20b3',
    },
    {
      type: 'step', id: 'install/single-master/taints',
      source: { file: 'content/docs/install/single-master.mdx', line: 448 },
      title: { ko: 'API 서버의 눈으로', en: 'As the API server sees it' },
      lead: {
        ko: '애플리케이션의 Pod가 master에 놓이지 않은 것은 컨트롤 플레인에 테인트(taint), 곧 Pod가 놓이지 못하게 하는 표시가 붙어 있기 때문입니다.',
        en: 'No Pod of the application is on master, because the control plane has a taint, a mark that keeps Pods away.',
      },
      on: 'master',
      script: "kubectl get nodes -o custom-columns='NAME:.metadata.name,TAINT:.spec.taints[*].key'",
      expect: {
        match: 'exact',
        text: `NAME…TAINT
master…node-role.kubernetes.io/control-plane
node1…<none>
node2…<none>`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7f6af95f5cfdf84e',
    },

    // 노드의 눈으로 / As the node sees it
    {
      type: 'step', id: 'install/single-master/crictl',
      source: { file: 'content/docs/install/single-master.mdx', line: 463 },
      title: { ko: '노드의 눈으로', en: 'As the node sees it' },
      lead: { ko: 'crictl은 런타임에 직접 묻습니다.', en: 'crictl asks the runtime directly.' },
      on: 'node',
      script: 'sudo crictl ps',
      expect: { match: 'contains', text: 'kube-proxy' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c3c490a2b2d8d61e',
    },
    {
      type: 'step', id: 'install/single-master/kubelet-log',
      source: { file: 'content/docs/install/single-master.mdx', line: 473 },
      title: { ko: '노드의 눈으로', en: 'As the node sees it' },
      lead: { ko: '노드의 문제는 거의 모두 여기에 적혀 있습니다.', en: 'Nearly every problem of a node is written there.' },
      on: 'all',
      script: 'sudo journalctl --unit kubelet --no-pager --lines 5',
      expect: { match: 'contains', text: 'kubelet[' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '39c4f19e817b478e',
    },

    // 설정 없이 kubectl을 쓰면 / kubectl without a configuration
    {
      type: 'step', id: 'install/single-master/no-kubeconfig',
      source: { file: 'content/docs/install/single-master.mdx', line: 487 },
      title: { ko: '설정 없이 kubectl을 쓰면', en: 'kubectl without a configuration' },
      lead: {
        ko: '노드에는 ~/.kube/config가 없습니다.',
        en: 'Run kubectl on a node, where there is no ~/.kube/config.',
      },
      on: 'node[0]',
      script: 'kubectl get nodes 2>&1',
      expect: { match: 'contains', text: 'was refused - did you specify the right host or port?' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5a50fb5fb3c2753b',
    },

    // init을 두 번 하면 / init twice
    {
      type: 'step', id: 'install/single-master/init-twice',
      source: { file: 'content/docs/install/single-master.mdx', line: 501 },
      title: { ko: 'init을 두 번 하면', en: 'init twice' },
      lead: {
        ko: '이미 컨트롤 플레인이 있는 호스트에서 다시 kubeadm init을 하면 사전 검사가 막아 줍니다.',
        en: 'When the machine already has a control plane, the preflight checks stop a second kubeadm init.',
      },
      on: 'master',
      script: 'sudo kubeadm init --kubernetes-version v1.36.3 2>&1',
      expect: { match: 'contains', text: '[ERROR Port-6443]: Port 6443 is in use' },
      exit: 1, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2faf4b44cc63203d',
    },

    // 확인 / Check
    {
      type: 'step', id: 'install/single-master/verify-nodes',
      source: { file: 'content/docs/install/single-master.mdx', line: 530 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '먼저 노드 셋입니다.', en: 'First the three nodes.' },
      on: 'master',
      script: 'kubectl wait --for=condition=Ready node/master node/node1 node/node2 --timeout=2m',
      expect: {
        match: 'exact',
        text: `node/master condition met
node/node1 condition met
node/node2 condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '982fdebe166370e2',
    },
    {
      type: 'step', id: 'install/single-master/verify-app',
      source: { file: 'content/docs/install/single-master.mdx', line: 542 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '그리고 밖에서 본 애플리케이션입니다.', en: 'Then the application, from outside.' },
      on: 'utility',
      script: "curl -fsS --max-time 10 \"http://$NODE2_IP:30080/\" | grep '<title>'",
      expect: { match: 'exact', text: '<title>Welcome to nginx!</title>' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '0d6bb9fa3f06d28e',
    },
  ],
})
