#!/usr/bin/env zx
// Generated from content/docs/start/yaml.mdx by `npm run extract`; edit the chapter, not this file.
// YAML / YAML
// Run it with: npx zx runbooks/start-yaml.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'start-yaml',
  page: 'start/yaml',
  title: { ko: 'YAML', en: 'YAML' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/start/yaml.mdx ──────────────────────────────────────────────────────────────

    // 준비 / Before you begin
    {
      type: 'step', id: 'start/yaml/install',
      source: { file: 'content/docs/start/yaml.mdx', line: 44 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: { ko: 'YAML을 검사하는 도구 yamllint를 설치합니다.', en: 'Install yamllint, which checks YAML.' },
      on: 'master', distro: 'debian',
      script: `sudo apt-get update
sudo apt-get install -y yamllint`,
      expect: { match: 'contains', text: 'Setting up yamllint' },
      creates: '/usr/bin/yamllint',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '56a51ed50f12ef17',
    },
    {
      type: 'step', id: 'start/yaml/install',
      source: { file: 'content/docs/start/yaml.mdx', line: 53 },
      title: { ko: '준비', en: 'Before you begin' },
      on: 'master', distro: 'rhel',
      script: `sudo dnf install -y epel-release
sudo dnf install -y yamllint`,
      expect: { match: 'contains', text: 'Complete!' },
      creates: '/usr/bin/yamllint',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'edc33bf769af2720',
    },
    {
      type: 'file', id: 'start/yaml/file:.yamllint',
      source: { file: 'content/docs/start/yaml.mdx', line: 64 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: { ko: '매니페스트에 맞게 몇 가지를 고칩니다.', en: 'Fit a few of them to manifests.' },
      on: 'master',
      path: '.yamllint', subst: [],
      text: `extends: default
rules:
  document-start: disable
  line-length: disable
  indentation:
    indent-sequences: whatever
  truthy:
    level: error`,
      hash: 'd15c854fbf6fbced',
    },
    {
      type: 'step', id: 'start/yaml/namespace',
      source: { file: 'content/docs/start/yaml.mdx', line: 81 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: {
        ko: '전에 하다 만 것이 있으면 먼저 지웁니다.',
        en: 'Make a namespace for this chapter; what an earlier attempt left goes first.',
      },
      on: 'master',
      script: `kubectl delete namespace yaml --ignore-not-found --timeout=5m
kubectl create namespace yaml`,
      expect: {
        match: 'exact',
        text: `…
namespace/yaml created`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '548183c99bd408a3',
    },

    // 세 가지 모양 / Three shapes
    {
      type: 'file', id: 'start/yaml/file:shapes.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 101 },
      title: { ko: '세 가지 모양', en: 'Three shapes' },
      lead: { ko: '#부터 줄의 끝까지는 주석입니다.', en: 'From # to the end of the line it is a comment.' },
      on: 'master',
      path: 'shapes.yaml', subst: [],
      text: `# the server never sees this line
apiVersion: v1
kind: Pod
metadata:
  name: shapes
  namespace: yaml
  labels:
    app: shop
spec:
  containers:
    - name: web
      image: nginx:1.26
    - name: log
      image: busybox:1.37
      args:
        - sleep
        - infinity`,
      hash: 'c79f13a1f01a7ad3',
    },
    {
      type: 'step', id: 'start/yaml/as-json',
      source: { file: 'content/docs/start/yaml.mdx', line: 123 },
      title: { ko: '세 가지 모양', en: 'Three shapes' },
      lead: {
        ko: '--dry-run=client는 아무것도 보내지 말고 보여 주기만 하라는 뜻입니다.',
        en: '--dry-run=client means to send nothing and only show it.',
      },
      on: 'master',
      script: 'kubectl create --dry-run=client -o json -f shapes.yaml',
      expect: {
        match: 'exact',
        text: `{
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {
        "labels": {
            "app": "shop"
        },
        "name": "shapes",
        "namespace": "yaml"
    },
    "spec": {
        "containers": [
            {
                "image": "nginx:1.26",
                "name": "web"
            },
            {
                "args": [
                    "sleep",
                    "infinity"
                ],
                "image": "busybox:1.37",
                "name": "log"
            }
        ]
    }
}`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '524487625f680359',
    },
    {
      type: 'file', id: 'start/yaml/file:flow.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 161 },
      title: { ko: '세 가지 모양', en: 'Three shapes' },
      lead: { ko: '짧은 것은 이편이 읽기 쉽습니다.', en: 'For short things this is easier to read.' },
      on: 'master',
      path: 'flow.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata: {name: shapes, namespace: yaml, labels: {app: shop}}
spec:
  containers:
    - {name: web, image: "nginx:1.26"}
    - {name: log, image: "busybox:1.37", args: [sleep, infinity]}`,
      hash: 'dd5b1d1919083c54',
    },
    {
      type: 'step', id: 'start/yaml/same-object',
      source: { file: 'content/docs/start/yaml.mdx', line: 173 },
      title: { ko: '세 가지 모양', en: 'Three shapes' },
      lead: { ko: '두 파일이 같은 객체인지 견줍니다.', en: 'See whether both files are the same object.' },
      on: 'master',
      script: 'diff <(kubectl create --dry-run=client -o json -f shapes.yaml) <(kubectl create --dry-run=client -o json -f flow.yaml) && echo "the same object"',
      expect: { match: 'exact', text: 'the same object' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f2e24de97795612c',
    },

    // 매니페스트의 뼈대 / The frame of a manifest
    {
      type: 'step', id: 'start/yaml/explain',
      source: { file: 'content/docs/start/yaml.mdx', line: 196 },
      title: { ko: '매니페스트의 뼈대', en: 'The frame of a manifest' },
      lead: {
        ko: '클러스터에게 물어보는 것이므로 언제나 그 버전의 답입니다.',
        en: 'It asks the cluster, so the answer is always that of its version.',
      },
      on: 'master',
      script: 'kubectl explain deployment.spec.replicas',
      expect: {
        match: 'exact',
        text: `GROUP:      apps
KIND:       Deployment
VERSION:    v1

FIELD: replicas <integer>

…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7627276dbee47e9a',
    },
    {
      type: 'step', id: 'start/yaml/draft',
      source: { file: 'content/docs/start/yaml.mdx', line: 212 },
      title: { ko: '매니페스트의 뼈대', en: 'The frame of a manifest' },
      lead: {
        ko: 'kubectl create에 --dry-run=client -o yaml을 붙이면 초안이 나옵니다.',
        en: 'With --dry-run=client -o yaml, kubectl create prints a draft.',
      },
      on: 'master',
      script: 'kubectl create deployment nginx --image nginx:1.26 --replicas 3 --namespace yaml --dry-run=client -o yaml',
      expect: {
        match: 'exact',
        text: `apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: nginx
  name: nginx
  namespace: yaml
spec:
  replicas: 3
  selector:
    matchLabels:
      app: nginx
  strategy: {}
  template:
    metadata:
      labels:
        app: nginx
    spec:
      containers:
      - image: nginx:1.26
        name: nginx
        resources: {}
status: {}`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7c9e88df9633dc98',
    },
    {
      type: 'file', id: 'start/yaml/file:basic-deployment-nginx.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 244 },
      title: { ko: '매니페스트의 뼈대', en: 'The frame of a manifest' },
      lead: {
        ko: '이 파일이 이 장의 바른 파일입니다.',
        en: 'Tidied up it looks like this, and this is the file of this chapter that is right.',
      },
      on: 'master',
      path: 'basic-deployment-nginx.yaml', subst: [],
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: nginx
  namespace: yaml
  labels:
    app: nginx
spec:
  replicas: 3
  selector:
    matchLabels:
      app: nginx
  template:
    metadata:
      labels:
        app: nginx
    spec:
      containers:
        - name: nginx
          image: nginx:1.26
          ports:
            - containerPort: 80`,
      hash: 'e1d3e59274ba6940',
    },

    // 세 번 묻기 / Ask three times
    {
      type: 'step', id: 'start/yaml/three',
      source: { file: 'content/docs/start/yaml.mdx', line: 275 },
      title: { ko: '세 번 묻기', en: 'Ask three times' },
      lead: { ko: '파일 하나를 셋에게 보여 줍니다.', en: 'Show the file to three who may know.' },
      on: 'master',
      script: `yamllint basic-deployment-nginx.yaml && echo "yamllint: nothing to say"
kubectl apply --dry-run=client -f basic-deployment-nginx.yaml
kubectl apply --dry-run=server -f basic-deployment-nginx.yaml`,
      expect: {
        match: 'exact',
        text: `yamllint: nothing to say
deployment.apps/nginx created (dry run)
deployment.apps/nginx created (server dry run)`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0e40900de13b2ba0',
    },
    {
      type: 'step', id: 'start/yaml/nothing-stored',
      source: { file: 'content/docs/start/yaml.mdx', line: 293 },
      title: { ko: '세 번 묻기', en: 'Ask three times' },
      lead: { ko: '정말 저장하지 않았는지 봅니다.', en: 'See that it really stored nothing.' },
      on: 'master',
      script: 'kubectl get deployments --namespace yaml 2>&1',
      expect: { match: 'exact', text: 'No resources found in yaml namespace.' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '9fea3b93b6bd10a7',
    },

    // 탭 / A tab
    {
      type: 'step', id: 'start/yaml/tab-lint',
      source: { file: 'content/docs/start/yaml.mdx', line: 309 },
      title: { ko: '탭', en: 'A tab' },
      lead: { ko: '편집기에서는 거의 같아 보입니다.', en: 'In an editor it looks nearly the same.' },
      on: 'master',
      script: String.raw`sed 's/^  name: nginx/\tname: nginx/' basic-deployment-nginx.yaml > tab.yaml
yamllint tab.yaml`,
      expect: {
        match: 'exact',
        text: String.raw`tab.yaml
  4:1       error    syntax error: found character '\t' that cannot start any token (syntax)`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b78752bf143d28ff',
    },
    {
      type: 'step', id: 'start/yaml/tab-kubectl',
      source: { file: 'content/docs/start/yaml.mdx', line: 321 },
      title: { ko: '탭', en: 'A tab' },
      lead: { ko: 'kubectl의 말은 이렇습니다.', en: 'kubectl says it like this.' },
      on: 'master',
      script: 'kubectl apply --dry-run=server -f tab.yaml 2>&1',
      expect: {
        match: 'exact',
        text: 'error: error parsing tab.yaml: error converting YAML to JSON: yaml: line 4: found character that cannot start any token',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '8405a81a2efc23ca',
    },

    // 너무 깊은 들여쓰기 / Indented too deep
    {
      type: 'step', id: 'start/yaml/deep-lint',
      source: { file: 'content/docs/start/yaml.mdx', line: 333 },
      title: { ko: '너무 깊은 들여쓰기', en: 'Indented too deep' },
      lead: {
        ko: 'metadata 아래의 labels:를 두 칸 더 들여 씁니다.',
        en: 'Indent labels: of metadata by two more spaces.',
      },
      on: 'master',
      script: `sed 's/^  labels:/    labels:/' basic-deployment-nginx.yaml > deep.yaml
yamllint deep.yaml`,
      expect: {
        match: 'exact',
        text: `deep.yaml
  6:11      error    syntax error: mapping values are not allowed here (syntax)`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '620c0684235e24fa',
    },
    {
      type: 'step', id: 'start/yaml/deep-kubectl',
      source: { file: 'content/docs/start/yaml.mdx', line: 343 },
      title: { ko: '너무 깊은 들여쓰기', en: 'Indented too deep' },
      on: 'master',
      script: 'kubectl apply --dry-run=server -f deep.yaml 2>&1',
      expect: {
        match: 'exact',
        text: 'error: error parsing deep.yaml: error converting YAML to JSON: yaml: line 6: mapping values are not allowed in this context',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'dd8dace753b7b83d',
    },

    // 너무 얕은 들여쓰기 / Not indented enough
    {
      type: 'step', id: 'start/yaml/shallow',
      source: { file: 'content/docs/start/yaml.mdx', line: 363 },
      title: { ko: '너무 얕은 들여쓰기', en: 'Not indented enough' },
      lead: {
        ko: 'template 아래를 모두 두 칸 왼쪽으로 옮깁니다.',
        en: 'Move all that is below template two columns to the left.',
      },
      on: 'master',
      script: `sed '/^    metadata:/,$s/^  //' basic-deployment-nginx.yaml > shallow.yaml
sed -n '/template:/,/spec:/p' shallow.yaml
yamllint shallow.yaml && echo "yamllint: nothing to say"
kubectl apply --dry-run=client -f shallow.yaml`,
      expect: {
        match: 'exact',
        text: `  template:
  metadata:
    labels:
      app: nginx
  spec:
yamllint: nothing to say
deployment.apps/nginx created (dry run)`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '23a02290e2d5ee51',
    },
    {
      type: 'step', id: 'start/yaml/shallow-server',
      source: { file: 'content/docs/start/yaml.mdx', line: 382 },
      title: { ko: '너무 얕은 들여쓰기', en: 'Not indented enough' },
      lead: { ko: '서버는 압니다.', en: 'The server does.' },
      on: 'master',
      script: 'kubectl apply --dry-run=server -f shallow.yaml 2>&1',
      expect: {
        match: 'exact',
        text: 'Error from server (BadRequest): error when creating "shallow.yaml": Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.metadata", unknown field "spec.spec"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'aa3e062c81407fae',
    },

    // 없는 필드 / A field that does not exist
    {
      type: 'step', id: 'start/yaml/field',
      source: { file: 'content/docs/start/yaml.mdx', line: 396 },
      title: { ko: '없는 필드', en: 'A field that does not exist' },
      lead: { ko: 'replicas에서 s를 뺍니다.', en: 'Take the s off replicas.' },
      on: 'master',
      script: `sed 's/replicas/replica/' basic-deployment-nginx.yaml > field.yaml
kubectl apply --dry-run=server -f field.yaml 2>&1`,
      expect: {
        match: 'exact',
        text: 'Error from server (BadRequest): error when creating "field.yaml": Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replica"',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '79fea51717b3ddf9',
    },
    {
      type: 'step', id: 'start/yaml/field-warn',
      source: { file: 'content/docs/start/yaml.mdx', line: 407 },
      title: { ko: '없는 필드', en: 'A field that does not exist' },
      lead: { ko: '오류를 없애려고 이 옵션을 붙이지 마십시오.', en: 'Do not use these options to make an error go away.' },
      on: 'master',
      script: "kubectl apply --dry-run=server --validate=warn -f field.yaml -o jsonpath='{.spec.replicas}{\"\\n\"}' 2>&1",
      expect: {
        match: 'exact',
        text: `Warning: unknown field "spec.replica"
1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'acd18652fa5687ce',
    },

    // 틀린 형 / The wrong type
    {
      type: 'step', id: 'start/yaml/type',
      source: { file: 'content/docs/start/yaml.mdx', line: 420 },
      title: { ko: '틀린 형', en: 'The wrong type' },
      lead: { ko: '수가 올 자리에 따옴표를 붙이면 글자가 됩니다.', en: 'Put quotes around a number, and it is a text.' },
      on: 'master',
      script: `sed 's/replicas: 3/replicas: "3"/' basic-deployment-nginx.yaml > type.yaml
kubectl apply --dry-run=server -f type.yaml 2>&1`,
      expect: {
        match: 'exact',
        text: 'Error from server (BadRequest): error when creating "type.yaml": Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '12b450fc1b107b75',
    },

    // 틀린 값 / The wrong value
    {
      type: 'step', id: 'start/yaml/selector',
      source: { file: 'content/docs/start/yaml.mdx', line: 435 },
      title: { ko: '틀린 값', en: 'The wrong value' },
      lead: {
        ko: 'Pod에 붙을 라벨만 바꾸어, 셀렉터가 찾는 라벨과 어긋나게 합니다.',
        en: 'Change only the labels that the Pods will have, so that they are not those that the selector looks for.',
      },
      on: 'master',
      script: `sed '/^        app: nginx/s/nginx/web/' basic-deployment-nginx.yaml > selector.yaml
kubectl apply --dry-run=server -f selector.yaml 2>&1`,
      expect: {
        match: 'exact',
        text: 'The Deployment "nginx" is invalid: spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3f38addd5948065c',
    },

    // 없는 종류와 버전 / A kind or version that does not exist
    {
      type: 'step', id: 'start/yaml/version',
      source: { file: 'content/docs/start/yaml.mdx', line: 448 },
      title: { ko: '없는 종류와 버전', en: 'A kind or version that does not exist' },
      lead: {
        ko: '오래된 글의 apiVersion을 그대로 옮기면 이렇게 됩니다.',
        en: 'Copy the apiVersion of an old text, and it is like this.',
      },
      on: 'master',
      script: `sed 's#apps/v1#apps/v1beta1#' basic-deployment-nginx.yaml > version.yaml
kubectl apply --dry-run=server -f version.yaml 2>&1`,
      expect: {
        match: 'exact',
        text: `error: resource mapping not found for name: "nginx" namespace: "yaml" from "version.yaml": no matches for kind "Deployment" in version "apps/v1beta1"
ensure CRDs are installed first`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '064dcb5d20808c78',
    },
    {
      type: 'step', id: 'start/yaml/versions',
      source: { file: 'content/docs/start/yaml.mdx', line: 460 },
      title: { ko: '없는 종류와 버전', en: 'A kind or version that does not exist' },
      lead: { ko: '서버가 무엇을 아는지 봅니다.', en: 'See what the server knows.' },
      on: 'master',
      script: "kubectl api-versions | grep '^apps/'",
      expect: { match: 'exact', text: 'apps/v1' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'a2eb54be847ec58f',
    },

    // 아무도 말하지 않을 때 / When nobody says anything
    {
      type: 'step', id: 'start/yaml/twice',
      source: { file: 'content/docs/start/yaml.mdx', line: 472 },
      title: { ko: '아무도 말하지 않을 때', en: 'When nobody says anything' },
      lead: { ko: '같은 키를 두 번 적습니다.', en: 'Write the same key twice.' },
      on: 'master',
      script: String.raw`sed 's/^  replicas: 3/  replicas: 3\n  replicas: 5/' basic-deployment-nginx.yaml > twice.yaml
kubectl apply --dry-run=server -f twice.yaml -o jsonpath='{.spec.replicas}{"\n"}' 2>&1`,
      expect: { match: 'exact', text: '5' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '78e1d4cb53468a5c',
    },
    {
      type: 'step', id: 'start/yaml/twice-lint',
      source: { file: 'content/docs/start/yaml.mdx', line: 483 },
      title: { ko: '아무도 말하지 않을 때', en: 'When nobody says anything' },
      lead: { ko: 'yamllint만 봅니다.', en: 'Only yamllint sees it.' },
      on: 'master',
      script: 'yamllint twice.yaml',
      expect: {
        match: 'exact',
        text: `twice.yaml
  10:3      error    duplication of key "replicas" in mapping  (key-duplicates)`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '86d884e49146d327',
    },

    // 적은 것과 다른 것이 되는 값 / Values that become something else
    {
      type: 'file', id: 'start/yaml/file:values.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 508 },
      title: { ko: '적은 것과 다른 것이 되는 값', en: 'Values that become something else' },
      lead: { ko: '여러 가지를 한 파일에 적어 봅니다.', en: 'Write several of them into one file.' },
      on: 'master',
      path: 'values.yaml', subst: [],
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: values
  namespace: yaml
data:
  country: no
  answer: y
  switch: on
  version: 1.10
  mode: 0644
  thousands: 10_000
  exponent: 1e3
  nothing: ~
  date: 2026-11-24
  address: 10.96.0.10
  percent: 50%
  sentence: yes please`,
      hash: 'bb34f15b3bec77d0',
    },
    {
      type: 'step', id: 'start/yaml/values',
      source: { file: 'content/docs/start/yaml.mdx', line: 531 },
      title: { ko: '적은 것과 다른 것이 되는 값', en: 'Values that become something else' },
      lead: { ko: '무엇이 되었는지 data 부분만 봅니다.', en: 'See what has become of data.' },
      on: 'master',
      script: "kubectl create --dry-run=client -o json -f values.yaml | sed -n '/\"data\"/,/}/p'",
      expect: {
        match: 'exact',
        text: `    "data": {
        "address": "10.96.0.10",
        "answer": true,
        "country": false,
        "date": "2026-11-24",
        "exponent": 1000,
        "mode": 420,
        "nothing": null,
        "percent": "50%",
        "sentence": "yes please",
        "switch": true,
        "thousands": 10000,
        "version": 1.1
    },`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ee3fffe38702a538',
    },
    {
      type: 'step', id: 'start/yaml/values-server',
      source: { file: 'content/docs/start/yaml.mdx', line: 560 },
      title: { ko: '적은 것과 다른 것이 되는 값', en: 'Values that become something else' },
      lead: { ko: '다행한 경우입니다.', en: 'You are lucky here.' },
      on: 'master',
      script: 'kubectl apply --dry-run=server -f values.yaml 2>&1',
      expect: {
        match: 'exact',
        text: 'Error from server (BadRequest): error when creating "values.yaml": ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal … into Go struct field ConfigMap.data of type string',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6efb832ddf80e01b',
    },
    {
      type: 'step', id: 'start/yaml/values-lint',
      source: { file: 'content/docs/start/yaml.mdx', line: 570 },
      title: { ko: '적은 것과 다른 것이 되는 값', en: 'Values that become something else' },
      lead: {
        ko: 'y는 yamllint가 읽는 규칙에서는 글자이고, kubectl에게는 참입니다.',
        en: 'yamllint tells of those that become true and false, but only of two of the three: by the rules that yamllint reads by, y is a text; for kubectl it is true.',
      },
      on: 'master',
      script: 'yamllint values.yaml',
      expect: {
        match: 'exact',
        text: `values.yaml
  7:12      error    truthy value should be one of [false, true]  (truthy)
  9:11      error    truthy value should be one of [false, true]  (truthy)`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '19dd7ee9b756d1c2',
    },
    {
      type: 'file', id: 'start/yaml/file:environment.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 582 },
      title: { ko: '적은 것과 다른 것이 되는 값', en: 'Values that become something else' },
      lead: { ko: '포트 번호도 글자로 적어야 합니다.', en: 'Even a port number has to be a text there.' },
      on: 'master',
      path: 'environment.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: environment
  namespace: yaml
spec:
  containers:
    - name: app
      image: busybox:1.37
      env:
        - name: PORT
          value: 8080`,
      hash: '838754d500da0732',
    },
    {
      type: 'step', id: 'start/yaml/environment',
      source: { file: 'content/docs/start/yaml.mdx', line: 597 },
      title: { ko: '적은 것과 다른 것이 되는 값', en: 'Values that become something else' },
      on: 'master',
      script: 'kubectl apply --dry-run=server -f environment.yaml 2>&1',
      expect: {
        match: 'exact',
        text: 'Error from server (BadRequest): error when creating "environment.yaml": Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '8d4ae8ecabe040e5',
    },
    {
      type: 'step', id: 'start/yaml/environment-quoted',
      source: { file: 'content/docs/start/yaml.mdx', line: 607 },
      title: { ko: '적은 것과 다른 것이 되는 값', en: 'Values that become something else' },
      lead: {
        ko: '값을 적기 전에 그 필드가 글자인지 수인지 kubectl explain으로 보고, 글자라면 따옴표를 붙입니다.',
        en: 'Before you write a value, see by kubectl explain whether the field is a text or a number; if a text, quote it.',
      },
      on: 'master',
      script: "sed 's/value: 8080/value: \"8080\"/' environment.yaml | kubectl apply --dry-run=server -f -",
      expect: { match: 'exact', text: 'pod/environment created (server dry run)' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ea0338e3d027aeca',
    },

    // 8진수가 필요한 곳 / Where octal is wanted
    {
      type: 'file', id: 'start/yaml/file:mode.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 619 },
      title: { ko: '8진수가 필요한 곳', en: 'Where octal is wanted' },
      lead: {
        ko: '수여야 하고, 우리는 8진수로 생각합니다.',
        en: 'With file permissions it is the other way round: it has to be a number, and we think in octal.',
      },
      on: 'master',
      path: 'mode.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: mode
  namespace: yaml
spec:
  containers:
    - name: app
      image: busybox:1.37
  volumes:
    - name: settings
      configMap:
        name: values
        defaultMode: 0644`,
      hash: 'ef5c74f1924f5edb',
    },
    {
      type: 'step', id: 'start/yaml/octal',
      source: { file: 'content/docs/start/yaml.mdx', line: 638 },
      title: { ko: '8진수가 필요한 곳', en: 'Where octal is wanted' },
      lead: {
        ko: '앞의 0이 있으면 420, 곧 8진수 644입니다.',
        en: 'With the 0 in front it is 420, which is 644 in octal.',
      },
      on: 'master',
      script: "kubectl apply --dry-run=server -f mode.yaml -o jsonpath='{.spec.volumes[0].configMap.defaultMode}{\"\\n\"}'",
      expect: { match: 'exact', text: '420' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7f12299a22074708',
    },
    {
      type: 'step', id: 'start/yaml/decimal',
      source: { file: 'content/docs/start/yaml.mdx', line: 648 },
      title: { ko: '8진수가 필요한 곳', en: 'Where octal is wanted' },
      lead: {
        ko: '0을 빠뜨리면 십진수 644가 되고, 이것은 권한의 범위를 넘습니다.',
        en: 'Without the 0 it is the decimal number 644, and that is no permission.',
      },
      on: 'master',
      script: "sed 's/0644/644/' mode.yaml | kubectl apply --dry-run=server -f - 2>&1",
      expect: {
        match: 'exact',
        text: 'The Pod "mode" is invalid: spec.volumes[0].configMap.defaultMode: Invalid value: 644: must be a number between 0 and 0777 (octal), both inclusive',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7f3632c054bbb1c8',
    },

    // 여러 줄 / Many lines
    {
      type: 'file', id: 'start/yaml/file:blocks.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 662 },
      title: { ko: '여러 줄', en: 'Many lines' },
      lead: {
        ko: '뒤의 -는 마지막 줄바꿈을 떼고, +는 끝의 빈 줄까지 모두 남깁니다.',
        en: 'A - behind takes the last newline off, a + keeps all empty lines at the end.',
      },
      on: 'master',
      path: 'blocks.yaml', subst: [],
      text: String.raw`apiVersion: v1
kind: ConfigMap
metadata:
  name: blocks
  namespace: yaml
data:
  literal: |
    first line
      second line
  stripped: |-
    first line
    second line
  kept: |+
    first line

  folded: >
    first line
    second line
  plain: first line
    second line
  double: "first line\nsecond line"
  single: 'first line\nsecond line'`,
      hash: '660df50cdc2d5245',
    },
    {
      type: 'step', id: 'start/yaml/blocks',
      source: { file: 'content/docs/start/yaml.mdx', line: 689 },
      title: { ko: '여러 줄', en: 'Many lines' },
      lead: { ko: "줄바꿈이 \\n으로 보이도록 JSON으로 봅니다.", en: "Look at it as JSON, where a newline shows as \\n." },
      on: 'master',
      script: "kubectl create --dry-run=client -o json -f blocks.yaml | sed -n '/\"data\"/,/}/p'",
      expect: {
        match: 'exact',
        text: String.raw`    "data": {
        "double": "first line\nsecond line",
        "folded": "first line second line\n",
        "kept": "first line\n\n",
        "literal": "first line\n  second line\n",
        "plain": "first line second line",
        "single": "first line\\nsecond line",
        "stripped": "first line\nsecond line"
    },`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '947b7b9e95ce8ae7',
    },

    // 한 파일에 여러 문서 / Many documents in one file
    {
      type: 'file', id: 'start/yaml/file:several.yaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 713 },
      title: { ko: '한 파일에 여러 문서', en: 'Many documents in one file' },
      lead: { ko: '가운데 것만 틀린 파일입니다.', en: 'In this one only the middle one is wrong.' },
      on: 'master',
      path: 'several.yaml', subst: [],
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: one
  namespace: yaml
data:
  color: red
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: two
  namespace: yaml
data:
  color: 2
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: three
  namespace: yaml
data:
  color: blue`,
      hash: 'ed97f476dc555668',
    },
    {
      type: 'step', id: 'start/yaml/several',
      source: { file: 'content/docs/start/yaml.mdx', line: 741 },
      title: { ko: '한 파일에 여러 문서', en: 'Many documents in one file' },
      lead: { ko: '적용해 봅니다.', en: 'Try to apply it.' },
      on: 'master',
      script: 'kubectl apply --dry-run=server -f several.yaml 2>/dev/null',
      expect: {
        match: 'exact',
        text: `configmap/one created (server dry run)
configmap/three created (server dry run)`,
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'bcfb9fa5bab0fbcd',
    },
    {
      type: 'step', id: 'start/yaml/joined',
      source: { file: 'content/docs/start/yaml.mdx', line: 754 },
      title: { ko: '한 파일에 여러 문서', en: 'Many documents in one file' },
      lead: { ko: '---를 빠뜨리면 더 나쁩니다.', en: 'Leave the --- out, and it is worse.' },
      on: 'master',
      script: `sed '/^---$/d' several.yaml > joined.yaml
kubectl apply --dry-run=server -f joined.yaml 2>&1`,
      expect: { match: 'exact', text: 'configmap/three created (server dry run)' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c490865c6a7af3b3',
    },

    // 헷갈릴 데가 없는 YAML / YAML without ambiguity
    {
      type: 'step', id: 'start/yaml/kyaml',
      source: { file: 'content/docs/start/yaml.mdx', line: 769 },
      title: { ko: '헷갈릴 데가 없는 YAML', en: 'YAML without ambiguity' },
      lead: {
        ko: '남이 준 파일이 의심스러울 때 이렇게 보면 한눈에 드러납니다.',
        en: 'Look at a doubtful file in this form, and you see at once what it says.',
      },
      on: 'master',
      script: 'kubectl create configmap settings --from-literal country=no --from-literal version=1.10 --namespace yaml --dry-run=client -o kyaml',
      expect: {
        match: 'exact',
        text: `---
{
  kind: "ConfigMap",
  apiVersion: "v1",
  metadata: {
    name: "settings",
    namespace: "yaml",
  },
  data: {
    country: "no",
    version: "1.10",
  },
}`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'a519d1c86068b500',
    },

    // 적용하기 / Apply it
    {
      type: 'step', id: 'start/yaml/apply',
      source: { file: 'content/docs/start/yaml.mdx', line: 793 },
      title: { ko: '적용하기', en: 'Apply it' },
      lead: { ko: '바른 파일을 정말로 적용합니다.', en: 'Now really apply the file that is right.' },
      on: 'master',
      script: `kubectl apply -f basic-deployment-nginx.yaml
kubectl rollout status deployment nginx --namespace yaml --timeout=5m`,
      expect: {
        match: 'exact',
        text: `deployment.apps/nginx …
…
deployment "nginx" successfully rolled out`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'a5d7759bed2dd25c',
    },
    {
      type: 'step', id: 'start/yaml/defaults',
      source: { file: 'content/docs/start/yaml.mdx', line: 806 },
      title: { ko: '적용하기', en: 'Apply it' },
      lead: { ko: '몇 줄이 되었는지 세어 봅니다.', en: 'Count the lines.' },
      on: 'master',
      script: `wc -l < basic-deployment-nginx.yaml
kubectl get deployment nginx --namespace yaml -o yaml | wc -l`,
      expect: { match: 'regex', text: "^22\\n[6-9]\\d$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '21630cfc55c518f1',
    },

    // 확인 / Check
    {
      type: 'step', id: 'start/yaml/check',
      source: { file: 'content/docs/start/yaml.mdx', line: 819 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: 'Pod 셋이 준비되었는지 봅니다.', en: 'See whether the three Pods are ready.' },
      on: 'master',
      script: "kubectl get deployment nginx --namespace yaml -o jsonpath='{.metadata.name}: {.status.readyReplicas} of {.spec.replicas}{\"\\n\"}'",
      expect: { match: 'exact', text: 'nginx: 3 of 3' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '85114b72b053b311',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'start/yaml/clear',
      source: { file: 'content/docs/start/yaml.mdx', line: 829 },
      title: { ko: '치우기', en: 'Clean up' },
      on: 'master',
      script: 'kubectl delete namespace yaml --ignore-not-found --timeout=5m',
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '2d1c776e540ed63c',
    },
    {
      type: 'step', id: 'start/yaml/remove',
      source: { file: 'content/docs/start/yaml.mdx', line: 835 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '클러스터는 이것들을 모릅니다.', en: 'The cluster knows nothing of either.' },
      on: 'master', distro: 'debian',
      script: 'sudo apt-get autoremove --purge -y yamllint',
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '5d3ff96a67904baa',
    },
    {
      type: 'step', id: 'start/yaml/remove',
      source: { file: 'content/docs/start/yaml.mdx', line: 839 },
      title: { ko: '치우기', en: 'Clean up' },
      on: 'master', distro: 'rhel',
      script: 'sudo dnf remove -y yamllint',
      exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '0057fa19c022a71b',
    },
  ],
  exercises: [

    // 망가진 매니페스트 / A broken manifest
    {
      id: 'visits',
      title: { ko: '망가진 매니페스트', en: 'A broken manifest' },
      messages: {
        'no-deployment': {
          ko: '네임스페이스 yaml에 Deployment visits가 없습니다.',
          en: 'There is no Deployment visits in the namespace yaml.',
        },
        replicas: {
          ko: 'Deployment visits의 replicas가 2가 아닙니다.',
          en: 'The replicas of the Deployment visits are not 2.',
        },
        country: {
          ko: '환경 변수 COUNTRY가 글자 no가 아닙니다.',
          en: 'The environment variable COUNTRY is not the word no.',
        },
        code: {
          ko: '환경 변수 CODE가 글자 047이 아닙니다.',
          en: 'The environment variable CODE is not the text 047.',
        },
        port: { ko: '컨테이너 web에 포트 80이 적혀 있지 않습니다.', en: 'The container web does not name port 80.' },
      },
      versions: { nginx: '1.26' },
      items: [
        {
          type: 'file', id: 'start/yaml/visits/setup/file:visits.yaml', part: 'setup',
          source: { file: 'content/docs/start/yaml.mdx', line: 865 },
          title: { ko: '망가진 매니페스트', en: 'A broken manifest' },
          lead: {
            ko: 'Deployment visits는 Pod가 둘이고, 컨테이너 web의 환경 변수 COUNTRY는 글자 no, CODE는 글자 047이며, 포트 80이 적혀 있어야 합니다.',
            en: 'The Deployment visits has two Pods; in the container web the environment variable COUNTRY is the word no and CODE is the text 047; and port 80 is named.',
          },
          on: 'master',
          path: 'visits.yaml', subst: [],
          text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: visits
  namespace: yaml
spec:
  replicas: "2"
  selector:
    matchLabels:
      app: visits
  template:
    metadata:
      labels:
        app: visits
    spec:
      containers:
        - name: web
          image: nginx:1.26
          env:
            - name: COUNTRY
              value: no
            - name: CODE
              value: 047
          port:
            - containerPort: 80`,
          hash: 'ce0d77dc2b98bd8b',
        },
        {
          type: 'step', id: 'start/yaml/visits-setup', part: 'setup',
          source: { file: 'content/docs/start/yaml.mdx', line: 893 },
          title: { ko: '망가진 매니페스트', en: 'A broken manifest' },
          on: 'master',
          script: `kubectl create namespace yaml --dry-run=client -o yaml | kubectl apply -f -
kubectl delete deployment visits --namespace yaml --ignore-not-found --timeout=2m`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'db4a8e1c080a9493',
        },
        {
          type: 'step', id: 'start/yaml/visits-answer', part: 'answer',
          source: { file: 'content/docs/start/yaml.mdx', line: 903 },
          title: { ko: '망가진 매니페스트', en: 'A broken manifest' },
          lead: {
            ko: '서버는 한 번에 하나씩 말하므로 --dry-run=server를 되풀이하며 고칩니다.',
            en: 'The server tells one thing at a time, so mend and repeat with --dry-run=server.',
          },
          on: 'master',
          script: `sed -e 's/replicas: "2"/replicas: 2/' -e 's/value: no/value: "no"/' -e 's/value: 047/value: "047"/' -e 's/port:/ports:/' visits.yaml | kubectl apply -f -
kubectl rollout status deployment visits --namespace yaml --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'ae0756e6d36b35c1',
        },
        {
          type: 'step', id: 'start/yaml/visits-wrong-values', part: 'wrong',
          source: { file: 'content/docs/start/yaml.mdx', line: 915 },
          title: { ko: '망가진 매니페스트', en: 'A broken manifest' },
          lead: {
            ko: '오류가 시키는 대로 글자로만 바꾸면, YAML이 이미 바꾸어 놓은 값이 글자가 됩니다.',
            en: 'Do only what the error asks for, and turn the values into texts: then they are the texts of what YAML had already made of them.',
          },
          on: 'master',
          script: `sed -e 's/replicas: "2"/replicas: 2/' -e 's/value: no/value: "false"/' -e 's/value: 047/value: "39"/' -e 's/port:/ports:/' visits.yaml | kubectl apply -f -
kubectl rollout status deployment visits --namespace yaml --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'f688e4bcc62bc727',
        },
        {
          type: 'step', id: 'start/yaml/visits-wrong-validate', part: 'wrong',
          source: { file: 'content/docs/start/yaml.mdx', line: 922 },
          title: { ko: '망가진 매니페스트', en: 'A broken manifest' },
          lead: {
            ko: '없는 필드라는 말을 --validate=false로 덮으면 포트가 사라집니다.',
            en: 'Cover the unknown field with --validate=false, and the port is gone.',
          },
          on: 'master',
          script: `sed -e 's/replicas: "2"/replicas: 2/' -e 's/value: no/value: "no"/' -e 's/value: 047/value: "047"/' visits.yaml | kubectl apply --validate=false -f -
kubectl rollout status deployment visits --namespace yaml --timeout=5m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'd8068b868d3994f5',
        },
        {
          type: 'step', id: 'start/yaml/visits-check', part: 'check',
          source: { file: 'content/docs/start/yaml.mdx', line: 929 },
          title: { ko: '망가진 매니페스트', en: 'A broken manifest' },
          lead: { ko: '서버에 남은 값을 봅니다.', en: 'See the values that the server has.' },
          on: 'master',
          script: `if ! kubectl get deployment visits --namespace yaml >/dev/null 2>&1; then
  echo no-deployment
  exit 1
fi
ok=yes
replicas=$(kubectl get deployment visits --namespace yaml -o jsonpath='{.spec.replicas}')
test "$replicas" = 2 || { echo replicas; ok=no; }
country=$(kubectl get deployment visits --namespace yaml -o jsonpath='{.spec.template.spec.containers[0].env[?(@.name=="COUNTRY")].value}')
test "$country" = no || { echo country; ok=no; }
code=$(kubectl get deployment visits --namespace yaml -o jsonpath='{.spec.template.spec.containers[0].env[?(@.name=="CODE")].value}')
test "$code" = 047 || { echo code; ok=no; }
port=$(kubectl get deployment visits --namespace yaml -o jsonpath='{.spec.template.spec.containers[0].ports[0].containerPort}')
test "$port" = 80 || { echo port; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '4d259560772e26bc',
        },
      ],
    },

    // 적은 그대로 남는 설정 / Settings that stay as written
    {
      id: 'settings',
      title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
      messages: {
        'no-configmap': {
          ko: '네임스페이스 yaml에 ConfigMap settings가 없습니다.',
          en: 'There is no ConfigMap settings in the namespace yaml.',
        },
        version: { ko: 'version의 값이 글자 1.10이 아닙니다.', en: 'The value of version is not the text 1.10.' },
        mode: { ko: 'mode의 값이 글자 0644가 아닙니다.', en: 'The value of mode is not the text 0644.' },
        debug: { ko: 'debug의 값이 글자 off가 아닙니다.', en: 'The value of debug is not the word off.' },
        motd: {
          ko: 'motd의 값이 두 줄이 아니거나, 줄바꿈으로 끝나지 않습니다.',
          en: 'The value of motd is not two lines, or does not end in a newline.',
        },
      },
      versions: {},
      items: [
        {
          type: 'step', id: 'start/yaml/settings-setup', part: 'setup',
          source: { file: 'content/docs/start/yaml.mdx', line: 952 },
          title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
          lead: { ko: '두 줄이며 줄바꿈으로 끝납니다.', en: 'and Be kind., with a newline at the end.' },
          on: 'master',
          script: `kubectl create namespace yaml --dry-run=client -o yaml | kubectl apply -f -
kubectl delete configmap settings --namespace yaml --ignore-not-found`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '2e1003cf0853212b',
        },
        {
          type: 'file', id: 'start/yaml/settings/answer/file:settings.yaml', part: 'answer',
          source: { file: 'content/docs/start/yaml.mdx', line: 960 },
          title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
          lead: { ko: '답', en: 'Answer' },
          on: 'master',
          path: 'settings.yaml', subst: [],
          text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: yaml
data:
  version: "1.10"
  mode: "0644"
  debug: "off"
  motd: |
    Welcome.
    Be kind.`,
          hash: '64d353f519cd50ba',
        },
        {
          type: 'step', id: 'start/yaml/settings-answer', part: 'answer',
          source: { file: 'content/docs/start/yaml.mdx', line: 975 },
          title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
          on: 'master',
          script: 'kubectl apply -f settings.yaml',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '826014c88f3f3215',
        },
        {
          type: 'file', id: 'start/yaml/settings/wrong/file:settings.yaml', part: 'wrong',
          source: { file: 'content/docs/start/yaml.mdx', line: 986 },
          title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
          lead: { ko: '>는 두 줄을 한 줄로 잇습니다.', en: '> makes one line of the two.' },
          on: 'master',
          path: 'settings.yaml', subst: [],
          text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: yaml
data:
  version: "1.10"
  mode: "0644"
  debug: "off"
  motd: >
    Welcome.
    Be kind.`,
          hash: '1316a799d8d333fe',
        },
        {
          type: 'step', id: 'start/yaml/settings-wrong-folded', part: 'wrong',
          source: { file: 'content/docs/start/yaml.mdx', line: 1001 },
          title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
          on: 'master',
          script: 'kubectl apply -f settings.yaml',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '70da3236e687e575',
        },
        {
          type: 'step', id: 'start/yaml/settings-wrong-newline', part: 'wrong',
          source: { file: 'content/docs/start/yaml.mdx', line: 1007 },
          title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
          lead: {
            ko: '명령으로 만들면 따옴표 걱정은 없지만, 마지막 줄바꿈이 빠집니다.',
            en: 'Made by a command there is no trouble with quotes, but the last newline is missing.',
          },
          on: 'master',
          script: "kubectl create configmap settings --namespace yaml --from-literal version=1.10 --from-literal mode=0644 --from-literal debug=off --from-literal motd=$'Welcome.\\nBe kind.'",
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'c081b0cd4c233510',
        },
        {
          type: 'step', id: 'start/yaml/settings-check', part: 'check',
          source: { file: 'content/docs/start/yaml.mdx', line: 1013 },
          title: { ko: '적은 그대로 남는 설정', en: 'Settings that stay as written' },
          lead: {
            ko: '셸이 마지막 줄바꿈을 떼지 못하게 점을 하나 붙여 읽습니다.',
            en: 'A dot behind keeps the shell from dropping the last newline.',
          },
          on: 'master',
          script: String.raw`if ! kubectl get configmap settings --namespace yaml >/dev/null 2>&1; then
  echo no-configmap
  exit 1
fi
ok=yes
version=$(kubectl get configmap settings --namespace yaml -o jsonpath='{.data.version}')
test "$version" = 1.10 || { echo version; ok=no; }
mode=$(kubectl get configmap settings --namespace yaml -o jsonpath='{.data.mode}')
test "$mode" = 0644 || { echo mode; ok=no; }
debug=$(kubectl get configmap settings --namespace yaml -o jsonpath='{.data.debug}')
test "$debug" = off || { echo debug; ok=no; }
motd=$(kubectl get configmap settings --namespace yaml -o jsonpath='{.data.motd}{"."}')
test "$motd" = $'Welcome.\nBe kind.\n.' || { echo motd; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '65b23e92ef822fd4',
        },
      ],
    },
  ],
})
