#!/usr/bin/env zx
// Generated from content/docs/workloads/labels.mdx by `npm run extract`; edit the chapter, not this file.
// 라벨, 셀렉터, 애너테이션 / Labels, selectors, annotations
// Run it with: npx zx runbooks/labels.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'labels',
  page: 'workloads/labels',
  title: { ko: '라벨, 셀렉터, 애너테이션', en: 'Labels, selectors, annotations' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/workloads/labels.mdx ────────────────────────────────────────────────────────

    // 생각 / The idea
    {
      type: 'step', id: 'workloads/labels/namespace',
      source: { file: 'content/docs/workloads/labels.mdx', line: 49 },
      title: { ko: '생각', en: 'The idea' },
      lead: {
        ko: '라벨을 이리저리 바꾸는 장이라, 앞서 만든 것이 있으면 먼저 지웁니다.',
        en: 'Labels are going to be moved about, so what an earlier attempt left is removed first.',
      },
      on: 'master',
      script: `kubectl delete namespace labels --ignore-not-found --timeout=5m
kubectl create namespace labels`,
      expect: { match: 'contains', text: 'namespace/labels created' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '966f47faa698c738',
    },
    {
      type: 'file', id: 'workloads/labels/file:pods.yaml',
      source: { file: 'content/docs/workloads/labels.mdx', line: 60 },
      title: { ko: '생각', en: 'The idea' },
      lead: {
        ko: '셋에는 app과 environment가, console에는 app만 있습니다.',
        en: 'Three have app and environment; console has only app.',
      },
      on: 'master',
      path: 'pods.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: label-demo
  namespace: labels
  labels:
    app: nginx
    environment: production
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: nginx
      image: nginx:1.26
---
apiVersion: v1
kind: Pod
metadata:
  name: label-stage
  namespace: labels
  labels:
    app: nginx
    environment: staging
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: nginx
      image: nginx:1.26
---
apiVersion: v1
kind: Pod
metadata:
  name: label-test
  namespace: labels
  labels:
    app: nginx
    environment: test
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: nginx
      image: nginx:1.26
---
apiVersion: v1
kind: Pod
metadata:
  name: console
  namespace: labels
  labels:
    app: console
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: shell
      image: busybox:1.37
      command: [sleep, infinity]`,
      hash: '72648b4541a56f73',
    },
    {
      type: 'step', id: 'workloads/labels/pods',
      source: { file: 'content/docs/workloads/labels.mdx', line: 120 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '적용하고 준비될 때까지 기다립니다.', en: 'Apply them, and wait until they are ready.' },
      on: 'master',
      script: `kubectl apply -f pods.yaml
kubectl wait --namespace labels --for=condition=Ready pods --all --timeout=5m`,
      expect: {
        match: 'exact',
        text: `pod/label-demo …
pod/label-stage …
pod/label-test …
pod/console …
pod/console condition met
pod/label-demo condition met
pod/label-stage condition met
pod/label-test condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, retrySeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '63f9e2a72e7973ee',
    },
    {
      type: 'step', id: 'workloads/labels/show',
      source: { file: 'content/docs/workloads/labels.mdx', line: 138 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '--show-labels는 라벨을 모두 보여 줍니다.', en: '--show-labels shows all labels.' },
      on: 'master',
      script: 'kubectl get pods --namespace labels --show-labels',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE…LABELS
console…app=console
label-demo…app=nginx,environment=production
label-stage…app=nginx,environment=staging
label-test…app=nginx,environment=test`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd397045ee7e33c32',
    },

    // 더하고, 바꾸고, 떼기 / Add, change, remove
    {
      type: 'step', id: 'workloads/labels/add',
      source: { file: 'content/docs/workloads/labels.mdx', line: 156 },
      title: { ko: '더하고, 바꾸고, 떼기', en: 'Add, change, remove' },
      lead: {
        ko: 'Pod를 다시 시작하지 않고 label-demo에 tier를 붙입니다.',
        en: 'Give label-demo a tier; the Pod is not restarted.',
      },
      on: 'master',
      script: 'kubectl label pod label-demo tier=web --namespace labels',
      expect: { match: 'exact', text: 'pod/label-demo labeled' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b405bee3a33eca5d',
    },
    {
      type: 'step', id: 'workloads/labels/refused',
      source: { file: 'content/docs/workloads/labels.mdx', line: 166 },
      title: { ko: '더하고, 바꾸고, 떼기', en: 'Add, change, remove' },
      lead: {
        ko: '실수로 덮어쓰지 않게 하려는 것입니다.',
        en: 'Another value for the same key is refused, so that nothing is overwritten by mistake.',
      },
      on: 'master',
      script: 'kubectl label pod label-demo tier=front --namespace labels 2>&1',
      expect: { match: 'exact', text: "error: 'tier' already has a value (web), and --overwrite is false" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ebf27967f0d1e07a',
    },
    {
      type: 'step', id: 'workloads/labels/change',
      source: { file: 'content/docs/workloads/labels.mdx', line: 176 },
      title: { ko: '더하고, 바꾸고, 떼기', en: 'Add, change, remove' },
      lead: { ko: '정말 바꾸려면 --overwrite를 붙입니다.', en: 'With --overwrite you say that you mean it.' },
      on: 'master',
      script: 'kubectl label pod label-demo tier=front --overwrite --namespace labels',
      expect: { match: 'exact', text: 'pod/label-demo labeled' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c7cbe806633d2fd1',
    },
    {
      type: 'step', id: 'workloads/labels/remove',
      source: { file: 'content/docs/workloads/labels.mdx', line: 186 },
      title: { ko: '더하고, 바꾸고, 떼기', en: 'Add, change, remove' },
      lead: { ko: '키 뒤에 -를 붙이면 뗍니다.', en: 'A - after the key removes the label.' },
      on: 'master',
      script: 'kubectl label pod label-demo tier- --namespace labels',
      expect: { match: 'exact', text: 'pod/label-demo unlabeled' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '27823326bef3ff40',
    },
    {
      type: 'step', id: 'workloads/labels/many',
      source: { file: 'content/docs/workloads/labels.mdx', line: 196 },
      title: { ko: '더하고, 바꾸고, 떼기', en: 'Add, change, remove' },
      lead: {
        ko: '이름 대신 셀렉터를 주면 맞는 것 모두에 붙입니다.',
        en: 'With a selector in place of a name, all that match get the label.',
      },
      on: 'master',
      script: 'kubectl label pods --selector app=nginx owner=kim --namespace labels',
      expect: {
        match: 'exact',
        text: `pod/label-demo labeled
pod/label-stage labeled
pod/label-test labeled`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3fba202ef3a72308',
    },

    // 값으로 쓸 수 있는 글 / What a value may be
    {
      type: 'step', id: 'workloads/labels/bad-value',
      source: { file: 'content/docs/workloads/labels.mdx', line: 210 },
      title: { ko: '값으로 쓸 수 있는 글', en: 'What a value may be' },
      lead: { ko: '라벨의 값으로 쓰면 거절합니다.', en: 'As the value of a label it is refused.' },
      on: 'master',
      script: "kubectl label pod label-demo 'owner=Kim Minsu' --overwrite --namespace labels 2>&1",
      expect: {
        match: 'contains',
        text: 'error: invalid label value: "owner=Kim Minsu": a valid label must be an empty string or consist of alphanumeric characters',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '91316a6a9aeaeaec',
    },

    // 만들면서 붙이기 / At creation
    {
      type: 'step', id: 'workloads/labels/create-flag',
      source: { file: 'content/docs/workloads/labels.mdx', line: 224 },
      title: { ko: '만들면서 붙이기', en: 'At creation' },
      lead: {
        ko: 'kubectl create에는 그런 옵션이 없으니, 만든 다음에 kubectl label을 합니다.',
        en: 'kubectl create has no such option; use kubectl label afterwards.',
      },
      on: 'master',
      script: 'kubectl create deployment ver --image=nginx:1.26 --label=ver=2 --namespace labels 2>&1',
      expect: { match: 'contains', text: 'error: unknown flag: --label' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f9679ee12c1206bd',
    },

    // 같은 것 / Equal
    {
      type: 'step', id: 'workloads/labels/equal',
      source: { file: 'content/docs/workloads/labels.mdx', line: 238 },
      title: { ko: '같은 것', en: 'Equal' },
      lead: { ko: '쉼표로 이은 조건은 모두 맞아야 합니다.', en: 'Conditions joined by commas must all hold.' },
      on: 'master',
      script: 'kubectl get pods --namespace labels --selector app=nginx,environment=production -o name',
      expect: { match: 'exact', text: 'pod/label-demo' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4ac2ec7bb9ad36a9',
    },
    {
      type: 'step', id: 'workloads/labels/both',
      source: { file: 'content/docs/workloads/labels.mdx', line: 248 },
      title: { ko: '같은 것', en: 'Equal' },
      lead: {
        ko: '한 키의 값이 staging이면서 test일 수는 없으므로 아무것도 나오지 않고, 오류도 아닙니다.',
        en: 'One key cannot be staging and test at once, so nothing is found, and that is no error.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace labels --selector environment=staging,environment=test 2>&1',
      expect: { match: 'exact', text: 'No resources found in labels namespace.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '41d0c7a0ee6f3e14',
    },

    // 집합으로 / Sets
    {
      type: 'step', id: 'workloads/labels/in',
      source: { file: 'content/docs/workloads/labels.mdx', line: 260 },
      title: { ko: '집합으로', en: 'Sets' },
      lead: {
        ko: '괄호와 빈칸이 있으니 작은따옴표로 묶습니다.',
        en: 'Because of the brackets and spaces, put it in single quotes.',
      },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector 'environment in (staging,test)' -o name",
      expect: {
        match: 'exact',
        text: `pod/label-stage
pod/label-test`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2834c9452e92f6cd',
    },
    {
      type: 'step', id: 'workloads/labels/notin',
      source: { file: 'content/docs/workloads/labels.mdx', line: 271 },
      title: { ko: '집합으로', en: 'Sets' },
      lead: { ko: '그 라벨이 아예 없는 console도 나옵니다.', en: 'console, which has no such label, is among them.' },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector 'environment notin (staging,test)' -o name",
      expect: {
        match: 'exact',
        text: `pod/console
pod/label-demo`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '877d82e5d8da4b38',
    },
    {
      type: 'step', id: 'workloads/labels/absent',
      source: { file: 'content/docs/workloads/labels.mdx', line: 282 },
      title: { ko: '집합으로', en: 'Sets' },
      lead: {
        ko: '값 없이 키만 적으면 그 라벨이 있는 것, !를 붙이면 없는 것입니다.',
        en: '!environment takes what does not have it.',
      },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector '!environment' -o name",
      expect: { match: 'exact', text: 'pod/console' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '976f1d4a0c6d5a67',
    },
    {
      type: 'step', id: 'workloads/labels/present',
      source: { file: 'content/docs/workloads/labels.mdx', line: 292 },
      title: { ko: '집합으로', en: 'Sets' },
      lead: {
        ko: '「환경이 있는데 production은 아닌 것」이라고 하려면 둘을 함께 적습니다.',
        en: 'For "has an environment, and it is not production", say both.',
      },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector 'environment,environment!=production' -o name",
      expect: {
        match: 'exact',
        text: `pod/label-stage
pod/label-test`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '132505d2de6aecea',
    },
    {
      type: 'step', id: 'workloads/labels/operator',
      source: { file: 'content/docs/workloads/labels.mdx', line: 312 },
      title: { ko: '집합으로', en: 'Sets' },
      lead: { ko: '거꾸로 쓰면 kubectl이 읽지 못합니다.', en: 'The other way round, kubectl cannot read it.' },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector 'environment=!production' 2>&1",
      expect: { match: 'contains', text: "found '!', expected: identifier" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a85bd34e942427ed',
    },

    // ReplicaSet: 라벨로 데려오기 / ReplicaSet: taking in by label
    {
      type: 'file', id: 'workloads/labels/file:keeper.yaml',
      source: { file: 'content/docs/workloads/labels.mdx', line: 324 },
      title: { ko: 'ReplicaSet: 라벨로 데려오기', en: 'ReplicaSet: taking in by label' },
      lead: {
        ko: '이 ReplicaSet은 app이 nginx이고 environment가 staging이나 test인 Pod를 둘 유지합니다.',
        en: 'This ReplicaSet keeps two Pods whose app is nginx and whose environment is staging or test.',
      },
      on: 'master',
      path: 'keeper.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: keeper
  namespace: labels
spec:
  replicas: 2
  selector:
    matchLabels:
      app: nginx
    matchExpressions:
      - key: environment
        operator: In
        values: [staging, test]
  template:
    metadata:
      labels:
        app: nginx
        environment: test
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: nginx
          image: nginx:1.26`,
      hash: 'f4eb17353008248e',
    },
    {
      type: 'step', id: 'workloads/labels/keeper',
      source: { file: 'content/docs/workloads/labels.mdx', line: 353 },
      title: { ko: 'ReplicaSet: 라벨로 데려오기', en: 'ReplicaSet: taking in by label' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f keeper.yaml',
      expect: { match: 'exact', text: 'replicaset.apps/keeper …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '35d1b12aa1c01ee7',
    },
    {
      type: 'step', id: 'workloads/labels/adopted',
      source: { file: 'content/docs/workloads/labels.mdx', line: 363 },
      title: { ko: 'ReplicaSet: 라벨로 데려오기', en: 'ReplicaSet: taking in by label' },
      lead: {
        ko: '주인은 metadata.ownerReferences에 적힙니다.',
        en: 'The owner stands in metadata.ownerReferences.',
      },
      on: 'master',
      script: "kubectl get pods --namespace labels --no-headers -o custom-columns='NAME:.metadata.name,OWNER:.metadata.ownerReferences[0].name'",
      expect: {
        match: 'exact',
        text: `console…<none>
label-demo…<none>
label-stage…keeper
label-test…keeper`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f91e9c433a77c6bb',
    },
    {
      type: 'step', id: 'workloads/labels/keeper-gone',
      source: { file: 'content/docs/workloads/labels.mdx', line: 376 },
      title: { ko: 'ReplicaSet: 라벨로 데려오기', en: 'ReplicaSet: taking in by label' },
      lead: { ko: '그러니 이 ReplicaSet을 지우면,', en: 'So delete this ReplicaSet,' },
      on: 'master',
      script: 'kubectl delete replicaset keeper --namespace labels --ignore-not-found',
      expect: { match: 'exact', text: 'replicaset.apps "keeper" deleted…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e56cf37cac8ed2e9',
    },
    {
      type: 'step', id: 'workloads/labels/gone-too',
      source: { file: 'content/docs/workloads/labels.mdx', line: 386 },
      title: { ko: 'ReplicaSet: 라벨로 데려오기', en: 'ReplicaSet: taking in by label' },
      lead: { ko: '데려온 Pod도 함께 사라집니다.', en: 'and the Pods that it took in go with it.' },
      on: 'master',
      script: 'kubectl get pods --namespace labels -o name',
      expect: {
        match: 'exact',
        text: `pod/console
pod/label-demo`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '019273ec5ca89fba',
    },
    {
      type: 'step', id: 'workloads/labels/exists-values',
      source: { file: 'content/docs/workloads/labels.mdx', line: 397 },
      title: { ko: 'ReplicaSet: 라벨로 데려오기', en: 'ReplicaSet: taking in by label' },
      lead: { ko: '--dry-run=server는 서버에게 묻기만 합니다.', en: '--dry-run=server only asks the server.' },
      on: 'master',
      script: "sed 's/operator: In/operator: Exists/' keeper.yaml | kubectl apply --dry-run=server -f - 2>&1",
      expect: {
        match: 'contains',
        text: "spec.selector.matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'deb99892d5c6a24e',
    },

    // Deployment: 라벨이 적히는 세 곳 / Deployment: three places for labels
    {
      type: 'file', id: 'workloads/labels/file:my-nginx.yaml',
      source: { file: 'content/docs/workloads/labels.mdx', line: 409 },
      title: { ko: 'Deployment: 라벨이 적히는 세 곳', en: 'Deployment: three places for labels' },
      lead: {
        ko: 'app은 nginx, environment는 production입니다.',
        en: 'Both have the same condition: app is nginx, environment is production.',
      },
      on: 'master',
      path: 'my-nginx.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: my-nginx
  namespace: labels
  labels:
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: kubectl
spec:
  replicas: 2
  selector:
    matchLabels:
      app: nginx
      environment: production
  template:
    metadata:
      labels:
        app: nginx
        environment: production
        app.kubernetes.io/part-of: shop
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: nginx
          image: nginx:1.26
---
apiVersion: v1
kind: Service
metadata:
  name: my-nginx-service
  namespace: labels
  labels:
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: kubectl
spec:
  selector:
    app: nginx
    environment: production
  ports:
    - port: 8080
      targetPort: 80`,
      hash: 'f4d7919c24445b14',
    },
    {
      type: 'step', id: 'workloads/labels/my-nginx',
      source: { file: 'content/docs/workloads/labels.mdx', line: 455 },
      title: { ko: 'Deployment: 라벨이 적히는 세 곳', en: 'Deployment: three places for labels' },
      lead: { ko: '적용하고 기다립니다.', en: 'Apply it and wait.' },
      on: 'master',
      script: `kubectl apply -f my-nginx.yaml
kubectl rollout status deployment/my-nginx --namespace labels --timeout=5m`,
      expect: {
        match: 'exact',
        text: `deployment.apps/my-nginx …
service/my-nginx-service …
…
deployment "my-nginx" successfully rolled out`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'bb2a6506f3fceb16',
    },
    {
      type: 'step', id: 'workloads/labels/places',
      source: { file: 'content/docs/workloads/labels.mdx', line: 469 },
      title: { ko: 'Deployment: 라벨이 적히는 세 곳', en: 'Deployment: three places for labels' },
      lead: {
        ko: '하는 일이 저마다 다릅니다.',
        en: 'Labels stand in one Deployment three times, each time for something else.',
      },
      on: 'master',
      script: "kubectl get deployment my-nginx --namespace labels -o jsonpath='own {.metadata.labels}{\"\\n\"}selector {.spec.selector.matchLabels}{\"\\n\"}template {.spec.template.metadata.labels}{\"\\n\"}'",
      expect: {
        match: 'exact',
        text: `own {"app.kubernetes.io/managed-by":"kubectl","app.kubernetes.io/part-of":"shop"}
selector {"app":"nginx","environment":"production"}
template {"app":"nginx","app.kubernetes.io/part-of":"shop","environment":"production"}`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'fe0b28b505b9a29f',
    },
    {
      type: 'step', id: 'workloads/labels/own-label',
      source: { file: 'content/docs/workloads/labels.mdx', line: 485 },
      title: { ko: 'Deployment: 라벨이 적히는 세 곳', en: 'Deployment: three places for labels' },
      lead: {
        ko: '같은 라벨로 찾으면 Deployment만 나옵니다.',
        en: 'Look for that label, and only the Deployment is found.',
      },
      on: 'master',
      script: `kubectl label deployment my-nginx release=stable --namespace labels
kubectl get deployments,pods --namespace labels --selector release=stable -o name`,
      expect: {
        match: 'exact',
        text: `deployment.apps/my-nginx labeled
deployment.apps/my-nginx`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9bba8a6d2bbbaefe',
    },
    {
      type: 'step', id: 'workloads/labels/hash',
      source: { file: 'content/docs/workloads/labels.mdx', line: 497 },
      title: { ko: 'Deployment: 라벨이 적히는 세 곳', en: 'Deployment: three places for labels' },
      lead: {
        ko: 'pod-template-hash는 템플릿에서 계산한 값이고, 그 ReplicaSet이 만든 Pod에만 붙습니다.',
        en: 'The ReplicaSet that the Deployment made has one more condition: pod-template-hash, a value worked out from the template, which only the Pods of that ReplicaSet have.',
      },
      on: 'master',
      script: "kubectl get replicasets --namespace labels --selector app=nginx -o jsonpath='{.items[0].spec.selector.matchLabels}{\"\\n\"}'",
      expect: { match: 'exact', text: '{"app":"nginx","environment":"production","pod-template-hash":"…"}' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'dcdef6d378a19df7',
    },
    {
      type: 'step', id: 'workloads/labels/fixed',
      source: { file: 'content/docs/workloads/labels.mdx', line: 507 },
      title: { ko: 'Deployment: 라벨이 적히는 세 곳', en: 'Deployment: three places for labels' },
      lead: {
        ko: '만든 뒤에는 템플릿의 라벨과 함께 고치려고 해도 거절합니다.',
        en: 'Once it is there a change is refused, even together with the labels of the template.',
      },
      on: 'master',
      script: "kubectl patch deployment my-nginx --namespace labels --patch '{\"spec\":{\"selector\":{\"matchLabels\":{\"environment\":\"staging\"}},\"template\":{\"metadata\":{\"labels\":{\"environment\":\"staging\"}}}}}' 2>&1",
      expect: { match: 'contains', text: 'spec.selector: Invalid value: …field is immutable' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '32a910c0b74c38e7',
    },

    // 권장 라벨 / Recommended labels
    {
      type: 'step', id: 'workloads/labels/part-of',
      source: { file: 'content/docs/workloads/labels.mdx', line: 530 },
      title: { ko: '권장 라벨', en: 'Recommended labels' },
      lead: {
        ko: '그래서 종류가 달라도 「shop을 이루는 것」을 한 번에 물을 수 있습니다.',
        en: 'So one question finds everything that makes up the shop, whatever its kind.',
      },
      on: 'master',
      script: 'kubectl get deployments,services,pods --namespace labels --selector app.kubernetes.io/part-of=shop -o name',
      expect: {
        match: 'exact',
        text: `deployment.apps/my-nginx
service/my-nginx-service
pod/my-nginx-…
pod/my-nginx-…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a577c6754c08ddc2',
    },

    // 누가 만들었든 / Whoever made it
    {
      type: 'step', id: 'workloads/labels/behind',
      source: { file: 'content/docs/workloads/labels.mdx', line: 549 },
      title: { ko: '누가 만들었든', en: 'Whoever made it' },
      lead: {
        ko: 'Deployment의 Pod 둘과 함께, 손으로 만든 label-demo도 뒤에 서 있습니다.',
        en: 'Behind the Service stand the two Pods of the Deployment, and label-demo, which we made by hand.',
      },
      on: 'master',
      script: "kubectl get endpointslices --namespace labels --selector kubernetes.io/service-name=my-nginx-service -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} ready={.conditions.ready}{\"\\n\"}{end}' | sort",
      expect: {
        match: 'exact',
        text: `label-demo ready=true
my-nginx-… ready=true
my-nginx-… ready=true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '299e285c8d0f55ba',
    },

    // Service에서 빼기 / Out of the Service
    {
      type: 'step', id: 'workloads/labels/repair',
      source: { file: 'content/docs/workloads/labels.mdx', line: 563 },
      title: { ko: 'Service에서 빼기', en: 'Out of the Service' },
      lead: { ko: 'label-demo의 environment를 바꿉니다.', en: 'Change the environment of label-demo.' },
      on: 'master',
      script: 'kubectl label pod label-demo environment=repair --overwrite --namespace labels',
      expect: { match: 'exact', text: 'pod/label-demo labeled' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c6e6058ed6995561',
    },
    {
      type: 'step', id: 'workloads/labels/behind-two',
      source: { file: 'content/docs/workloads/labels.mdx', line: 573 },
      title: { ko: 'Service에서 빼기', en: 'Out of the Service' },
      lead: { ko: '이제 둘입니다.', en: 'Now there are two.' },
      on: 'master',
      script: "kubectl get endpointslices --namespace labels --selector kubernetes.io/service-name=my-nginx-service -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} ready={.conditions.ready}{\"\\n\"}{end}' | sort",
      expect: {
        match: 'exact',
        text: `my-nginx-… ready=true
my-nginx-… ready=true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f43d2b50f33780bd',
    },
    {
      type: 'step', id: 'workloads/labels/still-there',
      source: { file: 'content/docs/workloads/labels.mdx', line: 584 },
      title: { ko: 'Service에서 빼기', en: 'Out of the Service' },
      lead: { ko: '요청만 오지 않습니다.', en: 'It only gets no requests.' },
      on: 'master',
      script: 'kubectl get pod label-demo --namespace labels --label-columns environment',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE…ENVIRONMENT
label-demo…1/1…Running…0…repair`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8fd3f5644f86dc06',
    },

    // ReplicaSet에서 빼기 / Out of the ReplicaSet
    {
      type: 'step', id: 'workloads/labels/debug',
      source: { file: 'content/docs/workloads/labels.mdx', line: 597 },
      title: { ko: 'ReplicaSet에서 빼기', en: 'Out of the ReplicaSet' },
      lead: {
        ko: 'Deployment의 Pod 하나를 골라 같은 일을 합니다.',
        en: 'Choose one Pod of the Deployment and do the same.',
      },
      on: 'master',
      script: `POD=$(kubectl get pods --namespace labels --selector app=nginx,environment=production -o jsonpath='{.items[0].metadata.name}')
kubectl label pod "$POD" environment=debug --overwrite --namespace labels`,
      expect: { match: 'exact', text: 'pod/my-nginx-… labeled' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '56480d68e290de06',
    },
    {
      type: 'step', id: 'workloads/labels/replaced',
      source: { file: 'content/docs/workloads/labels.mdx', line: 608 },
      title: { ko: 'ReplicaSet에서 빼기', en: 'Out of the ReplicaSet' },
      lead: { ko: '빠진 Pod도 계속 돕니다.', en: 'The Pod that is out goes on running.' },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector pod-template-hash --no-headers -o custom-columns='ENVIRONMENT:.metadata.labels.environment,OWNER:.metadata.ownerReferences[0].name,READY:.status.containerStatuses[0].ready' | sort",
      expect: {
        match: 'exact',
        text: `debug…<none>…true
production…my-nginx-…true
production…my-nginx-…true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8ad0295cbf266eaa',
    },
    {
      type: 'step', id: 'workloads/labels/behind-debug',
      source: { file: 'content/docs/workloads/labels.mdx', line: 620 },
      title: { ko: 'ReplicaSet에서 빼기', en: 'Out of the ReplicaSet' },
      lead: {
        ko: 'Service 뒤에는 새 Pod까지 둘이고, 빠진 Pod는 없습니다.',
        en: 'Behind the Service there are two with the new Pod; the one that is out is not among them.',
      },
      on: 'master',
      script: "kubectl get endpointslices --namespace labels --selector kubernetes.io/service-name=my-nginx-service -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} ready={.conditions.ready}{\"\\n\"}{end}' | sort",
      expect: {
        match: 'exact',
        text: `my-nginx-… ready=true
my-nginx-… ready=true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f5ad8b3abd7abb58',
    },
    {
      type: 'step', id: 'workloads/labels/back',
      source: { file: 'content/docs/workloads/labels.mdx', line: 631 },
      title: { ko: 'ReplicaSet에서 빼기', en: 'Out of the ReplicaSet' },
      lead: { ko: '여기에서는 라벨을 되돌려 봅니다.', en: 'Here, give it its label back.' },
      on: 'master',
      script: 'kubectl label pods --selector environment=debug environment=production --overwrite --namespace labels',
      expect: { match: 'exact', text: 'pod/my-nginx-… labeled' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c1f3dd6089371967',
    },
    {
      type: 'step', id: 'workloads/labels/one-less',
      source: { file: 'content/docs/workloads/labels.mdx', line: 641 },
      title: { ko: 'ReplicaSet에서 빼기', en: 'Out of the ReplicaSet' },
      lead: { ko: '되돌린 Pod가 남는다는 보장은 없습니다.', en: 'Which one is not promised.' },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector pod-template-hash --no-headers -o custom-columns='ENVIRONMENT:.metadata.labels.environment,OWNER:.metadata.ownerReferences[0].name,READY:.status.containerStatuses[0].ready' | sort",
      expect: {
        match: 'exact',
        text: `production…my-nginx-…true
production…my-nginx-…true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5ede8bcbd9cffbf8',
    },

    // 애너테이션 / Annotations
    {
      type: 'file', id: 'workloads/labels/file:annotations-demo.yaml',
      source: { file: 'content/docs/workloads/labels.mdx', line: 654 },
      title: { ko: '애너테이션', en: 'Annotations' },
      lead: {
        ko: '이 Pod에는 이미지 저장소의 주소를 적었습니다.',
        en: 'This Pod has the address of an image registry for a note.',
      },
      on: 'master',
      path: 'annotations-demo.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: annotations-demo
  namespace: labels
  annotations:
    imageregistry: https://quay.io/
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: nginx
      image: nginx:1.26`,
      hash: '96a919fe17550e94',
    },
    {
      type: 'step', id: 'workloads/labels/annotations-demo',
      source: { file: 'content/docs/workloads/labels.mdx', line: 671 },
      title: { ko: '애너테이션', en: 'Annotations' },
      lead: { ko: '적용하고 기다립니다.', en: 'Apply it and wait.' },
      on: 'master',
      script: `kubectl apply -f annotations-demo.yaml
kubectl wait --namespace labels --for=condition=Ready pod/annotations-demo --timeout=5m`,
      expect: {
        match: 'exact',
        text: `pod/annotations-demo …
pod/annotations-demo condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'a8d265e3fb0c4061',
    },
    {
      type: 'step', id: 'workloads/labels/registry',
      source: { file: 'content/docs/workloads/labels.mdx', line: 683 },
      title: { ko: '애너테이션', en: 'Annotations' },
      lead: {
        ko: '이미지를 어디에서 받는지는 image에 적은 이름이 정합니다.',
        en: 'The image is that of docker.io all the same: where it comes from is settled by the name in image.',
      },
      on: 'master',
      script: "kubectl get pod annotations-demo --namespace labels -o jsonpath='{.metadata.annotations.imageregistry}{\"\\n\"}{.status.containerStatuses[0].image}{\"\\n\"}'",
      expect: {
        match: 'exact',
        text: `https://quay.io/
docker.io/library/nginx:…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1167a6cf6a2fc639',
    },
    {
      type: 'step', id: 'workloads/labels/annotate',
      source: { file: 'content/docs/workloads/labels.mdx', line: 694 },
      title: { ko: '애너테이션', en: 'Annotations' },
      lead: { ko: '라벨에는 쓸 수 없던 글도 받습니다.', en: 'It takes the text that a label could not hold.' },
      on: 'master',
      script: "kubectl annotate pod annotations-demo 'owner=Kim Minsu, call before a restart' --overwrite --namespace labels",
      expect: { match: 'exact', text: 'pod/annotations-demo annotated' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5ad17428db30cd31',
    },
    {
      type: 'step', id: 'workloads/labels/not-selected',
      source: { file: 'content/docs/workloads/labels.mdx', line: 704 },
      title: { ko: '애너테이션', en: 'Annotations' },
      lead: { ko: '셀렉터는 라벨만 봅니다.', en: 'A selector looks at labels only.' },
      on: 'master',
      script: 'kubectl get pods --namespace labels --selector imageregistry 2>&1',
      expect: { match: 'exact', text: 'No resources found in labels namespace.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '975661ae17330f3c',
    },
    {
      type: 'step', id: 'workloads/labels/cause',
      source: { file: 'content/docs/workloads/labels.mdx', line: 714 },
      title: { ko: '애너테이션', en: 'Annotations' },
      lead: {
        ko: 'kubernetes.io/change-cause는 kubectl rollout history가 읽습니다.',
        en: 'kubernetes.io/change-cause is read by kubectl rollout history.',
      },
      on: 'master',
      script: "kubectl annotate deployment my-nginx kubernetes.io/change-cause='open the shop' --overwrite --namespace labels",
      expect: { match: 'exact', text: 'deployment.apps/my-nginx annotated' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e765b4ea66c3dc5d',
    },
    {
      type: 'step', id: 'workloads/labels/history',
      source: { file: 'content/docs/workloads/labels.mdx', line: 724 },
      title: { ko: '애너테이션', en: 'Annotations' },
      lead: { ko: '그 글이 버전 이력에 나타납니다.', en: 'The line appears in the history of the versions.' },
      on: 'master',
      script: 'kubectl rollout history deployment/my-nginx --namespace labels',
      expect: {
        match: 'exact',
        text: `deployment.apps/my-nginx
REVISION…CHANGE-CAUSE
1…open the shop`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '761956eceec25944',
    },

    // 무엇이 잘못되는가 / What goes wrong
    {
      type: 'step', id: 'workloads/labels/singular',
      source: { file: 'content/docs/workloads/labels.mdx', line: 744 },
      title: { ko: '무엇이 잘못되는가', en: 'What goes wrong' },
      lead: { ko: '서버가 알려 줍니다.', en: 'The server tells you.' },
      on: 'master',
      script: "kubectl run singular --image=nginx:1.26 --labels=app=nginx --namespace labels --dry-run=client -o yaml | sed 's/labels:/label:/' | kubectl apply --dry-run=server -f - 2>&1",
      expect: { match: 'contains', text: 'unknown field "metadata.label"' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'bd92f1531adea29a',
    },

    // 확인 / Check
    {
      type: 'step', id: 'workloads/labels/verify',
      source: { file: 'content/docs/workloads/labels.mdx', line: 769 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: 'Deployment의 Pod가 둘이고, label-demo는 빠져 있습니다.',
        en: 'See what the chapter leaves: the Deployment has two Pods, and label-demo is out.',
      },
      on: 'master',
      script: "kubectl get pods --namespace labels --selector app=nginx --no-headers -o custom-columns='ENVIRONMENT:.metadata.labels.environment,OWNER:.metadata.ownerReferences[0].name' | sort",
      expect: {
        match: 'exact',
        text: `production…my-nginx-…
production…my-nginx-…
repair…<none>`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: 'e293e890e1cae149',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'workloads/labels/tidy',
      source: { file: 'content/docs/workloads/labels.mdx', line: 954 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: {
        ko: '네임스페이스를 지우면 그 안의 것이 모두 사라집니다.',
        en: 'Delete the namespaces, and everything in them goes.',
      },
      on: 'master',
      script: 'kubectl delete namespace labels labels-sort-out labels-quarantine --ignore-not-found --timeout=5m',
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: true, captures: [], secrets: [],
      hash: '1d4a02a743d62994',
    },
  ],
  exercises: [

    // 빠진 것만 채우기 / Fill in only what is missing
    {
      id: 'sort-out',
      title: { ko: '빠진 것만 채우기', en: 'Fill in only what is missing' },
      messages: {
        missing: {
          ko: 'Pod east와 south 둘 다에 라벨 environment=test가 있어야 합니다.',
          en: 'Both Pods east and south must have the label environment=test.',
        },
        changed: {
          ko: '고르지 말았어야 할 Pod의 라벨이 바뀌었습니다. north는 production, west는 staging이어야 하고, tower에는 environment가 없어야 합니다.',
          en: 'The label of a Pod changed that should not have been chosen. north must be production and west staging, and tower must have no environment.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'workloads/labels/sort-setup', part: 'setup',
          source: { file: 'content/docs/workloads/labels.mdx', line: 787 },
          title: { ko: '빠진 것만 채우기', en: 'Fill in only what is missing' },
          lead: { ko: '이름을 적지 말고 셀렉터로 고릅니다.', en: 'Choose by selector, not by name.' },
          on: 'master',
          script: `kubectl create namespace labels-sort-out --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pods --all --namespace labels-sort-out --now --timeout=3m
kubectl run north --image=busybox:1.37 --labels=app=web,environment=production --namespace labels-sort-out --command -- sleep infinity
kubectl run east --image=busybox:1.37 --labels=app=web --namespace labels-sort-out --command -- sleep infinity
kubectl run south --image=busybox:1.37 --labels=app=api --namespace labels-sort-out --command -- sleep infinity
kubectl run west --image=busybox:1.37 --labels=app=api,environment=staging --namespace labels-sort-out --command -- sleep infinity
kubectl run tower --image=busybox:1.37 --labels=app=clock --namespace labels-sort-out --command -- sleep infinity`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, retrySeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '2f96d5d11d89a8e8',
        },
        {
          type: 'step', id: 'workloads/labels/sort-answer', part: 'answer',
          source: { file: 'content/docs/workloads/labels.mdx', line: 802 },
          title: { ko: '빠진 것만 채우기', en: 'Fill in only what is missing' },
          lead: {
            ko: '붙이기 전에 kubectl get pods -l …로 누가 골라지는지 먼저 봅니다.',
            en: 'Before you label, see with kubectl get pods -l … who would be chosen.',
          },
          on: 'master',
          script: "kubectl label pods --selector 'app in (web,api),!environment' environment=test --namespace labels-sort-out",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'cb0c0584567d1a56',
        },
        {
          type: 'step', id: 'workloads/labels/sort-wrong-all', part: 'wrong',
          source: { file: 'content/docs/workloads/labels.mdx', line: 813 },
          title: { ko: '빠진 것만 채우기', en: 'Fill in only what is missing' },
          lead: {
            ko: 'app만 보고 --overwrite를 붙이면 이미 있던 값을 덮어씁니다.',
            en: 'With app alone and --overwrite, values that were there are overwritten.',
          },
          on: 'master',
          script: "kubectl label pods --selector 'app in (web,api)' environment=test --overwrite --namespace labels-sort-out",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '63b19762fbc39113',
        },
        {
          type: 'step', id: 'workloads/labels/sort-wrong-absent', part: 'wrong',
          source: { file: 'content/docs/workloads/labels.mdx', line: 819 },
          title: { ko: '빠진 것만 채우기', en: 'Fill in only what is missing' },
          lead: {
            ko: 'environment가 없는 것만 보면 tower까지 들어갑니다.',
            en: 'With the missing environment alone, tower is taken too.',
          },
          on: 'master',
          script: "kubectl label pods --selector '!environment' environment=test --namespace labels-sort-out",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '74107ceb3798b7d5',
        },
        {
          type: 'step', id: 'workloads/labels/sort-wrong-half', part: 'wrong',
          source: { file: 'content/docs/workloads/labels.mdx', line: 825 },
          title: { ko: '빠진 것만 채우기', en: 'Fill in only what is missing' },
          lead: { ko: '=만으로는 둘 가운데 하나만 고릅니다.', en: 'With =, only one of the two is chosen.' },
          on: 'master',
          script: "kubectl label pods --selector 'app=web,!environment' environment=test --namespace labels-sort-out",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a6e01005774a1f2b',
        },
        {
          type: 'step', id: 'workloads/labels/sort-check', part: 'check',
          source: { file: 'content/docs/workloads/labels.mdx', line: 831 },
          title: { ko: '빠진 것만 채우기', en: 'Fill in only what is missing' },
          lead: { ko: 'Pod 다섯의 라벨을 모두 읽습니다.', en: 'The check reads the labels of all five Pods.' },
          on: 'master',
          script: `pods=$(kubectl get pods --namespace labels-sort-out -o jsonpath='{range .items[*]}{.metadata.name}={.metadata.labels.app}/{.metadata.labels.environment};{end}')
ok=yes
[[ "$pods" == *'east=web/test;'*'south=api/test;'* ]] || { echo missing; ok=no; }
[[ "$pods" == *'north=web/production;'*'tower=clock/;'*'west=api/staging;'* ]] || { echo changed; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e0fc8eb85fdbb509',
        },
      ],
    },

    // 아픈 Pod를 격리하기 / Put the ill Pod into quarantine
    {
      id: 'quarantine',
      title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
      messages: {
        gone: {
          ko: '네임스페이스 labels-quarantine에 애너테이션이 health=ill인 Pod가 없습니다. 지우지 말고 빼내야 합니다.',
          en: 'No Pod in the namespace labels-quarantine has the annotation health=ill. It is to be taken out, not deleted.',
        },
        'still-owned': { ko: '아픈 Pod가 아직 ReplicaSet의 것입니다.', en: 'The ill Pod still belongs to the ReplicaSet.' },
        'still-served': {
          ko: 'Service shop이 아직 아픈 Pod로 요청을 보냅니다.',
          en: 'The Service shop still sends requests to the ill Pod.',
        },
        'too-few': {
          ko: 'Service shop 뒤에 준비된 다른 Pod가 둘이 아닙니다.',
          en: 'Behind the Service shop there are not two other Pods that are ready.',
        },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'file', id: 'workloads/labels/quarantine/setup/file:shop.yaml', part: 'setup',
          source: { file: 'content/docs/workloads/labels.mdx', line: 845 },
          title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
          lead: {
            ko: 'Deployment와 Service는 고치지 않습니다.',
            en: 'Leave the Deployment and the Service as they are.',
          },
          on: 'master',
          path: 'shop.yaml', subst: [],
          text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: labels-quarantine
spec:
  replicas: 2
  selector:
    matchLabels: {app: shop, tier: web}
  template:
    metadata:
      labels: {app: shop, tier: web, track: stable}
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: nginx
          image: nginx:1.26
---
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: labels-quarantine
spec:
  selector: {app: shop, track: stable}
  ports:
    - port: 80`,
          hash: '7909d0806f683bae',
        },
        {
          type: 'step', id: 'workloads/labels/quarantine-setup', part: 'setup',
          source: { file: 'content/docs/workloads/labels.mdx', line: 875 },
          title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
          on: 'master',
          script: String.raw`kubectl create namespace labels-quarantine --dry-run=client -o yaml | kubectl apply -f -
kubectl delete deployment shop --namespace labels-quarantine --ignore-not-found --cascade=foreground --timeout=3m
kubectl delete pods --all --namespace labels-quarantine --now --timeout=2m
kubectl apply -f shop.yaml
kubectl rollout status deployment/shop --namespace labels-quarantine --timeout=5m
POD=$(kubectl get pods --namespace labels-quarantine --selector app=shop -o jsonpath='{.items[0].metadata.name}')
kubectl annotate pod "$POD" health=ill --namespace labels-quarantine
until [ "$(kubectl get endpointslices --namespace labels-quarantine --selector kubernetes.io/service-name=shop -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} {.conditions.ready}{"\n"}{end}' | grep -c true)" = 2 ]; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 480, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'cb7c7c30a93ad9ca',
        },
        {
          type: 'step', id: 'workloads/labels/quarantine-answer', part: 'answer',
          source: { file: 'content/docs/workloads/labels.mdx', line: 891 },
          title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
          lead: {
            ko: '마지막 줄은 새 Pod가 Service 뒤에 설 때까지 기다립니다.',
            en: 'The last line waits until the new Pod stands behind the Service.',
          },
          on: 'master',
          script: String.raw`POD=$(kubectl get pods --namespace labels-quarantine -o jsonpath='{range .items[*]}{.metadata.annotations.health} {.metadata.name}{"\n"}{end}' | awk '$1 == "ill" {print $2}')
kubectl label pod "$POD" app=quarantine --overwrite --namespace labels-quarantine
until [ "$(kubectl get endpointslices --namespace labels-quarantine --selector kubernetes.io/service-name=shop -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} {.conditions.ready}{"\n"}{end}' | grep -v "$POD" | grep -c true)" = 2 ]; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9dbe5f9276847b8a',
        },
        {
          type: 'step', id: 'workloads/labels/quarantine-wrong-delete', part: 'wrong',
          source: { file: 'content/docs/workloads/labels.mdx', line: 904 },
          title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
          lead: {
            ko: '지우면 새 Pod는 생기지만, 들여다볼 Pod가 없습니다.',
            en: 'Delete it, and there is a new Pod, but none to look into.',
          },
          on: 'master',
          script: String.raw`POD=$(kubectl get pods --namespace labels-quarantine -o jsonpath='{range .items[*]}{.metadata.annotations.health} {.metadata.name}{"\n"}{end}' | awk '$1 == "ill" {print $2}')
kubectl delete pod "$POD" --namespace labels-quarantine --timeout=2m
until [ "$(kubectl get endpointslices --namespace labels-quarantine --selector kubernetes.io/service-name=shop -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} {.conditions.ready}{"\n"}{end}' | grep -v "$POD" | grep -c true)" = 2 ]; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '8e3476ad205474bb',
        },
        {
          type: 'step', id: 'workloads/labels/quarantine-wrong-service', part: 'wrong',
          source: { file: 'content/docs/workloads/labels.mdx', line: 912 },
          title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
          lead: {
            ko: '요청은 끊기지만 Deployment는 여전히 그 Pod를 세므로 새로 만들지 않습니다.',
            en: 'Requests stop, but the Deployment still counts the Pod and makes no new one.',
          },
          on: 'master',
          script: String.raw`POD=$(kubectl get pods --namespace labels-quarantine -o jsonpath='{range .items[*]}{.metadata.annotations.health} {.metadata.name}{"\n"}{end}' | awk '$1 == "ill" {print $2}')
kubectl label pod "$POD" track=ill --overwrite --namespace labels-quarantine
until [ "$(kubectl get endpointslices --namespace labels-quarantine --selector kubernetes.io/service-name=shop -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} {.conditions.ready}{"\n"}{end}' | grep -c "$POD")" = 0 ]; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '7abcb0f28df1583a',
        },
        {
          type: 'step', id: 'workloads/labels/quarantine-wrong-deployment', part: 'wrong',
          source: { file: 'content/docs/workloads/labels.mdx', line: 920 },
          title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
          lead: {
            ko: '새 Pod는 생기지만 아픈 Pod도 계속 요청을 받습니다.',
            en: 'There is a new Pod, but the ill one still gets requests.',
          },
          on: 'master',
          script: String.raw`POD=$(kubectl get pods --namespace labels-quarantine -o jsonpath='{range .items[*]}{.metadata.annotations.health} {.metadata.name}{"\n"}{end}' | awk '$1 == "ill" {print $2}')
kubectl label pod "$POD" tier=ill --overwrite --namespace labels-quarantine
until [ "$(kubectl get endpointslices --namespace labels-quarantine --selector kubernetes.io/service-name=shop -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} {.conditions.ready}{"\n"}{end}' | grep -v "$POD" | grep -c true)" = 2 ]; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '69ef67e673b630db',
        },
        {
          type: 'step', id: 'workloads/labels/quarantine-check', part: 'check',
          source: { file: 'content/docs/workloads/labels.mdx', line: 928 },
          title: { ko: '아픈 Pod를 격리하기', en: 'Put the ill Pod into quarantine' },
          lead: {
            ko: '아픈 Pod의 주인, 그리고 Service 뒤에 있는 Pod를 봅니다.',
            en: 'The check looks at the owner of the ill Pod, and at the Pods behind the Service.',
          },
          on: 'master',
          script: String.raw`POD=$(kubectl get pods --namespace labels-quarantine -o jsonpath='{range .items[*]}{.metadata.annotations.health} {.metadata.name}{"\n"}{end}' | awk '$1 == "ill" {print $2}')
if test -z "$POD"; then
  echo gone
  exit 1
fi
ok=yes
owner=$(kubectl get pod "$POD" --namespace labels-quarantine -o jsonpath='{.metadata.ownerReferences[*].kind}')
test -z "$owner" || { echo still-owned; ok=no; }
behind=$(kubectl get endpointslices --namespace labels-quarantine --selector kubernetes.io/service-name=shop -o jsonpath='{range .items[*].endpoints[*]}{.targetRef.name} {.conditions.ready}{"\n"}{end}')
[[ "$behind" != *"$POD true"* ]] || { echo still-served; ok=no; }
well=$(awk -v ill="$POD" '$1 != ill && $2 == "true" {n += 1} END {print n + 0}' <<<"$behind")
test "$well" = 2 || { echo too-few; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '97cbc2840d01007f',
        },
      ],
    },
  ],
})
