let room = new Float64Array(1024)

/**
 * The value that would stand at a place, from 0, of the first `count` values if they were sorted; 0 of none. Found by parts (Hoare 1961), without sorting all.
 * None of them may be NaN.
 */
export function ranked(values: Float32Array | Float64Array, count: number, place: number): number {
  if (count === 0) return 0
  if (room.length < count) room = new Float64Array(2 * count)
  room.set(count === values.length ? values : values.subarray(0, count))
  return atPlace(room, count, place)
}

function atPlace(own: Float64Array, count: number, place: number): number {
  for (let low = 0, high = count - 1; low < high; ) {
    const pivot = own[(low + high) >> 1] as number
    let from = low
    let to = high
    while (from <= to) {
      while ((own[from] as number) < pivot) from++
      while ((own[to] as number) > pivot) to--
      if (from > to) break
      const kept = own[from] as number
      own[from++] = own[to] as number
      own[to--] = kept
    }
    if (to < place) low = from
    if (from > place) high = to
  }
  return own[place] as number
}
