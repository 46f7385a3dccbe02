/** What a terminal would have shown of a text: without control sequences, in linear time whatever the text is. Pure. */

/**
 * Sequences that a terminal obeys, by ECMA-48, 8-bit forms too: strings with their end (titles, links, device control), then
 * CSI, then other escapes. A string without an end in its line is no sequence: what it says is shown. Node's own
 * stripVTControlCharacters takes minutes for a mebibyte of those.
 */
const SEQUENCE =
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  /(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u0080-\u009F\n]*(?:\u0007|\u001B\\|\u009C)|(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|\u001B[ -/]*[0-~]/g

/** What stripping could take away; a tab stays. */
const CONTROL = /(?!\t)\p{Cc}/u

/** Longest line of `plainText`. */
const PLAIN_LINE = 1000

/** A text without colours and other sequences; single control characters stay. */
export function withoutSequences(text: string): string {
  return text.replaceAll(SEQUENCE, '')
}

/** What a terminal showed, as lines: without control sequences, each line in its last state. */
export function terminalText(text: string): string {
  return text.split('\n').map(lastState).join('\n')
}

/** Words made of what a host printed, to be shown: nothing in them moves the cursor, and no line is very long. */
export function plainText(text: string): string {
  return terminalText(text)
    .split('\n')
    .map((line) => (line.length > PLAIN_LINE ? `${line.slice(0, PLAIN_LINE)} (line cut)` : line))
    .join('\n')
}

/** A line without colours and other sequences, as it stood in the end: carriage returns and backspaces obeyed. */
export function lastState(line: string): string {
  if (!CONTROL.test(line)) return line
  const states = withoutSequences(line).split('\r')
  const last = states.findLast((state) => state !== '') ?? ''
  return withoutErased(last).replaceAll(/(?!\t)\p{Cc}/gu, '')
}

/** A backspace takes away the character before it, if there is one left. */
function withoutErased(line: string): string {
  if (!line.includes('\b')) return line
  const kept: string[] = []
  for (const character of line) {
    if (character === '\b') kept.pop()
    else kept.push(character)
  }
  return kept.join('')
}
