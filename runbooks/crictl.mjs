#!/usr/bin/env zx
// Generated from content/docs/foundations/crictl.mdx by `npm run extract`; edit the chapter, not this file.
// 노드에서 컨테이너 보기 / Containers seen from the node
// Run it with: npx zx runbooks/crictl.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'crictl',
  page: 'foundations/crictl',
  title: { ko: '노드에서 컨테이너 보기', en: 'Containers seen from the node' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { pause: '3.10.2', nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/foundations/crictl.mdx ──────────────────────────────────────────────────────

    // 어디에 묻는가 / Whom it asks
    {
      type: 'step', id: 'foundations/crictl/config',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 59 },
      title: { ko: '어디에 묻는가', en: 'Whom it asks' },
      lead: {
        ko: '이 파일이 없으면 알려진 소켓을 차례로 두드려 보느라 느리고 경고를 냅니다.',
        en: 'Without it, it tries the sockets it knows one after the other, which is slow and gives a warning.',
      },
      on: 'node1',
      script: 'cat /etc/crictl.yaml',
      expect: {
        match: 'exact',
        text: `runtime-endpoint: unix:///run/containerd/containerd.sock
image-endpoint: unix:///run/containerd/containerd.sock
timeout: 10`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '55ae3d1f6f5cfaa1',
    },
    {
      type: 'step', id: 'foundations/crictl/version',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 71 },
      title: { ko: '어디에 묻는가', en: 'Whom it asks' },
      lead: { ko: '누가 대답하는지 봅니다.', en: 'See who answers.' },
      on: 'node1',
      script: 'sudo crictl version',
      expect: {
        match: 'exact',
        text: `Version:  0.1.0
RuntimeName:  containerd
RuntimeVersion:  …2.3.7…
RuntimeApiVersion:  v1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8b710050ecceb336',
    },
    {
      type: 'step', id: 'foundations/crictl/no-sudo',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 84 },
      title: { ko: '어디에 묻는가', en: 'Whom it asks' },
      lead: { ko: '설정이 틀린 것이 아닙니다.', en: 'Nothing is wrong with the configuration.' },
      on: 'node1',
      script: 'crictl ps 2>&1',
      expect: { match: 'contains', text: 'permission denied' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '387f280dd33d5b76',
    },

    // 볼 것을 만들기 / Something to look at
    {
      type: 'step', id: 'foundations/crictl/namespace',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 96 },
      title: { ko: '볼 것을 만들기', en: 'Something to look at' },
      lead: { ko: 'kubectl은 master에서 씁니다.', en: 'kubectl runs on master.' },
      on: 'master',
      script: 'kubectl create namespace crictl --dry-run=client -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'namespace/crictl …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '43aa1579d893b7ca',
    },
    {
      type: 'file', id: 'foundations/crictl/file:web.yaml',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 104 },
      title: { ko: '볼 것을 만들기', en: 'Something to look at' },
      on: 'master',
      path: 'web.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: crictl
spec:
  nodeSelector:
    kubernetes.io/hostname: node1
  terminationGracePeriodSeconds: 5
  containers:
    - name: nginx
      image: nginx:1.26
    - name: clock
      image: busybox:1.37
      command: [sh, -c, 'echo "the clock starts"; trap "exit 0" TERM; while :; do sleep 1 & wait; done']`,
      hash: 'fb351abde89a68eb',
    },
    {
      type: 'step', id: 'foundations/crictl/web',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 124 },
      title: { ko: '볼 것을 만들기', en: 'Something to look at' },
      lead: {
        ko: '처음부터 보려고, 있으면 먼저 지웁니다.',
        en: 'To see it from the beginning, remove it first if it is there.',
      },
      on: 'master',
      script: `kubectl delete pod web --namespace crictl --ignore-not-found
kubectl apply -f web.yaml
kubectl wait --namespace crictl --for=condition=Ready pod/web --timeout=5m`,
      expect: {
        match: 'contains',
        text: `pod/web created
pod/web condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 480, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '230067c9d35d65ad',
    },

    // Pod와 컨테이너 / Pods and containers
    {
      type: 'step', id: 'foundations/crictl/pods',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 139 },
      title: { ko: 'Pod와 컨테이너', en: 'Pods and containers' },
      lead: {
        ko: '거르는 값은 정규식이라서 ^와 $로 묶어 둡니다.',
        en: 'Filters are regular expressions, hence the ^ and $.',
      },
      on: 'node1',
      script: "sudo crictl pods --namespace '^crictl$' --name '^web$' --state ready",
      expect: {
        match: 'exact',
        text: `POD ID…CREATED…STATE…NAME…NAMESPACE…ATTEMPT…RUNTIME
…Ready…web…crictl…0…(default)`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8b869978c981f464',
    },
    {
      type: 'step', id: 'foundations/crictl/ps',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 150 },
      title: { ko: 'Pod와 컨테이너', en: 'Pods and containers' },
      lead: { ko: 'ATTEMPT는 몇 번 다시 시작했는지입니다.', en: 'ATTEMPT says how often it was restarted.' },
      on: 'node1',
      script: "sudo crictl ps --namespace '^crictl$' --name '^(nginx|clock)$'",
      expect: {
        match: 'exact',
        text: `CONTAINER…IMAGE…CREATED…STATE…NAME…ATTEMPT…POD ID…POD…NAMESPACE
…Running…clock…0…web…crictl
…Running…nginx…0…web…crictl`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4e5a5e3470f7b336',
    },
    {
      type: 'step', id: 'foundations/crictl/labels',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 162 },
      title: { ko: 'Pod와 컨테이너', en: 'Pods and containers' },
      lead: {
        ko: 'kubelet이 라벨로 적어 둔 것을 crictl이 읽어 줄 뿐입니다.',
        en: 'The kubelet wrote them down as labels, and crictl reads those to you.',
      },
      on: 'node1',
      script: "sudo crictl inspect --output go-template --template '{{range $key, $value := .status.labels}}{{$key}}={{$value}}{{\"\\n\"}}{{end}}' \"$(sudo crictl ps --namespace '^crictl$' --name '^nginx$' --quiet)\"",
      expect: {
        match: 'contains',
        text: `io.kubernetes.container.name=nginx
io.kubernetes.pod.name=web
io.kubernetes.pod.namespace=crictl`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2116aa7fa0a7f7b8',
    },

    // 셋째 컨테이너 / The third container
    {
      type: 'step', id: 'foundations/crictl/three',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 176 },
      title: { ko: '셋째 컨테이너', en: 'The third container' },
      lead: {
        ko: 'CRI에서는 그것이 컨테이너가 아니라 Pod 자신이라서 crictl ps에는 나오지 않습니다.',
        en: 'For CRI it is no container but the Pod itself, and so crictl ps does not show it.',
      },
      on: 'node1',
      script: "sudo ctr --namespace k8s.io containers ls 'labels.\"io.kubernetes.pod.namespace\"==crictl,labels.\"io.kubernetes.pod.name\"==web' | awk 'NR > 1 {print $2}' | sort",
      expect: {
        match: 'exact',
        text: `docker.io/library/busybox:1.37
docker.io/library/nginx:1.26
registry.k8s.io/pause:3.10.2`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5e3ec421e0dfaa61',
    },

    // 로그 / Logs
    {
      type: 'step', id: 'foundations/crictl/logs',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 190 },
      title: { ko: '로그', en: 'Logs' },
      lead: {
        ko: '--follow, --tail, --timestamps, --previous도 있습니다.',
        en: 'There are --follow, --tail, --timestamps and --previous, too.',
      },
      on: 'node1',
      script: "sudo crictl logs \"$(sudo crictl ps --namespace '^crictl$' --name '^clock$' --quiet)\"",
      expect: { match: 'exact', text: 'the clock starts' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f7ea0d4826852ef2',
    },
    {
      type: 'step', id: 'foundations/crictl/log-file',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 200 },
      title: { ko: '로그', en: 'Logs' },
      lead: { ko: '런타임까지 죽었을 때 남는 것이 이 파일입니다.', en: 'When even the runtime is down, this file is left.' },
      on: 'node1',
      script: `file=$(sudo crictl inspect --output go-template --template '{{.status.logPath}}' "$(sudo crictl ps --namespace '^crictl$' --name '^clock$' --quiet)")
echo "$file"
sudo cat "$file"`,
      expect: {
        match: 'regex',
        text: String.raw`^/var/log/pods/crictl_web_[0-9a-f-]{36}/clock/0\.log
\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\S+ stdout F the clock starts$`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'eb9444d7850517fc',
    },

    // 안에서 실행하기 / Run something inside
    {
      type: 'step', id: 'foundations/crictl/exec',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 215 },
      title: { ko: '안에서 실행하기', en: 'Run something inside' },
      lead: { ko: '컨테이너의 호스트 이름은 Pod의 이름입니다.', en: "A container's host name is the name of its Pod." },
      on: 'node1',
      script: "sudo crictl exec \"$(sudo crictl ps --namespace '^crictl$' --name '^nginx$' --quiet)\" cat /etc/hostname",
      expect: { match: 'exact', text: 'web' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'aaa585bbdfc492f1',
    },

    // 얼마나 쓰는가 / How much it uses
    {
      type: 'step', id: 'foundations/crictl/stats',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 227 },
      title: { ko: '얼마나 쓰는가', en: 'How much it uses' },
      lead: {
        ko: 'kubectl top과 달리 metrics-server가 없어도 됩니다.',
        en: 'Unlike kubectl top, this needs no metrics-server.',
      },
      on: 'node1',
      script: 'sudo crictl stats --label io.kubernetes.pod.namespace=crictl',
      expect: {
        match: 'exact',
        text: `CONTAINER…NAME…CPU…MEM…DISK…INODES…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ee7eece2fcc43d20',
    },

    // 프로세스 / Processes
    {
      type: 'step', id: 'foundations/crictl/process',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 242 },
      title: { ko: '프로세스', en: 'Processes' },
      lead: { ko: 'nginx의 것을 찾고, 그 부모가 누구인지 봅니다.', en: 'Find that of nginx, and see who its parent is.' },
      on: 'node1',
      script: `id=$(sudo crictl ps --namespace '^crictl$' --name '^nginx$' --quiet)
pid=$(sudo crictl inspect --output go-template --template '{{.info.pid}}' "$id")
ps -o comm= -p "$pid"
ps -o comm= -p "$(ps -o ppid= -p "$pid" | tr -d ' ')"`,
      expect: {
        match: 'exact',
        text: `nginx
containerd-shim`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7e6692255b58fe8b',
    },

    // 네임스페이스 / Namespaces
    {
      type: 'step', id: 'foundations/crictl/kernel',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 260 },
      title: { ko: '네임스페이스', en: 'Namespaces' },
      lead: {
        ko: '두 컨테이너가 무엇을 함께 쓰고 무엇을 따로 쓰는지, 커널에게 묻습니다.',
        en: 'Ask the kernel what the two containers share and what they do not.',
      },
      on: 'node1',
      script: String.raw`for name in nginx clock; do
  id=$(sudo crictl ps --namespace '^crictl$' --name "^$name\$" --quiet)
  pid=$(sudo crictl inspect --output go-template --template '{{.info.pid}}' "$id")
  echo "$name $(sudo readlink "/proc/$pid/ns/net") $(sudo readlink "/proc/$pid/ns/mnt")"
done`,
      expect: {
        match: 'regex',
        text: String.raw`^nginx (net:\[\d+\]) (mnt:\[\d+\])
clock \1 (?!\2)mnt:\[\d+\]$`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6e532473005fe428',
    },

    // 주소 / The address
    {
      type: 'step', id: 'foundations/crictl/address',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 279 },
      title: { ko: '주소', en: 'The address' },
      lead: { ko: '노드에서 바로 불러 봅니다.', en: 'Call it from the node.' },
      on: 'node1',
      script: `pod=$(sudo crictl pods --namespace '^crictl$' --name '^web$' --state ready --quiet)
ip=$(sudo crictl inspectp --output go-template --template '{{.status.network.ip}}' "$pod")
curl -fsS --max-time 10 "http://$ip/" | grep '<title>'`,
      expect: { match: 'exact', text: '<title>Welcome to nginx!</title>' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '05535cbf8ceeaa2a',
    },

    // 죽이면 다시 살아납니다 / Stop it, and it comes back
    {
      type: 'step', id: 'foundations/crictl/stop',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 293 },
      title: { ko: '죽이면 다시 살아납니다', en: 'Stop it, and it comes back' },
      lead: { ko: '누가 주인인지 알 수 있습니다.', en: 'Stop a container, to see who owns it.' },
      on: 'node1',
      script: "sudo crictl stop \"$(sudo crictl ps --namespace '^crictl$' --name '^clock$' --quiet)\" >/dev/null",
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7a89844ab2ee3672',
    },
    {
      type: 'step', id: 'foundations/crictl/again',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 299 },
      title: { ko: '죽이면 다시 살아납니다', en: 'Stop it, and it comes back' },
      lead: {
        ko: '마지막으로 끝난 것 하나가 Exited로 남아, 그 로그를 볼 수 있습니다.',
        en: 'The last one that ended stays as Exited, so that its log can be read.',
      },
      on: 'node1',
      script: "sudo crictl ps --all --namespace '^crictl$' --name '^clock$'",
      expect: {
        match: 'exact',
        text: `CONTAINER…IMAGE…CREATED…STATE…NAME…ATTEMPT…
…Running…clock…1…
…Exited…clock…0…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 90, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '86db844280e118fa',
    },

    // 칸을 보기 / The compartments
    {
      type: 'step', id: 'foundations/crictl/compartments',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 317 },
      title: { ko: '칸을 보기', en: 'The compartments' },
      lead: { ko: 'containerd에 어떤 칸이 있는지 봅니다.', en: 'See which compartments containerd has.' },
      on: 'node1',
      script: 'sudo ctr namespaces ls --quiet',
      expect: {
        match: 'exact',
        text: `default
k8s.io`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '340aa0f7d0a8ab77',
    },
    {
      type: 'step', id: 'foundations/crictl/images',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 328 },
      title: { ko: '칸을 보기', en: 'The compartments' },
      lead: {
        ko: 'kubelet의 이미지는 k8s.io에 있고 crictl이 보여 줍니다.',
        en: "The kubelet's images are in k8s.io, and crictl shows them.",
      },
      on: 'node1',
      script: 'sudo crictl images',
      expect: {
        match: 'exact',
        text: `IMAGE…TAG…IMAGE ID…SIZE
…
docker.io/library/nginx…1.26…
…
registry.k8s.io/kube-proxy…v1.36.3…
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f4bfd9cda4e11ad8',
    },

    // 이미지를 손으로 만들기 / Make an image by hand
    {
      type: 'step', id: 'foundations/crictl/short-name',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 347 },
      title: { ko: '이미지를 손으로 만들기', en: 'Make an image by hand' },
      lead: {
        ko: 'docker pull처럼 적으면 콜론 앞을 서버의 이름으로 읽습니다.',
        en: 'Written as for docker pull, what stands before the colon is read as a server.',
      },
      on: 'node1',
      script: 'sudo ctr images pull busybox:1.37 2>&1',
      expect: { match: 'contains', text: 'invalid port ":1.37" after host' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9d3bcfe7700778f4',
    },
    {
      type: 'step', id: 'foundations/crictl/layer',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 357 },
      title: { ko: '이미지를 손으로 만들기', en: 'Make an image by hand' },
      lead: { ko: '이것이 레이어입니다.', en: 'That is the layer.' },
      on: 'node1',
      script: `sudo ctr images pull docker.io/library/busybox:1.37 >/dev/null
mkdir -p base
sudo ctr images mount docker.io/library/busybox:1.37 "$PWD/base" >/dev/null
sudo tar -C base -cf layer.tar .
sudo ctr images unmount --rm "$PWD/base" >/dev/null`,
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '107d21925b4970dc',
    },
    {
      type: 'step', id: 'foundations/crictl/image',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 367 },
      title: { ko: '이미지를 손으로 만들기', en: 'Make an image by hand' },
      lead: { ko: 'docker save가 만드는 것과 같은 모양입니다.', en: 'It has the form of what docker save makes.' },
      on: 'node1',
      script: `cat > config.json <<EOF
{"architecture":"amd64","os":"linux","config":{"Env":["MADE=by-hand"]},"rootfs":{"type":"layers","diff_ids":["sha256:$(sha256sum layer.tar | cut -d ' ' -f 1)"]}}
EOF
echo '[{"Config":"config.json","RepoTags":["example.test/tools:1"],"Layers":["layer.tar"]}]' > manifest.json
tar -cf tools.tar config.json manifest.json layer.tar
tar -tf tools.tar`,
      expect: {
        match: 'exact',
        text: `config.json
manifest.json
layer.tar`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '520af07194443382',
    },

    // 불러왔는데 없다고 합니다 / Loaded, and not there
    {
      type: 'step', id: 'foundations/crictl/import-default',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 386 },
      title: { ko: '불러왔는데 없다고 합니다', en: 'Loaded, and not there' },
      lead: { ko: '칸을 말하지 않았으므로 default로 갑니다.', en: 'You named no compartment, so it goes into default.' },
      on: 'node1',
      script: `sudo ctr images import tools.tar >/dev/null
sudo ctr images ls --quiet`,
      expect: {
        match: 'exact',
        text: `docker.io/library/busybox:1.37
example.test/tools:1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '57e792d26d0a8730',
    },
    {
      type: 'step', id: 'foundations/crictl/not-seen',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 398 },
      title: { ko: '불러왔는데 없다고 합니다', en: 'Loaded, and not there' },
      lead: { ko: '그런데 kubelet의 문에서는 보이지 않습니다.', en: "But it is not seen through the kubelet's door." },
      on: 'node1',
      script: 'sudo crictl inspecti example.test/tools:1 2>&1',
      expect: { match: 'contains', text: "no such image \\\"example.test/tools:1\\\" present" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c9c013fb2ede2bf8',
    },
    {
      type: 'file', id: 'foundations/crictl/file:tools.yaml',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 408 },
      title: { ko: '불러왔는데 없다고 합니다', en: 'Loaded, and not there' },
      lead: {
        ko: 'imagePullPolicy: Never는 받아 오지 말고 있는 것만 쓰라는 뜻입니다.',
        en: 'imagePullPolicy: Never says not to pull, but to use what is there.',
      },
      on: 'master',
      path: 'tools.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: tools
  namespace: crictl
spec:
  nodeSelector:
    kubernetes.io/hostname: node1
  terminationGracePeriodSeconds: 0
  containers:
    - name: tools
      image: example.test/tools:1
      imagePullPolicy: Never
      command: [sleep, "3600"]`,
      hash: '6745415fac92618f',
    },
    {
      type: 'step', id: 'foundations/crictl/never',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 427 },
      title: { ko: '불러왔는데 없다고 합니다', en: 'Loaded, and not there' },
      lead: { ko: '적용하고 무엇을 기다리는지 봅니다.', en: 'Apply it, and see what it waits for.' },
      on: 'master',
      script: `kubectl delete pod tools --namespace crictl --ignore-not-found
kubectl apply -f tools.yaml`,
      expect: { match: 'contains', text: 'pod/tools created' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ea91948d76ef5d7f',
    },
    {
      type: 'step', id: 'foundations/crictl/never-look',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 436 },
      title: { ko: '불러왔는데 없다고 합니다', en: 'Loaded, and not there' },
      on: 'master',
      script: "kubectl get pod tools --namespace crictl -o jsonpath='{.status.containerStatuses[0].state.waiting.reason}{\"\\n\"}'",
      expect: { match: 'exact', text: 'ErrImageNeverPull' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5135b3789853d9f6',
    },

    // kubelet의 칸에 불러오기 / Import it for the kubelet
    {
      type: 'step', id: 'foundations/crictl/import',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 450 },
      title: { ko: 'kubelet의 칸에 불러오기', en: 'Import it for the kubelet' },
      lead: {
        ko: '칸에서 칸으로 바로 옮기는 명령은 없습니다.',
        en: 'There is no command that moves an image between compartments.',
      },
      on: 'node1',
      script: `sudo ctr --namespace k8s.io images import tools.tar >/dev/null
sudo crictl images | grep -F example.test`,
      expect: { match: 'exact', text: 'example.test/tools…1…' },
      exit: 0, order: 'parallel', timeoutSeconds: 300, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0c5f3859a15164e3',
    },
    {
      type: 'step', id: 'foundations/crictl/tools-ready',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 461 },
      title: { ko: 'kubelet의 칸에 불러오기', en: 'Import it for the kubelet' },
      lead: { ko: 'Pod는 손대지 않았습니다.', en: 'The Pod was not touched.' },
      on: 'master',
      script: 'kubectl wait --namespace crictl --for=condition=Ready pod/tools --timeout=5m',
      expect: { match: 'exact', text: 'pod/tools condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '8588964fd4c4bd53',
    },

    // 지우기 / Remove it
    {
      type: 'step', id: 'foundations/crictl/rmi',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 473 },
      title: { ko: '지우기', en: 'Remove it' },
      lead: { ko: 'default의 것은 그대로입니다.', en: 'What is in default stays.' },
      on: 'node1',
      script: `sudo crictl rmi example.test/tools:1 2>&1
sudo ctr images ls --quiet`,
      expect: {
        match: 'exact',
        text: `Deleted: example.test/tools:1
docker.io/library/busybox:1.37
example.test/tools:1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2d79e3422ed5dd2e',
    },

    // kubelet은 자기가 받은 이름을 기억합니다 / The kubelet remembers the names it pulled
    {
      type: 'step', id: 'foundations/crictl/renamed',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 490 },
      title: { ko: 'kubelet은 자기가 받은 이름을 기억합니다', en: 'The kubelet remembers the names it pulled' },
      lead: {
        ko: 'Pod web이 쓰는 busybox:1.37에 붙여 봅니다.',
        en: 'Try it with busybox:1.37, which the Pod web uses.',
      },
      on: 'node1',
      script: `sudo ctr --namespace k8s.io images tag --force docker.io/library/busybox:1.37 example.test/renamed:1 >/dev/null
sudo crictl images | grep -F example.test`,
      expect: { match: 'exact', text: 'example.test/renamed…1…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b7006055fbef1daa',
    },
    {
      type: 'step', id: 'foundations/crictl/renamed-pod',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 501 },
      title: { ko: 'kubelet은 자기가 받은 이름을 기억합니다', en: 'The kubelet remembers the names it pulled' },
      lead: { ko: '그 이름으로 Pod를 만듭니다.', en: 'Make a Pod with that name.' },
      on: 'master',
      script: `kubectl delete pod renamed --namespace crictl --ignore-not-found
kubectl run renamed --namespace crictl --image example.test/renamed:1 --image-pull-policy Never --overrides '{"spec":{"nodeSelector":{"kubernetes.io/hostname":"node1"},"terminationGracePeriodSeconds":0}}' -- sleep 3600`,
      expect: { match: 'contains', text: 'pod/renamed created' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f7ff6c7d855eff68',
    },
    {
      type: 'step', id: 'foundations/crictl/renamed-look',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 512 },
      title: { ko: 'kubelet은 자기가 받은 이름을 기억합니다', en: 'The kubelet remembers the names it pulled' },
      lead: { ko: '기다려도 그대로입니다.', en: 'It is not found all the same, and waiting does not help.' },
      on: 'master',
      script: "kubectl get pod renamed --namespace crictl -o jsonpath='{.status.containerStatuses[0].state.waiting.reason}{\"\\n\"}'",
      expect: { match: 'exact', text: 'ErrImageNeverPull' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'fb7021e3a1142e32',
    },
    {
      type: 'step', id: 'foundations/crictl/remembers',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 522 },
      title: { ko: 'kubelet은 자기가 받은 이름을 기억합니다', en: 'The kubelet remembers the names it pulled' },
      lead: { ko: '적어 둔 것을 봅니다.', en: 'See what it wrote down.' },
      on: 'node1',
      script: "sudo grep -rhoE '\"credentialMapping\":.*' /var/lib/kubelet/image_manager/pulled",
      expect: { match: 'contains', text: '"busybox":{"nodePodsAccessible":true}' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '78b8cbbc780179b1',
    },
    {
      type: 'step', id: 'foundations/crictl/renamed-gone',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 534 },
      title: { ko: 'kubelet은 자기가 받은 이름을 기억합니다', en: 'The kubelet remembers the names it pulled' },
      lead: { ko: 'ctr은 말한 이름만 지웁니다.', en: 'ctr removes the one that you name.' },
      on: 'node1',
      script: `sudo ctr --namespace k8s.io images rm example.test/renamed:1 >/dev/null
sudo crictl images | grep -E 'busybox|example'`,
      expect: { match: 'exact', text: 'docker.io/library/busybox…1.37…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f808edad215ea16f',
    },

    // 서로 안 보이는 컨테이너 / Containers that do not see each other
    {
      type: 'step', id: 'foundations/crictl/lonely',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 547 },
      title: { ko: '서로 안 보이는 컨테이너', en: 'Containers that do not see each other' },
      lead: { ko: 'ctr로 컨테이너를 하나 돌립니다.', en: 'Run a container with ctr.' },
      on: 'node1',
      script: `sudo ctr run --detach docker.io/library/busybox:1.37 lonely sleep 600
sudo ctr tasks ls`,
      expect: {
        match: 'exact',
        text: `TASK…PID…STATUS
lonely…RUNNING`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5b30147b0985a382',
    },
    {
      type: 'step', id: 'foundations/crictl/lonely-unseen',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 559 },
      title: { ko: '서로 안 보이는 컨테이너', en: 'Containers that do not see each other' },
      lead: {
        ko: '그래서 kubectl에도 보이지 않고, 스케줄러도 이것이 쓰는 메모리를 모릅니다.',
        en: 'So kubectl does not either, and the scheduler knows nothing of the memory it uses.',
      },
      on: 'node1',
      script: 'sudo crictl ps --all --output json | grep -c lonely || true',
      expect: { match: 'exact', text: '0' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2c4487546359ddd6',
    },
    {
      type: 'step', id: 'foundations/crictl/lonely-gone',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 569 },
      title: { ko: '서로 안 보이는 컨테이너', en: 'Containers that do not see each other' },
      lead: {
        ko: '프로세스(task)를 끝내고 컨테이너를 지웁니다.',
        en: 'Clear it away: end the task, which is the process, and remove the container.',
      },
      on: 'node1',
      script: `sudo ctr tasks rm --force lonely
sudo ctr containers rm lonely
sudo ctr containers ls --quiet | wc -l`,
      expect: { match: 'exact', text: '0' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6b7848bb8480c10d',
    },

    // API 서버가 없을 때 / Without an API server
    {
      type: 'step', id: 'foundations/crictl/api-server',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 598 },
      title: { ko: 'API 서버가 없을 때', en: 'Without an API server' },
      lead: { ko: '--all을 붙여야 죽은 것도 보입니다.', en: 'Only with --all do you see the dead.' },
      on: 'master',
      script: `sudo crictl ps --all --name '^kube-apiserver$' --latest
sudo crictl logs --tail 1 "$(sudo crictl ps --all --name '^kube-apiserver$' --latest --quiet)" 2>&1 | wc -l`,
      expect: {
        match: 'exact',
        text: `CONTAINER…IMAGE…CREATED…STATE…NAME…ATTEMPT…
…Running…kube-apiserver…kube-system
1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ee3a343033fd957e',
    },

    // 확인 / Check
    {
      type: 'step', id: 'foundations/crictl/verify',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 613 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: 'node1에서 Pod web의 두 컨테이너가 돌고, 손으로 만든 컨테이너가 남아 있지 않은지 봅니다.',
        en: 'See on node1 that both containers of the Pod web run, and that no container made by hand is left.',
      },
      on: 'node1',
      script: `sudo crictl ps --namespace '^crictl$' --name '^(nginx|clock)$' --state running --quiet | wc -l
sudo ctr containers ls --quiet | wc -l`,
      expect: {
        match: 'exact',
        text: `2
0`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: 'f7fd3dc6c235aa1f',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'foundations/crictl/clear',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 627 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: {
        ko: '네임스페이스를 지우고, 노드에 만든 이미지와 파일을 지웁니다.',
        en: 'Remove the namespace, and the images and files that you made on the node.',
      },
      on: 'master',
      script: `kubectl delete namespace crictl --ignore-not-found
rm -f web.yaml tools.yaml quiz.yaml owner.yaml`,
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: 'c3e14de346f14591',
    },
    {
      type: 'step', id: 'foundations/crictl/clear-node',
      source: { file: 'content/docs/foundations/crictl.mdx', line: 632 },
      title: { ko: '치우기', en: 'Clean up' },
      on: 'node1',
      script: `sudo ctr --namespace k8s.io images rm example.test/renamed:1 >/dev/null 2>&1 || true
for name in example.test/tools:1 example.test/quiz:1; do
  sudo crictl rmi "$name" >/dev/null 2>&1 || true
  sudo ctr images rm "$name" >/dev/null 2>&1 || true
done
sudo ctr images rm docker.io/library/busybox:1.37 >/dev/null 2>&1 || true
sudo rm -f tools.tar quiz.tar layer.tar config.json manifest.json owner.txt
rmdir base quiz 2>/dev/null || true`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '2349639dbe43b189',
    },
  ],
  exercises: [

    // 있는데 없다는 이미지 / The image that is there and is not
    {
      id: 'import',
      title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
      messages: {
        'no-pod': {
          ko: '네임스페이스 crictl에 Pod quiz가 없습니다.',
          en: 'There is no Pod quiz in the namespace crictl.',
        },
        changed: {
          ko: 'Pod quiz의 이미지나 imagePullPolicy가 바뀌었습니다.',
          en: 'The image or the imagePullPolicy of the Pod quiz has been changed.',
        },
        'not-ready': {
          ko: 'Pod quiz가 준비되지 않았습니다. node1의 kubelet에게 example.test/quiz:1이 보이지 않습니다.',
          en: 'The Pod quiz is not ready. The kubelet of node1 does not see example.test/quiz:1.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'foundations/crictl/import-setup-image', part: 'setup',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 665 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          lead: {
            ko: 'Pod의 정의를 바꾸지 말고, Pod가 준비되게 하십시오.',
            en: 'Without changing the definition of the Pod, make it ready.',
          },
          on: 'node1',
          script: `sudo ctr images pull docker.io/library/busybox:1.37 >/dev/null
mkdir -p quiz
sudo ctr images mount docker.io/library/busybox:1.37 "$PWD/quiz" >/dev/null
sudo tar -C quiz -cf layer.tar .
sudo ctr images unmount --rm "$PWD/quiz" >/dev/null
cat > config.json <<EOF
{"architecture":"amd64","os":"linux","config":{"Env":["MADE=for-the-quiz"]},"rootfs":{"type":"layers","diff_ids":["sha256:$(sha256sum layer.tar | cut -d ' ' -f 1)"]}}
EOF
echo '[{"Config":"config.json","RepoTags":["example.test/quiz:1"],"Layers":["layer.tar"]}]' > manifest.json
tar -cf quiz.tar config.json manifest.json layer.tar
sudo ctr images rm example.test/quiz:1 >/dev/null 2>&1 || true
sudo crictl rmi example.test/quiz:1 >/dev/null 2>&1 || true`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '9f3a41c4e6f4644b',
        },
        {
          type: 'file', id: 'foundations/crictl/import/setup/file:quiz.yaml', part: 'setup',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 680 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          on: 'master',
          path: 'quiz.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: quiz
  namespace: crictl
spec:
  nodeSelector:
    kubernetes.io/hostname: node1
  terminationGracePeriodSeconds: 0
  containers:
    - name: quiz
      image: example.test/quiz:1
      imagePullPolicy: Never
      command: [sleep, "3600"]`,
          hash: 'a31c2327ec80ab45',
        },
        {
          type: 'step', id: 'foundations/crictl/import-setup', part: 'setup',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 697 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          on: 'master',
          script: `kubectl create namespace crictl --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pod quiz --namespace crictl --ignore-not-found
kubectl apply -f quiz.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '0329a70470927482',
        },
        {
          type: 'step', id: 'foundations/crictl/import-answer', part: 'answer',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 708 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          lead: { ko: 'kubelet은 다시 볼 때 찾습니다.', en: 'The kubelet finds it when it looks again.' },
          on: 'node1',
          script: 'sudo ctr --namespace k8s.io images import quiz.tar >/dev/null',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '08bb0db90310a3db',
        },
        {
          type: 'step', id: 'foundations/crictl/import-answer-wait', part: 'answer',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 712 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          on: 'master',
          script: 'kubectl wait --namespace crictl --for=condition=Ready pod/quiz --timeout=5m',
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '21dadce6124b991a',
        },
        {
          type: 'step', id: 'foundations/crictl/import-wrong-default', part: 'wrong',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 723 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          lead: {
            ko: '칸을 말하지 않으면 default로 갑니다.',
            en: 'If you name no compartment, it goes into default.',
          },
          on: 'node1',
          script: 'sudo ctr images import quiz.tar >/dev/null',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'c7e7c9e05d9b7e59',
        },
        {
          type: 'step', id: 'foundations/crictl/import-wrong-image', part: 'wrong',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 729 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          lead: {
            ko: '이미지를 바꾸면 Pod는 뜨지만, 시킨 일이 아닙니다.',
            en: 'With another image the Pod starts, but that was not the task.',
          },
          on: 'master',
          script: `kubectl set image pod/quiz --namespace crictl quiz=busybox:1.37
kubectl wait --namespace crictl --for=condition=Ready pod/quiz --timeout=5m || true`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '6d6d24436a0a222f',
        },
        {
          type: 'step', id: 'foundations/crictl/import-check', part: 'check',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 736 },
          title: { ko: '있는데 없다는 이미지', en: 'The image that is there and is not' },
          lead: {
            ko: 'Pod가 준비되었는지, 정의가 그대로인지 봅니다.',
            en: 'The check looks whether the Pod is ready and its definition unchanged.',
          },
          on: 'master',
          script: `if ! kubectl get pod quiz --namespace crictl >/dev/null 2>&1; then
  echo no-pod
  exit 1
fi
ok=yes
spec=$(kubectl get pod quiz --namespace crictl -o jsonpath='{.spec.containers[0].image} {.spec.containers[0].imagePullPolicy}')
test "$spec" = 'example.test/quiz:1 Never' || { echo changed; ok=no; }
ready=$(kubectl get pod quiz --namespace crictl -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}')
test "$ready" = True || { echo not-ready; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a767b39634a2415f',
        },
      ],
    },

    // 이 프로세스는 누구의 것인가 / Whose process is this?
    {
      id: 'owner',
      title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
      messages: {
        missing: {
          ko: 'node1의 작업 디렉터리에 owner.txt가 없거나 비어 있습니다.',
          en: 'There is no owner.txt in the working directory on node1, or it is empty.',
        },
        'wrong-pod': {
          ko: 'owner.txt에 적힌 Pod가 그 프로세스의 주인이 아닙니다.',
          en: 'The Pod in owner.txt does not own that process.',
        },
        'wrong-container': {
          ko: 'Pod는 맞지만 컨테이너의 이름이 다릅니다.',
          en: 'The Pod is right, the name of the container is not.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'file', id: 'foundations/crictl/owner/setup/file:owner.yaml', part: 'setup',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 755 },
          title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
          lead: { ko: 'kubectl은 쓰지 마십시오.', en: 'Do not use kubectl.' },
          on: 'master',
          path: 'owner.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: day
  namespace: crictl
spec:
  nodeSelector:
    kubernetes.io/hostname: node1
  terminationGracePeriodSeconds: 0
  containers:
    - name: first
      image: busybox:1.37
      command: [sleep, "86400"]
    - name: second
      image: busybox:1.37
      command: [sleep, "86399"]
---
apiVersion: v1
kind: Pod
metadata:
  name: night
  namespace: crictl
spec:
  nodeSelector:
    kubernetes.io/hostname: node1
  terminationGracePeriodSeconds: 0
  containers:
    - name: first
      image: busybox:1.37
      command: [sleep, "86398"]
    - name: second
      image: busybox:1.37
      command: [sleep, "86397"]`,
          hash: 'bb13e34446a69b73',
        },
        {
          type: 'step', id: 'foundations/crictl/owner-setup', part: 'setup',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 791 },
          title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
          on: 'master',
          script: `kubectl create namespace crictl --dry-run=client -o yaml | kubectl apply -f -
kubectl apply -f owner.yaml
kubectl wait --namespace crictl --for=condition=Ready pod/day pod/night --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '6298da9e62f86a6e',
        },
        {
          type: 'step', id: 'foundations/crictl/owner-setup-file', part: 'setup',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 797 },
          title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
          on: 'node1',
          script: 'rm -f owner.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'e19ace2063fe7fd8',
        },
        {
          type: 'step', id: 'foundations/crictl/owner-answer', part: 'answer',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 806 },
          title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
          lead: { ko: '그 ID로 라벨을 읽습니다.', en: 'Read the labels of that ID.' },
          on: 'node1',
          script: `pid=$(pgrep -f '^sleep 86397$')
id=$(grep -oE '[0-9a-f]{64}' "/proc/$pid/cgroup" | tail -n 1)
sudo crictl inspect --output go-template --template '{{index .status.labels "io.kubernetes.pod.namespace"}}/{{index .status.labels "io.kubernetes.pod.name"}}/{{index .status.labels "io.kubernetes.container.name"}}' "$id" > owner.txt
cat owner.txt`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9b4f06ccd62c59c0',
        },
        {
          type: 'step', id: 'foundations/crictl/owner-wrong-pod', part: 'wrong',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 820 },
          title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
          lead: {
            ko: '프로세스를 따라가지 않고 이름만 보면 다른 Pod를 적게 됩니다.',
            en: 'Go by the name instead of the process, and it is another Pod.',
          },
          on: 'node1',
          script: 'echo crictl/day/second > owner.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '79832c2d4f4d477b',
        },
        {
          type: 'step', id: 'foundations/crictl/owner-wrong-container', part: 'wrong',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 826 },
          title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
          lead: { ko: 'Pod만 맞히고 컨테이너를 어림하면 반만 맞습니다.', en: 'Guess the container, and you are half right.' },
          on: 'node1',
          script: 'echo crictl/night/first > owner.txt',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'c9225f72d5e57632',
        },
        {
          type: 'step', id: 'foundations/crictl/owner-check', part: 'check',
          source: { file: 'content/docs/foundations/crictl.mdx', line: 832 },
          title: { ko: '이 프로세스는 누구의 것인가', en: 'Whose process is this?' },
          lead: { ko: '적힌 것을 봅니다.', en: 'The check reads what you wrote.' },
          on: 'node1',
          script: `if ! test -s owner.txt; then
  echo missing
  exit 1
fi
pod=$(cut -d / -f 1,2 owner.txt)
container=$(cut -d / -f 3 owner.txt)
if test "$pod" != crictl/night; then
  echo wrong-pod
  exit 1
fi
test "$container" = second || { echo wrong-container; exit 1; }`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'acc0a0991c57df19',
        },
      ],
    },
  ],
})
