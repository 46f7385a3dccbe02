/** What is a secret by its shape, captured or not, as it stands or in base64. Pure. */

export const MASK = '«masked»'

/** Always masked. A key block is masked from its first line to its last. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // kubeadm bootstrap token, https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/
  [/(?<![a-z0-9.])[a-z0-9]{6}\.[a-z0-9]{16}(?![a-z0-9.])/g, MASK],
  // Its second half, as its Secret has it.
  [/(token-secret"?: *"?)[A-Za-z0-9+/=]+/g, `$1${MASK}`],
  [/(--certificate-key[= ]+|certificateKey"?: *"?|[Cc]ertificate key:? *)[0-9a-f]{64}/g, `$1${MASK}`],
  [/(client-key-data"?: *"?)[A-Za-z0-9+/=]+/g, `$1${MASK}`],
]
/** Whether there is any of them: a line seldom has one, and looking for each takes most of the time of a step that prints much. */
const ANY_SHAPE = new RegExp(SHAPES.map(([{ source }]) => `(?:${source})`).join('|'))
/** A certificate key stands alone on a line in kubeadm's output; a difference puts a sign before it. */
const LONE_KEY = /^[ \t]*(?:[-+][ \t]+)?[0-9a-f]{64}[ \t\r]*$/m
// A step may print lines that are made to be slow to search: no repetition here can be tried at more than a few places.
const KEY_BEGIN = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,40}-----/
const KEY_END = /-----END [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,40}-----/

/** Where a JSON Web Token may be: three parts in base64, the first a JSON object. */
const DOTTED = /[\w.-]{21,}/g
const JWT_BEGIN = /\beyJ[\w-]{8}/

/** Part by part, as one expression for it would be slow where there are many beginnings and no dot. */
function maskJwts(text: string): string {
  if (!text.includes('eyJ')) return text
  return text.replaceAll(DOTTED, (run) => {
    const parts = run.split('.')
    for (let at = 0; at + 2 < parts.length; at++) {
      const from = parts[at]?.search(JWT_BEGIN) ?? -1
      if (from === -1 || (parts[at + 1]?.length ?? 0) < 8) continue
      parts.splice(at, 3, `${parts[at]?.slice(0, from) ?? ''}${MASK}`)
    }
    return parts.join('.')
  })
}

function hasShape(text: string): boolean {
  return ANY_SHAPE.test(text) || KEY_BEGIN.test(text) || LONE_KEY.test(text) || maskJwts(text) !== text
}

/** Long enough to encode any of them, as in a Secret's data; both alphabets of base64. */
const BASE64 = /[A-Za-z0-9+/_-]{28,}=*/
const EACH_BASE64 = new RegExp(BASE64, 'g')
/** base64 of base64 of base64. */
const DEPTH = 3

/** Whether a line begins a key block, and whether it also ends it. */
export function keyBlockIn(line: string): { readonly from: number; readonly ends: boolean } | undefined {
  const from = line.search(KEY_BEGIN)
  return from === -1 ? undefined : { from, ends: KEY_END.test(line) }
}

export function endsKeyBlock(line: string): boolean {
  return KEY_END.test(line)
}

/** A line without what has the shape of a secret, or that of base64 in which `isSecret` finds one. */
export function maskShapes(line: string, isSecret: (text: string) => boolean): string {
  let masked = maskJwts(line)
  if (ANY_SHAPE.test(masked)) for (const [shape, replacement] of SHAPES) masked = masked.replaceAll(shape, replacement)
  if (BASE64.test(masked)) masked = masked.replaceAll(EACH_BASE64, (run) => (encodesSecret(run, isSecret) ? MASK : run))
  return LONE_KEY.test(masked) ? MASK : masked
}

/** Whether a run of base64 encodes a secret, wherever in the encoded text it begins. */
export function encodesSecret(run: string, isSecret: (text: string) => boolean, depth = 1): boolean {
  // What stands before the encoded text may be of the same alphabet: its first four bits may be anywhere.
  for (let skip = 0; skip < 4; skip++) {
    const text = Buffer.from(skip === 0 ? run : run.slice(skip), 'base64').toString('latin1')
    if (hasShape(text) || isSecret(text)) return true
    if (depth === DEPTH || !BASE64.test(text)) continue
    const inner = text.replaceAll(/\r?\n[ \t]*/g, '').match(EACH_BASE64) ?? []
    if (inner.some((one) => encodesSecret(one, isSecret, depth + 1))) return true
  }
  return false
}
