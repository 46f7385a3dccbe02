/** How the versions of content/versions.yaml stand in commands, files and outputs: the table of the version lint. */

interface Component {
  /** Key of content/versions.yaml. */
  readonly key: string
  /** Each has the flags `dgu` and the group `version`. */
  readonly patterns: readonly RegExp[]
}

/** Two or three numbers, with no wildcard right after. */
const NUMBER = String.raw`(?<version>v?\d+\.\d+(?:\.\d+)?)(?![\w…]|\.[\d…])`
/** An image's tag; a bare number is a port. */
const TAG = String.raw`(?<version>latest\b|v?\d+\.\d[\w.-]*)(?!…)`

function at(before: string, version: string, after = ''): RegExp {
  return new RegExp(before + version + after, 'dgmu')
}

function image(name: string): RegExp {
  return at(String.raw`(?<![\w-])${name}:`, TAG)
}

export const COMPONENTS: readonly Component[] = [
  {
    key: 'kubernetes',
    patterns: [
      at(String.raw`--kubernetes-version[= ]["']?`, NUMBER),
      at(String.raw`\bkubernetesVersion:\s*["']?`, NUMBER),
      image('kube-(?:apiserver|controller-manager|scheduler|proxy)'),
      at(String.raw`\bkube(?:adm|let|ctl)[=-]["']?`, String.raw`(?<version>v?\d+\.\d+\.\d+)(?![\w…]|\.[\d…])`),
      at(String.raw`\b(?:Client Version|Server Version|Kubernetes [Vv]ersion|Kubernetes):? `, NUMBER),
      at(String.raw`^\S+\s+(?:Ready|NotReady)\S*\s+\S+\s+\S+\s+`, NUMBER),
    ],
  },
  {
    key: 'kubernetesMinor',
    patterns: [at(String.raw`\bpkgs\.k8s\.io/core:/stable:/`, NUMBER), at(String.raw`\bisv:/cri-o:/stable:/`, NUMBER)],
  },
  { key: 'etcd', patterns: [image('etcd')] },
  { key: 'coredns', patterns: [image('coredns')] },
  { key: 'pause', patterns: [image('pause')] },
  {
    key: 'crio',
    patterns: [
      at(String.raw`\bcri-o://`, NUMBER),
      at(String.raw`\bcri-o(?:[=-]["']?| \()`, String.raw`(?<version>v?\d+\.\d+\.\d+)(?![\w…]|\.[\d…])`),
    ],
  },
  {
    key: 'containerd',
    patterns: [
      at(String.raw`\bcontainerd/containerd/(?:releases/download/)?`, NUMBER),
      at(String.raw`\bcontainerd-`, String.raw`(?<version>v?\d+\.\d+\.\d+)(?=-linux)`),
      at(String.raw`\bcontainerd://`, NUMBER),
      at(String.raw`\bcontainerd github\.com/containerd/containerd/v2 …?`, String.raw`(?<version>v?\d+\.\d+\.\d+)`),
    ],
  },
  {
    key: 'runc',
    patterns: [at(String.raw`\brunc/releases/download/`, NUMBER), at(String.raw`\brunc version `, NUMBER)],
  },
  {
    key: 'cniPlugins',
    patterns: [
      at(String.raw`\bcontainernetworking/plugins/releases/download/`, NUMBER),
      at(String.raw`\bcni-plugins-linux-\w+-`, String.raw`(?<version>v?\d+\.\d+\.\d+)(?=\.tgz)`),
    ],
  },
  {
    key: 'criTools',
    patterns: [
      at(String.raw`\bcri-tools/releases/download/`, NUMBER),
      at(String.raw`\bcrictl-`, String.raw`(?<version>v?\d+\.\d+\.\d+)(?=-linux)`),
      at(String.raw`\bcrictl version `, NUMBER),
    ],
  },
  { key: 'flannel', patterns: [at(String.raw`\bflannel/releases/download/`, NUMBER), image('flannel')] },
  { key: 'flannelCniPlugin', patterns: [image('flannel-cni-plugin')] },
  { key: 'nginx', patterns: [image('nginx')] },
  { key: 'busybox', patterns: [image('busybox')] },
  { key: 'httpd', patterns: [image('httpd')] },
  { key: 'redis', patterns: [image('redis')] },
  { key: 'agnhost', patterns: [image('agnhost')] },
  {
    key: 'metricsServer',
    patterns: [image('metrics-server'), at(String.raw`\bmetrics-server/releases/download/`, NUMBER)],
  },
  {
    key: 'localPath',
    patterns: [image('local-path-provisioner'), at(String.raw`\blocal-path-provisioner/`, NUMBER)],
  },
  { key: 'traefik', patterns: [image('traefik')] },
  { key: 'gatewayApi', patterns: [at(String.raw`\bgateway-api/releases/download/`, NUMBER)] },
  { key: 'helm', patterns: [at(String.raw`\bget\.helm\.sh/helm-`, String.raw`(?<version>v\d+\.\d+\.\d+)(?=-linux)`)] },
]

/** Shell variables whose names say a component. */
export const VERSION_NAMES: Readonly<Record<string, string>> = {
  KUBERNETES_VERSION: 'kubernetes',
  K8S_VERSION: 'kubernetes',
  KUBE_VERSION: 'kubernetes',
  KUBERNETES_MINOR: 'kubernetesMinor',
  K8S_MINOR: 'kubernetesMinor',
  ETCD_VERSION: 'etcd',
  CONTAINERD_VERSION: 'containerd',
  RUNC_VERSION: 'runc',
  CNI_VERSION: 'cniPlugins',
  CNI_PLUGINS_VERSION: 'cniPlugins',
  CRICTL_VERSION: 'criTools',
  CRI_TOOLS_VERSION: 'criTools',
  FLANNEL_VERSION: 'flannel',
}
