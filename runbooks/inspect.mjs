#!/usr/bin/env zx
// Generated from content/docs/kubectl/inspect.mdx by `npm run extract`; edit the chapter, not this file.
// 들여다보기 / Looking into the cluster
// Run it with: npx zx runbooks/inspect.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'inspect',
  page: 'kubectl/inspect',
  title: { ko: '들여다보기', en: 'Looking into the cluster' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/kubectl/inspect.mdx ─────────────────────────────────────────────────────────

    // 생각 / The idea
    {
      type: 'step', id: 'kubectl/inspect/namespace',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 58 },
      title: { ko: '생각', en: 'The idea' },
      lead: {
        ko: '웹 서버 둘, 로그를 쓰는 점원 하나, 컨테이너가 둘인 Pod 하나, 그리고 이미지가 없어서 뜰 수 없는 Pod 하나입니다.',
        en: 'Make a stage to look at: a web server twice, a clerk that writes a log, a Pod of two containers, and one that cannot work, because its image does not exist.',
      },
      on: 'master',
      script: 'kubectl create namespace inspect --dry-run=client -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'namespace/inspect …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3cf8b4a3f440ba03',
    },
    {
      type: 'file', id: 'kubectl/inspect/file:stage.yaml',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 66 },
      title: { ko: '생각', en: 'The idea' },
      on: 'master',
      path: 'stage.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: front
  namespace: inspect
spec:
  replicas: 2
  selector:
    matchLabels: {app: front}
  template:
    metadata:
      labels: {app: front, tier: web}
    spec:
      containers:
        - name: web
          image: nginx:1.26
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: clerk
  namespace: inspect
spec:
  replicas: 1
  selector:
    matchLabels: {app: clerk}
  template:
    metadata:
      labels: {app: clerk, tier: work}
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: clerk
          image: busybox:1.37
          command:
            - sh
            - -c
            - |
              order=0
              while true; do
                order=$((order + 1))
                echo "order $order packed"
                if [ $((order % 3)) = 0 ]; then echo "ERROR order $order has no address"; fi
                sleep 1
              done
---
apiVersion: v1
kind: Pod
metadata:
  name: pair
  namespace: inspect
  labels: {app: pair, tier: work}
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: main
      image: busybox:1.37
      command: [sh, -c, 'echo this is main; sleep infinity']
    - name: helper
      image: busybox:1.37
      command: [sh, -c, 'echo this is helper; sleep infinity']
---
apiVersion: v1
kind: Pod
metadata:
  name: broken
  namespace: inspect
  labels: {app: broken, tier: web}
spec:
  containers:
    - name: web
      image: nginx:no-such-tag`,
      hash: '026e3eba74cdf862',
    },
    {
      type: 'step', id: 'kubectl/inspect/stage',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 143 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '적용하고, 준비될 수 있는 것들을 기다립니다.', en: 'Apply it, and wait for those that can become ready.' },
      on: 'master',
      script: `kubectl apply -f stage.yaml
kubectl rollout status deployment/front --namespace inspect --timeout=5m
kubectl rollout status deployment/clerk --namespace inspect --timeout=5m
kubectl wait --namespace inspect --for=condition=Ready pod/pair --timeout=5m`,
      expect: {
        match: 'exact',
        text: `deployment.apps/front …
