/** Where a drawing that moves is, to the pixel: looks at it are laid over each other along its way. */
import type { Box } from './affine.ts'
import type { Differences } from './differences.ts'
import { drawnBox, usualOf, withEdges } from './drawn-box.ts'
import type { Place } from './moving-parts.ts'
import type { Levels } from './pictures.ts'
import { fullestBox } from './tight-box.ts'

/** Pixels around its place by cells that are looked at, and by which it may lie beside it. */
const around = 8
const beside = 5
const rounds = 2
/** Grey levels: more tells no more of where it is. */
const most = 60
const fewest = 5
/** Of its size by cells: what comes out otherwise is another thing. */
const sizes = [0.6, 1.3] as const

/** What looks at a run. */
type Looks = Pick<Differences, 'lit' | 'pixels'>

interface Patch {
  readonly all: Float32Array
  readonly luma: Float32Array
}

/** `places` in pixels of the detail picture, by frames of the run; null where the looks do not agree on a box. */
export function movingBox(
  places: readonly Place[],
  run: Looks,
  film: Levels,
  isFull: boolean,
): readonly Place[] | null {
  const [, , w = 0, h = 0] = places[0]?.box ?? []
  const [across, down] = [Math.round(w) + 2 * around, Math.round(h) + 2 * around]
  if (places.length < fewest || across >= film.width(0) || down >= film.height(0)) return null
  const corners = places.map(({ box: [x, y] }) => [Math.round(x) - around, Math.round(y) - around] as const)
  const patches = places.map(({ n }, k) =>
    patchAt(n, corners[k] as readonly [number, number], across, down, run, film),
  )
  let shifts = places.map(() => [0, 0] as readonly [number, number])
  const together = (of: keyof Patch) =>
    usualOf(patches.map((each, k) => shifted(each[of], across, shifts[k] as readonly [number, number])))
  for (let round = 0; round < rounds; round++) {
    const whole = together('all')
    shifts = patches.map(({ all }) => bestShift(all, whole, across))
  }
  const edges = edgesIn(together('all'), together('luma'), across, isFull)
  if (!edges || !isLikely(edges.box[2], w) || !isLikely(edges.box[3], h)) return null
  return evenPlaces(
    places.map(({ n }) => n),
    shifts.map(([dx, dy], k): Shift => {
      const [x, y] = corners[k] as Shift
      return [x + dx, y + dy]
    }),
    edges.exact,
  )
}

type Shift = readonly [number, number]

/** The box of what looks that were laid over each other have in common, to pixels and to parts of them. */
function edgesIn(whole: Float32Array, luma: Float32Array, across: number, isFull: boolean) {
  const box = isFull ? fullestBox(whole, across) : (drawnBox(whole, across)?.box ?? null)
  return (
    box && {
      box,
      exact: withEdges(box, luma, across, isFull) ?? withEdges(box, whole, across, isFull) ?? box,
    }
  )
}

/** `corners` tell where the origin of the box is in each frame. */
function evenPlaces(
  frames: readonly number[],
  corners: readonly Shift[],
  [x, y, w, h]: Box,
): readonly Place[] {
  const at = (k: number, side: 0 | 1) => (corners[k] as Shift)[side]
  const last = frames.length - 1
  const evenly = (k: number, side: 0 | 1) =>
    k === 0 || k === last ? at(k, side) : (at(k - 1, side) + 2 * at(k, side) + at(k + 1, side)) / 4
  return frames.map((n, k): Place => ({ n, box: [evenly(k, 0) + x, evenly(k, 1) + y, w, h] }))
}

function isLikely(size: number, byCells: number): boolean {
  return size > sizes[0] * byCells && size < sizes[1] * byCells
}

function patchAt(
  n: number,
  [left, top]: readonly [number, number],
  across: number,
  down: number,
  run: Looks,
  film: Levels,
): Patch {
  const [x0, y0] = [Math.max(0, left), Math.max(0, top)]
  const [x1, y1] = [Math.min(film.width(0), left + across), Math.min(film.height(0), top + down)]
  const { all, luma } = run.pixels(run.lit(n, { window: [x0, y0, x1, y1] }))
  const cut = (plane: Float32Array) => {
    const out = new Float32Array(across * down)
    for (let y = y0, from = 0; y < y1; y++)
      for (let x = x0; x < x1; x++, from++)
        out[(y - top) * across + x - left] = Math.min(most, plane[from] as number)
    return out
  }
  return { all: cut(all), luma: cut(luma) }
}

/** The plane as it is seen from a place that lies `shift` farther to the right and below. */
function shifted(plane: Float32Array, across: number, [dx, dy]: readonly [number, number]): Float32Array {
  const down = plane.length / across
  const out = new Float32Array(plane.length)
  for (let y = Math.max(0, -dy); y < Math.min(down, down - dy); y++)
    for (let x = Math.max(0, -dx); x < Math.min(across, across - dx); x++)
      out[y * across + x] = plane[(y + dy) * across + x + dx] as number
  return out
}

function bestShift(
  plane: Float32Array,
  whole: Float32Array,
  across: number,
  [x, y]: Shift = [0, 0],
  reach = beside,
): Shift {
  const down = plane.length / across
  let best = { sum: Number.NEGATIVE_INFINITY, dx: 0, dy: 0 }
  for (let dy = y - reach; dy <= y + reach; dy++)
    for (let dx = x - reach; dx <= x + reach; dx++) {
      const alike = productOver(plane, whole, across, down, dx, dy)
      // The nearer of two that are as good.
      const sum = alike * (1 - 0.002 * (Math.abs(dx - x) + Math.abs(dy - y)))
      if (sum > best.sum) best = { sum, dx, dy }
    }
  return [best.dx, best.dy]
}

