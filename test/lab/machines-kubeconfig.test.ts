/** The administrator's kubeconfig, changed for the host: another address, the same name to hold the certificate against. */
import { load } from 'js-yaml-5'
import { expect, test } from 'vitest'
import { hostKubeconfig } from '../../src/lab/machines/kubeconfig.ts'

const ADMIN = `apiVersion: v1
kind: Config
clusters:
- name: kubernetes
  cluster:
    certificate-authority-data: Y2E=
    server: https://10.101.0.11:6443
contexts:
- name: kubernetes-admin@kubernetes
  context: {cluster: kubernetes, user: kubernetes-admin}
current-context: kubernetes-admin@kubernetes
users:
- name: kubernetes-admin
  user: {client-certificate-data: Y3J0, client-key-data: a2V5}
`

test('only the way to the server changes', () => {
  expect(load(hostKubeconfig(ADMIN, 20_001))).toEqual({
    ...(load(ADMIN) as object),
    clusters: [
      {
        name: 'kubernetes',
        cluster: {
          'certificate-authority-data': 'Y2E=',
          server: 'https://127.0.0.1:20001',
          'tls-server-name': '10.101.0.11',
        },
      },
    ],
  })
})

test('an endpoint that is a name stays the name', () => {
  const text = hostKubeconfig(ADMIN.replace('10.101.0.11:6443', 'cluster.lab.test:6443'), 1)
  expect(text).toContain('tls-server-name: cluster.lab.test')
})

test.each(['', 'clusters: []', 'clusters: [{name: x}]', '[]'])('%j is no kubeconfig', (text) => {
  expect(() => hostKubeconfig(text, 1)).toThrow(/names no cluster with a server/)
})