deployment.apps/clerk …
pod/pair …
pod/broken …
…
deployment "front" successfully rolled out
…
deployment "clerk" successfully rolled out
pod/pair condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 480, retrySeconds: 480, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c9487e2351429249',
    },

    // 목록 / The list
    {
      type: 'step', id: 'kubectl/inspect/list',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 168 },
      title: { ko: '목록', en: 'The list' },
      lead: {
        ko: 'STATUS는 API 서버가 여러 필드에서 고른 가장 중요한 까닭입니다.',
        en: 'STATUS is the most important reason, which the API server picks from several fields.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace inspect',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE
broken…0/1…ImagePull…0…
clerk-…1/1…Running…
front-…1/1…Running…
front-…1/1…Running…
pair…2/2…Running…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '9d057ca755b24a43',
    },
    {
      type: 'step', id: 'kubectl/inspect/label-columns',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 183 },
      title: { ko: '목록', en: 'The list' },
      lead: {
        ko: '-o wide는 칸을 더하고, -L은 라벨을 칸으로 만듭니다.',
        en: '-o wide adds columns, -L makes a column of a label.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace inspect -L app,tier',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE…APP…TIER
broken…broken…web
clerk-…clerk…work
front-…front…web
front-…front…web
pair…pair…work`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd248dec7f2d100f8',
    },

    // 객체 전체 / The whole object
    {
      type: 'step', id: 'kubectl/inspect/whole',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 200 },
      title: { ko: '객체 전체', en: 'The whole object' },
      lead: {
        ko: '누구인지(metadata), 어떻게 되기를 바라는지(spec), 지금 어떤지(status)입니다.',
        en: 'Every object has the same outermost keys: who it is (metadata), what is wanted (spec), what is so (status).',
      },
      on: 'master',
      script: "kubectl get pod pair --namespace inspect -o yaml | grep -E '^[a-z]'",
      expect: {
        match: 'exact',
        text: `apiVersion: v1
kind: Pod
metadata:
spec:
status:`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'fdaca89a4d59f946',
    },
    {
      type: 'step', id: 'kubectl/inspect/request',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 214 },
      title: { ko: '객체 전체', en: 'The whole object' },
      lead: {
        ko: '같은 인증서로 curl을 해도 같은 것을 받습니다.',
        en: 'There is no magic behind it: curl with your certificate would get the same.',
      },
      on: 'master',
      script: "kubectl get pod pair --namespace inspect -v=6 2>&1 | grep -oE 'https://[^\"]*/pods/pair'",
      expect: { match: 'exact', text: 'https://…:6443/api/v1/namespaces/inspect/pods/pair' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '180398b0d59970e7',
    },

    // all은 모두가 아닙니다 / All is not all
    {
      type: 'step', id: 'kubectl/inspect/all',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 226 },
      title: { ko: 'all은 모두가 아닙니다', en: 'All is not all' },
      lead: {
        ko: 'Pod, Service, Deployment와, Deployment가 만든 ReplicaSet 같은 것이 나옵니다.',
        en: 'get all is a fixed selection: Pods, Services, Deployments and what belongs to them.',
      },
      on: 'master',
      script: 'kubectl get all --namespace inspect -o name',
      expect: {
        match: 'exact',
        text: `pod/broken
pod/clerk-…
pod/front-…
pod/front-…
pod/pair
deployment.apps/clerk
deployment.apps/front
replicaset.apps/clerk-…
replicaset.apps/front-…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'de456297c63586ba',
    },
    {
      type: 'step', id: 'kubectl/inspect/not-all',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 244 },
      title: { ko: 'all은 모두가 아닙니다', en: 'All is not all' },
      lead: { ko: '다음 둘은 어느 네임스페이스에나 있습니다.', en: 'These two are in every namespace.' },
      on: 'master',
      script: 'kubectl get configmaps,serviceaccounts --namespace inspect -o name',
      expect: {
        match: 'exact',
        text: `configmap/kube-root-ca.crt
serviceaccount/default`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '18fe67356da7f67c',
    },

    // 지켜보기 / Watching
    {
      type: 'step', id: 'kubectl/inspect/watch',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 257 },
      title: { ko: '지켜보기', en: 'Watching' },
      lead: {
        ko: '처음부터 있던 것은 ADDED입니다.',
        en: 'With --output-watch-events it says what kind of change it was; what exists at the beginning counts as ADDED.',
      },
      on: 'master',
      script: 'timeout 8 kubectl get pods --namespace inspect --watch --output-watch-events',
      expect: { match: 'contains', text: 'ADDED…pair…2/2…Running…' },
      exit: 124, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c01fb6c42ccbf5e1',
    },

    // 값이 빠진 옵션 / An option without its value
    {
      type: 'step', id: 'kubectl/inspect/no-value',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 271 },
      title: { ko: '값이 빠진 옵션', en: 'An option without its value' },
      lead: { ko: '없으면 다음에 오는 것을 값으로 읽습니다.', en: 'If none is there, it takes what comes next.' },
      on: 'master',
      script: 'kubectl get pods -o -A 2>&1',
      expect: {
        match: 'contains',
        text: 'error: unable to match a printer suitable for the output format "-A"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b64c8a13f3e03177',
    },

    // describe / describe
    {
      type: 'step', id: 'kubectl/inspect/describe',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 283 },
      title: { ko: 'describe', en: 'describe' },
      lead: { ko: 'broken이 왜 고장인지 봅니다.', en: 'Here is why broken is broken.' },
      on: 'master',
      script: 'kubectl describe pod broken --namespace inspect',
      expect: {
        match: 'exact',
        text: `Name:…broken
…
Containers:
  web:
…
    Image:…nginx:no-such-tag
…
    State:…Waiting
      Reason:…ImagePull…
…
Conditions:
…
  Ready…False
…
Events:
…
…Failed to pull image "nginx:no-such-tag"…not found…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '919b47a97ceca65f',
    },
    {
      type: 'step', id: 'kubectl/inspect/describe-prefix',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 312 },
      title: { ko: 'describe', en: 'describe' },
      lead: {
        ko: 'kubectl describe pod front는 front의 Pod 둘을 다 보여 줍니다.',
        en: 'describe takes selectors too, and the beginning of a name: kubectl describe pod front shows both Pods of front.',
      },
      on: 'master',
      script: "kubectl describe pod front --namespace inspect | grep '^Name:'",
      expect: {
        match: 'exact',
        text: `Name:…front-…
Name:…front-…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '60a4d55c8fbcd24b',
    },

    // events / events
    {
      type: 'step', id: 'kubectl/inspect/events-for',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 325 },
      title: { ko: 'events', en: 'events' },
      lead: {
        ko: 'kubectl events는 일어난 차례로 출력하고, --for는 한 객체의 것만 고릅니다.',
        en: 'kubectl events prints them in order of time; --for picks those of one object.',
      },
      on: 'master',
      script: 'kubectl events --namespace inspect --for pod/broken',
      expect: {
        match: 'contains',
        text: 'Warning…Failed…Pod/broken…Failed to pull image "nginx:no-such-tag"…',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4b328de797a9d8b5',
    },
    {
      type: 'step', id: 'kubectl/inspect/events-warning',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 335 },
      title: { ko: 'events', en: 'events' },
      lead: {
        ko: 'x4 over 2m은 같은 일이 네 번 있었다는 뜻입니다.',
        en: 'The column OBJECT tells at a glance who has trouble; x4 over 2m means that the same happened four times.',
      },
      on: 'master',
      script: 'kubectl events --namespace inspect --types=Warning',
      expect: { match: 'contains', text: 'Warning…Failed…Pod/broken…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '78b7dd8cf6b3ae72',
    },
    {
      type: 'step', id: 'kubectl/inspect/events-sorted',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 345 },
      title: { ko: 'events', en: 'events' },
      lead: { ko: 'pair에 어떤 이벤트가 있었는지 봅니다.', en: 'See which events pair had.' },
      on: 'master',
      script: 'kubectl get events --namespace inspect --field-selector involvedObject.name=pair --sort-by=.metadata.creationTimestamp -o custom-columns=REASON:.reason --no-headers',
      expect: {
        match: 'contains',
        text: `Scheduled
…
Started`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '39da5e76b562f941',
    },

    // 하나, 여럿, 모두 / One, several, all
    {
      type: 'step', id: 'kubectl/inspect/logs-tail',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 365 },
      title: { ko: '하나, 여럿, 모두', en: 'One, several, all' },
      lead: {
        ko: 'Pod의 이름을 대거나, Deployment에게 Pod 하나를 고르게 합니다.',
        en: 'Name a Pod, or let a Deployment choose one of its Pods.',
      },
      on: 'master',
      script: 'kubectl logs deployment/clerk --namespace inspect --tail=20 | grep packed | tail -n 1',
      expect: { match: 'exact', text: 'order … packed' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e502705554d1be9b',
    },
    {
      type: 'step', id: 'kubectl/inspect/logs-default',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 375 },
      title: { ko: '하나, 여럿, 모두', en: 'One, several, all' },
      lead: {
        ko: '컨테이너가 여럿인 Pod라면 첫 컨테이너의 것을 보여 주고, 그렇게 했다고 말합니다.',
        en: 'Of a Pod with several containers you get the first, and kubectl says so.',
      },
      on: 'master',
      script: 'kubectl logs pair --namespace inspect 2>&1',
      expect: {
        match: 'exact',
        text: `Defaulted container "main" out of: main, helper
this is main`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '48c23508c625026f',
    },
    {
      type: 'step', id: 'kubectl/inspect/logs-many',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 386 },
      title: { ko: '하나, 여럿, 모두', en: 'One, several, all' },
      lead: {
        ko: '셀렉터를 주면 여러 Pod의 로그가 한데 나오고, --prefix가 누구의 줄인지 알려 줍니다.',
        en: 'With a selector the logs of several Pods come together, and --prefix says whose line it is.',
      },
      on: 'master',
      script: 'kubectl logs --selector tier=work --namespace inspect --all-containers --prefix --tail=1 | sort',
      expect: {
        match: 'exact',
        text: `[pod/clerk-…/clerk]…order…
[pod/pair/helper] this is helper
[pod/pair/main] this is main`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd1d2efcd32342cc9',
    },

    // 어느 때의 로그 / Of a certain time
    {
      type: 'step', id: 'kubectl/inspect/logs-since',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 404 },
      title: { ko: '어느 때의 로그', en: 'Of a certain time' },
      lead: { ko: '-f는 tail -f처럼 따라갑니다.', en: '-f keeps following, as with tail -f.' },
      on: 'master',
      script: 'kubectl logs deployment/clerk --namespace inspect --since=10s --timestamps | tail -n 1',
      expect: { match: 'regex', text: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z .*order \\d+" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '296a307ae28db773',
    },
    {
      type: 'step', id: 'kubectl/inspect/logs-grep',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 414 },
      title: { ko: '어느 때의 로그', en: 'Of a certain time' },
      lead: { ko: '오류 하나를 봅니다.', en: 'See one of the errors.' },
      on: 'master',
      script: 'kubectl logs deployment/clerk --namespace inspect | grep ERROR | tail -n 1',
      expect: { match: 'exact', text: 'ERROR order … has no address' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ecc425ba7dfa8923',
    },

    // 로그가 없을 때 / When there is no log
    {
      type: 'step', id: 'kubectl/inspect/logs-none',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 426 },
      title: { ko: '로그가 없을 때', en: 'When there is no log' },
      lead: {
        ko: '그럴 때의 대답은 로그가 아니라 이벤트에 있습니다.',
        en: 'Then the answer is among the events, not in the log.',
      },
      on: 'master',
      script: 'kubectl logs broken --namespace inspect 2>&1',
      expect: { match: 'contains', text: 'container "web" in pod "broken" is waiting to start' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '97fd122505c7742d',
    },

    // explain / explain
    {
      type: 'step', id: 'kubectl/inspect/explain',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 440 },
      title: { ko: 'explain', en: 'explain' },
      lead: { ko: '점을 찍으며 따라갑니다.', en: 'Follow the path with dots.' },
      on: 'master',
      script: 'kubectl explain pod.spec.containers.imagePullPolicy',
      expect: {
        match: 'exact',
        text: `KIND:       Pod
VERSION:    v1

FIELD: imagePullPolicy <string>
ENUM:
    Always
    IfNotPresent
    Never

DESCRIPTION:
    …
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f218c203fd836a25',
    },
    {
      type: 'step', id: 'kubectl/inspect/explain-tree',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 461 },
      title: { ko: 'explain', en: 'explain' },
      lead: {
        ko: '어떤 필드를 얼마나 들여 써야 하는지 보는 가장 빠른 길입니다.',
        en: 'It is the quickest way to see how deep a field has to be indented.',
      },
      on: 'master',
      script: 'kubectl explain deployment.spec.strategy --recursive',
      expect: {
        match: 'exact',
        text: `GROUP:      apps
KIND:       Deployment
VERSION:    v1

FIELD: strategy <DeploymentStrategy>

…
FIELDS:
  rollingUpdate	<RollingUpdateDeployment>
    maxSurge	<IntOrString>
    maxUnavailable	<IntOrString>
  type	<string>
  enum: Recreate, RollingUpdate`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '328a1597887e0f57',
    },
    {
      type: 'step', id: 'kubectl/inspect/explain-wrong',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 483 },
      title: { ko: 'explain', en: 'explain' },
      lead: {
        ko: '그래서 경로를 쓰기 전에 시험해 보는 데에도 씁니다.',
        en: 'So explain is also the way to test a path before you use it.',
      },
      on: 'master',
      script: 'kubectl explain pod.spec.container 2>&1',
      expect: {
        match: 'exact',
        text: `KIND:       Pod
VERSION:    v1

error: field "container" does not exist`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '065699245680c448',
    },

    // 필드 하나 / One field
    {
      type: 'step', id: 'kubectl/inspect/path-one',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 500 },
      title: { ko: '필드 하나', en: 'One field' },
      lead: {
        ko: '셸이 손대면 안 되기 때문입니다.',
        en: 'Put the whole into single quotes: the shell must not touch it.',
      },
      on: 'master',
      script: "kubectl get pod pair --namespace inspect -o jsonpath='{.status.podIP}{\"\\n\"}'",
      expect: { match: 'exact', text: '10.244.…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0445e7a6bbab7819',
    },

    // 객체마다 / Of each
    {
      type: 'step', id: 'kubectl/inspect/path-all',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 512 },
      title: { ko: '객체마다', en: 'Of each' },
      lead: { ko: '[*]는 그 모두이고, 한 줄로 나옵니다.', en: '[*] is all of them, in one line.' },
      on: 'master',
      script: "kubectl get pods --namespace inspect -o jsonpath='{.items[*].metadata.name}{\"\\n\"}'",
      expect: { match: 'exact', text: 'broken clerk-… front-… front-… pair' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd74721135445ebd8',
    },
    {
      type: 'step', id: 'kubectl/inspect/path-range',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 522 },
      title: { ko: '객체마다', en: 'Of each' },
      lead: {
        ko: '한 줄에 하나씩 출력하려면 range와 end로 묶습니다.',
        en: 'For one line each, put it between range and end.',
      },
      on: 'master',
      script: "kubectl get pods --namespace inspect -o jsonpath='{range .items[*]}{.metadata.name}{\"\\t\"}{.spec.containers[*].image}{\"\\n\"}{end}'",
      expect: {
        match: 'exact',
        text: `broken	nginx:no-such-tag
clerk-…	busybox:1.37
front-…	nginx:1.26
front-…	nginx:1.26
pair	busybox:1.37 busybox:1.37`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '378ae37f4b38edbb',
    },

    // 조건에 맞는 것만 / Only those that match
    {
      type: 'step', id: 'kubectl/inspect/path-filter',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 538 },
      title: { ko: '조건에 맞는 것만', en: 'Only those that match' },
      lead: {
        ko: 'status의 조건(condition)들은 목록이라서, 그 가운데 하나를 이렇게 꺼냅니다.',
        en: 'The conditions in status are a list, and this is how to get one of them.',
      },
      on: 'master',
      script: "kubectl get pods --namespace inspect -o jsonpath='{range .items[*]}{.metadata.name}{\"\\t\"}{.status.conditions[?(@.type==\"Ready\")].status}{\"\\n\"}{end}'",
      expect: {
        match: 'exact',
        text: `broken	False
clerk-…	True
front-…	True
front-…	True
pair	True`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd35f962a7c6b0ede',
    },
    {
      type: 'step', id: 'kubectl/inspect/path-dots',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 552 },
      title: { ko: '조건에 맞는 것만', en: 'Only those that match' },
      lead: {
        ko: '그러지 않으면 한 단계 내려가라는 뜻이 됩니다.',
        en: 'A dot in a key has a backslash before it, or it would be a step down.',
      },
      on: 'master',
      script: "kubectl get nodes -o jsonpath='{.items[*].metadata.labels.kubernetes\\.io/hostname}{\"\\n\"}'",
      expect: { match: 'exact', text: 'master node1 node2' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b2f76519d88b5674',
    },

    // 맞는데 비어 있는 것 / Right, and empty
    {
      type: 'step', id: 'kubectl/inspect/path-missing',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 564 },
      title: { ko: '맞는데 비어 있는 것', en: 'Right, and empty' },
      lead: {
        ko: '그래서 괄호 안에 주소가 없습니다.',
        en: 'Between the brackets there would be an address, were it not for one small letter: podIp.',
      },
      on: 'master',
      script: "kubectl get pod pair --namespace inspect -o jsonpath='[{.status.podIp}]{\"\\n\"}'",
      expect: { match: 'exact', text: '[]' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '0d8c0b6206619541',
    },
    {
      type: 'step', id: 'kubectl/inspect/path-quotes',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 576 },
      title: { ko: '맞는데 비어 있는 것', en: 'Right, and empty' },
      lead: {
        ko: "그렇다고 빼면 \\n이 문자열이 아니게 되어 kubectl이 읽지 못합니다.",
        en: "Without them \\n is no text any more, and kubectl cannot read it.",
      },
      on: 'master',
      script: "kubectl get node node1 -o jsonpath=\"{.metadata.name}{\\n}\" 2>&1",
      expect: {
        match: 'exact',
        text: "error: error parsing jsonpath {.metadata.name}{\\n}, unrecognized character in action: U+005C '\\'",
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2895d85a269dfba1',
    },

    // custom-columns / custom-columns
    {
      type: 'step', id: 'kubectl/inspect/columns',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 590 },
      title: { ko: 'custom-columns', en: 'custom-columns' },
      lead: {
        ko: '사람이 읽을 표라면 칸마다 제목과 경로를 줍니다.',
        en: 'For a table that people read, give each column a title and a path.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace inspect -o custom-columns=NAME:.metadata.name,PHASE:.status.phase,IMAGE:.spec.containers[*].image',
      expect: {
        match: 'exact',
        text: `NAME…PHASE…IMAGE
broken…Pending…nginx:no-such-tag
clerk-…Running…busybox:1.37
front-…Running…nginx:1.26
front-…Running…nginx:1.26
pair…Running…busybox:1.37,busybox:1.37`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '3333244d97ee5f52',
    },
    {
      type: 'step', id: 'kubectl/inspect/columns-wrong',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 605 },
      title: { ko: 'custom-columns', en: 'custom-columns' },
      lead: {
        ko: '<none> 하나는 사실이고, 한 칸이 모두 <none>이면 오타입니다.',
        en: 'One <none> is a fact, a whole column of them is a typing error.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace inspect --selector tier=work -o custom-columns=NAME:.metadata.name,IP:.status.podID',
      expect: {
        match: 'exact',
        text: `NAME…IP
clerk-…<none>
pair…<none>`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '45c3263036f05115',
    },
    {
      type: 'step', id: 'kubectl/inspect/columns-sorted',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 617 },
      title: { ko: 'custom-columns', en: 'custom-columns' },
      lead: { ko: '어느 노드에 누가 사는지 노드로 정렬합니다.', en: 'Sort by node, to see who lives where.' },
      on: 'master',
      script: 'kubectl get pods --namespace inspect --sort-by=.spec.nodeName --no-headers -o custom-columns=NODE:.spec.nodeName,NAME:.metadata.name',
      expect: { match: 'regex', text: "^(node1 +\\S+\\n)+(node2 +\\S+\\n?)+$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'fef838017ddfbcc0',
    },

    // 라벨로 / By labels
    {
      type: 'step', id: 'kubectl/inspect/label-equal',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 631 },
      title: { ko: '라벨로', en: 'By labels' },
      lead: {
        ko: '쉼표로 이은 조건은 모두 맞아야 합니다.',
        en: 'Conditions with a comma between them have to hold together.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace inspect -l tier=web,app!=broken -o name',
      expect: {
        match: 'exact',
        text: `pod/front-…
pod/front-…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '75a4d12c380f293e',
    },
    {
      type: 'step', id: 'kubectl/inspect/label-set',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 642 },
      title: { ko: '라벨로', en: 'By labels' },
      lead: {
        ko: '셸이 건드리지 않게 따옴표로 묶습니다.',
        en: 'Sets stand in brackets, and need quotes against the shell.',
      },
      on: 'master',
      script: "kubectl get pods --namespace inspect -l 'app in (clerk,pair)' -o name",
      expect: {
        match: 'exact',
        text: `pod/clerk-…
pod/pair`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '419c84a7c052358d',
    },
    {
      type: 'step', id: 'kubectl/inspect/label-not',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 653 },
      title: { ko: '라벨로', en: 'By labels' },
      lead: {
        ko: '여기의 Pod에는 role이라는 라벨이 하나도 없는데, 모두 나옵니다.',
        en: 'No Pod here has a label role, and all of them are found.',
      },
      on: 'master',
      script: 'kubectl get pods --namespace inspect -l role!=admin -o name',
      expect: {
        match: 'exact',
        text: `pod/broken
pod/clerk-…
pod/front-…
pod/front-…
pod/pair`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e47da6367e71774f',
    },

    // 필드로 / By fields
    {
      type: 'step', id: 'kubectl/inspect/field-phase',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 669 },
      title: { ko: '필드로', en: 'By fields' },
      lead: { ko: '내 Pod 가운데 돌고 있지 않은 것은 무엇입니까?', en: 'Which of my Pods are not running?' },
      on: 'master',
      script: 'kubectl get pods --namespace inspect --field-selector status.phase!=Running -o name',
      expect: { match: 'exact', text: 'pod/broken' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a3d4ea453f4fa460',
    },
    {
      type: 'step', id: 'kubectl/inspect/field-node',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 679 },
      title: { ko: '필드로', en: 'By fields' },
      lead: { ko: '적어도 flannel과 kube-proxy는 있습니다.', en: 'At least flannel and kube-proxy are there.' },
      on: 'master',
      script: 'kubectl get pods -A --field-selector spec.nodeName=node1',
      expect: {
        match: 'exact',
        text: `NAMESPACE…NAME…READY…STATUS…
…
kube-flannel…kube-flannel-ds-…Running…
…
kube-system…kube-proxy-…Running…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd76a06e0ef13a357',
    },
    {
      type: 'step', id: 'kubectl/inspect/field-wrong',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 694 },
      title: { ko: '필드로', en: 'By fields' },
      lead: { ko: '나머지는 거절합니다.', en: 'Others are refused.' },
      on: 'master',
      script: 'kubectl get pods --namespace inspect --field-selector spec.priority=0 2>&1',
      expect: { match: 'contains', text: 'field label not supported: spec.priority' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6060625bb1329d7c',
    },

    // 확인 / Check
    {
      type: 'step', id: 'kubectl/inspect/check',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 731 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '넷은 준비되었고 하나는 아닙니다.',
        en: 'See in one block that the stage is as this chapter describes it: four Pods are ready, one is not.',
      },
      on: 'master',
      script: "kubectl get pods --namespace inspect -o jsonpath='{range .items[*]}{.metadata.labels.app}{\" \"}{.status.conditions[?(@.type==\"Ready\")].status}{\"\\n\"}{end}'",
      expect: {
        match: 'exact',
        text: `broken False
clerk True
front True
front True
pair True`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '205da1a832e812eb',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'kubectl/inspect/tidy',
      source: { file: 'content/docs/kubectl/inspect.mdx', line: 970 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '네임스페이스를 지우면 그 안의 것이 모두 사라집니다.', en: 'With the namespaces all that is in them goes.' },
      on: 'master',
      script: `kubectl delete namespace inspect quiz --ignore-not-found --timeout=5m
rm -f stage.yaml addresses.txt culprit.txt patient.yaml`,
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: true, captures: [], secrets: [],
      hash: '8d570e44190a5a79',
    },
  ],
  exercises: [

    // 주소록 / A list of addresses
    {
      id: 'addresses',
      title: { ko: '주소록', en: 'A list of addresses' },
      messages: {
        'no-file': {
          ko: '작업 디렉터리에 addresses.txt가 없거나 비어 있습니다.',
          en: 'There is no addresses.txt in the working directory, or it is empty.',
        },
        header: {
          ko: 'addresses.txt의 첫 줄이 머리글입니다. Pod만 적어야 합니다.',
          en: 'The first line of addresses.txt is a header; only the Pods were asked for.',
        },
        'wrong-pods': {
          ko: 'addresses.txt의 이름들이 네임스페이스 quiz에서 라벨이 tier=web인 Pod와 꼭 같지 않습니다.',
          en: 'The names in addresses.txt are not exactly those of the Pods with the label tier=web in the namespace quiz.',
        },
        'wrong-order': {
          ko: 'addresses.txt의 줄이 이름순이 아닙니다.',
          en: 'The lines of addresses.txt are not sorted by name.',
        },
        'wrong-address': {
          ko: 'addresses.txt에 그 Pod의 것이 아닌 주소가 있습니다.',
          en: 'At least one address in addresses.txt is not that of the Pod beside it.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'kubectl/inspect/addresses-setup', part: 'setup',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 751 },
          title: { ko: '주소록', en: 'A list of addresses' },
          lead: { ko: '이름순이고, 머리글은 없어야 합니다.', en: 'Sorted by name, without a header.' },
          on: 'master',
          script: `rm -f addresses.txt
kubectl create namespace quiz --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pods --all --namespace quiz --now --timeout=3m
for name in west east north; do
  kubectl run "$name" --image=busybox:1.37 --labels=tier=web --namespace quiz --command -- sleep infinity
done
kubectl run store --image=busybox:1.37 --labels=tier=data --namespace quiz --command -- sleep infinity
kubectl wait --for=condition=Ready pods --all --namespace quiz --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 480, retrySeconds: 480, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'b63fd5facf7c24ce',
        },
        {
          type: 'step', id: 'kubectl/inspect/addresses-answer', part: 'answer',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 767 },
          title: { ko: '주소록', en: 'A list of addresses' },
          lead: { ko: '목록은 이미 이름순입니다.', en: 'The list is sorted by name already.' },
          on: 'master',
          script: "kubectl get pods --namespace quiz -l tier=web -o jsonpath='{range .items[*]}{.metadata.name}{\" \"}{.status.podIP}{\"\\n\"}{end}' > addresses.txt",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e990ecc481cbb376',
        },
        {
          type: 'step', id: 'kubectl/inspect/addresses-wrong-all', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 778 },
          title: { ko: '주소록', en: 'A list of addresses' },
          lead: { ko: '셀렉터가 없으면 store도 들어갑니다.', en: 'Without the selector store is in it too.' },
          on: 'master',
          script: "kubectl get pods --namespace quiz -o jsonpath='{range .items[*]}{.metadata.name}{\" \"}{.status.podIP}{\"\\n\"}{end}' > addresses.txt",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '29e6d3afd7dcb6cc',
        },
        {
          type: 'step', id: 'kubectl/inspect/addresses-wrong-field', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 784 },
          title: { ko: '주소록', en: 'A list of addresses' },
          lead: { ko: '글자 하나가 작아서 주소가 없습니다.', en: 'One small letter, and the addresses are missing.' },
          on: 'master',
          script: "kubectl get pods --namespace quiz -l tier=web -o jsonpath='{range .items[*]}{.metadata.name}{\" \"}{.status.podIp}{\"\\n\"}{end}' > addresses.txt",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '7700ace3122ce6b5',
        },
        {
          type: 'step', id: 'kubectl/inspect/addresses-wrong-header', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 790 },
          title: { ko: '주소록', en: 'A list of addresses' },
          lead: {
            ko: 'custom-columns는 --no-headers라고 하지 않으면 머리글을 씁니다.',
            en: 'custom-columns writes a header unless you say --no-headers.',
          },
          on: 'master',
          script: 'kubectl get pods --namespace quiz -l tier=web -o custom-columns=NAME:.metadata.name,IP:.status.podIP > addresses.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '545679e0287305cf',
        },
        {
          type: 'step', id: 'kubectl/inspect/addresses-wrong-order', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 796 },
          title: { ko: '주소록', en: 'A list of addresses' },
          lead: { ko: '정렬은 했지만 차례가 거꾸로 되었습니다.', en: 'Sorted, but backwards.' },
          on: 'master',
          script: "kubectl get pods --namespace quiz -l tier=web -o jsonpath='{range .items[*]}{.metadata.name}{\" \"}{.status.podIP}{\"\\n\"}{end}' | sort -r > addresses.txt",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '4584d3861cc90222',
        },
        {
          type: 'step', id: 'kubectl/inspect/addresses-check', part: 'check',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 802 },
          title: { ko: '주소록', en: 'A list of addresses' },
          lead: { ko: '빈칸이 몇인지는 상관없습니다.', en: 'How many blanks stand between does not matter.' },
          on: 'master',
          script: String.raw`if ! test -s addresses.txt; then
  echo no-file
  exit 1
fi
if [[ "$(head -n 1 addresses.txt)" == NAME* ]]; then
  echo header
  exit 1
fi
want=$(kubectl get pods --namespace quiz -l tier=web -o jsonpath='{range .items[*]}{.metadata.name}{" "}{.status.podIP}{"\n"}{end}' | sort)
have=$(awk 'NF {print $1, $2}' addresses.txt)
names=$(awk '{print $1}' <<<"$have")
if test "$(sort <<<"$names")" != "$(awk '{print $1}' <<<"$want")"; then
  echo wrong-pods
  exit 1
fi
ok=yes
test "$names" = "$(sort <<<"$names")" || { echo wrong-order; ok=no; }
test "$(sort <<<"$have")" = "$want" || { echo wrong-address; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9111ed93c58d2d26',
        },
      ],
    },

    // 누가 투덜대는가 / Who complains?
    {
      id: 'culprit',
      title: { ko: '누가 투덜대는가', en: 'Who complains?' },
      messages: {
        'no-file': {
          ko: '작업 디렉터리에 culprit.txt가 없거나 비어 있습니다.',
          en: 'There is no culprit.txt in the working directory, or it is empty.',
        },
        'wrong-form': {
          ko: 'culprit.txt에는 Pod의 이름 한 줄만 있어야 합니다.',
          en: 'culprit.txt has to hold one line, the name of a Pod and nothing else.',
        },
        'wrong-pod': {
          ko: 'culprit.txt에 적힌 Pod는 로그에 ERROR를 쓰지 않습니다.',
          en: 'The Pod named in culprit.txt does not write ERROR into its log.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'kubectl/inspect/culprit-setup', part: 'setup',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 830 },
          title: { ko: '누가 투덜대는가', en: 'Who complains?' },
          lead: {
            ko: '이름만 한 줄이어야 합니다.',
            en: 'Write its name into the file culprit.txt: one line, only the name.',
          },
          on: 'master',
          script: `rm -f culprit.txt