function productOver(
  plane: Float32Array,
  whole: Float32Array,
  across: number,
  down: number,
  dx: number,
  dy: number,
): number {
  const [left, right] = [Math.max(0, -dx), Math.min(across, across - dx)]
  let sum = 0
  for (let y = Math.max(0, -dy), end = Math.min(down, down - dy); y < end; y++)
    for (
      let at = y * across + left, last = y * across + right, to = at + dy * across + dx;
      at < last;
      at++, to++
    )
      sum += (plane[to] as number) * (whole[at] as number)
  return sum
}

/** Pixels by which what stands may seem to move, and of the way in all the most from look to look, on the mean: more is noise. */
const leastDrift = 2
const mostStep = 0.35
/** Looks that are asked first: mostly they show that nothing moves, and no others are taken. */
const fewLooks = 8

/** Pixels by which a look may lie beside where the ones before it tell. */
const astray = 4
/** How much more (in power) looks have in common where they are laid over each other along a way, and of the room they take the least that is a drawing. */
const clearlyMore = 1.25
const leastOfRoom = 0.3

/**
 * Where something is that moves within `room`, but by so little of its length that much of it stays where some of it was: an arrow along
 * itself. Each look is laid over the middle one, from there on and back, and then over what all have in common; null if it does not move.
 */
export function wanderingBox(
  frames: readonly number[],
  room: Box,
  run: Looks,
  film: Levels,
  isFull: boolean,
): readonly Place[] | null {
  const [across, down] = sizeAround(room)
  const [left, top] = cornerOf(room)
  if (frames.length < fewest || across >= film.width(0) || down >= film.height(0)) return null
  const patches = looksInto(room, frames, run, film)
  const still = frames.map((): Shift => [0, 0])
  const together = (of: keyof Patch, by: readonly Shift[]) =>
    usualOf(patches.map((each, k) => shifted(each[of], across, by[k] as Shift)))
  let shifts = alongFromMiddle(patches, across)
  for (let round = 0; round < rounds; round++) {
    const whole = together('all', shifts)
    shifts = patches.map(({ all }, k) => bestShift(all, whole, across, shifts[k], astray))
  }
  const whole = together('all', shifts)
  const power = (plane: Float32Array) => plane.reduce((all, each) => all + each * each, 0)
  if (power(whole) < clearlyMore * power(together('all', still))) return null
  const edges = edgesIn(whole, together('luma', shifts), across, isFull)
  if (!edges || edges.box[2] * edges.box[3] < leastOfRoom * room[2] * room[3]) return null
  const places = evenPlaces(
    frames,
    shifts.map(([dx, dy]): Shift => [left + dx, top + dy]),
    edges.exact,
  )
  return isDrifting(places) ? places : null
}

/** Whether any of a few looks lies elsewhere than the middle one: of what stands, as most does, no more are taken. True where that is not known. */
export function mayDrift(frames: readonly number[], room: Box, run: Looks, film: Levels): boolean {
  if (frames.length < fewest) return false
  const [across, down] = sizeAround(room)
  if (across >= film.width(0) || down >= film.height(0)) return true
  const few = frames.length > fewLooks ? spreadOver(frames, fewLooks) : frames
  return alongFromMiddle(looksInto(room, few, run, film), across).some(([dx, dy]) => dx !== 0 || dy !== 0)
}

const sizeAround = ([, , w, h]: Box) => [Math.round(w) + 2 * around, Math.round(h) + 2 * around] as const
const cornerOf = ([x, y]: Box): Shift => [Math.round(x) - around, Math.round(y) - around]

function looksInto(room: Box, frames: readonly number[], run: Looks, film: Levels): readonly Patch[] {
  const [across, down] = sizeAround(room)
  return frames.map(n => patchAt(n, cornerOf(room), across, down, run, film))
}

/** Each look laid over the middle one, from there on and back. */
function alongFromMiddle(patches: readonly Patch[], across: number): readonly Shift[] {
  const middle = patches.length >> 1
  const like = (patches[middle] as Patch).all
  const shifts = patches.map((): Shift => [0, 0])
  for (const direction of [1, -1])
    for (let k = middle + direction; k >= 0 && k < patches.length; k += direction) {
      const before = shifts[k - direction] as Shift
      shifts[k] = bestShift((patches[k] as Patch).all, like, across, before, astray)
    }
  return shifts
}

/** Where something that was taken to stand is, if it moves slowly; null if it does not. */
export function driftingBox(
  frames: readonly number[],
  box: Box,
  run: Looks,
  film: Levels,
  isFull: boolean,
): readonly Place[] | null {
  const placesAt = (frames: readonly number[]) =>
    movingBox(
      frames.map(n => ({ n, box })),
      run,
      film,
      isFull,
    )
  const few = frames.length > 2 * fewLooks ? placesAt(spreadOver(frames, fewLooks)) : null
  if (few && ([0, 1] as const).every(side => rangeOf(few, side) < leastDrift / 2)) return null
  const places = placesAt(frames)
  return places && isDrifting(places) ? places : null
}

function isDrifting(places: readonly Place[]): boolean {
  return ([0, 1] as const).some(side => {
    const at = places.map(each => each.box[side])
    const range = rangeOf(places, side)
    const steps = at.slice(1).reduce((sum, each, k) => sum + Math.abs(each - (at[k] as number)), 0)
    return range >= leastDrift && steps / (at.length - 1) < mostStep * range
  })
}

function rangeOf(places: readonly Place[], side: 0 | 1): number {
  const at = places.map(({ box }) => box[side])
  return Math.max(...at) - Math.min(...at)
}

/** So many of them, from the first to the last. */
function spreadOver(frames: readonly number[], count: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, k) => frames[Math.round((k * (frames.length - 1)) / (count - 1))] as number,
  )
}
