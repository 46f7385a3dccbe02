// Stops an old Node with one line instead of a stack. Plain JavaScript of any age: it must parse where TypeScript does not.
const major = Number(process.versions.node.split('.')[0])
if (!(major >= 24)) {
  process.stderr.write(
    'error: Node ' +
      process.versions.node +
      ' is too old: 24 or newer is needed. ' +
      'Run "npm ci" and start with "npx zx ..." or "npx node ...": that uses the Node 24 that npm ci brings.\n',
  )
  process.exit(2)
}
