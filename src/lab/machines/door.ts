/**
 * A socket belongs to the network in which it was made, whoever holds it. This process runs in the host's network for a
 * moment: it opens a port on the loopback address, hands it to the keeper (which lives in the lab's network) and ends.
 * `node door.ts PORT`, with an IPC channel.
 */
import { createServer } from 'node:net'

const server = createServer()
server.once('error', (error) => process.send?.(error.message, () => process.exit(1)))
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('open', server))
process.once('disconnect', () => process.exit(0))
