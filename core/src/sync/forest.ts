/** An edge between two named nodes. */
export interface Edge {
  readonly a: string
  readonly b: string
}

/** Splits edges into a spanning forest (taken greedily in the given order: best first) and the rest. */
export function spanningForest<E extends Edge>(
  edges: readonly E[],
): { readonly tree: readonly E[]; readonly rest: readonly E[] } {
  const parent = new Map<string, string>()
  const rootOf = (node: string): string => {
    let at = node
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  const tree: E[] = []
  const rest: E[] = []
  for (const edge of edges) {
    const [a, b] = [rootOf(edge.a), rootOf(edge.b)]
    if (a === b) rest.push(edge)
    else {
      parent.set(a, b)
      tree.push(edge)
    }
  }
  return { tree, rest }
}

/** Connected sets of nodes, each in the order of `nodes`. */
export function components(nodes: readonly string[], edges: readonly Edge[]): readonly (readonly string[])[] {
  const neighbours = neighboursOf(edges)
  const seen = new Set<string>()
  return nodes.flatMap(start => {
    if (seen.has(start)) return []
    const reached = new Set([start])
    for (const node of reached) for (const { to } of neighbours.get(node) ?? []) reached.add(to)
    for (const node of reached) seen.add(node)
    return [nodes.filter(node => reached.has(node))]
  })
}

/** The edges on the way between two nodes of a forest, or null when there is none. */
export function wayBetween<E extends Edge>(
  tree: readonly E[],
  from: string,
  to: string,
): readonly E[] | null {
  const neighbours = neighboursOf(tree)
  const ways = new Map<string, readonly E[]>([[from, []]])
  for (const [node, way] of ways)
    for (const { to: next, edge } of neighbours.get(node) ?? [])
      if (!ways.has(next)) ways.set(next, [...way, edge])
  return ways.get(to) ?? null
}

function neighboursOf<E extends Edge>(
  edges: readonly E[],
): ReadonlyMap<string, readonly { to: string; edge: E }[]> {
  const neighbours = new Map<string, { to: string; edge: E }[]>()
  const add = (from: string, to: string, edge: E) => {
    const list = neighbours.get(from)
    if (list) list.push({ to, edge })
    else neighbours.set(from, [{ to, edge }])
  }
  for (const edge of edges) {
    add(edge.a, edge.b, edge)
    add(edge.b, edge.a, edge)
  }
  return neighbours
}
