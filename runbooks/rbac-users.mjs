#!/usr/bin/env zx
// Generated from content/docs/security/rbac.mdx by `npm run extract`; edit the chapter, not this file.
// RBAC / RBAC
// Run it with: npx zx runbooks/rbac-users.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'rbac-users',
  page: 'security/rbac',
  title: { ko: 'RBAC', en: 'RBAC' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { httpd: '2.4' },
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

    // ── content/docs/security/rbac.mdx ───────────────────────────────────────────────────────────

    // 생각 / The idea
    {
      type: 'step', id: 'security/rbac/mode',
      source: { file: 'content/docs/security/rbac.mdx', line: 59 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: 'API 서버가 RBAC를 쓰는지부터 확인합니다.', en: 'First check that the API server uses RBAC.' },
      on: 'master',
      script: 'sudo grep authorization-mode /etc/kubernetes/manifests/kube-apiserver.yaml',
      expect: { match: 'exact', text: '    - --authorization-mode=Node,RBAC' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd4a01aca2b895460',
    },
    {
      type: 'step', id: 'security/rbac/namespaces',
      source: { file: 'content/docs/security/rbac.mdx', line: 69 },
      title: { ko: '생각', en: 'The idea' },
      lead: { ko: '네임스페이스 둘을 만듭니다.', en: 'Make the two namespaces.' },
      on: 'master',
      script: `kubectl create namespace project-httpd-dev --dry-run=client -o yaml | kubectl apply -f -
kubectl create namespace project-httpd-prod --dry-run=client -o yaml | kubectl apply -f -`,
      expect: {
        match: 'exact',
        text: `namespace/project-httpd-dev …
namespace/project-httpd-prod …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '56959b96aa74a5b3',
    },

    // 작은 역할 하나 / One small role
    {
      type: 'file', id: 'security/rbac/file:pod-reader.yaml',
      source: { file: 'content/docs/security/rbac.mdx', line: 85 },
      title: { ko: '작은 역할 하나', en: 'One small role' },
      lead: {
        ko: 'Pod를 보고 로그를 읽는 것만 되는 역할을 적고, satellite에게 묶습니다.',
        en: 'Write a role that may look at Pods and read their logs, and no more, and bind it to satellite.',
      },
      on: 'master',
      path: 'pod-reader.yaml', subst: [],
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: pod-reader
  namespace: project-httpd-dev
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: satellite-reads-pods
  namespace: project-httpd-dev
subjects:
  - kind: User
    name: satellite
    apiGroup: rbac.authorization.k8s.io
roleRef:
  kind: Role
  name: pod-reader
  apiGroup: rbac.authorization.k8s.io`,
      hash: 'e1eeec0a4693929a',
    },
    {
      type: 'step', id: 'security/rbac/pod-reader',
      source: { file: 'content/docs/security/rbac.mdx', line: 117 },
      title: { ko: '작은 역할 하나', en: 'One small role' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f pod-reader.yaml',
      expect: {
        match: 'exact',
        text: `role.rbac.authorization.k8s.io/pod-reader …
rolebinding.rbac.authorization.k8s.io/satellite-reads-pods …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '914c281508e82f0f',
    },
    {
      type: 'step', id: 'security/rbac/satellite-reads',
      source: { file: 'content/docs/security/rbac.mdx', line: 128 },
      title: { ko: '작은 역할 하나', en: 'One small role' },
      lead: { ko: '이제는 오류가 아니라 「없다」고 합니다.', en: 'Now it is no error any more; there just are none.' },
      on: 'master',
      script: 'kubectl get pods --kubeconfig satellite.kubeconfig --namespace project-httpd-dev 2>&1',
      expect: { match: 'exact', text: 'No resources found in project-httpd-dev namespace.' },
      unless: 'kubectl get deployment httpd --namespace project-httpd-dev',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '143e594cdd4079b5',
    },

    // 두 가지 확인 / Two ways to check
    {
      type: 'step', id: 'security/rbac/can-i-yes',
      source: { file: 'content/docs/security/rbac.mdx', line: 140 },
      title: { ko: '두 가지 확인', en: 'Two ways to check' },
      lead: { ko: '네임스페이스마다 답이 다릅니다.', en: 'The answer depends on the namespace.' },
      on: 'master',
      script: 'kubectl auth can-i list pods --namespace project-httpd-dev --as satellite',
      expect: { match: 'exact', text: 'yes' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '17defeb8300a551b',
    },
    {
      type: 'step', id: 'security/rbac/can-i-no',
      source: { file: 'content/docs/security/rbac.mdx', line: 150 },
      title: { ko: '두 가지 확인', en: 'Two ways to check' },
      lead: {
        ko: 'no는 오류가 아니라 대답이지만, 종료 상태는 1입니다.',
        en: 'no is an answer, not an error; but the exit status is 1.',
      },
      on: 'master',
      script: 'kubectl auth can-i list pods --namespace project-httpd-prod --as satellite',
      expect: { match: 'exact', text: 'no' },
      unless: 'kubectl get rolebinding satellite-view --namespace project-httpd-prod',
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '5041f95d5c2b297c',
    },

    // ClusterRole을 네임스페이스에서 / A ClusterRole in a namespace
    {
      type: 'step', id: 'security/rbac/bindings',
      source: { file: 'content/docs/security/rbac.mdx', line: 179 },
      title: { ko: 'ClusterRole을 네임스페이스에서', en: 'A ClusterRole in a namespace' },
      lead: {
        ko: 'kubectl create rolebinding이 매니페스트보다 빠릅니다.',
        en: 'kubectl create rolebinding is quicker than a manifest.',
      },
      on: 'master',
      script: `kubectl create rolebinding satellite-edit --clusterrole edit --user satellite --namespace project-httpd-dev --dry-run=client -o yaml | kubectl apply -f -
kubectl create rolebinding satellite-view --clusterrole view --user satellite --namespace project-httpd-prod --dry-run=client -o yaml | kubectl apply -f -
kubectl create rolebinding openshift-edit --clusterrole edit --user openshift --namespace project-httpd-prod --dry-run=client -o yaml | kubectl apply -f -`,
      expect: {
        match: 'exact',
        text: `rolebinding.rbac.authorization.k8s.io/satellite-edit …
rolebinding.rbac.authorization.k8s.io/satellite-view …
rolebinding.rbac.authorization.k8s.io/openshift-edit …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9ebb8397df7bf516',
    },

    // 본인의 손으로 / With their own hands
    {
      type: 'step', id: 'security/rbac/satellite-deploys',
      source: { file: 'content/docs/security/rbac.mdx', line: 195 },
      title: { ko: '본인의 손으로', en: 'With their own hands' },
      lead: {
        ko: 'kubeconfig에 네임스페이스가 적혀 있어 -n이 필요 없습니다.',
        en: 'The kubeconfig names the namespace, so no -n is needed.',
      },
      on: 'master',
      script: `kubectl create deployment httpd --image httpd:2.4 --kubeconfig satellite.kubeconfig
kubectl rollout status deployment httpd --kubeconfig satellite.kubeconfig --timeout=5m`,
      expect: {
        match: 'exact',
        text: `deployment.apps/httpd created
…
deployment "httpd" successfully rolled out`,
      },
      unless: 'kubectl get deployment httpd --namespace project-httpd-dev',
      exit: 0, order: 'parallel', timeoutSeconds: 360, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2d0722e4147f6ef1',
    },
    {
      type: 'step', id: 'security/rbac/satellite-prod',
      source: { file: 'content/docs/security/rbac.mdx', line: 208 },
      title: { ko: '본인의 손으로', en: 'With their own hands' },
      lead: { ko: '만드는 것은 거절됩니다.', en: 'Making something there is refused.' },
      on: 'master',
      script: `kubectl get deployments --kubeconfig satellite.kubeconfig --namespace project-httpd-prod 2>&1
kubectl create deployment httpd --image httpd:2.4 --kubeconfig satellite.kubeconfig --namespace project-httpd-prod 2>&1`,
      expect: {
        match: 'exact',
        text: `No resources found in project-httpd-prod namespace.
error: failed to create deployment: deployments.apps is forbidden: User "satellite" cannot create resource "deployments" in API group "apps" in the namespace "project-httpd-prod"`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '18f960ff7e120b79',
    },
    {
      type: 'step', id: 'security/rbac/openshift-prod',
      source: { file: 'content/docs/security/rbac.mdx', line: 220 },
      title: { ko: '본인의 손으로', en: 'With their own hands' },
      lead: {
        ko: 'openshift는 prod에서 ConfigMap 하나를 만들고 지울 수 있습니다.',
        en: 'openshift may make a ConfigMap in prod, and delete it.',
      },
      on: 'master',
      script: `kubectl create configmap motd --from-literal=text=hello --kubeconfig openshift.kubeconfig
kubectl delete configmap motd --kubeconfig openshift.kubeconfig`,
      expect: {
        match: 'exact',
        text: `configmap/motd created
configmap "motd" deleted…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2d1f1d6d2e9ad85a',
    },
    {
      type: 'step', id: 'security/rbac/openshift-dev',
      source: { file: 'content/docs/security/rbac.mdx', line: 232 },
      title: { ko: '본인의 손으로', en: 'With their own hands' },
      lead: { ko: 'dev에서는 아무것도 보지 못합니다.', en: 'In dev it does not even see anything.' },
      on: 'master',
      script: 'kubectl get deployments --kubeconfig openshift.kubeconfig --namespace project-httpd-dev 2>&1',
      expect: {
        match: 'exact',
        text: 'Error from server (Forbidden): deployments.apps is forbidden: User "openshift" cannot list resource "deployments" in API group "apps" in the namespace "project-httpd-dev"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1ef99baf38ef2073',
    },

    // view와 edit의 차이 / Between view and edit
    {
      type: 'step', id: 'security/rbac/secrets',
      source: { file: 'content/docs/security/rbac.mdx', line: 244 },
      title: { ko: 'view와 edit의 차이', en: 'Between view and edit' },
      lead: {
        ko: 'Secret을 읽으면 그 안의 토큰으로 다른 사람이 될 수 있기 때문입니다.',
        en: 'Whoever reads Secrets can become somebody else with a token found in them.',
      },
      on: 'master',
      script: `for namespace in project-httpd-dev project-httpd-prod; do
  echo "$namespace: $(kubectl auth can-i get secrets --namespace "$namespace" --as satellite || true)"
done`,
      expect: {
        match: 'exact',
        text: `project-httpd-dev: yes
project-httpd-prod: no`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4247715be9a8c9f2',
    },
    {
      type: 'step', id: 'security/rbac/no-escalation',
      source: { file: 'content/docs/security/rbac.mdx', line: 257 },
      title: { ko: 'view와 edit의 차이', en: 'Between view and edit' },
      lead: { ko: 'edit이라도 남에게 권한을 주지는 못합니다.', en: 'And even edit cannot give rights to others.' },
      on: 'master',
      script: 'kubectl create rolebinding friend --clusterrole edit --user friend --kubeconfig satellite.kubeconfig 2>&1',
      expect: {
        match: 'contains',
        text: 'User "satellite" cannot create resource "rolebindings" in API group "rbac.authorization.k8s.io" in the namespace "project-httpd-dev"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '421e260d44bf0864',
    },

    // 네임스페이스 밖의 것 / What lies in no namespace
    {
      type: 'step', id: 'security/rbac/node-reader',
      source: { file: 'content/docs/security/rbac.mdx', line: 269 },
      title: { ko: '네임스페이스 밖의 것', en: 'What lies in no namespace' },
      lead: { ko: '두 사람의 인증서에 O=httpd-team이 있었습니다.', en: 'Both certificates have O=httpd-team.' },
      on: 'master',
      script: `kubectl create clusterrole httpd-node-reader --verb get,list,watch --resource nodes --dry-run=client -o yaml | kubectl apply -f -
kubectl create clusterrolebinding httpd-team-reads-nodes --clusterrole httpd-node-reader --group httpd-team --dry-run=client -o yaml | kubectl apply -f -`,
      expect: {
        match: 'exact',
        text: `clusterrole.rbac.authorization.k8s.io/httpd-node-reader …
clusterrolebinding.rbac.authorization.k8s.io/httpd-team-reads-nodes …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c3a8b5498d968318',
    },
    {
      type: 'step', id: 'security/rbac/nodes',
      source: { file: 'content/docs/security/rbac.mdx', line: 281 },
      title: { ko: '네임스페이스 밖의 것', en: 'What lies in no namespace' },
      lead: { ko: '두 사람 모두 노드를 봅니다.', en: 'Both see the nodes.' },
      on: 'master',
      script: `kubectl get nodes -o name --kubeconfig satellite.kubeconfig
kubectl get nodes -o name --kubeconfig openshift.kubeconfig`,
      expect: {
        match: 'exact',
        text: `node/master
node/node1
node/node2
node/master
node/node1
node/node2`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'cae5c5e4269798c5',
    },
    {
      type: 'step', id: 'security/rbac/as-group',
      source: { file: 'content/docs/security/rbac.mdx', line: 297 },
      title: { ko: '네임스페이스 밖의 것', en: 'What lies in no namespace' },
      lead: { ko: '그룹까지 말하면 됩니다.', en: 'Say the group, and it works.' },
      on: 'master',
      script: `echo "without the group: $(kubectl auth can-i list nodes --as satellite 2>/dev/null || true)"
echo "with the group: $(kubectl auth can-i list nodes --as satellite --as-group httpd-team 2>/dev/null || true)"`,
      expect: {
        match: 'exact',
        text: `without the group: no
with the group: yes`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2f94b788b5590bc6',
    },

    // 집계된 ClusterRole / Aggregated ClusterRoles
    {
      type: 'file', id: 'security/rbac/file:aggregate.yaml',
      source: { file: 'content/docs/security/rbac.mdx', line: 313 },
      title: { ko: '집계된 ClusterRole', en: 'Aggregated ClusterRoles' },
      lead: { ko: '빈 역할 하나와 조각 하나를 만듭니다.', en: 'Make an empty role, and one piece of it.' },
      on: 'master',
      path: 'aggregate.yaml', subst: [],
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: httpd-operator
aggregationRule:
  clusterRoleSelectors:
    - matchLabels:
        example.com/aggregate-to-httpd-operator: "true"
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: httpd-operator-scale
  labels:
    example.com/aggregate-to-httpd-operator: "true"
rules:
  - apiGroups: [apps]
    resources: [deployments/scale]
    verbs: [get, patch, update]`,
      hash: 'b9c535eee88621d9',
    },
    {
      type: 'step', id: 'security/rbac/aggregate',
      source: { file: 'content/docs/security/rbac.mdx', line: 338 },
      title: { ko: '집계된 ClusterRole', en: 'Aggregated ClusterRoles' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f aggregate.yaml',
      expect: {
        match: 'exact',
        text: `clusterrole.rbac.authorization.k8s.io/httpd-operator …
clusterrole.rbac.authorization.k8s.io/httpd-operator-scale …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '78d7fe3184bb543e',
    },
    {
      type: 'step', id: 'security/rbac/aggregated',
      source: { file: 'content/docs/security/rbac.mdx', line: 349 },
      title: { ko: '집계된 ClusterRole', en: 'Aggregated ClusterRoles' },
      lead: {
        ko: '우리는 rules: []라고 적었지만, 컨트롤러 매니저가 조각의 규칙을 채워 넣었습니다.',
        en: 'We wrote rules: [], and the controller manager filled in the rules of the piece.',
      },
      on: 'master',
      script: "kubectl get clusterrole httpd-operator -o jsonpath='{.rules[*].resources[*]}: {.rules[*].verbs[*]}{\"\\n\"}'",
      expect: { match: 'exact', text: 'deployments/scale: get patch update' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd7c12d9032b47a8f',
    },
    {
      type: 'step', id: 'security/rbac/view-aggregation',
      source: { file: 'content/docs/security/rbac.mdx', line: 361 },
      title: { ko: '집계된 ClusterRole', en: 'Aggregated ClusterRoles' },
      lead: { ko: 'view도 그렇게 되어 있습니다.', en: 'view is made in the same way.' },
      on: 'master',
      script: "kubectl get clusterrole view -o jsonpath='{.aggregationRule.clusterRoleSelectors[0].matchLabels}{\"\\n\"}'",
      expect: { match: 'exact', text: '{"rbac.authorization.k8s.io/aggregate-to-view":"true"}' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f9438e82ded2d3cc',
    },

    // subject의 apiGroup / The subject's apiGroup
    {
      type: 'step', id: 'security/rbac/wrong-group',
      source: { file: 'content/docs/security/rbac.mdx', line: 375 },
      title: { ko: 'subject의 apiGroup', en: "The subject's apiGroup" },
      lead: {
        ko: '--dry-run=server는 API 서버가 검사만 하고 저장하지 않게 합니다.',
        en: '--dry-run=server has the API server check everything and store nothing.',
      },
      on: 'master',
      script: `kubectl apply --dry-run=server -f - 2>&1 <<'EOF'
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: wrong
  namespace: project-httpd-dev
subjects:
  - kind: User
    name: satellite
    apiGroup: rbac.authorization.k8s.io/v1
roleRef:
  kind: ClusterRole
  name: view
  apiGroup: rbac.authorization.k8s.io
EOF`,
      expect: {
        match: 'contains',
        text: 'subjects[0].apiGroup: Unsupported value: "rbac.authorization.k8s.io/v1": supported values: "rbac.authorization.k8s.io"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b317a7f40d248a08',
    },
    {
      type: 'step', id: 'security/rbac/empty-group',
      source: { file: 'content/docs/security/rbac.mdx', line: 399 },
      title: { ko: 'subject의 apiGroup', en: "The subject's apiGroup" },
      lead: {
        ko: '파일과 저장된 것이 달라지므로, 바르게 적는 것이 낫습니다.',
        en: 'As the file and what is stored then differ, write it right.',
      },
      on: 'master',
      script: String.raw`kubectl apply --dry-run=server -o jsonpath='{.subjects[0].kind} {.subjects[0].apiGroup}{"\n"}' -f - <<'EOF'
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: empty
  namespace: project-httpd-dev
subjects:
  - kind: User
    name: satellite
    apiGroup: ""
roleRef:
  kind: ClusterRole
  name: view
  apiGroup: rbac.authorization.k8s.io
EOF`,
      expect: { match: 'exact', text: 'User rbac.authorization.k8s.io' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7847829e1fc21a8b',
    },

    // 아무도 아닌 사람 / Nobody of that name
    {
      type: 'step', id: 'security/rbac/wrong-name',
      source: { file: 'content/docs/security/rbac.mdx', line: 425 },
      title: { ko: '아무도 아닌 사람', en: 'Nobody of that name' },
      lead: {
        ko: '대문자 하나 때문에 아무에게도 주지 않는 바인딩이 됩니다.',
        en: 'One capital letter makes a binding that helps nobody.',
      },
      on: 'master',
      script: `kubectl create rolebinding typo --clusterrole view --user Openshift --namespace project-httpd-dev --dry-run=client -o yaml | kubectl apply -f -
kubectl auth can-i list pods --namespace project-httpd-dev --as openshift || true`,
      expect: {
        match: 'exact',
        text: `rolebinding.rbac.authorization.k8s.io/typo …
no`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '8a4a4b122a693f1c',
    },

    // roleRef는 바꿀 수 없습니다 / roleRef cannot be changed
    {
      type: 'step', id: 'security/rbac/roleref',
      source: { file: 'content/docs/security/rbac.mdx', line: 441 },
      title: { ko: 'roleRef는 바꿀 수 없습니다', en: 'roleRef cannot be changed' },
      lead: {
        ko: 'subjects는 언제든 고칠 수 있지만, 가리키는 역할은 바꿀 수 없습니다.',
        en: 'The role that a binding points to may not.',
      },
      on: 'master',
      script: "kubectl patch rolebinding typo --namespace project-httpd-dev --patch '{\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\",\"name\":\"edit\"}}' 2>&1",
      expect: { match: 'contains', text: 'cannot change roleRef' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '037e5ca1d7fe7943',
    },
    {
      type: 'step', id: 'security/rbac/typo-gone',
      source: { file: 'content/docs/security/rbac.mdx', line: 451 },
      title: { ko: 'roleRef는 바꿀 수 없습니다', en: 'roleRef cannot be changed' },
      lead: {
        ko: '누가 무엇을 받는지가 몰래 바뀌지 않게 하려는 규칙입니다.',
        en: "The rule is there so that nobody's rights change behind their back.",
      },
      on: 'master',
      script: 'kubectl delete rolebinding typo --namespace project-httpd-dev',
      expect: { match: 'exact', text: 'rolebinding.rbac.authorization.k8s.io "typo" deleted…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '488c39813471fa62',
    },

    // 권한을 거두기 / Taking rights back
    {
      type: 'step', id: 'security/rbac/take-back',
      source: { file: 'content/docs/security/rbac.mdx', line: 463 },
      title: { ko: '권한을 거두기', en: 'Taking rights back' },
      lead: {
        ko: '임시로 openshift에게 dev를 보여 주었다가 거두어 봅니다.',
        en: 'Let openshift look into dev for a moment, and take it back.',
      },
      on: 'master',
      script: `kubectl create rolebinding visit --clusterrole view --user openshift --namespace project-httpd-dev --dry-run=client -o yaml | kubectl apply -f -
kubectl get deployments -o name --kubeconfig openshift.kubeconfig --namespace project-httpd-dev
kubectl delete rolebinding visit --namespace project-httpd-dev
kubectl get deployments -o name --kubeconfig openshift.kubeconfig --namespace project-httpd-dev 2>&1 || true`,
      expect: {
        match: 'exact',
        text: `rolebinding.rbac.authorization.k8s.io/visit …
deployment.apps/httpd
rolebinding.rbac.authorization.k8s.io "visit" deleted…
Error from server (Forbidden): deployments.apps is forbidden: User "openshift" cannot list resource "deployments" in API group "apps" in the namespace "project-httpd-dev"`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4cc34edc20d3e92f',
    },
    {
      type: 'step', id: 'security/rbac/who',
      source: { file: 'content/docs/security/rbac.mdx', line: 479 },
      title: { ko: '권한을 거두기', en: 'Taking rights back' },
      lead: {
        ko: 'ClusterRoleBinding과 그룹으로 받은 것은 이 목록에 나오지 않습니다.',
        en: 'Look for the RoleBindings with that name; ClusterRoleBindings and what comes by a group are not in this list.',
      },
      on: 'master',
      script: "kubectl get rolebindings --all-namespaces --no-headers -o custom-columns='NAMESPACE:.metadata.namespace,NAME:.metadata.name,ROLE:.roleRef.name,USER:.subjects[*].name' | awk '$4 == \"satellite\"'",
      expect: {
        match: 'exact',
        text: `project-httpd-dev…satellite-edit…edit…satellite
project-httpd-dev…satellite-reads-pods…pod-reader…satellite
project-httpd-prod…satellite-view…view…satellite`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c34798e04d71100d',
    },

    // 확인 / Check
    {
      type: 'step', id: 'security/rbac/check',
      source: { file: 'content/docs/security/rbac.mdx', line: 493 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '처음의 표를 API 서버에게 그대로 물어봅니다.', en: 'Put the table of the beginning to the API server.' },
      on: 'master',
      script: `for namespace in project-httpd-dev project-httpd-prod; do
  for user in satellite openshift; do
    look=$(kubectl auth can-i list deployments --namespace "$namespace" --as "$user" || true)
    change=$(kubectl auth can-i create deployments --namespace "$namespace" --as "$user" || true)
    echo "$namespace $user look=$look change=$change"
  done
done`,
      expect: {
        match: 'exact',
        text: `project-httpd-dev satellite look=yes change=yes
project-httpd-dev openshift look=no change=no
project-httpd-prod satellite look=yes change=no
project-httpd-prod openshift look=yes change=yes`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: 'b8f24fa9e9e7ddba',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'security/rbac/clear',
      source: { file: 'content/docs/security/rbac.mdx', line: 514 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '클러스터 전체의 것은 따로 지웁니다.', en: 'What belongs to the whole cluster is removed by name.' },
      on: 'master',
      script: `kubectl delete clusterrolebinding httpd-team-reads-nodes scaler auditors auditors-view --ignore-not-found
kubectl delete clusterrole httpd-node-reader httpd-operator httpd-operator-scale --ignore-not-found
kubectl delete namespace project-httpd-dev project-httpd-prod --ignore-not-found --timeout=5m`,
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: 'ce6909f4e87950c7',
    },
  ],
  exercises: [

    // 수만 바꿀 수 있는 사람 / Someone who may only scale
    {
      id: 'scaler',
      title: { ko: '수만 바꿀 수 있는 사람', en: 'Someone who may only scale' },
      messages: {
        'cannot-list': {
          ko: '사용자 scaler가 project-httpd-dev의 deployments를 볼 수 없습니다.',
          en: 'The user scaler cannot list the deployments of project-httpd-dev.',
        },
        'cannot-scale': {
          ko: '사용자 scaler가 project-httpd-dev의 Deployment의 수를 바꿀 수 없습니다.',
          en: 'The user scaler cannot scale the deployments of project-httpd-dev.',
        },
        'can-delete': { ko: '사용자 scaler가 Deployment를 지울 수 있습니다.', en: 'The user scaler can delete deployments.' },
        'can-see-secrets': { ko: '사용자 scaler가 Secret을 읽을 수 있습니다.', en: 'The user scaler can read Secrets.' },
        'too-wide': {
          ko: '사용자 scaler가 project-httpd-prod에서도 할 수 있습니다.',
          en: 'The user scaler can do it in project-httpd-prod too.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'security/rbac/scaler-setup', part: 'setup',
          source: { file: 'content/docs/security/rbac.mdx', line: 537 },
          title: { ko: '수만 바꿀 수 있는 사람', en: 'Someone who may only scale' },
          lead: {
            ko: '지우거나, Secret을 읽거나, project-httpd-prod에서 무엇을 하는 것은 안 됩니다.',
            en: 'Deleting them, reading Secrets, or doing anything in project-httpd-prod must not be possible.',
          },
          on: 'master',
          script: `kubectl create namespace project-httpd-dev --dry-run=client -o yaml | kubectl apply -f -
kubectl create namespace project-httpd-prod --dry-run=client -o yaml | kubectl apply -f -
kubectl delete rolebinding scaler --namespace project-httpd-dev --ignore-not-found
kubectl delete role scaler --namespace project-httpd-dev --ignore-not-found
kubectl delete clusterrolebinding scaler --ignore-not-found`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '2aea9944ad392768',
        },
        {
          type: 'step', id: 'security/rbac/scaler-answer', part: 'answer',
          source: { file: 'content/docs/security/rbac.mdx', line: 550 },
          title: { ko: '수만 바꿀 수 있는 사람', en: 'Someone who may only scale' },
          lead: {
            ko: 'kubectl scale은 하위 자원 deployments/scale을 patch합니다.',
            en: 'kubectl scale does a patch of the subresource deployments/scale.',
          },
          on: 'master',
          script: `kubectl apply -f - <<'EOF'
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: scaler
  namespace: project-httpd-dev
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list]
  - apiGroups: [apps]
    resources: [deployments/scale]
    verbs: [get, patch, update]
EOF
kubectl create rolebinding scaler --role scaler --user scaler --namespace project-httpd-dev`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '7067fc8b1cf5b920',
        },
        {
          type: 'step', id: 'security/rbac/scaler-wrong-edit', part: 'wrong',
          source: { file: 'content/docs/security/rbac.mdx', line: 575 },
          title: { ko: '수만 바꿀 수 있는 사람', en: 'Someone who may only scale' },
          lead: {
            ko: 'ClusterRoleBinding으로 주면 모든 네임스페이스에서 됩니다.',
            en: 'edit does it and gives far too much; by a ClusterRoleBinding it even holds in every namespace.',
          },
          on: 'master',
          script: 'kubectl create rolebinding scaler --clusterrole edit --user scaler --namespace project-httpd-dev',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '009cd20b9630a1dd',
        },
        {
          type: 'step', id: 'security/rbac/scaler-wrong-cluster', part: 'wrong',
          source: { file: 'content/docs/security/rbac.mdx', line: 579 },
          title: { ko: '수만 바꿀 수 있는 사람', en: 'Someone who may only scale' },
          on: 'master',
          script: 'kubectl create clusterrolebinding scaler --clusterrole edit --user scaler',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'bf1884b9c3ea7836',
        },
        {
          type: 'step', id: 'security/rbac/scaler-check', part: 'check',
          source: { file: 'content/docs/security/rbac.mdx', line: 585 },
          title: { ko: '수만 바꿀 수 있는 사람', en: 'Someone who may only scale' },
          lead: { ko: '검사는 scaler인 척하고 물어봅니다.', en: 'The check pretends to be scaler, and asks.' },
          on: 'master',
          script: `ok=yes
list=$(kubectl auth can-i list deployments --namespace project-httpd-dev --as scaler 2>/dev/null || true)
test "$list" = yes || { echo cannot-list; ok=no; }
scale=$(kubectl auth can-i patch deployments --subresource scale --namespace project-httpd-dev --as scaler 2>/dev/null || true)
test "$scale" = yes || { echo cannot-scale; ok=no; }
delete=$(kubectl auth can-i delete deployments --namespace project-httpd-dev --as scaler 2>/dev/null || true)
test "$delete" = no || { echo can-delete; ok=no; }
secrets=$(kubectl auth can-i get secrets --namespace project-httpd-dev --as scaler 2>/dev/null || true)
test "$secrets" = no || { echo can-see-secrets; ok=no; }
prod=$(kubectl auth can-i list deployments --namespace project-httpd-prod --as scaler 2>/dev/null || true)
test "$prod" = no || { echo too-wide; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '5fe6f5b774b2e1a8',
        },
      ],
    },

    // 아무에게도 통하지 않는 바인딩 / A binding that helps nobody
    {
      id: 'broken-binding',
      title: { ko: '아무에게도 통하지 않는 바인딩', en: 'A binding that helps nobody' },
      messages: {
        'cannot-read': {
          ko: '그룹 auditors의 사람이 project-httpd-prod의 Pod를 볼 수 없습니다.',
          en: 'Members of the group auditors cannot list the Pods of project-httpd-prod.',
        },
        'too-wide': {
          ko: '그룹 auditors의 사람이 project-httpd-dev의 Pod도 볼 수 있습니다.',
          en: 'Members of the group auditors can list the Pods of project-httpd-dev too.',
        },
        'can-write': {
          ko: '그룹 auditors의 사람이 project-httpd-prod의 Pod를 지울 수 있습니다.',
          en: 'Members of the group auditors can delete Pods of project-httpd-prod.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'security/rbac/binding-setup', part: 'setup',
          source: { file: 'content/docs/security/rbac.mdx', line: 606 },
          title: { ko: '아무에게도 통하지 않는 바인딩', en: 'A binding that helps nobody' },
          lead: {
            ko: '다른 네임스페이스는 보이지 않아야 하고, 고치는 것도 되지 않아야 합니다.',
            en: 'They must not see other namespaces, and must not change anything.',
          },
          on: 'master',
          script: `kubectl create namespace project-httpd-dev --dry-run=client -o yaml | kubectl apply -f -
kubectl create namespace project-httpd-prod --dry-run=client -o yaml | kubectl apply -f -
kubectl delete clusterrolebinding auditors auditors-view --ignore-not-found
kubectl delete rolebinding auditors auditors-view --namespace project-httpd-prod --ignore-not-found
kubectl create rolebinding auditors --clusterrole veiw --user auditors --namespace project-httpd-prod`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '614c8d2740dc5d07',
        },
        {
          type: 'step', id: 'security/rbac/binding-answer', part: 'answer',
          source: { file: 'content/docs/security/rbac.mdx', line: 619 },
          title: { ko: '아무에게도 통하지 않는 바인딩', en: 'A binding that helps nobody' },
          lead: {
            ko: 'roleRef는 바꿀 수 없으니 지우고 다시 만듭니다.',
            en: 'roleRef cannot be changed, so delete the binding and make a new one.',
          },
          on: 'master',
          script: `kubectl delete rolebinding auditors --namespace project-httpd-prod
kubectl create rolebinding auditors --clusterrole view --group auditors --namespace project-httpd-prod`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '5454a022d3afe6ae',
        },
        {
          type: 'step', id: 'security/rbac/binding-wrong-subject', part: 'wrong',
          source: { file: 'content/docs/security/rbac.mdx', line: 631 },
          title: { ko: '아무에게도 통하지 않는 바인딩', en: 'A binding that helps nobody' },
          lead: {
            ko: '역할만 고치고 subject를 그대로 두거나, ClusterRoleBinding으로 모든 네임스페이스를 열어 주는 것이 흔한 틀린 답입니다.',
            en: 'Usual wrong answers: to mend the role and leave the subject, or to open every namespace with a ClusterRoleBinding.',
          },
          on: 'master',
          script: `kubectl delete rolebinding auditors --namespace project-httpd-prod
kubectl create rolebinding auditors --clusterrole view --user auditors --namespace project-httpd-prod`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '6f8375a88a92169c',
        },
        {
          type: 'step', id: 'security/rbac/binding-wrong-cluster', part: 'wrong',
          source: { file: 'content/docs/security/rbac.mdx', line: 636 },
          title: { ko: '아무에게도 통하지 않는 바인딩', en: 'A binding that helps nobody' },
          on: 'master',
          script: 'kubectl create clusterrolebinding auditors --clusterrole view --group auditors',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'db8584bdee9329ef',
        },
        {
          type: 'step', id: 'security/rbac/binding-check', part: 'check',
          source: { file: 'content/docs/security/rbac.mdx', line: 642 },
          title: { ko: '아무에게도 통하지 않는 바인딩', en: 'A binding that helps nobody' },
          lead: {
            ko: '검사는 그룹 auditors의 아무개인 척하고 물어봅니다.',
            en: 'The check pretends to be some member of the group auditors, and asks.',
          },
          on: 'master',
          script: `ok=yes
read=$(kubectl auth can-i list pods --namespace project-httpd-prod --as anyone --as-group auditors 2>/dev/null || true)
test "$read" = yes || { echo cannot-read; ok=no; }
dev=$(kubectl auth can-i list pods --namespace project-httpd-dev --as anyone --as-group auditors 2>/dev/null || true)
test "$dev" = no || { echo too-wide; ok=no; }
write=$(kubectl auth can-i delete pods --namespace project-httpd-prod --as anyone --as-group auditors 2>/dev/null || true)
test "$write" = no || { echo can-write; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '30875920cb25ff0c',
        },
      ],
    },
  ],
})
