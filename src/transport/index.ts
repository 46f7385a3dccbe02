/** Door of the transport: hosts, their agents over ssh, the jobs to give them. */
export * from './types.ts'
export { connect, hostStatus } from './connection.ts'
export type { ConnectOptions } from './connection.ts'
export type { HostStatus } from './hello.ts'
export { fileJob, quote, readFileJob, scriptJob } from './job.ts'
export type { FileJob, ScriptJob } from './job.ts'
export { sshArguments } from './ssh-command.ts'
