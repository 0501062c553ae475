/** What coding takes of detail brings bright and dark together, and looks like less contrast where tones of the film are told from those of the recording; told from the film's own, it does not. */

const bins = 32
const binWidth = 256 / bins

/**
 * Mean distance, in grey levels, from what the film shows to what the recording had there: of each of the film's tones the middle one of what the recording had. Of a film that was only
 * coded it is next to nothing, however much detail is gone: what it shows is the mean of what was there. `own` below 0 is not looked at.
 */
export function shiftBack(
  shown: readonly { readonly own: Float32Array; readonly seen: Uint8Array }[],
): number {
  const counts = new Uint32Array(256 * bins)
  for (const { own, seen } of shown) countBack(own, seen, counts)
  let [shift, total] = [0, 0]
  for (let bin = 0; bin < bins; bin++) {
    const own = counts.subarray(256 * bin, 256 * bin + 256)
    const size = own.reduce((sum, each) => sum + each, 0)
    shift += (size * Math.abs(middleOf(own, size) - 128)) / 2
    total += size
  }
  return shift / Math.max(1, total)
}

/** How far, in halves of a level, the recording is off what the film shows: 256 counts for each bin of the film's tones, no distance in the middle. */
function countBack(own: Float32Array, seen: Uint8Array, counts: Uint32Array): void {
  for (let at = 0; at < own.length; at++) {
    const value = own[at] as number
    if (value < 0) continue
    const tone = seen[at] as number
    const off = Math.round(2 * (value - tone))
    const slot = 256 * ((tone / binWidth) | 0) + Math.max(0, Math.min(255, off + 128))
    counts[slot] = (counts[slot] as number) + 1
  }
}

function middleOf(counts: Uint32Array, size: number): number {
  let seen = 0
  const slot = counts.findIndex(each => {
    seen += each
    return 2 * seen >= size
  })
  return Math.max(0, slot)
}
