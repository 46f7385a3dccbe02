#!/usr/bin/env zx
// Generated from content/docs/install/packages.mdx by `npm run extract`; edit the chapter, not this file.
// 쿠버네티스 패키지 / The packages of Kubernetes
// Run it with: npx zx runbooks/install-packages.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'install-packages',
  page: 'install/packages',
  title: { ko: '쿠버네티스 패키지', en: 'The packages of Kubernetes' },
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
  versions: { kubernetes: 'v1.36.3', kubernetesMinor: 'v1.36' },
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
  ],
  exercises: [

    // 고정이 풀린 노드 / A node without its hold
    {
      id: 'hold',
      title: { ko: '고정이 풀린 노드', en: 'A node without its hold' },
      messages: {
        kubelet: { ko: 'kubelet이 고정되어 있지 않습니다.', en: 'kubelet is not on hold.' },
        kubeadm: { ko: 'kubeadm이 고정되어 있지 않습니다.', en: 'kubeadm is not on hold.' },
        kubectl: { ko: 'kubectl이 고정되어 있지 않습니다.', en: 'kubectl is not on hold.' },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'install/packages/hold-setup', part: 'setup',
          source: { file: 'content/docs/install/packages.mdx', line: 284 },
          title: { ko: '고정이 풀린 노드', en: 'A node without its hold' },
          lead: { ko: '버전은 그대로 둡니다.', en: 'Their versions stay as they are.' },
          on: 'node[1]', distro: 'debian',
          script: `sudo apt-mark unhold kubelet kubeadm
sudo apt-mark hold kubectl`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '15ed1ebb8dcc65c3',
        },
        {
          type: 'step', id: 'install/packages/hold-answer', part: 'answer',
          source: { file: 'content/docs/install/packages.mdx', line: 294 },
          title: { ko: '고정이 풀린 노드', en: 'A node without its hold' },
          lead: {
            ko: '이미 고정된 것을 또 적어도 해가 없으므로, 셋을 다 적는 편이 빠르고 확실합니다.',
            en: 'To hold what is on hold already does no harm, so naming all three is quick and safe.',
          },
          on: 'node[1]', distro: 'debian',
          script: 'sudo apt-mark hold kubelet kubeadm kubectl',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '3aab352e63d19466',
        },
        {
          type: 'step', id: 'install/packages/hold-wrong-manual', part: 'wrong',
          source: { file: 'content/docs/install/packages.mdx', line: 305 },
          title: { ko: '고정이 풀린 노드', en: 'A node without its hold' },
          lead: {
            ko: 'autoremove가 지우지 못하게 할 뿐, 업그레이드는 막지 않습니다.',
            en: 'It keeps autoremove away, and does nothing against an upgrade.',
          },
          on: 'node[1]', distro: 'debian',
          script: 'sudo apt-mark manual kubelet kubeadm kubectl',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '85475bc0ef171269',
        },
        {
          type: 'step', id: 'install/packages/hold-wrong-one', part: 'wrong',
          source: { file: 'content/docs/install/packages.mdx', line: 311 },
          title: { ko: '고정이 풀린 노드', en: 'A node without its hold' },
          lead: {
            ko: '하나만 고정하고 잊는 답도 있습니다.',
            en: 'Another way to be wrong is to hold one and forget the others.',
          },
          on: 'node[1]', distro: 'debian',
          script: 'sudo apt-mark hold kubelet',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'c8c3708c9c0f1ac9',
        },
        {
          type: 'step', id: 'install/packages/hold-check', part: 'check',
          source: { file: 'content/docs/install/packages.mdx', line: 317 },
          title: { ko: '고정이 풀린 노드', en: 'A node without its hold' },
          lead: { ko: '고정된 것의 목록만 읽습니다.', en: 'The check only reads the list of what is on hold.' },
          on: 'node[1]', distro: 'debian',
          script: `held=$(apt-mark showhold)
ok=yes
grep -qx kubelet <<<"$held" || { echo kubelet; ok=no; }
grep -qx kubeadm <<<"$held" || { echo kubeadm; ok=no; }
grep -qx kubectl <<<"$held" || { echo kubectl; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '102e784b0e94d12b',
        },
      ],
    },

    // 설치할 버전을 파일로 정하기 / The version to install, in a file
    {
      id: 'pin',
      title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
      messages: {
        kubelet: {
          ko: 'apt가 고르는 kubelet은 아직 1.36.3으로 정해져 있지 않습니다. 우선순위가 500보다 높아야 합니다.',
          en: 'apt has no preference for kubelet 1.36.3 yet; its priority has to be above 500.',
        },
        kubeadm: {
          ko: 'apt가 고르는 kubeadm은 아직 1.36.3으로 정해져 있지 않습니다. 우선순위가 500보다 높아야 합니다.',
          en: 'apt has no preference for kubeadm 1.36.3 yet; its priority has to be above 500.',
        },
        kubectl: {
          ko: 'apt가 고르는 kubectl은 아직 1.36.3으로 정해져 있지 않습니다. 우선순위가 500보다 높아야 합니다.',
          en: 'apt has no preference for kubectl 1.36.3 yet; its priority has to be above 500.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'install/packages/pin-setup', part: 'setup',
          source: { file: 'content/docs/install/packages.mdx', line: 332 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          lead: {
            ko: 'node2에서, 더 높은 패치 버전이 저장소에 나와도 apt가 kubelet, kubeadm, kubectl의 1.36.3을 고르도록 하십시오.',
            en: 'On node2, make apt choose 1.36.3 of kubelet, kubeadm and kubectl even when the repository has a higher patch release.',
          },
          on: 'node[1]', distro: 'debian',
          script: 'sudo rm -f /etc/apt/preferences.d/kubernetes*',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '85a6d7ce528b7c3e',
        },
        {
          type: 'file', id: 'install/packages/pin/answer/file:/etc/apt/preferences.d/kubernetes', part: 'answer',
          source: { file: 'content/docs/install/packages.mdx', line: 341 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          lead: {
            ko: '1000을 넘으면 이미 설치된 더 높은 버전까지 내립니다.',
            en: 'Above 1000 it would even bring an installed, higher version down.',
          },
          on: 'node[1]', distro: 'debian',
          path: '/etc/apt/preferences.d/kubernetes', mode: '0644', subst: [],
          text: `Package: kubelet kubeadm kubectl
Pin: version 1.36.3-*
Pin-Priority: 900`,
          hash: '1633985957b7f18d',
        },
        {
          type: 'step', id: 'install/packages/pin-answer', part: 'answer',
          source: { file: 'content/docs/install/packages.mdx', line: 349 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          lead: { ko: '우선순위가 바뀌었는지 봅니다.', en: 'See whether the priority changed.' },
          on: 'node[1]', distro: 'debian',
          script: 'apt-cache policy kubelet',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '2e7877cb73e6eb6a',
        },
        {
          type: 'file', id: 'install/packages/pin/wrong/file:/etc/apt/preferences.d/kubernetes', part: 'wrong',
          source: { file: 'content/docs/install/packages.mdx', line: 360 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          lead: {
            ko: '이미지의 태그처럼 v를 붙이면 맞는 패키지가 없고, apt는 아무 말도 하지 않습니다.',
            en: 'With a v, as in the tag of an image, no package matches, and apt says nothing.',
          },
          on: 'node[1]', distro: 'debian',
          path: '/etc/apt/preferences.d/kubernetes', mode: '0644', subst: [],
          text: `Package: kubelet kubeadm kubectl
Pin: version v1.36.3
Pin-Priority: 900`,
          hash: '8f3ef3271e1826b3',
        },
        {
          type: 'step', id: 'install/packages/pin-wrong-v', part: 'wrong',
          source: { file: 'content/docs/install/packages.mdx', line: 366 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          on: 'node[1]', distro: 'debian',
          script: 'apt-cache policy kubelet',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9057dd753d7fdd55',
        },
        {
          type: 'file', id: 'install/packages/pin/wrong/file:/etc/apt/preferences.d/kubernetes.conf', part: 'wrong',
          source: { file: 'content/docs/install/packages.mdx', line: 372 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          lead: {
            ko: '이름에 점이 없거나 .pref로 끝나야 합니다.',
            en: 'apt does not read a file whose name ends in .conf: the name must have no dot in it, or end in .pref.',
          },
          on: 'node[1]', distro: 'debian',
          path: '/etc/apt/preferences.d/kubernetes.conf', mode: '0644', subst: [],
          text: `Package: kubelet kubeadm kubectl
Pin: version 1.36.3-*
Pin-Priority: 900`,
          hash: 'd70d84b92183273f',
        },
        {
          type: 'step', id: 'install/packages/pin-wrong-name', part: 'wrong',
          source: { file: 'content/docs/install/packages.mdx', line: 378 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          on: 'node[1]', distro: 'debian',
          script: 'apt-cache policy kubelet',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '43734fc6eb61f028',
        },
        {
          type: 'step', id: 'install/packages/pin-check', part: 'check',
          source: { file: 'content/docs/install/packages.mdx', line: 384 },
          title: { ko: '설치할 버전을 파일로 정하기', en: 'The version to install, in a file' },
          lead: {
            ko: '설치된 버전 1.36.3의 우선순위를 apt에게 묻습니다.',
            en: 'The check asks apt for the priority of the installed version 1.36.3.',
          },
          on: 'node[1]', distro: 'debian',
          script: `ok=yes
for package in kubelet kubeadm kubectl; do
  priority=$(apt-cache policy "$package" | awk '$1 == "***" && $2 ~ /^1[.]36[.]3-/ {print $3}')
  test "\${priority:-0}" -gt 500 || { echo "$package"; ok=no; }
done
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '028a1b18dadedcd8',
        },
      ],
    },
  ],
})
