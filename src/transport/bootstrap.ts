/** What is sent to a host before the first request: the login half and the agent, as text on stdin. */
import { readFileSync } from 'node:fs'
import { quote } from './job.ts'

/** `fresh`: forget what an earlier run left. `resume`: take over from the same run's earlier agent. `status`: only say what is known. `look`: run
 * jobs that only read, beside whoever holds the lock. */
export type AgentMode = 'fresh' | 'resume' | 'status' | 'look'

export interface AgentStart {
  /** Marks the agent's own frames. */
  readonly session: string
  readonly mode: AgentMode
  /** The run's id, the same over all of its connections. */
  readonly run: string
  readonly runbook: string
  /** For people who meet the lock: user@machine and the time. */
  readonly who: string
  readonly become: boolean
}

/** Reads one script of a given length from stdin and runs it; all that ever stands in arguments. Plain for any login shell. */
const LOADER = 'LC_ALL=C; IFS= read -r size; IFS= read -r -N "$size" script; eval "$script"'

/** The same without bash: the login half then says what is missing on the host, and ends. */
const WITHOUT_BASH = 'IFS= read -r size; script=$(dd bs=1 count="$size" 2>/dev/null); eval "$script"'

/** The remote command. */
export const REMOTE_COMMAND = `exec sh -c 'command -v bash >/dev/null 2>&1 && exec bash -c "$0"; ${WITHOUT_BASH}' '${LOADER}'`

const PARTS = ['host.sh', 'kill.sh', 'pipes.sh', 'step.sh', 'agent.sh']

function source(name: string): string {
  return readFileSync(new URL(`agent/${name}`, import.meta.url), 'utf8')
}

/** The bytes for the agent's stdin before any request. */
export function bootstrapText(start: AgentStart): string {
  const login = [
    assign({ SESSION: start.session, BECOME: start.become ? 'yes' : 'no', LOADER }),
    source('login.sh'),
  ].join('\n')
  const agent = [
    assign({
      SESSION: start.session,
      MODE: start.mode,
      RUN: start.run,
      RUNBOOK: start.runbook,
      WHO: start.who,
      SPAWN: source('spawner.sh'),
    }),
    ...PARTS.map(source),
  ].join('\n')
  return framed(login) + framed(agent)
}

function assign(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join('\n')
}

function framed(script: string): string {
  return `${Buffer.byteLength(script)}\n${script}`
}
