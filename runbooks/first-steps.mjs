#!/usr/bin/env zx
// Generated from content/docs/kubectl/first-steps.mdx by `npm run extract`; edit the chapter, not this file.
// kubectl 첫걸음 / First steps with kubectl
// Run it with: npx zx runbooks/first-steps.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'first-steps',
  page: 'kubectl/first-steps',
  title: { ko: 'kubectl 첫걸음', en: 'First steps with kubectl' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { kubernetes: 'v1.36.3', nginx: '1.26' },
  items: [

    // ── content/docs/kubectl/first-steps.mdx ─────────────────────────────────────────────────────

    // 생각 / The idea
    {
      type: 'step', id: 'kubectl/first-steps/version',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 59 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '둘은 마이너 버전 하나까지만 어긋날 수 있습니다.', en: 'They may be one minor version apart, no more.' },
      on: 'master',
      script: 'kubectl version',
      expect: {
        match: 'exact',
        text: `Client Version: v1.36.3
Kustomize Version: …
Server Version: v1.36.3`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'dbef571ae96f4a4c',
    },
    {
      type: 'step', id: 'kubectl/first-steps/nodes',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 71 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '「되나?」에 대한 가장 빠른 대답입니다.', en: 'This is the quickest answer to "does it work?".' },
      on: 'master',
      script: 'kubectl get nodes',
      expect: {
        match: 'exact',
        text: `NAME…STATUS…ROLES…AGE…VERSION
master   Ready…control-plane…v1.36.3
node1    Ready…<none>…v1.36.3
node2    Ready…<none>…v1.36.3`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '06d777fb86684dfb',
    },
    {
      type: 'step', id: 'kubectl/first-steps/readyz',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 84 },
      title: { ko: '생각', en: 'The idea' },
      lead: {
        ko: 'get --raw는 요청을 있는 그대로 보내고 대답을 온 그대로 출력합니다.',
        en: 'get --raw sends the request as it stands and prints the answer as it comes.',
      },
      on: 'master',
      script: "kubectl get --raw '/readyz?verbose'",
      expect: {
        match: 'exact',
        text: `…
[+]etcd ok
…
readyz check passed`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0968aafe615cda4c',
    },
    {
      type: 'step', id: 'kubectl/first-steps/componentstatuses',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 99 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: ':::', en: ':::' },
      on: 'master',
      script: 'kubectl get componentstatuses 2>&1',
      expect: { match: 'contains', text: 'Warning: v1 ComponentStatus is deprecated in v1.19+' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'fe47cdc0cc85b9b7',
    },

    // Tab 키 / The Tab key
    {
      type: 'step', id: 'kubectl/first-steps/completion-package',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 111 },
      title: { ko: 'Tab 키', en: 'The Tab key' },
      lead: {
        ko: 'bash-completion 패키지와, kubectl이 직접 써 주는 스크립트입니다.',
        en: 'It takes two things, the package bash-completion and a script that kubectl writes itself.',
      },
      on: 'master', distro: 'debian',
      script: `sudo apt-get install -y bash-completion
dpkg-query -W -f '\${Package} is \${db:Status-Status}\\n' bash-completion`,
      expect: { match: 'contains', text: 'bash-completion is installed' },
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '24d6f3aa49cb3f05',
    },
    {
      type: 'step', id: 'kubectl/first-steps/completion-package',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 120 },
      title: { ko: 'Tab 키', en: 'The Tab key' },
      on: 'master', distro: 'rhel',
      script: 'sudo dnf install -y bash-completion',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'bb2cc0709c1240b9',
    },
    {
      type: 'step', id: 'kubectl/first-steps/completion-script',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 126 },
      title: { ko: 'Tab 키', en: 'The Tab key' },
      lead: { ko: 'kubectl을 업그레이드하면 다시 씁니다.', en: 'After an upgrade of kubectl, write it again.' },
      on: 'master',
      script: 'kubectl completion bash | sudo tee /etc/bash_completion.d/kubectl >/dev/null',
      creates: '/etc/bash_completion.d/kubectl',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '9368ec878937a1cb',
    },
    {
      type: 'file', id: 'kubectl/first-steps/file:~/.bashrc',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 132 },
      title: { ko: 'Tab 키', en: 'The Tab key' },
      lead: { ko: '~/.bashrc의 끝에 붙여 넣습니다.', en: 'Paste these lines at the end of your ~/.bashrc.' },
      on: 'master',
      path: '~/.bashrc', write: 'block', subst: [],
      text: `alias k=kubectl
complete -o default -F __start_kubectl k`,
      hash: '2a490b53cb3f7bd9',
    },
    {
      type: 'step', id: 'kubectl/first-steps/tab',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 139 },
      title: { ko: 'Tab 키', en: 'The Tab key' },
      lead: {
        ko: 'kubectl이 클러스터에 물어보고 온 것입니다.',
        en: 'So start one, type k get namespaces kube-s, and press Tab: bash completes the name, because kubectl asked the cluster for it.',
      },
      on: 'master',
      script: 'bash -i',
      expect: { match: 'contains', text: 'kube-system…Active…' },
      tty: "until '$ ' 'k get namespaces kube-s' Tab until 'kube-system' Enter until 'Active' 'exit' Enter",
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5d826db869d65797',
    },

    // 종류의 이름 / Names of kinds
    {
      type: 'step', id: 'kubectl/first-steps/kinds',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 153 },
      title: { ko: '종류의 이름', en: 'Names of kinds' },
      lead: {
        ko: '옵션을 빼면 모두 나옵니다.',
        en: 'Ask for those of the group apps; without an option you get all of them.',
      },
      on: 'master',
      script: 'kubectl api-resources --api-group=apps',
      expect: {
        match: 'exact',
        text: `NAME…SHORTNAMES…APIVERSION…NAMESPACED…KIND
controllerrevisions…apps/v1…true…ControllerRevision
daemonsets…ds…apps/v1…true…DaemonSet
deployments…deploy…apps/v1…true…Deployment
replicasets…rs…apps/v1…true…ReplicaSet
statefulsets…sts…apps/v1…true…StatefulSet`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd04a301a7fe42368',
    },
    {
      type: 'step', id: 'kubectl/first-steps/wrong-kind',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 168 },
      title: { ko: '종류의 이름', en: 'Names of kinds' },
      lead: {
        ko: '종류를 틀렸을 때와 명령을 틀렸을 때의 메시지입니다.',
        en: 'A wrong kind and a wrong command look like this.',
      },
      on: 'master',
      script: 'kubectl get deplyoments 2>&1',
      expect: { match: 'exact', text: "error: the server doesn't have a resource type \"deplyoments\"" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5166286909a7dc96',
    },
    {
      type: 'step', id: 'kubectl/first-steps/wrong-command',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 176 },
      title: { ko: '종류의 이름', en: 'Names of kinds' },
      on: 'master',
      script: 'kubectl gett pods 2>&1',
      expect: { match: 'contains', text: 'error: unknown command "gett" for "kubectl"' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ad878585e6d285d6',
    },

    // 네임스페이스 / Namespaces
    {
      type: 'step', id: 'kubectl/first-steps/namespaces',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 190 },
      title: { ko: '네임스페이스', en: 'Namespaces' },
      lead: {
        ko: '여기에서는 kube-flannel이 그렇습니다.',
        en: 'Whatever else your list has came with something that was installed later, such as kube-flannel here.',
      },
      on: 'master',
      script: 'kubectl get namespaces',
      expect: {
        match: 'exact',
        text: `NAME…STATUS…AGE
…
default…Active…
…
kube-node-lease…Active…
kube-public…Active…
kube-system…Active…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6cb4a316341cf753',
    },
    {
      type: 'step', id: 'kubectl/first-steps/create-namespace',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 214 },
      title: { ko: '네임스페이스', en: 'Namespaces' },
      lead: { ko: '명령행에서는 ns라고 줄여도 됩니다.', en: 'On the command line it may also be called ns.' },
      on: 'master',
      script: 'kubectl create namespace first-namespace',
      expect: { match: 'exact', text: 'namespace/first-namespace created' },
      unless: 'kubectl get namespace first-namespace',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1dcd6cd5bf543afa',
    },
    {
      type: 'step', id: 'kubectl/first-steps/bad-name',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 224 },
      title: { ko: '네임스페이스', en: 'Namespaces' },
      lead: { ko: '대문자가 있으면 API 서버가 거절합니다.', en: 'With capitals the API server refuses it.' },
      on: 'master',
      script: 'kubectl create namespace FirstNamespace 2>&1',
      expect: {
        match: 'contains',
        text: "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-'",
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '64bbdda5fa061891',
    },
    {
      type: 'step', id: 'kubectl/first-steps/outside',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 234 },
      title: { ko: '네임스페이스', en: 'Namespaces' },
      lead: {
        ko: '이런 것에는 -n이 아무 뜻이 없습니다.',
        en: 'Of the kinds without a group, these do; -n means nothing to them.',
      },
      on: 'master',
      script: "kubectl api-resources --namespaced=false --api-group=''",
      expect: {
        match: 'exact',
        text: `NAME…SHORTNAMES…APIVERSION…NAMESPACED…KIND
componentstatuses…cs…v1…false…ComponentStatus
namespaces…ns…v1…false…Namespace
nodes…no…v1…false…Node
persistentvolumes…pv…v1…false…PersistentVolume`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'eb3224bfb097e2e1',
    },

    // 첫 Pod / The first Pod
    {
      type: 'step', id: 'kubectl/first-steps/run',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 252 },
      title: { ko: '첫 Pod', en: 'The first Pod' },
      lead: { ko: 'run은 이미지 하나로 Pod를 꼭 하나 만듭니다.', en: 'run makes exactly one Pod, of one image.' },
      on: 'master',
      script: 'kubectl run web --image=nginx:1.26 --namespace first-namespace',
      expect: { match: 'exact', text: 'pod/web created' },
      unless: 'kubectl get pod web --namespace first-namespace',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '32a8dc5d1043915b',
    },
    {
      type: 'step', id: 'kubectl/first-steps/wait',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 262 },
      title: { ko: '첫 Pod', en: 'The first Pod' },
      lead: { ko: '기다립니다.', en: 'Wait for that.' },
      on: 'master',
      script: 'kubectl wait --namespace first-namespace --for=condition=Ready pod/web --timeout=5m',
      expect: { match: 'exact', text: 'pod/web condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0d4e9f80a630024f',
    },
    {
      type: 'step', id: 'kubectl/first-steps/wrong-namespace',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 272 },
      title: { ko: '첫 Pod', en: 'The first Pod' },
      lead: {
        ko: '나는 default에 서 있고, 거기에는 없습니다.',
        en: 'This is the error that you will see most often in your life with Kubernetes: you stand in default, and it is not there.',
      },
      on: 'master',
      script: 'kubectl get pod web 2>&1',
      expect: { match: 'exact', text: 'Error from server (NotFound): pods "web" not found' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0ec395c4d6b19304',
    },
    {
      type: 'step', id: 'kubectl/first-steps/get-wide',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 282 },
      title: { ko: '첫 Pod', en: 'The first Pod' },
      lead: { ko: '-o wide는 주소와 노드를 더 보여 줍니다.', en: '-o wide adds the address and the node.' },
      on: 'master',
      script: 'kubectl get pod web --namespace first-namespace -o wide',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE…IP…NODE…
web…1/1…Running…0…10.244.…node…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '66e882513995dab9',
    },
    {
      type: 'step', id: 'kubectl/first-steps/everywhere',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 293 },
      title: { ko: '첫 Pod', en: 'The first Pod' },
      lead: {
        ko: '-A는 --all-namespaces를 줄인 것이고, 앞에 칸이 하나 더 붙습니다.',
        en: '-A is short for --all-namespaces and adds a column in front.',
      },
      on: 'master',
      script: 'kubectl get pods -A',
      expect: { match: 'contains', text: 'first-namespace…web…1/1…Running…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a23093b4e4767040',
    },

    // 컨텍스트 / Contexts
    {
      type: 'step', id: 'kubectl/first-steps/contexts',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 309 },
      title: { ko: '컨텍스트', en: 'Contexts' },
      lead: {
        ko: 'NAMESPACE가 비어 있으면 default라는 뜻입니다.',
        en: 'The asterisk marks the one that is used; NAMESPACE is empty, and that means default.',
      },
      on: 'master',
      script: 'kubectl config get-contexts',
      expect: {
        match: 'exact',
        text: `CURRENT…NAME…CLUSTER…AUTHINFO…NAMESPACE
*…kubernetes-admin@kubernetes…kubernetes…kubernetes-admin…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '93ac3d9bbf5f5282',
    },
    {
      type: 'step', id: 'kubectl/first-steps/view',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 320 },
      title: { ko: '컨텍스트', en: 'Contexts' },
      lead: {
        ko: '--raw를 붙이면 그대로 나옵니다.',
        en: 'Keys and certificates are not shown; with --raw they would be.',
      },
      on: 'master',
      script: 'kubectl config view --minify',
      expect: {
        match: 'exact',
        text: `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: DATA+OMITTED
    server: https://…:6443
  name: kubernetes
contexts:
- context:
    cluster: kubernetes
…
    user: kubernetes-admin
  name: kubernetes-admin@kubernetes
current-context: kubernetes-admin@kubernetes
kind: Config
…
users:
- name: kubernetes-admin
  user:
    client-certificate-data: DATA+OMITTED
    client-key-data: DATA+OMITTED`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd4601ea9bf423a02',
    },

    // 다른 네임스페이스에 서기 / Stand in another namespace
    {
      type: 'step', id: 'kubectl/first-steps/enter',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 351 },
      title: { ko: '다른 네임스페이스에 서기', en: 'Stand in another namespace' },
      lead: { ko: '지금 컨텍스트의 네임스페이스를 바꿉니다.', en: 'Change the namespace of the current context.' },
      on: 'master',
      script: 'kubectl config set-context --current --namespace=first-namespace',
      expect: { match: 'exact', text: 'Context "kubernetes-admin@kubernetes" modified.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b9feb458396bc75d',
    },
    {
      type: 'step', id: 'kubectl/first-steps/inside',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 361 },
      title: { ko: '다른 네임스페이스에 서기', en: 'Stand in another namespace' },
      lead: { ko: '이제 -n 없이도 Pod가 나옵니다.', en: 'Now the Pod is found without -n.' },
      on: 'master',
      script: 'kubectl get pods',
      expect: { match: 'contains', text: 'web…1/1…Running…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6d764c956a9a60f2',
    },
    {
      type: 'step', id: 'kubectl/first-steps/where-am-i',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 371 },
      title: { ko: '다른 네임스페이스에 서기', en: 'Stand in another namespace' },
      lead: { ko: '아무것도 출력하지 않으면 default입니다.', en: 'Where it prints nothing, you stand in default.' },
      on: 'master',
      script: "kubectl config view --minify -o jsonpath='{..namespace}{\"\\n\"}'",
      expect: { match: 'exact', text: 'first-namespace' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f785bbba1b4e684a',
    },
    {
      type: 'step', id: 'kubectl/first-steps/leave',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 381 },
      title: { ko: '다른 네임스페이스에 서기', en: 'Stand in another namespace' },
      lead: {
        ko: '읽는 사람이 어디에 서 있든 똑같이 되기 때문입니다.',
        en: 'In scripts, and in this book, we rather write --namespace each time: it works the same wherever the reader happens to stand.',
      },
      on: 'master',
      script: 'kubectl config set-context --current --namespace=',
      expect: { match: 'exact', text: 'Context "kubernetes-admin@kubernetes" modified.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '45092a00c4c30c6f',
    },

    // 빠진 낱말 / The word that is missing
    {
      type: 'step', id: 'kubectl/first-steps/copy',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 393 },
      title: { ko: '빠진 낱말', en: 'The word that is missing' },
      lead: {
        ko: '지금 쓰는 파일이 아니라 복사본으로 해 봅니다.',
        en: 'Try it on a copy of the file, not on the one that you need.',
      },
      on: 'master',
      script: `cp "$HOME/.kube/config" trial.conf
kubectl config set-context first-namespace --kubeconfig trial.conf
kubectl config use-context first-namespace --kubeconfig trial.conf`,
      expect: {
        match: 'exact',
        text: `Context "first-namespace" created.
Switched to context "first-namespace".`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '767d0050ff728a14',
    },
    {
      type: 'step', id: 'kubectl/first-steps/empty-context',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 406 },
      title: { ko: '빠진 낱말', en: 'The word that is missing' },
      lead: { ko: '써 봅니다.', en: 'Use it.' },
      on: 'master',
      script: 'kubectl get pods --kubeconfig trial.conf 2>&1',
      expect: {
        match: 'contains',
        text: 'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd34f2749b7167740',
    },
    {
      type: 'step', id: 'kubectl/first-steps/full-context',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 418 },
      title: { ko: '빠진 낱말', en: 'The word that is missing' },
      lead: {
        ko: '두 번째 컨텍스트를 제대로 만들려면 셋을 다 적습니다.',
        en: 'A second context is right when it names all three.',
      },
      on: 'master',
      script: `kubectl config set-context first-namespace --cluster=kubernetes --user=kubernetes-admin --namespace=first-namespace --kubeconfig trial.conf
kubectl get pods --kubeconfig trial.conf`,
      expect: {
        match: 'exact',
        text: `Context "first-namespace" modified.
NAME…READY…STATUS…RESTARTS…AGE
…
web…1/1…Running…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b60fac7622fd4f37',
    },

    // 첫 Deployment / The first Deployment
    {
      type: 'step', id: 'kubectl/first-steps/deployment',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 436 },
      title: { ko: '첫 Deployment', en: 'The first Deployment' },
      lead: {
        ko: 'Pod가 둘인 것을 만들고, 둘 다 뜰 때까지 기다립니다.',
        en: 'Make one with two Pods, and wait until both run.',
      },
      on: 'master',
      script: 'kubectl create deployment team --image=nginx:1.26 --replicas=2 --namespace first-namespace',
      expect: { match: 'exact', text: 'deployment.apps/team created' },
      unless: 'kubectl get deployment team --namespace first-namespace',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1c1a4e19f27fb379',
    },
    {
      type: 'step', id: 'kubectl/first-steps/rollout',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 444 },
      title: { ko: '첫 Deployment', en: 'The first Deployment' },
      on: 'master',
      script: 'kubectl rollout status deployment/team --namespace first-namespace --timeout=5m',
      expect: { match: 'contains', text: 'deployment "team" successfully rolled out' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '71d625ae5a645f5e',
    },
    {
      type: 'step', id: 'kubectl/first-steps/family',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 454 },
      title: { ko: '첫 Deployment', en: 'The first Deployment' },
      lead: { ko: '누가 누구를 만들었는지는 이름에 보입니다.', en: 'The names tell who made whom.' },
      on: 'master',
      script: 'kubectl get deployments,replicasets,pods --namespace first-namespace',
      expect: {
        match: 'exact',
        text: `NAME…READY…UP-TO-DATE…AVAILABLE…AGE
deployment.apps/team…2/2…2…2…

NAME…DESIRED…CURRENT…READY…AGE
replicaset.apps/team-…2…2…2…

NAME…READY…STATUS…RESTARTS…AGE
pod/team-…1/1…Running…
pod/team-…1/1…Running…
pod/web…1/1…Running…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e570c1e91c2a70ab',
    },
    {
      type: 'step', id: 'kubectl/first-steps/take-one',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 473 },
      title: { ko: '첫 Deployment', en: 'The first Deployment' },
      lead: { ko: '다시 둘이고, 하나는 이름이 다릅니다.', en: 'There are two again, and one has another name.' },
      on: 'master',
      script: `victim=$(kubectl get pods --namespace first-namespace --selector app=team -o jsonpath='{.items[0].metadata.name}')
kubectl delete pod "$victim" --namespace first-namespace
kubectl rollout status deployment/team --namespace first-namespace --timeout=5m
kubectl get pods --namespace first-namespace --selector app=team`,
      expect: {
        match: 'exact',
        text: `pod "team-…" deleted…
…
deployment "team" successfully rolled out
NAME…READY…STATUS…RESTARTS…AGE
team-…1/1…Running…
team-…1/1…Running…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, retrySeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1fdca7c2377f02e9',
    },
    {
      type: 'step', id: 'kubectl/first-steps/labels',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 491 },
      title: { ko: '첫 Deployment', en: 'The first Deployment' },
      lead: { ko: '라벨을 봅니다.', en: 'See the labels.' },
      on: 'master',
      script: 'kubectl get pods --namespace first-namespace --show-labels',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE…LABELS
team-…app=team,pod-template-hash=…
team-…app=team,pod-template-hash=…
web…run=web`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4334e9b7b19b0cca',
    },

    // 정렬 / Sorting
    {
      type: 'step', id: 'kubectl/first-steps/by-age',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 506 },
      title: { ko: '정렬', en: 'Sorting' },
      lead: { ko: 'web이 먼저였습니다.', en: 'Sort by age: web was there first.' },
      on: 'master',
      script: 'kubectl get pods --namespace first-namespace --sort-by=.metadata.creationTimestamp -o name',
      expect: {
        match: 'exact',
        text: `pod/web
pod/team-…
pod/team-…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4d8b58dbcf5aa107',
    },
    {
      type: 'step', id: 'kubectl/first-steps/newest-first',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 518 },
      title: { ko: '정렬', en: 'Sorting' },
      lead: { ko: '이번에는 새것이 앞에 옵니다.', en: 'The newest comes first here.' },
      on: 'master',
      script: 'kubectl get pods --namespace first-namespace --sort-by=.metadata.creationTimestamp -o name | tac',
      expect: {
        match: 'exact',
        text: `pod/team-…
pod/team-…
pod/web`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '43849e152ce9fd85',
    },
    {
      type: 'step', id: 'kubectl/first-steps/bad-path',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 530 },
      title: { ko: '정렬', en: 'Sorting' },
      lead: {
        ko: '방금 Pod 셋을 본 네임스페이스에서, 없는 필드로 정렬해 봅니다.',
        en: 'See it with a field that does not exist, in the namespace whose three Pods you have just seen.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace first-namespace --sort-by=.metadata.birthday 2>&1',
      expect: { match: 'exact', text: 'No resources found in first-namespace namespace.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '98f7dec9676e4f6d',
    },

    // describe / Describe
    {
      type: 'step', id: 'kubectl/first-steps/describe-pod',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 542 },
      title: { ko: 'describe', en: 'Describe' },
      lead: {
        ko: '무엇이 안 될 때 가장 먼저 읽을 곳입니다.',
        en: 'It gathers what belongs together, and at its end stand the events, the first thing to read when something does not work.',
      },
      on: 'master',
      script: 'kubectl describe pod web --namespace first-namespace',
      expect: {
        match: 'exact',
        text: `Name:…web
Namespace:…first-namespace
…
Node:…node…
…
Labels:…run=web
…
Status:…Running
IP:…10.244.…
…
Containers:
  web:
…
    Image:…nginx:1.26
…
    State:…Running
…
    Ready:…True
    Restart Count:…0
…
Conditions:
…
Events:
…
…Scheduled…Successfully assigned first-namespace/web to node…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a05773b1a1c2483d',
    },
    {
      type: 'step', id: 'kubectl/first-steps/describe-node',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 579 },
      title: { ko: 'describe', en: 'Describe' },
      lead: {
        ko: 'Conditions(건강한가), Taints와 Unschedulable(Pod를 받는가), Allocatable과 Allocated resources(자리가 있는가), 그리고 놓여 있는 Pod의 목록을 봅니다.',
        en: 'Look at Conditions (is it well?), Taints and Unschedulable (does it take Pods?), Allocatable and Allocated resources (is there room?) and the Pods that it has.',
      },
      on: 'master',
      script: 'kubectl describe node node1',
      expect: {
        match: 'exact',
        text: `Name:…node1
Roles:…<none>
…
Taints:…<none>
Unschedulable:…false
…
Conditions:
…
  Ready…True…KubeletReady…
…
Allocatable:
…
Non-terminated Pods:…
…
Allocated resources:
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'dec7416ac4bb21ae',
    },

    // 확인 / Check
    {
      type: 'step', id: 'kubectl/first-steps/check',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 623 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '이 장의 Pod와 Deployment가 준비되어 있는지 봅니다.',
        en: 'See that the Pod and the Deployment of this chapter are ready.',
      },
      on: 'master',
      script: `kubectl wait --namespace first-namespace --for=condition=Ready pod/web --timeout=60s
kubectl wait --namespace first-namespace --for=condition=Available deployment/team --timeout=60s`,
      expect: {
        match: 'exact',
        text: `pod/web condition met
deployment.apps/team condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '8a1773eb268263f4',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'kubectl/first-steps/tidy',
      source: { file: 'content/docs/kubectl/first-steps.mdx', line: 832 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '자동 완성과 별명은 해가 없으니 남겨 둡니다.', en: 'Completion and alias stay, they do no harm.' },
      on: 'master',
      script: `kubectl delete namespace first-namespace shop queue --ignore-not-found --timeout=5m
kubectl delete deployment window --namespace default --ignore-not-found
rm -f trial.conf shop.conf oldest.txt`,
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: true, captures: [], secrets: [],
      hash: '9a4539b1149dd112',
    },
  ],
  exercises: [

    // 진열장 / A shop window
    {
      id: 'shop-window',
      title: { ko: '진열장', en: 'A shop window' },
      messages: {
        'no-namespace': { ko: '네임스페이스 shop이 없습니다.', en: 'There is no namespace shop.' },
        'no-deployment': {
          ko: '네임스페이스 shop에 Deployment window가 없습니다.',
          en: 'There is no Deployment window in the namespace shop.',
        },
        'wrong-place': {
          ko: 'shop이 아닌 네임스페이스에 Deployment window가 있습니다.',
          en: 'A Deployment window stands in another namespace than shop.',
        },
        'not-ready': {
          ko: 'Deployment window에 준비된 Pod가 셋이 아닙니다.',
          en: 'The Deployment window does not have three ready Pods.',
        },
        'wrong-image': {
          ko: 'Deployment window의 이미지가 nginx:1.26이 아닙니다.',
          en: 'The Deployment window does not run nginx:1.26.',
        },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'step', id: 'kubectl/first-steps/shop-window-setup', part: 'setup',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 641 },
          title: { ko: '진열장', en: 'A shop window' },
          lead: {
            ko: '셋이 모두 준비되어야 하고, 다른 네임스페이스에 같은 이름의 Deployment가 있으면 안 됩니다.',
            en: 'All three have to be ready, and no other namespace may have a Deployment of that name.',
          },
          on: 'master',
          script: `kubectl delete deployment window --namespace default --ignore-not-found
kubectl delete namespace shop --ignore-not-found --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '3f23484f6b236a6d',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-window-answer', part: 'answer',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 651 },
          title: { ko: '진열장', en: 'A shop window' },
          lead: {
            ko: 'create deployment가 만들어 주지는 않습니다.',
            en: 'The namespace first; create deployment does not make it.',
          },
          on: 'master',
          script: `kubectl create namespace shop
kubectl create deployment window --image=nginx:1.26 --replicas=3 --namespace shop
kubectl rollout status deployment/window --namespace shop --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'fb177c7b1ffbd198',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-window-wrong-place', part: 'wrong',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 664 },
          title: { ko: '진열장', en: 'A shop window' },
          lead: {
            ko: '네임스페이스를 만들어 놓고 -n을 잊어서 default에 만든 답입니다.',
            en: 'To make the namespace and then forget -n, so that the Deployment is in default.',
          },
          on: 'master',
          script: `kubectl create namespace shop
kubectl create deployment window --image=nginx:1.26 --replicas=3
kubectl rollout status deployment/window --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a976a3877ae1a5ca',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-window-wrong-number', part: 'wrong',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 672 },
          title: { ko: '진열장', en: 'A shop window' },
          lead: {
            ko: '--replicas가 없으면 Pod는 하나입니다.',
            en: 'To forget the number: without --replicas it is one Pod.',
          },
          on: 'master',
          script: `kubectl create namespace shop
kubectl create deployment window --image=nginx:1.26 --namespace shop
kubectl rollout status deployment/window --namespace shop --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'ff7c0956aded265e',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-window-check', part: 'check',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 680 },
          title: { ko: '진열장', en: 'A shop window' },
          lead: {
            ko: '모든 네임스페이스에서 Deployment를 찾아보고, 이미지와 준비된 Pod의 수를 봅니다.',
            en: 'The check looks for the Deployment in all namespaces, then at its image and its ready Pods.',
          },
          on: 'master',
          script: `ok=yes
kubectl get namespace shop >/dev/null 2>&1 || { echo no-namespace; ok=no; }
elsewhere=$(kubectl get deployments -A --field-selector metadata.name=window,metadata.namespace!=shop -o name)
test -z "$elsewhere" || { echo wrong-place; ok=no; }
if ! kubectl get deployment window --namespace shop >/dev/null 2>&1; then
  echo no-deployment
  exit 1
fi
image=$(kubectl get deployment window --namespace shop -o jsonpath='{.spec.template.spec.containers[0].image}')
ready=$(kubectl get deployment window --namespace shop -o jsonpath='{.status.readyReplicas}')
test "\${image#docker.io/library/}" = nginx:1.26 || { echo wrong-image; ok=no; }
test "$ready" = 3 || { echo not-ready; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9d798e2db670947b',
        },
      ],
    },

    // 가게의 컨텍스트 / A context for the shop
    {
      id: 'shop-context',
      title: { ko: '가게의 컨텍스트', en: 'A context for the shop' },
      messages: {
        'no-file': { ko: '작업 디렉터리에 shop.conf가 없습니다.', en: 'There is no shop.conf in the working directory.' },
        'not-current': {
          ko: 'shop.conf의 현재 컨텍스트가 shop이 아닙니다.',
          en: 'The current context of shop.conf is not shop.',
        },
        'no-access': {
          ko: 'shop.conf로는 kubectl이 클러스터에 닿지 못합니다.',
          en: 'With shop.conf kubectl does not reach the cluster.',
        },
        'wrong-namespace': {
          ko: 'shop.conf의 컨텍스트 shop이 네임스페이스 shop에 서 있지 않습니다.',
          en: 'The context shop of shop.conf does not stand in the namespace shop.',
        },
        'other-context': {
          ko: 'shop.conf의 컨텍스트 kubernetes-admin@kubernetes가 없어졌거나 네임스페이스가 붙었습니다.',
          en: 'The context kubernetes-admin@kubernetes of shop.conf is gone, or now stands in a namespace.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'kubectl/first-steps/shop-context-setup', part: 'setup',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 702 },
          title: { ko: '가게의 컨텍스트', en: 'A context for the shop' },
          lead: {
            ko: '런북으로 풀 때의 작업 디렉터리는 ~/k8s101/first-steps입니다.',
            en: 'With the runbook, the working directory is ~/k8s101/first-steps.',
          },
          on: 'master',
          script: `cp "$HOME/.kube/config" shop.conf
kubectl config set-context --current --namespace= --kubeconfig shop.conf >/dev/null
kubectl create namespace shop --dry-run=client -o yaml | kubectl apply -f -`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'a975e37df0a69fb3',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-context-answer', part: 'answer',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 713 },
          title: { ko: '가게의 컨텍스트', en: 'A context for the shop' },
          lead: {
            ko: '클러스터와 사용자의 이름은 config get-contexts가 알려 줍니다.',
            en: 'config get-contexts shows how cluster and user are called.',
          },
          on: 'master',
          script: `kubectl config set-context shop --cluster=kubernetes --user=kubernetes-admin --namespace=shop --kubeconfig shop.conf
kubectl config use-context shop --kubeconfig shop.conf`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '56fba78989d2fdaf',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-context-wrong-empty', part: 'wrong',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 725 },
          title: { ko: '가게의 컨텍스트', en: 'A context for the shop' },
          lead: {
            ko: '있기는 하고 현재의 것이기도 하지만, 아무 데도 닿지 않습니다.',
            en: 'It is there, it is current, and leads nowhere.',
          },
          on: 'master',
          script: `kubectl config set-context shop --namespace=shop --kubeconfig shop.conf
kubectl config use-context shop --kubeconfig shop.conf`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '7996e8cacabd9e2d',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-context-wrong-current', part: 'wrong',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 732 },
          title: { ko: '가게의 컨텍스트', en: 'A context for the shop' },
          lead: {
            ko: '두 번째를 만들지 않고 첫 컨텍스트를 바꾸어 버린 답입니다.',
            en: 'To change the first context instead of making a second one.',
          },
          on: 'master',
          script: `kubectl config set-context --current --namespace=shop --kubeconfig shop.conf
kubectl config rename-context kubernetes-admin@kubernetes shop --kubeconfig shop.conf`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1fd853b7b47466d3',
        },
        {
          type: 'step', id: 'kubectl/first-steps/shop-context-check', part: 'check',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 739 },
          title: { ko: '가게의 컨텍스트', en: 'A context for the shop' },
          lead: {
            ko: '파일을 읽고, 그 파일로 클러스터에 버전을 물어봅니다.',
            en: 'The check reads the file, and asks the cluster for its version with it.',
          },
          on: 'master',
          script: `if ! test -s shop.conf; then
  echo no-file
  exit 1
fi
ok=yes
current=$(kubectl config current-context --kubeconfig shop.conf 2>/dev/null || true)
test "$current" = shop || { echo not-current; ok=no; }
namespace=$(kubectl config view --kubeconfig shop.conf -o jsonpath='{.contexts[?(@.name=="shop")].context.namespace}')
test "$namespace" = shop || { echo wrong-namespace; ok=no; }
first=$(kubectl config view --kubeconfig shop.conf -o jsonpath='{.contexts[?(@.name=="kubernetes-admin@kubernetes")].context}')
if test -z "$first" || [[ "$first" == *namespace* ]]; then
  echo other-context
  ok=no
fi
kubectl get --raw /version --kubeconfig shop.conf >/dev/null 2>&1 || { echo no-access; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1f4bd813509f2938',
        },
      ],
    },

    // 누가 먼저 왔는가 / Who was first?
    {
      id: 'oldest',
      title: { ko: '누가 먼저 왔는가', en: 'Who was first?' },
      messages: {
        'no-file': {
          ko: '작업 디렉터리에 oldest.txt가 없거나 비어 있습니다.',
          en: 'There is no oldest.txt in the working directory, or it is empty.',
        },
        'wrong-form': {
          ko: 'oldest.txt에는 Pod의 이름 한 줄만 있어야 합니다.',
          en: 'oldest.txt has to hold one line, the name of a Pod and nothing else.',
        },
        'wrong-pod': {
          ko: 'oldest.txt에 적힌 Pod는 네임스페이스 queue에서 가장 오래된 것이 아닙니다.',
          en: 'The Pod named in oldest.txt is not the oldest in the namespace queue.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'kubectl/first-steps/oldest-setup', part: 'setup',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 764 },
          title: { ko: '누가 먼저 왔는가', en: 'Who was first?' },
          lead: {
            ko: '이름만 한 줄이어야 합니다.',
            en: 'Write the name of the oldest into the file oldest.txt in the working directory: one line, only the name.',
          },
          on: 'master',
          script: `rm -f oldest.txt
kubectl create namespace queue --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pods --all --namespace queue --now --timeout=3m
for name in melon apple zucchini banana; do
  kubectl run "$name" --image=busybox:1.37 --namespace queue --command -- sleep infinity
  sleep 1.5
done`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, retrySeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '09f13ca5b3014c73',
        },
        {
          type: 'step', id: 'kubectl/first-steps/oldest-answer', part: 'answer',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 779 },
          title: { ko: '누가 먼저 왔는가', en: 'Who was first?' },
          lead: {
            ko: '만든 때로 정렬하면 첫 줄이 가장 오래된 것입니다.',
            en: 'Sort by the time of creation; the first is the oldest.',
          },
          on: 'master',
          script: 'kubectl get pods --namespace queue --sort-by=.metadata.creationTimestamp --no-headers -o custom-columns=NAME:.metadata.name | sed -n 1p > oldest.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '0ed68e4591a76bec',
        },
        {
          type: 'step', id: 'kubectl/first-steps/oldest-wrong-name', part: 'wrong',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 790 },
          title: { ko: '누가 먼저 왔는가', en: 'Who was first?' },
          lead: {
            ko: '--sort-by가 없으면 첫 줄은 이름이 가장 앞선 것입니다.',
            en: 'Without --sort-by the first in the list is the first by name.',
          },
          on: 'master',
          script: 'kubectl get pods --namespace queue --no-headers -o custom-columns=NAME:.metadata.name | sed -n 1p > oldest.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '71cf37257011c09a',
        },
        {
          type: 'step', id: 'kubectl/first-steps/oldest-wrong-end', part: 'wrong',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 796 },
          title: { ko: '누가 먼저 왔는가', en: 'Who was first?' },
          lead: {
            ko: '마지막은 가장 새것입니다.',
            en: 'Sorted, but read from the wrong end: the last is the youngest.',
          },
          on: 'master',
          script: 'kubectl get pods --namespace queue --sort-by=.metadata.creationTimestamp --no-headers -o custom-columns=NAME:.metadata.name | tail -n 1 > oldest.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '3d1340a9b1dccd1e',
        },
        {
          type: 'step', id: 'kubectl/first-steps/oldest-wrong-form', part: 'wrong',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 802 },
          title: { ko: '누가 먼저 왔는가', en: 'Who was first?' },
          lead: {
            ko: '-o name은 종류를 앞에 붙이므로 묻는 것과 다릅니다.',
            en: '-o name writes the kind in front, which is not what was asked for.',
          },
          on: 'master',
          script: 'kubectl get pods --namespace queue --sort-by=.metadata.creationTimestamp -o name | sed -n 1p > oldest.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'b4012454144b5111',
        },
        {
          type: 'step', id: 'kubectl/first-steps/oldest-check', part: 'check',
          source: { file: 'content/docs/kubectl/first-steps.mdx', line: 808 },
          title: { ko: '누가 먼저 왔는가', en: 'Who was first?' },
          lead: {
            ko: '때를 직접 정렬합니다.',
            en: 'The check finds the oldest in another way: it sorts the times itself.',
          },
          on: 'master',
          script: String.raw`if ! test -s oldest.txt; then
  echo no-file
  exit 1
fi
oldest=$(kubectl get pods --namespace queue -o jsonpath='{range .items[*]}{.metadata.creationTimestamp}{" "}{.metadata.name}{"\n"}{end}' | sort | awk 'NR == 1 {print $2}')
given=$(cat oldest.txt)
if [[ ! "$given" =~ ^[a-z0-9-]+$ ]]; then
  echo wrong-form
  exit 1
fi
test "$given" = "$oldest" || { echo wrong-pod; exit 1; }`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '760d97081028c30c',
        },
      ],
    },
  ],
})
