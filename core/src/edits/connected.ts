/** Parts of a picture that differ and stay: cells that hang together in space and over sampled frames. */
import type { Box } from './affine.ts'

/** Scores of all cells for each sample, in the order of rows. */
export interface Field {
  readonly scores: readonly Uint8Array[]
  readonly columns: number
  readonly rows: number
}

export interface Stay {
  /** Samples [from, to). */
  readonly from: number
  readonly to: number
  /** Sample · cells + cell, for all that hang together. */
  readonly members: readonly number[]
  /** How often each cell was seen to differ. */
  readonly cover: Float32Array
  /** Around what differs in each sample, in cells; null where nothing does. */
  readonly boxes: readonly (Box | null)[]
  /** Sum of all scores. */
  readonly mass: number
}

/** Cells between two that hang together. */
const gap = 2
const fewestCells = 4

/** Joins cells above `low` in space and time, if one of them is above `high`: limits are told for each sample. */
export function staysIn(field: Field, low: readonly number[], high: readonly number[]): readonly Stay[] {
  const { columns, rows } = field
  const size = columns * rows
  const smooth: Field = { ...field, scores: field.scores.map((_, k) => steadied(field.scores, k)) }
  const marks = smooth.scores.map((each, k) => above(each, low[k] as number))
  const found: Stay[] = []
  for (const [k0, scores] of smooth.scores.entries()) {
    const own = marks[k0] as Uint8Array
    const least = high[k0] as number
    for (let at0 = nextSeed(0, own, scores, least); at0 < size; at0 = nextSeed(at0 + 1, own, scores, least)) {
      const members = spreadFrom(k0 * size + at0, marks, columns, rows)
      if (members.length < fewestCells) continue
      const stay = stayOf(members, smooth)
      for (const group of apartInTime(stay, size, columns)) {
        const own = new Set(group)
        found.push(
          group.length === 0
            ? stay
            : stayOf(
                members.filter(each => own.has(each % size)),
                smooth,
              ),
        )
      }
    }
  }
  return found
}

/** 1 where a score is above a limit. */
function above(scores: Uint8Array, limit: number): Uint8Array {
  const own = new Uint8Array(scores.length)
  for (let at = 0; at < own.length; at++) if ((scores[at] as number) > limit) own[at] = 1
  return own
}

/** The first cell from one on that is marked, of no stay yet, and has a score above a limit; the number of cells where none has. */
function nextSeed(from: number, marks: Uint8Array, scores: Uint8Array, least: number): number {
  let at = from
  while (at < marks.length && (marks[at] !== 1 || (scores[at] as number) <= least)) at++
  return at
}

function spreadFrom(
  start: number,
  marks: readonly Uint8Array[],
  columns: number,
  rows: number,
): readonly number[] {
  const size = columns * rows
  const members: number[] = []
  const waiting = [start]
  ;(marks[Math.floor(start / size)] as Uint8Array)[start % size] = 2
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    members.push(next)
    const at = next % size
    const k = (next - at) / size
    const x = at % columns
    const y = (at - x) / columns
    for (let near = Math.max(0, k - 1); near <= Math.min(marks.length - 1, k + 1); near++) {
      const reach = near === k ? gap : 1
      const around = marks[near] as Uint8Array
      for (let ny = Math.max(0, y - reach); ny <= Math.min(rows - 1, y + reach); ny++)
        for (let nx = Math.max(0, x - reach); nx <= Math.min(columns - 1, x + reach); nx++) {
          if (around[ny * columns + nx] !== 1) continue
          around[ny * columns + nx] = 2
          waiting.push(near * size + ny * columns + nx)
        }
    }
  }
  return members
}

