/** Tells from its words whether a command only reads, and whether it prints on stdout. */
import { CHANGING_READERS, KUBECTL_READS, READERS, SILENT, SILENT_WHEN, SUBCOMMAND_READERS } from './effect-tables.ts'
import type { ShellCommand, ShellScan } from './scan.ts'

/** The first command of a script that may change something, or undefined. */
export function firstChange(scan: ShellScan): ShellCommand | undefined {
  return scan.commands.find((command) => !onlyReads(command))
}

/** True where some command of the script puts something on stdout. */
export function prints(scan: ShellScan): boolean {
  return scan.commands.some((command) => command.depth === 0 && !command.piped && printsOnStdout(command))
}

/** Words without `sudo`, `env`, `timeout` and their like in front. */
function withoutWrappers(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  switch (first) {
    case 'sudo':
      return withoutWrappers(dropOptions(rest, ['-u', '-g', '--user', '--group']))
    case 'env':
      return withoutWrappers(dropOptions(rest, ['-u']).filter((word, at, all) => !isLeadingAssignment(all, at, word)))
    case 'timeout':
      return withoutWrappers(dropOptions(rest, ['-k', '-s']).slice(1))
    case 'nice':
    case 'xargs':
      return withoutWrappers(dropOptions(rest, ['-n', '-I', '-L', '-P']))
    case 'command':
      return rest[0] === '-v' || rest[0] === '-V' ? words : withoutWrappers(rest)
    case 'nohup':
    case 'exec':
      return withoutWrappers(rest)
    default:
      return words
  }
}

function isLeadingAssignment(words: readonly string[], at: number, word: string): boolean {
  return word.includes('=') && words.slice(0, at).every((before) => before.includes('='))
}

function dropOptions(words: readonly string[], withValue: readonly string[]): readonly string[] {
  let at = 0
  while (words[at]?.startsWith('-')) at += withValue.includes(words[at] ?? '') ? 2 : 1
  return words.slice(at)
}

function onlyReads(command: ShellCommand): boolean {
  if (command.redirects.some(writesFile)) return false
  const [program = '', ...args] = withoutWrappers(command.words)
  const name = program.replace(/^.*\//u, '')
  const joined = args.join(' ')
  if (args.length > 0 && args.every((arg) => /^(?:--version|-V|--help|-h|version)$/u.test(arg))) return true
  if (name === 'kubectl') return kubectlOnlyReads(args, command)
  const changes = CHANGING_READERS[name]
  if (changes !== undefined) return !changes.test(joined)
  const reads = SUBCOMMAND_READERS[name]
  if (reads !== undefined) return startsWithAny(args.filter((arg) => !arg.startsWith('-')).join(' '), reads)
  return READERS.has(name) || name === ''
}

/** `kubectl exec POD -- COMMAND` does what the command does. */
function kubectlOnlyReads(args: readonly string[], command: ShellCommand): boolean {
  const end = args.indexOf('--')
  const words = withoutKubectlOptions(end === -1 ? args : args.slice(0, end))
  if (end !== -1 && startsWithAny(words, ['exec'])) return onlyReads({ ...command, words: args.slice(end + 1) })
  return startsWithAny(words, KUBECTL_READS)
}

function writesFile(redirect: { operator: string; target: string }): boolean {
  if (!redirect.operator.includes('>')) return false
  if (redirect.operator.endsWith('>&')) return !/^(?:\d|-)$/u.test(redirect.target)
  return !/^\/dev\/(?:null|stdout|stderr)$/u.test(redirect.target)
}

function startsWithAny(text: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => text === prefix || text.startsWith(`${prefix} `))
}

function withoutKubectlOptions(args: readonly string[]): string {
  const words: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (/^(?:-n|-o|-l|-s|-A|--namespace|--kubeconfig|--context|--as|--server)$/u.test(arg)) at += arg === '-A' ? 0 : 1
    else if (!arg.startsWith('-')) words.push(arg)
  }
  return words.join(' ')
}

function printsOnStdout(command: ShellCommand): boolean {
  if (command.redirects.some(takesStdout)) return false
  const [program = '', ...args] = withoutWrappers(command.words)
  const name = program.replace(/^.*\//u, '')
  if (name === '' || SILENT.has(name)) return false
  return !(SILENT_WHEN[name]?.test(args.join(' ')) ?? false)
}

function takesStdout(redirect: { operator: string; target: string }): boolean {
  return /^(?:1?>>?|1?>\||&>>?|1?>&)$/u.test(redirect.operator)
}
