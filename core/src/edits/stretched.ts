import type { Levels } from './pictures.ts'
import { cameAt } from './repeats.ts'
import type { Segment } from './segments.ts'

/** The same line over other frames of the film. */
export function stretched(
  segment: Segment,
  from: number,
  to: number,
  film: Levels,
  raws: readonly Levels[],
): Segment {
  const raw = raws[segment.raw] as Levels
  const { line, maps } = segment
  const came = cameAt(film)
  const frames = Int32Array.from({ length: Math.max(0, to - from) }, (_, n) =>
    raw.frameAt(line.start + line.rate * (came[from + n] as number)),
  )
  const mapAt = (frame: number) => maps[Math.max(0, Math.min(maps.length - 1, frame - segment.from))]
  const moved =
    maps.length === 1 ? maps : Array.from(frames, (_, n) => mapAt(from + n) as (typeof maps)[number])
  return { ...segment, from, to, frames, maps: moved }
}
