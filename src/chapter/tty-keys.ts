/** What a `tty` step types, as a small language: `until '# ' 'nginx -v' Enter until 'nginx version' C-d`. */
import { suggest } from '../errors/suggest.ts'
import type { ValueProblem } from './types.ts'

/** `until`: wait for this text in the output that came after what was waited for before. `send`: these bytes. */
export type TtyAction = { readonly until: string } | { readonly send: string }

/** Names of keys that are no letters, with what a terminal sends for them. `C-a` to `C-z` come beside them. */
export const TTY_KEYS: Readonly<Record<string, string>> = {
  Enter: '\r',
  Tab: '\t',
  Esc: '\u001B',
  Space: ' ',
  Backspace: '\u007F',
  Delete: '\u001B[3~',
  Up: '\u001B[A',
  Down: '\u001B[B',
  Right: '\u001B[C',
  Left: '\u001B[D',
  Home: '\u001B[H',
  End: '\u001B[F',
  PageUp: '\u001B[5~',
  PageDown: '\u001B[6~',
}

const FORM = "for example tty=\"until '# ' 'ls' Enter C-d\": texts in quotes, names of keys, until 'text'"

/** The actions in order, or what is wrong with the text. */
export function parseTtyKeys(
  text: string,
): { readonly actions: readonly TtyAction[] } | { readonly problem: ValueProblem } {
  const actions: TtyAction[] = []
  let waiting = false
  for (const token of tokensOf(text)) {
    const quoted = quotedIn(token)
    if (waiting) {
      if (quoted === undefined || quoted === '')
        return wrong(`until is followed by ${shown(token)}`, `expected a text in quotes, ${FORM}`)
      actions.push({ until: quoted })
      waiting = false
    } else if (token === 'until') waiting = true
    else {
      const send = quoted ?? keyBytes(token)
      if (send === undefined) return unknownKey(token)
      if (send !== '') actions.push({ send })
    }
  }
  if (waiting) return wrong('until stands at the end', `it waits for a text in quotes, ${FORM}`)
  if (!actions.some((action) => 'send' in action)) return wrong('nothing is typed', FORM)
  return { actions }
}

/** What a reader types, in order, of a text that {@link parseTtyKeys} took: texts without their quotes, and names of keys. */
export function typedKeys(text: string): { readonly text: string; readonly isKey: boolean }[] {
  return tokensOf(text)
    .filter((token, at, all) => token !== 'until' && all[at - 1] !== 'until')
    .map((token) => {
      const quoted = quotedIn(token)
      return { text: quoted ?? token, isKey: quoted === undefined }
    })
}

function tokensOf(text: string): string[] {
  return [...text.matchAll(/'[^']*'|"[^"]*"|\S+/gu)].map(([token]) => token)
}

function quotedIn(token: string): string | undefined {
  return /^(['"])(.*)\1$/su.exec(token)?.[2]
}

function keyBytes(name: string): string | undefined {
  const control = /^C-([a-z])$/u.exec(name)?.[1]
  if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) - 96)
  return Object.hasOwn(TTY_KEYS, name) ? TTY_KEYS[name] : undefined
}

function unknownKey(token: string): { readonly problem: ValueProblem } {
  if (/^['"]|['"]$/u.test(token)) return wrong(`${shown(token)} has a quote that nothing closes`, FORM)
  const known = suggest(token, [...Object.keys(TTY_KEYS), 'until', 'C-c', 'C-d'], 'keys')
  return wrong(`${shown(token)} is no key`, `${known}; a text stands in quotes: '${token}'`)
}

function wrong(message: string, hint: string): { readonly problem: ValueProblem } {
  return { problem: { message, hint } }
}

function shown(token: string): string {
  return JSON.stringify(token)
}
