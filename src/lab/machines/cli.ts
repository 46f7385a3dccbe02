/** `npm run lab -- VERB`: words of the command line to actions, and what a person reads. */
import { parseArgs } from 'node:util'
import { closest } from 'fastest-levenshtein'
import { EXIT, UserError } from '../../errors/index.ts'
import type { ExitCode } from '../../errors/index.ts'
import type { LabOptions } from '../types.ts'
import { wantedDriver } from './choose-driver.ts'
import { doctor } from './doctor.ts'
import { showLogs } from './logs.ts'
import { labStatus, openLab, resetLab, stopLab } from './running.ts'
import { inventoryYaml } from './ssh-config.ts'
import { labName } from './lab-name.ts'
import { sshToMachine } from './ssh-session.ts'
import { startLab } from './start.ts'
import { statusLines } from './status-text.ts'

type Print = (line: string) => void

interface Verb {
  readonly words: string
  readonly does: string
  readonly run: (args: readonly string[], name: string | undefined, print: Print) => Promise<number>
}

const VERBS: Readonly<Record<string, Verb>> = {
  up: {
    words: 'up [--driver NAME]',
    does: 'start the lab (the first time: build it); when it is up, show its status',
    run: up,
  },
  status: { words: 'status', does: 'machines, addresses, services', run: status },
  ssh: { words: 'ssh HOST [COMMAND…]', does: 'a shell on a machine, or one command', run: ssh },
  logs: {
    words: 'logs [HOST]',
    does: "the keeper's log, a machine's console, or (mirror) all that was downloaded",
    run: logs,
  },
  inventory: {
    words: 'inventory',
    does: 'the machines as a file for --inventory, as if they were your own',
    run: inventory,
  },
  reset: { words: 'reset', does: 'fresh, blank machines; everything in them is lost', run: reset },
  down: { words: 'down', does: 'power the machines off; their disks stay for the next up', run: down },
  doctor: { words: 'doctor', does: 'what this computer has, what is cached, what would be built', run: runDoctor },
}

/**
 * Runs one command of the lab and gives its exit status: that of the command for `ssh HOST COMMAND`.
 * @throws UserError for words that it does not know.
 */
export async function labCommand(argv: readonly string[], print: Print): Promise<number> {
  const { name, rest } = takeName(argv)
  const [word, ...args] = rest
  if (word === undefined || word === 'help' || word === '--help' || word === '-h') {
    for (const line of usage()) print(line)
    return word === undefined ? EXIT.usage : EXIT.done
  }
  const verb = Object.entries(VERBS).find(([known]) => known === word)?.[1]
  if (verb === undefined) {
    throw new UserError(
      `lab: unknown command "${word}"`,
      `did you mean "${closest(word, Object.keys(VERBS))}"? It knows: ${Object.keys(VERBS).join(', ')}`,
    )
  }
  return verb.run(args, name, print)
}

/** `--name NAME` may stand before the verb or right after it, not within the words of an `ssh` command. */
export function takeName(argv: readonly string[]): {
  readonly name: string | undefined
  readonly rest: readonly string[]
} {
  const at = argv[0] === '--name' ? 0 : argv[1] === '--name' ? 1 : -1
  if (at === -1) return { name: undefined, rest: argv }
  const name = argv[at + 1]
  if (name === undefined)
    throw new UserError('lab: --name needs a name', 'for example: npm run lab -- up --name second')
  return { name: labName(name), rest: [...argv.slice(0, at), ...argv.slice(at + 2)] }
}

function usage(): string[] {
  const verbs = Object.values(VERBS).map(({ words, does }) => `  ${words.padEnd(24)}${does}`)
  return [
    'npm run lab -- COMMAND [--name NAME]',
    '',
    ...verbs,
    '',
    'up --driver qemu|uml|qemu-tcg: the kind of virtual machines ($K8S101_DRIVER; default: the first of qemu and uml that',
    'boots here; qemu-tcg emulates, slowly). up --only HOST: this machine alone; may be given again.',
    'The name tells labs apart that run side by side (default: $K8S101_LAB, or "default").',
  ]
}

async function up(args: readonly string[], name: string | undefined, print: Print): Promise<ExitCode> {
  const options = upOptions(args)
  const started = performance.now()
  const log = (line: string): void => {
    const [first = '', ...more] = line.split('\n')
    print(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${first}`)
    for (const text of more) print(`         ${text}`)
  }
  await startLab({ topology: 'single', log, ...options, ...(name === undefined ? {} : { name }) })
  return status([], name, print)
}

function upOptions(args: readonly string[]): Pick<LabOptions, 'driver' | 'only'> {
  const { values, positionals } = parseWords(args)
  noWords('up', positionals)
  const driver = wantedDriver(values.driver)
  const { only } = values
  return { ...(driver === undefined ? {} : { driver }), ...(only === undefined ? {} : { only }) }
}

function parseWords(args: readonly string[]) {
  const options = { driver: { type: 'string' }, only: { type: 'string', multiple: true } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const [why = ''] = error instanceof Error ? error.message.split('. ') : []
    throw new UserError(`lab up: ${why}`, 'npm run lab -- help shows what there is')
  }
}

async function status(args: readonly string[], name: string | undefined, print: Print): Promise<ExitCode> {
  noWords('status', args)
  for (const line of statusLines(labName(name), await labStatus(name))) print(line)
  return EXIT.done
}

function ssh(args: readonly string[], name: string | undefined): Promise<number> {
  const [host, ...words] = args
  if (host === undefined) throw new UserError('lab ssh: which machine?', 'for example: npm run lab -- ssh master')
  return sshToMachine(name, host, words)
}

async function logs(args: readonly string[], name: string | undefined, print: Print): Promise<ExitCode> {
  noWords('logs HOST', args.slice(1))
  await showLogs(name, args[0], print)
  return EXIT.done
}

async function inventory(args: readonly string[], name: string | undefined, print: Print): Promise<ExitCode> {
  noWords('inventory', args)
  print(inventoryYaml((await openLab(name)).inventory))
  return EXIT.done
}

async function reset(args: readonly string[], name: string | undefined, print: Print): Promise<ExitCode> {
  noWords('reset', args)
  await resetLab(name, print)
  return status([], name, print)
}

async function down(args: readonly string[], name: string | undefined, print: Print): Promise<ExitCode> {
  noWords('down', args)
  const was = await stopLab(name, print)
  print(was ? `lab "${labName(name)}" is down` : `lab "${labName(name)}" was not up; nothing of it runs`)
  return EXIT.done
}

async function runDoctor(args: readonly string[], _name: string | undefined, print: Print): Promise<ExitCode> {
  noWords('doctor', args)
  return doctor(print)
}

function noWords(verb: string, args: readonly string[]): void {
  const [first] = args
  if (first === undefined) return
  throw new UserError(`lab ${verb}: unexpected word "${first}"`, 'npm run lab -- help shows what there is')
}