export function stayOf(members: readonly number[], { scores, columns, rows }: Field): Stay {
  const size = columns * rows
  const cover = new Float32Array(size)
  const edges = new Map<number, [number, number, number, number]>()
  let mass = 0
  let [from, to] = [scores.length, 0]
  for (const each of members) {
    const at = each % size
    const k = (each - at) / size
    const x = at % columns
    const y = (at - x) / columns
    cover[at] = (cover[at] as number) + 1
    mass += (scores[k] as Uint8Array)[at] as number
    from = Math.min(from, k)
    to = Math.max(to, k + 1)
    const edge = edges.get(k)
    if (edge) {
      edge[0] = Math.min(edge[0], x)
      edge[1] = Math.min(edge[1], y)
      edge[2] = Math.max(edge[2], x)
      edge[3] = Math.max(edge[3], y)
    } else edges.set(k, [x, y, x, y])
  }
  const boxes = Array.from({ length: Math.max(0, to - from) }, (_, n): Box | null => {
    const edge = edges.get(from + n)
    return edge ? [edge[0], edge[1], edge[2] - edge[0] + 1, edge[3] - edge[1] + 1] : null
  })
  return { from, to, members, cover, boxes, mass }
}

/** Samples by which the times of one drawing's cells may differ. */
const sameTime = 1
const fewestApart = 6

/** Things that touch but come and go at different times are different things; one empty group for what is one thing. */
function apartInTime({ members }: Stay, size: number, columns: number): readonly (readonly number[])[] {
  const spans = new Map<number, [first: number, last: number]>()
  for (const each of members) {
    const at = each % size
    const k = (each - at) / size
    const span = spans.get(at)
    if (span) {
      span[0] = Math.min(span[0], k)
      span[1] = Math.max(span[1], k)
    } else spans.set(at, [k, k])
  }
  const groups: (readonly number[])[] = []
  let rest = [...spans]
  while (rest.length >= fewestApart && groups.length < 3) {
    const step = Math.max(1, rest.length >> 5)
    let most: typeof rest = []
    for (let n = 0; n < rest.length; n += step) {
      const [first, last] = (rest[n] as (typeof rest)[number])[1]
      const same = rest.filter(
        ([, span]) => Math.abs(span[0] - first) <= sameTime && Math.abs(span[1] - last) <= sameTime,
      )
      if (same.length > most.length) most = same
    }
    if (most.length < Math.max(fewestApart, 0.45 * rest.length)) break
    const taken = new Set(most.map(([at]) => at))
    groups.push([...taken])
    rest = rest.filter(([at]) => !taken.has(at))
  }
  return groups.length < 2
    ? [[]]
    : groups.map((group, n) => [...group, ...(n === 0 ? within(rest, group, spans, columns) : [])])
}

/** Cells that come and go in the place and the time of others: of them too. */
function within(
  rest: readonly (readonly [at: number, span: readonly [number, number]])[],
  group: readonly number[],
  spans: ReadonlyMap<number, readonly [number, number]>,
  columns: number,
): readonly number[] {
  const of = group.map(at => [
    at % columns,
    Math.floor(at / columns),
    ...(spans.get(at) as readonly [number, number]),
  ])
  const least = (side: number) =>
    of.reduce((value, each) => Math.min(value, each[side] as number), Number.POSITIVE_INFINITY)
  const most = (side: number) => of.reduce((value, each) => Math.max(value, each[side] as number), 0)
  const [left, right, top, low, first, last] = [least(0), most(0), least(1), most(1), least(2), most(3)]
  return rest.flatMap(([at, span]) => {
    const [x, y] = [at % columns, Math.floor(at / columns)]
    const isInside = x >= left && x <= right && y >= top && y <= low
    return isInside && span[0] >= first - 1 && span[1] <= last + 1 ? [at] : []
  })
}

/** Coding comes and goes: the middle one of three samples. */
function steadied(scores: readonly Uint8Array[], k: number): Uint8Array {
  const own = scores[k] as Uint8Array
  const [before, after] = [scores[k - 1] ?? scores[k + 1], scores[k + 1] ?? scores[k - 1]]
  if (!before || !after) return own
  const out = new Uint8Array(own.length)
  for (let at = 0; at < out.length; at++) {
    const a = before[at] as number
    const b = after[at] as number
    out[at] = Math.max(Math.min(a, b), Math.min(Math.max(a, b), own[at] as number))
  }
  return out
}
