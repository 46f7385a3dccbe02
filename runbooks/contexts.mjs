#!/usr/bin/env zx
// Generated from content/docs/security/contexts.mdx by `npm run extract`; edit the chapter, not this file.
// kubeconfig와 컨텍스트 / kubeconfig and contexts
// Run it with: npx zx runbooks/contexts.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'contexts',
  page: 'security/contexts',
  title: { ko: 'kubeconfig와 컨텍스트', en: 'kubeconfig and contexts' },
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
  ],
  versions: {},
  items: [

    // ── content/docs/security/contexts.mdx ───────────────────────────────────────────────────────

    // 지금 가진 것 / What you have now
    {
      type: 'step', id: 'security/contexts/mine',
      source: { file: 'content/docs/security/contexts.mdx', line: 77 },
      title: { ko: '지금 가진 것', en: 'What you have now' },
      lead: {
        ko: '인증서와 키는 DATA+OMITTED로 가려져 나옵니다.',
        en: 'Certificates and keys are shown as DATA+OMITTED.',
      },
      on: 'master',
      script: 'kubectl config view',
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
    user: kubernetes-admin
  name: kubernetes-admin@kubernetes
current-context: kubernetes-admin@kubernetes
kind: Config
users:
- name: kubernetes-admin
  user:
    client-certificate-data: DATA+OMITTED
    client-key-data: DATA+OMITTED`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6f196ae743b03c5d',
    },
    {
      type: 'step', id: 'security/contexts/my-contexts',
      source: { file: 'content/docs/security/contexts.mdx', line: 106 },
      title: { ko: '지금 가진 것', en: 'What you have now' },
      lead: { ko: 'NAMESPACE가 비어 있으면 default를 씁니다.', en: 'Where NAMESPACE is empty, it is default.' },
      on: 'master',
      script: 'kubectl config get-contexts',
      expect: {
        match: 'exact',
        text: `CURRENT   NAME                          CLUSTER      AUTHINFO           NAMESPACE
*         kubernetes-admin@kubernetes   kubernetes   kubernetes-admin`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'caa5130e56a8fc9e',
    },
    {
      type: 'step', id: 'security/contexts/remember',
      source: { file: 'content/docs/security/contexts.mdx', line: 117 },
      title: { ko: '지금 가진 것', en: 'What you have now' },
      lead: {
        ko: '장이 끝날 때 이 파일이 그대로인지 보려고 체크섬을 적어 둡니다.',
        en: 'Write down its checksum, to see at the end that this file has not changed.',
      },
      on: 'master',
      script: 'sha256sum "$HOME/.kube/config" > before.sha256',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5ae1f6777ae82495',
    },

    // 놀이터 / A place to play
    {
      type: 'file', id: 'security/contexts/file:playground.yaml',
      source: { file: 'content/docs/security/contexts.mdx', line: 125 },
      title: { ko: '놀이터', en: 'A place to play' },
      lead: { ko: '권한을 주는 RBAC는 뒤에서 배웁니다.', en: 'RBAC, which gives it its rights, comes later.' },
      on: 'master',
      path: 'playground.yaml', subst: [],
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: contexts-dev
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: here
  namespace: contexts-dev
data:
  place: dev
---
apiVersion: v1
kind: Namespace
metadata:
  name: contexts-prod
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: here
  namespace: contexts-prod
data:
  place: prod
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: reader
  namespace: contexts-prod
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: reader
  namespace: contexts-prod
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: reader
    namespace: contexts-prod`,
      hash: 'ee55b31243e7b7b6',
    },
    {
      type: 'step', id: 'security/contexts/playground',
      source: { file: 'content/docs/security/contexts.mdx', line: 175 },
      title: { ko: '놀이터', en: 'A place to play' },
      lead: { ko: '적용합니다.', en: 'Apply it.' },
      on: 'master',
      script: 'kubectl apply -f playground.yaml',
      expect: {
        match: 'exact',
        text: `namespace/contexts-dev …
configmap/here …
namespace/contexts-prod …
configmap/here …
serviceaccount/reader …
rolebinding.rbac.authorization.k8s.io/reader …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'd1bef96ca743fc9a',
    },

    // 손으로 쓰기 / By hand
    {
      type: 'step', id: 'security/contexts/credentials',
      source: { file: 'content/docs/security/contexts.mdx', line: 192 },
      title: { ko: '손으로 쓰기', en: 'By hand' },
      lead: {
        ko: '키는 남이 읽지 못하게 umask를 먼저 정하고, 화면에 내보내지 않습니다.',
        en: 'Set umask before you write, so that nobody else can read the key, and never let it reach the screen.',
      },
      on: 'master',
      script: `umask 077
kubectl config view --minify --raw -o jsonpath='{.users[0].user.client-certificate-data}' | base64 -d > admin.crt
kubectl config view --minify --raw -o jsonpath='{.users[0].user.client-key-data}' | base64 -d > admin.key
openssl x509 -in admin.crt -noout -subject`,
      expect: { match: 'exact', text: 'subject=O=kubeadm:cluster-admins, CN=kubernetes-admin' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '687ec2ccbde474b8',
    },
    {
      type: 'file', id: 'security/contexts/file:dev.yaml',
      source: { file: 'content/docs/security/contexts.mdx', line: 205 },
      title: { ko: '손으로 쓰기', en: 'By hand' },
      lead: { ko: '섞어 쓰면 안 됩니다.', en: 'Do not mix the two.' },
      on: 'master',
      path: 'dev.yaml', mode: '0600', subst: ['MASTER_IP'],
      text: `apiVersion: v1
kind: Config
clusters:
  - name: dev
    cluster:
      server: https://\${MASTER_IP}:6443
      certificate-authority: /etc/kubernetes/pki/ca.crt
users:
  - name: admin
    user:
      client-certificate: admin.crt
      client-key: admin.key
contexts:
  - name: dev
    context:
      cluster: dev
      user: admin
      namespace: contexts-dev
current-context: dev`,
      hash: '6d624b6aab5f2154',
    },
    {
      type: 'step', id: 'security/contexts/dev-works',
      source: { file: 'content/docs/security/contexts.mdx', line: 231 },
      title: { ko: '손으로 쓰기', en: 'By hand' },
      lead: {
        ko: '컨텍스트에 적혀 있기 때문입니다.',
        en: 'You name no namespace, and get the one of contexts-dev: the context says so.',
      },
      on: 'master',
      script: "kubectl --kubeconfig dev.yaml get configmap here -o jsonpath='{.data.place}{\"\\n\"}'",
      expect: { match: 'exact', text: 'dev' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '65c0bf558e6ae835',
    },
    {
      type: 'step', id: 'security/contexts/elsewhere',
      source: { file: 'content/docs/security/contexts.mdx', line: 241 },
      title: { ko: '손으로 쓰기', en: 'By hand' },
      lead: { ko: '다른 디렉터리에서 해 봅니다.', en: 'Try it from another directory.' },
      on: 'master',
      script: "cd / && kubectl --kubeconfig \"$OLDPWD/dev.yaml\" get configmap here -o jsonpath='{.data.place}{\"\\n\"}'",
      expect: { match: 'exact', text: 'dev' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7f27409a7347a349',
    },

    // 명령으로 만들기 / By commands
    {
      type: 'step', id: 'security/contexts/prod-made',
      source: { file: 'content/docs/security/contexts.mdx', line: 255 },
      title: { ko: '명령으로 만들기', en: 'By commands' },
      lead: {
        ko: '--embed-certs는 경로 대신 내용을 넣습니다.',
        en: '--embed-certs puts the content in, not the path.',
      },
      on: 'master',
      script: `kubectl config set-cluster prod --kubeconfig prod.yaml --server "https://$MASTER_IP:6443" --certificate-authority /etc/kubernetes/pki/ca.crt --embed-certs
kubectl config set-credentials reader --kubeconfig prod.yaml --token "$(kubectl create token reader --namespace contexts-prod --duration 8h)"
kubectl config set-context prod --kubeconfig prod.yaml --cluster prod --user reader --namespace contexts-prod
kubectl config use-context prod --kubeconfig prod.yaml`,
      expect: {
        match: 'exact',
        text: `Cluster "prod" set.
User "reader" set.
Context "prod" ….
Switched to context "prod".`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9e0fd230a7b7e1a7',
    },
    {
      type: 'step', id: 'security/contexts/prod-look',
      source: { file: 'content/docs/security/contexts.mdx', line: 273 },
      title: { ko: '명령으로 만들기', en: 'By commands' },
      lead: {
        ko: '토큰은 REDACTED로 가려지고, kubectl이 만든 파일은 주인만 읽을 수 있습니다.',
        en: 'The token is hidden as REDACTED, and a file made by kubectl can be read by its owner only.',
      },
      on: 'master',
      script: String.raw`kubectl --kubeconfig prod.yaml config view -o jsonpath='{.users}{"\n"}'
stat -c '%a %n' prod.yaml`,
      expect: {
        match: 'exact',
        text: `[{"name":"reader","user":{"token":"REDACTED"}}]
600 prod.yaml`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '3901d9e750f5a1fc',
    },
    {
      type: 'step', id: 'security/contexts/prod-reads',
      source: { file: 'content/docs/security/contexts.mdx', line: 285 },
      title: { ko: '명령으로 만들기', en: 'By commands' },
      lead: { ko: '읽어 봅니다.', en: 'Read with it.' },
      on: 'master',
      script: "kubectl --kubeconfig prod.yaml get configmap here -o jsonpath='{.data.place}{\"\\n\"}'",
      expect: { match: 'exact', text: 'prod' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '24f484b05bfdccb8',
    },
    {
      type: 'step', id: 'security/contexts/prod-refuses',
      source: { file: 'content/docs/security/contexts.mdx', line: 295 },
      title: { ko: '명령으로 만들기', en: 'By commands' },
      lead: {
        ko: '평소의 컨텍스트에는 읽기만 하는 신분을 두고, 고칠 때에만 다른 컨텍스트의 이름을 댑니다.',
        en: 'This is the cheapest safety there is for a cluster in production: let the everyday context have credentials that only read, and name another context when you mean to change something.',
      },
      on: 'master',
      script: 'kubectl --kubeconfig prod.yaml delete configmap here 2>&1',
      expect: {
        match: 'exact',
        text: 'Error from server (Forbidden): configmaps "here" is forbidden: User "system:serviceaccount:contexts-prod:reader" cannot delete resource "configmaps" in API group "" in the namespace "contexts-prod"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e10ede26710059e4',
    },

    // 합쳐서 보기 / Look at both
    {
      type: 'step', id: 'security/contexts/both',
      source: { file: 'content/docs/security/contexts.mdx', line: 309 },
      title: { ko: '합쳐서 보기', en: 'Look at both' },
      lead: {
        ko: '현재 컨텍스트는 current-context를 적은 첫째 파일의 것입니다.',
        en: 'The current context is that of the first file that has a current-context.',
      },
      on: 'master',
      script: 'KUBECONFIG=dev.yaml:prod.yaml kubectl config get-contexts',
      expect: {
        match: 'exact',
        text: `CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE
*         dev    dev       admin      contexts-dev
          prod   prod      reader     contexts-prod`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '72c346995cc32ae4',
    },

    // 한 번만 다른 컨텍스트로 / Another context for one command
    {
      type: 'step', id: 'security/contexts/one-command',
      source: { file: 'content/docs/security/contexts.mdx', line: 327 },
      title: { ko: '한 번만 다른 컨텍스트로', en: 'Another context for one command' },
      lead: { ko: '스크립트에서는 늘 이것을 씁니다.', en: 'Use it in scripts, always.' },
      on: 'master',
      script: String.raw`for context in dev prod; do
  KUBECONFIG=dev.yaml:prod.yaml kubectl --context "$context" get configmap here -o jsonpath='{.data.place}{"\n"}'
done`,
      expect: {
        match: 'exact',
        text: `dev
prod`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a92ebccae5404702',
    },

    // 파일 하나로 굳히기 / One file of many
    {
      type: 'step', id: 'security/contexts/flatten',
      source: { file: 'content/docs/security/contexts.mdx', line: 342 },
      title: { ko: '파일 하나로 굳히기', en: 'One file of many' },
      lead: { ko: '그래서 늘 파일로 보내고, umask를 먼저 정합니다.', en: 'So send it to a file, and set umask first.' },
      on: 'master',
      script: `umask 077
KUBECONFIG=dev.yaml:prod.yaml kubectl config view --flatten > all.yaml`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '5959e313a9d4ecc7',
    },
    {
      type: 'step', id: 'security/contexts/flat',
      source: { file: 'content/docs/security/contexts.mdx', line: 349 },
      title: { ko: '파일 하나로 굳히기', en: 'One file of many' },
      lead: {
        ko: '인증서와 키는 모두 -data이고, token은 처음부터 내용입니다.',
        en: 'There is no path left: certificates and keys are all -data, and a token is content in any case.',
      },
      on: 'master',
      script: "grep -oE '^ +(certificate-authority|client-certificate|client-key|token)[^:]*:' all.yaml",
      expect: {
        match: 'exact',
        text: `    certificate-authority-data:
    certificate-authority-data:
    client-certificate-data:
    client-key-data:
    token:`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'f4de1ef018207367',
    },

    // 갈아타기 / Change to another
    {
      type: 'step', id: 'security/contexts/use',
      source: { file: 'content/docs/security/contexts.mdx', line: 365 },
      title: { ko: '갈아타기', en: 'Change to another' },
      lead: {
        ko: '여러 번 해 볼 수 있게 사본 work.yaml에서 합니다.',
        en: 'Do it in a copy, work.yaml, so that you can do it again.',
      },
      on: 'master',
      script: `cp all.yaml work.yaml
kubectl --kubeconfig work.yaml config use-context prod
kubectl --kubeconfig work.yaml config current-context
kubectl --kubeconfig work.yaml config use-context dev`,
      expect: {
        match: 'exact',
        text: `Switched to context "prod".
prod
Switched to context "dev".`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7f6c96d64b931838',
    },
    {
      type: 'step', id: 'security/contexts/no-such-context',
      source: { file: 'content/docs/security/contexts.mdx', line: 380 },
      title: { ko: '갈아타기', en: 'Change to another' },
      lead: { ko: '없는 이름으로는 갈아타지 못합니다.', en: 'You cannot change to a name that is not there.' },
      on: 'master',
      script: 'kubectl --kubeconfig work.yaml config use-context production 2>&1',
      expect: { match: 'exact', text: 'error: no context exists with the name: "production"' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e12bc728901ff4dc',
    },

    // 기본 네임스페이스 / The default namespace
    {
      type: 'step', id: 'security/contexts/namespace',
      source: { file: 'content/docs/security/contexts.mdx', line: 392 },
      title: { ko: '기본 네임스페이스', en: 'The default namespace' },
      lead: {
        ko: '쿠버네티스에는 「네임스페이스로 들어가는」 명령이 따로 없고, 이것이 그 일을 합니다.',
        en: 'Kubernetes has no command to "enter" a namespace; this does it.',
      },
      on: 'master',
      script: String.raw`kubectl --kubeconfig work.yaml config set-context --current --namespace contexts-prod
kubectl --kubeconfig work.yaml config get-contexts
kubectl --kubeconfig work.yaml get configmap here -o jsonpath='{.data.place}{"\n"}'`,
      expect: {
        match: 'exact',
        text: `Context "dev" modified.
CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE
*         dev    dev       admin      contexts-prod
          prod   prod      reader     contexts-prod
prod`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '11b8663797e0c76d',
    },
    {
      type: 'step', id: 'security/contexts/option-wins',
      source: { file: 'content/docs/security/contexts.mdx', line: 410 },
      title: { ko: '기본 네임스페이스', en: 'The default namespace' },
      lead: {
        ko: '한 번만 다른 네임스페이스를 쓸 때에는 옵션이 컨텍스트를 이깁니다.',
        en: 'For one command, the option wins over the context.',
      },
      on: 'master',
      script: "kubectl --kubeconfig work.yaml --namespace contexts-dev get configmap here -o jsonpath='{.data.place}{\"\\n\"}'",
      expect: { match: 'exact', text: 'dev' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '465e5103734b3526',
    },

    // 오타는 오류가 아닙니다 / A typing error is no error
    {
      type: 'step', id: 'security/contexts/namespace-typo',
      source: { file: 'content/docs/security/contexts.mdx', line: 422 },
      title: { ko: '오타는 오류가 아닙니다', en: 'A typing error is no error' },
      lead: { ko: '글자 하나를 틀려 봅니다.', en: 'Get one letter wrong.' },
      on: 'master',
      script: `kubectl --kubeconfig work.yaml config set-context --current --namespace contexts-dve
kubectl --kubeconfig work.yaml get configmaps 2>&1`,
      expect: {
        match: 'exact',
        text: `Context "dev" modified.
No resources found in contexts-dve namespace.`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6f4af7286ef4d681',
    },

    // set-context는 갈아타지 않습니다 / set-context does not change over
    {
      type: 'step', id: 'security/contexts/empty-context',
      source: { file: 'content/docs/security/contexts.mdx', line: 438 },
      title: { ko: 'set-context는 갈아타지 않습니다', en: 'set-context does not change over' },
      lead: { ko: '현재 컨텍스트는 그대로입니다.', en: 'The current context is still the same.' },
      on: 'master',
      script: `kubectl --kubeconfig work.yaml config set-context --current --namespace contexts-dev
kubectl --kubeconfig work.yaml config set-context contexts-prod
kubectl --kubeconfig work.yaml config get-contexts`,
      expect: {
        match: 'exact',
        text: `Context "dev" modified.
Context "contexts-prod" created.
CURRENT   NAME            CLUSTER   AUTHINFO   NAMESPACE
          contexts-prod
*         dev             dev       admin      contexts-dev
          prod            prod      reader     contexts-prod`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b8e1db34a3fc1e3d',
    },
    {
      type: 'step', id: 'security/contexts/empty-refused',
      source: { file: 'content/docs/security/contexts.mdx', line: 455 },
      title: { ko: 'set-context는 갈아타지 않습니다', en: 'set-context does not change over' },
      lead: {
        ko: '거기로 갈아타면 주소가 없으니, kubectl은 아무도 쓰지 않는 옛 기본값으로 갑니다.',
        en: 'kubectl goes to a default of old times where nobody listens.',
      },
      on: 'master',
      script: 'kubectl --kubeconfig work.yaml --context contexts-prod get configmaps 2>&1',
      expect: {
        match: 'contains',
        text: 'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '3d416ffa0da5d414',
    },
    {
      type: 'step', id: 'security/contexts/delete-context',
      source: { file: 'content/docs/security/contexts.mdx', line: 467 },
      title: { ko: 'set-context는 갈아타지 않습니다', en: 'set-context does not change over' },
      lead: {
        ko: 'prod의 짝을 지워도 토큰은 파일에 남아 있습니다.',
        en: 'Clusters and users go with delete-cluster and delete-user: the pair prod is gone, and the token is still in the file.',
      },
      on: 'master',
      script: `kubectl --kubeconfig work.yaml config delete-context contexts-prod
kubectl --kubeconfig work.yaml config delete-context prod
kubectl --kubeconfig work.yaml config get-users`,
      expect: {
        match: 'exact',
        text: `deleted context contexts-prod from work.yaml
deleted context prod from work.yaml
NAME
admin
reader`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'edd22d75e425d4c6',
    },

    // 이름이 같으면 뒤의 것은 사라집니다 / Of two equal names the second disappears
    {
      type: 'file', id: 'security/contexts/file:seoul.yaml',
      source: { file: 'content/docs/security/contexts.mdx', line: 487 },
      title: { ko: '이름이 같으면 뒤의 것은 사라집니다', en: 'Of two equal names the second disappears' },
      lead: {
        ko: '짧게 적으려고 신분증은 인증서 대신 토큰 파일로 했습니다.',
        en: 'Only the address and the credentials differ; to keep it short, the credentials are a token file and not a certificate.',
      },
      on: 'master',
      path: 'seoul.yaml', mode: '0600', subst: [],
      text: `apiVersion: v1
kind: Config
clusters:
  - name: kubernetes
    cluster:
      server: https://seoul.example:6443
users:
  - name: kubernetes-admin
    user:
      tokenFile: seoul.token
contexts:
  - name: kubernetes-admin@kubernetes
    context:
      cluster: kubernetes
      user: kubernetes-admin
current-context: kubernetes-admin@kubernetes`,
      hash: 'd8df18a8e64eafff',
    },
    {
      type: 'file', id: 'security/contexts/file:busan.yaml',
      source: { file: 'content/docs/security/contexts.mdx', line: 506 },
      title: { ko: '이름이 같으면 뒤의 것은 사라집니다', en: 'Of two equal names the second disappears' },
      on: 'master',
      path: 'busan.yaml', mode: '0600', subst: [],
      text: `apiVersion: v1
kind: Config
clusters:
  - name: kubernetes
    cluster:
      server: https://busan.example:6443
users:
  - name: kubernetes-admin
    user:
      tokenFile: busan.token
contexts:
  - name: kubernetes-admin@kubernetes
    context:
      cluster: kubernetes
      user: kubernetes-admin
current-context: kubernetes-admin@kubernetes`,
      hash: 'ad7d701ab98da73a',
    },
    {
      type: 'step', id: 'security/contexts/clash',
      source: { file: 'content/docs/security/contexts.mdx', line: 527 },
      title: { ko: '이름이 같으면 뒤의 것은 사라집니다', en: 'Of two equal names the second disappears' },
      lead: {
        ko: '한 칸을 반씩 섞는 일은 없고, 앞의 파일의 것을 통째로 씁니다.',
        en: "Entries are never mixed: the earlier file's is taken whole.",
      },
      on: 'master',
      script: "KUBECONFIG=seoul.yaml:busan.yaml kubectl config view -o jsonpath='{range .clusters[*]}{.name} {.cluster.server}{\"\\n\"}{end}'",
      expect: { match: 'exact', text: 'kubernetes https://seoul.example:6443' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c3911765f2ab7457',
    },

    // 컨텍스트의 이름만 바꾸면 더 나빠집니다 / Renaming only the context makes it worse
    {
      type: 'step', id: 'security/contexts/renamed',
      source: { file: 'content/docs/security/contexts.mdx', line: 539 },
      title: { ko: '컨텍스트의 이름만 바꾸면 더 나빠집니다', en: 'Renaming only the context makes it worse' },
      lead: { ko: '그러고 나면 표에는 둘이 보입니다.', en: 'After that, the table shows two.' },
      on: 'master',
      script: `cp busan.yaml renamed.yaml
kubectl --kubeconfig renamed.yaml config rename-context kubernetes-admin@kubernetes busan
KUBECONFIG=seoul.yaml:renamed.yaml kubectl config get-contexts`,
      expect: {
        match: 'exact',
        text: `Context "kubernetes-admin@kubernetes" renamed to "busan".
CURRENT   NAME                          CLUSTER      AUTHINFO           NAMESPACE
          busan                         kubernetes   kubernetes-admin
*         kubernetes-admin@kubernetes   kubernetes   kubernetes-admin`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '771195296043eb5b',
    },
    {
      type: 'step', id: 'security/contexts/busan-goes-to',
      source: { file: 'content/docs/security/contexts.mdx', line: 554 },
      title: { ko: '컨텍스트의 이름만 바꾸면 더 나빠집니다', en: 'Renaming only the context makes it worse' },
      lead: { ko: '그런데 컨텍스트 busan은 어디로 갈까요?', en: 'Where does the context busan lead?' },
      on: 'master',
      script: "KUBECONFIG=seoul.yaml:renamed.yaml kubectl --context busan config view --minify -o jsonpath='{.clusters[0].cluster.server} {.users[0].user.tokenFile}{\"\\n\"}'",
      expect: { match: 'exact', text: 'https://seoul.example:6443 seoul.token' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e6b3d067a74e86c7',
    },
    {
      type: 'step', id: 'security/contexts/all-three',
      source: { file: 'content/docs/security/contexts.mdx', line: 564 },
      title: { ko: '컨텍스트의 이름만 바꾸면 더 나빠집니다', en: 'Renaming only the context makes it worse' },
      lead: {
        ko: 'kubectl에는 클러스터와 사용자의 이름을 바꾸는 명령이 없으므로 글자를 바꿉니다.',
        en: 'kubectl cannot rename clusters and users, so edit the text.',
      },
      on: 'master',
      script: String.raw`sed -e 's/kubernetes-admin@kubernetes/busan/' -e 's/kubernetes-admin/busan/' -e 's/: kubernetes$/: busan/' busan.yaml > renamed.yaml
KUBECONFIG=seoul.yaml:renamed.yaml kubectl --context busan config view --minify -o jsonpath='{.clusters[0].cluster.server} {.users[0].user.tokenFile}{"\n"}'`,
      expect: { match: 'exact', text: 'https://busan.example:6443 busan.token' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c00467d867ce24ff',
    },

    // 없는 파일은 조용히 건너뜁니다 / A file that is not there is passed over
    {
      type: 'step', id: 'security/contexts/skipped',
      source: { file: 'content/docs/security/contexts.mdx', line: 577 },
      title: { ko: '없는 파일은 조용히 건너뜁니다', en: 'A file that is not there is passed over' },
      lead: {
        ko: '파일 이름을 잘못 적으면 클러스터가 하나 빠질 뿐입니다.',
        en: 'Misspell one, and a cluster is missing, that is all.',
      },
      on: 'master',
      script: 'KUBECONFIG=pord.yaml:dev.yaml kubectl config get-contexts --output name',
      expect: { match: 'exact', text: 'dev' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'de8dd4eba0933cbd',
    },
    {
      type: 'step', id: 'security/contexts/not-skipped',
      source: { file: 'content/docs/security/contexts.mdx', line: 587 },
      title: { ko: '없는 파일은 조용히 건너뜁니다', en: 'A file that is not there is passed over' },
      lead: {
        ko: '--kubeconfig에 적은 파일이 없으면 오류입니다.',
        en: 'A missing file after --kubeconfig is an error.',
      },
      on: 'master',
      script: 'kubectl --kubeconfig pord.yaml get configmap here 2>&1',
      expect: { match: 'exact', text: 'error: stat pord.yaml: no such file or directory' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '398b22670c6b1198',
    },

    // 고친 것은 어느 파일로 가는가 / Which file is edited
    {
      type: 'step', id: 'security/contexts/who-is-written',
      source: { file: 'content/docs/security/contexts.mdx', line: 599 },
      title: { ko: '고친 것은 어느 파일로 가는가', en: 'Which file is edited' },
      lead: { ko: '사본에서 해 봅니다.', en: 'Try it on copies.' },
      on: 'master',
      script: `cp dev.yaml first.yaml
cp prod.yaml second.yaml
KUBECONFIG=first.yaml:second.yaml kubectl config set-context prod --namespace default
KUBECONFIG=first.yaml:second.yaml kubectl config set-context lunch --cluster dev --user admin
grep -E 'namespace: default|name: lunch' first.yaml second.yaml`,
      expect: {
        match: 'exact',
        text: `Context "prod" modified.
Context "lunch" created.
first.yaml:  name: lunch
second.yaml:    namespace: default`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4c0dad21822bc654',
    },

    // 읽고 있는 파일에 쓰지 마십시오 / Do not write to a file that you read
    {
      type: 'step', id: 'security/contexts/eaten',
      source: { file: 'content/docs/security/contexts.mdx', line: 618 },
      title: { ko: '읽고 있는 파일에 쓰지 마십시오', en: 'Do not write to a file that you read' },
      lead: {
        ko: '~/.kube/config로 이렇게 해서 관리자의 키를 잃는 일이 흔합니다.',
        en: "Many an administrator's key has been lost this way, with ~/.kube/config.",
      },
      on: 'master',
      script: `cp dev.yaml copy.yaml
KUBECONFIG=copy.yaml:prod.yaml kubectl config view --flatten > copy.yaml
kubectl --kubeconfig copy.yaml config get-contexts --output name`,
      expect: { match: 'exact', text: 'prod' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '90c69d6be2ee16d2',
    },

    // 한 사람에게 줄 것만 / Only what one person may have
    {
      type: 'step', id: 'security/contexts/handover',
      source: { file: 'content/docs/security/contexts.mdx', line: 634 },
      title: { ko: '한 사람에게 줄 것만', en: 'Only what one person may have' },
      lead: {
        ko: '--minify로 컨텍스트 하나에 딸린 것만 남기고, --flatten으로 파일 하나에 담습니다.',
        en: 'Keep what belongs to one context with --minify, and put it into one file with --flatten.',
      },
      on: 'master',
      script: `umask 077
kubectl --kubeconfig all.yaml --context prod config view --minify --flatten > reader.yaml
kubectl --kubeconfig reader.yaml config get-contexts
kubectl --kubeconfig reader.yaml config get-users`,
      expect: {
        match: 'exact',
        text: `CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE
*         prod   prod      reader     contexts-prod
NAME
reader`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '129152165620a02c',
    },
    {
      type: 'step', id: 'security/contexts/carry',
      source: { file: 'content/docs/security/contexts.mdx', line: 650 },
      title: { ko: '한 사람에게 줄 것만', en: 'Only what one person may have' },
      lead: {
        ko: '손으로는 scp로 보내고, 런북은 내용을 비밀 값으로 실어 나릅니다.',
        en: 'By hand you send it with scp; the runbook carries its content as a secret value.',
      },
      on: 'master',
      script: 'READER=$(base64 -w 0 reader.yaml)',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: ['READER'],
      hash: '2b7d29748ebcaa59',
    },
    {
      type: 'step', id: 'security/contexts/arrived',
      source: { file: 'content/docs/security/contexts.mdx', line: 656 },
      title: { ko: '한 사람에게 줄 것만', en: 'Only what one person may have' },
      lead: {
        ko: '그곳에는 admin.crt도 admin.key도 없습니다.',
        en: 'Use it on node1, which has neither admin.crt nor admin.key.',
      },
      on: 'node1',
      script: String.raw`umask 077
base64 -d <<<"$READER" > reader.yaml
kubectl --kubeconfig reader.yaml auth whoami -o jsonpath='{.status.userInfo.username}{"\n"}'
kubectl --kubeconfig reader.yaml get configmap here -o jsonpath='{.data.place}{"\n"}'`,
      expect: {
        match: 'exact',
        text: `system:serviceaccount:contexts-prod:reader
prod`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '342b0c16d9900a16',
    },

    // 주소 / The address
    {
      type: 'step', id: 'security/contexts/wrong-port',
      source: { file: 'content/docs/security/contexts.mdx', line: 680 },
      title: { ko: '주소', en: 'The address' },
      lead: {
        ko: '패킷을 버리는 방화벽이 사이에 있으면 대답 대신 시간이 다 갑니다(i/o timeout).',
        en: 'With a firewall between that drops packets, time runs out instead (i/o timeout).',
      },
      on: 'master',
      script: 'kubectl --kubeconfig dev.yaml get configmap here --server "https://$MASTER_IP:6444" 2>&1',
      expect: {
        match: 'contains',
        text: 'The connection to the server …:6444 was refused - did you specify the right host or port?',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2b74b570c78e27ff',
    },

    // CA / The CA
    {
      type: 'step', id: 'security/contexts/wrong-ca',
      source: { file: 'content/docs/security/contexts.mdx', line: 692 },
      title: { ko: 'CA', en: 'The CA' },
      lead: {
        ko: '클러스터를 다시 만든 뒤에 옛 kubeconfig를 쓰면 이렇게 됩니다.',
        en: 'That is what you see with an old kubeconfig after a cluster was made anew.',
      },
      on: 'master',
      script: 'kubectl --kubeconfig dev.yaml get configmap here --certificate-authority /etc/kubernetes/pki/front-proxy-ca.crt 2>&1',
      expect: {
        match: 'contains',
        text: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '47164085a3ff91f6',
    },

    // 서버의 이름 / The server's name
    {
      type: 'step', id: 'security/contexts/wrong-name',
      source: { file: 'content/docs/security/contexts.mdx', line: 704 },
      title: { ko: '서버의 이름', en: "The server's name" },
      lead: { ko: '터널이나 포트 전달을 거칠 때 만나는 오류입니다.', en: 'You meet this behind tunnels and port forwarding.' },
      on: 'master',
      script: 'kubectl --kubeconfig dev.yaml get configmap here --server https://127.0.0.1:6443 2>&1',
      expect: {
        match: 'contains',
        text: 'tls: failed to verify certificate: x509: certificate is valid for 10.96.0.1, …, not 127.0.0.1',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2fca3ba368fdfe7f',
    },
    {
      type: 'step', id: 'security/contexts/server-name',
      source: { file: 'content/docs/security/contexts.mdx', line: 714 },
      title: { ko: '서버의 이름', en: "The server's name" },
      lead: { ko: '파일에서는 tls-server-name입니다.', en: 'In the file it is tls-server-name.' },
      on: 'master',
      script: "kubectl --kubeconfig dev.yaml get configmap here --server https://127.0.0.1:6443 --tls-server-name kubernetes -o jsonpath='{.data.place}{\"\\n\"}'",
      expect: { match: 'exact', text: 'dev' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6f4b0394ed8708e5',
    },

    // 신분 / The credentials
    {
      type: 'step', id: 'security/contexts/wrong-token',
      source: { file: 'content/docs/security/contexts.mdx', line: 726 },
      title: { ko: '신분', en: 'The credentials' },
      lead: {
        ko: '만료된 토큰도, 지워진 ServiceAccount의 토큰도, 만료된 인증서도 같은 대답을 받습니다.',
        en: 'A token that has expired, a token of a ServiceAccount that is gone and a certificate that has expired all get this answer.',
      },
      on: 'master',
      script: 'kubectl --kubeconfig prod.yaml get configmap here --token not-a-token 2>&1',
      expect: { match: 'exact', text: 'error: You must be logged in to the server (Unauthorized)' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '02a5b5735af3fcd4',
    },
    {
      type: 'step', id: 'security/contexts/wrong-user',
      source: { file: 'content/docs/security/contexts.mdx', line: 736 },
      title: { ko: '신분', en: 'The credentials' },
      lead: {
        ko: '런북에는 대답할 사람이 없어서 EOF로 끝납니다.',
        en: 'In a runbook there is nobody to answer, so it ends in EOF.',
      },
      on: 'master',
      script: `cp dev.yaml work.yaml
kubectl --kubeconfig work.yaml config set-context dev --user amdin >/dev/null
kubectl --kubeconfig work.yaml get configmap here 2>&1`,
      expect: { match: 'exact', text: 'Please enter Username: error: EOF' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9e577cacca541782',
    },

    // 파일의 모양 / The form of the file
    {
      type: 'step', id: 'security/contexts/data-is-no-path',
      source: { file: 'content/docs/security/contexts.mdx', line: 750 },
      title: { ko: '파일의 모양', en: 'The form of the file' },
      lead: {
        ko: '-data가 붙은 필드에 경로를 적으면 base64로 읽으려다 멈춥니다.',
        en: 'Put a path into a field that ends in -data, and it stops when it tries to read that as base64.',
      },
      on: 'master',
      script: `sed 's/certificate-authority:/certificate-authority-data:/' dev.yaml > work.yaml
kubectl --kubeconfig work.yaml get configmap here 2>&1`,
      expect: {
        match: 'exact',
        text: 'error: error loading config file "work.yaml": illegal base64 data at input byte …',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2cabbcf8f2c6cc93',
    },
    {
      type: 'step', id: 'security/contexts/ca-and-insecure',
      source: { file: 'content/docs/security/contexts.mdx', line: 761 },
      title: { ko: '파일의 모양', en: 'The form of the file' },
      lead: {
        ko: '중간에 누가 있어도 알 수 없게 됩니다.',
        en: 'Do not choose to turn it off: you would not notice somebody in between.',
      },
      on: 'master',
      script: String.raw`sed 's/^      server: .*/&\n      insecure-skip-tls-verify: true/' dev.yaml > work.yaml
kubectl --kubeconfig work.yaml get configmap here 2>&1`,
      expect: {
        match: 'exact',
        text: 'error: specifying a root certificates file with the insecure flag is not allowed',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'acf7342e70f54d13',
    },
    {
      type: 'file', id: 'security/contexts/file:indent.yaml',
      source: { file: 'content/docs/security/contexts.mdx', line: 772 },
      title: { ko: '파일의 모양', en: 'The form of the file' },
      lead: {
        ko: 'name을 한 단계 더 들여 쓰면 YAML로는 옳지만 이름 없는 칸이 됩니다.',
        en: 'Indent a name one step more, and it is still good YAML, but an entry without a name.',
      },
      on: 'master',
      path: 'indent.yaml', mode: '0600', subst: [],
      text: `apiVersion: v1
kind: Config
contexts:
  - context:
      cluster: dev
      user: admin
      name: dev
current-context: dev`,
      hash: 'a5972983dc3f3ccc',
    },
    {
      type: 'step', id: 'security/contexts/no-name',
      source: { file: 'content/docs/security/contexts.mdx', line: 785 },
      title: { ko: '파일의 모양', en: 'The form of the file' },
      lead: { ko: '그러면 그 이름을 찾지 못합니다.', en: 'So that name is not found.' },
      on: 'master',
      script: 'kubectl --kubeconfig indent.yaml get configmap here 2>&1',
      expect: {
        match: 'exact',
        text: 'Error in configuration: context was not found for specified context: dev',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6649c1f65382c977',
    },
    {
      type: 'step', id: 'security/contexts/no-object',
      source: { file: 'content/docs/security/contexts.mdx', line: 795 },
      title: { ko: '파일의 모양', en: 'The form of the file' },
      lead: { ko: '그런 종류의 객체는 없습니다.', en: 'There is no such kind of object.' },
      on: 'master',
      script: 'kubectl apply -f dev.yaml 2>&1',
      expect: { match: 'contains', text: 'no matches for kind "Config" in version "v1"' },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'fcec0ad75850c471',
    },

    // 남이 준 kubeconfig / A kubeconfig from somebody else
    {
      type: 'file', id: 'security/contexts/file:stranger.yaml',
      source: { file: 'content/docs/security/contexts.mdx', line: 807 },
      title: { ko: '남이 준 kubeconfig', en: 'A kubeconfig from somebody else' },
      lead: { ko: '이런 파일을 받았다고 합시다.', en: 'Say you were given this one.' },
      on: 'master',
      path: 'stranger.yaml', mode: '0600', subst: ['MASTER_IP'],
      text: `apiVersion: v1
kind: Config
clusters:
  - name: gift
    cluster:
      server: https://\${MASTER_IP}:6443
      certificate-authority: /etc/kubernetes/pki/ca.crt
users:
  - name: gift
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1
        command: sh
        args: [-c, "id -un > ran-as.txt; exit 1"]
        interactiveMode: Never
contexts:
  - name: gift
    context:
      cluster: gift
      user: gift
current-context: gift`,
      hash: 'bc93b83754f494ae',
    },
    {
      type: 'step', id: 'security/contexts/stranger',
      source: { file: 'content/docs/security/contexts.mdx', line: 833 },
      title: { ko: '남이 준 kubeconfig', en: 'A kubeconfig from somebody else' },
      lead: { ko: '로그인은 되지 않습니다.', en: 'You are not logged in.' },
      on: 'master',
      script: `rm -f ran-as.txt
kubectl --kubeconfig stranger.yaml get configmap here 2>&1`,
      expect: {
        match: 'contains',
        text: 'getting credentials: exec: executable sh failed with exit code 1',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f4f1972fa3c2451e',
    },
    {
      type: 'step', id: 'security/contexts/ran-as',
      source: { file: 'content/docs/security/contexts.mdx', line: 844 },
      title: { ko: '남이 준 kubeconfig', en: 'A kubeconfig from somebody else' },
      lead: { ko: '그러나 그 전에 sh가 여러분의 이름으로 돌았습니다.', en: 'But before that sh ran, as you.' },
      on: 'master',
      script: 'test "$(cat ran-as.txt)" = "$(id -un)" && echo "it ran as me"',
      expect: { match: 'exact', text: 'it ran as me' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '331757c9d60aa6fc',
    },

    // 확인 / Check
    {
      type: 'step', id: 'security/contexts/verify',
      source: { file: 'content/docs/security/contexts.mdx', line: 858 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '~/.kube/config가 그대로이고, 굳힌 파일의 두 컨텍스트가 저마다의 신분과 네임스페이스로 가는지 봅니다.',
        en: 'See that ~/.kube/config is as before, and that both contexts of the flattened file lead to their own namespace with their own credentials.',
      },
      on: 'master',
      script: String.raw`sha256sum --check before.sha256
for context in dev prod; do
  kubectl --kubeconfig all.yaml --context "$context" auth whoami -o jsonpath='{.status.userInfo.username}{"\n"}'
  kubectl --kubeconfig all.yaml --context "$context" get configmap here -o jsonpath='{.data.place}{"\n"}'
done`,
      expect: {
        match: 'exact',
        text: `/…/.kube/config: OK
kubernetes-admin
dev
system:serviceaccount:contexts-prod:reader
prod`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 30, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '065f3802067afe73',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'security/contexts/clear',
      source: { file: 'content/docs/security/contexts.mdx', line: 878 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: {
        ko: '네임스페이스와 함께 ServiceAccount가 없어지면 그 토큰도 그때부터 쓸 수 없습니다.',
        en: 'Once the ServiceAccount has gone with its namespace, its token is worth nothing.',
      },
      on: 'master',
      script: `kubectl delete namespace contexts-dev contexts-prod contexts-exam --ignore-not-found
rm -f admin.crt admin.key dev.yaml prod.yaml all.yaml work.yaml copy.yaml first.yaml second.yaml reader.yaml
rm -f seoul.yaml busan.yaml renamed.yaml indent.yaml stranger.yaml ran-as.txt playground.yaml before.sha256
rm -f exam.yaml broken.yaml both.yaml east.* west.* east-renamed.yaml west-renamed.yaml`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: 'ef417b455a069392',
    },
    {
      type: 'step', id: 'security/contexts/clear-node1',
      source: { file: 'content/docs/security/contexts.mdx', line: 885 },
      title: { ko: '치우기', en: 'Clean up' },
      on: 'node1',
      script: 'rm -f reader.yaml',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '61b94893582e55d2',
    },
  ],
  exercises: [

    // 기본 네임스페이스 / The default namespace
    {
      id: 'switch',
      title: { ko: '기본 네임스페이스', en: 'The default namespace' },
      messages: {
        contexts: {
          ko: 'exam.yaml에 컨텍스트가 exam 하나만 있지 않거나, exam이 현재 컨텍스트가 아닙니다.',
          en: 'exam is not the only context of exam.yaml, or not the current one.',
        },
        namespace: {
          ko: '컨텍스트 exam의 네임스페이스가 contexts-exam이 아닙니다.',
          en: 'The namespace of the context exam is not contexts-exam.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'security/contexts/switch-setup', part: 'setup',
          source: { file: 'content/docs/security/contexts.mdx', line: 912 },
          title: { ko: '기본 네임스페이스', en: 'The default namespace' },
          lead: { ko: '컨텍스트를 더 만들지는 마십시오.', en: 'Do not add a context.' },
          on: 'master',
          script: `umask 077
kubectl create namespace contexts-exam --dry-run=client -o yaml | kubectl apply -f -
kubectl config view --minify --flatten > exam.yaml
kubectl --kubeconfig exam.yaml config rename-context "$(kubectl --kubeconfig exam.yaml config current-context)" exam`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'cbdc15b8a5136320',
        },
        {
          type: 'step', id: 'security/contexts/switch-answer', part: 'answer',
          source: { file: 'content/docs/security/contexts.mdx', line: 924 },
          title: { ko: '기본 네임스페이스', en: 'The default namespace' },
          lead: {
            ko: '이름을 대어 set-context exam --namespace contexts-exam이라고 해도 같습니다.',
            en: 'By name, set-context exam --namespace contexts-exam, it is the same.',
          },
          on: 'master',
          script: 'kubectl --kubeconfig exam.yaml config set-context --current --namespace contexts-exam',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'b5f60120b4c28e78',
        },
        {
          type: 'step', id: 'security/contexts/switch-wrong-name', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 935 },
          title: { ko: '기본 네임스페이스', en: 'The default namespace' },
          lead: {
            ko: '네임스페이스의 이름을 컨텍스트의 이름 자리에 적으면, 빈 컨텍스트가 생길 뿐입니다.',
            en: "Give the namespace where the context's name belongs, and you get an empty context.",
          },
          on: 'master',
          script: 'kubectl --kubeconfig exam.yaml config set-context contexts-exam',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a294c5f6c25ce363',
        },
        {
          type: 'step', id: 'security/contexts/switch-wrong-typo', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 941 },
          title: { ko: '기본 네임스페이스', en: 'The default namespace' },
          lead: { ko: '글자 하나가 틀려도 명령은 성공합니다.', en: 'With one letter wrong the command still succeeds.' },
          on: 'master',
          script: 'kubectl --kubeconfig exam.yaml config set-context --current --namespace context-exam',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '432284e9eb27b4dc',
        },
        {
          type: 'step', id: 'security/contexts/switch-check', part: 'check',
          source: { file: 'content/docs/security/contexts.mdx', line: 947 },
          title: { ko: '기본 네임스페이스', en: 'The default namespace' },
          lead: {
            ko: '컨텍스트의 목록과 네임스페이스를 봅니다.',
            en: 'The check looks at the list of contexts and at the namespace.',
          },
          on: 'master',
          script: `ok=yes
names=$(kubectl --kubeconfig exam.yaml config get-contexts -o name 2>/dev/null || true)
current=$(kubectl --kubeconfig exam.yaml config current-context 2>/dev/null || true)
if test "$names" != exam || test "$current" != exam; then
  echo contexts
  ok=no
fi
namespace=$(kubectl --kubeconfig exam.yaml config view -o jsonpath='{.contexts[?(@.name=="exam")].context.namespace}' 2>/dev/null || true)
test "$namespace" = contexts-exam || { echo namespace; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'a7ef59fbcde50850',
        },
      ],
    },

    // 고장 난 kubeconfig / A broken kubeconfig
    {
      id: 'mend',
      title: { ko: '고장 난 kubeconfig', en: 'A broken kubeconfig' },
      messages: {
        'no-context': {
          ko: 'broken.yaml에 클러스터와 사용자를 가진 컨텍스트 lab이 없습니다.',
          en: 'broken.yaml has no context lab with a cluster and a user.',
        },
        insecure: {
          ko: 'broken.yaml이 서버의 인증서를 확인하지 않습니다.',
          en: "broken.yaml does not verify the server's certificate.",
        },
        'no-answer': {
          ko: 'broken.yaml의 컨텍스트 lab으로는 ConfigMap here를 읽을 수 없습니다.',
          en: 'The ConfigMap here cannot be read with the context lab of broken.yaml.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'security/contexts/mend-setup', part: 'setup',
          source: { file: 'content/docs/security/contexts.mdx', line: 966 },
          title: { ko: '고장 난 kubeconfig', en: 'A broken kubeconfig' },
          lead: { ko: '신분증은 옳습니다.', en: 'The credentials are right.' },
          on: 'master',
          script: `umask 077
kubectl create namespace contexts-exam --dry-run=client -o yaml | kubectl apply -f -
kubectl create configmap here --namespace contexts-exam --from-literal=place=exam --dry-run=client -o yaml | kubectl apply -f -
kubectl config view --minify --raw -o jsonpath='{.users[0].user.client-certificate-data}' | base64 -d > east.crt
kubectl config view --minify --raw -o jsonpath='{.users[0].user.client-key-data}' | base64 -d > east.key
rm -f broken.yaml
kubectl config set-cluster lab --kubeconfig broken.yaml --server "https://$MASTER_IP:6444" --certificate-authority /etc/kubernetes/pki/front-proxy-ca.crt --embed-certs
kubectl config set-credentials admin --kubeconfig broken.yaml --client-certificate east.crt --client-key east.key --embed-certs
kubectl config set-context lab --kubeconfig broken.yaml --cluster lab --user amdin
kubectl config use-context lab --kubeconfig broken.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '0591ac46a17000cc',
        },
        {
          type: 'step', id: 'security/contexts/mend-answer', part: 'answer',
          source: { file: 'content/docs/security/contexts.mdx', line: 984 },
          title: { ko: '고장 난 kubeconfig', en: 'A broken kubeconfig' },
          lead: {
            ko: 'set-cluster와 set-context는 말한 필드만 고칩니다.',
            en: 'set-cluster and set-context change only the fields that you give.',
          },
          on: 'master',
          script: `kubectl --kubeconfig broken.yaml config set-cluster lab --server "https://$MASTER_IP:6443" --certificate-authority /etc/kubernetes/pki/ca.crt --embed-certs
kubectl --kubeconfig broken.yaml config set-context lab --user admin`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1219444288201c4a',
        },
        {
          type: 'step', id: 'security/contexts/mend-wrong-insecure', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 996 },
          title: { ko: '고장 난 kubeconfig', en: 'A broken kubeconfig' },
          lead: { ko: '누구에게 접속했는지는 모릅니다.', en: 'You do not know to whom.' },
          on: 'master',
          script: `kubectl --kubeconfig broken.yaml config set-cluster lab --server "https://$MASTER_IP:6443" --insecure-skip-tls-verify
kubectl --kubeconfig broken.yaml config set-context lab --user admin`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'b5e69cca8216d904',
        },
        {
          type: 'step', id: 'security/contexts/mend-wrong-copy', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 1003 },
          title: { ko: '고장 난 kubeconfig', en: 'A broken kubeconfig' },
          lead: {
            ko: '잘 되는 파일로 덮어쓰면 lab이라는 컨텍스트가 없어집니다.',
            en: 'Copy a file over it that works, and the context lab is gone.',
          },
          on: 'master',
          script: 'cp "$HOME/.kube/config" broken.yaml',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '564941d570d9c64b',
        },
        {
          type: 'step', id: 'security/contexts/mend-wrong-one', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 1009 },
          title: { ko: '고장 난 kubeconfig', en: 'A broken kubeconfig' },
          lead: { ko: '하나만 고치면 다음 오류가 기다립니다.', en: 'Mend one mistake only, and the next error waits.' },
          on: 'master',
          script: 'kubectl --kubeconfig broken.yaml config set-cluster lab --server "https://$MASTER_IP:6443"',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'ce62a829906b6ce9',
        },
        {
          type: 'step', id: 'security/contexts/mend-check', part: 'check',
          source: { file: 'content/docs/security/contexts.mdx', line: 1015 },
          title: { ko: '고장 난 kubeconfig', en: 'A broken kubeconfig' },
          lead: {
            ko: '컨텍스트가 온전한지, 검사를 끄지 않았는지, 읽을 수 있는지 봅니다.',
            en: 'The check looks whether the context is whole, whether certificates are verified, and whether it can read.',
          },
          on: 'master',
          script: `context=$(kubectl --kubeconfig broken.yaml config view -o jsonpath='{.contexts[?(@.name=="lab")].context.cluster}' 2>/dev/null || true)
if test "$context" != lab; then
  echo no-context
  exit 1
fi
ok=yes
skip=$(kubectl --kubeconfig broken.yaml config view -o jsonpath='{.clusters[?(@.name=="lab")].cluster.insecure-skip-tls-verify}' 2>/dev/null || true)
test "$skip" != true || { echo insecure; ok=no; }
place=$(kubectl --kubeconfig broken.yaml --context lab --namespace contexts-exam get configmap here -o jsonpath='{.data.place}' 2>/dev/null || true)
test "$place" = exam || { echo no-answer; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '18757cdd76d35095',
        },
      ],
    },

    // 두 파일을 하나로 / Two files into one
    {
      id: 'merge',
      title: { ko: '두 파일을 하나로', en: 'Two files into one' },
      messages: {
        missing: {
          ko: '작업 디렉터리에 both.yaml이 없거나 비어 있습니다.',
          en: 'There is no both.yaml in the working directory, or it is empty.',
        },
        east: {
          ko: 'both.yaml의 컨텍스트 east로 로그인하면 kubernetes-admin이 되어야 합니다.',
          en: 'The context east of both.yaml has to log in as kubernetes-admin.',
        },
        west: {
          ko: 'both.yaml의 컨텍스트 west로 로그인하면 ServiceAccount west가 되어야 합니다.',
          en: 'The context west of both.yaml has to log in as the ServiceAccount west.',
        },
        current: {
          ko: 'both.yaml의 현재 컨텍스트가 east가 아닙니다.',
          en: 'The current context of both.yaml is not east.',
        },
        paths: {
          ko: 'both.yaml이 다른 파일을 가리킵니다. 다른 파일 없이 쓸 수 있어야 합니다.',
          en: 'both.yaml points to other files. It has to be usable alone.',
        },
        mode: {
          ko: 'both.yaml을 주인이 아닌 사용자도 읽을 수 있습니다.',
          en: 'Users other than its owner may read both.yaml.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'security/contexts/merge-setup', part: 'setup',
          source: { file: 'content/docs/security/contexts.mdx', line: 1035 },
          title: { ko: '두 파일을 하나로', en: 'Two files into one' },
          lead: {
            ko: '다른 파일 없이 이 파일 하나로 쓸 수 있어야 하고, 주인만 읽을 수 있어야 합니다.',
            en: 'The file has to be usable without any other, and only its owner may read it.',
          },
          on: 'master',
          script: `umask 077
rm -f both.yaml east.yaml west.yaml east-renamed.yaml west-renamed.yaml
kubectl create namespace contexts-exam --dry-run=client -o yaml | kubectl apply -f -
kubectl create serviceaccount west --namespace contexts-exam --dry-run=client -o yaml | kubectl apply -f -
kubectl config view --minify --raw -o jsonpath='{.users[0].user.client-certificate-data}' | base64 -d > east.crt
kubectl config view --minify --raw -o jsonpath='{.users[0].user.client-key-data}' | base64 -d > east.key
for name in east west; do
  kubectl config set-cluster kubernetes --kubeconfig "$name.yaml" --server "https://$MASTER_IP:6443" --certificate-authority /etc/kubernetes/pki/ca.crt
  kubectl config set-context kubernetes-admin@kubernetes --kubeconfig "$name.yaml" --cluster kubernetes --user kubernetes-admin
  kubectl config use-context kubernetes-admin@kubernetes --kubeconfig "$name.yaml"
done
kubectl config set-credentials kubernetes-admin --kubeconfig east.yaml --client-certificate east.crt --client-key east.key
kubectl config set-credentials kubernetes-admin --kubeconfig west.yaml --token "$(kubectl create token west --namespace contexts-exam)"`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '5793f5a69f418e80',
        },
        {
          type: 'step', id: 'security/contexts/merge-answer', part: 'answer',
          source: { file: 'content/docs/security/contexts.mdx', line: 1056 },
          title: { ko: '두 파일을 하나로', en: 'Two files into one' },
          lead: {
            ko: 'east가 앞에 있으므로 현재 컨텍스트도 east입니다.',
            en: 'east comes first, so it is the current context.',
          },
          on: 'master',
          script: String.raw`umask 077
for name in east west; do
  sed -e "s/kubernetes-admin@kubernetes/$name/" -e "s/kubernetes-admin/$name/" -e "s/: kubernetes\$/: $name/" "$name.yaml" > "$name-renamed.yaml"
done
KUBECONFIG=east-renamed.yaml:west-renamed.yaml kubectl config view --flatten > both.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '8cff9cce44c6898e',
        },
        {
          type: 'step', id: 'security/contexts/merge-wrong-contexts', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 1071 },
          title: { ko: '두 파일을 하나로', en: 'Two files into one' },
          lead: {
            ko: '컨텍스트의 이름만 바꾸고 합치면, west도 east의 신분을 씁니다.',
            en: 'Rename only the contexts before you merge, and west uses the credentials of east.',
          },
          on: 'master',
          script: `umask 077
for name in east west; do
  cp "$name.yaml" "$name-renamed.yaml"
  kubectl --kubeconfig "$name-renamed.yaml" config rename-context kubernetes-admin@kubernetes "$name"
done
KUBECONFIG=east-renamed.yaml:west-renamed.yaml kubectl config view --flatten > both.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '2839777dcfbd6601',
        },
        {
          type: 'step', id: 'security/contexts/merge-wrong-view', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 1082 },
          title: { ko: '두 파일을 하나로', en: 'Two files into one' },
          lead: {
            ko: '--flatten을 빠뜨리면 토큰 자리에 REDACTED라는 글자가 저장되고, 인증서는 경로로 남습니다.',
            en: 'Without --flatten the word REDACTED is saved in place of the token, and certificates stay paths.',
          },
          on: 'master',
          script: String.raw`umask 077
for name in east west; do
  sed -e "s/kubernetes-admin@kubernetes/$name/" -e "s/kubernetes-admin/$name/" -e "s/: kubernetes\$/: $name/" "$name.yaml" > "$name-renamed.yaml"
done
KUBECONFIG=east-renamed.yaml:west-renamed.yaml kubectl config view > both.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e6efee235c021dab',
        },
        {
          type: 'step', id: 'security/contexts/merge-wrong-order', part: 'wrong',
          source: { file: 'content/docs/security/contexts.mdx', line: 1092 },
          title: { ko: '두 파일을 하나로', en: 'Two files into one' },
          lead: {
            ko: 'umask를 잊고 west부터 적으면, 누구나 읽을 수 있고 현재 컨텍스트가 west입니다.',
            en: 'Forget umask and put west first, and everybody can read it and west is the current context.',
          },
          on: 'master',
          script: String.raw`umask 022
for name in east west; do
  sed -e "s/kubernetes-admin@kubernetes/$name/" -e "s/kubernetes-admin/$name/" -e "s/: kubernetes\$/: $name/" "$name.yaml" > "$name-renamed.yaml"
done
KUBECONFIG=west-renamed.yaml:east-renamed.yaml kubectl config view --flatten > both.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'cbf05a3b1d2a3735',
        },
        {
          type: 'step', id: 'security/contexts/merge-check', part: 'check',
          source: { file: 'content/docs/security/contexts.mdx', line: 1102 },
          title: { ko: '두 파일을 하나로', en: 'Two files into one' },
          lead: {
            ko: '두 컨텍스트로 로그인해 보고, 파일이 다른 파일을 가리키는지, 누가 읽을 수 있는지 봅니다.',
            en: 'The check logs in with both contexts, and looks whether the file points to others and who may read it.',
          },
          on: 'master',
          script: `if ! test -s both.yaml; then
  echo missing
  exit 1
fi
ok=yes
east=$(kubectl --kubeconfig both.yaml --context east auth whoami -o jsonpath='{.status.userInfo.username}' 2>/dev/null || true)
test "$east" = kubernetes-admin || { echo east; ok=no; }
west=$(kubectl --kubeconfig both.yaml --context west auth whoami -o jsonpath='{.status.userInfo.username}' 2>/dev/null || true)
test "$west" = system:serviceaccount:contexts-exam:west || { echo west; ok=no; }
current=$(kubectl --kubeconfig both.yaml config current-context 2>/dev/null || true)
test "$current" = east || { echo current; ok=no; }
if grep -qE '^ +(certificate-authority|client-certificate|client-key|tokenFile): ' both.yaml; then
  echo paths
  ok=no
fi
mode=$(stat -c %a both.yaml)
test "$mode" = 600 || { echo mode; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '0d4768a36064cf33',
        },
      ],
    },
  ],
})
