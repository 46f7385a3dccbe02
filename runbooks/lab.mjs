#!/usr/bin/env zx
// Generated from content/docs/start/lab.mdx by `npm run extract`; edit the chapter, not this file.
// 실험실 / The lab
// Run it with: npx zx runbooks/lab.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'lab',
  page: 'start/lab',
  title: { ko: '실험실', en: 'The lab' },
  topology: 'single',
  isolation: 'machine',
  needs: [],
  vars: [
    {
      name: 'NODE1_IP',
      meaning: 'node1의 IP 주소',
      from: 'node[0].address',
      meanings: { ko: 'node1의 IP 주소', en: 'IP address of node1' },
    },
  ],
  versions: {},
  items: [

    // ── content/docs/start/lab.mdx ───────────────────────────────────────────────────────────────

    // 나는 누구인가 / Who am I?
    {
      type: 'step', id: 'start/lab/who',
      source: { file: 'content/docs/start/lab.mdx', line: 114 },
      title: { ko: '나는 누구인가', en: 'Who am I?' },
      lead: { ko: '네 대 모두에게 누구인지 묻습니다.', en: 'Ask all four who they are.' },
      on: 'every',
      script: "echo \"$(hostname) runs $(grep PRETTY_NAME /etc/os-release | cut -d '\"' -f 2) on $(uname -sr)\"",
      expect: { match: 'exact', text: '… runs Debian GNU/Linux 13 (trixie) on Linux …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '92f744241ec26900',
    },
    {
      type: 'step', id: 'start/lab/size',
      source: { file: 'content/docs/start/lab.mdx', line: 124 },
      title: { ko: '나는 누구인가', en: 'Who am I?' },
      lead: {
        ko: '메모리는 커널이 세는 대로여서 표보다 조금 작습니다.',
        en: 'How large they are: memory as the kernel counts it, a little less than the table says.',
      },
      on: 'every',
      script: "echo \"$(nproc) CPU, $(free --mebi | awk '/^Mem:/ {print $2}') MiB of memory, $(df --output=size --block-size=1G / | tail -n 1 | tr -d ' ') GiB of disk\"",
      expect: { match: 'regex', text: "^[12] CPU, \\d{3,4} MiB of memory, 16 GiB of disk$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b07a8d2cf816c91c',
    },
    {
      type: 'step', id: 'start/lab/user',
      source: { file: 'content/docs/start/lab.mdx', line: 134 },
      title: { ko: '나는 누구인가', en: 'Who am I?' },
      lead: { ko: 'root가 필요한 곳마다 책에 sudo라고 적혀 있습니다.', en: 'The book says sudo wherever root is needed.' },
      on: 'every',
      script: `id --user --name
sudo --non-interactive id --user --name`,
      expect: {
        match: 'exact',
        text: `debian
root`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2149ceaf84709657',
    },

    // 이름은 어디로 이어지는가 / Where do names lead?
    {
      type: 'step', id: 'start/lab/resolver',
      source: { file: 'content/docs/start/lab.mdx', line: 148 },
      title: { ko: '이름은 어디로 이어지는가', en: 'Where do names lead?' },
      lead: { ko: 'DNS 서버는 실험실의 것 하나입니다.', en: "One DNS server, the lab's." },
      on: 'utility',
      script: 'cat /etc/resolv.conf',
      expect: { match: 'exact', text: 'nameserver 10.101.0.1' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b8ecd64116a7d68b',
    },
    {
      type: 'step', id: 'start/lab/names',
      source: { file: 'content/docs/start/lab.mdx', line: 158 },
      title: { ko: '이름은 어디로 이어지는가', en: 'Where do names lead?' },
      lead: { ko: '모두 미러로 이어집니다.', en: 'They all lead to the mirror.' },
      on: 'utility',
      script: 'getent hosts pkgs.k8s.io registry.k8s.io docker.io github.com',
      expect: {
        match: 'exact',
        text: `10.101.0.1…pkgs.k8s.io
10.101.0.1…registry.k8s.io
10.101.0.1…docker.io
10.101.0.1…github.com`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '092563fb51c9566b',
    },
    {
      type: 'step', id: 'start/lab/no-name',
      source: { file: 'content/docs/start/lab.mdx', line: 171 },
      title: { ko: '이름은 어디로 이어지는가', en: 'Where do names lead?' },
      lead: { ko: 'getent는 아무것도 출력하지 않고 2로 끝납니다.', en: 'getent prints nothing and ends with 2.' },
      on: 'utility',
      script: 'getent hosts kubernetes.io',
      exit: 2, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a7abff89fdf2a1a8',
    },

    // 어떻게 TLS가 되는가 / Why does TLS work?
    {
      type: 'step', id: 'start/lab/issuer',
      source: { file: 'content/docs/start/lab.mdx', line: 179 },
      title: { ko: '어떻게 TLS가 되는가', en: 'Why does TLS work?' },
      lead: { ko: '누가 서명했는지 봅니다.', en: 'Look at who signed.' },
      on: 'utility',
      script: "openssl s_client -connect pkgs.k8s.io:443 </dev/null 2>/dev/null | grep -E '^(issuer|Verification)'",
      expect: {
        match: 'exact',
        text: `issuer=O=Kubernetes 101, CN=Kubernetes 101 lab CA
Verification: OK`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8265c3f997453986',
    },
    {
      type: 'step', id: 'start/lab/ca',
      source: { file: 'content/docs/start/lab.mdx', line: 190 },
      title: { ko: '어떻게 TLS가 되는가', en: 'Why does TLS work?' },
      lead: {
        ko: '이 CA는 여러분의 컴퓨터에서 만들었고, 그 인증서는 이 머신들에만 있습니다.',
        en: 'This CA was made on your computer, and its certificate is only on these machines.',
      },
      on: 'utility',
      script: 'ls /usr/local/share/ca-certificates',
      expect: { match: 'exact', text: 'k8s101-lab.crt' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e26ccde70ae5fad3',
    },

    // 패키지는 어디에서 오는가 / Where do packages come from?
    {
      type: 'step', id: 'start/lab/sources',
      source: { file: 'content/docs/start/lab.mdx', line: 202 },
      title: { ko: '패키지는 어디에서 오는가', en: 'Where do packages come from?' },
      lead: {
        ko: '패키지는 Debian의 것이고, 저장소의 서명은 실험실의 것입니다.',
        en: "The packages are Debian's; the signature of the archive is the lab's.",
      },
      on: 'utility',
      script: 'cat /etc/apt/sources.list.d/debian.sources',
      expect: {
        match: 'exact',
        text: `Types: deb
URIs: https://debian.lab.test/debian
Suites: trixie
Components: main
Signed-By: /etc/apt/keyrings/lab-archive.asc`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '70c6ee4b7a2fac2d',
    },
    {
      type: 'step', id: 'start/lab/curl',
      source: { file: 'content/docs/start/lab.mdx', line: 216 },
      title: { ko: '패키지는 어디에서 오는가', en: 'Where do packages come from?' },
      lead: { ko: '거기에서 무언가를 설치해 봅니다.', en: 'Install something from there.' },
      on: 'utility',
      script: `sudo apt-get update
sudo apt-get install --yes curl`,
      expect: { match: 'contains', text: 'https://debian.lab.test/debian trixie InRelease' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c65b0f6bd323150c',
    },

    // 없는 것을 달라고 하면 / And what is not there?
    {
      type: 'step', id: 'start/lab/refused',
      source: { file: 'content/docs/start/lab.mdx', line: 229 },
      title: { ko: '없는 것을 달라고 하면', en: 'And what is not there?' },
      lead: {
        ko: '나머지는 알아들을 수 있는 말로 거절합니다.',
        en: 'The mirror has what the book asks for, and refuses the rest in plain words.',
      },
      on: 'utility',
      script: 'curl --silent --show-error https://github.com/kubernetes/kubernetes/releases',
      expect: {
        match: 'exact',
        text: 'the book asked for https://github.com/kubernetes/kubernetes/releases; the mirror does not have it',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7020a81011c40783',
    },

    // 진짜와 다른 점 / What differs from the real thing
    {
      type: 'step', id: 'start/lab/kind',
      source: { file: 'content/docs/start/lab.mdx', line: 254 },
      title: { ko: '진짜와 다른 점', en: 'What differs from the real thing' },
      lead: {
        ko: '여러분의 머신이 어떤 종류이고 실험실의 것으로 무엇이 들어 있는지 봅니다.',
        en: 'See which kind of machine yours is, and what of the lab is on it.',
      },
      on: 'master',
      script: `systemd-detect-virt
ls /usr/lib/k8s101-lab`,
      expect: { match: 'regex', text: "^(uml\\ncpuinfo\\npatches\\nseed|(kvm|qemu)\\nseed)$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1accbc0b91e2404a',
    },
    {
      type: 'step', id: 'start/lab/wrapper',
      source: { file: 'content/docs/start/lab.mdx', line: 265 },
      title: { ko: '진짜와 다른 점', en: 'What differs from the real thing' },
      lead: {
        ko: '사용자 모드 리눅스에서는 스크립트가 있고, 까닭으로 시작합니다.',
        en: 'On User Mode Linux a script, which begins with its reason.',
      },
      on: 'master',
      script: "if test -e /usr/local/bin/kubeadm; then sed -n '2,3p' /usr/local/bin/kubeadm; else echo \"# Nothing stands in front of kubeadm.\"; fi",
      expect: {
        match: 'regex',
        text: "^# (The lab's kernel \\(User Mode Linux\\) has one CPU and no cpuset controller|Nothing stands in front of kubeadm)",
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1f7fa7f7e0e14428',
    },
    {
      type: 'step', id: 'start/lab/cgroup',
      source: { file: 'content/docs/start/lab.mdx', line: 275 },
      title: { ko: '진짜와 다른 점', en: 'What differs from the real thing' },
      lead: {
        ko: '메모리와 프로세스의 수가 있으니, Pod의 제한은 진짜로 걸립니다.',
        en: 'Which controllers the kernel has for limiting containers: memory and the number of processes are there, so limits of Pods are real.',
      },
      on: 'master',
      script: 'cat /sys/fs/cgroup/cgroup.controllers',
      expect: { match: 'exact', text: '…cpu…memory…pids…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '47a1e5951e1c61c0',
    },
    {
      type: 'step', id: 'start/lab/iptables',
      source: { file: 'content/docs/start/lab.mdx', line: 285 },
      title: { ko: '진짜와 다른 점', en: 'What differs from the real thing' },
      lead: { ko: 'iptables가 어느 방식인지 봅니다.', en: 'And which variant of iptables it is.' },
      on: 'master',
      script: 'sudo iptables --version',
      expect: { match: 'regex', text: "^iptables v\\S+ \\((legacy|nf_tables)\\)$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1636c4069651fc55',
    },

    // 알맞은가 / Are they fit?
    {
      type: 'step', id: 'start/lab/fit',
      source: { file: 'content/docs/start/lab.mdx', line: 361 },
      title: { ko: '알맞은가', en: 'Are they fit?' },
      lead: { ko: '실험실의 머신도 통과합니다.', en: "The lab's machines pass it as well." },
      on: 'every',
      script: `sudo --non-interactive true && echo "sudo does not ask"
test "$(sudo swapon --show | wc -l)" = 0 && echo "no swap"
test "$(df --output=avail --block-size=1G / | tail -n 1)" -ge 4 && echo "room on the disk"
test "$(uname -m)" = x86_64 && echo "x86-64"
test "$(ps --no-headers -o comm 1)" = systemd && echo "systemd"`,
      expect: {
        match: 'exact',
        text: `sudo does not ask
no swap
room on the disk
x86-64
systemd`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '496882aacbe31d39',
    },

    // 확인 / Check
    {
      type: 'step', id: 'start/lab/verify',
      source: { file: 'content/docs/start/lab.mdx', line: 393 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '이름, TLS, 대답입니다.', en: 'Once more from outside to inside: name, TLS, answer.' },
      on: 'utility',
      script: "curl --silent --show-error --output /dev/null --write-out '%{http_code} %{remote_ip}\\n' https://registry.k8s.io/v2/",
      expect: { match: 'exact', text: '200 10.101.0.1' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'verify', idempotent: true, captures: [], secrets: [],
      hash: '009535d650d49e6b',
    },

    // 내가 정한 이름 / A name of your own
    {
      type: 'step', id: 'start/lab/cleanup',
      source: { file: 'content/docs/start/lab.mdx', line: 500 },
      title: { ko: '내가 정한 이름', en: 'A name of your own' },
      lead: { ko: 'utility를 처음처럼 해 둡니다.', en: 'Leave utility as it was.' },
      on: 'utility',
      script: String.raw`sudo sed -i '/shop\.example\.com/d' /etc/hosts
sudo apt-mark unhold tree
sudo apt-get purge --yes tree`,
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '1f4f02aae9f40985',
    },
  ],
  exercises: [

    // 바뀌지 않는 패키지 / A package that stays as it is
    {
      id: 'package',
      title: { ko: '바뀌지 않는 패키지', en: 'A package that stays as it is' },
      messages: {
        'not-installed': {
          ko: 'utility에 패키지 tree가 설치되어 있지 않습니다.',
          en: 'The package tree is not installed on utility.',
        },
        'not-held': {
          ko: '업그레이드하면 utility의 패키지 tree가 바뀝니다. 붙들어 두지 않았습니다.',
          en: 'An upgrade would change the package tree on utility; it is not held.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'start/lab/package-setup', part: 'setup',
          source: { file: 'content/docs/start/lab.mdx', line: 407 },
          title: { ko: '바뀌지 않는 패키지', en: 'A package that stays as it is' },
          lead: { ko: '(kubeadm에도 같은 일을 하게 됩니다.)', en: '(You will need the same for kubeadm.)' },
          on: 'utility',
          script: `sudo apt-get update
sudo apt-mark unhold tree
sudo apt-get purge --yes tree`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'f523cd796bcd028c',
        },
        {
          type: 'step', id: 'start/lab/package-answer', part: 'answer',
          source: { file: 'content/docs/start/lab.mdx', line: 418 },
          title: { ko: '바뀌지 않는 패키지', en: 'A package that stays as it is' },
          lead: {
            ko: '설치되어 있는지와는 상관이 없습니다.',
            en: 'hold belongs to the package, whether it is installed or not.',
          },
          on: 'utility',
          script: `sudo apt-get install --yes tree
sudo apt-mark hold tree`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '15508cb977530445',
        },
        {
          type: 'step', id: 'start/lab/package-wrong', part: 'wrong',
          source: { file: 'content/docs/start/lab.mdx', line: 430 },
          title: { ko: '바뀌지 않는 패키지', en: 'A package that stays as it is' },
          lead: {
            ko: '설치는 했지만 다음 업그레이드에서 바뀔 수 있습니다.',
            en: 'Installed, but the next upgrade may change it.',
          },
          on: 'utility',
          script: 'sudo apt-get install --yes tree',
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a8e04e83ae79115b',
        },
        {
          type: 'step', id: 'start/lab/package-wrong-hold', part: 'wrong',
          source: { file: 'content/docs/start/lab.mdx', line: 436 },
          title: { ko: '바뀌지 않는 패키지', en: 'A package that stays as it is' },
          lead: { ko: '붙들어 두었지만 설치하지 않았습니다.', en: 'Held, but never installed.' },
          on: 'utility',
          script: 'sudo apt-mark hold tree',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '0772da28c6e9c904',
        },
        {
          type: 'step', id: 'start/lab/package-check', part: 'check',
          source: { file: 'content/docs/start/lab.mdx', line: 442 },
          title: { ko: '바뀌지 않는 패키지', en: 'A package that stays as it is' },
          lead: { ko: 'dpkg와 apt에게 묻습니다.', en: 'Ask dpkg and apt.' },
          on: 'utility',
          script: `ok=yes
test "$(dpkg-query --show --showformat '\${db:Status-Status}' tree 2>/dev/null)" = installed || { echo not-installed; ok=no; }
test "$(apt-mark showhold tree)" = tree || { echo not-held; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '8fcf21eb8f6c9594',
        },
      ],
    },

    // 내가 정한 이름 / A name of your own
    {
      id: 'hosts',
      title: { ko: '내가 정한 이름', en: 'A name of your own' },
      messages: {
        unknown: {
          ko: 'utility에서 이름 shop.example.com이 아무 데로도 이어지지 않습니다.',
          en: 'On utility the name shop.example.com leads nowhere.',
        },
        elsewhere: {
          ko: 'utility에서 이름 shop.example.com이 node1로 이어지지 않습니다.',
          en: 'On utility the name shop.example.com does not lead to node1.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'start/lab/hosts-setup', part: 'setup',
          source: { file: 'content/docs/start/lab.mdx', line: 455 },
          title: { ko: '내가 정한 이름', en: 'A name of your own' },
          lead: {
            ko: 'DNS 서버는 건드리지 않습니다.',
            en: 'On utility, let the name shop.example.com lead to node1, without touching the DNS server.',
          },
          on: 'utility',
          script: "sudo sed -i '/shop\\.example\\.com/d' /etc/hosts",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '649a983e92dbda7f',
        },
        {
          type: 'step', id: 'start/lab/hosts-answer', part: 'answer',
          source: { file: 'content/docs/start/lab.mdx', line: 464 },
          title: { ko: '내가 정한 이름', en: 'A name of your own' },
          lead: { ko: '한 줄에서 주소가 앞입니다.', en: 'In a line the address comes first.' },
          on: 'utility',
          script: 'echo "$NODE1_IP shop.example.com" | sudo tee -a /etc/hosts',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '42ba3040683b4ba2',
        },
        {
          type: 'step', id: 'start/lab/hosts-wrong-order', part: 'wrong',
          source: { file: 'content/docs/start/lab.mdx', line: 475 },
          title: { ko: '내가 정한 이름', en: 'A name of your own' },
          lead: { ko: '앞뒤를 바꾸면 찾지 못합니다.', en: 'The wrong way round, and nothing is found.' },
          on: 'utility',
          script: 'echo "shop.example.com $NODE1_IP" | sudo tee -a /etc/hosts',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'fe618d01c68c399e',
        },
        {
          type: 'step', id: 'start/lab/hosts-wrong-address', part: 'wrong',
          source: { file: 'content/docs/start/lab.mdx', line: 481 },
          title: { ko: '내가 정한 이름', en: 'A name of your own' },
          lead: {
            ko: '줄은 맞지만 utility 자신의 주소입니다.',
            en: 'The right line with the address of utility itself.',
          },
          on: 'utility',
          script: 'echo "127.0.1.1 shop.example.com" | sudo tee -a /etc/hosts',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'f9cbb2dff1502942',
        },
        {
          type: 'step', id: 'start/lab/hosts-check', part: 'check',
          source: { file: 'content/docs/start/lab.mdx', line: 487 },
          title: { ko: '내가 정한 이름', en: 'A name of your own' },
          lead: {
            ko: '파일을 읽지 않고, 프로그램이 묻는 것처럼 묻습니다.',
            en: 'The check asks as a program would, not by reading the file.',
          },
          on: 'utility',
          script: `address=$(getent ahostsv4 shop.example.com | awk 'NR == 1 {print $1}' || true)
if test -z "$address"; then
  echo unknown
  exit 1
fi
test "$address" = "$NODE1_IP" || { echo elsewhere; exit 1; }`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1f20e4181ae091b0',
        },
      ],
    },
  ],
})