kubectl create namespace quiz --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pods --all --namespace quiz --now --timeout=3m
kubectl run anna --image=busybox:1.37 --labels=team=quiz --namespace quiz --command -- sh -c 'echo all is well; sleep infinity'
kubectl run bert --image=busybox:1.37 --labels=team=quiz --namespace quiz --command -- sh -c 'echo no errors so far; sleep infinity'
kubectl run cora --image=busybox:1.37 --labels=team=quiz --namespace quiz --command -- sh -c 'echo "ERROR the drawer is empty"; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo all is well; done; sleep infinity'
kubectl run dora --image=busybox:1.37 --labels=team=quiz --namespace quiz --command -- sh -c 'echo all is well; sleep infinity'
kubectl wait --for=condition=Ready pods --all --namespace quiz --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 480, retrySeconds: 480, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '1331a03981600d1f',
        },
        {
          type: 'step', id: 'kubectl/inspect/culprit-answer', part: 'answer',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 846 },
          title: { ko: '누가 투덜대는가', en: 'Who complains?' },
          lead: { ko: '빗금 사이에 있는 것이 이름입니다.', en: 'What is between the slashes is the name.' },
          on: 'master',
          script: 'kubectl logs -l team=quiz --namespace quiz --prefix --tail=-1 | grep ERROR | cut -d / -f 2 > culprit.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'b60db4e8bc7585ee',
        },
        {
          type: 'step', id: 'kubectl/inspect/culprit-wrong-case', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 857 },
          title: { ko: '누가 투덜대는가', en: 'Who complains?' },
          lead: {
            ko: '그래서 대소문자를 가리지 않고 찾으면 no errors so far라고 쓴 쪽이 나옵니다.',
            en: 'To look for error in any case then finds the one that wrote no errors so far.',
          },
          on: 'master',
          script: 'kubectl logs -l team=quiz --namespace quiz --prefix | grep -i error | cut -d / -f 2 > culprit.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a4febdb80707e591',
        },
        {
          type: 'step', id: 'kubectl/inspect/culprit-wrong-form', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 863 },
          title: { ko: '누가 투덜대는가', en: 'Who complains?' },
          lead: { ko: '줄 전체를 적은 답입니다.', en: 'To write down the whole line.' },
          on: 'master',
          script: 'kubectl logs -l team=quiz --namespace quiz --prefix --tail=-1 | grep ERROR > culprit.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '368bddcb0979ee5e',
        },
        {
          type: 'step', id: 'kubectl/inspect/culprit-check', part: 'check',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 869 },
          title: { ko: '누가 투덜대는가', en: 'Who complains?' },
          lead: { ko: '적힌 Pod의 로그를 읽어 봅니다.', en: 'The check reads the log of the Pod that you named.' },
          on: 'master',
          script: `if ! test -s culprit.txt; then
  echo no-file
  exit 1
fi
given=$(cat culprit.txt)
if [[ ! "$given" =~ ^[a-z0-9-]+$ ]]; then
  echo wrong-form
  exit 1
fi
log=$(kubectl logs "$given" --namespace quiz 2>/dev/null || true)
if [[ "$log" != *ERROR* ]]; then
  echo wrong-pod
  exit 1
fi`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '37934a85fc7e01db',
        },
      ],
    },

    // 이름을 모르는 필드 / A field whose name you do not know
    {
      id: 'patient',
      title: { ko: '이름을 모르는 필드', en: 'A field whose name you do not know' },
      messages: {
        'no-pod': {
          ko: '네임스페이스 quiz에 Pod patient가 없습니다.',
          en: 'There is no Pod patient in the namespace quiz.',
        },
        'not-ready': { ko: 'Pod patient가 준비되지 않았습니다.', en: 'The Pod patient is not ready.' },
        'wrong-time': {
          ko: 'Pod patient에게 끝낼 시간으로 90초가 주어지지 않았습니다.',
          en: 'The Pod patient does not get 90 seconds for its farewell.',
        },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'step', id: 'kubectl/inspect/patient-setup', part: 'setup',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 892 },
          title: { ko: '이름을 모르는 필드', en: 'A field whose name you do not know' },
          lead: {
            ko: '이 책도 검색 엔진도 보지 말고 kubectl explain으로 필드를 찾습니다.',
            en: 'Find the field with kubectl explain, without this book and without a search engine.',
          },
          on: 'master',
          script: `kubectl create namespace quiz --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pod patient --namespace quiz --now --ignore-not-found --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '4229b6d23f4995e4',
        },
        {
          type: 'file', id: 'kubectl/inspect/patient/answer/file:patient.yaml', part: 'answer',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 902 },
          title: { ko: '이름을 모르는 필드', en: 'A field whose name you do not know' },
          lead: { ko: 'terminationGracePeriodSeconds입니다.', en: 'It is terminationGracePeriodSeconds.' },
          on: 'master',
          path: 'patient.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: patient
  namespace: quiz
spec:
  terminationGracePeriodSeconds: 90
  containers:
    - name: web
      image: nginx:1.26`,
          hash: 'bb15f656480c8e7b',
        },
        {
          type: 'step', id: 'kubectl/inspect/patient-answer', part: 'answer',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 915 },
          title: { ko: '이름을 모르는 필드', en: 'A field whose name you do not know' },
          on: 'master',
          script: `kubectl apply -f patient.yaml
kubectl wait --namespace quiz --for=condition=Ready pod/patient --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '902b22effcecec22',
        },
        {
          type: 'file', id: 'kubectl/inspect/patient/wrong/file:patient.yaml', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 927 },
          title: { ko: '이름을 모르는 필드', en: 'A field whose name you do not know' },
          lead: {
            ko: '누가 지우든 말든 그 시간이 지나면 Pod를 끝냅니다.',
            en: 'activeDeadlineSeconds sounds similar, and means something else: after this time the Pod is killed, whether somebody deletes it or not.',
          },
          on: 'master',
          path: 'patient.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: patient
  namespace: quiz
spec:
  activeDeadlineSeconds: 90
  containers:
    - name: web
      image: nginx:1.26`,
          hash: '501eff9b331f8b36',
        },
        {
          type: 'step', id: 'kubectl/inspect/patient-wrong', part: 'wrong',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 940 },
          title: { ko: '이름을 모르는 필드', en: 'A field whose name you do not know' },
          on: 'master',
          script: `kubectl apply -f patient.yaml
kubectl wait --namespace quiz --for=condition=Ready pod/patient --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '8c8ee857af796c73',
        },
        {
          type: 'step', id: 'kubectl/inspect/patient-check', part: 'check',
          source: { file: 'content/docs/kubectl/inspect.mdx', line: 947 },
          title: { ko: '이름을 모르는 필드', en: 'A field whose name you do not know' },
          lead: { ko: 'Pod의 그 필드를 읽습니다.', en: 'The check reads the field of the Pod.' },
          on: 'master',
          script: `if ! kubectl get pod patient --namespace quiz >/dev/null 2>&1; then
  echo no-pod
  exit 1
fi
ok=yes
ready=$(kubectl get pod patient --namespace quiz -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}')
test "$ready" = True || { echo not-ready; ok=no; }
seconds=$(kubectl get pod patient --namespace quiz -o jsonpath='{.spec.terminationGracePeriodSeconds}')
test "$seconds" = 90 || { echo wrong-time; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1f8d4bc44f991161',
        },
      ],
    },
  ],
})
