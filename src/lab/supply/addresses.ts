/** Whether a text asks for an address of the mirror, and whether a request is for one. Pure. */

/** `docker.io/library/nginx:1.22` in its parts; undefined for an address of files. */
function imageParts(address: string): { readonly name: string; readonly tag: string } | undefined {
  const [, name, tag] = /^([\w.-]+\.io\/[\w./-]+):([\w.-]+)$/.exec(address) ?? []
  return name === undefined || tag === undefined ? undefined : { name, tag }
}

/** The ways to write an image of Docker's registry; others have one. */
function spellings(name: string): readonly string[] {
  if (!name.startsWith('docker.io/')) return [name]
  const short = name.slice('docker.io/'.length)
  const official = short.startsWith('library/') ? [short.slice('library/'.length)] : []
  return [name, short, ...official, ...official.map((word) => `docker.io/${word}`)]
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

/** True when the text names an address that begins like `address`, or the image. */
export function asksFor(text: string, address: string): boolean {
  const image = imageParts(address)
  if (image === undefined) {
    const folder = address.endsWith('/')
    const start = escaped(folder ? address.slice(0, -1) : address)
    return new RegExp(String.raw`(?<![\w.-])${start}${folder ? String.raw`(?=[/\s"']|$)` : ''}`, 'm').test(text)
  }
  return spellings(image.name).some((name) => namesImage(text, name, image.tag))
}

/** An image without a tag is `latest`; a bare word is an image only where a command or a manifest says so. */
function namesImage(text: string, name: string, tag: string): boolean {
  const before = String.raw`(?<![\w./-])`
  const after = String.raw`(?![\w.:@/-])`
  if (new RegExp(`${before}${escaped(name)}:${escaped(tag)}${after}`).test(text)) return true
  if (tag !== 'latest') return false
  const said = name.includes('.') ? before : String.raw`(?:image[:=]\s*|--image\s+|\bpull\s+)["']?`
  return new RegExp(`${said}${escaped(name)}${after}`).test(text)
}

/** True when the mirror, asked for `path` at `host`, would find it below `address`. */
export function answers(address: string, host: string, path: string): boolean {
  const [, repository, reference] = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(path) ?? []
  if (repository === undefined) return `${host}${path}`.startsWith(address)
  const registry = /^(registry-1|index)\.docker\.io$/.test(host) ? 'docker.io' : host
  return `${registry}/${repository}:${reference ?? ''}` === address
}

/**
 * The texts with `$NAME` and `${NAME}` replaced by the plain values that any of them assigns (`NAME=value`); a text is
 * given once for each value, a name that nobody assigns stays.
 */
export function withValues(texts: readonly string[]): readonly string[] {
  const values = new Map<string, Set<string>>()
  for (const [, name = '', value = ''] of texts.join('\n').matchAll(/\b([A-Za-z_]\w*)=["']?([\w.:/@-]+)/g)) {
    values.set(name, (values.get(name) ?? new Set()).add(value))
  }
  return texts.flatMap((text) => {
    let variants = [text]
    for (const [name, known] of values) {
      const reference = new RegExp(String.raw`\$(?:\{${name}\}|${name}(?!\w))`, 'g')
      if (!reference.test(text)) continue
      variants = variants.flatMap((one) => [...known].map((value) => one.replaceAll(reference, () => value)))
      // A page that assigns one name many times: enough is enough.
      variants = variants.slice(0, 64)
    }
    return variants
  })
}
