import type { EditLine, RecordingId } from '../case/index.ts'
import type { MediaMicros } from '../time/index.ts'

/** A line with other ends. What is shown keeps its place: a later beginning shows the recording from later on, at the same speed. */
export function withEnds<L extends EditLine>(line: L, from: MediaMicros, to: MediaMicros): L {
  if (line.part === 'sound' && line.rawFrom !== null)
    return { ...line, from, to, rawFrom: (line.rawFrom + from - line.from) as MediaMicros }
  if (line.part !== 'shown') return { ...line, from, to }
  const { rate, rawFrom, rawTo } = line
  if (rate === 0) return { ...line, from, to }
  // By the stretch itself and not by the rounded speed, so that ends that stay do not move the recording.
  const perFilm = (rawTo - rawFrom) / Math.max(1, line.to - line.from)
  const [before, after] = rate > 0 ? [from - line.from, to - line.to] : [line.to - to, line.from - from]
  return {
    ...line,
    from,
    to,
    rawFrom: Math.round(rawFrom + perFilm * before) as MediaMicros,
    rawTo: Math.round(rawTo + perFilm * after) as MediaMicros,
  }
}

/** A stretch of the film that shows a recording from a time of its own on, at a speed; what is held lasts `heldMicros` of the recording. */
export function shownFrom(
  { from, to }: { readonly from: MediaMicros; readonly to: MediaMicros },
  raw: RecordingId,
  rawFrom: MediaMicros,
  { rate, layer, heldMicros }: { readonly rate: number; readonly layer: number; readonly heldMicros: number },
): EditLine {
  const length = rate === 0 ? heldMicros : Math.max(1, Math.round(Math.abs(rate) * (to - from)))
  return { part: 'shown', from, to, raw, rawFrom, rawTo: (rawFrom + length) as MediaMicros, rate, layer }
}
