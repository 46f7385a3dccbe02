/** The commands of the lab, one entry each, and what a person reads of them. */
import { EXIT, UserError } from '../../errors/index.ts'
import type { ExitCode } from '../../errors/index.ts'
import { inventoryYaml } from '../../transport/index.ts'
import type { StaleState } from '../types.ts'
import { listArtefacts } from './artefact-list.ts'
import { clean } from './clean.ts'
import { doctor } from './doctor.ts'
import { writeKubeconfig } from './kubeconfig.ts'
import { labName } from './lab-name.ts'
import { showLogs } from './logs.ts'
import { labStatus, openLab, resetLab, stopLab } from './running.ts'
import { removeSnapshot, snapshotLines, takeSnapshot } from './snapshots.ts'
import { sshToMachine } from './ssh-session.ts'
import { startLab } from './start.ts'
import { statusLines } from './status-text.ts'
import { parseUpOptions } from './up-options.ts'

export type Print = (line: string) => void

interface Given {
  readonly name: string | undefined
  readonly print: Print
  readonly staleState: StaleState
}

interface Verb {
  readonly name: string
  /** Another word for it. */
  readonly also?: string
  readonly words: string
  readonly does: string
  readonly more?: readonly string[]
  readonly run: (args: readonly string[], given: Given) => Promise<number>
}

export const VERBS: readonly Verb[] = [
  {
    name: 'up',
    words: 'up [OPTION…]',
    does: 'start the lab (the first time: build it); when it is up, show its status',
    more: [
      '--topology single|ha   one control plane and two nodes, or three and one',
      '--runtime crio         or NAME=RUNTIME: what the book installs (else containerd)',
      '--memory master=3G     a machine, a role, or without NAME= every machine',
      '--driver qemu|uml      the kind of machines (else $K8S101_DRIVER, as last time, or what',
      '                       boots here); qemu-tcg emulates, slowly',
      '--only HOST            this machine of the topology alone; may be given again',
      '--with NAME,…          extras of the mirror (doctor --list names them)',
      '--fresh                throws away what the machines hold',
    ],
    run: up,
  },
  { name: 'status', words: 'status', does: 'machines, addresses, services, what they hold', run: status },
  { name: 'ssh', words: 'ssh HOST [COMMAND…]', does: 'a shell on a machine, or one command', run: ssh },
  {
    name: 'logs',
    words: 'logs [HOST]',
    does: "the keeper's log, a machine's console, or (mirror) all that was downloaded",
    run: logs,
  },
  { name: 'snapshot', words: 'snapshot NAME', does: 'keep what the machines hold; boots them again', run: snapshot },
  { name: 'restore', words: 'restore NAME', does: 'go back to a snapshot; what they hold now is lost', run: restore },
  { name: 'snapshots', also: 'list', words: 'snapshots', does: 'the snapshots of this lab (also: list)', run: list },
  { name: 'snapshot-rm', also: 'rm', words: 'snapshot-rm NAME', does: 'remove a snapshot (also: rm)', run: remove },
  {
    name: 'kubeconfig',
    words: 'kubeconfig [FILE]',
    does: "a kubeconfig with which this computer's own kubectl reaches the cluster",
    run: kubeconfig,
  },
  {
    name: 'inventory',
    words: 'inventory',
    does: 'the machines as a file for --inventory, as if they were your own',
    run: inventory,
  },
  { name: 'reset', words: 'reset', does: 'fresh, blank machines; everything in them is lost', run: reset },
  { name: 'down', words: 'down', does: 'power the machines off; their disks stay for the next up', run: down },
  {
    name: 'clean',
    words: 'clean [--all] [--dry-run]',
    does: 'free what is stale or half built, and blank disks of labs that are down',
    more: ['--all                 everything that no running lab uses: cache, disks, snapshots'],
    run: runClean,
  },
  {
    name: 'doctor',
    words: 'doctor [--list]',
    does: 'what this computer has, what is cached, what would be built; each artefact',
    run: runDoctor,
  },
]

async function up(args: readonly string[], given: Given): Promise<ExitCode> {
  const { name, print } = given
  const again = ['npm run lab -- up', ...args.filter((word) => word !== '--fresh')].join(' ')
  await startLab({ ...parseUpOptions(args), ...named(name), again, log: timed(print) })
  return status([], given)
}

async function status(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  noWords('status', args)
  const found = await labStatus(name)
  for (const line of statusLines(labName(name), found)) print(line)
  return EXIT.done
}

function ssh(args: readonly string[], { name }: Given): Promise<number> {
  const [host, ...words] = args
  if (host === undefined) throw new UserError('lab ssh: which machine?', 'for example: npm run lab -- ssh master')
  return sshToMachine(name, host, words)
}

async function logs(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  noWords('logs HOST', args.slice(1))
  await showLogs(name, args[0], print)
  return EXIT.done
}

async function snapshot(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  await takeSnapshot(name, oneWord('snapshot', args), timed(print))
  return EXIT.done
}

async function restore(args: readonly string[], given: Given): Promise<ExitCode> {
  const { name, print } = given
  await startLab({ ...named(name), snapshot: oneWord('restore', args), log: timed(print) })
  return status([], given)
}

async function list(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  noWords('snapshots', args)
  for (const line of await snapshotLines(name)) print(line)
  return EXIT.done
}

async function remove(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  await removeSnapshot(name, oneWord('snapshot-rm', args), print)
  return EXIT.done
}

async function kubeconfig(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  noWords('kubeconfig FILE', args.slice(1))
  const file = await writeKubeconfig(name, args[0])
  print(`export KUBECONFIG=${/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`}`)
  return EXIT.done
}

async function inventory(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  noWords('inventory', args)
  print(inventoryYaml((await openLab(name)).inventory))
  return EXIT.done
}

async function reset(args: readonly string[], given: Given): Promise<ExitCode> {
  const { name, print } = given
  noWords('reset', args)
  await resetLab(name, timed(print))
  return status([], given)
}

async function down(args: readonly string[], { name, print }: Given): Promise<ExitCode> {
  noWords('down', args)
  const was = await stopLab(name, print)
  print(was ? `lab "${labName(name)}" is down` : `lab "${labName(name)}" was not up; nothing of it runs`)
  return EXIT.done
}

async function runClean(args: readonly string[], { print, staleState }: Given): Promise<ExitCode> {
  const [all, dryRun] = [args.includes('--all'), args.includes('--dry-run')]
  noWords(
    'clean',
    args.filter((word) => word !== '--all' && word !== '--dry-run'),
  )
  await clean({ all, dryRun }, staleState, print)
  return EXIT.done
}

async function runDoctor(args: readonly string[], { print }: Given): Promise<ExitCode> {
  const [first, ...more] = args
  noWords('doctor', first === '--list' ? more : args)
  return first === '--list' ? listArtefacts(print) : doctor(print)
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name }
}

/** Lines with the seconds since now in front. */
function timed(print: Print): Print {
  const started = performance.now()
  return (line) => {
    const [first = '', ...more] = line.split('\n')
    print(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${first}`)
    for (const text of more) print(`         ${text}`)
  }
}

function oneWord(verb: string, args: readonly string[]): string {
  const [word, ...more] = args
  if (word === undefined) throw new UserError(`lab ${verb}: which snapshot?`, `npm run lab -- ${verb} NAME`)
  noWords(`${verb} NAME`, more)
  return word
}

function noWords(verb: string, args: readonly string[]): void {
  const [first] = args
  if (first === undefined) return
  throw new UserError(`lab ${verb}: unexpected word "${first}"`, 'npm run lab -- help shows what there is')
}
