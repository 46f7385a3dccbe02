#!/usr/bin/env zx
// Generated from content/docs/install/kubeadm.mdx by `npm run extract`; edit the chapter, not this file.
// kubeadm 다루기 / Working with kubeadm
// Run it with: npx zx runbooks/kubeadm-config.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'kubeadm-config',
  page: 'install/kubeadm',
  title: { ko: 'kubeadm 다루기', en: 'Working with kubeadm' },
  topology: 'single',
  isolation: 'cluster',
  needs: ['install-single-master'],
  vars: [
    {
      name: 'MASTER_IP',
      meaning: 'master의 IP 주소',
      from: 'master[0].address',
      meanings: { ko: 'master의 IP 주소', en: 'IP address of master' },
    },
  ],
  versions: { kubernetes: 'v1.36.3', etcd: '3.6.8-0', coredns: 'v1.14.2', pause: '3.10.2' },
  items: [

    // ── content/docs/install/kubeadm.mdx ─────────────────────────────────────────────────────────

    // 클러스터가 기억하는 설정 / What the cluster remembers
    {
      type: 'step', id: 'install/kubeadm/stored',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 63 },
      title: { ko: '클러스터가 기억하는 설정', en: 'What the cluster remembers' },
      lead: {
        ko: 'kubeadm upgrade와 kubeadm join이 나중에 이것을 읽습니다.',
        en: 'kubeadm upgrade and kubeadm join read it later.',
      },
      on: 'master',
      script: "kubectl get configmap kubeadm-config --namespace kube-system -o jsonpath='{.data.ClusterConfiguration}'",
      expect: {
        match: 'exact',
        text: `apiServer: {}
apiVersion: kubeadm.k8s.io/v1beta4
caCertificateValidityPeriod: 87600h0m0s
certificateValidityPeriod: 8760h0m0s
certificatesDir: /etc/kubernetes/pki
clusterName: kubernetes
controllerManager: {}
dns: {}
encryptionAlgorithm: RSA-2048
etcd:
  local:
    dataDir: /var/lib/etcd
imageRepository: registry.k8s.io
kind: ClusterConfiguration
kubernetesVersion: v1.36.3
networking:
  dnsDomain: cluster.local
  podSubnet: 10.244.0.0/16
  serviceSubnet: 10.96.0.0/12
proxy: {}
scheduler: {}`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b35b4002be711387',
    },

    // 기본값에서 시작하기 / Begin with the defaults
    {
      type: 'step', id: 'install/kubeadm/defaults',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 103 },
      title: { ko: '기본값에서 시작하기', en: 'Begin with the defaults' },
      lead: { ko: '무엇이 들어가는지 봅니다.', en: 'See which there are.' },
      on: 'master',
      script: `kubeadm config print init-defaults | grep -E '^(---|apiVersion|kind)'
kubeadm config print join-defaults | grep -E '^(---|apiVersion|kind)'`,
      expect: {
        match: 'exact',
        text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5fe03d68bba845bb',
    },
    {
      type: 'step', id: 'install/kubeadm/component-defaults',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 122 },
      title: { ko: '기본값에서 시작하기', en: 'Begin with the defaults' },
      lead: { ko: '기본값을 함께 출력하게 합니다.', en: 'Print their defaults as well.' },
      on: 'master',
      script: "kubeadm config print init-defaults --component-configs KubeletConfiguration,KubeProxyConfiguration | grep -E '^kind'",
      expect: {
        match: 'exact',
        text: `kind: InitConfiguration
kind: ClusterConfiguration
kind: KubeletConfiguration
kind: KubeProxyConfiguration`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8a76caa700ae2450',
    },

    // 다른 것만 적기 / Write only what differs
    {
      type: 'file', id: 'install/kubeadm/file:cluster.yaml',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 141 },
      title: { ko: '다른 것만 적기', en: 'Write only what differs' },
      lead: {
        ko: '앞 장에서 옵션 셋으로 준 것을 파일로 쓰면 이렇습니다.',
        en: 'The three options of the last chapter look like this in a file.',
      },
      on: 'master',
      path: 'cluster.yaml', subst: ['MASTER_IP'],
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
localAPIEndpoint:
  advertiseAddress: \${MASTER_IP}
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.36.3
networking:
  podSubnet: 10.244.0.0/16`,
      hash: 'fe735d2f096c28a6',
    },
    {
      type: 'step', id: 'install/kubeadm/validate',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 156 },
      title: { ko: '다른 것만 적기', en: 'Write only what differs' },
      lead: {
        ko: '--config와 다른 옵션은 거의 섞어 쓸 수 없습니다.',
        en: 'Hardly any other option may stand beside --config.',
      },
      on: 'master',
      script: 'kubeadm config validate --config cluster.yaml',
      expect: { match: 'exact', text: 'ok' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a6cc0ffc84ab351d',
    },

    // 오타는 검사에서 걸립니다 / The check finds typing errors
    {
      type: 'file', id: 'install/kubeadm/file:typo.yaml',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 168 },
      title: { ko: '오타는 검사에서 걸립니다', en: 'The check finds typing errors' },
      lead: { ko: '필드 이름에 s를 하나 더 붙인 파일입니다.', en: 'This file has one s too many in the name of a field.' },
      on: 'master',
      path: 'typo.yaml', subst: [],
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.36.3
networking:
  podSubnets: 10.244.0.0/16`,
      hash: '55ac17e74eb0e64a',
    },
    {
      type: 'step', id: 'install/kubeadm/typo',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 178 },
      title: { ko: '오타는 검사에서 걸립니다', en: 'The check finds typing errors' },
      lead: { ko: '검사해 봅니다.', en: 'Check it.' },
      on: 'master',
      script: 'kubeadm config validate --config typo.yaml 2>&1',
      expect: { match: 'contains', text: 'strict decoding error: unknown field "networking.podSubnets"' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '3775f14de6ef33e3',
    },

    // 옛 파일 옮기기 / Migrate an old file
    {
      type: 'file', id: 'install/kubeadm/file:old.yaml',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 192 },
      title: { ko: '옛 파일 옮기기', en: 'Migrate an old file' },
      lead: {
        ko: '1.31 이전에 쓴 파일이 남아 있다면 이런 모양입니다.',
        en: 'A file that was written before 1.31 looks like this.',
      },
      on: 'master',
      path: 'old.yaml', subst: [],
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.36.3
networking:
  podSubnet: 10.244.0.0/16
