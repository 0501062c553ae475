/** Values that change over time, from keys: everything that moves in the exercise is a function of the case time alone. */

export interface Point {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** A value at a time, in seconds on the case clock. */
export interface Key {
  readonly t: number
  readonly v: number
}

/** 0 to 1 and back to rest at both ends, between two times. */
export function eased(from: number, to: number, t: number): number {
  if (t <= from) return 0
  if (t >= to) return 1
  const u = (t - from) / (to - from)
  return u * u * (3 - 2 * u)
}

/** Monotone cubic interpolation (Fritsch and Carlson 1980): passes through its keys and never beyond them. Constant outside. */
export function through(keys: readonly Key[], t: number): number {
  const first = keys[0] as Key
  const last = keys.at(-1) as Key
  if (t <= first.t) return first.v
  if (t >= last.t) return last.v
  const at = keys.findIndex(key => key.t > t) - 1
  const [k0, k1] = [keys[at] as Key, keys[at + 1] as Key]
  const span = k1.t - k0.t
  const u = (t - k0.t) / span
  const m0 = tangent(keys, at) * span
  const m1 = tangent(keys, at + 1) * span
  const u2 = u * u
  const u3 = u2 * u
  return (2 * u3 - 3 * u2 + 1) * k0.v + (u3 - 2 * u2 + u) * m0 + (-2 * u3 + 3 * u2) * k1.v + (u3 - u2) * m1
}

function tangent(keys: readonly Key[], at: number): number {
  const before = slope(keys, at - 1)
  const after = slope(keys, at)
  if (before === null || after === null) return 0
  return before * after <= 0 ? 0 : (2 * before * after) / (before + after)
}

function slope(keys: readonly Key[], at: number): number | null {
  const [a, b] = [keys[at], keys[at + 1]]
  return a && b ? (b.v - a.v) / (b.t - a.t) : null
}

/** Smooth noise in −1…1 that is the same on every run: a sum of sines whose phases come from `seed`. */
export function wander(seed: number, t: number): number {
  const phase = (n: number) => (Math.sin(seed * 12.9898 + n * 78.233) * 43758.5453) % (2 * Math.PI)
  return (
    0.5 * Math.sin(t * 0.9 + phase(1)) +
    0.3 * Math.sin(t * 1.73 + phase(2)) +
    0.2 * Math.sin(t * 3.1 + phase(3))
  )
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z)
}

/** Numbers in 0…1 that follow from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
