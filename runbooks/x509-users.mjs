#!/usr/bin/env zx
// Generated from content/docs/security/users.mdx by `npm run extract`; edit the chapter, not this file.
// 사용자 만들기 / Making users
// Run it with: npx zx runbooks/x509-users.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'x509-users',
  page: 'security/users',
  title: { ko: '사용자 만들기', en: 'Making users' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: {},
  items: [

    // ── content/docs/security/users.mdx ──────────────────────────────────────────────────────────

    // 생각 / The idea
    {
      type: 'step', id: 'security/users/no-users',
      source: { file: 'content/docs/security/users.mdx', line: 50 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '객체가 정말 없는지 봅니다.', en: 'See that there really is no such object.' },
      on: 'master',
      script: 'kubectl get users 2>&1',
      expect: { match: 'exact', text: "error: the server doesn't have a resource type \"users\"" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c5e26608ce4eb0f7',
    },

    // 나는 누구인가 / Who am I?
    {
      type: 'step', id: 'security/users/whoami',
      source: { file: 'content/docs/security/users.mdx', line: 62 },
      title: { ko: '나는 누구인가', en: 'Who am I?' },
      lead: {
        ko: '지금까지 써 온 kubeconfig의 주인이 누구인지 API 서버에게 물어봅니다.',
        en: 'Ask the API server whose kubeconfig it is that you have used so far.',
      },
      on: 'master',
      script: 'kubectl auth whoami',
      expect: {
        match: 'contains',
        text: `Username…kubernetes-admin
Groups…[kubeadm:cluster-admins system:authenticated]`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2a2858b6f746fab0',
    },
    {
      type: 'step', id: 'security/users/admin-subject',
      source: { file: 'content/docs/security/users.mdx', line: 73 },
      title: { ko: '나는 누구인가', en: 'Who am I?' },
      lead: {
        ko: 'kubeconfig 안의 인증서에 적혀 있습니다.',
        en: 'They are written in the certificate inside the kubeconfig.',
      },
      on: 'master',
      script: "kubectl config view --raw -o jsonpath='{.users[0].user.client-certificate-data}' | base64 -d | openssl x509 -noout -subject",
      expect: { match: 'exact', text: 'subject=O=kubeadm:cluster-admins, CN=kubernetes-admin' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f5c3aaef0266f6fa',
    },

    // 키와 요청 / Key and request
    {
      type: 'step', id: 'security/users/satellite-key',
      source: { file: 'content/docs/security/users.mdx', line: 96 },
      title: { ko: '키와 요청', en: 'Key and request' },
      lead: {
        ko: '실제로는 사용자의 컴퓨터에서 할 일이지만, 여기에서는 모두 master에서 합니다.',
        en: "In real life this happens on the user's computer; here everything is done on master.",
      },
      on: 'master',
      script: 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -quiet -out satellite.key',
      creates: 'satellite.key',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'dad84e38ec748d24',
    },
    {
      type: 'step', id: 'security/users/satellite-csr',
      source: { file: 'content/docs/security/users.mdx', line: 102 },
      title: { ko: '키와 요청', en: 'Key and request' },
      lead: {
        ko: '이름은 satellite, 그룹은 httpd-team이라고 적어 서명을 요청하는 파일을 만듭니다.',
        en: 'Make a file that asks for a signature: the name is satellite, the group httpd-team.',
      },
      on: 'master',
      script: 'openssl req -new -key satellite.key -subj "/O=httpd-team/CN=satellite" -out satellite.csr',
      creates: 'satellite.csr',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f92d775ddfd03d16',
    },
    {
      type: 'step', id: 'security/users/satellite-csr-look',
      source: { file: 'content/docs/security/users.mdx', line: 108 },
      title: { ko: '키와 요청', en: 'Key and request' },
      lead: {
        ko: '남의 요청을 승인하기 전에도 똑같이 합니다.',
        en: 'Do the same before you approve a request of somebody else.',
      },
      on: 'master',
      script: 'openssl req -in satellite.csr -noout -subject -verify 2>&1',
      expect: {
        match: 'exact',
        text: `Certificate request self-signature verify OK
subject=O=httpd-team, CN=satellite`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '624cd23bcadc1a58',
    },

    // 클러스터에 올리기 / Send it to the cluster
    {
      type: 'step', id: 'security/users/satellite-request',
      source: { file: 'content/docs/security/users.mdx', line: 121 },
      title: { ko: '클러스터에 올리기', en: 'Send it to the cluster' },
      lead: {
        ko: '604800초는 7일입니다.',
        en: 'signerName says who is to sign (the CA whose clients the API server believes), usages what it is for, expirationSeconds for how long: 604800 seconds are seven days.',
      },
      on: 'master',
      script: `kubectl apply -f - <<EOF
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: satellite
spec:
  request: $(base64 -w 0 satellite.csr)
  signerName: kubernetes.io/kube-apiserver-client
  expirationSeconds: 604800
  usages:
    - client auth
EOF`,
      expect: { match: 'exact', text: 'certificatesigningrequest.certificates.k8s.io/satellite …' },
      unless: 'test -s satellite.crt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7d15100718624d21',
    },
    {
      type: 'step', id: 'security/users/satellite-pending',
      source: { file: 'content/docs/security/users.mdx', line: 142 },
      title: { ko: '클러스터에 올리기', en: 'Send it to the cluster' },
      lead: {
        ko: 'REQUESTOR는 올린 사람이고, 인증서의 주인이 될 사람이 아닙니다.',
        en: 'REQUESTOR is who sent it, not whose certificate it will be.',
      },
      on: 'master',
      script: 'kubectl get certificatesigningrequest satellite',
      expect: {
        match: 'exact',
        text: `NAME…AGE…SIGNERNAME…REQUESTOR…REQUESTEDDURATION…CONDITION
satellite…kubernetes.io/kube-apiserver-client…kubernetes-admin…7d…Pending`,
      },
      unless: 'test -s satellite.crt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1932d382ad3d3591',
    },

    // 승인 / Approve
    {
      type: 'step', id: 'security/users/satellite-approve',
      source: { file: 'content/docs/security/users.mdx', line: 155 },
      title: { ko: '승인', en: 'Approve' },
      lead: { ko: '거부는 kubectl certificate deny입니다.', en: 'The opposite is kubectl certificate deny.' },
      on: 'master',
      script: 'kubectl certificate approve satellite',
      expect: { match: 'exact', text: 'certificatesigningrequest.certificates.k8s.io/satellite approved' },
      unless: 'test -s satellite.crt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'abbc04f98427f903',
    },
    {
      type: 'step', id: 'security/users/satellite-crt',
      source: { file: 'content/docs/security/users.mdx', line: 165 },
      title: { ko: '승인', en: 'Approve' },
      lead: {
        ko: '객체는 서명된 지 한 시간이 지나면 지워지므로, 바로 꺼내 둡니다.',
        en: 'Do it at once: the object is removed an hour after the signature.',
      },
      on: 'master',
      script: `kubectl wait --for=jsonpath='{.status.certificate}' certificatesigningrequest/satellite --timeout=60s
kubectl get certificatesigningrequest satellite -o jsonpath='{.status.certificate}' | base64 -d > satellite.crt`,
      expect: {
        match: 'exact',
        text: 'certificatesigningrequest.certificates.k8s.io/satellite condition met',
      },
      unless: 'test -s satellite.crt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4826034f77f89835',
    },
    {
      type: 'step', id: 'security/users/satellite-crt-look',
      source: { file: 'content/docs/security/users.mdx', line: 176 },
      title: { ko: '승인', en: 'Approve' },
      lead: { ko: '받은 인증서를 읽어 봅니다.', en: 'Read the certificate that you got.' },
      on: 'master',
      script: 'openssl x509 -in satellite.crt -noout -subject -issuer -enddate -ext extendedKeyUsage',
      expect: {
        match: 'exact',
        text: `subject=O=httpd-team, CN=satellite
issuer=CN=kubernetes
notAfter=…
X509v3 Extended Key Usage:…
    TLS Web Client Authentication`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6017ba99ebc97789',
    },

    // kubeconfig / The kubeconfig
    {
      type: 'step', id: 'security/users/satellite-kubeconfig',
      source: { file: 'content/docs/security/users.mdx', line: 192 },
      title: { ko: 'kubeconfig', en: 'The kubeconfig' },
      lead: {
        ko: '--embed-certs는 파일의 경로 대신 내용을 넣어, 파일 하나만 건네주면 되게 합니다.',
        en: '--embed-certs puts in the contents instead of paths of files, so that a single file is all that has to be handed over.',
      },
      on: 'master',
      script: `SERVER=$(kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}')
kubectl config set-cluster kubernetes --kubeconfig satellite.kubeconfig --server "$SERVER" --certificate-authority /etc/kubernetes/pki/ca.crt --embed-certs
kubectl config set-credentials satellite --kubeconfig satellite.kubeconfig --client-certificate satellite.crt --client-key satellite.key --embed-certs
kubectl config set-context satellite --kubeconfig satellite.kubeconfig --cluster kubernetes --user satellite --namespace project-httpd-dev
kubectl config use-context satellite --kubeconfig satellite.kubeconfig`,
      expect: {
        match: 'exact',
        text: `Cluster "kubernetes" set.
User "satellite" set.
Context "satellite" ….
Switched to context "satellite".`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0b64b42f7f3930a7',
    },
    {
      type: 'step', id: 'security/users/satellite-whoami',
      source: { file: 'content/docs/security/users.mdx', line: 209 },
      title: { ko: 'kubeconfig', en: 'The kubeconfig' },
      lead: { ko: 'satellite가 되어 물어봅니다.', en: 'Become satellite, and ask.' },
      on: 'master',
      script: 'kubectl auth whoami --kubeconfig satellite.kubeconfig',
      expect: {
        match: 'contains',
        text: `Username…satellite
Groups…[httpd-team system:authenticated]`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5e33bc2c10c6e0c5',
    },
    {
      type: 'step', id: 'security/users/satellite-forbidden',
      source: { file: 'content/docs/security/users.mdx', line: 220 },
      title: { ko: 'kubeconfig', en: 'The kubeconfig' },
      lead: { ko: '그러나 아는 것과 허락하는 것은 다릅니다.', en: 'But knowing is not allowing.' },
      on: 'master',
      script: 'kubectl get pods --kubeconfig satellite.kubeconfig --namespace kube-system 2>&1',
      expect: {
        match: 'exact',
        text: 'Error from server (Forbidden): pods is forbidden: User "satellite" cannot list resource "pods" in API group "" in the namespace "kube-system"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f7a0746156ca1b61',
    },

    // openshift: 손으로 서명하기 / openshift: signing by hand
    {
      type: 'step', id: 'security/users/openshift-csr',
      source: { file: 'content/docs/security/users.mdx', line: 236 },
      title: { ko: 'openshift: 손으로 서명하기', en: 'openshift: signing by hand' },
      lead: { ko: '키와 요청은 아까와 같습니다.', en: 'Key and request are as before.' },
      on: 'master',
      script: `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -quiet -out openshift.key
openssl req -new -key openshift.key -subj "/O=httpd-team/CN=openshift" -out openshift.csr`,
      creates: 'openshift.csr',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '204687851f662cbb',
    },
    {
      type: 'file', id: 'security/users/file:client.ext',
      source: { file: 'content/docs/security/users.mdx', line: 243 },
      title: { ko: 'openshift: 손으로 서명하기', en: 'openshift: signing by hand' },
      lead: {
        ko: 'API가 해 주던 것, 곧 무엇에 쓰는 인증서인지를 이제는 우리가 적습니다.',
        en: 'What the API took care of, namely what the certificate is for, is up to us now.',
      },
      on: 'master',
      path: 'client.ext', subst: [],
      text: `keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = clientAuth`,
      hash: 'cb70a811beadee28',
    },
    {
      type: 'step', id: 'security/users/openshift-sign',
      source: { file: 'content/docs/security/users.mdx', line: 250 },
      title: { ko: 'openshift: 손으로 서명하기', en: 'openshift: signing by hand' },
      lead: {
        ko: '흔히 보이는 -CAcreateserial은 /etc/kubernetes/pki에 파일을 하나 더 남길 뿐입니다.',
        en: 'The often seen -CAcreateserial only leaves one more file in /etc/kubernetes/pki.',
      },
      on: 'master',
      script: 'sudo openssl x509 -req -in openshift.csr -CA /etc/kubernetes/pki/ca.crt -CAkey /etc/kubernetes/pki/ca.key -days 7 -extfile client.ext -out openshift.crt 2>&1',
      expect: {
        match: 'exact',
        text: `Certificate request self-signature ok
subject=O=httpd-team, CN=openshift`,
      },
      creates: 'openshift.crt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e13ba04255d624e9',
    },
    {
      type: 'step', id: 'security/users/openshift-verify',
      source: { file: 'content/docs/security/users.mdx', line: 261 },
      title: { ko: 'openshift: 손으로 서명하기', en: 'openshift: signing by hand' },
      lead: {
        ko: '만든 길은 달라도 같은 종류의 인증서입니다.',
        en: "Check that it is the cluster's CA that signed it, and satellite's too: the ways differ, the certificates are of one kind.",
      },
      on: 'master',
      script: 'openssl verify -CAfile /etc/kubernetes/pki/ca.crt -purpose sslclient openshift.crt satellite.crt',
      expect: {
        match: 'exact',
        text: `openshift.crt: OK
satellite.crt: OK`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7de76f6fafc3abcc',
    },
    {
      type: 'step', id: 'security/users/openshift-kubeconfig',
      source: { file: 'content/docs/security/users.mdx', line: 272 },
      title: { ko: 'openshift: 손으로 서명하기', en: 'openshift: signing by hand' },
      lead: {
        ko: '이번에는 네임스페이스가 project-httpd-prod입니다.',
        en: 'The kubeconfig is made as before, this time with the namespace project-httpd-prod.',
      },
      on: 'master',
      script: `SERVER=$(kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}')
kubectl config set-cluster kubernetes --kubeconfig openshift.kubeconfig --server "$SERVER" --certificate-authority /etc/kubernetes/pki/ca.crt --embed-certs
kubectl config set-credentials openshift --kubeconfig openshift.kubeconfig --client-certificate openshift.crt --client-key openshift.key --embed-certs
kubectl config set-context openshift --kubeconfig openshift.kubeconfig --cluster kubernetes --user openshift --namespace project-httpd-prod
kubectl config use-context openshift --kubeconfig openshift.kubeconfig`,
      expect: {
        match: 'exact',
        text: `Cluster "kubernetes" set.
User "openshift" set.
Context "openshift" ….
Switched to context "openshift".`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '82b82251f290eb03',
    },
    {
      type: 'step', id: 'security/users/openshift-whoami',
      source: { file: 'content/docs/security/users.mdx', line: 289 },
      title: { ko: 'openshift: 손으로 서명하기', en: 'openshift: signing by hand' },
      lead: {
        ko: 'CA의 서명이면 충분합니다.',
        en: "Nothing was sent to the cluster; the CA's signature is enough.",
      },
      on: 'master',
      script: 'kubectl auth whoami --kubeconfig openshift.kubeconfig',
      expect: {
        match: 'contains',
        text: `Username…openshift
Groups…[httpd-team system:authenticated]`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5f5e615550b4b531',
    },

    // system:masters를 요청하면 / Asking for system:masters
    {
      type: 'step', id: 'security/users/masters-refused',
      source: { file: 'content/docs/security/users.mdx', line: 308 },
      title: { ko: 'system:masters를 요청하면', en: 'Asking for system:masters' },
      lead: { ko: '요청을 만들어 올려 봅니다.', en: 'Make such a request and send it.' },
      on: 'master',
      script: `openssl req -new -key satellite.key -subj "/O=system:masters/CN=satellite" -out masters.csr
kubectl apply -f - 2>&1 <<EOF
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: masters
spec:
  request: $(base64 -w 0 masters.csr)
  signerName: kubernetes.io/kube-apiserver-client
  usages:
    - client auth
EOF`,
      expect: {
        match: 'contains',
        text: 'use of kubernetes.io/kube-apiserver-client signer with system:masters group is not allowed',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9873bdd13655772f',
    },

    // 너무 짧은 기간 / Too short a time
    {
      type: 'step', id: 'security/users/too-short',
      source: { file: 'content/docs/security/users.mdx', line: 333 },
      title: { ko: '너무 짧은 기간', en: 'Too short a time' },
      lead: { ko: '10분보다 짧은 것은 만들어 주지 않습니다.', en: 'Less than ten minutes is not to be had.' },
      on: 'master',
      script: `kubectl apply -f - 2>&1 <<EOF
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: too-short
spec:
  request: $(base64 -w 0 satellite.csr)
  signerName: kubernetes.io/kube-apiserver-client
  expirationSeconds: 60
  usages:
    - client auth
EOF`,
      expect: {
        match: 'contains',
        text: 'spec.expirationSeconds: Invalid value: 60: may not specify a duration less than 600 seconds (10 minutes)',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '8127c73640fe55d9',
    },

    // 만료된 인증서 / An expired certificate
    {
      type: 'step', id: 'security/users/expired-sign',
      source: { file: 'content/docs/security/users.mdx', line: 356 },
      title: { ko: '만료된 인증서', en: 'An expired certificate' },
      lead: {
        ko: '-not_before와 -not_after는 OpenSSL 3.4부터 있습니다.',
        en: '-not_before and -not_after need OpenSSL 3.4 or newer.',
      },
      on: 'master',
      script: 'sudo openssl x509 -req -in openshift.csr -CA /etc/kubernetes/pki/ca.crt -CAkey /etc/kubernetes/pki/ca.key -not_before 20260101000000Z -not_after 20260102000000Z -extfile client.ext -out expired.crt 2>&1',
      expect: {
        match: 'exact',
        text: `Certificate request self-signature ok
subject=O=httpd-team, CN=openshift`,
      },
      creates: 'expired.crt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'bbdd8567c2b02f84',
    },
    {
      type: 'step', id: 'security/users/expired-refused',
      source: { file: 'content/docs/security/users.mdx', line: 367 },
      title: { ko: '만료된 인증서', en: 'An expired certificate' },
      lead: {
        ko: '나머지는 openshift의 kubeconfig에서 가져옵니다.',
        en: "Everything else is taken from openshift's kubeconfig.",
      },
      on: 'master',
      script: 'kubectl get pods --kubeconfig openshift.kubeconfig --client-certificate expired.crt --client-key openshift.key 2>&1',
      expect: { match: 'exact', text: 'error: You must be logged in to the server (Unauthorized)' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5efc43e4722ec2eb',
    },
    {
      type: 'step', id: 'security/users/expired-log',
      source: { file: 'content/docs/security/users.mdx', line: 377 },
      title: { ko: '만료된 인증서', en: 'An expired certificate' },
      lead: { ko: '까닭은 API 서버의 로그에 있습니다.', en: 'The reason is in the log of the API server.' },
      on: 'master',
      script: "kubectl logs --namespace kube-system kube-apiserver-master | grep 'certificate has expired' | tail -n 1",
      expect: {
        match: 'contains',
        text: 'Unable to authenticate the request…x509: certificate has expired or is not yet valid',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b7a044ebb9e7d4c8',
    },

    // 다른 CA의 인증서 / A certificate of another CA
    {
      type: 'step', id: 'security/users/foreign-ca',
      source: { file: 'content/docs/security/users.mdx', line: 389 },
      title: { ko: '다른 CA의 인증서', en: 'A certificate of another CA' },
      lead: {
        ko: '이름도 그룹도 옳지만 서명한 CA가 다릅니다.',
        en: 'The name is right and the group is right, but another CA signed it.',
      },
      on: 'master',
      script: `openssl req -x509 -newkey rsa:2048 -noenc -keyout foreign-ca.key -out foreign-ca.crt -subj "/CN=kubernetes" -days 1 2>/dev/null
openssl x509 -req -in openshift.csr -CA foreign-ca.crt -CAkey foreign-ca.key -days 1 -extfile client.ext -out foreign.crt 2>&1`,
      expect: {
        match: 'exact',
        text: `Certificate request self-signature ok
subject=O=httpd-team, CN=openshift`,
      },
      creates: 'foreign.crt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '80e26a2c945cb508',
    },
    {
      type: 'step', id: 'security/users/foreign-refused',
      source: { file: 'content/docs/security/users.mdx', line: 401 },
      title: { ko: '다른 CA의 인증서', en: 'A certificate of another CA' },
      lead: {
        ko: '발급자의 이름까지 kubernetes로 같지만, 이름이 아니라 서명을 확인하므로 소용없습니다.',
        en: 'It does not help: what is checked is the signature, not the name.',
      },
      on: 'master',
      script: 'kubectl get pods --kubeconfig openshift.kubeconfig --client-certificate foreign.crt --client-key openshift.key 2>&1',
      expect: { match: 'exact', text: 'error: You must be logged in to the server (Unauthorized)' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1ae9072525f8ff6e',
    },

    // 확인 / Check
    {
      type: 'step', id: 'security/users/check',
      source: { file: 'content/docs/security/users.mdx', line: 417 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '두 kubeconfig가 저마다의 사람으로 로그인하는지 봅니다.',
        en: 'See that each of the two kubeconfigs logs in as its own person.',
      },
      on: 'master',
      script: String.raw`for user in satellite openshift; do
  kubectl auth whoami --kubeconfig "$user.kubeconfig" -o jsonpath='{.status.userInfo.username} {.status.userInfo.groups[0]}{"\n"}'
done`,
      expect: {
        match: 'exact',
        text: `satellite httpd-team
openshift httpd-team`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '004fe15d7802bd15',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'security/users/clear',
      source: { file: 'content/docs/security/users.mdx', line: 432 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: {
        ko: '인증서는 파일을 지워도 만료될 때까지 유효합니다.',
        en: 'Removing its file does not end a certificate; it is valid until it expires.',
      },
      on: 'master',
      script: `kubectl delete certificatesigningrequest satellite auditor web-developer night-shift --ignore-not-found
rm -f satellite.* openshift.* expired.crt foreign-ca.* foreign.crt masters.csr client.ext
rm -f "$HOME"/auditor.* web-developer.* night-shift.*`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: 'a86c15a874e5e609',
    },
  ],
  exercises: [

    // 감사 담당자 / The auditor
    {
      id: 'auditor',
      title: { ko: '감사 담당자', en: 'The auditor' },
      messages: {
        'no-kubeconfig': {
          ko: '홈 디렉터리에 auditor.kubeconfig가 없거나 그것으로 로그인할 수 없습니다.',
          en: 'There is no auditor.kubeconfig in the home directory, or it does not log in.',
        },
        'wrong-name': { ko: '로그인한 사용자의 이름이 auditor가 아닙니다.', en: 'The user who logs in is not called auditor.' },
        'wrong-group': {
          ko: '로그인한 사용자가 그룹 auditors에 들어 있지 않습니다.',
          en: 'The user who logs in is not in the group auditors.',
        },
        'too-long': { ko: '인증서가 하루보다 오래 갑니다.', en: 'The certificate is valid for longer than a day.' },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'security/users/auditor-setup', part: 'setup',
          source: { file: 'content/docs/security/users.mdx', line: 454 },
          title: { ko: '감사 담당자', en: 'The auditor' },
          lead: {
            ko: '그 사람의 kubeconfig를 master의 홈 디렉터리에 auditor.kubeconfig로 두십시오.',
            en: 'Put the kubeconfig into the home directory on master, as auditor.kubeconfig.',
          },
          on: 'master',
          script: `kubectl delete certificatesigningrequest auditor --ignore-not-found
rm -f "$HOME"/auditor.*`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'c68eebf70da70cfd',
        },
        {
          type: 'step', id: 'security/users/auditor-answer', part: 'answer',
          source: { file: 'content/docs/security/users.mdx', line: 464 },
          title: { ko: '감사 담당자', en: 'The auditor' },
          lead: { ko: '하루는 86400초입니다.', en: 'A day has 86400 seconds.' },
          on: 'master',
          script: `openssl req -new -newkey rsa:2048 -noenc -keyout "$HOME/auditor.key" -subj "/O=auditors/CN=auditor" -out "$HOME/auditor.csr" 2>/dev/null
kubectl apply -f - <<EOF
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: auditor
spec:
  request: $(base64 -w 0 "$HOME/auditor.csr")
  signerName: kubernetes.io/kube-apiserver-client
  expirationSeconds: 86400
  usages:
    - client auth
EOF
kubectl certificate approve auditor
kubectl wait --for=jsonpath='{.status.certificate}' certificatesigningrequest/auditor --timeout=60s
kubectl get certificatesigningrequest auditor -o jsonpath='{.status.certificate}' | base64 -d > "$HOME/auditor.crt"
SERVER=$(kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}')
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config set-cluster kubernetes --server "$SERVER" --certificate-authority /etc/kubernetes/pki/ca.crt --embed-certs
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config set-credentials auditor --client-certificate "$HOME/auditor.crt" --client-key "$HOME/auditor.key" --embed-certs
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config set-context auditor --cluster kubernetes --user auditor
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config use-context auditor`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'db8e0f054fc529a6',
        },
        {
          type: 'step', id: 'security/users/auditor-wrong', part: 'wrong',
          source: { file: 'content/docs/security/users.mdx', line: 495 },
          title: { ko: '감사 담당자', en: 'The auditor' },
          lead: {
            ko: '기간을 적지 않은 인증서는 1년 갑니다.',
            en: 'Without a lifetime a certificate is valid for a year.',
          },
          on: 'master',
          script: `openssl req -new -newkey rsa:2048 -noenc -keyout "$HOME/auditor.key" -subj "/O=auditor/CN=auditors" -out "$HOME/auditor.csr" 2>/dev/null
kubectl apply -f - <<EOF
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: auditor
spec:
  request: $(base64 -w 0 "$HOME/auditor.csr")
  signerName: kubernetes.io/kube-apiserver-client
  usages:
    - client auth
EOF
kubectl certificate approve auditor
kubectl wait --for=jsonpath='{.status.certificate}' certificatesigningrequest/auditor --timeout=60s
kubectl get certificatesigningrequest auditor -o jsonpath='{.status.certificate}' | base64 -d > "$HOME/auditor.crt"
SERVER=$(kubectl config view --minify -o jsonpath='{.clusters[0].cluster.server}')
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config set-cluster kubernetes --server "$SERVER" --certificate-authority /etc/kubernetes/pki/ca.crt --embed-certs
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config set-credentials auditor --client-certificate "$HOME/auditor.crt" --client-key "$HOME/auditor.key" --embed-certs
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config set-context auditor --cluster kubernetes --user auditor
KUBECONFIG=$HOME/auditor.kubeconfig kubectl config use-context auditor`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '6fd8b6b8d7fb2bf3',
        },
        {
          type: 'step', id: 'security/users/auditor-check', part: 'check',
          source: { file: 'content/docs/security/users.mdx', line: 520 },
          title: { ko: '감사 담당자', en: 'The auditor' },
          lead: {
            ko: '검사는 그 kubeconfig로 로그인해 보고, 인증서가 하루 뒤에도 유효한지 봅니다.',
            en: 'The check logs in with that kubeconfig, and sees whether the certificate is still valid in a day.',
          },
          on: 'master',
          script: `if ! kubectl auth whoami --kubeconfig "$HOME/auditor.kubeconfig" >/dev/null 2>&1; then
  echo no-kubeconfig
  exit 1
fi
ok=yes
name=$(kubectl auth whoami --kubeconfig "$HOME/auditor.kubeconfig" -o jsonpath='{.status.userInfo.username}')
test "$name" = auditor || { echo wrong-name; ok=no; }
groups=$(kubectl auth whoami --kubeconfig "$HOME/auditor.kubeconfig" -o jsonpath='{.status.userInfo.groups[*]}')
case " $groups " in
  *" auditors "*) ;;
  *) echo wrong-group; ok=no ;;
esac
crt=$(kubectl config view --kubeconfig "$HOME/auditor.kubeconfig" --flatten --raw -o jsonpath='{.users[0].user.client-certificate-data}')
if echo "$crt" | base64 -d | openssl x509 -noout -checkend 86400 >/dev/null; then
  echo too-long
  ok=no
fi
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '15e1d13aec7e20a9',
        },
      ],
    },

    // 기다리는 요청 둘 / Two requests are waiting
    {
      id: 'waiting-requests',
      title: { ko: '기다리는 요청 둘', en: 'Two requests are waiting' },
      messages: {
        'good-not-approved': {
          ko: 'httpd-team에 들어가려는 요청이 승인되지 않았습니다.',
          en: 'The request that wants to join httpd-team has not been approved.',
        },
        'bad-not-denied': {
          ko: '관리자가 되려는 요청이 거부되지 않았습니다.',
          en: 'The request that wants to be an administrator has not been denied.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'security/users/waiting-setup', part: 'setup',
          source: { file: 'content/docs/security/users.mdx', line: 547 },
          title: { ko: '기다리는 요청 둘', en: 'Two requests are waiting' },
          lead: {
            ko: '읽어 보고, 하나는 승인하고 하나는 거부하십시오.',
            en: 'Read them, approve the one and deny the other.',
          },
          on: 'master',
          script: `kubectl delete certificatesigningrequest web-developer night-shift --ignore-not-found
openssl req -new -newkey rsa:2048 -noenc -keyout web-developer.key -subj "/O=kubeadm:cluster-admins/CN=developer" -out web-developer.csr 2>/dev/null
openssl req -new -newkey rsa:2048 -noenc -keyout night-shift.key -subj "/O=httpd-team/CN=night" -out night-shift.csr 2>/dev/null
for name in web-developer night-shift; do
  kubectl apply -f - <<EOF
apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata:
  name: $name
spec:
  request: $(base64 -w 0 "$name.csr")
  signerName: kubernetes.io/kube-apiserver-client
  expirationSeconds: 600
  usages:
    - client auth
EOF
done`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '96b20b70c4dac8a8',
        },
        {
          type: 'step', id: 'security/users/waiting-answer', part: 'answer',
          source: { file: 'content/docs/security/users.mdx', line: 572 },
          title: { ko: '기다리는 요청 둘', en: 'Two requests are waiting' },
          lead: {
            ko: 'web-developer가 kubeadm:cluster-admins를 요청하고 있습니다.',
            en: 'It is web-developer that asks for kubeadm:cluster-admins.',
          },
          on: 'master',
          script: `for name in web-developer night-shift; do
  kubectl get certificatesigningrequest "$name" -o jsonpath='{.spec.request}' | base64 -d | openssl req -noout -subject
done
kubectl certificate deny web-developer
kubectl certificate approve night-shift`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '252fb0e8197f5cdc',
        },
        {
          type: 'step', id: 'security/users/waiting-wrong', part: 'wrong',
          source: { file: 'content/docs/security/users.mdx', line: 587 },
          title: { ko: '기다리는 요청 둘', en: 'Two requests are waiting' },
          lead: {
            ko: '이름만 믿고 승인하면 관리자가 하나 생깁니다.',
            en: 'Whoever trusts the names makes an administrator.',
          },
          on: 'master',
          script: `kubectl certificate approve web-developer
kubectl certificate deny night-shift`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'ea19a9eda1124ec5',
        },
        {
          type: 'step', id: 'security/users/waiting-check', part: 'check',
          source: { file: 'content/docs/security/users.mdx', line: 594 },
          title: { ko: '기다리는 요청 둘', en: 'Two requests are waiting' },
          lead: { ko: '검사는 두 요청의 조건을 봅니다.', en: 'The check looks at the conditions of both requests.' },
          on: 'master',
          script: `ok=yes
good=$(kubectl get certificatesigningrequest night-shift -o jsonpath='{.status.conditions[*].type}' 2>/dev/null || true)
test "$good" = Approved || { echo good-not-approved; ok=no; }
bad=$(kubectl get certificatesigningrequest web-developer -o jsonpath='{.status.conditions[*].type}' 2>/dev/null || true)
test "$bad" = Denied || { echo bad-not-denied; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '24195fcf71fe5d78',
        },
      ],
    },
  ],
})
