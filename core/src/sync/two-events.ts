/** Two recordings that lie on each other, and how coherent their sounds are there, from 0 to 1. */
export interface Coherent {
  readonly a: string
  readonly b: string
  readonly coherence: number
}

/** Coherence between the two sets, squared, against coherence within them: where all heard one event it is about 1. */
const leastShare = 0.35

/**
 * The links between two sets of recordings that agree far better among themselves than across, or none. Where all heard one
 * event, coherence is a product of what each microphone is worth (Spearman's tetrads vanish): c(x,y)·c(x',y') is about
 * c(x,x')·c(y,y'). Where two events share no more than a programme or a song played at both, it is much less, because
 * everything else that the members of a set share is missing across.
 */
export function acrossEvents<L extends Coherent>(links: readonly L[]): readonly L[] {
  const known = links.filter(({ coherence }) => coherence > 0)
  const sets = twoSets(known)
  if (!sets) return []
  const [one] = sets
  const isIn = (node: string) => one.has(node)
  const across = known.filter(({ a, b }) => isIn(a) !== isIn(b))
  const within = known.filter(({ a, b }) => isIn(a) === isIn(b))
  const between = (x: string, y: string) =>
    known.find(({ a, b }) => (a === x && b === y) || (a === y && b === x))?.coherence ?? null
  const shares: number[] = []
  for (const { a: x, b: other, coherence: inOne } of within.filter(({ a }) => isIn(a)))
    for (const { a: y, b: last, coherence: inTwo } of within.filter(({ a }) => !isIn(a)))
      for (const [p, q] of [
        [y, last],
        [last, y],
      ] as const) {
        const [first, second] = [between(x, p), between(other, q)]
        if (first !== null && second !== null) shares.push((first * second) / (inOne * inTwo))
      }
  shares.sort((x, y) => x - y)
  const median = shares[shares.length >> 1]
  return median !== undefined && median < leastShare ? across : []
}

/** The two sets that are best told apart, by merging what agrees better than its microphones' worth lets expect. */
function twoSets(links: readonly Coherent[]): readonly [ReadonlySet<string>, ReadonlySet<string>] | null {
  const nodes = [...new Set(links.flatMap(({ a, b }) => [a, b]))]
  if (nodes.length < 4) return null
  const worth = worthOf(nodes, links)
  const beyond = links.map(link => ({
    ...link,
    by: Math.log(link.coherence) - (worth.get(link.a) ?? 0) - (worth.get(link.b) ?? 0),
  }))
  let sets = nodes.map(node => new Set([node]))
  const likeness = (x: ReadonlySet<string>, y: ReadonlySet<string>) => {
    const shared = beyond.filter(({ a, b }) => (x.has(a) && y.has(b)) || (x.has(b) && y.has(a)))
    return shared.length > 0
      ? shared.reduce((sum, { by }) => sum + by, 0) / shared.length
      : Number.NEGATIVE_INFINITY
  }
  while (sets.length > 2) {
    let best = { at: 0, with: 1, by: Number.NEGATIVE_INFINITY }
    for (let at = 0; at < sets.length; at++)
      for (let other = at + 1; other < sets.length; other++) {
        const by = likeness(sets[at] as Set<string>, sets[other] as Set<string>)
        if (by > best.by) best = { at, with: other, by }
      }
    const merged = new Set([...(sets[best.at] as Set<string>), ...(sets[best.with] as Set<string>)])
    sets = [...sets.filter((_, n) => n !== best.at && n !== best.with), merged]
  }
  const [one, two] = sets as [Set<string>, Set<string>]
  return one.size > 1 && two.size > 1 ? [one, two] : null
}

/** What each microphone is worth: log coherence as the sum of two worths, fitted over all links. */
function worthOf(nodes: readonly string[], links: readonly Coherent[]): ReadonlyMap<string, number> {
  const worth = new Map(nodes.map(node => [node, -1]))
  for (let round = 0; round < 100; round++)
    for (const node of nodes) {
      const own = links.filter(({ a, b }) => a === node || b === node)
      const mean =
        own.reduce(
          (sum, { a, b, coherence }) => sum + Math.log(coherence) - (worth.get(a === node ? b : a) ?? 0),
          0,
        ) / Math.max(1, own.length)
      worth.set(node, 0.5 * ((worth.get(node) ?? 0) + mean))
    }
  return worth
}
