/** What is wrong with a page, shown in the page while it is written: a list at the top, and a box at each place. */
import type { Blockquote, Code, Nodes, Paragraph, Root } from 'mdast'
import type { Lang } from '../../chapter/types.ts'
import type { Problem } from '../../errors/index.ts'
import { WORDS } from '../words.ts'
import { box, words } from './elements.ts'

/** Boxes by the node before which they stand. */
export type Faults = ReadonlyMap<Nodes, readonly Blockquote[]>

/** Before which node each problem is shown: its fence, else the block of the page that it is in, else the last one. */
export function faultsIn(root: Root, codes: readonly Code[], problems: readonly Problem[], lang: Lang): Faults {
  const faults = new Map<Nodes, Blockquote[]>()
  const add = (node: Nodes | undefined, shown: Blockquote): void => {
    if (node !== undefined) faults.set(node, [...(faults.get(node) ?? []), shown])
  }
  if (problems.length > 0) add(root.children[0], list(problems, lang))
  for (const [at, problem] of problems.entries()) {
    const holds = (node: Nodes): boolean => (node.position?.end.line ?? 0) >= problem.line
    const code = codes.find((node) => holds(node) && (node.position?.start.line ?? Infinity) <= problem.line)
    add(code ?? root.children.find(holds) ?? root.children.at(-1), fault(problem, at))
  }
  return faults
}

function list(problems: readonly Problem[], lang: Lang): Blockquote {
  const lines = problems.map((problem, at) => link(`#fault-${at + 1}`, `${placeOf(problem)}: ${problem.message}`))
  return box({ class: 'faults not-content', role: 'alert' }, [
    words('p', { class: 'fault-title' }, WORDS[lang].faults(problems.length)),
    ...lines,
  ])
}

function fault(problem: Problem, at: number): Blockquote {
  return box({ class: 'fault not-content', id: `fault-${at + 1}` }, [
    words('p', { class: 'fault-place' }, placeOf(problem)),
    words('p', { class: 'fault-message' }, problem.message),
    ...(problem.hint === undefined ? [] : [words('p', { class: 'fault-hint' }, problem.hint)]),
  ])
}

function placeOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`
}

function link(url: string, value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value }] }] }
}
