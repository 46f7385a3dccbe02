#!/usr/bin/env zx
// Generated from content/docs/storage/nfs.mdx by `npm run extract`; edit the chapter, not this file.
// NFS 저장소 / NFS storage
// Run it with: npx zx runbooks/nfs-storage.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'nfs-storage',
  page: 'storage/nfs',
  title: { ko: 'NFS 저장소', en: 'NFS storage' },
  topology: 'single',
  isolation: 'cluster',
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
  versions: { busybox: '1.37' },
  items: [

    // ── content/docs/storage/nfs.mdx ─────────────────────────────────────────────────────────────

    // 설치 / Install it
    {
      type: 'step', id: 'storage/nfs/server-install',
      source: { file: 'content/docs/storage/nfs.mdx', line: 68 },
      title: { ko: '설치', en: 'Install it' },
      lead: {
        ko: '권장 패키지인 파이썬은 NFS의 통계 명령에만 쓰이므로 --no-install-recommends로 뺍니다.',
        en: 'Python would come along as a recommended package, for the statistics commands of NFS only; --no-install-recommends leaves it out.',
      },
      on: 'utility', distro: 'debian',
      script: `sudo apt-get update
sudo apt-get install -y --no-install-recommends nfs-kernel-server`,
      expect: { match: 'contains', text: 'Setting up nfs-kernel-server' },
      creates: '/usr/sbin/exportfs',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '80ca3dcadce1235d',
    },
    {
      type: 'step', id: 'storage/nfs/server-install',
      source: { file: 'content/docs/storage/nfs.mdx', line: 77 },
      title: { ko: '설치', en: 'Install it' },
      on: 'utility', distro: 'rhel',
      script: 'sudo dnf install -y nfs-utils',
      expect: { match: 'contains', text: 'Complete!' },
      creates: '/usr/sbin/exportfs',
      exit: 0, order: 'parallel', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b6df2e1432295bc8',
    },
    {
      type: 'step', id: 'storage/nfs/server-start',
      source: { file: 'content/docs/storage/nfs.mdx', line: 87 },
      title: { ko: '설치', en: 'Install it' },
      lead: {
        ko: 'Debian에서는 설치할 때 이미 켜지지만, 다시 켜도 아무 일도 없습니다.',
        en: 'Debian did so at the installation; saying it again does no harm.',
      },
      on: 'utility',
      script: `sudo systemctl enable --now nfs-server
systemctl is-active nfs-server`,
      expect: { match: 'exact', text: 'active' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '1938fffaea8724c5',
    },
    {
      type: 'step', id: 'storage/nfs/server-firewall',
      source: { file: 'content/docs/storage/nfs.mdx', line: 98 },
      title: { ko: '설치', en: 'Install it' },
      lead: { ko: 'NFS 4는 TCP 2049 하나면 됩니다.', en: 'NFS 4 needs TCP 2049 and nothing else.' },
      on: 'utility', distro: 'rhel',
      script: `sudo firewall-cmd --permanent --add-service=nfs
sudo firewall-cmd --reload`,
      expect: {
        match: 'exact',
        text: `success
success`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '48d215cc70c27ca6',
    },

    // 디렉터리 / The directory
    {
      type: 'step', id: 'storage/nfs/directory',
      source: { file: 'content/docs/storage/nfs.mdx', line: 114 },
      title: { ko: '디렉터리', en: 'The directory' },
      lead: {
        ko: '그룹의 이름은 Debian에서 nogroup, RHEL에서 nobody라서 물어보고 씁니다.',
        en: "That user's group is called nogroup on Debian and nobody on the RHEL family, so we ask.",
      },
      on: 'utility',
      script: 'sudo install -d -m 0755 -o nobody -g "$(id -gn nobody)" /srv/nfs/k8s',
      unless: 'test -d /srv/nfs/k8s',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e19b444ed27c2893',
    },

    // 누구에게 내보내는가 / To whom
    {
      type: 'step', id: 'storage/nfs/exports-dir',
      source: { file: 'content/docs/storage/nfs.mdx', line: 122 },
      title: { ko: '누구에게 내보내는가', en: 'To whom' },
      lead: { ko: '먼저 디렉터리가 있어야 합니다.', en: 'First the directory has to be there.' },
      on: 'utility',
      script: 'sudo mkdir -p /etc/exports.d',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9045d6181eacbb81',
    },
    {
      type: 'file', id: 'storage/nfs/file:/etc/exports.d/k8s.exports',
      source: { file: 'content/docs/storage/nfs.mdx', line: 128 },
      title: { ko: '누구에게 내보내는가', en: 'To whom' },
      lead: { ko: '세 노드의 주소만 적습니다.', en: 'Name the three nodes and nobody else.' },
      on: 'utility',
      path: '/etc/exports.d/k8s.exports', mode: '0644', subst: ['MASTER_IP', 'NODE1_IP', 'NODE2_IP'],
      text: '/srv/nfs/k8s ${MASTER_IP}(rw,sync,no_subtree_check) ${NODE1_IP}(rw,sync,no_subtree_check) ${NODE2_IP}(rw,sync,no_subtree_check)',
      hash: 'fbdf17390bcf696d',
    },
    {
      type: 'step', id: 'storage/nfs/exportfs',
      source: { file: 'content/docs/storage/nfs.mdx', line: 142 },
      title: { ko: '누구에게 내보내는가', en: 'To whom' },
      lead: { ko: '파일이 아니라 이것이 진실입니다.', en: 'This is the truth, not the file.' },
      on: 'utility',
      script: `sudo exportfs -ra
sudo exportfs -v`,
      expect: {
        match: 'exact',
        text: `/srv/nfs/k8s…(sync,…no_subtree_check,…rw,…root_squash,no_all_squash)
/srv/nfs/k8s…(sync,…no_subtree_check,…rw,…root_squash,no_all_squash)
/srv/nfs/k8s…(sync,…no_subtree_check,…rw,…root_squash,no_all_squash)`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '2816898a45b0a1e7',
    },

    // 패키지가 없으면 / Without the package
    {
      type: 'step', id: 'storage/nfs/no-helper',
      source: { file: 'content/docs/storage/nfs.mdx', line: 161 },
      title: { ko: '패키지가 없으면', en: 'Without the package' },
      lead: { ko: 'node1에서 마운트해 봅니다.', en: 'Try to mount on node1.' },
      on: 'node[0]',
      script: 'sudo mount -t nfs "$UTILITY_IP:/srv/nfs/k8s" /mnt 2>&1',
      expect: { match: 'contains', text: "NFS: mount program didn't pass remote address." },
      unless: 'test -e /usr/sbin/mount.nfs',
      exit: 32, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'dfededae96cd0f3f',
    },

    // 모든 노드에 설치 / On every node
    {
      type: 'step', id: 'storage/nfs/client-install',
      source: { file: 'content/docs/storage/nfs.mdx', line: 175 },
      title: { ko: '모든 노드에 설치', en: 'On every node' },
      lead: {
        ko: '이미 일하고 있는 노드이고 master에는 API 서버도 있으므로, 클러스터가 계속 대답하도록 한 대씩 차례로 합니다.',
        en: 'These nodes are at work already, master with the API server: go one after the other, so that the cluster keeps answering.',
      },
      on: 'all', distro: 'debian',
      script: `sudo apt-get update
sudo apt-get install -y --no-install-recommends nfs-common`,
      expect: { match: 'contains', text: 'Setting up nfs-common' },
      creates: '/usr/sbin/mount.nfs',
      exit: 0, order: 'serial', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e237be4e7f409c94',
    },
    {
      type: 'step', id: 'storage/nfs/client-install',
      source: { file: 'content/docs/storage/nfs.mdx', line: 184 },
      title: { ko: '모든 노드에 설치', en: 'On every node' },
      on: 'all', distro: 'rhel',
      script: 'sudo dnf install -y nfs-utils',
      expect: { match: 'contains', text: 'Complete!' },
      creates: '/usr/sbin/mount.nfs',
      exit: 0, order: 'serial', timeoutSeconds: 600, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '3962a27ebbd0dc0d',
    },

    // 손으로 한 번 / Once by hand
    {
      type: 'step', id: 'storage/nfs/mount',
      source: { file: 'content/docs/storage/nfs.mdx', line: 196 },
      title: { ko: '손으로 한 번', en: 'Once by hand' },
      lead: { ko: '여기에서 되지 않는 것은 Pod에서도 되지 않습니다.', en: 'What does not work here does not work in a Pod.' },
      on: 'node[0]',
      script: `sudo mkdir -p /mnt/nfs
sudo mount -t nfs "$UTILITY_IP:/srv/nfs/k8s" /mnt/nfs`,
      unless: 'mountpoint --quiet /mnt/nfs',
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2c054e750e70bff7',
    },
    {
      type: 'step', id: 'storage/nfs/mount-options',
      source: { file: 'content/docs/storage/nfs.mdx', line: 203 },
      title: { ko: '손으로 한 번', en: 'Once by hand' },
      lead: { ko: '어떤 옵션으로 마운트되었는지 봅니다.', en: 'See with which options it was mounted.' },
      on: 'node[0]',
      script: 'findmnt --noheadings --output SOURCE,FSTYPE,OPTIONS /mnt/nfs',
      expect: {
        match: 'exact',
        text: '…:/srv/nfs/k8s nfs4 rw,…vers=4.2,…hard,…proto=tcp,timeo=600,retrans=2,sec=sys,…',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '9fce3f65d9909395',
    },

    // root squash / Root squash
    {
      type: 'step', id: 'storage/nfs/squash',
      source: { file: 'content/docs/storage/nfs.mdx', line: 217 },
      title: { ko: 'root squash', en: 'Root squash' },
      lead: {
        ko: 'node1의 root로 파일을 만들고, 주인을 숫자로 봅니다.',
        en: 'Make a file as root of node1, and look at its owner as a number.',
      },
      on: 'node[0]',
      script: `sudo touch /mnt/nfs/by-root
stat --format '%u %A %n' /mnt/nfs/by-root`,
      expect: { match: 'exact', text: '65534 -rw-r--r-- /mnt/nfs/by-root' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '262ba260594f4771',
    },
    {
      type: 'step', id: 'storage/nfs/squash-chown',
      source: { file: 'content/docs/storage/nfs.mdx', line: 228 },
      title: { ko: 'root squash', en: 'Root squash' },
      lead: { ko: '그래서 root라도 주인을 바꿀 수 없습니다.', en: 'So not even root can change the owner.' },
      on: 'node[0]',
      script: 'sudo chown root /mnt/nfs/by-root 2>&1',
      expect: {
        match: 'exact',
        text: "chown: changing ownership of '/mnt/nfs/by-root': Operation not permitted",
      },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '79a8a2580fc3c168',
    },
    {
      type: 'step', id: 'storage/nfs/plain-user',
      source: { file: 'content/docs/storage/nfs.mdx', line: 238 },
      title: { ko: 'root squash', en: 'Root squash' },
      lead: { ko: '그리고 이 디렉터리는 그 사용자의 것이 아닙니다.', en: "And this directory is not that user's." },
      on: 'node[0]',
      script: 'touch /mnt/nfs/by-me 2>&1',
      expect: { match: 'exact', text: "touch: cannot touch '/mnt/nfs/by-me': Permission denied" },
      exit: 1, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'b0eaa6e0909d5100',
    },
    {
      type: 'step', id: 'storage/nfs/unmount',
      source: { file: 'content/docs/storage/nfs.mdx', line: 250 },
      title: { ko: 'root squash', en: 'Root squash' },
      lead: { ko: '손으로 한 마운트를 풉니다.', en: 'Undo the mount that you made by hand.' },
      on: 'node[0]',
      script: 'sudo umount /mnt/nfs',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'e45c48c76f490aed',
    },

    // 만들기 / Make them
    {
      type: 'step', id: 'storage/nfs/namespace',
      source: { file: 'content/docs/storage/nfs.mdx', line: 260 },
      title: { ko: '만들기', en: 'Make them' },
      lead: { ko: '네임스페이스를 만듭니다.', en: 'Make a namespace.' },
      on: 'master',
      script: 'kubectl create namespace nfs-storage --dry-run=client -o yaml | kubectl apply -f -',
      expect: { match: 'exact', text: 'namespace/nfs-storage …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 180, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '9d897a84481611dc',
    },
    {
      type: 'file', id: 'storage/nfs/file:nfs-volume.yaml',
      source: { file: 'content/docs/storage/nfs.mdx', line: 270 },
      title: { ko: '만들기', en: 'Make them' },
      lead: { ko: 'PV와 PVC를 적습니다.', en: 'Write the PV and the PVC.' },
      on: 'master',
      path: 'nfs-volume.yaml', subst: ['UTILITY_IP'],
      text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: nfs-shared
spec:
  capacity:
    storage: 1Gi
  accessModes:
    - ReadWriteMany
  persistentVolumeReclaimPolicy: Retain
  storageClassName: ""
  mountOptions:
    - hard
    - vers=4.2
  nfs:
    server: \${UTILITY_IP}
    path: /srv/nfs/k8s
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: shared
  namespace: nfs-storage
spec:
  accessModes:
    - ReadWriteMany
  storageClassName: ""
  volumeName: nfs-shared
  resources:
    requests:
      storage: 1Gi`,
      hash: 'f48f27a81f1c226d',
    },
    {
      type: 'step', id: 'storage/nfs/volume',
      source: { file: 'content/docs/storage/nfs.mdx', line: 313 },
      title: { ko: '만들기', en: 'Make them' },
      lead: { ko: '적용합니다.', en: 'Apply them.' },
      on: 'master',
      script: 'kubectl apply -f nfs-volume.yaml',
      expect: {
        match: 'exact',
        text: `persistentvolume/nfs-shared …
persistentvolumeclaim/shared …`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'abe0e53c30790060',
    },
    {
      type: 'step', id: 'storage/nfs/bound',
      source: { file: 'content/docs/storage/nfs.mdx', line: 324 },
      title: { ko: '만들기', en: 'Make them' },
      lead: { ko: '묶일 때까지 기다립니다.', en: 'Wait until they are bound.' },
      on: 'master',
      script: `kubectl wait --namespace nfs-storage --for=jsonpath='{.status.phase}'=Bound persistentvolumeclaim/shared --timeout=2m
kubectl get persistentvolume nfs-shared`,
      expect: {
        match: 'exact',
        text: `persistentvolumeclaim/shared condition met
NAME…CAPACITY…ACCESS MODES…RECLAIM POLICY…STATUS…CLAIM…
nfs-shared…1Gi…RWX…Retain…Bound…nfs-storage/shared…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '2a1e9fea10124e3c',
    },

    // 두 노드, 두 Pod, 볼륨 하나 / Two nodes, two Pods, one volume
    {
      type: 'file', id: 'storage/nfs/file:writers.yaml',
      source: { file: 'content/docs/storage/nfs.mdx', line: 341 },
      title: { ko: '두 노드, 두 Pod, 볼륨 하나', en: 'Two nodes, two Pods, one volume' },
      lead: {
        ko: 'NFS에서는 여러 노드의 덧붙이기가 한 번에 하나씩 일어난다는 보장이 없습니다.',
        en: 'Each has a file of its own: when several nodes append to the same file, lines may be mixed or lost, because appending over NFS is not atomic between nodes.',
      },
      on: 'master',
      path: 'writers.yaml', subst: [],
      text: `apiVersion: v1
kind: Pod
metadata:
  name: writer-node1
  namespace: nfs-storage
spec:
  nodeSelector:
    kubernetes.io/hostname: node1
  terminationGracePeriodSeconds: 2
  containers:
    - name: writer
      image: busybox:1.37
      command: [sh, -c, 'while true; do echo "$NODE was here" >> "/data/$NODE.log"; sleep 2; done']
      env:
        - name: NODE
          valueFrom:
            fieldRef:
              fieldPath: spec.nodeName
      volumeMounts:
        - name: shared
          mountPath: /data
  volumes:
    - name: shared
      persistentVolumeClaim:
        claimName: shared
---
apiVersion: v1
kind: Pod
metadata:
  name: writer-node2
  namespace: nfs-storage
spec:
  nodeSelector:
    kubernetes.io/hostname: node2
  terminationGracePeriodSeconds: 2
  containers:
    - name: writer
      image: busybox:1.37
      command: [sh, -c, 'while true; do echo "$NODE was here" >> "/data/$NODE.log"; sleep 2; done']
      env:
        - name: NODE
          valueFrom:
            fieldRef:
              fieldPath: spec.nodeName
      volumeMounts:
        - name: shared
          mountPath: /data
  volumes:
    - name: shared
      persistentVolumeClaim:
        claimName: shared`,
      hash: '97767213d33804f6',
    },
    {
      type: 'step', id: 'storage/nfs/writers',
      source: { file: 'content/docs/storage/nfs.mdx', line: 397 },
      title: { ko: '두 노드, 두 Pod, 볼륨 하나', en: 'Two nodes, two Pods, one volume' },
      lead: { ko: '적용하고, 둘 다 준비될 때까지 기다립니다.', en: 'Apply them, and wait until both are ready.' },
      on: 'master',
      script: `kubectl apply -f writers.yaml
kubectl wait --namespace nfs-storage --for=condition=Ready pod/writer-node1 pod/writer-node2 --timeout=5m`,
      expect: {
        match: 'exact',
        text: `pod/writer-node1 …
pod/writer-node2 …
pod/writer-node1 condition met
pod/writer-node2 condition met`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '91a59c9c60ec8ef8',
    },
    {
      type: 'step', id: 'storage/nfs/where',
      source: { file: 'content/docs/storage/nfs.mdx', line: 411 },
      title: { ko: '두 노드, 두 Pod, 볼륨 하나', en: 'Two nodes, two Pods, one volume' },
      lead: { ko: '정말 다른 노드에 있는지 봅니다.', en: 'See that they really are on different nodes.' },
      on: 'master',
      script: "kubectl get pods --namespace nfs-storage -o custom-columns='NAME:.metadata.name,NODE:.spec.nodeName,STATUS:.status.phase'",
      expect: {
        match: 'exact',
        text: `NAME…NODE…STATUS
writer-node1…node1…Running
writer-node2…node2…Running`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ff8c7c959eb05a33',
    },
    {
      type: 'step', id: 'storage/nfs/shared',
      source: { file: 'content/docs/storage/nfs.mdx', line: 423 },
      title: { ko: '두 노드, 두 Pod, 볼륨 하나', en: 'Two nodes, two Pods, one volume' },
      lead: {
        ko: 'node2의 Pod가 쓴 것이 보이면 한 볼륨을 함께 쓰는 것입니다.',
        en: 'If you see what the Pod on node2 wrote, they share one volume.',
      },
      on: 'master',
      script: 'kubectl exec --namespace nfs-storage writer-node1 -- tail -qn 1 /data/node1.log /data/node2.log',
      expect: {
        match: 'exact',
        text: `node1 was here
node2 was here`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6321f0cbbac20d91',
    },
    {
      type: 'step', id: 'storage/nfs/kubelet-mount',
      source: { file: 'content/docs/storage/nfs.mdx', line: 434 },
      title: { ko: '두 노드, 두 Pod, 볼륨 하나', en: 'Two nodes, two Pods, one volume' },
      lead: {
        ko: '마운트는 kubelet이 Pod의 디렉터리 아래에 해 두었습니다.',
        en: "As the nodes see it: the kubelet mounted it below the Pod's directory.",
      },
      on: 'node',
      script: 'findmnt --noheadings --types nfs4 --output SOURCE,TARGET',
      expect: {
        match: 'contains',
        text: '…:/srv/nfs/k8s…/var/lib/kubelet/pods/…/volumes/kubernetes.io~nfs/nfs-shared',
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'e9a58543e160b3cb',
    },
    {
      type: 'step', id: 'storage/nfs/server-files',
      source: { file: 'content/docs/storage/nfs.mdx', line: 444 },
      title: { ko: '두 노드, 두 Pod, 볼륨 하나', en: 'Two nodes, two Pods, one volume' },
      lead: {
        ko: '컨테이너의 root가 쓴 파일도 주인은 nobody입니다.',
        en: 'As the server sees it: the files that root of the containers wrote belong to nobody too.',
      },
      on: 'utility',
      script: "stat --format '%U %n' /srv/nfs/k8s/node1.log /srv/nfs/k8s/node2.log",
      expect: {
        match: 'exact',
        text: `nobody /srv/nfs/k8s/node1.log
nobody /srv/nfs/k8s/node2.log`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'b31923b5b542970e',
    },

    // Pod가 사라져도 / When the Pods are gone
    {
      type: 'step', id: 'storage/nfs/keep',
      source: { file: 'content/docs/storage/nfs.mdx', line: 457 },
      title: { ko: 'Pod가 사라져도', en: 'When the Pods are gone' },
      lead: { ko: '볼륨에 한 줄을 남깁니다.', en: 'Leave a line in the volume.' },
      on: 'master',
      script: "kubectl exec --namespace nfs-storage writer-node1 -- sh -c 'echo \"written by the first Pod\" > /data/kept.txt'",
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'dc22fb1cb66c054f',
    },
    {
      type: 'step', id: 'storage/nfs/delete-pods',
      source: { file: 'content/docs/storage/nfs.mdx', line: 463 },
      title: { ko: 'Pod가 사라져도', en: 'When the Pods are gone' },
      lead: { ko: '두 Pod를 지웁니다.', en: 'Delete both Pods.' },
      on: 'master',
      script: `kubectl delete --namespace nfs-storage pod writer-node1 writer-node2 --timeout=3m
kubectl get pods --namespace nfs-storage 2>&1`,
      expect: {
        match: 'exact',
        text: `pod "writer-node1" deleted…
pod "writer-node2" deleted…
No resources found in nfs-storage namespace.`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'f240e77b2471c83a',
    },
    {
      type: 'step', id: 'storage/nfs/kept-server',
      source: { file: 'content/docs/storage/nfs.mdx', line: 476 },
      title: { ko: 'Pod가 사라져도', en: 'When the Pods are gone' },
      lead: {
        ko: 'Pod는 없지만 서버에는 데이터가 있습니다.',
        en: 'There is no Pod, and on the server the data is still there.',
      },
      on: 'utility',
      script: 'cat /srv/nfs/k8s/kept.txt',
      expect: { match: 'exact', text: 'written by the first Pod' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '85947e5663e21006',
    },
    {
      type: 'step', id: 'storage/nfs/kept-pod',
      source: { file: 'content/docs/storage/nfs.mdx', line: 486 },
      title: { ko: 'Pod가 사라져도', en: 'When the Pods are gone' },
      lead: {
        ko: '같은 매니페스트로 다시 띄우고, 이번에는 다른 노드의 Pod에서 읽습니다.',
        en: 'Start them again from the same manifest, and read it in the Pod on the other node this time.',
      },
      on: 'master',
      script: `kubectl apply -f writers.yaml >/dev/null
kubectl wait --namespace nfs-storage --for=condition=Ready pod/writer-node1 pod/writer-node2 --timeout=5m >/dev/null
kubectl exec --namespace nfs-storage writer-node2 -- cat /data/kept.txt`,
      expect: { match: 'exact', text: 'written by the first Pod' },
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'ba5ca0840a0e723e',
    },

    // 준비: hard와 soft / Before: hard and soft
    {
      type: 'step', id: 'storage/nfs/soft-mount',
      source: { file: 'content/docs/storage/nfs.mdx', line: 502 },
      title: { ko: '준비: hard와 soft', en: 'Before: hard and soft' },
      lead: { ko: 'timeo의 단위는 0.1초입니다.', en: 'The unit of timeo is a tenth of a second.' },
      on: 'node[1]',
      script: `sudo mkdir -p /mnt/soft
sudo mount -t nfs -o soft,timeo=50,retrans=1 "$UTILITY_IP:/srv/nfs/k8s" /mnt/soft`,
      unless: 'mountpoint --quiet /mnt/soft',
      exit: 0, order: 'parallel', timeoutSeconds: 180, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'ede3247f5707b06c',
    },
    {
      type: 'step', id: 'storage/nfs/server-stop',
      source: { file: 'content/docs/storage/nfs.mdx', line: 509 },
      title: { ko: '준비: hard와 soft', en: 'Before: hard and soft' },
      lead: { ko: '서버를 멈춥니다.', en: 'Stop the server.' },
      on: 'utility',
      script: `sudo systemctl stop nfs-server
systemctl is-active nfs-server || true`,
      expect: { match: 'exact', text: 'inactive' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'bfe9d84f305987a9',
    },

    // Pod에는 무엇이 보이는가 / What the Pod sees
    {
      type: 'step', id: 'storage/nfs/hard-hangs',
      source: { file: 'content/docs/storage/nfs.mdx', line: 522 },
      title: { ko: 'Pod에는 무엇이 보이는가', en: 'What the Pod sees' },
      lead: {
        ko: '124는 timeout이 끊었다는 뜻입니다.',
        en: 'It never ends, so timeout cuts kubectl off after 15 seconds; 124 is how timeout says that it did.',
      },
      on: 'master',
      script: 'timeout 15 kubectl exec --namespace nfs-storage writer-node1 -- touch /data/during-outage',
      exit: 124, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '71d64f40b8da2863',
    },
    {
      type: 'step', id: 'storage/nfs/still-running',
      source: { file: 'content/docs/storage/nfs.mdx', line: 528 },
      title: { ko: 'Pod에는 무엇이 보이는가', en: 'What the Pod sees' },
      lead: { ko: '그동안 쿠버네티스는 무엇이라고 하는지 봅니다.', en: 'See what Kubernetes says meanwhile.' },
      on: 'master',
      script: 'kubectl get pods --namespace nfs-storage',
      expect: {
        match: 'exact',
        text: `NAME…READY…STATUS…RESTARTS…AGE
writer-node1…1/1…Running…0…
writer-node2…1/1…Running…0…`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c2242f4a7f5d7012',
    },
    {
      type: 'step', id: 'storage/nfs/soft-fails',
      source: { file: 'content/docs/storage/nfs.mdx', line: 542 },
      title: { ko: 'Pod에는 무엇이 보이는가', en: 'What the Pod sees' },
      lead: {
        ko: 'Input/output error일 때도, Stale file handle일 때도 있습니다.',
        en: 'The soft mount gives up with an error within a minute: Input/output error or Stale file handle.',
      },
      on: 'node[1]',
      script: 'timeout 90 ls /mnt/soft 2>&1',
      expect: { match: 'regex', text: '(Input/output error|Stale file handle)$' },
      exit: 2, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'bb86ecde97c739ee',
    },

    // 돌아오면 / When it is back
    {
      type: 'step', id: 'storage/nfs/server-back',
      source: { file: 'content/docs/storage/nfs.mdx', line: 560 },
      title: { ko: '돌아오면', en: 'When it is back' },
      lead: { ko: '서버를 다시 켭니다.', en: 'Start the server again.' },
      on: 'utility',
      script: `sudo systemctl start nfs-server
systemctl is-active nfs-server`,
      expect: { match: 'exact', text: 'active' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '6fa8787fd1a324ac',
    },
    {
      type: 'step', id: 'storage/nfs/hard-goes-on',
      source: { file: 'content/docs/storage/nfs.mdx', line: 571 },
      title: { ko: '돌아오면', en: 'When it is back' },
      lead: { ko: '그래서 조금 걸릴 수 있습니다.', en: 'So it may take a moment.' },
      on: 'master',
      script: `for pod in writer-node1 writer-node2; do
  timeout 30 kubectl exec --namespace nfs-storage "$pod" -- sh -c 'before=$(wc -l < "/data/$NODE.log"); sleep 6; after=$(wc -l < "/data/$NODE.log"); test "$after" -gt "$before" && echo "$NODE writes again"'
done`,
      expect: {
        match: 'exact',
        text: `node1 writes again
node2 writes again`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: '4d751da089a7432d',
    },
    {
      type: 'step', id: 'storage/nfs/no-restarts',
      source: { file: 'content/docs/storage/nfs.mdx', line: 584 },
      title: { ko: '돌아오면', en: 'When it is back' },
      lead: {
        ko: '오래 걸린 쓰기 하나를 보았을 뿐입니다.',
        en: 'To the programs the outage was no error, only one write that took long.',
      },
      on: 'master',
      script: "kubectl get pods --namespace nfs-storage --no-headers -o custom-columns='NAME:.metadata.name,RESTARTS:.status.containerStatuses[0].restartCount'",
      expect: {
        match: 'exact',
        text: `writer-node1…0
writer-node2…0`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '048d900f0525a409',
    },
    {
      type: 'step', id: 'storage/nfs/soft-unmount',
      source: { file: 'content/docs/storage/nfs.mdx', line: 595 },
      title: { ko: '돌아오면', en: 'When it is back' },
      lead: { ko: 'soft로 한 마운트를 풉니다.', en: 'Undo the soft mount.' },
      on: 'node[1]',
      script: 'sudo umount /mnt/soft',
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
      hash: 'c8c9f1801445ec00',
    },

    // 확인 / Check
    {
      type: 'step', id: 'storage/nfs/check',
      source: { file: 'content/docs/storage/nfs.mdx', line: 603 },
      title: { ko: '확인', en: 'Check' },
      lead: {
        ko: '두 Pod가 준비되어 있고, 서로가 쓴 것을 읽는지 한꺼번에 봅니다.',
        en: 'See in one go that both Pods are ready and that each reads what the other wrote.',
      },
      on: 'master',
      script: `kubectl wait --namespace nfs-storage --for=condition=Ready pod/writer-node1 pod/writer-node2 --timeout=30s
kubectl exec --namespace nfs-storage writer-node1 -- tail -n 1 /data/node2.log
kubectl exec --namespace nfs-storage writer-node2 -- tail -n 1 /data/node1.log`,
      expect: {
        match: 'exact',
        text: `pod/writer-node1 condition met
pod/writer-node2 condition met
node2 was here
node1 was here`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 120, phase: 'verify', idempotent: true, captures: [], secrets: [],
      hash: 'fb7b7171a493e1d5',
    },

    // 치우기 / Clean up
    {
      type: 'step', id: 'storage/nfs/clear-cluster',
      source: { file: 'content/docs/storage/nfs.mdx', line: 620 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '먼저 클러스터 쪽을 지웁니다.', en: 'First what is in the cluster.' },
      on: 'master',
      script: `kubectl delete namespace nfs-storage --ignore-not-found --timeout=5m
kubectl delete persistentvolume nfs-shared reports --ignore-not-found --timeout=1m`,
      exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '73f6a47b03df4366',
    },
    {
      type: 'step', id: 'storage/nfs/clear-mounts',
      source: { file: 'content/docs/storage/nfs.mdx', line: 627 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '없어야 서버를 멈출 수 있습니다.', en: 'Only then may the server go.' },
      on: 'all',
      script: `for dir in /mnt/nfs /mnt/soft; do
  if mountpoint --quiet "$dir"; then sudo umount "$dir"; fi
  if test -d "$dir"; then sudo rmdir "$dir"; fi
done
test -z "$(findmnt --noheadings --types nfs,nfs4)"`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, retrySeconds: 60, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '7d44975219e54e88',
    },
    {
      type: 'step', id: 'storage/nfs/clear-server',
      source: { file: 'content/docs/storage/nfs.mdx', line: 637 },
      title: { ko: '치우기', en: 'Clean up' },
      lead: { ko: '패키지는 남겨 둡니다.', en: 'The packages stay.' },
      on: 'utility',
      script: `sudo rm -f /etc/exports.d/k8s.exports /etc/exports.d/reports.exports
sudo systemctl disable --now nfs-server
sudo rm -rf /srv/nfs`,
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'cleanup', idempotent: false, captures: [], secrets: [],
      hash: '773c6f192ad2e03d',
    },
  ],
  exercises: [

    // root가 아닌 Pod도 쓰게 하기 / Let a Pod write that is not root
    {
      id: 'app-group',
      title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
      messages: {
        'no-pod': {
          ko: '네임스페이스 nfs-storage에 Pod app이 없습니다.',
          en: 'There is no Pod app in the namespace nfs-storage.',
        },
        'not-ready': {
          ko: 'Pod app이 준비되지 않았습니다. /data/app에 쓰지 못하고 있습니다.',
          en: 'The Pod app is not ready. It cannot write to /data/app.',
        },
        'wrong-user': { ko: 'Pod app이 사용자 1000으로 돌고 있지 않습니다.', en: 'The Pod app does not run as user 1000.' },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'storage/nfs/app-group-clear', part: 'setup',
          source: { file: 'content/docs/storage/nfs.mdx', line: 661 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          lead: {
            ko: '매니페스트는 런북의 디렉터리에 있는 app.yaml입니다.',
            en: "You may delete it and make it anew; its manifest is app.yaml in the runbook's directory.",
          },
          on: 'master',
          script: `kubectl create namespace nfs-storage --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pod app --namespace nfs-storage --ignore-not-found --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: 'c7413b10f7182dc7',
        },
        {
          type: 'step', id: 'storage/nfs/app-group-directory', part: 'setup',
          source: { file: 'content/docs/storage/nfs.mdx', line: 666 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          on: 'utility',
          script: `sudo install -d -m 2770 -o root -g 2000 /srv/nfs/k8s/app
sudo rm -f /srv/nfs/k8s/app/hello`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '2c05ecee775177fd',
        },
        {
          type: 'file', id: 'storage/nfs/app-group/setup/file:app.yaml', part: 'setup',
          source: { file: 'content/docs/storage/nfs.mdx', line: 671 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          on: 'master',
          path: 'app.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: app
  namespace: nfs-storage
spec:
  terminationGracePeriodSeconds: 2
  securityContext:
    runAsUser: 1000
    runAsGroup: 1000
  containers:
    - name: app
      image: busybox:1.37
      command: [sh, -c, 'until echo hello > /data/app/hello; do sleep 2; done; sleep infinity']
      readinessProbe:
        exec:
          command: [test, -s, /data/app/hello]
        periodSeconds: 2
        timeoutSeconds: 10
      volumeMounts:
        - name: shared
          mountPath: /data
  volumes:
    - name: shared
      persistentVolumeClaim:
        claimName: shared`,
          hash: '1c1132e156415380',
        },
        {
          type: 'step', id: 'storage/nfs/app-group-setup', part: 'setup',
          source: { file: 'content/docs/storage/nfs.mdx', line: 700 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          on: 'master',
          script: `kubectl apply -f app.yaml
kubectl wait --namespace nfs-storage --for=jsonpath='{.status.phase}'=Running pod/app --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 240, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '449767c3cfb8abbc',
        },
        {
          type: 'file', id: 'storage/nfs/app-group/answer/file:app.yaml', part: 'answer',
          source: { file: 'content/docs/storage/nfs.mdx', line: 710 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          lead: {
            ko: 'securityContext는 도는 Pod에서 바꿀 수 없으니 다시 만듭니다.',
            en: 'The securityContext of a Pod cannot be changed, so make the Pod anew.',
          },
          on: 'master',
          path: 'app.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: app
  namespace: nfs-storage
spec:
  terminationGracePeriodSeconds: 2
  securityContext:
    runAsUser: 1000
    runAsGroup: 2000
  containers:
    - name: app
      image: busybox:1.37
      command: [sh, -c, 'until echo hello > /data/app/hello; do sleep 2; done; sleep infinity']
      readinessProbe:
        exec:
          command: [test, -s, /data/app/hello]
        periodSeconds: 2
        timeoutSeconds: 10
      volumeMounts:
        - name: shared
          mountPath: /data
  volumes:
    - name: shared
      persistentVolumeClaim:
        claimName: shared`,
          hash: '647f74f73e299f9b',
        },
        {
          type: 'step', id: 'storage/nfs/app-group-answer', part: 'answer',
          source: { file: 'content/docs/storage/nfs.mdx', line: 739 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          on: 'master',
          script: `kubectl delete pod app --namespace nfs-storage --timeout=2m
kubectl apply -f app.yaml
kubectl wait --namespace nfs-storage --for=condition=Ready pod/app --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '874af0cd4a6a23f9',
        },
        {
          type: 'file', id: 'storage/nfs/app-group/wrong/file:app.yaml', part: 'wrong',
          source: { file: 'content/docs/storage/nfs.mdx', line: 752 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          lead: {
            ko: 'root는 nobody가 되므로 그룹 2000의 디렉터리에 들어가지도 못합니다.',
            en: 'Root becomes nobody, who cannot even enter a directory of the group 2000.',
          },
          on: 'master',
          path: 'app.yaml', subst: [],
          text: `apiVersion: v1
kind: Pod
metadata:
  name: app
  namespace: nfs-storage
spec:
  terminationGracePeriodSeconds: 2
  securityContext:
    runAsUser: 0
  containers:
    - name: app
      image: busybox:1.37
      command: [sh, -c, 'until echo hello > /data/app/hello; do sleep 2; done; sleep infinity']
      readinessProbe:
        exec:
          command: [test, -s, /data/app/hello]
        periodSeconds: 2
        timeoutSeconds: 10
      volumeMounts:
        - name: shared
          mountPath: /data
  volumes:
    - name: shared
      persistentVolumeClaim:
        claimName: shared`,
          hash: '0dd9b71ada5b6d09',
        },
        {
          type: 'step', id: 'storage/nfs/app-group-wrong', part: 'wrong',
          source: { file: 'content/docs/storage/nfs.mdx', line: 780 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          on: 'master',
          script: `kubectl delete pod app --namespace nfs-storage --timeout=2m
kubectl apply -f app.yaml
kubectl wait --namespace nfs-storage --for=jsonpath='{.status.phase}'=Running pod/app --timeout=3m`,
          exit: 0, order: 'parallel', timeoutSeconds: 360, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '1a8888ccf20298c3',
        },
        {
          type: 'step', id: 'storage/nfs/app-group-check', part: 'check',
          source: { file: 'content/docs/storage/nfs.mdx', line: 788 },
          title: { ko: 'root가 아닌 Pod도 쓰게 하기', en: 'Let a Pod write that is not root' },
          lead: {
            ko: '검사는 Pod의 상태와 그 안의 사용자를 봅니다.',
            en: "The check looks at the Pod's state and at the user inside.",
          },
          on: 'master',
          script: `if ! kubectl get pod app --namespace nfs-storage >/dev/null 2>&1; then
  echo no-pod
  exit 1
fi
ok=yes
ready=$(kubectl get pod app --namespace nfs-storage -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}')
test "$ready" = True || { echo not-ready; ok=no; }
user=$(kubectl exec app --namespace nfs-storage -- id -u 2>/dev/null || true)
test "$user" = 1000 || { echo wrong-user; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'cddb922dc893996b',
        },
      ],
    },

    // 디렉터리 하나 더 내보내기 / Export one more directory
    {
      id: 'reports',
      title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
      messages: {
        'no-volume': {
          ko: 'PV reports가 없거나 /srv/nfs/reports를 가리키지 않습니다.',
          en: 'There is no PV reports, or it does not point to /srv/nfs/reports.',
        },
        'not-bound': {
          ko: '네임스페이스 nfs-storage의 PVC reports가 Bound가 아닙니다.',
          en: 'The PVC reports in the namespace nfs-storage is not Bound.',
        },
        'no-mode': {
          ko: 'PVC reports가 ReadOnlyMany로 묶이지 않았습니다.',
          en: 'The PVC reports is not bound as ReadOnlyMany.',
        },
        'not-readable': {
          ko: 'Pod reader에서 /reports/january.txt를 읽을 수 없습니다.',
          en: 'The Pod reader cannot read /reports/january.txt.',
        },
      },
      versions: { busybox: '1.37' },
      items: [
        {
          type: 'step', id: 'storage/nfs/reports-clear', part: 'setup',
          source: { file: 'content/docs/storage/nfs.mdx', line: 807 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          lead: {
            ko: '그리고 PV reports(ReadOnlyMany, 100Mi)와 네임스페이스 nfs-storage의 PVC reports를 만들고, Pod reader(이미지 busybox:1.37)가 이 PVC를 /reports에서 보게 하십시오.',
            en: 'Then make a PV reports (ReadOnlyMany, 100Mi) and a PVC reports in the namespace nfs-storage, and let a Pod reader (image busybox:1.37) see this PVC at /reports.',
          },
          on: 'master',
          script: `kubectl create namespace nfs-storage --dry-run=client -o yaml | kubectl apply -f -
kubectl delete pod reader --namespace nfs-storage --ignore-not-found --timeout=2m
kubectl delete persistentvolumeclaim reports --namespace nfs-storage --ignore-not-found --timeout=1m
kubectl delete persistentvolume reports --ignore-not-found --timeout=1m`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '0d1f30a49aad9f62',
        },
        {
          type: 'step', id: 'storage/nfs/reports-setup', part: 'setup',
          source: { file: 'content/docs/storage/nfs.mdx', line: 814 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          on: 'utility',
          script: `sudo mkdir -p /srv/nfs/reports
echo "a good month" | sudo tee /srv/nfs/reports/january.txt
sudo rm -f /etc/exports.d/reports.exports
sudo exportfs -ra`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: [],
          hash: '30e4b8b6cf74aa67',
        },
        {
          type: 'file', id: 'storage/nfs/reports/answer/file:/etc/exports.d/reports.exports', part: 'answer',
          source: { file: 'content/docs/storage/nfs.mdx', line: 826 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          lead: { ko: '서버에서 한 줄을 더 내보냅니다.', en: 'On the server, export one more line.' },
          on: 'utility',
          path: '/etc/exports.d/reports.exports', mode: '0644', subst: ['MASTER_IP', 'NODE1_IP', 'NODE2_IP'],
          text: '/srv/nfs/reports ${MASTER_IP}(ro,sync,no_subtree_check) ${NODE1_IP}(ro,sync,no_subtree_check) ${NODE2_IP}(ro,sync,no_subtree_check)',
          hash: '16d0b053d0c527ae',
        },
        {
          type: 'step', id: 'storage/nfs/reports-export', part: 'answer',
          source: { file: 'content/docs/storage/nfs.mdx', line: 830 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          on: 'utility',
          script: 'sudo exportfs -ra',
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '9a14e4971336a9aa',
        },
        {
          type: 'file', id: 'storage/nfs/reports/answer/file:reports.yaml', part: 'answer',
          source: { file: 'content/docs/storage/nfs.mdx', line: 836 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          lead: { ko: '클러스터에서 셋을 만듭니다.', en: 'In the cluster, make the three objects.' },
          on: 'master',
          path: 'reports.yaml', subst: ['UTILITY_IP'],
          text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: reports
spec:
  capacity:
    storage: 100Mi
  accessModes: [ReadOnlyMany]
  storageClassName: ""
  nfs:
    server: \${UTILITY_IP}
    path: /srv/nfs/reports
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: reports
  namespace: nfs-storage
spec:
  accessModes: [ReadOnlyMany]
  storageClassName: ""
  volumeName: reports
  resources:
    requests:
      storage: 100Mi
---
apiVersion: v1
kind: Pod
metadata:
  name: reader
  namespace: nfs-storage
spec:
  terminationGracePeriodSeconds: 2
  containers:
    - name: reader
      image: busybox:1.37
      command: [sleep, infinity]
      volumeMounts:
        - name: reports
          mountPath: /reports
  volumes:
    - name: reports
      persistentVolumeClaim:
        claimName: reports`,
          hash: '5991cc1743c480c2',
        },
        {
          type: 'step', id: 'storage/nfs/reports-answer', part: 'answer',
          source: { file: 'content/docs/storage/nfs.mdx', line: 883 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          on: 'master',
          script: `kubectl apply -f reports.yaml
kubectl wait --namespace nfs-storage --for=condition=Ready pod/reader --timeout=4m`,
          exit: 0, order: 'parallel', timeoutSeconds: 300, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'ced60a600a11472a',
        },
        {
          type: 'file', id: 'storage/nfs/reports/wrong/file:reports.yaml', part: 'wrong',
          source: { file: 'content/docs/storage/nfs.mdx', line: 895 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          lead: {
            ko: '이 PVC를 쓰는 Pod를 만들어도 Pending에 머뭅니다.',
            en: 'With ReadOnlyMany in the PV and ReadWriteOnce in the PVC the two are not bound, and a Pod that used this PVC would stay Pending.',
          },
          on: 'master',
          path: 'reports.yaml', subst: ['UTILITY_IP'],
          text: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: reports
spec:
  capacity:
    storage: 100Mi
  accessModes: [ReadOnlyMany]
  storageClassName: ""
  nfs:
    server: \${UTILITY_IP}
    path: /srv/nfs/reports
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: reports
  namespace: nfs-storage
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ""
  volumeName: reports
  resources:
    requests:
      storage: 100Mi`,
          hash: '8d19abd59cdf126a',
        },
        {
          type: 'step', id: 'storage/nfs/reports-wrong', part: 'wrong',
          source: { file: 'content/docs/storage/nfs.mdx', line: 923 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          on: 'master',
          script: `kubectl apply -f reports.yaml
kubectl wait --namespace nfs-storage --for=jsonpath='{.status.phase}'=Pending persistentvolumeclaim/reports --timeout=1m`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: 'fd0cba46c4b5c3ab',
        },
        {
          type: 'step', id: 'storage/nfs/reports-check', part: 'check',
          source: { file: 'content/docs/storage/nfs.mdx', line: 930 },
          title: { ko: '디렉터리 하나 더 내보내기', en: 'Export one more directory' },
          lead: {
            ko: '검사는 PV의 경로, PVC의 상태와 모드, 그리고 Pod 안에서 파일이 읽히는지를 봅니다.',
            en: "The check looks at the PV's path, the PVC's state and mode, and whether the file can be read in the Pod.",
          },
          on: 'master',
          script: `ok=yes
path=$(kubectl get persistentvolume reports -o jsonpath='{.spec.nfs.path}' 2>/dev/null || true)
test "$path" = /srv/nfs/reports || { echo no-volume; ok=no; }
claim=$(kubectl get persistentvolumeclaim reports --namespace nfs-storage -o jsonpath='{.status.phase} {.status.accessModes[*]}' 2>/dev/null || true)
test "\${claim%% *}" = Bound || { echo not-bound; ok=no; }
test "\${claim#* }" = ReadOnlyMany || { echo no-mode; ok=no; }
text=$(timeout 60 kubectl exec reader --namespace nfs-storage -- cat /reports/january.txt 2>/dev/null || true)
test "$text" = "a good month" || { echo not-readable; ok=no; }
test "$ok" = yes`,
          exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
          hash: '24942e2e12a5a991',
        },
      ],
    },
  ],
})