apiServer:
  extraArgs:
    audit-log-maxage: "7"`,
      hash: 'b05939b4e6055179',
    },
    {
      type: 'step', id: 'install/kubeadm/migrate',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 205 },
      title: { ko: '옛 파일 옮기기', en: 'Migrate an old file' },
      lead: { ko: '옮기고, 무엇이 바뀌었는지 봅니다.', en: 'Migrate it, and see what changed.' },
      on: 'master',
      script: 'kubeadm config migrate --old-config old.yaml --new-config new.yaml',
      creates: 'new.yaml',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a7ecbe595fc0f81c',
    },
    {
      type: 'step', id: 'install/kubeadm/migrated',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 209 },
      title: { ko: '옛 파일 옮기기', en: 'Migrate an old file' },
      on: 'master',
      script: `grep -E '^apiVersion' new.yaml
grep -A 2 extraArgs new.yaml`,
      expect: {
        match: 'exact',
        text: `apiVersion: kubeadm.k8s.io/v1beta4
apiVersion: kubeadm.k8s.io/v1beta4
  extraArgs:
  - name: audit-log-maxage
    value: "7"`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '51b2c6ec39b909a4',
    },
    {
      type: 'step', id: 'install/kubeadm/too-old',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 226 },
      title: { ko: '옛 파일 옮기기', en: 'Migrate an old file' },
      lead: { ko: '버전을 v1beta2로 바꾼 것으로 시험합니다.', en: 'Try it with the version changed to v1beta2.' },
      on: 'master',
      script: `sed 's/v1beta3/v1beta2/' old.yaml > older.yaml
kubeadm config migrate --old-config older.yaml 2>&1`,
      expect: {
        match: 'contains',
        text: 'your configuration file uses an old API spec: "kubeadm.k8s.io/v1beta2"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'fc5899a102e95975',
    },

    // 이미지 목록 / The list of images
    {
      type: 'step', id: 'install/kubeadm/images',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 241 },
      title: { ko: '이미지 목록', en: 'The list of images' },
      lead: {
        ko: '사설 레지스트리를 쓴다면 --image-repository를 붙여 바뀐 이름을 볼 수 있습니다.',
        en: 'With a private registry, add --image-repository to see their names there.',
      },
      on: 'master',
      script: 'kubeadm config images list --kubernetes-version v1.36.3',
      expect: {
        match: 'exact',
        text: `registry.k8s.io/kube-apiserver:v1.36.3
