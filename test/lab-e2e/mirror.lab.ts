/** The mirror for real: CRI-O from its repository runs a container, and a refused request is quoted by the step that made it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readVersions } from '../../src/lab/supply/versions.ts'
import { runbookOf, step } from '../runner/world.ts'
import { runbooksIn, testLab } from './lab.ts'

const folder = mkdtempSync(join(tmpdir(), 'k8s101-mirror-'))
const { write, run } = runbooksIn(folder)
const lab = testLab('e2e-mirror')
const guest = (script: string): string => lab.guest('node1', `set -e\n${script}`)
const v = readVersions()

beforeAll(() => {
  lab.ok('up', '--with', 'cri-o', '--fresh')
})
afterAll(() => {
  lab.lab('down')
  rmSync(folder, { recursive: true, force: true })
})

/** Adds an apt repository as its documentation says, for the key at `<address>Release.key`. */
function addRepository(name: string, address: string): string {
  const keyring = `/etc/apt/keyrings/${name}-apt-keyring.gpg`
  return [
    `curl -fsSL ${address}Release.key | sudo gpg --batch --yes --dearmor -o ${keyring}`,
    `echo 'deb [signed-by=${keyring}] ${address} /' | sudo tee /etc/apt/sources.list.d/${name}.list >/dev/null`,
  ].join('\n')
}

/** In the machine's own network, so that it needs no CNI configuration. */
const POD = JSON.stringify({
  metadata: { name: 'web', namespace: 'default', uid: '1', attempt: 1 },
  linux: { security_context: { namespace_options: { network: 2 } } },
})
const CONTAINER = JSON.stringify({ metadata: { name: 'web' }, image: { image: `nginx:${v.nginx}` } })

test('a lab that is up, and holds nothing yet, takes another runtime', () => {
  expect(lab.ok('up', '--runtime', 'crio')).toContain('4 of 4 machines up')
})

describe('CRI-O from its repository', () => {
  test('is installed and started as documented', () => {
    guest(`
      export DEBIAN_FRONTEND=noninteractive
      sudo apt-get -qq update
      sudo apt-get -qq install -y curl gpg >/dev/null
      sudo modprobe overlay
      ${addRepository('kubernetes', `https://pkgs.k8s.io/core:/stable:/${v.kubernetesMinor}/deb/`)}
      ${addRepository('cri-o', `https://download.opensuse.org/repositories/isv:/cri-o:/stable:/${v.kubernetesMinor}/deb/`)}
      sudo apt-get -qq update
      sudo apt-get -qq install -y cri-o cri-tools >/dev/null
      sudo systemctl enable --now crio.service
    `)
    expect(guest('crio --version | head -n1')).toBe(`crio version ${v.crio.slice(1)}`)
    expect(guest('systemctl is-active crio')).toBe('active')
    expect(guest('sudo crictl version | grep RuntimeName:')).toMatch(/cri-o$/)
  })

  test('pulls from Docker’s and Kubernetes’ registries, by a short name once it has one meaning', () => {
    guest(`
      echo 'unqualified-search-registries = ["docker.io"]' | sudo tee /etc/containers/registries.conf.d/one.conf >/dev/null
      sudo systemctl reload crio.service
      sudo crictl pull registry.k8s.io/pause:${v.pause}
      sudo crictl pull nginx:${v.nginx}
    `)
    expect(guest('sudo crictl images --output json | grep -c "docker.io/library/nginx:"')).toBe('1')
  })

  test('runs a container, and goes on after a restart', () => {
    guest(`
      printf '%s' '${POD}' >pod.json
      printf '%s' '${CONTAINER}' >container.json
      sudo crictl run container.json pod.json >/dev/null
      sudo systemctl restart crio.service
    `)
    expect(
      guest('curl -fsS --retry 20 --retry-all-errors http://localhost/ | grep -o "Welcome to nginx!" | head -n1'),
    ).toBe('Welcome to nginx!')
    expect(guest('sudo crictl ps --quiet | wc -l')).toBe('1')
  })
})

test('a step that asks for what the mirror does not have quotes the request, and how to get it', () => {
  // In two words, so that the lab does not see beforehand what the step asks for.
  const asks = `for path in no/such redis; do
  curl -fsSI "https://registry-1.docker.io/v2/library/$path/manifests/${v.redis}" || missed=yes
done
test -z "$missed"`
  write(
    runbookOf([step('asks', `sudo apt-get -qq update\nsudo apt-get -qq install -y curl >/dev/null\nmissed=\n${asks}`)]),
  )
  const { status, stdout, stderr } = run(lab.env, 'try', '--only', 'asks')
  expect(status, stderr).toBe(1)
  const said = 'the book asked for https://registry-1.docker.io/v2/library'
  const end = `manifests/${v.redis}; the mirror does not have it`
  expect(stdout).toContain('the mirror was asked for what it does not have:\n')
  expect(stdout).toContain(`    ${said}/no/such/${end}\n`)
  expect(stdout).toContain(`    ${said}/redis/${end}, but it can: npm run lab -- up --with redis\n`)
})
