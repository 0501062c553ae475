/** Parts of a picture that move and keep their size: what hides somebody who walks, and where it is in each frame. */
import type { Box } from './affine.ts'
import type { Field, Stay } from './connected.ts'

/** Where a part was in a frame of the run, or in a sample of it; in pixels of the detail picture, or in cells. */
export interface Place {
  readonly n: number
  readonly box: Box
}

/** A cell that stands still differs in nearly every sample; of what moves few do. */
const nearlyAlways = 0.8
const mostStill = 0.3
const fewestPlaces = 5
/** Of the scores that the strongest tenth of a part has: what coding leaves where it has been is less. */
const strongShare = 0.2
/** Parts of its size by which it moves at least, and by which its size varies at most. */
const leastMoved = 0.35
/** A thin line leaves its cells sooner: where hardly any cell differs for long. */
const hardlyStill = 0.1
const leastOfLine = 0.05
const mostVaried = 0.5
/** A place as wide and high as this part of the usual is seen whole. */
const seenWhole = 0.75

/** Where something of one size was in each sample, in cells, and how much of that differs, if it moves; null for what stands still. `n` counts samples. */
export function cellPath(
  stay: Stay,
  field: Field,
): { readonly places: readonly Place[]; readonly fill: number } | null {
  const cells = field.columns * field.rows
  const scoreOf = (each: number) =>
    (field.scores[Math.floor(each / cells)] as Uint8Array)[each % cells] as number
  const sorted = Uint8Array.from(stay.members, scoreOf).sort()
  const limit = strongShare * (sorted[Math.floor(0.9 * sorted.length)] as number)
  let strong = 0
  const seen = new Map<number, number>()
  const edges = new Map<number, [left: number, top: number, right: number, low: number]>()
  for (const each of stay.members) {
    if (scoreOf(each) <= limit) continue
    strong++
    seen.set(each % cells, (seen.get(each % cells) ?? 0) + 1)
    const k = Math.floor(each / cells)
    const x = (each % cells) % field.columns
    const y = ((each % cells) - x) / field.columns
    const edge = edges.get(k)
    if (!edge) edges.set(k, [x, y, x, y])
    else {
      edge[0] = Math.min(edge[0], x)
      edge[1] = Math.min(edge[1], y)
      edge[2] = Math.max(edge[2], x)
      edge[3] = Math.max(edge[3], y)
    }
  }
  const always = [...seen.values()].filter(count => count > nearlyAlways * edges.size).length
  if (always > mostStill * seen.size) return null
  const places = [...edges]
    .sort(([one], [two]) => one - two)
    .map(([n, [left, top, right, low]]): Place => ({ n, box: [left, top, right - left + 1, low - top + 1] }))
  const least = always < hardlyStill * seen.size ? leastOfLine : leastMoved
  if (places.length < fewestPlaces || !isOneThing(places, least)) return null
  const known = sized(places)
  const [, , w, h] = (known[0] as Place).box
  return { places: known, fill: strong / (w * h * known.length) }
}

function isOneThing(places: readonly Place[], least: number): boolean {
  const spread = (of: (box: Box) => number, part: number) =>
    quantile(
      places.map(({ box }) => of(box)),
      1 - part,
    ) -
    quantile(
      places.map(({ box }) => of(box)),
      part,
    )
  const [w, h] = [
    quantile(
      places.map(({ box }) => box[2]),
      0.5,
    ),
    quantile(
      places.map(({ box }) => box[3]),
      0.5,
    ),
  ]
  const moved = ([side, size]: readonly [0 | 1, number]) =>
    spread(box => box[side] + box[(side + 2) as 2 | 3] / 2, 0.1) > least * size + 1
  const isOneSize =
    spread(box => box[2], 0.2) < mostVaried * w + 2 && spread(box => box[3], 0.2) < mostVaried * h + 2
  return isOneSize && (moved([0, w]) || moved([1, h]))
}