registry.k8s.io/kube-controller-manager:v1.36.3
registry.k8s.io/kube-scheduler:v1.36.3
registry.k8s.io/kube-proxy:v1.36.3
registry.k8s.io/coredns/coredns:v1.14.2
registry.k8s.io/pause:3.10.2
registry.k8s.io/etcd:3.6.8-0`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '96c56b6c8d1393c1',
    },

    // 만들고 보기 / Create and list
    {
      type: 'step', id: 'install/kubeadm/token-create',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 261 },
      title: { ko: '만들고 보기', en: 'Create and list' },
      lead: {
        ko: '뒤에서 node2를 다시 넣을 때 씁니다.',
        en: 'Make one for 30 minutes: we join node2 again with it below.',
      },
      on: 'master',
      script: 'JOIN_TOKEN=$(sudo kubeadm token create --ttl 30m --description "node2 comes back")',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: ['JOIN_TOKEN'],
      hash: '81ac02635f0b490a',
    },
    {
      type: 'step', id: 'install/kubeadm/token-list',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 267 },
      title: { ko: '만들고 보기', en: 'Create and list' },
      lead: {
        ko: '앞의 여섯 글자가 토큰의 이름이고, 점 뒤가 비밀입니다.',
        en: 'The first six characters are the name of a token; what follows the dot is secret.',
      },
      on: 'master',
      script: 'sudo kubeadm token list',
      expect: {
        match: 'exact',
        text: `TOKEN…TTL…EXPIRES…USAGES…DESCRIPTION…EXTRA GROUPS
