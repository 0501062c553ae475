/** Whether slow motion mixes neighbouring frames of its recording, which a recorder never does. */
import { atLevels } from './affine.ts'
import { laidPlane, mapOf } from './laid.ts'
import { frameLight } from './light.ts'
import { partOf } from './lines.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const mostTold = 12
/** Pictures of a quarter of the size: a sensor's noise would look like a mixture, and is evened out there. */
const level = 2
/** Mean square by which neighbouring frames have to differ to tell. */
const leastMotion = 3

/** The run, said to be blended where its frames lie between two of the recording and not on either. */
export function blendedWhereSeen(segment: Segment, film: Levels, raw: Levels): Segment {
  const { line, frames, from } = segment
  if (Math.abs(line.rate) < 0.04 || Math.abs(line.rate) > 0.96) return segment
  const told = [...frames.keys()].filter(n => {
    const part = partAt(segment, film, raw, n)
    return part > 0.3 && part < 0.7 && (frames[n] as number) + 1 < raw.count
  })
  const step = Math.max(1, Math.floor(told.length / mostTold))
  const own = { width: raw.width(level), height: raw.height(level) }
  const to = { width: film.width(level), height: film.height(level) }
  const shares = told.flatMap((n, k) => {
    if (k % step !== 0) return []
    const map = atLevels(mapOf(segment, n), level, level)
    const laid = (frame: number) => laidPlane(raw.at(frame, level), own, map, to)
    const share = shareOf(
      film.at(from + n, level),
      laid(frames[n] as number),
      laid((frames[n] as number) + 1),
    )
    return share === null ? [] : [share]
  })
  if (shares.length < 3) return { ...segment, isBlended: false }
  // A mixture of the frames before says that the run lies a frame earlier than it was laid.
  const middle = shares.toSorted((a, b) => a - b)[shares.length >> 1] as number
  const moved = Math.max(-1, Math.min(1, Math.floor(middle)))
  const between = shares.filter(share => share - moved > 0.25 && share - moved < 0.75).length
  if (between < 0.6 * shares.length) return { ...segment, isBlended: false }
  return {
    ...segment,
    isBlended: true,
    frames: frames.map(frame => Math.max(0, Math.min(raw.count - 1, frame + moved))),
    line: { ...line, start: line.start + moved * raw.frameSeconds },
  }
}

function partAt({ line, frames, from }: Segment, film: Levels, raw: Levels, n: number): number {
  return partOf(raw, frames[n] as number, line.start + line.rate * (film.pictures.times[from + n] as number))
}

/** How far from one frame to the next the film is; null where they hardly differ. */
function shareOf(film: Uint8Array, one: Float32Array, two: Float32Array): number | null {
  const { gain, lift } = frameLight(film, one, 1)
  let [cross, size, count] = [0, 0, 0]
  for (let at = 0; at < one.length; at++) {
    const [x, y] = [one[at] as number, two[at] as number]
    if (x < 0 || y < 0) continue
    const move = gain * (y - x)
    const off = (film[at] as number) - gain * x - lift
    // Drawings differ by more than motion does.
    if (Math.abs(off) > 2 * Math.abs(move) + 12) continue
    cross += off * move
    size += move * move
    count++
  }
  return count < 100 || size < leastMotion * count ? null : cross / size
}
