import type { RecordingId } from '../case/index.ts'
import type { MediaMicros } from '../time/index.ts'
import type { EditList } from './edit-list.ts'
import type { StandingLine } from './laid-over.ts'
import { isShown } from './shown-frame.ts'

/** A stretch of a recording that no line of the film shows. "Not shown" never means that nothing happened. */
export interface LeftOut {
  readonly raw: RecordingId
  readonly from: MediaMicros
  readonly to: MediaMicros
}

/** A seam that is no longer than this comes from frames that do not fit each other's grid: a quarter of a frame at 60 a second. */
const seamMicros = 4000

/** What of each recording that was compared is not shown, by the lines in force. Recordings without pictures are not counted. */
export function leftOut({ against }: EditList, lines: readonly StandingLine[]): readonly LeftOut[] {
  return against.flatMap(({ recording, frames, from, to }) => {
    if (frames === null || from === null || to === null) return []
    const shown = lines
      .filter(isShown)
      .filter(({ line }) => line.raw === recording)
      .map(({ line }) => [line.rawFrom, line.rawTo] as const)
      .sort(([a], [b]) => a - b)
    const spans: LeftOut[] = []
    let at = from
    for (const [start, end] of shown) {
      if (start - at > seamMicros) spans.push({ raw: recording, from: at, to: start })
      if (end > at) at = end
    }
    if (to - at > seamMicros) spans.push({ raw: recording, from: at, to })
    return spans
  })
}

/** How much of a recording is shown, in microseconds of it. */
export function shownMicros(list: EditList, lines: readonly StandingLine[], raw: RecordingId): number | null {
  const held = list.against.find(each => each.recording === raw)
  if (!held || held.from === null || held.to === null) return null
  const missing = leftOut(list, lines).filter(each => each.raw === raw)
  return held.to - held.from - missing.reduce((sum, each) => sum + each.to - each.from, 0)
}
