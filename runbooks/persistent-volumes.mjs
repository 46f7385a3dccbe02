#!/usr/bin/env zx
// Generated from content/docs/storage/persistent-volumes.mdx by `npm run extract`; edit the chapter, not this file.
// PersistentVolume과 PersistentVolumeClaim / PersistentVolumes and claims
// Run it with: npx zx runbooks/persistent-volumes.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'persistent-volumes',
  page: 'storage/persistent-volumes',
  title: { ko: 'PersistentVolume과 PersistentVolumeClaim', en: 'PersistentVolumes and claims' },
  topology: 'single',
  isolation: 'namespace',
  needs: ['install-single-master'],
  vars: [],
  versions: { nginx: '1.26', busybox: '1.37' },
  items: [

    // ── content/docs/storage/persistent-volumes.mdx ──────────────────────────────────────────────

    // 준비 / Before you begin
    {
      type: 'step', id: 'storage/persistent-volumes/namespace',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 71 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: {
        ko: 'pv, pvc, sc는 persistentvolume, persistentvolumeclaim, storageclass의 줄임말입니다.',
        en: 'pv, pvc and sc are short for persistentvolume, persistentvolumeclaim and storageclass.',
      },
      on: 'master',
      script: `kubectl delete namespace claims --ignore-not-found --timeout=5m
kubectl delete pv,sc --selector chapter=claims --ignore-not-found --timeout=1m
kubectl create namespace claims`,
      expect: {
        match: 'exact',
        text: `…
namespace/claims created`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 420, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'eba803170d6e3432',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/directories',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 84 },
      title: { ko: '준비', en: 'Before you begin' },
      lead: { ko: '실제라면 디스크를 마운트한 자리입니다.', en: 'In real life a disk would be mounted there.' },
      on: 'node',
      script: 'sudo mkdir -p /srv/claims/task /srv/claims/local /srv/claims/single',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'd91f5bcbeb50d64a',
    },

    // PV / The PV
    {
      type: 'file', id: 'storage/persistent-volumes/file:task-pv-volume.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 94 },
      title: { ko: 'PV', en: 'The PV' },
      lead: {
        ko: 'local은 노드에 있는 디스크나 디렉터리를 그 노드에 매인 볼륨으로 만듭니다.',
        en: 'A local volume is a disk or directory of a node, tied to that node.',
      },
      on: 'master',
      path: 'task-pv-volume.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: task-pv-volume
  labels:
    chapter: claims
spec:
  storageClassName: manual
  capacity:
    storage: 10Gi
  accessModes:
    - ReadWriteOnce
  persistentVolumeReclaimPolicy: Retain
  local:
    path: /srv/claims/task
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values:
                - node1`,
      hash: 'd7ea603f302161e6',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/no-node',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 122 },
      title: { ko: 'PV', en: 'The PV' },
      lead: { ko: '떼고 내 보면 API 서버가 받지 않습니다.', en: 'Take it away, and the API server refuses.' },
      on: 'master',
      script: "sed '/nodeAffinity/,$d' task-pv-volume.yaml | kubectl create --dry-run=server -f - 2>&1",
      expect: {
        match: 'exact',
        text: 'The PersistentVolume "task-pv-volume" is invalid: spec.nodeAffinity: Required value: Local volume requires node affinity',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6b39df86bc641c2c',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/volume',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 132 },
      title: { ko: 'PV', en: 'The PV' },
      lead: { ko: '온전한 것을 적용합니다.', en: 'Apply the whole one.' },
      on: 'master',
      script: `kubectl apply -f task-pv-volume.yaml
kubectl wait --for=jsonpath='{.status.phase}'=Available pv/task-pv-volume --timeout=3m
kubectl get pv task-pv-volume`,
      expect: {
        match: 'exact',
        text: `persistentvolume/task-pv-volume …
persistentvolume/task-pv-volume condition met
NAME…CAPACITY…ACCESS MODES…RECLAIM POLICY…STATUS…CLAIM…STORAGECLASS…
task-pv-volume…10Gi…RWO…Retain…Available…manual…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3fb7ef2f97da09a2',
    },

    // PVC / The PVC
    {
      type: 'file', id: 'storage/persistent-volumes/file:task-pv-claim.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 151 },
      title: { ko: 'PVC', en: 'The PVC' },
      lead: { ko: '같은 클래스로 3Gi를 청합니다.', en: 'Ask for 3Gi of the same class.' },
      on: 'master',
      path: 'task-pv-claim.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: task-pv-claim
  namespace: claims
spec:
  storageClassName: manual
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 3Gi`,
      hash: '56b968eca837298b',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/claim',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 168 },
      title: { ko: 'PVC', en: 'The PVC' },
      lead: { ko: '적용하고, 묶일 때까지 기다립니다.', en: 'Apply it and wait until it is bound.' },
      on: 'master',
      script: `kubectl apply -f task-pv-claim.yaml
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/task-pv-claim --timeout=1m
kubectl get pvc task-pv-claim --namespace claims`,
      expect: {
        match: 'exact',
        text: `persistentvolumeclaim/task-pv-claim …
persistentvolumeclaim/task-pv-claim condition met
NAME…STATUS…VOLUME…CAPACITY…ACCESS MODES…STORAGECLASS…
task-pv-claim…Bound…task-pv-volume…10Gi…RWO…manual…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c2b185a9f29966e9',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/both-sides',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 185 },
      title: { ko: 'PVC', en: 'The PVC' },
      lead: {
        ko: '뒤에서 다시 묶을 때 이 claimRef가 주인공입니다.',
        en: 'That claimRef is the main figure later, when we bind again.',
      },
      on: 'master',
      script: String.raw`kubectl get pvc task-pv-claim --namespace claims -o jsonpath='{.spec.volumeName}{"\n"}'
kubectl get pv task-pv-volume -o jsonpath='{.spec.claimRef.namespace}/{.spec.claimRef.name}{"\n"}'`,
      expect: {
        match: 'exact',
        text: `task-pv-volume
claims/task-pv-claim`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '74667fdbc0ec4fa8',
    },

    // 클래스 manual은 없습니다 / There is no class manual
    {
      type: 'step', id: 'storage/persistent-volumes/only-a-word',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 199 },
      title: { ko: '클래스 manual은 없습니다', en: 'There is no class manual' },
      lead: { ko: '있는지 봅니다.', en: 'See for yourself.' },
      on: 'master',
      script: 'kubectl get sc manual 2>&1',
      expect: {
        match: 'exact',
        text: 'Error from server (NotFound): storageclasses.storage.k8s.io "manual" not found',
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b117b5b4168c7e5f',
    },

    // Pod / The Pod
    {
      type: 'step', id: 'storage/persistent-volumes/data',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 213 },
      title: { ko: 'Pod', en: 'The Pod' },
      lead: { ko: 'Pod에는 PVC의 이름만 있습니다.', en: 'All that the Pod has is the name of the PVC.' },
      on: 'node1',
      script: 'echo "kept on node1" | sudo tee /srv/claims/task/index.html',
      expect: { match: 'exact', text: 'kept on node1' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'af316bc7de738bac',
    },
    {
      type: 'file', id: 'storage/persistent-volumes/file:task-pv-pod.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 221 },
      title: { ko: 'Pod', en: 'The Pod' },
      on: 'master',
      path: 'task-pv-pod.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: task-pv-pod
  namespace: claims
spec:
  containers:
    - name: task-pv-container
      image: nginx:1.26
      volumeMounts:
        - name: task-pv-storage
          mountPath: /usr/share/nginx/html
  volumes:
    - name: task-pv-storage
      persistentVolumeClaim:
        claimName: task-pv-claim`,
      hash: 'fe090d3d82b0fb20',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/pod',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 242 },
      title: { ko: 'Pod', en: 'The Pod' },
      lead: {
        ko: '적용하고, 어느 노드에 놓였는지와 파일이 보이는지 봅니다.',
        en: 'Apply it; see on which node it is, and whether the file is there.',
      },
      on: 'master',
      script: String.raw`kubectl apply -f task-pv-pod.yaml
kubectl wait --namespace claims --for=condition=Ready pod/task-pv-pod --timeout=5m
kubectl get pod task-pv-pod --namespace claims -o jsonpath='{.spec.nodeName}{"\n"}'
kubectl exec --namespace claims task-pv-pod -- cat /usr/share/nginx/html/index.html`,
      expect: {
        match: 'exact',
        text: `pod/task-pv-pod …
pod/task-pv-pod condition met
node1
kept on node1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'dc60cc16620df1bd',
    },

    // 어느 PV가 뽑히는가 / Which PV is chosen
    {
      type: 'file', id: 'storage/persistent-volumes/file:choice-volumes.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 262 },
      title: { ko: '어느 PV가 뽑히는가', en: 'Which PV is chosen' },
      lead: {
        ko: '경로가 정말 있는지는 마운트할 때까지 아무도 보지 않습니다.',
        en: 'Nobody looks whether the path exists before it is mounted.',
      },
      on: 'master',
      path: 'choice-volumes.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: choice-1gi
  labels:
    chapter: claims
spec:
  storageClassName: choice
  capacity:
    storage: 1Gi
  accessModes:
    - ReadWriteOnce
  hostPath:
    path: /srv/claims/choice-1gi
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: choice-2gi
  labels:
    chapter: claims
spec:
  storageClassName: choice
  capacity:
    storage: 2Gi
  accessModes:
    - ReadWriteOnce
  hostPath:
    path: /srv/claims/choice-2gi
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: choice-5gi
  labels:
    chapter: claims
spec:
  storageClassName: choice
  capacity:
    storage: 5Gi
  accessModes:
    - ReadWriteOnce
    - ReadWriteMany
  hostPath:
    path: /srv/claims/choice-5gi
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: fast-2gi
  labels:
    chapter: claims
spec:
  storageClassName: fast
  capacity:
    storage: 2Gi
  accessModes:
    - ReadWriteOnce
  hostPath:
    path: /srv/claims/fast-2gi`,
      hash: 'b3f90507a59b5ce4',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/choice-volumes',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 327 },
      title: { ko: '어느 PV가 뽑히는가', en: 'Which PV is chosen' },
      lead: { ko: '적용하고, 넷 다 준비될 때까지 기다립니다.', en: 'Apply them and wait until all four are ready.' },
      on: 'master',
      script: `kubectl apply -f choice-volumes.yaml
kubectl wait --for=jsonpath='{.status.phase}'=Available pv/choice-1gi pv/choice-2gi pv/choice-5gi pv/fast-2gi --timeout=1m`,
      expect: {
        match: 'exact',
        text: `…
persistentvolume/choice-1gi condition met
persistentvolume/choice-2gi condition met
persistentvolume/choice-5gi condition met
persistentvolume/fast-2gi condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0990abfcf129605a',
    },
    {
      type: 'file', id: 'storage/persistent-volumes/file:choice-claims.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 342 },
      title: { ko: '어느 PV가 뽑히는가', en: 'Which PV is chosen' },
      lead: {
        ko: '아래를 더 읽기 전에 각각 어디에 묶일지 맞혀 보십시오.',
        en: 'Before you read on, guess where each one goes.',
      },
      on: 'master',
      path: 'choice-claims.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: by-size
  namespace: claims
spec:
  storageClassName: choice
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1500Mi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: by-mode
  namespace: claims
spec:
  storageClassName: choice
  accessModes:
    - ReadWriteMany
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: by-class
  namespace: claims
spec:
  storageClassName: fast
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi`,
      hash: '42c4bb5848aaae5d',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/choice',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 385 },
      title: { ko: '어느 PV가 뽑히는가', en: 'Which PV is chosen' },
      lead: { ko: '적용하고 봅니다.', en: 'Apply them and look.' },
      on: 'master',
      script: `kubectl apply -f choice-claims.yaml >/dev/null
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/by-size pvc/by-mode pvc/by-class --timeout=1m >/dev/null
kubectl get pvc by-size by-mode by-class --namespace claims -o custom-columns='CLAIM:.metadata.name,ASKED:.spec.resources.requests.storage,MODE:.spec.accessModes[*],CLASS:.spec.storageClassName,VOLUME:.spec.volumeName'`,
      expect: {
        match: 'exact',
        text: `CLAIM…ASKED…MODE…CLASS…VOLUME
by-size…1500Mi…ReadWriteOnce…choice…choice-2gi
by-mode…1Gi…ReadWriteMany…choice…choice-5gi
by-class…1Gi…ReadWriteOnce…fast…fast-2gi`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3130ba36b6dbfaff',
    },

    // 맞는 PV가 없을 때 / When nothing fits
    {
      type: 'file', id: 'storage/persistent-volumes/file:nothing-fits.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 410 },
      title: { ko: '맞는 PV가 없을 때', en: 'When nothing fits' },
      lead: {
        ko: '하나는 클래스가 비었고(클러스터에 클래스 없는 PV가 있더라도 맞지 않도록 아주 크게 청합니다), 하나는 없는 클래스를 말하고, 하나는 남은 PV보다 큽니다.',
        en: 'Three claims: one has an empty class (and asks for so much that no PV without class of your cluster fits), one names a class that does not exist, one is larger than the PVs that are left.',
      },
      on: 'master',
      path: 'nothing-fits.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: no-class
  namespace: claims
spec:
  storageClassName: ""
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 500Ti
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: unknown-class
  namespace: claims
spec:
  storageClassName: nvme
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: too-big
  namespace: claims
spec:
  storageClassName: choice
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 8Gi`,
      hash: '77024fc69955708f',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/nothing-fits',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 453 },
      title: { ko: '맞는 PV가 없을 때', en: 'When nothing fits' },
      lead: { ko: '셋 다 받아들여집니다.', en: 'All three are accepted.' },
      on: 'master',
      script: `kubectl apply -f nothing-fits.yaml
kubectl get pvc no-class unknown-class too-big --namespace claims --no-headers -o custom-columns='NAME:.metadata.name,STATUS:.status.phase'`,
      expect: {
        match: 'exact',
        text: `persistentvolumeclaim/no-class …
persistentvolumeclaim/unknown-class …
persistentvolumeclaim/too-big …
no-class…Pending
unknown-class…Pending
too-big…Pending`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9d55c238fe7af3ce',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/no-class',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 469 },
      title: { ko: '맞는 PV가 없을 때', en: 'When nothing fits' },
      lead: {
        ko: 'kubectl describe pvc의 끝에도 같은 것이 있습니다.',
        en: 'kubectl describe pvc has the same at its end.',
      },
      on: 'master',
      script: 'kubectl events --namespace claims --for pvc/no-class',
      expect: {
        match: 'exact',
        text: `LAST SEEN…TYPE…REASON…OBJECT…MESSAGE
…Normal…FailedBinding…PersistentVolumeClaim/no-class…no persistent volumes available for this claim and no storage class is set
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'cf26d3d61b6d1bdc',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/unknown-class',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 483 },
      title: { ko: '맞는 PV가 없을 때', en: 'When nothing fits' },
      lead: { ko: '둘째의 까닭입니다.', en: 'The reason of the second.' },
      on: 'master',
      script: 'kubectl events --namespace claims --for pvc/unknown-class',
      expect: {
        match: 'exact',
        text: `LAST SEEN…TYPE…REASON…OBJECT…MESSAGE
…Warning…ProvisioningFailed…PersistentVolumeClaim/unknown-class…storageclass.storage.k8s.io "nvme" not found
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '1e19c5c70cd8c454',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/too-big',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 495 },
      title: { ko: '맞는 PV가 없을 때', en: 'When nothing fits' },
      lead: { ko: '셋째의 까닭입니다.', en: 'The reason of the third.' },
      on: 'master',
      script: 'kubectl events --namespace claims --for pvc/too-big',
      expect: {
        match: 'exact',
        text: `LAST SEEN…TYPE…REASON…OBJECT…MESSAGE
…Warning…ProvisioningFailed…PersistentVolumeClaim/too-big…storageclass.storage.k8s.io "choice" not found
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c02abc5a651775ae',
    },

    // 진짜 까닭을 말하게 하는 법 / How to get at the true reason
    {
      type: 'step', id: 'storage/persistent-volumes/ask-by-name',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 513 },
      title: { ko: '진짜 까닭을 말하게 하는 법', en: 'How to get at the true reason' },
      lead: { ko: '비어 있는 choice-1gi를 가리키게 합니다.', en: 'Point it to the free choice-1gi.' },
      on: 'master',
      script: "kubectl patch pvc too-big --namespace claims --patch '{\"spec\":{\"volumeName\":\"choice-1gi\"}}'",
      expect: { match: 'exact', text: 'persistentvolumeclaim/too-big patched…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '34e515d755d26610',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/true-reason',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 521 },
      title: { ko: '진짜 까닭을 말하게 하는 법', en: 'How to get at the true reason' },
      on: 'master',
      script: 'kubectl events --namespace claims --for pvc/too-big',
      expect: {
        match: 'contains',
        text: 'Warning…VolumeMismatch…PersistentVolumeClaim/too-big…Cannot bind to requested volume "choice-1gi": requested PV is too small',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e1d31365ad3b1576',
    },
    {
      type: 'file', id: 'storage/persistent-volumes/file:by-name.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 531 },
      title: { ko: '진짜 까닭을 말하게 하는 법', en: 'How to get at the true reason' },
      lead: {
        ko: '모두 choice-1gi(1Gi, RWO, choice)를 가리키지만 한 군데씩 어긋난 셋, 이미 남의 것인 choice-2gi를 가리키는 하나, 없는 PV를 가리키는 하나입니다.',
        en: 'Three claims ask for choice-1gi (1Gi, RWO, choice) and each is wrong in one place; one asks for choice-2gi, which belongs to somebody; one asks for a PV that does not exist.',
      },
      on: 'master',
      path: 'by-name.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: wrong-mode
  namespace: claims
spec:
  storageClassName: choice
  volumeName: choice-1gi
  accessModes:
    - ReadWriteMany
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: wrong-class
  namespace: claims
spec:
  storageClassName: fast
  volumeName: choice-1gi
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: wrong-volume-mode
  namespace: claims
spec:
  storageClassName: choice
  volumeName: choice-1gi
  volumeMode: Block
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: taken
  namespace: claims
spec:
  storageClassName: choice
  volumeName: choice-2gi
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: missing
  namespace: claims
spec:
  storageClassName: choice
  volumeName: choice-9gi
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi`,
      hash: '4674214c368f1bfa',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/by-name',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 606 },
      title: { ko: '진짜 까닭을 말하게 하는 법', en: 'How to get at the true reason' },
      lead: { ko: '적용하고, 저마다의 까닭을 한꺼번에 봅니다.', en: 'Apply them and see the reason of each.' },
      on: 'master',
      script: `kubectl apply -f by-name.yaml >/dev/null
for claim in wrong-mode wrong-class wrong-volume-mode taken; do
  kubectl get events --namespace claims --field-selector "involvedObject.name=$claim" --no-headers -o custom-columns='CLAIM:.involvedObject.name,REASON:.reason,MESSAGE:.message'
done`,
      expect: {
        match: 'exact',
        text: `wrong-mode…VolumeMismatch…Cannot bind to requested volume "choice-1gi": incompatible accessMode
…
wrong-class…VolumeMismatch…Cannot bind to requested volume "choice-1gi": storageClassName does not match
…
wrong-volume-mode…VolumeMismatch…Cannot bind to requested volume "choice-1gi": incompatible volumeMode
…
taken…FailedBinding…volume "choice-2gi" already bound to a different claim.`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'cf3e2f25b6dd8f8c',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/missing',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 625 },
      title: { ko: '진짜 까닭을 말하게 하는 법', en: 'How to get at the true reason' },
      lead: {
        ko: '이벤트가 하나도 없는 Pending이라면 volumeName의 글자를 보십시오.',
        en: 'When a PVC is Pending with no event at all, look at the spelling of volumeName.',
      },
      on: 'master',
      script: `kubectl get pvc missing --namespace claims --no-headers -o custom-columns='NAME:.metadata.name,STATUS:.status.phase,VOLUME:.spec.volumeName'
kubectl events --namespace claims --for pvc/missing 2>&1`,
      expect: {
        match: 'exact',
        text: `missing…Pending…choice-9gi
No events found in claims namespace.`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '6e9b7818978c5db3',
    },

    // 클래스가 기다리게 할 때 / When the class makes it wait
    {
      type: 'file', id: 'storage/persistent-volumes/file:classes.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 639 },
      title: { ko: '클래스가 기다리게 할 때', en: 'When the class makes it wait' },
      lead: {
        ko: 'waits는 Pod가 놓일 때까지 일부러 기다리는 클래스이고, nobody는 볼륨을 만들어 줄 프로그램이 없는 클래스입니다.',
        en: 'waits waits on purpose until there is a Pod; nobody has no program that would make its volumes.',
      },
      on: 'master',
      path: 'classes.yaml', subst: [],
      text: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: waits
  labels:
    chapter: claims
provisioner: kubernetes.io/no-provisioner
volumeBindingMode: WaitForFirstConsumer
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: nobody
  labels:
    chapter: claims
provisioner: example.com/nobody
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: waiting
  namespace: claims
spec:
  storageClassName: waits
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: unserved
  namespace: claims
spec:
  storageClassName: nobody
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi`,
      hash: '672ebaae024c6322',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/classes',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 686 },
      title: { ko: '클래스가 기다리게 할 때', en: 'When the class makes it wait' },
      lead: { ko: '적용하고, 두 까닭을 봅니다.', en: 'Apply them and see both reasons.' },
      on: 'master',
      script: `kubectl apply -f classes.yaml >/dev/null
for claim in waiting unserved; do
  kubectl get events --namespace claims --field-selector "involvedObject.name=$claim" --no-headers -o custom-columns='CLAIM:.involvedObject.name,REASON:.reason,MESSAGE:.message'
done`,
      expect: {
        match: 'exact',
        text: `…
waiting…WaitForFirstConsumer…waiting for first consumer to be created before binding
…
unserved…ExternalProvisioning…Waiting for a volume to be created either by the external provisioner 'example.com/nobody' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.
…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c735a2c369f822cb',
    },

    // 왜 기다리는 편이 나은가 / Why waiting is better
    {
      type: 'file', id: 'storage/persistent-volumes/file:elsewhere.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 707 },
      title: { ko: '왜 기다리는 편이 나은가', en: 'Why waiting is better' },
      lead: {
        ko: '그 PVC를 node2에 있어야 하는 Pod가 쓰려 하면 이렇게 됩니다.',
        en: 'See what happens when a Pod that has to be on node2 uses that claim.',
      },
      on: 'master',
      path: 'elsewhere.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: elsewhere
  namespace: claims
spec:
  nodeSelector:
    kubernetes.io/hostname: node2
  containers:
    - name: app
      image: busybox:1.37
      command: ["sleep", "infinity"]
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: task-pv-claim`,
      hash: '13482a511cd308ea',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/elsewhere',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 731 },
      title: { ko: '왜 기다리는 편이 나은가', en: 'Why waiting is better' },
      lead: { ko: '적용하고, 스케줄러가 무엇이라고 하는지 봅니다.', en: 'Apply it and see what the scheduler says.' },
      on: 'master',
      script: String.raw`kubectl apply -f elsewhere.yaml >/dev/null
kubectl get pod elsewhere --namespace claims -o jsonpath='{.status.phase}: {.status.conditions[?(@.type=="PodScheduled")].message}{"\n"}'`,
      expect: {
        match: 'exact',
        text: "Pending: 0/3 nodes are available: …didn't match PersistentVolume's node affinity…",
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f3d9cff6293c44bd',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/not-elsewhere',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 742 },
      title: { ko: '왜 기다리는 편이 나은가', en: 'Why waiting is better' },
      lead: { ko: '지웁니다.', en: 'Delete it.' },
      on: 'master',
      script: 'kubectl delete pod elsewhere --namespace claims',
      expect: { match: 'exact', text: 'pod "elsewhere" deleted…' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'da21677df7817ac7',
    },
    {
      type: 'file', id: 'storage/persistent-volumes/file:local-volumes.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 752 },
      title: { ko: '왜 기다리는 편이 나은가', en: 'Why waiting is better' },
      lead: { ko: '두 노드에 하나씩 PV를 내놓습니다.', en: 'Offer one PV on each node.' },
      on: 'master',
      path: 'local-volumes.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: local-node1
  labels:
    chapter: claims
spec:
  storageClassName: waits
  capacity:
    storage: 1Gi
  accessModes:
    - ReadWriteOnce
  local:
    path: /srv/claims/local
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values:
                - node1
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: local-node2
  labels:
    chapter: claims
spec:
  storageClassName: waits
  capacity:
    storage: 1Gi
  accessModes:
    - ReadWriteOnce
  local:
    path: /srv/claims/local
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values:
                - node2`,
      hash: 'fa5eb1e4a7033b60',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/local-volumes',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 802 },
      title: { ko: '왜 기다리는 편이 나은가', en: 'Why waiting is better' },
      lead: {
        ko: '맞는 PV가 둘이나 생겼지만 waiting은 아직 묶이지 않습니다.',
        en: 'There are two PVs that fit now, and waiting is still not bound.',
      },
      on: 'master',
      script: String.raw`kubectl apply -f local-volumes.yaml
kubectl wait --for=jsonpath='{.status.phase}'=Available pv/local-node1 pv/local-node2 --timeout=1m
kubectl get pvc waiting --namespace claims -o jsonpath='{.status.phase}{"\n"}'`,
      expect: {
        match: 'exact',
        text: `persistentvolume/local-node1 …
persistentvolume/local-node2 …
persistentvolume/local-node1 condition met
persistentvolume/local-node2 condition met
Pending`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '0aa515e2bde27b21',
    },
    {
      type: 'file', id: 'storage/persistent-volumes/file:consumer.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 818 },
      title: { ko: '왜 기다리는 편이 나은가', en: 'Why waiting is better' },
      lead: { ko: 'node2에 있어야 하는 Pod가 이 PVC를 씁니다.', en: 'A Pod that has to be on node2 uses this claim.' },
      on: 'master',
      path: 'consumer.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: consumer
  namespace: claims
spec:
  nodeSelector:
    kubernetes.io/hostname: node2
  terminationGracePeriodSeconds: 2
  containers:
    - name: app
      image: busybox:1.37
      command: ["sleep", "infinity"]
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: waiting`,
      hash: '02bcc46ad7501817',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/consumer',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 843 },
      title: { ko: '왜 기다리는 편이 나은가', en: 'Why waiting is better' },
      lead: { ko: '적용하고, 어느 PV에 묶였는지 봅니다.', en: 'Apply it and see which PV was taken.' },
      on: 'master',
      script: String.raw`kubectl apply -f consumer.yaml
kubectl wait --namespace claims --for=condition=Ready pod/consumer --timeout=5m
kubectl get pvc waiting --namespace claims -o jsonpath='{.spec.volumeName}{"\n"}'`,
      expect: {
        match: 'exact',
        text: `pod/consumer …
pod/consumer condition met
local-node2`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f72f318f706896f9',
    },

    // RWO는 노드 하나입니다 / RWO is one node
    {
      type: 'file', id: 'storage/persistent-volumes/file:second-reader.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 863 },
      title: { ko: 'RWO는 노드 하나입니다', en: 'RWO is one node' },
      lead: { ko: '같은 PVC를 쓰는 Pod를 하나 더 만듭니다.', en: 'Make another Pod that uses the same claim.' },
      on: 'master',
      path: 'second-reader.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: second-reader
  namespace: claims
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: app
      image: busybox:1.37
      command: ["sleep", "infinity"]
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: task-pv-claim`,
      hash: '4daaa8c3d551b29d',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/second-reader',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 886 },
      title: { ko: 'RWO는 노드 하나입니다', en: 'RWO is one node' },
      lead: { ko: '적용하고, 두 Pod가 함께 쓰는지 봅니다.', en: 'Apply it and see whether both use it.' },
      on: 'master',
      script: `kubectl apply -f second-reader.yaml
kubectl wait --namespace claims --for=condition=Ready pod/second-reader --timeout=5m
kubectl get pods task-pv-pod second-reader --namespace claims --no-headers -o custom-columns='NAME:.metadata.name,NODE:.spec.nodeName,STATUS:.status.phase'
kubectl exec --namespace claims second-reader -- cat /data/index.html`,
      expect: {
        match: 'exact',
        text: `pod/second-reader …
pod/second-reader condition met
task-pv-pod…node1…Running
second-reader…node1…Running
kept on node1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4ec523baa9b8c99d',
    },

    // RWOP는 Pod 하나입니다 / RWOP is one Pod
    {
      type: 'file', id: 'storage/persistent-volumes/file:single.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 907 },
      title: { ko: 'RWOP는 Pod 하나입니다', en: 'RWOP is one Pod' },
      lead: {
        ko: '모드가 RWOP인 PV와 PVC, 그리고 그것을 쓰는 Pod owner입니다.',
        en: 'A PV and a PVC with the mode RWOP, and the Pod owner that uses them.',
      },
      on: 'master',
      path: 'single.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: single
  labels:
    chapter: claims
spec:
  storageClassName: single
  capacity:
    storage: 1Gi
  accessModes:
    - ReadWriteOncePod
  local:
    path: /srv/claims/single
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values:
                - node1
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: single
  namespace: claims
spec:
  storageClassName: single
  accessModes:
    - ReadWriteOncePod
  resources:
    requests:
      storage: 1Gi
---
apiVersion: v1
kind: Pod
metadata:
  name: owner
  namespace: claims
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: app
      image: busybox:1.37
      command: ["sleep", "infinity"]
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: single`,
      hash: '7c65adc054fa7c68',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/single',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 966 },
      title: { ko: 'RWOP는 Pod 하나입니다', en: 'RWOP is one Pod' },
      lead: { ko: '적용하고, 첫 Pod가 준비될 때까지 기다립니다.', en: 'Apply it and wait until the first Pod is ready.' },
      on: 'master',
      script: `kubectl apply -f single.yaml
kubectl wait --namespace claims --for=condition=Ready pod/owner --timeout=5m`,
      expect: {
        match: 'exact',
        text: `persistentvolume/single …
persistentvolumeclaim/single …
pod/owner …
pod/owner condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '01df9d7ad9e0007d',
    },
    {
      type: 'file', id: 'storage/persistent-volumes/file:intruders.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 980 },
      title: { ko: 'RWOP는 Pod 하나입니다', en: 'RWOP is one Pod' },
      lead: {
        ko: 'intruder는 보통의 Pod이고, smuggled는 nodeName을 손으로 적어 스케줄러를 거치지 않습니다.',
        en: 'intruder is an ordinary Pod; smuggled has its nodeName written by hand, and so gets around the scheduler.',
      },
      on: 'master',
      path: 'intruders.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: intruder
  namespace: claims
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: app
      image: busybox:1.37
      command: ["sleep", "infinity"]
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: single
---
apiVersion: v1
kind: Pod
metadata:
  name: smuggled
  namespace: claims
spec:
  nodeName: node1
  terminationGracePeriodSeconds: 2
  containers:
    - name: app
      image: busybox:1.37
      command: ["sleep", "infinity"]
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: single`,
      hash: '9521f4f600efc9b7',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/intruder',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1023 },
      title: { ko: 'RWOP는 Pod 하나입니다', en: 'RWOP is one Pod' },
      lead: { ko: '스케줄러가 intruder를 거절합니다.', en: 'The scheduler refuses intruder.' },
      on: 'master',
      script: String.raw`kubectl apply -f intruders.yaml >/dev/null
kubectl get pod intruder --namespace claims -o jsonpath='{.status.phase}: {.status.conditions[?(@.type=="PodScheduled")].message}{"\n"}'`,
      expect: {
        match: 'exact',
        text: 'Pending: 0/3 nodes are available: …node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod…',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '04b8af1f81adf35e',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/smuggled',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1034 },
      title: { ko: 'RWOP는 Pod 하나입니다', en: 'RWOP is one Pod' },
      lead: { ko: '두 번째 자물쇠입니다.', en: 'That is the second lock.' },
      on: 'master',
      script: 'kubectl events --namespace claims --for pod/smuggled',
      expect: {
        match: 'contains',
        text: 'Warning…FailedMount…Pod/smuggled…volume uses the ReadWriteOncePod access mode and is already in use by another pod',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '14cfd9a19cad4c9e',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/next-owner',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1044 },
      title: { ko: 'RWOP는 Pod 하나입니다', en: 'RWOP is one Pod' },
      lead: {
        ko: '몰래 들어오려 한 것을 먼저 치우고, owner를 지웁니다.',
        en: 'First clear away the smuggled one, then delete owner.',
      },
      on: 'master',
      script: `kubectl delete pod smuggled --namespace claims --timeout=2m
kubectl delete pod owner --namespace claims --timeout=2m
kubectl wait --namespace claims --for=condition=Ready pod/intruder --timeout=3m`,
      expect: {
        match: 'exact',
        text: `pod "smuggled" deleted…
pod "owner" deleted…
pod/intruder condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 480, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '3886a181909db9ff',
    },

    // 쓰는 동안에는 지워지지 않습니다 / What is in use is not deleted
    {
      type: 'step', id: 'storage/persistent-volumes/in-use',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1064 },
      title: { ko: '쓰는 동안에는 지워지지 않습니다', en: 'What is in use is not deleted' },
      lead: {
        ko: '--wait=false가 없으면 kubectl이 끝나지 않습니다.',
        en: 'Without --wait=false, kubectl would not come back.',
      },
      on: 'master',
      script: `kubectl delete pvc task-pv-claim --namespace claims --wait=false
kubectl get pvc task-pv-claim --namespace claims`,
      expect: {
        match: 'exact',
        text: `persistentvolumeclaim "task-pv-claim" deleted…
NAME…STATUS…VOLUME…
task-pv-claim…Terminating…task-pv-volume…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1e252ce21207f919',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/last-user',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1077 },
      title: { ko: '쓰는 동안에는 지워지지 않습니다', en: 'What is in use is not deleted' },
      lead: {
        ko: '빗장을 손으로 떼지 말고, 쓰고 있는 것을 찾아 지웁니다.',
        en: 'Do not take finalizers off by hand; find what uses it, and delete that.',
      },
      on: 'master',
      script: `kubectl delete pod task-pv-pod second-reader --namespace claims --timeout=3m
kubectl wait --namespace claims --for=delete pvc/task-pv-claim --timeout=1m
kubectl wait --for=jsonpath='{.status.phase}'=Released pv/task-pv-volume --timeout=1m`,
      expect: { match: 'contains', text: 'persistentvolume/task-pv-volume condition met' },
      exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e50d0fd5b4992e23',
    },

    // Released는 비어 있다는 뜻이 아닙니다 / Released does not mean free
    {
      type: 'step', id: 'storage/persistent-volumes/claim-again',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1091 },
      title: { ko: 'Released는 비어 있다는 뜻이 아닙니다', en: 'Released does not mean free' },
      lead: { ko: '같은 이름의 PVC를 다시 냅니다.', en: 'Make a claim of the same name again.' },
      on: 'master',
      script: `kubectl apply -f task-pv-claim.yaml >/dev/null
kubectl get pvc task-pv-claim --namespace claims --no-headers -o custom-columns='NAME:.metadata.name,STATUS:.status.phase'
kubectl get pv task-pv-volume --no-headers -o custom-columns='NAME:.metadata.name,STATUS:.status.phase,CLAIM:.spec.claimRef.name'
kubectl events --namespace claims --for pvc/task-pv-claim`,
      expect: {
        match: 'exact',
        text: `task-pv-claim…Pending
task-pv-volume…Released…task-pv-claim
LAST SEEN…TYPE…REASON…OBJECT…MESSAGE
…
…Warning…ProvisioningFailed…PersistentVolumeClaim/task-pv-claim…storageclass.storage.k8s.io "manual" not found`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '7c7571ee48185a70',
    },

    // 다시 묶기 / Bind it again
    {
      type: 'step', id: 'storage/persistent-volumes/free',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1112 },
      title: { ko: '다시 묶기', en: 'Bind it again' },
      lead: {
        ko: '이름과 네임스페이스는 남으므로 그 이름의 PVC에게 예약됩니다.',
        en: 'Name and namespace stay, so the PV is reserved for a claim of that name.',
      },
      on: 'master',
      script: "kubectl patch pv task-pv-volume --type json --patch '[{\"op\":\"remove\",\"path\":\"/spec/claimRef/uid\"}]'",
      expect: { match: 'exact', text: 'persistentvolume/task-pv-volume patched' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '18addead212d26d7',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/bound-again',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1122 },
      title: { ko: '다시 묶기', en: 'Bind it again' },
      lead: { ko: '기다리면 묶입니다.', en: 'Wait, and they are bound.' },
      on: 'master',
      script: String.raw`kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/task-pv-claim --timeout=2m
kubectl get pvc task-pv-claim --namespace claims -o jsonpath='{.spec.volumeName}{"\n"}'`,
      expect: {
        match: 'exact',
        text: `persistentvolumeclaim/task-pv-claim condition met
task-pv-volume`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'adafa6b118f50269',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/data-again',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1134 },
      title: { ko: '다시 묶기', en: 'Bind it again' },
      lead: { ko: 'Pod를 다시 만들어 데이터를 봅니다.', en: 'Make the Pod again and look at the data.' },
      on: 'master',
      script: `kubectl apply -f task-pv-pod.yaml >/dev/null
kubectl wait --namespace claims --for=condition=Ready pod/task-pv-pod --timeout=5m >/dev/null
kubectl exec --namespace claims task-pv-pod -- cat /usr/share/nginx/html/index.html`,
      expect: { match: 'exact', text: 'kept on node1' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f89ab518810147ed',
    },

    // Delete는 지워 줄 것이 있을 때만 / Delete needs somebody who deletes
    {
      type: 'file', id: 'storage/persistent-volumes/file:doomed.yaml',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1150 },
      title: { ko: 'Delete는 지워 줄 것이 있을 때만', en: 'Delete needs somebody who deletes' },
      lead: { ko: 'local에는 그런 드라이버가 없습니다.', en: 'It is the driver that deletes, and local has none.' },
      on: 'master',
      path: 'doomed.yaml', subst: [],
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: doomed
  labels:
    chapter: claims
spec:
  storageClassName: doomed
  capacity:
    storage: 1Gi
  accessModes:
    - ReadWriteOnce
  persistentVolumeReclaimPolicy: Delete
  local:
    path: /srv/claims/doomed
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values:
                - node1
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: doomed
  namespace: claims
spec:
  storageClassName: doomed
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi`,
      hash: '5db712361010de12',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/doomed',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1191 },
      title: { ko: 'Delete는 지워 줄 것이 있을 때만', en: 'Delete needs somebody who deletes' },
      lead: { ko: '묶었다가 PVC를 지웁니다.', en: 'Bind it, and delete the PVC.' },
      on: 'master',
      script: `kubectl apply -f doomed.yaml
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/doomed --timeout=1m
kubectl delete pvc doomed --namespace claims --timeout=1m`,
      expect: {
        match: 'exact',
        text: `persistentvolume/doomed …
persistentvolumeclaim/doomed …
persistentvolumeclaim/doomed condition met
persistentvolumeclaim "doomed" deleted…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '865720dd8ddd977f',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/failed',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1206 },
      title: { ko: 'Delete는 지워 줄 것이 있을 때만', en: 'Delete needs somebody who deletes' },
      lead: { ko: '까닭은 PV 자신에 적혀 있습니다.', en: 'The reason is in the PV itself.' },
      on: 'master',
      script: "kubectl get pv doomed -o jsonpath='{.status.phase}: {.status.message}{\"\\n\"}'",
      expect: {
        match: 'exact',
        text: 'Failed: error getting deleter volume plugin for volume "doomed": no volume plugin matched',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'daa7fe6b59bc0b95',
    },

    // 확인 / Check
    {
      type: 'step', id: 'storage/persistent-volumes/check',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1220 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '이 장의 PV들이 저마다 있어야 할 상태인지 한꺼번에 봅니다.',
        en: 'See whether each PV of this chapter is in the state where it should be.',
      },
      on: 'master',
      script: "kubectl get pv --selector chapter=claims --sort-by .metadata.name --no-headers -o custom-columns='NAME:.metadata.name,STATUS:.status.phase,CLAIM:.spec.claimRef.name'",
      expect: {
        match: 'exact',
        text: `choice-1gi…Available…<none>
choice-2gi…Bound…by-size
choice-5gi…Bound…by-mode
doomed…Failed…doomed
fast-2gi…Bound…by-class
local-node1…Available…<none>
local-node2…Bound…waiting
single…Bound…single
task-pv-volume…Bound…task-pv-claim`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: 'e2a4faf419d6293f',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'storage/persistent-volumes/clear-cluster',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1240 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '라벨로 골라 지웁니다.', en: 'Delete those by their label.' },
      on: 'master',
      script: `kubectl delete namespace claims --ignore-not-found --timeout=5m
kubectl delete pv,sc --selector chapter=claims --ignore-not-found --timeout=1m`,
      exit: 0, order: 'parallel', timeoutSeconds: 420, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '662d5d6bd555daec',
    },
    {
      type: 'step', id: 'storage/persistent-volumes/clear-nodes',
      source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1247 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '디렉터리를 지웁니다.', en: 'Delete the directories.' },
      on: 'node',
      script: 'sudo rm -rf /srv/claims',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '34c7564f8999572b',
    },
  ],
  exercises: [

    // 묶이지 않는 PVC / A claim that is not bound
    {
      id: 'archive',
      title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
      messages: {
        'no-claim': {
          ko: '네임스페이스 claims에 PVC archive가 없습니다.',
          en: 'There is no PVC archive in the namespace claims.',
        },
        'volume-changed': {
          ko: 'PV archive가 없거나 처음과 다릅니다. PV는 그대로 두어야 합니다.',
          en: 'The PV archive is missing or not as it was. It has to stay as it is.',
        },
        'not-bound': {
          ko: 'PVC archive가 PV archive에 묶이지 않았습니다.',
          en: 'The PVC archive is not bound to the PV archive.',
        },
      },
      versions: {},
      items: [
        {
          type: 'file', id: 'storage/persistent-volumes/archive/setup/file:archive-volume.yaml', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1274 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          lead: {
            ko: 'PVC의 매니페스트는 런북의 디렉터리에 있는 archive-claim.yaml입니다.',
            en: 'The manifest of the PVC is archive-claim.yaml in the directory of the runbook.',
          },
          on: 'master',
          path: 'archive-volume.yaml', subst: [],
          text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: archive
  labels:
    chapter: claims
spec:
  storageClassName: archive
  capacity:
    storage: 500Mi
  accessModes:
    - ReadOnlyMany
    - ReadWriteOnce
  hostPath:
    path: /srv/claims/archive`,
          hash: 'e20fe5fe87befbed',
        },
        {
          type: 'file', id: 'storage/persistent-volumes/archive/setup/file:archive-claim.yaml', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1292 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          on: 'master',
          path: 'archive-claim.yaml', subst: [],
          text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: archive
  namespace: claims
spec:
  storageClassName: archive
  accessModes:
    - ReadWriteMany
  resources:
    requests:
      storage: 500M`,
          hash: '2d81cac434fe7572',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/archive-setup', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1307 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          on: 'master',
          script: `kubectl create namespace claims --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pvc archive --namespace claims --ignore-not-found --timeout=1m
kubectl delete pv/archive sc/archive --ignore-not-found --timeout=1m
kubectl apply -f archive-volume.yaml
kubectl wait --for=jsonpath='{.status.phase}'=Available pv/archive --timeout=1m
kubectl apply -f archive-claim.yaml`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'b61f56f6e32dfe49',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/archive-answer', part: 'answer',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1321 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          lead: {
            ko: 'PVC의 모드는 고칠 수 없으니 지우고 다시 냅니다.',
            en: 'The mode of a PVC cannot be changed, so delete it and make it anew.',
          },
          on: 'master',
          script: `kubectl delete pvc archive --namespace claims --timeout=1m
sed 's/ReadWriteMany/ReadWriteOnce/' archive-claim.yaml | kubectl apply -f -
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/archive --timeout=1m`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'fe9af9042d765da1',
        },
        {
          type: 'file', id: 'storage/persistent-volumes/archive/wrong/file:archive-class.yaml', part: 'wrong',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1334 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          lead: { ko: '만들어도 묶이지 않습니다.', en: 'Make it, and nothing is bound.' },
          on: 'master',
          path: 'archive-class.yaml', subst: [],
          text: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: archive
  labels:
    chapter: claims
provisioner: kubernetes.io/no-provisioner`,
          hash: 'c9fbe84db55bc48e',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/archive-wrong-class', part: 'wrong',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1344 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          on: 'master',
          script: `kubectl apply -f archive-class.yaml
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Pending pvc/archive --timeout=1m`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '6570673dc2f6b1c3',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/archive-wrong-volume', part: 'wrong',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1351 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          lead: {
            ko: 'PV를 PVC에 맞추어 바꾸면 묶이기는 하지만, 쓰기는 한 노드에서만 되는 저장 공간을, 여러 노드에서 쓰기가 된다고 적은 것입니다.',
            en: 'Change the PV to suit the PVC, and they are bound; but storage that only one node may write to now claims that many may.',
          },
          on: 'master',
          script: `kubectl patch pv archive --patch '{"spec":{"accessModes":["ReadOnlyMany","ReadWriteOnce","ReadWriteMany"]}}'
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/archive --timeout=2m`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '25e62e7398f625ae',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/archive-check', part: 'check',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1358 },
          title: { ko: '묶이지 않는 PVC', en: 'A claim that is not bound' },
          lead: {
            ko: 'PV가 처음 그대로인지, 둘이 묶였는지 봅니다.',
            en: 'See whether the PV is as it was, and whether the two are bound.',
          },
          on: 'master',
          script: `if ! kubectl get pvc archive --namespace claims >/dev/null 2>&1; then
  echo no-claim
  exit 1
fi
ok=yes
volume=$(kubectl get pv archive -o jsonpath='{.spec.capacity.storage} {.spec.storageClassName} {.spec.accessModes[*]}' 2>/dev/null || true)
test "$volume" = "500Mi archive ReadOnlyMany ReadWriteOnce" || { echo volume-changed; ok=no; }
claim=$(kubectl get pvc archive --namespace claims -o jsonpath='{.status.phase} {.spec.volumeName}')
test "$claim" = "Bound archive" || { echo not-bound; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '754b1213e3b40255',
        },
      ],
    },

    // 지워진 PVC의 데이터 되찾기 / Get back the data of a deleted claim
    {
      id: 'ledger',
      title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
      messages: {
        'no-claim': {
          ko: '네임스페이스 claims에 PVC ledger가 없습니다.',
          en: 'There is no PVC ledger in the namespace claims.',
        },
        'not-bound': { ko: 'PVC ledger가 Bound가 아닙니다.', en: 'The PVC ledger is not Bound.' },
        'other-volume': {
          ko: 'PVC ledger가 PV ledger가 아닌 다른 PV에 묶였습니다.',
          en: 'The PVC ledger is bound to another PV than ledger.',
        },
        'no-data': {
          ko: 'Pod reader에서 /ledger/book.txt를 읽을 수 없습니다.',
          en: 'The Pod reader cannot read /ledger/book.txt.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'file', id: 'storage/persistent-volumes/ledger/setup/file:ledger-volume.yaml', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1377 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          lead: {
            ko: '지운 PVC와 Pod의 매니페스트는 런북의 디렉터리에 있는 ledger-claim.yaml과 reader.yaml입니다.',
            en: 'The manifests of the deleted PVC and of the Pod are ledger-claim.yaml and reader.yaml in the directory of the runbook.',
          },
          on: 'master',
          path: 'ledger-volume.yaml', subst: [],
          text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: ledger
  labels:
    chapter: claims
spec:
  storageClassName: ledger
  capacity:
    storage: 1Gi
  accessModes:
    - ReadWriteOnce
  persistentVolumeReclaimPolicy: Retain
  local:
    path: /srv/claims/ledger
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values:
                - node1`,
          hash: 'b6bbfbd56b1abcb5',
        },
        {
          type: 'file', id: 'storage/persistent-volumes/ledger/setup/file:ledger-claim.yaml', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1403 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          on: 'master',
          path: 'ledger-claim.yaml', subst: [],
          text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ledger
  namespace: claims
spec:
  storageClassName: ledger
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi`,
          hash: 'cfecf4327d3e0869',
        },
        {
          type: 'file', id: 'storage/persistent-volumes/ledger/setup/file:reader.yaml', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1418 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          on: 'master',
          path: 'reader.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: reader
  namespace: claims
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: reader
      image: busybox:1.37
      command: ["sleep", "infinity"]
      volumeMounts:
        - name: ledger
          mountPath: /ledger
  volumes:
    - name: ledger
      persistentVolumeClaim:
        claimName: ledger`,
          hash: 'b8889df349a95799',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/ledger-data', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1439 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          on: 'node1',
          script: `sudo mkdir -p /srv/claims/ledger
echo "all accounts are even" | sudo tee /srv/claims/ledger/book.txt`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '66b28322dc78f2cf',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/ledger-setup', part: 'setup',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1444 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          on: 'master',
          script: `kubectl create namespace claims --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pod reader --namespace claims --ignore-not-found --timeout=2m
kubectl delete pvc ledger --namespace claims --ignore-not-found --timeout=1m
kubectl delete pv ledger ledger-copy --ignore-not-found --timeout=1m
kubectl apply -f ledger-volume.yaml -f ledger-claim.yaml
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/ledger --timeout=1m
kubectl delete pvc ledger --namespace claims --timeout=1m
kubectl wait --for=jsonpath='{.status.phase}'=Released pv/ledger --timeout=1m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '0f996b5b342d8a39',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/ledger-answer', part: 'answer',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1460 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          lead: {
            ko: 'PVC를 다시 내고, PV의 claimRef에서 지워진 PVC의 UID를 없앱니다.',
            en: "Make the PVC again, and remove the UID of the deleted one from the PV's claimRef.",
          },
          on: 'master',
          script: `kubectl apply -f ledger-claim.yaml
kubectl patch pv ledger --type json --patch '[{"op":"remove","path":"/spec/claimRef/uid"}]'
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Bound pvc/ledger --timeout=2m
kubectl apply -f reader.yaml
kubectl wait --namespace claims --for=condition=Ready pod/reader --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'e77487553cb572b5',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/ledger-wrong-again', part: 'wrong',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1475 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          lead: {
            ko: '같은 이름으로 다시 내기만 하면 Pending에 머뭅니다.',
            en: 'Only making it again by the same name leaves it Pending.',
          },
          on: 'master',
          script: `kubectl apply -f ledger-claim.yaml -f reader.yaml
kubectl wait --namespace claims --for=jsonpath='{.status.phase}'=Pending pvc/ledger --timeout=1m`,
          exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '192be79e1544fe43',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/ledger-wrong-copy', part: 'wrong',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1482 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          lead: {
            ko: '옛 PV를 누가 또 풀어 주면 두 PVC가 서로의 데이터를 덮어씁니다.',
            en: "Once somebody frees the old one, two claims overwrite each other's data.",
          },
          on: 'master',
          script: `sed 's/name: ledger$/name: ledger-copy/' ledger-volume.yaml | kubectl apply -f -
kubectl apply -f ledger-claim.yaml -f reader.yaml
kubectl wait --namespace claims --for=condition=Ready pod/reader --timeout=4m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '7e24d65e081a7b8b',
        },
        {
          type: 'step', id: 'storage/persistent-volumes/ledger-check', part: 'check',
          source: { file: 'content/docs/storage/persistent-volumes.mdx', line: 1490 },
          title: { ko: '지워진 PVC의 데이터 되찾기', en: 'Get back the data of a deleted claim' },
          lead: {
            ko: '어느 PV에 묶였는지, 데이터가 읽히는지 봅니다.',
            en: 'See to which PV it is bound, and whether the data can be read.',
          },
          on: 'master',
          script: `if ! kubectl get pvc ledger --namespace claims >/dev/null 2>&1; then
  echo no-claim
  exit 1
fi
ok=yes
phase=$(kubectl get pvc ledger --namespace claims -o jsonpath='{.status.phase}')
volume=$(kubectl get pvc ledger --namespace claims -o jsonpath='{.spec.volumeName}')
test "$phase" = Bound || { echo not-bound; ok=no; }
if test "$phase" = Bound && test "$volume" != ledger; then
  echo other-volume
  ok=no
fi
text=$(timeout 60 kubectl exec reader --namespace claims -- cat /ledger/book.txt 2>/dev/null || true)
test "$text" = "all accounts are even" || { echo no-data; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '880c986b0ce354af',
        },
      ],
    },
  ],
})
