#!/usr/bin/env zx
// Generated from content/docs/workloads/pods.mdx by `npm run extract`; edit the chapter, not this file.
// Pod / Pods
// Run it with: npx zx runbooks/pods.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'pods',
  page: 'workloads/pods',
  title: { ko: 'Pod', en: 'Pods' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/workloads/pods.mdx ──────────────────────────────────────────────────────────

    // 생각 / The idea
    {
      type: 'step', id: 'workloads/pods/namespace',
      source: { file: 'content/docs/workloads/pods.mdx', line: 46 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '이 장의 모든 것을 담을 네임스페이스를 만듭니다.', en: 'Make a namespace for everything in this chapter.' },
      on: 'master',
      script: 'kubectl create namespace pods --dry-run=client -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'namespace/pods …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5470a8e32c2b6837',
    },

    // 태어나기 / Birth
    {
      type: 'file', id: 'workloads/pods/file:hello.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 60 },
      title: { ko: '태어나기', en: 'Birth' },
      lead: { ko: '가장 작은 Pod입니다.', en: 'This is the smallest Pod.' },
      on: 'master',
      path: 'hello.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: hello
  namespace: pods
spec:
  containers:
    - name: web
      image: nginx:1.26`,
      hash: '301cac6f03ed0e4e',
    },
    {
      type: 'step', id: 'workloads/pods/hello',
      source: { file: 'content/docs/workloads/pods.mdx', line: 74 },
      title: { ko: '태어나기', en: 'Birth' },
      lead: {
        ko: '처음부터 보려고, 있으면 먼저 지웁니다.',
        en: 'To see it from the beginning, remove it first if it is there.',
      },
      on: 'master',
      script: `kubectl delete pod hello --namespace pods --ignore-not-found
kubectl apply -f hello.yaml
kubectl wait --namespace pods --for=condition=Ready pod/hello --timeout=5m`,
      expect: {
        match: 'contains',
        text: `pod/hello created
pod/hello condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, retrySeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '506b21e7c8cb6c90',
    },
    {
      type: 'step', id: 'workloads/pods/events',
      source: { file: 'content/docs/workloads/pods.mdx', line: 87 },
      title: { ko: '태어나기', en: 'Birth' },
      lead: {
        ko: '시각은 초까지만 적히므로 같은 초의 것은 차례가 바뀌어 보일 수 있고, 한 시간이 지나면 지워집니다.',
        en: 'Times are kept to the second, so events of the same second may change places; after an hour they are removed.',
      },
      on: 'master',
      script: 'kubectl events --namespace pods --for pod/hello',
      expect: { match: 'contains', text: 'Successfully assigned pods/hello to node' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b07b6d31ba258b91',
    },

    // 세 가지 상태 / Three kinds of state
    {
      type: 'step', id: 'workloads/pods/phase',
      source: { file: 'content/docs/workloads/pods.mdx', line: 99 },
      title: { ko: '세 가지 상태', en: 'Three kinds of state' },
      lead: {
        ko: '먼저 phase: Pending, Running, Succeeded, Failed, Unknown 다섯뿐인 큰 상태입니다.',
        en: 'First the phase, which has only five values: Pending, Running, Succeeded, Failed, Unknown.',
      },
      on: 'master',
      script: "kubectl get pod hello --namespace pods -o jsonpath='{.status.phase} on {.spec.nodeName}{\"\\n\"}'",
      expect: { match: 'exact', text: 'Running on node…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5e6222f5b59c42b2',
    },
    {
      type: 'step', id: 'workloads/pods/conditions',
      source: { file: 'content/docs/workloads/pods.mdx', line: 109 },
      title: { ko: '세 가지 상태', en: 'Three kinds of state' },
      lead: {
        ko: 'Service가 이 Pod로 요청을 보낼지는 Ready가 정합니다.',
        en: 'Ready decides whether Services send anything to it.',
      },
      on: 'master',
      script: "kubectl get pod hello --namespace pods -o jsonpath='{range .status.conditions[*]}{.type}={.status}{\"\\n\"}{end}' | sort",
      expect: {
        match: 'exact',
        text: `ContainersReady=True
Initialized=True
PodReadyToStartContainers=True
PodScheduled=True
Ready=True`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '169a217e43524c4c',
    },
    {
      type: 'step', id: 'workloads/pods/container-state',
      source: { file: 'content/docs/workloads/pods.mdx', line: 123 },
      title: { ko: '세 가지 상태', en: 'Three kinds of state' },
      lead: {
        ko: 'CrashLoopBackOff나 ImagePullBackOff는 phase가 아니라 컨테이너가 기다리는 까닭입니다.',
        en: 'CrashLoopBackOff and ImagePullBackOff are no phases; they are reasons why a container is waiting.',
      },
      on: 'master',
      script: "kubectl get pod hello --namespace pods -o jsonpath='{.status.containerStatuses[0].state}{\"\\n\"}'",
      expect: { match: 'exact', text: '{"running":{"startedAt":"…"}}' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5cfd48bf9ab2848f',
    },

    // 죽기 / Death
    {
      type: 'step', id: 'workloads/pods/kill',
      source: { file: 'content/docs/workloads/pods.mdx', line: 135 },
      title: { ko: '죽기', en: 'Death' },
      lead: {
        ko: '컨테이너의 첫 프로세스가 끝나면 컨테이너가 끝난 것입니다.',
        en: 'When the first process of a container ends, the container has ended.',
      },
      on: 'master',
      script: "kubectl exec --namespace pods hello -- sh -c 'kill -QUIT 1' || true",
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f41f7824b2ffb7bb',
    },
    {
      type: 'step', id: 'workloads/pods/restarted',
      source: { file: 'content/docs/workloads/pods.mdx', line: 141 },
      title: { ko: '죽기', en: 'Death' },
      lead: { ko: '재시작 횟수가 1이 되고, 다시 준비됩니다.', en: 'The restart count becomes 1, and it is ready again.' },
      on: 'master',
      script: "kubectl get pod hello --namespace pods -o jsonpath='restarts={.status.containerStatuses[0].restartCount} ready={.status.containerStatuses[0].ready}{\"\\n\"}'",
      expect: { match: 'exact', text: 'restarts=1 ready=true' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8d1f79bc9cf1474d',
    },
    {
      type: 'step', id: 'workloads/pods/delete',
      source: { file: 'content/docs/workloads/pods.mdx', line: 151 },
      title: { ko: '죽기', en: 'Death' },
      lead: {
        ko: 'nginx의 이미지는 SIGQUIT입니다.',
        en: 'An image may name another first signal (STOPSIGNAL), which is then sent in place of SIGTERM; that of nginx is SIGQUIT.',
      },
      on: 'master',
      script: `kubectl delete pod hello --namespace pods --ignore-not-found
kubectl get pod hello --namespace pods 2>&1`,
      expect: {
        match: 'exact',
        text: `pod "hello" deleted…
Error from server (NotFound): pods "hello" not found`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'd6d6b95e985d03ff',
    },

    // 재시작 정책 / Restart policies
    {
      type: 'file', id: 'workloads/pods/file:restart.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 167 },
      title: { ko: '재시작 정책', en: 'Restart policies' },
      lead: {
        ko: '둘은 성공으로, 둘은 실패로 끝납니다.',
        en: 'Put four Pods side by side, two that end well and two that fail.',
      },
      on: 'master',
      path: 'restart.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: always-succeeds
  namespace: pods
  labels: {lesson: restart}
spec:
  restartPolicy: Always
  containers:
    - name: task
      image: busybox:1.37
      command: [sh, -c, exit 0]
---
apiVersion: v1
kind: Pod
metadata:
  name: onfailure-succeeds
  namespace: pods
  labels: {lesson: restart}
spec:
  restartPolicy: OnFailure
  containers:
    - name: task
      image: busybox:1.37
      command: [sh, -c, exit 0]
---
apiVersion: v1
kind: Pod
metadata:
  name: onfailure-fails
  namespace: pods
  labels: {lesson: restart}
spec:
  restartPolicy: OnFailure
  containers:
    - name: task
      image: busybox:1.37
      command: [sh, -c, exit 1]
---
apiVersion: v1
kind: Pod
metadata:
  name: never-fails
  namespace: pods
  labels: {lesson: restart}
spec:
  restartPolicy: Never
  containers:
    - name: task
      image: busybox:1.37
      command: [sh, -c, exit 1]`,
      hash: '25c5a1194fc575c9',
    },
    {
      type: 'step', id: 'workloads/pods/restart',
      source: { file: 'content/docs/workloads/pods.mdx', line: 223 },
      title: { ko: '재시작 정책', en: 'Restart policies' },
      lead: { ko: '적용합니다.', en: 'Apply them.' },
      on: 'master',
      script: 'kubectl apply -f restart.yaml',
      expect: {
        match: 'exact',
        text: `pod/always-succeeds …
pod/onfailure-succeeds …
pod/onfailure-fails …
pod/never-fails …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2633aa5b64519eb8',
    },
    {
      type: 'step', id: 'workloads/pods/restart-look',
      source: { file: 'content/docs/workloads/pods.mdx', line: 236 },
      title: { ko: '재시작 정책', en: 'Restart policies' },
      lead: {
        ko: '잠시 뒤에 정책과 phase와 재시작 횟수를 봅니다.',
        en: 'After a moment look at policy, phase and restarts.',
      },
      on: 'master',
      script: "kubectl get pods --namespace pods --selector lesson=restart --no-headers -o custom-columns='NAME:.metadata.name,POLICY:.spec.restartPolicy,PHASE:.status.phase,RESTARTS:.status.containerStatuses[0].restartCount'",
      expect: {
        match: 'regex',
        text: String.raw`^always-succeeds +Always +Running +[1-9]\d*
never-fails +Never +Failed +0
onfailure-fails +OnFailure +Running +[1-9]\d*
onfailure-succeeds +OnFailure +Succeeded +0$`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a570d4893bdaf697',
    },

    // 한 Pod의 두 컨테이너 / Two containers in one Pod
    {
      type: 'file', id: 'workloads/pods/file:pair.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 257 },
      title: { ko: '한 Pod의 두 컨테이너', en: 'Two containers in one Pod' },
      lead: {
        ko: 'emptyDir은 Pod와 함께 태어나고 함께 사라지는 빈 디렉터리입니다.',
        en: 'An emptyDir is an empty directory that is born with the Pod and goes with it.',
      },
      on: 'master',
      path: 'pair.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: pair
  namespace: pods
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: writer
      image: busybox:1.37
      command: [sh, -c, 'echo "written by the other container" > /pages/index.html; sleep infinity']
      volumeMounts:
        - name: pages
          mountPath: /pages
    - name: web
      image: nginx:1.26
      volumeMounts:
        - name: pages
          mountPath: /usr/share/nginx/html
          readOnly: true
  volumes:
    - name: pages
      emptyDir: {}`,
      hash: '29fdc17d10d0e95e',
    },
    {
      type: 'step', id: 'workloads/pods/pair',
      source: { file: 'content/docs/workloads/pods.mdx', line: 285 },
      title: { ko: '한 Pod의 두 컨테이너', en: 'Two containers in one Pod' },
      lead: {
        ko: 'READY의 2/2는 컨테이너 둘 가운데 둘이 준비되었다는 뜻입니다.',
        en: 'In READY, 2/2 means that two containers of two are ready.',
      },
      on: 'master',
      script: `kubectl apply -f pair.yaml
kubectl wait --namespace pods --for=condition=Ready pod/pair --timeout=5m
kubectl get pod pair --namespace pods`,
      expect: { match: 'contains', text: 'pair…2/2…Running' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7c10c92307484a0a',
    },
    {
      type: 'step', id: 'workloads/pods/shared-volume',
      source: { file: 'content/docs/workloads/pods.mdx', line: 297 },
      title: { ko: '한 Pod의 두 컨테이너', en: 'Two containers in one Pod' },
      lead: {
        ko: '서로 다른 경로에 달린 같은 디렉터리입니다.',
        en: 'See that they share the volume: one directory, mounted at two paths.',
      },
      on: 'master',
      script: 'kubectl exec --namespace pods pair --container web -- cat /usr/share/nginx/html/index.html',
      expect: { match: 'exact', text: 'written by the other container' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7ec8471de8ae9e3e',
    },
    {
      type: 'step', id: 'workloads/pods/shared-network',
      source: { file: 'content/docs/workloads/pods.mdx', line: 307 },
      title: { ko: '한 Pod의 두 컨테이너', en: 'Two containers in one Pod' },
      lead: {
        ko: 'writer에서 localhost로 접속하면 web의 nginx가 대답합니다.',
        en: 'Ask localhost from writer, and the nginx of web answers.',
      },
      on: 'master',
      script: 'kubectl exec --namespace pods pair --container writer -- wget -qO- http://localhost/',
      expect: { match: 'exact', text: 'written by the other container' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '83368f53cfc17b21',
    },
    {
      type: 'step', id: 'workloads/pods/own-processes',
      source: { file: 'content/docs/workloads/pods.mdx', line: 317 },
      title: { ko: '한 Pod의 두 컨테이너', en: 'Two containers in one Pod' },
      lead: { ko: 'writer에게는 nginx가 보이지 않습니다.', en: 'writer sees no nginx.' },
      on: 'master',
      script: "kubectl exec --namespace pods pair --container writer -- sh -c 'ps | grep -c \"[n]ginx\" || true'",
      expect: { match: 'exact', text: '0' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'd28c0d39b1dca100',
    },
    {
      type: 'step', id: 'workloads/pods/pair-logs',
      source: { file: 'content/docs/workloads/pods.mdx', line: 327 },
      title: { ko: '한 Pod의 두 컨테이너', en: 'Two containers in one Pod' },
      lead: {
        ko: '--all-containers는 모두 보여 줍니다.',
        en: 'Without a name you get those of the first; --all-containers shows all.',
      },
      on: 'master',
      script: 'kubectl logs --namespace pods pair --container web | tail -n 1',
      expect: { match: 'contains', text: '"GET / HTTP/1.1" 200' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6e5fd289234fb235',
    },

    // 같은 포트를 둘이 쓰면 / The same port twice
    {
      type: 'file', id: 'workloads/pods/file:clash.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 339 },
      title: { ko: '같은 포트를 둘이 쓰면', en: 'The same port twice' },
      lead: { ko: 'nginx 둘을 한 Pod에 넣어 봅니다.', en: 'Put two nginx into one Pod.' },
      on: 'master',
      path: 'clash.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: clash
  namespace: pods
spec:
  containers:
    - name: first
      image: nginx:1.26
    - name: second
      image: nginx:1.26`,
      hash: '0a89548e89bfd706',
    },
    {
      type: 'step', id: 'workloads/pods/clash',
      source: { file: 'content/docs/workloads/pods.mdx', line: 355 },
      title: { ko: '같은 포트를 둘이 쓰면', en: 'The same port twice' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f clash.yaml',
      expect: { match: 'exact', text: 'pod/clash …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0a24eddccb268e83',
    },
    {
      type: 'step', id: 'workloads/pods/clash-log',
      source: { file: 'content/docs/workloads/pods.mdx', line: 365 },
      title: { ko: '같은 포트를 둘이 쓰면', en: 'The same port twice' },
      lead: { ko: '까닭은 그 컨테이너의 로그에 있습니다.', en: 'The reason is in its log.' },
      on: 'master',
      script: 'kubectl logs --namespace pods clash --all-containers --prefix | grep emerg | head -n 1',
      expect: { match: 'contains', text: 'bind() to 0.0.0.0:80 failed (98: Address already in use)' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2180fd04045b28d9',
    },

    // init 컨테이너 / Init containers
    {
      type: 'file', id: 'workloads/pods/file:init.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 381 },
      title: { ko: 'init 컨테이너', en: 'Init containers' },
      lead: { ko: '둘을 한 Pod에서 봅니다.', en: 'See both in one Pod.' },
      on: 'master',
      path: 'init.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: init
  namespace: pods
spec:
  restartPolicy: Never
  terminationGracePeriodSeconds: 2
  initContainers:
    - name: prepare
      image: busybox:1.37
      command: [sh, -c, 'echo "prepared at $(date -u +%T)" > /work/input; echo prepare is done']
      volumeMounts:
        - name: work
          mountPath: /work
    - name: sidecar
      image: busybox:1.37
      restartPolicy: Always
      command: [sh, -c, 'trap "exit 0" TERM; echo sidecar is up; while true; do sleep 1; done']
      volumeMounts:
        - name: work
          mountPath: /work
  containers:
    - name: main
      image: busybox:1.37
      command: [sh, -c, 'cat /work/input; sleep 3; echo main is done']
      volumeMounts:
        - name: work
          mountPath: /work
  volumes:
    - name: work
      emptyDir: {}`,
      hash: '1294f9cc38f1436a',
    },
    {
      type: 'step', id: 'workloads/pods/init',
      source: { file: 'content/docs/workloads/pods.mdx', line: 418 },
      title: { ko: 'init 컨테이너', en: 'Init containers' },
      lead: {
        ko: '본 컨테이너가 끝나면 kubelet이 사이드카를 끝내기 때문입니다.',
        en: 'It ends although the sidecar has no end: when the main container is done, the kubelet ends the sidecar.',
      },
      on: 'master',
      script: `kubectl apply -f init.yaml
kubectl wait --namespace pods --for=jsonpath='{.status.phase}'=Succeeded pod/init --timeout=5m`,
      expect: {
        match: 'exact',
        text: `pod/init …
pod/init condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'eec58bd115ded1fd',
    },
    {
      type: 'step', id: 'workloads/pods/init-logs',
      source: { file: 'content/docs/workloads/pods.mdx', line: 430 },
      title: { ko: 'init 컨테이너', en: 'Init containers' },
      lead: { ko: 'main이 읽은 것은 prepare가 쓴 것입니다.', en: 'What main read is what prepare had written.' },
      on: 'master',
      script: `for container in prepare sidecar main; do
  kubectl logs --namespace pods init --container "$container"
done`,
      expect: {
        match: 'exact',
        text: `prepare is done
sidecar is up
prepared at …
main is done`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'cff5efa71fb3cf7b',
    },

    // init 컨테이너가 끝나지 않으면 / When an init container does not end
    {
      type: 'file', id: 'workloads/pods/file:stuck.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 447 },
      title: { ko: 'init 컨테이너가 끝나지 않으면', en: 'When an init container does not end' },
      lead: { ko: '오지 않는 것을 기다리는 Pod를 만들어 봅니다.', en: 'Make a Pod that waits for what never comes.' },
      on: 'master',
      path: 'stuck.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: stuck
  namespace: pods
spec:
  terminationGracePeriodSeconds: 2
  initContainers:
    - name: wait-for-database
      image: busybox:1.37
      command: [sh, -c, 'until nslookup database.pods.svc.cluster.local >/dev/null; do echo waiting for database; sleep 2; done']
  containers:
    - name: main
      image: nginx:1.26`,
      hash: '6538b4386d4d6661',
    },
    {
      type: 'step', id: 'workloads/pods/stuck',
      source: { file: 'content/docs/workloads/pods.mdx', line: 466 },
      title: { ko: 'init 컨테이너가 끝나지 않으면', en: 'When an init container does not end' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f stuck.yaml',
      expect: { match: 'exact', text: 'pod/stuck …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ed8d431017e8ac2a',
    },
    {
      type: 'step', id: 'workloads/pods/stuck-look',
      source: { file: 'content/docs/workloads/pods.mdx', line: 476 },
      title: { ko: 'init 컨테이너가 끝나지 않으면', en: 'When an init container does not end' },
      lead: { ko: 'phase는 Pending입니다.', en: 'The phase is Pending.' },
      on: 'master',
      script: `kubectl get pod stuck --namespace pods --no-headers
kubectl logs --namespace pods stuck --container wait-for-database | tail -n 1`,
      expect: {
        match: 'exact',
        text: `stuck…0/1…Init:0/1…
waiting for database`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '71245ad9a24545be',
    },
    {
      type: 'step', id: 'workloads/pods/unstuck',
      source: { file: 'content/docs/workloads/pods.mdx', line: 488 },
      title: { ko: 'init 컨테이너가 끝나지 않으면', en: 'When an init container does not end' },
      lead: {
        ko: '기다리던 Service를 만들어 주면 저절로 풀립니다.',
        en: 'Make the Service that it waits for, and it goes on by itself.',
      },
      on: 'master',
      script: `kubectl create service clusterip database --tcp 5432 --namespace pods --dry-run=client -o yaml | kubectl apply -f -
kubectl wait --namespace pods --for=condition=Ready pod/stuck --timeout=5m`,
      expect: {
        match: 'exact',
        text: `service/database …
pod/stuck condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b6d503964b2fb52c',
    },

    // 죽은 컨테이너의 로그 / The logs of a container that has died
    {
      type: 'file', id: 'workloads/pods/file:crasher.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 502 },
      title: { ko: '죽은 컨테이너의 로그', en: 'The logs of a container that has died' },
      lead: {
        ko: 'emptyDir은 컨테이너가 다시 시작되어도 남습니다.',
        en: 'It keeps count in a volume: an emptyDir stays when a container is restarted.',
      },
      on: 'master',
      path: 'crasher.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: crasher
  namespace: pods
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: app
      image: busybox:1.37
      command:
        - sh
        - -c
        - |
          echo x >> /state/starts
          echo "this is instance $(wc -l < /state/starts)"
          if [ "$(wc -l < /state/starts)" = 1 ]; then echo "no configuration: giving up"; exit 3; fi
          sleep infinity
      volumeMounts:
        - name: state
          mountPath: /state
  volumes:
    - name: state
      emptyDir: {}`,
      hash: '14f05400fa527d05',
    },
    {
      type: 'step', id: 'workloads/pods/crasher',
      source: { file: 'content/docs/workloads/pods.mdx', line: 531 },
      title: { ko: '죽은 컨테이너의 로그', en: 'The logs of a container that has died' },
      lead: {
        ko: '적용하고, 한 번 다시 시작될 때까지 기다립니다.',
        en: 'Apply it, and wait until it has been restarted once.',
      },
      on: 'master',
      script: `kubectl apply -f crasher.yaml
kubectl wait --namespace pods --for=jsonpath='{.status.containerStatuses[0].restartCount}'=1 pod/crasher --timeout=5m`,
      expect: {
        match: 'exact',
        text: `pod/crasher …
pod/crasher condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2bdc174c49e3062b',
    },
    {
      type: 'step', id: 'workloads/pods/logs-now',
      source: { file: 'content/docs/workloads/pods.mdx', line: 543 },
      title: { ko: '죽은 컨테이너의 로그', en: 'The logs of a container that has died' },
      lead: { ko: '지금의 로그에는 문제가 없습니다.', en: 'The present log shows no trouble.' },
      on: 'master',
      script: 'kubectl logs --namespace pods crasher',
      expect: { match: 'exact', text: 'this is instance 2' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '20cc00b093f6b940',
    },
    {
      type: 'step', id: 'workloads/pods/logs-previous',
      source: { file: 'content/docs/workloads/pods.mdx', line: 553 },
      title: { ko: '죽은 컨테이너의 로그', en: 'The logs of a container that has died' },
      lead: { ko: '바로 앞 컨테이너의 로그에 까닭이 있습니다.', en: 'The log of the one before tells the reason.' },
      on: 'master',
      script: 'kubectl logs --namespace pods crasher --previous',
      expect: {
        match: 'exact',
        text: `this is instance 1
no configuration: giving up`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7ca9eb16334f89fe',
    },
    {
      type: 'step', id: 'workloads/pods/last-state',
      source: { file: 'content/docs/workloads/pods.mdx', line: 564 },
      title: { ko: '죽은 컨테이너의 로그', en: 'The logs of a container that has died' },
      lead: {
        ko: '로그에 아무것도 남기지 않고 죽었더라도 종료 상태는 남습니다.',
        en: 'And where a container died without a word, its exit status is kept.',
      },
      on: 'master',
      script: "kubectl get pod crasher --namespace pods -o jsonpath='{.status.containerStatuses[0].lastState.terminated.reason} {.status.containerStatuses[0].lastState.terminated.exitCode}{\"\\n\"}'",
      expect: { match: 'exact', text: 'Error 3' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c200177694684109',
    },

    // 제한과 OOM / Limits and the OOM kill
    {
      type: 'file', id: 'workloads/pods/file:hungry.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 580 },
      title: { ko: '제한과 OOM', en: 'Limits and the OOM kill' },
      lead: {
        ko: 'tail은 줄이 끝나기를 기다리며 읽은 것을 모두 메모리에 둡니다.',
        en: 'It is placed on node1, so that you know where to look afterwards.',
      },
      on: 'master',
      path: 'hungry.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: hungry
  namespace: pods
spec:
  restartPolicy: Never
  nodeSelector:
    kubernetes.io/hostname: node1
  containers:
    - name: app
      image: busybox:1.37
      command: [tail, /dev/zero]
      resources:
        requests:
          memory: 16Mi
        limits:
          memory: 32Mi`,
      hash: '173d8ce7be55875d',
    },
    {
      type: 'step', id: 'workloads/pods/hungry',
      source: { file: 'content/docs/workloads/pods.mdx', line: 603 },
      title: { ko: '제한과 OOM', en: 'Limits and the OOM kill' },
      lead: { ko: '적용하고, 죽을 때까지 기다립니다.', en: 'Apply it, and wait until it is dead.' },
      on: 'master',
      script: `kubectl apply -f hungry.yaml
kubectl wait --namespace pods --for=jsonpath='{.status.phase}'=Failed pod/hungry --timeout=5m`,
      expect: {
        match: 'exact',
        text: `pod/hungry …
pod/hungry condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1ac88ee30388cb7b',
    },
    {
      type: 'step', id: 'workloads/pods/oom',
      source: { file: 'content/docs/workloads/pods.mdx', line: 615 },
      title: { ko: '제한과 OOM', en: 'Limits and the OOM kill' },
      lead: { ko: '바쁜 노드에서 흔한 일이라 둘 다 옳은 출력입니다.', en: 'On busy nodes this is common, so both are right.' },
      on: 'master',
      script: "kubectl get pod hungry --namespace pods -o jsonpath='{.status.containerStatuses[0].state.terminated.reason} {.status.containerStatuses[0].state.terminated.exitCode}{\"\\n\"}'",
      expect: { match: 'regex', text: '^(OOMKilled|Error) 137$' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'aa9890bbc0ada19d',
    },
    {
      type: 'step', id: 'workloads/pods/oom-kernel',
      source: { file: 'content/docs/workloads/pods.mdx', line: 625 },
      title: { ko: '제한과 OOM', en: 'Limits and the OOM kill' },
      lead: {
        ko: 'CONSTRAINT_MEMCG는 노드의 메모리가 아니라 cgroup의 제한에 걸렸다는 뜻입니다.',
        en: "CONSTRAINT_MEMCG means that the limit of a cgroup was hit, not the end of the node's memory.",
      },
      on: 'node[0]',
      script: "sudo dmesg | grep -o 'oom-kill:constraint=[A-Z_]*,.*,task=tail' | tail -n 1",
      expect: { match: 'exact', text: 'oom-kill:constraint=CONSTRAINT_MEMCG,…/kubepods.slice/…,task=tail' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b24a7ad2c6eded7c',
    },

    // 자리가 없으면 / No room
    {
      type: 'file', id: 'workloads/pods/file:huge.yaml',
      source: { file: 'content/docs/workloads/pods.mdx', line: 641 },
      title: { ko: '자리가 없으면', en: 'No room' },
      lead: { ko: 'requests가 어느 노드에도 들어가지 않으면 Pod는 죽는 것이 아니라 Pending에 머뭅니다.', en: 'It stays Pending.' },
      on: 'master',
      path: 'huge.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: huge
  namespace: pods
spec:
  containers:
    - name: app
      image: busybox:1.37
      command: [sleep, infinity]
      resources:
        requests:
          memory: 1Ti`,
      hash: '63cd6d89bb4a8833',
    },
    {
      type: 'step', id: 'workloads/pods/huge',
      source: { file: 'content/docs/workloads/pods.mdx', line: 659 },
      title: { ko: '자리가 없으면', en: 'No room' },
      lead: { ko: '적용하고, 스케줄러가 무엇이라고 하는지 봅니다.', en: 'Apply it, and see what the scheduler says.' },
      on: 'master',
      script: String.raw`kubectl apply -f huge.yaml >/dev/null
kubectl get pod huge --namespace pods -o jsonpath='{.status.phase}: {.status.conditions[?(@.type=="PodScheduled")].message}{"\n"}'`,
      expect: { match: 'exact', text: 'Pending: 0/3 nodes are available: …Insufficient memory…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '29649437143f36b1',
    },

    // 등급 / Classes
    {
      type: 'step', id: 'workloads/pods/qos',
      source: { file: 'content/docs/workloads/pods.mdx', line: 672 },
      title: { ko: '등급', en: 'Classes' },
      lead: {
        ko: '대개 BestEffort가 먼저이고 Guaranteed가 마지막입니다.',
        en: 'When a node runs out of memory, Pods that use more than their requests are evicted: mostly BestEffort first and Guaranteed last.',
      },
      on: 'master',
      script: "kubectl get pods pair hungry --namespace pods --no-headers -o custom-columns='NAME:.metadata.name,QOS:.status.qosClass'",
      expect: {
        match: 'exact',
        text: `pair…BestEffort
hungry…Burstable`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a8a46c222c5e4a32',
    },

    // Pod는 거의 바꿀 수 없습니다 / A Pod can hardly be changed
    {
      type: 'step', id: 'workloads/pods/immutable',
      source: { file: 'content/docs/workloads/pods.mdx', line: 687 },
      title: { ko: 'Pod는 거의 바꿀 수 없습니다', en: 'A Pod can hardly be changed' },
      lead: {
        ko: '예외로 CPU와 메모리의 requests와 limits는 kubectl patch --subresource resize로 바꿀 수 있습니다(1.35부터 정식 기능).',
        en: 'CPU and memory are an exception: kubectl patch --subresource resize changes their requests and limits (stable since 1.35).',
      },
      on: 'master',
      script: "kubectl patch pod pair --namespace pods --patch '{\"spec\":{\"containers\":[{\"name\":\"writer\",\"env\":[{\"name\":\"COLOR\",\"value\":\"blue\"}]}]}}' 2>&1",
      expect: {
        match: 'contains',
        text: 'pod updates may not change fields other than `spec.containers[*].image`',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c95251e8c963a14e',
    },

    // 확인 / Check
    {
      type: 'step', id: 'workloads/pods/check',
      source: { file: 'content/docs/workloads/pods.mdx', line: 699 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '이 장의 Pod들이 저마다 있어야 할 상태인지 한꺼번에 봅니다.',
        en: 'See in one go that the Pods of this chapter are in the states in which they should be.',
      },
      on: 'master',
      script: "kubectl get pods pair init crasher hungry stuck --namespace pods --no-headers -o custom-columns='NAME:.metadata.name,PHASE:.status.phase,EXIT:.status.containerStatuses[*].state.terminated.exitCode'",
      expect: {
        match: 'exact',
        text: `pair…Running…<none>
init…Succeeded…0
crasher…Running…<none>
hungry…Failed…137
stuck…Running…<none>`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '308b7ad2110e8f3a',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'workloads/pods/clear',
      source: { file: 'content/docs/workloads/pods.mdx', line: 715 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '네임스페이스를 지우면 그 안의 모든 것이 사라집니다.', en: 'With the namespace everything in it goes.' },
      on: 'master',
      script: 'kubectl delete namespace pods --ignore-not-found --timeout=5m',
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '5a8b21f2537c4cc2',
    },
  ],
  exercises: [

    // 쓰는 컨테이너와 보여 주는 컨테이너 / One writes, one shows
    {
      id: 'pair',
      title: { ko: '쓰는 컨테이너와 보여 주는 컨테이너', en: 'One writes, one shows' },
      messages: {
        'no-pod': {
          ko: '네임스페이스 pods에 Pod report가 없습니다.',
          en: 'There is no Pod report in the namespace pods.',
        },
        containers: {
          ko: 'Pod report에는 컨테이너 writer와 web이 있어야 합니다.',
          en: 'The Pod report must have the containers writer and web.',
        },
        'not-ready': { ko: 'Pod report가 준비되지 않았습니다.', en: 'The Pod report is not ready.' },
        'not-served': {
          ko: 'web이 writer가 쓴 글을 보여 주지 않습니다.',
          en: 'The container web does not serve what writer wrote.',
        },
      },
      versions: { nginx: '1.26', busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'workloads/pods/pair-setup', part: 'setup',
          source: { file: 'content/docs/workloads/pods.mdx', line: 738 },
          title: { ko: '쓰는 컨테이너와 보여 주는 컨테이너', en: 'One writes, one shows' },
          lead: {
            ko: '컨테이너 writer(busybox:1.37)는 sales are up이라는 글을 파일로 쓰고 살아 있어야 하고, 컨테이너 web(nginx:1.26)은 그 글을 80번 포트의 첫 페이지로 보여 주어야 합니다.',
            en: 'Its container writer (busybox:1.37) writes the words sales are up into a file and stays alive; its container web (nginx:1.26) shows these words as the first page on port 80.',
          },
          on: 'master',
          script: `kubectl create namespace pods --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pod report --namespace pods --ignore-not-found --timeout=2m`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '0763ef827dccb0f3',
        },
        {
          type: 'file', id: 'workloads/pods/pair/answer/file:report.yaml', part: 'answer',
          source: { file: 'content/docs/workloads/pods.mdx', line: 748 },
          title: { ko: '쓰는 컨테이너와 보여 주는 컨테이너', en: 'One writes, one shows' },
          lead: {
            ko: '두 컨테이너가 emptyDir 하나를 저마다의 경로에 답니다.',
            en: 'Both containers mount one emptyDir, each at its own path.',
          },
          on: 'master',
          path: 'report.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: report
  namespace: pods
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: writer
      image: busybox:1.37
      command: [sh, -c, 'echo "sales are up" > /pages/index.html; sleep infinity']
      volumeMounts:
        - name: pages
          mountPath: /pages
    - name: web
      image: nginx:1.26
      volumeMounts:
        - name: pages
          mountPath: /usr/share/nginx/html
  volumes:
    - name: pages
      emptyDir: {}`,
          hash: 'dc811ac05e2a543c',
        },
        {
          type: 'step', id: 'workloads/pods/pair-answer', part: 'answer',
          source: { file: 'content/docs/workloads/pods.mdx', line: 773 },
          title: { ko: '쓰는 컨테이너와 보여 주는 컨테이너', en: 'One writes, one shows' },
          on: 'master',
          script: `kubectl apply -f report.yaml
kubectl wait --namespace pods --for=condition=Ready pod/report --timeout=5m
until kubectl exec report --namespace pods --container writer -- wget -qO- http://localhost/ >/dev/null; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e3d34b31dd7fd9fc',
        },
        {
          type: 'file', id: 'workloads/pods/pair/wrong/file:report.yaml', part: 'wrong',
          source: { file: 'content/docs/workloads/pods.mdx', line: 786 },
          title: { ko: '쓰는 컨테이너와 보여 주는 컨테이너', en: 'One writes, one shows' },
          lead: {
            ko: '볼륨을 빠뜨리면 둘 다 잘 돌지만 writer의 글은 writer의 파일 시스템에만 있습니다.',
            en: 'Forget the volume, and both run well; but what writer writes is in its own file system only.',
          },
          on: 'master',
          path: 'report.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: report
  namespace: pods
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: writer
      image: busybox:1.37
      command: [sh, -c, 'mkdir /pages; echo "sales are up" > /pages/index.html; sleep infinity']
    - name: web
      image: nginx:1.26`,
          hash: 'f41d8a5312b8d9c1',
        },
        {
          type: 'step', id: 'workloads/pods/pair-wrong', part: 'wrong',
          source: { file: 'content/docs/workloads/pods.mdx', line: 802 },
          title: { ko: '쓰는 컨테이너와 보여 주는 컨테이너', en: 'One writes, one shows' },
          on: 'master',
          script: `kubectl apply -f report.yaml
kubectl wait --namespace pods --for=condition=Ready pod/report --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '7fdbe7317c0c9919',
        },
        {
          type: 'step', id: 'workloads/pods/pair-check', part: 'check',
          source: { file: 'content/docs/workloads/pods.mdx', line: 809 },
          title: { ko: '쓰는 컨테이너와 보여 주는 컨테이너', en: 'One writes, one shows' },
          lead: {
            ko: '검사는 Pod의 컨테이너와 상태를 보고, 첫 페이지를 받아 봅니다.',
            en: "The check looks at the Pod's containers and state, and fetches the first page.",
          },
          on: 'master',
          script: `if ! kubectl get pod report --namespace pods >/dev/null 2>&1; then
  echo no-pod
  exit 1
fi
ok=yes
names=$(kubectl get pod report --namespace pods -o jsonpath='{.spec.containers[*].name}')
case "$names" in
  "writer web" | "web writer") ;;
  *) echo containers; ok=no ;;
esac
ready=$(kubectl get pod report --namespace pods -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}')
test "$ready" = True || { echo not-ready; ok=no; }
page=$(kubectl exec report --namespace pods --container writer -- wget -qO- http://localhost/ 2>/dev/null || true)
test "$page" = "sales are up" || { echo not-served; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e5f8ca0b5fec3aad',
        },
      ],
    },

    // 자꾸 죽는 Pod / The Pod that keeps dying
    {
      id: 'greedy',
      title: { ko: '자꾸 죽는 Pod', en: 'The Pod that keeps dying' },
      messages: {
        'no-pod': {
          ko: '네임스페이스 pods에 Pod greedy가 없습니다.',
          en: 'There is no Pod greedy in the namespace pods.',
        },
        'not-ready': { ko: 'Pod greedy가 준비되지 않았습니다.', en: 'The Pod greedy is not ready.' },
        'no-limit': { ko: 'Pod greedy에 메모리 제한이 없습니다.', en: 'The Pod greedy has no memory limit.' },
        'too-much': {
          ko: 'Pod greedy의 메모리 제한이 128Mi보다 큽니다.',
          en: 'The memory limit of the Pod greedy is larger than 128Mi.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'file', id: 'workloads/pods/greedy/setup/file:greedy.yaml', part: 'setup',
          source: { file: 'content/docs/workloads/pods.mdx', line: 833 },
          title: { ko: '자꾸 죽는 Pod', en: 'The Pod that keeps dying' },
          lead: {
            ko: '매니페스트는 런북의 디렉터리에 있는 greedy.yaml입니다.',
            en: "Its manifest is greedy.yaml in the runbook's directory.",
          },
          on: 'master',
          path: 'greedy.yaml', subst: [],
          text: String.raw`apiVersion: v1
kind: Pod
metadata:
  name: greedy
  namespace: pods
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: app
      image: busybox:1.37
      command: [sh, -c, 'head -c 50331648 /dev/zero | tr "\0" x > /work/data; touch /work/ready; sleep infinity']
      readinessProbe:
        exec:
          command: [test, -e, /work/ready]
        periodSeconds: 2
      resources:
        limits:
          memory: 32Mi
      volumeMounts:
        - name: work
          mountPath: /work
  volumes:
    - name: work
      emptyDir:
        medium: Memory`,
          hash: '0f3b3849b3f53542',
        },
        {
          type: 'step', id: 'workloads/pods/greedy-setup', part: 'setup',
          source: { file: 'content/docs/workloads/pods.mdx', line: 861 },
          title: { ko: '자꾸 죽는 Pod', en: 'The Pod that keeps dying' },
          on: 'master',
          script: `kubectl create namespace pods --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pod greedy --namespace pods --ignore-not-found --timeout=2m
kubectl apply -f greedy.yaml
kubectl wait --namespace pods --for=jsonpath='{.status.containerStatuses[0].lastState.terminated.exitCode}' pod/greedy --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '199b624c5c2e7fd1',
        },
        {
          type: 'step', id: 'workloads/pods/greedy-answer', part: 'answer',
          source: { file: 'content/docs/workloads/pods.mdx', line: 873 },
          title: { ko: '자꾸 죽는 Pod', en: 'The Pod that keeps dying' },
          lead: { ko: '제한을 128Mi로 올리고 다시 만듭니다.', en: 'Raise the limit to 128Mi, and make the Pod anew.' },
          on: 'master',
          script: `sed 's/memory: 32Mi/memory: 128Mi/' greedy.yaml | kubectl replace --force -f -
kubectl wait --namespace pods --for=condition=Ready pod/greedy --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'f8b08fad15ea7a35',
        },
        {
          type: 'step', id: 'workloads/pods/greedy-wrong-none', part: 'wrong',
          source: { file: 'content/docs/workloads/pods.mdx', line: 885 },
          title: { ko: '자꾸 죽는 Pod', en: 'The Pod that keeps dying' },
          lead: { ko: '조금만 올리면 여전히 죽습니다.', en: 'With a limit only a little higher it still dies.' },
          on: 'master',
          script: `sed '/resources:/,/memory: 32Mi/d' greedy.yaml | kubectl replace --force -f -
kubectl wait --namespace pods --for=condition=Ready pod/greedy --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9dc13d503b1c672d',
        },
        {
          type: 'step', id: 'workloads/pods/greedy-wrong-little', part: 'wrong',
          source: { file: 'content/docs/workloads/pods.mdx', line: 890 },
          title: { ko: '자꾸 죽는 Pod', en: 'The Pod that keeps dying' },
          on: 'master',
          script: `sed 's/memory: 32Mi/memory: 40Mi/' greedy.yaml | kubectl replace --force -f -
kubectl wait --namespace pods --for=jsonpath='{.status.containerStatuses[0].lastState.terminated.exitCode}' pod/greedy --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a44ed40499aa1603',
        },
        {
          type: 'step', id: 'workloads/pods/greedy-check', part: 'check',
          source: { file: 'content/docs/workloads/pods.mdx', line: 897 },
          title: { ko: '자꾸 죽는 Pod', en: 'The Pod that keeps dying' },
          lead: { ko: '검사는 Pod의 상태와 제한을 봅니다.', en: "The check looks at the Pod's state and its limit." },
          on: 'master',
          script: `if ! kubectl get pod greedy --namespace pods >/dev/null 2>&1; then
  echo no-pod
  exit 1
fi
ok=yes
ready=$(kubectl get pod greedy --namespace pods -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}')
test "$ready" = True || { echo not-ready; ok=no; }
limit=$(kubectl get pod greedy --namespace pods -o jsonpath='{.spec.containers[0].resources.limits.memory}')
case "$limit" in
  "") echo no-limit; ok=no ;;
  *Mi) test "\${limit%Mi}" -le 128 || { echo too-much; ok=no; } ;;
  *) echo too-much; ok=no ;;
esac
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e2420d62de591993',
        },
      ],
    },
  ],
})
