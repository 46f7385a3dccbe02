/** Which versions really run on a host, asked of the programs themselves. */
import { randomBytes } from 'node:crypto'
import { scriptJob } from '../transport/index.ts'
import type { Connection } from '../transport/index.ts'

/** Names as in content/versions.yaml. A program that is not there says nothing. */
const SCRIPT = `set +e
v=$(kubelet --version 2>/dev/null) && echo "kubernetes \${v##* }"
v=$(containerd --version 2>/dev/null) && read -r _ _ v _ <<<"$v" && echo "containerd \${v#v}"
v=$(runc --version 2>/dev/null) && read -r _ _ v _ <<<"$v" && echo "runc v\${v#v}"
v=$(crio version 2>/dev/null | sed -n 's/^Version: *//p') && [ -n "$v" ] && echo "crio $v"
exit 0`

export async function observeVersions(connection: Connection): Promise<Readonly<Record<string, string>>> {
  let text = ''
  const job = scriptJob({ script: SCRIPT, directory: '.', variables: {}, captures: [] })
  await connection.run({ nonce: randomBytes(16).toString('hex'), timeoutSeconds: 30, job }, (stream, bytes) => {
    if (stream === 'stdout') text += bytes.toString('utf8')
  })
  return Object.fromEntries(
    text.split('\n').flatMap((line): [string, string][] => {
      const [name, version] = line.trim().split(' ')
      return name === undefined || version === undefined || version === '' ? [] : [[name, version]]
    }),
  )
}
