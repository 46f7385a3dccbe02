/** The lab's machines as data, for what must not load the whole lab (a runbook's plan, its help). */
export { machinesOf } from './machines/topology.ts'
