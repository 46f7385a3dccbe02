/** The few places where the runner itself reads a shell variable: file texts, paths, and who uses what. */

/** Replaces `${NAME}` for the listed names only; everything else stays as it is. */
export function substitute(text: string, names: readonly string[], values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) =>
    names.includes(name) && Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  )
}

/** A path of `creates` or `file`: `~`, `$HOME` and the runbook's variables, as a shell would read it. */
export function expandPath(path: string, home: string, values: Readonly<Record<string, string>>): string {
  const known: Readonly<Record<string, string>> = { ...values, HOME: home }
  const full = path.replace(/^~(?=\/|$)/, () => home)
  return full.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? ''
    return Object.hasOwn(known, name) ? (known[name] ?? whole) : whole
  })
}

/** Whether a shell text reads a variable. */
export function usesVariable(text: string, name: string): boolean {
  return new RegExp(String.raw`\$(?:\{[#!]?${name}\b|${name}\b)`).test(text)
}
