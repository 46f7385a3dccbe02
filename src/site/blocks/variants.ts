/** Finds fences that are variants of each other (Debian and RHEL, containerd and CRI-O) and stand one after the other. Pure. */
import type { Code, Nodes } from 'mdast'
import type { Distro, Fence, RuntimeName } from '../../chapter/types.ts'

export type VariantName = Distro | RuntimeName

/** Neighbouring fences, in order, of one dimension: by distribution or by runtime. */
export interface VariantRun {
  readonly dimension: 'distro' | 'runtime'
  readonly nodes: readonly [Code, ...Code[]]
  readonly panels: ReadonlyMap<VariantName, readonly Code[]>
}

/** The first is what a reader sees who has chosen nothing. */
export const VARIANT_NAMES: Readonly<Record<VariantName, string>> = {
  debian: 'Debian · Ubuntu',
  rhel: 'RHEL · Rocky · Alma',
  containerd: 'containerd',
  crio: 'CRI-O',
}

/** Runs among siblings that hold more than one variant; `fenceAt` gives the fence of a line. */
export function variantRuns(siblings: readonly Nodes[], fenceAt: (line: number) => Fence | undefined): VariantRun[] {
  const runs: VariantRun[] = []
  let current: Code[] = []
  let dimension: 'distro' | 'runtime' | undefined
  const finish = (): void => {
    const [first, ...rest] = current
    if (first !== undefined && dimension !== undefined) runs.push(asRun(dimension, [first, ...rest], fenceAt))
    current = []
  }
  for (const node of siblings) {
    const found = node.type === 'code' ? dimensionOf(fenceOf(node, fenceAt)) : undefined
    if (found !== dimension) finish()
    dimension = found
    if (node.type === 'code' && found !== undefined) current.push(node)
  }
  finish()
  return runs.filter((run) => run.panels.size > 1)
}

/** The fence of a code node, by the line on which it starts. */
export function fenceOf(node: Code, fenceAt: (line: number) => Fence | undefined): Fence | undefined {
  return node.position === undefined ? undefined : fenceAt(node.position.start.line)
}

function asRun(
  dimension: 'distro' | 'runtime',
  nodes: readonly [Code, ...Code[]],
  fenceAt: (line: number) => Fence | undefined,
): VariantRun {
  const panels = new Map<VariantName, Code[]>()
  for (const node of nodes) {
    const name = fenceOf(node, fenceAt)?.[dimension]
    if (name !== undefined) panels.set(name, [...(panels.get(name) ?? []), node])
  }
  return { dimension, nodes, panels }
}

function dimensionOf(fence: Fence | undefined): 'distro' | 'runtime' | undefined {
  if (fence?.distro !== undefined) return 'distro'
  return fence?.runtime === undefined ? undefined : 'runtime'
}