…
…authentication,signing…node2 comes back…system:bootstrappers:kubeadm:default-node-token
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c5a69de4e5d0d187',
    },
    {
      type: 'step', id: 'install/kubeadm/token-secret',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 282 },
      title: { ko: '만들고 보기', en: 'Create and list' },
      lead: {
        ko: '만료된 것을 지우는 것은 컨트롤러 매니저입니다.',
        en: 'The controller manager removes those that have expired.',
      },
      on: 'master',
      script: 'kubectl get secrets --namespace kube-system --field-selector type=bootstrap.kubernetes.io/token',
      expect: {
        match: 'exact',
        text: `NAME…TYPE…DATA…AGE
…
bootstrap-token-…bootstrap.kubernetes.io/token…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0a95fb1fb7cfc441',
    },

    // join 명령 / The join command
    {
      type: 'step', id: 'install/kubeadm/join-command',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 297 },
      title: { ko: 'join 명령', en: 'The join command' },
      lead: {
        ko: '여기에서는 쓰지 않을 토큰을 남기지 않으려고 붙였습니다.',
        en: 'Leave --dry-run out when you mean it; it is here so that no unused token stays behind.',
      },
      on: 'master',
      script: 'sudo kubeadm token create --print-join-command --dry-run | tail -n 1',
      expect: {
        match: 'exact',
        text: 'kubeadm join …:6443 --token … --discovery-token-ca-cert-hash sha256:…',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2103fa121c758034',
    },
    {
      type: 'step', id: 'install/kubeadm/ca-hash',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 307 },
      title: { ko: 'join 명령', en: 'The join command' },
      lead: { ko: '손으로도 구할 수 있습니다.', en: 'You can do that by hand.' },
      on: 'master',
      script: `CA_HASH=sha256:$(openssl x509 -in /etc/kubernetes/pki/ca.crt -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -d ' ' -f 1)
echo "$CA_HASH"`,
      expect: { match: 'regex', text: '^sha256:[0-9a-f]{64}$' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: ['CA_HASH'], secrets: [],
      hash: '0918d79de3b1d8e2',
    },

    // 노드가 처음 하는 일 / The first thing a node does
    {
      type: 'step', id: 'install/kubeadm/cluster-info',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 320 },
      title: { ko: '노드가 처음 하는 일', en: 'The first thing a node does' },
      lead: { ko: 'node2에서 인증서 없이 읽어 봅니다.', en: 'Read it on node2, without a certificate.' },
      on: 'node2',
      script: "curl -ksS --max-time 10 \"https://$MASTER_IP:6443/api/v1/namespaces/kube-public/configmaps/cluster-info\" | grep -oE '\"(kubeconfig|jws-kubeconfig-[a-z0-9]{6})\"' | sort -u",
      expect: {
        match: 'exact',
        text: `"jws-kubeconfig-…"
…
"kubeconfig"`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8af9de740b464bb5',
    },

    // 언제 끝나는가 / When do they end?
    {
      type: 'step', id: 'install/kubeadm/expiration',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 338 },
      title: { ko: '언제 끝나는가', en: 'When do they end?' },
      lead: { ko: '모두 한 번에 봅니다.', en: 'Look at all of them in one go.' },
      on: 'master',
      script: 'sudo kubeadm certs check-expiration',
      expect: {
        match: 'exact',
        text: `…
CERTIFICATE…EXPIRES…RESIDUAL TIME…CERTIFICATE AUTHORITY…EXTERNALLY MANAGED
admin.conf…d…ca…no
apiserver…d…ca…no
apiserver-etcd-client…d…etcd-ca…no
apiserver-kubelet-client…d…ca…no
controller-manager.conf…d…ca…no
etcd-healthcheck-client…d…etcd-ca…no
etcd-peer…d…etcd-ca…no
etcd-server…d…etcd-ca…no
front-proxy-client…d…front-proxy-ca…no
scheduler.conf…d…ca…no
super-admin.conf…d…ca…no

CERTIFICATE AUTHORITY…EXPIRES…RESIDUAL TIME…EXTERNALLY MANAGED
ca…y…no
etcd-ca…y…no
front-proxy-ca…y…no`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b22fac0eadd22e1c',
    },

    // 갱신하고 나서 / After renewing
    {
      type: 'step', id: 'install/kubeadm/renew',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 373 },
      title: { ko: '갱신하고 나서', en: 'After renewing' },
      lead: {
        ko: '모두 갱신하려면 admin.conf 자리에 all을 씁니다.',
        en: 'Write all in place of admin.conf to renew everything.',
      },
      on: 'master',
      script: 'sudo kubeadm certs renew admin.conf',
      expect: {
        match: 'contains',
        text: 'certificate embedded in the kubeconfig file for the admin to use and for kubeadm itself renewed',
      },
      unless: 'test /etc/kubernetes/admin.conf -nt /etc/kubernetes/scheduler.conf',
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c9ace456e2e20b26',
    },
    {
      type: 'step', id: 'install/kubeadm/copy-is-old',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 383 },
      title: { ko: '갱신하고 나서', en: 'After renewing' },
      lead: { ko: '여러분의 ~/.kube/config가 바로 그렇습니다.', en: 'Your ~/.kube/config is such a copy.' },
      on: 'master',
      script: 'sudo cmp /etc/kubernetes/admin.conf "$HOME/.kube/config"',
      expect: { match: 'exact', text: '/etc/kubernetes/admin.conf /home/….kube/config differ: …' },
      unless: 'sudo cmp -s /etc/kubernetes/admin.conf "$HOME/.kube/config"',
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e9304d78b6aa7f63',
    },
    {
      type: 'step', id: 'install/kubeadm/copy-again',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 393 },
      title: { ko: '갱신하고 나서', en: 'After renewing' },
      lead: { ko: '다시 복사합니다.', en: 'Copy it again.' },
      on: 'master',
      script: `sudo cp /etc/kubernetes/admin.conf "$HOME/.kube/config"
sudo chown "$(id -u):$(id -g)" "$HOME/.kube/config"`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'd7c11a0aa301d859',
    },
    {
      type: 'step', id: 'install/kubeadm/my-certificate',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 400 },
      title: { ko: '갱신하고 나서', en: 'After renewing' },
      lead: { ko: '오늘부터 1년 뒤여야 합니다.', en: 'It should be a year from today.' },
      on: 'master',
      script: "kubectl config view --raw -o jsonpath='{.users[0].user.client-certificate-data}' | base64 -d | openssl x509 -noout -subject -enddate",
      expect: {
        match: 'exact',
        text: `subject=O…kubeadm:cluster-admins, CN…kubernetes-admin
notAfter=…GMT`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5283c884dc4ab0da',
    },

    // 컨트롤 플레인을 더 넣을 때의 열쇠 / The key for another control plane
    {
      type: 'step', id: 'install/kubeadm/upload-certs',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 417 },
      title: { ko: '컨트롤 플레인을 더 넣을 때의 열쇠', en: 'The key for another control plane' },
      lead: { ko: '이 값은 비밀입니다.', en: 'It is a secret.' },
      on: 'master',
      script: 'CERTIFICATE_KEY=$(sudo kubeadm init phase upload-certs --upload-certs | tail -n 1)',
      exit: 0, order: 'parallel', timeoutSeconds: 180, retrySeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: ['CERTIFICATE_KEY'],
      hash: 'c3dc526391c77afb',
    },
    {
      type: 'step', id: 'install/kubeadm/uploaded',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 423 },
      title: { ko: '컨트롤 플레인을 더 넣을 때의 열쇠', en: 'The key for another control plane' },
      lead: { ko: '값은 모두 암호로 잠겨 있습니다.', en: 'All values are encrypted.' },
      on: 'master',
      script: "kubectl get secret kubeadm-certs --namespace kube-system -o go-template='{{range $name, $value := .data}}{{$name}}{{\"\\n\"}}{{end}}'",
      expect: {
        match: 'exact',
        text: `ca.crt
ca.key
etcd-ca.crt
etcd-ca.key
front-proxy-ca.crt
front-proxy-ca.key
sa.key
sa.pub`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'cf3ca4365d8f9f0d',
    },
    {
      type: 'step', id: 'install/kubeadm/withdraw-certs',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 440 },
      title: { ko: '컨트롤 플레인을 더 넣을 때의 열쇠', en: 'The key for another control plane' },
      lead: {
        ko: '이 Secret의 주인은 수명을 재려고 함께 만든 토큰이므로, 그 토큰을 지우면 같이 사라집니다.',
        en: 'Its owner is a token that was made along with it to measure its life: remove that token, and the rest goes too.',
      },
      on: 'master',
      script: `kubectl get secret kubeadm-certs --namespace kube-system -o jsonpath='{.metadata.ownerReferences[0].name}' | xargs kubectl delete secret --namespace kube-system
kubectl wait --for=delete secret/kubeadm-certs --namespace kube-system --timeout=5m`,
      expect: {
        match: 'exact',
        text: `secret "bootstrap-token-…" deleted…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '18adaa3fc6dd0c1e',
    },

    // 비우고 지우기 / Drain and delete
    {
      type: 'step', id: 'install/kubeadm/remember',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 458 },
      title: { ko: '비우고 지우기', en: 'Drain and delete' },
      lead: {
        ko: '돌아온 노드가 같은 것이 아니라 이름만 같은 다른 노드라는 것을 보려고, 지금의 UID를 적어 둡니다.',
        en: 'To see that, write down its UID now.',
      },
      on: 'master',
      script: "kubectl get node node2 -o jsonpath='{.metadata.uid}' > node2.uid",
      creates: 'node2.uid',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8d1136237310cca5',
    },
    {
      type: 'step', id: 'install/kubeadm/drain',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 464 },
      title: { ko: '비우고 지우기', en: 'Drain and delete' },
      lead: {
        ko: 'DaemonSet의 Pod는 옮길 수 없으므로 무시하라고 하고, emptyDir(Pod와 함께 사라지는 임시 볼륨)에 든 것은 버려도 된다고 말해 줍니다.',
        en: 'And say that what lies in an emptyDir (a temporary volume that goes with its Pod) may go.',
      },
      on: 'master',
      script: 'kubectl drain node2 --ignore-daemonsets --delete-emptydir-data --timeout=5m',
      expect: { match: 'contains', text: 'node/node2 drained' },
      unless: 'test "$(cat node2.uid)" != "$(kubectl get node node2 -o jsonpath={.metadata.uid})"',
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6353c56341e67f38',
    },
    {
      type: 'step', id: 'install/kubeadm/delete-node',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 474 },
      title: { ko: '비우고 지우기', en: 'Drain and delete' },
      lead: {
        ko: '되돌리기부터 하고 이것을 잊으면, 클러스터에는 영영 돌아오지 않을 NotReady 노드가 남습니다.',
        en: 'If you reset first and forget this, a node that never comes back stays there, NotReady.',
      },
      on: 'master',
      script: 'kubectl delete node node2',
      expect: { match: 'exact', text: 'node "node2" deleted…' },
      unless: 'test "$(cat node2.uid)" != "$(kubectl get node node2 -o jsonpath={.metadata.uid})"',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b5c112faeab8a59e',
    },

    // 되돌리기 / Reset
    {
      type: 'step', id: 'install/kubeadm/reset',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 486 },
      title: { ko: '되돌리기', en: 'Reset' },
      lead: { ko: '클러스터 전체를 지우는 명령은 없습니다.', en: 'There is no command that deletes a whole cluster.' },
      on: 'node2',
      script: 'sudo kubeadm reset --force | tee reset.log',
      expect: {
        match: 'exact',
        text: `…
[reset] Stopping the kubelet service
[reset] Unmounting mounted directories in "/var/lib/kubelet"
[reset] Deleting contents of directories: [/etc/kubernetes/manifests /var/lib/kubelet /etc/kubernetes/pki]
[reset] Deleting files: […/etc/kubernetes/kubelet.conf…]

The reset process does not perform cleanup of CNI plugin configuration,
network filtering rules and kubeconfig files.
…`,
      },
      unless: "grep -q 'network filtering rules' reset.log",
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '76f83fc1be2e7621',
    },

    // 무엇이 남는가 / What is left
    {
      type: 'step', id: 'install/kubeadm/left-network',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 506 },
      title: { ko: '무엇이 남는가', en: 'What is left' },
      lead: {
        ko: '네트워크 플러그인의 설정과 장치가 그대로 있습니다.',
        en: 'The configuration and the devices of the network plugin are still there.',
      },
      on: 'node2',
      script: `sudo ls /etc/cni/net.d
ip -brief link | awk '/^(cni0|flannel)/ {print $1}'`,
      expect: {
        match: 'exact',
        text: `10-flannel.conflist
flannel.1
…`,
      },
      unless: 'test -e /etc/kubernetes/kubelet.conf',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '9c4e97f2c0f72373',
    },
    {
      type: 'step', id: 'install/kubeadm/left-rules',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 519 },
      title: { ko: '무엇이 남는가', en: 'What is left' },
      lead: { ko: '이름에 KUBE가 든 줄의 수를 셉니다.', en: 'Count the lines with KUBE in their names.' },
      on: 'node2',
      script: 'sudo iptables-save | grep -c KUBE',
      expect: { match: 'regex', text: '^[1-9][0-9]*$' },
      unless: 'test -e /etc/kubernetes/kubelet.conf',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd738ad7a124e0977',
    },
    {
      type: 'step', id: 'install/kubeadm/left-images',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 529 },
      title: { ko: '무엇이 남는가', en: 'What is left' },
      lead: {
        ko: '그리고 패키지, 런타임, 커널 매개변수는 kubeadm이 만든 것이 아니므로 손대지 않습니다.',
        en: 'Packages, runtime and kernel parameters were not made by kubeadm, so it does not touch them.',
      },
      on: 'node2',
      script: 'sudo crictl images',
      expect: { match: 'contains', text: 'registry.k8s.io/kube-proxy' },
      unless: 'test -e /etc/kubernetes/kubelet.conf',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '272648530ed4cf66',
    },
    {
      type: 'step', id: 'install/kubeadm/clean',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 547 },
      title: { ko: '무엇이 남는가', en: 'What is left' },
      lead: {
        ko: '-F는 남의 규칙까지 비웁니다.',
        en: "If this machine has firewall rules of your own, reboot rather than flush: -F removes other people's rules too.",
      },
      on: 'node2',
      script: `sudo rm -f /etc/cni/net.d/10-flannel.conflist
for link in cni0 flannel.1; do
  if ip link show "$link" >/dev/null 2>&1; then sudo ip link delete "$link"; fi
done
for table in filter nat mangle; do
  sudo iptables --wait -t "$table" -F
  sudo iptables --wait -t "$table" -X
done`,
      unless: 'test -e /etc/kubernetes/kubelet.conf',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a00912c8c1d1e990',
    },

    // 다시 넣기 / Join again
    {
      type: 'step', id: 'install/kubeadm/join',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 562 },
      title: { ko: '다시 넣기', en: 'Join again' },
      lead: { ko: '위에서 만든 토큰과 해시로 다시 넣습니다.', en: 'Join it with the token and the hash from above.' },
      on: 'node2',
      script: 'sudo kubeadm join "$MASTER_IP:6443" --token "$JOIN_TOKEN" --discovery-token-ca-cert-hash "$CA_HASH"',
      expect: { match: 'contains', text: 'This node has joined the cluster:' },
      creates: '/etc/kubernetes/kubelet.conf',
      exit: 0, order: 'parallel', timeoutSeconds: 900, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'db9a207b8c197e54',
    },
    {
      type: 'step', id: 'install/kubeadm/back',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 572 },
      title: { ko: '다시 넣기', en: 'Join again' },
      lead: {
        ko: 'flannel과 kube-proxy는 DaemonSet이므로 알아서 따라옵니다.',
        en: 'flannel and kube-proxy are DaemonSets and follow by themselves.',
      },
      on: 'master',
      script: `kubectl wait --for=create node/node2 --timeout=2m
kubectl wait --for=condition=Ready node/node2 --timeout=5m`,
      expect: {
        match: 'exact',
        text: `node/node2 condition met
node/node2 condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 480, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ede4d98992b1ab2b',
    },
    {
      type: 'step', id: 'install/kubeadm/another-node',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 584 },
      title: { ko: '다시 넣기', en: 'Join again' },
      lead: {
        ko: '붙여 두었던 라벨과 테인트도 돌아오지 않았습니다.',
        en: 'Labels and taints that you had put on it did not come back.',
      },
      on: 'master',
      script: "test \"$(cat node2.uid)\" != \"$(kubectl get node node2 -o jsonpath='{.metadata.uid}')\" && echo \"same name, another node\"",
      expect: { match: 'exact', text: 'same name, another node' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '76269bba28220838',
    },

    // 토큰 치우기 / Clean up the token
    {
      type: 'step', id: 'install/kubeadm/token-delete',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 598 },
      title: { ko: '토큰 치우기', en: 'Clean up the token' },
      lead: {
        ko: '들어온 노드는 이제 자기 인증서를 쓰므로 아무렇지 않습니다.',
        en: 'The node that joined uses a certificate of its own by now and does not mind.',
      },
      on: 'master',
      script: 'sudo kubeadm token delete "$JOIN_TOKEN"',
      expect: { match: 'exact', text: 'bootstrap token "…" deleted' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '611d789d7ad688da',
    },

    // 확인 / Check
    {
      type: 'step', id: 'install/kubeadm/verify-nodes',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 624 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '노드 셋이 모두 준비되어 있는지 봅니다.', en: 'See that all three nodes are ready.' },
      on: 'master',
      script: 'kubectl wait --for=condition=Ready node/master node/node1 node/node2 --timeout=5m',
      expect: {
        match: 'exact',
        text: `node/master condition met
node/node1 condition met
node/node2 condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 480, retrySeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '9f406e5eecf0346e',
    },

    // 한 시간짜리 토큰 / A token for one hour
    {
      type: 'step', id: 'install/kubeadm/leave-no-token',
      source: { file: 'content/docs/install/kubeadm.mdx', line: 767 },
      title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
      lead: { ko: '연습이 남긴 토큰을 지웁니다.', en: 'Remove the tokens that the exercise leaves behind.' },
      on: 'master',
      script: "sudo kubeadm token list -o jsonpath='{.description}{\"\\t\"}{.token}{\"\\n\"}' | awk -F '\\t' '$1 == \"node3\" {print $2}' | xargs --no-run-if-empty sudo kubeadm token delete",
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '987ad0140cfe15a9',
    },
  ],
  exercises: [

    // 옛 설정 파일 옮기기 / Migrate an old configuration
    {
      id: 'old-file',
      title: { ko: '옛 설정 파일 옮기기', en: 'Migrate an old configuration' },
      messages: {
        missing: {
          ko: 'master의 작업 디렉터리에 cluster-new.yaml이 없습니다.',
          en: 'There is no cluster-new.yaml in the working directory on master.',
        },
        invalid: {
          ko: 'kubeadm config validate가 cluster-new.yaml을 받아들이지 않습니다.',
          en: 'kubeadm config validate does not accept cluster-new.yaml.',
        },
        version: {
          ko: 'cluster-new.yaml의 ClusterConfiguration이 v1beta4가 아닙니다.',
          en: 'The ClusterConfiguration in cluster-new.yaml is not v1beta4.',
        },
        argument: {
          ko: 'extraArgs에 있던 옵션과 그 값 7이 v1beta4의 모양으로 남아 있지 않습니다.',
          en: 'The option of extraArgs and its value 7 are not there in the form of v1beta4.',
        },
      },
      versions: { kubernetes: 'v1.36.3' },
      items: [
        {
          type: 'file', id: 'install/kubeadm/old-file/setup/file:cluster-old.yaml', part: 'setup',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 640 },
          title: { ko: '옛 설정 파일 옮기기', en: 'Migrate an old configuration' },
          lead: {
            ko: '런북으로 풀 때의 작업 디렉터리는 ~/k8s101/kubeadm-config입니다.',
            en: 'When you solve it with the runbook, the working directory is ~/k8s101/kubeadm-config.',
          },
          on: 'master',
          path: 'cluster-old.yaml', subst: [],
          text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.36.3
networking:
  podSubnet: 10.244.0.0/16
apiServer:
  extraArgs:
    audit-log-maxage: "7"`,
          hash: '8aa2739647da0631',
        },
        {
          type: 'step', id: 'install/kubeadm/old-file-setup', part: 'setup',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 651 },
          title: { ko: '옛 설정 파일 옮기기', en: 'Migrate an old configuration' },
          on: 'master',
          script: 'rm -f cluster-new.yaml',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '63cc8778789543f1',
        },
        {
          type: 'step', id: 'install/kubeadm/old-file-answer', part: 'answer',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 660 },
          title: { ko: '옛 설정 파일 옮기기', en: 'Migrate an old configuration' },
          lead: { ko: '손으로 고치지 않고 migrate에게 맡깁니다.', en: 'Do not edit it by hand; leave it to migrate.' },
          on: 'master',
          script: 'kubeadm config migrate --old-config cluster-old.yaml --new-config cluster-new.yaml',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '943ac5a646b475c5',
        },
        {
          type: 'step', id: 'install/kubeadm/old-file-wrong-sed', part: 'wrong',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 671 },
          title: { ko: '옛 설정 파일 옮기기', en: 'Migrate an old configuration' },
          lead: {
            ko: 'extraArgs의 모양이 달라서 읽히지 않습니다.',
            en: 'extraArgs has another form, so it cannot be read.',
          },
          on: 'master',
          script: "sed 's/v1beta3/v1beta4/' cluster-old.yaml > cluster-new.yaml",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '7f74d42e30e30b32',
        },
        {
          type: 'step', id: 'install/kubeadm/old-file-wrong-cut', part: 'wrong',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 677 },
          title: { ko: '옛 설정 파일 옮기기', en: 'Migrate an old configuration' },
          lead: {
            ko: '읽히지 않는 부분을 지워 버리면 검사는 통과하지만 뜻이 달라집니다.',
            en: 'Cut off what cannot be read, and the file passes the check, but means something else.',
          },
          on: 'master',
          script: "sed -e 's/v1beta3/v1beta4/' -e '/^apiServer:/,$d' cluster-old.yaml > cluster-new.yaml",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '187ce1707a84229c',
        },
        {
          type: 'step', id: 'install/kubeadm/old-file-check', part: 'check',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 683 },
          title: { ko: '옛 설정 파일 옮기기', en: 'Migrate an old configuration' },
          lead: { ko: '문서의 순서는 상관없습니다.', en: 'The order of the documents does not matter.' },
          on: 'master',
          script: `if ! test -s cluster-new.yaml; then
  echo missing
  exit 1
fi
ok=yes
kubeadm config validate --config cluster-new.yaml >/dev/null 2>&1 || { echo invalid; ok=no; }
if grep -q 'v1beta3' cluster-new.yaml || ! grep -q '^apiVersion: kubeadm.k8s.io/v1beta4' cluster-new.yaml; then
  echo version
  ok=no
fi
argument=$(grep -A 1 -E -- '- name: "?audit-log-maxage"?$' cluster-new.yaml || true)
grep -q 'value: "7"' <<<"$argument" || { echo argument; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '5bf7b63008ab5e88',
        },
      ],
    },

    // 한 시간짜리 토큰 / A token for one hour
    {
      id: 'token',
      title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
      messages: {
        'no-token': { ko: '설명이 node3인 토큰이 없습니다.', en: 'There is no token with the description node3.' },
        lifetime: {
          ko: '설명이 node3인 토큰의 남은 시간이 30분에서 60분 사이가 아닙니다.',
          en: 'The token with the description node3 does not live between 30 and 60 minutes from now.',
        },
        usage: {
          ko: '설명이 node3인 토큰으로는 노드를 넣을 수 없습니다. 쓰임에 signing과 authentication이 다 있어야 합니다.',
          en: 'No node can join with the token described as node3; its usages have to include both signing and authentication.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'install/kubeadm/token-setup', part: 'setup',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 705 },
          title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
          lead: {
            ko: '설명이 node3이고 한 시간 뒤에 없어지는, 노드를 넣을 수 있는 토큰을 만드십시오.',
            en: 'Make a token with the description node3 that nodes can join with, and that is gone after an hour.',
          },
          on: 'master',
          script: "sudo kubeadm token list -o jsonpath='{.description}{\"\\t\"}{.token}{\"\\n\"}' | awk -F '\\t' '$1 == \"node3\" {print $2}' | xargs --no-run-if-empty sudo kubeadm token delete >/dev/null",
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '7dc1e4d3b117b0e3',
        },
        {
          type: 'step', id: 'install/kubeadm/token-answer', part: 'answer',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 714 },
          title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
          lead: {
            ko: '--usages를 적지 않으면 signing과 authentication이 다 들어갑니다.',
            en: 'Without --usages you get both, signing and authentication.',
          },
          on: 'master',
          script: 'sudo kubeadm token create --ttl 1h --description node3 >/dev/null',
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '57bf3948b007f55d',
        },
        {
          type: 'step', id: 'install/kubeadm/token-wrong-ttl', part: 'wrong',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 725 },
          title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
          lead: { ko: '--ttl을 빠뜨리면 24시간입니다.', en: 'Without --ttl it lives for 24 hours.' },
          on: 'master',
          script: 'sudo kubeadm token create --description node3 >/dev/null',
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '891c1f213524489e',
        },
        {
          type: 'step', id: 'install/kubeadm/token-wrong-usage', part: 'wrong',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 731 },
          title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
          lead: {
            ko: '한쪽 쓰임만 있으면 노드는 클러스터를 확인하지 못합니다.',
            en: 'With only one usage the node cannot verify the cluster.',
          },
          on: 'master',
          script: 'sudo kubeadm token create --ttl 1h --usages authentication --description node3 >/dev/null',
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '207bfcae1d758e5c',
        },
        {
          type: 'step', id: 'install/kubeadm/token-wrong-generate', part: 'wrong',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 737 },
          title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
          lead: {
            ko: 'generate는 글자를 지어낼 뿐 클러스터에 등록하지 않습니다.',
            en: 'generate makes up letters and registers nothing in the cluster.',
          },
          on: 'master',
          script: 'kubeadm token generate >/dev/null',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e8586c63ee1c48cf',
        },
        {
          type: 'step', id: 'install/kubeadm/token-check', part: 'check',
          source: { file: 'content/docs/install/kubeadm.mdx', line: 743 },
          title: { ko: '한 시간짜리 토큰', en: 'A token for one hour' },
          lead: {
            ko: '토큰의 비밀은 읽지 않고 설명, 기한, 쓰임만 읽습니다.',
            en: 'The check does not read the secret of the token, but its description, its end and its usages.',
          },
          on: 'master',
          script: `found=$(sudo kubeadm token list -o jsonpath='{.description}{"\\t"}{.expires}{"\\t"}{.usages}{"\\n"}' | awk -F '\\t' '$1 == "node3"' | tail -n 1)
if test -z "$found"; then
  echo no-token
  exit 1
fi
ok=yes
expires=$(cut -f 2 <<<"$found")
left=$(($(date --date "\${expires:-2100-01-01}" +%s) - $(date +%s)))
if test "$left" -lt 1800 || test "$left" -gt 3600; then
  echo lifetime
  ok=no
fi
if ! grep -q signing <<<"$found" || ! grep -q authentication <<<"$found"; then
  echo usage
  ok=no
fi
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '2c89140650e4b384',
        },
      ],
    },
  ],
})
