/** What the mirror's own log must show after a run: each thing that the book downloads was really asked for, and given. */

/** Parts of addresses, one for each kind of download of install-single-master. */
export const EXPECTED_DOWNLOADS: readonly string[] = [
  'debian.lab.test /debian/',
  'pkgs.k8s.io /core:/stable:/v1.36/deb/Release.key',
  'pkgs.k8s.io /core:/stable:/v1.36/deb/amd64/kubelet_',
  'github.com /containerd/containerd/releases/download/',
  'github.com /opencontainers/runc/releases/download/',
  'github.com /containernetworking/plugins/releases/download/',
  'github.com /flannel-io/flannel/releases/download/',
  'registry.k8s.io /v2/kube-apiserver/manifests/',
  'registry.k8s.io /v2/etcd/blobs/',
  'ghcr.io /v2/flannel-io/flannel/blobs/',
  'registry-1.docker.io /v2/library/nginx/manifests/',
]

/** The expected downloads that no successful request of the log (JSON lines) has. */
export function missingDownloads(log: string): string[] {
  const given = log.split('\n').flatMap(answered)
  return EXPECTED_DOWNLOADS.filter((wanted) => !given.some((request) => request.startsWith(wanted)))
}

/** `host path` of a request that was answered with 2xx; other lines (the log's heading) are no requests. */
function answered(line: string): string[] {
  if (!line.startsWith('{')) return []
  const request: unknown = JSON.parse(line)
  if (typeof request !== 'object' || request === null) return []
  const { host, path, status } = { host: '', path: '', status: 0, ...request }
  return status >= 200 && status < 300 ? [`${host} ${path}`] : []
}
