/** x' = a·x + b·y + c, y' = d·x + e·y + f, in pixels of two pictures, whole numbers at pixel centres. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export type Box = readonly [x: number, y: number, width: number, height: number]

/** First `inner`, then `outer`. */
export function composed(outer: Affine, inner: Affine): Affine {
  // One by one, here and below: taking lists apart makes many times the code, which is laid into every loop that asks.
  const a = outer[0]
  const b = outer[1]
  const d = outer[3]
  const e = outer[4]
  const p = inner[0]
  const q = inner[1]
  const r = inner[2]
  const s = inner[3]
  const t = inner[4]
  const u = inner[5]
  return [
    a * p + b * s,
    a * q + b * t,
    a * r + b * u + outer[2],
    d * p + e * s,
    d * q + e * t,
    d * r + e * u + outer[5],
  ]
}

/** The way back. A map that squeezes everything onto a line has none and gives infinities. */
export function inverse(map: Affine): Affine {
  const c = map[2]
  const f = map[5]
  const determinant = map[0] * map[4] - map[1] * map[3]
  const p = map[4] / determinant
  const q = -map[1] / determinant
  const s = -map[3] / determinant
  const t = map[0] / determinant
  return [p, q, -(p * c + q * f), s, t, -(s * c + t * f)]
}

/** The same map between pictures of half (level 1), quarter … of the sizes it was told for. */
export function atLevels(map: Affine, fromLevel: number, toLevel: number): Affine {
  const up: Affine = scaling(2 ** fromLevel)
  const down: Affine = inverse(scaling(2 ** toLevel))
  return composed(down, composed(map, up))
}

/** And back: a map told for pictures of some levels, as it is between pictures of level 0. */
export function fromLevels(map: Affine, fromLevel: number, toLevel: number): Affine {
  return composed(scaling(2 ** toLevel), composed(map, inverse(scaling(2 ** fromLevel))))
}

/** Pixel n of a smaller picture covers s pixels of the larger one. */
function scaling(s: number): Affine {
  return [s, 0, s / 2 - 0.5, 0, s, s / 2 - 0.5]
}

/** Between two maps, entry by entry: good enough for the small steps of a moving zoom. */
export function between(one: Affine, two: Affine, share: number): Affine {
  return one.map((value, n) => value + ((two[n] as number) - value) * share) as unknown as Affine
}

/** How many pixels of area one pixel becomes; negative for a mirrored map. */
export function areaScale(map: Affine): number {
  return map[0] * map[4] - map[1] * map[3]
}

/**
 * Whether a map does to a picture what no edit does: it slants it, or stretches it one way by more than a twelfth. `squeezed` is the stretch
 * of width against height that goes with the two files' own shapes. Another frame of a moving camera can be made to fit like that.
 */
export function isSlanted([a, b, , d, e]: Affine, squeezed: number): boolean {
  const [across, down] = [Math.hypot(a, d), Math.hypot(b, e)]
  const stretch = across / down
  if (Math.min(Math.abs(Math.log(stretch)), Math.abs(Math.log(stretch / squeezed))) > mostStretch) return true
  return Math.abs(a * b + d * e) > mostSlant * across * down
}

const mostStretch = 0.08
/** Cosine of the angle between what were rows and columns. */
const mostSlant = 0.08

/** The upright box around a box that was mapped; edges of pixels, not centres. */
export function mappedBox(map: Affine, [x, y, w, h]: Box): Box {
  const corners = [
    [x - 0.5, y - 0.5],
    [x + w - 0.5, y - 0.5],
    [x - 0.5, y + h - 0.5],
    [x + w - 0.5, y + h - 0.5],
  ].map(([px = 0, py = 0]) => [
    map[0] * px + map[1] * py + map[2] + 0.5,
    map[3] * px + map[4] * py + map[5] + 0.5,
  ])
  const xs = corners.map(([px = 0]) => px)
  const ys = corners.map(([, py = 0]) => py)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top]
}

export function overlapOf(one: Box, two: Box): number {
  const w = Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0])
  const h = Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1])
  const both = Math.max(0, w) * Math.max(0, h)
  const either = one[2] * one[3] + two[2] * two[3] - both
  return either > 0 ? both / either : 0
}

/** The smallest box that holds both. */
export function enclosing(one: Box, two: Box): Box {
  const [left, top] = [Math.min(one[0], two[0]), Math.min(one[1], two[1])]
  return [
    left,
    top,
    Math.max(one[0] + one[2], two[0] + two[2]) - left,
    Math.max(one[1] + one[3], two[1] + two[3]) - top,
  ]
}
