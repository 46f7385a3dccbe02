#!/usr/bin/env zx
// Generated from content/docs/install/methods.mdx by `npm run extract`; edit the chapter, not this file.
// 설치하는 길 / Ways to install
// Run it with: npx zx runbooks/install-methods.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'install-methods',
  page: 'install/methods',
  title: { ko: '설치하는 길', en: 'Ways to install' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { kubernetes: 'v1.36.3' },
  items: [

    // ── content/docs/install/methods.mdx ─────────────────────────────────────────────────────────

    // 서버의 버전 / The server's version
    {
      type: 'step', id: 'install/methods/server-version',
      source: { file: 'content/docs/install/methods.mdx', line: 62 },
      title: { ko: '서버의 버전', en: "The server's version" },
      lead: {
        ko: 'AKS처럼 관리형인데도 꼬리가 없는 곳이 있으니 이것만 보고 정하지는 않습니다.',
        en: 'Some managed clusters, such as AKS, have no tail either: do not decide by this alone.',
      },
      on: 'master',
      script: 'kubectl version',
      expect: {
        match: 'exact',
        text: `Client Version: v1.36.3
Kustomize Version: …
Server Version: v1.36.3`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '86ea52c7c1e1cca8',
    },

    // 노드가 사는 곳 / Where the nodes live
    {
      type: 'step', id: 'install/methods/provider',
      source: { file: 'content/docs/install/methods.mdx', line: 76 },
      title: { ko: '노드가 사는 곳', en: 'Where the nodes live' },
      lead: { ko: '아무 데도 속하지 않은 머신입니다.', en: 'Ours is empty: these machines belong nowhere.' },
      on: 'master',
      script: "kubectl get nodes -o custom-columns='NAME:.metadata.name,PROVIDER:.spec.providerID'",
      expect: {
        match: 'exact',
        text: `NAME…PROVIDER
master…<none>
node1…<none>
node2…<none>`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2085ba907d57033f',
    },

    // kubeadm의 흔적 / The traces of kubeadm
    {
      type: 'step', id: 'install/methods/kubeadm-config',
      source: { file: 'content/docs/install/methods.mdx', line: 91 },
      title: { ko: 'kubeadm의 흔적', en: 'The traces of kubeadm' },
      lead: {
        ko: 'kubespray와 kind와 minikube로 만든 클러스터에도 있습니다.',
        en: 'That includes clusters made by kubespray, kind and minikube.',
      },
      on: 'master',
      script: 'kubectl get configmap kubeadm-config --namespace kube-system -o name',
      expect: { match: 'exact', text: 'configmap/kubeadm-config' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '00e437e5125a08b3',
    },
    {
      type: 'step', id: 'install/methods/birthday',
      source: { file: 'content/docs/install/methods.mdx', line: 101 },
      title: { ko: 'kubeadm의 흔적', en: 'The traces of kubeadm' },
      lead: {
        ko: '클러스터와 함께 태어났기 때문입니다.',
        en: 'When it was made, the namespace kube-system can tell: it was born with the cluster.',
      },
      on: 'master',
      script: "kubectl get namespace kube-system -o jsonpath='{.metadata.creationTimestamp}'",
      expect: { match: 'regex', text: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2d22bdea3ffb6c22',
    },

    // 컨트롤 플레인이 보이는가 / Can you see the control plane?
    {
      type: 'step', id: 'install/methods/static-pods',
      source: { file: 'content/docs/install/methods.mdx', line: 113 },
      title: { ko: '컨트롤 플레인이 보이는가', en: 'Can you see the control plane?' },
      lead: {
        ko: '주인이 Node이면 스태틱 파드이고, 노드마다 도는 kubelet이 그 노드의 파일을 보고 띄운 것입니다.',
        en: 'Owned by a Node, it is a static Pod: the kubelet, which runs on every node, started it from a file of that node.',
      },
      on: 'master',
      script: "kubectl get pods --namespace kube-system --selector tier=control-plane -o custom-columns='NAME:.metadata.name,OWNER:.metadata.ownerReferences[0].kind,FROM:.metadata.annotations.kubernetes\\.io/config\\.source'",
      expect: {
        match: 'exact',
        text: `NAME…OWNER…FROM
etcd-master…Node…file
kube-apiserver-master…Node…file
kube-controller-manager-master…Node…file
kube-scheduler-master…Node…file`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '977ad9a24a976015',
    },

    // 머신 위의 프로세스 / The processes on the machine
    {
      type: 'step', id: 'install/methods/processes',
      source: { file: 'content/docs/install/methods.mdx', line: 131 },
      title: { ko: '머신 위의 프로세스', en: 'The processes on the machine' },
      lead: { ko: '프로세스의 이름은 열다섯 글자에서 잘립니다.', en: 'Names of processes are cut after fifteen letters.' },
      on: 'master',
      script: "pgrep -l '^(etcd|kube-|kubelet|k3s)' | awk '{print $2}' | sort -u",
      expect: {
        match: 'exact',
        text: `etcd
kube-apiserver
kube-controller
kube-proxy
kube-scheduler
kubelet`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ddbcfca8316f0fa5',
    },

    // 확인 / Check
    {
      type: 'step', id: 'install/methods/made-by',
      source: { file: 'content/docs/install/methods.mdx', line: 168 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '이 클러스터가 kubeadm으로 만들어졌고, 어느 버전으로 만들었는지 한 번에 봅니다.',
        en: 'See in one go that this cluster was made by kubeadm, and with which version.',
      },
      on: 'master',
      script: "kubectl get configmap kubeadm-config --namespace kube-system -o jsonpath='{.data.ClusterConfiguration}' | grep -E '^(kubernetesVersion|clusterName)'",
      expect: {
        match: 'exact',
        text: `clusterName: kubernetes
kubernetesVersion: v1.36.3`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '9b4ab8b2857fa6a0',
    },

    // 스태틱 파드는 몇 개인가 / How many static Pods?
    {
      type: 'step', id: 'install/methods/remove-namespace',
      source: { file: 'content/docs/install/methods.mdx', line: 285 },
      title: { ko: '스태틱 파드는 몇 개인가', en: 'How many static Pods?' },
      lead: { ko: '연습에 쓴 네임스페이스를 지웁니다.', en: 'Remove the namespace of the exercises.' },
      on: 'master',
      script: 'kubectl delete namespace methods --ignore-not-found',
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '6ecc822f17dd91d7',
    },
  ],
  exercises: [

    // 처음 만나는 클러스터의 보고서 / A report on an unknown cluster
    {
      id: 'report',
      title: { ko: '처음 만나는 클러스터의 보고서', en: 'A report on an unknown cluster' },
      messages: {
        'no-report': {
          ko: '네임스페이스 methods에 ConfigMap report가 없습니다.',
          en: 'There is no ConfigMap report in the namespace methods.',
        },
        version: {
          ko: 'report의 version이 이 클러스터를 만들 때의 버전과 다릅니다.',
          en: 'The version in report is not the one this cluster was made with.',
        },
        'pod-range': {
          ko: 'report에 적힌 Pod 네트워크의 범위가 이 클러스터의 것이 아닙니다.',
          en: 'The range of the Pod network in report is not the one of this cluster.',
        },
        services: {
          ko: 'report의 services가 Service의 범위가 아닙니다.',
          en: 'The value services in report is not the range of Services.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'install/methods/report-setup', part: 'setup',
          source: { file: 'content/docs/install/methods.mdx', line: 183 },
          title: { ko: '처음 만나는 클러스터의 보고서', en: 'A report on an unknown cluster' },
          lead: { ko: '외우지 말고 클러스터에게 물어서 적습니다.', en: 'Do not write them from memory: ask the cluster.' },
          on: 'master',
          script: `kubectl create namespace methods --dry-run=client -o yaml | kubectl apply -f -
kubectl delete configmap report --namespace methods --ignore-not-found`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'd8cc50df9b00db93',
        },
        {
          type: 'step', id: 'install/methods/report-answer', part: 'answer',
          source: { file: 'content/docs/install/methods.mdx', line: 193 },
          title: { ko: '처음 만나는 클러스터의 보고서', en: 'A report on an unknown cluster' },
          lead: {
            ko: '셋 다 ConfigMap kubeadm-config에 있습니다.',
            en: 'All three are in the ConfigMap kubeadm-config.',
          },
          on: 'master',
          script: String.raw`stored=$(kubectl get configmap kubeadm-config --namespace kube-system -o jsonpath='{.data.ClusterConfiguration}')
kubectl create configmap report --namespace methods \
  --from-literal=version="$(awk '$1 == "kubernetesVersion:" {print $2}' <<<"$stored")" \
  --from-literal=pods="$(awk '$1 == "podSubnet:" {print $2}' <<<"$stored")" \
  --from-literal=services="$(awk '$1 == "serviceSubnet:" {print $2}' <<<"$stored")"`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '0b34c2ca2ad846ff',
        },
        {
          type: 'step', id: 'install/methods/report-wrong', part: 'wrong',
          source: { file: 'content/docs/install/methods.mdx', line: 208 },
          title: { ko: '처음 만나는 클러스터의 보고서', en: 'A report on an unknown cluster' },
          lead: {
            ko: '노드에 적힌 podCIDR은 그 노드의 몫일 뿐, Pod 네트워크 전체가 아닙니다.',
            en: "The podCIDR of a node is that node's share, and not the whole Pod network.",
          },
          on: 'master',
          script: String.raw`kubectl create configmap report --namespace methods \
  --from-literal=version=v1.36.3 \
  --from-literal=pods="$(kubectl get node master -o jsonpath='{.spec.podCIDR}')" \
  --from-literal=services=10.96.0.0/12`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '250d2bd2afa25646',
        },
        {
          type: 'step', id: 'install/methods/report-check', part: 'check',
          source: { file: 'content/docs/install/methods.mdx', line: 217 },
          title: { ko: '처음 만나는 클러스터의 보고서', en: 'A report on an unknown cluster' },
          lead: {
            ko: '적힌 것과 클러스터가 기억하는 것을 비교합니다.',
            en: 'The check compares what you wrote with what the cluster remembers.',
          },
          on: 'master',
          script: `if ! kubectl get configmap report --namespace methods >/dev/null 2>&1; then
  echo no-report
  exit 1
fi
stored=$(kubectl get configmap kubeadm-config --namespace kube-system -o jsonpath='{.data.ClusterConfiguration}')
version=$(kubectl get configmap report --namespace methods -o jsonpath='{.data.version}')
pods=$(kubectl get configmap report --namespace methods -o jsonpath='{.data.pods}')
services=$(kubectl get configmap report --namespace methods -o jsonpath='{.data.services}')
ok=yes
grep -qxF "kubernetesVersion: $version" <<<"$stored" || { echo version; ok=no; }
grep -qxF "  podSubnet: $pods" <<<"$stored" || { echo pod-range; ok=no; }
grep -qxF "  serviceSubnet: $services" <<<"$stored" || { echo services; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'dd98b37a888f95b7',
        },
      ],
    },

    // 스태틱 파드는 몇 개인가 / How many static Pods?
    {
      id: 'static',
      title: { ko: '스태틱 파드는 몇 개인가', en: 'How many static Pods?' },
      messages: {
        'no-answer': {
          ko: '네임스페이스 methods에 ConfigMap static이 없습니다.',
          en: 'There is no ConfigMap static in the namespace methods.',
        },
        count: {
          ko: 'static의 count가 스태틱 파드의 수와 다릅니다.',
          en: 'The value count in static is not the number of static Pods.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'install/methods/static-setup', part: 'setup',
          source: { file: 'content/docs/install/methods.mdx', line: 239 },
          title: { ko: '스태틱 파드는 몇 개인가', en: 'How many static Pods?' },
          lead: {
            ko: '클러스터 전체에서 스태틱 파드가 몇 개인지 세어, 네임스페이스 methods의 ConfigMap static에 키 count로 적으십시오.',
            en: 'Count the static Pods of the whole cluster, and write their number into the ConfigMap static in the namespace methods, as the key count.',
          },
          on: 'master',
          script: `kubectl create namespace methods --dry-run=client -o yaml | kubectl apply -f -
kubectl delete configmap static --namespace methods --ignore-not-found`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '62544dc349863f7b',
        },
        {
          type: 'step', id: 'install/methods/static-answer', part: 'answer',
          source: { file: 'content/docs/install/methods.mdx', line: 249 },
          title: { ko: '스태틱 파드는 몇 개인가', en: 'How many static Pods?' },
          lead: { ko: '스태틱 파드는 주인이 Node입니다.', en: 'A static Pod is owned by a Node.' },
          on: 'master',
          script: String.raw`count=$(kubectl get pods --all-namespaces -o jsonpath='{range .items[*]}{.metadata.ownerReferences[0].kind}{"\n"}{end}' | grep -cx Node)
kubectl create configmap static --namespace methods --from-literal=count="$count"`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e8516d43c082cdc3',
        },
        {
          type: 'step', id: 'install/methods/static-wrong', part: 'wrong',
          source: { file: 'content/docs/install/methods.mdx', line: 261 },
          title: { ko: '스태틱 파드는 몇 개인가', en: 'How many static Pods?' },
          lead: {
            ko: 'kube-system의 Pod를 다 세면 DaemonSet과 Deployment의 것까지 들어갑니다.',
            en: 'To count all Pods of kube-system includes those of DaemonSets and Deployments.',
          },
          on: 'master',
          script: `count=$(kubectl get pods --namespace kube-system -o name | wc -l)
kubectl create configmap static --namespace methods --from-literal=count="$count"`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9815fdf1e9a8a129',
        },
        {
          type: 'step', id: 'install/methods/static-check', part: 'check',
          source: { file: 'content/docs/install/methods.mdx', line: 268 },
          title: { ko: '스태틱 파드는 몇 개인가', en: 'How many static Pods?' },
          lead: { ko: '다시 세어 비교합니다.', en: 'The check counts again and compares.' },
          on: 'master',
          script: String.raw`if ! kubectl get configmap static --namespace methods >/dev/null 2>&1; then
  echo no-answer
  exit 1
fi
said=$(kubectl get configmap static --namespace methods -o jsonpath='{.data.count}')
count=$(kubectl get pods --all-namespaces -o jsonpath='{range .items[*]}{.metadata.ownerReferences[0].kind}{"\n"}{end}' | grep -cx Node)
if test "$said" != "$count"; then
  echo count
  exit 1
fi`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1b72abaa68ba83dd',
        },
      ],
    },
  ],
})
