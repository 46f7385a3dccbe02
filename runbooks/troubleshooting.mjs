#!/usr/bin/env zx
// Generated from content/docs/operations/troubleshooting.mdx by `npm run extract`; edit the chapter, not this file.
// 고장 찾기 / Troubleshooting
// Run it with: npx zx runbooks/troubleshooting.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'troubleshooting',
  page: 'operations/troubleshooting',
  title: { ko: '고장 찾기', en: 'Troubleshooting' },
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
  versions: { nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/operations/troubleshooting.mdx ──────────────────────────────────────────────

    // 건강한 모습 / A healthy patient
    {
      type: 'step', id: 'operations/troubleshooting/namespace',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 75 },
      title: { ko: '건강한 모습', en: 'A healthy patient' },
      lead: { ko: '할 때마다 처음부터 만듭니다.', en: 'Make a namespace for this chapter, from scratch each time.' },
      on: 'master',
      script: `kubectl delete namespace trouble --ignore-not-found
kubectl create namespace trouble`,
      expect: { match: 'contains', text: 'namespace/trouble created' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0c26ab04e7a21804',
    },
    {
      type: 'file', id: 'operations/troubleshooting/file:shop.yaml',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 86 },
      title: { ko: '건강한 모습', en: 'A healthy patient' },
      lead: {
        ko: '웹 서버 둘, 그 앞의 Service, 그리고 시험해 볼 때 쓸 Pod입니다.',
        en: 'In it goes a shop: two web servers, a Service in front of them, and a Pod from which we try things.',
      },
      on: 'master',
      path: 'shop.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: trouble
spec:
  replicas: 2
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
        - name: web
          image: nginx:1.26
---
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: trouble
spec:
  selector: {app: shop}
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: client
  namespace: trouble
spec:
  terminationGracePeriodSeconds: 2
  nodeName: node1
  containers:
    - name: shell
      image: busybox:1.37
      command: [sleep, infinity]`,
      hash: 'c589c5707de6f51b',
    },
    {
      type: 'step', id: 'operations/troubleshooting/shop',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 130 },
      title: { ko: '건강한 모습', en: 'A healthy patient' },
      lead: { ko: '적용하고, 다 뜰 때까지 기다립니다.', en: 'Apply it and wait until it is up.' },
      on: 'master',
      script: `kubectl apply -f shop.yaml
kubectl rollout status deployment/shop --namespace trouble --timeout=5m
kubectl wait --for=condition=Ready pod/client --namespace trouble --timeout=2m`,
      expect: {
        match: 'contains',
        text: `deployment "shop" successfully rolled out
pod/client condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 480, retrySeconds: 480, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'a6d2563afc19d38c',
    },
    {
      type: 'step', id: 'operations/troubleshooting/healthy-nodes',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 143 },
      title: { ko: '건강한 모습', en: 'A healthy patient' },
      lead: {
        ko: '첫 명령이 대답한다는 것이 첫째 물음의 답이고, 모든 노드가 Ready라는 것이 둘째의 답입니다.',
        en: 'That the first command answers at all is the answer to the first one; all nodes say Ready.',
      },
      on: 'master',
      script: 'kubectl get nodes',
      expect: {
        match: 'exact',
        text: `NAME…STATUS…ROLES…AGE…VERSION
master   Ready…
node1    Ready…
node2    Ready…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ad33e16ca55e4b12',
    },
    {
      type: 'step', id: 'operations/troubleshooting/healthy-pods',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 156 },
      title: { ko: '건강한 모습', en: 'A healthy patient' },
      lead: {
        ko: '아래의 명령은 그렇지 않은 Pod를 줄로 보여 주고 나머지는 세기만 합니다.',
        en: 'This prints those that are not, and only counts the others.',
      },
      on: 'master',
      script: "kubectl get pods --all-namespaces --no-headers | awk '{split($3, ready, \"/\"); if (ready[1] == ready[2]) well++; else print} END {print well \" Pods are well\"}'",
      expect: { match: 'exact', text: '… Pods are well' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5bd18492b0258abe',
    },
    {
      type: 'step', id: 'operations/troubleshooting/healthy-traffic',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 166 },
      title: { ko: '건강한 모습', en: 'A healthy patient' },
      lead: {
        ko: '넷째, Pod 안에서 Service의 이름으로 웹 서버에 닿습니다.',
        en: 'And the fourth: from a Pod, by the name of the Service, you reach the web server.',
      },
      on: 'master',
      script: "kubectl exec client --namespace trouble -- wget -qO- -T 10 http://shop | grep '<title>'",
      expect: { match: 'exact', text: '<title>Welcome to nginx!</title>' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'df8054c4075a1c78',
    },

    // 1. 인증서에 그 이름이 없습니다 / 1. The certificate has another name
    {
      type: 'step', id: 'operations/troubleshooting/name-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 180 },
      title: { ko: '1. 인증서에 그 이름이 없습니다', en: '1. The certificate has another name' },
      lead: { ko: '이름은 옳은 머신을 가리킵니다.', en: 'The name leads to the right machine.' },
      on: 'master',
      script: `cp "$HOME/.kube/config" colleague.conf
kubectl config set-cluster kubernetes --kubeconfig colleague.conf --server=https://master.example.com:6443`,
      expect: { match: 'exact', text: 'Cluster "kubernetes" set.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'dae2c4023cf1e6ed',
    },
    {
      type: 'step', id: 'operations/troubleshooting/name-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 191 },
      title: { ko: '1. 인증서에 그 이름이 없습니다', en: '1. The certificate has another name' },
      lead: { ko: 'kubectl이 그 서버와 이야기하기를 거부합니다.', en: 'kubectl refuses to talk to the server.' },
      on: 'master',
      script: 'kubectl get nodes --kubeconfig colleague.conf 2>&1',
      expect: {
        match: 'contains',
        text: 'x509: certificate is valid for kubernetes, kubernetes.default, kubernetes.default.svc, kubernetes.default.svc.cluster.local, master, not master.example.com',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7795c360a8bedf80',
    },
    {
      type: 'step', id: 'operations/troubleshooting/name-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 203 },
      title: { ko: '1. 인증서에 그 이름이 없습니다', en: '1. The certificate has another name' },
      lead: { ko: '클러스터에 들어갈 권한이 없어도 됩니다.', en: 'This works without any access to the cluster.' },
      on: 'master',
      script: 'openssl s_client -connect master.example.com:6443 </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName',
      expect: {
        match: 'exact',
        text: `X509v3 Subject Alternative Name:…
    DNS:kubernetes, DNS:kubernetes.default, DNS:kubernetes.default.svc, DNS:kubernetes.default.svc.cluster.local, DNS:master, IP Address:10.96.0.1, IP Address:…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '80a674b754988fd3',
    },
    {
      type: 'step', id: 'operations/troubleshooting/name-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 214 },
      title: { ko: '1. 인증서에 그 이름이 없습니다', en: '1. The certificate has another name' },
      lead: { ko: '거기에 있는 이름을 씁니다.', en: 'Use a name that is there.' },
      on: 'master',
      script: `kubectl config set-cluster kubernetes --kubeconfig colleague.conf --server=https://master:6443
kubectl get nodes --kubeconfig colleague.conf -o name`,
      expect: {
        match: 'exact',
        text: `Cluster "kubernetes" set.
node/master
node/node1
node/node2`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '934b82a9c5fa4b1a',
    },

    // 2. kubelet이 멈추었습니다 / 2. The kubelet is stopped
    {
      type: 'step', id: 'operations/troubleshooting/kubelet-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 234 },
      title: { ko: '2. kubelet이 멈추었습니다', en: '2. The kubelet is stopped' },
      lead: {
        ko: 'node2의 kubelet을 멈추고, 부팅할 때에도 시작되지 않게 합니다.',
        en: 'On node2, stop the kubelet, and do not let it start at boot.',
      },
      on: 'node2',
      script: 'sudo systemctl disable --now kubelet',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1db3504ba0c61a46',
    },
    {
      type: 'step', id: 'operations/troubleshooting/kubelet-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 240 },
      title: { ko: '2. kubelet이 멈추었습니다', en: '2. The kubelet is stopped' },
      lead: {
        ko: '1분 가까이 지나야 컨트롤 플레인은 그 노드의 소식이 너무 오래 끊겼다고 판단합니다.',
        en: "Then the control plane has missed the node's heartbeats for too long.",
      },
      on: 'master',
      script: 'kubectl get nodes',
      expect: {
        match: 'exact',
        text: `NAME…STATUS…ROLES…AGE…VERSION
master   Ready…
node1    Ready…
node2    NotReady…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c242292259b52724',
    },
    {
      type: 'step', id: 'operations/troubleshooting/kubelet-why',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 253 },
      title: { ko: '2. kubelet이 멈추었습니다', en: '2. The kubelet is stopped' },
      lead: { ko: '까닭을 물어봅니다.', en: 'Ask why.' },
      on: 'master',
      script: "kubectl get node node2 -o jsonpath='{.status.conditions[?(@.type==\"Ready\")].status}: {.status.conditions[?(@.type==\"Ready\")].message}{\"\\n\"}'",
      expect: { match: 'exact', text: 'Unknown: Kubelet stopped posting node status.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5913b5732c50f385',
    },
    {
      type: 'step', id: 'operations/troubleshooting/kubelet-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 265 },
      title: { ko: '2. kubelet이 멈추었습니다', en: '2. The kubelet is stopped' },
      lead: { ko: '그 노드에서 systemd에게 묻습니다.', en: 'On the node, ask systemd.' },
      on: 'node2',
      script: 'systemctl status kubelet --no-pager --lines 0',
      expect: {
        match: 'exact',
        text: `○ kubelet.service - kubelet: The Kubernetes Node Agent
     Loaded: loaded (…kubelet.service; disabled; preset: …)
…
     Active: inactive (dead) since …
…`,
      },
      exit: 3, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4adaf0b75ea967b1',
    },
    {
      type: 'step', id: 'operations/troubleshooting/kubelet-containers',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 281 },
      title: { ko: '2. kubelet이 멈추었습니다', en: '2. The kubelet is stopped' },
      lead: { ko: '돌보는 이가 없을 뿐입니다.', en: 'Only nobody looks after them.' },
      on: 'node2',
      script: 'sudo crictl ps --state running',
      expect: { match: 'contains', text: 'kube-proxy' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a5769f14924d8505',
    },
    {
      type: 'step', id: 'operations/troubleshooting/kubelet-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 291 },
      title: { ko: '2. kubelet이 멈추었습니다', en: '2. The kubelet is stopped' },
      lead: { ko: '지금 시작하고, 부팅할 때마다 시작되게 합니다.', en: 'Start it, now and at every boot.' },
      on: 'node2',
      script: 'sudo systemctl enable --now kubelet',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4bbe3fa6bfab308b',
    },
    {
      type: 'step', id: 'operations/troubleshooting/kubelet-well',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 297 },
      title: { ko: '2. kubelet이 멈추었습니다', en: '2. The kubelet is stopped' },
      lead: { ko: '다시 준비될 때까지 기다립니다.', en: 'Wait until it is ready again.' },
      on: 'master',
      script: 'kubectl wait --for=condition=Ready node/node2 --timeout=3m',
      expect: { match: 'exact', text: 'node/node2 condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c6de08d345651844',
    },

    // 3. 디스크가 가득 찼습니다 / 3. The disk is full
    {
      type: 'file', id: 'operations/troubleshooting/file:tenant.yaml',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 311 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: { ko: 'node2에서 Pod 하나가 돌고 있습니다.', en: 'A Pod runs on node2.' },
      on: 'master',
      path: 'tenant.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: tenant
  namespace: trouble
spec:
  nodeSelector: {kubernetes.io/hostname: node2}
  containers:
    - name: work
      image: busybox:1.37
      command: [sleep, infinity]`,
      hash: '321bf57c1eb6b31b',
    },
    {
      type: 'step', id: 'operations/troubleshooting/tenant',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 327 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: { ko: '적용하고, 뜰 때까지 기다립니다.', en: 'Apply it and wait until it is up.' },
      on: 'master',
      script: `kubectl apply -f tenant.yaml
kubectl wait --for=condition=Ready pod/tenant --namespace trouble --timeout=4m`,
      expect: { match: 'contains', text: 'pod/tenant condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b4d40a7af0b4c61b',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 338 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: {
        ko: '시스템이 살아 있을 만큼, 디스크의 20분의 1은 남깁니다.',
        en: 'fallocate only reserves the space and writes nothing, so it is done at once; a twentieth of the disk stays free, enough for the system to go on.',
      },
      on: 'node2',
      script: `size=$(df --output=size --block-size=1 /var/lib | tail -n 1)
free=$(df --output=avail --block-size=1 /var/lib | tail -n 1)
sudo fallocate --length "$((free - size / 20))" /var/lib/forgotten.img
df --output=pcent /var/lib`,
      expect: { match: 'regex', text: "^Use%\\n +9\\d%$" },
      creates: '/var/lib/forgotten.img',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '40fac15cc78f64f5',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 351 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: {
        ko: '여기에서는 둘이 같은 디스크이므로 15%보다 적으면 알립니다.',
        en: "By default 10% of the node's file system and 15% of the one with the images have to be free; here both are the same disk, so it reports below 15%.",
      },
      on: 'master',
      script: 'kubectl wait --for=condition=DiskPressure=True node/node2 --timeout=3m',
      expect: { match: 'exact', text: 'node/node2 condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f7c0e632b16bc6f8',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-evicted',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 361 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: {
        ko: '아무도 쓰지 않는 이미지를 버리고, 있던 Pod를 쫓아내고(축출, eviction), 새 Pod는 테인트로 막습니다(고장 5).',
        en: 'But it defends itself: it throws away images that nobody uses, it evicts Pods, and a taint keeps new ones off (fault 5).',
      },
      on: 'master',
      script: String.raw`kubectl get pod tenant --namespace trouble -o jsonpath='{.status.phase}, {.status.reason}{"\n"}'
kubectl get node node2 -o jsonpath='{.spec.taints[*].key}{"\n"}'`,
      expect: {
        match: 'exact',
        text: `Failed, Evicted
node.kubernetes.io/disk-pressure`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '734f6c366619be10',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-why',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 373 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: { ko: '쫓겨난 Pod가 스스로 말합니다.', en: 'An evicted Pod says so itself.' },
      on: 'master',
      script: "kubectl get pod tenant --namespace trouble -o jsonpath='{.status.message}{\"\\n\"}'",
      expect: {
        match: 'contains',
        text: 'The node was low on resource: ephemeral-storage. Threshold quantity:',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '60507fd6eb7e0193',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 383 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: {
        ko: '그 노드에서 디스크와, 그 위의 큰 것들을 봅니다.',
        en: 'On the node, look at the disk, and at what is large on it.',
      },
      on: 'node2',
      script: `df --human-readable /var/lib/kubelet
sudo find /var -xdev -type f -size +500M`,
      expect: { match: 'contains', text: '/var/lib/forgotten.img' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '03598d92f09bfdde',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 394 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: {
        ko: '새로 시작한 kubelet은 처음부터 다시 재므로 기다리지 않아도 됩니다.',
        en: 'The kubelet would take its word back only after five minutes, so that a node does not flicker; a new kubelet looks afresh.',
      },
      on: 'node2',
      script: `sudo rm -f /var/lib/forgotten.img
sudo systemctl restart kubelet`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b05e538f37c600bf',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-well',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 401 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: { ko: '압박도 테인트도 사라질 때까지 봅니다.', en: 'See that both are gone, the pressure and the taint.' },
      on: 'master',
      script: "kubectl get nodes -o custom-columns='NAME:.metadata.name,DISK:.status.conditions[?(@.type==\"DiskPressure\")].status,TAINTS:.spec.taints[*].key'",
      expect: {
        match: 'exact',
        text: `NAME…DISK…TAINTS
master…False…node-role.kubernetes.io/control-plane
node1…False…<none>
node2…False…<none>`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 480, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'dc4aeb4f919849f9',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-left',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 416 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: {
        ko: '끝난 Job의 Pod도 여기에 들어가지만, 거기에는 그 조건이 없습니다.',
        en: 'The Pod of a finished Job is one of these, too, but without that condition.',
      },
      on: 'master',
      script: "kubectl get pods --all-namespaces --field-selector spec.nodeName=node2,status.phase!=Running,status.phase!=Pending -o custom-columns='NAME:.metadata.name,PHASE:.status.phase,REASON:.status.reason,CONDITION:.status.conditions[?(@.type==\"DisruptionTarget\")].reason,EXIT:.status.containerStatuses[0].state.terminated.exitCode'",
      expect: { match: 'contains', text: 'tenant…Failed…Evicted…TerminationByKubelet…137' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e4203b1d6d935159',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-records',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 426 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: { ko: 'Job이 있는 클러스터에서는 Job의 Pod는 빼고 지웁니다.', en: 'In a cluster with Jobs, leave theirs out.' },
      on: 'master',
      script: 'kubectl delete pods --all-namespaces --field-selector spec.nodeName=node2,status.phase!=Running,status.phase!=Pending',
      expect: { match: 'contains', text: 'pod "tenant" deleted' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c7c631ce2bc4a9b2',
    },
    {
      type: 'step', id: 'operations/troubleshooting/disk-quiet',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 436 },
      title: { ko: '3. 디스크가 가득 찼습니다', en: '3. The disk is full' },
      lead: { ko: '남은 것이 없어야 합니다.', en: 'Look again after a moment: nothing should be left.' },
      on: 'master',
      script: `sleep 15
kubectl delete pods --all-namespaces --field-selector spec.nodeName=node2,status.phase!=Running,status.phase!=Pending
kubectl rollout status deployment/shop --namespace trouble --timeout=60s`,
      expect: {
        match: 'exact',
        text: `No resources found
deployment "shop" successfully rolled out`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '97f2251ac4f3bfb2',
    },

    // 4. 토큰이 만료되었습니다 / 4. The token has expired
    {
      type: 'step', id: 'operations/troubleshooting/token-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 451 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: { ko: '이 토큰은 1초 동안만 삽니다.', en: 'This one lives for a second.' },
      on: 'master',
      script: 'OLD_TOKEN=$(sudo kubeadm token create --ttl 1s --description "too late")',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: ['OLD_TOKEN'],
      hash: '8add9ade8b32c644',
    },
    {
      type: 'step', id: 'operations/troubleshooting/token-hash',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 457 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: {
        ko: '설치할 때처럼 구합니다.',
        en: 'The hash of the CA is right; take it as in Installing with one control plane.',
      },
      on: 'master',
      script: `CA_HASH=sha256:$(openssl x509 -in /etc/kubernetes/pki/ca.crt -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -d ' ' -f 1)
echo "$CA_HASH"`,
      expect: { match: 'regex', text: '^sha256:[0-9a-f]{64}$' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: ['CA_HASH'], secrets: [],
      hash: '976617e5aa49bf31',
    },
    {
      type: 'file', id: 'operations/troubleshooting/file:newcomer.yaml',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 468 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: {
        ko: 'join은 원래 5분 동안 찾아보고 포기하는데, 여기에서는 20초면 됩니다.',
        en: 'join goes on looking for five minutes before it gives up; here 20 seconds do.',
      },
      on: 'node2',
      path: 'newcomer.yaml', subst: ['MASTER_IP', 'OLD_TOKEN', 'CA_HASH'],
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
discovery:
  bootstrapToken:
    apiServerEndpoint: \${MASTER_IP}:6443
    token: \${OLD_TOKEN}
    caCertHashes: ["\${CA_HASH}"]
timeouts:
  discovery: 20s
nodeRegistration:
  ignorePreflightErrors: [FileAvailable--etc-kubernetes-kubelet.conf, FileAvailable--etc-kubernetes-pki-ca.crt, Port-10250]`,
      hash: '1600e259843940fb',
    },
    {
      type: 'step', id: 'operations/troubleshooting/token-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 484 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: { ko: '이 단계만 실행합니다.', en: 'Run this phase alone.' },
      on: 'node2',
      script: 'sudo kubeadm join phase preflight --config newcomer.yaml 2>&1',
      expect: {
        match: 'contains',
        text: 'could not find a JWS signature in the cluster-info ConfigMap for token ID',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '605dcccace84d8a2',
    },
    {
      type: 'step', id: 'operations/troubleshooting/token-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 496 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: { ko: '이제 없습니다.', en: 'It is not there any more.' },
      on: 'master',
      script: "sudo kubeadm token list | grep --count 'too late'",
      expect: { match: 'exact', text: '0' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1fd491ae0a55ed75',
    },
    {
      type: 'step', id: 'operations/troubleshooting/token-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 506 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: {
        ko: '손으로 할 때에는 sudo kubeadm token create --print-join-command가 명령을 통째로 출력합니다.',
        en: 'By hand, sudo kubeadm token create --print-join-command prints the whole line.',
      },
      on: 'master',
      script: 'NEW_TOKEN=$(sudo kubeadm token create --ttl 15m)',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: ['NEW_TOKEN'],
      hash: '8a031e2277bcc347',
    },
    {
      type: 'step', id: 'operations/troubleshooting/token-well',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 512 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: { ko: '새 토큰으로 같은 단계를 해 봅니다.', en: 'Try the same phase with the new one.' },
      on: 'node2',
      script: 'sudo kubeadm join phase preflight "$MASTER_IP:6443" --token "$NEW_TOKEN" --discovery-token-ca-cert-hash "$CA_HASH" --ignore-preflight-errors FileAvailable--etc-kubernetes-kubelet.conf,FileAvailable--etc-kubernetes-pki-ca.crt,Port-10250',
      expect: {
        match: 'contains',
        text: '[preflight] Reading configuration from the "kubeadm-config" ConfigMap',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e15187d1a89d561d',
    },
    {
      type: 'step', id: 'operations/troubleshooting/token-delete',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 522 },
      title: { ko: '4. 토큰이 만료되었습니다', en: '4. The token has expired' },
      lead: { ko: '쓰지 않을 토큰은 지웁니다.', en: 'A token that nobody needs is deleted.' },
      on: 'master',
      script: 'sudo kubeadm token delete "$NEW_TOKEN"',
      expect: { match: 'exact', text: 'bootstrap token "…" deleted' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f073387613be1f9e',
    },

    // 5. 테인트가 막고 있습니다 / 5. A taint keeps Pods off
    {
      type: 'step', id: 'operations/troubleshooting/taint-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 536 },
      title: { ko: '5. 테인트가 막고 있습니다', en: '5. A taint keeps Pods off' },
      lead: {
        ko: '테인트는 노드에 붙이는 표시이고, 그것을 참는다고 적은 Pod만 그 노드에 놓입니다.',
        en: 'A taint is a mark on a node; only Pods that say they tolerate it are placed there.',
      },
      on: 'master',
      script: 'kubectl taint nodes node1 node2 maintenance=tonight:NoSchedule --overwrite',
      expect: {
        match: 'exact',
        text: `node/node1 …
node/node2 …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'bba1d672ba9e00d7',
    },
    {
      type: 'step', id: 'operations/troubleshooting/taint-pod',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 547 },
      title: { ko: '5. 테인트가 막고 있습니다', en: '5. A taint keeps Pods off' },
      lead: { ko: '그 뒤에 새 Pod가 옵니다.', en: 'Then a new Pod comes.' },
      on: 'master',
      script: 'kubectl run late --namespace trouble --image=nginx:1.26 --dry-run=client -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'pod/late …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'dcf8320ce4297abd',
    },
    {
      type: 'step', id: 'operations/troubleshooting/taint-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 557 },
      title: { ko: '5. 테인트가 막고 있습니다', en: '5. A taint keeps Pods off' },
      lead: {
        ko: '테인트는 STATUS에 나타나지 않습니다.',
        en: 'And the nodes look as ever; no taint is seen under STATUS.',
      },
      on: 'master',
      script: `kubectl get pods client late --namespace trouble
kubectl get nodes`,
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…
client…1/1…Running…
late…0/1…Pending…
NAME…STATUS…
master   Ready…
node1    Ready…
node2    Ready…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '95d49b5bf704ab58',
    },
    {
      type: 'step', id: 'operations/troubleshooting/taint-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 574 },
      title: { ko: '5. 테인트가 막고 있습니다', en: '5. A taint keeps Pods off' },
      lead: {
        ko: '까닭이 같은 노드를 묶어서 셀 뿐, 어느 노드의 어느 테인트인지는 적지 않습니다.',
        en: 'It counts the nodes by reason, and does not say which taint on which node.',
      },
      on: 'master',
      script: 'kubectl describe pod late --namespace trouble',
      expect: { match: 'contains', text: '0/3 nodes are available: …untolerated taint…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '693b7594932863f4',
    },
    {
      type: 'step', id: 'operations/troubleshooting/taint-list',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 584 },
      title: { ko: '5. 테인트가 막고 있습니다', en: '5. A taint keeps Pods off' },
      lead: { ko: '모든 노드의 테인트를 봅니다.', en: 'List the taints of all nodes.' },
      on: 'master',
      script: "kubectl get nodes -o custom-columns='NAME:.metadata.name,TAINTS:.spec.taints[*].key'",
      expect: {
        match: 'exact',
        text: `NAME…TAINTS
master…node-role.kubernetes.io/control-plane
node1…maintenance
node2…maintenance`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f1514ddfe4c51b44',
    },
    {
      type: 'step', id: 'operations/troubleshooting/taint-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 599 },
      title: { ko: '5. 테인트가 막고 있습니다', en: '5. A taint keeps Pods off' },
      lead: { ko: 'Pod는 곧바로 놓입니다.', en: 'The Pod is placed at once.' },
      on: 'master',
      script: 'kubectl taint nodes node1 node2 maintenance-',
      expect: {
        match: 'exact',
        text: `node/node1 untainted
node/node2 untainted`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'cb8ec90c247b4951',
    },
    {
      type: 'step', id: 'operations/troubleshooting/taint-well',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 608 },
      title: { ko: '5. 테인트가 막고 있습니다', en: '5. A taint keeps Pods off' },
      on: 'master',
      script: 'kubectl wait --for=condition=Ready pod/late --namespace trouble --timeout=3m',
      expect: { match: 'exact', text: 'pod/late condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ad305270f36a974e',
    },

    // 6. 이미지가 없습니다 / 6. The image does not exist
    {
      type: 'step', id: 'operations/troubleshooting/image-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 620 },
      title: { ko: '6. 이미지가 없습니다', en: '6. The image does not exist' },
      lead: { ko: '태그의 글자 하나가 자리를 바꾸었습니다.', en: 'One letter in the tag is in the wrong place.' },
      on: 'master',
      script: 'kubectl create deployment cart --namespace trouble --image=nginx:stabel --dry-run=client -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'deployment.apps/cart …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4acbde6c20a5f53e',
    },
    {
      type: 'step', id: 'operations/troubleshooting/image-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 630 },
      title: { ko: '6. 이미지가 없습니다', en: '6. The image does not exist' },
      lead: {
        ko: '기다리는 시간은 5분까지 길어집니다.',
        en: 'They are one fault in turns: it has just failed, or it waits before it tries again, up to five minutes.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace trouble --selector app=cart --no-headers',
      expect: { match: 'regex', text: "^cart-\\S+ +0/1 +(ErrImagePull|ImagePullBackOff) +0" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd52da25236350c91',
    },
    {
      type: 'step', id: 'operations/troubleshooting/image-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 640 },
      title: { ko: '6. 이미지가 없습니다', en: '6. The image does not exist' },
      lead: {
        ko: 'Pod의 이벤트에 레지스트리가 한 말 그대로 있습니다.',
        en: "In the events of the Pod, in the registry's own words.",
      },
      on: 'master',
      script: 'kubectl describe pods --namespace trouble --selector app=cart',
      expect: { match: 'contains', text: 'Failed to pull image "nginx:stabel": …: not found' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4a6fca769636e697',
    },
    {
      type: 'step', id: 'operations/troubleshooting/image-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 652 },
      title: { ko: '6. 이미지가 없습니다', en: '6. The image does not exist' },
      lead: {
        ko: '이제 도는 것은 새 Pod이고, 옛 Pod는 없어졌습니다.',
        en: 'What runs now is a new Pod; the old one is gone.',
      },
      on: 'master',
      script: `kubectl set image deployment/cart nginx=nginx:1.26 --namespace trouble
kubectl rollout status deployment/cart --namespace trouble --timeout=4m`,
      expect: { match: 'contains', text: 'deployment "cart" successfully rolled out' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3f95315bbd83ad77',
    },

    // 7. CNI 설정이 잘못되었습니다 / 7. The CNI configuration is wrong
    {
      type: 'file', id: 'operations/troubleshooting/file:/etc/cni/net.d/05-old.conflist',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 665 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: {
        ko: 'node2에, 예전에 시험해 보고 지운 네트워크 플러그인의 설정이 남아 있습니다.',
        en: 'On node2 there is still the configuration of a network plugin that was tried and removed.',
      },
      on: 'node2',
      path: '/etc/cni/net.d/05-old.conflist', subst: [],
      text: `{
  "cniVersion": "1.0.0",
  "name": "old",
  "plugins": [{ "type": "weave-net" }]
}`,
      hash: '6ac54fa3b49f198b',
    },
    {
      type: 'file', id: 'operations/troubleshooting/file:parcel.yaml',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 675 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: { ko: '거기에서 Pod가 하나 돌아야 합니다.', en: 'A Pod is to run there.' },
      on: 'master',
      path: 'parcel.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: parcel
  namespace: trouble
spec:
  nodeSelector: {kubernetes.io/hostname: node2}
  containers:
    - name: web
      image: nginx:1.26`,
      hash: 'c7a93f9a1d14d93d',
    },
    {
      type: 'step', id: 'operations/troubleshooting/cni-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 690 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f parcel.yaml',
      expect: { match: 'exact', text: 'pod/parcel …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3617b968340989db',
    },
    {
      type: 'step', id: 'operations/troubleshooting/cni-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 700 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: {
        ko: '네트워크를 이미 받았기 때문입니다.',
        en: 'The node says Ready, and the Pods that were there before work: they have their network already.',
      },
      on: 'master',
      script: 'kubectl get pod parcel --namespace trouble -o wide --no-headers',
      expect: { match: 'exact', text: 'parcel…0/1…ContainerCreating…<none>…node2…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd0d16a26cda8297e',
    },
    {
      type: 'step', id: 'operations/troubleshooting/cni-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 710 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: {
        ko: '샌드박스, 곧 네트워크가 붙은 Pod의 틀을 만들지 못했습니다.',
        en: 'The sandbox, the frame of the Pod with its network, could not be made.',
      },
      on: 'master',
      script: 'kubectl describe pod parcel --namespace trouble',
      expect: { match: 'contains', text: 'failed to find plugin "weave-net" in path [/opt/cni/bin]' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '25a4df65229e4f9e',
    },
    {
      type: 'step', id: 'operations/troubleshooting/cni-files',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 720 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: {
        ko: '이름순으로 첫째 파일이 이깁니다.',
        en: 'On the node, see what the runtime reads: the first file by name wins.',
      },
      on: 'node2',
      script: 'sudo ls /etc/cni/net.d',
      expect: {
        match: 'exact',
        text: `05-old.conflist
10-flannel.conflist`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c43cca93ca71868f',
    },
    {
      type: 'step', id: 'operations/troubleshooting/cni-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 731 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: {
        ko: '런타임은 그 디렉터리를 지켜보고, kubelet은 스스로 다시 해 봅니다.',
        en: 'Nothing has to be restarted: the runtime watches the directory, and the kubelet tries again by itself.',
      },
      on: 'node2',
      script: 'sudo rm -f /etc/cni/net.d/05-old.conflist',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '41975795de4b9f05',
    },
    {
      type: 'step', id: 'operations/troubleshooting/cni-well',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 737 },
      title: { ko: '7. CNI 설정이 잘못되었습니다', en: '7. The CNI configuration is wrong' },
      lead: { ko: 'Pod가 준비될 때까지 기다립니다.', en: 'Wait until the Pod is ready.' },
      on: 'master',
      script: 'kubectl wait --for=condition=Ready pod/parcel --namespace trouble --timeout=3m',
      expect: { match: 'exact', text: 'pod/parcel condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '543f67959b92a751',
    },

    // 8. 프로브가 실패합니다 / 8. A probe fails
    {
      type: 'file', id: 'operations/troubleshooting/file:pay.yaml',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 751 },
      title: { ko: '8. 프로브가 실패합니다', en: '8. A probe fails' },
      lead: {
        ko: '이 프로브는 서버에 없는 페이지를 묻습니다.',
        en: 'This one asks for a page that the server does not have.',
      },
      on: 'master',
      path: 'pay.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: pay
  namespace: trouble
spec:
  selector:
    matchLabels: {app: pay}
  template:
    metadata:
      labels: {app: pay}
    spec:
      containers:
        - name: web
          image: nginx:1.26
          readinessProbe:
            httpGet: {path: /health, port: 80}
            periodSeconds: 3`,
      hash: 'ae9583250ee5bcfb',
    },
    {
      type: 'step', id: 'operations/troubleshooting/probe-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 774 },
      title: { ko: '8. 프로브가 실패합니다', en: '8. A probe fails' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f pay.yaml',
      expect: { match: 'exact', text: 'deployment.apps/pay …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '124173f382073dfb',
    },
    {
      type: 'step', id: 'operations/troubleshooting/probe-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 784 },
      title: { ko: '8. 프로브가 실패합니다', en: '8. A probe fails' },
      lead: { ko: 'Running이고 재시작도 없는데 0/1입니다.', en: 'Running, no restarts, and yet 0/1.' },
      on: 'master',
      script: 'kubectl get pods --namespace trouble --selector app=pay --no-headers',
      expect: { match: 'regex', text: "^pay-\\S+ +0/1 +Running +0" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a2b57316a298a104',
    },
    {
      type: 'step', id: 'operations/troubleshooting/probe-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 794 },
      title: { ko: '8. 프로브가 실패합니다', en: '8. A probe fails' },
      lead: {
        ko: '무엇을 물었고 무엇이 돌아왔는지 이벤트에 있습니다.',
        en: 'In the events: what was asked, and what came back.',
      },
      on: 'master',
      script: 'kubectl describe pods --namespace trouble --selector app=pay',
      expect: { match: 'contains', text: 'Readiness probe failed: HTTP probe failed with statuscode: 404' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd38271cc1b4775f9',
    },
    {
      type: 'step', id: 'operations/troubleshooting/probe-log',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 804 },
      title: { ko: '8. 프로브가 실패합니다', en: '8. A probe fails' },
      lead: {
        ko: '대답을 했다면 프로그램은 살아 있는 것이고, 물음이 틀린 것입니다.',
        en: 'When it has answered, it lives; it is only the question that is wrong.',
      },
      on: 'master',
      script: 'kubectl logs deployment/pay --namespace trouble --tail 5',
      expect: { match: 'contains', text: '"GET /health HTTP/1.1" 404' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'edb2b3b4f0614588',
    },
    {
      type: 'step', id: 'operations/troubleshooting/probe-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 814 },
      title: { ko: '8. 프로브가 실패합니다', en: '8. A probe fails' },
      lead: {
        ko: '손으로 할 때에는 kubectl edit deployment pay로 고치거나, 파일을 고쳐 다시 적용합니다.',
        en: 'By hand you would take kubectl edit deployment pay, or mend the file and apply it.',
      },
      on: 'master',
      script: `kubectl patch deployment pay --namespace trouble --type=json --patch '[{"op": "replace", "path": "/spec/template/spec/containers/0/readinessProbe/httpGet/path", "value": "/"}]'
kubectl rollout status deployment/pay --namespace trouble --timeout=4m`,
      expect: { match: 'contains', text: 'deployment "pay" successfully rolled out' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '398c8a84dcc72d64',
    },

    // 9. 셀렉터가 잘못되었습니다 / 9. The selector is wrong
    {
      type: 'step', id: 'operations/troubleshooting/selector-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 831 },
      title: { ko: '9. 셀렉터가 잘못되었습니다', en: '9. The selector is wrong' },
      lead: {
        ko: '누군가 Service가 찾는 라벨을 바꾸었습니다.',
        en: 'Somebody changes the label that the Service looks for.',
      },
      on: 'master',
      script: 'kubectl set selector service shop app=store --namespace trouble',
      expect: { match: 'exact', text: 'service/shop selector updated' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c97a2a1a743b3bdf',
    },
    {
      type: 'step', id: 'operations/troubleshooting/selector-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 841 },
      title: { ko: '9. 셀렉터가 잘못되었습니다', en: '9. The selector is wrong' },
      lead: { ko: 'Pod는 모두 준비되어 있는데 Service가 거절합니다.', en: 'All Pods are ready, and the Service refuses.' },
      on: 'master',
      script: 'kubectl exec client --namespace trouble -- wget -qO- -T 10 http://shop 2>&1',
      expect: { match: 'contains', text: 'Connection refused' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5e034ac69ef72162',
    },
    {
      type: 'step', id: 'operations/troubleshooting/selector-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 851 },
      title: { ko: '9. 셀렉터가 잘못되었습니다', en: '9. The selector is wrong' },
      lead: { ko: '주소가 없습니다.', en: 'There are none.' },
      on: 'master',
      script: 'kubectl get endpointslices --namespace trouble --selector kubernetes.io/service-name=shop --no-headers',
      expect: { match: 'exact', text: 'shop-…IPv4…<unset>…<unset>…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f102d85cf55a5bf1',
    },
    {
      type: 'step', id: 'operations/troubleshooting/selector-compare',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 861 },
      title: { ko: '9. 셀렉터가 잘못되었습니다', en: '9. The selector is wrong' },
      lead: {
        ko: '무엇을 찾고 있고 무엇이 있는지 나란히 놓고 봅니다.',
        en: 'Put side by side what it looks for, and what there is.',
      },
      on: 'master',
      script: String.raw`kubectl get service shop --namespace trouble -o jsonpath='looks for {.spec.selector}{"\n"}'
kubectl get pods --namespace trouble --selector app=shop -o jsonpath='{range .items[*]}{.metadata.labels.app}, ready: {.status.containerStatuses[0].ready}{"\n"}{end}'`,
      expect: {
        match: 'exact',
        text: `looks for {"app":"store"}
shop, ready: true
shop, ready: true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ef887510e6e51b2a',
    },
    {
      type: 'step', id: 'operations/troubleshooting/selector-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 874 },
      title: { ko: '9. 셀렉터가 잘못되었습니다', en: '9. The selector is wrong' },
      lead: { ko: 'Pod가 가진 라벨을 Service에 줍니다.', en: 'Give the Service the label that the Pods have.' },
      on: 'master',
      script: 'kubectl set selector service shop app=shop --namespace trouble',
      expect: { match: 'exact', text: 'service/shop selector updated' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '170b2eb631798afb',
    },
    {
      type: 'step', id: 'operations/troubleshooting/selector-well',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 884 },
      title: { ko: '9. 셀렉터가 잘못되었습니다', en: '9. The selector is wrong' },
      lead: { ko: '다시 해 봅니다.', en: 'Try again.' },
      on: 'master',
      script: "kubectl exec client --namespace trouble -- wget -qO- -T 10 http://shop | grep '<title>'",
      expect: { match: 'exact', text: '<title>Welcome to nginx!</title>' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '75162392e5423d33',
    },

    // 10. DNS가 사라졌습니다 / 10. DNS is gone
    {
      type: 'step', id: 'operations/troubleshooting/dns-break',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 898 },
      title: { ko: '10. DNS가 사라졌습니다', en: '10. DNS is gone' },
      lead: { ko: 'CoreDNS를 0으로 줄입니다.', en: 'Scale CoreDNS to zero.' },
      on: 'master',
      script: `kubectl scale deployment coredns --namespace kube-system --replicas=0
kubectl wait --for=delete pod --selector k8s-app=kube-dns --namespace kube-system --timeout=3m`,
      expect: { match: 'contains', text: 'deployment.apps/coredns scaled' },
      exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '41bfda2c07f36f5a',
    },
    {
      type: 'step', id: 'operations/troubleshooting/dns-see',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 909 },
      title: { ko: '10. DNS가 사라졌습니다', en: '10. DNS is gone' },
      lead: { ko: '이름이 아무 데로도 이어지지 않습니다.', en: 'The name leads nowhere.' },
      on: 'master',
      script: 'kubectl exec client --namespace trouble -- wget -qO- -T 10 http://shop 2>&1',
      expect: { match: 'contains', text: "bad address 'shop'" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e911992d53f76af2',
    },
    {
      type: 'step', id: 'operations/troubleshooting/dns-address',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 919 },
      title: { ko: '10. DNS가 사라졌습니다', en: '10. DNS is gone' },
      lead: {
        ko: '주소로 되면 네트워크도 애플리케이션도 아니고, 이름입니다.',
        en: 'If that works, it is not the network and not the application; it is the name.',
      },
      on: 'master',
      script: `ip=$(kubectl get service shop --namespace trouble -o jsonpath='{.spec.clusterIP}')
kubectl exec client --namespace trouble -- wget -qO- -T 10 "http://$ip" | grep '<title>'`,
      expect: { match: 'exact', text: '<title>Welcome to nginx!</title>' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ddc400cb9a4913f8',
    },
    {
      type: 'step', id: 'operations/troubleshooting/dns-find',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 930 },
      title: { ko: '10. DNS가 사라졌습니다', en: '10. DNS is gone' },
      lead: { ko: '이 Pod는 이름을 누구에게 묻습니까?', en: 'Whom does the Pod ask?' },
      on: 'master',
      script: 'kubectl exec client --namespace trouble -- cat /etc/resolv.conf',
      expect: {
        match: 'exact',
        text: `search trouble.svc.cluster.local svc.cluster.local cluster.local…
nameserver 10.96.0.10
options ndots:5`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '862bebde7d92abee',
    },
    {
      type: 'step', id: 'operations/troubleshooting/dns-pods',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 942 },
      title: { ko: '10. DNS가 사라졌습니다', en: '10. DNS is gone' },
      lead: {
        ko: '뒤에 어떤 Pod가 있습니까?',
        en: '10.96.0.10 is a Service like any other, so ask it what you would ask any other: which Pods are behind it?',
      },
      on: 'master',
      script: `kubectl get service kube-dns --namespace kube-system --no-headers
kubectl get deployment coredns --namespace kube-system --no-headers`,
      expect: {
        match: 'exact',
        text: `kube-dns…10.96.0.10…53/UDP,53/TCP,9153/TCP…
coredns…0/0…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e5e9616920c551b0',
    },
    {
      type: 'step', id: 'operations/troubleshooting/dns-mend',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 954 },
      title: { ko: '10. DNS가 사라졌습니다', en: '10. DNS is gone' },
      lead: { ko: '둘로 되돌립니다.', en: 'Back to two.' },
      on: 'master',
      script: `kubectl scale deployment coredns --namespace kube-system --replicas=2
kubectl rollout status deployment/coredns --namespace kube-system --timeout=4m`,
      expect: { match: 'contains', text: 'deployment "coredns" successfully rolled out' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b0194e775e4d276d',
    },

    // 확인 / Check
    {
      type: 'step', id: 'operations/troubleshooting/verify-nodes',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 969 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '노드입니다.', en: 'Nodes:' },
      on: 'master',
      script: 'kubectl wait --for=condition=Ready node/master node/node1 node/node2 --timeout=3m',
      expect: {
        match: 'exact',
        text: `node/master condition met
node/node1 condition met
node/node2 condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '0c08fe775cb21e4c',
    },
    {
      type: 'step', id: 'operations/troubleshooting/verify-pods',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 981 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '모든 네임스페이스의 Pod입니다.', en: 'Pods, in all namespaces:' },
      on: 'master',
      script: "kubectl get pods --all-namespaces --no-headers | awk '{split($3, ready, \"/\"); if (ready[1] == ready[2]) well++; else print} END {print well \" Pods are well\"}'",
      expect: { match: 'exact', text: '… Pods are well' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 360, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '078946d2baf9d669',
    },
    {
      type: 'step', id: 'operations/troubleshooting/verify-traffic',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 991 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '이름으로 가는 트래픽입니다.', en: 'Traffic, by name:' },
      on: 'master',
      script: "kubectl exec client --namespace trouble -- wget -qO- -T 10 http://shop | grep '<title>'",
      expect: { match: 'exact', text: '<title>Welcome to nginx!</title>' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '56148a3731ab0b16',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'operations/troubleshooting/cleanup-cluster',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1253 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '먼저 이 장이 클러스터에 만든 것을 지우고,', en: 'First what the chapter made in the cluster,' },
      on: 'master',
      script: `kubectl uncordon node2
kubectl taint nodes node1 node2 disk- maintenance- >/dev/null 2>&1 || true
kubectl delete namespace trouble trouble-exercise --ignore-not-found
rm -f colleague.conf shop.yaml tenant.yaml parcel.yaml pay.yaml front.yaml pinned.yaml`,
      exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '3d0b9b74348d4067',
    },
    {
      type: 'step', id: 'operations/troubleshooting/cleanup-node',
      source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1262 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: 'node2에 남은 것을 지웁니다.', en: 'then what is left on node2.' },
      on: 'node2',
      script: `sudo rm -f newcomer.yaml /etc/cni/net.d/05-old.conflist /var/lib/forgotten.img
sudo sed -i 's#pki/CA.crt#pki/ca.crt#' /var/lib/kubelet/config.yaml
sudo systemctl enable --now kubelet`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: 'a35b84308dac654b',
    },
  ],
  exercises: [

    // 파일 하나에 실수 셋 / Three mistakes in one file
    {
      id: 'front',
      title: { ko: '파일 하나에 실수 셋', en: 'Three mistakes in one file' },
      messages: {
        missing: {
          ko: '네임스페이스 trouble-exercise에 Deployment나 Service front가 없습니다.',
          en: 'The Deployment or the Service front is missing in the namespace trouble-exercise.',
        },
        image: {
          ko: 'Deployment front의 이미지가 nginx:1.26이 아닙니다.',
          en: 'The Deployment front does not use the image nginx:1.26.',
        },
        'no-probe': {
          ko: 'Deployment front의 레디니스 프로브가 없어졌습니다.',
          en: 'The Deployment front has no readiness probe any more.',
        },
        'not-ready': {
          ko: 'Deployment front의 지금 템플릿으로 만든 Pod 둘이 준비되어 있지 않습니다.',
          en: 'The Deployment front does not have two ready Pods of its present template.',
        },
        'no-endpoints': {
          ko: 'Service front가 준비된 Pod 둘로 이어지지 않습니다.',
          en: 'The Service front does not lead to two ready Pods.',
        },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'file', id: 'operations/troubleshooting/front/setup/file:front.yaml', part: 'setup',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1007 },
          title: { ko: '파일 하나에 실수 셋', en: 'Three mistakes in one file' },
          lead: { ko: '레디니스 프로브는 그대로 두어야 합니다.', en: 'Keep the readiness probe.' },
          on: 'master',
          path: 'front.yaml', subst: [],
          text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: front
  namespace: trouble-exercise
spec:
  replicas: 2
  selector:
    matchLabels: {app: front}
  template:
    metadata:
      labels: {app: front}
    spec:
      containers:
        - name: web
          image: nginx:stabel
          readinessProbe:
            httpGet: {path: /, port: 8080}
            periodSeconds: 2
---
apiVersion: v1
kind: Service
metadata:
  name: front
  namespace: trouble-exercise
spec:
  selector: {app: fornt}
  ports:
    - port: 80`,
          hash: '463cc7ac05032bb8',
        },
        {
          type: 'step', id: 'operations/troubleshooting/front-setup', part: 'setup',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1039 },
          title: { ko: '파일 하나에 실수 셋', en: 'Three mistakes in one file' },
          on: 'master',
          script: `kubectl create namespace trouble-exercise --dry-run=client -o yaml | kubectl apply -f -
kubectl delete deployment,service front --namespace trouble-exercise --ignore-not-found
kubectl wait --for=delete pod --selector app=front --namespace trouble-exercise --timeout=90s
kubectl apply -f front.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '7a8fa98a86909985',
        },
        {
          type: 'step', id: 'operations/troubleshooting/front-answer', part: 'answer',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1051 },
          title: { ko: '파일 하나에 실수 셋', en: 'Three mistakes in one file' },
          lead: { ko: '셋째는 Pod가 준비된 뒤에야 보입니다.', en: 'The third is seen only when they are ready.' },
          on: 'master',
          script: `kubectl set image deployment/front web=nginx:1.26 --namespace trouble-exercise
kubectl patch deployment front --namespace trouble-exercise --type=json --patch '[{"op": "replace", "path": "/spec/template/spec/containers/0/readinessProbe/httpGet/port", "value": 80}]'
kubectl set selector service front app=front --namespace trouble-exercise
kubectl rollout status deployment/front --namespace trouble-exercise --timeout=4m
until [ "$(kubectl get endpointslices --selector kubernetes.io/service-name=front --namespace trouble-exercise -o jsonpath='{.items[*].endpoints[*].conditions.ready}')" = 'true true' ]; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1f4d4839c253abe6',
        },
        {
          type: 'step', id: 'operations/troubleshooting/front-wrong-image', part: 'wrong',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1066 },
          title: { ko: '파일 하나에 실수 셋', en: 'Three mistakes in one file' },
          lead: {
            ko: '이미지만 고친 사람은 Running을 보고 너무 일찍 멈춥니다.',
            en: 'Whoever mends only the image sees Running, and stops too early.',
          },
          on: 'master',
          script: `kubectl set image deployment/front web=nginx:1.26 --namespace trouble-exercise
kubectl rollout status deployment/front --namespace trouble-exercise --timeout=15s || true`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '145804489f8da376',
        },
        {
          type: 'step', id: 'operations/troubleshooting/front-wrong-probe', part: 'wrong',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1073 },
          title: { ko: '파일 하나에 실수 셋', en: 'Three mistakes in one file' },
          lead: { ko: '고장이 아니라 물음을 없앤 것입니다.', en: 'That removes the question, not the fault.' },
          on: 'master',
          script: `kubectl set image deployment/front web=nginx:1.26 --namespace trouble-exercise
kubectl patch deployment front --namespace trouble-exercise --patch '{"spec": {"template": {"spec": {"containers": [{"name": "web", "readinessProbe": null}]}}}}'
kubectl set selector service front app=front --namespace trouble-exercise
kubectl rollout status deployment/front --namespace trouble-exercise --timeout=4m
until [ "$(kubectl get endpointslices --selector kubernetes.io/service-name=front --namespace trouble-exercise -o jsonpath='{.items[*].endpoints[*].conditions.ready}')" = 'true true' ]; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '33c2613363007db1',
        },
        {
          type: 'step', id: 'operations/troubleshooting/front-check', part: 'check',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1083 },
          title: { ko: '파일 하나에 실수 셋', en: 'Three mistakes in one file' },
          lead: {
            ko: 'Deployment와, Service 뒤의 주소들을 봅니다.',
            en: 'The check looks at the Deployment and at the addresses behind the Service.',
          },
          on: 'master',
          script: `if ! kubectl get deployment/front service/front --namespace trouble-exercise >/dev/null 2>&1; then
  echo missing
  exit 1
fi
ok=yes
container='{.spec.template.spec.containers[0]'
image=$(kubectl get deployment front --namespace trouble-exercise -o jsonpath="$container.image}")
probe=$(kubectl get deployment front --namespace trouble-exercise -o jsonpath="$container.readinessProbe}")
counts=$(kubectl get deployment front --namespace trouble-exercise -o jsonpath='{.status.updatedReplicas} {.status.readyReplicas}')
ready=$(kubectl get endpointslices --selector kubernetes.io/service-name=front --namespace trouble-exercise -o jsonpath='{.items[*].endpoints[*].conditions.ready}')
test "$image" = nginx:1.26 || { echo image; ok=no; }
test -n "$probe" || { echo no-probe; ok=no; }
test "$counts" = '2 2' || { echo not-ready; ok=no; }
test "$ready" = 'true true' || { echo no-endpoints; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a1ca4a38e66bc05a',
        },
      ],
    },

    // node2를 기다리는 Pod / The Pod that waits for node2
    {
      id: 'pinned',
      title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
      messages: {
        missing: {
          ko: '네임스페이스 trouble-exercise에 Deployment pinned가 없습니다.',
          en: 'There is no Deployment pinned in the namespace trouble-exercise.',
        },
        changed: {
          ko: 'Deployment pinned가 바뀌었습니다. 노드만 고쳐야 합니다.',
          en: 'The Deployment pinned was changed; only the node should be.',
        },
        cordoned: { ko: 'node2가 아직 스케줄링에서 빠져 있습니다.', en: 'node2 is still cordoned.' },
        tainted: { ko: 'node2에 연습문제의 테인트가 아직 있습니다.', en: 'node2 still has the taint of the exercise.' },
        'not-ready': {
          ko: 'Deployment pinned의 Pod가 준비되지 않았습니다.',
          en: 'The Pod of the Deployment pinned is not ready.',
        },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'file', id: 'operations/troubleshooting/pinned/setup/file:pinned.yaml', part: 'setup',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1107 },
          title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
          lead: {
            ko: 'Deployment를 고치지 말고 돌게 하십시오.',
            en: 'Get it to run without changing the Deployment.',
          },
          on: 'master',
          path: 'pinned.yaml', subst: [],
          text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: pinned
  namespace: trouble-exercise
spec:
  selector:
    matchLabels: {app: pinned}
  template:
    metadata:
      labels: {app: pinned}
    spec:
      nodeSelector: {kubernetes.io/hostname: node2}
      containers:
        - name: web
          image: nginx:1.26`,
          hash: '312d6c2e46a05223',
        },
        {
          type: 'step', id: 'operations/troubleshooting/pinned-setup', part: 'setup',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1126 },
          title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
          on: 'master',
          script: `kubectl create namespace trouble-exercise --dry-run=client -o yaml | kubectl apply -f -
kubectl delete deployment pinned --namespace trouble-exercise --ignore-not-found
kubectl wait --for=delete pod --selector app=pinned --namespace trouble-exercise --timeout=90s
kubectl cordon node2
kubectl taint nodes node2 disk=old:NoSchedule --overwrite
kubectl apply -f pinned.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '3fb0a1e8f7bbb6f1',
        },
        {
          type: 'step', id: 'operations/troubleshooting/pinned-answer', part: 'answer',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1140 },
          title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
          lead: {
            ko: 'Pod의 이벤트는 노드마다 까닭을 하나만 세므로, uncordon하기 전에는 node2를 were unschedulable로만 셉니다.',
            en: 'The event of the Pod counts one reason for each node: before uncordon it says only were unschedulable of node2.',
          },
          on: 'master',
          script: `kubectl uncordon node2
kubectl taint nodes node2 disk-`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '8fd307d0314eb037',
        },
        {
          type: 'step', id: 'operations/troubleshooting/pinned-answer-ready', part: 'answer',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1145 },
          title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
          on: 'master',
          script: 'kubectl rollout status deployment/pinned --namespace trouble-exercise --timeout=3m',
          exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '0486ee98a69e189e',
        },
        {
          type: 'step', id: 'operations/troubleshooting/pinned-wrong-uncordon', part: 'wrong',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1156 },
          title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
          lead: {
            ko: 'uncordon만 하면 노드 목록에 보이던 것은 없어지지만 테인트가 남습니다.',
            en: 'uncordon alone takes away what can be seen in the list of nodes, and leaves the taint.',
          },
          on: 'master',
          script: 'kubectl uncordon node2',
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'ac4274d73b7ecc79',
        },
        {
          type: 'step', id: 'operations/troubleshooting/pinned-wrong-toleration', part: 'wrong',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1162 },
          title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
          lead: {
            ko: '톨러레이션(toleration)을 주면 Pod는 돌지만, Deployment를 고친 것이고 노드는 다른 Pod를 계속 막습니다.',
            en: 'A toleration makes the Pod run, but it changes the Deployment, and the node goes on to keep off everybody else.',
          },
          on: 'master',
          script: `kubectl uncordon node2
kubectl patch deployment pinned --namespace trouble-exercise --patch '{"spec": {"template": {"spec": {"tolerations": [{"key": "disk", "operator": "Exists"}]}}}}'
kubectl rollout status deployment/pinned --namespace trouble-exercise --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '8509f7299330081d',
        },
        {
          type: 'step', id: 'operations/troubleshooting/pinned-check', part: 'check',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1170 },
          title: { ko: 'node2를 기다리는 Pod', en: 'The Pod that waits for node2' },
          lead: {
            ko: '한 번도 고치지 않은 Deployment의 generation은 1입니다.',
            en: 'A Deployment that was never changed has the generation 1.',
          },
          on: 'master',
          script: `if ! kubectl get deployment pinned --namespace trouble-exercise >/dev/null 2>&1; then
  echo missing
  exit 1
fi
ok=yes
generation=$(kubectl get deployment pinned --namespace trouble-exercise -o jsonpath='{.metadata.generation}')
ready=$(kubectl get deployment pinned --namespace trouble-exercise -o jsonpath='{.status.readyReplicas}')
cordoned=$(kubectl get node node2 -o jsonpath='{.spec.unschedulable}')
taint=$(kubectl get node node2 -o jsonpath='{.spec.taints[?(@.key=="disk")].key}')
test "$generation" = 1 || { echo changed; ok=no; }
test -z "$cordoned" || { echo cordoned; ok=no; }
test -z "$taint" || { echo tainted; ok=no; }
test "$ready" = 1 || { echo not-ready; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e96bbea74b9901d8',
        },
      ],
    },

    // 자꾸 죽는 kubelet / The kubelet that does not stay
    {
      id: 'kubelet',
      title: { ko: '자꾸 죽는 kubelet', en: 'The kubelet that does not stay' },
      messages: {
        option: {
          ko: 'node2의 kubelet 설정에 잘못된 값이 아직 있습니다.',
          en: 'The wrong option is still in the configuration of the kubelet on node2.',
        },
        'not-running': { ko: 'node2의 kubelet이 돌고 있지 않습니다.', en: 'The kubelet on node2 is not running.' },
        disabled: {
          ko: 'node2의 kubelet이 다음 부팅에서 시작되지 않습니다.',
          en: 'The kubelet on node2 would not start at the next boot.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'operations/troubleshooting/kubelet-setup', part: 'setup',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1193 },
          title: { ko: '자꾸 죽는 kubelet', en: 'The kubelet that does not stay' },
          lead: {
            ko: '까닭을 찾아 고치고, 부팅할 때에도 시작되게 하십시오.',
            en: 'Find out why, mend it, and see to it that it also starts at boot.',
          },
          on: 'node2',
          script: String.raw`sudo systemctl disable --now kubelet
sudo sed -i 's#^\( *clientCAFile:\).*#\1 /etc/kubernetes/pki/CA.crt#' /var/lib/kubelet/config.yaml
sudo systemctl start kubelet`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '0afae2eb63248d3f',
        },
        {
          type: 'step', id: 'operations/troubleshooting/kubelet-answer', part: 'answer',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1204 },
          title: { ko: '자꾸 죽는 kubelet', en: 'The kubelet that does not stay' },
          lead: {
            ko: '그 경로는 kubelet의 설정인 /var/lib/kubelet/config.yaml에 있습니다.',
            en: "The path is in the kubelet's configuration, /var/lib/kubelet/config.yaml.",
          },
          on: 'node2',
          script: `sudo sed -i 's#pki/CA.crt#pki/ca.crt#' /var/lib/kubelet/config.yaml
sudo systemctl enable kubelet
sudo systemctl restart kubelet
curl -fsS --retry 30 --retry-delay 2 --retry-connrefused http://localhost:10248/healthz`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '83dc73820cb9ddb5',
        },
        {
          type: 'step', id: 'operations/troubleshooting/kubelet-answer-ready', part: 'answer',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1213 },
          title: { ko: '자꾸 죽는 kubelet', en: 'The kubelet that does not stay' },
          lead: { ko: '노드가 다시 준비될 때까지 기다립니다.', en: 'Wait until the node is ready again.' },
          on: 'master',
          script: 'kubectl wait --for=condition=Ready node/node2 --timeout=3m',
          exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '54224bb98e9b188d',
        },
        {
          type: 'step', id: 'operations/troubleshooting/kubelet-wrong-restart', part: 'wrong',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1224 },
          title: { ko: '자꾸 죽는 kubelet', en: 'The kubelet that does not stay' },
          lead: {
            ko: 'systemd가 내내 하고 있던 일입니다.',
            en: 'Starting it again changes nothing; systemd has been doing that all the time.',
          },
          on: 'node2',
          script: `sudo systemctl enable kubelet
sudo systemctl restart kubelet`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '179f1e5c8ed1bd74',
        },
        {
          type: 'step', id: 'operations/troubleshooting/kubelet-wrong-boot', part: 'wrong',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1231 },
          title: { ko: '자꾸 죽는 kubelet', en: 'The kubelet that does not stay' },
          lead: { ko: '고치기는 했지만, 다음에 부팅하면 다시 시작되지 않습니다.', en: 'Mended, but only until the next boot.' },
          on: 'node2',
          script: `sudo sed -i 's#pki/CA.crt#pki/ca.crt#' /var/lib/kubelet/config.yaml
sudo systemctl restart kubelet
curl -fsS --retry 30 --retry-delay 2 --retry-connrefused http://localhost:10248/healthz`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '5e800c086d97eb06',
        },
        {
          type: 'step', id: 'operations/troubleshooting/kubelet-check', part: 'check',
          source: { file: 'content/docs/operations/troubleshooting.mdx', line: 1239 },
          title: { ko: '자꾸 죽는 kubelet', en: 'The kubelet that does not stay' },
          lead: {
            ko: '그래서 kubelet이 제대로 일하기 시작해야 대답하는 상태 포트에 물어봅니다.',
            en: 'So the check asks its health port, which answers once it really works.',
          },
          on: 'node2',
          script: `ok=yes
sudo grep -q '^ *clientCAFile: /etc/kubernetes/pki/ca.crt$' /var/lib/kubelet/config.yaml || { echo option; ok=no; }
curl -fsS --max-time 5 http://localhost:10248/healthz >/dev/null 2>&1 || { echo not-running; ok=no; }
systemctl is-enabled --quiet kubelet || { echo disabled; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e31440f5e60cea86',
        },
      ],
    },
  ],
})