/** All of one size: where less was seen, as between the places before and after it. */
function sized(places: readonly Place[]): readonly Place[] {
  const w = quantile(
    places.map(({ box }) => box[2]),
    0.7,
  )
  const h = quantile(
    places.map(({ box }) => box[3]),
    0.7,
  )
  const along = (side: 0 | 1, size: number) => {
    const whole = places.filter(({ box }) => box[(side + 2) as 2 | 3] >= seenWhole * size)
    return (n: number) => {
      const before = whole.findLast(each => each.n <= n) ?? (whole[0] as Place)
      const after = whole.find(each => each.n >= n) ?? before
      const middle = ({ box }: Place) => box[side] + box[(side + 2) as 2 | 3] / 2
      const part = after.n > before.n ? (n - before.n) / (after.n - before.n) : 0
      return middle(before) + (middle(after) - middle(before)) * Math.max(0, Math.min(1, part)) - size / 2
    }
  }
  const [left, top] = [along(0, w), along(1, h)]
  // Cells are coarse: what lies evenly between its neighbours is nearer.
  const even = (of: (n: number) => number, k: number) => {
    const [before, own, after] = [places[k - 1] ?? places[k], places[k], places[k + 1] ?? places[k]] as [
      Place,
      Place,
      Place,
    ]
    return (of(before.n) + 2 * of(own.n) + of(after.n)) / 4
  }
  return places.map(({ n }, k) => ({ n, box: [even(left, k), even(top, k), w, h] }))
}

/** Cells between two parts of one thing, by which such a thing moves at least, and by which their ways may differ, or the part of a way. */
const nearCells = 4
const leastWay = 2
const mostAstray = 1.5
const otherWay = 0.4

/** Whether two parts lie beside each other all along while both of them move the same way, as the arcs of a ring do. */
export function moveTogether(one: Stay, two: Stay): boolean {
  const pairs: (readonly [Box, Box])[] = []
  for (let k = Math.max(one.from, two.from); k < Math.min(one.to, two.to); k++) {
    const [a, b] = [one.boxes[k - one.from], two.boxes[k - two.from]]
    if (a && b) pairs.push([a, b])
  }
  if (pairs.length < fewestPlaces) return false
  const apart = (side: 0 | 1) =>
    quantile(
      pairs.map(
        ([a, b]) =>
          Math.max(a[side], b[side]) -
          Math.min(a[side] + a[(side + 2) as 2 | 3], b[side] + b[(side + 2) as 2 | 3]),
      ),
      0.5,
    )
  if (Math.max(apart(0), apart(1)) >= nearCells || Math.min(apart(0), apart(1)) > 0) return false
  const third = Math.floor(pairs.length / 3)
  const wayOf = (n: 0 | 1, side: 0 | 1) => {
    const middles = pairs.map(each => each[n][side] + each[n][(side + 2) as 2 | 3] / 2)
    const mean = (few: readonly number[]) => few.reduce((sum, each) => sum + each, 0) / few.length
    return mean(middles.slice(-third)) - mean(middles.slice(0, third))
  }
  const ways = ([0, 1] as const).map(side => [wayOf(0, side), wayOf(1, side)] as const)
  return (
    ways.some(([a]) => Math.abs(a) >= leastWay) &&
    ways.every(([a, b]) => Math.abs(a - b) <= Math.max(mostAstray, otherWay * Math.abs(a)))
  )
}

/** Where it was in a frame: evenly between the places that are known. */
export function placeAt(places: readonly Place[], n: number): Box {
  const before = places.findLast(each => each.n <= n) ?? (places[0] as Place)
  const after = places.find(each => each.n >= n) ?? before
  const part = after.n > before.n ? (n - before.n) / (after.n - before.n) : 0
  return before.box.map(
    (value, side) => value + ((after.box[side] as number) - value) * part,
  ) as unknown as Box
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] as number
}
