#!/usr/bin/env zx
// Generated from content/docs/services/services.mdx by `npm run extract`; edit the chapter, not this file.
// Service / Services
// Run it with: npx zx runbooks/services.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'services',
  page: 'services/services',
  title: { ko: 'Service', en: 'Services' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [
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
  versions: { nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/services/services.mdx ───────────────────────────────────────────────────────

    // 준비 / Before you begin
    {
      type: 'step', id: 'services/services/namespace',
      source: { file: 'content/docs/services/services.mdx', line: 65 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: { ko: '네임스페이스를 만듭니다.', en: 'Make a namespace.' },
      on: 'master',
      script: 'kubectl create namespace services --dry-run=client -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'namespace/services …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '72effa60576cc412',
    },
    {
      type: 'file', id: 'services/services/file:web.yaml',
      source: { file: 'content/docs/services/services.mdx', line: 75 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: {
        ko: '/tmp/closed라는 파일이 생기면 이 검사가 실패하고, Pod는 준비되지 않은 것이 됩니다.',
        en: 'When there is a file /tmp/closed, it fails, and the Pod is not ready.',
      },
      on: 'master',
      path: 'web.yaml', subst: [],
      text: String.raw`apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  namespace: services
data:
  web.conf: |
    server {
      listen 8080;
      default_type text/plain;
      location / { return 200 "$hostname served $remote_addr\n"; }
    }
    server {
      listen 9090;
      default_type text/plain;
      location / { return 200 "office of $hostname\n"; }
    }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: services
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: nginx
          image: nginx:1.26
          ports:
            - name: guests
              containerPort: 8080
            - name: office
              containerPort: 9090
          readinessProbe:
            exec:
              command: [test, '!', -e, /tmp/closed]
            periodSeconds: 3
            timeoutSeconds: 10
            failureThreshold: 1
          volumeMounts:
            - name: config
              mountPath: /etc/nginx/conf.d
      volumes:
        - name: config
          configMap:
            name: web`,
      hash: '9042aba451ce8080',
    },
    {
      type: 'file', id: 'services/services/file:client.yaml',
      source: { file: 'content/docs/services/services.mdx', line: 135 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: { ko: '그리고 안에서 물어볼 손님 하나입니다.', en: 'And one guest who asks from inside.' },
      on: 'master',
      path: 'client.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: client
  namespace: services
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: client
      image: busybox:1.37
      command: [sleep, infinity]`,
      hash: '794e47d3c78b046c',
    },
    {
      type: 'step', id: 'services/services/start',
      source: { file: 'content/docs/services/services.mdx', line: 151 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: { ko: '띄우고 기다립니다.', en: 'Start them and wait.' },
      on: 'master',
      script: `kubectl apply -f web.yaml -f client.yaml >/dev/null
kubectl rollout status deployment/web --namespace services --timeout=5m
kubectl wait --namespace services --for=condition=Ready pod/client --timeout=3m`,
      expect: {
        match: 'contains',
        text: `deployment "web" successfully rolled out
pod/client condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7d1e79b583fa6b49',
    },

    // Service 만들기 / Make the Service
    {
      type: 'file', id: 'services/services/file:service.yaml',
      source: { file: 'content/docs/services/services.mdx', line: 168 },
      title: { ko: 'Service 만들기', en: 'Make the Service' },
      lead: {
        ko: '그러면 Pod마다 번호가 달라도 되고, 번호를 바꾸어도 Service는 그대로입니다.',
        en: 'Then the number may differ from Pod to Pod, and may change without touching the Service.',
      },
      on: 'master',
      path: 'service.yaml', subst: [],
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: services
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: guests
    - name: admin
      port: 9000
      targetPort: office`,
      hash: '4e3fc4c33902b9aa',
    },
    {
      type: 'step', id: 'services/services/service',
      source: { file: 'content/docs/services/services.mdx', line: 188 },
      title: { ko: 'Service 만들기', en: 'Make the Service' },
      lead: {
        ko: 'type을 적지 않았으니 ClusterIP이고, 주소는 Service의 범위(10.96.0.0/12)에서 받았습니다.',
        en: 'Without a type it is a ClusterIP, and got an address from the range of Services (10.96.0.0/12).',
      },
      on: 'master',
      script: `kubectl apply -f service.yaml
kubectl get service web --namespace services`,
      expect: {
        match: 'exact',
        text: `service/web …
NAME…TYPE…CLUSTER-IP…EXTERNAL-IP…PORT(S)…AGE
web…ClusterIP…<none>…80/TCP,9000/TCP…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6a172c543230e39a',
    },

    // 엔드포인트 / Endpoints
    {
      type: 'step', id: 'services/services/endpoints',
      source: { file: 'content/docs/services/services.mdx', line: 203 },
      title: { ko: '엔드포인트', en: 'Endpoints' },
      lead: {
        ko: '셀렉터에 맞는 Pod 셋의 주소가 모였는지 봅니다.',
        en: 'See that the addresses of the three Pods that match the selector have been gathered.',
      },
      on: 'master',
      script: "kubectl get endpointslices --namespace services --selector kubernetes.io/service-name=web -o jsonpath='{range .items[0].endpoints[*]}{.addresses[0]} ready={.conditions.ready}{\"\\n\"}{end}'",
      expect: {
        match: 'exact',
        text: `10.244.… ready=true
10.244.… ready=true
10.244.… ready=true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '66f311e31ea3ba70',
    },

    // 세어 보기 / Count
    {
      type: 'step', id: 'services/services/count',
      source: { file: 'content/docs/services/services.mdx', line: 219 },
      title: { ko: '세어 보기', en: 'Count' },
      lead: {
        ko: '연결마다 하나를 무작위로 고르기 때문입니다.',
        en: 'The numbers are not even: each connection picks one at random.',
      },
      on: 'master',
      script: "kubectl exec --namespace services client -- sh -c 'for i in $(seq 30); do wget -qO- http://web/; done' | awk '{print $1}' | sort | uniq -c",
      expect: {
        match: 'exact',
        text: `…web-…
…web-…
…web-…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4882c832617c32d4',
    },
    {
      type: 'step', id: 'services/services/admin-port',
      source: { file: 'content/docs/services/services.mdx', line: 231 },
      title: { ko: '세어 보기', en: 'Count' },
      lead: { ko: '두 번째 포트도 물어봅니다.', en: 'Ask the second port too.' },
      on: 'master',
      script: 'kubectl exec --namespace services client -- wget -qO- http://web:9000/',
      expect: { match: 'exact', text: 'office of web-…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7d979ac0f689e234',
    },

    // 이름 / The name
    {
      type: 'step', id: 'services/services/dns',
      source: { file: 'content/docs/services/services.mdx', line: 243 },
      title: { ko: '이름', en: 'The name' },
      lead: {
        ko: '온전한 이름은 서비스.네임스페이스.svc.cluster.local입니다.',
        en: 'The full name is SERVICE.NAMESPACE.svc.cluster.local.',
      },
      on: 'master',
      script: 'kubectl exec --namespace services client -- nslookup web.services.svc.cluster.local',
      expect: {
        match: 'contains',
        text: `Name:…web.services.svc.cluster.local
Address: 10.…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6311dc3c84e89ec8',
    },
    {
      type: 'step', id: 'services/services/resolv',
      source: { file: 'content/docs/services/services.mdx', line: 254 },
      title: { ko: '이름', en: 'The name' },
      lead: { ko: '다른 네임스페이스에서는 web.services라고 부릅니다.', en: 'From another namespace say web.services.' },
      on: 'master',
      script: "kubectl exec --namespace services client -- grep -E '^(search|nameserver)' /etc/resolv.conf",
      expect: {
        match: 'contains',
        text: 'search services.svc.cluster.local svc.cluster.local cluster.local',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3bd77b035af4514c',
    },

    // 준비되지 않은 Pod / A Pod that is not ready
    {
      type: 'step', id: 'services/services/close',
      source: { file: 'content/docs/services/services.mdx', line: 266 },
      title: { ko: '준비되지 않은 Pod', en: 'A Pod that is not ready' },
      lead: { ko: 'Pod는 죽지 않습니다.', en: 'The Pod does not die.' },
      on: 'master',
      script: `POD=$(kubectl get pods --namespace services --selector app=web -o jsonpath='{.items[0].metadata.name}')
kubectl exec --namespace services "$POD" -- touch /tmp/closed`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'af6636a00509d3bb',
    },
    {
      type: 'step', id: 'services/services/one-unready',
      source: { file: 'content/docs/services/services.mdx', line: 273 },
      title: { ko: '준비되지 않은 Pod', en: 'A Pod that is not ready' },
      lead: {
        ko: '프로브가 알아차리면 EndpointSlice에서 그 Pod가 ready=false가 됩니다.',
        en: 'When the probe has noticed, that Pod is ready=false in the EndpointSlice.',
      },
      on: 'master',
      script: "kubectl get endpointslices --namespace services --selector kubernetes.io/service-name=web -o jsonpath='{range .items[0].endpoints[*]}{.conditions.ready}{\"\\n\"}{end}' | sort | uniq -c",
      expect: {
        match: 'exact',
        text: `…1 false
…2 true`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c3906e94af99fe5c',
    },
    {
      type: 'step', id: 'services/services/count-two',
      source: { file: 'content/docs/services/services.mdx', line: 284 },
      title: { ko: '준비되지 않은 Pod', en: 'A Pod that is not ready' },
      lead: { ko: '물어보는 쪽은 아무것도 모릅니다.', en: 'Now only two answer, and those who ask notice nothing.' },
      on: 'master',
      script: "kubectl exec --namespace services client -- sh -c 'for i in $(seq 30); do wget -qO- http://web/; done' | awk '{print $1}' | sort -u | wc -l",
      expect: { match: 'exact', text: '2' },
      exit: 0, order: 'parallel', timeoutSeconds: 180, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '42f3ad3721180a28',
    },
    {
      type: 'step', id: 'services/services/open',
      source: { file: 'content/docs/services/services.mdx', line: 294 },
      title: { ko: '준비되지 않은 Pod', en: 'A Pod that is not ready' },
      lead: { ko: '파일을 지우면 셋으로 돌아옵니다.', en: 'Remove the file, and there are three again.' },
      on: 'master',
      script: `for pod in $(kubectl get pods --namespace services --selector app=web -o jsonpath='{.items[*].metadata.name}'); do
  kubectl exec --namespace services "$pod" -- rm -f /tmp/closed
done
kubectl wait --namespace services --for=condition=Ready pod --selector app=web --timeout=2m`,
      expect: {
        match: 'exact',
        text: `pod/web-… condition met
pod/web-… condition met
pod/web-… condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f44a001d905957c4',
    },

    // NodePort / NodePort
    {
      type: 'file', id: 'services/services/file:nodeport.yaml',
      source: { file: 'content/docs/services/services.mdx', line: 311 },
      title: { ko: 'NodePort', en: 'NodePort' },
      lead: { ko: '범위는 30000–32767이고, 번호를 적지 않으면 골라 줍니다.', en: 'Without a number one is chosen for you.' },
      on: 'master',
      path: 'nodeport.yaml', subst: [],
      text: `apiVersion: v1
kind: Service
metadata:
  name: web-outside
  namespace: services
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - name: http
      port: 80
      targetPort: guests
      nodePort: 30081`,
      hash: '05bb3128caa8b2b6',
    },
    {
      type: 'step', id: 'services/services/nodeport',
      source: { file: 'content/docs/services/services.mdx', line: 330 },
      title: { ko: 'NodePort', en: 'NodePort' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f nodeport.yaml',
      expect: { match: 'exact', text: 'service/web-outside …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '28100dce7f8f4bed',
    },
    {
      type: 'step', id: 'services/services/every-node',
      source: { file: 'content/docs/services/services.mdx', line: 340 },
      title: { ko: 'NodePort', en: 'NodePort' },
      lead: {
        ko: 'master에는 이 Pod가 없지만 대답합니다.',
        en: 'master has none of these Pods and answers all the same.',
      },
      on: 'utility',
      script: `for ip in "$MASTER_IP" "$NODE1_IP" "$NODE2_IP"; do
  curl -fsS --max-time 10 "http://$ip:30081/"
done`,
      expect: {
        match: 'exact',
        text: `web-… served …
web-… served …
web-… served …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1186f306e3b33e72',
    },

    // 같은 손님은 같은 곳으로 / The same guest to the same place
    {
      type: 'step', id: 'services/services/affinity',
      source: { file: 'content/docs/services/services.mdx', line: 358 },
      title: { ko: '같은 손님은 같은 곳으로', en: 'The same guest to the same place' },
      lead: {
        ko: 'sessionAffinity: ClientIP는 같은 주소에서 온 연결을 같은 Pod로 보냅니다(기본 3시간).',
        en: 'sessionAffinity: ClientIP sends connections from one address to one Pod (for three hours unless told otherwise).',
      },
      on: 'master',
      script: "kubectl patch service web --namespace services --patch '{\"spec\":{\"sessionAffinity\":\"ClientIP\"}}'",
      expect: { match: 'exact', text: 'service/web patched…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'd335bd1f5e8890f5',
    },
    {
      type: 'step', id: 'services/services/affinity-count',
      source: { file: 'content/docs/services/services.mdx', line: 368 },
      title: { ko: '같은 손님은 같은 곳으로', en: 'The same guest to the same place' },
      lead: { ko: '아까는 셋이었습니다.', en: 'Before it was three.' },
      on: 'master',
      script: "kubectl exec --namespace services client -- sh -c 'for i in $(seq 30); do wget -qO- http://web/; done' | awk '{print $1}' | sort -u | wc -l",
      expect: { match: 'exact', text: '1' },
      exit: 0, order: 'parallel', timeoutSeconds: 180, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9ed78f4c8ec56642',
    },
    {
      type: 'step', id: 'services/services/affinity-off',
      source: { file: 'content/docs/services/services.mdx', line: 378 },
      title: { ko: '같은 손님은 같은 곳으로', en: 'The same guest to the same place' },
      lead: { ko: '되돌립니다.', en: 'Turn it back.' },
      on: 'master',
      script: "kubectl patch service web --namespace services --patch '{\"spec\":{\"sessionAffinity\":\"None\"}}'",
      expect: { match: 'exact', text: 'service/web patched…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e77681a04582427f',
    },

    // Cluster: 바뀐 주소 / Cluster: the address is changed
    {
      type: 'file', id: 'services/services/file:local.yaml',
      source: { file: 'content/docs/services/services.mdx', line: 394 },
      title: { ko: 'Cluster: 바뀐 주소', en: 'Cluster: the address is changed' },
      lead: { ko: '한 노드(node1)에만 있는 Pod로 봅니다.', en: 'See it with a Pod that is on one node only, node1.' },
      on: 'master',
      path: 'local.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: local
  namespace: services
spec:
  replicas: 1
  selector:
    matchLabels:
      app: local
  template:
    metadata:
      labels:
        app: local
    spec:
      nodeSelector:
        kubernetes.io/hostname: node1
      terminationGracePeriodSeconds: 2
      containers:
        - name: nginx
          image: nginx:1.26
          volumeMounts:
            - name: config
              mountPath: /etc/nginx/conf.d
      volumes:
        - name: config
          configMap:
            name: web
---
apiVersion: v1
kind: Service
metadata:
  name: local
  namespace: services
spec:
  type: NodePort
  externalTrafficPolicy: Cluster
  selector:
    app: local
  ports:
    - port: 80
      targetPort: 8080
      nodePort: 30083`,
      hash: 'bc67157d1a653404',
    },
    {
      type: 'step', id: 'services/services/local',
      source: { file: 'content/docs/services/services.mdx', line: 442 },
      title: { ko: 'Cluster: 바뀐 주소', en: 'Cluster: the address is changed' },
      lead: { ko: '적용하고 기다립니다.', en: 'Apply it and wait.' },
      on: 'master',
      script: `kubectl apply -f local.yaml
kubectl rollout status deployment/local --namespace services --timeout=5m`,
      expect: { match: 'contains', text: 'deployment "local" successfully rolled out' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3b1dc0e93724c46a',
    },
    {
      type: 'step', id: 'services/services/snat',
      source: { file: 'content/docs/services/services.mdx', line: 453 },
      title: { ko: 'Cluster: 바뀐 주소', en: 'Cluster: the address is changed' },
      lead: {
        ko: 'Pod가 본 주소가 utility의 것인지 견줍니다.',
        en: 'Compare the address that the Pod saw with that of utility.',
      },
      on: 'utility',
      script: `seen=$(curl -fsS --max-time 10 "http://$NODE2_IP:30083/" | awk '{print $3}')
if test "$seen" = "$UTILITY_IP"; then echo "the Pod saw utility"; else echo "the Pod saw somebody else"; fi`,
      expect: { match: 'exact', text: 'the Pod saw somebody else' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c84099d01f2352de',
    },

    // Local: 그대로의 주소 / Local: the address is kept
    {
      type: 'step', id: 'services/services/local-policy',
      source: { file: 'content/docs/services/services.mdx', line: 466 },
      title: { ko: 'Local: 그대로의 주소', en: 'Local: the address is kept' },
      lead: {
        ko: '다른 노드로 가지 않으니 주소를 바꿀 필요가 없습니다.',
        en: 'Nothing goes to another node, so no address has to be changed.',
      },
      on: 'master',
      script: "kubectl patch service local --namespace services --patch '{\"spec\":{\"externalTrafficPolicy\":\"Local\"}}'",
      expect: { match: 'exact', text: 'service/local patched…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'a4db14a4776d1946',
    },
    {
      type: 'step', id: 'services/services/kept',
      source: { file: 'content/docs/services/services.mdx', line: 476 },
      title: { ko: 'Local: 그대로의 주소', en: 'Local: the address is kept' },
      lead: {
        ko: 'Pod가 있는 node1로 들어가면, Pod는 손님의 주소를 봅니다.',
        en: "Go in by node1, where the Pod is, and the Pod sees the guest's address.",
      },
      on: 'utility',
      script: `seen=$(curl -fsS --max-time 10 "http://$NODE1_IP:30083/" | awk '{print $3}')
if test "$seen" = "$UTILITY_IP"; then echo "the Pod saw utility"; else echo "the Pod saw somebody else"; fi`,
      expect: { match: 'exact', text: 'the Pod saw utility' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '501ed35b9f7d9f46',
    },
    {
      type: 'step', id: 'services/services/dropped',
      source: { file: 'content/docs/services/services.mdx', line: 487 },
      title: { ko: 'Local: 그대로의 주소', en: 'Local: the address is kept' },
      lead: {
        ko: '28은 시간이 다 되었다는 curl의 종료 상태입니다.',
        en: "It drops the packet silently, and curl waits until it gives up; 28 is curl's exit status for \"out of time\".",
      },
      on: 'utility',
      script: 'curl -sS --max-time 5 "http://$NODE2_IP:30083/" 2>&1',
      expect: { match: 'contains', text: 'curl: (28)' },
      exit: 28, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4950074c0b5382c8',
    },

    // 일부러 틀려 보기 / Wrong on purpose
    {
      type: 'step', id: 'services/services/typo',
      source: { file: 'content/docs/services/services.mdx', line: 501 },
      title: { ko: '일부러 틀려 보기', en: 'Wrong on purpose' },
      lead: { ko: 'API 서버는 아무 말도 하지 않습니다.', en: 'The API server does not mind.' },
      on: 'master',
      script: 'kubectl create service clusterip typo --tcp 80:8080 --namespace services --dry-run=client -o yaml | kubectl set selector --local -f - app=wbe -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'service/typo …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '09a81e8a57387c85',
    },
    {
      type: 'step', id: 'services/services/refused',
      source: { file: 'content/docs/services/services.mdx', line: 511 },
      title: { ko: '일부러 틀려 보기', en: 'Wrong on purpose' },
      lead: {
        ko: '주소가 하나도 없는 Service로 가는 패킷은 kube-proxy의 규칙이 거절하기 때문입니다.',
        en: "A connection is refused at once: kube-proxy's rules reject packets for a Service that has no address.",
      },
      on: 'master',
      script: 'kubectl exec --namespace services client -- wget -qO- -T 10 http://typo/ 2>&1',
      expect: { match: 'contains', text: "wget: can't connect to remote host" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '8370c3a3321c91f4',
    },
    {
      type: 'step', id: 'services/services/no-endpoints',
      source: { file: 'content/docs/services/services.mdx', line: 521 },
      title: { ko: '일부러 틀려 보기', en: 'Wrong on purpose' },
      lead: {
        ko: '엔드포인트가 비어 있으면 셀렉터가 틀렸거나 준비된 Pod가 없는 것이고, 있으면 targetPort를 의심합니다.',
        en: 'When there are no endpoints, the selector or the readiness is wrong; when there are, the targetPort.',
      },
      on: 'master',
      script: "kubectl describe service typo --namespace services | grep -E '^(Selector|Endpoints):'",
      expect: {
        match: 'exact',
        text: `Selector:…app=wbe
Endpoints:`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c2dce942e07f2fd1',
    },
    {
      type: 'step', id: 'services/services/typo-gone',
      source: { file: 'content/docs/services/services.mdx', line: 532 },
      title: { ko: '일부러 틀려 보기', en: 'Wrong on purpose' },
      lead: { ko: '틀린 것을 지웁니다.', en: 'Remove it.' },
      on: 'master',
      script: 'kubectl delete service typo --namespace services',
      expect: { match: 'exact', text: 'service "typo" deleted…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '94bfb23ce887a3d2',
    },

    // 확인 / Check
    {
      type: 'step', id: 'services/services/verify-inside',
      source: { file: 'content/docs/services/services.mdx', line: 544 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '먼저 안입니다.', en: 'First from inside.' },
      on: 'master',
      script: "kubectl exec --namespace services client -- sh -c 'wget -qO- http://web.services.svc.cluster.local/ && wget -qO- http://web:9000/'",
      expect: {
        match: 'exact',
        text: `web-… served …
office of web-…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'verify', idempotent: true, captures: [], secrets: [],
      hash: '4c6ff4f78c41ac92',
    },
    {
      type: 'step', id: 'services/services/verify-outside',
      source: { file: 'content/docs/services/services.mdx', line: 555 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '다음은 밖입니다.', en: 'Then from outside.' },
      on: 'utility',
      script: `for ip in "$MASTER_IP" "$NODE1_IP" "$NODE2_IP"; do
  curl -fsS --max-time 10 "http://$ip:30081/"
done`,
      expect: {
        match: 'exact',
        text: `web-… served …
web-… served …
web-… served …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: 'dd0e7b11ee528ae8',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'services/services/clear',
      source: { file: 'content/docs/services/services.mdx', line: 571 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '네임스페이스를 지웁니다.', en: 'Remove the namespace.' },
      on: 'master',
      script: 'kubectl delete namespace services --ignore-not-found --timeout=5m',
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: 'e12cd184e7543b7a',
    },
  ],
  exercises: [

    // 가게를 밖에 내놓기 / Open the shop to the outside
    {
      id: 'expose',
      title: { ko: '가게를 밖에 내놓기', en: 'Open the shop to the outside' },
      messages: {
        'no-service': {
          ko: '네임스페이스 services에 Service shop이 없습니다.',
          en: 'There is no Service shop in the namespace services.',
        },
        'wrong-type': {
          ko: 'Service shop의 type이 NodePort가 아니거나 nodePort가 30082가 아닙니다.',
          en: 'The Service shop is no NodePort, or its nodePort is not 30082.',
        },
        'no-answer': { ko: '노드의 30082번 포트에서 대답이 없습니다.', en: 'Port 30082 of the node does not answer.' },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'file', id: 'services/services/expose/setup/file:shop.yaml', part: 'setup',
          source: { file: 'content/docs/services/services.mdx', line: 592 },
          title: { ko: '가게를 밖에 내놓기', en: 'Open the shop to the outside' },
          lead: {
            ko: 'Service shop을 만들어 모든 노드의 30082번 포트에서 접속되게 하십시오.',
            en: 'Make a Service shop, so that it can be reached on port 30082 of every node.',
          },
          on: 'master',
          path: 'shop.yaml', subst: [],
          text: String.raw`apiVersion: v1
kind: ConfigMap
metadata:
  name: shop
  namespace: services
data:
  shop.conf: |
    server {
      listen 8080;
      default_type text/plain;
      location / { return 200 "the shop is open\n"; }
    }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: services
spec:
  replicas: 1
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: nginx
          image: nginx:1.26
          volumeMounts:
            - name: config
              mountPath: /etc/nginx/conf.d
      volumes:
        - name: config
          configMap:
            name: shop`,
          hash: 'f424800f66bc57f5',
        },
        {
          type: 'step', id: 'services/services/expose-setup', part: 'setup',
          source: { file: 'content/docs/services/services.mdx', line: 634 },
          title: { ko: '가게를 밖에 내놓기', en: 'Open the shop to the outside' },
          on: 'master',
          script: `kubectl create namespace services --dry-run=client -o yaml | kubectl apply -f -
kubectl delete service shop --namespace services --ignore-not-found
kubectl apply -f shop.yaml
kubectl rollout status deployment/shop --namespace services --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'd9ee80abd40345f3',
        },
        {
          type: 'step', id: 'services/services/expose-answer', part: 'answer',
          source: { file: 'content/docs/services/services.mdx', line: 646 },
          title: { ko: '가게를 밖에 내놓기', en: 'Open the shop to the outside' },
          lead: {
            ko: '앞의 것은 Deployment의 셀렉터를 그대로 쓰고, 뒤의 것은 nodePort를 정할 수 있지만 셀렉터가 app=이름으로 정해집니다.',
            en: 'The first takes its selector from the Deployment; the second lets you say the nodePort, and its selector is app=NAME.',
          },
          on: 'master',
          script: `kubectl create service nodeport shop --tcp 80:8080 --node-port 30082 --namespace services
until curl -fsS --max-time 5 "http://$NODE1_IP:30082/"; do sleep 1; done`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '77d23a7d4eaca042',
        },
        {
          type: 'step', id: 'services/services/expose-wrong', part: 'wrong',
          source: { file: 'content/docs/services/services.mdx', line: 658 },
          title: { ko: '가게를 밖에 내놓기', en: 'Open the shop to the outside' },
          lead: {
            ko: '포트를 하나만 적으면 targetPort도 80이 되어 아무도 듣지 않는 곳으로 갑니다.',
            en: 'With a single port number the targetPort is 80 too, where nobody listens.',
          },
          on: 'master',
          script: `kubectl create service nodeport shop --tcp 80 --node-port 30082 --namespace services
kubectl wait --for=create endpointslices --selector kubernetes.io/service-name=shop --namespace services --timeout=1m
kubectl wait --for=jsonpath='{.endpoints[0].conditions.ready}'=true endpointslices --selector kubernetes.io/service-name=shop --namespace services --timeout=1m
sleep 5`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '447d1ed57318f5d6',
        },
        {
          type: 'step', id: 'services/services/expose-check', part: 'check',
          source: { file: 'content/docs/services/services.mdx', line: 667 },
          title: { ko: '가게를 밖에 내놓기', en: 'Open the shop to the outside' },
          lead: {
            ko: '검사는 master에서 node1의 포트에 접속해 봅니다.',
            en: 'The check connects from master to the port of node1.',
          },
          on: 'master',
          script: `if ! kubectl get service shop --namespace services >/dev/null 2>&1; then
  echo no-service
  exit 1
fi
ok=yes
kind=$(kubectl get service shop --namespace services -o jsonpath='{.spec.type} {.spec.ports[0].nodePort}')
test "$kind" = "NodePort 30082" || { echo wrong-type; ok=no; }
page=$(curl -sS --max-time 10 "http://$NODE1_IP:30082/" 2>/dev/null || true)
test "$page" = "the shop is open" || { echo no-answer; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'da31a56e3d6d16f5',
        },
      ],
    },

    // 대답하지 않는 Service / The Service that does not answer
    {
      id: 'no-endpoints',
      title: { ko: '대답하지 않는 Service', en: 'The Service that does not answer' },
      messages: {
        'pods-changed': {
          ko: 'Deployment cart의 Pod에 붙은 라벨이 app=cart가 아닙니다.',
          en: 'The Pods of the Deployment cart no longer have the label app=cart.',
        },
        'no-endpoints': {
          ko: 'Service cart에 준비된 엔드포인트가 둘이 아닙니다.',
          en: 'The Service cart does not have two ready endpoints.',
        },
        'no-answer': {
          ko: 'Service cart가 80번 포트에서 대답하지 않습니다.',
          en: 'The Service cart does not answer on port 80.',
        },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'file', id: 'services/services/no-endpoints/setup/file:cart.yaml', part: 'setup',
          source: { file: 'content/docs/services/services.mdx', line: 686 },
          title: { ko: '대답하지 않는 Service', en: 'The Service that does not answer' },
          lead: {
            ko: 'Service는 80번 포트에서 대답해야 하고, 엔드포인트는 둘이어야 합니다.',
            en: 'The Service has to answer on port 80, with two endpoints.',
          },
          on: 'master',
          path: 'cart.yaml', subst: [],
          text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: services
spec:
  replicas: 2
  selector:
    matchLabels:
      app: cart
  template:
    metadata:
      labels:
        app: cart
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: nginx
          image: nginx:1.26
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: services
spec:
  selector:
    app: card
  ports:
    - port: 80
      targetPort: 8080`,
          hash: '02b2562bf1def128',
        },
        {
          type: 'step', id: 'services/services/cart-setup', part: 'setup',
          source: { file: 'content/docs/services/services.mdx', line: 720 },
          title: { ko: '대답하지 않는 Service', en: 'The Service that does not answer' },
          on: 'master',
          script: `kubectl create namespace services --dry-run=client -o yaml | kubectl apply -f -
kubectl delete service cart --namespace services --ignore-not-found
kubectl delete deployment cart --namespace services --ignore-not-found --cascade=foreground --timeout=2m
kubectl delete pods --namespace services --selector app=card --timeout=2m
kubectl apply -f cart.yaml -f client.yaml
kubectl rollout status deployment/cart --namespace services --timeout=5m
kubectl wait --namespace services --for=condition=Ready pod/client --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'b9cfd48e27977149',
        },
        {
          type: 'step', id: 'services/services/cart-answer', part: 'answer',
          source: { file: 'content/docs/services/services.mdx', line: 735 },
          title: { ko: '대답하지 않는 Service', en: 'The Service that does not answer' },
          lead: {
            ko: 'nginx는 80번에서 듣습니다.',
            en: 'The selector says app: card; and once that is mended, the targetPort is 8080, while nginx listens on 80.',
          },
          on: 'master',
          script: `kubectl patch service cart --namespace services --patch '{"spec":{"selector":{"app":"cart"},"ports":[{"port":80,"targetPort":80}]}}'
kubectl wait --for=jsonpath='{.endpoints[1].conditions.ready}'=true endpointslices --selector kubernetes.io/service-name=cart --namespace services --timeout=1m
sleep 5`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '4b2c1278cb9ff7b6',
        },
        {
          type: 'step', id: 'services/services/cart-wrong-port', part: 'wrong',
          source: { file: 'content/docs/services/services.mdx', line: 748 },
          title: { ko: '대답하지 않는 Service', en: 'The Service that does not answer' },
          lead: {
            ko: 'Pod의 라벨을 셀렉터에 맞게 바꾸면 그 Pod들은 Deployment에서 떨어져 나가고, Deployment는 Pod 둘을 새로 만듭니다.',
            en: 'Give the Pods the label of the selector, and the Deployment loses them and makes two new ones.',
          },
          on: 'master',
          script: `kubectl patch service cart --namespace services --patch '{"spec":{"selector":{"app":"cart"}}}'
kubectl wait --for=jsonpath='{.endpoints[1].conditions.ready}'=true endpointslices --selector kubernetes.io/service-name=cart --namespace services --timeout=1m
sleep 5`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'bc7b72df4f3d362f',
        },
        {
          type: 'step', id: 'services/services/cart-wrong-label', part: 'wrong',
          source: { file: 'content/docs/services/services.mdx', line: 754 },
          title: { ko: '대답하지 않는 Service', en: 'The Service that does not answer' },
          on: 'master',
          script: `kubectl label pods --namespace services --selector app=cart app=card --overwrite
kubectl rollout status deployment/cart --namespace services --timeout=3m
sleep 5`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e2e3ec682b9218e8',
        },
        {
          type: 'step', id: 'services/services/cart-check', part: 'check',
          source: { file: 'content/docs/services/services.mdx', line: 762 },
          title: { ko: '대답하지 않는 Service', en: 'The Service that does not answer' },
          lead: {
            ko: '검사는 Pod의 라벨, 엔드포인트의 수, 그리고 안에서 하는 접속을 봅니다.',
            en: "The check looks at the Pods' labels, counts the endpoints, and connects from inside.",
          },
          on: 'master',
          script: `ok=yes
strays=$(kubectl get pods --namespace services --selector app=card -o name)
test -z "$strays" || { echo pods-changed; ok=no; }
ready=$(kubectl get endpointslices --namespace services --selector kubernetes.io/service-name=cart -o jsonpath='{.items[0].endpoints[*].conditions.ready}' 2>/dev/null || true)
test "$ready" = "true true" || { echo no-endpoints; ok=no; }
page=$(kubectl exec --namespace services client -- wget -qO- -T 10 http://cart/ 2>/dev/null || true)
case "$page" in
  *nginx*) ;;
  *) echo no-answer; ok=no ;;
esac
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '8027a2fd104e9267',
        },
      ],
    },
  ],
})
