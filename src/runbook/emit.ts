/** A runbook as a readable .mjs file: plain data, the scripts as template literals, one call into the runner. */
import type { Exercise, Item, Runbook } from './types.ts'

const RULE_WIDTH = 100

/** The first words of every generated file; a file that has them not is never touched. */
export const GENERATED_MARK = '// Generated from '

/** Text of `runbooks/<id>.mjs`. Importing it gives the runner a value deeply equal to `runbook`. */
export function emitRunbook(runbook: Runbook): string {
  const { items, exercises, ...head } = runbook
  const page = items.findLast((item) => item.id.startsWith(`${runbook.page}/`))
  const from = page?.source.file ?? `content/docs/${runbook.page}.mdx`
  return [
    '#!/usr/bin/env zx',
    `${GENERATED_MARK}${oneLine(from)} by \`npm run extract\`; edit the chapter, not this file.`,
    `// ${oneLine(runbook.title.ko)} / ${oneLine(runbook.title.en)}`,
    `// Run it with: npx zx runbooks/${runbook.id}.mjs --help`,
    "import { runbook } from '../src/runner/entry.mjs'",
    '',
    'await runbook({',
    ...Object.entries(head).map(([key, value]) => `  ${property(key, value, '  ')},`),
    '  items: [',
    ...items.flatMap((item, at) => [...headings(item, items[at - 1]), ...itemLines(item, '    ')]),
    '  ],',
    ...(exercises === undefined ? [] : ['  exercises: [', ...exercises.flatMap(exerciseLines), '  ],']),
    '})',
    '',
  ].join('\n')
}

/** Rule and heading before an item where page or section change. */
function headings(item: Item, before: Item | undefined): string[] {
  const { file } = item.source
  const newPage = before?.source.file !== file
  const newSection = newPage || before.title.ko !== item.title.ko
  const rule = `    // ── ${oneLine(file)} `
  return [
    ...(newPage ? ['', rule.padEnd(RULE_WIDTH, '─')] : []),
    ...(newSection ? ['', `    // ${oneLine(item.title.ko)} / ${oneLine(item.title.en)}`] : []),
  ]
}

function exerciseLines({ items, ...head }: Exercise): string[] {
  return [
    '',
    `    // ${oneLine(head.title.ko)} / ${oneLine(head.title.en)}`,
    '    {',
    ...Object.entries(head).map(([key, value]) => `      ${property(key, value, '      ')},`),
    '      items: [',
    ...items.flatMap((item) => itemLines(item, '        ')),
    '      ],',
    '    },',
  ]
}

function itemLines(item: Item, indent: string): string[] {
  const inner = `${indent}  `
  return [`${indent}{`, ...grouped(item, inner).map((line) => `${inner}${line}`), `${indent}},`]
}

/** Properties that share a line where they are there; others have one each. */
const LINES: readonly (readonly string[])[] = [
  ['type', 'id', 'part'],
  ['source'],
  ['title'],
  ['lead'],
  ['on', 'distro', 'runtime'],
  ['path', 'write', 'mode', 'subst'],
  ['script'],
  ['text'],
  ['expect'],
  ['background'],
  ['tty'],
  ['creates'],
  ['unless'],
  ['exit', 'order', 'timeoutSeconds', 'retrySeconds', 'rebootSeconds', 'phase', 'idempotent', 'captures', 'secrets'],
]

function grouped(item: Item, indent: string): string[] {
  const entries = new Map<string, unknown>(Object.entries(item))
  const rest = [...entries.keys()].filter((key) => !LINES.some((line) => line.includes(key)))
  return [...LINES, ...rest.map((key) => [key])].flatMap((keys) => {
    const parts = keys.filter((key) => entries.has(key)).map((key) => `${property(key, entries.get(key), indent)},`)
    return parts.length === 0 ? [] : [parts.join(' ')]
  })
}

function property(key: string, value: unknown, indent: string): string {
  return `${/^[A-Za-z_$][\w$]*$/u.test(key) ? key : quoted(key)}: ${literal(value, indent)}`
}

/** JavaScript source of a plain value. */
function literal(value: unknown, indent: string): string {
  if (typeof value === 'string') return value.includes('\n') ? template(value) : quoted(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((part: unknown) => literal(part, inner))
    : Object.entries(value).map(([key, part]) => property(key, part, inner))
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }']
  if (parts.length === 0) return Array.isArray(value) ? '[]' : '{}'
  const line = `${open}${parts.join(', ')}${close}`
  return line.length + indent.length <= RULE_WIDTH && !line.includes('\n') ? line : spread(parts, value, indent)
}

function spread(parts: readonly string[], value: object, indent: string): string {
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${parts.map((part) => `${indent}  ${part},\n`).join('')}${indent}${close}`
}

/** A string in single quotes where that is plain, else as JSON (which is JavaScript, escapes and all). */
function quoted(text: string): string {
  if (isUnprintable(text) || text.includes('\\')) return escapeUnprintable(JSON.stringify(text))
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`
}

/**
 * A template literal that reads like the script. Backslashes stand as they are (String.raw) where nothing else needs an
 * escape; a carriage return always does, since a template turns CRLF into LF.
 */
function template(text: string): string {
  const needsEscape = /`|\$\{/u.test(text) || text.endsWith('\\') || isUnprintable(text)
  if (!needsEscape) return text.includes('\\') ? `String.raw\`${text}\`` : `\`${text}\``
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  return `\`${escapeUnprintable(escaped)}\``
}

/**
 * Control characters (tab and newline aside), line separators, the byte-order mark and halves of surrogate pairs: what an
 * editor or a checkout could change unseen.
 */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\u2028\u2029\uFEFF]|\p{Surrogate}/gu

function isUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) >= 0
}

function escapeUnprintable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
