import { type Arrangement, type Clip, onLine, type Track } from './arrangement.ts'
import { framesOf, microsOfFrames, nearestFrame, wholeFrames } from './frames.ts'

/**
 * A clip on a time line that knows whole frames only. All three are frames of the time line: where it begins, how long it
 * lasts, and how far into the file (as it plays) it begins.
 */
export interface FrameClip {
  readonly clip: Clip
  readonly at: number
  readonly lasts: number
  readonly sourceAt: number
  /** By how much what is shown comes late (or early, below 0) because of whole frames. */
  readonly remainderMs: number
  /** True where the format plays the clip faster or slower so that its clock follows the group's. */
  readonly isRetimed: boolean
  /** How far the recorder's clock has run away at the clip's end where nothing corrects it. */
  readonly driftLeftMs: number
}

/** Drift is corrected where it comes to more than a frame over a clip; less cannot be seen. */
export function needsRetiming({ counting }: Pick<Arrangement, 'counting'>, clip: Clip): boolean {
  return Math.abs(driftOver(clip)) > microsOfFrames(1, counting.rate)
}

/** How much longer a clip is on the group's clock than on its recorder's, in microseconds. */
export function driftOver(clip: Clip): number {
  const length = clip.source.to - clip.source.from
  return onLine(clip, length) - length
}

/**
 * Puts the clips of a track on whole frames: each begins at the nearest frame, and where it begins inside its file, at the
 * file's frame that leaves least over. A clip ends before the next one begins and within what the file holds.
 */
export function framesOfTrack(
  arrangement: Arrangement,
  track: Track,
  canRetime: boolean,
): readonly FrameClip[] {
  const { rate } = arrangement.counting
  const starts = track.clips.map(clip => nearestFrame(clip.at, rate))
  return track.clips.flatMap((clip, index) => {
    const isRetimed = canRetime && needsRetiming(arrangement, clip)
    const played = (micros: number) => (isRetimed ? onLine(clip, micros) : micros)
    const at = starts[index] as number
    const from = played(clip.source.from)
    const off = microsOfFrames(at, rate) - clip.at
    const sourceAt = Math.max(0, nearestFrame(Math.round(from + off), rate))
    const held = wholeFrames(played(usableMicros(track)), rate, roundedMicros) - sourceAt
    const wanted = nearestFrame(Math.round(from + off) + played(clip.source.to) - from, rate) - sourceAt
    const room = (starts[index + 1] ?? Number.POSITIVE_INFINITY) - at
    // A piece of less than half a frame begins where the next one does, and no frame shows it.
    if (room < 1) return []
    // A last piece of which the file holds no whole frame any more cannot be shown where it belongs.
    if (held < 1 && clip.piece !== null && sourceAt > 0) return []
    return [
      {
        clip,
        at,
        lasts: Math.max(1, Math.min(wanted, held, room)),
        sourceAt,
        remainderMs: (off - (microsOfFrames(sourceAt, rate) - from)) / 1000,
        isRetimed,
        driftLeftMs: isRetimed ? 0 : driftOver(clip) / 1000,
      },
    ]
  })
}

/**
 * A clip that begins and ends on whole frames of the time line and still lies exactly: what it shows at its first frame is
 * what stands there, a fraction of a frame into the file.
 */
export interface ExactClip {
  readonly clip: Clip
  readonly at: number
  readonly lasts: number
  /** Microseconds from the file's first frame, with the fraction. */
  readonly sourceFromMicros: number
  readonly isRetimed: boolean
  readonly driftLeftMs: number
}

/** For formats that can begin a clip within a frame of its file. Up to a frame at each end of a clip is not on the line. */
export function exactTrack(arrangement: Arrangement, track: Track): readonly ExactClip[] {
  const { rate } = arrangement.counting
  return track.clips.flatMap(clip => {
    const isRetimed = needsRetiming(arrangement, clip)
    const ownSpeed = 1 / (1 + clip.driftPpm * 1e-6)
    const speed = isRetimed ? ownSpeed : 1
    const at = Math.ceil(framesOf(clip.at, rate) - roundedMicros)
    // Also where drift is too little to be corrected, the clip begins exactly where it belongs.
    const sourceFromMicros = clip.source.from + Math.max(0, microsOfFrames(at, rate) - clip.at) * ownSpeed
    const left = Math.min(clip.source.to, usableMicros(track)) - sourceFromMicros
    const lasts = wholeFrames(Math.round(left / speed), rate, roundedMicros)
    if (lasts < 1) return []
    return [
      { clip, at, lasts, sourceFromMicros, isRetimed, driftLeftMs: isRetimed ? 0 : driftOver(clip) / 1000 },
    ]
  })
}

/** Of a frame: what rounding to a microsecond takes at the fastest rates. */
const roundedMicros = 1e-4

/** What an editor finds in the file: whole frames of its own. A last one that is cut short by rounding counts. */
function usableMicros({ media }: Track): number {
  return media.rate
    ? Math.floor(microsOfFrames(wholeFrames(media.lengthMicros, media.rate), media.rate))
    : media.lengthMicros
}

/** How long the whole of a file is in its own frames, or in those of the time line where it has none. */
export function framesOfFile(arrangement: Arrangement, media: Track['media']): number {
  return Math.max(1, wholeFrames(media.lengthMicros, media.rate ?? arrangement.counting.rate))
}
